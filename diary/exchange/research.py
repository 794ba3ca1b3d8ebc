"""A diary for a study, without anything that says whose it is: numbers of days for dates, codes for own words.

It holds a row for each day, mark, answer, factor, treatment taken and questionnaire. Names, dates, notes, good things,
events, wishes, doses, meanings of numbers and every other word of somebody's own stay at home.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from diary import catalogue
from diary.domain.day_values import counts_in_statistics, is_later
from diary.domain.entries import DayMark, Entry, Intake, Score
from diary.domain.extract import Extract
from diary.domain.plain_averages import part_of_day
from diary.domain.questionnaires import Response, score
from diary.exchange.cells import Cell, csv_bytes
from diary.exchange.day_table import day_rows
from diary.exchange.research_codes import Codes, codes_of
from diary.exchange.table_columns import yes_or_no

HEADER = (
    "day_number",
    "what",
    "code",
    "place",
    "side",
    "value",
    "helped",
    "basis",
    "writer",
    "given",
    "part_of_day",
    "filled_in_later",
    "in_averages",
)
DAY, MARK, ANSWER, NOWHERE_ELSE = "day", "mark", "answer", "nowhere_else"
FACTOR, TREATMENT, TOTAL, ITEM = "factor", "treatment", "questionnaire", "questionnaire_answer"
FOR_THE_DAY, AT_A_MOMENT, BROUGHT_IN = "for_the_day", "at_a_moment", "brought_in"

Rows = tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class ResearchTable:
    """A table as it is shown and as it is written: one and the same."""

    header: tuple[str, ...]
    rows: Rows

    @property
    def as_csv(self) -> bytes:
        """The whole file."""
        return csv_bytes(self.header, self.rows)


def research_table(extract: Extract, *, with_answers: bool = False) -> ResearchTable:
    """Return everything that leaves; day 1 is the first of the extract's period.

    ``with_answers``: with every single answer of questionnaires, beside their scores.
    """
    codes = codes_of(extract)
    found = [
        *_day_rows(extract, codes),
        *(row for day in extract.days for entry in day.entries for row in _entry_rows(entry, extract, codes)),
        *(_intake_row(intake, codes) for intake in extract.intakes if intake.treatment in codes.treatments),
        *_response_rows(extract, codes, with_answers=with_answers),
    ]
    found.sort(key=lambda row: row.day)
    return ResearchTable(HEADER, tuple(row.cells(extract.period.first) for row in found))


@dataclass(frozen=True, slots=True)
class _Row:
    """A row before its day becomes a number."""

    day: date
    what: str
    code: str = ""
    place: str = ""
    side: str = ""
    value: Cell = None
    helped: str = ""
    basis: str = ""
    writer: str = ""
    given: str = ""
    part_of_day: str = ""
    filled_in_later: str = ""
    in_averages: str = ""

    def cells(self, first: date) -> tuple[Cell, ...]:
        number: float = (self.day - first).days + 1
        return (number, *(getattr(self, name) or None if name != "value" else self.value for name in HEADER[1:]))


def _day_rows(extract: Extract, codes: Codes) -> Iterator[_Row]:
    for day in day_rows(extract):
        yield _Row(day.day, DAY, day.state)
    for mark in (mark for day in extract.days for mark in day.marks):
        yield _Row(mark.day, MARK, mark.kind, basis=mark.basis, writer=_writer(mark, codes))


def _entry_rows(entry: Entry, extract: Extract, codes: Codes) -> Iterator[_Row]:
    about = {"basis": str(entry.basis), "writer": _writer(entry, codes)}
    for one in entry.scores:
        yield _score_row(one, entry, extract, codes)
    if entry.nowhere_else:
        yield _Row(entry.day, NOWHERE_ELSE, **about)
    if entry.factors or entry.factors_looked_through:
        for id_, code in codes.factors.items():
            yield _Row(entry.day, FACTOR, code, value=float(id_ in entry.factors), **about)


def _score_row(one: Score, entry: Entry, extract: Extract, codes: Codes) -> _Row:
    about = BROUGHT_IN if entry.source else FOR_THE_DAY
    return _Row(
        entry.day,
        ANSWER,
        codes.measures[extract.measure_of(one).id],
        codes.places[one.site.place] if one.site else "",
        one.site.side if one.site else "",
        one.value,
        basis=entry.basis,
        writer=_writer(entry, codes),
        given=AT_A_MOMENT if entry.moment is not None else about,
        part_of_day=part_of_day(entry.moment) if entry.moment else "",
        filled_in_later=yes_or_no(is_later(entry, one)),
        in_averages=yes_or_no(entry.basis.is_own and counts_in_statistics(entry, one)),
    )


def _intake_row(intake: Intake, codes: Codes) -> _Row:
    return _Row(
        intake.day,
        TREATMENT,
        codes.treatments[intake.treatment],
        value=1.0,
        helped=intake.helped or "",
        basis=intake.basis,
        writer=_writer(intake, codes),
        part_of_day=part_of_day(intake.at) if intake.at else "",
    )


def _response_rows(extract: Extract, codes: Codes, *, with_answers: bool) -> Iterator[_Row]:
    """Only questionnaires that everybody has, and only finished ones: a score, and where asked for each answer."""
    forms = catalogue.questionnaires()
    for response in extract.responses:
        form = forms.get(response.questionnaire)
        if form is None or not response.is_done or response.day not in extract.period:
            continue
        about = {"basis": str(response.basis), "writer": _writer(response, codes)}
        yield _Row(response.day, TOTAL, form.id, value=score(form, response), **about)
        if with_answers:
            for item in form.items:
                if item.id in response.answers:
                    answer = float(response.answers[item.id])
                    yield _Row(response.day, ITEM, f"{form.id}.{item.id}", value=answer, **about)


def _writer(written: Entry | DayMark | Intake | Response, codes: Codes) -> str:
    return codes.writers[written.recorder]
