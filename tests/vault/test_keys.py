from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.vault import passphrases
from diary.vault.keys import (
    KeyFile,
    create,
    shown_recovery_code,
    unlock,
    unlock_by_keychain,
    unlock_unprotected,
    with_keychain,
    with_new_recovery_code,
    with_no_passphrase,
    with_passphrase_changed,
    without,
)
from diary.vault.recovery_codes import new_code
from diary.vault.slots import KEYCHAIN, PASSPHRASE, RECOVERY, UNPROTECTED, Slot, in_text
from diary.vault.unprotected import forget_key, keep_key, key_path
from tests.vault.builders import CARER, CHEAP, NOWHERE, chance, made

KEY = bytes(range(32))
PASS = "three small words"
OTHER_CODE = new_code(chance(99))


def changed(keys: KeyFile, kind: str, edit: Callable[[Slot], Slot]) -> KeyFile:
    """Return the keys with the slots of one type changed, as somebody with an editor would."""
    return replace(keys, slots=tuple(edit(slot) if slot.type == kind else slot for slot in keys.slots))


def with_parameter(keys: KeyFile, kind: str, name: str, value: str | int | None) -> KeyFile:
    def edit(slot: Slot) -> Slot:
        others = {key: old for key, old in slot.parameters.items() if key != name}
        return replace(slot, parameters=others if value is None else {**others, name: value})

    return changed(keys, kind, edit)


def shared() -> KeyFile:
    """A diary's keys with a slot of the person's and one of a carer's, as two people in one house have them."""
    keys, _, opened = made()
    carer = replace(opened, owner=CARER, person_key=None)
    return with_passphrase_changed(keys, carer, CARER, "carer's own", random_bytes=chance(5), cost=CHEAP)


def refusal(keys: KeyFile, secret: str) -> str:
    with pytest.raises(DiaryError) as caught:
        unlock(keys, secret)
    return caught.value.slug


def test_the_passphrase_and_the_recovery_code_open_the_same_keys() -> None:
    keys, code, opened = made()
    assert unlock(keys, PASS) == opened
    assert unlock(keys, code) == opened
    assert unlock(keys, f" {code.lower().replace('-', ' ')}\n") == opened
    assert keys.needs_secret


def test_whoever_opened_knows_by_which_slot() -> None:
    keys, code, opened = made()
    assert opened.slot is None
    by_passphrase, by_code = unlock(keys, PASS).slot, unlock(keys, code).slot
    assert by_passphrase is not None
    assert by_passphrase.type == PASSPHRASE
    assert by_code is not None
    assert by_code.type == RECOVERY


def test_each_diary_has_keys_of_its_own() -> None:
    random_bytes = chance()
    first, second = (
        create("d", PERSON, PASS, random_bytes=random_bytes, configuration_folder=NOWHERE, cost=CHEAP) for _ in range(2)
    )
    assert first[1] != second[1]
    assert len({first[2].data_key, first[2].person_key, second[2].data_key, second[2].person_key}) == 4


def test_keys_are_not_printed() -> None:
    keys, code, opened = made()
    shown = repr((keys, opened, unlock(keys, code)))
    for secret in (opened.data_key, opened.person_key or b"-", code.encode(), PASS.encode()):
        assert repr(secret)[2:-1] not in shown


def test_a_carer_s_slot_has_no_key_to_sealed_notes() -> None:
    _, _, opened = made(owner=CARER)
    assert opened.person_key is None
    both = shared()
    assert unlock(both, "carer's own").person_key is None
    assert unlock(both, "carer's own").data_key == unlock(both, PASS).data_key
    assert unlock(both, PASS).person_key is not None


