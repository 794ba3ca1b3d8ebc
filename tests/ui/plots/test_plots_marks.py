"""One shape has one meaning: whatever isn't a core measure never looks like one."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure, ScaleKind
from diary.ui.kit.plots_marks import mark_of, mark_path
from diary.ui.kit.plots_state import Shape

CORE = [Measure(one, one, "") for one in (PAIN, ANXIETY, MOOD, SLEEP)]
FOG = Measure("own.fog", "Fog", "How foggy?", own=True)
WALK = Measure("factor:walk", "A walk", "", own=True, kind=ScaleKind.YES_NO, highest=1)


def test_core_measures_ones_own_and_factors_have_six_shapes() -> None:
    shapes = [mark_of(measure)[0] for measure in (*CORE, FOG, WALK)]
    assert len(set(shapes)) == len(shapes)
    assert not {Shape.TRIANGLE, Shape.CROSS} & set(shapes), "these mean a carer's view and a bad day"


def test_a_place_is_drawn_as_pain_is() -> None:
    assert mark_of(Measure("pain@forearm/left", "left forearm pain", ""), at_place=True) == mark_of(CORE[0])


def test_every_shape_is_about_as_large_and_stands_on_its_middle() -> None:
    for shape in set(Shape) - {Shape.TRIANGLE}:
        box: QRectF = mark_path(shape).boundingRect()
        assert 0.8 <= box.width() <= 1.3, shape
        assert abs(box.center().x()) < 0.01, shape
        assert abs(box.center().y()) < 0.1, shape
