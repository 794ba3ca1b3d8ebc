"""What a screen's test needs: a theme that dresses the application, the icons in its colours, the whole program."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.ui import application
from diary.ui.application import Program
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.window import Window
from tests.storage.builders import World, computer
from tests.ui.running import Running


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    del qapp
    load_fonts(catalogue.resource_folder() / "fonts")


@pytest.fixture
def theme(qapp: QApplication, _fonts: None) -> Theme:
    theme = Theme(ThemeChoice.LIGHT)
    theme.dress(qapp)
    return theme


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(catalogue.resource_folder() / "icons", theme)


@pytest.fixture
def start(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Running]]:
    monkeypatch.setattr(application, "default_diaries_folder", lambda: tmp_path / "diaries")
    started: list[Running] = []

    def start(folder: Path | None = None) -> Running:
        program = Program(qapp, computer(tmp_path / "config", World(seed=len(started))), Window())
        program.start(folder)
        running = Running(program, qtbot)
        started.append(running)
        QTest.qWaitForWindowExposed(running.window)
        running.window.activateWindow()
        return running

    yield start
    for running in started:
        running.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
