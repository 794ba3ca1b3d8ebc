"""``keys.json`` on disk: its format, and a change of it that can't shut anybody out."""

from __future__ import annotations

import hashlib
import json
import re
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import read_whole, remove_whole, replace_whole, write_whole
from diary.vault.keys import KeyFile
from diary.vault.slots import Slot, from_text, in_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.vault.slots import OpenedKeys

FILE_NAME = "keys.json"
OLD_NAME = "keys.json.bak"
FORMAT = 1

_MOST_BYTES = 64 * 1024
_MOST_SLOTS = 32
_DIARY_ID = re.compile(r"[0-9A-Za-z-]{1,64}")


def to_bytes(keys: KeyFile) -> bytes:
    """Write keys as text, with a sum that tells a damaged file from a wrong secret."""
    values = {"format": FORMAT, "diary": keys.diary_id, "slots": [_slot_values(slot) for slot in keys.slots]}
    return json.dumps({**values, "sum": _sum(values)}, indent=1).encode()


def from_bytes(data: bytes) -> KeyFile:
    """Read keys; raises ``DiaryError``: ``keys_newer``, ``keys_damaged``, ``keys_unreasonable`` (not ours by size)."""
    if len(data) > _MOST_BYTES:
        raise DiaryError("keys_unreasonable")
    values = _object(_parsed(data))
    number = values.get("format")
    if isinstance(number, int) and number > FORMAT:
        raise DiaryError("keys_newer")
    diary_id, slots = _text(values.get("diary")), values.get("slots")
    # The id is part of a file's name for a diary without a passphrase, so it must not lead elsewhere.
    if number != FORMAT or not _DIARY_ID.fullmatch(diary_id) or not isinstance(slots, list) or not slots:
        raise DiaryError("keys_damaged")
    if len(slots) > _MOST_SLOTS:
        raise DiaryError("keys_unreasonable")
    is_intact = values.pop("sum", None) == _sum(values)
    return KeyFile(diary_id, tuple(_slot(_object(slot)) for slot in slots), is_intact)


def load_keys(folder: Path) -> KeyFile:
    """Read the keys of the diary in ``folder``; when a change was cut short, the ways in of before are among them.

    Raises ``DiaryError``: ``keys_missing``, ``file_unreadable``, and as ``from_bytes``.
    """
    old = _read_or_none(folder / OLD_NAME)
    try:
        new = from_bytes(read_whole(folder / FILE_NAME))
    except DiaryError as fault:
        if old is not None and fault.slug in ("file_missing", "keys_damaged"):
            return old
        raise DiaryError("keys_missing") if fault.slug == "file_missing" else fault from None
    return new if old is None else _together(new, old)


def save_keys(folder: Path, new: KeyFile, proof: Callable[[], None]) -> None:
    """Put ``new`` in place of the keys in ``folder``; the old ones stay until ``proof`` has opened the diary with it.

    When ``proof`` or the disk fails before that, the old keys are back and the fault is raised: what ``proof`` raises,
    or as ``write_whole`` and ``read_whole``. What can't be tidied up after either is left to ``settle_keys``.
    """
    path, old_path = folder / FILE_NAME, folder / OLD_NAME
    old = _present(path)
    if old is not None:
        write_whole(old_path, old)
    try:
        write_whole(path, to_bytes(new))
        _check_read_back(path, new)
        proof()
    except BaseException:
        with suppress(DiaryError):
            if old is not None:
                replace_whole(old_path, path)
            else:
                remove_whole(path)
        raise
    with suppress(DiaryError):
        remove_whole(old_path)


def settle_keys(folder: Path, opened: OpenedKeys) -> KeyFile:
    """Finish a change that was cut short, once the diary is open: the file whose slot opened it stays."""
    path, old_path = folder / FILE_NAME, folder / OLD_NAME
    if old_path.exists():
        if _stays(opened, _read_or_none(path), _read_or_none(old_path)):
            remove_whole(old_path)
        else:
            replace_whole(old_path, path)
    return load_keys(folder)


def _present(path: Path) -> bytes | None:
    try:
        return read_whole(path)
    except DiaryError as fault:
        if fault.slug != "file_missing":
            raise
        return None


def _read_or_none(path: Path) -> KeyFile | None:
    try:
        return from_bytes(read_whole(path))
    except DiaryError:
        return None


def _together(new: KeyFile, old: KeyFile) -> KeyFile:
    """Let either secret in: whoever was cut off while changing a passphrase can't know which one counts."""
    if old.diary_id != new.diary_id:
        return new
    return replace(new, slots=(*new.slots, *(slot for slot in old.slots if slot not in new.slots)))


def _stays(opened: OpenedKeys, new: KeyFile | None, old: KeyFile | None) -> bool:
    if new is None or opened.slot not in new.slots:
        return False
    return new.is_intact or old is None or opened.slot not in old.slots


def _check_read_back(path: Path, expected: KeyFile) -> None:
    if from_bytes(read_whole(path)) != expected:
        raise DiaryError("keys_damaged")


def _slot_values(slot: Slot) -> dict[str, object]:
    return {
        "id": slot.id,
        "owner": slot.owner,
        "type": slot.type,
        "parameters": dict(slot.parameters),
        "wrapped": in_text(slot.wrapped),
    }


def _slot(values: dict[str, object]) -> Slot:
    parameters: dict[str, str | int] = {}
    for name, value in _object(values.get("parameters")).items():
        if not isinstance(value, str | int):
            raise DiaryError("keys_damaged")
        parameters[name] = value
    return Slot(
        id=_text(values.get("id")),
        owner=_text(values.get("owner")),
        type=_text(values.get("type")),
        parameters=parameters,
        wrapped=from_text(values.get("wrapped")),
    )


def _parsed(data: bytes) -> object:
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise DiaryError("keys_damaged") from fault


def _object(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise DiaryError("keys_damaged")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise DiaryError("keys_damaged")
    return value


def _sum(values: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(values, sort_keys=True).encode()).hexdigest()[:16]
