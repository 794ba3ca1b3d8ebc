"""Notes that only the person can read, and not even a carer whose own passphrase opens the diary."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, PERSON
from diary.storage import lists, sealed_words
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Voice
    from diary.vault.persons_seal import PersonsSeal


def may_seal(diary: OpenDiary) -> bool:
    """Whether notes can be kept from carers: the person writes, and somebody else has or had an own way in.

    Without one there is nobody to keep them from: whoever opens the diary then does so as the person.
    """
    return diary.seal is not None and has_other_owner(diary)


def has_other_owner(diary: OpenDiary) -> bool:
    """Whether a carer has, or ever had, a passphrase of their own that opens the diary."""
    with diary.store.reading() as connection:
        if lists.slot_owners(connection) - {PERSON}:
            return True
    with suppress(DiaryError):
        return bool(diary.key_slots().owners - {PERSON})
    return False


def reads_sealed(diary: OpenDiary) -> bool:
    """Whether there are notes for the person alone, and the person is who asks."""
    if diary.seal is None:
        return False
    with diary.store.reading() as connection:
        return sealed_words.is_any(connection)


def shut_notes(diary: OpenDiary) -> int:
    """How many notes for the person alone don't open to the person; none to anybody else, who has no key to try."""
    seal = diary.seal
    if seal is None:
        return 0
    with diary.store.reading() as connection:
        return sealed_words.count_shut(connection, seal)


def words_to_keep(diary: OpenDiary, note_id: str, words: str, sharing: Sharing, voice: Voice) -> FieldChange | None:
    """The change that keeps a note's words, sealed where only the person is to read them; ``None`` if it says so now.

    Raises ``DiaryError("only_the_person")`` where a carer would seal.
    """
    if sharing is not Sharing.SEALED:
        return FieldChange("note", note_id, "text", words)
    seal = diary.seal
    if seal is None or voice != OWN_VOICE:
        raise DiaryError("only_the_person")
    with diary.store.reading() as connection:
        said = sealed_words.is_so_sealed(connection, note_id, words, seal)
    return None if said else sealed(diary, note_id, words, seal)


def sealed(diary: OpenDiary, note_id: str, words: str, seal: PersonsSeal) -> FieldChange:
    """The change that keeps a note's words for the person alone."""
    place, random_bytes = sealed_words.note_place(note_id), diary.computer.surroundings.random_bytes
    return FieldChange("note", note_id, "text", sealed_words.sealed_value(seal, words, place, random_bytes))


def brought_in(diary: OpenDiary, change: FieldChange, sealed_notes: frozenset[str]) -> FieldChange:
    """A change of a diary that comes back from a file, where some notes were sealed: sealed again by their person.

    Somebody else brings them in as private notes, which is what they are in a file that anybody can read.
    """
    if change.kind != "note" or change.key not in sealed_notes or change.field not in {"text", "sharing"}:
        return change
    seal = diary.seal
    if seal is None:
        return change if change.field == "text" else replace(change, value=Sharing.PRIVATE)
    if change.field == "sharing":
        return change
    return replace(change, value=sealed(diary, change.key, str(change.value), seal).value)


def seal_what_came_plain(diary: OpenDiary) -> None:
    """Seal what another copy of the diary wrote in plain words while a note was sealed here, and forget its words."""
    seal = diary.seal
    if seal is None:
        return
    with diary.store.reading() as connection:
        plain, left = sealed_words.not_yet_sealed(connection)
    if plain:
        changes = [sealed(diary, key, words, seal) for key, words in plain.items()]
        diary.store.write(changes, recorder=diary.recorder)
    if left:
        diary.store.forget_plain_words(left, recorder=diary.recorder)
