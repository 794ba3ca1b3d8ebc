"""A place on the body as the person calls it: "Lower back", "Your right knee"; left is their own left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import Side
from diary.words import say

if TYPE_CHECKING:
    from diary.domain.places import Place


def place_name(place: Place, side: Side) -> str:
    """The name of a place, as the beginning of a line."""
    label = say(place.label)
    if side is Side.LEFT:
        return say("Your left {place}", place=label)
    if side is Side.RIGHT:
        return say("Your right {place}", place=label)
    return label[:1].upper() + label[1:]


def place_question(place: Place, side: Side) -> str:
    """What is asked about the pain at a place."""
    label = say(place.label)
    if side is Side.LEFT:
        return say("In the last 24 hours, how bad was the pain in your left {place}, on average?", place=label)
    if side is Side.RIGHT:
        return say("In the last 24 hours, how bad was the pain in your right {place}, on average?", place=label)
    return say("In the last 24 hours, how bad was the pain in your {place}, on average?", place=label)
