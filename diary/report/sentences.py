"""The sentences of page 1: who wrote how much, and "In short", at most five points of counts without adjectives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.day_values import DayState, MadeFrom
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import Basis
from diary.report.figures import Figures, average_text, days_scored, figures, most_often_scored
from diary.report.labels import INTERFERENCE, WORST_PAIN, rough_day, shortened, site_label
from diary.report.rich import joined, plain, rich
from diary.words import msgid, say, say_n
from diary.words.dates import day_span, plain_day
from diary.words.numbers import answer, short_number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.domain.day_values import Day
    from diary.domain.entries import Event
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.report.values import Rich

EVENT_LENGTH = 40
_MOST_POINTS = 5
_SHORT_PERIOD = 6


@dataclass(frozen=True, slots=True)
class Completeness:
    """How the days of a period were filled in; ``noticed`` days are a carer's and never part of ``filled``."""

    filled: int
    later: int
    told: int
    noticed: int
    too_bad: int


def completeness(days: Sequence[Day], *, with_carers_view: bool) -> Completeness:
    """Count days by the person's own answers; what a carer noticed is counted apart, and only when it is shared."""
    filled = [day for day in days if day.state in (DayState.RECORDED, DayState.PARTLY)]
    return Completeness(
        filled=len(filled),
        later=sum(any(value.filled_in_later for value in day.values.values()) for day in filled),
        told=sum(any(value.made_from is MadeFrom.TOLD for value in day.values.values()) for day in filled),
        noticed=sum(map(was_noticed, days)) if with_carers_view else 0,
        too_bad=sum(day.state is DayState.BAD_DAY for day in days),
    )


def was_noticed(day: Day) -> bool:
    """Whether a carer wrote what they noticed that day."""
    return any(entry.basis is Basis.OBSERVED for entry in day.entries) or any(
        m.basis is Basis.OBSERVED for m in day.marks
    )


def header(extract: Extract, count: Completeness) -> tuple[Rich, ...]:
    """Return the lines under the title: which days, how many filled in, by whom, and what is kept apart."""
    period = extract.period
    length = say_n("**{span}** ({n} day).", "**{span}** ({n} days).", len(period), span=day_span(period))
    filled = [length, _filled_in(count, len(period))]
    if extract.first_day and extract.first_day > period.first:
        filled.append(say("The first entry is for {day}.", day=plain_day(extract.first_day)))
    if count.noticed:
        filled.append(
            say_n(
                "What the carer noticed on {n} day (△) is kept apart.",
                "What the carer noticed on {n} days (△) is kept apart.",
                count.noticed,
            )
        )
    lines = [joined(*filled), joined(_too_bad(count.too_bad, has_averages=len(period) > _SHORT_PERIOD))]
    return tuple(line for line in lines if line)


def _filled_in(count: Completeness, length: int) -> str:
    remarks = []
    if count.later:
        remarks.append(say("later") if count.filled == 1 else say("{n} of them later", n=count.later))
    if count.told:
        remarks.append(
            say_n(
                "on {n} day a carer wrote down what the person said",
                "on {n} days a carer wrote down what the person said",
                count.told,
            )
        )
    if not remarks:
        return say_n(
            "Filled in on **{filled} of {n} day**.",
            "Filled in on **{filled} of {n} days**.",
            length,
            filled=count.filled,
        )
    return say_n(
        "Filled in on **{filled} of {n} day** ({remarks}).",
        "Filled in on **{filled} of {n} days** ({remarks}).",
        length,
        filled=count.filled,
        remarks="; ".join(remarks),
    )


def _too_bad(days: int, *, has_averages: bool) -> str:
    if not days:
        return ""
    if not has_averages:
        return say_n("**On {n} day it was too bad to fill in.**", "**On {n} days it was too bad to fill in.**", days)
    return say_n(
        "**On {n} day it was too bad to fill in; the averages leave this day out.**",
        "**On {n} days it was too bad to fill in; the averages leave these days out.**",
        days,
    )


def in_short(
    extract: Extract, compared: Sequence[Day] | None, events: Sequence[Event], latest_score: str = ""
) -> tuple[Rich, ...]:
    """Return the points of *In short*; ``compared`` are the days set beside this period, ``None``: there are none."""
    days, length = extract.days, len(extract.period)
    if not any(day.values for day in days):
        points = [rich(say("There are no own answers in this time."))]
    elif length == 1:
        points = _of_one_day(days[0], extract.measures)
    elif length <= _SHORT_PERIOD:
        points = _of_a_few_days(days)
    else:
        points = _of_averages(days, extract.period, compared)
    last = joined(latest_score, _latest_event(events, extract.period))
    return tuple(point for point in (*points, last) if point)[:_MOST_POINTS]


def _of_averages(days: Sequence[Day], period: Period, compared: Sequence[Day] | None) -> list[Rich]:
    pain = figures(days, (PAIN, None))
    first = (
        say_n(
            "Average daily pain was **{average} out of 10** (lowest {lowest}, highest {highest}), recorded on {n} day.",
            "Average daily pain was **{average} out of 10** (lowest {lowest}, highest {highest}), recorded on {n} days.",  # noqa: E501  one sentence
            pain.days,
            average=average_text(pain),
            lowest=short_number(pain.lowest),
            highest=short_number(pain.highest),
        )
        if pain.days
        else ""
    )
    beside = _compared_pain(pain, period, compared)
    return [
        joined(first, beside) if first else (),
        _places(days, for_average=True),
        joined(_average_mind(figures(days, (ANXIETY, None)), figures(days, (MOOD, None)))),
        joined(
            _average(msgid("Average sleep was **{average} hours** ({days})."), figures(days, (SLEEP, None))),
            _average(
                msgid("Pain got in the way **{average} out of 10** on average ({days})."),
                figures(days, (INTERFERENCE, None)),
            ),
        ),
        () if first else joined(beside),
    ]


