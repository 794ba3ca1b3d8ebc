from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from diary.app import journal, looking_back, story
from diary.domain.entries import Event, Helped, RoughDate
from diary.domain.errors import DiaryError
from tests.app.conftest import Sitting
from tests.storage.builders import DAY

ACCIDENT = Event("", "Car accident", RoughDate.of_year(2024))


def kept(sam: Sitting, *wanted: Event) -> list[Event]:
    for one in wanted:
        story.keep_event(sam.diary, one)
    return list(story.events(sam.diary))


def test_the_story_is_told_as_exactly_as_it_is_known(sam: Sitting) -> None:
    tried = Event("", "Massage", RoughDate.of_month(2025, 3), Helped.A_BIT)
    moved = Event("", "Moved house", RoughDate(DAY))
    told = kept(sam, moved, ACCIDENT, tried)
    assert [replace(one, id="") for one in told] == [ACCIDENT, tried, moved]
    assert sam.all().events == tuple(told)


def test_an_event_is_changed_deleted_and_brought_back(sam: Sitting) -> None:
    (accident,) = kept(sam, ACCIDENT)
    story.keep_event(sam.diary, replace(accident, label="Accident"))
    assert [one.label for one in story.events(sam.diary)] == ["Accident"]
    story.delete_event(sam.diary, accident.id)
    assert story.events(sam.diary) == ()
    (deleted,) = looking_back.deleted(sam.diary)
    assert (deleted.kind, deleted.words) == ("event", "Accident")
    looking_back.recover(sam.diary, accident.id)
    assert [one.label for one in story.events(sam.diary)] == ["Accident"]


def test_up_to_five_lines_are_chosen_for_the_summary(sam: Sitting) -> None:
    told = kept(sam, *(Event("", f"Year {year}", RoughDate.of_year(year)) for year in range(2010, 2016)))
    chosen = [one.id for one in told]
    with pytest.raises(DiaryError, match="story_too_long"):
        story.choose_story(sam.diary, chosen)
    story.choose_story(sam.diary, chosen[:5])
    assert [one.label for one in sam.all().story] == [f"Year {year}" for year in range(2010, 2015)]
    story.choose_story(sam.diary, chosen[5:])
    assert [one.label for one in sam.all().story] == ["Year 2015"]
    journal.undo(sam.diary)
    assert len(sam.all().story) == 5


@pytest.mark.parametrize(
    ("wanted", "slug"),
    [
        (replace(ACCIDENT, on=RoughDate(DAY + timedelta(days=1))), "day_in_future"),
        (replace(ACCIDENT, on=RoughDate(date(1810, 1, 1))), "event_too_early"),
        (replace(ACCIDENT, label=""), "words_empty"),
        (replace(ACCIDENT, id="gone"), "event_unknown"),
    ],
)
def test_what_can_be_no_event_is_refused(sam: Sitting, wanted: Event, slug: str) -> None:
    with pytest.raises(DiaryError, match=slug):
        story.keep_event(sam.diary, wanted)
    assert story.events(sam.diary) == ()
