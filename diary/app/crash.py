"""What may be shown of a bug: types, files and lines, never the words that a message may hold."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


def bug_report(error: BaseException) -> str:
    """The chain of an exception as lines of type, file and line number."""
    lines: list[str] = []
    for one in _chain(error):
        lines.append(type(one).__name__)
        frames = traceback.extract_tb(one.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
    return "\n".join(lines)


def tell_terminal(report: str) -> None:
    """Write a report where a terminal is; a program without a console on Windows has none."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(report + "\n")


def let_go(error: BaseException) -> None:
    """Free what the frames of a bug hold: Python and PySide keep the last one, with words and the diary's key."""
    for one in _chain(error):
        traceback.clear_frames(one.__traceback__)
        one.__traceback__ = None
    for name in ("last_exc", "last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield current
        current = current.__cause__ or current.__context__
