"""What may be shown of a bug: types, files and lines, never the words that a message may hold."""

from __future__ import annotations

import traceback
from pathlib import Path


def bug_report(error: BaseException) -> str:
    """The chain of an exception as lines of type, file and line number."""
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        lines.append(type(current).__name__)
        frames = traceback.extract_tb(current.__traceback__)
        lines += [f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}" for frame in frames]
        current = current.__cause__ or current.__context__
    return "\n".join(lines)
