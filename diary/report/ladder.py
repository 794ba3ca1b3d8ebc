"""What makes room on a page too full: text never shrinks, rows and panels go one by one, what went is named."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.domain.measures import SLEEP
from diary.report.carers_view import CARER
from diary.report.cutting import cut, with_short_names
from diary.report.labels import INTERFERENCE, TIREDNESS, WORST_PAIN, and_more, shortened, within_sentence
from diary.report.own_notes import more_notes
from diary.report.picture import with_events, with_panels
from diary.report.rich import rich
from diary.report.where_it_hurt import without_discs
from diary.words import say, say_n

if TYPE_CHECKING:
    from diary.report.values import Grid, Row, SecondPage, Summary

Step = Callable[["Summary"], "Summary"]


class Ladder:
    """Pages to begin with, whole, and what they become where one is too full: one thing less on each rung.

    ``first`` and ``second`` are how many rungs either page has, the whole page being the first of them.
    """

    def __init__(self, summary: Summary) -> None:
        self._firsts, self._seconds = _rungs(summary, _FIRST_PAGE), _rungs(summary, _SECOND_PAGE)
        self.first, self.second = len(self._firsts), len(self._seconds)

    def at(self, first: int, second: int) -> Summary:
        """Return the pages on these rungs."""
        return replace(self._firsts[first], second=self._seconds[second].second)


def _rungs(summary: Summary, steps: Iterable[Step]) -> list[Summary]:
    """A step that would change nothing is no rung."""
    found = [summary]
    for step in steps:
        smaller = step(found[-1])
        if smaller is not found[-1]:
            found.append(smaller)
    return found


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
        fewer = replace(summary, picture=with_panels(summary.picture, panels))
        return _named(fewer, (_in_picture(panel.label) for panel in gone))

    return step


def _named(summary: Summary, names: Iterable[str]) -> Summary:
    left_out = (*summary.left_out, *names)
    sentence = say("No room here for {things}. The web page of these pages has them.", things=", ".join(left_out))
    return replace(summary, left_out=left_out, left_out_sentence=sentence)


def _in_picture(label: str) -> str:
    return say("{panel} in the picture", panel=within_sentence(label))


def _with_events(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        picture = summary.picture
        if not picture or len(picture.events) <= count:
            return summary
        return replace(summary, picture=with_events(picture, count))

    return step


def _with_shorter_words(wish_length: int, question_length: int) -> Step:
    def step(summary: Summary) -> Summary:
        wish = shortened(summary.wish, wish_length)
        questions = tuple(shortened(question, question_length) for question in summary.questions)
        if (wish, questions) == (summary.wish, summary.questions):
            return summary
        return _with_end_of_words(replace(summary, wish=wish, questions=questions))

    return step


def _with_short_names(limit: int) -> Step:
    """What a character without a glyph is called is far longer than the character: names can be too long there."""

    def step(summary: Summary) -> Summary:
        shorter = replace(
            summary,
            name=shortened(summary.name, limit),
            in_short=tuple(with_short_names(sentence, limit) for sentence in summary.in_short),
            one_day=cut(summary.one_day, limit, frozenset({"heads", "noticed", "low_words", "high_words"})),
            picture=cut(summary.picture, 2 * limit, frozenset({"heading", "key_sentences"})),
        )
        return summary if shorter == summary else _with_end_of_words(shorter)

    return step


def _with_end_of_words(summary: Summary) -> Summary:
    gone = say("the end of the person’s own words")
    return _named(summary, () if gone in summary.left_out else (gone,))


def _with_all_words(limit: int) -> Step:
    """The last that can be done, in a language too long for the page or in letters that the fonts don't have."""

    def step(summary: Summary) -> Summary:
        shorter = cut(summary, limit, frozenset({"second"}))
        gone = say("the end of long sentences")
        return _named(shorter, () if gone in summary.left_out else (gone,))

    return step


def _without_picture(summary: Summary) -> Summary:
    if not summary.picture:
        return summary
    return _named(replace(summary, picture=None), (within_sentence(summary.picture.heading),))


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


def _tighter(summary: Summary) -> Summary:
    return replace(summary, second=replace(summary.second, is_tight=True))


def _with_shorter_questions(summary: Summary) -> Summary:
    return _with_shorter_notes(summary, say("the exact questions"))


def _without_own_words_for_numbers(summary: Summary) -> Summary:
    return _with_shorter_notes(summary, say("what numbers mean to the person"))


def _with_shorter_notes(summary: Summary, gone: str) -> Summary:
    notes = summary.second.notes.shorter
    return summary if notes is None else _with_second(summary, replace(summary.second, notes=notes), gone)


def _without_courses(summary: Summary) -> Summary:
    second = summary.second
    if second.courses is None or second.questionnaires is None:
        return summary
    gone = say("No room here for the chart of earlier totals.")
    forms = replace(second.questionnaires, more=gone)
    return _with_second(
        summary, replace(second, courses=None, questionnaires=forms), say("the chart of earlier totals")
    )


