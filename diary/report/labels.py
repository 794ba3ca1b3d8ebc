"""What rows and panels are called on the doctor's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.entries import Precision
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.places import Side
from diary.words import language, msgid, say, say_n
from diary.words.dates import locale, plain_day, short_day

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.days import Period
    from diary.domain.entries import RoughDate
    from diary.domain.places import BodySite

WORST_PAIN, INTERFERENCE, TIREDNESS = "pain_worst", "interference", "tiredness"

_LABELS = {
    PAIN: msgid("Pain"),
    WORST_PAIN: msgid("Worst pain"),
    ANXIETY: msgid("Anxiety"),
    MOOD: msgid("Mood"),
    INTERFERENCE: msgid("Getting in the way"),
    TIREDNESS: msgid("Tiredness"),
    SLEEP: msgid("Sleep"),
}
_DAYS_OF_A_YEAR = 366
_ASIDES = {MOOD: msgid("(10 is very good)"), SLEEP: msgid("(hours)")}


def and_more(gone: int) -> str:
    """Say how many rows or lines of a list are not there."""
    return say_n("and {n} more, in the diary’s CSV file", "and {n} more, in the diary’s CSV file", gone)


def label(measure_id: str) -> str:
    """Return the row label of a measure: "Worst pain"."""
    return say(_LABELS[measure_id])


def aside(measure_id: str) -> str:
    """Return what must be said beside a label: which way mood runs, the unit of sleep."""
    return say(_ASIDES.get(measure_id, ""))


def site_label(site: BodySite) -> str:
    """Return "left forearm": the person's own left; a place that the catalogue doesn't know keeps its own name."""
    place = catalogue.places().get(site.place)
    name = shortened(say(place.label) if place else site.place, 20)
    if site.side is Side.LEFT:
        return say("left {place}", place=name)
    return say("right {place}", place=name) if site.side is Side.RIGHT else name


def capital(words: str) -> str:
    """Return the words as a row label; other languages than English spell them as they are."""
    return words[:1].upper() + words[1:] if language() == "en" else words


def within_sentence(words: str) -> str:
    """Return a label as it stands inside a sentence; other languages than English spell it as it is."""
    return words[:1].lower() + words[1:] if language() == "en" else words


def shortened(words: str, limit: int) -> str:
    """Return words on one line, of ``limit`` characters at most; what was cut shows as an ellipsis."""
    one_line = " ".join(words.split())
    return one_line if len(one_line) <= limit else one_line[: limit - 1].rstrip() + "…"


def rough_day(on: RoughDate, period: Period) -> str:
    """Return a date no more exactly than it is known: "5 Nov" (with its year over a long period), "November 2026"."""
    if on.precision is Precision.DAY:
        return short_day(on.day) if len(period) <= _DAYS_OF_A_YEAR else plain_day(on.day)
    return by_pattern(on.day, "y" if on.precision is Precision.YEAR else "MMMM y")


def by_pattern(day: date, pattern: str) -> str:
    """Return a date written by a CLDR pattern: "MMM" for "Nov"."""
    from babel.dates import format_date

    return format_date(day, pattern, locale=locale())
