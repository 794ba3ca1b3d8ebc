"""Bringing back a diary that was exported as JSON: everything but its history, beside what is there already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.own_measures import definition_of
from diary.app.sealing import brought_in
from diary.app.values import BroughtIn, Changes
from diary.domain.days import ONE_DAY, Period, checked_day
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.storage.columns import milliseconds, minutes_from_utc
from diary.storage.keys import (
    BETWEEN,
    NEXT_APPOINTMENT,
    WITHIN,
    EntryKey,
    anchor_key,
    factor_key,
    good_thing_key,
    mark_key,
    score_key,
    spread_key,
    version_key,
)
from diary.storage.lists import CONSENT_AT
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.entries import Entry, RoughDate
    from diary.domain.extract import Extract

Fields = dict[str, object]


def bring_back(diary: OpenDiary, found: Extract, *, dry_run: bool) -> BroughtIn:
    """Write what ``found`` has and this diary never had, as one act; what was written or deleted here stays so.

    Raises ``DiaryError``, with nothing written: ``json_wrong`` where an id isn't made as this program makes them,
    ``day_in_future``; a day ahead is let in, because a diary may come from where it is tomorrow already.
    """
    _check_ids(found)
    for day in (*(day.day for day in found.days), *(note.day for note in found.notes)):
        checked_day(day, diary.today() + ONE_DAY)
    entries = [entry for day in found.days for entry in day.entries]
    sealed = frozenset(note.id for note in found.notes if note.sharing is Sharing.SEALED)
    new = diary.store.news_in(brought_in(diary, change, sealed) for change in everything_in(found))
    written_in = {change.key.partition(BETWEEN)[0] for change in new}
    made = sum(entry.id in written_in for entry in entries)
    done = Changes() if dry_run else act(diary, new, diary.recorder)
    days = [day.day for day in found.days]
    span = Period(days[0], days[-1]) if days else None
    account = {
        "rows_read": len(entries),
        "entries_made": made,
        "days": [span.first.isoformat(), span.last.isoformat()] if span else [],
        "left_out": [],
        "columns_left_out": [],
        "words": {},
    }
    return BroughtIn(done, made, len(entries) - made, span, account)


def _check_ids(found: Extract) -> None:
    """An id made from meaning must say what its entry says, or two copies would write about different days under it."""
    marks = [mark.recorder for day in found.days for mark in day.marks]
    good = [one.recorder for one in found.good_things]
    versions = [one.measure for one in found.anchors] + [one.id for one in found.earlier_measures]
    for part in (*found.recorders, *found.measures, *found.factors, *marks, *good, *versions):
        if WITHIN in part or BETWEEN in part:
            raise DiaryError("json_wrong", where="id")
    for entry in (entry for day in found.days for entry in day.entries):
        made = str(EntryKey(entry.day, entry.recorder, entry.basis, entry.source))
        is_sound = entry.id == made if entry.moment is None else WITHIN not in entry.id
        if not is_sound or BETWEEN in entry.id or any(BETWEEN in place for place in _places_in(entry)):
            raise DiaryError("json_wrong", where="id")


def _places_in(entry: Entry) -> Iterator[str]:
    yield from (score.site.place for score in entry.scores if score.site)
    yield from (end.place for spread in entry.spreads for end in (spread.start, spread.end))


def everything_in(found: Extract) -> Iterator[FieldChange]:
    """What a diary would have to write to hold all that an extract holds, but for the person's name."""
    if found.person.born_on:
        yield from _fields("person", PERSON, {"born_on": found.person.born_on.isoformat()})
    for recorder in found.recorders.values():
        if recorder.id != PERSON:
            since, until = (None if day is None else day.isoformat() for day in (recorder.since, recorder.until))
            fields: Fields = {"name": recorder.name, "relationship": recorder.relationship or None}
            fields |= {"since": since, "until": until}
            yield from _fields("recorder", recorder.id, fields)
    for carer, given in found.consents.items():
        fields = {
            "recorder": carer,
            "answer": given.answer,
            "given_by": given.given_by,
            CONSENT_AT: given.at.isoformat(),
        }
        yield from _fields("consent", carer, fields)
    yield from _measures(found)
    for factor in found.factors.values():
        fields = {"label": factor.label, "position": factor.position, "hidden": factor.hidden or None}
        yield from _fields("factor", factor.id, fields)
    for day in found.days:
        for entry in day.entries:
            yield from _entry(entry)
        for mark in day.marks:
            yield from _fields("day_mark", mark_key(mark.day, mark.recorder, mark.basis), {"mark": mark.kind})
    yield from _beside_the_days(found)
    yield from _kept_by_key(found)


def _measures(found: Extract) -> Iterator[FieldChange]:
    for measure in found.measures.values():
        if measure.own and not measure.former_of:
            fields: Fields = {"definition": definition_of(measure), "archived": measure.archived or None}
            yield from _fields("measure", measure.id, fields)
    for measure in found.earlier_measures:
        yield from _fields(
            "measure_version", version_key(measure.id, measure.version), {"definition": definition_of(measure)}
        )
    for anchor in found.anchors:
        yield from _fields("own_anchor", anchor_key(anchor), {"words": anchor.words})


