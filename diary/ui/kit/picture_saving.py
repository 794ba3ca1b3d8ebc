"""A picture or the table behind it on its way to a file, and what is said once it is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.words import say

if TYPE_CHECKING:
    from pathlib import Path

Cell = str | float | None
Content = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]
"""The header of a table and its rows, as other programs read them; ``None`` is a cell that was not filled in."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawn chart, and where it shall be written."""

    out: Path
    content: bytes


@dataclass(frozen=True, slots=True)
class Table:
    """A chart's table, and where it shall be written."""

    out: Path
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def write(sent: Picture | Table) -> None:
    """Write it whole, on the diary's lane; raises ``DiaryError`` as ``exporting`` does."""
    from diary.app import exporting

    if isinstance(sent, Table):
        exporting.save_table(sent.out, sent.header, sent.rows)
    else:
        exporting.save_picture(sent.out, sent.content)


def saved_words(sent: Picture | Table) -> str:
    """Say which file was written, and that anybody can read it."""
    return say("Saved: {file}. It is not encrypted: whoever has the file can read it.", file=sent.out.name)
