"""The person's own measures and words, which a diary may hold though no page asks for them yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from diary.app import choosing, journal
from diary.app.acts import act
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN, Anchor, Measure, own_words
from diary.domain.people import PERSON
from diary.storage.keys import anchor_key
from diary.storage.revisions import FieldChange
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, own_measure

STIFF = Measure("own-stiff", "Stiffness", "How stiff were you?", "Not stiff", "Could not move", highest=4, own=True)
NEXT_DAY = DAY + timedelta(days=1)


def test_a_range_changed_after_use_leaves_the_old_answers_on_their_scale(sam: Sitting) -> None:
    act(sam.diary, own_measure(STIFF), PERSON)
    journal.give_score(sam.diary, DAY, STIFF.id, 3)
    with pytest.raises(DiaryError, match="score_out_of_range"):
        journal.give_score(sam.diary, DAY, STIFF.id, 5)
    act(sam.diary, own_measure(replace(STIFF, highest=10, version=2), STIFF), PERSON)
    sam.world.now += timedelta(days=1)
    journal.give_score(sam.diary, NEXT_DAY, STIFF.id, 7)
    whole = sam.all()
    old, new = whole.days
    former = whole.measures[f"{STIFF.id}~1"]
    assert (former.former_of, former.highest, former.archived) == (STIFF.id, 4, True)
    assert old.value(STIFF.id) is None, "3 of 4 must not stand among numbers out of 10"
    (value,) = old.values.values()
    assert value.value == 3
    assert new.value(STIFF.id) is not None
    assert whole.measure_of(old.entries[0].scores[0]).highest == 4
    assert whole.measure_of(new.entries[0].scores[0]).highest == 10
    with pytest.raises(DiaryError, match="measure_unknown"):
        journal.give_score(sam.diary, DAY, former.id, 2)


def test_changed_words_make_a_version_but_not_another_line(sam: Sitting) -> None:
    act(sam.diary, own_measure(STIFF), PERSON)
    journal.give_score(sam.diary, DAY, STIFF.id, 3)
    act(sam.diary, own_measure(replace(STIFF, question="How stiff, on waking?", version=2), STIFF), PERSON)
    whole = sam.all()
    assert whole.measures[STIFF.id].version == 2
    assert whole.days[0].value(STIFF.id) is not None
    assert [one.question for one in whole.earlier_measures] == ["How stiff were you?"]


def test_what_is_put_away_is_never_lost(sam: Sitting) -> None:
    act(sam.diary, own_measure(STIFF), PERSON)
    choosing.choose_shown(sam.diary, [STIFF.id])
    journal.give_score(sam.diary, DAY, STIFF.id, 3)
    act(sam.diary, [FieldChange("measure", STIFF.id, "archived", value=True)], PERSON)
    assert choosing.today_choices(sam.diary).shown == ()
    assert sam.day().value(STIFF.id) is not None
    journal.undo(sam.diary)
    assert choosing.today_choices(sam.diary).shown == (STIFF.id,)


def test_own_words_hold_from_the_day_they_were_said(sam: Sitting) -> None:
    said = [
        Anchor(PAIN, DAY, 3, "I can ignore it"),
        Anchor(PAIN, DAY, 8, "I lie down"),
        Anchor(PAIN, NEXT_DAY, 8, "I cry"),
    ]
    act(sam.diary, [FieldChange("own_anchor", anchor_key(one), "words", one.words) for one in said], PERSON)
    assert sam.page().own_words == {PAIN: {3: "I can ignore it", 8: "I lie down"}}
    anchors = sam.all().anchors
    assert own_words(anchors, PAIN, DAY) == {3: "I can ignore it", 8: "I lie down"}
    assert own_words(anchors, PAIN, NEXT_DAY) == {8: "I cry"}
