"""Entries are found by words and filters, and several are deleted as one act."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.entries import Factor, MarkKind, Note, Score
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.page import join
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.rows import entry_rows, seek_choices
from diary.ui.look_back.seek_bar import SeekBar
from diary.ui.look_back.seeking import Sought, found
from diary.ui.look_back.view import LookBackView
from diary.words.folding import folded
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import FakePast, today

NOTE = "Café “Zur Post”, 50 % más 😀 Straße"
BEFORE = TODAY - timedelta(days=1)


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


def small_diary() -> Extract:
    own = entry(TODAY, days_later=3, pain=7, mood=2)
    neck = Score("pain", 8, at(BEFORE), BodySite("neck", Side.NONE))
    told = entry(BEFORE, recorder="alex", basis=Basis.TOLD, pain=4)
    told = dataclasses.replace(told, scores=(*told.scores, neck), factors=("f1",))
    marked = made_day(TODAY - timedelta(days=2), mark=MarkKind.BAD_DAY)
    extract = made_extract(made_day(TODAY, own), made_day(BEFORE, told), marked, with_carer=True)
    note = Note("n", TODAY, PERSON, Basis.SELF, NOTE, at(TODAY))
    return dataclasses.replace(extract, notes=(note,), factors={"f1": Factor("f1", "Kaffee & Kuchen")})


def listed(sought: Sought) -> list[str]:
    return [row.who for row in found(entry_rows(small_diary()), sought)]


@pytest.mark.parametrize(
    "words", ["cafe", "CAFÉ", '"zur post"', "50 %", "%", "mas", "😀", "strasse", "  café   “zur", "7, a note"]
)
def test_words_of_a_note_are_found_whatever_their_case_accents_and_quotes(words: str) -> None:
    assert listed(Sought(words)) == ["Sam"]


@pytest.mark.parametrize("words", ["_", ".*", "' or 1=1", "%%", "\\", "☹"])
def test_signs_stand_for_themselves(words: str) -> None:
    assert listed(Sought(words)) == []


def test_factors_and_marks_are_found_and_no_words_find_everything() -> None:
    assert listed(Sought("kuchen")) == ["Sam, written by Alex"]
    assert listed(Sought("bad day")) == ["Sam"]
    assert len(listed(Sought("  "))) == len(listed(Sought())) == 3
    assert folded("  ") == ""


def test_filters_hold_together() -> None:
    assert listed(Sought(measure="pain")) == ["Sam", "Sam, written by Alex"]
    assert listed(Sought(measure="pain", at_least=7)) == ["Sam"]
    assert listed(Sought(measure="pain", at_least=8)) == []
    assert listed(Sought(measure="pain", at_least=8, place="neck")) == ["Sam, written by Alex"]
    assert listed(Sought(place="neck")) == ["Sam, written by Alex"]
    assert listed(Sought(who="Sam, written by Alex")) == ["Sam, written by Alex"]
    assert listed(Sought(only_later=True)) == ["Sam"]
    assert listed(Sought(only_later=True, place="neck")) == []


def test_the_oldest_may_come_first() -> None:
    rows = entry_rows(whole_diary(20))
    assert found(rows, Sought(oldest_first=True)) == rows[::-1]


def test_only_what_occurs_is_offered() -> None:
    extract = small_diary()
    choices = seek_choices(extract, entry_rows(extract))
    assert [measure.id for measure in choices.measures][:2] == ["mood", "pain"]
    assert choices.places == (("neck", "neck"),)
    assert choices.writers == ("Sam", "Sam, written by Alex")


def test_entries_are_found_by_what_was_part_of_the_day() -> None:
    assert listed(Sought(factor="f1")) == ["Sam, written by Alex"]
    assert listed(Sought(factor="f1", measure="mood")) == []
    extract = small_diary()
    assert seek_choices(extract, entry_rows(extract)).factors == (("f1", "Kaffee & Kuchen"),)


@pytest.fixture
def bar(qtbot: QtBot, icons: Icons) -> SeekBar:
    extract = small_diary()
    made = SeekBar(icons)
    qtbot.addWidget(made)
    made.render_state(Sought(), seek_choices(extract, entry_rows(extract)))
    made.show()
    return made


def test_the_bar_says_what_is_sought_and_how_many_filters_there_are(bar: SeekBar) -> None:
    heard = Heard()
    bar.seek_requested.connect(heard.one)
    bar.field.setText("50 %")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert heard.all == [Sought("50 %")]
    bar.toggle.click()
    bar.measure.setCurrentIndex(2)
    bar.measure.activated.emit(2)
    assert heard.all[-1] == Sought("50 %", "pain")
    bar.render_state(Sought("50 %", "pain"), bar._choices)
    bar.at_least.setCurrentIndex(bar.at_least.findData(7.0))
    bar.at_least.activated.emit(0)
    assert heard.all[-1] == Sought("50 %", "pain", 7.0)
    assert bar.toggle.text() == "Filter (1)"
    bar.clear.click()
    assert heard.all[-1] == Sought()


def test_several_are_deleted_as_one_act(qtbot: QtBot, icons: Icons) -> None:
    past = FakePast(whole_diary(20))
    presenter = LookBackPresenter(past, ImmediateTasks(), today)
    presenter.load()
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    join(view, presenter)
    view._entries.list.selectAll()
    QTest.keyClick(view._entries.list, Qt.Key.Key_Delete)
    ids = [row.entry_id for row in presenter.state.entries if row.entry_id]
    assert view._entries._question._title.text() == f"Delete these {len(ids)} entries?"
    view._entries._question._delete.click()
    assert past.deleted == ids
    assert presenter.state.done == f"Deleted: {len(ids)} entries. What they said is kept for 30 days."
    view._entries._done.action_requested.emit()
    assert past.undone == 1
    view._entries.list.selectAll()
    QTest.keyClick(view._entries.list, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    question = view._entries._question
    assert question._title.text() == f"Remove these {len(presenter.state.asked)} entries for good?"
    assert "can’t undo" in question._reason.text()
    question._delete.click()
    assert set(past.removed) >= set(ids)


def test_the_count_says_how_many_of_all_are_shown(qtbot: QtBot, icons: Icons) -> None:
    presenter = LookBackPresenter(FakePast(small_diary()), ImmediateTasks(), today)
    presenter.load()
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    presenter.state_changed.connect(view.render_state)
    presenter.seek(Sought("cafe"))
    assert view._entries._count.text() == "1 of 3 shown"
    presenter.seek(Sought("nowhere"))
    assert view._entries._nothing.text() == "Nothing like that in these weeks."
    assert view._entries.list.isHidden()


def test_what_is_found_is_shown_from_its_top(qtbot: QtBot, icons: Icons) -> None:
    presenter = LookBackPresenter(FakePast(whole_diary(80)), ImmediateTasks(), today)
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    join(view, presenter)
    presenter.load()
    view.resize(1100, 900)
    view.show()
    entries = view._entries.list
    entries.setCurrentIndex(entries.model().index(entries.model().rowCount() // 2, 0))
    assert entries.verticalScrollBar().value() > 0
    before = entries.model().rowCount()
    presenter.seek(Sought(measure="pain", at_least=3))
    QTest.qWait(0)
    assert 0 < entries.model().rowCount() < before
    assert entries.verticalScrollBar().value() == 0
