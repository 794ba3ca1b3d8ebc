"""Coming back: a welcome without reproach, and what is asked now and then beside the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app import ways_in
from diary.app.acts import act
from diary.app.choosing import today_choices
from diary.app.values import Changes, Welcome
from diary.domain.helping import IsHelping, days_away, is_time_to_ask
from diary.storage import lists, reading
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def welcome(diary: OpenDiary) -> Welcome:
    """What to say when Today opens; after a pause or in the middle of one nobody was away."""
    today = diary.today()
    with diary.store.reading() as connection:
        ends = reading.reach(connection)
        answers = lists.helping(connection)
        pauses = reading.pauses(connection)
    first, last = ends or (None, None)
    paused = [one.last or today for one in pauses if one.first <= today]
    present = max((day for day in (last, *paused) if day is not None), default=None)
    away = days_away(present, today, today_choices(diary).week_days)
    return Welcome(
        away, is_time_to_ask(first, answers, today), asks_about_code=ways_in.is_time_to_ask_about_code(diary)
    )


def answer_helping(diary: OpenDiary, answer: IsHelping) -> Changes:
    """Keep the answer to "Is keeping this diary helping?", given today."""
    return act(diary, [FieldChange("helping", diary.today().isoformat(), "answer", answer)], diary.recorder)
