"""Our own file brought into a new diary: everything but the history is there again, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from diary.app import bringing_in, carers, diaries, journal, looking_back
from diary.app.bringing_back import bring_back
from diary.app.bringing_in import OWN_FORMAT, Choices
from diary.app.opened import OpenDiary
from diary.app.values import BroughtIn
from diary.domain.entries import Appointment, MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.domain.places import BodySite, Side
from diary.exchange.own_json import own_json, read_own_json
from diary.storage.columns import EPOCH
from diary.storage.keys import EntryKey
from diary.storage.revisions import FieldChange
from tests.storage.builders import DAY, World, a_carer, all_revisions, local, sams_diary

YESTERDAY = DAY - timedelta(days=1)


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def full(tmp_path: Path, world: World) -> Iterator[OpenDiary]:
    """A diary with something of every kind that can be written."""
    diary = sams_diary(tmp_path / "full", world)
    journal.give_scores(diary, DAY, {(MOOD, None): 4, (ANXIETY, None): 7, (PAIN, None): 6, (SLEEP, None): 6.5})
    journal.give_score(diary, DAY, PAIN, 0, site=BodySite("knee", Side.LEFT))
    alex = a_carer(diary, "Alex")
    journal.give_score(diary, DAY, PAIN, 7, voice=Voice(alex, Basis.TOLD))
    journal.give_score(diary, DAY, "noticed_in_pain", 2, voice=Voice(alex, Basis.OBSERVED))
    journal.mark_day(diary, YESTERDAY, MarkKind.BAD_DAY)
    journal.write_note(diary, DAY, 'a "quoted" line\nand {another} 🙂', sharing=Sharing.SHARED)
    world.now += timedelta(days=5)
    journal.give_scores(diary, YESTERDAY - timedelta(days=3), {(PAIN, None): 2}, from_notes=True)
    journal.give_score(diary, YESTERDAY - timedelta(days=4), PAIN, 3)
    table = tmp_path / "table.csv"
    table.write_text("date,pain,notes\n2026-11-11,8,brought\n2026-11-12 21:15,7,\n")
    bringing_in.bring_in(diary, table, Choices())
    journal.prepare_appointment(diary, Appointment("next", DAY, "to sleep", ("Why?",)))
    diary.store.write(kinds_without_a_page_yet(), recorder=PERSON)
    carers.remove_carer(diary, alex)
    carers.add_carer(diary, "Kim", "support worker", Agreed.CANNOT_DECIDE, given_by_person=False)
    yield diary
    diaries.close(diary)


def kinds_without_a_page_yet() -> list[FieldChange]:
    entry = str(EntryKey(DAY, PERSON, Basis.SELF))
    rows: dict[tuple[str, str], dict[str, object]] = {
        ("moment", "m1"): {
            "day": DAY.isoformat(),
            "recorder": PERSON,
            "basis": "self",
            "at": "09:30",
            "day_ends_at": 4,
        },
        ("score", "m1|pain_now||"): {"answer": {"value": 3, "version": 1}},
        ("factor", "f1"): {"label": "long walk"},
        ("entry_factor", f"{entry}|f1"): {"present": True},
        ("entry", entry): {"factors_looked_through": True, "nowhere_else": True},
        ("treatment", "t1"): {"name": "massage", "kind": "other", "first_day": "2026-01-01", "first_precision": "year"},
        ("intake", "i1"): {
            "treatment": "t1",
            "day": DAY.isoformat(),
            "recorder": PERSON,
            "basis": "self",
            "at": "08:00",
        },
        ("event", "e1"): {"label": "moved house", "on_day": "2026-10-01", "on_precision": "month"},
        ("pause", "p1"): {"first": "2026-08-01", "last": "2026-08-14"},
        ("person", PERSON): {"born_on": "1981-03-04"},
        ("measure", "own1"): {"definition": {"id": "own1", "label": "Stiff", "question": "How stiff?", "own": True}},
    }
    return [
        FieldChange(kind, key, name, value) for (kind, key), fields in rows.items() for name, value in fields.items()
    ]


@pytest.fixture
def fresh(tmp_path: Path, world: World, full: OpenDiary) -> Iterator[OpenDiary]:
    """A new diary some days later; ``full`` is made first."""
    assert full.today() <= local(world.now.date(), 12).date()
    world.now += timedelta(days=40)
    diary = sams_diary(tmp_path / "fresh", world)
    yield diary
    assert diary.store.projection_differences() == {}
    diaries.close(diary)


def without_instants_of_writing(found: Extract) -> Extract:
    days = tuple(
        replace(
            day,
            entries=tuple(replace(entry, written_at=EPOCH) for entry in day.entries),
            marks=tuple(replace(mark, written_at=EPOCH) for mark in day.marks),
        )
        for day in found.days
    )
    notes = tuple(replace(note, written_at=EPOCH) for note in found.notes)
    return replace(found, days=days, notes=tuple(sorted(notes, key=lambda note: (note.day, note.id))))


def own_file(diary: OpenDiary, folder: Path) -> Path:
    file = folder / "own.json"
    file.write_bytes(own_json(looking_back.extract(diary), exported_on=DAY, with_notes=True))
    return file


def brought_back(diary: OpenDiary, file: Path, *, dry_run: bool = False) -> BroughtIn:
    return bringing_in.bring_in(diary, file, Choices(OWN_FORMAT), dry_run=dry_run)


def test_everything_but_the_history_is_there_again(full: OpenDiary, fresh: OpenDiary, tmp_path: Path) -> None:
    done = brought_back(fresh, own_file(full, tmp_path))
    assert without_instants_of_writing(looking_back.extract(fresh)) == without_instants_of_writing(
        looking_back.extract(full)
    )
    assert done.known_already == 0
    assert done.made == sum(len(day.entries) for day in looking_back.extract(full).days)


def test_again_adds_nothing_and_a_dry_run_writes_nothing(full: OpenDiary, fresh: OpenDiary, tmp_path: Path) -> None:
    file = own_file(full, tmp_path)
    empty = all_revisions(fresh.store)
    tried = brought_back(fresh, file, dry_run=True)
    assert all_revisions(fresh.store) == empty
    assert brought_back(fresh, file).made == tried.made
    before = all_revisions(fresh.store)
    again = brought_back(fresh, file)
    assert (again.made, bool(again.changes)) == (0, False)
    assert all_revisions(fresh.store) == before


def test_into_the_diary_it_came_from_it_adds_nothing(full: OpenDiary, tmp_path: Path) -> None:
    before = all_revisions(full.store)
    assert brought_back(full, own_file(full, tmp_path)).made == 0
    assert all_revisions(full.store) == before


def test_what_was_written_or_deleted_here_stays_so(full: OpenDiary, fresh: OpenDiary, tmp_path: Path) -> None:
    file = own_file(full, tmp_path)
    journal.give_score(fresh, DAY, PAIN, 1)
    brought_back(fresh, file)
    value = journal.day_page(fresh, DAY).day.value(PAIN)
    assert value is not None
    assert value.value == 1
    deleted = str(EntryKey(YESTERDAY - timedelta(days=3), PERSON, Basis.SELF))
    looking_back.delete_entries(fresh, [deleted])
    brought_back(fresh, file)
    journal.undo(fresh)
    journal.redo(fresh)
    brought_back(fresh, file)
    assert journal.day_page(fresh, YESTERDAY - timedelta(days=3)).day.entries == ()


def test_undo_takes_it_all_back_and_it_can_come_again(full: OpenDiary, fresh: OpenDiary, tmp_path: Path) -> None:
    file = own_file(full, tmp_path)
    empty = looking_back.extract(fresh)
    brought_back(fresh, file)
    whole = looking_back.extract(fresh)
    journal.undo(fresh)
    assert looking_back.extract(fresh) == empty
    brought_back(fresh, file)
    assert without_instants_of_writing(looking_back.extract(fresh)) == without_instants_of_writing(whole)


def test_a_table_brought_in_before_the_export_is_known_afterwards(
    full: OpenDiary, fresh: OpenDiary, tmp_path: Path
) -> None:
    brought_back(fresh, own_file(full, tmp_path))
    again = bringing_in.bring_in(fresh, tmp_path / "table.csv", Choices())
    assert (again.made, again.known_already) == (0, 2)


def test_without_notes_the_words_stay_at_home(full: OpenDiary, fresh: OpenDiary, tmp_path: Path) -> None:
    file = tmp_path / "own.json"
    file.write_bytes(own_json(looking_back.extract(full), exported_on=DAY))
    brought_back(fresh, file)
    assert looking_back.extract(fresh).notes == ()


def with_entry(found: Extract, **changed: object) -> Extract:
    day = next(day for day in found.days if day.day == DAY)
    bent = tuple(replace(entry, **changed) if not entry.moment else entry for entry in day.entries)  # type: ignore[arg-type] # fields by name
    return replace(found, days=tuple(replace(one, entries=bent) if one is day else one for one in found.days))


@pytest.mark.parametrize(
    "bend",
    [
        lambda found: with_entry(found, id="x"),
        lambda found: with_entry(found, id="a/b/c/d"),
        lambda found: with_entry(found, id="2026-11-19/person/self/"),
        lambda found: with_entry(found, id="2026-11-20/person/self/|"),
        lambda found: with_entry(found, source="a/b"),
        lambda found: replace(found, recorders=dict(found.recorders) | {"a/b": found.recorders[PERSON]}),
        lambda found: replace(found, measures=dict(found.measures) | {"a|b": found.measures[PAIN]}),
    ],
)
def test_an_id_that_says_something_else_than_its_entry_is_refused(
    full: OpenDiary, fresh: OpenDiary, bend: Callable[[Extract], Extract]
) -> None:
    before = all_revisions(fresh.store)
    with pytest.raises(DiaryError, match="json_wrong"):
        bring_back(fresh, bend(looking_back.extract(full)), dry_run=False)
    assert all_revisions(fresh.store) == before


def test_days_still_to_come_are_refused(full: OpenDiary, fresh: OpenDiary, world: World) -> None:
    found = looking_back.extract(full)
    world.now = local(DAY - timedelta(days=1), 20)
    bring_back(fresh, found, dry_run=True)
    world.now = local(DAY - timedelta(days=2), 20)
    with pytest.raises(DiaryError, match="day_in_future"):
        bring_back(fresh, found, dry_run=False)


def test_the_file_reads_back_as_it_was_written(full: OpenDiary) -> None:
    found = looking_back.extract(full)
    assert read_own_json(own_json(found, exported_on=DAY, with_notes=True)) == found
