"""The made-up diary: believable, the same for the same seed, and with just the links that it says."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from statistics import fmean

import numpy as np
import pytest

from diary import catalogue
from diary.app import demo, diaries, keeping, looking_back
from diary.app.made_up import words
from diary.app.made_up.course import MOOD_PER_ANXIETY, PAIN_PER_ANXIETY, PAIN_PER_SLEEP
from diary.app.made_up.whole import made_up_diary
from diary.domain import questionnaires
from diary.domain.day_values import DayState, MadeFrom
from diary.domain.days import Period
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, checked_score
from diary.domain.people import PERSON, Basis
from diary.domain.places import Side
from diary.insight import same_day
from diary.storage.store import Store
from tests.storage.builders import World, computer, local

LAST = date(2026, 11, 20)
NOW = local(LAST, 20)
TEN_YEARS = Period.ending(LAST, 3652)


@cache
def made_up(seed: int = 1, now: datetime = NOW) -> Extract:
    return made_up_diary(TEN_YEARS, seed=seed, now=now)


def both(found: Extract, x: str, y: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Day numbers and the two measures, on the days that have both."""
    rows = [
        (day.day.toordinal(), one.value, other.value)
        for day in found.days
        if (one := day.value(x)) and (other := day.value(y))
    ]
    table = np.array(rows, dtype=float)
    return table[:, 0].astype(np.int64), table[:, 1], table[:, 2]


def slope(found: Extract, x: str, y: str) -> float:
    """Points of y for a point of x, by least squares, the weekday taken out."""
    days, xs, ys = both(found, x, y)
    weekdays = np.eye(7)[(days - 1) % 7]
    return float(np.linalg.lstsq(np.column_stack([xs, weekdays]), ys, rcond=None)[0][0])


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_anxiety_and_pain_are_linked_by_the_size_it_says(seed: int) -> None:
    assert slope(made_up(seed), ANXIETY, PAIN) == pytest.approx(PAIN_PER_ANXIETY, abs=0.06)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_sleep_and_pain_are_not_linked(seed: int) -> None:
    assert slope(made_up(seed), SLEEP, PAIN) == pytest.approx(PAIN_PER_SLEEP, abs=0.1)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_mood_runs_the_other_way_from_anxiety(seed: int) -> None:
    assert slope(made_up(seed), ANXIETY, MOOD) == pytest.approx(MOOD_PER_ANXIETY, abs=0.06)


def test_the_last_year_of_the_usual_diary_shows_the_link_and_no_other() -> None:
    anxiety = same_day(*both(made_up(), ANXIETY, PAIN))
    assert anxiety.p < 0.001
    assert anxiety.slope_low < PAIN_PER_ANXIETY < anxiety.slope_high
    assert same_day(*both(made_up(), SLEEP, PAIN)).p > 0.05


def test_each_day_resembles_the_day_before() -> None:
    days, anxiety, _ = both(made_up(), ANXIETY, PAIN)
    follows = np.flatnonzero(np.diff(days) == 1)
    assert 0.4 < np.corrcoef(anxiety[follows], anxiety[follows + 1])[0, 1] < 0.8


def test_the_same_seed_makes_the_same_diary_and_another_another() -> None:
    assert made_up_diary(TEN_YEARS, seed=1, now=NOW) == made_up(1)
    assert made_up(1) != made_up(2)


def test_every_state_and_way_of_answering_occurs() -> None:
    found = made_up()
    states = {day.state for day in found.days}
    assert states >= {DayState.RECORDED, DayState.PARTLY, DayState.BAD_DAY, DayState.NOTHING_TO_LOG, DayState.UNKNOWN}
    assert found.pauses
    assert not [day for day in found.days if any(pause.covers(day.day) for pause in found.pauses)]
    values = [value for day in found.days for value in day.values.values()]
    assert {value.made_from for value in values} == set(MadeFrom) - {MadeFrom.IMPORTED, MadeFrom.IMPORTED_MEAN}
    assert {value.filled_in_later for value in values} == {value.in_statistics for value in values} == {True, False}
    assert {note.sharing for note in found.notes} == {Sharing.PRIVATE, Sharing.SHARED}
    assert 0.75 < len(found.days) / len(TEN_YEARS) < 0.95


def test_nothing_is_written_in_the_future() -> None:
    morning = local(LAST, 9)
    found = made_up(now=morning)
    entries = [entry for day in found.days for entry in day.entries]
    written = [*(e.written_at for e in entries), *(n.written_at for n in found.notes)]
    written += [mark.written_at for day in found.days for mark in day.marks]
    assert max(written) <= morning
    assert max(day.day for day in found.days) <= LAST
    assert all(one.written_at.date() >= one.day for one in entries)


