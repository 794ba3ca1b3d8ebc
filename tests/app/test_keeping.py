"""Backups: whole or not there at all, and brought back beside what is there."""

from __future__ import annotations

import errno
import json
import random
import shutil
import zipfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from diary.app import diaries, journal, keeping, looking_back
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.storage import backups
from diary.storage.store import DIARY_FILE, Store
from tests.files.faults import failing
from tests.storage.builders import DAY, PASSPHRASE, World, contents, new_diary, sams_code, sams_diary

WORDS = "quiet brindled heron"


def filled(tmp_path: Path, world: World | None = None) -> OpenDiary:
    diary = sams_diary(tmp_path, world or World())
    journal.give_score(diary, DAY, PAIN, 6)
    journal.write_note(diary, DAY, WORDS)
    return diary


def backed_up(tmp_path: Path) -> tuple[OpenDiary, Path]:
    """A diary that is closed again, and a backup of it outside its folder."""
    diary = filled(tmp_path)
    made = keeping.back_up(diary, tmp_path / "made.alongside-backup")
    diaries.close(diary)
    return diary, made


@pytest.mark.parametrize("with_code", [False, True])
def test_a_backup_comes_back_as_it_was(tmp_path: Path, with_code: bool) -> None:
    diary, backup = backed_up(tmp_path)
    secret = sams_code() if with_code else PASSPHRASE
    assert keeping.backup_needs_secret(backup, diary.computer)
    held = keeping.restore(backup, tmp_path / "back.alongside", secret, diary.computer)
    assert (held.first_day, held.last_day, held.days) == (DAY, DAY, 1)
    assert held.last_written_at == World().now
    again = diaries.open_diary(tmp_path / "back.alongside", secret, diary.computer)
    original = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    assert looking_back.extract(again) == looking_back.extract(original)
    assert keeping.check(again).is_well
    diaries.close(again)
    diaries.close(original)


def test_the_replaced_diary_is_kept_and_its_backups_stay_with_the_new_one(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    inside = keeping.back_up(diary)
    assert inside.parent == diary.folder / backups.BACKUPS
    device = diary.store.device
    journal.give_score(diary, DAY, PAIN, 2)
    diaries.close(diary)
    for number in (1, 2):
        keeping.restore(inside, diary.folder, PASSPHRASE, diary.computer)
        assert inside.exists()
        kept = tmp_path / f"S replaced {number}.alongside"
        assert {file.name for file in kept.iterdir()} >= {DIARY_FILE, "keys.json"}
    replaced = diaries.open_diary(tmp_path / "S replaced 1.alongside", PASSPHRASE, diary.computer)
    assert pain_of(replaced) == 2
    diaries.close(replaced)
    again = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    assert pain_of(again) == 6
    assert again.store.device != device, "the restored one is behind what this computer wrote"
    diaries.close(again)


def pain_of(diary: OpenDiary) -> float | None:
    value = journal.day_page(diary, DAY).day.value(PAIN)
    return value.value if value else None


def test_a_diary_that_is_open_is_not_replaced_under_its_window(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    backup = keeping.back_up(diary, tmp_path / "made.alongside-backup")
    with pytest.raises(DiaryError, match="diary_in_use"):
        keeping.restore(backup, diary.folder, PASSPHRASE, diary.computer)
    assert pain_of(diary) == 6
    diaries.close(diary)
    assert not list(tmp_path.glob("*replaced*"))


@pytest.mark.parametrize("damage", ["missing", "garbled"])
def test_a_diary_without_readable_keys_can_be_brought_back_in_its_place(tmp_path: Path, damage: str) -> None:
    diary, backup = backed_up(tmp_path)
    keys = diary.folder / "keys.json"
    keys.unlink() if damage == "missing" else keys.write_bytes(b"{")
    keeping.restore(backup, diary.folder, PASSPHRASE, diary.computer)
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))
    assert (tmp_path / "S replaced 1.alongside" / DIARY_FILE).exists()


def refused(backup: Path, folder: Path, diary: OpenDiary, slug: str, secret: str = PASSPHRASE) -> None:
    before = contents(folder.parent)
    with pytest.raises(DiaryError, match=slug):
        keeping.restore(backup, folder, secret, diary.computer)
    assert contents(folder.parent) == before
    assert not [path for path in folder.parent.iterdir() if path.name.endswith(".new")]


def test_a_backup_of_another_diary_or_a_wrong_secret_changes_nothing(tmp_path: Path) -> None:
    diary, backup = backed_up(tmp_path)
    other, _ = new_diary(tmp_path, World(seed=7), name="Other")
    diaries.close(other)
    refused(backup, other.folder, diary, "backup_of_another_diary")
    refused(backup, diary.folder, diary, "wrong_passphrase", "not it")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").write_text("x")
    refused(backup, tmp_path / "full", diary, "diary_exists")


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


ABOUT = {"format": 1, "diary": "d1", "made_at": "2026-11-20T20:00:00+01:00"}


