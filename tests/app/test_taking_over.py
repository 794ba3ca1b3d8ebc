"""A carer begins a diary for somebody else, and that person takes it over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.app import carer_keys, carers, deleting, diaries, journal, looking_back, sealing, ways_in, writing
from diary.app.opened import OpenDiary
from diary.app.taking_over import keeper, take_over
from diary.app.values import BegunBy
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.vault import key_file, unprotected
from tests.app.conftest import Sitting
from tests.storage.builders import CHEAP, DAY, PASSPHRASE, World, computer, made_quick
from tests.vault.builders import MemoryKeychain

ALEXS, SAMS = "seven green doors", "my very own words"
ALEX = BegunBy("Alex", "partner", Agreed.YES)


class Kept:
    """A diary about Sam that Alex began, and its codes so far."""

    def __init__(self, tmp_path: Path, passphrase: str | None, begun_by: BegunBy = ALEX) -> None:
        self.here = computer(tmp_path / "config", World())
        self.diary, self.code = diaries.create(
            tmp_path / "S.alongside", "Sam", passphrase, self.here, begun_by=begun_by, cost=CHEAP
        )
        made_quick(self.diary.store)
        self.alex = carers.carers(self.diary)[0].recorder.id

    def reopened(self, secret: str | None) -> OpenDiary:
        diaries.close(self.diary)
        self.diary = diaries.open_diary(self.diary.folder, secret, self.here)
        self.diary.ask_who()
        return self.diary

    def refused(self, secret: str | None) -> str:
        with pytest.raises(DiaryError) as refused:
            diaries.open_to_read(self.diary.folder, secret, self.here)
        return refused.value.slug


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    made = Kept(tmp_path, ALEXS)
    yield made
    diaries.close(made.diary)


def test_what_a_carer_begins_with_is_theirs_and_who_agreed_is_kept(kept: Kept) -> None:
    page = journal.day_page(kept.diary, DAY)
    assert (page.writer, page.can_undo) == (kept.alex, False)
    assert key_file.load_keys(kept.diary.folder).owners == {kept.alex}
    assert kept.diary.keys.person_key is None
    (alex,) = carers.carers(kept.diary)
    assert alex.consent is not None
    assert (alex.consent.answer, alex.consent.given_by) == (Agreed.YES, kept.alex)


@pytest.mark.parametrize(
    ("begun_by", "slug"),
    [
        (BegunBy("Alex", "", Agreed.NO), "carer_not_agreed"),
        (BegunBy("sam", "", Agreed.YES), "carer_has_persons_name"),
        (BegunBy(" ", "", Agreed.YES), "name_empty"),
    ],
)
def test_nothing_is_begun_without_all_that_it_needs(tmp_path: Path, begun_by: BegunBy, slug: str) -> None:
    with pytest.raises(DiaryError) as refused:
        Kept(tmp_path, ALEXS, begun_by)
    assert refused.value.slug == slug
    assert not (tmp_path / "S.alongside").exists()


def test_until_then_both_write_and_the_carer_decides(kept: Kept) -> None:
    diary = kept.reopened(ALEXS)
    assert diary.asks_who
    assert diary.hands == {PERSON, kept.alex}
    writing.choose_writer(diary, PERSON)
    journal.give_score(diary, DAY, PAIN, 5)
    assert journal.day_page(diary, DAY).day.entries[0].recorder == PERSON
    deleting.check_may_delete(diary)
    assert not sealing.may_seal(diary), "there is no key that only Sam has"
    for leave in (carers.remove_carer, carer_keys.take_passphrase):
        with pytest.raises(DiaryError) as refused:
            leave(diary, kept.alex)
        assert refused.value.slug == "take_over_first"
    assert kept.refused("anything") == "wrong_passphrase"
    assert keeper(kept.reopened(kept.code)) == kept.alex


def test_the_person_takes_it_over_and_the_carer_goes_on(kept: Kept) -> None:
    journal.give_score(kept.diary, DAY, "noticed_in_pain", 2, voice=Voice(kept.alex, Basis.OBSERVED))
    assert ways_in.ways_in(kept.diary).carer == "Alex"
    code = take_over(kept.diary, SAMS, cost=CHEAP)
    assert ways_in.ways_in(kept.diary).carer == ""
    page = journal.day_page(kept.diary, DAY)
    assert (page.writer, page.hands, page.can_undo) == (PERSON, frozenset({PERSON}), False)
    assert page.may_seal
    (alex,) = carers.carers(kept.diary)
    assert alex.consent is not None
    assert (alex.consent.answer, alex.consent.given_by, alex.writes_now) == (Agreed.YES, PERSON, True)
    for secret, owner in ((SAMS, PERSON), (code, PERSON), (ALEXS, kept.alex), (kept.code, kept.alex)):
        diary = kept.reopened(secret)
        assert (diary.keys.owner, diary.hands, diary.asks_who) == (owner, frozenset({owner}), False)
    with pytest.raises(DiaryError) as refused:
        deleting.check_may_delete(kept.diary)
    assert refused.value.slug == "only_the_person"


def test_the_carer_opens_it_no_longer_where_the_person_says_so(kept: Kept) -> None:
    journal.give_score(kept.diary, DAY, "noticed_in_pain", 2, voice=Voice(kept.alex, Basis.OBSERVED))
    take_over(kept.diary, SAMS, keeper_stays=False, cost=CHEAP)
    assert kept.refused(ALEXS) == "wrong_passphrase"
    assert kept.refused(kept.code) == "wrong_recovery_code"
    (alex,) = carers.carers(kept.diary)
    assert alex.consent is not None
    assert (alex.consent.answer, alex.consent.given_by, alex.writes_now) == (Agreed.NO, PERSON, False)
    (entry,) = looking_back.extract(kept.diary).days[0].entries
    assert entry.recorder == kept.alex, "what was written stays"
    assert sealing.may_seal(kept.diary), "Alex may have kept a copy that their passphrase opens"


def test_after_taking_over_nothing_opens_it_by_itself(tmp_path: Path) -> None:
    kept = Kept(tmp_path, None)
    assert kept.reopened(None).asks_who
    take_over(kept.diary, SAMS, cost=CHEAP)
    assert kept.refused(None) == "passphrase_needed"
    assert not unprotected.key_path(kept.here.configuration_folder, kept.diary.keys.diary_id).exists()
    assert kept.reopened(kept.code).recorder == kept.alex, "their code is still theirs"
    diaries.close(kept.diary)


def test_a_carer_does_not_take_over_what_the_person_opens(kept: Kept) -> None:
    take_over(kept.diary, SAMS, cost=CHEAP)
    with pytest.raises(DiaryError) as refused:
        take_over(kept.reopened(ALEXS), "other words again", cost=CHEAP)
    assert refused.value.slug == "only_the_person"


def test_a_passphrase_that_somebody_knows_is_not_the_persons_own(kept: Kept) -> None:
    for words, slug in ((ALEXS, "passphrase_taken"), ("  ", "passphrase_empty")):
        with pytest.raises(DiaryError) as refused:
            take_over(kept.diary, words, cost=CHEAP)
        assert refused.value.slug == slug
    assert key_file.load_keys(kept.diary.folder).owners == {kept.alex}


def test_nothing_is_taken_over_while_it_can_not_be_kept(kept: Kept, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise DiaryError("disk_full")

    monkeypatch.setattr(ways_in, "save_proven", full)
    with pytest.raises(DiaryError):
        take_over(kept.diary, SAMS, cost=CHEAP)
    assert kept.diary.keys.owner == kept.alex
    monkeypatch.undo()
    take_over(kept.diary, SAMS, cost=CHEAP)
    assert kept.diary.keys.owner == PERSON


def test_where_carers_used_the_persons_passphrase_nothing_of_before_opens_it(sam: Sitting) -> None:
    carers.add_carer(sam.diary, "Alex", "", Agreed.YES, given_by_person=True)
    made = ways_in.add_keychain(sam.diary)
    old = sam.diary.keys.person_key
    take_over(sam.diary, SAMS, cost=CHEAP)
    assert isinstance(sam.diary.computer.keychain, MemoryKeychain)
    assert sam.diary.keys.person_key != old, "who knew the passphrase may have kept that key too"
    with pytest.raises(DiaryError):
        diaries.open_to_read(sam.diary.folder, PASSPHRASE, sam.diary.computer)
    assert made.name not in ways_in.keychain_names(sam.diary.folder)
    assert not sam.diary.asks_who


def test_what_is_sealed_already_stays_readable(sam: Sitting) -> None:
    journal.write_note(sam.diary, DAY, "for me", sharing=Sharing.SEALED)
    take_over(sam.diary, SAMS, cost=CHEAP)
    diaries.close(sam.diary)
    sam.diary = diaries.open_diary(sam.diary.folder, SAMS, sam.diary.computer)
    assert [note.text for note in sam.all().notes] == ["for me"]
