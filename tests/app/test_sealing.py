"""Notes that only the person can read: with their key they are there, with a carer's nobody finds a word of them."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.app import bringing_back as json_back
from diary.app import carer_keys, carers, diaries, exporting, journal, keeping, looking_back, resealing, upkeep, writing
from diary.app.exporting import ExportFormat
from diary.app.forgetting import remove_for_good
from diary.app.opened import OpenDiary
from diary.app.researching import for_research
from diary.app.salvaging import save_what_is_left
from diary.app.sharing import default_choices, summary_of
from diary.domain.days import Period
from diary.domain.entries import Note, Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import OWN_VOICE, PERSON, Agreed, Basis, Voice
from diary.domain.today import NOTE, SEALED_NOTE
from diary.exchange.fhir.document import Contents
from diary.exchange.own_json import own_json, read_own_json
from diary.exchange.sheets import notes_table
from diary.storage import reading
from diary.storage.revisions import FieldChange, of_subjects
from diary.storage.store import Store
from tests.app.conftest import Sitting
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, all_revisions, diary_file, new_diary
from tests.storage.pages import decrypted

ALEXS = "seven green doors"
PLAIN, SEALED, LATER = "zymurgic heliotrope", "vespertine oubliette", "flimmerglast capybara"


@pytest.fixture
def alex(sam: Sitting) -> str:
    """A carer with a passphrase of their own."""
    carers.add_carer(sam.diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    carer = carers.carers(sam.diary)[0].recorder.id
    carer_keys.give_passphrase(sam.diary, carer, ALEXS, cost=CHEAP)
    return carer


@pytest.fixture
def note_id(sam: Sitting, alex: str) -> str:
    """A note that was written for everybody who opens the diary, and sealed later."""
    del alex
    journal.write_note(sam.diary, DAY, PLAIN)
    return seal(sam.diary, PLAIN)


def seal(diary: OpenDiary, text: str = SEALED, *, sharing: Sharing = Sharing.SEALED) -> str:
    notes = journal.day_page(diary, DAY).notes
    journal.write_note(diary, DAY, text, note_id=notes[-1].id if notes else None, sharing=sharing)
    return journal.day_page(diary, DAY).notes[-1].id


def reopened(sam: Sitting, secret: str) -> OpenDiary:
    diaries.close(sam.diary)
    sam.diary = diaries.open_diary(sam.diary.folder, secret, sam.diary.computer)
    sam.diary.ask_who()
    return sam.diary


def only_note(diary: OpenDiary) -> Note:
    (note,) = looking_back.extract(diary).notes
    return note


def words_with_a_carers_key(diary: OpenDiary) -> bytes:
    """Every page of the file, free ones too, as a carer's key opens it."""
    return decrypted(diary_file(diary), diary.keys.data_key)


def test_nothing_is_offered_to_who_has_nobody_to_keep_notes_from(sam: Sitting) -> None:
    assert not sam.page().may_seal
    carers.add_carer(sam.diary, "Alex", "", Agreed.YES, given_by_person=True)
    assert not sam.page().may_seal, "Alex opens it with Sam's own passphrase"


def test_it_is_offered_once_a_carer_has_or_had_a_passphrase_of_their_own(sam: Sitting, alex: str) -> None:
    assert sam.page().may_seal
    assert not journal.day_page(sam.diary, DAY, voice=Voice(alex, Basis.TOLD)).may_seal
    carer_keys.take_passphrase(sam.diary, alex)
    assert sam.page().may_seal, "who had a key may have kept a copy that it opens"


@pytest.mark.usefixtures("note_id")
def test_the_person_reads_it_and_a_carer_only_that_it_is_there(sam: Sitting) -> None:
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == (PLAIN, Sharing.SEALED)
    theirs = only_note(reopened(sam, ALEXS))
    assert (theirs.text, theirs.sharing, theirs.day) == ("", Sharing.SEALED, DAY)
    assert only_note(reopened(sam, PASSPHRASE)).text == PLAIN


