"""What makes room on a page too full: text never shrinks, rows and panels go one by one, what went is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.measures import SLEEP
from diary.report.carers_view import CARER
from diary.report.labels import INTERFERENCE, TIREDNESS, WORST_PAIN, shortened, within_sentence
from diary.report.picture import more_events
from diary.words import say

if TYPE_CHECKING:
    from diary.report.values import Row, Summary

Step = Callable[["Summary"], "Summary"]


def rungs(summary: Summary) -> Iterator[Summary]:
    """Yield the page whole, then with one thing less each time; a step that would change nothing is passed over."""
    yield summary
    for step in _STEPS:
        smaller = step(summary)
        if smaller is not summary:
            summary = smaller
            yield summary


def _without_row(key: str) -> Step:
    return lambda summary: _without_rows(summary, [row for row in _rows(summary) if row.key == key])


def _without_further_places(summary: Summary) -> Summary:
    return _without_rows(summary, [row for row in _rows(summary) if row.inner][1:])


def _without_places(summary: Summary) -> Summary:
    return _without_rows(summary, [row for row in _rows(summary) if row.inner])


def _without_rows(summary: Summary, gone: list[Row]) -> Summary:
    if not summary.table or not gone:
        return summary
    rows = tuple(row for row in summary.table.rows if row not in gone)
    return _named(
        replace(summary, table=replace(summary.table, rows=rows)), (within_sentence(row.label) for row in gone)
    )


def _without_panel(key: str) -> Step:
    def step(summary: Summary) -> Summary:
        if not summary.picture:
            return summary
        gone = [panel for panel in summary.picture.panels if panel.key == key]
        if not gone or len(summary.picture.panels) == len(gone):
            return summary
        panels = tuple(panel for panel in summary.picture.panels if panel not in gone)
        picture = replace(summary.picture, panels=panels)
        return _named(replace(summary, picture=picture), (_in_picture(p.label) for p in gone))

    return step


def _named(summary: Summary, names: Iterable[str]) -> Summary:
    left_out = (*summary.left_out, *names)
    sentence = say("No room here for {things}. The diary’s CSV file has them.", things=", ".join(left_out))
    return replace(summary, left_out=left_out, left_out_sentence=sentence)


def _in_picture(label: str) -> str:
    return say("{panel} in the picture", panel=within_sentence(label))


def _with_events(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        picture = summary.picture
        if not picture or len(picture.events) <= count:
            return summary
        gone = len(picture.events) - count + picture.events_left_out
        fewer = replace(
            picture,
            events=picture.events[-count:] if count else (),
            events_left_out=gone,
            more_events=more_events(gone),
        )
        return replace(summary, picture=fewer)

    return step


def _with_shorter_words(wish_length: int, question_length: int) -> Step:
    def step(summary: Summary) -> Summary:
        cut = say("the end of the person’s own words")
        wish = shortened(summary.wish, wish_length)
        questions = tuple(shortened(question, question_length) for question in summary.questions)
        if (wish, questions) == (summary.wish, summary.questions):
            return summary
        shorter = replace(summary, wish=wish, questions=questions)
        return _named(shorter, () if cut in summary.left_out else (cut,))

    return step


def _with_story(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        if len(summary.story) <= count:
            return summary
        kept = summary.story[-count:] if count else ()
        gone = say("part of the story")
        shorter = replace(summary, story=kept, story_heading=summary.story_heading if kept else "")
        return _named(shorter, () if gone in summary.left_out else (gone,))

    return step


def _rows(summary: Summary) -> tuple[Row, ...]:
    return summary.table.rows if summary.table else ()


_STEPS: tuple[Step, ...] = (
    _without_row(TIREDNESS),
    _without_row(WORST_PAIN),
    _without_panel(CARER),
    _without_further_places,
    _with_events(3),
    _with_story(3),
    _without_places,
    _with_events(1),
    _with_story(0),
    _without_panel(SLEEP),
    _without_row(INTERFERENCE),
    _with_shorter_words(200, 60),
    _with_shorter_words(100, 40),
)
