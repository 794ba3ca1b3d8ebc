"""What undo would take back and redo would do again, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.entries import MarkKind
from diary.domain.measures import PAIN, ScaleKind
from diary.words import dates, msgid, say
from diary.words.numbers import answer, label_beside, short_number
from diary.words.places import place_name

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from diary.app.values import Step
    from diary.domain.measures import Measure

WHAT = {
    "note": msgid("a note"),
    "good_thing": msgid("one good thing"),
    "day_mark": msgid("the mark of the day"),
    "nowhere_else": msgid("nowhere else today"),
    "factors_looked_through": msgid("none of these"),
    "entry_factor": msgid("what was part of the day"),
    "spread": msgid("where pain spread to"),
    "intake": msgid("a treatment taken"),
    "treatment": msgid("the list of treatments"),
    "factor": msgid("the list of what can be part of a day"),
    "moment": msgid("a moment"),
    "pause": msgid("a pause"),
    "event": msgid("something that happened"),
    "entry": msgid("several answers"),
    "measure": msgid("a question of your own"),
    "own_anchor": msgid("what a number means to you"),
    "helping": msgid("whether the diary helps"),
    "setting": msgid("a choice in Settings"),
    "questionnaire_response": msgid("a questionnaire"),
    "questionnaire_answer": msgid("a questionnaire"),
    "appointment": msgid("what you want from the appointment"),
    "question": msgid("what you want from the appointment"),
    "person": msgid("the date of birth"),
}
"""What is no answer to a question, by its kind."""
ANYTHING_ELSE = msgid("the last change")


def step_words(step: Step | None, measures: Mapping[str, Measure], shown: date) -> str:
    """Say what it is about, with its day where another one is shown; empty where there is nothing."""
    if step is None:
        return ""
    words = _gone(step, measures) if step.is_gone else _given(step, measures)
    day = step_day(step, shown)
    return say("{what}, {day}", what=words, day=day) if day else words


def step_day(step: Step | None, shown: date) -> str:
    """The day it is about, in words, where that is another than the one shown."""
    return "" if step is None or step.day in {None, shown} else dates.short_day(step.day)


def question_of(step: Step | None, shown: date) -> str:
    """What a step about the whole of the day shown is about, to find its question by; empty where there is none."""
    return step.what if step is not None and step.site is None and step.day == shown else ""


def _gone(step: Step, measures: Mapping[str, Measure]) -> str:
    return say("{what}, taken away", what=_what(step, measures))


def _given(step: Step, measures: Mapping[str, Measure]) -> str:
    measure = measures.get(step.what)
    if step.what == "day_mark" and step.value is not None:
        return say("nothing to log") if step.value == MarkKind.NOTHING_TO_LOG else say("bad day")
    if measure is None or not isinstance(step.value, float | int):
        return _what(step, measures)
    if measure.kind is ScaleKind.SCORE:
        return say("{measure} {answer}", measure=_what(step, measures), answer=short_number(step.value))
    return say("{measure}: {answer}", measure=_what(step, measures), answer=answer(measure, step.value))


def _what(step: Step, measures: Mapping[str, Measure]) -> str:
    measure = measures.get(step.what)
    place = catalogue.places().get(step.site.place) if step.site else None
    if step.site and place and step.what == PAIN:
        return place_name(place, step.site.side)
    if measure is not None:
        return label_beside(measure)
    return say(WHAT.get(step.what, ANYTHING_ELSE))
