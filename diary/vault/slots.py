"""Slots: each wraps a diary's keys for one owner and one way in, so that a new passphrase never rewrites the diary."""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.vault.passphrases import SALT_BYTES, Argon2Cost, passphrase_key
from diary.vault.recovery_codes import parsed_code
from diary.vault.sealing import KEY_BYTES, key_for, sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.vault.sealing import RandomBytes

PASSPHRASE, RECOVERY, KEYCHAIN, UNPROTECTED = "passphrase", "recovery", "keychain", "unprotected"

_SLOT_ID_BYTES = 8


@dataclass(frozen=True, slots=True)
class Slot:
    """One way in for one owner (a recorder's id); a type of a newer version is kept as it is.

    ``parameters`` are what its type needs beside the secret; they, diary, id, owner and type are bound to ``wrapped``.
    """

    id: str
    owner: str
    type: str
    parameters: Mapping[str, str | int]
    wrapped: bytes


@dataclass(frozen=True, slots=True)
class OpenedKeys:
    """What a slot gave: the diary's key and, through a slot of the person's own, the key to their sealed notes.

    ``slot`` is the one that opened; None where the keys have just been made.
    """

    diary_id: str
    owner: str
    data_key: bytes = field(repr=False)
    person_key: bytes | None = field(repr=False)
    slot: Slot | None = field(default=None, repr=False, compare=False)


def passphrase_slot(opened: OpenedKeys, passphrase: str, cost: Argon2Cost, random_bytes: RandomBytes) -> Slot:
    """Wrap the opened keys for their owner under a passphrase."""
    salt = random_bytes(SALT_BYTES)
    parameters: dict[str, str | int] = {
        "salt": in_text(salt),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
    }
    return _wrapped(opened, PASSPHRASE, parameters, passphrase_key(passphrase, salt, cost), random_bytes)


def recovery_slot(opened: OpenedKeys, code: str, random_bytes: RandomBytes) -> Slot:
    """Wrap the opened keys for their owner under a recovery code, and it under them, so that it can be shown again."""
    salt = random_bytes(SALT_BYTES)
    code_seal = sealed(_code_key(opened), code.encode(), _code_bound_to(opened), random_bytes)
    parameters: dict[str, str | int] = {"salt": in_text(salt), "code": in_text(code_seal)}
    return _wrapped(opened, RECOVERY, parameters, _recovery_key(code, salt), random_bytes)


def kept_slot(opened: OpenedKeys, kind: str, key: bytes, random_bytes: RandomBytes) -> Slot:
    """Wrap the opened keys for their owner under a key kept elsewhere: by the keychain, or (``UNPROTECTED``) a file."""
    return _wrapped(opened, kind, {}, key, random_bytes)


def opened_by_passphrase(diary_id: str, slot: Slot, passphrase: str) -> OpenedKeys | None:
    """Return the keys, None with another passphrase; raises ``keys_unreasonable`` and ``keys_damaged``."""
    numbers = [slot.parameters.get(name) for name in ("memory_kib", "passes", "lanes")]
    memory_kib, passes, lanes = (_whole_number(number) for number in numbers)
    key = passphrase_key(passphrase, _salt(slot), Argon2Cost(memory_kib, passes, lanes))
    return _unwrapped(diary_id, slot, key)


def opened_by_code(diary_id: str, slot: Slot, code: str) -> OpenedKeys | None:
    """Return the keys, None with another code (as ``parsed_code`` gives it); raises ``keys_damaged``."""
    return _unwrapped(diary_id, slot, _recovery_key(code, _salt(slot)))


def opened_by_key(diary_id: str, slot: Slot, key: bytes) -> OpenedKeys | None:
    """Return the keys of a slot whose key is kept elsewhere, None with another key."""
    return _unwrapped(diary_id, slot, key)


def code_in(slot: Slot, opened: OpenedKeys) -> str:
    """Return the recovery code that a slot of the same owner keeps; raises ``DiaryError("keys_damaged")``."""
    code = unsealed(_code_key(opened), from_text(slot.parameters.get("code")), _code_bound_to(opened))
    if code is None:
        raise DiaryError("keys_damaged")
    return parsed_code(code.decode())


def in_text(value: bytes) -> str:
    """Write bytes as a key file holds them."""
    return base64.b64encode(value).decode()


def from_text(value: object) -> bytes:
    """Read bytes of a key file; raises ``DiaryError("keys_damaged")``."""
    try:
        return base64.b64decode(value if isinstance(value, str) else "?", validate=True)
    except (binascii.Error, ValueError) as fault:
        raise DiaryError("keys_damaged") from fault


def _wrapped(
    opened: OpenedKeys, kind: str, parameters: dict[str, str | int], key: bytes, random_bytes: RandomBytes
) -> Slot:
    slot = Slot(random_bytes(_SLOT_ID_BYTES).hex(), opened.owner, kind, parameters, b"")
    keys = opened.data_key + (opened.person_key or b"")
    wrapped = sealed(key, keys, _bound_to(opened.diary_id, slot), random_bytes)
    return Slot(slot.id, slot.owner, kind, parameters, wrapped)


def _unwrapped(diary_id: str, slot: Slot, key: bytes) -> OpenedKeys | None:
    keys = unsealed(key, slot.wrapped, _bound_to(diary_id, slot))
    if keys is None:
        return None
    return OpenedKeys(diary_id, slot.owner, keys[:KEY_BYTES], keys[KEY_BYTES:] or None, slot)


def _bound_to(diary_id: str, slot: Slot) -> bytes:
    """What a slot is good for: moved to another diary or owner, or with any parameter changed, it stays shut."""
    words = {
        "diary": diary_id,
        "id": slot.id,
        "owner": slot.owner,
        "type": slot.type,
        "parameters": dict(slot.parameters),
    }
    return json.dumps(words, sort_keys=True, separators=(",", ":")).encode()


def _recovery_key(code: str, salt: bytes) -> bytes:
    return key_for("recovery slot", code.encode(), salt)


def _code_key(opened: OpenedKeys) -> bytes:
    # The person's code opens their sealed notes too: under the data key a carer could read it and, through it, those.
    return key_for("recovery code", opened.person_key or opened.data_key)


def _code_bound_to(opened: OpenedKeys) -> bytes:
    return json.dumps([opened.diary_id, opened.owner]).encode()


def _salt(slot: Slot) -> bytes:
    return from_text(slot.parameters.get("salt"))


def _whole_number(value: object) -> int:
    if not isinstance(value, int):
        raise DiaryError("keys_damaged")
    return value
