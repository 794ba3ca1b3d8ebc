"""The long table: a row per score exactly as it was given, with who, how, when, and the scale it was given on.

With notes each note and each good thing is a row too, its kind ``note`` or ``good_thing``. Scores come in the order of
days, entries and questions.
"""

from __future__ import annotations

from itertools import chain

from diary.domain.day_values import is_later
from diary.domain.entries import Entry, GoodThing, Note, Score
from diary.domain.extract import Extract
from diary.domain.measures import ScaleKind
from diary.domain.people import PERSON
from diary.exchange.cells import Cell, csv_bytes

HEADER = (
    "kind",
    "day",
    "moment",
    "recorder_kind",
    "recorder_id",
    "recorder",
    "relationship",
    "basis",
    "measure",
    "version",
    "label",
    "place",
    "side",
    "value",
    "answer",
    "lowest",
    "highest",
    "step",
    "direction",
    "unit",
    "answered_at",
    "filled_in_later",
    "written_at",
    "from_notes",
    "day_ends_at",
    "source",
    "source_written_at",
    "id",
    "sharing",
    "text",
)


def long_csv(extract: Extract, *, with_notes: bool = False) -> bytes:
    """Return the table as a whole file."""
    scores = (
        _score_row(score, entry, extract) for day in extract.days for entry in day.entries for score in entry.scores
    )
    notes = (_note_row(note, extract) for note in extract.notes_for_others if with_notes)
    good_things = (_good_thing_row(one, extract) for one in extract.good_things if with_notes)
    rows = ([row.get(name) for name in HEADER] for row in chain(scores, notes, good_things))
    return csv_bytes(HEADER, rows)


def _score_row(score: Score, entry: Entry, extract: Extract) -> dict[str, Cell]:
    measure = extract.measure_of(score)
    return _who(entry, extract, entry.id) | {
        "kind": "score",
        "moment": entry.moment.isoformat("minutes") if entry.moment else None,
        "measure": score.measure,
        "version": score.version,
        "label": measure.label,
        "place": score.site.place if score.site else None,
        "side": score.site.side if score.site else None,
        "value": score.value,
        "answer": measure.steps[int(score.value)] if measure.kind is ScaleKind.STEPS else None,
        "lowest": measure.lowest,
        "highest": measure.highest,
        "step": measure.step,
        "direction": measure.direction,
        "unit": measure.unit or None,
        "answered_at": score.answered_at.isoformat() if score.answered_at else None,
        "filled_in_later": "yes" if is_later(entry, score) else "no",
        "from_notes": "yes" if entry.from_notes else "no",
        "day_ends_at": entry.day_ends_at,
        "source": entry.source or None,
        "source_written_at": entry.source_written_at.isoformat() if entry.source_written_at else None,
    }


def _note_row(note: Note, extract: Extract) -> dict[str, Cell]:
    return _who(note, extract, note.id) | {"kind": "note", "sharing": note.sharing, "text": note.text}


def _good_thing_row(good: GoodThing, extract: Extract) -> dict[str, Cell]:
    return _who(good, extract, None) | {"kind": "good_thing", "text": good.text}


def _who(written: Entry | Note | GoodThing, extract: Extract, id_: str | None) -> dict[str, Cell]:
    """Who wrote it, about which day, on what basis; the person is named by kind alone."""
    recorder = extract.recorders.get(written.recorder)
    is_person = written.recorder == PERSON
    return {
        "day": written.day.isoformat(),
        "recorder_kind": "person" if is_person else "carer",
        "recorder_id": written.recorder,
        "recorder": None if is_person or recorder is None else recorder.name,
        "relationship": None if is_person or recorder is None else recorder.relationship or None,
        "basis": written.basis,
        "written_at": written.written_at.isoformat(),
        "id": id_,
    }
