"""Which measures the time chart of Look back shows, and in which order: the person's choice."""

from __future__ import annotations

from collections.abc import Sequence

PANELS = "look_back_panels"
"""The name of the setting."""


def panels_from(stored: object, offered: Sequence[str], at_first: Sequence[str]) -> tuple[str, ...]:
    """The chosen measures in their order; ``at_first`` until something was chosen.

    What is no longer offered, or can't be understood, is passed over; it comes back in its place when it is offered
    again.
    """
    wanted = stored if isinstance(stored, list) else at_first
    return tuple(dict.fromkeys(one for one in wanted if isinstance(one, str) and one in offered))
