"""Damaged and hostile files for everything that reads one, guided by which lines they reach.

Each reader takes bytes that nobody promised anything about. It may do its work, or raise ``DiaryError`` with its
sentence; anything else is a bug. What reached a new line of the program is changed further.
"""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from diary.app import bringing_in, diaries, exporting, journal, keeping, looking_back
from diary.app.bringing_in import Choices
from diary.app.exporting import ExportFormat
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD, PAIN
from diary.files import lock, preferences
from diary.storage import rows_of_pages
from diary.storage.revisions import Revision
from diary.storage.store import Store
from diary.vault import key_file, keys, pages
from diary.words.problems import sentence
from tests.storage.builders import DAY, PASSPHRASE, World, all_revisions, new_store, sams_diary

Read = Callable[[bytes], object]
MOST_KIB = 16 * 1024
"""A key file may ask for up to a gigabyte of memory, and gets it: honest, and too slow to try ten thousand times."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Something that reads a file, with files that it can read."""

    name: str
    samples: tuple[bytes, ...]
    read: Read


@dataclass
class Tried:
    """What came of a reader's files."""

    cases: int = 0
    refused: int = 0
    lines: int = 0
    slugs: set[str] = field(default_factory=set)
    said: set[str] = field(default_factory=set)


@contextmanager
def readers(folder: Path) -> Iterator[list[Reader]]:
    """Every reader of files, each with samples made by the program itself, in an empty folder."""
    diary = sams_diary(folder, World())
    journal.give_scores(diary, DAY, {(PAIN, None): 6.0, (MOOD, None): 3.0})
    journal.write_note(diary, DAY, "a note with “words”, 7 and more")
    keeping.back_up(diary, folder / "sample.alongside-backup")
    own = folder / "sample.json"
    exporting.export(looking_back.extract(diary), own, ExportFormat.JSON, today=DAY, with_notes=True)
    known = tuple(row for row in all_revisions(diary.store) if row.written_at)
    held = (diary.folder / lock.HOLDER_NAME).read_bytes()
    page = pages.opened_pages((diary.folder / "diary.db").read_bytes(), diary.keys.data_key, ())
    diaries.close(diary)
    chosen = (folder / "config" / preferences.FILE_NAME).read_bytes()
    opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    store = new_store(folder / "arriving.db")
    yield [
        Reader("keys.json", ((diary.folder / "keys.json").read_bytes(),), _read_keys),
        Reader("backup", ((folder / "sample.alongside-backup").read_bytes(),), _Backups(diary, folder).read),
        Reader("take_in", tuple(_as_bytes(known[i : i + 6]) for i in range(0, len(known), 6)), _Arriving(store).read),
        Reader("own JSON", (own.read_bytes(),), _Imports(opened, folder, "alongside").read),
        Reader("table", TABLES, _Imports(opened, folder, "columns").read),
        Reader("column map", MAPS, _Maps(opened, folder).read),
        Reader("preferences", (chosen,), _InFolder(folder / "p", preferences.FILE_NAME, preferences.load).read),
        Reader("lock.json", (held,), _InFolder(folder / "l", lock.HOLDER_NAME, lock.holder_of).read),
        Reader("pages", tuple(page.values())[:6] or (bytes(pages.PAGE_BYTES),), _read_page),
    ]
    store.close()
    diaries.close(opened)


TABLES = (
    b'date,pain,mood,notes\n2026-11-18,4,7,"some, words"\n2026-11-19,5,,\n',
    "Tag;pain;date\n1;2;20.11.2026\n".encode("utf-16"),
    b"day,state,pain_0to10_higher_is_worse\n2026-11-18,recorded,4\n",
)
MAPS = (
    b'day = "date"\n[columns.pain]\nmeasure = "pain"\nfrom = [0, 100]\nto = [0, 10]\n',
    b'day = "date"\n[columns.mood]\nmeasure = "mood"\nwords = { Awful = 1, "so so" = 5 }\n',
)


def fuzz(reader: Reader, chance: random.Random, goes_on: Callable[[int], bool]) -> Tried:
    """Hand changed files to a reader as long as ``goes_on`` (asked with their number) says; raises what it raised."""
    tried, seen = Tried(), Coverage()
    corpus = list(reader.samples)
    for sample in corpus:
        seen.new_lines(reader.read, sample)
    while goes_on(tried.cases):
        content = changed(chance.choice(corpus), corpus, chance)
        tried.cases += 1
        try:
            is_new = seen.new_lines(reader.read, content)
        except DiaryError as fault:
            tried.said.add(sentence(fault))
            tried.refused += 1
            tried.slugs.add(fault.slug)
            is_new = seen.has_new
        except BaseException as bug:
            bug.add_note(f"{reader.name}: {content!r}")
            raise
        if is_new and len(corpus) < MOST_KEPT:
            corpus.append(content)
    tried.lines = len(seen.lines)
    return tried


MOST_KEPT = 400


class Coverage:
    """Which lines of the program were reached so far."""

    def __init__(self) -> None:
        self.lines: set[tuple[CodeType, int]] = set()
        self.has_new = False

    def new_lines(self, read: Read, content: bytes) -> bool:
        """Have ``content`` read, and say whether that reached a line for the first time."""
        before, self.has_new = len(self.lines), False
        old = sys.gettrace()
        sys.settrace(self._enter)
        try:
            read(content)
        finally:
            sys.settrace(old)
            self.has_new = len(self.lines) > before
        return self.has_new

    def _enter(self, frame: FrameType, _event: str, _value: object) -> Any:
        return self._line if "/diary/" in frame.f_code.co_filename.replace("\\", "/") else None

    def _line(self, frame: FrameType, event: str, _value: object) -> Any:
        if event == "line":
            self.lines.add((frame.f_code, frame.f_lineno))
        return self._line


