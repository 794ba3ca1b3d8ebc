from __future__ import annotations

from datetime import timedelta

import pytest

from diary.app import choosing, journal, looking_back, welcoming
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.today import AT_FIRST
from diary.storage.revisions import FieldChange
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, local

NEXT_DAY = DAY + timedelta(days=1)


def test_the_person_chooses_what_appears_and_in_which_order(sam: Sitting) -> None:
    assert sam.page().choices.asked == AT_FIRST
    choosing.choose_shown(sam.diary, ["note", "tiredness", "places", "note"])
    assert sam.page().choices.asked == ("note", "tiredness", "places")
    sam.again()
    assert sam.page().choices.asked == ("note", "tiredness", "places")
    with pytest.raises(DiaryError, match="not_offered"):
        choosing.choose_shown(sam.diary, ["horoscope"])


def test_low_energy_shows_the_core_alone_and_forgets_no_choice(sam: Sitting) -> None:
    choosing.choose_shown(sam.diary, ["note"])
    choosing.choose_low_energy(sam.diary, on=True)
    assert (sam.page().choices.asked, sam.page().choices.shown) == ((), ("note",))
    journal.undo(sam.diary)
    assert sam.page().choices.asked == ("note",)


def test_the_charts_panels_are_kept_in_the_diary_with_their_order_and_can_be_undone(sam: Sitting) -> None:
    changes = choosing.choose_panels(sam.diary, ["pain", "tiredness", "pain"])
    assert changes.kinds == {"setting"}
    assert looking_back.extract(sam.diary).settings["look_back_panels"] == '["pain", "tiredness"]'
    journal.undo(sam.diary)
    assert "look_back_panels" not in looking_back.extract(sam.diary).settings


def test_only_measures_can_be_panels(sam: Sitting) -> None:
    with pytest.raises(DiaryError, match="not_offered"):
        choosing.choose_panels(sam.diary, ["pain", "the moon"])


def test_the_day_ends_at_the_persons_own_hour_and_what_is_written_stays_where_it_is(sam: Sitting) -> None:
    sam.world.now = local(NEXT_DAY, 3)
    assert sam.diary.today() == DAY
    journal.give_score(sam.diary, DAY, PAIN, 4)
    choosing.choose_day_end(sam.diary, 2)
    assert sam.diary.today() == NEXT_DAY
    assert sam.day().value(PAIN) is not None
    journal.give_score(sam.diary, NEXT_DAY, PAIN, 5)
    assert [one.entries[0].day_ends_at for one in sam.all().days] == [4, 2]
    sam.again()
    assert sam.diary.day_ends_at == 2
    choosing.choose_day_end(sam.diary, 4)
    journal.undo(sam.diary)
    assert sam.diary.day_ends_at == 2


@pytest.mark.parametrize("hour", [-1, 13])
def test_a_day_ends_in_the_night(sam: Sitting, hour: int) -> None:
    with pytest.raises(DiaryError, match="day_end_wrong"):
        choosing.choose_day_end(sam.diary, hour)


def test_a_choice_that_a_later_version_made_is_passed_over(sam: Sitting) -> None:
    strange = {"today_shows": ["weather_radar", 7, "note"], "day_ends_at": "dawn", "low_energy": "a bit"}
    sam.diary.store.write([FieldChange("setting", k, "value", v) for k, v in strange.items()], recorder="person")
    sam.again()
    choices = sam.page().choices
    assert (choices.shown, choices.low_energy, choices.day_ends_at) == (("note",), False, 4)


def test_a_few_days_a_week_are_chosen_kept_and_taken_back(sam: Sitting) -> None:
    friday, saturday = DAY, NEXT_DAY
    choosing.choose_week_days(sam.diary, {0, 4})
    sam.again()
    chosen = sam.page().choices
    assert (chosen.is_writing_day(friday), chosen.is_writing_day(saturday)) == (True, False)
    choosing.choose_week_days(sam.diary, set(range(7)))
    assert sam.page().choices.week_days == frozenset(), "all seven are every day"
    journal.undo(sam.diary)
    assert sam.page().choices.week_days == {0, 4}
    with pytest.raises(DiaryError, match="not_offered"):
        choosing.choose_week_days(sam.diary, {7})


def test_who_writes_on_a_few_days_is_not_welcomed_back_after_the_others(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    choosing.choose_week_days(sam.diary, {4})
    sam.world.now += timedelta(days=14)
    assert welcoming.welcome(sam.diary).days_away is None
    choosing.choose_week_days(sam.diary, ())
    assert welcoming.welcome(sam.diary).days_away == 14
