"""What came before the diary, as lines on the doctor's page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from diary.domain.entries import Event, Helped, RoughDate
from diary.report.ladder import Ladder
from diary.report.story import story
from tests.report.builders import LAST, day, extract
from tests.report.test_summary import page

TOLD = (
    Event("e3", "Massage", RoughDate.of_month(2025, 3), Helped.A_BIT, in_story=True),
    Event("e1", "Car accident", RoughDate.of_year(2024), in_story=True),
    Event("e2", "Moved house", RoughDate(date(2025, 3, 9)), in_story=True),
    Event("e4", "Kept to myself", RoughDate.of_year(2020)),
)


def test_the_chosen_lines_stand_oldest_first_and_no_more_exactly_than_they_are_known() -> None:
    told = story(replace(extract(), events=TOLD))
    assert told == ("2024: Car accident", "March 2025: Massage (it helped a bit)", "9 March 2025: Moved house")


def test_the_page_has_the_story_only_where_one_was_chosen() -> None:
    written = extract(day(LAST, {"pain": 5}))
    assert (page(written).story_heading, page(written).story) == ("", ())
    made = page(replace(written, events=TOLD))
    assert (made.story_heading, len(made.story)) == ("My story", 3)


def test_on_a_full_page_the_oldest_lines_make_room_and_are_named() -> None:
    lines = tuple(Event(f"e{n}", f"Line {n}", RoughDate.of_year(2010 + n), in_story=True) for n in range(5))
    ladder = Ladder(page(replace(extract(day(LAST, {"pain": 5})), events=lines)))
    made = ladder.at(ladder.first - 1, 0)
    assert (made.story, made.story_heading) == ((), "")
    assert "part of the story" in made.left_out
