"""A journal in memory that keeps Today's contract, and what Today shows of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from functools import partial
from typing import TypeVar

from diary.app.values import Changes, DayPage, Step, Welcome
from diary.catalogue import measures, starter_factors
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.entries import (
    DayMark,
    Entry,
    Factor,
    GoodThing,
    Intake,
    MarkKind,
    Note,
    Pause,
    PauseFor,
    Score,
    Sharing,
    Spread,
    Treatment,
)
from diary.domain.errors import DiaryError
from diary.domain.helping import IsHelping
from diary.domain.measures import PAIN, RECORDED_NEEDS, Measure
from diary.domain.people import OWN_VOICE, PERSON, Basis, Voice
from diary.domain.places import BodySite
from diary.domain.today import (
    GOOD_THING,
    HEADACHE,
    HEADACHE_HOURS,
    HEADACHE_TODAY,
    NOTE,
    NUMBNESS,
    SEALED_NOTE,
    TodayChoices,
)
from diary.ui.kit.tasks import ImmediateTasks

T = TypeVar("T")

DAY = date(2026, 11, 22)
TODAY = DAY
NOW = datetime(2026, 11, 22, 20, 14, tzinfo=UTC)


@dataclass(frozen=True)
class _Kept:
    scores: dict[tuple[date, str], float] = field(default_factory=dict)
    marks: dict[date, MarkKind] = field(default_factory=dict)
    notes: dict[str, Note] = field(default_factory=dict)
    places: dict[tuple[date, BodySite], float] = field(default_factory=dict)
    numbness: dict[tuple[date, BodySite], float] = field(default_factory=dict)
    spreads: frozenset[tuple[date, Spread]] = frozenset()
    nowhere_else: frozenset[date] = frozenset()
    looked_through: frozenset[date] = frozenset()
    factors: tuple[Factor, ...] = tuple(starter_factors().values())
    ticked: frozenset[tuple[date, str]] = frozenset()
    good_things: dict[date, str] = field(default_factory=dict)
    pauses: tuple[Pause, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    intakes: tuple[Intake, ...] = ()
    choices: TodayChoices = field(default_factory=TodayChoices)
    helping: IsHelping | None = None
    moments: dict[str, tuple[date, time, dict[str, float]]] = field(default_factory=dict)


class MemoryJournal:
    """Keeps answers in memory; ``fault`` is raised by the next acts while it is set, ``asked`` counts what was kept."""

    def __init__(self) -> None:
        self.kept = _Kept()
        self.drafts: dict[date, str] = {}
        self.sealed_drafts: dict[date, str] = {}
        self.may_seal = False
        self.good_drafts: dict[date, str] = {}
        self.has_notes: bool | None = None
        self.greeting = Welcome()
        self.late_days: frozenset[date] = frozenset()
        self.measures: dict[str, Measure] = {}
        self.own_words: dict[str, dict[float, str]] = {}
        self.fault: DiaryError | None = None
        self.asked: list[str] = []
        self._done: list[tuple[_Kept, Changes, Step]] = []
        self._undone: list[tuple[_Kept, Changes, Step]] = []

    def speaking(self, voice: Voice) -> MemoryJournal:
        """This journal: only the person writes in it."""
        assert voice == OWN_VOICE
        return self

    def choose_writer(self, recorder: str) -> str:
        """Have somebody write from now on; returns who."""
        return recorder

    def value(self, measure: str, day: date = DAY) -> float | None:
        """What was kept of a measure."""
        return self.kept.scores.get((day, measure))

    def day_page(self, day: date) -> DayPage:
        """The day as it stands."""
        kept = self.kept
        entries = self._entries(day)
        mark = self.kept.marks.get(day)
        marks = (DayMark(day, PERSON, Basis.SELF, mark, NOW),) if mark else ()
        values = day_values(entries, {f"{measure}_now": measure for measure in RECORDED_NEEDS})
        notes = tuple(note for note in self.kept.notes.values() if note.day == day)
        stands = Day(day, day_state(values, marks, paused=False), values, entries, marks)
        drafts = {name: texts[day] for name, texts in self._drafts().items() if day in texts}
        good = kept.good_things.get(day)
        return DayPage(
            stands,
            notes,
            self.drafts.get(day, self.sealed_drafts.get(day)),
            bool(self._done),
            bool(self._undone),
            measures={**measures(), **self.measures},
            undo=self._done[-1][2] if self._done else None,
            redo=self._undone[-1][2] if self._undone else None,
            own_words=self.own_words,
            drafts=drafts,
            choices=kept.choices,
            factors=kept.factors,
            pause=next((one for one in kept.pauses if one.covers(day)), None),
            asks_for_notes=day in self.late_days and self.has_notes is None,
            treatments=tuple(one for one in kept.treatments if one.was_used_on(day)),
            intakes=tuple(one for one in kept.intakes if one.day == day),
            good_things=(GoodThing(day, PERSON, Basis.SELF, good, NOW),) if good else (),
            may_seal=self.may_seal,
        )

    def _drafts(self) -> dict[str, dict[date, str]]:
        return {NOTE: self.drafts, SEALED_NOTE: self.sealed_drafts, GOOD_THING: self.good_drafts}

    def _entries(self, day: date) -> tuple[Entry, ...]:
        kept = self.kept
        scores = [Score(measure, value, NOW) for (of, measure), value in kept.scores.items() if of == day]
        scores += [Score(PAIN, value, NOW, site) for (of, site), value in kept.places.items() if of == day]
        scores += [Score(NUMBNESS, value, NOW, site) for (of, site), value in kept.numbness.items() if of == day]
        spreads = tuple(sorted(spread for of, spread in kept.spreads if of == day))
        ticked = tuple(factor for of, factor in kept.ticked if of == day)
        nowhere, looked = day in kept.nowhere_else, day in kept.looked_through
        moments = tuple(
            Entry(id_, day, PERSON, Basis.SELF, NOW, tuple(Score(m, v, NOW) for m, v in answers.items()), moment=at)
            for id_, (of, at, answers) in kept.moments.items()
            if of == day and answers
        )
        if not scores and not spreads and not nowhere and not looked:
            return moments
        return (
            *moments,
            Entry(
                "own", day, PERSON, Basis.SELF, NOW, tuple(scores),
                nowhere_else=nowhere, factors_looked_through=looked, factors=ticked, spreads=spreads,
            ),
        )  # fmt: skip

    def give_score(self, day: date, measure_id: str, value: float | None) -> Changes:
        """Keep an answer, or with ``None`` take it back."""
        scores = {key: old for key, old in self.kept.scores.items() if key != (day, measure_id)}
        if value is not None:
            scores[(day, measure_id)] = value
        step = Step(measure_id, day, value=value, is_gone=value is None)
        changes = Changes(frozenset({day}), frozenset({"score"}))
        return self._act(f"{measure_id} {value}", replace(self.kept, scores=scores), changes, step)

    def score_place(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how bad pain was at a place, or with ``None`` take it back."""
        places = {key: old for key, old in self.kept.places.items() if key != (day, site) or value is not None}
        if value is not None:
            places[day, site] = value
        return self._of(day, f"{site.place} {value}", "score", replace(self.kept, places=places))

    def score_numbness(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how much pins and needles or numbness bothered at a place, or with ``None`` take it back."""
        numbness = {key: old for key, old in self.kept.numbness.items() if key != (day, site)}
        if value is not None:
            numbness[day, site] = value
        return self._of(day, f"numb {site.place} {value}", "score", replace(self.kept, numbness=numbness))

    def say_spread(self, day: date, start: BodySite, end: BodySite, *, said: bool) -> Changes:
        """Keep that pain spread from one place to another, or take that back."""
        one = {(day, Spread(start, end))}
        spreads = self.kept.spreads | one if said else self.kept.spreads - one
        return self._of(day, f"spread {said}", "spread", replace(self.kept, spreads=spreads))

    def clear_place(self, day: date, site: BodySite) -> Changes:
        """Take back all that was said of a place."""
        kept = replace(
            self.kept,
            places={key: old for key, old in self.kept.places.items() if key != (day, site)},
            numbness={key: old for key, old in self.kept.numbness.items() if key != (day, site)},
            spreads=frozenset(one for one in self.kept.spreads if one[0] != day or one[1].start != site),
        )
        return self._of(day, f"clear {site.place}", "score", kept)

    def say_nowhere_else(self, day: date, *, said: bool) -> Changes:
        """Keep that it hurt nowhere else, or take that back."""
        days = self.kept.nowhere_else | {day} if said else self.kept.nowhere_else - {day}
        return self._of(day, f"nowhere else {said}", "entry", replace(self.kept, nowhere_else=days))

    def tick_factor(self, day: date, factor_id: str, *, was_there: bool) -> Changes:
        """Keep that something was part of the day, or take that back."""
        one = {(day, factor_id)}
        kept = replace(self.kept, looked_through=self.kept.looked_through | {day})
        ticked = kept.ticked | one if was_there else kept.ticked - one
        return self._of(day, f"{factor_id} {was_there}", "entry_factor", replace(kept, ticked=ticked))

    def look_through_factors(self, day: date) -> Changes:
        """Keep that the list of factors was looked through."""
        kept = replace(self.kept, looked_through=self.kept.looked_through | {day})
        return self._of(day, "looked through", "entry", kept)

    def add_factor(self, label: str) -> Changes:
        """Add to the person's list."""
        new = Factor(f"own {len(self.kept.factors)}", " ".join(label.split()))
        if any(one.label.casefold() == new.label.casefold() for one in self.kept.factors):
            raise DiaryError("factor_exists")
        kept = replace(self.kept, factors=(*self.kept.factors, new))
        return self._act(f"add {label}", kept, Changes(frozenset(), frozenset({"factor"})))

    def write_good_thing(self, day: date, text: str) -> Changes:
        """Keep one good thing; empty words take it away."""
        good_things = {of: old for of, old in self.kept.good_things.items() if of != day}
        if text.strip():
            good_things[day] = text.strip()
        changes = self._of(day, "good thing", "good_thing", replace(self.kept, good_things=good_things))
        self.good_drafts.pop(day, None)
        return changes

    def take(self, day: date, treatment_id: str, *, at: time | None = None, intake_id: str = "") -> Changes:
        """Keep that a treatment was taken or done, under an id of its own where it is taken as needed."""
        key = intake_id or f"{day} {treatment_id}"
        rest = tuple(one for one in self.kept.intakes if one.id != key)
        intakes = (*rest, Intake(treatment_id, day, PERSON, Basis.SELF, at, id=key))
        return self._of(day, f"take {treatment_id}", "intake", replace(self.kept, intakes=intakes))

    def change_intake(self, intake: Intake) -> Changes:
        """Keep when it was taken and whether it helped."""
        intakes = tuple(intake if one.id == intake.id else one for one in self.kept.intakes)
        return self._of(intake.day, f"helped {intake.helped}", "intake", replace(self.kept, intakes=intakes))

    def untake(self, intake: Intake) -> Changes:
        """Take back that a treatment was taken."""
        intakes = tuple(one for one in self.kept.intakes if one.id != intake.id)
        return self._of(intake.day, f"untake {intake.treatment}", "intake", replace(self.kept, intakes=intakes))

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""
        new = wanted if wanted.id else replace(wanted, id=f"treatment {len(self.kept.treatments)}")
        rest = tuple(one for one in self.kept.treatments if one.id != new.id)
        return self._list(f"keep {new.name}", (*rest, new))

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""
        return self._list("delete", tuple(one for one in self.kept.treatments if one.id != treatment_id))

    def _list(self, name: str, treatments: tuple[Treatment, ...]) -> Changes:
        kept = replace(self.kept, treatments=treatments)
        return self._act(name, kept, Changes(frozenset(), frozenset({"treatment"})))

    def answer_headache(self, day: date, *, had: bool | None) -> Changes:
        """Keep whether there was a headache; its number and its hours are asked anew."""
        mine = {HEADACHE_TODAY, HEADACHE, HEADACHE_HOURS}
        scores = {
            (of, measure): old for (of, measure), old in self.kept.scores.items() if of != day or measure not in mine
        }
        if had is not None:
            scores[day, HEADACHE_TODAY] = float(had)
        return self._of(day, f"headache {had}", "score", replace(self.kept, scores=scores))

    def say_notes(self, day: date, *, has_notes: bool) -> Changes:
        """Keep whether late days are filled in from notes; until the end of the sitting, and not as an act."""
        del day
        self.has_notes = has_notes
        return Changes()

    def answer_moment(self, day: date, moment_id: str, at: time, measure_id: str, value: float | None) -> Changes:
        """Keep an answer about a moment, or with ``None`` take it back."""
        _, _, old = self.kept.moments.get(moment_id, (day, at, {}))
        answers = {measure: one for measure, one in old.items() if measure != measure_id}
        if value is not None:
            answers[measure_id] = value
        moments = {**self.kept.moments, moment_id: (day, at, answers)}
        return self._of(day, f"{measure_id} {value}", "score", replace(self.kept, moments=moments))

    def move_moment(self, day: date, moment_id: str, at: time) -> Changes:
        """Keep another time for a moment."""
        answers = self.kept.moments[moment_id][2]
        moments = {**self.kept.moments, moment_id: (day, at, answers)}
        return self._of(day, f"move {at}", "moment", replace(self.kept, moments=moments))

    def delete_moment(self, moment_id: str) -> Changes:
        """Delete a moment with its answers."""
        day = self.kept.moments[moment_id][0]
        moments = {of: old for of, old in self.kept.moments.items() if of != moment_id}
        return self._of(day, "delete moment", "moment", replace(self.kept, moments=moments))

    def pause(self, length: PauseFor) -> Changes:
        """Pause from today on."""
        new = Pause(f"pause {len(self.kept.pauses)}", TODAY, length.last_day(TODAY))
        return self._act(
            "pause", replace(self.kept, pauses=(*self.kept.pauses, new)), Changes(kinds=frozenset({"pause"}))
        )

    def end_pause(self) -> Changes:
        """End the pause that is running."""
        left = tuple(one for one in self.kept.pauses if not one.covers(TODAY))
        return self._act("back", replace(self.kept, pauses=left), Changes(kinds=frozenset({"pause"})))

    def end_asking_about_code(self) -> None:
        """Ask no more about the code."""
        self.asked.append("end asking about the code")

    def welcome(self) -> Welcome:
        """What to say when the page opens."""
        return self.greeting

    def answer_helping(self, answer: IsHelping) -> Changes:
        """Keep whether the diary helps."""
        return self._act("helping", replace(self.kept, helping=answer), Changes(kinds=frozenset({"helping"})))

    def choose_shown(self, shown: tuple[str, ...]) -> Changes:
        """Keep what is asked below the core."""
        return self._chosen(replace(self.kept.choices, shown=shown))

    def choose_low_energy(self, *, on: bool) -> Changes:
        """Ask the core alone, or all that was chosen again."""
        return self._chosen(replace(self.kept.choices, low_energy=on))

    def choose_week_days(self, days: set[int]) -> Changes:
        """Keep the days of the week on which the person means to write."""
        return self._chosen(replace(self.kept.choices, week_days=frozenset(days)))

    def mark_day(self, day: date, mark: MarkKind | None) -> Changes:
        """Mark a day, or take the mark back."""
        marks = {of: old for of, old in self.kept.marks.items() if of != day}
        if mark:
            marks[day] = mark
        return self._act(
            f"mark {mark}", replace(self.kept, marks=marks), Changes(frozenset({day}), frozenset({"day_mark"}))
        )

    def write_note(self, day: date, text: str, *, note_id: str | None, sharing: Sharing) -> Changes:
        """Keep a note as one change."""
        key = note_id or f"note {len(self.kept.notes)}"
        notes = {of: old for of, old in self.kept.notes.items() if of != key}
        if text.strip():
            notes[key] = Note(key, day, PERSON, Basis.SELF, text.strip(), NOW, sharing)
        changes = self._act("note", replace(self.kept, notes=notes), Changes(frozenset({day}), frozenset({"note"})))
        self.drafts.pop(day, None)
        self.sealed_drafts.pop(day, None)
        return changes

    def keep_draft(self, day: date, text: str, *, field: str = NOTE) -> None:
        """Keep what is being typed."""
        if self.fault:
            raise self.fault
        if field in {NOTE, SEALED_NOTE}:
            for texts in (self.drafts, self.sealed_drafts):
                texts.pop(day, None)
        self._drafts()[field][day] = text

    def undo(self) -> Changes | None:
        """Take back the last act."""
        return self._step(self._done, self._undone)

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""
        return self._step(self._undone, self._done)

    def _of(self, day: date, name: str, kind: str, kept: _Kept) -> Changes:
        return self._act(name, kept, Changes(frozenset({day}), frozenset({kind})))

    def _chosen(self, choices: TodayChoices) -> Changes:
        return self._act("choose", replace(self.kept, choices=choices), Changes(frozenset(), frozenset({"setting"})))

    def _act(self, name: str, kept: _Kept, changes: Changes, step: Step | None = None) -> Changes:
        if self.fault:
            raise self.fault
        self.asked.append(name)
        self._done.append((self.kept, changes, step or Step(min(changes.kinds), min(changes.days, default=None))))
        self._undone.clear()
        self.kept = kept
        return changes

    def _step(
        self, back: list[tuple[_Kept, Changes, Step]], forth: list[tuple[_Kept, Changes, Step]]
    ) -> Changes | None:
        if not back:
            return None
        before, changes, step = back.pop()
        forth.append((self.kept, changes, step))
        self.kept = before
        return changes


class Ids:
    """Makes an id that was not there before at each call."""

    def __init__(self) -> None:
        self._made = 0

    def __call__(self) -> str:
        """A new one."""
        self._made += 1
        return f"id {self._made}"


class PatientTasks:
    """Keeps work until ``go``, so that a test sees what is on screen before the diary answers."""

    def __init__(self) -> None:
        self._waiting: list[Callable[[], None]] = []
        self._at_once = ImmediateTasks()

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Queue work behind what was queued before."""
        self._waiting.append(partial(self._at_once.run, work, done, failed))

    def go(self) -> None:
        """Do everything that was queued, in its order."""
        waiting, self._waiting = self._waiting, []
        for piece in waiting:
            piece()
