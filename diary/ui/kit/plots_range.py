"""Which days a time chart shows when it is zoomed or moved; days are ordinals, ranges closed, ends the diary's own."""

from __future__ import annotations

Range = tuple[int, int]

SHORTEST_VIEW = 7
"""Fewer days than a week are never shown alone: their marks would stand an inch apart."""
SHORTEST_WHOLE, MOST_BACK = 14, 20
"""A young diary can be shown on two weeks; so many ranges are remembered for the way back."""


def bounded(shown: Range, ends: Range) -> Range:
    """The range moved into the diary and no shorter than a week; one longer than the diary ends with it."""
    span = max(shown[1] - shown[0], SHORTEST_VIEW - 1)
    last = min(max(shown[1], ends[0]), ends[1])
    first = last - span
    if first < ends[0] <= ends[1] - span:
        first = ends[0]
    return first, first + span


def zoomed(shown: Range, factor: float, around: float, ends: Range) -> Range:
    """A range ``factor`` times as long, in which the day ``around`` stays where it was."""
    longest = max(ends[1] - ends[0], SHORTEST_WHOLE - 1)
    now = max(shown[1] - shown[0], 1)
    span = min(max(round(now * factor), SHORTEST_VIEW - 1), longest)
    if span == now and factor != 1:
        span = min(max(now + (1 if factor > 1 else -1), SHORTEST_VIEW - 1), longest)
    share = (around - shown[0]) / now
    first = round(around - share * span)
    return bounded((first, first + span), ends)


def panned(shown: Range, days: int, ends: Range) -> Range:
    """The range so many days later, or earlier where negative."""
    return bounded((shown[0] + days, shown[1] + days), ends)


def chosen(one: float, other: float, ends: Range) -> Range:
    """The whole days between two places, in whichever order; a few days are shown with those around them."""
    first, last = round(min(one, other)), round(max(one, other))
    lacking = SHORTEST_VIEW - (last - first + 1)
    if lacking > 0:
        first, last = first - lacking // 2, last + lacking - lacking // 2
    return bounded((first, last), ends)


class DaysInView:
    """The range that is shown and the way back to those before it; every move says whether it changed anything."""

    def __init__(self) -> None:
        self.ends: Range = (0, 0)
        self.shown: Range = (0, 1)
        self._before: list[Range] = []

    def show(self, first: int, last: int) -> None:
        """Begin afresh with a range."""
        self.shown, self._before = bounded((first, last), self.ends), []

    def follow(self, first: int, last: int) -> bool:
        """Go along with a range that is moved step by step; only its beginning and its end are worth going back to."""
        wanted = bounded((first, last), self.ends)
        is_new, self.shown = wanted != self.shown, wanted
        return is_new

    def go_to(self, wanted: Range) -> bool:
        """Show another range, and remember this one."""
        if wanted == self.shown:
            return False
        self._before = [*self._before[1 - MOST_BACK :], self.shown]
        self.shown = wanted
        return True

    def go_back(self) -> bool:
        """Show the range before."""
        if not self._before:
            return False
        self.shown = self._before.pop()
        return True

    def zoom(self, factor: float, around: float) -> bool:
        """Come closer (below 1) or go further away."""
        return self.go_to(zoomed(self.shown, factor, around, self.ends))

    def pan(self, days: int) -> bool:
        """Move by days."""
        return self.go_to(panned(self.shown, days, self.ends))

    def choose(self, one: float, other: float) -> bool:
        """Show the days between two places."""
        return self.go_to(chosen(one, other, self.ends))
