"""What one wrote and another changes or deletes: never without a trace, and the original stays in the history."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest

from diary.app import carers, forgetting, journal, looking_back, moments, questionnaires, treatments, writing
from diary.domain.entries import Helped, Treatment
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.domain.questionnaires import Response
from diary.storage.keys import EntryKey
from diary.storage.revisions import FieldChange
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, all_revisions

SAM = PERSON
GIVEN = {("score", "answer"), ("note", "text")}
MONTH = timedelta(days=31)


@pytest.fixture
def alex(sam: Sitting) -> str:
    carers.add_carer(sam.diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    return carers.carers(sam.diary)[0].recorder.id


def entries_of(sam: Sitting, recorder: str) -> list[str]:
    return [entry.id for day in sam.all().days for entry in day.entries if entry.recorder == recorder]


def both_wrote(sam: Sitting, alex: str) -> None:
    """Sam says 5 and writes a note; Alex notices something."""
    journal.give_score(sam.diary, DAY, PAIN, 5)
    journal.write_note(sam.diary, DAY, "Sam's own words")
    writing.choose_writer(sam.diary, alex)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 2, voice=Voice(alex, Basis.OBSERVED))


def words_left(sam: Sitting) -> list[str]:
    """What the history still holds of answers and notes, in the order of writing."""
    given = [row for row in all_revisions(sam.diary.store) if (row.kind, row.field) in GIVEN and row.value is not None]
    return [str(row.content["value"] if row.field == "answer" else row.content) for row in given]


def test_a_carer_corrects_and_deletes_what_they_wrote(sam: Sitting, alex: str) -> None:
    both_wrote(sam, alex)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 1, voice=Voice(alex, Basis.OBSERVED))
    looking_back.delete_entries(sam.diary, entries_of(sam, alex))
    assert entries_of(sam, alex) == []
    rows = [row for row in looking_back.history(sam.diary, DAY) if row.what == "noticed_in_pain"]
    assert [(row.old, row.new, row.recorder) for row in rows] == [(1, None, alex), (2, 1, alex), (None, 2, alex)]
    assert sam.page().day.value(PAIN) is not None, "Sam's stays"


@pytest.fixture
def kim(sam: Sitting, alex: str) -> str:
    carers.add_carer(sam.diary, "Kim", "friend", Agreed.YES, given_by_person=True)
    return next(one.recorder.id for one in carers.carers(sam.diary) if one.recorder.id != alex)


def refused(slug: str, work: Callable[..., object], *given: object) -> None:
    with pytest.raises(DiaryError) as why:
        work(*given)
    assert why.value.slug == slug


def test_history_knows_what_was_told_when_the_person_answered(sam: Sitting, alex: str, kim: str) -> None:
    for carer, pain in ((alex, 6), (kim, 8), (kim, None)):
        journal.give_score(sam.diary, DAY, PAIN, pain, voice=Voice(carer, Basis.TOLD))
    journal.give_score(sam.diary, DAY, PAIN, 4)
    journal.give_score(sam.diary, DAY, PAIN, 7, voice=Voice(alex, Basis.TOLD))
    journal.give_score(sam.diary, DAY, PAIN, None)
    journal.give_score(sam.diary, DAY - timedelta(days=1), PAIN, 5)
    own = [row for row in looking_back.history(sam.diary) if row.basis is Basis.SELF]
    assert [(row.old, row.new, row.told, row.told_to) for row in own] == [
        (None, 5, None, ""),
        (4, None, 7, alex),
        (None, 4, 6, alex),
    ]
    told = [row for row in looking_back.history(sam.diary, DAY) if row.basis is Basis.TOLD]
    assert {row.told for row in told} == {None}, "one carer's answer is not what another's replaced"


def test_a_carer_deletes_no_entry_of_the_persons_nor_several_with_one_of_them(sam: Sitting, alex: str) -> None:
    """Their own older answer, told for that day, counted and showed as the person's from then on."""
    journal.give_score(sam.diary, DAY, PAIN, 3, voice=Voice(alex, Basis.TOLD))
    both_wrote(sam, alex)
    moments.answer_moment(sam.diary, DAY, "m1", time(9), {"mood_now": 4})
    own = str(EntryKey(DAY, SAM, Basis.SELF))
    for entries in ([own], [*entries_of(sam, alex), own], ["m1"]):
        refused("not_yours_to_delete", looking_back.delete_entries, sam.diary, entries)
    value = sam.page().day.value(PAIN)
    assert value is not None
    assert value.value == 5


def test_one_carer_deletes_nothing_of_anothers_and_the_person_does(sam: Sitting, alex: str, kim: str) -> None:
    both_wrote(sam, alex)
    entries = entries_of(sam, alex)
    writing.choose_writer(sam.diary, kim)
    refused("not_yours_to_delete", looking_back.delete_entries, sam.diary, entries)
    writing.choose_writer(sam.diary, SAM)
    assert looking_back.delete_entries(sam.diary, entries)


