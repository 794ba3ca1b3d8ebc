"""An open diary file: changes go in whole, history comes out whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Self

from sqlalchemy import delete, insert, select

from diary.domain.errors import DiaryError
from diary.domain.surroundings import Surroundings
from diary.storage import (
    arriving,
    built_in_measures,
    forgetting,
    migrations,
    projection,
    revisions,
    tables,
    undoing,
    whole_file,
)
from diary.storage.columns import milliseconds, minutes_from_utc
from diary.storage.engine import engine_for, faults_of
from diary.storage.revisions import BUILT_IN, FORGET, FieldChange, OnlyIf, Revision, Subject
from diary.storage.sealed_words import changes_who_reads, is_sealed_text

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from diary.catalogue.scales import BuiltInRevision
    from diary.storage.forgetting import Removal
    from diary.storage.undoing import LastAct

DIARY_FILE = "diary.db"


@dataclass(frozen=True, slots=True)
class Written:
    """What one act wrote: its gesture (``None``: nothing changed), its subjects, and those it had to leave.

    ``stays``: it sealed a note or took the seal off, which no undo takes back. ``forgot``: the acts whose words went.
    """

    gesture: str | None
    subjects: frozenset[Subject]
    left: frozenset[Subject] = frozenset()
    stays: bool = False
    forgot: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Writer:
    """Under which device id this copy of the diary writes, and where it asks for time, ids and chance."""

    device: str
    surroundings: Surroundings


class Store:
    """The one connection to an open diary. Not for two threads at once: the diary's lane owns it."""

    def __init__(self, path: Path, engine: Engine, writer: Writer) -> None:
        self.path = path
        self.device = writer.device
        self._engine = engine
        self._surroundings = writer.surroundings
        self._last: tuple[int, int] | None = None  # clock and own seq, while nothing but an act can have changed them

    @classmethod
    def create(
        cls, path: Path, key: bytes, built_in: Sequence[BuiltInRevision], writer: Writer, *, diary_id: str
    ) -> Self:
        """A new diary file at ``path``, with the catalogue's measures in it."""
        engine = engine_for(path, key, create=True)
        store = cls(path, engine, writer)
        try:
            with store._transaction() as connection:
                tables.metadata.create_all(connection)
                migrations.stamp(connection)
                connection.execute(insert(tables.about).values(name="diary_id", value=diary_id))
                built_in_measures.take_in(connection, built_in)
        except BaseException:
            engine.dispose()
            raise
        return store

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        built_in: Sequence[BuiltInRevision],
        writer: Writer,
        *,
        before_migrating: Callable[[Store], object],
    ) -> Self:
        """The diary at ``path``, to write in, once every page of it was found as it was written.

        Raises ``DiaryError``: ``diary_file_missing``, ``diary_damaged``, ``not_a_diary``, ``diary_newer``. An older
        schema is migrated after ``before_migrating`` (a backup) returned; a newer one is left untouched.
        """
        store = cls(path, engine_for(path, key), writer)
        try:
            store._look_at_pages()
            if not store._has_this_schema():
                before_migrating(store)
                with faults_of(path):
                    migrations.upgrade(store._engine)
            store._bring_up_to(built_in)
        except BaseException:
            store.close()
            raise
        return store

    @classmethod
    def open_to_read(cls, path: Path, key: bytes, writer: Writer) -> Self:
        """The diary at ``path``, to read beside an open window; ``diary_older`` for one to be migrated first."""
        store = cls(path, engine_for(path, key, read_only=True), writer)
        try:
            if not store._has_this_schema():
                raise DiaryError("diary_older", file=path.name)  # noqa: TRY301 - closed below like any other fault
        except BaseException:
            store.close()
            raise
        return store

    def _look_at_pages(self) -> None:
        """Refuse a file with a damaged page before anything is written in it: a page in use may come later."""
        with self.reading() as connection:
            if whole_file.changed_pages(connection):
                raise DiaryError("diary_damaged", file=self.path.name)

    def _has_this_schema(self) -> bool:
        with self.reading() as connection:
            return migrations.is_current(connection, self.path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def _bring_up_to(self, built_in: Sequence[BuiltInRevision]) -> None:
        with self.reading() as connection:
            known = revisions.last_seq(connection, BUILT_IN)
        if known < len(built_in):
            with self._transaction() as connection:
                built_in_measures.take_in(connection, built_in)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with faults_of(self.path), self._engine.begin() as connection:
                yield connection
        except BaseException:
            self._last = None
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for questions."""
        with faults_of(self.path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def caching(self) -> Iterator[Connection]:
        """A transaction for what can be worked out again; history goes through ``write`` alone."""
        with self._transaction() as connection:
            yield connection

    def write(self, changes: Iterable[FieldChange], *, recorder: str, gesture: str | None = None) -> Written:
        """Write one act: its revisions and the tables they change, in one transaction; what is so already is skipped.

        ``gesture`` joins an earlier act, so that undo takes both back together.
        """
        wanted = list(changes)
        with self._transaction() as connection:
            new, histories = _news(connection, wanted)
            written = self._append(connection, new, histories, recorder=recorder, gesture=gesture)
            return self._as_sealed(connection, written, histories, recorder)

    def _as_sealed(
        self, connection: Connection, written: Written, histories: dict[Subject, list[Revision]], recorder: str
    ) -> Written:
        """Leave nothing in plain words of a note that only the person is to read from this act on."""
        texts = [
            row
            for subject in written.subjects
            if subject[0] == "note"
            for row in histories[subject]
            if row.gesture == written.gesture and row.field == "text"
        ]
        if not texts:
            return written
        sealed = sorted({row.key for row in texts if is_sealed_text(row)})
        stays = any(changes_who_reads(row, histories[row.subject], ()) for row in texts)
        removal = forgetting.plain_words_of(connection, sealed)
        self._forget(connection, removal, recorder=recorder, gesture=written.gesture)
        gone = frozenset(row.gesture for row in removal.rows)
        return replace(written, stays=stays or bool(removal.rows), forgot=gone)

    def forget_plain_words(self, notes: Iterable[str], *, recorder: str) -> Removal:
        """Forget what came in plain words of notes that only the person reads: another copy wrote it meanwhile."""
        with self._transaction() as connection:
            removal = forgetting.plain_words_of(connection, notes)
            self._forget(connection, removal, recorder=recorder)
        return removal

    def _forget(self, connection: Connection, removal: Removal, *, recorder: str, gesture: str | None = None) -> None:
        changes = self._forgetting(removal)
        histories = {change.subject: list[Revision]() for change in changes}
        self._append(connection, changes, histories, recorder=recorder, gesture=gesture)
        forgetting.carry_out(connection, removal)

    def _forgetting(self, removal: Removal) -> list[FieldChange]:
        names = [list(stamp) for stamp in removal.names]
        return [FieldChange(FORGET, self._surroundings.new_id(), "names", names)] if names else []

    def news_in(self, changes: Iterable[FieldChange]) -> list[FieldChange]:
        """Those of ``changes`` that ``write`` would write."""
        wanted = list(changes)
        with self.reading() as connection:
            return _news(connection, wanted)[0]

    def undo(self, gesture: str, *, recorder: str, only: frozenset[Subject] | None = None) -> Written:
        """Write what takes ``gesture`` back, as a new act: only where nothing else was written since and not undone.

        Undoing an undo brings the first act back. What was forgotten stays so, and so does who may read a note.
        ``only`` takes back a part of it.
        """
        with self._transaction() as connection:
            rows = [row for row in revisions.of_gesture(connection, gesture) if only is None or row.subject in only]
            histories = revisions.of_subjects(connection, {row.subject for row in rows})
            changes, left = undoing.taking_back(connection, rows, histories)
            return self._append(connection, changes, histories, recorder=recorder, undoes=gesture, left=left)

    def _append(
        self,
        connection: Connection,
        changes: Sequence[FieldChange],
        histories: dict[Subject, list[Revision]],
        *,
        recorder: str,
        gesture: str | None = None,
        undoes: str | None = None,
        left: frozenset[Subject] = frozenset(),
    ) -> Written:
        if not changes:
            return Written(None, frozenset(), left)
        now = self._surroundings.now()
        now = now.replace(microsecond=now.microsecond // 1000 * 1000)
        last_clock, seq = self._last or revisions.last(connection, self.device)
        clock = max(milliseconds(now) << 16, last_clock + 1)
        act = gesture or self._surroundings.new_id()
        zone, offset_min = self._surroundings.zone(), minutes_from_utc(now)
        rows = []
        for number, change in enumerate(changes, seq + 1):
            history = histories[change.subject]
            row = Revision(
                device=self.device,
                seq=number,
                clock=clock,
                written_at=now,
                offset_min=offset_min,
                zone=zone,
                recorder=recorder,
                gesture=act,
                undoes=undoes,
                kind=change.kind,
                key=change.key,
                field=change.field,
                value=revisions.as_json(change.value),
                seen=tuple(head.stamp for head in revisions.heads(history, change.field)),
            )
            history.append(row)
            rows.append(row)
        revisions.insert(connection, rows)
        self._last = clock, seq + len(rows)
        subjects = {row.subject for row in rows}
        projection.store(connection, {subject: histories[subject] for subject in subjects})
        return Written(act, frozenset(subjects), left)

    def take_in(self, incoming: Iterable[Revision]) -> frozenset[Subject]:
        """Add another copy's revisions by union, and return what may look different now.

        Raises ``DiaryError``, with nothing written: ``revisions_contradict``, ``revisions_unreadable``.
        """
        try:
            with self._transaction() as connection:
                self._last = None
                touched = revisions.take_in(connection, incoming)
                projection.refresh(connection, touched)
                arriving.check(connection, touched)
                return frozenset(touched)
        except arriving.MALFORMED as fault:
            raise DiaryError("revisions_unreadable") from fault

    def forget(self, subjects: Iterable[Subject], *, recorder: str) -> Removal:
        """Take the words of these things out of the history for good, here and in every copy that this one meets.

        It can't be undone. Returns what went; nothing is written where nothing has words.
        """
        with self._transaction() as connection:
            removal = forgetting.removal_of(connection, subjects)
            if removal.rows:
                self._forget(connection, removal, recorder=recorder)
        return removal

    def move_away(self, subjects: Iterable[Subject], stays: Iterable[FieldChange], *, recorder: str) -> Removal:
        """As ``forget``, of these things and not of their parts; ``stays`` is written anew in the same step."""
        wanted = list(stays)
        with self._transaction() as connection:
            removal = forgetting.removal_of(connection, subjects, parts_too=False)
            changes = [*self._forgetting(removal), *wanted]
            histories = revisions.of_subjects(connection, {change.subject for change in changes})
            self._append(connection, changes, histories, recorder=recorder)
            forgetting.carry_out(connection, removal)
        return removal

    def compact(self) -> None:
        """Write the file anew without what was deleted in it; needs as much room again for a moment."""
        with faults_of(self.path):
            whole_file.write_anew(self._engine)

    def rebuild(self) -> None:
        """Work out every projected table again from the revisions."""
        with self._transaction() as connection:
            projection.rebuild(connection)

    def keep_draft(self, key: str, text: str | None, *, instead_of: str | None = None) -> None:
        """Keep a text that is being written, ``None`` to drop it, in place of another's; not history."""
        with self._transaction() as connection:
            connection.execute(delete(tables.draft).where(tables.draft.c.key.in_((key, instead_of or key))))
            if text is not None:
                row = {"key": key, "text": text, "kept_at": self._surroundings.now()}
                connection.execute(insert(tables.draft).values(row))

    def draft(self, key: str) -> str | None:
        """The text kept under ``key``."""
        with self.reading() as connection:
            return connection.execute(select(tables.draft.c.text).where(tables.draft.c.key == key)).scalar()

    def drafts(self, ending: str) -> dict[str, str]:
        """The texts kept under keys with this ending, by key."""
        table = tables.draft
        with self.reading() as connection:
            rows = connection.execute(select(table).where(table.c.key.endswith(ending, autoescape=True)))
            return {row.key: row.text for row in rows}

    def last_act(self, device: str) -> LastAct | None:
        """The last act of ``device`` that undo may take back, or redo where it was an undo; setting up is none."""
        with self.reading() as connection:
            return undoing.last_act(connection, device)

    @property
    def diary_id(self) -> str:
        """Which diary this is, the same in every copy."""
        with self.reading() as connection:
            return str(
                connection.execute(select(tables.about.c.value).where(tables.about.c.name == "diary_id")).scalar_one()
            )

    @property
    def last_seq(self) -> int:
        """The highest seq this device has written here."""
        with self.reading() as connection:
            return revisions.last_seq(connection, self.device)

    @property
    def changes(self) -> int:
        """How many revisions there are: it grows with every change, and no clock set back can hide one."""
        with self.reading() as connection:
            return revisions.count(connection)

    def remembered(self, name: str) -> str | None:
        """What this copy of the diary remembers under ``name``; not history, and never merged."""
        with self.reading() as connection:
            return connection.execute(select(tables.about.c.value).where(tables.about.c.name == name)).scalar()

    def remember(self, name: str, value: str) -> None:
        """Remember ``value`` under ``name`` in this copy."""
        with self._transaction() as connection:
            connection.execute(delete(tables.about).where(tables.about.c.name == name))
            connection.execute(insert(tables.about).values(name=name, value=value))

    def copy_whole(self, target: Path, goes_on: Callable[[], bool] = whole_file.always) -> None:
        """A whole, compact copy under the same key at ``target``, which must not exist; it is removed when it fails.

        ``goes_on`` is asked all the while; ``backup_unfinished`` is raised when it says no.
        """
        with faults_of(self.path):
            whole_file.copy(self._engine, target, goes_on)

    def faults(self) -> list[str]:
        """What is wrong with the file, in SQLite's words; empty when it is whole."""
        with self.reading() as connection:
            return whole_file.integrity_faults(connection)

    def projection_differences(self) -> dict[str, int]:
        """How many rows of each table are not what the revisions add up to."""
        with self.reading() as connection:
            return projection.differences(connection)


def _news(
    connection: Connection, wanted: Sequence[FieldChange]
) -> tuple[list[FieldChange], dict[Subject, list[Revision]]]:
    """The changes that are not so already, and the history of everything that is wanted."""
    histories = revisions.of_subjects(connection, {change.subject for change in wanted})
    return [change for change in wanted if not _is_so(change, histories[change.subject])], histories


def _is_so(change: FieldChange, history: Sequence[Revision]) -> bool:
    of_field = [row for row in history if row.field == change.field]
    if not of_field:
        return change.value is None
    last = of_field[-1]
    if change.only_if and last.value is not None:
        return True
    if change.only_if is OnlyIf.NEW and revisions.was_given(of_field):
        return True
    return last.value == revisions.as_json(change.value) or last.content == change.value  # 6 is 6.0
