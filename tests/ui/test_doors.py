"""The real ways into and out of a diary."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.app.values import BACKUP_SUFFIX
from diary.domain.errors import DiaryError
from diary.ui.doors import DiaryDoors
from tests.storage.builders import World, computer

PASSPHRASE = "tin kettle by the window"


class Folders:
    """Where new diaries are made."""

    def __init__(self, base: Path) -> None:
        self._base = base

    def new(self, label: str) -> Path:
        """The folder for a label."""
        return self._base / f"{label}.alongside"


@pytest.fixture
def doors(tmp_path: Path) -> DiaryDoors:
    return DiaryDoors(computer(tmp_path / "config", World()), Folders(tmp_path).new)


def test_a_diary_opens_by_passphrase_and_by_code_and_by_the_new_passphrase_only(doors: DiaryDoors) -> None:
    card, code = doors.create("S", "Sam", PASSPHRASE)
    assert (card.label, doors.recovery_code()) == ("S", code)
    doors.change_passphrase("another kettle")
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
        doors.recovery_code()
