"""Backups that nobody thinks of: when they are made, what stays, and that they never stand in anybody's way."""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from diary.app import automatic_backups, diaries, journal, keeping
from diary.app.opened import OpenDiary
from diary.app.values import BACKUP_SUFFIX
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.storage import backups, rotation
from tests.files.faults import failing
from tests.storage.builders import DAY, PASSPHRASE, World, sams_diary


def always() -> bool:
    return True


def never() -> bool:
    return False


def only(times: int) -> Callable[[], bool]:
    asked = count()
    return lambda: next(asked) < times


def made(folder: Path) -> list[str]:
    return sorted(file.name.split(" automatic")[0] for file in folder.glob(f"*automatic{BACKUP_SUFFIX}"))


class Kept:
    """A diary that is written in and closed day after day."""

    def __init__(self, tmp_path: Path) -> None:
        self.world = World()
        self.diary: OpenDiary = sams_diary(tmp_path, self.world)
        self.own = self.diary.folder / backups.BACKUPS
        self._numbers = count()

    def write(self) -> None:
        journal.give_score(self.diary, DAY, PAIN, float(next(self._numbers) % 10))

    def wait(self, **time: int) -> None:
        self.world.now += timedelta(**time)

    def made(self) -> list[str]:
        return made(self.own)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    return Kept(tmp_path)


def test_one_is_made_when_something_changed_and_at_most_one_a_day(kept: Kept) -> None:
    kept.write()
    news = automatic_backups.keep(kept.diary, always)
    assert kept.made() == ["2026-11-20 20.00.00"]
    assert (news.made_at, news.folder, news.problem) == (datetime.fromisoformat("2026-11-20T20:00"), kept.own, "")
    kept.write()
    kept.wait(hours=1)
    automatic_backups.keep(kept.diary, always)
    assert len(kept.made()) == 1
    kept.wait(days=1)
    automatic_backups.keep(kept.diary, always)
    assert len(kept.made()) == 2, "what was written after the first one is in the next"
    kept.wait(days=1)
    automatic_backups.keep(kept.diary, always)
    assert len(kept.made()) == 2, "nothing was written since"
    diaries.close(kept.diary)


def test_an_empty_diary_owes_none_so_that_the_first_day_is_in_the_first_one(kept: Kept, tmp_path: Path) -> None:
    assert automatic_backups.keep(kept.diary, always).made_at is None
    kept.write()
    automatic_backups.keep(kept.diary, always)
    (file,) = kept.own.iterdir()
    diaries.close(kept.diary)
    assert keeping.restore(file, tmp_path / "back.alongside", PASSPHRASE, kept.diary.computer).days == 1


def test_a_clock_set_back_hides_no_change(kept: Kept) -> None:
    kept.write()
    automatic_backups.keep(kept.diary, always)
    kept.wait(days=-3)
    journal.give_score(kept.diary, DAY - timedelta(days=9), PAIN, 1)
    automatic_backups.keep(kept.diary, always)
    assert len(kept.made()) == 2
    diaries.close(kept.diary)


def test_it_can_be_brought_back(kept: Kept, tmp_path: Path) -> None:
    kept.write()
    automatic_backups.keep(kept.diary, always)
    diaries.close(kept.diary)
    (file,) = kept.own.iterdir()
    assert keeping.restore(file, tmp_path / "back.alongside", PASSPHRASE, kept.diary.computer).days == 1


def test_old_ones_are_thinned_and_those_made_by_hand_are_not(kept: Kept) -> None:
    by_hand = keeping.back_up(kept.diary)
    for _ in range(rotation.DAYS + 3):
        kept.wait(days=1)
        kept.write()
        automatic_backups.keep(kept.diary, always)
    assert kept.made()[-rotation.DAYS :] == [f"2026-11-{day} 20.00.00" for day in range(24, 31)]
    assert len(kept.made()) == rotation.DAYS + 1
    assert by_hand.exists()
    diaries.close(kept.diary)


