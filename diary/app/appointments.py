"""Appointments: a date is enough; the next pages for a doctor can begin on the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.story import EARLIEST
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.storage import lists, reading
from diary.storage.keys import NEXT_APPOINTMENT
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from datetime import date

    from diary.app.opened import OpenDiary


def keep(diary: OpenDiary, day: date, appointment_id: str = "") -> Changes:
    """Remember an appointment, past or to come, or move the one with that id; nothing where that day has one.

    Raises ``DiaryError``: ``event_too_early``, ``appointment_unknown``.
    """
    if day < EARLIEST:
        raise DiaryError("event_too_early")
    known = _days(diary)
    if appointment_id and appointment_id not in known:
        raise DiaryError("appointment_unknown")
    if day in known.values():
        return Changes()
    key = appointment_id or diary.computer.surroundings.new_id()
    return act(diary, [FieldChange("appointment", key, "day", day.isoformat())], diary.recorder)


def remove(diary: OpenDiary, appointment_id: str) -> Changes:
    """Take an appointment away; of the one that is being prepared only its day, for its wish and questions are wanted.

    Raises ``DiaryError("appointment_unknown")``.
    """
    if appointment_id not in _days(diary):
        raise DiaryError("appointment_unknown")
    if appointment_id == NEXT_APPOINTMENT:
        gone = FieldChange("appointment", NEXT_APPOINTMENT, "day", None)
    else:
        gone = FieldChange("appointment", appointment_id, "deleted", value=True)
    return act(diary, [gone], diary.recorder)


def _days(diary: OpenDiary) -> dict[str, date]:
    with diary.store.reading() as connection:
        prepared = reading.appointment(connection)
        known = (*lists.appointments(connection), *([prepared] if prepared else []))
    return {one.id: one.day for one in known if one.day is not None}
