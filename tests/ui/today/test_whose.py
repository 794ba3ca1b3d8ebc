"""Above the first question stands whose diary it is, where a computer has several, and the way out of the wrong one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.app.moves import Wish
from diary.app.values import DiaryCard
from diary.domain.people import PERSON, Basis, Recorder, Voice
from diary.ui.kit.icons import Icons
from diary.ui.today.state import NoteState, TodayState
from diary.ui.today.view import TodayView
from diary.ui.today.whose_line import WhoseLine
from diary.ui.today.writing import Writing

DAY = date(2026, 11, 22)
SAM = DiaryCard(Path("S.alongside"), "S", "leaf", "event")
ALEX = Writing((Recorder(PERSON, "Sam"), Recorder("alex", "Alex")), "alex", None, hands=frozenset({PERSON, "alex"}))
OWN = TodayState(DAY, DAY, is_loaded=True)


def page(qtbot: QtBot, icons: Icons, state: TodayState, whose: DiaryCard | None) -> tuple[TodayView, WhoseLine]:
    view = TodayView(icons, catalogue.measures(), state, whose)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    view.show()
    QTest.qWaitForWindowExposed(view)
    line = view.findChild(WhoseLine)
    assert isinstance(line, WhoseLine)
    return view, line


def test_the_only_diary_of_a_computer_needs_no_name_above_its_questions(qtbot: QtBot, icons: Icons) -> None:
    _, line = page(qtbot, icons, OWN, None)
    assert not line.isVisible()


def test_one_of_several_is_named_and_no_second_window_opens_for_it(qtbot: QtBot, icons: Icons) -> None:
    view, line = page(qtbot, icons, OWN, SAM)
    assert line.isVisible()
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [view]


def test_the_wrong_diary_is_left_with_what_was_being_typed_kept_first(qtbot: QtBot, icons: Icons) -> None:
    state = replace(OWN, note=NoteState("half a"), more=replace(OWN.more, is_open=True))
    view, line = page(qtbot, icons, state, SAM)
    heard: list[object] = []
    view.note_requested.connect(heard.append)
    view.wrong_diary_requested.connect(heard.append)
    QTest.keyClicks(view._note.field, " note")
    QTest.mouseClick(line.wrong, Qt.MouseButton.LeftButton)
    assert [type(one) for one in heard] == [NoteState, Wish]
    assert heard[-1] == Wish(DAY)


def test_a_carer_says_first_how_they_know_and_then_it_is_that_entry(qtbot: QtBot, icons: Icons) -> None:
    asked = replace(OWN, writing=ALEX, shows_scales=False)
    view, line = page(qtbot, icons, asked, SAM)
    height = line.height()
    assert not line.wrong.isVisible(), "nobody knows yet which entry it would be"
    view.render_state(replace(OWN, writing=replace(ALEX, basis=Basis.TOLD)))
    qtbot.waitUntil(line.wrong.isVisible)
    assert line.height() == height, "the questions below stay where they are"
    with qtbot.waitSignal(view.wrong_diary_requested) as asks:
        QTest.mouseClick(line.wrong, Qt.MouseButton.LeftButton)
    assert asks.args == [Wish(DAY, Voice("alex", Basis.TOLD))]
