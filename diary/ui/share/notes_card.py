"""Notes on Share, note by note: one leaves only when it is ticked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.words import say
from diary.words.dates import near_day

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import OwnNote, ShareState

MOST_AT_FIRST, MORE_EACH_TIME = 4, 12
LONGEST_SHOWN = 90


class NotesCard(Card):
    """The notes of the days that were chosen, newest first; ``note_requested`` carries an id and whether it goes."""

    note_requested = Signal(str, bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=4)
        self._icons = icons
        self._state: ShareState | None = None
        self._shown = MOST_AT_FIRST
        self.ticks: dict[str, Tick] = {}
        self._rows = column(spacing=4)
        self.more = Button(icons, say("Show earlier ones"), "link")
        self._title, self._about = Title("", wrap=True), Words("", "second", wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self._about)
        self.body.addLayout(self._rows)
        self.body.addLayout(row(self.more, None))
        self.more.clicked.connect(self._show_more)

    def render_state(self, state: ShareState) -> None:
        """Draw the newest, and more of them when they were asked for; without a note there is no card."""
        self._state = state
        self._title.setText(say("Notes") if state.basics.handed_out_for else say("My notes"))
        self._about.setText(_about(state.basics.handed_out_for))
        self.setVisible(bool(state.notes) and state.wanted is not None)
        shown = state.notes[: self._shown]
        for gone in [id_ for id_ in self.ticks if id_ not in {note.id for note in shown}]:
            tick = self.ticks.pop(gone)
            tick.hide()
            self._rows.removeWidget(tick)
            tick.deleteLater()
        for at, note in enumerate(shown):
            tick = self.ticks.get(note.id) or self._new_tick(note)
            tick.setText(_words_of(note, state))
            if state.wanted is not None:
                tick.setChecked(state.wanted.content.has_note(note))
            if self._rows.indexOf(tick) != at:
                self._rows.insertWidget(at, tick)
                tick.show()
        self.more.setVisible(len(state.notes) > len(shown))

    def _new_tick(self, note: OwnNote) -> Tick:
        tick = self.ticks[note.id] = Tick(self._icons, "")
        tick.setObjectName(note.id)
        tick.clicked.connect(self._ask)
        return tick

    def _ask(self, is_on: bool) -> None:
        self.note_requested.emit(self.sender().objectName(), is_on)

    def _show_more(self) -> None:
        self._shown += MORE_EACH_TIME
        if self._state is not None:
            self.render_state(self._state)


def words_of_notes_tick(person: str) -> str:
    """The words of the tick that lets notes go with a file: by a carer not those that are private to ``person``."""
    return (
        say("With the notes that {person} does not keep private", person=person)
        if person
        else say("With my private notes")
    )


def _about(person: str) -> str:
    if person:
        return say("A note leaves only when it is ticked. Those that {person} ticked are ticked here.", person=person)
    return say("A note leaves only when it is ticked. Those that you ticked on their day are ticked here.")


def _words_of(note: OwnNote, state: ShareState) -> str:
    line = " ".join(note.text.split())
    words = line if len(line) <= LONGEST_SHOWN else line[: LONGEST_SHOWN - 1].rstrip() + "…"
    day = near_day(note.day, state.today)
    if note.who:
        return say("{day} ({who}): {words}", day=day, who=note.who, words=words)
    return say("{day}: {words}", day=day, words=words)
