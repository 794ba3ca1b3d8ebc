"""Together's way into an open diary: what was written comes from the lane, the statistics run beside it."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from diary.domain.measures import PAIN, ScaleKind
from diary.ui.kit.picture_saving import write
from diary.ui.together.state import PairState, Thing
from diary.ui.together.telling import pair_state
from diary.words.comparing import name, starting

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.links import AskedPair, LooksToKeep
    from diary.app.opened import OpenDiary
    from diary.app.together import Material
    from diary.app.values import Changes
    from diary.app.weekly import LookBack
    from diary.domain.measures import Measure
    from diary.ui.kit.picture_saving import Picture, Table


@dataclass(frozen=True, slots=True)
class Looking:
    """A diary that is being looked back on; ``look`` belongs to the worker alone."""

    found: Material
    look: LookBack
    pairs: tuple[AskedPair, ...]
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """What one piece of looking back made, and how far it has come by it.

    ``is_begun``: there are figures to show. ``is_over``: no more looks can be made from what was read.
    """

    looking: Looking
    to_keep: LooksToKeep
    is_begun: bool
    is_settled: bool
    is_complete: bool
    is_over: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A page that was worked out, of which pair, and all pairs' titles."""

    looking: Looking
    number: int
    titles: tuple[str, ...]
    pair: PairState


class Pairs(Protocol):
    """What Together asks for."""

    def material(self, *, only_recent: bool) -> Material:
        """What was written, and what was kept of earlier looks; runs on the diary's lane."""

    def begin(self, found: Material) -> Looking:
        """Get ready to look back; runs beside the lane, as do the next two."""

    def go_on(self, looking: Looking, *, was_settled: bool) -> Piece:
        """Look back one piece further, well below 50 ms; what ``was_settled`` stays so."""

    def page(self, looking: Looking, number: int) -> Shown:
        """One pair and all that were looked at, as far as was looked back."""

    def keep(self, looks: LooksToKeep) -> None:
        """Keep looks that were made; runs on the diary's lane, as do all below."""

    def add(self, x: str, y: str) -> Changes:
        """Look at another pair from today on."""

    def remove(self, x: str, y: str) -> Changes:
        """Look at a pair no more."""

    def undo(self) -> Changes | None:
        """Take the last act back."""

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""


PIECE_S = 0.008
"""A piece begins no other question after so many seconds; one of 16 weeks takes some 10 ms, of kept ones none."""


class LookingBack:
    """The part of ``Pairs`` that needs no diary, only what it handed out; ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = perf_counter) -> None:
        self._clock = clock

    def begin(self, found: Material) -> Looking:
        """Get ready to look back."""
        import diary.app.answers  # noqa: F401 - what calculates is loaded here, or the first piece would be a long one
        from diary.app import together

        things = tuple(map(_thing, together.offered(found.extract)))
        return Looking(found, together.look_back(found), together.pairs(found), things)

    def go_on(self, looking: Looking, *, was_settled: bool) -> Piece:
        """Look back one piece further."""
        look, until = looking.look, self._clock() + PIECE_S
        while not (is_over := look.advance(1)) and self._clock() < until:
            pass
        is_settled = was_settled or look.is_settled
        return Piece(looking, look.to_keep(), look.is_begun, is_settled, look.is_complete, is_over)

    def page(self, looking: Looking, number: int) -> Shown:
        """One pair and all that were looked at, as far as was looked back."""
        from diary.app import together

        page = together.page(looking.found, looking.look, number)
        return Shown(looking, number, tuple(link.title for link in page.looked_at), pair_state(page))


def _thing(measure: Measure) -> Thing:
    rank = 2 if measure.id == PAIN else 0 if measure.kind is ScaleKind.YES_NO else 1
    return Thing(measure.id, starting(name(measure)), rank)


class DiaryPairs(LookingBack):
    """The pairs of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        super().__init__()
        self._diary = diary

    def material(self, *, only_recent: bool) -> Material:
        """What was written, and what was kept of earlier looks."""
        from diary.app import together

        return together.material(self._diary(), only_recent=only_recent)

    def keep(self, looks: LooksToKeep) -> None:
        """Keep looks that were made."""
        from diary.app import together

        together.keep(self._diary(), looks)

    def add(self, x: str, y: str) -> Changes:
        """Look at another pair from today on."""
        from diary.app import together

        return together.add(self._diary(), x, y)

    def remove(self, x: str, y: str) -> Changes:
        """Look at a pair no more."""
        from diary.app import together

        return together.remove(self._diary(), x, y)

    def undo(self) -> Changes | None:
        """Take the last act back."""
        from diary.app import journal

        return journal.undo(self._diary())

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""
        write(sent)