def test_a_wrong_passphrase_is_told_from_a_wrong_and_a_mistyped_code() -> None:
    keys, code, _ = made()
    assert refusal(keys, "other words") == "wrong_passphrase"
    assert refusal(keys, "") == "wrong_passphrase"
    assert refusal(keys, OTHER_CODE) == "wrong_recovery_code"
    assert refusal(keys, code[:-1] + ("0" if code[-1] != "0" else "1")) == "recovery_code_mistyped"
    assert refusal(keys, code[:-1]) == "recovery_code_mistyped"


def test_a_passphrase_that_reads_as_a_code_opens_too() -> None:
    keys, _, opened = made(OTHER_CODE)
    assert unlock(keys, OTHER_CODE) == opened
    mistyped = OTHER_CODE[:-1] + ("0" if OTHER_CODE[-1] != "0" else "1")
    keys, _, opened = made(mistyped)
    assert unlock(keys, mistyped) == opened


@pytest.mark.parametrize("empty", ["", " \t"])
def test_an_empty_passphrase_is_never_set(empty: str) -> None:
    with pytest.raises(DiaryError, match="passphrase_empty"):
        made(empty)
    keys, _, opened = made()
    with pytest.raises(DiaryError, match="passphrase_empty"):
        with_passphrase_changed(keys, opened, PERSON, empty, random_bytes=chance(), cost=CHEAP)


def test_a_slot_moved_to_another_diary_stays_shut() -> None:
    keys, code, _ = made()
    moved = replace(keys, diary_id="d2")
    assert refusal(moved, PASS) == "wrong_passphrase"
    assert refusal(moved, code) == "wrong_recovery_code"


@pytest.mark.parametrize(
    "edit", [lambda slot: replace(slot, id="another"), lambda slot: replace(slot, owner=CARER)], ids=["id", "owner"]
)
def test_a_slot_given_another_owner_or_id_stays_shut(edit: Callable[[Slot], Slot]) -> None:
    keys, code, _ = made()
    assert refusal(changed(keys, PASSPHRASE, edit), PASS) == "wrong_passphrase"
    assert refusal(changed(keys, RECOVERY, edit), code) == "wrong_recovery_code"


def test_a_carer_s_slot_renamed_to_the_person_s_stays_shut() -> None:
    both = shared()
    stolen = tuple(replace(slot, owner=PERSON) if slot.owner == CARER else slot for slot in both.slots)
    assert refusal(replace(both, slots=stolen), "carer's own") == "wrong_passphrase"


@pytest.mark.parametrize(
    ("name", "value"), [("passes", 2), ("lanes", 2), ("memory_kib", 9 * 1024), ("salt", in_text(bytes(16))), ("new", 1)]
)
def test_a_changed_parameter_keeps_a_slot_shut(name: str, value: str | int) -> None:
    keys, _, _ = made()
    assert refusal(with_parameter(keys, PASSPHRASE, name, value), PASS) == "wrong_passphrase"


@pytest.mark.parametrize(
    ("name", "value"), [("memory_kib", 2**40), ("memory_kib", 1), ("passes", 11), ("lanes", 17), ("salt", "")]
)
def test_unreasonable_parameters_are_refused_before_argon2_and_the_code_still_opens(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str | int
) -> None:
    keys, code, opened = made()

    def refused(*_: object) -> bytes:
        pytest.fail("Argon2 ran")

    monkeypatch.setattr(passphrases, "hash_secret_raw", refused)
    tampered = with_parameter(keys, PASSPHRASE, name, value)
    assert refusal(tampered, PASS) == "keys_unreasonable"
    assert unlock(tampered, code) == opened


@pytest.mark.parametrize(
    ("name", "value"),
    [("memory_kib", None), ("passes", "3"), ("salt", None), ("salt", 5), ("salt", "é"), ("salt", "a")],
)
def test_a_slot_without_its_parameters_is_damaged_and_the_code_still_opens(name: str, value: str | int | None) -> None:
    keys, code, opened = made()
    damaged = with_parameter(keys, PASSPHRASE, name, value)
    assert refusal(damaged, PASS) == "keys_damaged"
    assert unlock(damaged, code) == opened


