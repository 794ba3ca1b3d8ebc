"""Look back shows what was written, opens the day, asks once before it deletes, and can take that back."""

from __future__ import annotations

import dataclasses
import gc
import json
import weakref
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.app.values import Changes, HistoryRow
from diary.domain.entries import GoodThing, Helped, Intake, MarkKind, Note, Score, Spread, Treatment
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.history_rows import history_lines
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.rows import entry_rows
from diary.ui.look_back.seeking import Sought
from diary.ui.look_back.state import LookBackState, RangeChoice, entries_between, header_sentence
from diary.ui.look_back.view import LookBackView
from tests.guards import delete_what_waits_for_it
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, whole_diary, with_notes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from diary.app.looking_back import Recent
    from diary.domain.extract import Extract

BEFORE = TODAY - timedelta(days=1)


class FakePast:
    """A diary that remembers what was asked of it."""

    def __init__(self, content: Extract) -> None:
        self.content = content
        self.newest: Recent | None = None
        self.deleted: list[str] = []
        self.brought_back: list[tuple[str, int]] = []
        self.removed: list[str] = []
        self.undone, self.hand = 0, PERSON
        self.fails = False
        self.saved: list[Picture | Table] = []

    def extract(self) -> Extract:
        self._fail()
        return self.content

    def recent(self) -> Recent | None:
        self._fail()
        return self.newest

    def writer(self) -> str:
        return self.hand

    def history(self, day: date) -> tuple[HistoryRow, ...]:
        return (
            HistoryRow(at(day, 9, 1), PERSON, "pain", 6.0, 5.0, "g2", day=day, basis=Basis.SELF),
            HistoryRow(at(day), PERSON, "pain", None, 6.0, "g", basis=Basis.SELF, brought_back_by=("here", 1)),
        )

    def bring_back(self, revision: tuple[str, int]) -> Changes:
        self._fail()
        self.brought_back.append(revision)
        return Changes(frozenset({TODAY}), frozenset({"score"}))

    def delete_entries(self, entries: Sequence[str]) -> Changes:
        self._fail()
        self.deleted += entries
        return Changes(frozenset({TODAY}), frozenset({"score"}))

    def remove_for_good(self, things: Sequence[str]) -> Changes:
        self.removed += things
        return Changes(frozenset({TODAY}), frozenset({"note"}))

    def choose_panels(self, panels: Sequence[str]) -> Changes:
        self._fail()
        self.content = dataclasses.replace(self.content, settings={"look_back_panels": json.dumps(list(panels))})
        return Changes(frozenset(), frozenset({"setting"}))

    def save(self, sent: Picture | Table) -> None:
        self._fail()
        self.saved.append(sent)

    def undo(self) -> Changes | None:
        self.undone += 1
        return Changes(frozenset({TODAY}), frozenset({"score"}))

    def _fail(self) -> None:
        if self.fails:
            raise DiaryError("disk_full")


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


def presenter_of(extract: Extract) -> tuple[LookBackPresenter, FakePast]:
    past = FakePast(extract)
    presenter = LookBackPresenter(past, ImmediateTasks(), today)
    presenter.load()
    return presenter, past


def today() -> date:
    return TODAY


@pytest.fixture
def make_view(qtbot: QtBot, icons: Icons) -> Callable[[LookBackState], LookBackView]:
    def make(state: LookBackState) -> LookBackView:
        view = LookBackView(icons, state)
        qtbot.addWidget(view)
        view.resize(1100, 900)
        return view

    return make


def test_the_header_counts_days_of_the_range_and_says_how_many_were_filled_in_later() -> None:
    days = [
        made_day(TODAY - timedelta(days=n), entry(TODAY - timedelta(days=n), days_later=2 * (n == 3), pain=4))
        for n in (0, 3, 9)
    ]
    state = presenter_of(made_extract(*days))[0].state
    assert header_sentence(state, TODAY - timedelta(days=4), TODAY) == (
        "18 November to 22 November 2026 · entries on 2 of 5 days, 1 filled in later"
    )
    assert header_sentence(state, TODAY - timedelta(days=30), TODAY).endswith(
        "entries on 3 of 10 days, 1 filled in later"
    )


