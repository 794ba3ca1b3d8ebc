"""Texts that are still being written: kept from a crash and from the lock, not yet history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.domain.today import NOTE
from diary.storage import keys

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Voice


def drop_draft(diary: OpenDiary, day: date, voice: Voice, *, field: str = NOTE) -> None:
    """Let go of a text that was kept while it was being written."""
    diary.store.keep_draft(draft_key(day, field, voice), None)


def drafts(diary: OpenDiary, day: date, voice: Voice) -> dict[str, str]:
    """The texts about a day that are still being written in this voice, by field."""
    ending = draft_key(day, "", voice)
    return {key.removesuffix(ending): text for key, text in diary.store.drafts(ending).items()}


def draft_key(day: date, field: str, voice: Voice) -> str:
    """Where a field's text about a day is kept, for each who writes and each basis."""
    return keys.draft_key(field, day, voice.recorder, voice.basis)