def test_every_answer_is_one_that_could_be_given() -> None:
    found, places = made_up(), catalogue.places()
    for entry in (entry for day in found.days for entry in day.entries):
        for score in entry.scores:
            checked_score(found.measures[score.measure], score.value)
            assert found.measures[score.measure].observed == (entry.basis is Basis.OBSERVED)
            assert score.site is None or score.site.side in places[score.site.place].sides
        assert (entry.recorder == PERSON) == (entry.basis is Basis.SELF)
        assert set(entry.factors) <= set(found.factors)


def test_questionnaires_have_totals_that_go_with_the_days_before_them() -> None:
    found, forms = made_up(), catalogue.questionnaires()
    totals = [
        (questionnaires.score(forms["phq4"], one), one.day, mean_before(found, one.day))
        for one in found.responses
        if one.questionnaire == "phq4"
    ]
    assert len(totals) > 100
    assert all(total is not None for total, _, _ in totals)
    anxious = [total for total, _, anxiety in totals if total is not None and anxiety is not None and anxiety > 5]
    calm = [total for total, _, anxiety in totals if total is not None and anxiety is not None and anxiety < 4]
    assert fmean(anxious) > fmean(calm) + 1
    assert {one.questionnaire for one in found.responses} == {"phq4", "peg"}
    assert not [one for one in found.responses if any(pause.covers(one.day) for pause in found.pauses)]


def mean_before(found: Extract, day: date) -> float | None:
    fortnight = Period.ending(day - timedelta(days=1), 14)
    values = [given.value for one in found.days if one.day in fortnight and (given := one.value(ANXIETY))]
    return fmean(values) if values else None


def test_left_and_right_are_there_and_an_own_scale() -> None:
    keys = {key for day in made_up().days for key in day.values}
    assert {site.side for _, site in keys if site} == {Side.NONE, Side.LEFT, Side.RIGHT}
    assert made_up().measures[words.STIFFNESS.id].highest == 4
    assert (words.STIFFNESS.id, None) in keys


def test_the_file_holds_what_was_made_up_marked_so_and_written_over_the_years(tmp_path: Path) -> None:
    here = computer(tmp_path / "config", World(now=NOW))
    diary, code = demo.make(tmp_path / "Demo.alongside", None, here, years=1, seed=5)
    try:
        found = looking_back.extract(diary)
        wanted = made_up_diary(Period.ending(LAST, 365), seed=5, now=NOW)
        assert [(day.day, day.state, day.values) for day in found.days] == [
            (day.day, day.state, day.values) for day in wanted.days
        ]
        assert set(found.notes) == set(wanted.notes)
        assert (found.person, found.recorders, found.factors) == (wanted.person, dict(wanted.recorders), wanted.factors)
        assert (set(found.events), set(found.intakes)) == (set(wanted.events), set(wanted.intakes))
        assert (found.treatments, found.appointment) == (wanted.treatments, wanted.appointment)
        assert found.appointments == wanted.appointments
        assert {one.id: one for one in found.responses} == {one.id: one for one in wanted.responses}
        assert found.measures[words.STIFFNESS.id] == words.STIFFNESS
        history = looking_back.history(diary)
        assert history[-1].at < NOW - timedelta(days=300)
        assert keeping.check(diary).is_well
        assert b"".join(file.read_bytes() for file in diary.folder.iterdir()).count(b"Sam Made-up") == 0
        with diary.store.reading() as connection:
            marked = connection.exec_driver_sql("SELECT value FROM setting WHERE key = 'made_up'").scalar()
        assert marked == "true"
        assert code
    finally:
        diaries.close(diary)


def test_what_is_written_next_comes_after_the_made_up_past(tmp_path: Path) -> None:
    here = computer(tmp_path / "config", World(now=NOW))
    diary, _ = demo.make(tmp_path / "Demo.alongside", None, here, years=1)
    diaries.close(diary)
    again = diaries.open_diary(tmp_path / "Demo.alongside", None, here)
    try:
        assert again.store.device == diary.store.device
    finally:
        diaries.close(again)


@pytest.mark.parametrize(
    ("years", "until", "slug"),
    [
        (0, None, "demo_years_wrong"),
        (51, None, "demo_years_wrong"),
        (1, date(1, 6, 1), "demo_years_wrong"),
        (1, LAST + timedelta(days=1), "day_in_future"),
    ],
)
def test_an_impossible_span_is_refused_with_nothing_made(
    years: int, until: date | None, slug: str, tmp_path: Path
) -> None:
    here = computer(tmp_path / "config", World(now=NOW))
    with pytest.raises(DiaryError) as caught:
        demo.make(tmp_path / "Demo.alongside", None, here, years=years, until=until)
    assert caught.value.slug == slug
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_no_half_made_diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiaryError("disk_full")

    monkeypatch.setattr(Store, "take_in", full)
    with pytest.raises(DiaryError):
        demo.make(tmp_path / "Demo.alongside", None, computer(tmp_path / "config", World(now=NOW)), years=1)
    assert not (tmp_path / "Demo.alongside").exists()
