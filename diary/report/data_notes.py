"""The notes at the foot of page 2: what exactly was asked, what is missing, and what was left out by choice."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from diary import __version__
from diary.domain.day_values import DayState
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, own_words
from diary.domain.today import WEEK_DAYS, week_days_from
from diary.report.labels import INTERFERENCE, TIREDNESS, WORST_PAIN, within_sentence
from diary.report.rich import joined, plain, rich
from diary.report.sentences import completeness
from diary.report.values import Listing
from diary.words import say, say_n
from diary.words.dates import weekday_names
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.entries import Note
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.report.values import Choices, Rich

_ASKED = (PAIN, WORST_PAIN, ANXIETY, MOOD, INTERFERENCE, TIREDNESS, SLEEP)


def data_notes(extract: Extract, choices: Choices) -> Listing:
    """Return the notes, whole; ``shorter`` has what was asked in short, then not, then no words of the person's."""
    heading, own = say("Notes on the data"), _own_words(extract)
    rest = _missing(extract), _left_out(extract, choices), _source()
    if not _asked(extract):
        return Listing(heading, (*own, joined(*rest)))
    gone = say("The exact questions did not fit here; they are in the FHIR file.")
    least = Listing(heading, (joined(*rest, gone),))
    less = Listing(heading, (*own, *least.lines), shorter=least) if own else least
    short = Listing(heading, (*_in_short(extract), *own, joined(*rest)), shorter=less)
    return Listing(heading, (*_questions(extract), *own, joined(*rest)), shorter=short)


def _asked(extract: Extract) -> list[Measure]:
    answered = {measure for day in extract.days for measure, _ in day.values}
    return [extract.measures[name] for name in _ASKED if name in answered]


def _questions(extract: Extract) -> list[Rich]:
    return [rich(say("Asked: {questions}", questions=" ".join(map(_question, _asked(extract)))))]


def _in_short(extract: Extract) -> list[Rich]:
    """The ends of every scale without the wording of its question."""
    scales = ", ".join(_scale(measure) for measure in _asked(extract) if measure.low_words)
    return [rich(say("Asked, in short: {scales}.", scales=scales))] if scales else []


def _scale(measure: Measure) -> str:
    low, high = within_sentence(say(measure.low_words)), within_sentence(say(measure.high_words))
    label = within_sentence(say(measure.label))
    return say("{measure} (0 {low}, 10 {high})", measure=label, low=low, high=high)


def _own_words(extract: Extract) -> list[Rich]:
    """What numbers meant to the person at the end of the period, in their own words."""
    said = []
    for measure in _asked(extract):
        meanings = own_words(extract.anchors, measure.id, extract.period.last).items()
        words = ", ".join(say("{number} “{words}”", number=short_number(n), words=plain(text)) for n, text in meanings)
        if words:
            said.append(say("{measure}: {words}.", measure=say(measure.label), words=words))
    return [rich(say("In the person’s own words: {meanings}", meanings=" ".join(said)))] if said else []


def _question(measure: Measure) -> str:
    question = say("“{question}”", question=say(measure.question))
    if not measure.low_words:
        return question
    low, high = within_sentence(say(measure.low_words)), within_sentence(say(measure.high_words))
    return say("{question} (0 {low}, 10 {high}).", question=question, low=low, high=high)


def _missing(extract: Extract) -> str:
    count = completeness(extract.days, with_carers_view=False)
    paused = len(_paused(extract))
    nothing = sum(day.state is DayState.NOTHING_TO_LOG for day in extract.days)
    empty = len(extract.period) - count.filled - count.too_bad - paused - nothing
    said = [
        say_n("Not filled in: {n} day.", "Not filled in: {n} days.", empty) if empty else "",
        say_n("Bad day, not filled in: {n} day.", "Bad day, not filled in: {n} days.", count.too_bad)
        if count.too_bad
        else "",
        say_n("Nothing to log: {n} day.", "Nothing to log: {n} days.", nothing) if nothing else "",
        say_n("Paused: {n} day.", "Paused: {n} days.", paused) if paused else "",
        _chosen_days(extract),
        say("Days without an answer are left out, not estimated."),
        say_n("Filled in later (○): {n} day.", "Filled in later (○): {n} days.", count.later) if count.later else "",
        say("Averages use the person’s own answers only."),
    ]
    return " ".join(part for part in said if part)


def _paused(extract: Extract) -> list[date]:
    """The days of a pause on which the person wrote nothing."""
    own = {day.day for day in extract.days if day.state not in (DayState.PAUSED, DayState.UNKNOWN)}
    return [day for day in extract.period if day not in own and any(pause.covers(day) for pause in extract.pauses)]


def _chosen_days(extract: Extract) -> str:
    """Say that only some days were meant to be filled in: the others are no lapse."""
    chosen = week_days_from(json.loads(extract.settings.get(WEEK_DAYS, "null")))
    names = [weekday_names()[day] for day in sorted(chosen)]
    return say("The person chose to write on some days of the week: {days}.", days=", ".join(names)) if names else ""


def _left_out(extract: Extract, choices: Choices) -> str:
    gone = _notes_left_out(extract, choices)
    if not choices.with_carers_view and _has_carers_words(extract):
        gone.append(say("what a carer noticed"))
    if not choices.with_places:
        gone.append(say("places"))
    if not choices.with_together:
        gone.append(say("how they move together"))
    if not choices.with_treatments and extract.treatments:
        gone.append(say("treatments"))
    if not choices.with_questionnaires and extract.responses:
        gone.append(say("questionnaires"))
    return say("Left out by choice: {what}.", what=", ".join(gone)) if gone else ""


def _notes_left_out(extract: Extract, choices: Choices) -> list[str]:
    """Name the notes that are not on the page; beside notes that are, they are the other ones."""
    written = [note for note in _written(extract) if note.basis.is_own or choices.with_carers_view]
    if all(note.id in choices.notes for note in written):
        return []
    return [say("other notes") if any(note.id in choices.notes for note in written) else say("notes")]


def _has_carers_words(extract: Extract) -> bool:
    noticed = any(not entry.basis.is_own for day in extract.days for entry in day.entries)
    return noticed or any(not note.basis.is_own for note in _written(extract))


def _written(extract: Extract) -> list[Note]:
    return [note for note in extract.notes_for_others if note.text.strip()]


def _source() -> str:
    return say("CSV and FHIR R4 files of the same data are available. Alongside {version}.", version=__version__)
