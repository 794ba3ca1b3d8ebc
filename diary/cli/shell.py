"""What every verb is handed: this computer, a way to ask for secrets, and where its words go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diary.app import diaries
from diary.app.computer import Computer
from diary.app.opened import OpenDiary
from diary.cli import answers
from diary.cli.passphrases import Secrets


@dataclass(frozen=True, slots=True)
class Shell:
    """``tell`` prints a line; ``standard_input`` reads what is piped in, up to so many bytes.

    ``epoch`` is ``SOURCE_DATE_EPOCH``: seconds since 1970 (reproducible-builds.org).
    """

    computer: Computer
    secrets: Secrets
    tell: Callable[[str], None]
    standard_input: Callable[[int], bytes]
    epoch: str = ""

    def dated(self, today: date) -> date:
        """The date that a file bears: ``epoch`` fixes it, so that the same content gives the same bytes."""
        return answers.epoch_day(self.epoch) if self.epoch else today

    @contextmanager
    def to_write(self, folder: Path, given: Path | None) -> Iterator[OpenDiary]:
        """The diary, open to write in, and closed afterwards."""
        diary = diaries.open_diary(folder, self._secret(folder, given), self.computer)
        try:
            yield diary
        finally:
            diaries.close(diary)

    @contextmanager
    def to_read(self, folder: Path, given: Path | None) -> Iterator[OpenDiary]:
        """The diary, open to read beside a window that may have it open."""
        diary = diaries.open_to_read(folder, self._secret(folder, given), self.computer)
        try:
            yield diary
        finally:
            diaries.close(diary)

    def _secret(self, folder: Path, given: Path | None) -> str | None:
        return self.secrets.to_open(given) if diaries.needs_secret(folder, self.computer) else None
