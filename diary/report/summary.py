"""From a diary's extract to the content of the doctor's two pages: pure, the same values in, the same words out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.day_values import Day, DayState
from diary.report.axis import LONGEST_BY_DAY
from diary.report.carers_view import noticed_answers
from diary.report.figures import SHORTEST_WITH_AVERAGES
from diary.report.forms import latest_score
from diary.report.labels import shortened
from diary.report.picture import events_of, picture
from diary.report.rows import Comparison, averages_table, few_days_table, last_days, one_day_answers
from diary.report.second_page import second_page
from diary.report.sentences import completeness, header, in_short
from diary.report.story import story
from diary.report.values import OneDay, Summary
from diary.words import language, say, say_n
from diary.words.dates import day_span, plain_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from diary.domain.extract import Extract
    from diary.report.values import Choices, Found, Table

LONGEST_WISH, LONGEST_QUESTION, MOST_QUESTIONS, LONGEST_NAME = 300, 90, 3, 60
_RECENT_DAYS = 28
_MOST_INITIALS = 3


def summary(
    extract: Extract, previous: Extract | None, choices: Choices, made_on: date, found: Sequence[Found] = ()
) -> Summary:
    """Return the pages for ``extract``; ``previous`` is the period before, unused over 92 days: they compare within.

    ``found`` is what was looked at of how things move together, in the order of the questions.
    """
    if not choices.with_places:
        extract, previous = extract.without_places(), previous.without_places() if previous else None
    length = len(extract.period)
    comparison = _comparison(extract, previous)
    name = shortened(extract.person.name, LONGEST_NAME) if choices.with_name else ""
    span = day_span(extract.period)
    made = say("made {day}", day=plain_day(made_on))
    born_on = extract.person.born_on if choices.with_birth_date else None
    told = story(extract)
    questions = [shortened(question, LONGEST_QUESTION) for question in choices.questions if question.strip()]
    wish = shortened(choices.wish, LONGEST_WISH)
    return Summary(
        language=language(),
        made_on=(made_on.year, made_on.month, made_on.day),
        title=say("Symptom diary summary"),
        name=name,
        born=say("born {day}", day=plain_day(born_on)) if born_on else "",
        header=header(extract, completeness(extract.days, with_carers_view=choices.with_carers_view)),
        caveat=say("This is the person’s own record. It is not a diagnosis or a clinical assessment."),
        wish_heading=say("What I want from this appointment") if wish else "",
        wish=wish,
        questions_heading=say("My questions") if questions else "",
        questions=tuple(questions[:MOST_QUESTIONS]),
        story_heading=say("My story") if told else "",
        story=told,
        short_heading=say("In short"),
        in_short=in_short(
            extract,
            comparison.days if comparison else None,
            events_of(extract),
            latest_score(extract) if choices.with_questionnaires else "",
        ),
        initials=_initials(name),
        footer=f"{span} · {made}",
        page_label=say("page {page} of {pages}"),
        second=second_page(extract, choices, found),
        table=_table(extract, comparison),
        one_day=_one_day(extract, choices) if length == 1 else None,
        picture=picture(extract, with_carers_view=choices.with_carers_view) if length > 1 else None,
    )


def _comparison(extract: Extract, previous: Extract | None) -> Comparison | None:
    length = len(extract.period)
    if length < SHORTEST_WITH_AVERAGES:
        return None
    if length > LONGEST_BY_DAY:
        return Comparison(
            last_days(extract, _RECENT_DAYS), say("Last\n28 days"), say("Difference\nfrom average"), is_within=True
        )
    if previous is None or not any(day.values for day in previous.days):
        return None
    return Comparison(previous.days, say_n("{n} day\nbefore", "{n} days\nbefore", length), say("Difference"))


def _table(extract: Extract, comparison: Comparison | None) -> Table | None:
    length = len(extract.period)
    if length >= SHORTEST_WITH_AVERAGES:
        return averages_table(extract.days, comparison)
    return few_days_table(extract.period, extract.days) if length > 1 else None


def _one_day(extract: Extract, choices: Choices) -> OneDay:
    day = extract.days[0] if extract.days else Day(extract.period.first, DayState.UNKNOWN, {})
    noticed = noticed_answers(day, extract) if choices.with_carers_view else ()
    return OneDay(
        heads=(say("One day"), say("0 is"), say("Answer"), say("10 is")),
        answers=one_day_answers(day, extract.measures),
        noticed_heading=say("What the carer noticed △") if noticed else "",
        noticed=noticed,
    )


def _initials(name: str) -> str:
    """The first letter of each word, of those that have any."""
    first = (next(filter(str.isalpha, word), "").upper() for word in name.split())
    return "".join([letter for letter in first if letter][:_MOST_INITIALS])
