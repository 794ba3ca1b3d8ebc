"""Old backups open with the secrets of their time until the person has them sealed anew."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from diary.app import automatic_backups, diaries, journal, keeping, resealing, ways_in
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from tests.files.faults import failing
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, new_diary

NEW = "other words"


@pytest.fixture
def diary(tmp_path: Path) -> OpenDiary:
    """One with an automatic backup, its copy in a second folder, and a backup made by hand."""
    diary, _ = new_diary(tmp_path, World())
    journal.give_score(diary, DAY, "pain", 6)
    second = tmp_path / "second"
    second.mkdir()
    automatic_backups.choose_second_folder(diary, second)
    automatic_backups.keep(diary, lambda: True)
    (second / "Sam’s other diary.alongside-backup").write_bytes(b"not ours")
    keeping.back_up(diary)
    return diary


def opens(diary: OpenDiary, backup: Path, secret: str) -> bool:
    try:
        return keeping.look_into(backup, diary.folder, secret, diary.computer).days == 1
    except DiaryError as fault:
        assert fault.slug == "wrong_passphrase"  # noqa: PT017 - the other answer to the same question
        return False


def test_a_new_passphrase_opens_old_backups_once_they_are_sealed_anew(diary: OpenDiary) -> None:
    assert resealing.backups_of_old_secrets(diary) == ()
    diaries.change_passphrase(diary, NEW, cost=CHEAP)
    old = resealing.backups_of_old_secrets(diary)
    assert len(old) == 3
    assert all(opens(diary, one, PASSPHRASE) and not opens(diary, one, NEW) for one in old)
    made_at = [backup.made_at for backup in keeping.backups_of(diary.folder)]
    for one in old:
        resealing.reseal(diary, one)
    assert all(opens(diary, one, NEW) and not opens(diary, one, PASSPHRASE) for one in old)
    assert resealing.backups_of_old_secrets(diary) == ()
    assert [backup.made_at for backup in keeping.backups_of(diary.folder)] == made_at
    diaries.close(diary)


def test_the_keychain_is_no_reason_to_seal_a_backup_anew(diary: OpenDiary) -> None:
    ways_in.add_keychain(diary)
    assert resealing.backups_of_old_secrets(diary) == ()
    ways_in.new_recovery_code(diary)
    assert len(resealing.backups_of_old_secrets(diary)) == 3
    diaries.close(diary)


def test_a_damaged_backup_is_left_as_it_is(diary: OpenDiary) -> None:
    diaries.change_passphrase(diary, NEW, cost=CHEAP)
    backup = resealing.backups_of_old_secrets(diary)[0]
    content = bytearray(backup.read_bytes())
    content[5000] ^= 1
    backup.write_bytes(content)
    with pytest.raises(DiaryError, match="backup_damaged"):
        resealing.reseal(diary, backup)
    assert backup.read_bytes() == content
    assert [file.name for file in backup.parent.iterdir() if file.name.startswith(".")] == []
    diaries.close(diary)


def test_a_full_disk_leaves_it_as_it_is(diary: OpenDiary) -> None:
    diaries.change_passphrase(diary, NEW, cost=CHEAP)
    backup = resealing.backups_of_old_secrets(diary)[0]
    before = backup.read_bytes()
    with failing("fsync", errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
        resealing.reseal(diary, backup)
    assert backup.read_bytes() == before
    assert [file.name for file in backup.parent.iterdir() if file.name.startswith(".")] == []
    diaries.close(diary)
