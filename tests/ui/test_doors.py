"""The real ways into and out of a diary."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from diary.app import journal, ways_in, welcoming
from diary.app.computer import Computer
from diary.app.values import BACKUP_SUFFIX, DiaryCard, WaysIn
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.storage import backups
from diary.ui.doors import DiaryDoors
from diary.ui.ways import DiaryWays
from tests.storage.builders import DAY, World, all_revisions, computer

PASSPHRASE = "tin kettle by the window"


class Folders:
    """Where new diaries are made."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def new(self, label: str) -> Path:
        """The folder for a label."""
        return self._base / f"{label}.alongside"


@pytest.fixture
def here(tmp_path: Path) -> Computer:
    return computer(tmp_path / "config", World())


@pytest.fixture
def doors(tmp_path: Path, here: Computer) -> DiaryDoors:
    return DiaryDoors(here, Folders(tmp_path).new)


def test_the_ways_of_an_open_diary_are_those_that_open_it_again(doors: DiaryDoors, here: Computer) -> None:
    card, _ = doors.create("S", "Sam", PASSPHRASE)
    ways = DiaryWays(doors.diary, here)
    ways.keep(ways.add_keychain())
    code = ways.new_recovery_code()
    doors.close()
    key = ways.fetch(ways.keychain_names(card.folder))
    for secret in (key, code):
        doors.open(card.folder, secret)
        assert ways.ways_in() == WaysIn(keychain=True, used_code=secret is code)
        doors.close()
    doors.open(card.folder, code)
    ways.forget(ways.go_unprotected())
    assert ways.old_backups() == ()
    doors.close()
    assert doors.open(card.folder, None).opens_by_itself
    doors.close()


def test_a_diary_opens_by_passphrase_and_by_code_and_by_the_new_passphrase_only(
    doors: DiaryDoors, here: Computer
) -> None:
    card, code = doors.create("S", "Sam", PASSPHRASE)
    ways = DiaryWays(doors.diary, here)
    assert (card.label, ways.recovery_code()) == ("S", code)
    ways.change_passphrase("another kettle")
    doors.close()
    with pytest.raises(DiaryError):
        doors.open(card.folder, PASSPHRASE)
    for secret in ("another kettle", code):
        assert doors.open(card.folder, secret).folder == card.folder
        doors.close()


def test_a_diary_without_a_passphrase_opens_by_itself_here(doors: DiaryDoors) -> None:
    card, _ = doors.create("S", "Sam", None)
    doors.close()
    assert not doors.needs_secret(card.folder)
    assert doors.open(card.folder, None).opens_by_itself
    doors.close()


def test_a_label_is_taken_once_a_diary_has_it(doors: DiaryDoors) -> None:
    assert not doors.is_taken("S")
    doors.create("S", "Sam", None)
    doors.close()
    assert doors.is_taken("s")


def test_a_backup_comes_back_as_a_diary_of_its_own(doors: DiaryDoors, tmp_path: Path) -> None:
    doors.create("S", "Sam", PASSPHRASE)
    backup = doors.back_up(tmp_path / f"kept{BACKUP_SUFFIX}")
    assert doors.backup_needs_secret(backup)
    place, _ = doors.restore(backup, "S again", PASSPHRASE)
    assert place.name == "S again.alongside"
    assert doors.open(place, PASSPHRASE).label == "S again"
    doors.close()


def test_what_is_asked_of_a_closed_diary_says_that_it_is_locked(doors: DiaryDoors) -> None:
    with pytest.raises(DiaryError, match="diary_closed"):
        doors.diary()


def written_in(doors: DiaryDoors) -> DiaryCard:
    """A new diary with one answer in it, so that it owes a backup."""
    card, _ = doors.create("S", "Sam", PASSPHRASE)
    journal.give_score(doors.diary(), DAY, PAIN, 4)
    return card


