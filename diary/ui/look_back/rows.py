"""From a diary's content to the rows of the list; it runs in the worker."""

from __future__ import annotations

from enum import Enum, auto
from operator import itemgetter
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.entries import MarkKind, Sharing
from diary.domain.people import PERSON, Basis, Voice, name_among
from diary.domain.places import Side
from diary.ui.look_back.beside_rows import beside_row, moved_row, taken_words
from diary.ui.look_back.seeking import Answerable, SeekChoices, writers_of
from diary.ui.look_back.state import EntryRow
from diary.words import language, say, say_n
from diary.words.dates import clock_time
from diary.words.folding import folded
from diary.words.numbers import answer, label_beside, short_number
from diary.words.writers import carer_words, who_wrote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from diary.domain.day_values import Day
    from diary.domain.entries import DayMark, Entry, Intake, Note, Score, Spread
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite

from diary.domain.day_values import is_later, overruled
from diary.domain.measures import CORE, PAIN, ScaleKind


def entry_rows(extract: Extract) -> tuple[EntryRow, ...]:
    """Everything that was written, the newest day first; within a day what was written first comes first."""
    notes: dict[date, list[Note]] = {}
    for note in extract.notes:
        notes.setdefault(note.day, []).append(note)
    answers = _Answers(extract)
    by_day = {day.day: list(_of_day(day, notes.pop(day.day, []), answers)) for day in extract.days}
    for day, alone in notes.items():
        by_day[day] = [_note_row(note, extract) for note in alone]
    for row in _beside(extract):
        by_day.setdefault(row.day, []).append(row)
    return tuple(row for day in sorted(by_day, reverse=True) for row in by_day[day])


def _beside(extract: Extract) -> Iterator[EntryRow]:
    """What was taken or done on each day, by whom, and the good things."""
    taken: dict[tuple[date, str, Basis], list[Intake]] = {}
    for intake in extract.intakes:
        taken.setdefault((intake.day, intake.recorder, intake.basis), []).append(intake)
    for (day, recorder, basis), intakes in taken.items():
        yield beside_row(day, who_of(basis, recorder, extract), taken_words(intakes, extract), Voice(recorder, basis))
    for good in extract.good_things:
        who = who_of(good.basis, good.recorder, extract)
        yield beside_row(good.day, who, say("one good thing"), Voice(good.recorder, good.basis), also=good.text)
    for move in extract.moves:
        yield moved_row(move, who_of(move.basis, move.recorder, extract), name_of(move.by, extract))


class _Answers:
    """A diary's answers in words, each kind of answer put into words once: ten years hold few different ones."""

    def __init__(self, extract: Extract) -> None:
        self.extract = extract
        self._order = {measure: number for number, measure in enumerate(dict.fromkeys((*CORE, *extract.measures)))}
        self._said: dict[tuple[str, BodySite | None, float], str] = {}
        self._asked: dict[tuple[str, str], tuple[str, str]] = {}
        self._given: dict[tuple[float, ...], tuple[float, ...]] = {}

    def known(self, entry: Entry) -> list[Score]:
        """The answers to measures that are there: the core questions as on Today, then the others, then places."""
        return sorted((score for score in entry.scores if score.measure in self.extract.measures), key=self._place)

    def said(self, score: Score) -> str:
        """Return an answer within a line: "pain 6"."""
        key = (score.measure, score.site, score.value)
        if key not in self._said:
            self._said[key] = answered(self.extract.measures[score.measure], score.value, score.site)
        return self._said[key]

    def sought(self, scores: Iterable[Score]) -> dict[tuple[str, str], tuple[float, ...]]:
        """Answers by measure and place; equal ones are kept once, which is half of what ten years of them take up."""
        found: dict[tuple[str, str], tuple[float, ...]] = {}
        for score in scores:
            asked = (score.measure, score.site.place if score.site else "")
            given = (*found.get(asked, ()), score.value)
            found[self._asked.setdefault(asked, asked)] = self._given.setdefault(given, given)
        return found

    def _place(self, score: Score) -> tuple[bool, int]:
        return score.site is not None, self._order[score.measure]


