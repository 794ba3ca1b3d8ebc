"""A carer's own passphrase: it opens the diary, says who writes, and goes with the carer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from diary.app import carer_keys, carers, deleting, diaries, journal, ways_in, writing
from diary.app.opened import OpenDiary
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.vault import key_file
from tests.app.conftest import Sitting
from tests.storage.builders import CHEAP, DAY, PASSPHRASE

ALEXS = "seven green doors"


@pytest.fixture
def alex(sam: Sitting) -> str:
    carers.add_carer(sam.diary, "Alex", "partner", Agreed.YES, given_by_person=True)
    return carers.carers(sam.diary)[0].recorder.id


@pytest.fixture
def code(sam: Sitting, alex: str) -> str:
    """Alex's recovery code, made with their passphrase."""
    return carer_keys.give_passphrase(sam.diary, alex, ALEXS, cost=CHEAP)


def reopened(sam: Sitting, secret: str) -> OpenDiary:
    diaries.close(sam.diary)
    sam.diary = diaries.open_diary(sam.diary.folder, secret, sam.diary.computer)
    sam.diary.ask_who()
    return sam.diary


@pytest.mark.usefixtures("code")
def test_who_opens_it_with_their_own_passphrase_writes_and_is_asked_nothing(sam: Sitting, alex: str) -> None:
    diary = reopened(sam, ALEXS)
    assert (diary.recorder, diary.asks_who, sam.page().hands) == (alex, False, frozenset({alex}))
    with pytest.raises(DiaryError) as refused:
        writing.choose_writer(diary, PERSON)
    assert refused.value.slug == "carer_unknown", "nobody writes as the person with a carer's passphrase"
    assert diary.keys.person_key is None


@pytest.mark.usefixtures("code")
def test_the_person_is_not_asked_where_every_carer_has_their_own(sam: Sitting) -> None:
    diary = reopened(sam, PASSPHRASE)
    assert (diary.recorder, diary.asks_who) == (PERSON, False)
    assert diary.keys.person_key is not None


@pytest.mark.usefixtures("code")
def test_a_carer_without_one_is_still_asked_for(sam: Sitting, alex: str) -> None:
    carers.add_carer(sam.diary, "Kim", "", Agreed.YES, given_by_person=True)
    diary = reopened(sam, PASSPHRASE)
    assert diary.asks_who
    assert alex not in diary.hands
    assert len(diary.hands) == 2


def test_their_recovery_code_opens_it_as_theirs(sam: Sitting, alex: str, code: str) -> None:
    assert reopened(sam, code).recorder == alex


@pytest.mark.usefixtures("code")
def test_a_passphrase_that_is_taken_away_opens_no_longer(sam: Sitting, alex: str) -> None:
    carer_keys.take_passphrase(sam.diary, alex)
    assert carer_keys.own_passphrases(sam.diary) == frozenset()
    with pytest.raises(DiaryError) as refused:
        diaries.open_to_read(sam.diary.folder, ALEXS, sam.diary.computer)
    assert refused.value.slug == "wrong_passphrase"


@pytest.mark.usefixtures("code")
@pytest.mark.parametrize("says_no", [False, True])
def test_a_carer_who_stops_opens_it_no_longer(sam: Sitting, alex: str, says_no: bool) -> None:
    journal.give_score(sam.diary, DAY, "noticed_low", 1, voice=Voice(alex, Basis.OBSERVED))
    if says_no:
        carers.answer_consent(sam.diary, alex, Agreed.NO, given_by_person=True)
    else:
        carers.remove_carer(sam.diary, alex)
    with pytest.raises(DiaryError) as refused:
        diaries.open_to_read(sam.diary.folder, ALEXS, sam.diary.computer)
    assert refused.value.slug == "wrong_passphrase"


def test_a_passphrase_that_opens_it_as_somebody_else_is_refused(sam: Sitting, alex: str) -> None:
    with pytest.raises(DiaryError) as refused:
        carer_keys.give_passphrase(sam.diary, alex, PASSPHRASE, cost=CHEAP)
    assert refused.value.slug == "passphrase_taken"