def test_a_range_never_begins_before_the_diary_and_keeps_two_weeks() -> None:
    presenter, _ = presenter_of(whole_diary(3))
    assert presenter.state.range == (TODAY - timedelta(days=13), TODAY)
    presenter, _ = presenter_of(whole_diary(50))
    presenter.choose_range(RangeChoice.TWELVE_MONTHS)
    assert presenter.state.range[0] == presenter.state.first_day


def test_rows_say_who_wrote_what_and_when() -> None:
    told = entry(TODAY, recorder="alex", basis=Basis.TOLD, days_later=2, pain=7)
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=2)
    own = entry(BEFORE, sleep_hours=6.5, mood=4)
    rows = entry_rows(made_extract(made_day(TODAY, seen, told), made_day(BEFORE, own), with_carer=True))
    assert [(row.who, row.what, row.note) for row in rows] == [
        ("Sam, written by Alex", "pain 7", "filled in later"),
        ("Alex’s view", "looked or sounded in pain: a lot", ""),
        ("Sam", "sleep 6.5 hours, mood 4", ""),
    ]
    assert [row.is_noticed for row in rows] == [False, True, False]


def test_a_mark_and_a_note_are_listed_but_are_not_deleted_here() -> None:
    note = Note("n", BEFORE, PERSON, Basis.SELF, "my words", at(BEFORE))
    extract = made_extract(made_day(TODAY, mark=MarkKind.BAD_DAY))
    rows = entry_rows(with_notes(extract, note))
    assert [(row.what, row.is_deletable) for row in rows] == [("bad day, couldn’t log", False), ("a note", False)]


def test_a_bad_day_with_numbers_is_not_called_one_that_could_not_be_logged() -> None:
    day = made_day(TODAY, entry(TODAY, pain=8), mark=MarkKind.BAD_DAY)
    assert [row.what for row in entry_rows(made_extract(day))] == ["pain 8", "marked as a bad day"]


def test_a_notes_words_are_not_shown_in_the_list() -> None:
    note = Note("n", TODAY, PERSON, Basis.SELF, "my words", at(TODAY))
    rows = entry_rows(with_notes(made_extract(made_day(TODAY, entry(TODAY, pain=3))), note))
    assert [row.what for row in rows] == ["pain 3, a note"]


def test_a_note_about_the_day_never_stands_in_the_row_of_a_moment() -> None:
    note = Note("n", TODAY, PERSON, Basis.SELF, "my words", at(TODAY))
    moment = dataclasses.replace(entry(TODAY, mood_now=5), id="m", moment=time(9))
    later = entry(TODAY, days_later=1, pain=3)
    first, second = entry_rows(with_notes(made_extract(made_day(TODAY, moment, later)), note))
    assert first.things == ("m",), "the note would be removed for good with the moment"
    assert second.things == (later.id, "n")
    alone = entry_rows(with_notes(made_extract(made_day(TODAY, moment)), note))
    assert [row.things for row in alone] == [("m",), ("n",)]


def test_entries_between_takes_both_ends() -> None:
    rows = entry_rows(whole_diary(30))
    part = entries_between(rows, TODAY - timedelta(days=9), TODAY - timedelta(days=2))
    assert {row.day for row in part} == {r.day for r in rows if timedelta(days=2) <= TODAY - r.day <= timedelta(days=9)}


