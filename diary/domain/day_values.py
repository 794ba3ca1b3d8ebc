"""One value per measure and day, made from the person's own answers by one rule, and the state of a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from operator import itemgetter

from diary.domain.days import is_filled_in_later, is_too_late_for_statistics
from diary.domain.entries import DayMark, Entry, MarkKind, Score
from diary.domain.measures import PAIN, RECORDED_NEEDS
from diary.domain.people import Basis
from diary.domain.places import BodySite


class MadeFrom(StrEnum):
    """How a day's value came about."""

    DAILY = "daily"
    TOLD = "told"
    IMPORTED = "imported"
    IMPORTED_MEAN = "imported_mean"
    MOMENTS = "moments"
    NOWHERE_ELSE = "nowhere_else"
    """No score: "Nowhere else today" makes a usual place 0."""


@dataclass(frozen=True, slots=True)
class DayValue:
    """The value of a measure on a day, own answers only.

    ``filled_in_later``: first answered after noon of the following day (hollow on charts).
    ``in_statistics``: written within 72 hours of the day's end, or from notes made at the time, or of unknown age.
    """

    value: float
    made_from: MadeFrom
    filled_in_later: bool = False
    in_statistics: bool = True


ValueKey = tuple[str, BodySite | None]
"""A measure's id, with the place it was scored at or ``None``."""


def day_value(
    entries: Iterable[Entry], measure: str, site: BodySite | None = None, moment_measure: str | None = None
) -> DayValue | None:
    """The day's value of ``measure`` from one day's entries, or ``None`` when nobody gave an own answer.

    The person's daily answer; else the daily answer told to a carer (the latest written); else an imported one (the
    latest by the source's own time; when a time is unknown, their mean); else the mean of the *right now* answers to
    ``moment_measure``. Never a mixture, and never what a carer noticed.
    """
    day_entries = list(entries)
    if counting := counting_answers(day_entries, measure, site):
        entry, score = counting[0]
        return _mean(counting, MadeFrom.IMPORTED_MEAN) if len(counting) > 1 else _single(entry, score)
    own_moments = [e for e in day_entries if e.basis.is_own and e.moment is not None]
    moments = [(e, s) for e in own_moments if (s := e.score(moment_measure or measure, site))]
    return _mean(moments, MadeFrom.MOMENTS) if moments else None


Answer = tuple[Entry, Score]
"""An answer, after the entry that it is in."""


def daily_answers(entries: Iterable[Entry], measure: str, site: BodySite | None = None) -> list[Answer]:
    """Every own answer about a whole day; those of moments aside."""
    return [(e, s) for e in entries if e.basis.is_own and e.moment is None and (s := e.score(measure, site))]


def counting_answers(entries: Iterable[Entry], measure: str, site: BodySite | None = None) -> list[Answer]:
    """The daily answers that a day's value is made from: one, or imported ones whose times aren't all known."""
    daily = daily_answers(entries, measure, site)
    for basis in (Basis.SELF, Basis.TOLD):
        if candidates := [(e, s) for e, s in daily if not e.source and e.basis is basis]:
            return [max(candidates, key=lambda pair: (pair[0].written_at, pair[0].id))]
    timed = [(e.source_written_at, e.id, (e, s)) for e, s in daily if e.source_written_at]
    return [max(timed, key=itemgetter(0, 1))[2]] if timed and len(timed) == len(daily) else daily


def overruled(entry: Entry, entries: Iterable[Entry]) -> dict[Score, Entry]:
    """An entry's own answers about a whole day that don't count, each with the entry whose answer does instead."""
    whole = [one for one in entries if one.basis.is_own and one.moment is None]
    if entry not in whole or whole == [entry]:
        return {}
    counting = {score: [one for one, _ in counting_answers(whole, score.measure, score.site)] for score in entry.scores}
    return {score: ones[0] for score, ones in counting.items() if entry not in ones}


def _single(entry: Entry, score: Score) -> DayValue:
    here = MadeFrom.DAILY if entry.basis is Basis.SELF else MadeFrom.TOLD
    made_from = MadeFrom.IMPORTED if entry.source else here
    return DayValue(score.value, made_from, is_later(entry, score), counts_in_statistics(entry, score))


