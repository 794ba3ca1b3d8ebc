"""Who is writing, said beside whose diary it is: on every page, on a narrow window, and with large text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.domain.people import PERSON, Basis, Recorder
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Elided
from diary.ui.kit.writer_sign import Penned, WriterSign
from diary.ui.rail import TopBar
from diary.ui.today.writing import Writing
from diary.ui.window import Window
from tests.pictures.screens import in_window

SHARED = Writing((Recorder(PERSON, "Sam"), Recorder("alex", "Alex", "partner")), "alex", None)
NOTICED = replace(SHARED, basis=Basis.OBSERVED).penned
TOLD = replace(SHARED, basis=Basis.TOLD).penned


@pytest.fixture
def window(icons: Icons) -> Iterator[Window]:
    window = in_window(icons, "today", QWidget)
    window.resize(1320, 940)
    window.show()
    yield window
    icons.theme.choose(icons.theme.choice, 1.0)
    window.hide()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said(window: Window) -> str:
    signs = (one for one in window.findChildren(WriterSign) if one.isVisibleTo(window))
    return "; ".join(one.words for one in signs)


def test_a_diary_of_one_has_no_sign(window: Window) -> None:
    window.show_writer(Writing().penned)
    assert said(window) == ""


def test_how_a_carer_knows_is_said_beside_the_day_and_nowhere_else(window: Window) -> None:
    """A questionnaire is always what the person says: "What I noticed" beside it would be untrue."""
    window.show_writer(NOTICED)
    assert said(window) == "Alex is writing\nWhat I noticed"
    window.show_page("questionnaires")
    assert said(window) == "Alex is writing"
    window.show_page("today")
    assert said(window) == "Alex is writing\nWhat I noticed"


def test_the_next_diary_does_not_begin_with_the_writer_of_the_one_before(window: Window) -> None:
    window.show_writer(TOLD)
    window.close_diary()
    assert said(window) == ""


@pytest.mark.parametrize(
    "penned", [NOTICED, TOLD, SHARED.penned, SHARED.by("").penned], ids=["noticed", "told", "a carer", "nobody yet"]
)
def test_with_large_text_on_a_narrow_window_nothing_of_it_is_cut(window: Window, penned: Penned) -> None:
    window._icons.theme.choose(window._icons.theme.choice, 2.0)
    window.resize(900, 700)
    window.show_writer(penned)
    QTest.qWaitForWindowExposed(window)
    bar = window.findChild(TopBar)
    assert bar is not None
    for label in bar.findChildren(Elided):
        assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
        assert label.height() >= label.fontMetrics().height()
    assert bar.writer.geometry().bottom() < bar.height()
