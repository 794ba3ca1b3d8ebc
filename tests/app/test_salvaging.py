"""A damaged diary: what can be read of it is kept as a backup, and the damaged file is never written to."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import diaries, journal, keeping, looking_back, salvaging
from diary.app.factors import tick_factor
from diary.app.opened import OpenDiary
from diary.app.values import Salvaged
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.storage import salvage
from diary.storage.revisions import BUILT_IN, Revision
from diary.storage.store import DIARY_FILE
from tests.storage.builders import DAY, PASSPHRASE, World, all_revisions, contents, sams_diary

DAYS = 40
LONG = "a long day, " * 900
PAGE = 4096


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> OpenDiary:
    """Forty days with answers and notes, one of them over several pages, and a backup; closed."""
    diary = sams_diary(tmp_path_factory.mktemp("whole"), World())
    for number in range(DAYS):
        day = DAY - timedelta(days=number)
        journal.give_scores(diary, day, {(PAIN, None): float(number % 11), (MOOD, None): float(number % 7)})
        tick_factor(diary, day, "starter-caffeine", was_there=number % 2 == 0)
        journal.write_note(diary, day, LONG if number == 7 else f"note {number}")
    journal.undo(diary)
    keeping.back_up(diary)
    diaries.close(diary)
    return diary


@pytest.fixture
def damaged(whole: OpenDiary, tmp_path: Path) -> OpenDiary:
    """A copy of it to damage."""
    folder = tmp_path / whole.folder.name
    for name, content in contents(whole.folder).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return replace(whole, folder=folder)


def change(diary: OpenDiary, changed: Callable[[bytearray], None]) -> None:
    content = bytearray((diary.folder / DIARY_FILE).read_bytes())
    changed(content)
    (diary.folder / DIARY_FILE).write_bytes(content)


def written(diary: OpenDiary, file: Path) -> dict[tuple[str, int], Revision]:
    opened = diaries.open_to_read(file, PASSPHRASE, diary.computer)
    try:
        return {row.stamp: row for row in all_revisions(opened.store) if row.device != BUILT_IN}
    finally:
        diaries.close(opened)


def salvaged(diary: OpenDiary) -> tuple[Salvaged, dict[tuple[str, int], Revision]]:
    """What was saved, brought back as another diary; the damaged file is as it was."""
    before = (diary.folder / DIARY_FILE).read_bytes()
    saved = salvaging.save_what_is_left(diary.folder, PASSPHRASE, diary.computer)
    assert (diary.folder / DIARY_FILE).read_bytes() == before
    assert [file.name for file in diary.folder.parent.iterdir() if file.name.startswith(".")] == []
    back = diary.folder.with_name("Back.alongside")
    assert keeping.restore(saved.file, back, PASSPHRASE, diary.computer) == saved.holding
    opened = diaries.open_diary(back, PASSPHRASE, diary.computer)
    assert keeping.check(opened).is_well
    diaries.close(opened)
    return saved, written(diary, back)


def test_all_of_a_whole_file_is_read_row_by_row(damaged: OpenDiary) -> None:
    right = written(damaged, damaged.folder)
    saved, found = salvaged(damaged)
    assert found == right
    assert (saved.lost, saved.holding.days) == (0, DAYS)
    assert "what was left" in saved.file.name


def test_what_lies_on_whole_pages_is_saved_and_nothing_else_comes_with_it(damaged: OpenDiary) -> None:
    right = written(damaged, damaged.folder)
    chance = random.Random(5)

    def spoil(content: bytearray) -> None:
        for page in chance.sample(range(1, len(content) // PAGE), 12):
            content[page * PAGE + chance.randrange(PAGE)] ^= 1 << chance.randrange(8)

    change(damaged, spoil)
    with pytest.raises(DiaryError, match="diary_damaged"):
        diaries.open_diary(damaged.folder, PASSPHRASE, damaged.computer)
    saved, found = salvaged(damaged)
    assert 0 < len(found) < len(right)
    assert all(right[stamp] == row for stamp, row in found.items())
    tail = sum(stamp[1] > max(seq for _, seq in found) for stamp in right)
    assert saved.lost == len(right) - len(found) - tail


def cut_in_two(content: bytearray) -> None:
    del content[len(content) * 3 // 4 + 100 :]


def first_page_lost(content: bytearray) -> None:
    content[:PAGE] = bytes(PAGE)


def salt_changed(content: bytearray) -> None:
    content[3] ^= 8


@pytest.mark.parametrize("damage", [cut_in_two, first_page_lost, salt_changed])
def test_a_file_that_no_longer_opens_gives_back_what_it_has(
    damaged: OpenDiary, damage: Callable[[bytearray], None]
) -> None:
    right = written(damaged, damaged.folder)
    change(damaged, damage)
    _, found = salvaged(damaged)
    assert len(found) > 50
    assert all(right[stamp] == row for stamp, row in found.items())
    if damage is not cut_in_two:
        assert found == right, "only the schema and the salt were there, and the salt is in the backup too"


def test_a_note_over_several_pages_is_saved_whole_or_not_at_all(damaged: OpenDiary) -> None:
    right = written(damaged, damaged.folder)
    (long,) = (stamp for stamp, row in right.items() if row.value and len(row.value) > PAGE)
    content = (damaged.folder / DIARY_FILE).read_bytes()
    outcomes = set()
    for page in range(1, len(content) // PAGE):
        spoilt = bytearray(content)
        spoilt[page * PAGE + 9] ^= 1
        (damaged.folder / DIARY_FILE).write_bytes(spoilt)
        found = {row.stamp: row for row in read_again(damaged)}
        outcomes.add(long in found)
        assert long not in found or found[long] == right[long]
    assert outcomes == {True, False}


def read_again(diary: OpenDiary) -> tuple[Revision, ...]:
    return salvage.read(diary.folder / DIARY_FILE, diary.keys.data_key, ()).rows


@pytest.mark.parametrize("garbled", [None, b'{"format": 1, "sl'])
def test_keys_that_are_gone_are_taken_from_a_backup(damaged: OpenDiary, garbled: bytes | None) -> None:
    keys = damaged.folder / "keys.json"
    right = written(damaged, damaged.folder)
    if garbled is None:
        keys.unlink()
    else:
        keys.write_bytes(garbled)
    _, found = salvaged(damaged)
    assert found == right


def test_without_keys_and_backup_it_says_so(damaged: OpenDiary) -> None:
    (damaged.folder / "keys.json").unlink()
    for backup in (damaged.folder / "backups").iterdir():
        backup.unlink()
    with pytest.raises(DiaryError, match="keys_missing"):
        salvaging.save_what_is_left(damaged.folder, PASSPHRASE, damaged.computer)


def test_a_wrong_passphrase_is_told_and_nothing_is_made(damaged: OpenDiary) -> None:
    before = contents(damaged.folder)
    with pytest.raises(DiaryError, match="wrong_passphrase"):
        salvaging.save_what_is_left(damaged.folder, "not it", damaged.computer)
    assert contents(damaged.folder) == before


@pytest.mark.parametrize("content", [b"", b"Dear doctor, " * 900, bytes(9 * PAGE)])
def test_a_file_with_nothing_left_says_so_and_nothing_is_made(damaged: OpenDiary, content: bytes) -> None:
    (damaged.folder / DIARY_FILE).write_bytes(content)
    before = contents(damaged.folder)
    with pytest.raises(DiaryError, match="nothing_left"):
        salvaging.save_what_is_left(damaged.folder, PASSPHRASE, damaged.computer)
    assert contents(damaged.folder) == before


def test_what_was_saved_takes_the_diarys_place_and_goes_on(damaged: OpenDiary) -> None:
    change(damaged, first_page_lost)
    saved = salvaging.save_what_is_left(damaged.folder, PASSPHRASE, damaged.computer)
    keeping.restore(saved.file, damaged.folder, PASSPHRASE, damaged.computer)
    opened = diaries.open_diary(damaged.folder, PASSPHRASE, damaged.computer)
    journal.give_score(opened, DAY, PAIN, 9)
    assert len(looking_back.extract(opened).days) == DAYS
    assert keeping.check(opened).is_well
    diaries.close(opened)
    assert damaged.folder.with_name("S replaced 1.alongside").exists()
