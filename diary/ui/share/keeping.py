"""What is kept in the diary from Share, wish, questions, appointments and date of birth, on its way there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.ui.kit.unsaved import NotSaved

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.values import Changes
    from diary.ui.share.handing_over import HandingOver
    from diary.ui.share.state import Basics, Words

WORDS, BORN = "words", "born"
"""The keys of wish and questions, which are kept together, and of the date of birth."""


@dataclass(frozen=True, slots=True, eq=False)
class Act:
    """Something to be kept: ``words``, the date of birth, or an appointment with what is then ``said``."""

    key: object
    work: Callable[[], Changes]
    said: str = ""
    words: Words | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """An act that is in the diary; ``basics`` as they are now, but after words."""

    act: Act
    changes: Changes
    basics: Basics | None


@dataclass(frozen=True, slots=True)
class Stepped:
    """What was taken back, and the diary as it is now."""

    changes: Changes | None
    basics: Basics


def keep(handing_over: HandingOver, act: Act) -> Done | NotSaved[Act]:
    """Write an act in the diary; runs on the lane."""
    try:
        return Done(act, act.work(), handing_over.basics() if act.words is None else None)
    except DiaryError as error:
        return NotSaved(act, error)


def take_back(handing_over: HandingOver) -> Stepped:
    """Take back what was done last; runs on the lane."""
    return Stepped(handing_over.undo(), handing_over.basics())
