"""What a person can do about what Today asks: each knows how it is written, and how it looks until it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

from diary.ui.kit.unsaved import FORM

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.app.values import Changes
    from diary.domain.measures import OwnMeasure
    from diary.ui.asking.state import Asked


class Asking(Protocol):
    """What the page asks of an open diary; every call runs on the diary's lane."""

    def asked(self) -> Asked:
        """What the diary asks now."""

    def choose_shown(self, shown: tuple[str, ...]) -> Changes:
        """Keep what is asked below the core, in its order."""

    def choose_low_energy(self, *, on: bool) -> Changes:
        """Ask the core alone, or all that was chosen again."""

    def add_measure(self, wanted: OwnMeasure) -> Changes:
        """Add a question of the person's own."""

    def change_measure(self, measure: str, wanted: OwnMeasure) -> Changes:
        """Change a question; answers given before keep theirs."""

    def archive_measure(self, measure: str, *, archived: bool) -> Changes:
        """Put a question away, or take it out again."""

    def say_what_numbers_mean(self, measure: str, words: Mapping[float, str]) -> Changes:
        """Keep what numbers mean to the person from today on."""

    def add_factor(self, label: str) -> Changes:
        """Add to the list of what can be part of a day; a hidden one of that name is shown again."""

    def rename_factor(self, factor: str, label: str) -> Changes:
        """Give a factor another name."""

    def merge_factors(self, factor: str, into: str) -> Changes:
        """Let one factor stand for two."""

    def hide_factor(self, factor: str, *, hidden: bool) -> Changes:
        """No longer ask about a factor, or ask again."""

    def order_factors(self, factors: tuple[str, ...]) -> Changes:
        """Put the list into this order."""

    def choose_day_end(self, hour: int) -> Changes:
        """End the day at this hour from now on."""

    def choose_week_days(self, days: frozenset[int]) -> Changes:
        """Mean to write on these days of the week; on every day where there are none."""

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""


class Gesture(Protocol):
    """One thing done on the page."""

    @property
    def key(self) -> object:
        """By what a later gesture takes the place of an earlier one; ``FORM`` where it comes from an open form."""

    def write(self, asking: Asking) -> Changes:
        """Write it down; runs on the lane."""

    def drawn_on(self, asked: Asked) -> Asked:
        """What is on screen until it is written."""


@dataclass(frozen=True, slots=True)
class ChooseShown:
    """What Today asks below the core, in its order."""

    shown: tuple[str, ...]

    @property
    def key(self) -> object:
        """There is one order."""
        return "shown"

    def write(self, asking: Asking) -> Changes:
        """Keep the choice."""
        return asking.choose_shown(self.shown)

    def drawn_on(self, asked: Asked) -> Asked:
        """Chosen at once."""
        return replace(asked, choices=replace(asked.choices, shown=self.shown))


@dataclass(frozen=True, slots=True)
class ChooseWeekDays:
    """The few days of the week on which the person means to write, or every day."""

    days: frozenset[int]

    @property
    def key(self) -> object:
        """There is one choice of days."""
        return "week"

    def write(self, asking: Asking) -> Changes:
        """Keep the choice."""
        return asking.choose_week_days(self.days)

    def drawn_on(self, asked: Asked) -> Asked:
        """Chosen at once."""
        return replace(asked, choices=replace(asked.choices, week_days=self.days))


@dataclass(frozen=True, slots=True)
class ChooseLowEnergy:
    """The core alone, or all that was chosen."""

    on: bool

    @property
    def key(self) -> object:
        """It is on or off."""
        return "low_energy"

    def write(self, asking: Asking) -> Changes:
        """Keep the choice."""
        return asking.choose_low_energy(on=self.on)

    def drawn_on(self, asked: Asked) -> Asked:
        """Chosen at once."""
        return replace(asked, choices=replace(asked.choices, low_energy=self.on))


@dataclass(frozen=True, slots=True)
class KeepMeasure:
    """A question of the person's own in their words: a new one, or the one with the id ``measure`` changed."""

    wanted: OwnMeasure
    measure: str = ""

    @property
    def key(self) -> object:
        """It comes from the open form."""
        return FORM

    def write(self, asking: Asking) -> Changes:
        """Add it, or change it."""
        return asking.change_measure(self.measure, self.wanted) if self.measure else asking.add_measure(self.wanted)

    def drawn_on(self, asked: Asked) -> Asked:
        """As before, until it is kept."""
        return asked


