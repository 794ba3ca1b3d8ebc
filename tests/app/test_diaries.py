"""Making, opening and closing diaries: nothing half made stays behind, and no two copies write under one number."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

import pytest

from diary.app import carers, diaries, journal, looking_back
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.files import preferences
from diary.storage import tables
from diary.storage.revisions import FieldChange
from diary.storage.store import DIARY_FILE, Store
from diary.vault import key_file, unprotected
from tests.files.faults import failing
from tests.storage.builders import (
    CHEAP,
    DAY,
    PASSPHRASE,
    World,
    a_carer,
    all_revisions,
    computer,
    contents,
    new_diary,
    sams_code,
    sams_diary,
)


def kept_keys(tmp_path: Path) -> list[str]:
    return [file.name for file in (tmp_path / "config").rglob("*.key")]


@pytest.mark.parametrize("passphrase", [PASSPHRASE, None])
def test_a_new_diary_opens_again_with_what_it_was_made_with(tmp_path: Path, passphrase: str | None) -> None:
    diary, code = new_diary(tmp_path, World(), passphrase=passphrase)
    journal.give_score(diary, DAY, PAIN, 6)
    diaries.close(diary)
    assert diaries.needs_secret(diary.folder, diary.computer) is (passphrase is not None)
    for secret in (passphrase, code):
        again = diaries.open_diary(diary.folder, secret, diary.computer)
        assert looking_back.extract(again).person.name == "Sam"
        assert journal.day_page(again, DAY).day.value(PAIN) is not None
        diaries.close(again)


def test_a_diary_whose_key_is_on_another_computer_asks_for_its_recovery_code(tmp_path: Path) -> None:
    diary, code = new_diary(tmp_path, World(), passphrase=None)
    diaries.close(diary)
    elsewhere = computer(tmp_path / "another computer", World())
    assert diaries.needs_secret(diary.folder, elsewhere)
    diaries.close(diaries.open_diary(diary.folder, code, elsewhere))
    known = preferences.load(elsewhere.configuration_folder).diaries
    assert [one.opens_by_itself for one in known] == [False]


def disk_is_full(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


@pytest.mark.parametrize("passphrase", [PASSPHRASE, None])
@pytest.mark.parametrize("fails", ["the file", "its keys", "the first words", "this computer's choices"])
def test_a_diary_that_could_not_be_made_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, passphrase: str | None, fails: str
) -> None:
    """A key that stayed in the configuration folder would be a riddle for ever, and a held lock block the next try."""
    owner, name = {
        "the file": (Store, "create"),
        "its keys": (key_file, "save_keys"),
        "the first words": (Store, "write"),
        "this computer's choices": (preferences, "change"),
    }[fails]
    with monkeypatch.context() as patch:
        patch.setattr(owner, name, disk_is_full)
        with pytest.raises(DiaryError, match="disk_full"):
            new_diary(tmp_path, World(), passphrase=passphrase)
    assert not (tmp_path / "S.alongside").exists()
    assert kept_keys(tmp_path) == []
    diary, _ = new_diary(tmp_path, World(), passphrase=passphrase)
    diaries.close(diary)


def test_a_place_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    with failing("mkdir", errno.EACCES), pytest.raises(DiaryError, match="folder_read_only"):
        new_diary(tmp_path, World())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_while_the_file_is_made_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables.metadata, "create_all", disk_is_full)
    with pytest.raises(DiaryError, match="disk_full"):
        new_diary(tmp_path, World())
    assert not (tmp_path / "S.alongside").exists()


def test_a_diary_is_never_made_over_something_that_is_there(tmp_path: Path) -> None:
    (tmp_path / "S.alongside").mkdir()
    with pytest.raises(DiaryError, match="diary_exists"):
        new_diary(tmp_path, World())
    assert (tmp_path / "S.alongside").is_dir()


@pytest.mark.parametrize(
    ("name", "slug"),
    [("", "name_empty"), (" \n", "name_empty"), ("x" * 201, "name_too_long"), ("a\0b", "name_too_long")],
)
def test_a_name_that_cannot_be_shown_is_refused_before_anything_is_made(tmp_path: Path, name: str, slug: str) -> None:
    with pytest.raises(DiaryError, match=slug):
        diaries.create(tmp_path / "S.alongside", name, PASSPHRASE, computer(tmp_path, World()), cost=CHEAP)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_passphrase_is_refused_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="passphrase_empty"):
        new_diary(tmp_path, World(), passphrase=" ")
    assert not (tmp_path / "S.alongside").exists()


def test_the_key_on_this_computer_is_not_in_the_folder(tmp_path: Path) -> None:
    diary, _ = new_diary(tmp_path, World(), passphrase=None)
    diaries.close(diary)
    copied = tmp_path / "elsewhere" / "S.alongside"
    shutil.copytree(diary.folder, copied)
    with pytest.raises(DiaryError, match="unprotected_key_missing"):
        diaries.open_diary(copied, None, computer(tmp_path / "another computer", World()))


def test_a_passphrase_change_lets_in_the_new_one_and_the_code_alone(tmp_path: Path) -> None:
    diary, code = new_diary(tmp_path, World(), passphrase=None)
    diaries.change_passphrase(diary, "other words", cost=CHEAP)
    assert kept_keys(tmp_path) == []
    assert diaries.recovery_code(diary) == code
    diaries.close(diary)
    for secret, slug in ((None, "passphrase_needed"), (PASSPHRASE, "wrong_passphrase")):
        with pytest.raises(DiaryError, match=slug):
            diaries.open_diary(diary.folder, secret, diary.computer)
    for secret in ("other words", code):
        diaries.close(diaries.open_diary(diary.folder, secret, diary.computer))


def written(diary: OpenDiary, pain: float) -> str:
    journal.give_score(diary, DAY, PAIN, pain)
    return diary.store.device


def opened(diary: OpenDiary) -> OpenDiary:
    return diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)


def test_a_clean_reopening_goes_on_under_the_same_device_id(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    device = written(diary, 1)
    diaries.close(diary)
    for pain in (2, 3):
        diary = opened(diary)
        assert written(diary, pain) == device
        diaries.close(diary)


def test_after_a_crash_a_new_device_id_begins(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    device = written(diary, 1)
    assert diary.lock is not None
    diary.store.close()
    diary.lock.free()
    diary = opened(diary)
    assert written(diary, 2) != device
    diaries.close(diary)


def test_an_older_copy_of_the_file_put_back_gets_a_new_device_id(tmp_path: Path) -> None:
    """Two histories under one number could never be merged."""
    diary = sams_diary(tmp_path, World())
    device = written(diary, 1)
    diaries.close(diary)
    older = (diary.folder / DIARY_FILE).read_bytes()
    diary = opened(diary)
    assert written(diary, 2) == device
    diaries.close(diary)
    (diary.folder / DIARY_FILE).write_bytes(older)
    diary = opened(diary)
    assert written(diary, 3) != device
    rows = all_revisions(diary.store)
    assert len({row.stamp for row in rows}) == len(rows)
    diaries.close(diary)


def test_a_copied_folder_gets_its_own_device_id(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    device = written(diary, 1)
    diaries.close(diary)
    copy = tmp_path / "copy.alongside"
    shutil.copytree(diary.folder, copy)
    other = diaries.open_diary(copy, PASSPHRASE, diary.computer)
    assert written(other, 2) != device
    diaries.close(other)


def test_the_recovery_code_opens_when_the_passphrase_is_forgotten(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    diaries.close(diary)
    again = diaries.open_diary(diary.folder, sams_code(), diary.computer)
    assert diaries.recovery_code(again) == sams_code()
    diaries.close(again)


def test_reading_beside_a_window_takes_no_lock_and_writes_nothing(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    written(diary, 4)
    before = contents(diary.folder)
    beside = diaries.open_to_read(diary.folder, PASSPHRASE, diary.computer)
    value = journal.day_page(beside, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == 4
    with pytest.raises(DiaryError, match="folder_read_only"):
        written(beside, 5)
    diaries.close(beside)
    assert contents(diary.folder) == before
    assert written(diary, 6)
    diaries.close(diary)


def test_an_opening_that_fails_at_its_end_lets_go_of_the_diary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = sams_diary(tmp_path, World())
    diaries.close(diary)
    with monkeypatch.context() as patch:
        patch.setattr(key_file, "settle_keys", disk_is_full)
        with pytest.raises(DiaryError, match="disk_full"):
            opened(diary)
    diaries.close(opened(diary))


def test_a_diary_opens_though_this_computers_own_folder_is_full_and_no_device_id_is_used_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may lie on a stick with room; and a number that is noted nowhere would be given twice after a restore."""
    diary = sams_diary(tmp_path, World())
    devices: list[str] = []
    diaries.close(diary)
    with monkeypatch.context() as patch:
        patch.setattr(preferences, "change", disk_is_full)
        for _ in range(2):
            again = opened(diary)
            devices.append(again.store.device)
            journal.give_score(again, DAY, PAIN, 6)
            diaries.close(again)
    last = opened(diary)
    assert len({*devices, last.store.device}) == 3
    value = journal.day_page(last, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == 6
    diaries.close(last)


def test_closing_on_a_full_disk_still_frees_the_diary(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    with failing("write", errno.ENOSPC):
        diaries.close(diary)
    diaries.close(opened(diary))


def test_a_carer_is_known_by_name_and_never_taken_for_the_person(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    alex = a_carer(diary, "Alex")
    assert a_carer(diary, " alex ") == alex
    assert carers.names(diary)[alex] == "Alex"
    with pytest.raises(DiaryError, match="carer_is_person"):
        carers.carer_named(diary, "SAM")
    diary.store.write([FieldChange("recorder", "from-another-copy", "name", "Alex")], recorder="from-another-copy")
    with pytest.raises(DiaryError, match="carer_ambiguous"):
        a_carer(diary, "Alex")
    diaries.close(diary)


def test_forgetting_a_key_that_never_was_is_no_fault(tmp_path: Path) -> None:
    unprotected.forget_key(tmp_path / "nowhere", "d1")


def test_a_diary_reached_by_another_spelling_of_its_path_is_known_once(tmp_path: Path) -> None:
    """The start page would show it twice, and each spelling would write under a device id of its own."""
    diary = sams_diary(tmp_path, World())
    diaries.close(diary)
    device = diary.store.device
    (tmp_path / "elsewhere").mkdir()
    again = diaries.open_diary(tmp_path / "elsewhere" / ".." / diary.folder.name, PASSPHRASE, diary.computer)
    diaries.close(again)
    known = preferences.load(diary.computer.configuration_folder).diaries
    assert [one.folder for one in known] == [diary.folder]
    assert again.store.device == device