def _mark_words(mark: DayMark, day: Day) -> str:
    if mark.kind is not MarkKind.BAD_DAY:
        return say("nothing to log")
    own_numbers = any(entry.basis.is_own and entry.scores for entry in day.entries)
    return say("marked as a bad day") if mark.basis.is_own and own_numbers else say("bad day, couldn’t log")


def _of_day(day: Day, notes: list[Note], answers: _Answers) -> Iterator[EntryRow]:
    left, extract = list(notes), answers.extract
    for entry in sorted(day.entries, key=_written_at):
        own = [note for note in left if _is_beside(note, entry)]
        left = [note for note in left if note not in own]
        yield _entry_row(entry, answers, own, overruled(entry, day.entries))
    for mark in day.marks:
        who, words = who_of(mark.basis, mark.recorder, extract), _mark_words(mark, day)
        voice, sought_in = Voice(mark.recorder, mark.basis), folded(f"{who} {words}")
        yield EntryRow(day.day, who, words, is_noticed=not mark.basis.is_own, sought_in=sought_in, voice=voice)
    for note in left:
        yield _note_row(note, extract)


def _is_beside(note: Note, entry: Entry) -> bool:
    """Whether a note stands in an entry's row; never in a moment's, with which it would be removed for good."""
    return entry.moment is None and (note.recorder, note.basis) == (entry.recorder, entry.basis)


def _entry_row(entry: Entry, words: _Answers, notes: list[Note], instead: Mapping[Score, Entry]) -> EntryRow:
    extract, known = words.extract, words.known(entry)
    said = [words.said(score) for score in known if score not in instead]
    if entry.nowhere_else:
        said.append(say("nowhere else"))
    said += [_spread(one) for one in entry.spreads]
    if entry.factors:
        said.append(", ".join(extract.factors[f].label for f in entry.factors if f in extract.factors))
    not_counting = tuple(_instead(entry, instead, words))
    answers_words = _in_a_line(said, not_counting)
    said += dict.fromkeys(note_words(note.sharing is Sharing.SEALED, extract) for note in notes)
    about = [say("at {time}", time=clock_time(entry.moment))] if entry.moment else []
    if entry.source:
        about.append(say("from another app"))
    later = any(is_later(entry, score) for score in entry.scores)
    if later:
        about.append(say("filled in later"))
    who, what = who_of(entry.basis, entry.recorder, extract), _in_a_line(said, not_counting)
    return EntryRow(
        entry.day,
        who,
        what,
        ", ".join(about),
        is_noticed=not entry.basis.is_own,
        entry_id=entry.id,
        note_ids=tuple(note.id for note in notes),
        sought_in=folded(" ".join((who, what, *about, *(note.text for note in notes)))),
        answers=words.sought(known),
        places=frozenset(score.site.place for score in known if score.site),
        factors=frozenset(entry.factors),
        is_later=later,
        voice=Voice(entry.recorder, entry.basis),
        answers_words=answers_words if notes else "",
    )


def _in_a_line(said: list[str], not_counting: tuple[str, ...]) -> str:
    return "; ".join(part for part in (", ".join(one for one in said if one), *not_counting) if part)


def _instead(entry: Entry, instead: Mapping[Score, Entry], words: _Answers) -> Iterator[str]:
    """What counts instead of answers in an entry, which stay as they were said."""
    overruled_by: dict[_Counts, list[str]] = {}
    for score in words.known(entry):
        if counting := instead.get(score):
            overruled_by.setdefault(_what_counts(entry, counting), []).append(words.said(score))
    for what_counts, said in overruled_by.items():
        yield _instead_of(what_counts, said, words.extract.person.name)


class _Counts(Enum):
    """What counts instead of an answer: the person's own, one that was told or brought in later, or one given here."""

    OWN = auto()
    LATER = auto()
    HERE = auto()


def _what_counts(entry: Entry, counting: Entry) -> _Counts:
    if counting.source or (counting.basis is Basis.TOLD and not entry.source):
        return _Counts.LATER
    return _Counts.HERE if entry.source else _Counts.OWN


