"""What every verb is handed: this computer, a way to ask for secrets, and where its words go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from diary.app import diaries
from diary.app.opened import Computer, OpenDiary
from diary.cli.passphrases import Secrets


@dataclass(frozen=True, slots=True)
class Shell:
    """``tell`` prints a line; ``standard_input`` reads all that is piped in.

    ``dated`` is the date that files bear instead of today's, so that the same content gives the same bytes.
    """

    computer: Computer
    secrets: Secrets
    tell: Callable[[str], None]
    standard_input: Callable[[], str]
    dated: date | None = None

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
        return self.secrets.to_open(given) if diaries.needs_secret(folder) else None
