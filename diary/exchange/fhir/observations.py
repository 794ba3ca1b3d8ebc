"""Answers as Observations: one for each score as it was given, for a mark on a day, and for a note that may leave."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from diary import catalogue
from diary.domain.day_values import counting_answers, daily_answers, is_later
from diary.domain.days import wall_time_of
from diary.domain.entries import DayMark, Entry, GoodThing, MarkKind, Note, Score
from diary.domain.measures import PAIN, Direction, Measure, ScaleKind
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite
from diary.exchange.fhir import codes
from diary.exchange.fhir.elements import Element, concept, instant, narrative, quantity, score, words
from diary.exchange.fhir.people import People, noticed, written_down
from diary.words import msgid, say
from diary.words.dates import clock_time, plain_day
from diary.words.numbers import answer, measure_words, short_number
from diary.words.places import place_name, place_question

NO_ANSWER = (msgid("Could not tell"), msgid("Not sure"))
"""Steps that say that the carer doesn't know: asked, and without a value."""
_TRUE: Element = {"valueBoolean": True}
_HEAD = BodySite("head")
_MARKS = {
    MarkKind.BAD_DAY: msgid("The day was too bad to fill in."),
    MarkKind.NOTHING_TO_LOG: msgid("There was nothing to fill in on the day."),
}
_NOWHERE_ELSE = msgid("It hurt nowhere else on the day.")


@dataclass(frozen=True, slots=True)
class Observations:
    """Makes Observations, and the Provenance of those that a carer had a part in."""

    people: People
    asked: dict[tuple[str, int, BodySite | None, bool], Element]

    def of_entry(self, entry: Entry, of_day: Iterable[Entry]) -> Iterator[Element]:
        """Every answer of an entry, without those that don't count because the day has one that comes before them.

        Software that receives the document would take both for measurements and average them.
        """
        own = [one for one in of_day if one.basis.is_own]
        made = [self._of_score(score, entry, own) for score in entry.scores if _counts(score, entry, own)]
        if entry.nowhere_else:
            about = self._concept("nowhere_else", say(_NOWHERE_ELSE), entry.basis)
            meaning, lines = ("nowhere_else", entry.id), [plain_day(entry.day), say(_NOWHERE_ELSE)]
            made.append(self._observation(meaning, entry, about, _TRUE, lines=lines, issued=entry.written_at))
        yield from self._with_provenance(made, entry)

    def of_mark(self, mark: DayMark) -> Iterator[Element]:
        """A day that was too bad to fill in, or that had nothing to fill in: never a number."""
        said = say(_MARKS[mark.kind])
        about = self._concept(mark.kind, said, mark.basis)
        meaning = ("mark", mark.day.isoformat(), mark.recorder, mark.basis)
        lines = [plain_day(mark.day), said]
        made = self._observation(meaning, mark, about, _TRUE, lines=lines, issued=mark.written_at)
        yield from self._with_provenance([made], mark)

    def of_words(self, written: Note | GoodThing) -> Iterator[Element]:
        """A note or a good thing, in the writer's words; asked for only when these may leave."""
        kind, title = ("note", say("Note")) if isinstance(written, Note) else ("good_thing", say("One good thing"))
        meaning = written.id if isinstance(written, Note) else f"{written.day}/{written.recorder}/{written.basis}"
        text = words(written.text)
        if not text:
            return
        about = self._concept(kind, title, written.basis)
        lines = [f"{plain_day(written.day)}. {title}", *text.splitlines()]
        value = {"valueString": text}
        made = self._observation((kind, meaning), written, about, value, lines=lines, issued=written.written_at)
        yield from self._with_provenance([made], written)

    def _of_score(self, score: Score, entry: Entry, own: Sequence[Entry]) -> Element:
        measure = self.people.extract.measure_of(score)
        about, value = self._about(measure, score.site, entry.basis), _value(measure, score.value)
        symptom = codes.symptom_of(measure)
        if symptom and measure.kind is ScaleKind.YES_NO and score.value and entry.basis.is_own:
            about = {**about, "coding": [codes.SYMPTOM, *about["coding"]]}
            value = {"valueCodeableConcept": concept(measure_words(measure, measure.label), symptom)}
        site = score.site or (_HEAD if measure.id == codes.HEADACHE else None)
        meaning = ("score", entry.id, score.measure, *((score.site.place, score.site.side) if score.site else ()))
        notes = [*({"text": remark} for remark in _remarks(entry, score)), *self._not_counted(score, entry, own)]
        lines = [plain_day(entry.day), f"{_at(entry)}{_said(measure, score)}", *(note["text"] for note in notes)]
        made = self._observation(meaning, entry, about, value, lines=lines, issued=score.answered_at)
        made |= {"note": notes} if notes else {}
        return made | ({"bodySite": codes.of_site(site)} if site else {})

    def _not_counted(self, score: Score, entry: Entry, own: Sequence[Entry]) -> Iterator[Element]:
        """The day's other answers to the same question, beside the one that counts, and which carer was told them."""
        if entry.moment is not None or not entry.basis.is_own:
            return
        for other, its in daily_answers(own, score.measure, score.site):
            if not _counts(its, other, own):
                by_carer = other.recorder != PERSON and not other.source
                author = {"authorReference": self.people.carer(other.recorder)} if by_carer else {}
                yield author | {"text": self._uncounted(other, its)}

    def _uncounted(self, entry: Entry, score: Score) -> str:
        said = answer(self.people.extract.measure_of(score), score.value)
        if entry.source:
            return say("Does not count: {answer}, brought in from another program.", answer=said)
        if entry.recorder == PERSON:
            return say("Does not count: {answer}.", answer=said)
        if relationship := self.people.relationship(entry.recorder):
            return say("Does not count: {answer}, told to a carer ({who}).", answer=said, who=relationship)
        return say("Does not count: {answer}, told to a carer.", answer=said)

    def _about(self, measure: Measure, site: BodySite | None, basis: Basis) -> Element:
        """What was asked; the same question is put into words once a document."""
        key = (measure.id, measure.version, site, basis.is_own)
        if key not in self.asked:
            is_noticed = not basis.is_own
            text = _question(measure, site)
            if is_noticed and not measure.observed:
                text = say("As it seemed to a carer: {what}", what=text)
            self.asked[key] = concept(text, *codes.of_measure(measure, noticed=is_noticed))
        return self.asked[key]

    def _concept(self, code: str, text: str, basis: Basis) -> Element:
        return concept(text, codes.of_words(code, noticed=not basis.is_own))

    def _observation(
        self,
        meaning: tuple[str, ...],
        written: Entry | DayMark | Note | GoodThing,
        about: Element,
        value: Element,
        *,
        lines: list[str],
        issued: datetime | None,
    ) -> Element:
        return {
            "resourceType": "Observation",
            "id": self.people.ids.of("observation", *meaning),
            "text": narrative([*lines, *_typed_by(written)]),
            "status": "final",
            "category": [concept("", codes.SURVEY)],
            "code": about,
            "subject": self.people.patient,
            "effectiveDateTime": _effective(written),
            **({"issued": instant(issued)} if issued else {}),
            "performer": [self.people.who_said(written.recorder, written.basis)],
            **value,
        }

    def _with_provenance(self, made: list[Element], written: Entry | DayMark | Note | GoodThing) -> Iterator[Element]:
        yield from made
        if not made:
            return
        if not written.basis.is_own:
            yield noticed(self.people, written.recorder, made, written.written_at)
        elif written.recorder != PERSON:
            yield written_down(self.people, written.recorder, made, written.written_at)


