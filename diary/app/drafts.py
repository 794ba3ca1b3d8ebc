"""Texts that are still being written: kept from a crash and from the lock, not yet history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.domain.today import NOTE, SEALED_NOTE
from diary.storage import keys
from diary.storage.sealed_words import draft_place

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Voice


def drop_draft(diary: OpenDiary, day: date, voice: Voice, *, field: str) -> None:
    """Let go of a text that was kept while it was being written."""
    diary.store.keep_draft(draft_key(day, field, voice), None)


def keep_note_draft(diary: OpenDiary, day: date, words: str, voice: Voice, *, is_sealed: bool) -> None:
    """Keep a note's words while they are typed, sealed where only the person is to read them.

    Raises ``DiaryError("only_the_person")`` where a carer would seal.
    """
    plain, sealed = (draft_key(day, field, voice) for field in (NOTE, SEALED_NOTE))
    if not is_sealed:
        diary.store.keep_draft(plain, words, instead_of=sealed)
        return
    seal = diary.seal
    if seal is None:
        raise DiaryError("only_the_person")
    kept = seal.sealed(words, draft_place(sealed), diary.computer.surroundings.random_bytes)
    diary.store.keep_draft(sealed, kept, instead_of=plain)


def drop_note_draft(diary: OpenDiary, day: date, voice: Voice) -> None:
    """Let go of a note's words, sealed or not."""
    diary.store.keep_draft(draft_key(day, NOTE, voice), None, instead_of=draft_key(day, SEALED_NOTE, voice))


def drafts(diary: OpenDiary, day: date, voice: Voice) -> dict[str, str]:
    """The texts about a day that are still being written in this voice, by field; sealed ones to the person alone."""
    ending = draft_key(day, "", voice)
    found = {key.removesuffix(ending): text for key, text in diary.store.drafts(ending).items()}
    kept, seal = found.pop(SEALED_NOTE, None), diary.seal
    words = seal.opened(kept, draft_place(draft_key(day, SEALED_NOTE, voice))) if kept and seal else None
    return found if words is None else found | {SEALED_NOTE: words}


def draft_key(day: date, field: str, voice: Voice) -> str:
    """Where a field's text about a day is kept, for each who writes and each basis."""
    return keys.draft_key(field, day, voice.recorder, voice.basis)
