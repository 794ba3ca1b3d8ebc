"""Questionnaires of the made-up diary, filled in every four weeks as the days before them went, and appointments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from statistics import fmean
from typing import TYPE_CHECKING

from diary.domain.entries import Appointment
from diary.domain.questionnaires import Response

if TYPE_CHECKING:
    from datetime import date

    from diary.app.made_up.course import Felt
    from diary.domain.entries import Pause

EVERY_DAYS, VISITS_EVERY = 28, 84
_RECALL, _MOST = 14, 3
_OF_TEN = 3.3
"""So many points of ten are one of the three steps that PHQ-4 has above "not at all"."""


def responses(felt: Sequence[Felt], pauses: Iterable[Pause]) -> tuple[Response, ...]:
    """Return every filling-in, oldest first; nobody fills anything in while the diary is paused."""
    away = tuple(pauses)
    made = [
        fill_in(felt[at].day, felt[at - _RECALL : at])
        for fill_in, start in ((_phq4, _RECALL), (_peg, _RECALL + EVERY_DAYS // 2))
        for at in range(start, len(felt), EVERY_DAYS)
        if not any(pause.covers(felt[at].day) for pause in away)
    ]
    return tuple(sorted(made, key=lambda one: one.day))


def appointments(felt: Sequence[Felt]) -> tuple[Appointment, ...]:
    """Return the visits so far, oldest first."""
    days = (felt[at].day - timedelta(days=2) for at in range(VISITS_EVERY // 2, len(felt), VISITS_EVERY))
    return tuple(Appointment(f"madeup-appointment-{day}", day) for day in days)


def _phq4(day: date, before: Sequence[Felt]) -> Response:
    anxiety, low = fmean(one.anxiety for one in before), 10 - fmean(one.mood for one in before)
    felt = {"gad1": anxiety, "gad2": anxiety - 1, "phq2": low - 1, "phq1": low - 2}
    steps = {item: min(max(round(points / _OF_TEN), 0), _MOST) for item, points in felt.items()}
    return Response(f"madeup-phq4-{day}", "phq4", day, answers=steps, is_done=True)


def _peg(day: date, before: Sequence[Felt]) -> Response:
    pain = round(fmean(one.pain for one in before))
    hurt = {"peg1": pain, "peg2": max(pain - 1, 0), "peg3": pain}
    return Response(f"madeup-peg-{day}", "peg", day, answers=hurt, is_done=True)