def made_of(about: object) -> dict[str, bytes]:
    return {DIARY_FILE: b"x", "keys.json": b"{}", "about.json": json.dumps(about).encode()}


@pytest.mark.parametrize(
    ("members", "slug"),
    [
        ({"letter.txt": b"x"}, "not_a_backup"),
        (made_of(ABOUT) | {"../../escaped": b"x"}, "not_a_backup"),
        (made_of([]), "not_a_backup"),
        (made_of(ABOUT | {"made_at": "yesterday"}), "not_a_backup"),
        (made_of(ABOUT | {"format": "one"}), "not_a_backup"),
        (made_of(ABOUT | {"format": 2}), "backup_newer"),
        (made_of(ABOUT), "keys_damaged"),
    ],
)
def test_what_is_no_backup_of_ours_is_refused(tmp_path: Path, members: dict[str, bytes], slug: str) -> None:
    diary, _ = backed_up(tmp_path)
    refused(packed(tmp_path / "b.zip", members), tmp_path / "back.alongside", diary, slug)


def test_files_that_are_no_archive_are_refused(tmp_path: Path) -> None:
    diary, backup = backed_up(tmp_path)
    target = tmp_path / "back.alongside"
    refused(tmp_path / "none.zip", target, diary, "file_missing")
    refused(tmp_path, target, diary, "file_unreadable")
    for name, content in (("empty", b""), ("text", b"dear diary"), ("half", backup.read_bytes()[:200_000])):
        (tmp_path / name).write_bytes(content)
        refused(tmp_path / name, target, diary, "not_a_backup")


def test_a_flipped_bit_is_found_or_harmless_and_never_a_crash(tmp_path: Path) -> None:
    diary, backup = backed_up(tmp_path)
    whole = backup.read_bytes()
    chance = random.Random(5)
    ends = [*range(40), *range(len(whole) - 300, len(whole), 3)]
    outcomes = set()
    for number, offset in enumerate([*chance.sample(ends, 40), *chance.sample(range(len(whole)), 12)]):
        content = bytearray(whole)
        content[offset] ^= 1 << chance.randrange(8)
        bad = tmp_path / "bad.zip"
        bad.write_bytes(content)
        target = tmp_path / f"back{number}.alongside"
        try:
            held = keeping.restore(bad, target, PASSPHRASE, diary.computer)
        except DiaryError as fault:
            outcomes.add(fault.slug)
            assert not target.exists()
        else:
            assert held.days == 1
            shutil.rmtree(target)
    assert outcomes <= {"backup_damaged", "not_a_backup", "file_unreadable", "backup_newer"}
    assert "backup_damaged" in outcomes


