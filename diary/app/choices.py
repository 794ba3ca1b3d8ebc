"""What this computer knows before a diary is open: its diaries and its own choices; light enough to paint first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from diary.app.computer import Computer
from diary.app.values import DiaryCard
from diary.files import preferences
from diary.files.preferences import KnownDiary, Preferences


def known_diaries(computer: Computer) -> tuple[DiaryCard, ...]:
    """The diaries that were opened on this computer and are still there, in the order in which they came."""
    return tuple(_card(one) for one in choices(computer).diaries if _is_there(one.folder))


def _is_there(folder: Path) -> bool:
    """Whether a diary is there, perhaps only now: a program killed while it brought a backup back left it aside."""
    if not folder.exists():
        from diary.storage import swapping

        swapping.put_back(folder)
    return folder.exists()


def _card(one: KnownDiary) -> DiaryCard:
    return DiaryCard(one.folder, one.label, one.emblem, one.colour, one.opens_by_itself, one.day_ends_at)


def choices(computer: Computer) -> Preferences:
    """This computer's choices; the defaults where none were made."""
    return preferences.load(computer.configuration_folder)


def choose(computer: Computer, changed: Callable[[Preferences], Preferences]) -> Preferences:
    """Change this computer's choices; raises ``DiaryError`` as ``write_whole`` does."""
    return preferences.change(computer.configuration_folder, changed)
