from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.vault.key_file import FILE_NAME, OLD_NAME, from_bytes, load_keys, save_keys, settle_keys, to_bytes
from diary.vault.keys import KeyFile, unlock, with_passphrase_changed
from tests.files.faults import failing
from tests.vault.builders import CHEAP, chance, made

KEYS, CODE, OPENED = made("old words")
NEW = with_passphrase_changed(KEYS, OPENED, PERSON, "new words", random_bytes=chance(2), cost=CHEAP)
OLD_BYTES, NEW_BYTES = to_bytes(KEYS), to_bytes(NEW)


def proven() -> None:
    """The diary opens."""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def cut_short(folder: Path, new: bytes | None = NEW_BYTES, old: bytes | None = OLD_BYTES) -> None:
    """Leave the files of a change that a power cut stopped."""
    if new is not None:
        (folder / FILE_NAME).write_bytes(new)
    if old is not None:
        (folder / OLD_NAME).write_bytes(old)


def edited(**values: object) -> bytes:
    return json.dumps({**json.loads(OLD_BYTES), **values}).encode()


def edited_slot(**values: object) -> bytes:
    slots = json.loads(OLD_BYTES)["slots"]
    return edited(slots=[{**slots[0], **values}, *slots[1:]])


def flipped(data: bytes, at: int) -> bytes:
    return bytes([*data[:at], data[at] ^ 1, *data[at + 1 :]])


def read_slug(data: bytes) -> str:
    with pytest.raises(DiaryError) as caught:
        from_bytes(data)
    return caught.value.slug


def test_keys_come_back_as_they_were_written() -> None:
    assert from_bytes(OLD_BYTES) == KEYS
    assert from_bytes(OLD_BYTES).is_intact
    assert len(OLD_BYTES) < 1_000


def test_no_secret_is_in_the_file() -> None:
    text = OLD_BYTES.decode()
    for secret in ("old words", CODE, CODE.replace("-", ""), OPENED.data_key.hex()):
        assert secret not in text


def test_the_format_is_the_one_that_old_diaries_have() -> None:
    """A diary made by this version must open for ever: these bytes never change."""
    released = Path(__file__).with_name("keys_format_1.json").read_bytes()
    assert unlock(from_bytes(released), "old words") == OPENED
    assert unlock(from_bytes(released), CODE) == OPENED
    assert from_bytes(released).is_intact


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 800,
        b"\xff",
        b"[]",
        b"[" * 60_000,
        OLD_BYTES[:-1],
        OLD_BYTES[:400],
        edited(format=0),
        edited(format="1"),
        edited(format=None),
        edited(diary=None),
        edited(diary=""),
        edited(diary="../elsewhere"),
        edited(diary="a" * 65),
        edited(slots={}),
        edited(slots=[]),
        edited(slots=["slot"]),
        edited_slot(id=1),
        edited_slot(owner=None),
        edited_slot(type=[]),
        edited_slot(parameters=[]),
        edited_slot(parameters={"passes": 1.5}),
        edited_slot(wrapped=None),
        edited_slot(wrapped="not base 64"),
    ],
)
def test_what_is_no_key_file_is_damaged(data: bytes) -> None:
    assert read_slug(data) == "keys_damaged"


def test_a_newer_format_is_said_before_anything_else_is_looked_at() -> None:
    assert read_slug(edited(format=2)) == "keys_newer"
    assert read_slug(b'{"format": 2}') == "keys_newer"


def test_a_file_too_large_to_be_ours_is_not_even_tried() -> None:
    assert read_slug(b" " * 70_000) == "keys_unreasonable"
    assert read_slug(edited(slots=json.loads(OLD_BYTES)["slots"] * 17)) == "keys_unreasonable"


@given(st.integers(0, len(OLD_BYTES) - 1))
def test_a_flipped_bit_is_never_called_a_wrong_passphrase(at: int) -> None:
    try:
        keys = from_bytes(flipped(OLD_BYTES, at))
        unlock(keys, "never set")
    except DiaryError as refused:
        slug = refused.slug
    assert slug in ("keys_damaged", "keys_newer", "keys_unreasonable")


