"""The diary's own choices: what Today asks and in which order, and the low-energy switch."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.today import LOW_ENERGY, SHOWN, TodayChoices, choices_from
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
