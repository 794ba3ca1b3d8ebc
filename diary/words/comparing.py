"""What two things that are compared are called in a sentence: the days, the difference, and its size."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, ScaleKind
from diary.words import language, msgid, say, say_n
from diary.words.numbers import number, short_number

if TYPE_CHECKING:
    from diary.domain.measures import Measure

_NAMES = {PAIN: msgid("pain"), ANXIETY: msgid("anxiety"), MOOD: msgid("mood"), SLEEP: msgid("sleep")}
AT = "@"
"""Joins a measure's id with the place it was scored at; such a measure's label is in our words already."""
_NARROW = 2
"""An interval narrower than this many points is told with one decimal."""
_MOST_DECIMALS = 2
_OF_TEN = 10
"""How often something happened is told in days out of ten."""


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much y was apart between days with x at ``cut`` or more and days at ``below`` or less, in y's units.

    ``points`` (with its 95 % interval) is y on the first less y on the others; sentences may speak of either.
    ``is_day_after``: y is of the day after x. ``is_link``: it is told as a link, or beside one with the same x.
    """

    x: Measure
    y: Measure
    cut: float
    below: float
    points: float
    low: float
    high: float
    n_high: int = 0
    n_low: int = 0
    is_day_after: bool = False
    is_link: bool = False

    @property
    def of_lower(self) -> bool:
        """Whether the sentence speaks of the days with less of x; a link with mood, and what stands by it, does not."""
        return tells_of_lower(self.x, is_link=self.is_link)

    @property
    def told(self) -> tuple[float, float, float]:
        """Estimate and interval, turned round where the sentence speaks of the days with the lower x."""
        if self.of_lower:
            return -self.points, -self.high, -self.low
        return self.points, self.low, self.high

    @property
    def days_told(self) -> tuple[int, int]:
        """How many days the sentence speaks of, and how many others there are."""
        return (self.n_low, self.n_high) if self.of_lower else (self.n_high, self.n_low)


def tells_of_lower(x: Measure, *, is_link: bool = False) -> bool:
    """Whether sentences speak of the days with less of x: sleep, and mood and its like where no link is told."""
    return x.id == SLEEP or (x.direction is Direction.HIGHER_IS_BETTER and not is_link)


def name(measure: Measure) -> str:
    """Return what a measure is called within a sentence: "pain"; what isn't in our own words in quotation marks."""
    if measure.id in _NAMES:
        return say(_NAMES[measure.id])
    if AT in measure.id:
        return measure.label
    return say("“{label}”", label=say(measure.label))


def pain_at(place: str, side: str) -> str:
    """Return "left forearm pain" from a place's label and a side ("left", "right" or none)."""
    if side == "left":
        return say("left {place} pain", place=place)
    return say("right {place} pain", place=place) if side == "right" else say("{place} pain", place=place)


def title(x: Measure, y: Measure) -> str:
    """Return "Anxiety and pain"."""
    return say("{x} and {y}", x=starting(name(x)), y=name(y))


def question(x: Measure, y: Measure, *, is_day_after: bool, of_lower: bool) -> str:
    """Return the heading of one direction: "Pain, on the same days as anxiety".

    ``of_lower``: it is told of the days with less of x.
    """
    told = starting(name(y))
    if not is_day_after:
        if x.id == SLEEP:
            return say("{y}, after the night’s sleep", y=told)
        if y.id == SLEEP:
            return say("{y}, the night before {a_day}", y=told, a_day=_kind_of_day(x, of_lower=of_lower))
        return say("{y}, on the same days as {x}", y=told, x=name(x))
    if x.id == SLEEP:
        return say("{y}, on the second day after a short night", y=told)
    message = msgid("{y}, the night after {a_day}") if y.id == SLEEP else msgid("{y}, the day after {a_day}")
    return say(message, y=told, a_day=_kind_of_day(x, of_lower=of_lower))


def _kind_of_day(x: Measure, *, of_lower: bool) -> str:
    if x.id == ANXIETY:
        return say("an anxious day")
    if x.id == PAIN:
        return say("a painful day")
    if x.kind is ScaleKind.YES_NO:
        return say("a day with {x}", x=name(x))
    if x.id == MOOD:
        return say("a day with lower mood") if of_lower else say("a day with higher mood")
    return say("a day with less {x}", x=name(x)) if of_lower else say("a day with more {x}", x=name(x))


