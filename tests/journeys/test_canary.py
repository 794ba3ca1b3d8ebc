"""A person's words never leave the diary file: rare ones are written everywhere and looked for on the whole disk."""

from __future__ import annotations

import errno
import tempfile
import traceback
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import exc, insert, text

from diary.app import acts, bringing_in, carers, crash, diaries, journal, keeping, looking_back, resealing, ways_in
from diary.app.bringing_in import Choices
from diary.app.opened import OpenDiary
from diary.domain.entries import Appointment, Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.domain.today import SEALED_NOTE
from diary.storage import tables
from diary.storage.revisions import FieldChange
from diary.vault.slots import in_text
from tests.files.faults import failing
from tests.journeys.finding import found_in
from tests.storage.builders import CHEAP, DAY, World, a_carer, computer, diary_file
from tests.storage.pages import decrypted

NAME, CARER, NOTE, DRAFT = "Quillotte", "Brisabel", "zymurgic heliotrope", "half-told vespertine"
WISH, QUESTION, OWN_MEASURE, BROUGHT = "sleep like a capybara", "why the oubliette?", "flimmerglast", "kintsugi morning"
SEALED, SEALED_DRAFT = "crepuscular marzipan", "sotto voce nightjar"
WORDS = (NAME, CARER, NOTE, DRAFT, WISH, QUESTION, OWN_MEASURE, BROUGHT, SEALED, SEALED_DRAFT)
SECRETS = ("open sesame brumaire", "other words nivose")


def filled(tmp_path: Path) -> tuple[OpenDiary, str]:
    here = computer(tmp_path / "config", World())
    diary, code = diaries.create(tmp_path / "S.alongside", NAME, SECRETS[0], here, cost=CHEAP)
    a_carer(diary, CARER)
    journal.write_note(diary, DAY, NOTE)
    journal.keep_draft(diary, DAY, DRAFT)
    seal(diary)
    journal.prepare_appointment(diary, Appointment("next", DAY, WISH, (QUESTION,)))
    definition = {"id": "own1", "label": OWN_MEASURE, "question": OWN_MEASURE, "own": True}
    acts.act(diary, [FieldChange("measure", "own1", "definition", definition)], PERSON)
    journal.give_score(diary, DAY, "own1", 4)
    return diary, code


def seal(diary: OpenDiary) -> None:
    """Write a note on the day before, plain at first, then for the person alone, and begin another."""
    day = DAY - timedelta(days=1)
    journal.keep_draft(diary, day, SEALED)
    journal.write_note(diary, day, SEALED)
    written = journal.day_page(diary, day).notes[0].id
    journal.write_note(diary, day, SEALED, note_id=written, sharing=Sharing.SEALED)
    journal.keep_draft(diary, day, SEALED_DRAFT, field=SEALED_NOTE)


def brought_in(diary: OpenDiary, tmp_path: Path) -> None:
    """The file itself holds the words, and goes when it has been read."""
    table = tmp_path / "table.csv"
    table.write_text(f"date,pain,notes\n2026-11-18,4,{BROUGHT}\n")
    bringing_in.bring_in(diary, table, Choices())
    table.unlink()


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the program's temporary files go; what is there must be looked through too."""
    folder = tmp_path / "temp"
    folder.mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    tempfile.tempdir = None


@pytest.mark.usefixtures("temporary")
def test_words_are_nowhere_outside_the_encrypted_file(tmp_path: Path, test_home: Path) -> None:
    diary, code = filled(tmp_path)
    brought_in(diary, tmp_path)
    keeping.back_up(diary)
    keeping.back_up(diary, tmp_path / "elsewhere.alongside-backup")
    diaries.change_passphrase(diary, SECRETS[1], cost=CHEAP)
    made = ways_in.add_keychain(diary)
    ways_in.keep_in_keychain(diary.computer, made)
    new_code = ways_in.new_recovery_code(diary)
    for backup in resealing.backups_of_old_secrets(diary):
        resealing.reseal(diary, backup)
    codes = (code, new_code, code.replace("-", ""), new_code.replace("-", ""))
    everything = (*WORDS, *SECRETS, *codes, made.key.hex(), in_text(made.key))
    for place in (tmp_path, test_home):
        assert found_in(place, everything) == [], "while it is open"
    journal.undo(diary)
    diaries.close(diary)
    keeping.restore(tmp_path / "elsewhere.alongside-backup", diary.folder, SECRETS[0], diary.computer)
    for place in (tmp_path, test_home):
        assert found_in(place, everything) == []


