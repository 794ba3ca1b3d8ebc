"""How pairs of measures move together, from what was written to what is said."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np
import pytest

from diary.app.links import Figures, Link, LinkState, TogetherPage
from diary.app.together import findings, insights_json, pairs, together
from diary.catalogue import measures
from diary.domain.day_values import Day, DayState, DayValue, MadeFrom, ValueKey
from diary.domain.days import Period
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure, ScaleKind
from diary.domain.people import Person
from diary.insight import Finding, same_day

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FIRST = date(2026, 1, 5)


def value(number: float, *, later: bool = False, too_late: bool = False) -> DayValue:
    return DayValue(number, MadeFrom.DAILY, filled_in_later=later or too_late, in_statistics=not too_late)


def a_day(day: date, values: Mapping[str, DayValue]) -> Day:
    by_key: dict[ValueKey, DayValue] = {(measure, None): given for measure, given in values.items()}
    return Day(day, DayState.PARTLY, by_key)


def diary(days: Sequence[Day], *own: Measure) -> Extract:
    period = Period(days[0].day, days[-1].day) if days else Period(FIRST, FIRST)
    return Extract(period, Person("Sam"), tuple(days), dict(measures()) | {m.id: m for m in own}, {})


def written(
    n: int, seed: int = 1, *, link: float = 0.8, also: Mapping[str, Sequence[float]] | None = None
) -> list[Day]:
    """Days with anxiety and pain that move together by ``link`` points, and mood that moves the other way."""
    rng = np.random.default_rng(seed)
    anxiety = rng.integers(1, 9, n)
    pain = np.clip(np.round(2 + link * anxiety + rng.normal(0, 1.5, n)), 0, 10)
    columns = {ANXIETY: anxiety, PAIN: pain, MOOD: 10 - anxiety, SLEEP: 5 + rng.integers(0, 8, n) / 2} | dict(
        also or {}
    )
    return [
        a_day(FIRST + timedelta(days=i), {measure: value(float(column[i])) for measure, column in columns.items()})
        for i in range(n)
    ]


def link(page: TogetherPage, x: str) -> Link:
    return next(one for one in page.looked_at if one.x_id == x)


def test_three_pairs_are_looked_at() -> None:
    assert pairs(diary([])) == ((ANXIETY, PAIN), (MOOD, PAIN), (SLEEP, PAIN))


def test_an_empty_diary_says_how_many_days_are_needed() -> None:
    page = together(diary([]), ANXIETY, PAIN)
    assert [one.state for one in page.looked_at] == [LinkState.NOT_ENOUGH] * 3
    assert page.shown.headline == "21 more days with both are needed (0 of 21)."
    assert (page.shown.figures.first_day, page.shown.figures.mean_x, page.shown.days) == (None, None, ())


def test_a_real_link_is_told_in_points_in_the_direction_of_each_measure() -> None:
    page = together(diary(written(60)), ANXIETY, PAIN)
    assert page.shown.state is LinkState.PERHAPS
    assert page.shown.headline == "There may be a link."
    assert "higher on your more anxious days" in page.shown.sentence
    assert "higher on days you rated mood" in link(page, MOOD).sentence
    assert "early figure" in page.shown.sentence


def test_what_is_shown_is_part_of_everything_that_was_looked_at() -> None:
    page = together(diary(written(60)), MOOD, PAIN)
    assert [one.x_id for one in page.looked_at] == [ANXIETY, MOOD, SLEEP]
    assert page.shown is page.looked_at[1]
    assert page.looked_at_sentences[0] == "3 pairs were looked at."
    assert page.always.endswith("It does not tell you why.")


def test_another_pair_widens_the_family() -> None:
    fog = Measure("own.fog", "Fog", "How foggy?", own=True)
    days = written(60, link=0.3, also={"own.fog": np.random.default_rng(5).integers(0, 11, 60).tolist()})
    page = together(diary(days, fog), "own.fog", PAIN)
    assert len(page.looked_at) == 4
    assert page.shown.title == "“Fog” and pain"
    alone = together(diary(days, fog), ANXIETY, PAIN)
    assert alone.shown.figures.p == link(page, ANXIETY).figures.p
    assert link(page, ANXIETY).figures.q != alone.shown.figures.q


def test_groups_are_those_the_sentences_speak_of() -> None:
    page = together(diary(written(60)), ANXIETY, PAIN)
    anxious, others = page.shown.averages
    assert anxious.label == "Anxiety 5 or more"
    assert anxious.mean == page.shown.figures.mean_high
    assert (anxious.n + others.n, others.label) == (60, "Other days")
    low_mood, _ = link(page, MOOD).averages
    assert low_mood.label == "Mood 5 or less"
    assert low_mood.mean == link(page, MOOD).figures.mean_low
    assert low_mood.mean == pytest.approx(anxious.mean), "mood is anxiety turned round in this diary"


def test_twenty_days_give_the_picture_and_no_figures() -> None:
    shown = together(diary(written(20)), ANXIETY, PAIN).shown
    assert (shown.state, shown.days_needed) == (LinkState.NOT_ENOUGH, 1)
    assert (shown.averages, shown.line) == ((), ())
    assert len(shown.days) == 20
    assert (shown.figures.p, shown.figures.points, shown.figures.r_low) == (None, None, None)


def test_answers_that_never_change_are_told_so() -> None:
    days = [a_day(FIRST + timedelta(days=i), {ANXIETY: value(5), PAIN: value(i % 7)}) for i in range(40)]
    shown = together(diary(days), ANXIETY, PAIN).shown
    assert shown.state is LinkState.TOO_STEADY
    assert (shown.averages, shown.line) == ((), ())


def test_states_without_a_link_still_have_a_line() -> None:
    states = {}
    for n, seed in ((30, 3), (365, 4)):
        shown = together(diary(written(n, seed, link=0)), ANXIETY, PAIN).shown
        states[shown.state] = shown
        assert shown.line[0].low <= shown.line[0].y <= shown.line[0].high
        assert shown.line[1].low == pytest.approx(shown.line[1].high), "the band is narrowest at the means"
    assert set(states) == {LinkState.CANT_TELL, LinkState.SMALL_AT_MOST}


def test_answers_filled_in_too_late_are_shown_counted_and_left_out() -> None:
    days = written(40)
    days[3] = a_day(days[3].day, {ANXIETY: value(8, too_late=True), PAIN: value(1)})
    days[4] = a_day(days[4].day, {ANXIETY: value(8, later=True), PAIN: value(1)})
    days[5] = a_day(days[5].day, {ANXIETY: value(8, too_late=True)})
    shown = together(diary(days), ANXIETY, PAIN).shown
    assert (shown.figures.n, shown.left_out) == (38, 1)
    assert shown.left_out_sentence == "1 day left out because it was filled in later."
    marks = {day.day: day for day in shown.days}
    assert (marks[days[3].day].filled_in_later, marks[days[3].day].counts) == (True, False)
    assert (marks[days[4].day].filled_in_later, marks[days[4].day].counts) == (True, True)
    assert days[5].day not in marks


def test_a_diary_filled_in_wholly_afterwards_keeps_its_picture() -> None:
    days = [
        a_day(FIRST + timedelta(days=i), {ANXIETY: value(i % 9, too_late=True), PAIN: value(5, too_late=True)})
        for i in range(30)
    ]
    shown = together(diary(days), ANXIETY, PAIN).shown
    assert (shown.state, shown.left_out, len(shown.days)) == (LinkState.NOT_ENOUGH, 30, 30)


def test_only_the_last_year_is_looked_at() -> None:
    shown = together(diary(written(500)), ANXIETY, PAIN).shown
    assert (shown.figures.n, len(shown.days)) == (365, 365)
    assert shown.figures.first_day == FIRST + timedelta(days=135) == shown.days[0].day
    assert shown.figures.last_day == FIRST + timedelta(days=499)


def test_days_with_only_one_answer_are_no_mark() -> None:
    days = written(30)
    days[0] = a_day(days[0].day, {ANXIETY: value(8)})
    shown = together(diary(days), ANXIETY, PAIN).shown
    assert (shown.figures.n, len(shown.days)) == (29, 29)


def test_sleep_needs_half_an_hour_of_spread_and_a_yes_or_no_none() -> None:
    rng = np.random.default_rng(2)
    headache = Measure("own.headache", "Headache", "Did you have one?", own=True, kind=ScaleKind.YES_NO, highest=1)
    steady, answers = (7 + rng.integers(0, 2, 60) / 2).tolist(), (rng.random(60) < 0.1).astype(float).tolist()
    days = written(60, also={SLEEP: steady, headache.id: answers})
    page = together(diary(days, headache), headache.id, PAIN)
    assert link(page, SLEEP).state is LinkState.TOO_STEADY
    assert page.shown.state is not LinkState.TOO_STEADY
    varied = (6 + rng.integers(0, 4, 60) / 2).tolist()
    assert link(together(diary(written(60, also={SLEEP: varied})), ANXIETY, PAIN), SLEEP).state is LinkState.CANT_TELL


def test_json_holds_every_figure_and_nothing_that_is_not_a_number() -> None:
    printed = json.loads(json.dumps(insights_json(findings(diary(written(60)))), allow_nan=False))
    row = printed["findings"][0]
    assert list(row)[:6] == ["x", "y", "kind", "n", "state", "sentence"]
    assert {field.name for field in fields(Finding)} <= set(row)
    assert (row["x"], row["y"], row["kind"], row["n"], row["state"]) == (ANXIETY, PAIN, "same_day", 60, "perhaps")
    assert (row["first_day"], row["last_day"]) == ("2026-01-05", "2026-03-05")
    none_yet = insights_json(findings(diary([])))
    assert json.loads(json.dumps(none_yet, allow_nan=False))["findings"][0]["p"] is None


def test_the_figures_are_those_of_the_finding() -> None:
    days = written(60)
    numbers = [[day.values[measure, None].value for day in days] for measure in (ANXIETY, PAIN)]
    finding = same_day([day.day.toordinal() for day in days], *numbers)
    figures = together(diary(days), ANXIETY, PAIN).shown.figures
    assert (figures.p, figures.slope, figures.points_high) == (finding.p, finding.slope, finding.points_high)
    assert [field.name for field in fields(Figures)] == [field.name for field in fields(Finding)]


def test_statistics_are_loaded_only_when_a_question_is_asked() -> None:
    """The window imports these modules before its first paint; numpy and scipy take a quarter of a second."""
    loaded = "import sys, diary.app.together; print(*{'numpy', 'scipy', 'diary.insight'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"
