"""A carer is not offered what would be refused, and deleting says truly what goes and what stays."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.app.values import Changes, HistoryRow
from diary.domain.entries import Note, Sharing
from diary.domain.people import PERSON, Basis
from diary.ui.kit.overriding import override
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, with_notes
from tests.ui.look_back.test_look_back import FakePast, Heard, today

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons

WHY = "Somebody else wrote this, so you can’t delete, remove or move it."


def both() -> FakePast:
    """Sam's entry with a sealed note beside it, and below it what Alex noticed."""
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=2)
    sealed = Note("n", TODAY, PERSON, Basis.SELF, "my words", at(TODAY), Sharing.SEALED)
    day = made_day(TODAY, entry(TODAY, pain=5), seen)
    return FakePast(with_notes(made_extract(day, with_carer=True), sealed))


class SeenToo(FakePast):
    """The same with one line of history more, the oldest: what Alex noticed."""

    @override
    def history(self, day: date) -> tuple[HistoryRow, ...]:
        seen = HistoryRow(at(day), "alex", "pain", None, 2.0, "g", day=day, basis=Basis.OBSERVED, said_by="alex")
        return (*super().history(day), seen)


def presenter_for(past: FakePast, hand: str) -> LookBackPresenter:
    past.hand = hand
    presenter = LookBackPresenter(past, ImmediateTasks(), today, may_move=True)
    presenter.load()
    return presenter


@pytest.fixture
def alex(qtbot: QtBot, icons: Icons) -> Iterator[LookBackView]:
    presenter = presenter_for(both(), "alex")
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    view.show()
    yield view
    presenter.deleteLater()


def choose(view: LookBackView, row: int) -> None:
    entries = view._entries.list
    entries.setCurrentIndex(entries.model().index(row, 0))


def test_a_carer_is_offered_nothing_to_do_to_the_persons_entry_and_told_why(alex: LookBackView) -> None:
    card = alex._entries
    choose(alex, 0)
    buttons = (card._delete, card._remove, card._move)
    assert [(button.isEnabled(), button.accessibleDescription()) for button in buttons] == [(False, WHY)] * 3
    assert (card._not_yours.text(), card._not_yours.isVisible()) == (WHY, True)
    assert card._open.isEnabled()
    assert card._history.isEnabled()
    where = "“Open” shows your own page of that day. “History” shows what they wrote."
    assert card._open.accessibleDescription() == where
    assert where in [words.text() for words in card.findChildren(Words) if words.isVisible()]
    choose(alex, 1)
    assert [(button.isEnabled(), button.accessibleDescription()) for button in buttons] == [(True, "")] * 3
    assert not card._not_yours.isVisible()
    assert not card._open.accessibleDescription()
    assert where not in [words.text() for words in card.findChildren(Words) if words.isVisible()]
    card.list.selectAll()
    assert [button.isEnabled() for button in buttons] == [False] * 3, "one of them is Sam's"


def test_neither_key_nor_anything_else_asks_a_carer_about_the_persons_entry(alex: LookBackView) -> None:
    heard = Heard()
    alex.delete_requested.connect(heard.one)
    alex.remove_requested.connect(heard.one)
    choose(alex, 0)
    for held in (Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier):  # Qt remembers the last one
        QTest.keyClick(alex._entries.list, Qt.Key.Key_Delete, held)
    assert heard.all == []
    presenter = presenter_for(both(), "alex")
    presenter.ask_to_delete(presenter.state.entries)
    presenter.ask_to_remove(presenter.state.entries)
    assert presenter.state.asked == ()


def test_history_begins_with_the_chosen_entry_and_names_the_rest_of_the_day(alex: LookBackView) -> None:
    past = SeenToo(both().content)
    presenter = presenter_for(past, "alex")
    presenter.state_changed.connect(alex.render_state)
    alex.history_requested.connect(presenter.show_history)
    choose(alex, 1)
    alex._entries._history.click()
    said = [words.text() for words in alex._entries._history_panel._lines.findChildren(Words)]
    lines = [words for words in said if " · " not in words]
    assert lines == ["pain: not filled in → 2", "The rest of this day", "pain: 6 → 5", "pain: not filled in → 6"]
    presenter.refresh(Changes(kinds=frozenset({"recorder"})))
    assert presenter.state.history is not None
    assert len(presenter.state.history.rest) == 2, "read anew it begins with the same entry"


def test_the_person_is_offered_all_as_soon_as_they_write() -> None:
    past = both()
    presenter = presenter_for(past, "alex")
    past.hand = PERSON
    presenter.refresh(Changes(kinds=frozenset({"recorder"})))
    presenter.ask_to_delete(presenter.state.entries)
    assert presenter.state.asked == presenter.state.entries


def test_a_sealed_note_is_not_named_among_what_is_deleted_and_said_to_stay(qtbot: QtBot, icons: Icons) -> None:
    presenter = presenter_for(both(), PERSON)
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    presenter.state_changed.connect(view.render_state)
    question = view._entries._question
    presenter.ask_to_delete(presenter.state.entries[:1])
    assert question._which.text() == "pain 5"
    stays = "You can undo this. What it said is kept for 30 days. The note beside it stays."
    assert question._reason.text() == stays
    presenter.ask_to_remove(presenter.state.entries[:1])
    assert question._which.text() == "pain 5, a note that only Sam can read", "for good it goes along"
    presenter.ask_to_delete(presenter.state.entries[:1])
    presenter.delete()
    assert presenter.state.done.endswith("What it said is kept for 30 days. The note beside it stays.")


def test_several_entries_say_how_many_notes_stay() -> None:
    presenter = presenter_for(both(), PERSON)
    row, other = presenter.state.entries
    presenter.ask_to_delete((row, dataclasses.replace(other, note_ids=("a", "b"))))
    presenter.delete()
    assert presenter.state.done.endswith("3 notes beside them stay.")
