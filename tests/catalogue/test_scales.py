from __future__ import annotations

import json

import pytest

from diary.catalogue import built_in_revisions, measure_from, measures
from diary.domain.measures import CORE, MOOD, Direction, Measure, ScaleKind, checked_score


def test_the_revisions_and_the_catalogue_say_the_same() -> None:
    """Two copies of a definition drift apart; a diary holds the one, a screen shows the other."""
    defined = {key: measure_from(json.loads(value)) for _, _, key, _, value in built_in_revisions()}
    assert defined == dict(measures())


def test_the_revisions_are_numbered_from_one_without_a_gap() -> None:
    assert [seq for seq, *_ in built_in_revisions()] == list(range(1, len(built_in_revisions()) + 1))
    assert {(kind, field) for _, kind, _, field, _ in built_in_revisions()} == {("measure", "definition")}


def test_the_first_revisions_are_those_that_diaries_hold_already() -> None:
    """A renumbered row would be refused by every diary that has another under its number."""
    keys = [key for _, _, key, _, _ in built_in_revisions()]
    assert keys[:7] == ["sleep_hours", "sleep_quality", "mood", "anxiety", "pain", "interference", "pain_worst"]
    assert keys[14:17] == ["pain_now", "anxiety_now", "mood_now"]
    assert keys[17:26] == [
        "noticed_sleep",
        "noticed_got_up",
        "noticed_activities",
        "noticed_in_pain",
        "noticed_worried",
        "noticed_low",
        "noticed_ate",
        "noticed_medicines",
        "pain_as_seemed",
    ]


def test_the_core_is_there() -> None:
    assert set(CORE) <= set(measures())


def test_moods_run_the_other_way_from_pain_and_anxiety() -> None:
    better = {id_ for id_, measure in measures().items() if measure.direction is Direction.HIGHER_IS_BETTER}
    assert better == {MOOD, "mood_now", "sleep_quality"}


def test_a_moment_is_scored_like_the_day_it_stands_for() -> None:
    for now in (measure for measure in measures().values() if measure.moment_of):
        daily = measures()[now.moment_of or ""]
        assert (now.low_words, now.high_words, now.direction) == (daily.low_words, daily.high_words, daily.direction)


def test_what_a_carer_noticed_is_marked_and_asks_for_no_mood_or_anxiety_score() -> None:
    observed = {measure.id: measure for measure in measures().values() if measure.observed}
    assert all(id_.startswith("noticed_") for id_ in set(observed) - {"pain_as_seemed"})
    assert [id_ for id_, measure in observed.items() if measure.kind is ScaleKind.SCORE] == ["pain_as_seemed"]


@pytest.mark.parametrize("measure", measures().values(), ids=measures())
def test_every_scale_has_its_words(measure: Measure) -> None:
    assert measure.label
    assert measure.question.endswith("?")
    assert bool(measure.low_words and measure.high_words) is (measure.kind is ScaleKind.SCORE)
    assert bool(measure.steps) is (measure.kind is ScaleKind.STEPS)
    assert checked_score(measure, measure.highest) == measure.highest


def test_steps_are_numbered_from_nought() -> None:
    assert (measures()["noticed_in_pain"].lowest, measures()["noticed_in_pain"].highest) == (0, 3)


def test_the_catalogue_cannot_be_changed() -> None:
    with pytest.raises(TypeError):
        measures()["pain"] = measures()["mood"]  # type: ignore[index]  # that it can't is the point
