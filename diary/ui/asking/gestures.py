"""What a person can do about what Today asks: each knows how it is written, and how it looks until it is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol

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

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""


class Gesture(Protocol):
    """One thing done on the page; ``closes_form`` says that it comes from the open form."""

    @property
    def closes_form(self) -> bool:
        """Whether the form that asked for it is done with once it is kept."""

    def write(self, asking: Asking) -> Changes:
        """Write it down; runs on the lane."""

    def drawn_on(self, asked: Asked) -> Asked:
        """What is on screen until it is written."""


@dataclass(frozen=True, slots=True)
class ChooseShown:
    """What Today asks below the core, in its order."""

    shown: tuple[str, ...]
    closes_form = False

    def write(self, asking: Asking) -> Changes:
        """Keep the choice."""
        return asking.choose_shown(self.shown)

    def drawn_on(self, asked: Asked) -> Asked:
        """Chosen at once."""
        return replace(asked, choices=replace(asked.choices, shown=self.shown))


@dataclass(frozen=True, slots=True)
class ChooseLowEnergy:
    """The core alone, or all that was chosen."""

    on: bool
    closes_form = False

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
    closes_form = True

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
    def closes_form(self) -> bool:
        """A question is put away from its form."""
        return self.archived

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
    closes_form = True

    def write(self, asking: Asking) -> Changes:
        """Keep it."""
        return asking.say_what_numbers_mean(self.measure, dict(self.words))

    def drawn_on(self, asked: Asked) -> Asked:
        """As before, until it is kept."""
        return asked
