"""What a person hands to a doctor, nurse or therapist: which days, what of them, seen before it is saved."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from diary.app.handed_out import hand_out
from diary.app.links import LinkState
from diary.domain.day_values import DayState
from diary.domain.days import Period
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import ScaleKind
from diary.domain.people import Basis
from diary.insight.questions import DAYS_NEEDED
from diary.report.axis import LONGEST_BY_DAY
from diary.report.figures import SHORTEST_WITH_AVERAGES
from diary.report.forms import asks_for_help
from diary.report.not_printed import not_printed
from diary.report.pdf import drawn, fit, fitted
from diary.report.summary import LONGEST_QUESTION, LONGEST_WISH, MOST_QUESTIONS, summary
from diary.report.values import Choices, Found, Paper, Verdict
from diary.report.web_page import web_page
from diary.words.comparing import AT, inside, name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from diary.app.links import Answer, Link
    from diary.domain.day_values import Day
    from diary.domain.extract import Extract
    from diary.report.values import NotPrinted, Summary

__all__ = [
    "Choices",
    "PageForm",
    "Paper",
    "Preview",
    "asks_about_answers",
    "check_words",
    "default_choices",
    "default_period",
    "form_of",
    "not_printed",
    "period_before",
    "preview",
    "save_summary",
    "shared_notes",
    "since_appointment",
    "summary_of",
    "usual_paper",
]

USUAL_DAYS = 28
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE"})


class PageForm(StrEnum):
    """What the pages are saved as: a PDF, or a web page of the same content for those who can't use one."""

    PDF = "pdf"
    HTML = "html"


_ENDINGS = {".pdf": PageForm.PDF, ".html": PageForm.HTML, ".htm": PageForm.HTML}


@dataclass(frozen=True, slots=True)
class Preview:
    """The pages as PNG pictures, the names of what had to make room on this paper, and what can't be printed."""

    pages: tuple[bytes, ...]
    left_out: tuple[str, ...]
    not_printed: NotPrinted | None = None


def default_period(extract: Extract) -> Period:
    """Return the 28 days up to the last entry; raises ``DiaryError("nothing_in_period")`` in an empty diary."""
    if extract.last_day is None:
        raise DiaryError("nothing_in_period")
    return Period.ending(extract.last_day, USUAL_DAYS)


def since_appointment(extract: Extract, today: date, last: date | None = None) -> Period:
    """Return the days from the last appointment on, up to the last entry or to ``last``; one of today is none yet.

    It begins on the day itself: pages are made before an appointment, so nobody saw that day's answers. Raises
    ``DiaryError("no_appointment")``.
    """
    first = extract.appointment_before(last or today)
    if first is None:
        raise DiaryError("no_appointment")
    return Period(first, max(first, last or extract.last_day or first))


def default_choices(extract: Extract, period: Period | None = None) -> Choices:
    """Return the choices to begin with: no name, no date of birth, and the wish and questions for the next visit.

    Of notes those that the person ticked on their day.
    """
    visit = extract.appointment
    return Choices(
        period or default_period(extract),
        wish=visit.wish if visit else "",
        questions=visit.questions if visit else (),
        notes=shared_notes(extract),
    )


def shared_notes(extract: Extract) -> frozenset[str]:
    """Return the notes that the person ticked on their day as ones that may be on the summary, by id."""
    return frozenset(note.id for note in extract.notes if note.sharing is Sharing.SHARED)


def period_before(period: Period) -> Period | None:
    """Return the period that a summary is compared with; a few days or a long time have none."""
    return period.before if SHORTEST_WITH_AVERAGES <= len(period) <= LONGEST_BY_DAY else None


def usual_paper(country: str) -> Paper:
    """Return the paper people have in a country (ISO 3166 code, upper case)."""
    return Paper.LETTER if country in _LETTER_COUNTRIES else Paper.A4


def summary_of(
    extract: Extract, previous: Extract | None, choices: Choices, made_on: date, links: Sequence[Link] = ()
) -> Summary:
    """Return the doctor's pages of ``extract``, whose period is that of the choices; ``links`` are all that are known.

    Raises ``DiaryError`` when there would be nothing on it: ``nothing_in_period``, or ``only_carer_wrote`` where what
    a carer noticed is all there is, and is left out.
    """
    if not any(_says_something(day, with_carers_view=choices.with_carers_view) for day in extract.days):
        left_out = any(_says_something(day, with_carers_view=True) for day in extract.days)
        raise DiaryError("only_carer_wrote" if left_out else "nothing_in_period")
    return summary(extract, previous, choices, made_on, _found(links, choices))


