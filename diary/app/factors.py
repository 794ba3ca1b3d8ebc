"""What was part of a day: the person's list, and which of it was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.acts import act, begun_by_person
from diary.app.lines import one_line
from diary.app.values import Changes
from diary.domain.entries import Factor
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, Voice
from diary.storage import lists
from diary.storage.keys import factor_key
from diary.storage.revisions import FieldChange, OnlyIf
from diary.words import say

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary

LONGEST_LABEL = 60


def factors(diary: OpenDiary) -> tuple[Factor, ...]:
    """The person's list in its order, the hidden ones too; what is offered to start with stands in it unwritten.

    What the person calls by the same name already is not offered beside it.
    """
    with diary.store.reading() as connection:
        own = lists.factors(connection)
        gone = lists.survivors_of_merging(connection)
    named = {one.label.casefold() for one in own.values()}
    known = own.keys() | gone.keys()
    offered = [one for one in _starters() if one.id not in known and one.label.casefold() not in named]
    return tuple(sorted([*own.values(), *offered], key=_place_in_list))


def _place_in_list(factor: Factor) -> tuple[bool, int]:
    return factor.position is None, -1 if factor.position is None else factor.position


def _starters() -> tuple[Factor, ...]:
    """Each at the place that it has until the person puts it elsewhere."""
    offered = catalogue.starter_factors().values()
    return tuple(Factor(one.id, say(one.label), position=at) for at, one in enumerate(offered))


def add_factor(diary: OpenDiary, label: str) -> Changes:
    """Add a factor at the end of the list; one of that name that was hidden is shown again.

    Raises ``DiaryError``: ``factor_exists`` (its ``factor`` is the id), ``label_too_long``, ``words_empty``.
    """
    words = one_line(label, most=LONGEST_LABEL)
    known = factors(diary)
    same = _of_that_name(known, words)
    if same is not None and not same.hidden:
        raise DiaryError("factor_exists", factor=same.id)
    if same is not None:
        return hide_factor(diary, same.id, hidden=False)
    key = diary.computer.surroundings.new_id()
    position = max([one.position for one in known if one.position is not None], default=-1) + 1
    changes = [FieldChange("factor", key, "label", words), FieldChange("factor", key, "position", position)]
    return act(diary, changes, diary.recorder)


def rename_factor(diary: OpenDiary, factor_id: str, label: str) -> Changes:
    """Give a factor another name.

    Raises ``DiaryError``: ``factor_exists`` when another one has that name (its ``factor`` is the other's id, for
    ``merge_factors``), ``factor_unknown``, ``label_too_long``, ``words_empty``.
    """
    words = one_line(label, most=LONGEST_LABEL)
    known = factors(diary)
    same = _of_that_name([one for one in known if one.id != factor_id], words)
    if same is not None:
        raise DiaryError("factor_exists", factor=same.id)
    return act(diary, [*_written(known, factor_id), FieldChange("factor", factor_id, "label", words)], diary.recorder)


def merge_factors(diary: OpenDiary, factor_id: str, into: str) -> Changes:
    """Let ``into`` stand for both factors from now on, on past days too; the history keeps which one was ticked."""
    known = factors(diary)
    if factor_id == into:
        raise DiaryError("factor_unknown")
    changes = [*_written(known, factor_id), *_written(known, into)]
    changes.append(FieldChange("factor", factor_id, "merged_into", into))
    return act(diary, [*changes, FieldChange("factor", into, "hidden", None)], diary.recorder)


def hide_factor(diary: OpenDiary, factor_id: str, *, hidden: bool = True) -> Changes:
    """No longer ask about a factor, or ask again; the days on which it was ticked stay as they are."""
    known = factors(diary)
    change = FieldChange("factor", factor_id, "hidden", True if hidden else None)
    return act(diary, [*_written(known, factor_id), change], diary.recorder)


def order_factors(diary: OpenDiary, factor_ids: Sequence[str]) -> Changes:
    """Put the list into this order; what isn't named comes after."""
    known = factors(diary)
    rest = [one.id for one in known if one.id not in factor_ids]
    changes: list[FieldChange] = []
    for position, factor_id in enumerate([*factor_ids, *rest]):
        changes += _written(known, factor_id)
        changes = [one for one in changes if (one.key, one.field) != (factor_id, "position")]
        changes.append(FieldChange("factor", factor_id, "position", position))
    return act(diary, changes, diary.recorder)


def tick_factor(diary: OpenDiary, day: date, factor_id: str, *, was_there: bool, voice: Voice = OWN_VOICE) -> Changes:
    """Say that a factor was part of a day, or take that back; either way the list was looked through.

    Raises ``DiaryError``: ``day_in_future``, ``factor_unknown``, ``measure_not_observed``.
    """
    entry, changes = begun_by_person(diary, day, voice)
    changes.append(FieldChange("entry", str(entry), "factors_looked_through", value=True))
    if was_there:
        changes += _written(factors(diary), factor_id)
        changes.append(FieldChange("entry_factor", factor_key(str(entry), factor_id), "present", value=True))
    else:
        with diary.store.reading() as connection:
            merged = lists.survivors_of_merging(connection)
        same = [factor_id, *(one for one, stands in merged.items() if stands == factor_id)]
        changes += [FieldChange("entry_factor", factor_key(str(entry), one), "present", None) for one in same]
    return act(diary, changes, voice.recorder)


def look_through_factors(diary: OpenDiary, day: date, *, voice: Voice = OWN_VOICE) -> Changes:
    """Say that the list was looked through on a day, so that what isn't ticked was not there."""
    entry, changes = begun_by_person(diary, day, voice)
    looked = FieldChange("entry", str(entry), "factors_looked_through", value=True)
    return act(diary, [*changes, looked], voice.recorder)


def _of_that_name(known: Sequence[Factor], words: str) -> Factor | None:
    return next((one for one in known if one.label.casefold() == words.casefold()), None)


def _written(known: Sequence[Factor], factor_id: str) -> list[FieldChange]:
    """What makes an offered factor one of the person's own, in their language; nothing for one that is."""
    found = next((one for one in known if one.id == factor_id), None)
    if found is None:
        raise DiaryError("factor_unknown")
    if factor_id not in catalogue.starter_factors():
        return []
    return [
        FieldChange("factor", factor_id, "label", found.label, OnlyIf.EMPTY),
        FieldChange("factor", factor_id, "position", found.position, OnlyIf.EMPTY),
    ]
