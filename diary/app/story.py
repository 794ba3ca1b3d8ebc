"""Dated events, and what came before the diary: the person's story, told once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.lines import one_line
from diary.app.treatments import rough_fields
from diary.app.values import Changes
from diary.domain.days import checked_day
from diary.domain.entries import Event
from diary.domain.errors import DiaryError
from diary.storage import lists
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary

LONGEST_LABEL, MOST_IN_STORY = 100, 5
EARLIEST = date(1900, 1, 1)


def events(diary: OpenDiary) -> tuple[Event, ...]:
    """Every event, oldest first, as the person dated it."""
    with diary.store.reading() as connection:
        return lists.events(connection)


def keep_event(diary: OpenDiary, wanted: Event) -> Changes:
    """Add an event (an empty ``id``), or change the one with its id; ``helped`` is for something that was tried.

    Whether it is in the story is chosen by ``choose_story``. Raises ``DiaryError``: ``words_empty``,
    ``label_too_long``, ``day_in_future``, ``event_too_early``, ``event_unknown``.
    """
    if wanted.id:
        _known(diary, [wanted.id])
    if wanted.on.day < EARLIEST:
        raise DiaryError("event_too_early")
    checked_day(wanted.on.day, diary.today())
    key = wanted.id or diary.computer.surroundings.new_id()
    fields = {"label": one_line(wanted.label, most=LONGEST_LABEL), "helped": wanted.helped}
    fields |= rough_fields("on", wanted.on)
    return act(diary, [FieldChange("event", key, name, value) for name, value in fields.items()], diary.recorder)


def delete_event(diary: OpenDiary, event_id: str) -> Changes:
    """Delete an event; it can be brought back for 30 days."""
    _known(diary, [event_id])
    return act(diary, [FieldChange("event", event_id, "deleted", value=True)], diary.recorder)


def choose_story(diary: OpenDiary, event_ids: Collection[str]) -> Changes:
    """Choose the events that stand as lines of the story on the summary, up to 5.

    Raises ``DiaryError``: ``story_too_long``, ``event_unknown``.
    """
    if len(set(event_ids)) > MOST_IN_STORY:
        raise DiaryError("story_too_long", most=MOST_IN_STORY)
    known = _known(diary, event_ids)
    changes = [FieldChange("event", one.id, "in_story", True if one.id in event_ids else None) for one in known]
    return act(diary, changes, diary.recorder)


def _known(diary: OpenDiary, event_ids: Collection[str]) -> tuple[Event, ...]:
    known = events(diary)
    if not set(event_ids) <= {one.id for one in known}:
        raise DiaryError("event_unknown")
    return known
