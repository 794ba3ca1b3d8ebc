"""The schema's versions: the scripts make what the tables say, and a move to a newer one is whole or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from diary import catalogue
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage import migrations, projection, tables
from diary.storage.engine import engine_for
from diary.storage.store import Store, Writer
from tests.storage.builders import KEY, World, all_revisions, all_tables, answer, new_store, opened_store

NEXT = '''
"""Another schema, as some later version will have one."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision, down_revision, branch_labels, depends_on = "9999", "{head}", None, None


def upgrade() -> None:
    with op.batch_alter_table("score") as table:
        table.add_column(sa.Column("hurried", sa.Boolean()))
    {then}
'''


def schema(connection: Connection) -> set[str]:
    """Every statement that made it but alembic's own, which writes the same table in other words."""
    said = connection.execute(
        text("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name != 'alembic_version'")
    )
    return {" ".join(sql.replace('"', "").replace("( ", "(").replace(" )", ")").split()) for (sql,) in said}


def columns(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    """Name, type, whether it may be empty, default and part of the key, of each column of each table."""
    names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")).scalars()
    return {name: [tuple(row) for row in connection.execute(text(f'PRAGMA table_info("{name}")'))] for name in [*names]}


def test_the_scripts_make_what_the_tables_say(tmp_path: Path) -> None:
    by_script, by_tables = (engine_for(tmp_path / name, KEY, create=True) for name in ("a.db", "b.db"))
    migrations.upgrade(by_script)
    with by_tables.begin() as connection:
        tables.metadata.create_all(connection)
        migrations.stamp(connection)
    with by_script.connect() as one, by_tables.connect() as other:
        assert columns(one) == columns(other)
        assert schema(one) == schema(other)
        assert migrations.is_current(one, tmp_path)
    by_script.dispose()
    by_tables.dispose()


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """A diary of this schema, with an answer that was corrected."""
    store = new_store(tmp_path / "diary.db")
    store.write([answer("pain", 6), answer("mood", 3)], recorder=PERSON)
    store.write([answer("pain", 5)], recorder=PERSON)
    store.close()
    return store.path


def with_a_next_version(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, then: str) -> None:
    scripts = tmp_path / "migrations"
    shutil.copytree(Path(migrations.__file__).parent, scripts, ignore=shutil.ignore_patterns("__pycache__"))
    (scripts / "versions" / "9999_next.py").write_text(NEXT.format(then=then, head=migrations.HEAD))
    monkeypatch.setattr(migrations, "__file__", str(scripts / "__init__.py"))
    monkeypatch.setattr(migrations, "HEAD", "9999")


def open_with_backup(path: Path, seen: list[bytes]) -> Store:
    writer = Writer("laptop", World().surroundings)

    def copied(store: Store) -> None:
        seen.append(store.path.read_bytes())

    return Store.open(path, KEY, catalogue.built_in_revisions(), writer, before_migrating=copied)


def test_an_older_diary_is_backed_up_and_migrated_with_nothing_lost(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = opened_store(older)
    rows, shown = all_revisions(store), all_tables(store)
    store.close()
    before = older.read_bytes()
    with_a_next_version(monkeypatch, tmp_path, "pass")
    seen: list[bytes] = []
    store = open_with_backup(older, seen)
    assert seen == [before]
    assert (all_revisions(store), all_tables(store)) == (rows, shown)
    with store.reading() as connection:
        assert [row[1] for row in columns(connection)["score"]][-1] == "hurried"
        assert connection.execute(text("PRAGMA foreign_keys")).scalar() == 1
    assert store.faults() == []
    store.close()
    open_with_backup(older, seen).close()
    assert len(seen) == 1, "it is current now"


def cut_off(_connection: Connection) -> None:
    raise DiaryError("disk_full")


@pytest.mark.parametrize("where", ["in the script", "at the rebuild"])
def test_a_migration_that_is_cut_off_is_rolled_back_whole(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    store = opened_store(older)
    with store.reading() as connection:
        before = schema(connection)
    rows, shown = all_revisions(store), all_tables(store)
    store.close()
    with monkeypatch.context() as patch:
        if where == "in the script":
            with_a_next_version(patch, tmp_path, 'op.execute("DELETE FROM score"); raise RuntimeError("cut off")')
        else:
            with_a_next_version(patch, tmp_path, "pass")
            patch.setattr(projection, "rebuild", cut_off)
        with pytest.raises((RuntimeError, DiaryError)):
            open_with_backup(older, [])
    store = opened_store(older)
    assert (all_revisions(store), all_tables(store)) == (rows, shown)
    with store.reading() as connection:
        assert schema(connection) == before
    store.close()


def test_a_backup_that_fails_keeps_the_migration_from_starting(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()
    with_a_next_version(monkeypatch, tmp_path, "pass")
    with pytest.raises(DiaryError, match="disk_full"):
        Store.open(
            older, KEY, catalogue.built_in_revisions(), Writer("d", World().surroundings), before_migrating=no_room
        )
    assert older.read_bytes() == before


def no_room(_store: Store) -> None:
    raise DiaryError("disk_full")


def test_an_older_diary_is_not_migrated_by_who_only_reads(
    older: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = older.read_bytes()
    with_a_next_version(monkeypatch, tmp_path, "pass")
    with pytest.raises(DiaryError, match="diary_older"):
        Store.open_to_read(older, KEY, Writer("d", World().surroundings))
    assert older.read_bytes() == before


def test_a_newer_diary_is_refused_byte_for_byte(older: Path) -> None:
    store = opened_store(older)
    with store._transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    before = older.read_bytes()
    with pytest.raises(DiaryError, match="diary_newer"):
        opened_store(older)
    assert older.read_bytes() == before


def test_a_diary_of_the_first_schema_is_brought_here_with_nothing_lost(older: Path) -> None:
    store = opened_store(older)
    rows, shown = all_revisions(store), all_tables(store)
    with store._transaction() as connection:
        for name in ("entry", "event", "good_thing", "treatment"):
            connection.execute(text(f"DROP TABLE {name}"))
            connection.execute(text(f"CREATE TABLE {name} (key VARCHAR NOT NULL PRIMARY KEY)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    store.close()
    store = open_with_backup(older, [])
    assert (all_revisions(store), all_tables(store)) == (rows, shown)
    assert store.projection_differences() == {}
    store.close()


def test_a_catalogue_that_grew_brings_its_new_questions_into_an_old_diary(tmp_path: Path) -> None:
    built_in = catalogue.built_in_revisions()
    store = Store.create(tmp_path / "d.db", KEY, built_in[:-2], Writer("d", World().surroundings), diary_id="d1")
    known = len(all_tables(store)["measure"])
    store.close()
    store = opened_store(tmp_path / "d.db", "d")
    assert len(all_tables(store)["measure"]) > known
    assert store.projection_differences() == {}
    store.close()
