"""Who else writes in a diary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.diaries import checked_name
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import reading
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def names(diary: OpenDiary) -> dict[str, str]:
    """The name of everybody who writes or wrote, by recorder id."""
    with diary.store.reading() as connection:
        return {one.id: one.name for one in reading.recorders(connection).values()}


def carer_named(diary: OpenDiary, name: str) -> tuple[str, list[FieldChange]]:
    """The recorder id of the carer with this name, and the changes that make one known who wasn't yet.

    Raises ``DiaryError``: ``carer_is_person`` for the person's own name, ``carer_ambiguous`` when two have it,
    ``carer_name_empty``, ``name_too_long``.
    """
    if not name.strip():
        raise DiaryError("carer_name_empty")
    wanted = checked_name(name)
    found = [id_ for id_, known in names(diary).items() if known.casefold() == wanted.casefold()]
    if PERSON in found:
        raise DiaryError("carer_is_person")
    if len(found) > 1:
        raise DiaryError("carer_ambiguous")
    if found:
        return found[0], []
    carer = diary.computer.surroundings.new_id()
    today = diary.today().isoformat()
    return carer, [FieldChange("recorder", carer, "name", wanted), FieldChange("recorder", carer, "since", today)]
