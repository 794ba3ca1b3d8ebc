"""Where a passphrase comes from: a file, or a hidden prompt; never an argument, which other programs can see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from diary.domain.errors import DiaryError
from diary.files.whole import read_whole
from diary.words import say

FILE_VARIABLE = "ALONGSIDE_PASSPHRASE_FILE"


@dataclass(frozen=True, slots=True)
class Secrets:
    """Asks for secrets: ``prompt`` shows a question and returns what was typed unseen.

    Raises ``DiaryError``: ``passphrase_file_missing``, ``_unreadable`` or ``_empty``, ``passphrases_differ``.
    """

    environment: Mapping[str, str]
    prompt: Callable[[str], str]

    def to_open(self, given: Path | None) -> str:
        """The passphrase or recovery code that opens a diary."""
        return self._from_file(given) or self.prompt(say("Passphrase or recovery code: "))

    def to_open_other(self, given: Path | None, file: str) -> str:
        """The same for a second diary, which what opens the first one does not open."""
        return self._in_file(given) if given else self.prompt(say("Passphrase or recovery code of {file}: ", file=file))

    def for_new(self, given: Path | None) -> str:
        """The passphrase of a new diary; typed twice at the prompt, because a slip would shut its owner out."""
        if found := self._from_file(given):
            return found
        first = self.prompt(say("A passphrase for the new diary: "))
        if self.prompt(say("The same once more: ")) != first:
            raise DiaryError("passphrases_differ")
        return first

    def _from_file(self, given: Path | None) -> str | None:
        named = self.environment.get(FILE_VARIABLE)
        path = given or (Path(named) if named else None)
        return None if path is None else self._in_file(path)

    @staticmethod
    def _in_file(path: Path) -> str:
        try:
            lines = read_whole(path).decode("utf-8-sig").splitlines()
        except UnicodeDecodeError as fault:
            raise DiaryError("passphrase_file_unreadable") from fault
        except DiaryError as fault:
            raise DiaryError("passphrase_file_missing") from fault
        if not lines or not lines[0].strip():
            raise DiaryError("passphrase_file_empty")
        return lines[0]