_ON_DAYS = (
    msgid("on days you rated {x} {end} or more"),
    msgid("on days you rated {x} {end} or less"),
    msgid("on days when {x} was {end} or more"),
)
_ONE_DAY = (
    msgid("a day you rated {x} {end} or more"),
    msgid("a day you rated {x} {end} or less"),
    msgid("a day when {x} was {end} or more"),
)


def days_compared(difference: Difference) -> str:
    """Return the days that a sentence speaks of: "on your more anxious days (5 or more)"."""
    if difference.is_day_after:
        return _day_after(difference)
    if difference.y.id == SLEEP:
        return say("the night before {a_day}", a_day=_one_day(difference))
    x, end = difference.x, _end(difference)
    if x.id == SLEEP:
        hours = _plural(difference.below)
        return say_n(
            "after nights with {end}\u00a0hour or less", "after nights with {end}\u00a0hours or less", hours, end=end
        )
    if x.id == ANXIETY:
        return say("on your more anxious days ({end} or more)", end=end)
    if x.kind is ScaleKind.YES_NO:
        return say("on days with {x}", x=name(x))
    return say(_by_answer(difference, *_ON_DAYS), x=name(x), end=end)


def compared_with(difference: Difference) -> str:
    """Return what the sentence about a link sets beside each other; on the same day, how many days."""
    y = difference.y
    if difference.is_day_after:
        if y.kind is ScaleKind.YES_NO:
            return say("This compares with other days that were alike the day before.")
        if y.id == SLEEP:
            return say("This compares with other nights that had the same sleep the night before.")
        return say("This compares with other days that had the same {y} the day before.", y=name(y))
    n, others = difference.days_told
    if SLEEP in {difference.x.id, y.id}:
        return say_n(
            "This compares that {n} night with the other {others}.",
            "This compares those {n} nights as a group with the other {others}.",
            n,
            others=others,
        )
    return say_n(
        "This compares that {n} day with the other {others}.",
        "This compares those {n} days as a group with the other {others}.",
        n,
        others=others,
    )


def much_the_same(difference: Difference) -> str:
    """Return what is said of y where it hardly differed between the days that are compared."""
    x, y, days = difference.x, difference.y, starting(days_compared(difference))
    if y.kind is ScaleKind.YES_NO:
        message = (
            msgid("{on_days}, {y} came about as often as after other days.")
            if difference.is_day_after
            else msgid("{on_days}, {y} came about as often as after other nights.")
            if x.id == SLEEP
            else msgid("{on_days}, {y} came about as often as on other days.")
        )
        return say(message, on_days=days, y=name(y))
    if y.id == SLEEP:
        return say("{on_days}, {y} was about the same as on other nights.", on_days=days, y=name(y))
    if x.id == SLEEP and not difference.is_day_after:
        return say("{on_days}, {y} was about the same as after other nights.", on_days=days, y=name(y))
    if difference.is_day_after:
        return say("{on_days}, {y} was about the same as after other days.", on_days=days, y=name(y))
    return say("{on_days}, {y} was about the same as on other days.", on_days=days, y=name(y))


def _day_after(difference: Difference) -> str:
    if difference.x.id == SLEEP:
        return say("the second day after a short night")
    if difference.y.id == SLEEP:
        return say("the night after {a_day}", a_day=_one_day(difference))
    return say("the day after {a_day}", a_day=_one_day(difference))


def _one_day(difference: Difference) -> str:
    x, end = difference.x, _end(difference)
    if x.id == ANXIETY:
        return say("a more anxious day")
    if x.id == PAIN:
        return say("a more painful day")
    if x.kind is ScaleKind.YES_NO:
        return say("a day with {x}", x=name(x))
    if x.id == MOOD:
        return say("a day with lower mood") if difference.of_lower else say("a day with higher mood")
    return say(_by_answer(difference, *_ONE_DAY), x=name(x), end=end)


def _by_answer(difference: Difference, rated_more: str, rated_less: str, was_more: str) -> str:
    """The message that fits how x is answered, and which of its days are told of."""
    if difference.x.kind is not ScaleKind.SCORE:
        return was_more
    return rated_less if difference.of_lower else rated_more


def more_means(difference: Difference) -> str:
    """Return from which answer a day counts as one with more, where the sentence speaks of one day and doesn't say."""
    if not difference.is_day_after and difference.y.id != SLEEP:
        return ""
    end = _end(difference)
    if difference.x.id == ANXIETY:
        return say("More anxious means {end} or more.", end=end)
    if difference.x.id == PAIN:
        return say("More painful means {end} or more.", end=end)
    if difference.x.id == MOOD:
        return (
            say("Lower mood means {end} or less.", end=end)
            if difference.of_lower
            else say("Higher mood means {end} or more.", end=end)
        )
    return say("A short night means {hours} or less.", hours=_hours(difference)) if difference.x.id == SLEEP else ""


