"""Names tell everybody apart who writes, also where two have one name."""

from __future__ import annotations

from datetime import date

import pytest

from diary.domain.people import PERSON, Recorder, name_among

SAM = Recorder(PERSON, "Sam")


def named(*carers: Recorder) -> list[str]:
    known = {one.id: one for one in (SAM, *carers)}
    return [name_among(known, one.id) for one in carers]


def alex(id_: str, relationship: str = "", since: int | None = None, name: str = "Alex") -> Recorder:
    return Recorder(id_, name, relationship, date(2026, 5, since) if since else None)


def test_one_of_a_name_is_called_by_it_alone() -> None:
    assert named(alex("a", "partner"), Recorder("k", "Kim", "partner")) == ["Alex", "Kim"]


def test_two_of_one_name_are_told_apart_by_what_they_are_to_the_person() -> None:
    assert named(alex("a", "partner"), alex("b", "nurse", name="ALEX")) == ["Alex (partner)", "ALEX (nurse)"]


@pytest.mark.parametrize("relationship", ["", "nurse"])
def test_where_that_is_the_same_they_are_numbered_by_who_wrote_here_first(relationship: str) -> None:
    assert named(alex("a", relationship, 9), alex("b", relationship, 3)) == ["Alex (2)", "Alex (1)"]


def test_a_carer_with_the_persons_name_is_not_the_person() -> None:
    known = {PERSON: SAM, "s": Recorder("s", "sam", "nurse")}
    assert [name_among(known, one) for one in known] == ["Sam", "sam (nurse)"]


def test_who_is_not_known_or_has_no_name_left_has_none() -> None:
    assert name_among({PERSON: SAM}, "gone") == ""
    assert named(alex("a", name=""), alex("b", name="")) == ["", ""]
