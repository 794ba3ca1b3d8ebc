"""A key file that goes while the diary is open: nobody could open it again, and no backup could be made either."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.app import automatic_backups, carer_keys, diaries, elsewhere, journal, keeping, ways_in
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.vault import key_file
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, a_carer, sams_diary

OTHER, CARERS = "four other small words", "words of the carer"


@pytest.fixture
def diary(tmp_path: Path) -> OpenDiary:
    made = sams_diary(tmp_path, World())
    journal.give_score(made, DAY, MOOD, 4)
    return made


def opens(diary: OpenDiary, secret: str) -> bool:
    try:
        diaries.close(diaries.open_diary(diary.folder, secret, diary.computer))
    except DiaryError:
        return False
    return True


@pytest.mark.parametrize("left", [None, b"", b'{"format": 1, "slots"'])
def test_it_is_put_back_when_the_diary_is_closed(diary: OpenDiary, left: bytes | None) -> None:
    keys = diary.folder / key_file.FILE_NAME
    keys.unlink()
    if left is not None:
        keys.write_bytes(left)
    diaries.close(diary)
    assert opens(diary, PASSPHRASE)


def test_what_is_put_back_is_what_opened_the_diary_last(diary: OpenDiary) -> None:
    old_code = diaries.recovery_code(diary)
    diaries.change_passphrase(diary, OTHER, cost=CHEAP)
    carer = a_carer(diary, "Alex")
    carer_keys.give_passphrase(diary, carer, CARERS, cost=CHEAP)
    carer_keys.take_passphrase(diary, carer)
    code = ways_in.new_recovery_code(diary)
    (diary.folder / key_file.FILE_NAME).unlink()
    diaries.close(diary)
    assert [opens(diary, secret) for secret in (OTHER, code)] == [True, True]
    assert [opens(diary, secret) for secret in (old_code, PASSPHRASE, CARERS)] == [False, False, False]


def test_backups_are_made_all_the_same_and_can_be_opened(diary: OpenDiary, tmp_path: Path) -> None:
    (diary.folder / key_file.FILE_NAME).unlink()
    assert automatic_backups.keep(diary, lambda: True).problem == ""
    (diary.folder / key_file.FILE_NAME).unlink()
    backup = keeping.back_up(diary)
    diaries.close(diary)
    keeping.restore(backup, tmp_path / "Back.alongside", PASSPHRASE, diary.computer)


def test_a_copy_elsewhere_needs_nothing_of_a_folder_that_is_gone(diary: OpenDiary, tmp_path: Path) -> None:
    gone = diary.folder.rename(tmp_path / "gone")
    with pytest.raises(DiaryError, match="folder_missing"):
        journal.give_score(diary, DAY, PAIN, 6)
    target = tmp_path / "stick" / "S.alongside-backup"
    target.parent.mkdir()
    elsewhere.save_copy(diary, target, lambda copy: journal.give_score(copy, DAY, PAIN, 6))
    assert [file.name for file in target.parent.iterdir()] == [target.name]
    assert not diary.folder.exists()
    gone.rename(diary.folder)
    diaries.close(diary)
    keeping.restore(target, tmp_path / "Back.alongside", PASSPHRASE, diary.computer)
    back = diaries.open_diary(tmp_path / "Back.alongside", PASSPHRASE, diary.computer)
    assert {value.value for value in journal.day_page(back, DAY).day.values.values()} == {4, 6}
    diaries.close(back)


def test_keys_that_another_program_changed_are_left_as_they_are(diary: OpenDiary) -> None:
    """Only what can't be read is put back: a passphrase changed on another computer must not change back."""
    keys = diary.folder / key_file.FILE_NAME
    before = keys.read_bytes()
    diaries.change_passphrase(diary, OTHER, cost=CHEAP)
    keys.write_bytes(before)
    diaries.close(diary)
    assert keys.read_bytes() == before
