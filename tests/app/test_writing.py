"""Who writes now: said before anything is written, and each voice with a page of its own."""

from __future__ import annotations

import pytest

from diary.app import carers, journal, looking_back, questionnaires, writing
from diary.app.values import Beside
from diary.domain.day_values import DayState
from diary.domain.entries import MarkKind
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.domain.places import BodySite
from tests.app.conftest import Sitting
from tests.storage.builders import DAY


@pytest.fixture
def alex(sam: Sitting) -> str:
    carers.add_carer(sam.diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    return carers.carers(sam.diary)[0].recorder.id


def refused(sam: Sitting) -> str:
    with pytest.raises(DiaryError) as fault:
        journal.give_score(sam.diary, DAY, PAIN, 6)
    return fault.value.slug


def test_a_diary_of_one_asks_nobody_who_writes(sam: Sitting) -> None:
    sam.diary.ask_who()
    assert sam.page().writer == PERSON
    journal.give_score(sam.diary, DAY, PAIN, 6)


@pytest.mark.usefixtures("alex")
def test_where_several_write_nothing_is_written_until_it_is_said_who_does(sam: Sitting) -> None:
    sam.diary.ask_who()
    assert (sam.page().writer, refused(sam)) == ("", "writer_not_said")
    assert not sam.page().can_undo
    with pytest.raises(DiaryError) as fault:  # nobody takes back what they may not have written
        journal.undo(sam.diary)
    assert fault.value.slug == "writer_not_said"
    writing.choose_writer(sam.diary, PERSON)
    journal.give_score(sam.diary, DAY, PAIN, 6)
    assert [one.name for one in sam.page().writers] == ["Sam", "Alex"]


def test_another_writer_can_not_take_back_what_the_one_before_wrote(sam: Sitting, alex: str) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    writing.choose_writer(sam.diary, alex)
    assert not sam.page().can_undo
    assert journal.undo(sam.diary) is None
    writing.choose_writer(sam.diary, alex)


def test_nobody_writes_who_does_not_write_here(sam: Sitting) -> None:
    with pytest.raises(DiaryError) as fault:
        writing.choose_writer(sam.diary, "nobody")
    assert fault.value.slug == "carer_unknown"


def test_who_stopped_while_writing_has_it_asked_anew(sam: Sitting, alex: str) -> None:
    carers.add_carer(sam.diary, "Kim", "", Agreed.YES, given_by_person=True)
    writing.choose_writer(sam.diary, alex)
    carers.remove_carer(sam.diary, alex)
    assert (sam.page().writer, refused(sam)) == ("", "writer_not_said")


def test_a_carers_page_has_only_what_they_said_on_that_basis(sam: Sitting, alex: str) -> None:
    told, noticed = Voice(alex, Basis.TOLD), Voice(alex, Basis.OBSERVED)
    journal.give_score(sam.diary, DAY, PAIN, 6)
    journal.mark_day(sam.diary, DAY, MarkKind.BAD_DAY)
    journal.write_note(sam.diary, DAY, "mine")
    journal.give_score(sam.diary, DAY, ANXIETY, 7, voice=told)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 2, voice=noticed)
    page = journal.day_page(sam.diary, DAY, voice=told)
    assert {measure for measure, _ in page.day.values} == {ANXIETY}
    assert page.day.marks == ()
    assert [one.basis for one in page.day.entries] == [Basis.TOLD]
    seen = journal.day_page(sam.diary, DAY, voice=noticed).day
    assert (dict(seen.values), [one.measure for one in seen.entries[0].scores]) == ({}, ["noticed_in_pain"])


def test_what_others_wrote_is_named_and_its_answers_are_not(sam: Sitting, alex: str) -> None:
    journal.give_scores(sam.diary, DAY, {(MOOD, None): 4, (PAIN, BodySite("neck")): 7})
    journal.write_note(sam.diary, DAY, "mine")
    beside = journal.day_page(sam.diary, DAY, voice=Voice(alex, Basis.TOLD)).beside
    assert beside == (Beside(PERSON, Basis.SELF, sam.world.now, ("mood", "places", "note"), "Sam"),)
    assert sam.page().beside == (), "one's own is not beside"


def test_two_bases_of_one_carer_keep_their_drafts_apart(sam: Sitting, alex: str) -> None:
    for basis in (Basis.TOLD, Basis.OBSERVED):
        journal.keep_draft(sam.diary, DAY, basis, voice=Voice(alex, basis))
    journal.keep_draft(sam.diary, DAY, "mine")
    drafts = [
        journal.day_page(sam.diary, DAY, voice=Voice(alex, basis)).draft for basis in (Basis.TOLD, Basis.OBSERVED)
    ]
    assert (drafts, sam.page().draft) == ([Basis.TOLD, Basis.OBSERVED], "mine")


