"""Questionnaires on the doctor's pages: totals of whole ones only, with their days, and nobody's single answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from diary import catalogue
from diary.domain.people import PERSON, Basis
from diary.domain.questionnaires import Response
from diary.report.summary import summary
from diary.report.values import Choices, Summary
from tests.report.builders import LAST, back, day, extract

FORMS = catalogue.questionnaires()


def filled(form: str, on: date, *values: int, is_done: bool = True, basis: Basis = Basis.SELF) -> Response:
    answers = dict(zip((item.id for item in FORMS[form].items), values, strict=False))
    return Response(f"{form} {on}", form, on, PERSON, basis, answers, is_done)


def page(*responses: Response, with_questionnaires: bool = True) -> Summary:
    of = replace(extract(day(LAST, {"pain": 5})), responses=responses)
    return summary(of, None, Choices(of.period, with_questionnaires=with_questionnaires), date(2026, 11, 23))


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
    assert table.said == "Published bands: PHQ-4 0–2, 3–5, 6–8, 9–12. Single answers are not included."


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
