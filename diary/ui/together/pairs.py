"""Together's way into an open diary: what was written comes from the lane, the statistics run beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.links import TogetherPage
    from diary.app.opened import OpenDiary
    from diary.app.together import Material


class Pairs(Protocol):
    """What Together asks for."""

    def material(self) -> Material:
        """Everything that was written, and what was kept of earlier looks; runs on the diary's lane."""

    def page(self, found: Material, shown: int) -> TogetherPage:
        """One pair and all that were looked at; runs beside the lane."""


class DiaryPairs:
    """The pairs of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def material(self) -> Material:
        """Everything that was written, and what was kept of earlier looks."""
        from diary.app import together

        return together.material(self._diary())

    def page(self, found: Material, shown: int) -> TogetherPage:
        """One pair and all that were looked at, looked back at until what is said is certain."""
        from diary.app import together

        return together.settled_page(found, shown)
