"""Our own format: a diary as one JSON object, complete but for its history, and read back by us.

    {
      "format": "alongside", "version": 1,
      "exported_on": "2026-11-25",      the day on which the file was made
      "with_notes": true,               without, notes and good things stay at home; with them, those that only the
                                        person reads are there too when the person made the file: it is their own
                                        copy, which would lose them. No other format has them, nor a carer's file
      "period": {"first": "2026-10-29", "last": "2026-11-25"},
      "person": {"name": "Sam", "born_on": "1981-03-04"},
      "measures": {"pain": {…}, …},     questions, ends in words, direction, lowest, highest, step
      "recorders": {"person": {…}, …},  who writes: the person, and each carer
      "consents": {…},                  whether the person agreed to each carer, by whom it was answered, and when
      "days": [{
        "day": "2026-11-22", "state": "recorded",
        "values": [{"measure": "pain", "value": 6, "made_from": "daily"}, …],          as the rules make them
        "entries": [{"id": …, "recorder": "person", "basis": "self", "written_at": …,  as they were written
                     "scores": [{"measure": "pain", "value": 6, "answered_at": …, "site": {"place": …, "side": …}}]}],
        "marks": [{"kind": "bad_day", …}]
      }, …],
      "notes": […], "factors": {…}, "treatments": {…}, "intakes": […], "events": […], "pauses": […], "appointment": {…},
      "appointments": […],              the others, each with its day; "appointment" is the one being prepared
      "good_things": […],               private like notes, and only there with them
      "anchors": […],                   what numbers mean to the person, each from a day on
      "earlier_measures": […],          versions that were replaced; one with another scale is also among "measures"
      "helping": […], "settings": {…}   whether the diary helps, and the person's choices
      "responses": [{"id": …, "questionnaire": "phq4", "day": …, "answers": {"gad1": 2, …}, "is_done": true}, …]
    }

The objects are the domain's values, field by field, and a field at its default is left out (see ``plain_values``).
Reading takes any field order, leaves out fields it doesn't know, and refuses a newer version. UTF-8 without a mark.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from diary.domain.entries import Score
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import checked_score
from diary.exchange.plain_values import Plain, from_plain, to_plain
from diary.exchange.source_files import LARGEST

FORMAT, VERSION = "alongside", 1


def own_json(extract: Extract, *, exported_on: date, with_notes: bool = False) -> bytes:
    """Return the whole file."""
    measures = dict(sorted(extract.measures.items()))  # so that the same diary makes the same bytes
    notes = tuple(note for note in extract.notes if not note.is_closed)  # it has nothing to bring back
    shared = replace(extract, measures=measures, notes=notes, moves=())  # who moved what is history, which stays
    if not with_notes:
        shared = replace(shared, notes=(), good_things=())
    head = {"format": FORMAT, "version": VERSION, "exported_on": exported_on.isoformat(), "with_notes": with_notes}
    plain = head | to_plain(shared)
    return (json.dumps(plain, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode("utf-8")


def read_own_json(data: bytes) -> Extract:
    """Return what a file of ours holds; its entries, marks and notes are the diary, its day values what came of them.

    Raises ``DiaryError``: ``import_too_big``, ``json_not_ours``, ``json_newer``, or ``json_wrong`` naming the place.
    """
    if len(data) > LARGEST:
        raise DiaryError("import_too_big", megabytes=LARGEST // 1_000_000)
    plain = _parsed(data)
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise DiaryError("json_not_ours")
    version = plain.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DiaryError("json_wrong", where="version")
    if version > VERSION:
        raise DiaryError("json_newer")
    extract: Extract = from_plain(Extract, plain, FORMAT)
    _check(extract)
    return extract


def _parsed(data: bytes) -> Plain:
    try:
        return json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as fault:  # undecodable bytes and broken JSON are both a ValueError
        raise DiaryError("json_not_ours") from fault


def _check(extract: Extract) -> None:
    """Refuse what contradicts itself: ids under other names, entries of other days, answers off their scale."""
    if not all(_is_json(value) for value in extract.settings.values()):
        raise DiaryError("json_wrong", where=f"{FORMAT}.settings")
    for name in ("measures", "recorders", "factors", "treatments"):
        if any(id_ != one.id for id_, one in getattr(extract, name).items()):
            raise DiaryError("json_wrong", where=f"{FORMAT}.{name}")
    for at, day in enumerate(extract.days):
        for number, entry in enumerate(day.entries):
            sound = entry.day == day.day and entry.recorder in extract.recorders
            if not sound or not all(_is_on_its_scale(score, extract) for score in entry.scores):
                raise DiaryError("json_wrong", where=f"{FORMAT}.days[{at}].entries[{number}]")


def _is_json(value: str) -> bool:
    try:
        json.loads(value)
    except (ValueError, RecursionError):
        return False
    return True


def _is_on_its_scale(score: Score, extract: Extract) -> bool:
    """Whether its measure exists and has such a value, on the scale of the version that it was given on."""
    if score.measure not in extract.measures:
        return False
    measure = extract.measure_of(score)
    try:
        checked_score(measure, score.value)
    except DiaryError:
        return score.version != measure.version
    return True
