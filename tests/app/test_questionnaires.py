"""Filling in a questionnaire: begun, stopped, gone on with another day, done, and never by anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import diaries, journal, looking_back, questionnaires
from diary.app.bringing_back import bring_back
from diary.app.opened import OpenDiary
from diary.app.questionnaires import Offer
from diary.domain.errors import DiaryError
from diary.exchange.own_json import own_json, read_own_json
from tests.storage.builders import World, sams_diary


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def diary(tmp_path: Path, world: World) -> Iterator[OpenDiary]:
    opened = sams_diary(tmp_path, world)
    yield opened
    diaries.close(opened)


def offer(diary: OpenDiary, form: str) -> Offer:
    return next(one for one in questionnaires.offers(diary) if one.questionnaire.id == form)


def fill(diary: OpenDiary, form: str, response: str, *values: int) -> None:
    for item, value in zip(offer(diary, form).questionnaire.items, values, strict=False):
        questionnaires.answer(diary, form, response, item.id, value)


def test_one_that_was_stopped_is_gone_on_with_and_scored_when_it_is_whole(diary: OpenDiary, world: World) -> None:
    fill(diary, "phq4", "r1", 1, 2)
    begun = offer(diary, "phq4")
    assert begun.unfinished is not None
    assert (begun.unfinished.answers, begun.done) == ({"gad1": 1, "gad2": 2}, ())
    day = diary.today()
    world.now += timedelta(days=1)
    questionnaires.answer(diary, "phq4", "r1", "phq2", 0)
    questionnaires.answer(diary, "phq4", "r1", "phq1", 3)
    questionnaires.finish(diary, "r1")
    done = offer(diary, "phq4")
    assert done.unfinished is None
    assert [(one.score, one.response.day) for one in done.done] == [(6, day)], "it is of the day it was begun on"
    assert done.again_on == day + timedelta(days=14)
    world.now += timedelta(days=13)
    assert offer(diary, "phq4").again_on is None


def test_of_two_on_one_day_the_one_done_last_is_the_newest(diary: OpenDiary, world: World) -> None:
    for response, last in (("m", 0), ("z", 1), ("a", 3)):  # ids are random: their order says nothing
        fill(diary, "phq4", response, 1, 1, 1, last)
        questionnaires.finish(diary, response)
        world.now += timedelta(minutes=5)
    assert [one.score for one in offer(diary, "phq4").done] == [6, 4, 3]


def test_one_that_is_done_with_an_item_left_out_has_no_score(diary: OpenDiary) -> None:
    fill(diary, "gad7", "r1", 1, 1, 1)
    questionnaires.finish(diary, "r1")
    assert [one.score for one in offer(diary, "gad7").done] == [None]


def test_every_step_can_be_undone_and_an_answer_taken_away(diary: OpenDiary) -> None:
    fill(diary, "peg", "r1", 5, 6)
    questionnaires.answer(diary, "peg", "r1", "peg1", 7)
    journal.undo(diary)
    questionnaires.answer(diary, "peg", "r1", "peg2", None)
    unfinished = offer(diary, "peg").unfinished
    assert unfinished is not None
    assert unfinished.answers == {"peg1": 5}
    questionnaires.discard(diary, "r1")
    assert offer(diary, "peg").unfinished is None
    journal.undo(diary)
    assert offer(diary, "peg").unfinished == unfinished


def test_what_is_not_asked_and_what_is_no_answer_is_refused(diary: OpenDiary) -> None:
    for form, item, value, slug in (
        ("phq4", "gad1", 4, "score_out_of_range"),
        ("phq4", "gad1", -1, "score_out_of_range"),
        ("peg", "peg1", 11, "score_out_of_range"),
        ("phq4", "phq9", 1, "measure_unknown"),
        ("who5", "gad1", 1, "measure_unknown"),
    ):
        with pytest.raises(DiaryError, match=slug):
            questionnaires.answer(diary, form, "r1", item, value)
    assert all(one.unfinished is None for one in questionnaires.offers(diary))


def test_phq9_is_off_until_it_is_switched_on_and_others_can_be_switched_off(diary: OpenDiary) -> None:
    assert [one.questionnaire.id for one in questionnaires.offers(diary) if not one.is_on] == ["phq9"]
    questionnaires.switch(diary, "phq9", is_on=True)
    questionnaires.switch(diary, "gad7", is_on=False)
    assert [one.questionnaire.id for one in questionnaires.offers(diary) if not one.is_on] == ["gad7"]
    with pytest.raises(DiaryError, match="measure_unknown"):
        questionnaires.switch(diary, "who5", is_on=True)


def test_they_come_back_from_an_exported_diary(diary: OpenDiary, tmp_path: Path) -> None:
    fill(diary, "phq4", "r1", 1, 2, 0, 3)
    questionnaires.finish(diary, "r1")
    fill(diary, "peg", "r2", 5)
    found = looking_back.extract(diary)
    file = own_json(found, exported_on=diary.today())
    other = sams_diary(tmp_path / "other", World(seed=5))
    bring_back(other, read_own_json(file), dry_run=False)
    assert looking_back.extract(other).responses == found.responses
    diaries.close(other)
