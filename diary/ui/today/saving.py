"""What was done on Today, on its way into the diary: kept, or not kept with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.ui.today.state import NoteState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.values import Changes, DayPage
    from diary.domain.entries import Note
    from diary.ui.today.gestures import Gesture
    from diary.ui.today.presenter import Journal
    from diary.ui.today.state import Answer


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """Something done on the page, on its way into the diary."""

    key: tuple[date, str]
    day: date
    work: Callable[[], Changes]
    answer: Answer | None = None
    mark: bool | None = None
    note: NoteState | None = None
    gesture: Gesture | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """What was done, what it changed, and the day as it stands now."""

    act: Act
    changes: Changes
    page: DayPage


@dataclass(frozen=True, slots=True)
class NotSaved:
    """What could not be kept, and why."""

    act: Act
    error: DiaryError


def save(journal: Journal, act: Act) -> Saved | NotSaved:
    """Write an act down; runs on the lane."""
    try:
        return Saved(act, act.work(), journal.day_page(act.day))
    except DiaryError as error:
        return NotSaved(act, error)


def _own_notes(page: DayPage) -> list[Note]:
    return [note for note in page.notes if note.recorder == PERSON and note.basis is Basis.SELF]


def other_notes(page: DayPage) -> tuple[str, ...]:
    """The words of notes that were brought in or written elsewhere, beside the one in the field."""
    return tuple(note.text for note in _own_notes(page)[:-1])


def own_note(page: DayPage) -> NoteState:
    """The person's own note of the day, the newest where there are several; it is the one that can be written in."""
    own = _own_notes(page)
    return NoteState(own[-1].text, own[-1].sharing, own[-1].id) if own else NoteState()


def write_note(journal: Journal, day: date, note: NoteState) -> Changes:
    """Write the day's note, looking only now which one it is: it may have been made by the act queued before."""
    kept = own_note(journal.day_page(day))
    return journal.write_note(day, note.text, note_id=kept.id, sharing=note.sharing)
