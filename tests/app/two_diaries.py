"""Two people's diaries on one computer, Sam's and Alex's, made once and copied for each test."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from diary.app import diaries, journal, looking_back, moving
from diary.app.computer import Computer
from diary.app.moves import Account, Moved, Wish
from diary.app.opened import OpenDiary
from diary.domain.extract import Extract
from diary.domain.people import OWN_VOICE, Voice
from tests.storage.builders import CHEAP, DAY, World, computer, contents, made_quick, sams_diary

ALEXS = "another kettle entirely"


@dataclass
class Two:
    """Sam's diary, open; Alex's, shut, opened and shut again by each question about it."""

    sam: OpenDiary
    alex: Path
    world: World

    @property
    def here(self) -> Computer:
        return self.sam.computer

    def look(self, voice: Voice = OWN_VOICE, day: date = DAY, **rest: object) -> Account:
        return moving.look(self.sam, self.alex, ALEXS, Wish(day, voice, **rest))  # type: ignore[arg-type]  # a wish's own

    def move(self, voice: Voice = OWN_VOICE, day: date = DAY, **rest: object) -> Moved:
        return moving.move(self.sam, self.alex, ALEXS, Wish(day, voice, **rest))  # type: ignore[arg-type]  # a wish's own

    def opened(self) -> OpenDiary:
        other = diaries.open_diary(self.alex, ALEXS, self.here)
        made_quick(other.store)
        return other

    def there(self) -> Extract:
        """All that Alex's diary holds."""
        other = self.opened()
        try:
            return looking_back.extract(other)
        finally:
            diaries.close(other)

    def later(self, hours: float) -> None:
        self.world.now += timedelta(hours=hours)


def two_diaries(tmp_path: Path) -> Two:
    world = World()
    sam = sams_diary(tmp_path, world)
    folder = tmp_path / "A.alongside"
    folder.mkdir()
    for file, content in _alexs_files().items():
        (folder / file).write_bytes(content)
    return Two(sam, folder, world)


@cache
def _alexs_files() -> dict[str, bytes]:
    with tempfile.TemporaryDirectory() as name:
        here = computer(Path(name) / "config", World(seed=77))
        diary, _ = diaries.create(Path(name) / "A.alongside", "Alex", ALEXS, here, cost=CHEAP)
        diaries.close(diary)
        return contents(diary.folder)


def page_words(diary: OpenDiary, day: date = DAY) -> list[str]:
    return [note.text for note in journal.day_page(diary, day).notes]
