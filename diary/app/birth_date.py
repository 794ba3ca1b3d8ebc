"""The date of birth of whom the diary is about: a doctor files pages by it, and it stands on them only when ticked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.app.acts import about_the_person
from diary.domain.days import checked_day
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import Changes

EARLIEST = date(1900, 1, 1)


def keep(diary: OpenDiary, born_on: date | None) -> Changes:
    """Keep the day, or with ``None`` forget it; raises ``DiaryError``: ``event_too_early``, ``day_in_future``."""
    if born_on is not None:
        if born_on < EARLIEST:
            raise DiaryError("event_too_early")
        checked_day(born_on, diary.today())
    value = born_on.isoformat() if born_on else None
    return about_the_person(diary, [FieldChange("person", PERSON, "born_on", value)], diary.recorder)
