"""The columns of exported tables, named so that range and direction can't be lost: ``mood_0to10_higher_is_better``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterable, Mapping

from diary import catalogue
from diary.domain.day_values import ValueKey
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure, ScaleKind
from diary.domain.places import BodySite

FIRST = (MOOD, ANXIETY, PAIN, SLEEP)
"""These stand first."""


def stems(keys: Iterable[ValueKey], measures: Mapping[str, Measure]) -> dict[ValueKey, str]:
    """Return what the columns of each measure and place begin with, in their order: ``pain_lower_back_left``.

    The catalogue's measures keep its order, the person's own come after. Theirs go by their label; names that clash
    are numbered.
    """
    order = {id_: at for at, id_ in reversed(list(enumerate((*FIRST, *catalogue.measures(), *sorted(measures)))))}
    in_order = sorted(set(keys), key=lambda key: (key[1] is not None, order[key[0]], key[1] or BodySite("")))
    names: dict[ValueKey, str] = {}
    for measure, site in in_order:
        parts = (_name(measures[measure]), plain_words(f"{site.place} {site.side}") if site else "")
        names[(measure, site)] = unused("_".join(part for part in parts if part), names.values())
    return names


def value_column(stem: str, measure: Measure) -> str:
    """Return the column of the answers themselves: ``pain_lower_back_left_0to10_higher_is_worse``.

    One whose answers are words has no range in its name.
    """
    if measure.kind is ScaleKind.STEPS:
        return stem
    return stem + measure.column_name.removeprefix(measure.id)


def plain_words(words: str) -> str:
    """Return words as a part of a column's name: letters and digits of any script, lower case, joined by ``_``."""
    return re.sub(r"[\W_]+", "_", words.casefold()).strip("_")


def unused(name: str, taken: Collection[str]) -> str:
    """Return ``name``, or the first of ``name_2``, ``name_3`` … that is not taken."""
    numbered = (f"{name}_{number}" for number in itertools.count(2))
    return next(one for one in itertools.chain([name], numbered) if one not in taken)


def _name(measure: Measure) -> str:
    return plain_words(measure.label) or measure.id if measure.own else measure.id
