"""What undo and redo would do next is told as the act was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import time
from pathlib import Path

import pytest

from diary.app import choosing, diaries, factors, journal, looking_back, moments, other_answers, pausing, treatments
from diary.app.opened import OpenDiary
from diary.app.values import Step
from diary.domain.entries import MarkKind, PauseFor, Treatment
from diary.domain.measures import MOOD, PAIN
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side
from diary.storage.keys import EntryKey
from tests.storage.builders import DAY, World, sams_diary

KNEE = BodySite("knee", Side.LEFT)
ENTRY = str(EntryKey(DAY, PERSON, Basis.SELF))


@pytest.fixture(scope="module")
def diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenDiary]:
    """One diary for all; every test takes back what it does, but for a day with an entry."""
    folder: Path = tmp_path_factory.mktemp("steps")
    made = sams_diary(folder, World())
    journal.give_scores(made, DAY, {(MOOD, None): 4, (PAIN, None): 6, (PAIN, KNEE): 3})
    yield made
    diaries.close(made)


def new_id(diary: OpenDiary) -> str:
    return diary.computer.surroundings.new_id()


@pytest.mark.parametrize(
    ("act", "step"),
    [
        (lambda d: journal.give_score(d, DAY, MOOD, 7), Step(MOOD, DAY, value=7)),
        (lambda d: journal.give_score(d, DAY, MOOD, None), Step(MOOD, DAY, is_gone=True)),
        (lambda d: journal.give_score(d, DAY, PAIN, 2, site=KNEE), Step(PAIN, DAY, KNEE, 2)),
        (lambda d: journal.clear_place(d, DAY, KNEE), Step(PAIN, DAY, KNEE, is_gone=True)),
        (lambda d: journal.answer_headache(d, DAY, had=True), Step("headache_today", DAY, value=1)),
        (lambda d: journal.mark_day(d, DAY, MarkKind.BAD_DAY), Step("day_mark", DAY, value="bad_day")),
        (lambda d: journal.write_note(d, DAY, "Words"), Step("note", DAY)),
        (lambda d: other_answers.write_good_thing(d, DAY, "Snow"), Step("good_thing", DAY)),
        (lambda d: other_answers.say_nowhere_else(d, DAY), Step("nowhere_else", DAY)),
        (lambda d: factors.tick_factor(d, DAY, "starter-work", was_there=True), Step("entry_factor", DAY)),
        (lambda d: factors.add_factor(d, "Bad news"), Step("factor")),
        (lambda d: treatments.keep_treatment(d, Treatment("", "Walk", "exercise")), Step("treatment")),
        (lambda d: pausing.pause(d, PauseFor.WEEK), Step("pause")),
        (lambda d: choosing.choose_low_energy(d, on=True), Step("setting")),
        (
            lambda d: moments.answer_moment(d, DAY, new_id(d), time(9), {"pain_now": 2}),
            Step("pain_now", DAY, value=2),
        ),
        (lambda d: looking_back.delete_entries(d, [ENTRY]), Step("entry", DAY, is_gone=True)),
    ],
)
def test_undo_and_redo_tell_what_they_would_do(
    diary: OpenDiary, act: Callable[[OpenDiary], object], step: Step
) -> None:
    act(diary)
    assert journal.day_page(diary, DAY).undo == step
    journal.undo(diary)
    assert journal.day_page(diary, DAY).redo == step
    journal.redo(diary)
    assert journal.day_page(diary, DAY).undo == step
    journal.undo(diary)
    assert journal.day_page(diary, DAY).redo == step


def test_where_nothing_was_done_nothing_is_told(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    page = journal.day_page(diary, DAY)
    assert (page.undo, page.redo) == (None, None)
    diaries.close(diary)


def test_what_another_person_answered_is_named_and_not_shown(diary: OpenDiary) -> None:
    journal.give_score(diary, DAY, MOOD, 8)
    writer, diary.recorder = diary.recorder, "alex"
    assert journal.day_page(diary, DAY).undo == Step(MOOD, DAY)
    diary.recorder = writer
    journal.undo(diary)
