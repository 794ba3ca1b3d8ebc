"""Page 2's lists: how far pain got in the way, and what else was felt; counts, not adjectives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.entries import MarkKind
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, ScaleKind
from diary.report.figures import average_text, figures
from diary.report.labels import INTERFERENCE, TIREDNESS, WORST_PAIN, shortened, site_label, within_sentence
from diary.report.rich import plain, rich
from diary.report.values import Listing
from diary.words import say, say_n
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from diary.domain.day_values import Day, ValueKey
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.report.figures import Figures

HEADACHE, HEADACHE_TODAY, HEADACHE_HOURS = "headache", "headache_today", "headache_hours"
_ELSEWHERE = frozenset({PAIN, WORST_PAIN, ANXIETY, MOOD, INTERFERENCE, TIREDNESS, SLEEP, HEADACHE, HEADACHE_HOURS})
"""What the table of page 1 shows, or another line of this list."""
_LONGEST_LABEL = 40


def effect(days: Sequence[Day]) -> Listing:
    """Return what is known of daily life: getting in the way, and the days marked as bad."""
    bad = [day for day in days if any(m.kind is MarkKind.BAD_DAY and m.basis.is_own for m in day.marks)]
    with_numbers = sum(bool(day.values) for day in bad)
    lines = [_in_the_way(figures(days, (INTERFERENCE, None)))]
    if len(bad) > with_numbers:
        lines.append(
            say_n(
                "Marked “bad day”, too bad to fill in: {n} day.",
                "Marked “bad day”, too bad to fill in: {n} days.",
                len(bad) - with_numbers,
            )
        )
    if with_numbers:
        lines.append(
            say_n("Marked “bad day”, with numbers: {n} day.", "Marked “bad day”, with numbers: {n} days.", with_numbers)
        )
    return Listing(say("Effect on daily life"), tuple(rich(line) for line in lines if line))


def _in_the_way(found: Figures) -> str:
    if not found.days:
        return ""
    average = say_n(
        "Pain got in the way **{average} out of 10** on average ({n} day).",
        "Pain got in the way **{average} out of 10** on average ({n} days).",
        found.days,
        average=average_text(found),
    )
    if found.lowest == found.highest:
        return average
    lowest, highest = short_number(found.lowest), short_number(found.highest)
    reached = say_n(
        "It went from {lowest} to {highest}, and was 7 or more on {n} day.",
        "It went from {lowest} to {highest}, and was 7 or more on {n} days.",
        found.far_days,
        lowest=lowest,
        highest=highest,
    )
    return f"{average} {reached}"


def others(extract: Extract) -> Listing:
    """Return everything else that was answered, own measures included, what was answered on most days first."""
    found = [(key, figures(extract.days, key)) for key in _keys(extract)]
    found = [(key, one) for key, one in found if one.days]
    found.sort(key=lambda pair: -pair[1].days)
    lines = (_line(extract, key, one) for key, one in found)
    return Listing(say("Other symptoms and scales"), tuple(rich(line) for line in lines if line))


def _keys(extract: Extract) -> Iterable[ValueKey]:
    answered = {key for day in extract.days for key in day.values}
    return [key for key in sorted(answered, key=_in_order) if key[0] not in _ELSEWHERE]


def _in_order(key: ValueKey) -> tuple[str, str]:
    measure, site = key
    return measure, f"{site.place}.{site.side}" if site else ""


def _line(extract: Extract, key: ValueKey, found: Figures) -> str:
    measure, site = extract.measures[key[0]], key[1]
    name = plain(shortened(say(measure.label), _LONGEST_LABEL))
    if site is not None:
        name = say("{what}, {place}", what=name, place=site_label(site))
    if measure.kind is ScaleKind.YES_NO:
        return _yes_no(extract, key, name)
    days = say_n("{n} day", "{n} days", found.days)
    average = average_text(found)
    return say(
        "{name}: average {average} {scale}, {days}", name=name, average=average, scale=_scale(measure), days=days
    )


def _scale(measure: Measure) -> str:
    if measure.kind is ScaleKind.HOURS:
        return say("hours")
    if measure.kind is ScaleKind.COUNT:
        return say("a day")
    out_of = say("out of {top}", top=short_number(measure.highest))
    if not measure.high_words:
        return out_of
    words = within_sentence(plain(shortened(say(measure.high_words), _LONGEST_LABEL)))
    return say("{out_of} ({top} is {words})", out_of=out_of, top=short_number(measure.highest), words=words)


def _yes_no(extract: Extract, key: ValueKey, name: str) -> str:
    values = [value.value for day in extract.days if (value := day.values.get(key)) and value.in_statistics]
    yes = sum(value > 0 for value in values)  # between no and yes lie the imported answers of a day that had both
    if not yes:
        return ""
    counted = say_n("{name}: {yes} of {n} day", "{name}: {yes} of {n} days", len(values), name=name, yes=yes)
    more = _headache(extract.days) if key[0] == HEADACHE_TODAY else ""
    return f"{counted} {more}".rstrip()


def _headache(days: Sequence[Day]) -> str:
    how_bad, how_long = figures(days, (HEADACHE, None)), figures(days, (HEADACHE_HOURS, None))
    if how_bad.days and how_long.days:
        return say("(average {bad}, {hours} hours)", bad=average_text(how_bad), hours=average_text(how_long))
    if how_bad.days:
        return say("(average {bad})", bad=average_text(how_bad))
    return say("({hours} hours)", hours=average_text(how_long)) if how_long.days else ""
