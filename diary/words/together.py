"""What is said of two measures that were compared: in points, hedged, and nothing that the days don't show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from diary.domain.measures import ScaleKind
from diary.words import comparing, msgid, say, say_n
from diary.words.comparing import Difference, group_names, name, question, starting, tells_of_lower, title
from diary.words.dates import near_day
from diary.words.numbers import number

if TYPE_CHECKING:
    from datetime import date

    from diary.domain.measures import Measure

__all__ = [
    "Difference",
    "Told",
    "always",
    "announced",
    "as_of",
    "averages",
    "averages_note",
    "averages_title",
    "cant_tell",
    "days_used",
    "group_names",
    "left_out",
    "limits",
    "link",
    "looked_at",
    "name",
    "not_enough",
    "perhaps",
    "picture",
    "question",
    "showing_through",
    "small_at_most",
    "still_looking_back",
    "tells_of_lower",
    "title",
    "too_steady",
    "withdrawn",
    "withdrawn_on",
]

EARLY_BELOW_DAYS = 90
"""Below so many days an estimate that passed for a link is on average too big by a quarter and more (r = .3)."""
_AVERAGES_MISLEAD = 0.3
"""How far the gap between two rounded averages may be off: 5.4 and 4.6 aren't both about 5."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a finding says: the sentence that answers first, what follows it, and a few words for a list.

    ``emphasis`` is the part of the headline that carries the size, empty where there is none.
    """

    headline: str
    details: tuple[str, ...]
    short: str
    emphasis: str = ""

    @property
    def sentence(self) -> str:
        """Everything it says, in one paragraph."""
        return " ".join((self.headline, *self.details))


def not_enough(n: int, needed: int, *, is_day_after: bool = False, first_look: tuple[date, date] | None = None) -> Told:
    """Return what is said while there are only ``n`` of the ``needed`` days.

    ``first_look``: there are enough by now, and the first of these days is when they are looked at, the other today.
    """
    short = say_n("{so_far} of {n} day", "{so_far} of {n} days", needed, so_far=n)
    if first_look is not None:
        headline = say("There are enough days now. We first look on {day}.", day=near_day(*first_look))
        return Told(headline, (), say("First look on {day}", day=near_day(*first_look)))
    no_hurry = (say("Before that, chance alone can look like a pattern."), say("There is no hurry."))
    if is_day_after:
        headline = say_n(
            "{n} more day that follows a day with both is needed ({so_far} of {needed}).",
            "{n} more days that follow a day with both are needed ({so_far} of {needed}).",
            needed - n,
            so_far=n,
            needed=needed,
        )
        return Told(headline, no_hurry, short)
    headline = say_n(
        "{n} more day with both is needed ({so_far} of {needed}).",
        "{n} more days with both are needed ({so_far} of {needed}).",
        needed - n,
        so_far=n,
        needed=needed,
    )
    meant = (say("Both means both were filled in for the same day."), say("They need not be in a row."))
    return Told(headline, (*meant, *no_hurry), short)


def too_steady() -> Told:
    """Return what is said of answers that leave nothing to compare; nobody should answer otherwise to please us."""
    headline = say("Your answers hardly changed, so there is nothing to compare.")
    one = say("This may be true of only one of the two. A link can only show when both change.")
    return Told(headline, (one, say("Your answers are fine as they are.")), say("Hardly changed"))


def link(difference: Difference, n: int) -> Told:
    """Return what is said of a link that was seen at two looks running, from ``n`` days."""
    y, (estimate, low, high) = difference.y, difference.told
    decimals = comparing.decimals_of(y, estimate, low, high)
    size = comparing.apart(y, estimate, decimals)
    happened = y.kind is ScaleKind.YES_NO
    message = (
        msgid("{on_days}, {y} came on about {size} ({likely}).")
        if happened
        else msgid("{on_days}, {y} was about {size} ({likely}).")
    )
    days = starting(comparing.days_compared(difference))
    likely = _likely(y, low, high, decimals)
    details = [comparing.compared_with(difference), comparing.more_means(difference)]
    if n < EARLY_BELOW_DAYS:
        details.append(say("This is an early figure: these are often too big."))
    headline = say(message, on_days=days, y=name(y), size=size, likely=likely)
    return Told(headline, tuple(filter(None, details)), say("About {size}", size=size), size)


def perhaps(next_look: date, today: date) -> Told:
    """Return what is said of a link that nobody has seen at two looks running."""
    headline = say("There may be a link. We look again on {day}.", day=near_day(next_look, today))
    twice = say("It must show clearly at two weekly looks before we say so.")
    return Told(headline, (twice,), say("There may be a link"))


def small_at_most(difference: Difference, small: float) -> Told:
    """Return what is said when the whole interval lies within ``small``, in y's units."""
    most = comparing.amount(difference.y, small, 1)
    details = (say("If there is one, it is under {amount}.", amount=most), comparing.much_the_same(difference))
    return Told(say("No clear link."), details, say("No clear link (under {amount})", amount=most))


def cant_tell(difference: Difference) -> Told:
    """Return what is said when both more and less are possible."""
    return Told(say("We can’t tell yet."), _either_way(difference), say("We can’t tell yet"))


def withdrawn(until: date, today: date) -> Told:
    """Return what is said of a link that the newer days took back."""
    day = near_day(until, today)
    headline = say("Until {day} this looked like a link. With the newer days we can’t tell.", day=day)
    either = say("It may have been chance, or something may have changed.")
    return Told(headline, (either,), say("Looked like a link until {day}", day=day))


def showing_through() -> str:
    """Return what is added to a link with the day after where the same day has a strong one."""
    return say("This may be the same-day link showing through, and not a link of its own.")


def as_of(day: date, today: date) -> str:
    """Return up to which day the figures go."""
    return say("Worked out on {day}.", day=near_day(day, today))