def test_a_note_that_is_kept_leaves_the_draft_of_the_other_basis(sam: Sitting, alex: str) -> None:
    told, noticed = Voice(alex, Basis.TOLD), Voice(alex, Basis.OBSERVED)
    journal.keep_draft(sam.diary, DAY, "seen", voice=noticed)
    journal.write_note(sam.diary, DAY, "heard", voice=told)
    assert journal.day_page(sam.diary, DAY, voice=noticed).draft == "seen"


def test_what_is_told_counts_and_what_is_noticed_makes_no_state(sam: Sitting, alex: str) -> None:
    noticed = Voice(alex, Basis.OBSERVED)
    journal.give_score(sam.diary, DAY, "pain_as_seemed", 9, voice=noticed)
    assert sam.day().state is DayState.UNKNOWN
    journal.give_score(sam.diary, DAY, PAIN, 5, voice=Voice(alex, Basis.TOLD))
    value = sam.day().value(PAIN)
    assert value is not None
    assert value.value == 5


def test_a_questionnaire_that_a_carer_fills_in_is_what_the_person_told(sam: Sitting, alex: str) -> None:
    writing.choose_writer(sam.diary, alex)
    phq4 = questionnaires.offers(sam.diary)[0].questionnaire
    questionnaires.answer(sam.diary, phq4.id, "r1", phq4.items[0].id, 1)
    response = questionnaires.offers(sam.diary)[0].unfinished
    assert response is not None
    assert (response.recorder, response.basis) == (alex, Basis.TOLD)


def test_the_history_says_whose_words_they_are_and_who_changed_them(sam: Sitting, alex: str) -> None:
    told = Voice(alex, Basis.TOLD)
    journal.give_score(sam.diary, DAY, PAIN, 7, voice=told)
    entry = sam.day().entries[0].id
    looking_back.delete_entries(sam.diary, [entry])
    deletion, first = looking_back.history(sam.diary, DAY)
    assert (deletion.said_by, deletion.recorder, deletion.basis) == (alex, PERSON, Basis.TOLD)
    assert deletion.is_anothers
    assert (first.said_by, first.is_anothers) == (alex, False)


def test_a_note_of_a_carers_that_the_person_deletes_says_so_too(sam: Sitting, alex: str) -> None:
    journal.write_note(sam.diary, DAY, "seemed low", voice=Voice(alex, Basis.OBSERVED))
    journal.write_note(sam.diary, DAY, "", note_id=sam.page().notes[0].id)
    assert [(one.said_by, one.recorder) for one in looking_back.history(sam.diary, DAY)] == [
        (alex, PERSON),
        (alex, alex),
    ]


def test_who_stopped_is_still_named_beside(sam: Sitting, alex: str) -> None:
    journal.give_score(sam.diary, DAY, "noticed_low", 1, voice=Voice(alex, Basis.OBSERVED))
    carers.remove_carer(sam.diary, alex)
    assert [one.name for one in sam.page().beside] == ["Alex"]


@pytest.mark.parametrize("took_back", [False, True])
def test_the_last_act_of_an_earlier_sitting_is_only_for_who_did_it(sam: Sitting, alex: str, *, took_back: bool) -> None:
    writing.choose_writer(sam.diary, alex)
    journal.give_score(sam.diary, DAY, MOOD, 3, voice=Voice(alex, Basis.TOLD))
    if took_back:
        journal.undo(sam.diary)
    sam.again()
    sam.diary.ask_who()
    for writer, is_offered in (("", False), (PERSON, False), (alex, True), (PERSON, False), (alex, True)):
        if writer:
            writing.choose_writer(sam.diary, writer)
        page = sam.page()
        assert (page.can_redo if took_back else page.can_undo) is is_offered
        assert ((page.redo if took_back else page.undo) is not None) is is_offered
    writing.choose_writer(sam.diary, PERSON)
    journal.give_score(sam.diary, DAY, MOOD, 5)
    writing.choose_writer(sam.diary, alex)
    assert (sam.page().can_undo, sam.page().can_redo) == (False, False)


def test_the_persons_own_last_act_is_offered_once_they_say_that_they_write(sam: Sitting, alex: str) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 6)
    sam.again()
    sam.diary.ask_who()
    assert (sam.page().can_undo, sam.page().undo) == (False, None)
    writing.choose_writer(sam.diary, PERSON)
    assert sam.page().can_undo
    writing.choose_writer(sam.diary, alex)
    assert not sam.page().can_undo
