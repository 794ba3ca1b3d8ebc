"""The keys of a diary: made once, opened by a passphrase, a recovery code or this computer, and changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.vault import unprotected
from diary.vault.passphrases import Argon2Cost, checked_passphrase
from diary.vault.recovery_codes import looks_like_code, new_code, parsed_code
from diary.vault.sealing import KEY_BYTES
from diary.vault.slots import (
    KEYCHAIN,
    PASSPHRASE,
    RECOVERY,
    UNPROTECTED,
    OpenedKeys,
    Slot,
    code_in,
    kept_slot,
    opened_by_code,
    opened_by_key,
    opened_by_passphrase,
    passphrase_slot,
    recovery_slot,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.vault.sealing import RandomBytes

DEFAULT_COST = Argon2Cost()


@dataclass(frozen=True, slots=True)
class KeyFile:
    """What ``keys.json`` holds: the ways into one diary, none of them readable without its secret.

    ``is_intact`` is false where the file's own sum says that a byte has changed: a slot may open all the same.
    """

    diary_id: str
    slots: tuple[Slot, ...]
    is_intact: bool = field(default=True, compare=False)

    @property
    def needs_secret(self) -> bool:
        """Whether somebody has to type a passphrase or a recovery code."""
        return not self.of_type(UNPROTECTED)

    @property
    def typed(self) -> frozenset[str]:
        """The ids of the slots that something typed opens: where they are the same, the same secrets open."""
        return frozenset(slot.id for slot in self.slots if slot.type in (PASSPHRASE, RECOVERY))

    @property
    def owners(self) -> frozenset[str]:
        """Everybody who has something of their own that opens the diary."""
        return frozenset(slot.owner for slot in self.slots)

    def of_type(self, kind: str, owner: str | None = None) -> tuple[Slot, ...]:
        """The slots of a type, of one owner or of all."""
        return tuple(slot for slot in self.slots if slot.type == kind and owner in (None, slot.owner))


def create(
    diary_id: str,
    owner: str,
    passphrase: str | None,
    *,
    random_bytes: RandomBytes,
    configuration_folder: Path,
    cost: Argon2Cost = DEFAULT_COST,
) -> tuple[KeyFile, str, OpenedKeys]:
    """Make the keys of a new diary; return them shut, the owner's recovery code, and them open.

    Without a passphrase a key is written in ``configuration_folder``. Raises ``passphrase_empty``, as ``write_whole``.
    """
    person_key = random_bytes(KEY_BYTES) if owner == PERSON else None
    opened = OpenedKeys(diary_id, owner, random_bytes(KEY_BYTES), person_key)
    if passphrase is None:
        kept = random_bytes(KEY_BYTES)
        daily = kept_slot(opened, UNPROTECTED, kept, random_bytes)
        unprotected.keep_key(configuration_folder, diary_id, kept)
    else:
        daily = passphrase_slot(opened, checked_passphrase(passphrase), cost, random_bytes)
    code = new_code(random_bytes)
    return KeyFile(diary_id, (daily, recovery_slot(opened, code, random_bytes))), code, opened


def unlock(keys: KeyFile, secret: str) -> OpenedKeys:
    """Open with what was typed: a recovery code where it reads as one, else, or then, a passphrase.

    Raises ``DiaryError``: ``wrong_passphrase``, ``wrong_recovery_code``, ``recovery_code_mistyped``; ``keys_damaged``
    or ``keys_unreasonable`` where the secret may be right but the file is not.
    """
    code = _code_or_none(secret)
    faults: list[DiaryError] = []
    if code is not None:
        opened = _first_opened(keys, RECOVERY, lambda slot: opened_by_code(keys.diary_id, slot, code), faults)
        if opened is not None:
            return opened
    opened = _first_opened(keys, PASSPHRASE, lambda slot: opened_by_passphrase(keys.diary_id, slot, secret), faults)
    if opened is not None:
        return opened
    raise faults[0] if faults else _refusal(keys, secret, code)


def unlock_unprotected(keys: KeyFile, configuration_folder: Path) -> OpenedKeys:
    """Open with the key that this computer keeps.

    Raises ``DiaryError``: ``passphrase_needed``, ``unprotected_key_missing`` or ``_wrong``, ``keys_damaged``.
    """
    if keys.needs_secret:
        raise DiaryError("passphrase_needed")
    key = unprotected.kept_key(configuration_folder, keys.diary_id)
    for slot in keys.of_type(UNPROTECTED):
        opened = opened_by_key(keys.diary_id, slot, key)
        if opened is not None:
            return opened
    raise DiaryError("unprotected_key_wrong" if keys.is_intact else "keys_damaged")


def with_passphrase_changed(
    keys: KeyFile,
    opened: OpenedKeys,
    owner: str,
    new: str,
    *,
    random_bytes: RandomBytes,
    cost: Argon2Cost = DEFAULT_COST,
) -> KeyFile:
    """Return the keys with one passphrase for ``owner``: it takes the place of an old one, and of none at all.

    Raises ``DiaryError``: ``passphrase_empty``; ``passphrase_of_another``, because each sets only their own.
    When the file is saved, ``unprotected.forget_key`` removes what ``needs_secret`` no longer needs.
    """
    if opened.owner != owner or opened.diary_id != keys.diary_id:
        raise DiaryError("passphrase_of_another")
    slot = passphrase_slot(opened, checked_passphrase(new), cost, random_bytes)
    others = (other for other in keys.slots if other.owner != owner or other.type not in (PASSPHRASE, UNPROTECTED))
    return replace(keys, slots=(slot, *others))


def with_owner(
    keys: KeyFile,
    opened: OpenedKeys,
    owner: str,
    passphrase: str,
    *,
    random_bytes: RandomBytes,
    cost: Argon2Cost = DEFAULT_COST,
    person_key: bytes | None = None,
) -> tuple[KeyFile, str]:
    """Return the keys with a passphrase and a recovery code for one more owner, and the code.

    A carer's open the diary and nothing that the person sealed; the person's come with a key for that, ``person_key``
    or a new one. Raises ``DiaryError``: ``passphrase_empty``, ``passphrase_taken`` where another's is the same.
    """
    secret = checked_passphrase(passphrase)
    if _opens_already(keys, secret):
        raise DiaryError("passphrase_taken")
    theirs = OpenedKeys(
        opened.diary_id, owner, opened.data_key, (person_key or random_bytes(KEY_BYTES)) if owner == PERSON else None
    )
    code = new_code(random_bytes)
    slots = passphrase_slot(theirs, secret, cost, random_bytes), recovery_slot(theirs, code, random_bytes)
    return replace(keys, slots=(*without_owner(keys, owner).slots, *slots)), code


def with_person_alone_to_decide(
    keys: KeyFile,
    opened: OpenedKeys,
    passphrase: str,
    *,
    random_bytes: RandomBytes,
    cost: Argon2Cost = DEFAULT_COST,
    person_key: bytes | None = None,
) -> tuple[KeyFile, str]:
    """Return the keys with a way in that only the person knows, and its recovery code; nothing opens by itself.

    A passphrase and a code that were the person's before, and that somebody else may know, open it no longer. Raises
    as ``with_owner``.
    """
    changed, code = with_owner(
        keys, opened, PERSON, passphrase, random_bytes=random_bytes, cost=cost, person_key=person_key
    )
    return replace(changed, slots=tuple(slot for slot in changed.slots if slot.type != UNPROTECTED)), code


def without_owner(keys: KeyFile, owner: str) -> KeyFile:
    """Return the keys without anything that opens them for ``owner``; others' stay."""
    return replace(keys, slots=tuple(slot for slot in keys.slots if slot.owner != owner))