def test_history_says_from_what_to_what() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)))
    rows = (
        HistoryRow(at(TODAY), PERSON, "pain", None, 6.0, "g", day=TODAY, basis=Basis.SELF),
        HistoryRow(at(TODAY), PERSON, "pain", 6.0, None, "h", is_undo=True, day=TODAY, basis=Basis.SELF),
    )
    lines = history_lines(rows, extract)
    assert [(line.who, line.what, line.change) for line in lines] == [
        ("Sam", "pain", "not filled in → 6"),
        ("Sam", "pain", "taken back: 6 → not filled in"),
    ]


def test_numbness_at_a_place_and_where_pain_spread_to_are_no_pain_there() -> None:
    hand = BodySite("hand", Side.LEFT)
    numb = Score("numbness", 4, at(TODAY), hand)
    spread = Spread(BodySite("neck"), hand)
    written = dataclasses.replace(entry(TODAY), scores=(numb,), spreads=(spread,))
    (row,) = entry_rows(made_extract(made_day(TODAY, written)))
    assert row.what == "pins and needles or numbness, left hand 4, spread from neck to left hand"


def test_what_was_taken_and_a_good_thing_have_rows_that_are_found_and_open_their_day() -> None:
    me = (TODAY, PERSON, Basis.SELF)
    extract = dataclasses.replace(
        made_extract(made_day(TODAY, entry(TODAY, pain=5))),
        treatments={"t": Treatment("t", "Ibuprofen", "medicine", as_needed=True)},
        intakes=(
            Intake("t", *me, at=time(9, 30), helped=Helped.A_BIT),
            Intake("gone", *me),
            Intake("t", BEFORE, PERSON, Basis.SELF),
        ),
        good_things=(GoodThing(*me, "A robin", at(TODAY)),),
    )
    rows = entry_rows(extract)
    assert [(row.day, row.what) for row in rows] == [
        (TODAY, "pain 5"),
        (TODAY, "Ibuprofen at 09:30, it helped a bit; a treatment"),
        (TODAY, "one good thing"),
        (BEFORE, "Ibuprofen"),
    ]
    assert "robin" in rows[2].sought_in
    assert "robin" not in rows[2].what, "its words are for the day's own page"
    assert not any(row.is_deletable for row in rows[1:])


def test_deleting_asks_once_and_can_be_undone() -> None:
    presenter, past = presenter_of(made_extract(made_day(TODAY, entry(TODAY, pain=5))))
    heard = Heard()
    presenter.changed.connect(heard.one)
    row = presenter.state.entries[0]
    presenter.ask_to_delete((row,))
    assert past.deleted == []
    presenter.delete()
    assert past.deleted == [row.entry_id]
    assert presenter.state.asked == ()
    assert presenter.state.done
    presenter.undo()
    assert past.undone == 1
    assert presenter.state.done == ""
    assert len(heard.all) == 2


def test_removing_for_good_asks_takes_the_note_along_and_offers_no_undo() -> None:
    note = Note("n", TODAY, PERSON, Basis.SELF, "my words", at(TODAY))
    extract = with_notes(made_extract(made_day(TODAY, entry(TODAY, pain=5), mark=MarkKind.BAD_DAY)), note)
    presenter, past = presenter_of(extract)
    row, mark = presenter.state.entries
    presenter.ask_to_remove((mark,))
    assert presenter.state.asked == (), "a mark has no words"
    presenter.ask_to_remove((row, mark))
    assert list(presenter.state.asked) == [row]
    assert presenter.state.asks_for_good
    presenter.keep()
    presenter.delete()
    assert past.removed == []
    presenter.ask_to_remove((row,))
    presenter.delete()
    assert (past.removed, past.deleted) == ([row.entry_id, "n"], [])
    assert presenter.state.removed.startswith("Removed for good: Sam, ")
    assert presenter.state.done == ""
    presenter.ask_to_delete((row,))
    assert (presenter.state.removed, presenter.state.asks_for_good) == ("", False)