def _instead_of(what_counts: _Counts, said: list[str], person: str) -> str:
    answers = ", ".join(said)
    if what_counts is _Counts.HERE:
        return say("what was answered here counts instead of {answers}", answers=answers)
    if what_counts is _Counts.LATER:
        return say_n(
            "a later answer counts instead of {answers}",
            "later answers count instead of {answers}",
            len(said),
            answers=answers,
        )
    return say_n(
        "{person}’s own answer counts instead of {answers}",
        "{person}’s own answers count instead of {answers}",
        len(said),
        person=person,
        answers=answers,
    )


def seek_choices(extract: Extract, rows: Iterable[EntryRow]) -> SeekChoices:
    """What these rows can be filtered by; the core measures come first."""
    listed = tuple(rows)
    answered = {measure for row in listed for measure, _ in row.answers}
    order = [measure for measure in dict.fromkeys((*CORE, *extract.measures)) if measure in answered]
    measures = (extract.measures[measure] for measure in order)
    places = {place for row in listed for place in row.places}
    named = [(place, say(catalogue.places()[place].label)) for place in places if place in catalogue.places()]
    factors = {factor for row in listed for factor in row.factors}
    parts = [(factor, extract.factors[factor].label) for factor in factors if factor in extract.factors]
    return SeekChoices(
        tuple(Answerable(m.id, label_beside(m), m.lowest, m.highest) for m in measures),
        tuple(sorted(named, key=itemgetter(1))),
        writers_of(listed),
        tuple(sorted(parts, key=itemgetter(1))),
    )


def _note_row(note: Note, extract: Extract) -> EntryRow:
    who, what = who_of(note.basis, note.recorder, extract), note_words(note.sharing is Sharing.SEALED, extract)
    sought_in = folded(f"{who} {what} {note.text}")
    noticed, voice = not note.basis.is_own, Voice(note.recorder, note.basis)
    return EntryRow(note.day, who, what, is_noticed=noticed, note_ids=(note.id,), sought_in=sought_in, voice=voice)


def note_words(is_sealed: bool, extract: Extract) -> str:
    """A note within a line: its words stand on its day, and in no list."""
    return say("a note that only {person} can read", person=extract.person.name) if is_sealed else say("a note")


def answered(measure: Measure, value: float, site: BodySite | None) -> str:
    """An answer within a line: "pain 6", "left knee 4", "ate as usual: yes"."""
    shown = short_number(value) if measure.kind is ScaleKind.SCORE else lower_first(answer(measure, value))
    if measure.kind in {ScaleKind.STEPS, ScaleKind.YES_NO}:
        return say("{measure}: {answer}", measure=named(measure, site), answer=shown)
    return say("{measure} {answer}", measure=named(measure, site), answer=shown)


def named(measure: Measure, site: BodySite | None) -> str:
    """What was answered, within a line: "pain", "left knee"."""
    if site is None:
        return measure.label if measure.own else lower_first(label_beside(measure))
    place = catalogue.places().get(site.place)
    label = say(place.label) if place else site.place
    where = _sided(label, site.side)
    if measure.id == PAIN:
        return where
    return say("{measure}, {place}", measure=lower_first(say(measure.label)), place=where)


def _sided(label: str, side: Side) -> str:
    if side is Side.LEFT:
        return say("left {place}", place=label)
    return say("right {place}", place=label) if side is Side.RIGHT else label


def _spread(spread: Spread) -> str:
    start, end = (_sided(say(catalogue.places()[one.place].label), one.side) for one in (spread.start, spread.end))
    return say("spread from {start} to {end}", start=start, end=end)


def who_of(basis: Basis, recorder: str, extract: Extract) -> str:
    """Who wrote, or whose view it is, by name."""
    return who_wrote(basis, extract.person.name, name_among(extract.recorders, recorder))


def name_of(recorder: str, extract: Extract) -> str:
    """Somebody's name; whose name is not known is a carer."""
    if recorder in {"", PERSON}:
        return extract.person.name
    return carer_words(name_among(extract.recorders, recorder))


def lower_first(words: str) -> str:
    """Lower the first letter, in English only: other languages keep their nouns' capitals."""
    return words[:1].lower() + words[1:] if language() == "en" else words


def _written_at(entry: Entry) -> tuple[bool, float]:
    """The person's own before what a carer noticed, then by time."""
    return (not entry.basis.is_own, entry.written_at.timestamp())
