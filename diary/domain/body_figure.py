"""The drawn body: its outline, a region for every place that can be seen, and which of them a click meant."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from math import hypot

from diary.domain.places import BodySite

Point = tuple[float, float]
"""Across from the left of the drawing, and down from its top."""


class View(StrEnum):
    """From where the body is seen; on the front the person's left is on the right of the drawing."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class BodyRegion:
    """Where a place lies on a view: one closed path. A place without sides may have two, as the ears."""

    site: BodySite
    points: tuple[Point, ...]

    @property
    def middle(self) -> Point:
        """Its centre of gravity, where a number can stand."""
        area = x = y = 0.0
        for (x1, y1), (x2, y2) in _edges(self.points):
            part = x1 * y2 - x2 * y1
            area += part
            x += (x1 + x2) * part
            y += (y1 + y2) * part
        return x / (3 * area), y / (3 * area)


@dataclass(frozen=True, slots=True)
class BodyView:
    """One drawing of the body, on a ground of ``width`` by ``height``."""

    view: View
    width: float
    height: float
    outline: tuple[Point, ...]
    regions: tuple[BodyRegion, ...]

    def site_at(self, x: float, y: float, reach: float = 0) -> BodySite | None:
        """The place at a point of the drawing: the one it lies in, else the nearest within ``reach``, else ``None``."""
        nearest = min(self.regions, key=lambda region: _distance(region.points, x, y))
        return nearest.site if _distance(nearest.points, x, y) <= reach else None


def _distance(points: tuple[Point, ...], x: float, y: float) -> float:
    """How far a point lies from a closed path, 0 inside."""
    if _is_inside(points, x, y):
        return 0
    return min(_distance_to_edge(start, end, x, y) for start, end in _edges(points))


def _is_inside(points: tuple[Point, ...], x: float, y: float) -> bool:
    crossings = 0
    for (x1, y1), (x2, y2) in _edges(points):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) * (x2 - x1) / (y2 - y1):
            crossings += 1
    return crossings % 2 == 1


def _distance_to_edge(start: Point, end: Point, x: float, y: float) -> float:
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1)
    if not length:
        return hypot(x - x1, y - y1)
    share = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length**2
    share = min(1.0, max(0.0, share))
    return hypot(x - x1 - share * (x2 - x1), y - y1 - share * (y2 - y1))


def _edges(points: tuple[Point, ...]) -> Iterator[tuple[Point, Point]]:
    return zip(points, (*points[1:], points[0]), strict=True)