def test_a_backup_packed_anew_around_a_damaged_diary_is_refused(tmp_path: Path) -> None:
    """Its archive is whole, so only the check of the diary in it can tell."""
    diary, backup = backed_up(tmp_path)
    with zipfile.ZipFile(backup) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    size = len(members[DIARY_FILE])
    for offset in (5, 5000, size // 2, size - 3000, size - 20):
        content = bytearray(members[DIARY_FILE])
        content[offset] ^= 1
        bad = packed(tmp_path / "bad.zip", members | {DIARY_FILE: bytes(content)})
        refused(bad, tmp_path / "back.alongside", diary, "backup_damaged")


def test_a_backup_never_overwrites_and_a_full_disk_leaves_nothing(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    target = tmp_path / "made.alongside-backup"
    target.write_bytes(b"something else")
    with pytest.raises(DiaryError, match="file_exists"):
        keeping.back_up(diary, target)
    assert target.read_bytes() == b"something else"
    target.unlink()
    before = sorted(tmp_path.rglob("*"))
    for call in ("fsync", "replace"):
        with failing(call, errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
            keeping.back_up(diary, target)
        assert sorted(tmp_path.rglob("*")) == before
    diaries.close(diary)


def test_a_backup_into_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    with pytest.raises(DiaryError, match="folder_missing"):
        keeping.back_up(diary, tmp_path / "unplugged" / "made.alongside-backup")
    diaries.close(diary)


def test_a_backup_beside_a_diary_that_may_not_be_written_says_so(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    with failing("mkdir", errno.EACCES), pytest.raises(DiaryError, match="folder_read_only"):
        keeping.back_up(diary)
    diaries.close(diary)


def test_a_diary_without_a_passphrase_comes_back_with_this_computers_key_or_the_code(tmp_path: Path) -> None:
    diary, code = new_diary(tmp_path, World(), passphrase=None, name="S #1 100% é")
    journal.give_score(diary, DAY, PAIN, 6)
    backup = keeping.back_up(diary, tmp_path / "made.alongside-backup")
    diaries.close(diary)
    assert not keeping.backup_needs_secret(backup, diary.computer)
    for number, secret in enumerate((None, code)):
        folder = tmp_path / f"back {number}?.alongside"
        assert keeping.restore(backup, folder, secret, diary.computer).days == 1
        again = diaries.open_diary(folder, secret, diary.computer)
        assert pain_of(again) == 6
        diaries.close(again)


def test_a_copy_that_is_not_whole_is_thrown_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = filled(tmp_path)
    copy_whole = Store.copy_whole

    def with_a_flaw(store: Store, target: Path, goes_on: Callable[[], bool]) -> None:
        copy_whole(store, target, goes_on)
        content = bytearray(target.read_bytes())
        content[-3000] ^= 1
        target.write_bytes(content)

    monkeypatch.setattr(Store, "copy_whole", with_a_flaw)
    with pytest.raises(DiaryError, match="backup_not_whole"):
        keeping.back_up(diary, tmp_path / "made.alongside-backup")
    assert [path.name for path in tmp_path.iterdir() if "made" in path.name] == []
    diaries.close(diary)


@pytest.mark.parametrize("when", [0, 1, 2])
def test_a_restore_that_is_cut_off_puts_the_old_diary_back(tmp_path: Path, when: int) -> None:
    diary = filled(tmp_path)
    inside = keeping.back_up(diary)
    diaries.close(diary)
    before = contents(tmp_path)
    with pytest.MonkeyPatch.context() as patch:
        replace, folders = Path.replace, iter(range(9))

        def refusing(source: Path, target: Path) -> Path:
            if source.is_dir() and next(folders) == when:
                raise OSError(errno.EIO, "the disk was pulled out")
            return replace(source, target)

        patch.setattr(Path, "replace", refusing)
        with pytest.raises(DiaryError, match="file_unwritable"):
            keeping.restore(inside, diary.folder, PASSPHRASE, diary.computer)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("call", ["replace", "unlink", "rmdir"])
def test_a_folder_that_is_held_for_a_moment_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """On Windows a virus scanner looks into what was just unpacked, and no folder with an open file can be moved."""
    diary = filled(tmp_path)
    inside = keeping.back_up(diary)
    diaries.close(diary)
    real, held = getattr(Path, call), iter([True])

    def refusing(path: Path, *given: object, **named: object) -> object:
        is_ours = path.name == DIARY_FILE if call == "unlink" else path.is_dir()
        if is_ours and next(held, False):
            raise PermissionError(errno.EACCES, "held by another program")
        return real(path, *given, **named)

    monkeypatch.setattr(Path, call, refusing)
    keeping.look_into(inside, diary.folder, PASSPHRASE, diary.computer)
    keeping.restore(inside, diary.folder, PASSPHRASE, diary.computer)
    assert next(held, None) is None
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_what_cannot_be_cleared_away_after_a_look_is_no_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    diary = filled(tmp_path)
    inside = keeping.back_up(diary)
    diaries.close(diary)
    real = Path.rmdir

    def refusing(path: Path) -> None:
        if path.suffix == ".look":
            raise OSError(errno.EIO, "the disk was pulled out")
        real(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rmdir", refusing)
        assert keeping.look_into(inside, diary.folder, PASSPHRASE, diary.computer).days == 1
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".")]


def test_check_finds_tables_that_say_something_else_and_repair_mends_them(tmp_path: Path) -> None:
    diary = filled(tmp_path)
    with diary.store._transaction() as connection:
        connection.execute(text("UPDATE score SET value = 9"))
        connection.execute(text("DELETE FROM note"))
    assert keeping.check(diary).wrong_rows == {"score": 1, "note": 1}
    keeping.repair(diary)
    assert keeping.check(diary).is_well
    assert pain_of(diary) == 6
    diaries.close(diary)


def test_holding_says_from_when_to_when(tmp_path: Path) -> None:
    world = World()
    diary = filled(tmp_path, world)
    journal.give_score(diary, DAY - timedelta(days=5), PAIN, 1)
    world.now += timedelta(minutes=3)
    journal.give_score(diary, DAY - timedelta(days=2), PAIN, 1)
    held = keeping.holding(diary.store)
    assert (held.first_day, held.last_day, held.days) == (DAY - timedelta(days=5), DAY, 3)
    assert held.last_written_at == world.now
    world.now += timedelta(minutes=3)
    journal.write_note(diary, DAY, "a note is written too")
    assert keeping.holding(diary.store).last_written_at == world.now
    diaries.close(diary)


def test_what_a_backup_holds_is_seen_without_changing_anything(tmp_path: Path) -> None:
    diary, backup = backed_up(tmp_path)
    before = contents(tmp_path)
    held = keeping.look_into(backup, diary.folder, PASSPHRASE, diary.computer)
    assert (held.first_day, held.last_day, held.days) == (DAY, DAY, 1)
    with pytest.raises(DiaryError, match="wrong_passphrase"):
        keeping.look_into(backup, diary.folder, "not it", diary.computer)
    assert contents(tmp_path) == before
    assert not [path for path in tmp_path.iterdir() if path.name.endswith(".look")]
