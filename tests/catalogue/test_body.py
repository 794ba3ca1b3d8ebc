from __future__ import annotations

import pytest

from diary.catalogue import places
from diary.domain.places import Side


def test_a_place_is_named_as_in_a_sentence() -> None:
    assert places()["lower_back"].label == "lower back"
    assert all(place.label == place.label.lower() for place in places().values())


@pytest.mark.parametrize(
    ("place", "sides"),
    [
        ("neck", (Side.NONE,)),
        ("lower_back", (Side.NONE, Side.LEFT, Side.RIGHT)),
        ("buttock", (Side.NONE, Side.LEFT, Side.RIGHT)),
    ],
)
def test_a_side_may_always_be_left_out(place: str, sides: tuple[Side, ...]) -> None:
    assert places()[place].sides == sides


def test_left_is_not_right() -> None:
    """As published: shoulder, left 91775009 and right 91774008; forearm, left 66480008 and right 64262003."""
    assert places()["shoulder"].codes == {Side.LEFT: "91775009", Side.RIGHT: "91774008", Side.NONE: "16982005"}
    assert places()["forearm"].codes[Side.LEFT] == "66480008"
    assert places()["forearm"].codes[Side.RIGHT] == "64262003"


def test_only_sides_that_a_place_has_carry_a_code() -> None:
    assert all(set(place.codes) <= set(place.sides) for place in places().values())
