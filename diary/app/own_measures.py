"""The person's own measures: made, changed with nothing lost, put away; and their own words on a scale."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import TYPE_CHECKING

from diary.app.acts import act
from diary.app.choosing import today_choices
from diary.app.lines import one_line, perhaps_one_line
from diary.app.values import Changes
from diary.domain.errors import DiaryError
from diary.domain.measures import OWN_SCALES, Anchor, Measure, OwnMeasure, checked_score, own_words
from diary.domain.today import SHOWN
from diary.storage import lists, reading
from diary.storage.keys import anchor_key, version_key
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary

LONGEST_LABEL, LONGEST_QUESTION, LONGEST_END, LONGEST_ANCHOR = 60, 200, 80, 100
_BESIDE_DEFINITION = frozenset({"archived", "former_of"})


def own_measures(diary: OpenDiary) -> tuple[Measure, ...]:
    """The person's own measures, those that were put away too."""
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
    return tuple(one for one in measures.values() if one.own and not one.former_of)


def add_measure(diary: OpenDiary, wanted: OwnMeasure) -> Changes:
    """Add a measure, at the end of what Today asks.

    Raises ``DiaryError``: ``words_empty``, ``label_too_long``, ``scale_unknown``.
    """
    key = f"own-{diary.computer.surroundings.new_id()}"
    shown = [*today_choices(diary).shown, key]
    changes = [
        FieldChange("measure", key, "definition", definition_of(_measure(key, wanted))),
        FieldChange("setting", SHOWN, "value", shown),
    ]
    return act(diary, changes, diary.recorder)


def change_measure(diary: OpenDiary, measure_id: str, wanted: OwnMeasure) -> Changes:
    """Change a measure's words, direction or scale; once it was answered that makes a new version.

    Answers given before keep their question and their scale. Raises as ``add_measure``, and ``measure_unknown``.
    """
    old = _own(diary, measure_id)
    new = replace(_measure(measure_id, wanted), version=old.version, archived=old.archived)
    if new == old:
        return Changes()
    with diary.store.reading() as connection:
        is_used = reading.is_answered(connection, measure_id)
    changes = []
    if is_used:
        new = replace(new, version=old.version + 1)
        earlier = version_key(measure_id, old.version)
        changes.append(FieldChange("measure_version", earlier, "definition", definition_of(old)))
    changes.append(FieldChange("measure", measure_id, "definition", definition_of(new)))
    return act(diary, changes, diary.recorder)


def archive_measure(diary: OpenDiary, measure_id: str, *, archived: bool = True) -> Changes:
    """Put a measure away, or take it out again; its answers stay in charts and exports."""
    _own(diary, measure_id)
    return act(diary, [FieldChange("measure", measure_id, "archived", True if archived else None)], diary.recorder)


def say_what_numbers_mean(diary: OpenDiary, measure_id: str, words: Mapping[float, str]) -> Changes:
    """Keep what numbers of a scale mean to the person from today on (3, 5 and 8 are asked); no words takes them away.

    What they meant before stays with the days before. Raises ``DiaryError``: ``measure_unknown``,
    ``score_out_of_range``, ``score_between_steps``, ``label_too_long``.
    """
    today = diary.today()
    with diary.store.reading() as connection:
        measure = reading.measures(connection).get(measure_id)
        anchors = lists.anchors(connection)
    if measure is None or measure.former_of:
        raise DiaryError("measure_unknown")
    now = own_words(anchors, measure_id, today)
    given = {checked_score(measure, n): perhaps_one_line(text, most=LONGEST_ANCHOR) for n, text in words.items()}
    wanted = now | given
    if {n: text for n, text in wanted.items() if text} == now:
        return Changes()
    changes = [
        FieldChange("own_anchor", anchor_key(Anchor(measure_id, today, number, text)), "words", text)
        for number, text in sorted(wanted.items())
    ]
    return act(diary, changes, diary.recorder)


def definition_of(measure: Measure) -> dict[str, object]:
    """What a revision says of a measure: all of it but whether it is asked."""
    return {name: value for name, value in asdict(measure).items() if name not in _BESIDE_DEFINITION}


def _own(diary: OpenDiary, measure_id: str) -> Measure:
    found = next((one for one in own_measures(diary) if one.id == measure_id), None)
    if found is None:
        raise DiaryError("measure_unknown")
    return found


def _measure(key: str, wanted: OwnMeasure) -> Measure:
    scale = OWN_SCALES.get(wanted.scale)
    if scale is None:
        raise DiaryError("scale_unknown")
    label = one_line(wanted.label, most=LONGEST_LABEL)
    return Measure(
        id=key,
        label=label,
        question=perhaps_one_line(wanted.question, most=LONGEST_QUESTION) or label,
        low_words=perhaps_one_line(wanted.low_words, most=LONGEST_END),
        high_words=perhaps_one_line(wanted.high_words, most=LONGEST_END),
        direction=wanted.direction,
        kind=scale.kind,
        lowest=scale.lowest,
        highest=scale.highest,
        step=scale.step,
        unit=scale.unit,
        own=True,
    )
