"""Whose words something is: a carer corrects and deletes what they wrote, the person all that is in their diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import past

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Basis
    from diary.storage.revisions import Subject


def may_change(diary: OpenDiary, recorder: str) -> bool:
    """Whether who writes now may change, delete, bring back or move what ``recorder`` said."""
    return diary.recorder in {PERSON, recorder}


def check_theirs(diary: OpenDiary, recorder: str, slug: str, basis: Basis | None) -> None:
    """Raise ``DiaryError(slug)`` where who writes now may not change what ``recorder`` said on a ``basis``.

    What has no basis, such as the name of a treatment, is nobody's words.
    """
    if basis is not None and not may_change(diary, recorder):
        raise DiaryError(slug)


def check_known(diary: OpenDiary, thing: Subject, slug: str = "not_yours_to_change") -> None:
    """Raise the same where a thing with an id at random, deleted or not, is another's; what is new is nobody's yet."""
    if diary.recorder == PERSON:
        return
    with diary.store.reading() as connection:
        recorder = past.said_by(connection, thing)
    if recorder and not may_change(diary, recorder):
        raise DiaryError(slug)
