"""Carers: added with consent, renamed, removed, and named for ever on what they wrote."""

from __future__ import annotations

import pytest

from diary.app import carers, journal, looking_back
from diary.app.acts import act
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Agreed, Basis, Carer, Voice
from diary.storage.revisions import FieldChange
from tests.app.conftest import Sitting
from tests.storage.builders import DAY, local

LATER = local(DAY.replace(month=12), 9)


def added(sam: Sitting, name: str = "Alex", agreed: Agreed = Agreed.YES, *, by_person: bool = True) -> Carer:
    carers.add_carer(sam.diary, name, " partner ", agreed, given_by_person=by_person)
    return next(one for one in carers.carers(sam.diary) if one.recorder.name == name.strip())


def noticed_something(sam: Sitting, carer: Carer) -> None:
    voice = Voice(carer.recorder.id, Basis.OBSERVED)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 2, voice=voice)


def test_a_carer_is_added_with_who_agreed_and_when(sam: Sitting) -> None:
    alex = added(sam)
    assert (alex.recorder.name, alex.recorder.relationship, alex.recorder.since) == ("Alex", "partner", DAY)
    assert alex.consent is not None
    assert (alex.consent.answer, alex.consent.given_by, alex.consent.at) == (Agreed.YES, PERSON, sam.world.now)
    assert alex.writes_now


def test_who_answered_for_the_person_is_kept(sam: Sitting) -> None:
    alex = added(sam, agreed=Agreed.CANNOT_DECIDE, by_person=False)
    assert alex.consent is not None
    assert (alex.consent.answer, alex.consent.given_by) == (Agreed.CANNOT_DECIDE, alex.recorder.id)


def test_without_a_yes_nobody_is_added(sam: Sitting) -> None:
    with pytest.raises(DiaryError) as refused:
        carers.add_carer(sam.diary, "Alex", "", Agreed.NO, given_by_person=True)
    assert refused.value.slug == "carer_not_agreed"
    assert carers.carers(sam.diary) == ()


@pytest.mark.parametrize(
    ("name", "slug"), [("alex", "carer_exists"), (" SAM ", "carer_has_persons_name"), ("  ", "name_empty")]
)
def test_a_name_that_would_hide_who_wrote_what_is_refused(sam: Sitting, name: str, slug: str) -> None:
    added(sam)
    with pytest.raises(DiaryError) as refused:
        carers.add_carer(sam.diary, name, "", Agreed.YES, given_by_person=True)
    assert refused.value.slug == slug
    kim = added(sam, "Kim")
    with pytest.raises(DiaryError) as refused:
        carers.change_carer(sam.diary, kim.recorder.id, name, "")
    assert refused.value.slug == slug


def test_a_carer_can_keep_the_name_while_the_relationship_changes(sam: Sitting) -> None:
    alex = added(sam)
    carers.change_carer(sam.diary, alex.recorder.id, "Alex", "husband")
    assert [one.recorder.relationship for one in carers.carers(sam.diary)] == ["husband"]


def test_a_new_name_stands_on_what_was_written_before(sam: Sitting) -> None:
    alex = added(sam)
    noticed_something(sam, alex)
    carers.change_carer(sam.diary, alex.recorder.id, "Sasha", "partner")
    assert sam.all().recorders[sam.day().entries[0].recorder].name == "Sasha"


def test_who_wrote_nothing_goes_without_a_trace_and_the_name_is_free(sam: Sitting) -> None:
    alex = added(sam)
    carers.remove_carer(sam.diary, alex.recorder.id)
    assert carers.carers(sam.diary) == ()
    assert added(sam).recorder.id != alex.recorder.id


def test_who_wrote_something_stays_named_on_it(sam: Sitting) -> None:
    alex = added(sam)
    noticed_something(sam, alex)
    carers.remove_carer(sam.diary, alex.recorder.id)
    gone = carers.carers(sam.diary)[0]
    assert (gone.recorder.name, gone.recorder.until, gone.writes_now) == ("Alex", DAY, False)
    with pytest.raises(DiaryError) as refused:
        carers.add_carer(sam.diary, "Alex", "", Agreed.YES, given_by_person=True)
    assert refused.value.slug == "carer_was_here"


def test_who_wrote_only_what_was_deleted_stays_named_too(sam: Sitting) -> None:
    """It can be brought back for 30 days, and would come back without a name."""
    alex = added(sam)
    noticed_something(sam, alex)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", None, voice=Voice(alex.recorder.id, Basis.OBSERVED))
    carers.remove_carer(sam.diary, alex.recorder.id)
    assert [one.recorder.name for one in carers.carers(sam.diary)] == ["Alex"]