EDGES = (
    b"", b"0", b"-1", b"null", b"true", b"[]", b"{}", b'""', b"1e999", b"NaN", b"99999999999999999999", b"\xff\xfe",
    b"\x00", b"\xed\xa0\x80", b"\\ud800", b"..", b"/", b"|", b",", b";", b'"', b"\n", b"\r\n",
    b"2026-02-30", b"9" * 400, b"[" * 3000,
)  # fmt: skip
"""Values that programs stumble over."""


def changed(content: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """Change a file in one to four places: bits, bytes, pieces of others, edges in place of a value."""
    result = bytearray(content)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(result) + 1)
        length = min(chance.choice((1, 1, 2, 4, 16, 64)), len(result) - at)
        match chance.randrange(7):
            case 0 if at < len(result):
                result[at] ^= 1 << chance.randrange(8)
            case 1 if at < len(result):
                result[at] = chance.randrange(256)
            case 2:
                del result[at : at + length]
            case 3:
                result[at:at] = chance.choice(EDGES)
            case 4:
                start, end = _value_around(result, at)
                result[start:end] = chance.choice(EDGES)
            case 5:
                other = chance.choice(corpus)
                begin = chance.randrange(len(other) + 1)
                result[at : at + length] = other[begin : begin + chance.choice((4, 32, 256))]
            case _:
                result[at:at] = result[at : at + length]
    return bytes(result)


_ENDS = frozenset(b',:[]{}"\n;= ')


def _value_around(content: bytearray, at: int) -> tuple[int, int]:
    start = end = min(at, len(content))
    while start > 0 and content[start - 1] not in _ENDS:
        start -= 1
    while end < len(content) and content[end] not in _ENDS:
        end += 1
    return start, end


def _read_keys(content: bytes) -> None:
    found = key_file.from_bytes(content)
    assert key_file.from_bytes(key_file.to_bytes(found)) == found
    if all(_is_cheap(slot.parameters) for slot in found.slots):
        keys.unlock(found, PASSPHRASE)


def _is_cheap(parameters: object) -> bool:
    numbers = [value for value in parameters.values() if isinstance(value, int)] if isinstance(parameters, dict) else []
    return all(number <= MOST_KIB for number in numbers)


@dataclass(frozen=True, slots=True)
class _Backups:
    diary: OpenDiary
    folder: Path

    def read(self, content: bytes) -> None:
        """Look into it, as before it is brought back."""
        backup = self.folder / "changed.alongside-backup"
        backup.write_bytes(content)
        keeping.look_into(backup, self.diary.folder, PASSPHRASE, self.diary.computer)


@dataclass(frozen=True, slots=True)
class _Arriving:
    store: Store

    def read(self, content: bytes) -> None:
        """Take them in where they are revisions at all; what was taken in is what the tables show."""
        rows = _as_revisions(content)
        if rows:
            self.store.take_in(rows)


_FIELDS = {
    "device": str, "seq": int, "clock": int, "gesture": str, "undoes": str, "kind": str, "key": str, "field": str,
    "value": str, "recorder": str, "offset_min": int, "zone": str,
}  # fmt: skip


def _as_bytes(rows: tuple[Revision, ...]) -> bytes:
    return json.dumps([{name: getattr(row, name) for name in _FIELDS} for row in rows]).encode()


def _as_revisions(content: bytes) -> list[Revision]:
    """Revisions of the right types with any content: whatever may come out of a file that is yet to be designed."""
    try:
        read = json.loads(content)
    except (ValueError, RecursionError):
        return []
    found = []
    for values in read if isinstance(read, list) else []:
        if isinstance(values, dict) and all(
            isinstance(values.get(name), kind) and not isinstance(values.get(name), bool)
            for name, kind in _FIELDS.items()
            if values.get(name) is not None or name in {"device", "seq", "clock", "gesture", "kind", "key", "field"}
        ):
            fields: dict[str, Any] = {name: values.get(name) for name in _FIELDS}
            found.append(replace(_BLANK, **fields))
    return found


_BLANK = Revision("d", 1, 1, World().now, 60, None, None, "g", None, "note", "k", "text", None)


@dataclass(frozen=True, slots=True)
class _Imports:
    diary: OpenDiary
    folder: Path
    format: str

    def read(self, content: bytes) -> None:
        """Only look: nothing is written, so that every file meets the same diary."""
        file = self.folder / "changed.csv"
        file.write_bytes(content)
        bringing_in.bring_in(self.diary, file, Choices(self.format), dry_run=True)


@dataclass(frozen=True, slots=True)
class _Maps:
    diary: OpenDiary
    folder: Path

    def read(self, content: bytes) -> None:
        """Read a table by this map."""
        table, chosen = self.folder / "mapped.csv", self.folder / "map.toml"
        table.write_bytes(TABLES[0])
        chosen.write_bytes(content)
        bringing_in.bring_in(self.diary, table, Choices("columns", chosen), dry_run=True)


@dataclass(frozen=True, slots=True)
class _InFolder:
    folder: Path
    name: str
    load: Callable[[Path], object]

    def read(self, content: bytes) -> None:
        """Read it where it belongs."""
        self.folder.mkdir(exist_ok=True)
        (self.folder / self.name).write_bytes(content)
        self.load(self.folder)


def _read_page(content: bytes) -> None:
    page = content.ljust(pages.PAGE_BYTES, b"\0")[: pages.PAGE_BYTES]
    list(rows_of_pages.rows({1: page, 2: page, 3: page}, pages.USABLE_BYTES))
