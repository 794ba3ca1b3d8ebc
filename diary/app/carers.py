"""Who else writes in a diary: carers with a name and a relationship, and whether the person agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.acts import act, step_back
from diary.app.carer_keys import check_decides, check_is_no_keeper, drop_passphrase
from diary.app.new_carer import checked_name, consent_changes, recorder_changes
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Agreed, name_among
from diary.storage import reading, writers
from diary.storage.lists import CONSENT_AT
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import Changes
    from diary.domain.people import Carer


def names(diary: OpenDiary) -> dict[str, str]:
    """The name of everybody who writes or wrote, by recorder id."""
    with diary.store.reading() as connection:
        known = reading.recorders(connection)
    return {one: name_among(known, one) for one in known}


def carers(diary: OpenDiary) -> tuple[Carer, ...]:
    """Everybody beside the person who writes or wrote, in the order of names."""
    with diary.store.reading() as connection:
        return writers.carers(connection)


def add_carer(diary: OpenDiary, name: str, relationship: str, agreed: Agreed, *, given_by_person: bool) -> Changes:
    """Let a carer write in the diary; ``given_by_person``: the person said so here, not the carer for them.

    Raises ``DiaryError``: ``carer_not_agreed`` where the person doesn't agree, ``carer_exists``, ``carer_was_here``,
    ``carer_is_person``, ``name_empty``, ``name_too_long``, ``label_too_long``, and ``only_the_person`` for a carer
    whose own passphrase opened it, as everything here that changes who writes.
    """
    check_decides(diary)
    wanted = _free_name(diary, name)
    if agreed is Agreed.NO:
        raise DiaryError("carer_not_agreed")
    carer = diary.computer.surroundings.new_id()
    changes = recorder_changes(carer, wanted, relationship, diary.today())
    changes += _consent(diary, carer, agreed, given_by_person=given_by_person)
    return act(diary, changes, diary.recorder)


def change_carer(diary: OpenDiary, carer_id: str, name: str, relationship: str) -> Changes:
    """Give a carer another name or relationship, on all that they wrote; raises as ``add_carer``."""
    check_decides(diary)
    _known(diary, carer_id)
    wanted = _free_name(diary, name, besides=carer_id)
    return act(diary, recorder_changes(carer_id, wanted, relationship), diary.recorder)


def rename_person(diary: OpenDiary, name: str) -> Changes:
    """Give the person whom the diary is about another name, on all that was ever written.

    Raises ``DiaryError``: ``person_has_carers_name``, ``name_empty``, ``name_too_long``.
    """
    check_decides(diary)
    wanted = checked_name(name)
    with diary.store.reading() as connection:
        known = reading.recorders(connection)
    if any(one.name.casefold() == wanted.casefold() for one in known.values() if one.id != PERSON):
        raise DiaryError("person_has_carers_name")
    renamed = [FieldChange(kind, PERSON, "name", wanted) for kind in ("person", "recorder")]
    return act(diary, renamed, diary.recorder)


def answer_consent(diary: OpenDiary, carer_id: str, agreed: Agreed, *, given_by_person: bool) -> Changes:
    """Answer, later or anew, whether the person agrees: who had stopped writes again, with a no nobody does.

    Raises ``DiaryError("take_over_first")`` for a no to who keeps the diary while the person can't open it.
    """
    check_decides(diary)
    carer = _known(diary, carer_id)
    if agreed is Agreed.NO:
        check_is_no_keeper(diary, carer_id)
        drop_passphrase(diary, carer_id)
        stopped = _stopped(diary, carer)
        if carer.has_written:
            stopped += _consent(diary, carer_id, agreed, given_by_person=given_by_person)
        return act(diary, stopped, diary.recorder)
    changes = _consent(diary, carer_id, agreed, given_by_person=given_by_person)
    return act(diary, [*changes, FieldChange("recorder", carer_id, "until", None)], diary.recorder)


def remove_carer(diary: OpenDiary, carer_id: str) -> Changes:
    """Let a carer write no longer; who wrote something stays named on it. Their own passphrase goes, even with undo.

    Raises ``DiaryError("take_over_first")`` as ``answer_consent``.
    """
    check_decides(diary)
    check_is_no_keeper(diary, carer_id)
    gone = _stopped(diary, _known(diary, carer_id))
    drop_passphrase(diary, carer_id)
    return act(diary, gone, diary.recorder)


def undo(diary: OpenDiary) -> Changes | None:
    """Take back what was last done about who may write, ``None`` when there is nothing; raises as ``step_back``."""
    return step_back(diary, diary.set_up)


def carer_named(diary: OpenDiary, name: str) -> tuple[str, list[FieldChange]]:
    """The recorder id of the carer with this name, and the changes that make one known who wasn't yet.

    Raises ``DiaryError``: ``carer_is_person`` for the person's own name, ``carer_ambiguous`` when two have it,
    ``carer_stopped``, ``carer_name_empty``, ``name_too_long``.
    """
    if not name.strip():
        raise DiaryError("carer_name_empty")
    wanted = checked_name(name)
    with diary.store.reading() as connection:
        known = reading.recorders(connection)
    found = [one for one in known.values() if one.name.casefold() == wanted.casefold()]
    if any(one.id == PERSON for one in found):
        raise DiaryError("carer_is_person")
    if len(found) > 1:
        raise DiaryError("carer_ambiguous")
    if found:
        if found[0].until is not None:
            raise DiaryError("carer_stopped")
        return found[0].id, []
    carer = diary.computer.surroundings.new_id()
    today = diary.today().isoformat()
    return carer, [FieldChange("recorder", carer, "name", wanted), FieldChange("recorder", carer, "since", today)]


def _free_name(diary: OpenDiary, name: str, besides: str = "") -> str:
    """A name that nobody else has who writes or wrote here: it is all that tells who wrote what."""
    wanted = checked_name(name)
    with diary.store.reading() as connection:
        known = reading.recorders(connection)
    same = next((one for one in known.values() if one.name.casefold() == wanted.casefold() and one.id != besides), None)
    if same is None:
        return wanted
    if same.id == PERSON:
        raise DiaryError("carer_has_persons_name")
    raise DiaryError("carer_was_here" if same.until else "carer_exists")


def _known(diary: OpenDiary, carer_id: str) -> Carer:
    found = next((one for one in carers(diary) if one.recorder.id == carer_id), None)
    if found is None:
        raise DiaryError("carer_unknown")
    return found


def _consent(diary: OpenDiary, carer: str, agreed: Agreed, *, given_by_person: bool) -> list[FieldChange]:
    given_by = PERSON if given_by_person else carer
    return consent_changes(carer, agreed, given_by, diary.computer.surroundings.now())


def _stopped(diary: OpenDiary, carer: Carer) -> list[FieldChange]:
    id_ = carer.recorder.id
    if carer.has_written:
        return [FieldChange("recorder", id_, "until", diary.today().isoformat())]
    gone = [FieldChange("recorder", id_, name, None) for name in ("name", "relationship", "since", "until")]
    return gone + [FieldChange("consent", id_, name, None) for name in ("recorder", "answer", "given_by", CONSENT_AT)]