def _compared_pain(pain: Figures, period: Period, compared: Sequence[Day] | None) -> str:
    length = len(period)
    if compared is None:
        return say_n(
            "There are no entries from the {n} day before.", "There are no entries from the {n} days before.", length
        )
    then = figures(compared, (PAIN, None))
    if not (pain.days and then.days):
        return ""
    days = _days(then)
    if compared and compared[0].day in period:
        return say("In the last {n} days it was **{average}** ({days}).", n=28, average=average_text(then), days=days)
    return say("In the {n} days before it was **{average}** ({days}).", n=length, average=average_text(then), days=days)


def _average(message: str, figure: Figures) -> str:
    return say(message, average=average_text(figure), days=_days(figure)) if figure.days else ""


def _days(figure: Figures) -> str:
    return say_n("{n} day", "{n} days", figure.days)


def _average_mind(anxiety: Figures, mood: Figures) -> str:
    if anxiety.days and mood.days:
        return say(
            "Average anxiety was **{anxiety}** ({anxious_days}) and mood **{mood}** ({mood_days}; 10 is very good).",
            anxiety=average_text(anxiety),
            anxious_days=_days(anxiety),
            mood=average_text(mood),
            mood_days=_days(mood),
        )
    if anxiety.days:
        return _average(msgid("Average anxiety was **{average} out of 10** ({days})."), anxiety)
    return _average(msgid("Average mood was **{average} out of 10** ({days}; 10 is very good)."), mood)


def _places(days: Sequence[Day], *, for_average: bool) -> Rich:
    """Name the places; where a table counts days at 0 among a place's days recorded, say that these are not here."""
    named: list[str] = []
    has_zeros = False
    for site in most_often_scored(days):
        count = days_scored(days, site, for_average=for_average)
        if not count:
            continue
        number = say_n("{n} day", "{n} days", count) if not named else str(count)
        named.append(say("**{place}** ({number})", place=plain(site_label(site)), number=number))
        has_zeros = has_zeros or figures(days, (PAIN, site)).days > count
    if not named:
        return ()
    places = say("Most often recorded places: {places}.", places=", ".join(named))
    return joined(places, say("Days with “nowhere else” are not counted here.") if has_zeros else "")


def _of_a_few_days(days: Sequence[Day]) -> list[Rich]:
    pain, anxiety, mood, sleep = (_answers(days, measure) for measure in (PAIN, ANXIETY, MOOD, SLEEP))
    return [
        joined(
            say_n(
                "Pain was **{values}** on {n} day.",
                "Pain was **{values}** on {n} days.",
                len(pain),
                values=_between(pain),
            )
        )
        if pain
        else (),
        _places(days, for_average=False),
        joined(
            say_n(
                "Anxiety was **{values}** on {n} day.",
                "Anxiety was **{values}** on {n} days.",
                len(anxiety),
                values=_between(anxiety),
            )
            if anxiety
            else "",
            say_n(
                "Mood was **{values}** on {n} day (10 is very good).",
                "Mood was **{values}** on {n} days (10 is very good).",
                len(mood),
                values=_between(mood),
            )
            if mood
            else "",
        ),
        joined(
            say_n(
                "Sleep was **{values} hours** on {n} day.",
                "Sleep was **{values} hours** on {n} days.",
                len(sleep),
                values=_between(sleep),
            )
            if sleep
            else "",
        ),
    ]


def _answers(days: Sequence[Day], measure: str) -> list[float]:
    return [value.value for day in days if (value := day.value(measure))]


def _between(values: Sequence[float]) -> str:
    lowest, highest = short_number(min(values)), short_number(max(values))
    return lowest if lowest == highest else say("between {lowest} and {highest}", lowest=lowest, highest=highest)


def _of_one_day(day: Day, measures: Mapping[str, Measure]) -> list[Rich]:
    def said(message: str, measure: str) -> str:
        value = day.value(measure)
        return say(message, answer=answer(measures[measure], value.value)) if value else ""

    pain, worst = day.value(PAIN), day.value(WORST_PAIN)
    if pain and worst:
        first = say(
            "Pain was **{pain} out of 10** (at its worst {worst}).",
            pain=short_number(pain.value),
            worst=short_number(worst.value),
        )
    else:
        first = said(msgid("Pain was **{answer}**."), PAIN)
    places = [
        say("**{place}** ({answer})", place=plain(site_label(site)), answer=short_number(day.values[PAIN, site].value))
        for site in most_often_scored([day])
    ]
    return [
        joined(first),
        rich(say("Recorded places: {places}.", places=", ".join(places))) if places else (),
        joined(
            said(msgid("Anxiety was **{answer}**."), ANXIETY),
            said(msgid("Mood was **{answer}** (10 is very good)."), MOOD),
        ),
        joined(
            said(msgid("Sleep was **{answer}**."), SLEEP),
            said(msgid("Pain got in the way **{answer}**."), INTERFERENCE),
        ),
        rich(say("One day can’t show a pattern.")),
    ]


def _latest_event(events: Sequence[Event], period: Period) -> str:
    if not events:
        return ""
    latest = max(events, key=lambda event: (event.on.day, event.id))
    return say(
        "Latest event: **{event}**, {day}.",
        event=plain(shortened(latest.label, EVENT_LENGTH)),
        day=rough_day(latest.on, period),
    )
