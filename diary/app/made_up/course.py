"""How the made-up days went, before anybody wrote anything down: slow waves with a memory, and one real link.

Pain is made from the anxiety of the same day; sleep is made from nothing else, so that no link is there to be found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from random import Random

from diary.domain.days import Period

PAIN_PER_ANXIETY = 0.45
"""The real link: points of pain on the same day for each point of anxiety."""
MOOD_PER_ANXIETY = -0.5
"""Points of mood on the same day for each point of anxiety."""
PAIN_PER_SLEEP = 0.0
"""What isn't there."""

_USUAL_ANXIETY, _USUAL_PAIN, _USUAL_MOOD, _USUAL_SLEEP = 4.5, 5.0, 5.5, 6.6
_ANXIOUS_WEEKDAYS = (0.8, 0.3, 0.0, 0.0, -0.3, -0.4, -0.4)
"""Monday first: how much the weekday adds to anxiety."""
_SLEEP_WEEKDAYS = (-0.2, -0.2, -0.2, -0.2, -0.2, 0.6, 0.6)
_MOST_SLEEP = 12.0


@dataclass(frozen=True, slots=True)
class Felt:
    """How one day went, as whole answers (sleep in half hours): what the person would write."""

    day: date
    anxiety: int
    pain: int
    mood: int
    sleep_hours: float
    tiredness: int
    stiffness: int


def course(period: Period, chance: Random) -> tuple[Felt, ...]:
    """Return every day of ``period`` as it went."""
    days = len(period)
    anxiety_wave = _wave(chance, days, memory=0.6, spread=1.9)
    pain_wave = _wave(chance, days, memory=0.5, spread=1.4)
    mood_wave = _wave(chance, days, memory=0.4, spread=1.1)
    sleep_wave = _wave(chance, days, memory=0.3, spread=1.0)
    tired_wave = _wave(chance, days, memory=0.5, spread=1.6)
    stiff_wave = _wave(chance, days, memory=0.7, spread=1.0)
    felt = []
    for at, day in enumerate(period):
        anxiety = _rated(_USUAL_ANXIETY + anxiety_wave[at] + _ANXIOUS_WEEKDAYS[day.weekday()])
        above_usual = anxiety - _USUAL_ANXIETY
        felt.append(
            Felt(
                day=day,
                anxiety=anxiety,
                pain=_rated(_USUAL_PAIN + PAIN_PER_ANXIETY * above_usual + pain_wave[at]),
                mood=_rated(_USUAL_MOOD + MOOD_PER_ANXIETY * above_usual + mood_wave[at]),
                sleep_hours=_slept(_USUAL_SLEEP + _SLEEP_WEEKDAYS[day.weekday()] + sleep_wave[at]),
                tiredness=_rated(5.0 + tired_wave[at]),
                stiffness=_rated(1.6 + stiff_wave[at], highest=4),
            )
        )
    return tuple(felt)


def near(chance: Random, rating: float, spread: float) -> int:
    """Return an answer 0 to 10 that goes along with ``rating``: another question about the same day."""
    return _rated(rating + chance.gauss(0, spread))


def _wave(chance: Random, days: int, *, memory: float, spread: float) -> list[float]:
    """A first-order autoregression around 0 with standard deviation ``spread``: each day resembles the day before."""
    fresh = spread * (1 - memory**2) ** 0.5
    heights = [chance.gauss(0, spread)]
    for _ in range(days - 1):
        heights.append(memory * heights[-1] + chance.gauss(0, fresh))
    return heights


def _rated(felt: float, highest: int = 10) -> int:
    return min(highest, max(0, round(felt)))


def _slept(hours: float) -> float:
    return min(_MOST_SLEEP, max(0.0, round(hours * 2) / 2))
