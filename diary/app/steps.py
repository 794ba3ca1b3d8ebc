"""What undo and redo would do next, told from the revisions of that act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.app.values import Step
from diary.domain.measures import PAIN
from diary.domain.places import BodySite, Side
from diary.domain.today import HEADACHE, HEADACHE_HOURS, HEADACHE_TODAY
from diary.storage import reading, revisions
from diary.storage.keys import BETWEEN, day_in_key

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.app.opened import OpenDiary
    from diary.storage.revisions import Revision

LOOKED_AT = 40
"""So many rows of an act are enough to tell what it was about; an import has a hundred thousand."""
GIVEN = frozenset({"answer", "mark", "text", "deleted", "present", "nowhere_else", "factors_looked_through", "value"})
"""The fields that a person gave, which say what an act was about; the others explain them."""
HEADACHE_QUESTIONS = frozenset({HEADACHE_TODAY, HEADACHE, HEADACHE_HOURS})


def next_undo(diary: OpenDiary, connection: Connection) -> Step | None:
    """What undo would take back, ``None`` when there is nothing."""
    return _step(connection, _rows(connection, diary.done[-1]), diary.recorder) if diary.done else None


def next_redo(diary: OpenDiary, connection: Connection) -> Step | None:
    """What redo would do again, ``None`` when there is nothing: what the last undo took back."""
    if not diary.undone:
        return None
    rows = _rows(connection, diary.undone[-1])
    taken_back = rows[0].undoes if rows else None
    return _step(connection, _rows(connection, taken_back) if taken_back else rows, diary.recorder)


def _rows(connection: Connection, gesture: str) -> list[Revision]:
    return revisions.of_gesture(connection, gesture, at_most=LOOKED_AT)


def _step(connection: Connection, rows: list[Revision], reader: str) -> Step:
    given = [row for row in rows if row.field in GIVEN and row.kind != "entry"] or [
        row for row in rows if row.field in GIVEN
    ]
    # That a note isn't deleted any more, said with its words, is no news of its own.
    told = [row for row in given if row.field != "deleted" or row.value is not None] or given or rows
    subjects = {row.subject for row in told}
    step = Step(told[0].kind) if len(subjects) == 1 else _several(told)
    if len(subjects) == 1 or step.what != "entry":
        step = _one(told[0], step)
    if all(row.value is None or row.field == "deleted" for row in told):
        step = replace(step, value=None, is_gone=True)
    if rows[0].recorder != reader:  # what another person answered is named, not shown
        step = replace(step, value=None)
    day = day_in_key(*told[0].subject) or reading.day_of(connection, *told[0].subject)
    return replace(step, day=day)


def _several(told: list[Revision]) -> Step:
    """Several answers at once: a headache's three questions, all that was said of a place, else an entry."""
    kinds = {row.kind for row in told}
    keys = [row.key.split(BETWEEN) for row in told if row.kind == "score"]
    if kinds == {"score"} and {key[1] for key in keys} <= HEADACHE_QUESTIONS:
        return Step(HEADACHE_TODAY)
    if kinds <= {"score", "spread"} and keys and keys[0][2] and len({tuple(key[2:4]) for key in keys}) == 1:
        return Step(PAIN)
    lone = kinds.pop() if len(kinds) == 1 else "entry"
    return Step("entry" if lone == "score" else lone)


def _one(row: Revision, step: Step) -> Step:
    """The answer in a row, or what it sets."""
    value = row.content
    match row.kind, row.key.split(BETWEEN):
        case "score", [_, measure, place, side]:
            answer = value.get("value") if isinstance(value, dict) else None
            return Step(measure, None, BodySite(place, Side(side)) if place else None, answer)
        case "day_mark", _:
            return replace(step, value=value if isinstance(value, str) else None)
        case "entry", _:
            return Step(row.field)
    return step
