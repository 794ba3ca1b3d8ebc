"""Not logging for a while, by choice: such days are paused, not empty."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.values import Changes
from diary.domain.days import ONE_DAY
from diary.domain.entries import Pause, PauseFor
from diary.storage import reading
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def pause_now(diary: OpenDiary) -> Pause | None:
    """The pause that covers today, ``None`` where there is none."""
    today = diary.today()
    with diary.store.reading() as connection:
        running = [one for one in reading.pauses(connection) if one.covers(today)]
    return max(running, key=lambda one: (one.last or date.max, one.id), default=None)


def pause(diary: OpenDiary, length: PauseFor) -> Changes:
    """Pause from today on; a pause that is running goes on for so long instead."""
    today = diary.today()
    running = pause_now(diary)
    last = length.last_day(today)
    end = last.isoformat() if last else None
    if running is not None:
        return act(diary, [FieldChange("pause", running.id, "last", end)], diary.recorder)
    key = diary.computer.surroundings.new_id()
    first = FieldChange("pause", key, "first", today.isoformat())
    return act(diary, [first, FieldChange("pause", key, "last", end)], diary.recorder)


def end_pause(diary: OpenDiary) -> Changes:
    """End every pause that is running: it lasted until yesterday, or never was if it began today."""
    today = diary.today()
    with diary.store.reading() as connection:
        running = [one for one in reading.pauses(connection) if one.covers(today)]
    yesterday = (today - ONE_DAY).isoformat()
    changes = [
        FieldChange("pause", one.id, "deleted", value=True)
        if one.first == today
        else FieldChange("pause", one.id, "last", yesterday)
        for one in running
    ]
    return act(diary, changes, diary.recorder)
