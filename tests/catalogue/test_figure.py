from __future__ import annotations

from collections import Counter

import pytest

from diary.catalogue import body_figure, places
from diary.domain.body_figure import BodyRegion, Point, View
from diary.domain.places import BodySite, Side

FRONT, BACK = body_figure()[View.FRONT], body_figure()[View.BACK]
MIDDLE = FRONT.width / 2
ONLY_FRONT = {"face", "jaw", "ear", "chest", "tummy", "hip"}
ONLY_BACK = {"upper_back", "lower_back", "buttock"}


def mirrored(points: tuple[Point, ...]) -> set[Point]:
    return {(round(2 * MIDDLE - x, 2), y) for x, y in points}


def with_side(side: Side, view: View) -> dict[str, BodyRegion]:
    return {one.site.place: one for one in body_figure()[view].regions if one.site.side is side}


def test_every_place_can_be_clicked_where_it_can_be_seen() -> None:
    front, back = ({one.site.place for one in view.regions} for view in (FRONT, BACK))
    assert front | back == set(places())
    assert front - back == ONLY_FRONT
    assert back - front == ONLY_BACK


def test_left_and_right_are_never_swapped() -> None:
    """The front looks at us: its left is on our right. The back walks before us: its left is on our left."""
    for left in with_side(Side.LEFT, View.FRONT).values():
        assert min(x for x, _ in left.points) >= MIDDLE
    for left in with_side(Side.LEFT, View.BACK).values():
        assert max(x for x, _ in left.points) <= MIDDLE
    hand = BodySite("hand", Side.LEFT)
    assert FRONT.site_at(MIDDLE + 68, 235) == hand
    assert BACK.site_at(MIDDLE - 68, 235) == hand


@pytest.mark.parametrize("view", View)
def test_both_sides_are_mirror_images(view: View) -> None:
    lefts, rights = with_side(Side.LEFT, view), with_side(Side.RIGHT, view)
    assert lefts.keys() == rights.keys()
    assert all(mirrored(one.points) == set(rights[place].points) for place, one in lefts.items())
    assert mirrored(body_figure()[view].outline) == set(body_figure()[view].outline)


@pytest.mark.parametrize("view", View)
def test_sides_are_those_that_a_place_has_and_each_has_one_path(view: View) -> None:
    sites = Counter(one.site for one in body_figure()[view].regions)
    assert {site for site, count in sites.items() if count > 1} <= {BodySite("ear")}
    assert all(site.side in places()[site.place].sides for site in sites)
    sided = {site.place for site in sites if site.side}
    assert sided == {site.place for site in sites if len(places()[site.place].sides) > 1}


@pytest.mark.parametrize("view", View)
def test_regions_fill_the_body_and_leave_nothing_to_guess(view: View) -> None:
    drawn = body_figure()[view]
    whole = BodyRegion(BodySite("body"), drawn.outline)
    assert sum(area(one) for one in drawn.regions) == pytest.approx(area(whole), rel=0.01)


def area(region: BodyRegion) -> float:
    ends = zip(region.points, (*region.points[1:], region.points[0]), strict=True)
    return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in ends)) / 2


@pytest.mark.parametrize("view", View)
def test_a_number_stands_within_its_place(view: View) -> None:
    drawn = body_figure()[view]
    assert all(drawn.site_at(*one.middle) == one.site for one in drawn.regions)


@pytest.mark.parametrize(
    ("x", "y", "reach", "site"),
    [
        (MIDDLE, 100, 0, BodySite("chest")),
        (MIDDLE, 131, 0, BodySite("chest")),
        (MIDDLE, 133, 0, BodySite("tummy")),
        (MIDDLE + 45, 110, 6, BodySite("shoulder", Side.LEFT)),
        (MIDDLE + 78, 236, 6, BodySite("hand", Side.LEFT)),
        (MIDDLE + 78, 236, 3, None),
        (MIDDLE - 78, 236, 6, BodySite("hand", Side.RIGHT)),
        (MIDDLE - 38, 300, 8, BodySite("knee", Side.RIGHT)),
        (2, 2, 8, None),
        (-500, 9000, 8, None),
    ],
)
def test_a_click_beside_a_place_means_that_place(x: float, y: float, reach: float, site: BodySite | None) -> None:
    assert FRONT.site_at(x, y, reach) == site


def test_the_lower_back_has_its_middle_and_both_sides() -> None:
    assert BACK.site_at(MIDDLE, 160) == BodySite("lower_back")
    assert BACK.site_at(MIDDLE - 20, 160) == BodySite("lower_back", Side.LEFT)
    assert BACK.site_at(MIDDLE + 20, 160) == BodySite("lower_back", Side.RIGHT)


def test_the_drawing_stays_on_its_ground() -> None:
    for view in body_figure().values():
        assert all(0 < x < view.width and 0 < y < view.height for x, y in view.outline)
