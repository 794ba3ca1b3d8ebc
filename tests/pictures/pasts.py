"""A diary to look back on, without a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.values import Changes, HistoryRow
from diary.domain.people import PERSON, Basis
from tests.ui.diaries import TODAY, at

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from diary.domain.extract import Extract
    from diary.ui.kit.picture_saving import Picture, Table


class Past:
    """A diary to look back on."""

    def __init__(self, content: Extract, writer: str = PERSON) -> None:
        self.content = content
        self._writer = writer

    def extract(self) -> Extract:
        """Everything that was written."""
        return self.content

    def recent(self) -> None:
        """Nothing before everything: pictures are of what stands in the end."""

    def writer(self) -> str:
        """Sam, or who was named."""
        return self._writer

    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """Two changes of one day."""
        return (
            HistoryRow(at(day, 9, 1), PERSON, "pain", 6.0, 5.0, "g2", day=day, basis=Basis.SELF),
            HistoryRow(
                at(day), PERSON, "pain", None, 6.0, "g1", day=day, basis=Basis.SELF, brought_back_by=("here", 1)
            ),
        )

    def bring_back(self, revision: tuple[str, int]) -> Changes:
        """Bring back something."""
        del revision
        return Changes(frozenset({TODAY}), frozenset({"score"}))

    def delete_entries(self, entries: Sequence[str]) -> Changes:
        """Delete nothing."""
        del entries
        return Changes()

    def remove_for_good(self, things: Sequence[str]) -> Changes:
        """Remove nothing."""
        del things
        return Changes()

    def choose_panels(self, panels: Sequence[str]) -> Changes:
        """Choose nothing."""
        del panels
        return Changes()

    def save(self, sent: Picture | Table) -> None:
        """Write nothing."""
        del sent

    def undo(self) -> Changes | None:
        """Take back nothing."""
        return None