def group_names(difference: Difference) -> tuple[str, str]:
    """Return what the two groups of days are called, first those that the sentences speak of."""
    x, others, end = difference.x, say("Other days"), _end(difference)
    if x.id == SLEEP:
        return say("Sleep {hours} or less", hours=_hours(difference)), others
    if x.kind is ScaleKind.YES_NO:
        return say("Days with {x}", x=name(x)), others
    if difference.of_lower:
        return say("{x} {end} or less", x=starting(name(x)), end=end), others
    return say("{x} {end} or more", x=starting(name(x)), end=end), others


def _end(difference: Difference) -> str:
    """The answer at which the days that are told of begin."""
    value = difference.below if difference.of_lower else difference.cut
    return say(difference.x.steps[int(value)]) if difference.x.steps else short_number(value)


def _hours(difference: Difference) -> str:
    hours = difference.below
    return say_n("{amount}\u00a0hour", "{amount}\u00a0hours", _plural(hours), amount=short_number(hours))


def apart(y: Measure, size: float, decimals: int) -> str:
    """Return "2 points higher", "1 hour less", "2 more days in 10"; ``size`` keeps its sign."""
    if y.kind is ScaleKind.YES_NO:
        plural, text = _plural(rounded(in_units(y, abs(size)), decimals)), shown(y, abs(size), decimals)
        if size > 0:
            return say_n("{amount}\u00a0more day in\u00a010", "{amount}\u00a0more days in\u00a010", plural, amount=text)
        return say_n("{amount}\u00a0fewer day in\u00a010", "{amount}\u00a0fewer days in\u00a010", plural, amount=text)
    text = amount(y, abs(size), decimals)
    if y.kind is ScaleKind.HOURS:
        return say("{amount} more", amount=text) if size > 0 else say("{amount} less", amount=text)
    return say("{amount} higher", amount=text) if size > 0 else say("{amount} lower", amount=text)


def amount(y: Measure, size: float, decimals: int) -> str:
    """Return "2 points", "1 hour", or of a yes or no "2 days in 10"."""
    plural, text = _plural(rounded(in_units(y, size), decimals)), shown(y, size, decimals)
    if y.kind is ScaleKind.HOURS:
        return say_n("{amount}\u00a0hour", "{amount}\u00a0hours", plural, amount=text)
    if y.kind is ScaleKind.YES_NO:
        return say_n("{amount}\u00a0day in\u00a010", "{amount}\u00a0days in\u00a010", plural, amount=text)
    return say_n("{amount}\u00a0point", "{amount}\u00a0points", plural, amount=text)


def shown(y: Measure, size: float, decimals: int) -> str:
    """The number with so many decimals at most: a whole one is read as a whole one."""
    value = rounded(in_units(y, size), decimals)
    return number(value, 0 if value == int(value) else decimals)


def in_units(y: Measure, size: float) -> float:
    """A size in the unit that is told: points, hours, or days out of ten."""
    return size * _OF_TEN if y.kind is ScaleKind.YES_NO else size


def decimals_of(y: Measure, estimate: float, low: float, high: float) -> int:
    """The fewest decimals with which an estimate still lies inside its interval and is not said to be 0."""
    least, most = sorted((abs(in_units(y, low)), abs(in_units(y, high))))
    size = abs(in_units(y, estimate))
    for decimals in range(decimals_of_interval(least, most), _MOST_DECIMALS):
        if rounded(size, decimals) not in {0.0, rounded(least, decimals), rounded(most, decimals)}:
            return decimals
    return _MOST_DECIMALS


def decimals_of_interval(low: float, high: float) -> int:
    """One for a narrow interval, and for a wide one with an end that whole numbers would wrongly call 0."""
    turns_to_0 = any(end and not rounded(end, 0) for end in (low, high))
    return 1 if turns_to_0 or high - low < _NARROW else 0


def rounded(value: float, decimals: int) -> float:
    """Round as people do: halves away from 0."""
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def starting(words: str) -> str:
    """Return words as the first of a sentence."""
    return words[:1].upper() + words[1:]


def inside(words: str) -> str:
    """Return words as they stand inside a sentence; other languages than English spell them as they are."""
    return words[:1].lower() + words[1:] if language() == "en" else words


def _plural(value: float) -> int:
    """The number that chooses the plural; fractions take that of two."""
    return int(value) if value == int(value) else 2
