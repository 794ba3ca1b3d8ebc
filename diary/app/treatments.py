"""What the person takes or does for it: the list, what was taken on a day, and whether it helped."""

from __future__ import annotations

from datetime import date, time
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.lines import one_line, perhaps_one_line
from diary.app.values import Changes
from diary.app.whose import check_known
from diary.domain.days import Period, checked_day
from diary.domain.entries import TREATMENT_KINDS, Helped, Intake, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, Voice
from diary.storage import lists
from diary.storage.keys import intake_key
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary

LONGEST_NAME, LONGEST_DOSE = 80, 40
_INTAKE_FIELDS = ("treatment", "day", "recorder", "basis", "at", "helped")


def treatments(diary: OpenDiary) -> tuple[Treatment, ...]:
    """Everything on the list, what has ended too, in the order of names."""
    with diary.store.reading() as connection:
        return tuple(lists.treatments(connection).values())


def keep_treatment(diary: OpenDiary, wanted: Treatment) -> Changes:
    """Add a treatment (an empty ``id``), or change the one with its id.

    Raises ``DiaryError``: ``words_empty``, ``label_too_long``, ``treatment_unknown``, ``treatment_kind_unknown``,
    ``period_backwards``.
    """
    if wanted.id:
        _known(diary, wanted.id)
    if wanted.kind not in TREATMENT_KINDS:
        raise DiaryError("treatment_kind_unknown")
    if wanted.first and wanted.last:
        Period(wanted.first.day, wanted.last.last_day)
    key = wanted.id or diary.computer.surroundings.new_id()
    fields = {
        "name": one_line(wanted.name, most=LONGEST_NAME),
        "kind": wanted.kind,
        "dose": perhaps_one_line(wanted.dose, most=LONGEST_DOSE) or None,
        "unit": perhaps_one_line(wanted.unit, most=LONGEST_DOSE) or None,
        "as_needed": wanted.as_needed or None,
        **rough_fields("first", wanted.first),
        **rough_fields("last", wanted.last),
    }
    return act(diary, [FieldChange("treatment", key, name, value) for name, value in fields.items()], diary.recorder)


def delete_treatment(diary: OpenDiary, treatment_id: str) -> Changes:
    """Take a treatment off the list; to say that it ended, give it a last day instead."""
    _known(diary, treatment_id)
    return act(diary, [FieldChange("treatment", treatment_id, "deleted", value=True)], diary.recorder)


def take(
    diary: OpenDiary,
    day: date,
    treatment_id: str,
    *,
    at: time | None = None,
    helped: Helped | None = None,
    intake_id: str = "",
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Say that a treatment was taken or done on a day; a second tick is the same one unless it is taken as needed.

    ``intake_id`` is a random one of its own for what is taken as needed; without it one is made. Raises
    ``DiaryError``: ``day_in_future``, ``treatment_unknown``, ``measure_not_observed``, and as ``change_intake``.
    """
    checked_day(day, diary.today())
    if not voice.basis.is_own:
        raise DiaryError("measure_not_observed")
    as_needed = _known(diary, treatment_id).as_needed
    new_id = diary.computer.surroundings.new_id
    key = (intake_id or new_id()) if as_needed else intake_key(day, voice.recorder, voice.basis, treatment_id)
    check_known(diary, ("intake", key))
    values = (treatment_id, day.isoformat(), voice.recorder, voice.basis, _clock(at), helped)
    fields = {name: value for name, value in zip(_INTAKE_FIELDS, values, strict=True) if value is not None}
    return act(diary, [FieldChange("intake", key, name, value) for name, value in fields.items()], voice.recorder)


def change_intake(diary: OpenDiary, intake: Intake) -> Changes:
    """Change when a treatment was taken and whether it helped; ``None`` is not said.

    Raises ``DiaryError("not_yours_to_change")`` for a carer where somebody else said that it was taken.
    """
    check_known(diary, ("intake", intake.id))
    changes = [
        FieldChange("intake", intake.id, "at", _clock(intake.at)),
        FieldChange("intake", intake.id, "helped", intake.helped),
    ]
    return act(diary, changes, diary.recorder)


def untake(diary: OpenDiary, intake: Intake) -> Changes:
    """Take back that a treatment was taken; raises as ``change_intake``."""
    check_known(diary, ("intake", intake.id))
    if intake.id == intake_key(intake.day, intake.recorder, intake.basis, intake.treatment):
        changes = [FieldChange("intake", intake.id, name, None) for name in _INTAKE_FIELDS]
    else:
        changes = [FieldChange("intake", intake.id, "deleted", value=True)]
    return act(diary, changes, diary.recorder)


def rough_fields(prefix: str, on: RoughDate | None) -> dict[str, str | None]:
    """The two fields of a date that may be known only to the month or the year."""
    day, precision = (on.day.isoformat(), on.precision) if on else (None, None)
    return {f"{prefix}_day": day, f"{prefix}_precision": precision}


def _clock(at: time | None) -> str | None:
    return None if at is None else at.isoformat("minutes")


def _known(diary: OpenDiary, treatment_id: str) -> Treatment:
    with diary.store.reading() as connection:
        found = lists.treatments(connection).get(treatment_id)
    if found is None:
        raise DiaryError("treatment_unknown")
    return found
