"""The body, front and back, made from one half of an outline: mirrored, so that neither side is drawn differently."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any

from diary.catalogue.resources import resource_folder
from diary.domain.body_figure import BodyRegion, BodyView, Point, View
from diary.domain.places import BodySite, Side

_STEPS = 5
"""Points of the curve from one drawn point to the next."""
_NEAR = 1e-9


@cache
def body_figure() -> Mapping[View, BodyView]:
    """The two views, each with its outline and its regions; drawn for every use from the same points."""
    data = tomllib.loads((resource_folder() / "body" / "figure.toml").read_text("utf-8"))
    half = _smooth([(x, y) for x, y in data["half"]])
    pieces = [_cut(half, [(x, y) for x, y in row["cut"]]) for row in data["region"]]
    return MappingProxyType({view: _view(view, half, pieces, data) for view in View})


def _view(view: View, half: list[Point], pieces: list[list[Point]], data: Mapping[str, Any]) -> BodyView:
    middle = data["width"] / 2
    rows = zip(data["region"], pieces, strict=True)
    regions = tuple(
        region for row, piece in rows if view in row["views"] for region in _regions(row, piece, middle, view)
    )
    return BodyView(view, data["width"], data["height"], _whole(half, middle), regions)


def _regions(row: Mapping[str, Any], piece: list[Point], middle: float, view: View) -> Iterator[BodyRegion]:
    on_the_right, on_the_left = _placed(piece, middle, 1), _placed(piece, middle, -1)
    if row.get("sided"):
        sides = (Side.LEFT, Side.RIGHT) if view is View.FRONT else (Side.RIGHT, Side.LEFT)
        for side, points in zip(sides, (on_the_right, on_the_left), strict=True):
            yield BodyRegion(BodySite(row["place"], side), points)
    elif any(x < _NEAR for x, _ in piece):
        yield BodyRegion(BodySite(row["place"]), _whole(_open_at_the_middle(piece), middle))
    else:
        for points in (on_the_right, on_the_left):
            yield BodyRegion(BodySite(row["place"]), points)


def _smooth(points: Sequence[Point]) -> list[Point]:
    """A Catmull-Rom curve through the points; at both ends it goes on as its mirror image."""
    (x1, y1), (x2, y2) = points[1], points[-2]
    guided = [(-x1, y1), *points, (-x2, y2)]
    curve = [_between(guided[at : at + 4], step / _STEPS) for at in range(len(points) - 1) for step in range(_STEPS)]
    return [*((max(x, 0.0), y) for x, y in curve), points[-1]]


def _between(four: Sequence[Point], t: float) -> Point:
    before, start, end, after = four
    x, y = (
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return x, y


def _cut(subject: Sequence[Point], convex: Sequence[Point]) -> list[Point]:
    """What a convex shape cuts out of another (Sutherland and Hodgman 1974); its points go clockwise on screen."""
    piece = list(subject)
    for start, end in zip(convex, (*convex[1:], convex[0]), strict=True):
        piece = list(_kept(piece, start, end))
    return piece


def _kept(points: Sequence[Point], start: Point, end: Point) -> Iterator[Point]:
    """The part of a closed path on the inner side of a line."""
    (x, y), (to_x, to_y) = start, end
    depths = [(to_x - x) * (point_y - y) - (to_y - y) * (point_x - x) for point_x, point_y in points]
    before, depths_before = (points[-1], *points[:-1]), (depths[-1], *depths[:-1])
    for one, a, other, b in zip(before, depths_before, points, depths, strict=True):
        if (a < -_NEAR and b > _NEAR) or (a > _NEAR and b < -_NEAR):
            share = a / (a - b)
            yield one[0] + share * (other[0] - one[0]), one[1] + share * (other[1] - one[1])
        if b >= -_NEAR:
            yield other


def _open_at_the_middle(piece: list[Point]) -> list[Point]:
    """The path from the upper end of the middle line round the side to its lower end."""
    top = min((y, at) for at, (x, y) in enumerate(piece) if x < _NEAR)[1]
    turned = piece[top:] + piece[:top]
    inner = [at for at, (x, _) in enumerate(turned) if x < _NEAR]
    last = max(inner, key=lambda at: turned[at][1])
    return turned[: last + 1] if last > 1 else [turned[0], *reversed(turned[last:])]


def _whole(half: Sequence[Point], middle: float) -> tuple[Point, ...]:
    """A half and its mirror image as one closed path; points on the middle line stand once."""
    mirrored = [point for point in reversed(half) if point[0] >= _NEAR]
    return (*_placed(half, middle, 1), *_placed(mirrored, middle, -1))


def _placed(points: Sequence[Point], middle: float, hand: int) -> tuple[Point, ...]:
    return tuple((round(middle + hand * x, 2), round(y, 2)) for x, y in points)
