"""What every verb is handed: this computer, a way to ask for secrets, and where its words go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from diary.app import diaries, keeping
from diary.app.computer import Computer
from diary.app.opened import OpenDiary
from diary.cli import answers
from diary.cli.passphrases import Secrets
from diary.domain.errors import DiaryError
from diary.words.problems import sentence

PATIENCE = timedelta(seconds=3)
"""How long a verb may wait for a backup; one that takes longer is made the next time."""


@dataclass(frozen=True, slots=True)
class Shell:
    """``tell`` prints a line of the answer, ``warn`` one beside it; ``standard_input`` reads up to so many bytes.

    ``epoch`` is ``SOURCE_DATE_EPOCH``: seconds since 1970 (reproducible-builds.org). ``is_seen``: the answer goes to a
    person at a terminal and not to a program.
    """

    computer: Computer
    secrets: Secrets
    tell: Callable[[str], None]
    standard_input: Callable[[int], bytes]
    warn: Callable[[str], None]
    epoch: str = ""
    is_seen: bool = False

    def dated(self, today: date) -> date:
        """The date that a file bears: ``epoch`` fixes it, so that the same content gives the same bytes."""
        return answers.epoch_day(self.epoch) if self.epoch else today

    def made_at(self) -> datetime:
        """The instant that a file bears, likewise fixed by ``epoch``."""
        return answers.epoch_instant(self.epoch) if self.epoch else self.computer.surroundings.now()

    def warn_of_synced_folder(self, diary: Path) -> None:
        """Say so where a diary was just made in a folder that is kept in step with other computers."""
        if keeping.is_synced(diary, self.computer):
            self.warn(sentence(DiaryError("diary_in_synced_folder")))

    @contextmanager
    def to_write(self, folder: Path, given: Path | None) -> Iterator[OpenDiary]:
        """The diary, open to write in, and closed afterwards."""
        diary = diaries.open_diary(folder, self.secret(folder, given), self.computer)
        try:
            yield diary
        finally:
            diaries.close(diary)

    @contextmanager
    def to_add(self, folder: Path, given: Path | None) -> Iterator[OpenDiary]:
        """The same for a verb that adds to it; then what is due is done, such as the backup, in little time."""
        from diary.app import upkeep

        with self.to_write(folder, given) as diary:
            yield diary
            now = self.computer.surroundings.now
            last = now() + PATIENCE
            news = upkeep.catch_up(diary, lambda: now() < last)
            if news.is_new:
                self.warn(sentence(DiaryError(news.problem)))

    @contextmanager
    def to_read(self, folder: Path, given: Path | None) -> Iterator[OpenDiary]:
        """The diary, open to read beside a window that may have it open."""
        diary = diaries.open_to_read(folder, self.secret(folder, given), self.computer)
        try:
            yield diary
        finally:
            diaries.close(diary)

    def secret(self, folder: Path, given: Path | None) -> str | None:
        """What opens the diary: from a file, typed, or ``None`` for the key that this computer keeps."""
        return self.secrets.to_open(given) if diaries.needs_secret(folder, self.computer) else None
