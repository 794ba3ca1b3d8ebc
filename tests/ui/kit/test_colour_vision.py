"""Every series of a chart is told from every other, whatever colours somebody sees."""

from __future__ import annotations

from functools import cache
from itertools import combinations, pairwise

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import DARK, HIGH_CONTRAST, LIGHT, Tokens
from diary.ui.look_back.charts import OWN_PANELS
from tests.ui.kit.colour_vision import VISIONS, apart, ciede2000

THEMES = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}
MARKS = {colour: shape for _, shape, colour in OWN_PANELS} | {"carer": Shape.TRIANGLE, "event": None}
"""Each series by its colour, with its mark; an event is a dashed line, which no series is."""
CORE = ("pain", "anxiety", "mood")
AT_A_GLANCE, BESIDE_EACH_OTHER, CAN_BE_TOLD = 9, 7, 1
SHAPES_APART = 0.15
"""Disc and square of one weight share five sixths of their ground; panels with names keep them apart too."""


def colour(tokens: Tokens, name: str) -> QColor:
    return QColor(str(getattr(tokens, name)))


@cache
def drawn(shape: Shape) -> set[tuple[int, int]]:
    """The pixels of a mark, large enough that its edge hardly counts."""
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_mark(painter, QPointF(50, 50), 70, shape, QColor("black"))
    painter.end()
    return {(x, y) for x in range(100) for y in range(100) if image.pixelColor(x, y).lightness() < 128}


def shapes_apart(one: Shape | None, other: Shape | None) -> float:
    """The part of two marks laid over each other that is only one's; a line and a mark share nothing."""
    if one is None or other is None:
        return float(one is not other)
    first, second = drawn(one), drawn(other)
    return len(first ^ second) / len(first | second)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_two_series_are_told_apart_by_colour_or_by_the_shape_of_their_marks(theme: str, vision: str) -> None:
    tokens = THEMES[theme]
    alike = [
        (one, other)
        for one, other in combinations(MARKS, 2)
        if apart(colour(tokens, one), colour(tokens, other), vision) < AT_A_GLANCE
        and shapes_apart(MARKS[one], MARKS[other]) < SHAPES_APART
    ]
    assert alike == []


@pytest.mark.parametrize("theme", THEMES)
def test_colours_alone_are_enough_for_who_sees_all_of_them(theme: str) -> None:
    tokens = THEMES[theme]
    near = {
        (one, other): round(distance, 1)
        for one, other in combinations(MARKS, 2)
        if (distance := apart(colour(tokens, one), colour(tokens, other), "full")) < AT_A_GLANCE
    }
    assert near == {}


@pytest.mark.parametrize("vision", [name for name in VISIONS if name != "greyscale"])
@pytest.mark.parametrize("theme", THEMES)
def test_pain_anxiety_and_mood_keep_apart_by_colour_alone_for_the_colour_blind(theme: str, vision: str) -> None:
    tokens = THEMES[theme]
    near = {
        (one, other): round(distance, 1)
        for one, other in combinations(CORE, 2)
        if (distance := apart(colour(tokens, one), colour(tokens, other), vision)) < BESIDE_EACH_OTHER
    }
    assert near == {}


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_each_shade_of_heat_can_be_told_from_the_next(theme: str, vision: str) -> None:
    shades = [QColor(shade) for shade in THEMES[theme].heat]
    assert min(apart(one, other, vision) for one, other in pairwise(shades)) >= CAN_BE_TOLD


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("theme", THEMES)
def test_the_strongest_shade_is_far_from_the_weakest(theme: str, vision: str) -> None:
    weakest, *_, strongest = (QColor(shade) for shade in THEMES[theme].heat)
    assert apart(weakest, strongest, vision) >= 4 * AT_A_GLANCE


def test_every_mark_has_a_shape_of_its_own() -> None:
    near = [(a, b) for a, b in combinations(Shape, 2) if shapes_apart(a, b) < SHAPES_APART]
    assert near == []


def test_distances_are_those_of_the_published_pairs() -> None:
    """Sharma, Wu and Dalal 2005, table 1: pairs 1, 4, 7, 13, 17 and 24."""
    pairs = (
        ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425),
        ((50, -1.3802, -84.2814), (50, 0, -82.7485), 1.0000),
        ((50, 0, 0), (50, -1, 2), 2.3669),
        ((50, -0.0010, 2.4900), (50, 0.0009, -2.4900), 4.8045),
        ((50, 2.5, 0), (73, 25, -18), 27.1492),
        ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
    )
    for one, other, distance in pairs:
        assert ciede2000(one, other) == pytest.approx(distance, abs=0.0001)