def test_a_later_no_ends_it_and_a_later_yes_begins_it_again(sam: Sitting) -> None:
    alex = added(sam, agreed=Agreed.CANNOT_DECIDE, by_person=False)
    noticed_something(sam, alex)
    sam.world.now = LATER
    carers.answer_consent(sam.diary, alex.recorder.id, Agreed.NO, given_by_person=True)
    stopped = carers.carers(sam.diary)[0]
    assert stopped.consent is not None
    assert (stopped.consent.answer, stopped.consent.at, stopped.writes_now) == (Agreed.NO, LATER, False)
    carers.answer_consent(sam.diary, alex.recorder.id, Agreed.YES, given_by_person=True)
    assert carers.carers(sam.diary)[0].writes_now


def test_nobody_who_stopped_writes_by_name_from_the_command_line(sam: Sitting) -> None:
    alex = added(sam)
    noticed_something(sam, alex)
    carers.remove_carer(sam.diary, alex.recorder.id)
    with pytest.raises(DiaryError) as refused:
        journal.log_day(sam.diary, DAY, journal.Told(note="tired"), by="Alex", basis=Basis.OBSERVED)
    assert refused.value.slug == "carer_stopped"


def test_its_own_undo_takes_back_a_removal(sam: Sitting) -> None:
    alex = added(sam)
    carers.remove_carer(sam.diary, alex.recorder.id)
    carers.undo(sam.diary)
    assert carers.carers(sam.diary) == (alex,)


def test_undo_of_a_days_answers_reaches_past_what_was_done_about_who_writes(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, "mood", 4)
    alex = added(sam)
    carers.change_carer(sam.diary, alex.recorder.id, "Sasha", "husband")
    carers.answer_consent(sam.diary, alex.recorder.id, Agreed.CANNOT_DECIDE, given_by_person=False)
    journal.undo(sam.diary)
    assert sam.day().entries == ()
    assert not sam.page().can_undo
    assert [one.recorder.name for one in carers.carers(sam.diary)] == ["Sasha"]


def test_a_carer_who_is_gone_is_not_changed(sam: Sitting) -> None:
    with pytest.raises(DiaryError) as refused:
        carers.change_carer(sam.diary, "nobody", "Kim", "")
    assert refused.value.slug == "carer_unknown"


def test_another_name_of_the_person_stands_on_all_that_was_ever_written(sam: Sitting) -> None:
    journal.give_score(sam.diary, DAY, PAIN, 5)
    renamed = carers.rename_person(sam.diary, "  Samira   Jones ")
    assert renamed.kinds == {"person", "recorder"}, "every page that shows a name asks again"
    content = looking_back.extract(sam.diary)
    assert (content.person.name, content.recorders[PERSON].name) == ("Samira Jones", "Samira Jones")
    assert journal.day_page(sam.diary, DAY).writers[0].name == "Samira Jones"
    carers.undo(sam.diary)
    assert looking_back.extract(sam.diary).person.name == "Sam"
    assert journal.day_page(sam.diary, DAY).day.value(PAIN) is not None, "only the name went back"


@pytest.mark.parametrize(("name", "slug"), [("alex", "person_has_carers_name"), (" ", "name_empty")])
def test_a_name_of_the_person_that_would_hide_who_wrote_what_is_refused(sam: Sitting, name: str, slug: str) -> None:
    carers.remove_carer(sam.diary, _who_wrote(sam).recorder.id)
    with pytest.raises(DiaryError) as refused:
        carers.rename_person(sam.diary, name)
    assert refused.value.slug == slug


def _who_wrote(sam: Sitting) -> Carer:
    alex = added(sam)
    noticed_something(sam, alex)
    return alex


def test_two_carers_of_one_name_are_told_apart_on_the_page_and_in_the_history(sam: Sitting) -> None:
    """What was exported elsewhere can bring a second Alex along, whom no form would have let in."""
    alex = _who_wrote(sam)
    other = {"name": "Alex", "relationship": "nurse", "since": DAY.isoformat()}
    act(sam.diary, [FieldChange("recorder", "other", field, value) for field, value in other.items()], PERSON)
    journal.give_score(sam.diary, DAY, "noticed_in_pain", 0, voice=Voice("other", Basis.OBSERVED))
    page = journal.day_page(sam.diary, DAY)
    assert [one.name for one in page.writers] == ["Sam", "Alex (nurse)", "Alex (partner)"]
    assert {one.name for one in page.beside} == {"Alex (nurse)", "Alex (partner)"}
    assert carers.names(sam.diary)[alex.recorder.id] == "Alex (partner)"
    with pytest.raises(DiaryError) as refused:
        carers.carer_named(sam.diary, "Alex")
    assert refused.value.slug == "carer_ambiguous"
