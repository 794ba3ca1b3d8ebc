"""The table of page 1: averages and what they compare with, or for a few days every answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.day_values import MadeFrom
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.report.figures import average_text, difference_text, figures, most_often_scored, range_text
from diary.report.labels import INTERFERENCE, TIREDNESS, WORST_PAIN, aside, capital, label, site_label
from diary.report.values import Answer, Row, Table
from diary.words import say, say_n
from diary.words.dates import short_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.domain.day_values import Day, ValueKey
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite

_STARTS_A_GROUP = (ANXIETY, INTERFERENCE)
_LATER = "○"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The days that are set beside the period's average, and the heads of the two columns.

    ``is_within``: they are the last of the period itself, and the difference is theirs from its average.
    """

    days: tuple[Day, ...]
    head: str
    difference_head: str
    is_within: bool = False


def row_keys(days: Sequence[Day]) -> list[ValueKey]:
    """Return what the table shows, in its order: only what was answered at all."""
    places: list[ValueKey] = [(PAIN, site) for site in most_often_scored(days)]
    order: list[ValueKey] = [(PAIN, None), (WORST_PAIN, None), *places]
    order += [(measure, None) for measure in (ANXIETY, MOOD, INTERFERENCE, TIREDNESS, SLEEP)]
    return [key for key in order if any(key in day.values for day in days)]


def averages_table(days: Sequence[Day], comparison: Comparison | None) -> Table | None:
    """Return the table for seven days and more, or ``None`` when nobody gave an own answer."""
    keys = row_keys(days)
    if not keys:
        return None
    compared = (comparison.head, comparison.difference_head) if comparison else ()
    heads = (
        say("Scores 0 to 10"),
        say("Average"),
        *compared,
        say("Lowest to\nhighest"),
        say("Days\nrecorded"),
        say("Days at\n7 or more"),
    )
    return Table(
        heads, tuple(_row(key, _average_cells(key, days, comparison), keys) for key in keys), _notes(days, keys)
    )


def few_days_table(period: Period, days: Sequence[Day]) -> Table | None:
    """Return the table for two to six days, one column a day, or ``None`` when nobody gave an own answer."""
    keys = row_keys(days)
    if not keys:
        return None
    by_date = {day.day: day for day in days}
    rows = tuple(_row(key, tuple(_day_cell(by_date.get(date), key) for date in period), keys) for key in keys)
    is_later = any(_LATER in cell for row in rows for cell in row.cells)
    meaning = say("○: filled in later. –: not filled in.") if is_later else say("–: not filled in.")
    notes = (*_nought_notes(days, keys), meaning)
    return Table((say("Scores 0 to 10"), *(short_day(date) for date in period)), rows, notes)


def one_day_answers(day: Day, measures: Mapping[str, Measure]) -> tuple[Answer, ...]:
    """Return each answer of a single day with both ends of its scale."""
    return tuple(_answer(key, day, measures) for key in row_keys([day]))


def scale_answer(name: str, value: float, measure: Measure) -> Answer:
    """Return one answer on its 0 to 10 scale, both ends in words."""
    return Answer(
        name,
        short_number(value),
        (value - measure.lowest) / (measure.highest - measure.lowest),
        say(measure.low_words),
        say(measure.high_words),
    )


def last_days(extract: Extract, count: int) -> tuple[Day, ...]:
    """Return what was written on the last ``count`` days of the period."""
    tail = Period.ending(extract.period.last, count)
    return tuple(day for day in extract.days if day.day in tail)


def _row(key: ValueKey, cells: tuple[str, ...], keys: Sequence[ValueKey]) -> Row:
    measure, site = key
    return Row(
        key=row_name(measure, site),
        label=capital(site_label(site)) if site else label(measure),
        cells=cells,
        aside="" if site else aside(measure),
        inner=site is not None,
        rule_above=measure in _STARTS_A_GROUP and key != keys[0],
    )


def row_name(measure: str, site: BodySite | None) -> str:
    """Return the name by which a row can be taken off the page again."""
    return f"{measure}@{site.place}.{site.side}" if site else measure


def _average_cells(key: ValueKey, days: Sequence[Day], comparison: Comparison | None) -> tuple[str, ...]:
    now = figures(days, key)
    cells = [average_text(now)]
    if comparison:
        then = figures(comparison.days, key)
        difference = difference_text(then, now) if comparison.is_within else difference_text(now, then)
        cells += [average_text(then), difference]
    return (*cells, range_text(now), str(now.days), _far_days(key[0], now.far_days))


def _far_days(measure: str, count: int) -> str:
    if measure == SLEEP:
        return "–"
    return say("{n} at 3 or less", n=count) if measure == MOOD else str(count)


def _notes(days: Sequence[Day], keys: Sequence[ValueKey]) -> tuple[str, ...]:
    return (*_nought_notes(days, keys), *_late_notes(days, keys))


def _nought_notes(days: Sequence[Day], keys: Sequence[ValueKey]) -> tuple[str, ...]:
    """Where an average holds noughts that nobody scored."""
    values = [day.values[key] for day in days for key in keys if key in day.values]
    if not any(value.made_from is MadeFrom.NOWHERE_ELSE for value in values):
        return ()
    return (say("A place is 0 on days when the person said “nowhere else”. Other days are left out."),)


def _late_notes(days: Sequence[Day], keys: Sequence[ValueKey]) -> tuple[str, ...]:
    late = sum(any(key in day.values and not day.values[key].in_statistics for key in keys) for day in days)
    if not late:
        return ()
    return (
        say_n(
            "On {n} day answers were filled in more than 3 days later: in the picture, but not in the averages.",
            "On {n} days answers were filled in more than 3 days later: in the picture, but not in the averages.",
            late,
        ),
    )


def _day_cell(day: Day | None, key: ValueKey) -> str:
    value = day.values.get(key) if day else None
    if value is None:
        return "–"
    return f"{short_number(value.value)} {_LATER}" if value.filled_in_later else short_number(value.value)


def _answer(key: ValueKey, day: Day, measures: Mapping[str, Measure]) -> Answer:
    measure, site = key
    value = day.values[key].value
    name = capital(site_label(site)) if site else label(measure)
    if measure == SLEEP:
        hours = say("1 hour") if value == 1 else say("{number} hours", number=short_number(value))
        return Answer(name, hours)
    return scale_answer(name, value, measures[measure])
