"""Every chart of the diaries that charts are least made for: a day, one measure, a long gap, a crowded day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from diary.domain.entries import Event, RoughDate, Treatment
from diary.domain.people import Basis
from diary.ui.look_back.state import RangeChoice
from tests.pictures.of_charts import calendar, compared, look_back, patterns, places, together
from tests.pictures.screens import register
from tests.ui.diaries import TODAY, entry, hurt, made_day, made_extract, whole_diary

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.extract import Extract

MONTH, YEAR, ALL = RangeChoice.MONTH, RangeChoice.TWELVE_MONTHS, RangeChoice.ALL
CROWD = 200


def _one_day() -> Extract:
    return made_extract(made_day(TODAY, entry(TODAY, sleep_hours=6.5, mood=4, anxiety=6, pain=7)))


def _one_measure() -> Extract:
    """Mood alone, day after day."""
    days = (TODAY - timedelta(days=n) for n in range(40))
    return made_extract(*(made_day(day, entry(day, mood=day.toordinal() * 7 % 5 + 3)) for day in days))


def _gap() -> Extract:
    """Some months, then nothing for a year, then three weeks."""
    content = whole_diary(530)
    begin, end = TODAY - timedelta(days=386), TODAY - timedelta(days=21)
    return replace(content, days=tuple(day for day in content.days if not begin <= day.day <= end))


def _crowded() -> Extract:
    """A month with two hundred things on one day: events, treatments, and what a carer noticed."""
    crowded = TODAY - timedelta(days=12)
    content = whole_diary(40)
    events = tuple(Event(f"e{n}", f"Something that happened, number {n}", RoughDate(crowded)) for n in range(CROWD))
    medicines = (
        Treatment(f"t{n}", f"Medicine {n}", "medicine", "10", RoughDate(crowded), unit="mg") for n in range(20)
    )
    treatments = {one.id: one for one in medicines}
    seen = [
        replace(entry(crowded, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=n % 3), id=str(n))
        for n in range(CROWD)
    ]
    days = tuple(made_day(crowded, *day.entries, *seen) if day.day == crowded else day for day in content.days)
    return replace(content, days=days, events=events, treatments=treatments)


def _hurt(*days: date) -> Extract:
    """Places scored on each of these days."""
    return made_extract(*(hurt(day, lower_back=day.toordinal() % 5 + 3, neck=2, knee_left=8) for day in days))


def register_rare() -> None:
    """Add them."""
    diaries = {"one_day": _one_day(), "one_measure": _one_measure(), "gap": _gap(), "crowded": _crowded()}
    for name, content in diaries.items():
        choice = ALL if name == "gap" else MONTH
        register(f"look_back_{name}", partial(look_back, content, choice))
        register(f"look_back_calendar_{name}", partial(calendar, content, choice))
        register(f"look_back_patterns_{name}", partial(patterns, content, choice))
        register(f"look_back_compared_{name}", partial(compared, content, YEAR if name == "gap" else choice))
        register(f"together_{name}", partial(together, content, 0, is_hasty=True))
    register("look_back_calendar_three_days", partial(calendar, whole_diary(3), MONTH))
    register("look_back_patterns_three_days", partial(patterns, whole_diary(3), MONTH))
    register("look_back_compared_three_days", partial(compared, whole_diary(3), MONTH))
    before = [TODAY - timedelta(days=400 + n) for n in range(60)]
    now = [TODAY - timedelta(days=n) for n in range(20)]
    register("look_back_places_one_day", partial(places, _hurt(TODAY), MONTH))
    register("look_back_places_three_days", partial(places, _hurt(*now[:3]), MONTH))
    register("look_back_places_gap", partial(places, _hurt(*before, *now), ALL))
    register("look_back_places_ten_years", partial(places, _hurt(*(TODAY - timedelta(n) for n in range(3652))), ALL))


register_rare()