def _typed_by(written: Entry | DayMark | Note | GoodThing) -> list[str]:
    is_told = written.basis.is_own and written.recorder != PERSON
    return [say("A carer wrote it down.")] if is_told else []


def _at(entry: Entry) -> str:
    return f"{clock_time(entry.moment)} " if entry.moment is not None else ""


def _effective(written: Entry | DayMark | Note | GoodThing) -> str:
    """The day, or the instant of a moment: its wall time at the offset that the writer's clock had."""
    if isinstance(written, Entry) and written.moment is not None:
        at = wall_time_of(written.day, written.moment, written.day_ends_at)
        return instant(at.replace(tzinfo=written.written_at.tzinfo))
    return written.day.isoformat()


def _value(measure: Measure, value: float) -> Element:
    match measure.kind:
        case ScaleKind.SCORE:
            return {"valueQuantity": score(value, measure.lowest, measure.highest)}
        case ScaleKind.HOURS:
            return {"valueQuantity": quantity(value, "h", "h")}
        case ScaleKind.COUNT:
            return {"valueQuantity": quantity(value, "count", "{count}")}
        case ScaleKind.YES_NO:
            return {"valueBoolean": bool(value)}
        case ScaleKind.STEPS:
            step = measure.steps[int(value)]
            if step in NO_ANSWER:
                return {"dataAbsentReason": concept(say(step), codes.ASKED_UNKNOWN)}
            return {"valueCodeableConcept": concept(say(step), codes.ours(f"{measure.id}:{int(value)}", step))}


def _question(measure: Measure, site: BodySite | None) -> str:
    """The question word for word, its ends, and which way it runs."""
    place = catalogue.places().get(site.place) if site else None
    label = measure_words(measure, measure.label)
    asked = measure_words(measure, measure.question)
    if site and place and measure.id == PAIN:
        asked = place_question(place, site.side)
    parts = [f"{label}.", asked]
    if measure.low_words and measure.high_words:
        low, high = (measure_words(measure, end) for end in (measure.low_words, measure.high_words))
        parts.append(f"{short_number(measure.lowest)}: {low}. {short_number(measure.highest)}: {high}.")
    if measure.direction is not Direction.NEUTRAL:
        parts.append(f"({measure.direction.replace('_', ' ')})")
    return " ".join(part for part in parts if part)


def _said(measure: Measure, score: Score) -> str:
    label = measure_words(measure, measure.label)
    place = catalogue.places().get(score.site.place) if score.site else None
    where = f", {place_name(place, score.site.side)}" if place and score.site else ""
    return f"{label}{where}: {answer(measure, score.value)}"


def _remarks(entry: Entry, score: Score) -> list[str]:
    remarks = [say("Brought in from another program.")] if entry.source else []
    if is_later(entry, score):
        from_notes = say("Filled in later, from notes made at the time.")
        remarks.append(from_notes if entry.from_notes else say("Filled in later."))
    return remarks


def _counts(score: Score, entry: Entry, own: Sequence[Entry]) -> bool:
    """Whether an answer is one that its day's value is made from; of moments and of what was noticed all stay."""
    if entry.moment is not None or not entry.basis.is_own:
        return True
    return any(one is entry for one, _ in counting_answers(own, score.measure, score.site))