def _with_others(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        others = summary.second.others
        if len(others.lines) <= count:
            return summary
        gone = others.gone + len(others.lines) - count
        more = and_more(gone) if count else _all_gone(gone)
        fewer = replace(others, lines=others.lines[:count], gone=gone, more=more)
        return _with_second(summary, replace(summary.second, others=fewer), _part_of(others.heading))

    return step


def _with_places(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        places, body = summary.second.places, summary.second.body
        if places is None or len(places.rows) <= count:
            return summary
        gone = places.gone + len(places.rows) - count
        others = places.notes[1:] if places.gone else places.notes
        fewer = replace(places, rows=places.rows[:count], gone=gone, notes=(and_more(gone), *others))
        drawn = without_discs(body, count) if body else None
        shorter = replace(summary.second, places=fewer, body=drawn)
        return _with_second(summary, shorter, _part_of(summary.second.places_heading))

    return step


def _with_told(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        told = summary.second.told
        if len(told.lines) <= count:
            return summary
        gone = told.gone + len(told.lines) - count
        more = more_notes(gone) if count else say_n("{n}, in the diary", "{n}, in the diary", gone)
        fewer = replace(told, lines=told.lines[len(told.lines) - count :], gone=gone, more=more)
        return _with_second(summary, replace(summary.second, told=fewer), _part_of(told.heading))

    return step


def _with_treatments(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        fewer = _shorter(summary.second.treatments, count)
        if fewer is summary.second.treatments or fewer is None:
            return summary
        return _with_second(summary, replace(summary.second, treatments=fewer), _part_of(fewer.heading))

    return step


def _with_carers_rows(count: int) -> Step:
    def step(summary: Summary) -> Summary:
        fewer = _shorter(summary.second.carers, count)
        if fewer is summary.second.carers or fewer is None:
            return summary
        return _with_second(summary, replace(summary.second, carers=fewer), _part_of(fewer.heading))

    return step


def _with_one_finding(summary: Summary) -> Summary:
    """What is said below counts how many of all are shown."""
    together = summary.second.together
    if together is None or together.shorter is None:
        return summary
    shorter = replace(summary.second, together=together.shorter)
    return _with_second(summary, shorter, _part_of(together.heading))


def _without_body(summary: Summary) -> Summary:
    second = summary.second
    if second.body is None or second.places is None:
        return summary
    gone = say("No room here for the drawing of the body.")
    places = replace(second.places, notes=(*second.places.notes, gone))
    return _with_second(summary, replace(second, body=None, places=places), say("the drawing of the body"))


def _without_answers(summary: Summary) -> Summary:
    """Leave single answers out as a whole, whatever they are, as they are chosen as a whole."""
    forms = summary.second.questionnaires
    if forms is None or not forms.notes:
        return summary
    gone = say("No room here for single answers. The web page of these pages has them.")
    shorter = replace(forms, notes=(), more=f"{forms.more} {gone}".strip())
    return _with_second(summary, replace(summary.second, questionnaires=shorter), say("single answers"))


def _without_carers_notes(summary: Summary) -> Summary:
    carers = summary.second.carers
    if carers is None or not carers.notes:
        return summary
    gone = rich(say("No room here for the carer’s notes. The web page of these pages has them."))
    shorter = replace(summary.second, carers=replace(carers, notes=(gone,)))
    return _with_second(summary, shorter, say("the carer’s notes"))


def _shorter(grid: Grid | None, count: int) -> Grid | None:
    if grid is None or len(grid.rows) <= count:
        return grid
    gone = grid.gone + len(grid.rows) - count
    return replace(grid, rows=grid.rows[:count], gone=gone, more=and_more(gone))


def _with_words_there(limit: int, kept: frozenset[str] = frozenset()) -> Step:
    def step(summary: Summary) -> Summary:
        second = summary.second
        gone = rich(say("No room here for the end of long words. The web page of these pages has them."))
        lines = tuple(line for line in second.notes.lines if line != gone)
        whole = replace(second, notes=replace(second.notes, lines=lines))
        shorter = cut(whole, limit, kept)
        if shorter == whole:
            return summary
        notes = replace(shorter.notes, lines=(*shorter.notes.lines, gone))
        return _with_second(summary, replace(shorter, notes=notes), say("the end of long words"))

    return step


def _with_second(summary: Summary, second: SecondPage, gone: str) -> Summary:
    """The page with something less on it, named once for the preview."""
    known = second.left_out
    return replace(summary, second=replace(second, left_out=known if gone in known else (*known, gone)))


def _part_of(heading: str) -> str:
    return say("part of “{heading}”", heading=heading)


def _all_gone(gone: int) -> str:
    return say_n("{n}, in the diary’s CSV file", "{n}, in the diary’s CSV file", gone)


_SECOND_PAGE: tuple[Step, ...] = (
    _tighter,
    _with_shorter_questions,
    _with_shorter_questions,
    _without_courses,
    _with_others(5),
    _with_treatments(6),
    _with_told(4),
    _with_places(4),
    _with_carers_rows(4),
    _with_others(2),
    _with_treatments(3),
    _with_told(2),
    _with_places(3),
    _with_carers_rows(2),
    _without_own_words_for_numbers,
    _with_others(1),
    _with_treatments(1),
    _with_told(1),
    _with_carers_rows(1),
    _with_places(2),
    _with_others(0),
    _with_one_finding,
    _without_body,
    _with_places(1),
    _without_carers_notes,
    _with_told(0),
    _without_answers,
    _with_words_there(80, frozenset({"together", "notes", "questionnaires"})),
    _with_words_there(80),
    _with_words_there(48),
)
_FIRST_PAGE: tuple[Step, ...] = (
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
    _with_short_names(24),
    _with_all_words(100),
    _with_all_words(60),
    _without_picture,
    _with_all_words(24),
)
