"""The words beside a chart's panels: where they would meet or be cut, they stand above the panels instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from diary.ui.kit.plots_gutter import PanelTitle, fits_beside
from diary.ui.kit.plots_state import Panel
from diary.ui.kit.plots_time import TimeChart
from diary.ui.kit.theme import Theme
from diary.ui.look_back.charts import chart_state
from tests.pictures.long_words import in_long_words
from tests.ui.diaries import TODAY, whole_diary


def panels() -> tuple[Panel, ...]:
    return chart_state(whole_diary(40), TODAY).panels


def test_the_words_of_every_day_find_room(theme: Theme) -> None:
    assert fits_beside(theme, panels(), "Days without numbers")


LONG = "what a wordy language says of it, or a person"


@pytest.mark.parametrize(
    "worded",
    [
        partial(replace, label=LONG),
        partial(replace, second_label=LONG),
        partial(replace, high_words=LONG),
        partial(replace, low_words=LONG),
    ],
    ids=["name", "second name", "upper end", "lower end"],
)
def test_a_longer_word_of_any_kind_does_not(theme: Theme, worded: Callable[[Panel], Panel]) -> None:
    first, *rest = panels()
    assert not fits_beside(theme, (worded(first), *rest))


def test_the_name_of_a_row_may_be_too_long(theme: Theme) -> None:
    assert not fits_beside(theme, (), "Days about which no number was ever written")


def test_in_a_wordy_language_a_wide_chart_names_its_panels_above_them(theme: Theme, qtbot: QtBot) -> None:
    with in_long_words():
        chart = TimeChart(theme)
        qtbot.addWidget(chart)
        chart.resize(1200, 800)
        chart.render_state(chart_state(whole_diary(40), TODAY))
        titles = [item for item in chart._view.scene().items() if isinstance(item, PanelTitle)]
        assert len(titles) == len(chart_state(whole_diary(40), TODAY).panels)
