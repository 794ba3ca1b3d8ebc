"""Together's way into an open diary: what was written comes from the lane, the statistics run beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.links import TogetherPage
    from diary.app.opened import OpenDiary
    from diary.domain.extract import Extract


class Pairs(Protocol):
    """What Together asks for."""

    def extract(self) -> Extract:
        """Everything that was written; runs on the diary's lane."""

    def pairs(self, extract: Extract) -> tuple[tuple[str, str], ...]:
        """The pairs of measures that are looked at."""

    def page(self, extract: Extract, x_id: str, y_id: str) -> TogetherPage:
        """One pair and all that were looked at; a pure function that runs beside the lane."""


class DiaryPairs:
    """The pairs of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def extract(self) -> Extract:
        """Everything that was written."""
        from dataclasses import replace

        from diary.app import looking_back
        from diary.domain.day_values import Day

        extract = looking_back.extract(self._diary(), None)
        # Only the days' values are looked at; who wrote what need not be kept in memory a second time.
        days = tuple(Day(day.day, day.state, day.values) for day in extract.days)
        return replace(extract, days=days, notes=(), intakes=())

    def pairs(self, extract: Extract) -> tuple[tuple[str, str], ...]:
        """The pairs of measures that are looked at."""
        from diary.app import together

        return together.pairs(extract)

    def page(self, extract: Extract, x_id: str, y_id: str) -> TogetherPage:
        """One pair and all that were looked at."""
        from diary.app import together

        return together.together(extract, x_id, y_id)