def test_a_flipped_bit_in_one_slot_leaves_the_other_ways_in() -> None:
    at = OLD_BYTES.index(b'"wrapped": "') + 30
    damaged = from_bytes(flipped(OLD_BYTES, at))
    assert not damaged.is_intact
    assert unlock(damaged, CODE) == OPENED


@given(st.binary())
def test_no_bytes_are_a_crash(data: bytes) -> None:
    assert read_slug(data) == "keys_damaged"


def test_a_diary_without_keys_is_told_from_one_with_damaged_ones(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="keys_missing"):
        load_keys(tmp_path)
    (tmp_path / FILE_NAME).write_bytes(b"")
    with pytest.raises(DiaryError, match="keys_damaged"):
        load_keys(tmp_path)


def test_keys_that_cannot_be_read_are_not_called_missing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with pytest.raises(DiaryError, match="file_unreadable"):
        load_keys(tmp_path)
    with pytest.raises(DiaryError, match="file_unreadable"):
        save_keys(tmp_path, NEW, proven)


def test_saved_keys_are_one_file(tmp_path: Path) -> None:
    save_keys(tmp_path, KEYS, proven)
    assert load_keys(tmp_path) == KEYS
    save_keys(tmp_path, NEW, proven)
    assert load_keys(tmp_path) == NEW
    assert names(tmp_path) == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_keys_are_for_their_own_account_alone_the_old_ones_too(tmp_path: Path) -> None:
    modes: set[int] = set()

    def look() -> None:
        modes.update(path.stat().st_mode & 0o777 for path in tmp_path.iterdir())

    save_keys(tmp_path, KEYS, look)
    save_keys(tmp_path, NEW, look)
    assert modes == {0o600}


def test_the_old_keys_are_there_until_the_new_ones_opened_the_diary(tmp_path: Path) -> None:
    seen: list[tuple[KeyFile, KeyFile]] = []

    def look() -> None:
        seen.append((from_bytes((tmp_path / FILE_NAME).read_bytes()), from_bytes((tmp_path / OLD_NAME).read_bytes())))

    save_keys(tmp_path, KEYS, proven)
    save_keys(tmp_path, NEW, look)
    assert seen == [(NEW, KEYS)]


def test_keys_that_do_not_open_the_diary_are_taken_back(tmp_path: Path) -> None:
    def refused() -> None:
        raise DiaryError("wrong_passphrase")

    with pytest.raises(DiaryError, match="wrong_passphrase"):
        save_keys(tmp_path, KEYS, refused)
    assert names(tmp_path) == []
    save_keys(tmp_path, KEYS, proven)
    with pytest.raises(DiaryError, match="wrong_passphrase"):
        save_keys(tmp_path, NEW, refused)
    assert load_keys(tmp_path) == KEYS
    assert names(tmp_path) == [FILE_NAME]


def test_old_keys_that_cannot_be_removed_are_settled_at_the_next_opening(tmp_path: Path) -> None:
    save_keys(tmp_path, KEYS, proven)
    with failing("unlink", errno.EIO, when=2):
        save_keys(tmp_path, NEW, proven)
    assert names(tmp_path) == [FILE_NAME, OLD_NAME]
    assert settle_keys(tmp_path, unlock(load_keys(tmp_path), "new words")) == NEW
    assert names(tmp_path) == [FILE_NAME]


def test_when_the_old_keys_cannot_be_put_back_both_secrets_open(tmp_path: Path) -> None:
    def refused() -> None:
        raise KeyboardInterrupt

    save_keys(tmp_path, KEYS, proven)
    with failing("replace", errno.EIO, when=2), pytest.raises(KeyboardInterrupt):
        save_keys(tmp_path, NEW, refused)
    assert unlock(load_keys(tmp_path), "old words") == unlock(load_keys(tmp_path), "new words")


