"""Taking a diary over: the person gets a way in that only they know, and says who else goes on opening it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app import ways_in
from diary.app.new_carer import consent_changes
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Agreed
from diary.storage import sealed_words
from diary.storage.revisions import FieldChange
from diary.vault import keys, unprotected

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.vault.passphrases import Argon2Cost


def keeper(diary: OpenDiary) -> str:
    """The carer who keeps the diary for a person that has no way in, where they opened it; else empty."""
    return diary.keys.owner if diary.keys.owner != PERSON and diary.decides else ""


def take_over(
    diary: OpenDiary, passphrase: str, *, keeper_stays: bool = True, cost: Argon2Cost = keys.DEFAULT_COST
) -> str:
    """Give the person a passphrase and a recovery code of their own, which is returned; they write from now on.

    What opened it as the person before, or by itself, does so no longer. A carer who keeps the diary goes on opening
    it, or doesn't and writes here no longer: the person's answer, kept with its day. Raises ``DiaryError``:
    ``only_the_person``, ``passphrase_empty``, ``passphrase_taken`` where it opens the diary already.
    """
    if not diary.decides:
        raise DiaryError("only_the_person")
    old, kept_by = diary.key_slots(), keeper(diary)
    changed, code = keys.with_person_alone_to_decide(
        old,
        diary.keys,
        passphrase,
        random_bytes=diary.computer.surroundings.random_bytes,
        cost=cost,
        person_key=_key_to_keep(diary),
    )
    if kept_by and not keeper_stays:
        changed = keys.without_owner(changed, kept_by)
    diary.store.write(_told(diary, kept_by, keeper_stays=keeper_stays), recorder=PERSON)
    ways_in.save_proven(diary, changed, lambda saved: keys.unlock(saved, passphrase))
    if not old.needs_secret:
        unprotected.forget_key(diary.computer.configuration_folder, diary.keys.diary_id)
    diary.keys = keys.unlock(changed, passphrase)
    diary.recorder, diary.asks_who = PERSON, False
    diary.pick_up()
    return code


def _key_to_keep(diary: OpenDiary) -> bytes | None:
    """The key of what is sealed already; while nothing is there is a new one, which nobody can have kept."""
    with diary.store.reading() as connection:
        return diary.keys.person_key if sealed_words.is_any(connection) else None


def _told(diary: OpenDiary, kept_by: str, *, keeper_stays: bool) -> list[FieldChange]:
    """Who has a way in, and what the person said of the carer: kept first, so that it can't be missing afterwards."""
    owner = FieldChange("slot_owner", PERSON, "recorder", PERSON)
    if not kept_by:
        return [owner]
    agreed = Agreed.YES if keeper_stays else Agreed.NO
    until = None if keeper_stays else diary.today().isoformat()
    said = consent_changes(kept_by, agreed, PERSON, diary.computer.surroundings.now())
    return [owner, FieldChange("recorder", kept_by, "until", until), *said]
