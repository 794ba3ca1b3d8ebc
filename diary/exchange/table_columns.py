"""What tables about days are made of: a column with the words for what it says, and how answers stand in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from diary import catalogue
from diary.domain.day_values import Day
from diary.domain.entries import DayMark, Entry
from diary.domain.measures import PAIN, Measure, ScaleKind
from diary.domain.places import BodySite, Side
from diary.exchange.cells import Cell
from diary.words import say
from diary.words.places import place_name, place_question

YES, NO = "yes", "no"


@dataclass(frozen=True, slots=True)
class Column:
    """One column; a day without a cell is empty there. ``measure`` is the one whose answers stand in it, if any do.

    ``question`` is what was asked there.
    """

    name: str
    about: str
    cells: Mapping[date, Cell] = field(default_factory=dict)
    measure: Measure | None = None
    question: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether any day has something in it."""
        return any(cell is not None for cell in self.cells.values())


def yes_or_no(is_so: bool) -> str:  # noqa: FBT001 - the answer is all there is to say
    """Return the word for it."""
    return YES if is_so else NO


def measure_label(measure: Measure) -> str:
    """Return what a measure is called: in the person's language, or in their own words."""
    return measure.label if measure.own else say(measure.label)


def named(measure: Measure, site: BodySite | None) -> str:
    """Return what an answer is about, in words: "Pain (Forearm, left)"."""
    if site is None:
        return measure_label(measure)
    return say("{what} ({place})", what=measure_label(measure), place=site_words(site))


def question_of(measure: Measure, site: BodySite | None) -> str:
    """Return what was asked, about a place too where a question names it."""
    place = catalogue.places().get(site.place) if site else None
    if site and place and measure.id == PAIN:
        return place_question(place, site.side)
    return measure.question if measure.own else say(measure.question)


def site_words(site: BodySite) -> str:
    """Return a place in words for whoever reads the file; one that the catalogue doesn't know keeps its own name."""
    place = catalogue.places().get(site.place)
    name = place_name(place, Side.NONE) if place else site.place.replace("_", " ")
    if site.side is Side.LEFT:
        return say("{place}, left", place=name)
    return say("{place}, right", place=name) if site.side is Side.RIGHT else name


def site_name(site: BodySite) -> str:
    """Return a place by its id: ``forearm_left``."""
    return "_".join(part for part in (site.place, site.side) if part)


def shown(measure: Measure, value: float) -> Cell:
    """A number; a step of a measure whose steps have words goes by its words: "Could not tell" is not 3 of anything."""
    is_named = measure.kind is ScaleKind.STEPS and value == int(value)
    return measure.steps[int(value)] if is_named else value


def written_on(day: Day) -> tuple[Entry | DayMark, ...]:
    """Everything of a day that has a writer and a basis of its own."""
    return (*day.entries, *day.marks)


def marks_of(day: Day, *, own: bool, recorder: str | None = None) -> Cell:
    """What a day was marked as, by the person or by a carer."""
    kinds = {mark.kind for mark in day.marks if mark.basis.is_own == own and recorder in (None, mark.recorder)}
    return "+".join(sorted(kinds)) or None
