"""What this computer knows of diaries and of the window; what asks ``doors`` runs on the diary's lane."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary.app.values import DiaryCard
from diary.files.folders import label_of
from diary.ui.lock.state import BackedUp, DamagedState

if TYPE_CHECKING:
    from pathlib import Path

    from diary.domain.errors import DiaryError
    from diary.files.preferences import Preferences, WindowPlace
    from diary.ui.doors import DiaryDoors


ASK_INSTEAD = frozenset({"passphrase_needed", "unprotected_key_missing", "unprotected_key_wrong"})
"""Faults of a diary that was thought to open by itself, for which something typed is the way in."""


def card_for(folder: Path) -> DiaryCard:
    """A folder as a card, whether or not there is a diary in it."""
    return DiaryCard(folder.resolve(), label_of(folder))


def card_of(doors: DiaryDoors, folder: Path) -> DiaryCard:
    """A folder that somebody chose, as a card; raises ``DiaryError``: ``not_a_diary``, ``diary_missing``."""
    return replace(card_for(folder), opens_by_itself=not doors.needs_secret(folder))


def backed_up(doors: DiaryDoors) -> tuple[BackedUp, ...]:
    """The known diaries that have backups beside them."""
    found = (BackedUp(card, doors.backups_of(card.folder)) for card in doors.known())
    return tuple(one for one in found if one.backups)


def damaged(doors: DiaryDoors, card: DiaryCard, fault: DiaryError) -> DamagedState:
    """A diary that can't be opened, and what can be done about it."""
    return DamagedState(card, fault, doors.backups_of(card.folder), doors.may_salvage(card.folder))


def with_window(at: WindowPlace, old: Preferences) -> Preferences:
    """The choices of this computer with the window's place among them."""
    return replace(old, window=at)
