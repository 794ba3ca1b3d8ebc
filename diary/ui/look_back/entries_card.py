"""The entries card: the list, what can be done with the chosen entry, and the history of its day."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QVBoxLayout

from diary.app.moves import Wish
from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.messages import Message, announce
from diary.ui.kit.surfaces import Card, bring_up, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.look_back.entries_list import EntriesList, name_of_day
from diary.ui.look_back.history_panel import HistoryPanel
from diary.ui.look_back.seek_bar import SeekBar
from diary.ui.look_back.seeking import found
from diary.ui.look_back.state import entries_between, with_notes_left
from diary.words import say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.state import EntryRow, HistoryState, LookBackState

MOST_NAMED, MOST_LETTERS = 3, 160
"""How many entries are named before they are deleted, and with how many letters each."""


class EntriesCard(Card):
    """Entries of the range in view; every act is about the chosen row."""

    day_requested = Signal(object)
    history_requested = Signal(object, object)
    history_close_requested = Signal()
    bring_back_requested = Signal(object)
    delete_requested = Signal(object)
    remove_requested = Signal(object)
    move_requested = Signal(object)
    delete_confirmed = Signal()
    keep_requested = Signal()
    undo_requested = Signal()
    seek_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.seek = SeekBar(icons)
        self.list = EntriesList(icons.theme)
        self._count = Words("", "caption")
        self._open = Button(icons, say("Open"), icon="pen-line")
        self._open.setAccessibleName(say("Open the day"))
        self._history = Button(icons, say("History"), icon="history")
        self._delete = Button(icons, say("Delete"), icon="trash-2")
        self._remove = Button(icons, say("Remove for good"))
        self._move = Button(icons, say("Wrong diary?"))
        apart = say("What you delete can be brought back for 30 days. What you remove for good can’t.")
        self._apart = Words(apart, "caption", wrap=True)
        self._not_yours = Words("", "caption", wrap=True)
        opens = say("“Open” shows your own page of that day. “History” shows what they wrote.")
        self._opens_yours = Words(opens, "caption", wrap=True)
        self._state: LookBackState | None = None
        self._done = Message(icons, action=say("Undo"))
        self._removed = Message(icons)
        self._question = DeleteQuestion(icons)
        self._nothing = Words("", "second", wrap=True)
        self._history_panel = HistoryPanel(icons)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(20)
        acts = FlowLayout(self._open, self._history, self._delete, self._remove, self._move)
        self._halves.addLayout(
            column(self._nothing, self.list, acts, self._apart, self._not_yours, self._opens_yours, spacing=10), 3
        )
        self._halves.addWidget(self._history_panel, 2)
        self.body.addLayout(row(Title(say("Entries")), self._count, None, spacing=12))
        self.body.addWidget(self.seek)
        self.body.addWidget(self._done)
        self.body.addWidget(self._removed)
        self.body.addWidget(self._question)
        self.body.addLayout(self._halves)
        self._connect()
        self._choose(None)

    def render_state(self, state: LookBackState, first: date, last: date) -> None:
        """Show the rows of a range, what is asked, and the history."""
        in_range = entries_between(state.entries, first, last)
        rows = found(in_range, state.sought)
        self.seek.render_state(state.sought, state.choices)
        is_sought_anew = self._state is not None and state.sought != self._state.sought
        self._state = state
        self._move.setVisible(state.may_move)
        self._count.setText(_counted(len(rows), len(in_range)))
        nothing = say("Nothing was written in these weeks.")
        self._nothing.setText(say("Nothing like that in these weeks.") if in_range else nothing)
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.list.show_rows(rows, state.today)
        if is_sought_anew:
            self.list.scrollToTop()
        self._done.say(state.done)
        self._removed.say(state.removed)
        focused = self._question.has_focus_within
        self._question.ask(state.asked, state.today, for_good=state.asks_for_good)
        if focused and not state.asked:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        was_open = not self._history_panel.isHidden()
        history = state.history if state.history and _is_listed(state.history, rows) else None
        self._history_panel.render_state(history, state.today)
        if history is not None and not was_open and self._history.hasFocus():
            bring_up(self._history_panel, keep=self._history)
        if history != state.history:
            self.history_close_requested.emit()

    def set_compact(self, is_compact: bool) -> None:
        """Put list and history below each other where it is narrow."""
        way = QBoxLayout.Direction.TopToBottom if is_compact else QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(way)

    def _connect(self) -> None:
        self.seek.seek_requested.connect(self.seek_requested)
        self.list.row_chosen.connect(self._choose)
        self.list.open_requested.connect(self.day_requested)
        self.list.delete_requested.connect(self._ask_delete)
        self.list.remove_requested.connect(self._ask_remove)
        self._open.clicked.connect(self._ask_open)
        self._history.clicked.connect(self._ask_history)
        self._delete.clicked.connect(self._ask_delete)
        self._remove.clicked.connect(self._ask_remove)
        self._move.clicked.connect(self._ask_move)
        self._done.action_requested.connect(self.undo_requested)
        self._question.confirmed.connect(self.delete_confirmed)
        self._question.kept.connect(self.keep_requested)
        self._history_panel.close_requested.connect(self.history_close_requested)
        self._history_panel.bring_back_requested.connect(self.bring_back_requested)

    def _choose(self, chosen: EntryRow | None) -> None:
        self._open.setEnabled(chosen is not None)
        self._history.setEnabled(chosen is not None)
        rows = self.list.chosen_rows
        why = self._why_not(chosen, rows)
        self._not_yours.setText(why)
        self._not_yours.setVisible(bool(why))
        is_anothers = self._state is not None and chosen is not None and not self._state.may_change(chosen)
        self._opens_yours.setVisible(is_anothers)
        self._open.setAccessibleDescription(self._opens_yours.text() if is_anothers else "")
        self._move.setEnabled(not why and chosen is not None and chosen.voice is not None)
        self._delete.setEnabled(not why and any(row.is_deletable for row in rows))
        self._remove.setEnabled(not why and any(row.things for row in rows))
        for button in (self._delete, self._remove, self._move):
            button.setAccessibleDescription(why)

    def _why_not(self, chosen: EntryRow | None, rows: Sequence[EntryRow]) -> str:
        """Why a carer can do nothing with what is chosen: somebody else wrote one of the entries."""
        asked = (*rows, chosen) if chosen else rows
        if self._state is None or all(map(self._state.may_change, asked)):
            return ""
        if self._state.may_move:
            return say("Somebody else wrote this, so you can’t delete, remove or move it.")
        return say("Somebody else wrote this, so you can’t delete or remove it.")

    def _ask_open(self) -> None:
        if (chosen := self.list.current_row) is not None:
            self.day_requested.emit(chosen.day)

    def _ask_history(self) -> None:
        if (chosen := self.list.current_row) is not None:
            self.history_requested.emit(chosen.day, chosen.voice)

    def _ask_delete(self) -> None:
        if self._is_theirs():
            self.delete_requested.emit(self.list.chosen_rows)

    def _is_theirs(self) -> bool:
        """Whether the chosen entries may go; by key, where no button is in the way, it is said aloud why not."""
        if why := self._not_yours.text():
            announce(self._not_yours, why)
        return not why

    def _ask_move(self) -> None:
        if (chosen := self.list.current_row) is not None and chosen.voice is not None:
            self.move_requested.emit(Wish(chosen.day, chosen.voice))

    def _ask_remove(self) -> None:
        if self._is_theirs():
            self.remove_requested.emit(self.list.chosen_rows)


def _is_listed(history: HistoryState, rows: Sequence[EntryRow]) -> bool:
    """Whether the list still has the entry, or where it is about no one's the day, that a history is of."""
    return any(row.day == history.day and history.voice in {None, row.voice} for row in rows)


