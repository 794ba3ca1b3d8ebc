"""Finds the sentences in the catalogue's files, for ``pybabel extract``, which knows only those in code."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator
from typing import IO

SENTENCES = frozenset(
    {"label", "question", "low_words", "high_words", "steps", "after", "who", "danger", "back_pain"},
)
"""The names whose values are msgids, wherever in a file they stand."""

Message = tuple[int, str, str, list[str]]
"""What Babel wants of an extraction method: line, function, message, comments."""


def catalogue_sentences(
    file: IO[bytes], _keywords: Collection[str], _tags: Collection[str], **_options: object
) -> Iterator[Message]:
    """Yield every sentence of a catalogue file; lines are 0, because TOML readers don't tell them."""
    for sentence in sentences(tomllib.load(file)):
        yield 0, "", sentence, []


def sentences(data: object, name: str = "") -> Iterator[str]:
    """Every msgid below ``data``, a file as TOML reads it."""
    if isinstance(data, dict):
        for inner_name, inner in data.items():
            yield from sentences(inner, inner_name)
    elif isinstance(data, list):
        for inner in data:
            yield from sentences(inner, name)
    elif isinstance(data, str) and name in SENTENCES:
        yield data
