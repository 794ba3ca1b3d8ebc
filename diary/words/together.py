"""What is said of two measures that were compared: in points, hedged, and nothing that the days don't show."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Direction, ScaleKind
from diary.words import msgid, say, say_n
from diary.words.numbers import number, short_number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.measures import Measure

EARLY_BELOW_DAYS = 90
"""Below so many days an estimate that passed for a link is on average too big by a quarter and more (r = .3)."""
_NAMES = {PAIN: msgid("pain"), ANXIETY: msgid("anxiety"), MOOD: msgid("mood"), SLEEP: msgid("sleep")}
_NARROW = 2
"""An interval narrower than this many points is told with one decimal."""
_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Told:
    """What a finding says: the sentence that answers first, what follows it, and a few words for a list."""

    headline: str
    details: tuple[str, ...]
    short: str

    @property
    def sentence(self) -> str:
        """Everything it says, in one paragraph."""
        return " ".join((self.headline, *self.details))


@dataclass(frozen=True, slots=True)
class Difference:
    """By how much y was apart between days with x at ``cut`` or more and days at ``below`` or less, in y's units.

    ``points`` (with its 95 % interval) is y on the first less y on the others; sentences may speak of either.
    """

    x: Measure
    y: Measure
    cut: float
    below: float
    points: float
    low: float
    high: float

    @property
    def told(self) -> tuple[float, float, float]:
        """Estimate and interval, turned round where the sentences speak of the days with the lower x."""
        if tells_of_lower(self.x):
            return -self.points, -self.high, -self.low
        return self.points, self.low, self.high


def tells_of_lower(x: Measure) -> bool:
    """Whether sentences speak of the days with less of a measure: mood and others that run its way, and sleep."""
    return x.direction is Direction.HIGHER_IS_BETTER or x.id == SLEEP


def name(measure: Measure) -> str:
    """Return what a measure is called within a sentence: "pain"; other than the core ones in quotation marks."""
    if measure.id in _NAMES:
        return say(_NAMES[measure.id])
    return say("“{label}”", label=say(measure.label))


def title(x: Measure, y: Measure) -> str:
    """Return "Anxiety and pain"."""
    return say("{x} and {y}", x=_starting(name(x)), y=name(y))


def not_enough(n: int, needed: int) -> Told:
    """Return what is said while there are only ``n`` of the ``needed`` days with both."""
    return Told(
        say_n(
            "{n} more day with both is needed ({so_far} of {needed}).",
            "{n} more days with both are needed ({so_far} of {needed}).",
            needed - n,
            so_far=n,
            needed=needed,
        ),
        (
            say("They need not be in a row, and there is no hurry."),
            say("Before that, chance alone can look like a pattern."),
        ),
        say_n("{so_far} of {n} day", "{so_far} of {n} days", needed, so_far=n),
    )


def too_steady() -> Told:
    """Return what is said of answers that leave nothing to compare."""
    return Told(say("Your answers hardly changed, so there is nothing to compare."), (), say("Hardly changed"))


def perhaps(difference: Difference, n: int) -> Told:
    """Return what is said of a link that ``n`` days show but that nobody has looked at twice."""
    headline = say("There may be a link.")
    early = (say("An early figure: these are often too big."),) if n < EARLY_BELOW_DAYS else ()
    return Told(headline, (*_size(difference), *early), say("There may be a link"))


def small_at_most(y: Measure, small: float) -> Told:
    """Return what is said when the whole interval lies within ``small``, in y's units."""
    most = _amount(y, small, 1)
    return Told(
        say("No clear link."),
        (say("If there is one, it is under {amount}.", amount=most),),
        say("Under {amount}, if any", amount=most),
    )


def cant_tell(difference: Difference, small: float) -> Told:
    """Return what is said when both more and less are possible; below ``small`` it is called little."""
    return Told(say("We can’t tell yet."), (_either_way(difference, small),), say("We can’t tell yet"))


def days_compared(difference: Difference) -> str:
    """Return the days that a sentence speaks of: "on your more anxious days (5 or more)"."""
    x = difference.x
    if x.id == SLEEP:
        return say_n(
            "after nights with {hours}\u00a0hour or less",
            "after nights with {hours}\u00a0hours or less",
            _plural(difference.below),
            hours=short_number(difference.below),
        )
    if tells_of_lower(x):
        return say("on days you rated {x} {below} or less", x=name(x), below=short_number(difference.below))
    cut = short_number(difference.cut)
    if x.id == ANXIETY:
        return say("on your more anxious days ({cut} or more)", cut=cut)
    if x.kind is ScaleKind.SCORE:
        return say("on days you rated {x} {cut} or more", x=name(x), cut=cut)
    return say("on days when {x} was {cut} or more", x=name(x), cut=cut)


def averages_title(y: Measure) -> str:
    """Return the heading above the plain averages."""
    return say("The plain averages of {y}", y=name(y))


def group_names(difference: Difference) -> tuple[str, str]:
    """Return what the two groups of days are called, first those that the sentences speak of."""
    x, others = difference.x, say("Other days")
    below, cut = short_number(difference.below), short_number(difference.cut)
    if x.id == SLEEP:
        hours = _plural(difference.below)
        return say_n("Sleep {hours}\u00a0hour or less", "Sleep {hours}\u00a0hours or less", hours, hours=below), others
    if tells_of_lower(x):
        return say("{x} {below} or less", x=_starting(name(x)), below=below), others
    return say("{x} {cut} or more", x=_starting(name(x)), cut=cut), others


_AVERAGES_MISLEAD = 0.3
"""How far the gap between two rounded averages may be off: 5.4 and 4.6 aren't both about 5."""


