from __future__ import annotations

from datetime import timedelta

import pytest

from diary.app import factors, journal, looking_back
from diary.domain.day_values import DayState
from diary.domain.errors import DiaryError
from diary.domain.people import Basis, Voice
from diary.storage.revisions import FieldChange
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

POOR_NIGHT = "starter-poor-night"
TOLD = Voice("alex", Basis.TOLD)
NOTICED = Voice("alex", Basis.OBSERVED)


def labels(sam: Sitting) -> list[str]:
    return [one.label for one in sam.page().factors]


def id_of(sam: Sitting, label: str) -> str:
    return next(one.id for one in factors.factors(sam.diary) if one.label == label)


def ticked(sam: Sitting) -> set[str]:
    known = {one.id: one.label for one in factors.factors(sam.diary)}
    return {known[factor] for entry in sam.day().entries for factor in entry.factors}


def test_a_gentle_list_is_offered_and_nothing_of_it_is_written(sam: Sitting) -> None:
    assert labels(sam)[:3] == ["Poor night", "Walk or exercise", "Work"]
    assert sam.all().factors == {}


def test_what_the_person_has_by_that_name_is_not_offered_beside_it(sam: Sitting) -> None:
    sam.diary.store.write([FieldChange("factor", "brought-in", "label", "poor NIGHT")], recorder="person")
    assert [label for label in labels(sam) if label.casefold() == "poor night"] == ["poor NIGHT"]


def test_a_tick_makes_the_factor_the_persons_own_and_says_the_list_was_looked_through(sam: Sitting) -> None:
    made = factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True)
    assert made.days == {DAY}
    (entry,) = sam.day().entries
    assert (entry.factors, entry.factors_looked_through) == ((POOR_NIGHT,), True)
    assert sam.all().factors[POOR_NIGHT].label == "Poor night"
    assert sam.day().state is DayState.PARTLY
    assert labels(sam)[0] == "Poor night"
    journal.undo(sam.diary)
    assert sam.day().entries == ()
    assert sam.all().factors == {}


def test_a_tick_taken_back_leaves_the_list_looked_through(sam: Sitting) -> None:
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True)
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=False)
    (entry,) = sam.day().entries
    assert (entry.factors, entry.factors_looked_through) == ((), True)


def test_the_history_names_the_factor(sam: Sitting) -> None:
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True)
    (row,) = looking_back.history(sam.diary, DAY)
    assert (row.what, row.called, row.old, row.new) == ("entry_factor", "Poor night", None, True)


def test_the_history_names_the_factor_that_was_ticked_after_it_was_merged_into_another(sam: Sitting) -> None:
    factors.add_factor(sam.diary, "Bad night")
    factors.tick_factor(sam.diary, DAY, id_of(sam, "Bad night"), was_there=True)
    factors.merge_factors(sam.diary, id_of(sam, "Bad night"), POOR_NIGHT)
    assert [row.called for row in looking_back.history(sam.diary, DAY)] == ["Bad night"]


def test_looking_through_alone_says_that_nothing_was_there(sam: Sitting) -> None:
    factors.look_through_factors(sam.diary, DAY)
    (entry,) = sam.day().entries
    assert entry.factors_looked_through
    assert sam.day().state is DayState.UNKNOWN


def test_a_carer_may_tick_what_they_were_told_but_not_what_they_noticed(sam: Sitting) -> None:
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True, voice=TOLD)
    assert [entry.basis for entry in sam.day().entries] == [Basis.TOLD]
    with pytest.raises(DiaryError, match="measure_not_observed"):
        factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True, voice=NOTICED)


def test_a_new_factor_comes_last_and_one_that_was_hidden_comes_back_by_its_name(sam: Sitting) -> None:
    factors.add_factor(sam.diary, "  Long   drive ")
    assert labels(sam)[-1] == "Long drive"
    factors.hide_factor(sam.diary, id_of(sam, "Long drive"))
    assert "Long drive" not in labels(sam)
    factors.add_factor(sam.diary, "long DRIVE")
    assert labels(sam).count("Long drive") == 1


def test_an_offered_factor_can_be_hidden_without_ever_being_used(sam: Sitting) -> None:
    factors.hide_factor(sam.diary, POOR_NIGHT)
    assert "Poor night" not in labels(sam)
    assert sam.all().factors[POOR_NIGHT].hidden


def test_a_name_that_exists_is_not_given_twice_and_the_other_is_named_for_merging(sam: Sitting) -> None:
    factors.add_factor(sam.diary, "Bad night")
    with pytest.raises(DiaryError, match="factor_exists") as caught:
        factors.rename_factor(sam.diary, id_of(sam, "Bad night"), "poor night")
    assert caught.value.values == {"factor": POOR_NIGHT}
    with pytest.raises(DiaryError, match="factor_exists"):
        factors.add_factor(sam.diary, "Poor night")
    assert "Bad night" in labels(sam)


def test_after_a_merge_one_stands_for_both_on_past_days_too_and_undo_parts_them(sam: Sitting) -> None:
    factors.add_factor(sam.diary, "Bad night")
    bad = id_of(sam, "Bad night")
    factors.tick_factor(sam.diary, DAY - timedelta(days=1), bad, was_there=True)
    factors.tick_factor(sam.diary, DAY, bad, was_there=True)
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True)
    factors.merge_factors(sam.diary, bad, POOR_NIGHT)
    assert [entry.factors for entry in sam.day().entries] == [(POOR_NIGHT,)]
    assert [entry.factors for entry in sam.day(DAY - timedelta(days=1)).entries] == [(POOR_NIGHT,)]
    assert "Bad night" not in labels(sam)
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=False)
    assert ticked(sam) == set()
    journal.undo(sam.diary)
    journal.undo(sam.diary)
    assert ticked(sam) == {"Bad night", "Poor night"}


def test_factors_merged_in_a_ring_by_two_computers_still_stand_as_one(sam: Sitting) -> None:
    factors.tick_factor(sam.diary, DAY, POOR_NIGHT, was_there=True)
    factors.tick_factor(sam.diary, DAY, "starter-work", was_there=True)
    ring = [("starter-work", POOR_NIGHT), (POOR_NIGHT, "starter-work")]
    sam.diary.store.write([FieldChange("factor", a, "merged_into", b) for a, b in ring], recorder="person")
    assert [entry.factors for entry in sam.day().entries] == [(POOR_NIGHT,)]


def test_the_list_keeps_the_order_it_was_put_in(sam: Sitting) -> None:
    factors.add_factor(sam.diary, "Long drive")
    wanted = ["starter-work", id_of(sam, "Long drive"), POOR_NIGHT]
    factors.order_factors(sam.diary, wanted)
    assert [one.id for one in sam.page().factors][:3] == wanted
    assert len(labels(sam)) == 9
    assert list(sam.all().factors)[:3] == wanted


def test_two_hundred_factors_and_an_emoji_are_a_list_like_any_other(sam: Sitting) -> None:
    for number in range(200):
        factors.add_factor(sam.diary, f"Factor {number}")
    factors.add_factor(sam.diary, "🌧️ rain")
    assert labels(sam)[-1] == "🌧️ rain"
    assert len(labels(sam)) == 209


@pytest.mark.parametrize(
    ("label", "slug"), [(" ", "words_empty"), ("x" * 61, "label_too_long"), ("x" * 1_000_000, "label_too_long")]
)
def test_what_is_no_name_is_refused(sam: Sitting, label: str, slug: str) -> None:
    with pytest.raises(DiaryError, match=slug):
        factors.add_factor(sam.diary, label)
    assert len(labels(sam)) == 8
