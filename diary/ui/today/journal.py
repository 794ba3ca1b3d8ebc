"""Today's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes, DayPage
    from diary.domain.entries import MarkKind, Sharing


class DiaryJournal:
    """The verbs of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def day_page(self, day: date) -> DayPage:
        """The day as it stands."""
        from diary.app import journal

        return journal.day_page(self._diary(), day)

    def give_score(self, day: date, measure_id: str, value: float | None) -> Changes:
        """Keep an answer, or with ``None`` take it back."""
        from diary.app import journal

        return journal.give_score(self._diary(), day, measure_id, value)

    def mark_day(self, day: date, mark: MarkKind | None) -> Changes:
        """Mark a day, or take the mark back."""
        from diary.app import journal

        return journal.mark_day(self._diary(), day, mark)

    def write_note(self, day: date, text: str, *, note_id: str | None, sharing: Sharing) -> Changes:
        """Keep a note as one change."""
        from diary.app import journal

        return journal.write_note(self._diary(), day, text, note_id=note_id, sharing=sharing)

    def keep_draft(self, day: date, text: str) -> None:
        """Keep what is being typed, so that a crash loses nothing."""
        from diary.app import journal

        journal.keep_draft(self._diary(), day, text)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""
        from diary.app import journal

        return journal.redo(self._diary())
