"""Page 2 as plain values: everything that a doctor looks up after page 1 was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.report.carers_view import carers_box
from diary.report.daily_life import effect, others
from diary.report.data_notes import data_notes
from diary.report.forms import courses, questionnaires
from diary.report.moving_together import moving_together
from diary.report.own_notes import own_notes
from diary.report.values import SecondPage
from diary.report.what_was_tried import treatments
from diary.report.where_it_hurt import body, places_table
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.extract import Extract
    from diary.report.values import Choices, Found


def second_page(extract: Extract, choices: Choices, found: Sequence[Found]) -> SecondPage:
    """Return what of page 2 there is; the notes on the data are always there."""
    places = places_table(extract.days)
    return SecondPage(
        notes=data_notes(extract, choices),
        together=moving_together(found) if choices.with_together else None,
        places_heading=say("Places") if places else "",
        places=places,
        body=body(extract.days) if places else None,
        effect=effect(extract.days),
        others=others(extract),
        treatments=treatments(extract) if choices.with_treatments else None,
        told=own_notes(extract, choices.notes),
        questionnaires=(
            questionnaires(extract, with_answers=choices.with_answers) if choices.with_questionnaires else None
        ),
        courses=courses(extract) if choices.with_questionnaires else None,
        carers=carers_box(extract, choices.notes) if choices.with_carers_view else None,
    )