def _entry(entry: Entry) -> Iterator[FieldChange]:
    if EntryKey.parse(entry.id) is None:
        at = entry.moment.isoformat("minutes") if entry.moment else None
        fields: Fields = {"day": entry.day.isoformat(), "recorder": entry.recorder, "basis": entry.basis, "at": at}
        yield from _fields("moment", entry.id, fields | {"day_ends_at": entry.day_ends_at})
    else:
        fields = {
            "day_ends_at": entry.day_ends_at,
            "from_notes": entry.from_notes or None,
            "nowhere_else": entry.nowhere_else or None,
            "factors_looked_through": entry.factors_looked_through or None,
        }
        if entry.source_written_at:
            fields["source_written_at"] = milliseconds(entry.source_written_at)
            fields["source_offset_min"] = minutes_from_utc(entry.source_written_at)
        yield from _fields("entry", entry.id, fields)
    for score in entry.scores:
        answer = {"value": score.value, "version": score.version} | _answered(score.answered_at)
        yield from _fields("score", score_key(entry.id, score.measure, score.site), {"answer": answer})
    for factor in entry.factors:
        yield from _fields("entry_factor", factor_key(entry.id, factor), {"present": True})
    for spread in entry.spreads:
        yield from _fields("spread", spread_key(entry.id, spread), {"present": True})


def _answered(at: datetime | None) -> Fields:
    """The instant that the diary it came from knew; without one the answer counts as in time, as there."""
    if at is None:
        return {"answered_at": None}
    return {"answered_at": milliseconds(at), "answered_offset_min": minutes_from_utc(at)}


def _beside_the_days(found: Extract) -> Iterator[FieldChange]:
    for note in found.notes:
        fields: Fields = {
            "day": note.day.isoformat(),
            "recorder": note.recorder,
            "basis": note.basis,
            "text": note.text,
            "sharing": note.sharing,
        }
        yield from _fields("note", note.id, fields)
    yield from _treatments(found)
    for event in found.events:
        fields = {"label": event.label, "helped": event.helped, "in_story": event.in_story or None}
        yield from _fields("event", event.id, fields | _rough("on", event.on))
    for pause in found.pauses:
        last = pause.last.isoformat() if pause.last else None
        yield from _fields("pause", pause.id, {"first": pause.first.isoformat(), "last": last})
    if visit := found.appointment:
        day = visit.day.isoformat() if visit.day else None
        yield from _fields("appointment", NEXT_APPOINTMENT, {"day": day, "wish": visit.wish or None})
        for number, text in enumerate(visit.questions, 1):
            yield from _fields("question", f"{NEXT_APPOINTMENT}{BETWEEN}{number}", {"text": text})
    for past in found.appointments:
        yield from _fields("appointment", past.id, {"day": past.day.isoformat() if past.day else None})
    yield from _responses(found)


def _responses(found: Extract) -> Iterator[FieldChange]:
    for response in found.responses:
        fields: Fields = {
            "questionnaire": response.questionnaire,
            "day": response.day.isoformat(),
            "recorder": response.recorder,
            "basis": response.basis,
            "finished": response.is_done or None,
        }
        yield from _fields("questionnaire_response", response.id, fields)
        for item, value in response.answers.items():
            yield from _fields("questionnaire_answer", f"{response.id}{BETWEEN}{item}", {"value": value})


def _kept_by_key(found: Extract) -> Iterator[FieldChange]:
    """What has its id from its meaning and stands beside the entries."""
    for good in found.good_things:
        yield from _fields("good_thing", good_thing_key(good.day, good.recorder, good.basis), {"text": good.text})
    for asked in found.helping:
        yield from _fields("helping", asked.day.isoformat(), {"answer": asked.answer})
    for name, value in found.settings.items():
        yield from _fields("setting", name, {"value": json.loads(value)})


def _treatments(found: Extract) -> Iterator[FieldChange]:
    for treatment in found.treatments.values():
        fields: Fields = {
            "name": treatment.name,
            "kind": treatment.kind or None,
            "dose": treatment.dose or None,
            "unit": treatment.unit or None,
            "as_needed": treatment.as_needed or None,
        }
        yield from _fields(
            "treatment", treatment.id, fields | _rough("first", treatment.first) | _rough("last", treatment.last)
        )
    for intake in found.intakes:
        fields = {
            "treatment": intake.treatment,
            "day": intake.day.isoformat(),
            "recorder": intake.recorder,
            "basis": intake.basis,
            "at": intake.at.isoformat("minutes") if intake.at else None,
            "helped": intake.helped,
        }
        yield from _fields("intake", intake.id, fields)


def _rough(prefix: str, day: RoughDate | None) -> Fields:
    return {} if day is None else {f"{prefix}_day": day.day.isoformat(), f"{prefix}_precision": day.precision}


def _fields(kind: str, key: str, fields: Fields) -> Iterator[FieldChange]:
    for name, value in fields.items():
        if value is not None:
            yield FieldChange(kind, key, name, value, OnlyIf.NEW)
