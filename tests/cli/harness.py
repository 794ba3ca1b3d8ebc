"""The command line as tests use it: called in this process, with what it printed and how it ended."""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from diary.start import main


@dataclass(frozen=True, slots=True)
class Ran:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str

    @property
    def lines(self) -> list[str]:
        """What it printed, line by line."""
        return self.out.splitlines()

    def sentence(self) -> str:
        """The one line that it complained in, with exit code 1 and nothing else printed."""
        assert (self.code, self.out) == (1, ""), self
        assert self.err.count("\n") == 1, self.err
        return self.err.strip()


class CommandLine:
    """Runs ``alongside`` with some arguments."""

    def __init__(self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *argv: str | Path, piped: bytes = b"") -> Ran:
        """Run it with ``piped`` as its standard input."""
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(piped)))
        self._capsys.readouterr()
        try:
            code = main([str(one) for one in argv])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        printed = self._capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    def done(self, *argv: str | Path, piped: bytes = b"") -> list[str]:
        """Run what must succeed, and return the lines that it printed."""
        ran = self(*argv, piped=piped)
        assert (ran.code, ran.err) == (0, ""), ran
        return ran.lines


def contents(folder: Path) -> dict[str, bytes]:
    """Every file in a folder and what it holds."""
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}