def write_told(sam: Sitting, carer: str, text: str, note: str) -> None:
    """Have a carer write a note that they were told, over the one with that id."""
    journal.write_note(sam.diary, DAY, text, note_id=note, voice=Voice(carer, Basis.TOLD))


def test_a_carer_changes_no_note_of_the_persons_and_brings_none_back_by_writing(sam: Sitting, alex: str) -> None:
    both_wrote(sam, alex)
    note = sam.page().notes[0].id
    refused("not_yours_to_change", write_told, sam, alex, "what Alex makes of it", note)
    writing.choose_writer(sam.diary, SAM)
    journal.write_note(sam.diary, DAY, "", note_id=note)
    writing.choose_writer(sam.diary, alex)
    refused("not_yours_to_change", write_told, sam, alex, "what Alex makes of it", note)
    assert words_left(sam) == ["5", "Sam's own words", "2"]


def test_a_carer_writes_a_note_and_changes_it_and_the_person_changes_it_too(sam: Sitting, alex: str, kim: str) -> None:
    writing.choose_writer(sam.diary, alex)
    write_told(sam, alex, "hands numb", "n1")
    write_told(sam, alex, "hands numb since noon", "n1")
    writing.choose_writer(sam.diary, kim)
    refused("not_yours_to_change", write_told, sam, kim, "feet", "n1")
    writing.choose_writer(sam.diary, SAM)
    journal.write_note(sam.diary, DAY, "hands numb since ten", note_id="n1")
    (note,) = sam.page().notes
    assert (note.text, note.recorder) == ("hands numb since ten", alex)


def test_a_carer_changes_no_moment_of_the_persons(sam: Sitting, alex: str) -> None:
    told = Voice(alex, Basis.TOLD)
    moments.answer_moment(sam.diary, DAY, "m1", time(9), {"mood_now": 4})
    writing.choose_writer(sam.diary, alex)
    refused("not_yours_to_change", moments.move_moment, sam.diary, DAY, "m1", time(10))
    with pytest.raises(DiaryError, match="not_yours_to_change"):
        moments.answer_moment(sam.diary, DAY, "m1", time(9), {"mood_now": 9}, voice=told)
    moments.answer_moment(sam.diary, DAY, "m2", time(9), {"mood_now": 3}, voice=told)
    moments.move_moment(sam.diary, DAY, "m2", time(10))
    assert {entry.id: entry.scores[0].value for entry in sam.page().day.entries} == {"m1": 4, "m2": 3}


def test_a_carer_takes_nothing_back_that_the_person_took_and_the_person_does_in_their_own_name(
    sam: Sitting, alex: str
) -> None:
    treatments.keep_treatment(sam.diary, Treatment("", "Ibuprofen", "medicine", as_needed=True))
    (listed,) = treatments.treatments(sam.diary)
    treatments.take(sam.diary, DAY, listed.id, at=time(9), intake_id="i1")
    writing.choose_writer(sam.diary, alex)
    treatments.take(sam.diary, DAY, listed.id, at=time(10), intake_id="i2", voice=Voice(alex, Basis.TOLD))
    own, told = sorted(sam.page().intakes, key=lambda one: one.id)
    refused("not_yours_to_change", treatments.untake, sam.diary, own)
    refused("not_yours_to_change", treatments.change_intake, sam.diary, replace(own, helped=Helped.NO))
    treatments.change_intake(sam.diary, replace(told, helped=Helped.NO))
    writing.choose_writer(sam.diary, SAM)
    treatments.change_intake(sam.diary, replace(told, helped=Helped.A_BIT))
    assert looking_back.history(sam.diary, DAY)[0].recorder == SAM, "what the person changed was said to be Alex's act"
    treatments.untake(sam.diary, told)
    assert [(one.id, one.helped) for one in sam.page().intakes] == [("i1", None)]


def test_a_carer_goes_on_with_no_questionnaire_of_the_persons(sam: Sitting, alex: str) -> None:
    questionnaires.answer(sam.diary, "phq4", "r1", "gad1", 2)
    writing.choose_writer(sam.diary, alex)
    assert unfinished(sam) is None
    refused("not_yours_to_change", questionnaires.answer, sam.diary, "phq4", "r1", "gad1", 0)
    refused("not_yours_to_change", questionnaires.finish, sam.diary, "r1")
    refused("not_yours_to_delete", questionnaires.discard, sam.diary, "r1")
    questionnaires.answer(sam.diary, "phq4", "r2", "gad1", 1)
    going_on = unfinished(sam)
    assert going_on is not None
    assert (going_on.id, going_on.recorder) == ("r2", alex)
    questionnaires.discard(sam.diary, "r2")
    writing.choose_writer(sam.diary, SAM)
    kept = unfinished(sam)
    assert kept is not None
    assert (kept.id, dict(kept.answers)) == ("r1", {"gad1": 2})


