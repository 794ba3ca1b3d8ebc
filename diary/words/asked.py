"""What is asked of a day: today in the measure's own words, of an earlier day in words that fit it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.places import Side
from diary.words import msgid, say
from diary.words.numbers import measure_words
from diary.words.places import place_question

if TYPE_CHECKING:
    from diary.domain.measures import Measure
    from diary.domain.places import Place

ON_THAT_DAY = {
    "sleep_hours": msgid("About how many hours did you sleep the night before that day?"),
    "sleep_quality": msgid("How well did you sleep the night before that day?"),
    "mood": msgid("On that day, how was your mood on average?"),
    "anxiety": msgid("On that day, how anxious did you feel on average?"),
    "pain": msgid("On that day, how bad was your pain on average?"),
    "interference": msgid("On that day, how much did pain get in the way of things you wanted to do?"),
    "pain_worst": msgid("On that day, how bad was your pain at its worst?"),
    "tiredness": msgid("On that day, how tired did you feel on average?"),
    "headache_today": msgid("On that day, did you have a headache or migraine?"),
    "headache": msgid("On that day, how bad was your headache or migraine on average?"),
    "headache_hours": msgid("On that day, for about how many hours did you have a headache or migraine?"),
    "tinnitus": msgid("On that day, how much did ringing or buzzing in your ears bother you?"),
    "numbness": msgid("On that day, how much did pins and needles or numbness bother you?"),
    "elevated": msgid("On that day, how speeded up, high or wound up did you feel?"),
}
"""By measure: its last 24 hours, or its last night, are over on an earlier day; sleep is the night before its day."""


def question_on_day(measure: Measure, *, is_today: bool) -> str:
    """Return what is asked; the person's own questions, and those that name no time, are the same on every day."""
    if is_today or measure.own:
        return measure_words(measure, measure.question)
    return say(ON_THAT_DAY.get(measure.id, measure.question))


def place_question_on_day(place: Place, side: Side, *, is_today: bool) -> str:
    """Return what is asked about the pain at a place."""
    if is_today:
        return place_question(place, side)
    label = say(place.label)
    if side is Side.LEFT:
        return say("On that day, how bad was the pain in your left {place}, on average?", place=label)
    if side is Side.RIGHT:
        return say("On that day, how bad was the pain in your right {place}, on average?", place=label)
    return say("On that day, how bad was the pain in your {place}, on average?", place=label)