@dataclass(frozen=True, slots=True)
class ArchiveMeasure:
    """A question of the person's own put away, or taken out again."""

    measure: str
    archived: bool

    @property
    def key(self) -> object:
        """Each question has its own."""
        return "archive", self.measure

    def write(self, asking: Asking) -> Changes:
        """Keep it."""
        return asking.archive_measure(self.measure, archived=self.archived)

    def drawn_on(self, asked: Asked) -> Asked:
        """Put away or back at once."""
        changed = replace(asked.measures[self.measure], archived=self.archived)
        return replace(asked, measures=MappingProxyType({**asked.measures, self.measure: changed}))


@dataclass(frozen=True, slots=True)
class SayWhatNumbersMean:
    """What numbers of a scale mean to the person from today on; no words take a meaning away."""

    measure: str
    words: tuple[tuple[float, str], ...]

    @property
    def key(self) -> object:
        """It comes from the open form."""
        return FORM

    def write(self, asking: Asking) -> Changes:
        """Keep it."""
        return asking.say_what_numbers_mean(self.measure, dict(self.words))

    def drawn_on(self, asked: Asked) -> Asked:
        """As before, until it is kept."""
        return asked


@dataclass(frozen=True, slots=True)
class AddFactor:
    """Something more that can be part of a day."""

    label: str

    @property
    def key(self) -> object:
        """By its name."""
        return "add", self.label.casefold()

    def write(self, asking: Asking) -> Changes:
        """Add it."""
        return asking.add_factor(self.label)

    def drawn_on(self, asked: Asked) -> Asked:
        """As before, until it has an id."""
        return asked


@dataclass(frozen=True, slots=True)
class RenameFactor:
    """Another name for a factor, on past days too."""

    factor: str
    label: str

    @property
    def key(self) -> object:
        """Each factor has its own."""
        return "rename", self.factor

    def write(self, asking: Asking) -> Changes:
        """Keep it; raises ``factor_exists`` when another one has that name."""
        return asking.rename_factor(self.factor, self.label)

    def drawn_on(self, asked: Asked) -> Asked:
        """As before, until it is known that no other has the name."""
        return asked


@dataclass(frozen=True, slots=True)
class MergeFactors:
    """That two factors are one: ``into`` stands for both, on past days too."""

    factor: str
    into: str

    @property
    def key(self) -> object:
        """Each factor has its own."""
        return "merge", self.factor

    def write(self, asking: Asking) -> Changes:
        """Keep it; the history keeps which one was ticked."""
        return asking.merge_factors(self.factor, self.into)

    def drawn_on(self, asked: Asked) -> Asked:
        """Without the one that the other stands for."""
        return replace(asked, factors=tuple(one for one in asked.factors if one.id != self.factor))


@dataclass(frozen=True, slots=True)
class HideFactor:
    """That a factor is no longer asked about, or is again."""

    factor: str
    hidden: bool

    @property
    def key(self) -> object:
        """Each factor has its own."""
        return "hide", self.factor

    def write(self, asking: Asking) -> Changes:
        """Keep it."""
        return asking.hide_factor(self.factor, hidden=self.hidden)

    def drawn_on(self, asked: Asked) -> Asked:
        """Hidden or shown at once."""
        changed = (replace(one, hidden=self.hidden) if one.id == self.factor else one for one in asked.factors)
        return replace(asked, factors=tuple(changed))


@dataclass(frozen=True, slots=True)
class OrderFactors:
    """The list in another order."""

    factors: tuple[str, ...]

    @property
    def key(self) -> object:
        """There is one order."""
        return "order"

    def write(self, asking: Asking) -> Changes:
        """Keep it."""
        return asking.order_factors(self.factors)

    def drawn_on(self, asked: Asked) -> Asked:
        """In that order at once; what isn't named comes after."""
        known = {one.id: one for one in asked.factors}
        named = [known.pop(id_) for id_ in self.factors if id_ in known]
        return replace(asked, factors=(*named, *known.values()))


@dataclass(frozen=True, slots=True)
class ChooseDayEnd:
    """The hour at which the person's day ends."""

    hour: int

    @property
    def key(self) -> object:
        """There is one hour."""
        return "day_end"

    def write(self, asking: Asking) -> Changes:
        """Keep it; no day that was written moves."""
        return asking.choose_day_end(self.hour)

    def drawn_on(self, asked: Asked) -> Asked:
        """Chosen at once."""
        return replace(asked, choices=replace(asked.choices, day_ends_at=self.hour))
