"""The bytes of a file that somebody wants to bring in, with a limit on how many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import read_whole

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 100_000_000
"""Bytes that are read at most, 100 MB: forty years of diary need a fiftieth of it."""


def source_bytes(path: Path) -> bytes:
    """Return what ``path`` holds; raises ``file_missing``, ``file_unreadable`` or ``import_too_big``."""
    try:
        size = path.stat().st_size
    except OSError:
        size = 0  # the read below says what is wrong
    if size > LARGEST:
        raise DiaryError("import_too_big", megabytes=LARGEST // 1_000_000)
    return read_whole(path)
