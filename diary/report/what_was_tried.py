"""Treatments of page 2: from when to when, on how many days, and how often the person said that it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.report.labels import rough_day, shortened
from diary.report.values import Grid
from diary.words import say, say_n
from diary.words.choices import helped_times

if TYPE_CHECKING:
    from diary.domain.days import Period
    from diary.domain.entries import Treatment
    from diary.domain.extract import Extract

_LONGEST_NAME = 36


def treatments(extract: Extract) -> Grid | None:
    """Return what was in use within the period; ``None`` where nothing was.

    What is still in use stands first, oldest first, then what ended last: a page too full cuts the end of the list.
    """
    used = sorted(extract.treatments_used, key=lambda one: (*_ended(one, extract.period), _begun(one), one.name))
    if not used:
        return None
    heads = (say("Treatment"), say("From – to"), say("Days written"), say("Did it help?"))
    return Grid(say("Treatments and self-care"), heads, tuple(_row(one, extract) for one in used))


def _ended(one: Treatment, period: Period) -> tuple[bool, int]:
    if one.last is None or one.last.last_day > period.last:
        return False, 0
    return True, -one.last.last_day.toordinal()


def _begun(one: Treatment) -> int:
    return one.first.day.toordinal() if one.first else 0


def _row(one: Treatment, extract: Extract) -> tuple[str, ...]:
    intakes = extract.intakes_of(one)
    days = len({intake.day for intake in intakes})
    name = " ".join(part for part in (one.name, one.dose, one.unit) if part)
    written = say_n("{n} day", "{n} days", days) if days else "–"
    return shortened(name, _LONGEST_NAME), _span(one, extract.period), written, helped_times(intakes) or "–"


def _span(one: Treatment, period: Period) -> str:
    first = rough_day(one.first, period) if one.first else "…"
    last = rough_day(one.last, period) if one.last else say("now")
    return say("{first} – {last}", first=first, last=last)
