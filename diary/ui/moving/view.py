"""The page that moves an entry to another diary: the entry, which diary, and what would go, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import Card, Page, column, row
from diary.ui.kit.text import Heading, Title, Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.moving.account_card import AccountCard
from diary.ui.moving.diary_choice import DiaryChoice
from diary.ui.moving.done_card import DoneCard
from diary.words import say
from diary.words.dates import clock_time, long_day, plain_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from diary.ui.kit.icons import Icons
    from diary.ui.moving.state import MovingState

ALL, LAST = "all", "last"


class MovingView(Page):
    """``chosen`` carries a ``DiaryCard``, ``look_requested`` what was typed.

    ``since_requested`` carries the instant from which on it moves, ``None`` for all of it.
    """

    back_requested = Signal()
    chosen = Signal(object)
    since_requested = Signal(object)
    look_requested = Signal(str)
    speaker_requested = Signal(object)
    move_requested = Signal()

    def __init__(self, icons: Icons, state: MovingState) -> None:
        super().__init__(icons.theme)
        self._icons, self._state = icons, state
        self._back = Button(icons, say("Back"), "link", "chevron-left")
        lead_out(self._back)
        self._problem = Message(icons, is_warning=True)
        self._entry, self._what = Title("", wrap=True), Words("", wrap=True)
        self._parts: SmallChoice | None = None
        self._part_words: dict[str, str] = {}
        self._room_for_parts = column()
        self.diaries = DiaryChoice(icons)
        self.secret = SecretField(icons, say("Its passphrase"))
        self._or_code = Words(say("Its recovery code opens it too."), "caption", wrap=True)
        self.look = Button(icons, "", "primary")
        self._asked, self._entry_card = self._which_card(), Card(padding=(24, 18), spacing=10)
        self._entry_card.body.addWidget(self._entry)
        self._entry_card.body.addWidget(self._what)
        self._entry_card.body.addLayout(self._room_for_parts)
        self.account, self.done = AccountCard(icons), DoneCard(icons)
        self.body.addLayout(column(row(self._back, None), Heading(say("Oops, wrong diary")), spacing=2))
        for part in (self._problem, self.done, self._entry_card, self._asked, self.account):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._connect()
        self.render_state(state)

    def render_state(self, state: MovingState) -> None:
        """Draw a state whole; what was typed stays until another diary is chosen."""
        before, self._state = self._state, state
        if state.chosen != before.chosen or state.wish is None or state.is_done:
            self.secret.clear()
        self._problem.say(state.problem, state.reason)
        self._draw_entry(state)
        self.diaries.render_cards(state.cards, state.chosen)
        label = state.chosen.label if state.chosen else ""
        self.secret.show_label(say("The passphrase of the diary {diary}", diary=label))
        for part in (self.secret, self._or_code):
            part.setVisible(state.chosen is not None and state.asks and state.account is None)
        self.look.setText(say("Looking…") if state.is_working else say("See what would move"))
        self.look.setVisible(state.chosen is not None and state.account is None)
        self.look.rest(is_resting=state.is_working)
        self._asked.setVisible(state.moved is None and not _has_nothing(state))
        self._entry_card.setVisible(not state.is_done)
        self.account.render_state(state)
        self.done.render_state(state)
        self._measure()
        if self.isVisible():
            self._lead(before, state)

    def take_keyboard(self) -> None:
        """Begin at the passphrase where a diary was chosen; where none is or nothing can move, at the way back."""
        if _has_nothing(self._state) and self._state.moved is None:
            self._back.setFocus()
        elif self._state.moved is not None:
            self.done.take_keyboard()
        elif self._state.account is not None:
            self.account.take_keyboard()
        elif self._state.chosen is not None and self._state.asks:
            self.secret.field.setFocus()
        elif self._state.chosen is not None:
            self.look.setFocus()
        else:  # a ring round one of the diaries would look like a choice
            self._back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self, before: MovingState, state: MovingState) -> None:
        """Bring the keyboard to what is asked next."""
        is_new = (state.account is None) is not (before.account is None) or state.moved is not before.moved
        is_new_entry = _has_nothing(state) is not _has_nothing(before)
        if state.chosen != before.chosen or state.asks is not before.asks or is_new or is_new_entry:
            self.take_keyboard()
        elif state.problem and state.problem != before.problem and state.asks:
            self.secret.field.setFocus()
            self.secret.field.selectAll()
        if is_new and state.moved is not None:
            self.verticalScrollBar().setValue(0)
        elif is_new and state.account is not None:
            self.bring_up(self.account, keep=self.account)

    def _draw_entry(self, state: MovingState) -> None:
        found, wish = state.contents, state.wish
        if found is None or wish is None:
            self._entry.setText(say("Reading the diary…"))
            self._what.setText("")
            return
        self._entry.setText(say("{who}, {day}", who=found.who, day=_named(wish.day, state.today)))
        self._what.setText(", ".join(found.things) or say("Nothing is written here on that day, so nothing can move."))
        last = found.parts[-1] if len(found.parts) > 1 else None
        words = {} if last is None else _part_words(last, wish.day)
        if words != self._part_words:
            self._make_parts(words)
        if self._parts is not None:
            self._parts.show_choice(ALL if wish.since is None else LAST)
            self._parts.setEnabled(state.moved is None)

    def _make_parts(self, words: dict[str, str]) -> None:
        self._part_words = words
        if self._parts is not None:
            self._room_for_parts.removeWidget(self._parts)
            self._parts.hide()
            self._parts.deleteLater()
        self._parts = SmallChoice(self._icons.theme, say("How much of it moves"), words) if words else None
        if self._parts is not None:
            self._room_for_parts.addWidget(self._parts)
            self._parts.chosen.connect(self._choose_part)

    def _choose_part(self, key: str | None) -> None:
        found = self._state.contents
        self.since_requested.emit(found.parts[-1] if key == LAST and found else None)

    def _which_card(self) -> Card:
        card = Card(padding=(24, 18), spacing=12)
        card.body.addWidget(Title(say("Which diary does it belong to?"), wrap=True))
        for part in (self.diaries, self.secret, self._or_code):
            card.body.addWidget(part)
        card.body.addLayout(row(self.look, None))
        return card

    def _connect(self) -> None:
        self._back.clicked.connect(self.back_requested)
        self.diaries.chosen.connect(self.chosen)
        self.secret.entered.connect(self._ask)
        self.look.clicked.connect(self._ask)
        self.account.speaker_requested.connect(self.speaker_requested)
        self.account.move_requested.connect(self.move_requested)
        self.account.back_requested.connect(self.back_requested)
        self.done.again_requested.connect(self.move_requested)
        self.done.back_requested.connect(self.back_requested)

    def _ask(self) -> None:
        self.look_requested.emit(self.secret.text)


def _has_nothing(state: MovingState) -> bool:
    """Whether it is known that nothing was written that could move."""
    return state.contents is not None and not state.contents.things


def _part_words(last: datetime, day: date) -> dict[str, str]:
    time = clock_time(last)
    if last.date() != day:
        since = say("Only what was written from {time} on, {day}", time=time, day=plain_day(last.date()))
    else:
        since = say("Only what was written from {time} on", time=time)
    return {ALL: say("All of it"), LAST: since}


def _named(day: date, today: date) -> str:
    return long_day(day, today) if day.year == today.year else plain_day(day)
