"""What the page says, before it is laid out: every sentence and figure against an example worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from diary.domain.entries import MarkKind
from diary.domain.extract import Extract
from diary.domain.people import Person
from diary.report.summary import summary
from diary.report.values import Choices, Rich, Summary
from tests.report.builders import LAST, LEFT_FOREARM, LOWER_BACK, NECK, back, day, event, extract

MADE_ON = date(2026, 11, 23)
BEFORE = LAST - timedelta(days=28)


def page(of: Extract, previous: Extract | None = None, **choices: object) -> Summary:
    return summary(of, previous, Choices(of.period, **choices), MADE_ON)  # type: ignore[arg-type]  # a test's fields


def text(sentence: Rich) -> str:
    return "".join(run.text for run in sentence)


def header(made: Summary) -> str:
    return " ".join(text(line) for line in made.header).replace("\u00a0", " ")


def points(made: Summary) -> list[str]:
    return [text(point).replace("\u00a0", " ") for point in made.in_short]


def rows(made: Summary) -> dict[str, tuple[str, ...]]:
    assert made.table
    return {row.label: row.cells for row in made.table.rows}


def four_weeks() -> Extract:
    """21 days filled in, 2 later, 2 told, 3 too bad, 4 noticed, of 28."""
    days = [day(back(n), {"pain": 5, "anxiety": 5, "mood": 4, "sleep_hours": 6, LOWER_BACK: 6}) for n in range(16)]
    days.append(day(back(16), {"pain": 2, "anxiety": 4, "mood": 6, NECK: 3, LEFT_FOREARM: 1}))
    days += [day(back(n), {"pain": 9, "anxiety": 8, "mood": 1, NECK: 7}, days_later=2) for n in (17, 18)]
    days += [day(back(n), told={"pain": 6, "anxiety": 6, "mood": 5}, noticed={"noticed_in_pain": 2}) for n in (19, 20)]
    days += [day(back(n), mark=MarkKind.BAD_DAY) for n in (21, 22, 23)]
    days += [day(back(n), noticed={"noticed_in_pain": 0}) for n in (24, 25)]
    return extract(*days, first_day=date(2026, 1, 1), events=(event("Started physiotherapy", 17),))


def month_before() -> Extract:
    days = (day(BEFORE - timedelta(days=n), {"pain": 6, "anxiety": 6, LOWER_BACK: 6}) for n in range(20))
    return extract(*days, last=BEFORE)


def test_the_header_counts_who_wrote_and_keeps_the_carers_view_apart() -> None:
    assert header(page(four_weeks())) == (
        "26 October to 22 November 2026 (28 days). Filled in on 21 of 28 days (2 of them later; on 2 days a carer "
        "wrote down what the person said). What the carer noticed on 4 days (△) is kept apart. "
        "On 3 days it was too bad to fill in; the averages leave these days out."
    )


def test_the_bad_days_are_strong_and_whole() -> None:
    line = page(four_weeks()).header[-1]
    assert [run.strong for run in line] == [True]


def test_without_the_carers_view_nothing_of_it_is_on_the_page() -> None:
    made = page(four_weeks(), with_carers_view=False)
    assert "noticed" not in header(made)
    assert made.picture
    assert [panel.key for panel in made.picture.panels] == ["pain", "anxiety", "mood", "sleep_hours"]
    assert "triangle" not in {shape for _, shape in made.picture.strip.shapes}


def test_zero_parts_of_a_sentence_vanish() -> None:
    assert header(page(extract(day(back(0), {"pain": 1}), first_day=date(2026, 1, 1)))) == (
        "26 October to 22 November 2026 (28 days). Filled in on 1 of 28 days."
    )


def test_a_period_that_reaches_back_before_the_first_entry_says_so() -> None:
    assert "The first entry is for 20 November 2026." in header(page(extract(day(back(2), {"pain": 1}))))


def test_in_short_says_what_stands_in_the_example() -> None:
    # Pain: 16 × 5, 2, 9, 9, 6, 6 = 112 over 21 days, 5.33. Anxiety: 80 + 4 + 16 + 12 = 112. Mood: 64 + 6 + 2 + 10 = 82.
    assert points(page(four_weeks(), month_before())) == [
        (
            "Average daily pain was 5.3 out of 10 (lowest 2, highest 9), recorded on 21 days. "
            "In the 28 days before it was 6.0 (20 days)."
        ),
        "Most often recorded places: lower back (16 days), neck (3), left forearm (1).",
        "Average anxiety was 5.3 (21 days) and mood 3.9 (21 days; 10 is very good).",
        "Average sleep was 6.0 hours (16 days).",
        "Latest event: Started physiotherapy, 5 Nov.",
    ]


def test_the_table_says_what_stands_in_the_example() -> None:
    made = page(four_weeks(), month_before())
    assert made.table
    assert made.table.heads[2:4] == ("28 days\nbefore", "Difference")
    assert rows(made) == {
        "Pain": ("5.3", "6.0", "0.7 lower", "2 to 9", "21", "2"),
        "Lower back": ("6.0", "6.0", "the same", "6", "16", "0"),
        "Neck": ("5.7", "–", "too few days", "3 to 7", "3", "2"),
        "Left forearm": ("1.0", "–", "too few days", "1", "1", "0"),
        "Anxiety": ("5.3", "6.0", "0.7 lower", "4 to 8", "21", "2"),
        "Mood": ("3.9", "–", "too few days", "1 to 6", "21", "2 at 3 or less"),
        "Sleep": ("6.0", "–", "too few days", "6", "16", "–"),
    }


def test_no_period_before_drops_two_columns_and_says_so() -> None:
    made = page(four_weeks())
    assert made.table
    assert len(made.table.heads) == 5
    assert points(made)[0].endswith("There are no entries from the 28 days before.")


def test_a_period_before_with_only_a_carers_view_is_none() -> None:
    before = extract(day(BEFORE, noticed={"noticed_in_pain": 1}), last=BEFORE)
    made = page(four_weeks(), before)
    assert made.table
    assert len(made.table.heads) == 5


def test_over_92_days_the_last_28_are_set_beside_the_average() -> None:
    # 8 on 72 days, then 4 on 28: 688 / 100 = 6.88, so the last days are 2.9 lower.
    made = page(extract(*(day(back(n), {"pain": 4 if n < 28 else 8}) for n in range(100)), length=100))
    assert made.table
    assert made.table.heads[1:4] == ("Average", "Last\n28 days", "Difference\nfrom average")
    assert rows(made)["Pain"] == ("6.9", "4.0", "2.9 lower", "4 to 8", "100", "72")
    assert points(made)[0].endswith("In the last 28 days it was 4.0 (28 days).")


def test_a_few_days_stand_one_by_one_without_averages() -> None:
    made = page(
        extract(
            day(back(3), {"pain": 4, "mood": 7}),
            day(back(2), {"pain": 9}),
            day(back(0), {"pain": 6}, days_later=2),
            length=4,
        )
    )
    assert made.table
    assert made.table.heads == ("Scores 0 to 10", "19 Nov", "20 Nov", "21 Nov", "22 Nov")
    assert rows(made) == {"Pain": ("4", "9", "–", "6 ○"), "Mood": ("7", "–", "–", "–")}
    assert points(made) == ["Pain was between 4 and 9 on 3 days.", "Mood was 7 on 1 day (10 is very good)."]
    assert made.picture
    assert all(panel.average is None and not panel.note for panel in made.picture.panels)


def test_one_day_is_its_answers_between_their_ends() -> None:
    made = page(
        extract(day(LAST, {"pain": 6, "pain_worst": 8, "mood": 3, "sleep_hours": 5.5, LOWER_BACK: 6}), length=1)
    )
    assert (made.table, made.picture) == (None, None)
    assert made.one_day
    shown = [(a.label, a.text, a.place, a.low_words, a.high_words) for a in made.one_day.answers]
    assert shown[0] == ("Pain", "6", 0.6, "No pain", "Pain as bad as you can imagine")
    assert shown[3] == ("Mood", "3", 0.3, "Very low", "Very good")
    assert shown[4] == ("Sleep", "5.5 hours", None, "", "")
    assert points(made) == [
        "Pain was 6 out of 10 (at its worst 8).",
        "Recorded places: lower back (6).",
        "Mood was 3 out of 10 (10 is very good).",
        "Sleep was 5.5 hours.",
        "One day can’t show a pattern.",
    ]


def test_on_one_day_what_a_carer_noticed_stands_in_a_box_of_its_own() -> None:
    made = page(extract(day(LAST, noticed={"noticed_in_pain": 2, "noticed_sleep": 4}), length=1))
    assert made.one_day
    assert made.one_day.answers == ()
    assert [(a.label, a.text) for a in made.one_day.noticed] == [
        ("Slept", "Could not tell"),
        ("Looked or sounded in pain", "A lot"),
    ]
    assert points(made) == ["There are no own answers in this time."]


def test_only_a_carers_view_makes_no_table_and_no_average() -> None:
    made = page(extract(*(day(back(n), noticed={"noticed_in_pain": 1}) for n in range(9))))
    assert made.table is None
    assert "Filled in on 0 of 28 days." in header(made)
    assert made.picture
    assert [panel.key for panel in made.picture.panels] == ["carer"]


def test_mood_is_never_flipped() -> None:
    made = page(extract(day(back(1), {"mood": 9}), day(back(0), {"mood": 2})))
    assert made.picture
    (mood,) = made.picture.panels
    assert [mark.y for mark in mood.marks] == [0.9, 0.2]
    assert (mood.low_words, mood.high_words) == ("Very low", "Very good")
    assert made.table
    assert made.table.rows[0].aside == "(10 is very good)"


def test_answers_filled_in_days_later_are_drawn_but_named_as_left_out() -> None:
    made = page(extract(day(back(0), {"pain": 3}), day(back(9), {"pain": 9}, days_later=6)))
    assert rows(made)["Pain"][0] == "3.0"
    assert made.table
    assert made.table.notes == (
        "On 1 day answers were filled in more than 3 days later: in the picture, but not in the averages.",
    )
    assert made.picture
    assert [(mark.y, mark.hollow) for mark in made.picture.panels[0].marks] == [(0.9, True), (0.3, False)]


def test_places_are_counted_on_the_days_of_their_average() -> None:
    days = [day(back(n), {"pain": 3, NECK: 3}) for n in range(4)]
    days += [day(back(n), {"pain": 9, NECK: 9, LOWER_BACK: 9}, days_later=6) for n in (9, 10)]
    made = page(extract(*days))
    assert "Most often recorded places: neck (4 days)." in points(made)
    assert rows(made)["Neck"] == ("3.0", "3", "4", "0")
    assert rows(made)["Lower back"] == ("–", "–", "0", "0")


def test_without_ticks_neither_name_nor_initials_nor_birthday_nor_the_carers_name_are_anywhere() -> None:
    made = page(four_weeks(), month_before())
    drawn = made.second.body
    assert drawn
    without_points = replace(drawn, views=tuple(replace(view, outline=(), discs=()) for view in drawn.views))
    everything = repr(replace(made, second=replace(made.second, body=without_points)))
    for private in ("Sam", "Carter", "SC", "1981", "Alex"):
        assert private not in everything


@pytest.mark.parametrize(("name", "initials"), [("<b>Sam</b> & Kim (they) 3", "BKT"), ("Sam", "S"), ("🙂 7", "")])
def test_initials_are_letters(name: str, initials: str) -> None:
    of = replace(four_weeks(), person=Person(name, None))
    assert page(of, with_name=True).initials == initials


def test_with_ticks_name_birthday_and_initials_stand() -> None:
    made = page(four_weeks(), with_name=True, with_birth_date=True)
    assert (made.name, made.born) == ("Sam Carter", "born 4 March 1981")
    assert (made.initials, made.footer) == ("SC", "26 October to 22 November 2026 · made 23 November 2026")


def test_empty_wish_and_questions_leave_no_heading() -> None:
    made = page(four_weeks(), wish="  \n", questions=("", " "))
    assert (made.wish_heading, made.questions_heading, made.questions) == ("", "", ())


def test_a_long_wish_and_a_fourth_question_are_cut_where_one_can_see_it() -> None:
    made = page(four_weeks(), wish="a " * 400, questions=("q" * 200, "b", "c", "d"))
    assert len(made.wish) <= 300
    assert made.wish.endswith("…")
    assert [len(question) for question in made.questions] == [90, 1, 1]


@pytest.mark.parametrize("length", [1, 2, 6, 7, 28, 92, 93, 365, 3650])
def test_the_same_values_give_the_same_page(length: int) -> None:
    days = [day(back(n), {"pain": n % 11, "mood": 10 - n % 11}) for n in range(0, length, 3)]
    of = extract(*days, length=length)
    assert page(of) == page(of)
    assert len(page(of).in_short) <= 5
