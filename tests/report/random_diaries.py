"""Made-up diaries with everything that a figure can stumble over: late, told, imported, noticed, moments, noughts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta, timezone
from random import Random

from diary import catalogue
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.days import Period
from diary.domain.entries import DayMark, Entry, Helped, Intake, MarkKind, Note, Pause, Score, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Measure
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.domain.usual_places import with_usual_places

LAST = date(2026, 11, 22)
LENGTH = 200
HERE = timezone(timedelta(hours=1))
CARER = "c1"
STIFF = Measure("m1", "Stiff in the morning", "", highest=4, own=True)
PLACES = (
    BodySite("lower_back"),
    BodySite("neck"),
    BodySite("knee", Side.LEFT),
    BodySite("knee", Side.RIGHT),
    BodySite("knee"),
    BodySite("hand", Side.LEFT),
    BodySite("shoulder", Side.RIGHT),
)
ONCE, ONCE_DAYS_BACK = BodySite("foot"), 110
"""A place scored on one day: usual for 90 days, and then no more."""
DAILY = ("pain", "pain_worst", "anxiety", "mood", "interference", "tiredness", "tinnitus", "m1")
NOW = ("pain_now", "anxiety_now", "mood_now")
TREATMENTS = ("Ibuprofen", "Heat pad")


def random_diary(seed: int) -> Extract:
    """A diary of 200 days."""
    chance = Random(seed)
    period = Period.ending(LAST, LENGTH)
    measures = {**catalogue.measures(), STIFF.id: STIFF}
    pauses = (Pause("p", LAST - timedelta(days=70), LAST - timedelta(days=chance.randint(58, 66))),)
    written = [day for day in period if not pauses[0].covers(day) or chance.random() < 0.2]
    entries = [entry for day in written for entry in _entries(day, chance)]
    marks = [mark for day in written for mark in _marks(day, chance)]
    notes = [_note(day, chance) for day in written if chance.random() < 0.05]
    intakes = tuple(intake for day in written for intake in _intakes(day, chance))
    days = []
    moment_of = {one.id: one.moment_of for one in measures.values() if one.moment_of}
    for day in period:
        theirs = tuple(one for one in entries if one.day == day)
        marked = tuple(one for one in marks if one.day == day)
        beside: list[Note | Intake] = [note for note in notes if note.day == day]
        beside += [intake for intake in intakes if intake.day == day]
        if not (theirs or marked or beside):
            continue
        values = day_values(theirs, moment_of)
        also = any(one.basis.is_own for one in beside) or any(one.nowhere_else and one.basis.is_own for one in theirs)
        is_paused = pauses[0].covers(day)
        days.append(Day(day, day_state(values, marked, paused=is_paused, also_answered=also), values, theirs, marked))
    return Extract(
        period,
        Person("Sam"),
        with_usual_places(days, {}),
        measures,
        {PERSON: Recorder(PERSON, "Sam"), CARER: Recorder(CARER, "Alex", "partner")},
        first_day=days[0].day,
        last_day=days[-1].day,
        notes=tuple(notes),
        treatments={name: Treatment(name, name, "medicine") for name in TREATMENTS},
        intakes=intakes,
        pauses=pauses,
        responses=tuple(_responses(period, chance)),
    )


def cut_to(whole: Extract, period: Period) -> Extract:
    """What storage hands out for a part of a diary."""
    return replace(
        whole,
        period=period,
        days=tuple(day for day in whole.days if day.day in period),
        notes=tuple(note for note in whole.notes if note.day in period),
        intakes=tuple(intake for intake in whole.intakes if intake.day in period),
    )


def _entries(day: date, chance: Random) -> list[Entry]:
    made = []
    if (LAST - day).days == ONCE_DAYS_BACK:
        made.append(_entry(day, Basis.SELF, {("pain", ONCE): 5}, chance, source="app-once"))
    if chance.random() < 0.65:
        made.append(_daily(day, Basis.SELF, chance))
    if chance.random() < 0.2:
        made.append(_daily(day, Basis.TOLD, chance))
    if chance.random() < 0.15:
        made += [_daily(day, Basis.SELF, chance, f"app-{n}") for n in range(chance.randint(1, 3))]
    made += [_moment(day, n, chance) for n in range(chance.choice((0, 0, 0, 1, 3)))]
    if chance.random() < 0.15:
        scores: dict[tuple[str, BodySite | None], float] = {
            ("noticed_in_pain", None): chance.randint(0, 3),
            ("pain_as_seemed", None): chance.randint(0, 10),
        }
        made.append(_entry(day, Basis.OBSERVED, scores, chance))
    return made


def _daily(day: date, basis: Basis, chance: Random, source: str = "") -> Entry:
    scores: dict[tuple[str, BodySite | None], float] = {}
    for measure in DAILY:
        if chance.random() < 0.6:
            scores[measure, None] = chance.randint(0, 4 if measure == "m1" else 10)
    if chance.random() < 0.6:
        scores["sleep_hours", None] = chance.randint(0, 26) / 2
    if chance.random() < 0.3:
        scores["headache_today", None] = chance.randint(0, 1)
        scores["headache", None] = chance.randint(0, 10)
        scores["headache_hours", None] = chance.randint(0, 20) / 2
    for site in chance.sample(PLACES, chance.choice((0, 0, 1, 2, 3))):
        scores["pain", site] = chance.randint(0, 10)
    if chance.random() < 0.1:
        scores["numbness", BodySite("hand", Side.LEFT)] = chance.randint(0, 10)
    made = _entry(day, basis, scores, chance, source=source)
    return replace(made, nowhere_else=not source and chance.random() < 0.25)


def _entry(
    day: date,
    basis: Basis,
    scores: dict[tuple[str, BodySite | None], float],
    chance: Random,
    *,
    source: str = "",
    moment: time | None = None,
) -> Entry:
    delay = timedelta(days=chance.choice((0, 0, 0, 0, 1, 2, 3, 4, 6)), hours=chance.randint(-8, 3))
    written = datetime.combine(day, time(21), HERE) + delay
    unknown = bool(source) and chance.random() < 0.5
    who = PERSON if basis is Basis.SELF else CARER
    return Entry(
        f"{day}/{who}/{basis}/{source}{moment or ''}",
        day,
        who,
        basis,
        written,
        tuple(Score(measure, value, None if unknown else written, site) for (measure, site), value in scores.items()),
        source=source,
        source_written_at=written if source and not unknown else None,
        moment=moment,
        from_notes=chance.random() < 0.1,
        day_ends_at=chance.choice((0, 4, 12)),
    )


def _moment(day: date, number: int, chance: Random) -> Entry:
    scores: dict[tuple[str, BodySite | None], float] = {
        (measure, None): chance.randint(0, 10) for measure in NOW if chance.random() < 0.7
    }
    return _entry(day, Basis.SELF, scores, chance, moment=time(9 + number))


def _marks(day: date, chance: Random) -> list[DayMark]:
    kinds = chance.choices((None, MarkKind.BAD_DAY, MarkKind.NOTHING_TO_LOG), (80, 14, 6))
    made = [DayMark(day, PERSON, Basis.SELF, kind, datetime.combine(day, time(21), HERE)) for kind in kinds if kind]
    if chance.random() < 0.03:
        made.append(DayMark(day, CARER, Basis.OBSERVED, MarkKind.BAD_DAY, datetime.combine(day, time(21), HERE)))
    return made


def _note(day: date, chance: Random) -> Note:
    basis = chance.choice((Basis.SELF, Basis.OBSERVED))
    who = PERSON if basis is Basis.SELF else CARER
    return Note(f"n{day}", day, who, basis, "words", datetime.combine(day, time(21), HERE))


def _intakes(day: date, chance: Random) -> list[Intake]:
    return [
        Intake(chance.choice(TREATMENTS), day, PERSON, basis, time(8 + n), chance.choice((None, *Helped)), f"i{day}{n}")
        for n in range(chance.choice((0, 0, 1, 2, 4)))
        for basis in (Basis.OBSERVED if chance.random() < 0.2 else Basis.SELF,)
    ]


def _responses(period: Period, chance: Random) -> list[Response]:
    made = []
    for n, day in enumerate(period):
        if n % 14 == 0:
            form = chance.choice(("phq4", "peg"))
            asked = [item.id for item in catalogue.questionnaires()[form].items]
            answers = {item: chance.randint(0, 3) for item in asked[: chance.choice((len(asked), len(asked), 2))]}
            basis = chance.choice((Basis.SELF, Basis.TOLD))
            made.append(Response(f"r{n}", form, day, PERSON, basis, answers, is_done=chance.random() < 0.9))
    return made
