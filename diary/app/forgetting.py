"""Forgetting: what a person deleted is gone for good after 30 days, or at once when they say so."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from diary.app.acts import check_said
from diary.app.looking_back import RECOVERABLE_FOR
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import forgetting, past, reading
from diary.storage.keys import EntryKey, day_in_key

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.storage.forgetting import Removal
    from diary.storage.revisions import FieldChange, Subject


def remove_for_good(diary: OpenDiary, things: Iterable[str]) -> Changes:
    """Forget entries, moments and notes by their ids at once, whether or not they were deleted before.

    Nobody can bring them back from this diary; backups made before hold them until they are replaced. The person can do
    so with all that is in their diary, a carer with what they wrote themselves.

    Raises ``DiaryError``: ``writer_not_said`` while it is asked who writes, ``not_yours_to_remove``.
    """
    check_said(diary)
    with diary.store.reading() as connection:
        subjects = {subject for thing in things for subject in _named(past.kinds_of(connection, thing), thing)}
        if diary.recorder != PERSON and any(past.said_by(connection, one) != diary.recorder for one in subjects):
            raise DiaryError("not_yours_to_remove")
        days = {day for kind, key in subjects if (day := reading.day_of(connection, kind, key))}
    removal = diary.store.forget(subjects, recorder=diary.recorder)
    if not removal.rows:
        return Changes()
    _no_longer_undone(diary, removal)
    _compact(diary)
    return Changes(frozenset(days), frozenset(kind for kind, _ in removal.subjects))


def forget_moved(diary: OpenDiary, things: Iterable[Subject], stays: Iterable[FieldChange]) -> Changes:
    """Forget what is in another diary now, and write what stays anew, as one act that nobody can take back."""
    removal = diary.store.move_away(things, stays, recorder=diary.recorder)
    _no_longer_undone(diary, removal)
    _compact(diary)
    days = {day for kind, key in removal.subjects if (day := day_in_key(kind, key))}
    return Changes(frozenset(days), frozenset(kind for kind, _ in removal.subjects))


def _named(kinds: Iterable[str], thing: str) -> list[Subject]:
    """An entry may have parts alone: what belongs to it names it all the same."""
    return [("entry", thing)] if EntryKey.parse(thing) else [(kind, thing) for kind in kinds]


def forget_deleted(diary: OpenDiary) -> bool:
    """Forget what was deleted more than 30 days ago; whether there was any.

    What a carer deleted that somebody else had said is kept: nobody but whose words they are, or the person, ends them.
    """
    limit = diary.computer.surroundings.now() - RECOVERABLE_FOR
    with diary.store.reading() as connection:
        gone = forgetting.deleted_before(connection, limit)
    if not gone:
        return False
    _no_longer_undone(diary, diary.store.forget(gone, recorder=diary.recorder))
    _compact(diary)
    return True


def _no_longer_undone(diary: OpenDiary, removal: Removal) -> None:
    """Offer no undo for what can't come back."""
    gestures = {row.gesture for row in removal.rows}
    for steps in (diary.done, diary.undone):
        steps[:] = [one for one in steps if one not in gestures]
    if diary.earlier is not None and diary.earlier.gesture in gestures:
        diary.earlier = None


def _compact(diary: OpenDiary) -> None:
    """Every deleted byte is overwritten as it goes; this only makes sure, where there is room for it."""
    with suppress(DiaryError):
        diary.store.compact()