def _mean(candidates: list[Answer], made_from: MadeFrom) -> DayValue:
    return DayValue(
        sum(score.value for _, score in candidates) / len(candidates),
        made_from,
        any(is_later(entry, score) for entry, score in candidates),
        all(counts_in_statistics(entry, score) for entry, score in candidates),
    )


def is_later(entry: Entry, score: Score) -> bool:
    """Whether an answer was filled in later; one of unknown age counts as in time."""
    return score.answered_at is not None and is_filled_in_later(entry.day, score.answered_at)


def counts_in_statistics(entry: Entry, score: Score) -> bool:
    """Whether an answer is young enough for statistics, or the person had notes made at the time."""
    if score.answered_at is None or entry.from_notes:
        return True
    return not is_too_late_for_statistics(entry.day, score.answered_at, entry.day_ends_at)


def day_values(entries: Iterable[Entry], moment_of: Mapping[str, str]) -> dict[ValueKey, DayValue]:
    """Every measure and place that has a value on a day; ``moment_of`` maps *right now* measures to their daily one."""
    own = [entry for entry in entries if entry.basis.is_own]
    if len(own) == 1 and own[0].moment is None:  # as on most days
        return _of_one(own[0], moment_of)
    asked_now = {daily: now for now, daily in moment_of.items()}
    keys: dict[ValueKey, None] = {}
    for entry in own:
        for score in entry.scores:
            keys[(moment_of.get(score.measure, score.measure), score.site)] = None
    values = {key: day_value(own, *key, asked_now.get(key[0])) for key in keys}
    return {key: value for key, value in values.items() if value is not None}


def _of_one(entry: Entry, moment_of: Mapping[str, str]) -> dict[ValueKey, DayValue]:
    """What a day's only own entry makes of it, if it is about the whole day: nothing there has to be chosen."""
    values: dict[ValueKey, DayValue] = {}
    for score in entry.scores:
        if score.measure not in moment_of:
            values.setdefault((score.measure, score.site), _single(entry, score))
    return values


def on_their_scales(entry: Entry, former: Mapping[tuple[str, int], str]) -> Entry:
    """The entry with each answer under the measure whose scale it was given on.

    ``former`` maps a measure and a version to the id of an earlier version with another scale.
    """
    if not any((score.measure, score.version) in former for score in entry.scores):
        return entry
    scores = (replace(s, measure=former.get((s.measure, s.version), s.measure)) for s in entry.scores)
    return replace(entry, scores=tuple(scores))


class DayState(StrEnum):
    """What is known of a day; each is drawn with its own shape."""

    RECORDED = "recorded"
    PARTLY = "partly"
    BAD_DAY = "bad_day"
    NOTHING_TO_LOG = "nothing_to_log"
    PAUSED = "paused"
    UNKNOWN = "unknown"


def day_state(
    values: Iterable[ValueKey], marks: Iterable[DayMark], *, paused: bool, also_answered: bool = False
) -> DayState:
    """The state of a day from its day values and the person's own marks.

    ``also_answered``: something other than a score was answered (a factor, a note, a treatment). Numbers given on a
    bad day count, and the mark stays; what a carer noticed, an observed mark included, makes no state.
    """
    answered = set(values)
    if all((measure, None) in answered for measure in RECORDED_NEEDS):
        return DayState.RECORDED
    own_marks = {mark.kind for mark in marks if mark.basis.is_own}
    if answered:
        return DayState.PARTLY
    if MarkKind.BAD_DAY in own_marks:
        return DayState.BAD_DAY
    if also_answered:
        return DayState.PARTLY
    if MarkKind.NOTHING_TO_LOG in own_marks:
        return DayState.NOTHING_TO_LOG
    return DayState.PAUSED if paused else DayState.UNKNOWN


@dataclass(frozen=True, slots=True)
class Day:
    """One diary day as it stands: what was written, by whom, and what follows from it."""

    day: date
    state: DayState
    values: Mapping[ValueKey, DayValue]
    entries: tuple[Entry, ...] = ()
    marks: tuple[DayMark, ...] = ()

    def value(self, measure: str, site: BodySite | None = None) -> DayValue | None:
        """The day's value of a measure, own answers only."""
        return self.values.get((measure, site))

    @property
    def scored_places(self) -> tuple[BodySite, ...]:
        """Where pain was scored, "nowhere else" aside."""
        return tuple(
            site
            for (measure, site), value in self.values.items()
            if measure == PAIN and site and value.made_from is not MadeFrom.NOWHERE_ELSE
        )
