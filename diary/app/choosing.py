"""The diary's own choices: what Today asks and Look back draws, the low-energy switch, the hour at which days end."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.look_back import PANELS
from diary.domain.measures import FORMER
from diary.domain.today import (
    DAY_END,
    LATEST_DAY_END,
    LOW_ENERGY,
    SHOWN,
    WEEK_DAYS,
    WHOLE_WEEK,
    TodayChoices,
    choices_from,
)
from diary.storage import lists, reading
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def today_choices(diary: OpenDiary) -> TodayChoices:
    """What the person chose, or what stands until they do."""
    with diary.store.reading() as connection:
        settings = lists.settings(connection)
        measures = reading.measures(connection)
    return choices_from({name: json.loads(value) for name, value in settings.items()}, measures)


def choose_shown(diary: OpenDiary, shown: Sequence[str]) -> Changes:
    """Choose what stands below the core, in this order; raises ``DiaryError("not_offered")`` for anything else."""
    offered = today_choices(diary).offered
    if not set(shown) <= set(offered):
        raise DiaryError("not_offered")
    return act(diary, [FieldChange("setting", SHOWN, "value", list(dict.fromkeys(shown)))], diary.recorder)


def choose_low_energy(diary: OpenDiary, *, on: bool) -> Changes:
    """Show the core alone, or all that was chosen again."""
    return act(diary, [FieldChange("setting", LOW_ENERGY, "value", value=on)], diary.recorder)


def choose_week_days(diary: OpenDiary, days: Collection[int]) -> Changes:
    """Mean to write on these days of the week (Monday is 0); none and all seven are every day. Raises ``not_offered``.

    Nothing is required on them, and every other day can be written about as before.
    """
    if not set(days) <= WHOLE_WEEK:
        raise DiaryError("not_offered")
    few = sorted(days) if set(days) < WHOLE_WEEK else []
    return act(diary, [FieldChange("setting", WEEK_DAYS, "value", few or None)], diary.recorder)


def choose_panels(diary: OpenDiary, panels: Sequence[str]) -> Changes:
    """Choose what the time chart shows, in this order; raises ``DiaryError("not_offered")`` for no measure's id."""
    with diary.store.reading() as connection:
        known = reading.measures(connection)
    if not {one.partition(FORMER)[0] for one in panels} <= set(known):
        raise DiaryError("not_offered")
    return act(diary, [FieldChange("setting", PANELS, "value", list(dict.fromkeys(panels)))], diary.recorder)


def choose_day_end(diary: OpenDiary, hour: int) -> Changes:
    """End the day at this hour (0 to 12) from now on; nothing that is written moves. Raises ``day_end_wrong``."""
    if not 0 <= hour <= LATEST_DAY_END:
        raise DiaryError("day_end_wrong", latest=LATEST_DAY_END)
    return act(diary, [FieldChange("setting", DAY_END, "value", hour)], diary.recorder)
