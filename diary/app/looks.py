"""How diaries are told apart from outside: each gets a shape and a colour that no other has, while there are any."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from diary import catalogue
from diary.files import preferences
from diary.files.preferences import KnownDiary, Preferences

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.app.values import DiaryCard


def told_apart(known: KnownDiary, others: Iterable[KnownDiary]) -> KnownDiary:
    """The same with a look of its own, where it has none yet; what was chosen stays."""
    beside = [one for one in others if one.folder != known.folder]
    emblem = known.emblem or _unused(tuple(catalogue.emblems()), [one.emblem for one in beside])
    colour = known.colour or _unused(tuple(catalogue.emblem_colours()), [one.colour for one in beside])
    return replace(known, emblem=emblem, colour=colour)


def _unused(all_of_them: tuple[str, ...], used: list[str]) -> str:
    """The first that is used least; one that was never given a look is drawn with the first."""
    counts = {one: used.count(one) for one in all_of_them}
    counts[all_of_them[0]] += used.count("")
    return min(all_of_them, key=counts.__getitem__)


def choose(computer: Computer, card: DiaryCard) -> None:
    """Have a diary that this computer knows look as ``card`` does; raises ``DiaryError`` as ``write_whole`` does."""
    folder = card.folder.resolve()

    def changed(old: Preferences) -> Preferences:
        dressed = (
            replace(one, emblem=card.emblem, colour=card.colour) if one.folder == folder else one for one in old.diaries
        )
        return replace(old, diaries=tuple(dressed))

    preferences.change(computer.configuration_folder, changed)