def test_what_was_removed_for_good_says_so_in_the_history() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)))
    gone = HistoryRow(at(TODAY), PERSON, "pain", None, None, "g", day=TODAY, basis=Basis.SELF, is_gone=True)
    (line,) = history_lines([gone], extract)
    assert (line.who, line.what, line.change) == ("Sam", "pain", "what it said is removed for good")


def test_keeping_deletes_nothing() -> None:
    presenter, past = presenter_of(made_extract(made_day(TODAY, entry(TODAY, pain=5))))
    presenter.ask_to_delete(presenter.state.entries[:1])
    presenter.keep()
    presenter.delete()
    assert past.deleted == []


def test_a_change_elsewhere_ends_the_offer_to_undo() -> None:
    presenter, _ = presenter_of(made_extract(made_day(TODAY, entry(TODAY, pain=5))))
    presenter.ask_to_delete(presenter.state.entries[:1])
    presenter.delete()
    presenter.refresh(Changes(frozenset({BEFORE}), frozenset({"score"})))
    assert presenter.state.done == ""


def test_a_full_disk_is_told_and_nothing_is_said_to_be_deleted() -> None:
    presenter, past = presenter_of(made_extract(made_day(TODAY, entry(TODAY, pain=5))))
    past.fails = True
    presenter.ask_to_delete(presenter.state.entries[:1])
    presenter.delete()
    assert presenter.state.problem == "Nothing was changed"
    assert presenter.state.reason
    assert presenter.state.done == ""


def test_an_unreadable_diary_is_told_and_can_be_tried_again() -> None:
    past = FakePast(whole_diary(5))
    past.fails = True
    presenter = LookBackPresenter(past, ImmediateTasks(), today)
    presenter.load()
    assert presenter.state.problem
    past.fails = False
    presenter.try_again()
    assert presenter.state.problem == ""
    assert presenter.state.is_loaded


