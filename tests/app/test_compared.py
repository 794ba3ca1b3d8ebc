"""What can be compared: measures, places and factors, on the days that say something of them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from diary.app.compared import compared, offered
from diary.app.links import AskedPair
from diary.domain.day_values import Day, DayState, DayValue, ValueKey
from diary.domain.entries import Entry, Factor, Score
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure, ScaleKind
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from tests.app.looked_at import FIRST, a_day, diary, entry, link, on_last_day, value, written
from tests.app.pages import settled_page


def test_a_factor_is_without_only_where_its_list_was_looked_through() -> None:
    at = [FIRST + timedelta(days=i) for i in range(5)]
    days = [
        a_day(at[0], {}, entry(at[0], factors=("rain",))),
        a_day(at[1], {}, entry(at[1], factors=("walk",))),
        a_day(at[2], {}, entry(at[2], factors_looked_through=True)),
        a_day(at[3], {}, entry(at[3])),
        a_day(at[4], {}, entry(at[4], basis=Basis.OBSERVED, factors=("rain",))),
    ]
    rain = compared(diary(days, factors=[Factor("rain", "Rain"), Factor("walk", "Walk")]), "factor:rain")
    assert {day: one.value for day, one in rain.values.items()} == {at[0]: 1, at[1]: 0, at[2]: 0}
    assert (rain.measure.label, rain.measure.kind, rain.smallest_sd) == ("Rain", ScaleKind.YES_NO, 0)


def test_a_factor_is_as_late_as_the_answers_beside_it() -> None:
    late = datetime.combine(FIRST, datetime.min.time(), UTC) + timedelta(days=9)
    said = entry(FIRST, factors=("rain",))
    beside = Entry(**{name: getattr(said, name) for name in said.__slots__} | {"scores": (Score(PAIN, 3, late),)})
    rain = compared(diary([a_day(FIRST, {}, beside)], factors=[Factor("rain", "Rain")]), "factor:rain")
    assert (rain.values[FIRST].filled_in_later, rain.values[FIRST].in_statistics) == (True, False)


def test_a_usual_place_is_0_only_on_days_that_said_nowhere_else() -> None:
    forearm = BodySite("forearm", Side.LEFT)
    at = [FIRST + timedelta(days=i) for i in (0, 1, 5, 90, 92)]
    days = [
        Day(at[0], DayState.PARTLY, {(PAIN, forearm): value(6)}),
        a_day(at[1], {PAIN: value(5)}, entry(at[1])),
        a_day(at[2], {PAIN: value(5)}, entry(at[2], nowhere_else=True)),
        a_day(at[3], {PAIN: value(5)}, entry(at[3], nowhere_else=True)),
        a_day(at[4], {PAIN: value(5)}, entry(at[4], nowhere_else=True)),
    ]
    place = compared(diary(days), "pain@forearm/left")
    assert {day: one.value for day, one in place.values.items()} == {at[0]: 6, at[2]: 0, at[3]: 0}
    assert place.measure.label == "left forearm pain"


def test_everything_that_was_answered_is_offered() -> None:
    fog = Measure("own.fog", "Fog", "How foggy?", own=True)
    neck = BodySite("neck")
    day = Day(
        FIRST,
        DayState.PARTLY,
        {("own.fog", None): value(3), ("tiredness", None): value(4), (PAIN, neck): value(2)},
        (entry(FIRST, factors=("rain",)),),
    )
    extract = diary([day], fog, factors=[Factor("rain", "Rain"), Factor("walk", "Walk")])
    assert [one.id for one in offered(extract)] == [
        SLEEP, MOOD, ANXIETY, PAIN, "tiredness", "own.fog", "pain@neck", "factor:rain",
    ]  # fmt: skip
    with pytest.raises(DiaryError, match="measure_unknown"):
        compared(extract, "factor:gone")


def test_a_place_and_a_factor_are_told_like_a_measure() -> None:
    rng = np.random.default_rng(6)
    days = []
    for i, one in enumerate(written(80)):
        rainy, pain = rng.random() < 0.4, one.values[PAIN, None].value
        values: dict[ValueKey, DayValue] = dict(one.values) | {(PAIN, BodySite("neck")): value(max(0, pain - 1))}
        said = entry(one.day, factors=("rain",) if rainy else (), factors_looked_through=True)
        days.append(Day(one.day, DayState.RECORDED, values, (said,)))
        assert i < 80
    extract = diary(days, factors=[Factor("rain", "Rain")])
    shown = settled_page(
        on_last_day(extract, AskedPair(ANXIETY, "pain@neck", FIRST), AskedPair("factor:rain", PAIN, FIRST)), 3
    )
    assert "neck pain was about" in shown.shown.headline
    assert "days with “Rain”" in link(shown, "factor:rain").sentence.replace("On days", "days")
