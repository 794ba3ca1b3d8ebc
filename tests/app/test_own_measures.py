from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from diary.app import choosing, journal, looking_back, own_measures
from diary.domain.errors import DiaryError
from diary.domain.measures import OWN_SCALES, PAIN, Direction, Measure, OwnMeasure, ScaleKind, own_words
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

STIFF = OwnMeasure("Stiffness", "How stiff were you?", "Not stiff", "Could not move", scale="0to4")
NEXT_DAY = DAY + timedelta(days=1)


def added(sam: Sitting, wanted: OwnMeasure = STIFF) -> Measure:
    own_measures.add_measure(sam.diary, wanted)
    return own_measures.own_measures(sam.diary)[-1]


def test_a_measure_asks_in_the_persons_words_and_stands_on_today(sam: Sitting) -> None:
    made = added(sam)
    assert (made.label, made.question, made.low_words, made.highest, made.own) == (
        "Stiffness", "How stiff were you?", "Not stiff", 4, True,
    )  # fmt: skip
    assert choosing.today_choices(sam.diary).shown[-1] == made.id
    journal.give_score(sam.diary, DAY, made.id, 3)
    with pytest.raises(DiaryError, match="score_out_of_range"):
        journal.give_score(sam.diary, DAY, made.id, 5)
    journal.undo(sam.diary)
    journal.undo(sam.diary)
    assert own_measures.own_measures(sam.diary) == ()
    assert made.id not in choosing.today_choices(sam.diary).shown


@pytest.mark.parametrize("scale", OWN_SCALES)
def test_every_scale_takes_its_ends_and_nothing_beyond(sam: Sitting, scale: str) -> None:
    made = added(sam, replace(STIFF, scale=scale))
    for value in (made.lowest, made.highest):
        journal.give_score(sam.diary, DAY, made.id, value)
    for value in (made.lowest - 1, made.highest + 1):
        with pytest.raises(DiaryError, match="score_out_of_range"):
            journal.give_score(sam.diary, DAY, made.id, value)


def test_a_range_changed_after_use_leaves_the_old_answers_on_their_scale(sam: Sitting) -> None:
    made = added(sam)
    journal.give_score(sam.diary, DAY, made.id, 3)
    own_measures.change_measure(sam.diary, made.id, replace(STIFF, scale="0to10"))
    sam.world.now += timedelta(days=1)
    journal.give_score(sam.diary, NEXT_DAY, made.id, 7)
    whole = sam.all()
    old, new = whole.days
    former = whole.measures[f"{made.id}~1"]
    assert (former.former_of, former.highest, former.archived) == (made.id, 4, True)
    assert old.value(made.id) is None, "3 of 4 must not stand among numbers out of 10"
    (value,) = old.values.values()
    assert value.value == 3
    assert new.value(made.id) is not None
    assert whole.measure_of(old.entries[0].scores[0]).highest == 4
    assert whole.measure_of(new.entries[0].scores[0]).highest == 10
    assert [one.id for one in own_measures.own_measures(sam.diary)] == [made.id]
    with pytest.raises(DiaryError, match="measure_unknown"):
        journal.give_score(sam.diary, DAY, former.id, 2)


def test_changed_words_make_a_version_but_not_another_line(sam: Sitting) -> None:
    made = added(sam)
    journal.give_score(sam.diary, DAY, made.id, 3)
    own_measures.change_measure(sam.diary, made.id, replace(STIFF, question="How stiff, on waking?"))
    whole = sam.all()
    assert whole.measures[made.id].version == 2
    assert whole.days[0].value(made.id) is not None
    assert [one.question for one in whole.earlier_measures] == ["How stiff were you?"]


def test_before_it_was_ever_answered_a_change_is_just_a_change(sam: Sitting) -> None:
    made = added(sam)
    own_measures.change_measure(sam.diary, made.id, replace(STIFF, scale="yes_no", direction=Direction.NEUTRAL))
    (changed,) = own_measures.own_measures(sam.diary)
    assert (changed.version, changed.kind) == (1, ScaleKind.YES_NO)
    assert sam.all().earlier_measures == ()


def test_a_deleted_answer_keeps_its_scale_for_when_it_comes_back(sam: Sitting) -> None:
    made = added(sam)
    journal.give_score(sam.diary, DAY, made.id, 3)
    entry = sam.day().entries[0].id
    looking_back.delete_entries(sam.diary, [entry])
    own_measures.change_measure(sam.diary, made.id, replace(STIFF, scale="0to10"))
    looking_back.recover(sam.diary, entry)
    (score,) = sam.day().entries[0].scores
    assert sam.all().measure_of(score).highest == 4


def test_what_is_put_away_is_never_lost(sam: Sitting) -> None:
    made = added(sam)
    journal.give_score(sam.diary, DAY, made.id, 3)
    own_measures.archive_measure(sam.diary, made.id)
    assert made.id not in choosing.today_choices(sam.diary).shown
    assert sam.day().value(made.id) is not None
    own_measures.archive_measure(sam.diary, made.id, archived=False)
    assert made.id in choosing.today_choices(sam.diary).shown


def test_own_words_hold_from_the_day_they_were_said(sam: Sitting) -> None:
    own_measures.say_what_numbers_mean(sam.diary, PAIN, {3: "I can ignore it", 8: "I lie down"})
    assert sam.page().own_words == {PAIN: {3: "I can ignore it", 8: "I lie down"}}
    sam.world.now += timedelta(days=1)
    own_measures.say_what_numbers_mean(sam.diary, PAIN, {8: "I cry"})
    anchors = sam.all().anchors
    assert own_words(anchors, PAIN, DAY) == {3: "I can ignore it", 8: "I lie down"}
    assert own_words(anchors, PAIN, NEXT_DAY) == {3: "I can ignore it", 8: "I cry"}
    own_measures.say_what_numbers_mean(sam.diary, PAIN, {3: "", 8: ""})
    assert own_words(sam.all().anchors, PAIN, NEXT_DAY) == {}
    assert not own_measures.say_what_numbers_mean(sam.diary, PAIN, {5: " "})
    with pytest.raises(DiaryError, match="score_out_of_range"):
        own_measures.say_what_numbers_mean(sam.diary, PAIN, {11: "too much"})


@pytest.mark.parametrize(
    ("wanted", "slug"),
    [
        (OwnMeasure(""), "words_empty"),
        (OwnMeasure("x" * 61), "label_too_long"),
        (OwnMeasure("x", scale="0to7"), "scale_unknown"),
    ],
)
def test_what_is_no_measure_is_refused(sam: Sitting, wanted: OwnMeasure, slug: str) -> None:
    with pytest.raises(DiaryError, match=slug):
        own_measures.add_measure(sam.diary, wanted)
    with pytest.raises(DiaryError, match="measure_unknown"):
        own_measures.change_measure(sam.diary, PAIN, STIFF)
