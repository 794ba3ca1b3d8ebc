from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from diary.app import forgetting, journal, looking_back, treatments
from diary.domain.day_values import DayState
from diary.domain.entries import Helped, Precision, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.domain.people import Basis, Voice
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

IBUPROFEN = Treatment("", "Ibuprofen", "medicine", "400", RoughDate.of_year(2024), unit="mg", as_needed=True)
PHYSIO = Treatment("", "Physio exercises", "physiotherapy", first=RoughDate(DAY - timedelta(days=9)))


def listed(sam: Sitting, wanted: Treatment) -> Treatment:
    """Put on the list, as it stands there."""
    treatments.keep_treatment(sam.diary, wanted)
    return next(one for one in treatments.treatments(sam.diary) if one.name == wanted.name)


def test_a_treatment_is_kept_as_it_was_described(sam: Sitting) -> None:
    kept = listed(sam, IBUPROFEN)
    assert replace(kept, id="") == IBUPROFEN
    treatments.keep_treatment(sam.diary, replace(kept, last=RoughDate.of_month(2026, 10)))
    (changed,) = treatments.treatments(sam.diary)
    assert changed.last == RoughDate(date(2026, 10, 1), Precision.MONTH)
    journal.undo(sam.diary)
    assert treatments.treatments(sam.diary) == (kept,)


def test_today_offers_what_is_in_use_that_day(sam: Sitting) -> None:
    ended = listed(sam, replace(PHYSIO, name="CBT", kind="talking", last=RoughDate.of_month(2026, 11)))
    assert ended in sam.page().treatments, "a month that has not ended may still be going on"
    treatments.keep_treatment(sam.diary, replace(ended, last=RoughDate(DAY - timedelta(days=1))))
    assert sam.page().treatments == ()
    assert len(sam.page(DAY - timedelta(days=1)).treatments) == 1
    assert sam.page(DAY - timedelta(days=20)).treatments == ()


def test_what_is_done_once_a_day_is_ticked_once_however_often_it_is_clicked(sam: Sitting) -> None:
    physio = listed(sam, PHYSIO)
    treatments.take(sam.diary, DAY, physio.id)
    treatments.take(sam.diary, DAY, physio.id, helped=Helped.A_BIT)
    (intake,) = sam.page().intakes
    assert intake.helped is Helped.A_BIT
    assert sam.day().state is DayState.PARTLY
    treatments.untake(sam.diary, intake)
    assert sam.page().intakes == ()
    treatments.take(sam.diary, DAY, physio.id)
    assert len(sam.page().intakes) == 1


def test_what_is_taken_as_needed_has_a_time_each_time(sam: Sitting) -> None:
    tablet = listed(sam, IBUPROFEN)
    treatments.take(sam.diary, DAY, tablet.id, at=time(9, 30))
    treatments.take(sam.diary, DAY, tablet.id, at=time(17), helped=Helped.NO)
    first, second = sam.page().intakes
    assert (first.at, second.at) == (time(9, 30), time(17))
    treatments.change_intake(sam.diary, replace(first, at=time(8), helped=Helped.NOT_SURE))
    assert [(one.at, one.helped) for one in sam.page().intakes] == [(time(8), Helped.NOT_SURE), (time(17), Helped.NO)]
    treatments.untake(sam.diary, second)
    assert len(sam.page().intakes) == 1
    journal.undo(sam.diary)
    assert len(sam.page().intakes) == 2


def test_the_history_of_a_day_tells_of_its_treatments(sam: Sitting) -> None:
    physio = listed(sam, PHYSIO)
    treatments.take(sam.diary, DAY, physio.id, helped=Helped.YES)
    told = {(row.what, row.called, row.new) for row in looking_back.history(sam.diary, DAY)}
    assert ("intake", physio.name, "yes") in told


def test_the_history_names_a_treatment_after_it_was_taken_off_until_it_is_removed_for_good(sam: Sitting) -> None:
    physio = listed(sam, PHYSIO)
    treatments.take(sam.diary, DAY, physio.id, helped=Helped.YES)
    treatments.delete_treatment(sam.diary, physio.id)
    assert {row.called for row in looking_back.history(sam.diary, DAY) if row.what == "intake"} == {physio.name}
    forgetting.remove_for_good(sam.diary, [physio.id])
    assert {row.called for row in looking_back.history(sam.diary, DAY) if row.what == "intake"} == {""}


def test_one_that_is_taken_off_the_list_stays_in_the_past(sam: Sitting) -> None:
    physio = listed(sam, PHYSIO)
    treatments.take(sam.diary, DAY, physio.id)
    treatments.delete_treatment(sam.diary, physio.id)
    assert sam.page().treatments == ()
    assert len(sam.page().intakes) == 1


@pytest.mark.parametrize(
    ("wanted", "slug"),
    [
        (replace(PHYSIO, name=" "), "words_empty"),
        (replace(PHYSIO, name="x" * 81), "label_too_long"),
        (replace(PHYSIO, kind="magic"), "treatment_kind_unknown"),
        (replace(PHYSIO, last=RoughDate.of_year(2020)), "period_backwards"),
        (replace(PHYSIO, id="gone"), "treatment_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused(sam: Sitting, wanted: Treatment, slug: str) -> None:
    with pytest.raises(DiaryError, match=slug):
        treatments.keep_treatment(sam.diary, wanted)
    assert treatments.treatments(sam.diary) == ()


def test_nothing_is_taken_tomorrow_nor_by_who_only_watched(sam: Sitting) -> None:
    physio = listed(sam, PHYSIO)
    with pytest.raises(DiaryError, match="day_in_future"):
        treatments.take(sam.diary, DAY + timedelta(days=1), physio.id)
    with pytest.raises(DiaryError, match="measure_not_observed"):
        treatments.take(sam.diary, DAY, physio.id, voice=Voice("alex", Basis.OBSERVED))
    with pytest.raises(DiaryError, match="treatment_unknown"):
        treatments.take(sam.diary, DAY, "gone")