@pytest.mark.usefixtures("alex")
def test_no_word_of_it_is_left_for_who_has_a_carers_key(sam: Sitting) -> None:
    journal.keep_draft(sam.diary, DAY, PLAIN)
    journal.write_note(sam.diary, DAY, PLAIN)
    journal.undo(sam.diary)
    journal.redo(sam.diary)
    assert PLAIN.encode() in words_with_a_carers_key(sam.diary), "or the search would find nothing ever"
    journal.keep_draft(sam.diary, DAY, PLAIN + LATER)
    seal(sam.diary)
    journal.keep_draft(sam.diary, DAY, SEALED + LATER, field=SEALED_NOTE)
    pages = words_with_a_carers_key(sam.diary)
    assert not [words for words in (PLAIN, SEALED, LATER) if words.encode() in pages]
    journal.write_note(sam.diary, DAY, LATER, note_id=only_note(sam.diary).id, sharing=Sharing.SEALED)
    assert LATER.encode() not in words_with_a_carers_key(sam.diary)
    backup = keeping.back_up(sam.diary)
    keeping.restore(backup, sam.diary.folder.with_name("copy.alongside"), PASSPHRASE, sam.diary.computer)
    copy = diary_file(sam.diary).parent.with_name("copy.alongside") / "diary.db"
    assert LATER.encode() not in decrypted(copy, sam.diary.keys.data_key)


@pytest.mark.usefixtures("alex")
def test_what_is_being_typed_is_sealed_too_and_comes_back_to_the_person_alone(sam: Sitting) -> None:
    journal.keep_draft(sam.diary, DAY, PLAIN)
    journal.keep_draft(sam.diary, DAY, SEALED, field=SEALED_NOTE)
    page = sam.page()
    assert (page.draft, dict(page.drafts)) == (SEALED, {SEALED_NOTE: SEALED}), "the plain one is gone"
    assert not sam.diary.store.draft(f"{NOTE}/{DAY}/{PERSON}")
    assert journal.day_page(reopened(sam, ALEXS), DAY).drafts == {}
    assert journal.day_page(reopened(sam, PASSPHRASE), DAY).draft == SEALED
    seal(sam.diary)
    assert sam.page().draft is None


@pytest.mark.usefixtures("note_id")
def test_sealing_is_not_taken_back_and_neither_is_what_it_forgot(sam: Sitting) -> None:
    assert not sam.page().can_undo, "not even the writing of the words that are gone"
    sam.again()
    assert not sam.page().can_undo
    gestures = {row.gesture for row in all_revisions(sam.diary.store) if row.kind == "note"}
    for gesture in gestures:
        sam.diary.store.undo(gesture, recorder=PERSON)
    assert only_note(sam.diary).text == PLAIN


@pytest.mark.usefixtures("note_id")
def test_later_changes_of_a_sealed_note_are_taken_back_and_done_again(sam: Sitting) -> None:
    seal(sam.diary, LATER)
    journal.undo(sam.diary)
    assert only_note(sam.diary).text == PLAIN
    journal.redo(sam.diary)
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == (LATER, Sharing.SEALED)


@pytest.mark.usefixtures("note_id")
def test_the_same_words_again_are_no_change(sam: Sitting) -> None:
    before = len(all_revisions(sam.diary.store))
    seal(sam.diary, PLAIN)
    assert len(all_revisions(sam.diary.store)) == before


@pytest.mark.usefixtures("note_id")
def test_the_seal_comes_off_and_goes_on_again_and_the_words_are_not_left_behind(sam: Sitting) -> None:
    seal(sam.diary, LATER, sharing=Sharing.PRIVATE)
    assert only_note(sam.diary).sharing is Sharing.PRIVATE
    assert not sam.page().can_undo, "back under its seal by undo, its plain words would stay in the history"
    seal(sam.diary, LATER)
    assert LATER.encode() not in words_with_a_carers_key(sam.diary)
    seal(sam.diary, LATER, sharing=Sharing.PRIVATE)
    assert only_note(reopened(sam, ALEXS)).text == LATER


