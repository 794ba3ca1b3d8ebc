"""What others have in the diary about the day: named and not shown, so that nobody copies the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.app.beside import MARK, OTHER
from diary.domain.people import Basis
from diary.domain.today import NOTE, PLACES, SEALED_NOTE
from diary.ui.kit.carer_mark import CarerMark
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.words import msgid, say
from diary.words.dates import clock_time, short_day
from diary.words.numbers import measure_words
from diary.words.writers import who_wrote

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from diary.app.values import Beside
    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState

_PARTS = {
    PLACES: msgid("places"),
    NOTE: msgid("a note"),
    SEALED_NOTE: msgid("a note that only {person} can read"),
    MARK: msgid("a mark on the day"),
    OTHER: msgid("other answers"),
}


class BesideCard(Card):
    """One line for each voice; hidden where nobody else wrote."""

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__(spacing=6)
        self._theme, self._measures = icons.theme, measures
        self._shown: tuple[object, ...] = ()
        self._lines: list[QWidget] = []
        self.body.addWidget(Title(say("In the diary for this day"), wrap=True))
        self._about = Words("", "caption", wrap=True)
        self.body.addWidget(self._about)
        self.hide()

    def render_state(self, state: TodayState) -> None:
        """Draw who wrote about the day and of what."""
        writing = state.writing
        theirs = tuple(one for one in writing.beside if one.recorder != writing.writer)
        self.setVisible(bool(theirs) and writing.is_shared and not writing.asks_who)
        self._about.setText(words := _about(state, theirs))
        self._about.setVisible(bool(words))
        shown = (state.day, theirs, writing.writers, writing.writer)
        if shown == self._shown or self.isHidden():
            return
        self._shown = shown
        for line in self._lines:
            line.hide()
            line.setParent(None)
            line.deleteLater()
        self._lines = []
        for one in theirs:
            self._add(one, writing.person, state.day)

    def _add(self, one: Beside, person: str, day: date) -> None:
        line = QWidget()
        head = row(spacing=10)
        if one.basis is Basis.OBSERVED:
            head.addWidget(CarerMark(self._theme))
        told = Words(self._of_what(one, person), "second", wrap=True)
        who = who_wrote(one.basis, person, one.name)
        head.addLayout(column(Words(who, "strong", wrap=True), told, spacing=1), 1)
        at = clock_time(one.at) if one.at.date() == day else short_day(one.at.date())
        head.addWidget(Words(at, "caption"))
        line.setLayout(head)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        self.body.insertWidget(self.body.count() - 1, line)
        line.show()
        self._lines.append(line)

    def _of_what(self, one: Beside, person: str) -> str:
        asked = [measure for id_, measure in self._measures.items() if id_ in one.what]
        rest = (part for part in one.what if part not in self._measures)
        words = [measure_words(measure, measure.label) for measure in asked]
        words += [say(_PARTS.get(part, _PARTS[OTHER]), person=person) for part in rest]
        return say("Answered: {what}", what=", ".join(dict.fromkeys(words)))


def _about(state: TodayState, theirs: Iterable[Beside]) -> str:
    """Ask a carer to write first, until they have: Look back keeps nothing from anybody, but for a sealed note."""
    parts = {part for one in theirs for part in one.what}
    if parts == {SEALED_NOTE}:
        return ""
    if state.writing.is_person or _has_written(state):
        shows = say("Look back shows what they wrote.")
        if SEALED_NOTE in parts:
            person = state.writing.person
            shows = say("Look back shows what they wrote, but not what only {person} can read.", person=person)
        return " ".join((shows, say("For the words of a note, choose History there.")) if NOTE in parts else (shows,))
    return say("Please write yours before you read theirs on Look back, so that neither of you copies the other.")


def _has_written(state: TodayState) -> bool:
    """Whether a carer has on this page what they write about the day; both kinds while it is asked which."""
    writing, more = state.writing, state.more
    if writing.asks_how:
        return {one.basis for one in writing.beside if one.recorder == writing.writer} >= {Basis.TOLD, Basis.OBSERVED}
    return bool(state.answers or state.note.text or state.is_bad_day or more.marked or more.ticked or more.takings)
