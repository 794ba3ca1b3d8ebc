"""What is drawn where: gaps open, who wrote by shape, weeks counted back from the last day."""

from __future__ import annotations

from dataclasses import replace

import pytest

from diary.domain.entries import MarkKind, Pause, Treatment
from diary.domain.extract import Extract
from diary.report.axis import axis, dates_below
from diary.report.picture import events_of, picture, with_events, with_panels
from diary.report.values import Panel, Picture
from tests.report.builders import LAST, back, day, event, extract


def drawn(of: Extract) -> Picture:
    return picture(of, with_carers_view=True)


def panel(of: Extract, key: str = "pain") -> Panel:
    return next(panel for panel in drawn(of).panels if panel.key == key)


def test_only_neighbouring_days_are_joined() -> None:
    found = panel(extract(*(day(back(n), {"pain": 5}) for n in (9, 8, 7, 5, 3, 2))))
    assert [len(line) for line in found.lines] == [3, 2]
    assert len(found.marks) == 6


def test_shape_says_who_wrote_and_hollow_says_later() -> None:
    found = panel(
        extract(day(back(2), {"pain": 1}), day(back(1), told={"pain": 2}), day(back(0), {"pain": 3}, days_later=2))
    )
    assert [(mark.shape, mark.hollow) for mark in found.marks] == [("dot", False), ("square", False), ("dot", True)]


def test_the_strip_has_one_shape_a_day() -> None:
    of = extract(
        day(back(6), {"pain": 1}),
        day(back(5), {"pain": 1}, days_later=2),
        day(back(4), told={"pain": 1}),
        day(back(3), mark=MarkKind.BAD_DAY),
        day(back(2), mark=MarkKind.NOTHING_TO_LOG),
        day(back(1), noticed={"noticed_low": 1}),
        length=9,
        pauses=(Pause("p", back(8), back(7)),),
    )
    made = drawn(of)
    assert [shape for _, shape in made.strip.shapes] == [
        "paused", "paused", "dot", "dot_later", "square", "bad_day", "nothing", "triangle", "empty",
    ]  # fmt: skip
    assert {item.shape for item in made.key} == {shape for _, shape in made.strip.shapes}


def test_the_key_names_every_mark_also_where_two_wrote_of_one_day() -> None:
    # Beside what a carer was told stands the person's own number: one square in the strip, a dot in the panel.
    both = day(back(0), {"pain": 6}, told={"mood": 4}, days_later=1)
    made = drawn(extract(both, day(back(1), told={"pain": 5}), length=2))
    assert [shape for _, shape in made.strip.shapes] == ["square", "square_later"]
    assert {item.shape for item in made.key} == {"square", "square_later", "dot_later"}
    without = with_panels(made, tuple(panel for panel in made.panels if panel.key != "pain"))
    assert {item.shape for item in without.key} == {"square", "square_later"}


def test_a_carers_could_not_tell_is_not_drawn_as_more_than_a_lot() -> None:
    of = extract(day(back(1), noticed={"noticed_in_pain": 3}), day(back(0), noticed={"noticed_in_pain": 2}))
    found = panel(of, "carer")
    assert [mark.y for mark in found.marks] == [1.0]
    assert (found.low_words, found.high_words, found.average) == ("Not at all", "A lot", None)


def test_a_long_night_stretches_the_sleep_panel_instead_of_leaving_it() -> None:
    assert panel(extract(day(back(0), {"sleep_hours": 6})), "sleep_hours").ticks[-1] == (1.0, "12")
    long = panel(extract(day(back(0), {"sleep_hours": 15})), "sleep_hours")
    assert (long.ticks[-1], long.marks[0].y) == ((1.0, "24"), 0.625)


def test_over_92_days_a_week_is_one_mark_from_three_answers_on() -> None:
    # The last week has 2, 4, 9: its middle value is 4. The week before has two answers: dashes, no dot.
    answers = {0: 2, 3: 4, 6: 9, 8: 5, 9: 7}
    found = panel(extract(*(day(back(n), {"pain": value}) for n, value in answers.items()), length=98))
    assert [mark.y for mark in found.marks] == [0.4]
    assert [bar[1:] for bar in found.bars] == [(0.2, 0.9)]
    assert [y for _, y in found.dashes] == [0.5, 0.7]