def test_closing_makes_the_backup_that_is_due_and_never_fails_for_it(
    doors: DiaryDoors, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = written_in(doors)
    with monkeypatch.context() as disk:
        disk.setattr(backups, "make", full_disk)
        doors.close()
        doors.open(card.folder, PASSPHRASE)
        news = doors.catch_up()
        assert (news.made_at, news.problem, news.is_new) == (None, "backup_no_room", True)
        assert doors.backup_news().problem == "backup_no_room"
    doors.close()
    doors.open(card.folder, PASSPHRASE)
    news = doors.catch_up()
    assert (news.made_at is None, news.problem, news.is_new) == (False, "", False)
    doors.close()


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


def test_opening_forgets_what_was_deleted_long_ago_and_clears_up_after_a_crash(tmp_path: Path) -> None:
    world = World()
    doors = DiaryDoors(computer(tmp_path / "config", world), Folders(tmp_path).new)
    card = written_in(doors)
    journal.write_note(doors.diary(), DAY, "a note")
    journal.write_note(doors.diary(), DAY, "", note_id=journal.day_page(doors.diary(), DAY).notes[0].id)
    doors.close()
    (card.folder / ".12-34.part").write_bytes(b"half")
    world.now += timedelta(days=31)
    doors.open(card.folder, PASSPHRASE)
    assert not (card.folder / ".12-34.part").exists()
    doors.catch_up()
    texts = [row for row in all_revisions(doors.diary().store) if (row.kind, row.field) == ("note", "text")]
    assert [row.value for row in texts] == [None]
    doors.close()


def test_a_backup_made_at_opening_gives_way_to_who_leaves(doors: DiaryDoors) -> None:
    written_in(doors)
    doors.hurry()
    assert doors.catch_up().made_at is None
    doors.close()


def test_closing_waits_three_seconds_and_no_longer(tmp_path: Path) -> None:
    """By a clock on which every look takes a second: the backup needs more of them than there are."""
    world = SlowWorld()
    slow = DiaryDoors(computer(tmp_path / "config", world), Folders(tmp_path).new)
    card = written_in(slow)
    begun = world.now
    world.is_slow = True
    slow.close()
    world.is_slow = False
    assert world.now - begun < timedelta(seconds=12)
    assert list((card.folder / backups.BACKUPS).iterdir()) == []
    slow.open(card.folder, PASSPHRASE)
    assert slow.catch_up().made_at is not None
    slow.close()


class SlowWorld(World):
    """A world whose clock moves a second whenever somebody looks at it."""

    is_slow = False

    def at(self) -> datetime:
        """The time, a second later than at the last look."""
        if self.is_slow:
            self.now += timedelta(seconds=1)
        return self.now


def test_a_code_that_was_passed_by_is_asked_about_on_another_day_and_once_on_each(
    tmp_path: Path,
) -> None:
    world = World()
    doors = DiaryDoors(computer(tmp_path / "config", world), Folders(tmp_path).new)
    asked = []
    card, code = doors.create("S", "Sam", PASSPHRASE)
    asked.append(welcoming.welcome(doors.diary()).asks_about_code)
    for secret in (PASSPHRASE, code, PASSPHRASE):
        world.now += timedelta(days=1)
        doors.open(card.folder, secret)
        asked += [welcoming.welcome(doors.diary()).asks_about_code for _ in range(2)]
    assert asked == [False, True, False, False, False, True, False], "the second came in with the code itself"
    ways_in.end_asking_about_code(doors.diary())
    world.now += timedelta(days=9)
    assert not welcoming.welcome(doors.diary()).asks_about_code
    doors.close()


@pytest.mark.parametrize("is_kept", [True, False])
def test_a_code_that_is_written_down_at_once_is_never_asked_about(tmp_path: Path, *, is_kept: bool) -> None:
    world = World()
    doors = DiaryDoors(computer(tmp_path / "config", world), Folders(tmp_path).new)
    doors.create("S", "Sam", None)
    doors.say_code_kept(is_kept=True)
    doors.say_code_kept(is_kept=is_kept)
    world.now += timedelta(days=1)
    assert welcoming.welcome(doors.diary()).asks_about_code is not is_kept
    doors.close()