@pytest.mark.parametrize("looks", [0, 1, 2, 3])
def test_one_that_takes_too_long_is_broken_off_and_made_the_next_time(kept: Kept, looks: int) -> None:
    kept.write()
    news = automatic_backups.keep(kept.diary, only(looks))
    assert (news.made_at, news.problem) == (None, "")
    assert list(kept.own.iterdir()) == []
    kept.write()
    automatic_backups.keep(kept.diary, always)
    assert len(kept.made()) == 1
    diaries.close(kept.diary)


def test_what_a_killed_program_left_is_removed_and_nothing_else(kept: Kept) -> None:
    kept.own.mkdir()
    halves = [kept.own / f".old automatic{BACKUP_SUFFIX}{end}" for end in (".part", ".db", ".db-journal")]
    others = [kept.own / ".DS_Store", kept.own / "letter.part", kept.own / f"mine{BACKUP_SUFFIX}"]
    for file in (*halves, *others):
        file.write_bytes(b"x")
    automatic_backups.keep(kept.diary, always)
    assert [file for file in halves if file.exists()] == []
    assert [file for file in others if not file.exists()] == []
    diaries.close(kept.diary)


def test_a_problem_is_told_once_and_again_when_it_comes_back(kept: Kept) -> None:
    def told() -> tuple[str, bool]:
        kept.write()
        kept.wait(days=1)
        news = automatic_backups.keep_and_tell(kept.diary, always)
        return news.problem, news.is_new

    def failing_told() -> tuple[str, bool]:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(backups, "make", full_disk)
            return told()

    assert failing_told() == ("backup_no_room", True)
    assert failing_told() == ("backup_no_room", False)
    assert told() == ("", False)
    assert failing_told() == ("backup_no_room", True)
    diaries.close(kept.diary)


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


def test_a_folder_that_may_not_be_written_is_a_problem_and_no_fault(kept: Kept) -> None:
    kept.write()
    with failing("mkdir", errno.EACCES):
        assert automatic_backups.keep(kept.diary, always).problem == "backup_failed"
    diaries.close(kept.diary)


