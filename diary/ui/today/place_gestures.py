"""What a person can say about a place beside how bad the pain there was."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.domain.entries import Spread

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from diary.app.values import Changes
    from diary.domain.places import BodySite
    from diary.ui.today.gestures import MoreJournal
    from diary.ui.today.more_state import MoreState


@dataclass(frozen=True, slots=True)
class ScoreNumbness:
    """How much pins and needles or numbness bothered at a place; ``None`` takes the answer back."""

    site: BodySite
    value: float | None

    @property
    def about(self) -> str:
        """The place."""
        return f"numbness {self.site.place} {self.site.side}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep the score."""
        return journal.score_numbness(day, self.site, self.value)

    def drawn_on(self, more: MoreState) -> MoreState:
        """The places with this answer, or without it."""
        numbness = {site: value for site, value in more.numbness.items() if site != self.site}
        if self.value is not None:
            numbness[self.site] = self.value
        return replace(more, numbness=MappingProxyType(numbness))


@dataclass(frozen=True, slots=True)
class SaySpread:
    """That pain spread from one place to another, or that it did not."""

    start: BodySite
    end: BodySite
    said: bool

    @property
    def about(self) -> str:
        """Both places."""
        ends = (self.start.place, self.start.side, self.end.place, self.end.side)
        return f"spread {' '.join(ends)}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.say_spread(day, self.start, self.end, said=self.said)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Said or not."""
        spread = Spread(self.start, self.end)
        rest = tuple(one for one in more.spreads if one != spread)
        return replace(more, spreads=(*rest, spread) if self.said else rest)


@dataclass(frozen=True, slots=True)
class TakePlaceAway:
    """A place taken away with all that was said of it."""

    site: BodySite

    @property
    def about(self) -> str:
        """The place, as its score is."""
        return f"place {self.site.place} {self.site.side}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Clear it, as one act."""
        return journal.clear_place(day, self.site)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Without it."""
        return replace(
            more,
            places=_without(more.places, self.site),
            numbness=_without(more.numbness, self.site),
            spreads=tuple(one for one in more.spreads if one.start != self.site),
        )


def _without(values: Mapping[BodySite, float], site: BodySite) -> Mapping[BodySite, float]:
    return MappingProxyType({one: value for one, value in values.items() if one != site})
