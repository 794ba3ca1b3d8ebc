"""What moved together, said for a doctor: at most three questions, each with its days and its interval."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from diary.domain.days import Period
from diary.domain.measures import ScaleKind
from diary.report.labels import shortened
from diary.report.rich import plain, rich
from diary.report.values import Finding, MovingTogether, Verdict
from diary.words import msgid, say, say_n
from diary.words.comparing import apart, decimals_of, decimals_of_interval, rounded, shown
from diary.words.dates import day_span
from diary.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.measures import Measure
    from diary.report.values import Found

MOST_FINDINGS = 3
_LONGEST_QUESTION, _LONGEST_DAYS = 90, 40
_SMALLEST_AXIS = 2
"""The axis reaches so many points to either side at least: a small difference then looks small."""


def moving_together(found: Sequence[Found]) -> MovingTogether | None:
    """Return the section, links first, else the questions in their order; ``None`` where nothing was looked at."""
    told = sorted(found, key=_links_first)[:MOST_FINDINGS]
    if not told:
        return None
    whole = _section(told, len(found))
    return replace(whole, shorter=_section(told[:1], len(found))) if len(told) > 1 else whole


def _section(told: Sequence[Found], looked_at: int) -> MovingTogether:
    reach = _reach(told)
    findings = tuple(Finding(rich(_said(one)), _interval(one, reach)) for one in told)
    is_drawn = any(finding.interval for finding in findings)
    return MovingTogether(
        heading=say("How they move together"),
        findings=findings,
        note=_note(told, looked_at),
        alt=_alt(told) if is_drawn else "",
        ticks=tuple(_ticks(reach)) if is_drawn else (),
        axis=say("← lower  points  higher →") if is_drawn else "",
    )


def _links_first(one: Found) -> bool:
    return one.verdict is not Verdict.LINK


def _said(one: Found) -> str:
    question = plain(shortened(one.question, _LONGEST_QUESTION))
    group = plain(shortened(one.days, _LONGEST_DAYS))
    if one.verdict is Verdict.TOO_STEADY:
        return say_n(*_TOO_STEADY, one.n, question=question)
    if one.told is None:
        return say_n(
            "{question}: too few days yet ({so_far} of {n}).",
            "{question}: too few days yet ({so_far} of {n}).",
            one.needed,
            question=question,
            so_far=one.n,
        )
    with_days = say("after {days}", days=group) if one.is_day_after else say("with {days}", days=group)
    days = say_n("{n} day.", "{n} days.", one.n)
    estimate, low, high = one.told
    if one.verdict is Verdict.LINK:
        decimals = decimals_of(one.y, estimate, low, high)
        least, most = sorted((abs(low), abs(high)))
        return say(
            "{question}: **about {size}** {with_days} (likely between {low} and {high}). {days}",
            question=question,
            size=apart(one.y, estimate, decimals),
            with_days=with_days,
            low=shown(one.y, least, decimals),
            high=shown(one.y, most, decimals),
            days=days,
        )
    ends = _ends(one.y, low, high)
    return say(_UNSURE[one.verdict], question=question, with_days=with_days, ends=ends, days=days)


_TOO_STEADY = (
    msgid("{question}: answers hardly changed, nothing to compare. {n} day."),
    msgid("{question}: answers hardly changed, nothing to compare. {n} days."),
)
_UNSURE = {
    Verdict.NO_CLEAR_LINK: msgid("{question}: **no clear link** ({with_days}: likely {ends}). {days}"),
    Verdict.CANT_TELL: msgid("{question}: **can’t be told yet** ({with_days}: likely {ends}). {days}"),
}


def _ends(y: Measure, low: float, high: float) -> str:
    decimals = decimals_of_interval(low, high)
    return say("{low} to {high}", low=_end(y, low, decimals), high=_end(y, high, decimals))


def _end(y: Measure, size: float, decimals: int) -> str:
    """One end of an interval: "0.5 lower"; of hours and of days in ten with their unit."""
    if not rounded(size, decimals):
        return say("the same")
    if y.kind is not ScaleKind.SCORE:
        return apart(y, size, decimals)
    amount = shown(y, abs(size), decimals)
    return say("{amount} higher", amount=amount) if size > 0 else say("{amount} lower", amount=amount)


def _note(told: Sequence[Found], looked_at: int) -> str:
    association = say("Association in this diary only; no direction or reason can be read from it.")
    notes = [association, _looked_at(len(told), looked_at, _period(told))]
    if any(one.told for one in told):
        notes.insert(1, say("Likely: 95% interval, compared with the other days."))
    return " ".join(notes)


def _period(told: Sequence[Found]) -> Period | None:
    """From the first to the last day that any of them is made from."""
    periods = [one.period for one in told if one.period]
    if not periods:
        return None
    return Period(min(one.first for one in periods), max(one.last for one in periods))


def _looked_at(told: int, looked_at: int, period: Period | None) -> str:
    if period is None:
        return say_n(
            "Shown: {shown} of {n} question looked at.", "Shown: {shown} of {n} questions looked at.",
            looked_at, shown=told,
        )  # fmt: skip
    return say_n(
        "Shown: {shown} of {n} question looked at, in answers from {span}.",
        "Shown: {shown} of {n} questions looked at, in answers from {span}.",
        looked_at,
        shown=told,
        span=day_span(period),
    )


def _in_points(one: Found) -> tuple[float, float, float] | None:
    return one.told if one.y.kind is ScaleKind.SCORE else None


def _reach(told: Sequence[Found]) -> int:
    """To how many points the axis reaches, the same to both sides of the same."""
    sizes = [abs(size) for one in told for size in _in_points(one) or ()]
    return max(_SMALLEST_AXIS, ceil(max(sizes, default=0)))


def _interval(one: Found, reach: int) -> tuple[float, float, float] | None:
    points = _in_points(one)
    if points is None:
        return None
    estimate, low, high = (0.5 + size / (2 * reach) for size in points)
    return low, estimate, high


def _ticks(reach: int) -> list[tuple[float, str]]:
    step = ceil(reach / 3)
    return [(0.5 + at / (2 * reach), number(abs(at))) for at in range(-(reach // step) * step, reach + 1, step)]


def _alt(told: Sequence[Found]) -> str:
    said = []
    for one in told:
        points = _in_points(one)
        if points is not None:
            decimals = decimals_of(one.y, *points)
            low, high = (_end(one.y, size, decimals) for size in points[1:])
            said.append(say("{question}: {low} to {high}", question=one.question, low=low, high=high))
    return say("Intervals of the differences, in points. {each}.", each="; ".join(said))
