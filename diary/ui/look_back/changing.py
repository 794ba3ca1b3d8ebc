"""What is changed from Look back on its way into the diary: kept until it is written, as an answer on Today is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from diary.domain.errors import DiaryError
from diary.ui.kit.unsaved import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Something to be changed: ``done`` takes what ``work`` returns; ``key`` says what it is about."""

    key: object
    work: Callable[[], Any]
    done: Callable[[Any], None]


@dataclass(frozen=True, slots=True)
class Changed:
    """A change that is in the diary, and what it returned."""

    act: Change
    result: object


def change(act: Change) -> Changed | NotSaved[Change]:
    """Write a change in the diary; runs on the lane."""
    try:
        return Changed(act, act.work())
    except DiaryError as error:
        return NotSaved(act, error)
