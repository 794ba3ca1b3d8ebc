"""Bringing an earlier value back: what must be written so that it stands again, with what explains it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from diary.storage import projection
from diary.storage.columns import milliseconds
from diary.storage.keys import BETWEEN, EntryKey
from diary.storage.past import PARTS_OF_ENTRY, About, subject_of
from diary.storage.revisions import FieldChange, Revision, Stamp, Subject, by_field, of_subjects, with_stamp
from diary.storage.sealed_words import is_sealed_text, note_place, words_in

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.vault.persons_seal import PersonsSeal

_EXPLAINING = {
    "entry": ("day_ends_at", "from_notes", "batch", "source_written_at", "source_offset_min"),
    "moment": ("day", "recorder", "basis", "at", "day_ends_at"),
    "note": ("day", "recorder", "basis", "sharing", "batch"),
    "intake": ("treatment", "day", "recorder", "basis", "at"),
}
"""What a value needs to be about something, by kind; it comes back only where it was emptied too.

That a list was looked through is no part of it: all that stayed emptied would then count as absent.
"""
_GONE = "deleted"


def bringing_back(connection: Connection, stamp: Stamp, seal: PersonsSeal | None = None) -> list[FieldChange]:
    """The changes that make a revision's value stand again; none when it holds no value, or is not here.

    Sealed words come back plain to a note that isn't sealed now, and to nobody without the person's ``seal``.
    """
    row = with_stamp(connection, stamp)
    if row is None or row.value is None or row.field == _GONE:
        return []
    histories = of_subjects(connection, [row.subject, *_owner(row)])
    changes = [change for subject, history in histories.items() for change in _explanations(subject, history)]
    content = _content(row, histories[row.subject])
    if is_sealed_text(row):
        words = words_in(content, note_place(row.key), seal)
        if words is None:
            return []
        content = content if _is_sealed_now(histories[row.subject]) else words
    return [*changes, FieldChange(row.kind, row.key, row.field, content)]


def said_in(connection: Connection, stamp: Stamp) -> About:
    """Whose words a revision is, and on which basis; nobody's when it is not here."""
    row = with_stamp(connection, stamp)
    if row is None:
        return About(None, None)
    owner = next(_owner(row), row.subject)
    history = of_subjects(connection, [owner]).get(owner) or [row]
    return subject_of(history[0], history)


def stands(row: Revision, history: Sequence[Revision], owner: Sequence[Revision] = ()) -> bool:
    """Whether what a revision says is so now; ``owner`` is the history of the moment that it is a part of."""
    latest = [one for one in history if one.field == row.field][-1]
    return _meant(latest) == _meant(row) and not _is_gone(history) and not _is_gone(owner)


def _is_sealed_now(history: Sequence[Revision]) -> bool:
    return is_sealed_text([one for one in history if one.field == "text"][-1])


def _is_gone(history: Sequence[Revision]) -> bool:
    deletions = [one for one in history if one.field == _GONE]
    return bool(deletions) and bool(deletions[-1].content)


def _meant(row: Revision) -> Any:  # noqa: ANN401 - a field may hold any JSON
    content = row.content
    return (content["value"], content["version"]) if row.kind == "score" and content else content


def _owner(row: Revision) -> Iterator[Subject]:
    """The entry or the moment that a part belongs to."""
    if row.kind in PARTS_OF_ENTRY:
        key = row.key.partition(BETWEEN)[0]
        yield ("entry" if EntryKey.parse(key) else "moment"), key


def _explanations(subject: Subject, history: Sequence[Revision]) -> Iterator[FieldChange]:
    fields = by_field(history)
    kind, key = subject
    for name in _EXPLAINING.get(kind, ()):
        given = [row for row in fields.get(name, ()) if row.value is not None]
        if given and fields[name][-1].value is None:
            yield FieldChange(kind, key, name, given[-1].content)
    if _is_gone(history):
        yield FieldChange(kind, key, _GONE, None)


def _content(row: Revision, history: Sequence[Revision]) -> Any:  # noqa: ANN401 - a field may hold any JSON
    """The value; an answer that was emptied since says when it was given: bringing it back does not make it late."""
    latest = [one for one in history if one.field == row.field][-1]
    if row.kind != "score" or latest.value is not None:
        return row.content
    then = projection.project(row.kind, row.key, [one for one in history if one.order <= row.order])
    if then is None or then["answered_at"] is None:
        return row.content
    told = {
        "answered_at": milliseconds(then["answered_at"]),
        "answered_offset_min": then["answered_offset_min"],
    }
    return row.content | told
