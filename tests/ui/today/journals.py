"""A journal in memory that keeps Today's contract, and what Today shows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TypeVar

from diary.app.values import Changes, DayPage
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.entries import DayMark, Entry, MarkKind, Note, Score, Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.ui.kit.tasks import ImmediateTasks

T = TypeVar("T")

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 20, 14, tzinfo=UTC)


@dataclass(frozen=True)
class _Kept:
    scores: dict[tuple[date, str], float] = field(default_factory=dict)
    marks: dict[date, MarkKind] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)


class MemoryJournal:
    """Keeps answers in memory; ``fault`` is raised by the next acts while it is set, ``asked`` counts what was kept."""

    def __init__(self) -> None:
        self.kept = _Kept()
        self.drafts: dict[date, str] = {}
        self.fault: DiaryError | None = None
        self.asked: list[str] = []
        self._done: list[tuple[_Kept, Changes]] = []
        self._undone: list[tuple[_Kept, Changes]] = []

    def value(self, measure: str, day: date = DAY) -> float | None:
        """What was kept of a measure."""
        return self.kept.scores.get((day, measure))

    def day_page(self, day: date) -> DayPage:
        """The day as it stands."""
        scores = tuple(Score(measure, value, NOW) for (of, measure), value in self.kept.scores.items() if of == day)
        entries = (Entry("own", day, PERSON, Basis.SELF, NOW, scores),) if scores else ()
        mark = self.kept.marks.get(day)
        marks = (DayMark(day, PERSON, Basis.SELF, mark, NOW),) if mark else ()
        values = day_values(entries, {})
        notes = tuple(note for note in self.kept.notes.values() if note.day == day)
        stands = Day(day, day_state(values, marks, paused=False), values, entries, marks)
        return DayPage(stands, notes, self.drafts.get(day), bool(self._done), bool(self._undone))

    def give_score(self, day: date, measure_id: str, value: float | None) -> Changes:
        """Keep an answer, or with ``None`` take it back."""
        scores = {key: old for key, old in self.kept.scores.items() if key != (day, measure_id)}
        if value is not None:
            scores[(day, measure_id)] = value
        return self._act(
            f"{measure_id} {value}", replace(self.kept, scores=scores), Changes(frozenset({day}), frozenset({"score"}))
        )

    def mark_day(self, day: date, mark: MarkKind | None) -> Changes:
        """Mark a day, or take the mark back."""
        marks = {of: old for of, old in self.kept.marks.items() if of != day}
        if mark:
            marks[day] = mark
        return self._act(
            f"mark {mark}", replace(self.kept, marks=marks), Changes(frozenset({day}), frozenset({"day_mark"}))
        )

    def write_note(self, day: date, text: str, *, note_id: str | None, sharing: Sharing) -> Changes:
        """Keep a note as one change."""
        key = note_id or f"note {len(self.kept.notes)}"
        notes = {of: old for of, old in self.kept.notes.items() if of != key}
        if text.strip():
            notes[key] = Note(key, day, PERSON, Basis.SELF, text.strip(), NOW, sharing)
        changes = self._act("note", replace(self.kept, notes=notes), Changes(frozenset({day}), frozenset({"note"})))
        self.drafts.pop(day, None)
        return changes

    def keep_draft(self, day: date, text: str) -> None:
        """Keep what is being typed."""
        if self.fault:
            raise self.fault
        self.drafts[day] = text

    def undo(self) -> Changes | None:
        """Take back the last act."""
        return self._step(self._done, self._undone)

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""
        return self._step(self._undone, self._done)

    def _act(self, name: str, kept: _Kept, changes: Changes) -> Changes:
        if self.fault:
            raise self.fault
        self.asked.append(name)
        self._done.append((self.kept, changes))
        self._undone.clear()
        self.kept = kept
        return changes

    def _step(self, back: list[tuple[_Kept, Changes]], forth: list[tuple[_Kept, Changes]]) -> Changes | None:
        if not back:
            return None
        before, changes = back.pop()
        forth.append((self.kept, changes))
        self.kept = before
        return changes


class PatientTasks:
    """Keeps work until ``go``, so that a test sees what is on screen before the diary answers."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self._at_once = ImmediateTasks()

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Queue work behind what was queued before."""
        self._waiting.append(partial(self._at_once.run, work, done, failed))

    def go(self) -> None:
        """Do everything that was queued, in its order."""
        waiting, self._waiting = self._waiting, []
        for piece in waiting:
            piece()
