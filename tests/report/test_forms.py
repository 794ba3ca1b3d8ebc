"""Questionnaires on the doctor's pages: totals of whole ones only, with their days, and nobody's single answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diary import catalogue
from diary.domain.people import PERSON, Basis
from diary.domain.questionnaires import Response
from diary.report.forms import asks_for_help
from diary.report.summary import summary
from diary.report.values import Choices, Summary
from tests.report.builders import LAST, back, day, extract

FORMS = catalogue.questionnaires()


def filled(form: str, on: date, *values: int, is_done: bool = True, basis: Basis = Basis.SELF) -> Response:
    answers = dict(zip((item.id for item in FORMS[form].items), values, strict=False))
    return Response(f"{form} {on}", form, on, PERSON, basis, answers, is_done)


def page(*responses: Response, with_questionnaires: bool = True, with_answers: bool = False) -> Summary:
    of = replace(extract(day(LAST, {"pain": 5})), responses=responses)
    choices = Choices(of.period, with_questionnaires=with_questionnaires, with_answers=with_answers)
    return summary(of, None, choices, date(2026, 11, 23))


def notes(made: Summary) -> list[str]:
    assert made.second.questionnaires is not None
    sentences = made.second.questionnaires.notes
    return ["".join(run.text for run in sentence).replace("\u00a0", " ") for sentence in sentences]


def last_point(made: Summary) -> str:
    return "".join(run.text for run in made.in_short[-1]).replace("\u00a0", " ")


def test_the_latest_stands_in_short_with_the_one_before_and_all_on_page_2() -> None:
    made = page(
        filled("phq4", back(20), 2, 2, 1, 2),
        filled("phq4", back(6), 2, 1, 1, 2),
        filled("peg", back(9), 6, 5, 6),
    )
    assert last_point(made) == "PHQ-4 on 16 November 2026: 6 of 12 (before: 7)."
    table = made.second.questionnaires
    assert table is not None
    assert table.rows == (
        ("PHQ-4 (last 2 weeks)", "16 November 2026", "6 / 12", "7 / 12 (2 Nov)"),
        ("PEG (last week)", "13 November 2026", "5.7 / 10", "–"),
    )
    assert table.said == "Published bands: PHQ-4 0–2, 3–5, 6–8, 9–12. Single answers not included."


def test_what_is_unfinished_not_whole_later_or_a_carer_s_makes_no_total() -> None:
    made = page(
        filled("phq4", back(6), 2, 1, 1, 2, is_done=False),
        filled("gad7", back(6), 1, 1, 1),
        filled("peg", date(2027, 1, 1), 5, 5, 5),
        filled("phq8", back(6), *[1] * 8, basis=Basis.OBSERVED),
    )
    assert made.second.questionnaires is None
    assert "of 12" not in repr(made.in_short)


def test_one_from_before_the_period_stands_on_page_2_alone() -> None:
    made = page(filled("phq4", back(90), 2, 1, 1, 2))
    assert made.second.questionnaires is not None
    assert "PHQ-4" not in repr(made.in_short)


def test_the_answer_about_self_harm_can_t_be_read_from_the_page() -> None:
    without, with_it = [1] * 8 + [0], [0] + [1] * 8
    said = [repr(page(filled("phq9", back(6), *answers))) for answers in (without, with_it)]
    assert said[0] == said[1]


def test_they_are_left_off_by_choice_and_that_is_said() -> None:
    made = page(filled("phq4", back(6), 2, 1, 1, 2), with_questionnaires=False)
    assert made.second.questionnaires is None
    assert "PHQ-4" not in repr(made)
    assert "Left out by choice: questionnaires." in repr(made.second.notes)


def test_single_answers_are_there_as_a_whole_when_the_person_said_so() -> None:
    made = page(
        filled("phq4", back(20), 3, 3, 3, 3),
        filled("phq4", back(6), 2, 1, 0, 2),
        filled("phq9", back(6), 1, 2, 3, 0, 1, 2, 3, 0, 1, 2),
        filled("peg", back(9), 6, 5, 10),
        with_answers=True,
    )
    assert notes(made) == [
        "PHQ-4, questions 1 to 4 in order: 2, 1, 0, 2 (0 not at all, 3 nearly every day).",
        (
            "PHQ-9, questions 1 to 9 in order: 1, 2, 3, 0, 1, 2, 3, 0, 1 (0 not at all, 3 nearly every day). "
            "The question that is not scored: very difficult."
        ),
        "PEG, questions 1 to 3 in order: 6, 5, 10.",
    ]
    assert "not included" not in repr(made.second.questionnaires)


def test_an_open_unscored_question_is_said_to_be_open() -> None:
    made = page(filled("phq9", back(6), *[1] * 9), with_answers=True)
    assert notes(made)[0].endswith("The question that is not scored: not answered.")


@pytest.mark.parametrize("last", [0, 1, 2, 3])
def test_that_they_are_not_included_is_said_in_the_same_words_whatever_they_were(last: int) -> None:
    """A line that is printed only when the answer about self-harm is above 0 would reveal it."""
    answers = [3 - last, 1, 1, 1, 1, 1, 1, 1, last]
    made = page(filled("phq9", back(6), *answers))
    assert made == page(filled("phq9", back(6), 3, 1, 1, 1, 1, 1, 1, 1, 0))
    assert made.second.questionnaires is not None
    assert "Single answers not included." in made.second.questionnaires.said
    assert notes(made) == []


def test_only_one_that_asks_about_self_harm_has_single_answers_asked_about_each_time() -> None:
    of = replace(extract(day(LAST, {"pain": 5})), responses=(filled("phq4", back(6), 2, 1, 1, 2),))
    assert not asks_for_help(of)
    for later, asks in ((filled("phq9", back(6), *[0] * 9), True), (filled("phq9", back(6), *[0] * 8), False)):
        assert asks_for_help(replace(of, responses=(*of.responses, later))) == asks


def test_three_totals_and_more_are_drawn_with_the_bands_as_lines() -> None:
    made = page(
        filled("phq4", back(60), 3, 3, 3, 3),
        filled("phq4", back(30), 0, 0, 0, 0),
        filled("phq4", back(0), 2, 1, 1, 2),
        *(filled("gad7", back(n), *[1] * 7) for n in (20, 0)),
    )
    assert made.second.courses is not None
    (course,) = made.second.courses.each
    assert course.label == "PHQ-4"
    assert course.points == ((0.0, 1.0), (0.5, 0.0), (1.0, 0.5))
    assert course.bands == (3 / 12, 6 / 12, 9 / 12)
    assert made.second.courses.alt == (
        "PHQ-4: 3 totals from 23 September 2026 to 22 November 2026, between 0 and 12 of 12. "
        "Dotted lines: where the published bands begin."
    )


def test_totals_of_more_than_a_year_ago_are_not_drawn() -> None:
    assert page(*(filled("phq4", back(n), 1, 1, 1, 1) for n in (400, 30, 0))).second.courses is None


def test_nothing_of_questionnaires_is_drawn_that_was_left_off() -> None:
    some = [filled("phq4", back(n), 1, 1, 1, 1) for n in (60, 30, 0)]
    assert page(*some).second.courses is not None
    assert page(*some, with_questionnaires=False).second.courses is None
