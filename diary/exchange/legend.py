"""The sheet that says what the others mean: each column, the ends of each scale, and the words that stand in cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from diary.domain.day_values import DayState, MadeFrom
from diary.domain.extract import Extract
from diary.domain.measures import Direction, Measure, ScaleKind
from diary.domain.people import Basis
from diary.exchange.sheets import Head, Table
from diary.exchange.workbook import SheetCell
from diary.words import msgid, say
from diary.words.choices import choice
from diary.words.dates import day_span, plain_day

_HEADS = {
    "sheet": msgid("Which sheet it is about"),
    "column_or_word": msgid("The name of the column, or the word in a cell"),
    "meaning": msgid("What it means"),
    "question": msgid("The question that was asked"),
    "lowest": msgid("The lowest answer there can be"),
    "lowest_means": msgid("What the lowest answer means"),
    "highest": msgid("The highest answer there can be"),
    "highest_means": msgid("What the highest answer means"),
    "direction": msgid("What a high number says"),
}
_STATES = {
    DayState.RECORDED: msgid("Mood, anxiety and pain are all filled in"),
    DayState.PARTLY: msgid("Something is filled in, but not all of mood, anxiety and pain"),
    DayState.BAD_DAY: msgid("A bad day: it was too much to fill anything in"),
    DayState.NOTHING_TO_LOG: msgid("The person said that there was nothing to write down"),
    DayState.PAUSED: msgid("The diary was paused"),
    DayState.UNKNOWN: msgid("The person filled nothing in"),
}
_MADE_FROM = {
    MadeFrom.DAILY: msgid("The person’s own answer for the whole day"),
    MadeFrom.TOLD: msgid("The person’s own answer, told to a carer"),
    MadeFrom.IMPORTED: msgid("Brought in from another program"),
    MadeFrom.IMPORTED_MEAN: msgid("The average of several answers from another program"),
    MadeFrom.MOMENTS: msgid("The average of what was answered at moments of the day"),
    MadeFrom.NOWHERE_ELSE: msgid("0, because the person said that nowhere else hurt"),
}
_BASES = {
    Basis.SELF: msgid("The person wrote it"),
    Basis.TOLD: msgid("The person said it, and a carer wrote it down"),
}


def legend(extract: Extract, tables: Sequence[Table], made_on: date) -> Table:
    """Return the legend of ``tables``."""
    rows = [*_about_the_file(extract, made_on), *(row for table in tables for row in _columns(table)), *_words()]
    title = say("Legend")
    heads = tuple(Head(name, say(about)) for name, about in _HEADS.items())
    return Table(title, heads, rows, fixed=2)


def _about_the_file(extract: Extract, made_on: date) -> Iterator[tuple[SheetCell, ...]]:
    said = (
        say("Days: {days}. Made on {day} with Alongside.", days=day_span(extract.period), day=plain_day(made_on)),
        say("An empty cell was not filled in. It never means 0."),
        say("What a carer noticed stands in columns of its own, never among the person’s own answers."),
        say("Filled in later means: first answered after noon of the day after."),
    )
    for sentence in said:
        yield _row(meaning=sentence)


def _columns(table: Table) -> Iterator[tuple[SheetCell, ...]]:
    for head in table.heads:
        yield _row(table.title, head.name, head.about, head.measure, head.question)
    for about, words in table.remarks:
        yield _row(table.title, about, words)


def _words() -> Iterator[tuple[SheetCell, ...]]:
    groups = ((say("Days"), _STATES), (say("Days, Places"), _MADE_FROM), (say("Days"), _BASES))
    for sheets, words in groups:
        for word, meaning in words.items():
            yield _row(sheets, word.value, say(meaning))


def _row(
    sheet: str = "", name: str = "", meaning: str = "", measure: Measure | None = None, question: str = ""
) -> tuple[SheetCell, ...]:
    about = (sheet or None, name or None, meaning)
    if measure is None:
        return (*about, *[None] * (len(_HEADS) - len(about)))

    def worded(words: str) -> str | None:
        return (words if measure.own else say(words)) or None

    has_range = measure.kind is not ScaleKind.STEPS
    return (
        *about,
        question or None,
        measure.lowest if has_range else None,
        worded(measure.low_words if has_range else measure.steps[0]),
        measure.highest if has_range else None,
        worded(measure.high_words if has_range else measure.steps[-1]),
        choice(measure.direction) if has_range and measure.direction is not Direction.NEUTRAL else None,
    )
