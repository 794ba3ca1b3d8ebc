"""What stands under "More" on a day, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import time
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.domain.day_values import MadeFrom, ValueKey, is_later
from diary.domain.entries import Helped, Intake, MarkKind, Pause, Treatment
from diary.domain.measures import CORE, PAIN
from diary.domain.today import GOOD_THING, NUMBNESS, TodayChoices

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.app.values import DayPage
    from diary.domain.entries import Entry, Factor, Spread
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite


MARK_KEY: ValueKey = ("day_mark", None)
"""Stands for the mark on a day among its answers."""


@dataclass(frozen=True, slots=True)
class Taking:
    """That a treatment was taken or done, and whether it helped (``None``: not said).

    ``at`` is when, for what is taken as needed; ``id`` is empty until it was kept.
    """

    treatment: str
    helped: Helped | None = None
    at: time | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """How it was at one time of the day: the answers to what asks about *right now*, by measure."""

    id: str
    at: time
    answers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    is_later: bool = False
    """Whether any of it was filled in later."""


@dataclass(frozen=True, slots=True)
class MoreState:
    """What was answered beside the core, and what of it is asked.

    ``opened_by`` is the recorder who opened it: to anybody else it is closed.
    ``open_place`` is the place being asked about, ``uses_list`` whether places are chosen from a list, not the drawing.
    ``open_moment`` is the moment being asked about, in ``moments`` from its first answer on; ``timeless_moment`` is the
    id of one on an earlier day whose time comes first.
    ``own_measures`` are the person's own questions, ``own_words`` what numbers of a measure mean to them.
    ``told`` says of answers that somebody else wrote down who did, the core's and the mark on the day among them; on a
    carer's page it says of which the person's own counts.
    ``looked_through``: the person went through the list of factors, so what isn't ticked was not there.
    """

    is_open: bool = False
    opened_by: str = ""
    choices: TodayChoices = field(default_factory=TodayChoices)
    own_measures: Mapping[str, Measure] = field(default_factory=lambda: MappingProxyType({}))
    own_words: Mapping[str, Mapping[float, str]] = field(default_factory=lambda: MappingProxyType({}))
    places: Mapping[BodySite, float] = field(default_factory=lambda: MappingProxyType({}))
    numbness: Mapping[BodySite, float] = field(default_factory=lambda: MappingProxyType({}))
    told: Mapping[ValueKey, str] = field(default_factory=lambda: MappingProxyType({}))
    spreads: tuple[Spread, ...] = ()
    open_place: BodySite | None = None
    uses_list: bool = False
    nowhere_else: bool = False
    factors: tuple[Factor, ...] = ()
    ticked: frozenset[str] = frozenset()
    looked_through: bool = False
    treatments: tuple[Treatment, ...] = ()
    takings: tuple[Taking, ...] = ()
    good_thing: str = ""
    good_thing_is_draft: bool = False
    is_nothing_to_log: bool = False
    asks_for_notes: bool = False
    moments: tuple[Moment, ...] = ()
    open_moment: Moment | None = None
    timeless_moment: str = ""
    pause: Pause | None = None

    @property
    def marked(self) -> tuple[BodySite, ...]:
        """Every place of which anything was said."""
        starts = (one.start for one in self.spreads)
        return tuple(dict.fromkeys((*self.places, *self.numbness, *starts)))

    def looked_at_as(self, looked: MoreState) -> MoreState:
        """What the day has, looked at as ``looked`` is."""
        return replace(
            self, is_open=looked.is_open, open_place=looked.open_place, uses_list=looked.uses_list,
            open_moment=looked.open_moment, timeless_moment=looked.timeless_moment,
        )  # fmt: skip

    def turned_to(self, writer: str) -> MoreState:
        """What stays opened on another day, or before somebody else: ``writer`` is the recorder who writes now."""
        is_open = self.is_open and self.opened_by == writer
        return replace(self, is_open=is_open, open_place=None, open_moment=None, timeless_moment="")

    @property
    def asked(self) -> tuple[str, ...]:
        """What is asked below the core now."""
        return self.choices.asked if self.is_open else ()


def more_of(page: DayPage) -> MoreState:
    """What a day has under "More", in the page's voice only."""
    own = _own_entry(page)
    day = page.day
    good_things = [one for one in page.good_things if page.voice.said(one)]
    return MoreState(
        choices=page.choices,
        own_measures=MappingProxyType({id_: one for id_, one in page.measures.items() if one.own}),
        own_words=page.own_words,
        places=MappingProxyType({site: day.values[PAIN, site].value for site in day.scored_places}),
        numbness=MappingProxyType({s: v.value for (m, s), v in day.values.items() if m == NUMBNESS and s}),
        spreads=own.spreads if own else (),
        nowhere_else=own is not None and own.nowhere_else,
        factors=page.factors,
        ticked=frozenset(own.factors) if own else frozenset(),
        looked_through=own is not None and own.factors_looked_through,
        asks_for_notes=page.asks_for_notes,
        pause=page.pause,
        treatments=page.treatments,
        moments=_moments(page),
        takings=takings_of(page),
        good_thing=page.drafts.get(GOOD_THING, good_things[-1].text if good_things else ""),
        good_thing_is_draft=GOOD_THING in page.drafts,
        is_nothing_to_log=any(mark.kind is MarkKind.NOTHING_TO_LOG and mark.basis.is_own for mark in day.marks),
    )


