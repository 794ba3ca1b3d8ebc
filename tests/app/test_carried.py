"""All that Today asks leaves the diary and comes back: exported and brought into an empty one, it is the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import time, timedelta
from pathlib import Path

import pytest

from diary import catalogue
from diary.app import (
    appointments,
    bringing_in,
    carers,
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
    questionnaires,
    story,
    treatments,
    welcoming,
)
from diary.app.bringing_in import Choices
from diary.app.exporting import ExportFormat
from diary.app.opened import OpenDiary
from diary.domain.entries import Appointment, Event, Helped, MarkKind, PauseFor, RoughDate, Sharing, Treatment
from diary.domain.extract import Extract
from diary.domain.helping import IsHelping
from diary.domain.measures import MOOD, PAIN, OwnMeasure
from diary.domain.people import Agreed, Basis, Voice
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
    _fill_for_others(diary)


def _fill_for_others(diary: OpenDiary) -> None:
    """What a carer, a doctor and the diary's own choices add."""
    carers.add_carer(diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    (alex,) = carers.carers(diary)
    told = Voice(alex.recorder.id, Basis.TOLD)
    journal.give_scores(diary, DAY, {(PAIN, None): 7}, voice=told)
    journal.mark_day(diary, DAY, MarkKind.BAD_DAY, voice=Voice(alex.recorder.id, Basis.OBSERVED))
    carers.remove_carer(diary, alex.recorder.id)
    journal.write_note(diary, DAY, "=a note", sharing=Sharing.SHARED)
    journal.prepare_appointment(diary, Appointment("", DAY, "To sleep", ("Why?", "How?")))
    appointments.keep(diary, DAY - timedelta(days=30))
    for form, items in (("phq4", 4), ("peg", 2)):
        response = diary.computer.surroundings.new_id()
        for item in catalogue.questionnaires()[form].items[:items]:
            questionnaires.answer(diary, form, response, item.id, 1)
        if form == "phq4":
            questionnaires.finish(diary, response)
    questionnaires.switch(diary, "phq9", is_on=True)


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


def test_the_diary_that_is_carried_has_something_of_everything(sam: Sitting) -> None:
    """What is empty here would come back whatever becomes of it."""
    fill(sam)
    whole = sam.all()
    assert [field.name for field in fields(Extract) if not getattr(whole, field.name)] == ["moves"]
    assert {one.is_done for one in whole.responses} == {True, False}
    assert any(one.until for one in whole.recorders.values())


def test_json_brings_back_everything(sam: Sitting, other: OpenDiary, tmp_path: Path) -> None:
    fill(sam)
    before, after = sam.all(), carried(sam, other, tmp_path / "all.json", ExportFormat.JSON)
    for name in (field.name for field in fields(Extract) if field.name not in {"days", "notes", "good_things"}):
        assert getattr(after, name) == getattr(before, name), name
    assert [(day.day, day.state, dict(day.values)) for day in after.days] == [
        (day.day, day.state, dict(day.values)) for day in before.days
    ]
    assert [(one.day, one.text) for one in after.good_things] == [(one.day, one.text) for one in before.good_things]
    then = World().now
    assert [replace(one, written_at=then) for one in after.notes] == [
        replace(one, written_at=then) for one in before.notes
    ]
    assert [[(mark.kind, mark.basis) for mark in day.marks] for day in after.days] == [
        [(mark.kind, mark.basis) for mark in day.marks] for day in before.days
    ]
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
