from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from diary.app import diaries, journal, looking_back
from diary.app.opened import OpenDiary
from diary.app.values import DayPage
from diary.domain.day_values import Day
from diary.domain.extract import Extract
from tests.storage.builders import DAY, PASSPHRASE, World, sams_diary


@dataclass
class Sitting:
    """Sam's diary, open, and the world around it."""

    diary: OpenDiary
    world: World

    def page(self, day: date = DAY) -> DayPage:
        return journal.day_page(self.diary, day)

    def day(self, day: date = DAY) -> Day:
        return self.page(day).day

    def all(self) -> Extract:
        return looking_back.extract(self.diary)

    def again(self) -> None:
        """Close the diary and open it anew."""
        diaries.close(self.diary)
        self.diary = diaries.open_diary(self.diary.folder, PASSPHRASE, self.diary.computer)


@pytest.fixture
def sam(tmp_path: Path) -> Iterator[Sitting]:
    world = World()
    sitting = Sitting(sams_diary(tmp_path, world), world)
    yield sitting
    assert sitting.diary.store.projection_differences() == {}
    diaries.close(sitting.diary)
