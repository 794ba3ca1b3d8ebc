"""More than one entry a day: moments, which ask about right now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.values import Changes
from diary.app.whose import check_known
from diary.domain.days import checked_day, wall_time_of
from diary.domain.errors import DiaryError
from diary.domain.measures import checked_score
from diary.domain.people import OWN_VOICE, Voice
from diary.storage import reading
from diary.storage.keys import score_key
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def answer_moment(
    diary: OpenDiary,
    day: date,
    moment_id: str,
    at: time,
    scores: Mapping[str, float | None],
    *,
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Answer ``pain_now``, ``anxiety_now`` or ``mood_now`` at a wall time of a day; the first answer makes the moment.

    ``moment_id`` is one of its own, random, for all of its answers. ``None`` takes an answer away; a moment without
    any is none. Raises ``DiaryError``: ``day_in_future``, ``moment_in_future``, ``measure_unknown``,
    ``score_out_of_range``, ``score_between_steps``, ``measure_not_observed``, and for a carer ``not_yours_to_change``
    where the moment is somebody else's.
    """
    checked_day(day, diary.today())
    check_known(diary, ("moment", moment_id))
    if not voice.basis.is_own:
        raise DiaryError("measure_not_observed")
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
        is_kept = reading.moment_at(connection, moment_id) == (day, at)
    if not is_kept:  # the clock may have been set back since
        _check_at(diary, day, at)
    fields: dict[str, str | int] = {
        "day": day.isoformat(),
        "recorder": voice.recorder,
        "basis": voice.basis,
        "at": at.isoformat("minutes"),
        "day_ends_at": diary.day_ends_at,
    }
    changes = [FieldChange("moment", moment_id, name, value, OnlyIf.EMPTY) for name, value in fields.items()]
    for measure_id, value in scores.items():
        measure = measures.get(measure_id)
        if measure is None or measure.moment_of is None:
            raise DiaryError("measure_unknown")
        answer = None if value is None else {"value": checked_score(measure, value), "version": measure.version}
        changes.append(FieldChange("score", score_key(moment_id, measure_id), "answer", answer))
    return act(diary, changes, voice.recorder)


def move_moment(diary: OpenDiary, day: date, moment_id: str, at: time) -> Changes:
    """Change the time of a moment; to delete one: ``looking_back.delete_entries``. Raises as ``answer_moment``."""
    checked_day(day, diary.today())
    check_known(diary, ("moment", moment_id))
    _check_at(diary, day, at)
    return act(diary, [FieldChange("moment", moment_id, "at", at.isoformat("minutes"))], diary.recorder)


def _check_at(diary: OpenDiary, day: date, at: time) -> None:
    """Refuse what is still to come."""
    now = diary.computer.surroundings.now().replace(tzinfo=None)
    if wall_time_of(day, at, diary.day_ends_at) > now:
        raise DiaryError("moment_in_future")
