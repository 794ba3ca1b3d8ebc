"""The person's own questions on the time chart: a panel each, on its own scale, also the scale of before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from diary.domain.day_values import Day
from diary.domain.entries import Score
from diary.domain.extract import Extract
from diary.domain.measures import OWN_SCALES, Anchor, Measure
from diary.ui.kit.plots_state import ChartState
from diary.ui.look_back.charts import chart_state
from tests.ui.diaries import TODAY, entry, made_day, made_extract


def on_scale(name: str, *, version: int = 1) -> Measure:
    scale = OWN_SCALES[name]
    return Measure(
        "own-1", "Stiffness", "How stiff were you?", "Not stiff", "Could not move", kind=scale.kind, version=version,
        lowest=scale.lowest, highest=scale.highest, step=scale.step, own=True,
    )  # fmt: skip


def diary(*measures: Measure, **scores: float) -> Extract:
    whole = made_extract(*(_day(TODAY - timedelta(days=n), scores) for n in (0, 1)))
    return replace(whole, measures={**whole.measures, **{one.id: one for one in measures}})


def _day(day: date, scores: Mapping[str, float]) -> Day:
    written = entry(day)
    given = tuple(Score(measure, value, written.written_at) for measure, value in scores.items())
    return made_day(day, replace(written, scores=given))


def own_panels(state: ChartState) -> list[tuple[str, float, float, list[str]]]:
    panels = [one for one in state.panels if one.measure.own]
    return [(one.label, one.lowest, one.highest, [text for _, text in one.ticks]) for one in panels]


def test_an_own_question_has_a_panel_on_its_own_scale_and_the_calendar_names_it_once() -> None:
    whole = diary(on_scale("0to4"), **{"own-1": 3})
    state = chart_state(whole, TODAY)
    assert own_panels(state) == [("Stiffness", 0, 4, ["0", "2", "4"])]
    assert len([panel for panel in state.offered if panel.measure.own]) == 1


def test_answers_on_the_scale_of_before_keep_a_panel_of_their_own() -> None:
    now = on_scale("0to10", version=2)
    former = on_scale("0to4").as_former(now)
    whole = diary(now, former, **{"own-1": 7, former.id: 3})
    assert [panel[:3] for panel in own_panels(chart_state(whole, TODAY))] == [
        ("Stiffness", 0, 10),
        ("Stiffness, as asked before", 0, 4),
    ]


def test_what_is_counted_or_answered_yes_or_no_has_an_axis_that_fits() -> None:
    whole = diary(on_scale("count"), **{"own-1": 12})
    assert own_panels(chart_state(whole, TODAY)) == [("Stiffness", 0, 20, ["0", "10", "20"])]
    whole = diary(on_scale("yes_no"), **{"own-1": 1})
    assert own_panels(chart_state(whole, TODAY)) == [("Stiffness", 0, 1, ["no", "yes"])]


def test_a_question_that_was_never_answered_has_no_panel() -> None:
    assert own_panels(chart_state(diary(on_scale("0to4")), TODAY)) == []


def test_a_day_from_which_numbers_mean_something_else_is_marked() -> None:
    yesterday, before = TODAY - timedelta(days=1), TODAY - timedelta(days=9)
    anchors = (
        Anchor("own-1", before, 1, "A little"),
        Anchor("own-1", yesterday, 1, "Hardly"),
        Anchor("own-1", yesterday, 3, "A lot"),
        Anchor("pain", before, 3, "I can ignore it"),
    )
    whole = replace(diary(on_scale("0to4"), **{"own-1": 3}), anchors=anchors)
    assert [(one.day, one.label) for one in chart_state(whole, TODAY).events] == [
        (yesterday.toordinal(), "Other words for Stiffness")
    ]