def _opens_already(keys: KeyFile, secret: str) -> bool:
    try:
        unlock(keys, secret)
    except DiaryError:
        return False
    return True


def with_new_recovery_code(keys: KeyFile, opened: OpenedKeys, random_bytes: RandomBytes) -> tuple[KeyFile, str]:
    """Return the keys with another recovery code for whoever opened them, and the code; the old one is void."""
    code = new_code(random_bytes)
    others = without(keys, opened, RECOVERY).slots
    return replace(keys, slots=(*others, recovery_slot(opened, code, random_bytes))), code


def with_keychain(keys: KeyFile, opened: OpenedKeys, key: bytes, random_bytes: RandomBytes) -> tuple[KeyFile, str]:
    """Return the keys with a slot more, which opens with a ``key`` for the keychain; and the name to keep it under."""
    slot = kept_slot(opened, KEYCHAIN, key, random_bytes)
    return replace(keys, slots=(*keys.slots, slot)), slot.id


def with_no_passphrase(keys: KeyFile, opened: OpenedKeys, key: bytes, random_bytes: RandomBytes) -> KeyFile:
    """Return the keys so that ``key``, which this computer keeps in a file, opens them for their owner every day.

    It takes the place of their passphrase, and of the keychain, which would add nothing to it.
    """
    rest = without(keys, opened, PASSPHRASE, KEYCHAIN, UNPROTECTED)
    return replace(rest, slots=(kept_slot(opened, UNPROTECTED, key, random_bytes), *rest.slots))


def without(keys: KeyFile, opened: OpenedKeys, *kinds: str) -> KeyFile:
    """Return the keys without the slots of these types that belong to whoever opened them; others' stay."""
    left = tuple(slot for slot in keys.slots if slot.owner != opened.owner or slot.type not in kinds)
    return replace(keys, slots=left)


def unlock_by_keychain(keys: KeyFile, name: str, key: bytes) -> OpenedKeys:
    """Open with a key that the keychain kept under ``name``; raises ``DiaryError("keychain_key_wrong")``."""
    for slot in keys.of_type(KEYCHAIN):
        opened = opened_by_key(keys.diary_id, slot, key) if slot.id == name else None
        if opened is not None:
            return opened
    raise DiaryError("keychain_key_wrong")


def shown_recovery_code(keys: KeyFile, opened: OpenedKeys) -> str:
    """Return the recovery code of whoever opened the diary; raises ``DiaryError("keys_damaged")``."""
    for slot in keys.of_type(RECOVERY, opened.owner):
        return code_in(slot, opened)
    raise DiaryError("keys_damaged")


def _code_or_none(secret: str) -> str | None:
    try:
        return parsed_code(secret)
    except DiaryError:
        return None


def _first_opened(
    keys: KeyFile, kind: str, opening: Callable[[Slot], OpenedKeys | None], faults: list[DiaryError]
) -> OpenedKeys | None:
    """Try every slot, since one that is damaged must not shut the others out; ``faults`` gathers what was wrong."""
    for slot in keys.of_type(kind):
        try:
            opened = opening(slot)
        except DiaryError as fault:
            faults.append(fault)
        else:
            if opened is not None:
                return opened
    return None


def _refusal(keys: KeyFile, secret: str, code: str | None) -> DiaryError:
    if not keys.is_intact:
        return DiaryError("keys_damaged")
    if code is not None:
        return DiaryError("wrong_recovery_code")
    if looks_like_code(secret):
        return DiaryError("recovery_code_mistyped")
    return DiaryError("wrong_passphrase" if keys.of_type(PASSPHRASE) else "wrong_recovery_code")