@pytest.mark.parametrize("call", ["open", "write", "fsync"])
@pytest.mark.parametrize("when", range(6))
def test_a_full_disk_at_any_step_shuts_nobody_out(tmp_path: Path, call: str, when: int) -> None:
    save_keys(tmp_path, KEYS, proven)
    try:
        with failing(call, errno.ENOSPC, when=when):
            save_keys(tmp_path, NEW, proven)
    except DiaryError as refused:
        kept = unlock(load_keys(tmp_path), "old words")
        slug = refused.slug
    else:
        kept = unlock(load_keys(tmp_path), "new words")
        slug = "disk_full"
    assert kept == OPENED
    assert slug == "disk_full"


def test_a_disk_that_gives_back_something_else_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_keys(tmp_path, KEYS, proven)
    real = Path.read_bytes

    def stale(path: Path) -> bytes:
        return OLD_BYTES if path.name == FILE_NAME else real(path)

    monkeypatch.setattr(Path, "read_bytes", stale)
    with pytest.raises(DiaryError, match="keys_damaged"):
        save_keys(tmp_path, NEW, proven)


@pytest.mark.parametrize("new", [None, b"", NEW_BYTES[:100]])
def test_torn_keys_fall_back_to_the_old_ones_which_then_stay(tmp_path: Path, new: bytes | None) -> None:
    cut_short(tmp_path, new)
    keys = load_keys(tmp_path)
    assert settle_keys(tmp_path, unlock(keys, "old words")) == KEYS
    assert (tmp_path / FILE_NAME).read_bytes() == OLD_BYTES
    assert names(tmp_path) == [FILE_NAME]


@pytest.mark.parametrize(("secret", "stays"), [("old words", KEYS), ("new words", NEW), (CODE, NEW)])
def test_after_a_change_cut_short_either_secret_opens_and_decides(tmp_path: Path, secret: str, stays: KeyFile) -> None:
    cut_short(tmp_path)
    opened = unlock(load_keys(tmp_path), secret)
    assert opened == OPENED
    assert settle_keys(tmp_path, opened) == stays
    assert names(tmp_path) == [FILE_NAME]


def test_of_two_files_with_the_same_slot_the_undamaged_one_stays(tmp_path: Path) -> None:
    cut_short(tmp_path, flipped(NEW_BYTES, NEW_BYTES.index(b'"wrapped": "') + 30))
    opened = unlock(load_keys(tmp_path), CODE)
    assert settle_keys(tmp_path, opened) == KEYS
    assert load_keys(tmp_path).is_intact


def test_a_damaged_file_that_alone_opens_is_not_thrown_away(tmp_path: Path) -> None:
    damaged = flipped(NEW_BYTES, NEW_BYTES.rindex(b'"wrapped": "') + 30)
    cut_short(tmp_path, damaged)
    settle_keys(tmp_path, unlock(load_keys(tmp_path), "new words"))
    assert (tmp_path / FILE_NAME).read_bytes() == damaged


def test_damaged_old_keys_do_not_stand_in_the_way(tmp_path: Path) -> None:
    cut_short(tmp_path, old=b"torn")
    assert load_keys(tmp_path) == NEW
    assert settle_keys(tmp_path, unlock(NEW, "new words")) == NEW
    assert names(tmp_path) == [FILE_NAME]


def test_old_keys_of_another_diary_open_nothing(tmp_path: Path) -> None:
    cut_short(tmp_path, old=to_bytes(made("strange", diary_id="d2")[0]))
    assert load_keys(tmp_path) == NEW


def test_newer_keys_are_not_passed_over_for_old_ones(tmp_path: Path) -> None:
    cut_short(tmp_path, new=b'{"format": 2}')
    with pytest.raises(DiaryError, match="keys_newer"):
        load_keys(tmp_path)


def test_there_is_nothing_to_settle_after_a_whole_change(tmp_path: Path) -> None:
    save_keys(tmp_path, KEYS, proven)
    assert settle_keys(tmp_path, unlock(KEYS, "old words")) == KEYS