def test_a_damaged_recovery_slot_leaves_the_passphrase() -> None:
    keys, code, opened = made()
    damaged = with_parameter(keys, RECOVERY, "salt", None)
    assert unlock(damaged, PASS) == opened
    assert refusal(damaged, code) == "keys_damaged"


def test_one_bad_slot_does_not_shut_out_the_owner_of_another() -> None:
    both = shared()
    carer_first = both.slots[0]
    assert carer_first.owner == CARER
    bad = replace(carer_first, parameters={**carer_first.parameters, "passes": 99})
    assert unlock(replace(both, slots=(bad, *both.slots[1:])), PASS).owner == PERSON


def test_a_changed_byte_is_damage_and_not_a_wrong_secret() -> None:
    keys, code, opened = made()
    cut = replace(changed(keys, PASSPHRASE, lambda slot: replace(slot, wrapped=b"short")), is_intact=False)
    assert refusal(cut, PASS) == "keys_damaged"
    assert refusal(cut, OTHER_CODE) == "keys_damaged"
    assert unlock(cut, code) == opened


def test_a_new_passphrase_takes_the_place_of_the_old_and_the_code_stays() -> None:
    keys, code, opened = made()
    new = with_passphrase_changed(keys, opened, PERSON, "new words", random_bytes=chance(2), cost=CHEAP)
    assert unlock(new, "new words") == opened
    assert refusal(new, PASS) == "wrong_passphrase"
    assert unlock(new, code) == opened
    assert len(new.slots) == 2
    assert unlock(keys, PASS) == opened


def test_a_forgotten_passphrase_is_replaced_after_the_code_opened() -> None:
    keys, code, opened = made()
    new = with_passphrase_changed(keys, unlock(keys, code), PERSON, "new", random_bytes=chance(2), cost=CHEAP)
    assert unlock(new, "new") == opened


def test_everybody_sets_only_their_own_passphrase() -> None:
    both = shared()
    carer = unlock(both, "carer's own")
    with pytest.raises(DiaryError, match="passphrase_of_another"):
        with_passphrase_changed(both, carer, PERSON, "taken over", random_bytes=chance(), cost=CHEAP)
    with pytest.raises(DiaryError, match="passphrase_of_another"):
        with_passphrase_changed(both, replace(carer, diary_id="d2"), CARER, "x", random_bytes=chance(), cost=CHEAP)
    new = with_passphrase_changed(both, carer, CARER, "carer's new", random_bytes=chance(2), cost=CHEAP)
    assert unlock(new, "carer's new").owner == CARER
    assert unlock(new, PASS).owner == PERSON


def test_the_recovery_code_can_be_shown_again() -> None:
    keys, code, opened = made()
    assert shown_recovery_code(keys, opened) == code
    assert shown_recovery_code(keys, unlock(keys, code)) == code


def test_a_carer_cannot_have_the_person_s_code_shown() -> None:
    both = shared()
    carer = unlock(both, "carer's own")
    for opened in (carer, replace(carer, owner=PERSON)):
        with pytest.raises(DiaryError, match="keys_damaged"):
            shown_recovery_code(both, opened)


def test_a_carer_who_made_the_diary_sees_their_own_code() -> None:
    keys, code, opened = made(owner=CARER)
    assert shown_recovery_code(keys, opened) == code
    assert unlock(keys, code) == opened


def test_without_a_passphrase_this_computer_opens_and_the_code_does(tmp_path: Path) -> None:
    keys, code, opened = made(None, configuration_folder=tmp_path)
    assert not keys.needs_secret
    assert unlock_unprotected(keys, tmp_path) == opened
    assert unlock(keys, code) == opened
    assert refusal(keys, "words") == "wrong_recovery_code"
    assert opened.data_key not in key_path(tmp_path, "d1").read_bytes()


