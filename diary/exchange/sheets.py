"""A diary as the tables of a workbook, each column with the words for what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from diary import catalogue
from diary.domain.day_values import Day, ValueKey
from diary.domain.entries import GoodThing, Helped, Note, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Measure
from diary.domain.people import PERSON, name_among
from diary.domain.places import BodySite
from diary.domain.questionnaires import HIGHEST, LOWEST, Questionnaire, Response, answered, score
from diary.exchange.cells import Cell
from diary.exchange.day_table import day_columns, day_rows
from diary.exchange.noticed_columns import carers_who_noticed, noticed_answers
from diary.exchange.table_columns import measure_label, shown, site_words, yes_or_no
from diary.exchange.workbook import SheetCell, in_cells
from diary.words import msgid, say
from diary.words.choices import TREATMENT_KINDS


@dataclass(frozen=True, slots=True)
class Head:
    """A column's name and what it says; ``measure`` is the one whose answers stand in it, if any do."""

    name: str
    about: str
    measure: Measure | None = None
    question: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet before it is written; ``fixed`` columns stay in view beside the others.

    ``remarks`` belong into the legend: what each is about, and what is to be said of it.
    """

    title: str
    heads: tuple[Head, ...]
    rows: Sequence[Sequence[SheetCell]]
    fixed: int = 1
    remarks: tuple[tuple[str, str], ...] = ()


_PLACES = {
    "day": msgid("The day"),
    "place": msgid("The place; left and right are the person’s own"),
    "asked": msgid("What was asked about this place"),
    "answer": msgid("The person’s own answer for the day"),
    "made_from": msgid("How the answer for the day came about"),
    "filled_in_later": msgid("Whether it was filled in later"),
}
_TREATMENTS = {
    "treatment": msgid("What was taken or done"),
    "kind": msgid("What sort of thing it is"),
    "dose": msgid("How much of it"),
    "unit": msgid("The unit of the dose"),
    "when_needed": msgid("Whether it is taken only when it is needed"),
    "from": msgid("Since when; shown no more exactly than it is known"),
    "until": msgid("Until when; empty while it goes on"),
    "days_written": msgid("On how many of these days the person wrote it down"),
    "helped_yes": msgid("How often the answer was that it helped"),
    "helped_a_bit": msgid("How often the answer was that it helped a bit"),
    "helped_no": msgid("How often the answer was that it did not help"),
    "helped_not_sure": msgid("How often the answer was “not sure”"),
    "carer_noticed_days": msgid("On how many days a carer noticed it, apart from the person’s own days"),
}
_QUESTIONNAIRES = {
    "day": msgid("The day"),
    "questionnaire": msgid("The questionnaire"),
    "finished": msgid("Whether it was finished"),
    "score": msgid("The score, only where every question of it was answered"),
    "highest": msgid("The highest score there can be"),
    "answered": msgid("How many questions of the score were answered"),
    "written_by": msgid("Who wrote down the answers"),
}
_NOTES = {
    "day": msgid("The day"),
    "written_by": msgid("Who wrote it"),
    "note": msgid("The person’s own note"),
    "good_thing": msgid("One good thing about the day"),
    "carer_noticed": msgid("What a carer noted about the day"),
}


def days_table(extract: Extract) -> Table:
    """Return a row per day, the same columns as the wide CSV has."""
    columns = day_columns(extract)
    heads = (
        Head("day", say("The day")),
        Head("state", say("What is known of the day; see the words below")),
        *(Head(column.name, column.about, column.measure, column.question) for column in columns),
    )
    rows = [(one.day, one.state.value, *(column.cells.get(one.day) for column in columns)) for one in day_rows(extract)]
    return Table(say("Days"), heads, rows, fixed=2)


def places_table(extract: Extract) -> Table:
    """Return a row for each place that was scored on a day; what a carer noticed there stands in its own column."""
    noticed = {carer: noticed_answers(extract, carer) for carer in carers_who_noticed(extract)}
    noticed = {carer: answers for carer, answers in noticed.items() if any(site for _, site in answers)}
    carers = tuple(
        Head(
            "carer_noticed" if number == 1 else f"carer_{number}_noticed",
            say("What {carer} noticed there, apart from own answers", carer=name_among(extract.recorders, carer)),
        )
        for number, carer in enumerate(noticed, 1)
    )
    rows: list[tuple[SheetCell, ...]] = []
    for day in extract.days:
        scored = {key for key in day.values if key[1]}
        scored |= {key for answers in noticed.values() for key, cells in answers.items() if key[1] and day.day in cells}
        for measure, site in sorted(scored, key=_by_place):
            theirs = (answers.get((measure, site), {}).get(day.day) for answers in noticed.values())
            rows.append((day.day, *_at_place(day, measure, site, extract), *theirs))
    return Table(say("Places"), _heads(_PLACES) + carers, rows, fixed=2)


def _by_place(key: ValueKey) -> tuple[str, str, str]:
    measure, site = key
    return (site.place, site.side, measure) if site else ("", "", measure)


def _at_place(day: Day, measure: str, site: BodySite | None, extract: Extract) -> tuple[Cell, ...]:
    asked = extract.measures[measure]
    about = (site_words(site) if site else None, measure_label(asked))
    value = day.values.get((measure, site))
    if value is None:
        return (*about, None, None, None)
    return (*about, shown(asked, value.value), value.made_from.value, yes_or_no(value.filled_in_later))


def treatments_table(extract: Extract) -> Table:
    """Return a row for each treatment, with how often it was written down in these days."""
    rows = [_treatment_row(treatment, extract) for treatment in extract.treatments.values()]
    return Table(say("Treatments"), _heads(_TREATMENTS), rows)


def _treatment_row(one: Treatment, extract: Extract) -> tuple[SheetCell, ...]:
    intakes = [intake for intake in extract.intakes if intake.treatment == one.id]
    own = [intake for intake in intakes if intake.basis.is_own]
    noticed = {intake.day for intake in intakes if not intake.basis.is_own}
    helped = Counter(intake.helped for intake in own)
    kind = TREATMENT_KINDS.get(one.kind)
    return (
        one.name,
        say(kind) if kind else one.kind or None,
        one.dose or None,
        one.unit or None,
        yes_or_no(one.as_needed),
        one.first,
        one.last,
        len({intake.day for intake in own}),
        *(helped[answer] for answer in (Helped.YES, Helped.A_BIT, Helped.NO, Helped.NOT_SURE)),
        len(noticed) if noticed else None,
    )


def questionnaires_table(extract: Extract) -> Table:
    """Return a row for each filling-in within these days, with its score and every single answer."""
    forms = catalogue.questionnaires()
    responses = [one for one in extract.responses if one.day in extract.period]
    used = [forms[id_] for id_ in forms if any(one.questionnaire == id_ for one in responses)]
    items = tuple(Head(f"{form.id}_{item.id}", item.text) for form in used for item in form.items)
    rows = [_response_row(one, forms.get(one.questionnaire), used, extract) for one in responses]
    remarks = tuple((form.name, words) for form in used for words in _remarks(form))
    return Table(say("Questionnaires"), _heads(_QUESTIONNAIRES) + items, rows, fixed=2, remarks=remarks)


def _remarks(form: Questionnaire) -> list[str]:
    """Word for word: what stands above the questions, what each number means, and the licence."""
    by_options = {item.options: None for item in form.items}
    numbers = ["; ".join(f"{one.value} {one.words}" for one in options) for options in by_options if options]
    ends = {item.ends: None for item in form.items if not item.options}
    numbers += [f"{LOWEST} {low}; {HIGHEST} {high}" for low, high in ends]
    return [words for words in (form.stem, *numbers, form.licence) if words]


def _response_row(
    one: Response, form: Questionnaire | None, used: Sequence[Questionnaire], extract: Extract
) -> tuple[SheetCell, ...]:
    """One of a questionnaire that this version doesn't know has its day and name; its answers are in our JSON."""
    finished, who = yes_or_no(one.is_done), _writer(one.recorder, extract)
    if form is None:
        return (one.day, one.questionnaire, finished, None, None, None, who)
    total = score(form, one) if one.is_done else None
    answers = (one.answers.get(item.id) if other is form else None for other in used for item in other.items)
    return (one.day, form.name, finished, total, form.highest, answered(form, one), who, *answers)


def notes_table(extract: Extract) -> Table:
    """Return a row for each note and good thing, day by day; what one cell can’t hold goes on in the next row."""
    written: list[Note | GoodThing] = [*extract.notes_for_others, *extract.good_things]
    written.sort(key=lambda one: (one.day, one.written_at))
    rows = [
        (one.day, _writer(one.recorder, extract), *_in_its_column(one, piece))
        for one in written
        for piece in in_cells(one.text)
    ]
    return Table(say("Notes"), _heads(_NOTES), rows)


def _in_its_column(one: Note | GoodThing, text: str) -> tuple[Cell, Cell, Cell]:
    if not one.basis.is_own:
        return (None, None, text)
    return (text, None, None) if isinstance(one, Note) else (None, text, None)


def _heads(columns: Mapping[str, str]) -> tuple[Head, ...]:
    return tuple(Head(name, say(about)) for name, about in columns.items())


def _writer(recorder: str, extract: Extract) -> Cell:
    """``person``, or a carer's name."""
    if recorder == PERSON:
        return PERSON
    return name_among(extract.recorders, recorder) or None
