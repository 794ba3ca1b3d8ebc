"""Notes that the person chose for the pages, note by note, in their own words; all others stay at home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.people import Basis
from diary.report.labels import shortened
from diary.report.rich import plain, rich
from diary.report.values import Listing
from diary.words import say, say_n
from diary.words.dates import plain_day, short_day

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.domain.entries import Note
    from diary.domain.extract import Extract

MOST_NOTES, LONGEST_NOTE = 8, 300
_DAYS_OF_A_YEAR = 366


def own_notes(extract: Extract, chosen: Collection[str]) -> Listing:
    """Return the chosen notes, oldest first; of very many the newest, and how many more there are."""
    notes = [note for note in extract.notes_for_others if note.id in chosen and note.basis.is_own and note.text.strip()]
    notes.sort(key=lambda note: (note.day, note.written_at, note.id))
    shown, gone = notes[-MOST_NOTES:], max(len(notes) - MOST_NOTES, 0)
    is_long = len(extract.period) > _DAYS_OF_A_YEAR
    lines = tuple(rich(_line(note, is_long=is_long)) for note in shown)
    return Listing(say("Notes by the person"), lines, gone, more_notes(gone))


def more_notes(gone: int) -> str:
    """Return how many chosen notes are not shown, nothing when all are."""
    return say_n("and {n} earlier, in the diary", "and {n} earlier, in the diary", gone) if gone else ""


def _line(note: Note, *, is_long: bool) -> str:
    day = plain_day(note.day) if is_long else short_day(note.day)
    words = plain(shortened(note.text, LONGEST_NOTE))
    if note.basis is Basis.TOLD:
        return say("**{day}** (a carer wrote it down) “{words}”", day=day, words=words)
    return say("**{day}** “{words}”", day=day, words=words)