def test_nobody_seals_in_anothers_name(sam: Sitting, alex: str) -> None:
    for diary, voice in ((sam.diary, Voice(alex, Basis.TOLD)), (reopened(sam, ALEXS), OWN_VOICE)):
        with pytest.raises(DiaryError) as refused:
            journal.write_note(diary, DAY, PLAIN, sharing=Sharing.SEALED, voice=voice)
        assert refused.value.slug == "only_the_person"


@pytest.mark.usefixtures("note_id")
def test_who_writes_with_the_persons_passphrase_does_not_read_it_while_they_are_named(sam: Sitting) -> None:
    carers.add_carer(sam.diary, "Kim", "", Agreed.YES, given_by_person=True)
    kim = next(one.recorder.id for one in carers.carers(sam.diary) if one.recorder.name == "Kim")
    diary = reopened(sam, PASSPHRASE)
    assert only_note(diary).text == "", "nobody said yet who it is"
    writing.choose_writer(diary, kim)
    assert only_note(diary).text == ""
    writing.choose_writer(diary, PERSON)
    assert only_note(diary).text == PLAIN


@pytest.mark.usefixtures("note_id")
def test_its_history_tells_the_person_the_words_and_a_carer_that_there_are_some(sam: Sitting) -> None:
    seal(sam.diary, LATER)
    newest, first, gone = looking_back.history(sam.diary, DAY)
    assert [(row.old, row.new, row.is_sealed) for row in (newest, first)] == [(PLAIN, LATER, True), (None, PLAIN, True)]
    assert (gone.is_gone, gone.is_sealed) == (True, True), "its words are not lost, they are kept for Sam alone"
    theirs = looking_back.history(reopened(sam, ALEXS), DAY)
    assert [(row.old, row.new) for row in theirs] == [(None, None)] * 3
    assert [row.brought_back_by for row in theirs] == [None] * 3, "nor do they bring it back"


@pytest.mark.usefixtures("note_id")
def test_an_earlier_wording_comes_back_as_sealed_as_the_note_is_now(sam: Sitting) -> None:
    seal(sam.diary, LATER)
    earlier = looking_back.history(sam.diary, DAY)[1].brought_back_by
    assert earlier
    looking_back.bring_back(sam.diary, earlier)
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == (PLAIN, Sharing.SEALED)
    seal(sam.diary, LATER, sharing=Sharing.PRIVATE)
    looking_back.bring_back(sam.diary, earlier)
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == (PLAIN, Sharing.PRIVATE)


def test_deleted_it_is_named_to_a_carer_and_comes_back_to_the_person(sam: Sitting, note_id: str) -> None:
    journal.write_note(sam.diary, DAY, "", note_id=note_id)
    (mine,) = looking_back.deleted(sam.diary)
    (theirs,) = looking_back.deleted(reopened(sam, ALEXS))
    assert (mine.words, mine.is_sealed, theirs.words, theirs.is_sealed) == (PLAIN, True, "", True)
    looking_back.recover(reopened(sam, PASSPHRASE), note_id)
    assert only_note(sam.diary).text == PLAIN
    remove_for_good(sam.diary, [note_id])
    assert looking_back.extract(sam.diary).notes == ()


def test_a_carer_can_not_remove_it_for_good_nor_anything_that_somebody_else_said(
    sam: Sitting, alex: str, note_id: str
) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    theirs = Voice(alex, Basis.OBSERVED)
    diary = reopened(sam, ALEXS)
    journal.write_note(diary, DAY, "seemed tired", voice=theirs)
    own = next(note.id for note in looking_back.extract(diary).notes if note.recorder == alex)
    for thing in (note_id, f"{DAY}/{PERSON}/self/"):
        with pytest.raises(DiaryError) as refused:
            remove_for_good(diary, [own, thing])
        assert refused.value.slug == "not_yours_to_remove"
    remove_for_good(diary, [own])
    assert [note.id for note in looking_back.extract(diary).notes] == [note_id]


