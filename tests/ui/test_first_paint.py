"""Work waits until the window has been drawn."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary.ui import first_paint
from diary.ui.first_paint import FirstPaint


def waits(painted: FirstPaint) -> threading.Thread:
    thread = threading.Thread(target=painted.wait)
    thread.start()
    return thread


def test_work_begins_once_the_window_is_drawn(qtbot: QtBot) -> None:
    window = QLabel("Today")
    qtbot.addWidget(window)
    worker = waits(FirstPaint(window))
    assert worker.is_alive()
    window.show()
    qtbot.waitUntil(lambda: not worker.is_alive(), timeout=int(first_paint.PATIENCE_S * 500))


def test_a_window_that_is_never_drawn_holds_nothing_up(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_paint, "PATIENCE_S", 0.01)
    window = QLabel("Today")
    qtbot.addWidget(window)
    waits(FirstPaint(window)).join()
