"""The schema's versions, and the way from an older one to this."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import text

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0002"
"""The version of ``diary.storage.tables``."""


def stamp(connection: Connection) -> None:
    """Say that a diary made just now has this schema."""
    connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)"))
    connection.execute(text("INSERT INTO alembic_version VALUES (:head)"), {"head": HEAD})


def is_current(connection: Connection, path: Path) -> bool:
    """Whether the diary has this schema, asked in plain SQL because importing alembic takes a quarter of a second.

    Raises ``DiaryError("diary_newer")`` for a version this program doesn't know.
    """
    version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one()
    if version == HEAD:
        return True
    known = {file.stem.split("_")[0] for file in (Path(__file__).parent / "versions").glob("[0-9]*.py")}
    if version not in known:
        raise DiaryError("diary_newer", file=path.name)
    return False


def upgrade(engine: Engine) -> None:
    """Bring the projected tables to this schema, in one transaction, and work them out again."""
    from alembic import command
    from alembic.config import Config

    from diary.storage import projection

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    _foreign_keys(engine, on=False)
    try:
        with engine.begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
            projection.rebuild(connection)
    finally:
        _foreign_keys(engine, on=True)


def _foreign_keys(engine: Engine, *, on: bool) -> None:
    """Outside a transaction, where alone it works: rebuilding a parent table would delete its children's rows."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")
    finally:
        raw.close()
