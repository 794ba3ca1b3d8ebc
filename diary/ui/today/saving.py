"""What was done on Today on its way into the diary, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from diary.domain.entries import MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, PERSON, Voice
from diary.domain.today import NOTE, SEALED_NOTE
from diary.ui.kit.unsaved import NotSaved
from diary.ui.today.drafts import Draft
from diary.ui.today.gestures import MoreJournal
from diary.ui.today.state import Answer, NoteState
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from diary.app.values import Changes, DayPage, Step, Welcome
    from diary.domain.entries import Note
    from diary.ui.today.gestures import Gesture


class Journal(MoreJournal, Protocol):
    """What Today asks of an open diary; every call runs on the diary's lane."""

    def speaking(self, voice: Voice) -> Journal:
        """The same diary in another voice."""

    def choose_writer(self, recorder: str) -> str:
        """Have somebody write from now on; returns who."""

    def give_score(self, day: date, measure_id: str, value: float | None) -> Changes:
        """Keep an answer, or with ``None`` take it back."""

    def write_note(self, day: date, text: str, *, note_id: str | None, sharing: Sharing) -> Changes:
        """Keep a note as one change."""

    def keep_draft(self, day: date, text: str, *, field: str = NOTE) -> None:
        """Keep what is being typed, so that a crash loses nothing."""

    def end_asking_about_code(self) -> None:
        """Ask no more whether the recovery code is written down."""

    def welcome(self) -> Welcome:
        """What to say when the page opens."""

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """Something done on the page in a voice; exactly one of the four after the day says what."""

    key: object
    day: date
    answer: Answer | None = None
    mark: bool | None = None
    note: NoteState | None = None
    gesture: Gesture | None = None
    voice: Voice = OWN_VOICE

    def write(self, journal: Journal) -> Changes:
        """Write it in a diary."""
        if self.answer is not None:
            return journal.give_score(self.day, self.answer.measure, self.answer.value)
        if self.gesture is not None:
            return self.gesture.write(journal, self.day)
        if self.note is not None:
            return _write_note(journal, self.day, self.note)
        return journal.mark_day(self.day, MarkKind.BAD_DAY if self.mark else None)


@dataclass(frozen=True, slots=True)
class Saved:
    """An act that is in the diary, and its day as it stands now."""

    act: Act
    changes: Changes
    page: DayPage


def save(journal: Journal, act: Act) -> Saved | NotSaved[Act]:
    """Write an act in the diary; runs on the lane."""
    try:
        return Saved(act, write_spoken(journal, act), journal.speaking(act.voice).day_page(act.day))
    except DiaryError as error:
        return NotSaved(act, error)


def write_spoken(journal: Journal, act: Act) -> Changes:
    """Write an act in the voice it was done in; runs on the lane."""
    return act.write(journal.speaking(act.voice))


def _own_notes(page: DayPage) -> list[Note]:
    return [note for note in page.notes if page.voice.said(note)]


def other_notes(page: DayPage) -> tuple[str, ...]:
    """The words of notes that were brought in or written elsewhere, beside the one in the field."""
    own = _own_notes(page)
    last = _open_notes(own)[-1:]
    return tuple(_words(note) for note in own if note not in last)


def _words(note: Note) -> str:
    return say("It is sealed, and what opened the diary doesn’t open this note.") if note.is_closed else note.text


def _open_notes(notes: Sequence[Note]) -> list[Note]:
    """Those that can be written in: words typed over one that stays shut would replace it unseen."""
    return [note for note in notes if not note.is_closed]


def own_note(page: DayPage) -> NoteState:
    """The person's own note of the day, the newest where there are several; it is the one that can be written in."""
    own = _open_notes(_own_notes(page))
    carers_read = page.may_seal or (page.voice == OWN_VOICE and len(page.writers) > 1)
    person = "" if page.voice == OWN_VOICE else next((one.name for one in page.writers if one.id == PERSON), "")
    empty = NoteState(may_seal=page.may_seal, carers_read=carers_read, also_reads=person)
    return replace(empty, text=own[-1].text, sharing=own[-1].sharing, id=own[-1].id) if own else empty


def note_shown(page: DayPage) -> NoteState:
    """The same with what was still being typed when it was last kept."""
    note = own_note(page)
    if page.draft is None:
        return note
    return Draft(page.day.day, page.draft, SEALED_NOTE if SEALED_NOTE in page.drafts else NOTE).on(note)


def _write_note(journal: Journal, day: date, note: NoteState) -> Changes:
    """Write the day's note, looking only now which one it is: it may have been made by the act queued before."""
    kept = own_note(journal.day_page(day))
    return journal.write_note(day, note.text, note_id=kept.id, sharing=note.sharing)


def step_taken(
    journal: Journal, step: Callable[[], Changes | None], day: date, of: Callable[[DayPage], Step | None] | None = None
) -> tuple[Changes | None, DayPage]:
    """Take something back, or do it again; returns the day that it was about, or ``day`` where it was that too.

    ``of`` finds what that would be on a page. Where it is about another day nothing is done, and that day returned.
    """
    to_come = of(journal.day_page(day)) if of else None
    if to_come is not None and to_come.day is not None and to_come.day != day:
        return None, journal.day_page(to_come.day)
    changes = step()
    if changes and changes.days and day not in changes.days:
        day = max(changes.days)
    return changes, journal.day_page(day)
