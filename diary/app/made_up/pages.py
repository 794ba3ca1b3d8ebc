"""What was written about the made-up days: some in time, some later, some by a carer, some not at all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from random import Random

from diary.app.made_up import words
from diary.app.made_up.course import Felt, near
from diary.domain.day_values import ValueKey
from diary.domain.days import Period
from diary.domain.entries import (
    DayMark,
    Entry,
    GoodThing,
    Helped,
    Intake,
    MarkKind,
    Note,
    Pause,
    Score,
    Sharing,
    Spread,
)
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side

PLACES = (
    (BodySite("lower_back"), 0.75, -0.3),
    (BodySite("neck"), 0.4, -1.2),
    (BodySite("forearm", Side.LEFT), 0.22, -2.0),
    (BodySite("shoulder", Side.RIGHT), 0.18, -1.6),
)
"""Where it hurts, on what share of the days, and how far below the overall pain."""
SPREAD = Spread(BodySite("lower_back"), BodySite("thigh", Side.LEFT))
TABLETS = "madeup-treatment-tablets"
_SEVERE, _PAINFUL = 9, 7
_SHORT_NIGHT_HOURS = 5.5
_SATURDAY = 5
_GOOD_SHARE, _SPREADS_SHARE = 0.12, 0.2
_KEEN_DAYS, _FIRST_YEAR_DAYS = 20, 365


@dataclass(slots=True)
class Pages:
    """Everything written, in the order of days."""

    entries: list[Entry] = field(default_factory=list)
    marks: list[DayMark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    intakes: list[Intake] = field(default_factory=list)
    pauses: list[Pause] = field(default_factory=list)
    good_things: list[GoodThing] = field(default_factory=list)


def pauses_in(period: Period, chance: Random) -> Iterator[Pause]:
    """Two or three weeks off in the second year, and again every three years; a short diary has none."""
    year = 0
    while (first := period.first + timedelta(days=500 + 1100 * year + chance.randrange(60))) < period.last:
        last = first + timedelta(days=chance.randrange(13, 25))
        yield Pause(f"madeup-pause-{year + 1}", first, min(last, period.last))
        year += 1


def written(felt: tuple[Felt, ...], pauses: list[Pause], chance: Random, now: datetime) -> Pages:
    """Return what was written about these days, nothing of it after ``now``."""
    pages = Pages(pauses=pauses)
    writer = _Writer(chance, Random(len(felt)), now, pages)  # noqa: S311 - a story, not a secret
    silent_until = felt[0].day
    for number, one in enumerate(felt):
        if any(pause.covers(one.day) for pause in pauses):
            continue
        if number > _KEEN_DAYS and one.day >= silent_until and writer.happens(0.009):
            silent_until = one.day + timedelta(days=chance.randrange(3, 20))
        if one.day >= silent_until:
            writer.write_about(one, number)
    return pages


@dataclass(slots=True)
class _Writer:
    """Goes through the days with a pen."""

    chance: Random
    small_chance: Random
    now: datetime
    pages: Pages

    def happens(self, share: float) -> bool:
        """Whether something that happens on this share of days happens now."""
        return self.chance.random() < share

    def write_about(self, felt: Felt, number: int) -> None:
        """One day: perhaps a mark, perhaps an entry, perhaps what the carer heard or saw."""
        is_bad = self.happens(0.5 if felt.pain >= _SEVERE else 0.008)
        if is_bad:
            self._mark(felt.day, MarkKind.BAD_DAY)
        elif self.happens(0.01):
            self._mark(felt.day, MarkKind.NOTHING_TO_LOG)
        elif self.happens(0.03):
            self._moments(felt)
        elif self.happens(0.92):
            self._entry(felt, number)
        if self.happens(0.35 if is_bad else 0.07):
            self._noticed(felt)

    def _mark(self, day: date, kind: MarkKind) -> None:
        self.pages.marks.append(DayMark(day, PERSON, Basis.SELF, kind, self._written_at(day)))

    def _entry(self, felt: Felt, number: int) -> None:
        opens_more, is_told = self.happens(0.6), self.happens(0.04)
        scores = self._core(felt) | (self._more(felt, number) if opens_more else {})
        delay = self.chance.choices((0, 1, 2, 3, 6), (92, 4, 2, 1, 1))[0]
        at = self._written_at(felt.day, delay)
        basis, recorder = (Basis.TOLD, words.CARER.id) if is_told else (Basis.SELF, PERSON)
        entry = _entry(felt.day, recorder, basis, at, scores)
        if opens_more and self.happens(0.5):
            entry = replace(entry, factors_looked_through=True, factors=self._factors(felt))
        nowhere_else = any(site for _, site in scores) and self.happens(0.4)
        from_notes = delay > 1 and self.happens(0.5)
        entry = replace(entry, nowhere_else=nowhere_else, from_notes=from_notes, spreads=self._spreads(scores))
        self.pages.entries.append(entry)
        self._beside(felt, at)

    def _spreads(self, scores: Mapping[ValueKey, float]) -> tuple[Spread, ...]:
        """Down the left leg, on some days on which the lower back was scored."""
        has_back = (PAIN, SPREAD.start) in scores
        return (SPREAD,) if has_back and self.small_chance.random() < _SPREADS_SHARE else ()

    def _core(self, felt: Felt) -> dict[ValueKey, float]:
        """The core answers; on some days only one or two of them."""
        core = {SLEEP: felt.sleep_hours, MOOD: felt.mood, ANXIETY: felt.anxiety, PAIN: felt.pain}
        left_out = self.chance.choices(((), (SLEEP,), (MOOD, ANXIETY), (SLEEP, PAIN)), (88, 6, 3, 3))[0]
        return {(measure, None): float(value) for measure, value in core.items() if measure not in left_out}

    def _more(self, felt: Felt, number: int) -> dict[ValueKey, float]:
        """What stands under "More": places, and from the second year other measures."""
        more: dict[ValueKey, float] = {}
        for site, share, below in PLACES:
            if felt.pain and self.happens(share):
                more[(PAIN, site)] = near(self.chance, felt.pain + below, 0.9)
        if self.happens(0.12):
            more[("numbness", BodySite("hand", Side.LEFT))] = near(self.chance, 4, 1.5)
        if number > _FIRST_YEAR_DAYS:
            more[("tiredness", None)] = felt.tiredness
            more[("interference", None)] = near(self.chance, 0.7 * felt.pain, 1.1)
            more[("headache_today", None)] = self.happens(0.2)
        if self.happens(0.7):
            more[(words.STIFFNESS.id, None)] = felt.stiffness
        if self.happens(0.15):
            more[("tinnitus", None)] = near(self.chance, 3, 1.5)
        return {key: float(value) for key, value in more.items()}

    def _moments(self, felt: Felt) -> None:
        """Asked right now, morning and afternoon, and no answer for the whole day."""
        for hour in (9, 16):
            at = self._not_after_now(datetime.combine(felt.day, time(hour, self.chance.randrange(60)), self.now.tzinfo))
            asked = {"pain_now": felt.pain, "anxiety_now": felt.anxiety, "mood_now": felt.mood}
            scores: dict[ValueKey, float] = {
                (measure, None): float(near(self.chance, value, 0.8)) for measure, value in asked.items()
            }
            entry = _entry(felt.day, PERSON, Basis.SELF, at, scores)
            id_ = f"madeup-moment-{felt.day.isoformat()}-{hour}"
            self.pages.entries.append(replace(entry, id=id_, moment=time(at.hour, at.minute)))

    def _factors(self, felt: Felt) -> tuple[str, ...]:
        shares = (
            (words.POOR_NIGHT, 0.9 if felt.sleep_hours <= _SHORT_NIGHT_HOURS else 0.05),
            (words.EXERCISE, 0.3),
            (words.CAFFEINE, 0.25),
            (words.FRIENDS, 0.4 if felt.day.weekday() >= _SATURDAY else 0.1),
            (words.RAIN, 0.2),
            (words.LONG_DRIVE, 0.06),
        )
        return tuple(factor.id for factor, share in shares if self.happens(share))

    def _beside(self, felt: Felt, at: datetime) -> None:
        """A note on some days, a tablet on painful ones."""
        if self.happens(0.2):
            sharing = Sharing.SHARED if self.happens(0.2) else Sharing.PRIVATE
            self._note(felt.day, PERSON, Basis.SELF, words.NOTES, at, sharing)
        if self.small_chance.random() < _GOOD_SHARE:
            text = self.small_chance.choice(words.GOOD_THINGS)
            self.pages.good_things.append(GoodThing(felt.day, PERSON, Basis.SELF, text, at))
        if felt.pain >= _PAINFUL and self.happens(0.6):
            helped = self.chance.choice([*Helped, None])
            taken = time(self.chance.randrange(8, 18), self.chance.choice((0, 15, 30, 45)))
            id_ = f"madeup-intake-{felt.day.isoformat()}"
            self.pages.intakes.append(Intake(TABLETS, felt.day, PERSON, Basis.SELF, taken, helped, id_))

    def _note(  # noqa: PLR0917 - a note's own fields
        self, day: date, recorder: str, basis: Basis, texts: tuple[str, ...], at: datetime, sharing: Sharing
    ) -> None:
        id_ = f"madeup-note-{day.isoformat()}-{basis}"
        self.pages.notes.append(Note(id_, day, recorder, basis, self.chance.choice(texts), at, sharing))

    def _noticed(self, felt: Felt) -> None:
        """What the carer saw, which is not what the person felt; steps as the catalogue has them."""
        seen = near(self.chance, felt.pain, 2.0)
        looked_in_pain = 3 if self.happens(0.1) else bisect_right((3, 7), seen)
        scores: dict[ValueKey, float] = {
            ("noticed_in_pain", None): float(looked_in_pain),
            ("noticed_activities", None): float(2 - bisect_right((4, 8), seen)),
        }
        if self.happens(0.5):
            scores[("pain_as_seemed", None)] = float(seen)
        at = self._written_at(felt.day)
        self.pages.entries.append(_entry(felt.day, words.CARER.id, Basis.OBSERVED, at, scores))
        if self.happens(0.15):
            self._note(felt.day, words.CARER.id, Basis.OBSERVED, words.CARER_NOTES, at, Sharing.PRIVATE)

    def _written_at(self, day: date, days_later: int = 0) -> datetime:
        """In the evening of the day itself, or in the afternoon some days later."""
        hour = self.chance.randrange(13, 18) if days_later else self.chance.randrange(18, 24)
        wall = time(hour, self.chance.randrange(60), self.chance.randrange(60))
        return self._not_after_now(datetime.combine(day + timedelta(days=days_later), wall, self.now.tzinfo))

    def _not_after_now(self, at: datetime) -> datetime:
        return min(at, self.now)


def _entry(day: date, recorder: str, basis: Basis, at: datetime, scores: Mapping[ValueKey, float]) -> Entry:
    given = tuple(Score(measure, value, at, site) for (measure, site), value in scores.items())
    return Entry(f"{day.isoformat()}/{recorder}/{basis}/", day, recorder, basis, at, given)