def test_a_left_over_oldest_week_is_not_drawn_and_said() -> None:
    of = extract(*(day(back(n), {"pain": 5}) for n in range(100)), length=100)
    made = drawn(of)
    assert axis(of.period).drawn.first == back(97)
    assert "Not drawn: the first 2 days." in made.key_sentences
    assert len(made.strip.shares) == 14


@pytest.mark.parametrize(("length", "heading"), [(92, "Day by day"), (93, "Week by week"), (751, "Every 4 weeks")])
def test_the_length_of_the_period_decides_what_a_mark_stands_for(length: int, heading: str) -> None:
    assert drawn(extract(day(LAST, {"pain": 1}), length=length)).heading == heading


@pytest.mark.parametrize("length", [2, 6, 7, 42, 43, 92, 93, 365, 366, 750, 751, 3650, 36500])
def test_date_labels_are_few_in_order_and_inside(length: int) -> None:
    labels, grid = dates_below(axis(extract(length=length).period))
    places = [x for x, _ in labels]
    assert places == sorted(places)
    assert 1 <= len(labels) <= 7
    assert all(0 <= x < 1 for x in (*places, *grid))


def test_the_latest_eight_events_are_drawn_and_the_rest_counted() -> None:
    made = drawn(extract(day(LAST, {"pain": 1}), events=tuple(event(f"event {n}", n) for n in range(11))))
    assert [line.label.split(",")[0] for line in made.events] == [f"event {n}" for n in range(7, -1, -1)]
    assert made.more_events == "and 3 earlier, in the diary"


def test_a_treatment_that_begins_in_the_period_is_an_event() -> None:
    started = event("x", 3).on
    of = replace(
        extract(day(LAST, {"pain": 1})), treatments={"t": Treatment("t", "Physiotherapy", "therapy", first=started)}
    )
    assert [found.label for found in events_of(of)] == ["Physiotherapy started"]


def test_a_beginning_told_in_the_person_s_own_words_is_not_told_twice() -> None:
    began = event("Started physiotherapy at last", 3)
    of = replace(
        extract(day(LAST, {"pain": 1}), events=(began, event("physiotherapy again", 1))),
        treatments={"t": Treatment("t", "Physiotherapy", "therapy", first=began.on)},
    )
    assert [found.label for found in events_of(of)] == ["Started physiotherapy at last", "physiotherapy again"]


def test_the_story_from_before_is_no_event_of_the_period() -> None:
    assert events_of(extract(day(LAST, {"pain": 1}), events=(event("Car accident", 900),))) == ()


def test_the_picture_is_said_in_words_too() -> None:
    of = extract(*(day(back(n), {"pain": 4}) for n in range(8)), events=(event("Started physiotherapy", 17),))
    assert drawn(of).alt.replace("\u00a0", " ") == (
        "1 chart over 26 October to 22 November 2026, one above the other. "
        "Pain: average 4.0, 4, on 8 days. Started physiotherapy, 5 Nov."
    )


@pytest.mark.parametrize("length", [28, 400])
def test_what_had_to_make_room_is_neither_in_the_key_nor_told_to_who_can_t_see_the_picture(length: int) -> None:
    days = [day(back(n), {"pain": 5}, noticed={"noticed_in_pain": 1}) for n in range(14)]
    whole = drawn(extract(*days, length=length, events=(event("New chair", 9), event("Physiotherapy", 3))))
    small = with_events(with_panels(whole, whole.panels[:1]), 1)
    for made, words in ((whole, "2 charts"), (small, "1 chart ")):
        assert made.alt.startswith(words)
        is_there = made is whole
        assert ("What the carer noticed" in made.alt, "New chair" in made.alt) == (is_there, is_there)
        assert "Physiotherapy" in made.alt
        told = [item.shape for item in made.key] + list(made.key_sentences)
        assert bool({"triangle", "△: carer’s view."} & set(told)) is is_there
    assert (len(small.events), small.events_left_out) == (1, whole.events_left_out + 1)
