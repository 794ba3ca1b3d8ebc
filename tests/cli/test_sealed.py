"""The command line with a carer's passphrase: a note for the person alone is there, and never a word of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.app import carer_keys, carers, diaries, journal
from diary.domain.entries import Sharing
from diary.domain.people import PERSON, Agreed
from diary.storage.revisions import FieldChange
from tests.cli.harness import CommandLine
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, computer, sams_diary

ALEXS, WORDS = "seven green doors", "zymurgic heliotrope"


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    diary = sams_diary(tmp_path, World())
    carers.add_carer(diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    carer_keys.give_passphrase(diary, carers.carers(diary)[0].recorder.id, ALEXS, cost=CHEAP)
    journal.write_note(diary, DAY, WORDS)
    note = journal.day_page(diary, DAY).notes[0].id
    journal.write_note(diary, DAY, WORDS, note_id=note, sharing=Sharing.SEALED)
    journal.write_note(diary, DAY, "for this home")
    journal.write_note(diary, DAY, "for everybody", sharing=Sharing.SHARED)
    diaries.close(diary)
    return diary.folder


@pytest.mark.parametrize(("secret", "is_read"), [(PASSPHRASE, True), (ALEXS, False)])
def test_history_and_json_have_its_words_for_the_person_alone(
    alongside: CommandLine,
    shared: Path,
    tmp_path: Path,
    secret: str,
    is_read: bool,
) -> None:
    (file := tmp_path / "secret.txt").write_text(secret)
    told = alongside("history", shared, "--passphrase-file", file).out
    assert (WORDS in told) is is_read
    assert "only Sam can read" in told
    assert "a note: kept for Sam alone, so what carers could read is gone (Sam" in told
    assert "removed for good" not in told
    out = tmp_path / "out.json"
    assert alongside("export", shared, out, "--with-notes", "--passphrase-file", file).code == 0
    assert (WORDS in out.read_text()) is is_read
    assert ("for this home" in out.read_text()) is is_read, "a carer reads it here and hands it to nobody"
    assert "for everybody" in out.read_text()


def test_a_sealed_note_that_was_changed_is_told_by_check(alongside: CommandLine, shared: Path, tmp_path: Path) -> None:
    (file := tmp_path / "secret.txt").write_text(PASSPHRASE)
    assert alongside("check", shared, "--passphrase-file", file).code == 0
    diary = diaries.open_diary(shared, PASSPHRASE, computer(tmp_path / "config", World()))
    sealed = next(note.id for note in journal.day_page(diary, DAY).notes if note.sharing is Sharing.SEALED)
    diary.store.write([FieldChange("note", sealed, "text", {"sealed": "AAAA"})], recorder=PERSON)
    diaries.close(diary)
    ran = alongside("check", shared, "--passphrase-file", file)
    assert ran.code == 1
    assert "1 sealed note does not open any more." in ran.out
    assert "A note that only the person can read does not open." in ran.err
