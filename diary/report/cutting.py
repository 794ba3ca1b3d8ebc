"""The words of pages, wherever they stand: all of them changed, or cut to so many characters on a page too full."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from diary.report.labels import shortened
from diary.report.values import Run

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.report.values import Rich

Values = TypeVar("Values")
NOT_PRINTED = frozenset({"language", "key", "shape", "shapes"})
"""What only the layout reads."""
NEVER_CUT = NOT_PRINTED | {"alt", "page_label", "caveat", "left_out", "left_out_sentence", "more"}
"""Besides, what takes no room, and what a page must say whole: that it is no diagnosis, and what is left out."""


def with_each(values: Values, change: Callable[[str], str]) -> Values:
    """Return the same values with every word that is printed changed."""
    changed: Values = _changed(values, change, None, NOT_PRINTED)
    return changed


def cut(values: Values, limit: int, kept: frozenset[str] = frozenset()) -> Values:
    """Return the same values with no words longer than ``limit`` characters but those of the fields ``kept``."""

    def shorter(words: str) -> str:
        return words if len(words) <= limit else shortened(words, limit)

    cut_values: Values = _changed(values, shorter, limit, NEVER_CUT | kept)
    return cut_values


def with_short_names(sentence: Rich, limit: int) -> Rich:
    """Return a sentence whose strong pieces have ``limit`` characters at most: names are strong there."""
    return tuple(replace(run, text=shortened(run.text, limit)) if _is_long(run, limit) else run for run in sentence)


def _is_long(run: Run, limit: int) -> bool:
    return run.strong and len(run.text) > limit


def _changed(value: Any, change: Callable[[str], str], limit: int | None, kept: frozenset[str]) -> Any:  # noqa: ANN401 - values of any kind
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        if limit is not None and value and all(isinstance(one, Run) for one in value):
            return _cut_sentence(value, limit)
        return tuple(_changed(one, change, limit, kept) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        names = [field.name for field in fields(value) if field.name not in kept]
        return replace(value, **{name: _changed(getattr(value, name), change, limit, kept) for name in names})
    return value


def _cut_sentence(sentence: Rich, limit: int) -> Rich:
    pieces: list[Run] = []
    room = limit
    for run in sentence:
        if len(run.text) > room:
            return (*pieces, replace(run, text=run.text[: max(room - 1, 0)].rstrip() + "…"))
        pieces.append(run)
        room -= len(run.text)
    return tuple(pieces)