def _counted(shown: int, of: int) -> str:
    if shown == of:
        return say_n("{n} shown", "{n} shown", shown) if shown else ""
    return say_n("{n} of {all} shown", "{n} of {all} shown", shown, all=of)


class DeleteQuestion(QFrame):
    """Asks once, in the page: what would go, and whether it can be brought back."""

    confirmed = Signal()
    kept = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "warning")
        self._title = Words("", "strong", wrap=True)
        self._which = Words("", wrap=True)
        self._reason = Words("", wrap=True)
        self._delete = Button(icons, say("Delete it"))
        self._keep = Button(icons, say("Keep it"))
        lead_out(self._keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self._title)
        layout.addWidget(self._which)
        layout.addWidget(self._reason)
        layout.addLayout(row(self._delete, self._keep, None))
        self._delete.clicked.connect(self.confirmed)
        self._keep.clicked.connect(self.kept)
        self.hide()

    @property
    def has_focus_within(self) -> bool:
        """Whether the keyboard is on one of the two answers."""
        return self._delete.hasFocus() or self._keep.hasFocus()

    def ask(self, asked: Sequence[EntryRow], today: date, *, for_good: bool) -> None:
        """Ask about entries, or about none."""
        was_hidden = self.isHidden()
        self.setVisible(bool(asked))
        if not asked:
            return
        words = _for_good(asked, today) if for_good else _for_thirty_days(asked, today)
        self._title.setText(words.title)
        self._which.setText("\n".join(_told_apart(asked, today, for_good=for_good)))
        self._reason.setText(words.reason)
        self._delete.setText(words.delete)
        self._keep.setText(say("Keep it") if len(asked) == 1 else say("Keep them"))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._which.text())
        if was_hidden:
            self._keep.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_up(self, keep=self)