@pytest.mark.usefixtures("note_id")
def test_it_is_in_no_file_for_others_whoever_makes_it(sam: Sitting, tmp_path: Path) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    for number, secret in enumerate((PASSPHRASE, ALEXS)):
        found = looking_back.extract(reopened(sam, secret))
        for form in (ExportFormat.CSV, ExportFormat.CSV_LONG):
            out = tmp_path / f"{number}.{form}.csv"
            exporting.export(found, out, form, today=DAY, with_notes=True)
            assert "sealed" not in out.read_text()
            assert PLAIN not in out.read_text()
        out = tmp_path / f"{number}.json"
        contents = Contents(with_notes=True)
        exporting.export_fhir(found, out, diary_id="d1", made_at=sam.world.now, contents=contents)
        assert PLAIN not in out.read_text()
        assert PLAIN not in repr(notes_table(found).rows)
        assert PLAIN not in repr(for_research(found))
        choices = default_choices(found)
        assert choices.notes == frozenset()
        page = summary_of(found, None, choices, DAY)
        assert PLAIN not in repr(page)


def test_the_persons_own_json_brings_it_back_under_the_seal_of_the_new_diary(
    sam: Sitting, note_id: str, tmp_path: Path
) -> None:
    made = own_json(looking_back.extract(sam.diary), exported_on=DAY, with_notes=True)
    other, _ = new_diary(tmp_path, sam.world, name="other")
    for _ in range(2):
        json_back.bring_back(other, read_own_json(made), dry_run=False)
        assert (only_note(other).text, only_note(other).sharing) == (PLAIN, Sharing.SEALED)
    assert PLAIN.encode() not in words_with_a_carers_key(other)
    diaries.close(other)
    theirs = own_json(looking_back.extract(reopened(sam, ALEXS)), exported_on=DAY, with_notes=True)
    assert not json.loads(theirs).get("notes")
    assert note_id.encode() not in theirs


@pytest.mark.usefixtures("note_id")
def test_what_another_copy_wrote_meanwhile_is_sealed_when_the_person_opens_the_diary(sam: Sitting) -> None:
    """Two computers: one sealed the note, the other one went on writing in it, before or after."""
    seen, last = (row for row in all_revisions(sam.diary.store) if row.field == "text")
    for seq, step in ((1, -1), (2, 1)):
        written = last.written_at
        assert written is not None
        elsewhere = replace(
            last,
            device="tablet",
            seq=seq,
            clock=last.clock + step,
            written_at=written + timedelta(minutes=seq),
            gesture=f"t{seq}",
            value=json.dumps(LATER),
            seen=(seen.stamp,),
        )
        sam.diary.store.take_in([elsewhere])
        assert LATER.encode() in words_with_a_carers_key(sam.diary)
        upkeep.catch_up(sam.diary, bool)
        assert only_note(sam.diary).sharing is Sharing.SEALED
        assert only_note(sam.diary).text == (PLAIN if step < 0 else LATER), "the later of the two stands"
        sam.diary.store.compact()
        assert LATER.encode() not in words_with_a_carers_key(sam.diary)


@pytest.mark.usefixtures("note_id")
def test_rebuild_and_salvage_keep_it(sam: Sitting) -> None:
    sam.diary.store.rebuild()
    assert only_note(sam.diary).text == PLAIN
    diaries.close(sam.diary)
    saved = save_what_is_left(sam.diary.folder, PASSPHRASE, sam.diary.computer)
    keeping.restore(saved.file, sam.diary.folder, PASSPHRASE, sam.diary.computer)
    sam.diary = diaries.open_diary(sam.diary.folder, PASSPHRASE, sam.diary.computer)
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == (PLAIN, Sharing.SEALED)


