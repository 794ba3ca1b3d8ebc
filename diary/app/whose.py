"""Whose words something is: a carer corrects and deletes what they wrote, the person all that is in their diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Basis


def may_change(diary: OpenDiary, recorder: str) -> bool:
    """Whether who writes now may delete, bring back or move what ``recorder`` said."""
    return diary.recorder in {PERSON, recorder}


def check_theirs(diary: OpenDiary, recorder: str, slug: str, basis: Basis | None) -> None:
    """Raise ``DiaryError(slug)`` where who writes now may not change what ``recorder`` said on a ``basis``.

    What has no basis, such as the name of a treatment, is nobody's words.
    """
    if basis is not None and not may_change(diary, recorder):
        raise DiaryError(slug)
