"""What opens a diary can be added, changed and taken away, and never so that nothing opens it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from diary.app import diaries, ways_in
from diary.app.opened import OpenDiary
from diary.app.values import WaysIn
from diary.domain.errors import DiaryError
from diary.vault.unprotected import key_path
from tests.files.faults import failing
from tests.storage.builders import CHEAP, PASSPHRASE, World, new_diary
from tests.vault.builders import MemoryKeychain


def keychain_of(diary: OpenDiary) -> MemoryKeychain:
    keychain = diary.computer.keychain
    assert isinstance(keychain, MemoryKeychain)
    return keychain


def reopened(diary: OpenDiary, secret: str | ways_in.KeychainKey | None) -> OpenDiary:
    diaries.close(diary)
    return diaries.open_diary(diary.folder, secret, diary.computer)


def refusal(diary: OpenDiary, secret: str | ways_in.KeychainKey | None) -> str:
    with pytest.raises(DiaryError) as caught:
        diaries.open_diary(diary.folder, secret, diary.computer)
    return caught.value.slug


def test_a_new_recovery_code_opens_and_the_old_one_no_longer(tmp_path: Path) -> None:
    diary, old = new_diary(tmp_path, World())
    code = ways_in.new_recovery_code(diary)
    assert diaries.recovery_code(diary) == code
    again = reopened(diary, code)
    assert ways_in.ways_in(again) == WaysIn(passphrase=True, used_code=True)
    diaries.close(again)
    assert refusal(again, old) == "wrong_recovery_code"


def test_the_keychain_opens_without_typing_and_a_copy_elsewhere_stays_closed(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World())
    ways_in.keep_in_keychain(diary.computer, ways_in.add_keychain(diary))
    assert ways_in.ways_in(diary) == WaysIn(passphrase=True, keychain=True)
    assert diaries.needs_secret(diary.folder, diary.computer), "the keychain may be locked or gone"
    names = ways_in.keychain_names(diary.folder)
    diary = reopened(diary, ways_in.from_keychain(diary.computer, names))
    diary = reopened(diary, PASSPHRASE)
    ways_in.forget_in_keychain(diary.computer, ways_in.remove_keychain(diary))
    assert keychain_of(diary).keys == {}
    assert ways_in.ways_in(diary) == WaysIn(passphrase=True)
    with pytest.raises(DiaryError, match="keychain_empty"):
        ways_in.from_keychain(diary.computer, names)
    diaries.close(diary)


def test_a_key_of_the_keychain_that_was_taken_away_opens_nothing(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World())
    made = ways_in.add_keychain(diary)
    ways_in.remove_keychain(diary)
    diaries.close(diary)
    assert refusal(diary, made) == "keychain_key_wrong"


def test_without_a_passphrase_the_computer_opens_and_with_one_again_it_does_not(tmp_path: Path) -> None:
    diary, code = new_diary(tmp_path, World())
    made = ways_in.add_keychain(diary)
    ways_in.keep_in_keychain(diary.computer, made)
    assert ways_in.go_unprotected(diary) == (made.name,)
    assert ways_in.go_unprotected(diary) == ()
    diary = reopened(diary, None)
    assert ways_in.ways_in(diary) == WaysIn(passphrase=False, unprotected=True)
    diary = reopened(diary, code)
    diaries.change_passphrase(diary, "other words", cost=CHEAP)
    assert not key_path(diary.computer.configuration_folder, diary.keys.diary_id).exists()
    diary = reopened(diary, "other words")
    diaries.close(diary)
    assert refusal(diary, PASSPHRASE) == "wrong_passphrase"


@pytest.mark.parametrize("when", range(8))
def test_a_full_disk_in_any_moment_of_a_change_leaves_the_old_ways_in(tmp_path: Path, when: int) -> None:
    diary, code = new_diary(tmp_path, World())
    for change in (ways_in.new_recovery_code, ways_in.add_keychain, ways_in.go_unprotected):
        with failing("fsync", errno.ENOSPC, when=when):
            try:
                change(diary)
            except DiaryError as fault:
                assert fault.slug == "disk_full"  # noqa: PT017 - some moments come after all is done
            else:
                break
        diary = reopened(diary, PASSPHRASE)
        diary = reopened(diary, code)
    diaries.close(diary)
