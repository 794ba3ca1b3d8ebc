"""Which pairs are looked at in a diary: three for everybody, and those that the person added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.links import AskedPair
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.storage import reading
from diary.storage.keys import BETWEEN
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from diary.app.opened import OpenDiary

FOR_EVERYBODY = (AskedPair(ANXIETY, PAIN), AskedPair(MOOD, PAIN), AskedPair(SLEEP, PAIN))
_PREFIX = f"together{BETWEEN}"


def added(connection: Connection) -> tuple[AskedPair, ...]:
    """The pairs that the person added, oldest first."""
    kept = reading.settings(connection, _PREFIX).values()
    pairs = [AskedPair.from_json(one) for one in kept]
    return tuple(sorted(pairs, key=lambda pair: (str(pair.added), pair.x, pair.y)))


def add(diary: OpenDiary, x: str, y: str) -> Changes:
    """Look at another pair from today on, in one act that undo can take back; nothing where it is looked at already.

    Raises ``DiaryError("pair_of_one")`` for a thing with itself.
    """
    if x == y:
        raise DiaryError("pair_of_one")
    with diary.store.reading() as connection:
        known = (*FOR_EVERYBODY, *added(connection))
    if _is_among(x, y, known):
        return Changes()
    pair = AskedPair(x, y, diary.today())
    return act(diary, [FieldChange("setting", _name(x, y), "value", pair.as_json())], diary.recorder)


def remove(diary: OpenDiary, x: str, y: str) -> Changes:
    """Look at a pair no more; the three for everybody stay. Added again, it counts from that day."""
    return act(diary, [FieldChange("setting", _name(x, y), "value", None)], diary.recorder)


def _is_among(x: str, y: str, pairs: Iterable[AskedPair]) -> bool:
    return any({x, y} == {pair.x, pair.y} for pair in pairs)


def _name(x: str, y: str) -> str:
    return f"{_PREFIX}{x}{BETWEEN}{y}"