def averages(first: float, second: float) -> tuple[str, str]:
    """Return two averages to be read beside each other, with a decimal where whole numbers would mislead."""
    off_by = abs((_rounded(first, 0) - _rounded(second, 0)) - (first - second))
    decimals = 0 if off_by < _AVERAGES_MISLEAD else 1
    return (
        say("about {number}", number=number(first, decimals)),
        say("about {number}", number=number(second, decimals)),
    )


def days_with_both(n: int) -> str:
    """Return how many days a finding is made from."""
    return say_n("{n} day has both.", "{n} days have both.", n)


def left_out(n: int) -> str:
    """Return how many days with both don't count, nothing when all do."""
    if not n:
        return ""
    return say_n(
        "{n} day left out because it was filled in later.", "{n} days left out because they were filled in later.", n
    )


def looked_at(pairs: int) -> tuple[str, ...]:
    """Return how many pairs were looked at, and what that does to chance."""
    count = say_n("{n} pair was looked at.", "{n} pairs were looked at.", pairs)
    return (count, say("With more pairs, chance alone looks like a link more often.")) if pairs > 1 else (count,)


def always() -> str:
    """Return the sentence that stands under every finding."""
    return say("This shows what came together in your diary. It does not tell you why.")


def limits() -> tuple[str, ...]:
    """Return what the page can and can't tell, in five sentences."""
    return (
        say("It can show what tended to go together on the same days."),
        say("It can’t tell you why, or what will happen."),
        say("It allows for slow changes, weekends (from 56 days, every weekday) and days being like the day before."),
        say("Only your own answers count, and only those filled in within three days."),
        say("Bad days without numbers are left out, so a real link may be larger or smaller."),
    )


def picture(x: Measure, y: Measure, n: int, told: Told) -> str:
    """Return what a screen reader says in place of the picture of ``n`` days."""
    across = say_n(
        "A picture of {n} day: {x} across, {y} upwards.",
        "A picture of {n} days: {x} across, {y} upwards.",
        n,
        x=name(x),
        y=name(y),
    )
    return f"{across} {told.headline}"


def _size(difference: Difference) -> Iterator[str]:
    estimate, low, high = difference.told
    least, most = sorted((abs(low), abs(high)))
    decimals = _decimals(abs(estimate), least, most)
    message = (
        msgid("If so, {y} was about {amount} higher {on_days}.")
        if estimate > 0
        else msgid("If so, {y} was about {amount} lower {on_days}.")
    )
    y, amount = difference.y, _amount(difference.y, abs(estimate), decimals)
    yield say(message, y=name(y), amount=amount, on_days=days_compared(difference))
    up_to = _amount(y, most, decimals)
    if _rounded(least, decimals):
        yield say("It is likely between {least} and {up_to}.", least=_shown(least, decimals), up_to=up_to)
    else:
        yield say("It is likely no more than {up_to}.", up_to=up_to)


def _either_way(difference: Difference, small: float) -> str:
    _, low, high = difference.told
    lower, higher = max(-low, 0.0), max(high, 0.0)
    decimals = _decimals_of_interval(low, high)
    days, y = _starting(days_compared(difference)), name(difference.y)
    if not _rounded(lower, decimals):
        up_to = _amount(difference.y, higher, decimals)
        return say("{on_days}, {y} may have been the same, or up to {up_to} higher.", on_days=days, y=y, up_to=up_to)
    if not _rounded(higher, decimals):
        up_to = _amount(difference.y, lower, decimals)
        return say("{on_days}, {y} may have been the same, or up to {up_to} lower.", on_days=days, y=y, up_to=up_to)
    if lower < small <= higher:
        message = msgid("{on_days}, {y} may have been a little lower ({lower}) or higher ({higher}).")
    elif higher < small <= lower:
        message = msgid("{on_days}, {y} may have been lower ({lower}) or a little higher ({higher}).")
    else:
        message = msgid("{on_days}, {y} may have been lower ({lower}) or higher ({higher}).")
    return say(message, on_days=days, y=y, lower=_shown(lower, decimals), higher=_shown(higher, decimals))


def _decimals(estimate: float, least: float, most: float) -> int:
    """The fewest decimals with which an estimate still lies inside its interval and is not said to be 0."""
    for decimals in range(_decimals_of_interval(least, most), _MOST_DECIMALS):
        if _rounded(estimate, decimals) not in {0.0, _rounded(least, decimals), _rounded(most, decimals)}:
            return decimals
    return _MOST_DECIMALS


def _decimals_of_interval(low: float, high: float) -> int:
    """One for a narrow interval, and for a wide one with an end that whole numbers would wrongly call 0."""
    turns_to_0 = any(end and not _rounded(end, 0) for end in (low, high))
    return 1 if turns_to_0 or high - low < _NARROW else 0


def _amount(y: Measure, size: float, decimals: int) -> str:
    """Return "2 points" or "1 hour"."""
    plural, shown = _plural(_rounded(size, decimals)), _shown(size, decimals)
    if y.kind is ScaleKind.HOURS:
        return say_n("{amount}\u00a0hour", "{amount}\u00a0hours", plural, amount=shown)
    return say_n("{amount}\u00a0point", "{amount}\u00a0points", plural, amount=shown)


def _shown(size: float, decimals: int) -> str:
    """The number with so many decimals at most: a whole one is read as a whole one."""
    rounded = _rounded(size, decimals)
    return number(rounded, 0 if rounded == int(rounded) else decimals)


def _plural(value: float) -> int:
    """The number that chooses the plural; fractions take that of two."""
    return int(value) if value == int(value) else 2


def _rounded(value: float, decimals: int) -> float:
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def _starting(words: str) -> str:
    """Return words as the first of a sentence."""
    return words[:1].upper() + words[1:]