@pytest.mark.usefixtures("note_id")
def test_a_backup_that_is_sealed_anew_still_has_it(sam: Sitting, tmp_path: Path) -> None:
    backup = keeping.back_up(sam.diary)
    diaries.change_passphrase(sam.diary, "other words now", cost=CHEAP)
    resealing.reseal(sam.diary, backup)
    keeping.restore(backup, tmp_path / "back.alongside", "other words now", sam.diary.computer)
    back = diaries.open_to_read(tmp_path / "back.alongside", "other words now", sam.diary.computer)
    assert only_note(back).text == PLAIN
    diaries.close(back)


@pytest.mark.usefixtures("note_id")
@pytest.mark.parametrize("value", [{"sealed": 5}, {"sealed": "nonsense"}, {}, {"other": "x"}])
def test_a_note_that_no_key_opens_stays_a_note_without_words(sam: Sitting, value: dict[str, object]) -> None:
    key = only_note(sam.diary).id
    sam.diary.store.write([FieldChange("note", key, "text", value)], recorder=PERSON)
    assert (only_note(sam.diary).text, only_note(sam.diary).sharing) == ("", Sharing.SEALED)
    looking_back.history(sam.diary, DAY)
    assert keeping.check(sam.diary).shut_notes == 1
    assert not keeping.check(sam.diary).is_well
    assert keeping.check(reopened(sam, ALEXS)).is_well, "to a carer every such note is shut"


def notes_of(sam: Sitting, day: date) -> tuple[Note, ...]:
    """Without the rest of the page, which takes most of the time."""
    with sam.diary.store.reading() as connection:
        return reading.notes(connection, Period(day, day), sam.diary.seal)


def plain_words_left(sam: Sitting, day: date, words: set[str]) -> set[str]:
    """What somebody with a carer's key could still read of the notes of a day that are sealed now."""
    sealed = [("note", note.id) for note in notes_of(sam, day) if note.sharing is Sharing.SEALED]
    with sam.diary.store.reading() as connection:
        rows = [row for history in of_subjects(connection, sealed).values() for row in history]
    return words & {row.content for row in rows if isinstance(row.content, str)}


def one_step(sam: Sitting, day: date, chance: random.Random) -> str:
    """Do something that a person may do with the note of a day; returns the words it wrote, if any."""
    diary, notes = sam.diary, notes_of(sam, day)
    note_id = notes[-1].id if notes else None
    match chance.randrange(8):
        case 0 | 1 | 2:
            words = f"words {chance.randrange(10**9)}"
            journal.write_note(diary, day, words, note_id=note_id, sharing=chance.choice(list(Sharing)))
            return words
        case 3:
            journal.undo(diary)
        case 4:
            journal.redo(diary)
        case 5 if note_id:
            journal.write_note(diary, day, "", note_id=note_id)
        case 6 if gone := [one for one in looking_back.deleted(diary) if one.day == day]:
            looking_back.recover(diary, gone[0].id)
        case 7 if rows := [row for row in looking_back.history(diary, day) if row.brought_back_by]:
            looking_back.bring_back(diary, chance.choice(rows).brought_back_by or ("", 0))
    return ""


@pytest.mark.usefixtures("alex")
def test_whatever_is_done_in_whatever_order_a_sealed_note_leaves_no_plain_words(
    sam: Sitting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Store, "compact", lambda _: None)  # it takes most of the time, and no word with it
    seen = set()
    for seed in range(8):
        chance, day = random.Random(seed), DAY - timedelta(days=seed)
        words: set[str] = set()
        for _ in range(12):
            words.add(one_step(sam, day, chance))
            assert plain_words_left(sam, day, words) == set(), seed
            notes = notes_of(sam, day)
            assert all(note.text in words for note in notes), "and the person reads what they wrote"
            seen |= {note.sharing for note in notes}
    assert seen == set(Sharing)


@pytest.mark.usefixtures("note_id")
def test_today_names_it_to_a_carer_as_one_they_can_not_read(sam: Sitting, alex: str) -> None:
    for secret, part in ((ALEXS, SEALED_NOTE), (PASSPHRASE, NOTE)):
        page = journal.day_page(reopened(sam, secret), DAY, voice=Voice(alex, Basis.TOLD))
        assert [one.what for one in page.beside] == [(part,)]