def own_intakes(page: DayPage) -> tuple[Intake, ...]:
    """What the person says was taken or done on the day, in the page's voice."""
    return tuple(one for one in page.intakes if page.voice.said(one))


def takings_of(page: DayPage) -> tuple[Taking, ...]:
    """What the person says was taken or done, as Today draws it."""
    return sorted_takings(Taking(one.treatment, one.helped, one.at, one.id) for one in own_intakes(page))


def sorted_takings(takings: Iterable[Taking]) -> tuple[Taking, ...]:
    """Takings as they came, those without a time last."""
    return tuple(sorted(takings, key=lambda one: (one.at is None, one.at or time(), one.id)))


def answers_of(page: DayPage) -> dict[str, float]:
    """The day's own answers to the core and to what else is scored of the whole day, by measure.

    What was said of moments is no answer about the day, whose question stays open. A carer's page of what they noticed
    has those answers instead.
    """
    if not page.voice.basis.is_own:
        noticed = _own_entry(page)
        return {one.measure: one.value for one in noticed.scores} if noticed else {}
    found = {
        measure: value.value
        for (measure, site), value in page.day.values.items()
        if site is None and value.made_from not in {MadeFrom.NOWHERE_ELSE, MadeFrom.MOMENTS}
    }
    core = [measure for measure in CORE if measure in found]
    return {measure: found[measure] for measure in [*core, *(one for one in found if one not in CORE)]}


def in_order(moments: Iterable[Moment], day_ends_at: int) -> tuple[Moment, ...]:
    """Moments as they came: those after midnight belong to the end of the day."""
    return tuple(sorted(moments, key=lambda one: (one.at.hour < day_ends_at, one.at, one.id)))


def _moments(page: DayPage) -> tuple[Moment, ...]:
    found = [
        Moment(
            entry.id,
            entry.moment,
            MappingProxyType({one.measure: one.value for one in entry.scores}),
            any(is_later(entry, one) for one in entry.scores),
        )
        for entry in page.day.entries
        if entry.moment is not None and entry.scores and page.voice.said(entry)
    ]
    return in_order(found, page.choices.day_ends_at)


def _own_entry(page: DayPage) -> Entry | None:
    own = [e for e in page.day.entries if page.voice.said(e) and e.moment is None]
    return next((entry for entry in own if not entry.source), None)
