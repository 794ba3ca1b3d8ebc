"""Diaries for tests: a clock that stands still until told, chance that never varies, and the cheapest lock."""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Dialect, select

from diary import catalogue
from diary.app import carers, diaries
from diary.app.computer import Computer
from diary.app.opened import OpenDiary
from diary.domain.people import PERSON, Basis
from diary.domain.surroundings import Surroundings
from diary.storage import revisions, tables
from diary.storage.keys import EntryKey, score_key
from diary.storage.revisions import FieldChange, Revision
from diary.storage.store import DIARY_FILE, Store, Writer
from diary.vault.passphrases import Argon2Cost
from tests.vault.builders import MemoryKeychain

CHEAP = Argon2Cost(memory_kib=8 * 1024, passes=1, lanes=1)
PASSPHRASE = "three small words"
KEY = bytes(range(32))
DAY = date(2026, 11, 20)
HOUR = timedelta(hours=1)
MADE_FROM_REVISIONS = tuple(tables.PROJECTED.values())

Fields = dict[str, Any]

_DIALECTS: Final[dict[str, Dialect]] = {}
_WORDED: Final[dict[object, object]] = {}


def local(day: date, hour: int, minute: int = 0, *, offset: timedelta = HOUR) -> datetime:
    """A wall-clock moment at an offset from UTC, +01:00 where nothing else is said."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=timezone(offset))


@dataclass
class World:
    """Time and chance of one computer: ``now`` is set by the test, and no two ids are alike."""

    now: datetime = field(default_factory=lambda: local(DAY, 20))
    seed: int = 1

    def __post_init__(self) -> None:
        self._chance = random.Random(self.seed)

    def at(self) -> datetime:
        return self.now

    def zone(self) -> str | None:
        return "Europe/Paris"

    @property
    def surroundings(self) -> Surroundings:
        return Surroundings(self.at, self.zone, self._chance.randbytes)


def computer(folder: Path, world: World) -> Computer:
    """A computer that keeps its own choices in ``folder``."""
    return Computer(world.surroundings, folder, "sam", "a test", 4711, MemoryKeychain())


def new_diary(
    tmp_path: Path, world: World, *, passphrase: str | None = PASSPHRASE, name: str = "S"
) -> tuple[OpenDiary, str]:
    """A diary about Sam, made here and open, and its recovery code."""
    here = computer(tmp_path / "config", world)
    return diaries.create(tmp_path / f"{name}.alongside", "Sam", passphrase, here, cost=CHEAP)


def sams_diary(tmp_path: Path, world: World, *, name: str = "S") -> OpenDiary:
    """A copy of the one empty diary about Sam, opened on a computer that never saw it: quicker than a new one."""
    folder = tmp_path / f"{name}.alongside"
    folder.mkdir(parents=True)
    for file, content in _sams_files()[0].items():
        (folder / file).write_bytes(content)
    diary = diaries.open_diary(folder, PASSPHRASE, computer(tmp_path / "config", world))
    made_quick(diary.store)
    return diary


def made_quick(store: Store) -> None:
    """No test but the one that kills needs what was written to outlive the power, and none needs SQL worded anew.

    What was worded for one store serves the next: else each begins with nothing, and half of its time went there.
    """
    engine = store._engine
    with engine.connect() as connection:
        connection.rollback()
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA synchronous = OFF")
    engine.dialect = _DIALECTS.setdefault(engine.name, engine.dialect)
    engine.update_execution_options(compiled_cache=_WORDED)


def sams_code() -> str:
    """The recovery code of ``sams_diary``."""
    return _sams_files()[1]


@cache
def _sams_files() -> tuple[dict[str, bytes], str]:
    with tempfile.TemporaryDirectory() as name:
        diary, code = new_diary(Path(name), World(seed=99))
        diaries.close(diary)
        return contents(diary.folder), code


def new_store(path: Path, device: str = "laptop", world: World | None = None) -> Store:
    """A store in its own file, always of the same diary."""
    path.write_bytes(_empty_store())
    return opened_store(path, device, world)


@cache
def _empty_store() -> bytes:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / DIARY_FILE
        writer = Writer("first", World().surroundings)
        Store.create(path, KEY, catalogue.built_in_revisions(), writer, diary_id="d1").close()
        return path.read_bytes()


def no_backup(_store: Store) -> None:
    """For opening what needs no migration."""
    raise AssertionError("nothing here is older")


def opened_store(path: Path, device: str = "laptop", world: World | None = None) -> Store:
    writer = Writer(device, (world or World()).surroundings)
    store = Store.open(path, KEY, catalogue.built_in_revisions(), writer, before_migrating=no_backup)
    made_quick(store)
    return store


def answer(
    measure: str, value: float | None, *, day: date = DAY, recorder: str = PERSON, basis: Basis = Basis.SELF
) -> FieldChange:
    """The change that answers (or, ``None``, empties) a question in an entry written here."""
    content = None if value is None else {"value": value, "version": 1}
    return FieldChange("score", score_key(str(EntryKey(day, recorder, basis)), measure), "answer", content)


def all_revisions(store: Store) -> list[Revision]:
    with store.reading() as connection:
        return list(revisions.every(connection))


def all_tables(store: Store) -> dict[str, list[Fields]]:
    """Every row of every table that is made from revisions."""
    with store.reading() as connection:
        return {
            table.name: [dict(row._mapping) for row in connection.execute(select(table).order_by(table.c.key))]
            for table in MADE_FROM_REVISIONS
        }


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte by byte, but for the lock, which comes and goes."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.name != "lock"
    }


def diary_file(diary: OpenDiary) -> Path:
    return diary.folder / DIARY_FILE


def a_carer(diary: OpenDiary, name: str) -> str:
    """The recorder id of a carer who writes in this diary from now on."""
    carer, known = carers.carer_named(diary, name)
    diary.store.write(known, recorder=carer)
    return carer