@dataclass(frozen=True, slots=True)
class _Question:
    title: str
    reason: str
    delete: str


def _told_apart(asked: Sequence[EntryRow], today: date, *, for_good: bool) -> list[str]:
    """The entries by what they hold, which tells those of one day apart: at most three lines, then how many more."""
    shown = asked if len(asked) <= MOST_NAMED else asked[: MOST_NAMED - 1]
    lines = [_held(one, for_good=for_good) for one in shown]
    if len(asked) > 1:
        days = (name_of_day(one.day, today) for one in shown)
        lines = [say("{day}: {what}", day=day, what=line) for day, line in zip(days, lines, strict=True)]
    left = len(asked) - len(shown)
    return [*lines, say_n("and {n} more", "and {n} more", left)] if left else lines


def _held(asked: EntryRow, *, for_good: bool) -> str:
    goes = asked.what if for_good or not asked.leaves_notes else asked.answers_words
    what = textwrap.shorten(goes, MOST_LETTERS, placeholder="…")
    return say("{when} – {what}", when=asked.note, what=what) if asked.note else what


def _for_thirty_days(asked: Sequence[EntryRow], today: date) -> _Question:
    if len(asked) == 1:
        title = say("Delete this entry? {who}, {day}", who=asked[0].who, day=name_of_day(asked[0].day, today))
        reason = with_notes_left(say("You can undo this. What it said is kept for 30 days."), asked)
        return _Question(title, reason, say("Delete it"))
    title = say_n("Delete {n} entry?", "Delete these {n} entries?", len(asked))
    reason = with_notes_left(say("You can undo this. What they said is kept for 30 days."), asked)
    return _Question(title, reason, say("Delete them"))


def _for_good(asked: Sequence[EntryRow], today: date) -> _Question:
    if len(asked) == 1:
        day = name_of_day(asked[0].day, today)
        title = say("Remove this for good? {who}, {day}", who=asked[0].who, day=day)
        reason = say("You can’t undo this. Older backups hold it until newer ones replace them.")
        return _Question(title, reason, say("Remove it for good"))
    title = say_n("Remove {n} entry for good?", "Remove these {n} entries for good?", len(asked))
    reason = say("You can’t undo this. Older backups hold them until newer ones replace those.")
    return _Question(title, reason, say("Remove them for good"))