def unfinished(sam: Sitting) -> Response | None:
    """What who writes now is offered to go on with."""
    return next(one.unfinished for one in questionnaires.offers(sam.diary) if one.questionnaire.id == "phq4")


def test_a_carer_brings_nothing_of_the_persons_back_and_is_offered_none(sam: Sitting, alex: str) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 7)
    both_wrote(sam, alex)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 1, voice=Voice(alex, Basis.OBSERVED))
    offered = {row.what: row.brought_back_by for row in looking_back.history(sam.diary, DAY) if row.brought_back_by}
    assert set(offered) == {"noticed_in_pain"}
    writing.choose_writer(sam.diary, SAM)
    known = {row.new: row.brought_back_by for row in looking_back.history(sam.diary, DAY) if row.what == PAIN}
    looking_back.delete_entries(sam.diary, entries_of(sam, SAM))
    entry = looking_back.deleted(sam.diary)[0].id
    assert [(one.may_recover, one.may_remove) for one in looking_back.deleted(sam.diary)] == [(True, True)]
    writing.choose_writer(sam.diary, alex)
    assert [(one.may_recover, one.may_remove) for one in looking_back.deleted(sam.diary)] == [(False, False)]
    refused("not_yours_to_bring_back", looking_back.bring_back, sam.diary, known[7])
    refused("not_yours_to_bring_back", looking_back.recover, sam.diary, entry)
    assert entries_of(sam, SAM) == []
    assert looking_back.bring_back(sam.diary, offered["noticed_in_pain"])


def test_what_a_carer_deletes_of_the_persons_is_named_and_stays_in_the_history(sam: Sitting, alex: str) -> None:
    """Thirty days later the words were gone, so one could have emptied another's diary with nothing left to read."""
    both_wrote(sam, alex)
    note = sam.page().notes[0].id
    refused("not_yours_to_delete", write_told, sam, alex, "", note)
    sam.diary.store.write([FieldChange("note", note, "deleted", value=True)], recorder=alex)  # as an older program let
    last = looking_back.history(sam.diary, DAY)[0]
    assert (last.recorder, last.said_by, last.is_anothers) == (alex, SAM, True)
    assert {one.deleted_by for one in looking_back.deleted(sam.diary)} == {alex}
    sam.world.now += MONTH
    assert not forgetting.forget_deleted(sam.diary)
    assert words_left(sam) == ["5", "Sam's own words", "2"]


@pytest.mark.parametrize("by_alex", [True, False])
def test_what_one_deletes_of_their_own_and_the_person_of_a_carers_goes_after_thirty_days(
    sam: Sitting, alex: str, *, by_alex: bool
) -> None:
    both_wrote(sam, alex)
    if not by_alex:
        writing.choose_writer(sam.diary, SAM)
    looking_back.delete_entries(sam.diary, entries_of(sam, alex))
    sam.world.now += MONTH
    assert forgetting.forget_deleted(sam.diary)
    assert words_left(sam) == ["5", "Sam's own words"]


def test_nobody_but_the_person_removes_for_good_what_another_wrote(sam: Sitting, alex: str) -> None:
    both_wrote(sam, alex)
    note = sam.page().notes[0].id
    for things in (entries_of(sam, SAM), [note], [*entries_of(sam, alex), note]):
        with pytest.raises(DiaryError) as refused:
            forgetting.remove_for_good(sam.diary, things)
        assert refused.value.slug == "not_yours_to_remove"
    assert words_left(sam) == ["5", "Sam's own words", "2"], "none of several, where one is another's"
    forgetting.remove_for_good(sam.diary, entries_of(sam, alex))
    assert words_left(sam) == ["5", "Sam's own words"]
    writing.choose_writer(sam.diary, SAM)
    forgetting.remove_for_good(sam.diary, [*entries_of(sam, SAM), note])
    assert words_left(sam) == []


@pytest.mark.parametrize(
    "change",
    [
        lambda sam: looking_back.recover(sam.diary, looking_back.deleted(sam.diary)[0].id),
        lambda sam: looking_back.delete_entries(sam.diary, entries_of(sam, SAM)),
        lambda sam: forgetting.remove_for_good(sam.diary, [sam.page().notes[0].id]),
    ],
    ids=["recover", "delete", "remove for good"],
)
def test_nothing_is_brought_back_or_removed_before_it_is_said_who_does(
    sam: Sitting, alex: str, change: Callable[[Sitting], object]
) -> None:
    both_wrote(sam, alex)
    journal.write_note(sam.diary, DAY, "gone", voice=Voice(alex, Basis.TOLD))
    journal.write_note(sam.diary, DAY, "", note_id=sam.page().notes[-1].id, voice=Voice(alex, Basis.TOLD))
    writing.choose_writer(sam.diary, SAM)
    sam.diary.ask_who()
    with pytest.raises(DiaryError) as refused:
        change(sam)
    assert refused.value.slug == "writer_not_said"