def test_enter_in_the_list_opens_the_day(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, _ = presenter_of(whole_diary(20))
    view = make_view(presenter.state)
    heard = Heard()
    view.day_requested.connect(heard.one)
    entries = view._entries.list
    entries.setCurrentIndex(entries.model().index(1, 0))
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert heard.all == [presenter.state.entries[1].day]


def test_the_list_follows_the_range(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, _ = presenter_of(whole_diary(200))
    view = make_view(presenter.state)
    presenter.state_changed.connect(view.render_state)
    presenter.choose_range(RangeChoice.TWO_WEEKS)
    few = view._entries.list.model().rowCount()
    presenter.choose_range(RangeChoice.ALL)
    assert 0 < few < view._entries.list.model().rowCount() == len(presenter.state.entries)


def test_other_dates_mark_no_range_and_the_same_range_can_be_chosen_again(
    make_view: Callable[[LookBackState], LookBackView],
) -> None:
    presenter, _ = presenter_of(whole_diary(200))
    view = make_view(presenter.state)
    view.range_requested.connect(presenter.choose_range)
    presenter.state_changed.connect(view.render_state)
    view.show()
    three_months = presenter.state.range
    QTest.keyClick(view._charts.chart, Qt.Key.Key_Plus)
    assert view._ranges._group.checkedButton() is None
    assert view._range_list.currentIndex() == -1
    presenter.seek(Sought("pain"))
    assert view._charts.chart.visible_range != three_months
    button = view._ranges._group.button(RangeChoice.THREE_MONTHS)
    button.click()
    assert view._charts.chart.visible_range == three_months
    assert view._ranges._group.checkedButton() is button


def test_an_empty_diary_says_so_and_leads_to_today(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, _ = presenter_of(made_extract())
    view = make_view(presenter.state)
    view.show()
    heard = Heard()
    view.day_requested.connect(heard.one)
    button = next(b for b in view.findChildren(QAbstractButton) if b.text() == "Go to Today")
    assert button.isVisible()
    assert not view._charts.isVisible()
    button.click()
    assert heard.all == [TODAY]


def test_history_is_shown_and_put_away(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, _ = presenter_of(whole_diary(20))
    view = make_view(presenter.state)
    view.show()
    presenter.state_changed.connect(view.render_state)
    presenter.show_history(TODAY)
    assert view._entries._history_panel.isVisible()
    presenter.close_history()
    assert not view._entries._history_panel.isVisible()


def test_a_line_of_history_is_brought_back_and_undone(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, past = presenter_of(whole_diary(20))
    view = make_view(presenter.state)
    view.show()
    presenter.state_changed.connect(view.render_state)
    view.bring_back_requested.connect(presenter.bring_back)
    view.undo_requested.connect(presenter.undo)
    presenter.show_history(TODAY)
    buttons = view._entries._history_panel._lines.findChildren(QAbstractButton)
    assert [(button.text(), button.accessibleName()) for button in buttons] == [
        ("Bring back 6", "Bring back pain: 6"),
    ]
    buttons[0].click()
    assert past.brought_back == [("here", 1)]
    assert presenter.state.done == "Brought back: pain, 6."
    assert presenter.state.history is not None
    view._entries._done.action_requested.emit()
    assert past.undone == 1
    past.fails = True
    presenter.bring_back(presenter.state.history.lines[1])
    assert (presenter.state.problem, presenter.state.done) == ("Nothing was changed", "")


def test_history_names_factors_treatments_marks_and_another_app() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)))
    change = partial(HistoryRow, at(TODAY), PERSON, gesture="g", day=TODAY)
    rows = (
        change("entry_factor", old=None, new=True, called="Rainy day"),
        change("intake", old=None, new="a_bit", called="Massage"),
        change("day_mark", old=None, new="nothing_to_log"),
        change("note", old=None, new="bad_day"),
        change("pain", old=None, new=4.0, is_imported=True),
    )
    assert [(line.who, line.what, line.change) for line in history_lines(rows, extract)] == [
        ("Sam", "Rainy day", "not filled in → yes"),
        ("Sam", "Massage, did it help", "not filled in → a bit"),
        ("Sam", "the day", "not filled in → nothing to log"),
        ("Sam", "a note", "not filled in → “bad_day”"),
        ("Sam, from another app", "pain", "not filled in → 4"),
    ]


def test_history_leaves_out_what_says_nothing_and_keeps_what_was_removed_for_good() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)))
    change = partial(HistoryRow, at(TODAY), PERSON, gesture="g", day=TODAY)
    rows = (
        change("mood_now", old=5.0, new=None),
        change("moment", old=None, new=None),
        change("note", old=None, new=None, is_gone=True),
    )
    assert [line.change for line in history_lines(rows, extract)] == [
        "5 → not filled in",
        "what it said is removed for good",
    ]


def test_the_question_takes_the_keyboard_and_gives_it_back_to_the_list(
    qtbot: QtBot, make_view: Callable[[LookBackState], LookBackView]
) -> None:
    presenter, _ = presenter_of(whole_diary(20))
    view = make_view(presenter.state)
    presenter.state_changed.connect(view.render_state)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    presenter.ask_to_delete(presenter.state.entries[:3])
    assert view._entries._question._keep.hasFocus()
    presenter.keep()
    assert view._entries.list.hasFocus()


def test_everything_that_takes_the_focus_has_a_name(make_view: Callable[[LookBackState], LookBackView]) -> None:
    presenter, _ = presenter_of(whole_diary(20))
    presenter.show_history(TODAY)
    view = make_view(presenter.state)
    nameless = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
    ]
    assert nameless == []


@pytest.mark.usefixtures("qtbot")
def test_a_closed_page_is_freed(icons: Icons) -> None:
    presenter, _ = presenter_of(whole_diary(20))
    view = LookBackView(icons, presenter.state)
    presenter.state_changed.connect(view.render_state)
    gone = weakref.ref(view)
    view.deleteLater()
    del view
    delete_what_waits_for_it()
    gc.collect()
    assert gone() is None