def announced(day: date, today: date, *, is_first: bool = True) -> str:
    """Return a line of the small history: when a link was named; not ``is_first`` where it may have been before."""
    shown = near_day(day, today)
    return say("First seen on {day}.", day=shown) if is_first else say("Seen from {day} on.", day=shown)


def withdrawn_on(day: date, today: date) -> str:
    """Return a line of the small history: when a link was taken back."""
    return say("No longer seen from {day} on.", day=near_day(day, today))


def still_looking_back() -> str:
    """Return what is said while earlier weeks are still being looked at."""
    return say("We are still looking back at earlier weeks.")


def averages_title(y: Measure) -> str:
    """Return the heading above the plain averages."""
    if y.kind is ScaleKind.YES_NO:
        return say("How often {y} came", y=name(y))
    return say("Your average {y}", y=name(y))


def averages_note() -> str:
    """Return why the plain averages may be further apart, or nearer, than the difference that is told."""
    plain = say("These are plain averages of your answers.")
    other = say("The other figures take slow changes and weekdays into account, so they can differ.")
    return f"{plain} {other}"


def averages(y: Measure, first: float, second: float) -> tuple[str, str]:
    """Return two averages to be read beside each other, with a decimal where whole numbers would mislead."""
    first, second = comparing.in_units(y, first), comparing.in_units(y, second)
    off_by = abs((comparing.rounded(first, 0) - comparing.rounded(second, 0)) - (first - second))
    decimals = 0 if off_by < _AVERAGES_MISLEAD else 1
    message = msgid("about {number} in 10 days") if y.kind is ScaleKind.YES_NO else msgid("about {number}")
    return say(message, number=number(first, decimals)), say(message, number=number(second, decimals))


def days_used(n: int, *, is_day_after: bool = False) -> str:
    """Return how many days a finding is made from."""
    if is_day_after:
        return say_n("Made from {n} day and the day before it.", "Made from {n} days and the day before each.", n)
    return say_n("{n} day has both.", "{n} days have both.", n)


def left_out(n: int) -> str:
    """Return how many days with both don't count, nothing when all do."""
    if not n:
        return ""
    return say_n(
        "{n} day is left out: it was filled in more than three days later.",
        "{n} days are left out: they were filled in more than three days later.",
        n,
    )


def looked_at(questions: int, links: int, refused: int) -> tuple[str, ...]:
    """Return how many questions were looked at, how many show a link, and what is done about chance.

    The ``refused`` have too few days, or answers that hardly changed: of them nobody can say that they show none.
    """
    count = say_n("{n} question was looked at.", "{n} questions were looked at.", questions)
    if refused == questions:
        found = (say("None can be answered yet."),)
    else:
        shown = say_n("{n} shows a link.", "{n} show a link.", links) if links else say("None shows a link.")
        others = (say_n("{n} can’t be answered yet.", "{n} can’t be answered yet.", refused),) if refused else ()
        found = (shown, *others)
    return (
        count,
        *found,
        say("Among many questions, one can look like a link by chance."),
        say("So the more there are, the more care we take before we name one."),
        say("We look once a week, and a link must show twice before it is named."),
    )


def always() -> str:
    """Return the sentence that stands under every finding."""
    return say("This shows what came together in your diary. It does not tell you why.")


def limits() -> tuple[str, ...]:
    """Return what the page can and can't tell, in five sentences."""
    return (
        say("It can show what tended to come together: on the same days, or the day after."),
        say("It can’t tell you why, or what will happen."),
        say("It can’t see days without numbers, so a real link may be larger or smaller."),
        say("It allows for slow changes and weekends, and for each day being like the one before."),
        say("It counts your own answers given within three days, and nothing that a carer noticed."),
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


def _likely(y: Measure, low: float, high: float, decimals: int) -> str:
    least, most = sorted((abs(low), abs(high)))
    if not comparing.rounded(comparing.in_units(y, least), decimals):
        return say("likely no more than {most}", most=comparing.shown(y, most, decimals))
    ends = [comparing.shown(y, end, decimals) for end in (least, most)]
    return say("likely between {least} and\u00a0{most}", least=ends[0], most=ends[1])


def _either_way(difference: Difference) -> tuple[str, ...]:
    """What may have been, and how far it may have gone to each side."""
    _, low, high = difference.told
    y, lower, higher = difference.y, max(-low, 0.0), max(high, 0.0)
    decimals = comparing.decimals_of_interval(comparing.in_units(y, low), comparing.in_units(y, high))
    goes_lower, goes_higher = (bool(comparing.rounded(comparing.in_units(y, end), decimals)) for end in (lower, higher))
    days = starting(comparing.days_compared(difference))
    happened = y.kind is ScaleKind.YES_NO
    if goes_lower and goes_higher:
        sizes = {"lower": comparing.apart(y, -lower, decimals), "higher": comparing.apart(y, higher, decimals)}
        message = (
            msgid("{on_days}, {y} may have come less often, just as often or more often.")
            if happened
            else msgid("{on_days}, {y} may have been less, the same or more.")
            if y.kind is ScaleKind.HOURS
            else msgid("{on_days}, {y} may have been lower, the same or higher.")
        )
        span = say("The difference is likely between {lower} and {higher}.", **sizes)
        return say(message, on_days=days, y=name(y)), span
    end = higher if goes_higher else -lower
    size = comparing.apart(y, end, comparing.decimals_of_interval(0.0, abs(comparing.in_units(y, end))))
    message = (
        msgid("{on_days}, {y} may have come as often, or on up to {size}.")
        if happened
        else msgid("{on_days}, {y} may have been the same, or up to {size}.")
    )
    return (say(message, on_days=days, y=name(y), size=size),)
