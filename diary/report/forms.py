"""Questionnaires on the doctor's pages: the latest score of each, the one before it, and the published bands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.questionnaires import score
from diary.report.labels import by_pattern, within_sentence
from diary.report.rich import joined, plain
from diary.report.values import Course, Courses, Grid
from diary.words import say
from diary.words.dates import plain_day, short_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.domain.extract import Extract
    from diary.domain.questionnaires import Item, Questionnaire, Response
    from diary.report.values import Rich

_A_YEAR = timedelta(days=365)
_FEWEST_DRAWN, _MOST_DRAWN = 3, 4


@dataclass(frozen=True, slots=True)
class Scored:
    """One filling-in with a total."""

    day: date
    total: float
    response: Response


def scored(extract: Extract) -> list[tuple[Questionnaire, Sequence[Scored]]]:
    """Return what has a total by the end of the period, each with its scores, oldest first."""
    found = [(form, list(_scores(form, extract))) for form in catalogue.questionnaires().values()]
    return [(form, scores) for form, scores in found if scores]


def _scores(form: Questionnaire, extract: Extract) -> Iterator[Scored]:
    for response in extract.responses:
        total = score(form, response) if response.questionnaire == form.id and response.is_done else None
        if total is not None and response.basis.is_own and response.day <= extract.period.last:
            yield Scored(response.day, total, response)


def asks_for_help(extract: Extract) -> bool:
    """Return whether one on the pages has an answer about self-harm: then single answers are asked about each time."""
    return any(item.asks_for_help for form, _ in scored(extract) for item in form.items)


def latest_score(extract: Extract) -> str:
    """Return "PHQ-4 on 16 November 2026: 6 of 12 (before: 7)." of the one filled in last, empty without any.

    Only one of the period itself: what is older stands on page 2 with its day.
    """
    found = [(form, scores) for form, scores in scored(extract) if scores[-1].day in extract.period]
    if not found:
        return ""
    form, scores = max(found, key=_last_day)
    about = {
        "name": plain(form.name),
        "day": plain_day(scores[-1].day),
        "total": short_number(scores[-1].total),
        "most": form.highest,
    }
    if len(scores) > 1:
        return say(
            "{name} on {day}: **{total} of {most}** (before: {before}).", **about, before=short_number(scores[-2].total)
        )
    return say("{name} on {day}: **{total} of {most}**.", **about)


def _last_day(found: tuple[Questionnaire, Sequence[Scored]]) -> date:
    return found[1][-1].day


def questionnaires(extract: Extract, *, with_answers: bool) -> Grid | None:
    """Return the table of page 2; ``None`` where none has a total.

    Single answers are there as a whole or not at all, and nothing says of those that are not what they were.
    """
    found = scored(extract)
    if not found:
        return None
    heads = (say("Questionnaire"), say("Date"), say("Score / highest"), say("Previous"))
    rows = tuple(_row(form, scores) for form, scores in found)
    bands = [say("{name} {bands}", name=form.name, bands=_bands(form)) for form, _ in found if form.bands]
    parts = [say("Published bands: {each}.", each="; ".join(bands))] if bands else []
    if not with_answers:
        parts.append(say("Single answers not included."))
    notes = tuple(_answers(form, scores[-1].response) for form, scores in found) if with_answers else ()
    return Grid(say("Questionnaires"), heads, rows, said=" ".join(parts), notes=notes)


def courses(extract: Extract) -> Courses | None:
    """Return what the totals of the last year were, or of the whole of a longer period; ``None`` for too few.

    Two stand in the table already.
    """
    since = min(extract.period.first, extract.period.last - _A_YEAR)
    recent = [(form, [one for one in scores if one.day >= since]) for form, scores in scored(extract)]
    drawn = [(form, scores) for form, scores in recent if len(scores) >= _FEWEST_DRAWN][:_MOST_DRAWN]
    if not drawn:
        return None
    has_bands = any(form.bands for form, _ in drawn)
    note = say("Dotted lines: where the published bands begin.") if has_bands else ""
    said = [_in_words(form, scores) for form, scores in drawn]
    return Courses(" ".join([*said, note]).rstrip(), note, tuple(_course(form, scores) for form, scores in drawn))


def _in_words(form: Questionnaire, scores: Sequence[Scored]) -> str:
    totals = [one.total for one in scores]
    about = {
        "name": form.name,
        "n": len(scores),
        "first": plain_day(scores[0].day),
        "last": plain_day(scores[-1].day),
        "lowest": short_number(min(totals)),
        "most": form.highest,
    }
    if min(totals) == max(totals):
        return say("{name}: {n} totals from {first} to {last}, all {lowest} of {most}.", **about)
    return say(
        "{name}: {n} totals from {first} to {last}, between {lowest} and {highest} of {most}.",
        **about,
        highest=short_number(max(totals)),
    )


def _course(form: Questionnaire, scores: Sequence[Scored]) -> Course:
    first, last = scores[0].day, scores[-1].day
    span = max((last - first).days, 1)
    return Course(
        label=form.name,
        top=str(form.highest),
        dates=(by_pattern(first, "MMM y"), by_pattern(last, "MMM y")),
        points=tuple(((one.day - first).days / span, one.total / form.highest) for one in scores),
        bands=tuple(start / form.highest for start in form.bands if start),
    )


def _row(form: Questionnaire, scores: Sequence[Scored]) -> tuple[str, ...]:
    last = scores[-1]
    weeks = say("last week") if form.recall_days <= 7 else say("last 2 weeks")  # noqa: PLR2004 - a week
    before = _of(form, scores[-2].total) + f" ({short_day(scores[-2].day)})" if len(scores) > 1 else "–"
    return f"{form.name} ({weeks})", plain_day(last.day), _of(form, last.total), before


def _answers(form: Questionnaire, response: Response) -> Rich:
    """Return every answer by the number of its question, which readers of these questionnaires know."""
    each = ", ".join(str(response.answers[item.id]) for item in form.scored)
    ends = form.scored[0].options
    about = {
        "name": plain(form.name),
        "n": len(form.scored),
        "each": each,
        "low": within_sentence(ends[0].words if ends else form.scored[0].ends[0]),
        "high": within_sentence(ends[-1].words if ends else form.scored[0].ends[1]),
        "top": form.scored[0].values[-1],
    }
    if form.is_mean:  # the questions have ends of their own
        said = say("**{name}**, questions 1 to {n} in order: {each}.", **about)
    else:
        said = say("**{name}**, questions 1 to {n} in order: {each} (0 {low}, {top} {high}).", **about)
    rest = [_unscored(item, response) for item in form.items if not item.is_scored]
    return joined(said, *rest)


def _unscored(item: Item, response: Response) -> str:
    given = response.answers.get(item.id)
    words = say("not answered") if given is None else item.words_of(given)
    return say("The question that is not scored: {answer}.", answer=within_sentence(words))


def _of(form: Questionnaire, total: float) -> str:
    return f"{short_number(total)} / {form.highest}"


def _bands(form: Questionnaire) -> str:
    """Return "0–2, 3–5, 6–8, 9–12"."""
    ends = [end - 1 for _, end in pairwise(form.bands)]
    return ", ".join(f"{start}–{end}" for start, end in zip(form.bands, [*ends, form.highest], strict=True))
