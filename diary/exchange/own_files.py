"""A file that Alongside itself wrote, whichever of its two forms that can be read back."""

from __future__ import annotations

import codecs
from collections.abc import Mapping

from diary.domain.extract import Extract
from diary.domain.measures import Measure
from diary.exchange.long_csv import HEADER
from diary.exchange.long_csv_reading import read_long_csv
from diary.exchange.own_json import read_own_json

_BEGINNING = ",".join(HEADER[:3]).encode() + b","


def is_own_table(data: bytes) -> bool:
    """Whether a table begins as our long one does, which is read by its own way alone."""
    return data.removeprefix(codecs.BOM_UTF8).startswith(_BEGINNING)


def read_own(data: bytes, measures: Mapping[str, Measure]) -> Extract:
    """Return what our JSON or our long table holds; raises ``DiaryError`` as ``read_own_json`` and ``read_long_csv``.

    ``measures`` are those of the diary that it is for: the table doesn't say their questions.
    """
    is_table = data.removeprefix(codecs.BOM_UTF8).startswith(b"kind,")
    return read_long_csv(data, measures) if is_table else read_own_json(data)
