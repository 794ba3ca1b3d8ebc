"""What a carer hands out has no words that the person keeps private, whatever kind of file it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from diary.app import carer_keys, carers, diaries, exporting, journal, looking_back, other_answers
from diary.app.exporting import ExportFormat
from diary.app.sharing import default_choices, summary_of
from diary.domain.entries import Sharing
from diary.domain.extract import Extract
from diary.domain.measures import PAIN
from diary.domain.people import Agreed, Basis, Voice
from diary.exchange.fhir.document import Contents
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, computer, local, sams_diary

ALEXS = "seven green doors"
PRIVATE, SHARED, SEALED, GOOD = "zymurgic heliotrope", "tame capybara", "vespertine oubliette", "flimmerglast walk"
KIMS, ALEXS_WORDS = "quiet kittiwake", "limping lapwing"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Sam's diary with words of every kind, in which Alex and Kim write too."""
    diary = sams_diary(tmp_path_factory.mktemp("shared"), World())
    for name in ("Alex", "Kim"):
        carers.add_carer(diary, name, "", Agreed.YES, given_by_person=True)
    alex, kim = (one.recorder.id for one in carers.carers(diary))
    carer_keys.give_passphrase(diary, alex, ALEXS, cost=CHEAP)
    journal.give_score(diary, DAY, PAIN, 6)
    for words, sharing in ((PRIVATE, Sharing.PRIVATE), (SHARED, Sharing.SHARED), (SEALED, Sharing.SEALED)):
        journal.write_note(diary, DAY, words, sharing=sharing)
    other_answers.write_good_thing(diary, DAY, GOOD)
    journal.write_note(diary, DAY, KIMS, voice=Voice(kim, Basis.TOLD))
    journal.write_note(diary, DAY, ALEXS_WORDS, voice=Voice(alex, Basis.TOLD))
    diaries.close(diary)
    return diary.folder


def leaving(folder: Path, secret: str) -> Extract:
    """What Share takes out of the diary."""
    diary = diaries.open_to_read(folder, secret, computer(folder.parent / "config", World()))
    try:
        return looking_back.to_hand_out(diary)
    finally:
        diaries.close(diary)


def file_of(extract: Extract, form: str, out: Path) -> str:
    """All that stands in a file of that kind, with notes."""
    if form == "pages":
        choices = default_choices(extract)
        notes = frozenset(note.id for note in extract.notes)
        return repr(summary_of(extract, None, replace(choices, notes=notes), DAY))
    if form == exporting.FHIR:
        contents = Contents(with_notes=True)
        exporting.export_fhir(extract, out, diary_id="d", made_at=local(DAY, 21), contents=contents)
        return out.read_text()
    exporting.export(extract, out, ExportFormat(form), today=DAY, with_notes=True)
    if form != ExportFormat.XLSX:
        return out.read_text()
    book = CalamineWorkbook.from_path(out)
    return repr([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


FORMS = [*ExportFormat, exporting.FHIR, "pages"]


@pytest.mark.parametrize("form", FORMS)
def test_a_carer_hands_out_own_words_and_those_that_were_ticked(folder: Path, tmp_path: Path, form: str) -> None:
    said = file_of(leaving(folder, ALEXS), form, tmp_path / "out")
    assert [words for words in (SHARED, ALEXS_WORDS) if words not in said] == []
    assert [words for words in (PRIVATE, SEALED, GOOD, KIMS) if words in said] == []


@pytest.mark.parametrize("form", FORMS)
def test_the_person_hands_out_what_carers_read_too(folder: Path, tmp_path: Path, form: str) -> None:
    said = file_of(leaving(folder, PASSPHRASE), form, tmp_path / "out")
    assert [words for words in (PRIVATE, SHARED, KIMS, ALEXS_WORDS) if words not in said] == []
    assert (SEALED in said) is (form == ExportFormat.JSON), "their own copy, which would lose it"
