"""The page's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.ui.asking.state import Asked

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes
    from diary.domain.measures import OwnMeasure


class DiaryAsking:
    """The questions of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def asked(self) -> Asked:
        """What the diary asks now."""
        from diary.app import factors, journal

        diary = self._diary()
        page = journal.day_page(diary, diary.today())
        return Asked(page.choices, MappingProxyType(dict(page.measures)), page.own_words, factors.factors(diary))

    def choose_shown(self, shown: tuple[str, ...]) -> Changes:
        """Keep what is asked below the core, in its order."""
        from diary.app import choosing

        return choosing.choose_shown(self._diary(), shown)

    def choose_low_energy(self, *, on: bool) -> Changes:
        """Ask the core alone, or all that was chosen again."""
        from diary.app import choosing

        return choosing.choose_low_energy(self._diary(), on=on)

    def add_measure(self, wanted: OwnMeasure) -> Changes:
        """Add a question of the person's own."""
        from diary.app import own_measures

        return own_measures.add_measure(self._diary(), wanted)

    def change_measure(self, measure: str, wanted: OwnMeasure) -> Changes:
        """Change a question; answers given before keep theirs."""
        from diary.app import own_measures

        return own_measures.change_measure(self._diary(), measure, wanted)

    def archive_measure(self, measure: str, *, archived: bool) -> Changes:
        """Put a question away, or take it out again."""
        from diary.app import own_measures

        return own_measures.archive_measure(self._diary(), measure, archived=archived)

    def say_what_numbers_mean(self, measure: str, words: Mapping[float, str]) -> Changes:
        """Keep what numbers mean to the person from today on."""
        from diary.app import own_measures

        return own_measures.say_what_numbers_mean(self._diary(), measure, words)

    def add_factor(self, label: str) -> Changes:
        """Add to the list of what can be part of a day; a hidden one of that name is shown again."""
        from diary.app import factors

        return factors.add_factor(self._diary(), label)

    def rename_factor(self, factor: str, label: str) -> Changes:
        """Give a factor another name."""
        from diary.app import factors

        return factors.rename_factor(self._diary(), factor, label)

    def merge_factors(self, factor: str, into: str) -> Changes:
        """Let one factor stand for two."""
        from diary.app import factors

        return factors.merge_factors(self._diary(), factor, into)

    def hide_factor(self, factor: str, *, hidden: bool) -> Changes:
        """No longer ask about a factor, or ask again."""
        from diary.app import factors

        return factors.hide_factor(self._diary(), factor, hidden=hidden)

    def order_factors(self, factors: tuple[str, ...]) -> Changes:
        """Put the list into this order."""
        from diary.app.factors import order_factors

        return order_factors(self._diary(), factors)

    def choose_day_end(self, hour: int) -> Changes:
        """End the day at this hour from now on."""
        from diary.app import choosing

        return choosing.choose_day_end(self._diary(), hour)

    def choose_week_days(self, days: frozenset[int]) -> Changes:
        """Mean to write on these days of the week."""
        from diary.app import choosing

        return choosing.choose_week_days(self._diary(), days)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""
        from diary.app import journal

        return journal.redo(self._diary())