def test_who_has_a_carers_key_finds_no_word_that_is_for_the_person_alone(tmp_path: Path) -> None:
    """A carer's way in gives the key to every page of the file: tables, history, drafts, and what was freed."""
    diary, _ = filled(tmp_path)
    pages = decrypted(diary_file(diary), diary.keys.data_key)
    diaries.close(diary)
    assert [words for words in WORDS if words.encode() in pages] == [
        NAME,
        CARER,
        NOTE,
        DRAFT,
        WISH,
        QUESTION,
        OWN_MEASURE,
    ]


def test_the_search_would_find_them(tmp_path: Path) -> None:
    """A canary that can't sing proves nothing."""
    (tmp_path / "a").write_text(f"before {NOTE} after")
    (tmp_path / "b").write_bytes(WISH.encode("utf-16-le"))
    assert len(found_in(tmp_path, WORDS)) == 2


def said(error: BaseException) -> str:
    return "".join(traceback.format_exception(error)) + repr(error) + crash.bug_report(error)


def test_a_fault_of_the_database_does_not_repeat_them(tmp_path: Path) -> None:
    diary, _ = filled(tmp_path)
    faults: list[BaseException] = []
    rows = [{"key": "n1", "day": DAY, "recorder": PERSON, "basis": "self", "text": NOTE, "sharing": "private"}] * 2
    with pytest.raises(exc.IntegrityError) as integrity, diary.store._transaction() as connection:
        connection.execute(insert(tables.note), rows)
    faults.append(integrity.value)
    with diary.store._transaction() as connection:
        connection.execute(text("DROP TABLE note"))
    with pytest.raises(exc.OperationalError) as operational:
        journal.write_note(diary, DAY, NOTE)
    faults.append(operational.value)
    with pytest.raises(TypeError) as unserialisable:
        acts.act(diary, [FieldChange("note", "n2", "text", {NOTE: object()})], PERSON)
    faults.append(unserialisable.value)
    diaries.close(diary)
    for fault in faults:
        assert not [word for word in WORDS if word in said(fault)]


def test_a_fault_of_the_world_does_not_repeat_them(tmp_path: Path) -> None:
    diary, code = filled(tmp_path)
    acts: list[Callable[[], object]] = [
        lambda: journal.write_note(diary, DAY, NOTE + "\0"),
        lambda: journal.write_note(diary, DAY, NOTE * 2000),
        lambda: journal.give_score(diary, DAY, NOTE, 4),
        lambda: journal.give_score(diary, DAY, "own1", 44),
        lambda: carers.carer_named(diary, NAME),
        lambda: carers.carer_named(diary, CARER * 40),
        lambda: journal.prepare_appointment(diary, Appointment("next", None, WISH * 40)),
        lambda: diaries.open_diary(diary.folder, NOTE, diary.computer),
        lambda: diaries.open_diary(diary.folder, code[:-1] + "0", diary.computer),
    ]
    for act in acts:
        with pytest.raises(DiaryError) as caught:
            act()
        assert not [word for word in (*WORDS, *SECRETS, code) if word in said(caught.value)]
    with failing("fsync", errno.ENOSPC), pytest.raises(DiaryError) as full:
        keeping.back_up(diary, tmp_path / "b.alongside-backup")
    assert not [word for word in WORDS if word in said(full.value)]
    diaries.close(diary)


def test_what_is_shown_of_an_open_diary_in_a_log_holds_no_key_and_no_words(tmp_path: Path) -> None:
    diary, _ = filled(tmp_path)
    shown = repr(diary) + repr(diary.store) + repr(diary.keys)
    assert not [word for word in WORDS if word in shown]
    assert diary.keys.data_key.hex() not in shown
    assert repr(diary.keys.data_key) not in shown
    assert looking_back.extract(diary).person.name == NAME
    diaries.close(diary)
