"""Oops, wrong diary: an entry goes to the other one, written there first, and here only who and when stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from diary.app import (
    carer_keys,
    carers,
    diaries,
    factors,
    journal,
    keeping,
    looking_back,
    moments,
    moving,
    other_answers,
    own_measures,
    questionnaires,
    treatments,
    writing,
)
from diary.app.moves import Speaker, Wish
from diary.domain.entries import Helped, MarkKind, Sharing, Spread, Treatment
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, MOOD, PAIN, OwnMeasure
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.domain.places import BodySite, Side
from diary.domain.today import SEALED_NOTE
from diary.storage.store import DIARY_FILE, Store
from tests.app.two_diaries import ALEXS, Two, page_words, two_diaries
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, all_revisions, computer
from tests.storage.pages import decrypted

RARE = "zymurgic heliotrope"
KNEE = BodySite("knee", Side.LEFT)


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    pair = two_diaries(tmp_path)
    yield pair
    assert keeping.check(pair.sam).is_well
    diaries.close(pair.sam)


def whole_entry(two: Two) -> None:
    """All that one voice can say of a day."""
    sam = two.sam
    journal.give_scores(sam, DAY, {(MOOD, None): 4, (ANXIETY, None): 7, (PAIN, None): 6, (PAIN, KNEE): 3})
    other_answers.say_nowhere_else(sam, DAY)
    other_answers.say_spread(sam, DAY, BodySite("lower_back"), KNEE)
    other_answers.write_good_thing(sam, DAY, f"{RARE} good")
    journal.write_note(sam, DAY, f"{RARE} note", sharing=Sharing.SHARED)
    factors.tick_factor(sam, DAY, "starter-caffeine", was_there=True)
    treatments.keep_treatment(sam, Treatment("", "Ibuprofen", "medicine", "400", unit="mg", as_needed=True))
    treatments.keep_treatment(sam, Treatment("", "Massage", "other"))
    for one in treatments.treatments(sam):
        treatments.take(sam, DAY, one.id, at=time(9, 30) if one.as_needed else None, helped=Helped.A_BIT)
    moments.answer_moment(sam, DAY, "moment-1", time(15, 10), {"pain_now": 5})
    questionnaires.answer(sam, "phq4", "response-1", "gad1", 2)


def words_in(two: Two) -> bool:
    files = (file for file in two.sam.folder.iterdir() if file.name.startswith(DIARY_FILE))
    return any(RARE.encode() in decrypted(file, two.sam.keys.data_key) for file in files)


def test_all_that_was_said_of_a_day_goes_and_stands_there_as_it_was(two: Two) -> None:
    whole_entry(two)
    before = looking_back.extract(two.sam)
    two.later(40)
    moved = two.move()
    assert not moved.is_kept
    assert moved.account.stays == ()
    after, there = looking_back.extract(two.sam), two.there()
    assert (after.days, after.notes, after.good_things, after.intakes, after.responses) == ((), (), (), (), ())
    [day], [was] = there.days, before.days
    assert {key: value.value for key, value in day.values.items()} == {k: v.value for k, v in was.values.items()}
    answered = [score.answered_at for entry in day.entries for score in entry.scores]
    assert answered == [score.answered_at for entry in was.entries for score in entry.scores], "not filled in later"
    entry = next(one for one in day.entries if one.moment is None)
    assert entry.nowhere_else
    assert entry.spreads == (Spread(BodySite("lower_back"), KNEE),)
    assert [there.factors[one].label for one in entry.factors] == ["Caffeine"]
    assert [(note.text, note.sharing) for note in there.notes] == [(f"{RARE} note", Sharing.SHARED)]
    assert [one.text for one in there.good_things] == [f"{RARE} good"]
    taken = {there.treatments[one.treatment].name: (one.at, one.helped) for one in there.intakes}
    assert taken == {"Ibuprofen": (time(9, 30), Helped.A_BIT), "Massage": (None, Helped.A_BIT)}
    assert [response.answers for response in there.responses] == [{"gad1": 2}]


def test_here_only_who_and_when_stay_and_no_words_in_any_page_of_the_file(two: Two) -> None:
    whole_entry(two)
    journal.give_score(two.sam, DAY, PAIN, 8)
    assert words_in(two)
    two.move()
    assert not words_in(two)
    told = [row for row in looking_back.history(two.sam, DAY) if not row.is_gone]
    assert [(row.what, row.new, row.recorder, row.at) for row in told] == [("move", "away", PERSON, two.world.now)]
    kept = [row for row in all_revisions(two.sam.store) if DAY.isoformat() in row.key and row.kind != "move"]
    assert kept
    assert {row.value for row in kept} == {None}
    assert {row.recorder for row in kept} == {PERSON}
    while journal.undo(two.sam) is not None:
        assert not looking_back.extract(two.sam).days, "nothing brings it back"


def test_there_the_history_says_that_it_came_from_another_diary_and_not_from_which(two: Two) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    two.move()
    other = two.opened()
    rows = looking_back.history(other, DAY)
    assert [(row.what, row.new) for row in rows if row.what == "move"] == [("move", "here")]
    ids = two.sam.keys.diary_id, two.sam.label, "Sam"
    assert not [row for row in all_revisions(other.store) if any(one == row.value or one in row.key for one in ids)]
    diaries.close(other)


def test_what_is_answered_there_is_never_overwritten_and_stays_here(two: Two) -> None:
    other = two.opened()
    journal.give_scores(other, DAY, {(PAIN, None): 2, (MOOD, None): 4})
    other_answers.write_good_thing(other, DAY, "the cat")
    diaries.close(other)
    journal.give_scores(two.sam, DAY, {(PAIN, None): 6, (MOOD, None): 4, (ANXIETY, None): 7})
    other_answers.write_good_thing(two.sam, DAY, "a walk")
    before = two.look()
    assert (before.goes, before.stays) == (("Mood", "Anxiety"), ("Pain", "one good thing"))
    assert set(before.has_already) == {"Pain", "Mood", "one good thing"}
    moved = two.move()
    assert moved.account.stays == before.stays
    [day] = two.there().days
    assert {key[0]: value.value for key, value in day.values.items()} == {PAIN: 2, MOOD: 4, ANXIETY: 7}
    here = journal.day_page(two.sam, DAY)
    assert {key[0]: value.value for key, value in here.day.values.items()} == {PAIN: 6}
    assert [one.text for one in here.good_things] == ["a walk"]
    with pytest.raises(DiaryError, match="move_nothing"):
        two.move(voice=Voice("nobody", Basis.TOLD))


def test_looking_first_changes_nothing_in_either_diary(two: Two) -> None:
    whole_entry(two)
    other = two.opened()
    rows = len(all_revisions(other.store))
    diaries.close(other)
    here = len(all_revisions(two.sam.store))
    account = two.look()
    assert account.person == "Alex"
    assert account.made_known == ("Ibuprofen", "Massage")
    assert {"Pain", "left knee", "a note", "a moment at 15:10", "PHQ-4", "“nowhere else today”"} <= set(account.goes)
    assert not [name for name in account.goes if RARE in name]
    assert len(all_revisions(two.sam.store)) == here
    other = two.opened()
    assert len(all_revisions(other.store)) == rows
    diaries.close(other)


def test_a_full_disk_between_the_two_leaves_it_in_both_and_trying_again_only_finishes(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole_entry(two)

    def full(*_: object, **__: object) -> None:
        raise DiaryError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "move_away", full)
        moved = two.move()
    assert (moved.is_kept, moved.why) == (True, "disk_full")
    assert journal.day_page(two.sam, DAY).day.values
    other = two.opened()
    rows = len(all_revisions(other.store))
    diaries.close(other)
    again = two.move()
    assert not again.is_kept
    assert again.account.stays == ()
    other = two.opened()
    assert len(all_revisions(other.store)) == rows, "what is there already is not written a second time"
    diaries.close(other)
    assert not words_in(two)


def test_a_full_disk_there_changes_nothing_anywhere(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)

    def full(*_: object, **__: object) -> None:
        raise DiaryError("disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        with pytest.raises(DiaryError, match="disk_full"):
            two.move()
    assert journal.day_page(two.sam, DAY).day.values
    assert two.there().days == ()


def test_a_diary_that_cannot_be_opened_is_told_apart_and_nothing_moves(two: Two) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    wish = Wish(DAY)
    for secret, slug in (("wrong", "wrong_passphrase"), (PASSPHRASE, "passphrase_of_this_diary")):
        with pytest.raises(DiaryError, match=slug):
            moving.move(two.sam, two.alex, secret, wish)
    with keeping.lock_for(two.alex, two.here):
        for verb in (moving.look, moving.move):
            with pytest.raises(DiaryError, match="diary_in_use"):
                verb(two.sam, two.alex, ALEXS, wish)
    with pytest.raises(DiaryError, match="move_same_diary"):
        moving.move(two.sam, two.sam.folder, PASSPHRASE, wish)
    with pytest.raises(DiaryError, match="not_a_diary"):
        moving.move(two.sam, two.alex.parent, ALEXS, wish)
    file = two.alex / DIARY_FILE
    whole = file.read_bytes()
    file.write_bytes(whole[:4096] + bytes(2048) + whole[6144:])
    with pytest.raises(DiaryError, match="diary_damaged"):
        moving.move(two.sam, two.alex, ALEXS, wish)
    file.write_bytes(whole)
    other = two.opened()
    with other.store.caching() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    diaries.close(other)
    newer = file.read_bytes()
    with pytest.raises(DiaryError, match="diary_newer"):
        moving.move(two.sam, two.alex, ALEXS, wish)
    assert file.read_bytes() == newer, "a newer diary is left as it is"
    file.write_bytes(whole)
    assert journal.day_page(two.sam, DAY).day.values
    assert two.there().days == ()


def test_what_a_carer_was_told_becomes_their_own_where_the_diary_is_about_them(two: Two) -> None:
    alex = _carer(two, "alex")
    journal.give_score(two.sam, DAY, PAIN, 6, voice=Voice(alex, Basis.TOLD))
    journal.give_score(two.sam, DAY, PAIN, 2)
    moved = two.move(Voice(alex, Basis.TOLD))
    assert moved.account.to == Speaker()
    [day] = two.there().days
    assert [(entry.recorder, entry.basis) for entry in day.entries] == [(PERSON, Basis.SELF)]
    assert journal.day_page(two.sam, DAY).day.values[PAIN, None].value == 2, "Sam's own answer was not theirs to take"


def test_what_a_carer_noticed_never_becomes_anybodys_own_answer(two: Two) -> None:
    alex = _carer(two, "Alex")
    seen = Voice(alex, Basis.OBSERVED)
    journal.give_score(two.sam, DAY, "pain_as_seemed", 6, voice=seen)
    for to in (None, Speaker(), Speaker("Kim", Basis.TOLD)):
        with pytest.raises(DiaryError, match="move_noticed"):
            two.move(seen, to=to)
    journal.give_score(two.sam, DAY, PAIN, 6)
    with pytest.raises(DiaryError, match="move_noticed"):
        two.move(to=Speaker("Kim", Basis.OBSERVED))


def test_a_carer_who_is_not_known_there_is_made_known_by_name_and_that_is_said_before(two: Two) -> None:
    kim = _carer(two, "Kim")
    voice = Voice(kim, Basis.OBSERVED)
    journal.give_score(two.sam, DAY, "pain_as_seemed", 6, voice=voice)
    journal.write_note(two.sam, DAY, "limped", voice=voice)
    account = two.look(voice)
    assert account.is_new_carer
    assert account.to == Speaker("Kim", Basis.OBSERVED)
    two.move(voice)
    there = two.there()
    [entry] = there.days[0].entries
    assert (there.recorders[entry.recorder].name, entry.basis) == ("Kim", Basis.OBSERVED)
    assert [there.recorders[note.recorder].name for note in there.notes] == ["Kim"]
    assert not there.days[0].values, "what was noticed makes no value there either"
    journal.give_score(two.sam, DAY - timedelta(days=1), "pain_as_seemed", 5, voice=voice)
    assert not two.look(voice, DAY - timedelta(days=1)).is_new_carer
    assert len(two.there().recorders) == 2


def test_a_carer_who_stopped_there_and_one_whose_name_two_have_are_refused(two: Two) -> None:
    kim = _carer(two, "Kim")
    voice = Voice(kim, Basis.TOLD)
    journal.give_score(two.sam, DAY, PAIN, 6, voice=voice)
    other = two.opened()
    carers.add_carer(other, "Kim", "", Agreed.YES, given_by_person=True)
    [there] = carers.carers(other)
    journal.write_note(other, DAY, "was here", voice=Voice(there.recorder.id, Basis.TOLD))
    carers.remove_carer(other, there.recorder.id)
    diaries.close(other)
    with pytest.raises(DiaryError, match="carer_stopped"):
        two.move(voice)
    assert Speaker() in two.move(voice, to=Speaker()).account.offered


def test_with_a_carers_own_passphrase_only_their_own_words_go_and_come(two: Two) -> None:
    alex = _carer(two, "Alex")
    carer_keys.give_passphrase(two.sam, alex, "alex alone", cost=CHEAP)
    journal.give_score(two.sam, DAY, PAIN, 6)
    folder = two.sam.folder
    diaries.close(two.sam)
    two.sam = diaries.open_diary(folder, "alex alone", two.here)
    with pytest.raises(DiaryError, match="only_the_person"):
        two.move()
    journal.give_score(two.sam, DAY, PAIN, 3, voice=Voice(alex, Basis.TOLD))
    two.move(Voice(alex, Basis.TOLD))
    assert two.there().days[0].values[PAIN, None].value == 3
    diaries.close(two.sam)
    two.sam = diaries.open_diary(folder, PASSPHRASE, two.here)
    assert journal.day_page(two.sam, DAY).day.values[PAIN, None].value == 6


def test_a_carer_moves_nothing_that_the_person_wrote(two: Two) -> None:
    alex = _carer(two, "Alex")
    journal.give_score(two.sam, DAY, PAIN, 6)
    writing.choose_writer(two.sam, alex)
    for asked in (two.look, two.move):
        with pytest.raises(DiaryError, match="not_yours_to_move"):
            asked()
    assert journal.day_page(two.sam, DAY).day.values[PAIN, None].value == 6


def test_what_a_carers_own_passphrase_opens_there_takes_only_that_carers_words(two: Two) -> None:
    other = two.opened()
    carers.add_carer(other, "Sam", "partner", Agreed.YES, given_by_person=True)
    [there] = carers.carers(other)
    carer_keys.give_passphrase(other, there.recorder.id, "sam alone", cost=CHEAP)
    journal.give_score(other, DAY, MOOD, 2)
    diaries.close(other)
    journal.give_score(two.sam, DAY, PAIN, 6)
    account = moving.look(two.sam, two.alex, "sam alone", Wish(DAY))
    assert (account.to, account.offered) == (Speaker("Sam", Basis.TOLD), (Speaker("Sam", Basis.TOLD),))
    assert account.has_already == (), "what Alex wrote is not told to a carer who moves something in"
    for to in (Speaker(), Speaker("Kim", Basis.TOLD)):
        with pytest.raises(DiaryError, match="writer_is_carer"):
            moving.move(two.sam, two.alex, "sam alone", Wish(DAY, to=to))
    moving.move(two.sam, two.alex, "sam alone", Wish(DAY))
    entries = [(one.recorder, one.basis) for day in two.there().days for one in day.entries]
    assert set(entries) == {(PERSON, Basis.SELF), (there.recorder.id, Basis.TOLD)}


def test_own_questions_go_by_name_and_are_put_away_there(two: Two) -> None:
    own_measures.add_measure(two.sam, OwnMeasure("Stiffness", scale="0to4"))
    [stiff] = own_measures.own_measures(two.sam)
    for day in (DAY, DAY - timedelta(days=1)):
        journal.give_score(two.sam, day, stiff.id, 3)
        assert two.move(day=day).account.made_known == (("Stiffness",) if day == DAY else ())
    there = two.there()
    [own] = [one for one in there.measures.values() if one.own]
    assert (own.label, own.highest, own.archived) == ("Stiffness", 4, True)
    assert [day.values[own.id, None].value for day in there.days] == [3, 3]


def test_a_question_of_the_same_name_on_another_scale_is_another_question(two: Two) -> None:
    other = two.opened()
    own_measures.add_measure(other, OwnMeasure("Stiffness", scale="0to10"))
    diaries.close(other)
    own_measures.add_measure(two.sam, OwnMeasure("stiffness", scale="0to4"))
    [stiff] = own_measures.own_measures(two.sam)
    journal.give_score(two.sam, DAY, stiff.id, 3)
    two.move()
    own = [one for one in two.there().measures.values() if one.own]
    assert sorted(one.highest for one in own) == [4, 10]


def test_that_a_list_was_looked_through_holds_there_only_where_it_asks_about_nothing_else(two: Two) -> None:
    earlier = DAY - timedelta(days=1)
    factors.look_through_factors(two.sam, DAY)
    factors.tick_factor(two.sam, DAY, "starter-work", was_there=True)
    factors.add_factor(two.sam, "Visitors")
    [visitors] = [one for one in factors.factors(two.sam) if one.label == "Visitors"]
    factors.tick_factor(two.sam, earlier, visitors.id, was_there=True)
    two.move()
    other = two.opened()
    factors.add_factor(other, "Choir")
    diaries.close(other)
    two.move(day=earlier)
    there = two.there()
    looked = {day.day: [entry.factors_looked_through for entry in day.entries] for day in there.days}
    assert looked == {DAY: [True], earlier: [False]}, "nobody asked Sam about the choir"
    [hidden] = [one.hidden for one in there.factors.values() if one.label == "Visitors"]
    assert hidden, "kept, and not asked about from now on"


def test_only_what_was_written_from_an_hour_on_goes_and_the_earlier_answers_stand_again(two: Two) -> None:
    journal.give_scores(two.sam, DAY, {(MOOD, None): 4, (PAIN, None): 6})
    journal.write_note(two.sam, DAY, "Sam in the morning")
    [note] = journal.day_page(two.sam, DAY).notes
    first = journal.day_page(two.sam, DAY).day.entries[0].score(PAIN)
    two.later(2)
    since = two.world.now
    journal.give_scores(two.sam, DAY, {(PAIN, None): 2, (ANXIETY, None): 7})
    journal.write_note(two.sam, DAY, RARE, note_id=note.id)
    journal.mark_day(two.sam, DAY, MarkKind.BAD_DAY)
    account = two.look(since=since)
    assert account.goes == ("Anxiety", "Pain", "the mark on the day", "a note")
    assert account.stays == ()
    parts = moving.contents(two.sam, Wish(DAY)).parts
    assert (len(parts), parts[-1]) == (2, since)
    two.move(since=since)
    here = journal.day_page(two.sam, DAY)
    assert {key[0]: value.value for key, value in here.day.values.items()} == {MOOD: 4, PAIN: 6}
    assert here.day.entries[0].score(PAIN) == first, "and when it was first given"
    assert [one.text for one in here.notes] == ["Sam in the morning"]
    assert not here.day.marks
    assert not words_in(two)
    [day] = two.there().days
    assert {key[0]: value.value for key, value in day.values.items()} == {PAIN: 2, ANXIETY: 7}
    assert [mark.kind for mark in day.marks] == [MarkKind.BAD_DAY]
    assert [one.text for one in two.there().notes] == [RARE]


def test_a_text_that_was_being_typed_when_the_program_ended_goes_along(two: Two) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    journal.keep_draft(two.sam, DAY, RARE)
    two.move()
    assert [one.text for one in two.there().notes] == [RARE]
    assert not words_in(two)


@pytest.mark.parametrize("is_being_typed", [False, True])
def test_a_note_that_only_one_person_can_read_is_not_carried_to_where_others_can(
    two: Two, *, is_being_typed: bool
) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    if is_being_typed:
        journal.keep_draft(two.sam, DAY, RARE, field=SEALED_NOTE)
    else:
        journal.write_note(two.sam, DAY, RARE, sharing=Sharing.SEALED)
    with pytest.raises(DiaryError, match="move_sealed"):
        two.move()
    assert journal.day_page(two.sam, DAY).day.values
    assert two.there().days == ()
    assert RARE in {*page_words(two.sam), *journal.day_page(two.sam, DAY).drafts.values()}


def test_nobody_moves_anything_before_it_is_said_who_writes(two: Two) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    _carer(two, "Alex")
    two.sam.ask_who()
    with pytest.raises(DiaryError, match="writer_not_said"):
        two.move()
    two.sam.asks_who = False


def test_another_copy_of_the_diary_forgets_it_too_and_knows_that_it_moved(two: Two, tmp_path: Path) -> None:
    whole_entry(two)
    copy = tmp_path / "another computer" / "S.alongside"
    copy.mkdir(parents=True)
    for name in (DIARY_FILE, "keys.json"):
        (copy / name).write_bytes((two.sam.folder / name).read_bytes())
    two.move()
    there = diaries.open_diary(copy, PASSPHRASE, computer(tmp_path / "another computer", World(seed=5)))
    there.store.take_in(all_revisions(two.sam.store))
    there.store.compact()
    assert RARE.encode() not in decrypted(copy / DIARY_FILE, there.keys.data_key)
    assert looking_back.extract(there).days == ()
    assert looking_back.extract(there).moves == looking_back.extract(two.sam).moves
    there.store.rebuild()
    assert keeping.check(there).is_well
    diaries.close(there)


def test_undo_there_takes_the_entry_back_and_leaves_the_trace(two: Two) -> None:
    journal.give_score(two.sam, DAY, PAIN, 6)
    two.move()
    other = two.opened()
    assert journal.undo(other)
    assert looking_back.extract(other).days == ()
    assert [row.new for row in looking_back.history(other, DAY) if row.what == "move"] == ["here"]
    assert journal.redo(other)
    assert looking_back.extract(other).days[0].values[PAIN, None].value == 6
    diaries.close(other)


def _carer(two: Two, name: str) -> str:
    carers.add_carer(two.sam, name, "", Agreed.YES, given_by_person=True)
    return carers.carers(two.sam)[-1].recorder.id