def test_a_copy_of_an_unprotected_diary_stays_closed_elsewhere(tmp_path: Path) -> None:
    keys, _, _ = made(None, configuration_folder=tmp_path / "here")
    with pytest.raises(DiaryError, match="unprotected_key_missing"):
        unlock_unprotected(keys, tmp_path / "elsewhere")
    keep_key(tmp_path / "elsewhere", "d1", bytes(32))
    with pytest.raises(DiaryError, match="unprotected_key_wrong"):
        unlock_unprotected(keys, tmp_path / "elsewhere")
    with pytest.raises(DiaryError, match="keys_damaged"):
        unlock_unprotected(replace(keys, is_intact=False), tmp_path / "elsewhere")


def test_a_passphrase_protects_what_was_unprotected(tmp_path: Path) -> None:
    keys, _, opened = made(None, configuration_folder=tmp_path)
    new = with_passphrase_changed(keys, opened, PERSON, "words", random_bytes=chance(2), cost=CHEAP)
    forget_key(tmp_path, "d1")
    assert new.needs_secret
    assert not new.of_type(UNPROTECTED)
    assert unlock(new, "words") == opened
    with pytest.raises(DiaryError, match="passphrase_needed"):
        unlock_unprotected(new, tmp_path)


def test_a_way_in_of_a_newer_version_is_kept() -> None:
    keys, _, opened = made()
    keychain = Slot("k", PERSON, "keychain", {"service": "x"}, b"sealed")
    new = with_passphrase_changed(
        replace(keys, slots=(*keys.slots, keychain)), opened, PERSON, "new", random_bytes=chance(2), cost=CHEAP
    )
    assert keychain in new.slots
    assert unlock(new, "new") == opened


def test_keys_without_a_recovery_slot_have_no_code_to_show() -> None:
    keys, _, opened = made()
    with pytest.raises(DiaryError, match="keys_damaged"):
        shown_recovery_code(replace(keys, slots=keys.of_type(PASSPHRASE)), opened)


def test_a_new_recovery_code_voids_the_old_one_and_leaves_the_passphrase() -> None:
    keys, code, opened = made()
    new, other = with_new_recovery_code(keys, opened, chance(2))
    assert unlock(new, other) == opened
    assert refusal(new, code) == "wrong_recovery_code"
    assert unlock(new, PASS) == opened
    assert shown_recovery_code(new, opened) == other
    assert new.typed != keys.typed


def test_a_carer_s_new_code_leaves_the_person_s() -> None:
    both = shared()
    carer = unlock(both, "carer's own")
    new, code = with_new_recovery_code(both, carer, chance(2))
    assert unlock(new, code).person_key is None
    assert len(new.of_type(RECOVERY, PERSON)) == 1


def test_the_keychain_opens_beside_the_passphrase_and_is_taken_away_again() -> None:
    keys, _, opened = made()
    with_one, name = with_keychain(keys, opened, KEY, chance(2))
    assert unlock_by_keychain(with_one, name, KEY) == opened
    assert unlock(with_one, PASS) == opened
    assert with_one.needs_secret
    assert with_one.typed == keys.typed
    for other in (("another", KEY), (name, bytes(32))):
        with pytest.raises(DiaryError, match="keychain_key_wrong"):
            unlock_by_keychain(with_one, *other)
    assert without(with_one, opened, KEYCHAIN) == keys


def test_no_passphrase_takes_the_place_of_passphrase_and_keychain_of_one_owner(tmp_path: Path) -> None:
    both = shared()
    opened = unlock(both, PASS)
    with_one, _ = with_keychain(both, opened, KEY, chance(2))
    keep_key(tmp_path, "d1", KEY)
    new = with_no_passphrase(with_one, opened, KEY, chance(3))
    assert unlock_unprotected(new, tmp_path) == opened
    assert refusal(new, PASS) == "wrong_passphrase"
    assert new.of_type(KEYCHAIN) == ()
    assert unlock(new, "carer's own").owner == CARER
