"""The schema, as a document: one table of revisions, and the tables that are worked out from it.

Projected tables have no foreign keys among each other on purpose: after two computers merge, a row may stand without
the one it belongs to (its entry was deleted on the other side), and a projection must be able to say so.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

from diary.storage.columns import UtcInstant

APPLICATION_ID = 0x416C6F6E
"""``PRAGMA application_id`` of a diary: "Alon", so that another program's file is told apart."""

metadata = MetaData()

revision = Table(
    "revision",
    metadata,
    Column("device", String, nullable=False, comment="Which copy of the diary wrote it; 'built-in' for the catalogue."),
    Column("seq", Integer, nullable=False, comment="1, 2, 3 … within the device."),
    Column(
        "clock", Integer, nullable=False, comment="Hybrid logical clock: milliseconds shifted left by 16, plus a count."
    ),
    Column("written_at", UtcInstant, comment="When it was written, UTC; NULL for built-in rows."),
    Column("offset_min", Integer, comment="The writer's offset from UTC in minutes."),
    Column("zone", String, comment="The writer's IANA time zone where it could be had."),
    Column("recorder", String, comment="Who wrote it."),
    Column("gesture", String, nullable=False, comment="Groups the rows of one act: what undo takes back."),
    Column("undoes", String, comment="The gesture that this row takes back."),
    Column("kind", String, nullable=False, comment="What sort of thing changed; the name of a projected table."),
    Column("key", String, nullable=False, comment="Which one: made from meaning where meaning is unique, else random."),
    Column("field", String, nullable=False, comment="Which of its fields."),
    Column("value", Text, comment="The new value as JSON; NULL means cleared (or forgotten)."),
    Column(
        "seen", Text, nullable=False, comment="JSON list of [device, seq]: the heads of this field that it replaces."
    ),
    Column("format", Integer, nullable=False, comment="Version of the revision language."),
    PrimaryKeyConstraint("device", "seq"),
    comment="Every create, change and delete, for ever; nothing here changes but by a forget row.",
)
Index("revision_by_key", revision.c.kind, revision.c.key)
Index("revision_by_gesture", revision.c.gesture)
Index("revision_by_clock", revision.c.clock)


def _projected(name: str, comment: str, *columns: Column[Any] | Index) -> Table:
    key = Column("key", String, primary_key=True, comment="As in revision.key.")
    return Table(name, metadata, key, *columns, comment=comment)


def _day(comment: str = "The diary day it is about.") -> Column[Any]:
    return Column("day", Date, nullable=False, comment=comment)


def _rough_date(prefix: str) -> tuple[Column[Any], Column[Any]]:
    return (
        Column(f"{prefix}_day", Date, comment="The first day it can mean."),
        Column(f"{prefix}_precision", String, comment="day, month or year."),
    )


