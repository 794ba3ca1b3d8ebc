"""How sealed words stand in the diary: a value that tells itself from plain words, for one note or one draft.

A note's text is then ``{"sealed": "…"}`` in its revision. Whether it is sealed follows from that alone, so that it
can't be lost where two computers changed the text and who may read it at the same time.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from diary.domain.entries import Sharing
from diary.domain.today import SEALED_NOTE
from diary.storage import tables
from diary.storage.revisions import of_subjects, value_before

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

    from diary.storage.revisions import Revision, Stamp
    from diary.vault.persons_seal import PersonsSeal
    from diary.vault.sealing import RandomBytes

_SEALED = "sealed"


def note_place(note_id: str) -> str:
    """For what the words of a note are sealed."""
    return f"note {note_id}"


def draft_place(key: str) -> str:
    """For what the words of a draft are sealed."""
    return f"draft {key}"


def sealed_value(seal: PersonsSeal, words: str, place: str, random_bytes: RandomBytes) -> dict[str, str]:
    """The value of a revision whose words only the person can read."""
    return {_SEALED: seal.sealed(words, place, random_bytes)}


def is_sealed(value: object) -> bool:
    """Whether a note's text in a revision is sealed: plain words are nothing but text."""
    return isinstance(value, dict)


def is_sealed_text(row: Revision) -> bool:
    """Whether a revision is sealed words of a note."""
    return (row.kind, row.field) == ("note", "text") and is_sealed(row.content)


def is_plain_text(row: Revision) -> bool:
    """Whether a revision is words of a note that whoever opens the diary can read."""
    return (row.kind, row.field) == ("note", "text") and row.value is not None and not is_sealed(row.content)


def words_in(value: object, place: str, seal: PersonsSeal | None) -> str | None:
    """The words in a value as ``sealed_value`` makes it; ``None`` without the seal, and for what it doesn't open."""
    whole = value.get(_SEALED) if isinstance(value, dict) else None
    return seal.opened(whole, place) if seal is not None and isinstance(whole, str) else None


def words_in_row(text: str, place: str, seal: PersonsSeal | None) -> str | None:
    """The same for the text of a projected row, which holds the value as JSON."""
    return words_in(_value_in(text), place, seal)


def stands_plain(text: str) -> bool:
    """Whether the text of a projected row that is to be sealed isn't yet, as after two copies were joined."""
    return not is_sealed(_value_in(text))


def _value_in(text: str) -> Any:  # noqa: ANN401 - any JSON
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def changes_who_reads(row: Revision, history: Sequence[Revision], forgotten: Collection[Stamp]) -> bool:
    """Whether a revision sealed a note or took the seal off, which no undo takes back: plain words would be left."""
    before = value_before(row, history)
    if before is None:
        return False
    if is_sealed_text(row):
        return is_plain_text(before) or before.stamp in forgotten
    return is_plain_text(row) and is_sealed_text(before)


def is_so_sealed(connection: Connection, note_id: str, words: str, seal: PersonsSeal) -> bool:
    """Whether a note says these words already, and only to the person."""
    table = tables.note.c
    text = connection.execute(
        select(table.text).where(table.key == note_id, table.sharing == Sharing.SEALED)
    ).scalar_one_or_none()
    return text is not None and words_in_row(text, note_place(note_id), seal) == words


def not_yet_sealed(connection: Connection) -> tuple[dict[str, str], list[str]]:
    """The notes that are to be sealed and whose words aren't, with these; and the sealed ones with plain words left.

    Another copy of the diary wrote them so, which didn't know yet.
    """
    table = tables.note.c
    rows = connection.execute(select(table.key, table.text).where(table.sharing == Sharing.SEALED)).all()
    plain = {row.key: row.text for row in rows if stands_plain(row.text)}
    histories = of_subjects(connection, [("note", row.key) for row in rows if row.key not in plain])
    return plain, [key for (_, key), history in histories.items() if any(map(is_plain_text, history))]


def is_any(connection: Connection) -> bool:
    """Whether any words are sealed, earlier wordings, deleted notes and drafts included."""
    table = tables.revision.c
    rows = select(table.seq).where(table.kind == "note", table.field == "text", table.value.startswith("{")).limit(1)
    drafts = select(tables.draft.c.key).where(tables.draft.c.key.startswith(SEALED_NOTE)).limit(1)
    return any(connection.execute(query).first() is not None for query in (rows, drafts))


def count_shut(connection: Connection, seal: PersonsSeal) -> int:
    """How many sealed notes ``seal`` doesn't open."""
    table = tables.note.c
    rows = connection.execute(select(table.key, table.text).where(table.sharing == Sharing.SEALED)).all()
    sealed = [row for row in rows if not stands_plain(row.text)]
    return sum(words_in_row(row.text, note_place(row.key), seal) is None for row in sealed)
