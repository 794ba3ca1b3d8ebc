"""The tables of Together hold exactly the days that the scatter draws, and the figures of the lanes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, given, settings

from diary.domain.measures import ANXIETY, PAIN
from diary.ui.kit.plots_scatter import JITTER, jittered
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.together.directions_card import LanesTable
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.scatter_card import ScatterTable
from tests.ui.look_back.random_diaries import diaries
from tests.ui.together.fakes import SHOWN, FakePairs

if TYPE_CHECKING:
    from diary.domain.extract import Extract
    from diary.ui.together.state import PairState

LAW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=25,
    phases=(Phase.explicit, Phase.generate, Phase.shrink),
)


def pair_of(pairs: FakePairs, number: int = 0) -> PairState | None:
    presenter = TogetherPresenter(pairs, ImmediateTasks(), ImmediateTasks(), pairs.now)
    presenter.load()
    presenter.choose_pair(number)
    return presenter.state.pair


@LAW
@given(extract=diaries())
def test_the_scatters_table_has_every_day_with_both_answers_and_each_has_its_mark(extract: Extract) -> None:
    pair = pair_of(FakePairs(extract, is_hasty=True))
    assert pair is not None
    table = ScatterTable()
    table.render_state(pair.scatter)
    both = [(day.day, day.value(ANXIETY), day.value(PAIN)) for day in extract.days]
    wanted = [(day, x.value, y.value) for day, x, y in both if x and y]
    assert [row[:3] for row in reversed(table.rows)] == [(day.isoformat(), x, y) for day, x, y in wanted]
    for dot, (day, x, y) in zip(pair.scatter.dots, wanted, strict=True):
        assert date.fromordinal(dot.day) == day
        assert jittered(dot, pair.scatter) == pytest.approx((x, y), abs=JITTER)


def test_the_lanes_table_has_the_figures_that_are_drawn() -> None:
    for state, made in SHOWN.items():
        pair = pair_of(*made())
        assert pair is not None
        table = LanesTable()
        table.render_state(pair.lanes)
        drawn = [lane.interval for lane in pair.lanes.lanes]
        wanted = [(None, None, None) if one is None else (one.middle, one.low, one.high) for one in drawn]
        assert [row[1:4] for row in table.rows] == wanted, state
        assert [row[0] for row in table.rows] == [lane.title for lane in pair.lanes.lanes]