person = _projected(
    "person",
    "Whom the diary is about: one row, key 'person'.",
    Column("name", Text),
    Column("born_on", Date),
)
recorder = _projected(
    "recorder",
    "Who writes: 'person', or a carer.",
    Column("name", Text),
    Column("relationship", Text, comment="In the carer's or the person's words."),
    Column("since", Date),
    Column("until", Date, comment="When a carer stopped; their entries stay."),
)
consent = _projected(
    "consent",
    "Whether the person agreed that a carer keeps the diary.",
    Column("recorder", String),
    Column("answer", String, comment="yes, or cannot_decide_now."),
    Column("given_by", String),
)
slot_owner = _projected(
    "slot_owner",
    "Which recorder opens the diary with which key slot.",
    Column("recorder", String),
)
measure = _projected(
    "measure",
    "What is scored; key is the measure's id.",
    Column("definition", Text, comment="JSON of all its fields: question, words at both ends, direction, range."),
    Column("archived", Boolean, comment="No longer asked; its scores stay."),
)
measure_version = _projected(
    "measure_version",
    "What a measure's definition was in an earlier version; key is measure|version.",
    Column("measure", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("definition", Text),
)
own_anchor = _projected(
    "own_anchor",
    "What a number on a scale means to the person; key is measure|version|number, and the version the day it holds "
    "from, as 20261125: a change on a later day is another version. No words: none from that day on.",
    Column("measure", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("number", Float, nullable=False),
    Column("words", Text),
)
place = _projected(
    "place",
    "A place of the person's own, beside the catalogue's.",
    Column("label", Text),
    Column("sides", String, comment="JSON list of left, right."),
)
entry = _projected(
    "entry",
    "What one recorder wrote about one day on one basis; key is day/recorder/basis/source.",
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False, comment="self, told or observed."),
    Column("source", String, nullable=False, comment="Empty for what was written here, else the id of the source row."),
    Column(
        "day_ends_at", Integer, comment="The hour at which the day ended when it was written; explains, moves nothing."
    ),
    Column("from_notes", Boolean, comment="Filled in later, from notes made at the time."),
    Column("nowhere_else", Boolean, comment='The answer "Nowhere else today".'),
    Column(
        "factors_looked_through",
        Boolean,
        comment="The list of factors was looked through, so one not ticked is without.",
    ),
    Column("source_written_at", UtcInstant, comment="The source's own time of writing; NULL when unknown."),
    Column("source_offset_min", Integer),
    Column("batch", String, comment="The import that brought it."),
    Column(
        "written_at",
        UtcInstant,
        comment="When an answer that is no score was last written: a factor list, nowhere else.",
    ),
    Column("written_offset_min", Integer),
    Index("entry_by_day", "day"),
)
moment = _projected(
    "moment",
    "One moment of a day, asked about right now; random key.",
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("at", String, nullable=False, comment="Wall time, HH:MM."),
    Column("day_ends_at", Integer),
    Index("moment_by_day", "day"),
)
score = _projected(
    "score",
    "One answer; key is entry|measure|place|side.",
    Column("entry", String, nullable=False, comment="Key of the entry or the moment."),
    Column("day", Date, comment="The entry's day; NULL in a moment, which has its own."),
    Column("measure", String, nullable=False),
    Column("place", String, nullable=False, comment="Empty: overall."),
    Column("side", String, nullable=False, comment="left, right, or empty: place and side are two things."),
    Column("value", Float, nullable=False, comment="On the measure's own scale; a row exists only for an answer."),
    Column("version", Integer, nullable=False, comment="Version of the measure it was given on."),
    Column("answered_at", UtcInstant, comment="First answered since it was last empty; a correction leaves it."),
    Column("answered_offset_min", Integer),
    Column("written_at", UtcInstant, comment="Last written."),
    Column("written_offset_min", Integer),
    Index("score_by_entry", "entry"),
    Index("score_by_day", "day"),
)
spread = _projected(
    "spread",
    'Pain that spreads ("from the lower back to the left thigh"); key is entry|place|side|place|side.',
    Column("entry", String, nullable=False),
    Column("from_place", String, nullable=False),
    Column("from_side", String, nullable=False),
    Column("to_place", String, nullable=False),
    Column("to_side", String, nullable=False),
    Column("present", Boolean),
)
day_mark = _projected(
    "day_mark",
    "A dated fact without numbers; key is day/recorder/basis.",
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("mark", String, nullable=False, comment="bad_day or nothing_to_log."),
    Column("written_at", UtcInstant),
    Column("written_offset_min", Integer),
    Index("day_mark_by_day", "day"),
)
pause = _projected(
    "pause",
    "A span in which the person chose not to log.",
    Column("first", Date, nullable=False),
    Column("last", Date, comment="NULL while it goes on."),
)
factor = _projected(
    "factor",
    "Something that can be part of a day, from the person's own list.",
    Column("label", Text),
    Column("position", Integer),
    Column("hidden", Boolean),
    Column("merged_into", String),
)
entry_factor = _projected(
    "entry_factor",
    "That a factor was part of the day; key is entry|factor.",
    Column("entry", String, nullable=False),
    Column("factor", String, nullable=False),
    Column("present", Boolean, nullable=False),
    Index("entry_factor_by_entry", "entry"),
)
treatment = _projected(
    "treatment",
    "Physiotherapy, CBT, massage, a medicine …",
    Column("name", Text),
    Column("kind", String, comment="medicine, physiotherapy, talking, exercise, other …"),
    Column("dose", Text),
    Column("unit", Text),
    *_rough_date("first"),
    *_rough_date("last"),
    Column("as_needed", Boolean, comment="Taken at a time, perhaps several a day, rather than once a day."),
)
intake = _projected(
    "intake",
    "That a treatment was taken or done; key is day/recorder/basis/treatment, random for one taken at a time.",
    Column("treatment", String, nullable=False),
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("at", String, comment="Wall time, HH:MM."),
    Column("helped", String, comment="yes, a_bit, no, not_sure."),
    Index("intake_by_day", "day"),
)
event = _projected(
    "event",
    "A dated mark on the charts, or part of the story from before the diary.",
    Column("label", Text),
    *_rough_date("on"),
    Column("in_story", Boolean, comment="The person chose it for the summary's story."),
    Column("helped", String, comment="For what was tried: yes, a_bit, no, not_sure."),
)
note = _projected(
    "note",
    "Words about a day; random key.",
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("text", Text, nullable=False, comment="Plain, or sealed with the person key when sharing is sealed."),
    Column("sharing", String, nullable=False, comment="private, shared or sealed."),
    Column("batch", String, comment="The import that brought it."),
    Column("written_at", UtcInstant),
    Column("written_offset_min", Integer),
    Index("note_by_day", "day"),
)
good_thing = _projected(
    "good_thing",
    "One good thing about a day; key is day/recorder/basis.",
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("text", Text),
    Column("written_at", UtcInstant),
    Column("written_offset_min", Integer),
)
questionnaire_response = _projected(
    "questionnaire_response",
    "One filling-in of a questionnaire, perhaps unfinished.",
    Column("questionnaire", String, nullable=False),
    _day(),
    Column("recorder", String, nullable=False),
    Column("basis", String, nullable=False),
    Column("finished", Boolean),
)
questionnaire_answer = _projected(
    "questionnaire_answer",
    "One answer of it; key is response|item.",
    Column("response", String, nullable=False),
    Column("item", String, nullable=False),
    Column("value", Integer, nullable=False),
)
appointment = _projected(
    "appointment",
    "A visit to a doctor, nurse or therapist; key 'next' for the one being prepared.",
    Column("day", Date),
    Column("with_whom", Text),
    Column("wish", Text, comment='"What I want from this appointment", up to 300 characters.'),
)
question = _projected(
    "question",
    "A question for an appointment; key is appointment|number.",
    Column("appointment", String, nullable=False),
    Column("number", Integer, nullable=False),
    Column("text", Text),
)
safety_plan = _projected(
    "safety_plan",
    "The person's own safety plan, one row.",
    Column("text", Text),
    Column("readable_while_locked", Boolean),
)
helping = _projected(
    "helping",
    'Answers to "Is keeping this diary helping?"; key is the day.',
    _day("The day it was asked."),
    Column("answer", String),
)
import_batch = _projected(
    "import_batch",
    "One bringing-in of somebody else's file.",
    Column("format", String),
    Column("file_hash", String),
    Column("entries", Integer),
)
source_row = _projected(
    "source_row",
    "A row of such a file, kept as it was; key is its hash.",
    Column("batch", String),
    Column("content", Text),
)
saved_mapping = _projected(
    "saved_mapping",
    "Which column of a person's spreadsheet is what, and which word is which number.",
    Column("label", Text),
    Column("mapping", Text),
)
setting = _projected(
    "setting",
    "A choice that belongs to the diary, not to the computer; key is its name.",
    Column("value", Text),
)
device = _projected(
    "device",
    "A copy of the diary that wrote; key is its id.",
    Column("label", Text),
)

draft = Table(
    "draft",
    metadata,
    Column("key", String, primary_key=True, comment="Where the text belongs: day, and the note it changes."),
    Column("text", Text, nullable=False),
    Column("kept_at", UtcInstant, nullable=False),
    comment="A text being written: one overwritten row, not history.",
)
check = Table(
    "check",
    metadata,
    Column("series", String, nullable=False, comment="Hash of the series, the pairs and the engine's version."),
    Column("day", Date, nullable=False),
    Column("results", Text, nullable=False),
    PrimaryKeyConstraint("series", "day"),
    comment="Cache of the weekly looks at what moves together; may be emptied at any time.",
)
about = Table(
    "about",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
    comment="What this file is, diary_id, and what this copy remembers of its backups. Never merged.",
)

PROJECTED = {
    table.name: table for table in metadata.sorted_tables if table.name not in {"revision", "draft", "check", "about"}
}
"""Every table that is a pure function of the revisions, by kind."""
