"""The questionnaires: word for word, with sound codes, and scores only from what was answered."""

from __future__ import annotations

from datetime import date

import pytest

from diary import catalogue
from diary.domain.errors import DiaryError
from diary.domain.questionnaires import Questionnaire, Response, answered, score
from tests.catalogue.check_digits import is_loinc

FORMS = catalogue.questionnaires()
DAY = date(2026, 11, 22)


def response(form: Questionnaire, *values: int) -> Response:
    return Response("r", form.id, DAY, answers=dict(zip((item.id for item in form.items), values, strict=False)))


def test_the_usual_one_comes_first_and_the_one_that_asks_about_self_harm_is_off() -> None:
    assert list(FORMS) == ["phq4", "gad7", "phq8", "phq9", "peg"]
    assert [form.id for form in FORMS.values() if form.is_off_at_first] == ["phq9"]
    assert [(form.id, item.id) for form in FORMS.values() for item in form.items if item.asks_for_help] == [
        ("phq9", "phq9")
    ]


@pytest.mark.parametrize(
    ("form_id", "items", "highest", "bands"),
    [
        ("phq4", 4, 12, (0, 3, 6, 9)), ("gad7", 7, 21, (0, 5, 10, 15)), ("phq8", 8, 24, (0, 5, 10, 15, 20)),
        ("phq9", 9, 27, (0, 5, 10, 15, 20)), ("peg", 3, 10, ()),
    ],
)  # fmt: skip
def test_each_has_its_published_items_and_range(form_id: str, items: int, highest: int, bands: tuple[int, ...]) -> None:
    form = FORMS[form_id]
    assert (len(form.scored), form.highest, form.bands) == (items, highest, bands)


def test_phq8_is_phq9_without_its_last_item() -> None:
    assert FORMS["phq8"].items == FORMS["phq9"].items[:8]


def test_the_unscored_question_of_phq9_adds_nothing() -> None:
    form = FORMS["phq9"]
    full = response(form, *[1] * 9, 3)
    assert [item.id for item in form.items if not item.is_scored] == ["difficulty"]
    assert score(form, full) == 9


def test_every_code_has_a_right_check_digit() -> None:
    codes = {item.loinc for form in FORMS.values() for item in form.items}
    codes |= {code for form in FORMS.values() for code in (form.panel_loinc, form.total_loinc) if code}
    assert [code for code in codes if not is_loinc(code)] == []


def test_a_score_needs_every_item_and_fills_in_none() -> None:
    form = FORMS["gad7"]
    six = response(form, 1, 1, 1, 1, 1, 1)
    assert (score(form, six), answered(form, six)) == (None, 6)
    assert score(form, response(form, 0, 0, 0, 0, 0, 0, 0)) == 0


@pytest.mark.parametrize(("values", "mean"), [((5, 6, 6), 5.7), ((5, 5, 6), 5.3), ((0, 0, 10), 3.3), ((4, 4, 4), 4.0)])
def test_peg_is_the_mean_of_three(values: tuple[int, ...], mean: float) -> None:
    assert score(FORMS["peg"], response(FORMS["peg"], *values)) == mean


def test_an_answer_is_said_in_its_own_words_and_a_number_as_itself() -> None:
    assert FORMS["gad7"].items[0].words_of(2) == "More than half the days"
    assert FORMS["peg"].items[0].words_of(7) == "7"
    with pytest.raises(DiaryError, match="measure_unknown"):
        FORMS["peg"].item("gad1")