@pytest.mark.usefixtures("code")
def test_a_carer_decides_over_nobody_elses_way_in(sam: Sitting, alex: str) -> None:
    assert ways_in.ways_in(sam.diary).decides
    diary = reopened(sam, ALEXS)
    assert not ways_in.ways_in(diary).decides
    slugs = []
    for act in (
        lambda: carer_keys.give_passphrase(diary, alex, "another one", cost=CHEAP),
        lambda: carer_keys.take_passphrase(diary, alex),
        lambda: ways_in.go_unprotected(diary),
        lambda: deleting.check_may_delete(diary),
    ):
        with pytest.raises(DiaryError) as refused:
            act()
        slugs.append(refused.value.slug)
    assert set(slugs) == {"only_the_person"}


@pytest.mark.usefixtures("code")
def test_a_carer_changes_their_own_passphrase_and_the_persons_stays(sam: Sitting, alex: str) -> None:
    diary = reopened(sam, ALEXS)
    diaries.change_passphrase(diary, "eight blue doors", cost=CHEAP)
    assert reopened(sam, "eight blue doors").recorder == alex
    assert reopened(sam, PASSPHRASE).recorder == PERSON


@pytest.mark.usefixtures("code")
def test_nobody_else_writes_from_the_command_line_with_a_carers_passphrase(sam: Sitting) -> None:
    diary = reopened(sam, ALEXS)
    with pytest.raises(DiaryError) as refused:
        journal.log_day(diary, DAY, journal.Told({(PAIN, None): 6}))
    assert refused.value.slug == "writer_is_carer"
    journal.log_day(diary, DAY, journal.Told({(PAIN, None): 6}), by="Alex", basis=Basis.TOLD)


@pytest.mark.usefixtures("code")
def test_a_diary_that_needs_nothing_typed_asks_for_everybody_again(sam: Sitting) -> None:
    ways_in.go_unprotected(sam.diary)
    diaries.close(sam.diary)
    sam.diary = diaries.open_diary(sam.diary.folder, None, sam.diary.computer)
    sam.diary.ask_who()
    assert sam.diary.asks_who


def test_without_a_passphrase_of_the_persons_nobody_needs_their_own(sam: Sitting, alex: str) -> None:
    ways_in.go_unprotected(sam.diary)
    with pytest.raises(DiaryError) as refused:
        carer_keys.give_passphrase(sam.diary, alex, ALEXS, cost=CHEAP)
    assert refused.value.slug == "passphrase_first"


@pytest.mark.usefixtures("code")
def test_whoever_writes_while_the_key_file_can_not_be_read_writes_on(sam: Sitting) -> None:
    """The disk was pulled, or somebody moved the file: what is answered must still be kept."""
    file = sam.diary.folder / key_file.FILE_NAME
    content = file.read_bytes()
    file.unlink()
    journal.give_score(sam.diary, DAY, PAIN, 6)
    assert sam.page().day.value(PAIN) is not None
    file.write_bytes(content)


@pytest.mark.usefixtures("code")
def test_who_writes_is_not_for_a_carer_with_an_own_passphrase_to_say(sam: Sitting, alex: str) -> None:
    """Alex could shut Kim out, answer in Sam's name, or call Sam something else."""
    carers.add_carer(sam.diary, "Kim", "", Agreed.YES, given_by_person=True)
    kim = next(one.recorder.id for one in carers.carers(sam.diary) if one.recorder.name == "Kim")
    diary = reopened(sam, ALEXS)
    before = carers.carers(diary), carers.names(diary)
    wishes: tuple[Callable[[], Changes], ...] = (
        partial(carers.add_carer, diary, "Jo", "", Agreed.YES, given_by_person=True),
        partial(carers.change_carer, diary, kim, "Kimberly", ""),
        partial(carers.rename_person, diary, "Samira"),
        partial(carers.answer_consent, diary, kim, Agreed.NO, given_by_person=True),
        partial(carers.remove_carer, diary, kim),
        partial(carers.remove_carer, diary, alex),
    )
    for wish in wishes:
        with pytest.raises(DiaryError, match="only_the_person"):
            wish()
    assert (carers.carers(diary), carers.names(diary)) == before
    assert carer_keys.own_passphrases(diary) == {alex}
