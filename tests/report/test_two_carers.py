"""What two carers noticed stands apart on the doctor's pages, and nobody's name does."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from diary.domain.entries import Note, Score
from diary.domain.people import Basis, Recorder
from diary.report.carers_view import carers_box, noticed_answers
from tests.report.builders import LAST, back, day, extract

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.day_values import Day
    from diary.domain.extract import Extract

NOBODYS_NOTES: frozenset[str] = frozenset()


def seen_by_both(on: date, first: float, second: float) -> Day:
    """A day on which Alex noticed something, and Kim too."""
    made = day(on, {"pain": 5}, noticed={"noticed_in_pain": first})
    own, alex = made.entries
    kim = replace(alex, id=f"{on} kim", recorder="kim", scores=(Score("noticed_in_pain", second, alex.written_at),))
    return replace(made, entries=(own, alex, kim))


def with_kim(content: Extract, relationship: str) -> Extract:
    kim = Recorder("kim", "Kim", relationship)
    return replace(content, recorders={**content.recorders, "kim": kim})


@pytest.mark.parametrize(
    ("relationship", "heads"),
    [
        ("daughter", ("22 Nov, partner", "22 Nov, daughter")),
        ("partner", ("22 Nov, partner 1", "22 Nov, partner 2")),
        ("", ("22 Nov, partner", "22 Nov, carer")),
    ],
)
def test_each_has_a_column_of_their_own_on_a_day(relationship: str, heads: tuple[str, str]) -> None:
    """The later of two views stood there alone, as though both had seen it."""
    box = carers_box(with_kim(extract(seen_by_both(LAST, 2, 0)), relationship), NOBODYS_NOTES)
    assert box is not None
    assert box.heads == ("Noticed", *heads)
    assert box.rows == (("Looked or sounded in pain", "A lot", "Not at all"),)
    assert box.said == "These are carers’ observations, not the person’s own ratings."
    assert "Kim" not in repr(box)


def test_a_day_is_shown_with_all_who_noticed_or_not_at_all() -> None:
    days = [day(back(2), noticed={"noticed_in_pain": 1}), seen_by_both(back(1), 1, 2), seen_by_both(LAST, 2, 0)]
    box = carers_box(with_kim(extract(*days), "daughter"), NOBODYS_NOTES)
    assert box is not None
    assert box.heads == ("Noticed", "22 Nov, partner", "22 Nov, daughter")


def test_on_the_page_of_one_day_each_answer_says_whose_view_it_is() -> None:
    content = with_kim(extract(seen_by_both(LAST, 2, 0), length=1), "daughter")
    assert [(one.label, one.text) for one in noticed_answers(content.days[0], content)] == [
        ("Looked or sounded in pain (partner)", "A lot"),
        ("Looked or sounded in pain (daughter)", "Not at all"),
    ]


def test_a_note_says_which_of_them_wrote_it() -> None:
    content = with_kim(extract(seen_by_both(LAST, 2, 0)), "*daughter*")
    at = content.days[0].entries[1].written_at
    notes = tuple(Note(one, LAST, one, Basis.OBSERVED, f"{one} saw", at) for one in ("alex", "kim"))
    box = carers_box(replace(content, notes=notes), frozenset({"alex", "kim"}))
    assert box is not None
    assert ["".join(run.text for run in line).replace("\u00a0", " ") for line in box.notes] == [
        "A carer’s note (partner), 22 November 2026: “alex saw”",
        "A carer’s note (*daughter*), 22 November 2026: “kim saw”",
    ]


def test_how_far_they_got_is_not_said_twice_in_the_same_words() -> None:
    box = carers_box(extract(day(LAST, noticed={"noticed_got_up": 1})), NOBODYS_NOTES)
    assert box is not None
    assert box.rows == (("How far they got", "Got up"),)