_VERDICTS = {
    LinkState.LINK: Verdict.LINK,
    LinkState.NOT_ENOUGH: Verdict.NOT_ENOUGH,
    LinkState.TOO_STEADY: Verdict.TOO_STEADY,
    LinkState.SMALL_AT_MOST: Verdict.NO_CLEAR_LINK,
}
"""What isn't here can't be told yet: a link that was taken back, or seen once, is none to a doctor."""


def _found(links: Sequence[Link], choices: Choices) -> tuple[Found, ...]:
    """Every question that was looked at, as the doctor's pages tell it; one of a place only where places are shared."""
    answers = ((answer, link.period) for link in links for answer in link.answers)
    return tuple(
        _as_found(answer, period) for answer, period in answers if choices.with_places or not _is_of_a_place(answer)
    )


def _is_of_a_place(answer: Answer) -> bool:
    return AT in answer.x.id or AT in answer.y.id


def _as_found(answer: Answer, period: Period | None) -> Found:
    told = answer.told
    return Found(
        question=answer.title,
        days=name(answer.x) if answer.x.kind is ScaleKind.YES_NO else inside(answer.days_told),
        is_day_after=answer.kind == "next_day",
        y=answer.y,
        verdict=_VERDICTS.get(answer.state, Verdict.CANT_TELL),
        n=answer.figures.n,
        needed=DAYS_NEEDED,
        told=(told.points, told.low, told.high) if told else None,
        period=period,
    )


def asks_about_answers(extract: Extract) -> bool:
    """Return whether single answers are to be chosen anew for every file: a PHQ-9 is among the questionnaires."""
    return asks_for_help(extract)


def preview(page: Summary, paper: Paper, pixels_per_inch: int = 110) -> Preview:
    """Return what the saved file will look like."""
    fitting = fitted(page, paper)
    return Preview(drawn(fitting, paper, pixels_per_inch), _left_out(fitting), not_printed(page))


def check_words(wish: str, questions: Sequence[str]) -> None:
    """Refuse words that the page would cut; raises ``DiaryError``: ``wish_too_long`` or ``questions_too_many``."""
    if len(questions) > MOST_QUESTIONS:
        raise DiaryError("questions_too_many", most=MOST_QUESTIONS)
    if len(wish.strip()) > LONGEST_WISH or any(len(question.strip()) > LONGEST_QUESTION for question in questions):
        raise DiaryError("wish_too_long", most=LONGEST_WISH, most_question=LONGEST_QUESTION)


def form_of(out: Path) -> PageForm:
    """Return what a file's ending asks for; raises ``DiaryError("page_form_unknown")``."""
    try:
        return _ENDINGS[out.suffix.lower()]
    except KeyError as fault:
        raise DiaryError("page_form_unknown", file=out.name) from fault


def save_summary(
    page: Summary,
    paper: Paper,
    out: Path,
    *,
    form: PageForm | None = None,
    force: bool = False,
    is_wanted: Callable[[], bool] | None = None,
) -> tuple[str, ...]:
    """Write the pages, whole or not at all, and return the names of what had to make room; a web page has room for all.

    Without a ``form`` the name's ending tells it; nothing is written when it is not wanted any more. Raises
    ``DiaryError``: ``page_form_unknown``, or what ``handed_out.hand_out`` raises.
    """
    is_web_page = (form or form_of(out)) is PageForm.HTML
    fitting, made = (page, web_page(page)) if is_web_page else fit(page, paper)
    if is_wanted is None or is_wanted():
        hand_out(out, made, force=force)
    return _left_out(fitting)


def _left_out(fitting: Summary) -> tuple[str, ...]:
    """What had to make room on either page."""
    return (*fitting.left_out, *fitting.second.left_out)


def _says_something(day: Day, *, with_carers_view: bool) -> bool:
    if day.state not in (DayState.UNKNOWN, DayState.PAUSED):
        return True
    return with_carers_view and any(entry.basis is Basis.OBSERVED for entry in day.entries)
