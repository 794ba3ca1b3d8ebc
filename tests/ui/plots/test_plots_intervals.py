"""Intervals share one axis that holds them all, with the same in its place."""

from __future__ import annotations

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from diary.ui.kit.plots_intervals import MOST_TICKS, Interval, IntervalAxis, IntervalLane, IntervalScale, axis_of
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import Theme


def interval(low: float, high: float, *, named: bool = False) -> Interval:
    return Interval(low, (low + high) / 2, high, Shape.CIRCLE, named)


@pytest.mark.parametrize("ends", [(1.1, 2.9), (-0.4, 1.4), (-3.0, -2.0), (-26, 31), (0.0, 0.3), (-88, 140)])
def test_an_axis_holds_every_interval_and_has_0_inside(ends: tuple[float, float]) -> None:
    axis = axis_of([interval(*ends), interval(-0.2, 0.2)])
    assert axis.lowest <= min(ends[0], -0.2) < max(ends[1], 0.2) <= axis.highest
    assert axis.lowest < 0 < axis.highest
    assert 0 in axis.ticks
    assert len(axis.ticks) <= MOST_TICKS
    assert (axis.ticks[0], axis.ticks[-1]) == (axis.lowest, axis.highest)


def test_an_axis_goes_no_further_than_it_must() -> None:
    assert axis_of([interval(1.1, 2.9), interval(-0.6, 1.2)]) == IntervalAxis(-1, 3, 1)
    assert axis_of([interval(-26, 31)]) == IntervalAxis(-30, 40, 10)
    assert axis_of([]) == IntervalAxis(-2, 2, 1)


def test_equal_steps_are_equally_wide_and_lower_is_on_the_left(qtbot: QtBot, theme: Theme) -> None:
    lane = IntervalLane(theme)
    qtbot.addWidget(lane)
    lane.resize(420, 30)
    axis = axis_of([interval(-1.5, 2.5)])
    lane.show_interval(interval(-1.5, 2.5), axis, "Pain", "2 points")
    places = [lane.place(tick) for tick in axis.ticks]
    steps = {round(after - before, 6) for before, after in pairwise(places)}
    assert len(steps) == 1
    assert steps.pop() > 0
    assert 0 <= places[0] < places[-1] <= 420


def test_the_scale_says_how_far_and_in_the_middle_that_it_is_the_same(qtbot: QtBot, theme: Theme) -> None:
    scale = IntervalScale(theme)
    qtbot.addWidget(scale)
    scale.show_axis(axis_of([interval(-1.5, 2.5)]), "points lower", "points higher")
    assert scale.labels == ("2", "1", "same", "1", "2", "3")


def test_a_link_is_full_and_anything_else_hollow(qtbot: QtBot, theme: Theme) -> None:
    lane = IntervalLane(theme)
    qtbot.addWidget(lane)
    lane.resize(421, 26)
    axis = axis_of([interval(-2, 2)])
    surface = theme.colour("surface").rgb()
    colours = []
    for named in (True, False):
        lane.show_interval(interval(0.4, 1.4, named=named), axis, "Pain", "")
        picture = lane.grab().toImage()
        colours.append(picture.pixelColor(round(lane.place(0.9)), picture.height() // 2).rgb())
    assert colours == [theme.colour("accent").rgb(), surface]
