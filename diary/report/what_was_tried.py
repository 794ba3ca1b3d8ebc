"""Treatments of page 2: from when to when, on how many days, and how often the person said that it helped."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from diary.domain.entries import Helped
from diary.report.labels import rough_day, shortened
from diary.report.values import Grid
from diary.words import msgid, say, say_n

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.days import Period
    from diary.domain.entries import Intake, Treatment
    from diary.domain.extract import Extract

_LONGEST_NAME = 36
_ANSWERS = {
    Helped.YES: msgid("yes {n}"),
    Helped.A_BIT: msgid("a bit {n}"),
    Helped.NO: msgid("no {n}"),
    Helped.NOT_SURE: msgid("not sure {n}"),
}


def treatments(extract: Extract) -> Grid | None:
    """Return what was in use within the period, oldest first; ``None`` where nothing was."""
    used = [one for one in extract.treatments.values() if _was_used(one, extract)]
    if not used:
        return None
    used.sort(key=lambda one: (one.first.day.toordinal() if one.first else 0, one.name))
    heads = (say("Treatment"), say("From – to"), say("Days written"), say("Did it help?"))
    return Grid(say("Treatments and self-care"), heads, tuple(_row(one, extract) for one in used))


def _was_used(one: Treatment, extract: Extract) -> bool:
    if _intakes(one, extract):
        return True
    begun = one.first is not None and one.first.day <= extract.period.last
    return begun and (one.last is None or one.last.last_day >= extract.period.first)


def _intakes(one: Treatment, extract: Extract) -> list[Intake]:
    return [
        intake
        for intake in extract.intakes
        if intake.treatment == one.id and intake.basis.is_own and intake.day in extract.period
    ]


def _row(one: Treatment, extract: Extract) -> tuple[str, ...]:
    intakes = _intakes(one, extract)
    days = len({intake.day for intake in intakes})
    name = " ".join(part for part in (one.name, one.dose, one.unit) if part)
    written = say_n("{n} day", "{n} days", days) if days else "–"
    return shortened(name, _LONGEST_NAME), _span(one, extract.period), written, _helped(intakes)


def _span(one: Treatment, period: Period) -> str:
    first = rough_day(one.first, period) if one.first else "…"
    last = rough_day(one.last, period) if one.last else say("now")
    return say("{first} – {last}", first=first, last=last)


def _helped(intakes: Sequence[Intake]) -> str:
    counts = Counter(intake.helped for intake in intakes if intake.helped is not None)
    return ", ".join(say(words, n=counts[answer]) for answer, words in _ANSWERS.items() if counts[answer]) or "–"