class TestSecondFolder:
    @pytest.fixture
    def stick(self, tmp_path: Path) -> Path:
        stick = tmp_path / "stick"
        stick.mkdir()
        return stick

    def test_has_the_newest_at_once_and_each_from_then_on(self, kept: Kept, stick: Path) -> None:
        kept.write()
        automatic_backups.keep(kept.diary, always)
        news = automatic_backups.choose_second_folder(kept.diary, stick)
        assert (news.second, news.second_made_at, news.problem) == (
            stick,
            datetime.fromisoformat("2026-11-20T20:00"),
            "",
        )
        kept.write()
        kept.wait(days=1)
        automatic_backups.keep(kept.diary, always)
        files = sorted(stick.iterdir())
        assert [file.name[:2] for file in files] == ["S ", "S "]
        assert files[-1].read_bytes() == max(kept.own.iterdir()).read_bytes()
        diaries.close(kept.diary)

    def test_is_caught_up_with_after_a_clock_that_was_ahead_for_once(self, kept: Kept, stick: Path) -> None:
        kept.write()
        automatic_backups.choose_second_folder(kept.diary, stick)
        kept.wait(days=365)
        automatic_backups.keep(kept.diary, always)
        kept.wait(days=-364)
        for _ in range(2):
            kept.write()
            news = automatic_backups.keep(kept.diary, always)
        assert news.made_at == news.second_made_at == datetime.fromisoformat("2026-11-21T20:00")
        assert len(list(kept.own.iterdir())) == len(list(stick.iterdir())) == 2
        diaries.close(kept.diary)

    def test_is_caught_up_with_when_it_is_there_again(self, kept: Kept, stick: Path) -> None:
        automatic_backups.choose_second_folder(kept.diary, stick)
        stick.rmdir()
        kept.write()
        news = automatic_backups.keep(kept.diary, always)
        assert (len(kept.made()), news.problem) == (1, "second_folder_unreached")
        assert not stick.exists(), "a stick that was pulled out is not replaced by a folder of its name"
        stick.mkdir()
        assert automatic_backups.keep(kept.diary, always).problem == ""
        assert len(list(stick.iterdir())) == 1
        diaries.close(kept.diary)

    def test_is_shared_by_two_diaries_of_one_name(self, kept: Kept, stick: Path) -> None:
        other = stick / f"S abcdef 2020-01-01 20.00.00 automatic{BACKUP_SUFFIX}"
        other.write_bytes(b"another diary's")
        automatic_backups.choose_second_folder(kept.diary, stick)
        for _ in range(rotation.DAYS + 3):
            kept.wait(days=1)
            kept.write()
            automatic_backups.keep(kept.diary, always)
        assert other.exists()
        assert len(list(stick.iterdir())) == rotation.DAYS + 2
        diaries.close(kept.diary)

    def test_is_forgotten_without_removing_anything(self, kept: Kept, stick: Path) -> None:
        kept.write()
        automatic_backups.keep(kept.diary, always)
        automatic_backups.choose_second_folder(kept.diary, stick)
        assert automatic_backups.choose_second_folder(kept.diary, None).second is None
        assert len(list(stick.iterdir())) == 1
        diaries.close(kept.diary)

    def test_within_the_diary_itself_is_refused(self, kept: Kept) -> None:
        with pytest.raises(DiaryError, match="second_folder_inside"):
            automatic_backups.choose_second_folder(kept.diary, kept.diary.folder / "copies")
        diaries.close(kept.diary)

    def test_on_a_drive_that_does_not_answer_keeps_nobody_waiting(
        self, kept: Kept, stick: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        kept.write()
        automatic_backups.choose_second_folder(kept.diary, stick)
        answered = threading.Event()
        monkeypatch.setattr(automatic_backups, "PATIENCE_SECONDS", 0.01)
        monkeypatch.setattr(backups, "copy_to", lambda *_: answered.wait())
        news = automatic_backups.keep(kept.diary, always)
        answered.set()
        for thread in threading.enumerate():
            if thread.name == "second folder":
                thread.join()
        assert news.problem == "second_folder_unreached"
        assert len(kept.made()) == 1
        diaries.close(kept.diary)

    def test_keeps_what_another_diarys_program_is_just_copying_there(self, kept: Kept, stick: Path) -> None:
        """At logging out two windows close at once: one took the other's copy away under it."""
        kept.write()
        now = kept.diary.computer.surroundings.now().timestamp()
        ages = {"T 0f3a61 under way": 0, "S 0f3a61 cut off long ago": 2 * 3600}
        for name, age in ages.items():
            file = stick / f".{name}{BACKUP_SUFFIX}.part"
            file.write_bytes(b"half")
            os.utime(file, (now - age, now - age))
        automatic_backups.choose_second_folder(kept.diary, stick)
        automatic_backups.keep(kept.diary, always)
        halves = [file.name for file in stick.iterdir() if file.name.startswith(".")]
        assert halves == [f".T 0f3a61 under way{BACKUP_SUFFIX}.part"]
        assert len(list(stick.iterdir())) == 2
        diaries.close(kept.diary)

    def test_never_has_half_a_backup_under_a_final_name(self, kept: Kept, stick: Path) -> None:
        kept.write()
        automatic_backups.keep(kept.diary, always)
        automatic_backups.choose_second_folder(kept.diary, stick)
        for file in stick.iterdir():
            file.unlink()
        news = automatic_backups.keep(kept.diary, never)
        assert (list(stick.iterdir()), news.problem) == ([], "")
        diaries.close(kept.diary)


def test_a_diary_in_a_folder_that_is_kept_in_step_is_told_once(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path / "Dropbox", World())
    told = automatic_backups.keep_and_tell(diary, lambda: True)
    assert (told.problem, told.is_new) == ("diary_in_synced_folder", True)
    assert not automatic_backups.keep_and_tell(diary, lambda: True).is_new
    diaries.close(diary)


def test_a_second_folder_that_is_kept_in_step_says_by_whom(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    second = tmp_path / "Nextcloud" / "backups"
    second.mkdir(parents=True)
    assert automatic_backups.news(diary).second_synced_by == ""
    assert automatic_backups.choose_second_folder(diary, second).second_synced_by == "Nextcloud"
    assert automatic_backups.keep_and_tell(diary, lambda: True).problem == ""
    diaries.close(diary)
