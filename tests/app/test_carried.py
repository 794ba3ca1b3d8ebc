"""All that Today asks leaves the diary and comes back: exported and brought into an empty one, it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from diary.app import (
    bringing_in,
    choosing,
    diaries,
    exporting,
    factors,
    journal,
    looking_back,
    moments,
    other_answers,
    own_measures,
    pausing,
    story,
    treatments,
    welcoming,
)
from diary.app.bringing_in import Choices
from diary.app.exporting import ExportFormat
from diary.app.opened import OpenDiary
from diary.domain.entries import Event, Helped, PauseFor, RoughDate, Treatment
from diary.domain.extract import Extract
from diary.domain.helping import IsHelping
from diary.domain.measures import MOOD, PAIN, OwnMeasure
from diary.domain.places import BodySite, Side
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, World, sams_diary

KNEE, BACK = BodySite("knee", Side.LEFT), BodySite("lower_back")
STIFF = OwnMeasure("Stiffness", scale="0to4")


def fill(sam: Sitting) -> None:
    """Use everything once."""
    diary = sam.diary
    own_measures.add_measure(diary, STIFF)
    (stiff,) = own_measures.own_measures(diary)
    journal.give_scores(diary, DAY, {(PAIN, KNEE): 4, (stiff.id, None): 3, (MOOD, None): 6})
    journal.answer_headache(diary, DAY, had=True, how_bad=5, hours=2)
    own_measures.change_measure(diary, stiff.id, replace(STIFF, scale="0to10"))
    own_measures.say_what_numbers_mean(diary, PAIN, {8: "I lie down"})
    factors.tick_factor(diary, DAY, "starter-work", was_there=True)
    factors.add_factor(diary, "Long drive")
    treatments.keep_treatment(diary, Treatment("", "Ibuprofen", "medicine", "400", unit="mg", as_needed=True))
    (tablet,) = treatments.treatments(diary)
    treatments.take(diary, DAY, tablet.id, at=time(9), helped=Helped.A_BIT)
    story.keep_event(diary, Event("", "Car accident", RoughDate.of_year(2024), Helped.NOT_SURE))
    story.choose_story(diary, [one.id for one in story.events(diary)])
    sam.world.now += timedelta(days=1)
    next_day = DAY + timedelta(days=1)
    journal.give_scores(diary, next_day, {(PAIN, BACK): 6, (stiff.id, None): 9})
    other_answers.say_nowhere_else(diary, next_day)
    other_answers.say_spread(diary, next_day, BACK, KNEE)
    other_answers.write_good_thing(diary, next_day, "=Sun, on the wall")
    moments.answer_moment(diary, next_day, diary.computer.surroundings.new_id(), time(9), {"mood_now": 3})
    choosing.choose_low_energy(diary, on=True)
    welcoming.answer_helping(diary, IsHelping.NOT_SURE)
    pausing.pause(diary, PauseFor.WEEK)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[OpenDiary]:
    """An empty copy of the diary on another computer, a day later."""
    diary = sams_diary(tmp_path / "other", World(now=World().now + timedelta(days=2), seed=5))
    yield diary
    diaries.close(diary)


def carried(sam: Sitting, other: OpenDiary, out: Path, form: ExportFormat) -> Extract:
    exporting.export(sam.all(), out, form, today=DAY, with_notes=True)
    bringing_in.bring_in(other, out, Choices(format="alongside"))
    return looking_back.extract(other)


def test_json_brings_back_everything(sam: Sitting, other: OpenDiary, tmp_path: Path) -> None:
    fill(sam)
    before, after = sam.all(), carried(sam, other, tmp_path / "all.json", ExportFormat.JSON)
    for name in (field.name for field in fields(Extract) if field.name not in {"days", "good_things"}):
        assert getattr(after, name) == getattr(before, name), name
    assert [(day.day, day.state, dict(day.values)) for day in after.days] == [
        (day.day, day.state, dict(day.values)) for day in before.days
    ]
    assert [(one.day, one.text) for one in after.good_things] == [(one.day, one.text) for one in before.good_things]
    assert [[entry.spreads for entry in day.entries] for day in after.days] == [
        [entry.spreads for entry in day.entries] for day in before.days
    ]
    assert after.settings["low_energy"] == "true"


def test_the_long_table_brings_back_answers_on_their_scales_and_good_things(
    sam: Sitting, other: OpenDiary, tmp_path: Path
) -> None:
    fill(sam)
    before, after = sam.all(), carried(sam, other, tmp_path / "long.csv", ExportFormat.CSV_LONG)

    def answered(extract: Extract) -> list[list[tuple[str, float, int, float]]]:
        return [
            sorted(
                (score.measure, score.value, score.version, extract.measure_of(score).highest)
                for entry in day.entries
                for score in entry.scores
            )
            for day in extract.days
        ]

    assert answered(after) == answered(before)
    assert [one.text for one in after.good_things] == ["=Sun, on the wall"]
    former = next(one for one in after.measures.values() if one.former_of)
    assert [day.value(former.id) is not None for day in after.days] == [True, False]
