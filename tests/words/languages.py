"""Small translations made on the spot, because the program has none yet but English."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from diary.words import ENGLISH, set_language

Messages = Mapping[str | tuple[str, str], str | tuple[str, ...]]


@contextmanager
def speaking(code: str, messages: Messages | None = None) -> Iterator[None]:
    with tempfile.TemporaryDirectory() as folder:
        write_language(Path(folder), code, messages or {})
        set_language(code, Path(folder))
    try:
        yield
    finally:
        set_language(ENGLISH)


def write_language(folder: Path, code: str, messages: Messages) -> None:
    catalog = Catalog(locale=code)
    for message, translation in messages.items():
        catalog.add(message, translation)
    target = folder / code / "LC_MESSAGES" / "alongside.mo"
    target.parent.mkdir(parents=True)
    with target.open("wb") as file:
        write_mo(file, catalog)
