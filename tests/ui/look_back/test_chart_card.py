"""The time chart of Look back in the smallest window and of the smallest diaries."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.ui.kit.icons import Icons
from diary.ui.kit.plots_legend import Legend
from diary.ui.kit.plots_time import RING_ROOM, TimeChart
from diary.ui.look_back.state import RangeChoice
from tests.pictures.of_charts import look_back
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary


def test_the_chart_is_drawn_down_to_its_last_row(qtbot: QtBot, icons: Icons) -> None:
    """Its words move above the panels, so that it grows in the middle of being made smaller."""
    window = look_back(whole_diary(83), RangeChoice.THREE_MONTHS, icons)
    qtbot.addWidget(window)
    window.resize(900, 600)
    window.show()
    chart = window.findChild(TimeChart)
    assert isinstance(chart, TimeChart)
    qtbot.waitUntil(chart._wants_compact)
    assert chart._view.geometry().bottom() == chart.rect().bottom() - RING_ROOM
    assert chart._layout.geometry().height() <= chart._view.height()


@pytest.mark.parametrize(
    ("days", "words"),
    [
        ([0], ["a day"]),
        ([0, 1, 2], ["7-day average", "a day"]),
        ([0, 1, 2, 200], ["7-day average", "a day", "days not filled in"]),
        ([0, 2, 4, 500], ["average of a week", "lowest to highest", "days not filled in"]),
    ],
)
def test_the_legend_names_only_what_is_in_view(qtbot: QtBot, icons: Icons, days: list[int], words: list[str]) -> None:
    written = (TODAY - timedelta(days=n) for n in days)
    window = look_back(made_extract(*(made_day(day, entry(day, pain=5)) for day in written)), RangeChoice.ALL, icons)
    qtbot.addWidget(window)
    legend = window.findChild(Legend)
    assert isinstance(legend, Legend)
    assert [row.text for row in legend.rows] == words
