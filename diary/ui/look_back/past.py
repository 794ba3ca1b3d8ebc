"""Look back's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from diary.ui.kit.picture_saving import write

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from diary.app.looking_back import Recent
    from diary.app.opened import OpenDiary
    from diary.app.values import Changes, HistoryRow
    from diary.domain.extract import Extract
    from diary.ui.kit.picture_saving import Picture, Table


class Past(Protocol):
    """What Look back asks of an open diary; every call runs on the diary's lane."""

    def extract(self) -> Extract:
        """Everything that was written."""

    def recent(self) -> Recent | None:
        """The newest days, where there are more."""

    def writer(self) -> str:
        """Who writes now, by recorder id."""

    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """What changed about a day, newest first."""

    def bring_back(self, revision: tuple[str, int]) -> Changes:
        """Make the value of a line of history stand again."""

    def delete_entries(self, entries: Sequence[str]) -> Changes:
        """Delete entries by their ids, as one act."""

    def remove_for_good(self, things: Sequence[str]) -> Changes:
        """Remove entries and notes by their ids, words and all; nobody can bring them back."""

    def choose_panels(self, panels: Sequence[str]) -> Changes:
        """Show these measures in the time chart, in this order."""

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""


class DiaryPast:
    """The past of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def extract(self) -> Extract:
        """Everything that was written."""
        from diary.app import looking_back

        return looking_back.extract(self._diary(), None)

    def recent(self) -> Recent | None:
        """The newest days, where there are more."""
        from diary.app import looking_back

        return looking_back.recent(self._diary())

    def writer(self) -> str:
        """Who writes now, by recorder id."""
        return self._diary().recorder

    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """What changed about a day, newest first."""
        from diary.app import looking_back

        return looking_back.history(self._diary(), day)

    def bring_back(self, revision: tuple[str, int]) -> Changes:
        """Make the value of a line of history stand again."""
        from diary.app import looking_back

        return looking_back.bring_back(self._diary(), revision)

    def delete_entries(self, entries: Sequence[str]) -> Changes:
        """Delete entries by their ids, as one act."""
        from diary.app import looking_back

        return looking_back.delete_entries(self._diary(), entries)

    def remove_for_good(self, things: Sequence[str]) -> Changes:
        """Remove entries and notes by their ids, words and all; nobody can bring them back."""
        from diary.app import forgetting

        return forgetting.remove_for_good(self._diary(), things)

    def choose_panels(self, panels: Sequence[str]) -> Changes:
        """Show these measures in the time chart, in this order."""
        from diary.app import choosing

        return choosing.choose_panels(self._diary(), panels)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""
        write(sent)
