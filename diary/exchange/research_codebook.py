"""What every column and every code of a research table means; it holds no word of the person's own either.

It is in English whatever the window speaks, because a study reads many diaries by one codebook.
"""

from __future__ import annotations

from collections.abc import Iterator

from diary import catalogue
from diary.domain.day_values import DayState
from diary.domain.entries import Helped, MarkKind, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Direction, Measure
from diary.domain.people import PERSON, Basis
from diary.domain.plain_averages import PartOfDay
from diary.domain.questionnaires import LOWEST, Questionnaire
from diary.exchange import research
from diary.exchange.cells import Cell
from diary.exchange.research import HEADER, ResearchTable
from diary.exchange.research_codes import codes_of, is_own, kind_of

CODEBOOK_HEADER = (
    "column", "code", "meaning", "kind", "lowest", "lowest_means", "highest", "highest_means", "step", "direction",
    "first_day_number", "last_day_number",
)  # fmt: skip
_COLUMNS = {
    "day_number": "Day 1 is the first day of the period; the dates were left out.",
    "what": "What the row is about.",
    "code": "Which state, measure, factor, treatment or questionnaire it is.",
    "place": "Where on the body, by the catalogue's id.",
    "side": "The person's own left or right; empty where a place has no sides or none was given.",
    "value": "The answer as it was given. Not filled in is no row, never 0.",
    "helped": 'The person\'s answer to "Did it help?".',
    "basis": "How the writer knows.",
    "writer": "Who wrote it down: the person, or a carer by number.",
    "given": "Whether the answer is about the day, about a moment, or from another program.",
    "part_of_day": "When in the day, where a time was given: the clock was left out.",
    "filled_in_later": "Whether it was first answered after noon of the next day.",
    "in_averages": "Whether it was written within 72 hours of the day's end, or from notes made at the time.",
}
_WHAT = {
    research.DAY: "What is known of a day; its code is the state.",
    research.MARK: "A mark without numbers.",
    research.ANSWER: "One answer to a measure.",
    research.NOWHERE_ELSE: "The person said that nowhere else hurt that day.",
    research.FACTOR: "1: it was part of the day. 0: the list was looked through and it was not.",
    research.TREATMENT: "A treatment was taken or done.",
    research.TOTAL: "The score of a finished questionnaire; empty unless every item was answered.",
    research.ITEM: "A single answer of a finished questionnaire.",
}
_STATES = {
    DayState.RECORDED: "Mood, anxiety and pain were all answered.",
    DayState.PARTLY: "Something else was answered.",
    DayState.BAD_DAY: "The person marked a bad day and gave no numbers.",
    DayState.NOTHING_TO_LOG: "The person said that there was nothing to write down.",
    DayState.PAUSED: "The diary was paused.",
    DayState.UNKNOWN: "The person gave no answer.",
}
_MARKS = {
    MarkKind.BAD_DAY: "A bad day, too bad to fill in.",
    MarkKind.NOTHING_TO_LOG: "There was nothing to write down.",
}
_BASES = {
    Basis.SELF: "The person's own answer.",
    Basis.TOLD: "The person's own answer, told to a carer who wrote it down.",
    Basis.OBSERVED: "What a carer noticed: another instrument, not to be pooled with the person's answers.",
}
_GIVEN = {
    research.FOR_THE_DAY: "About the whole day.",
    research.AT_A_MOMENT: "About the moment of writing.",
    research.BROUGHT_IN: "Brought in from another program.",
}
_PARTS = {
    PartOfDay.MORNING: "From 06:00 to 12:00.",
    PartOfDay.AFTERNOON: "From 12:00 to 18:00.",
    PartOfDay.EVENING: "From 18:00 to 22:00.",
    PartOfDay.NIGHT: "From 22:00 to 06:00.",
}
_HELPED = {
    Helped.YES: "Yes.",
    Helped.A_BIT: "A bit.",
    Helped.NO: "No.",
    Helped.NOT_SURE: "Not sure.",
}
_OWN_MEASURE = "A measure of the person's own; its words were left out."
_FACTOR = "Something that can be part of a day; its words were left out."


def codebook(extract: Extract, table: ResearchTable) -> ResearchTable:
    """Return the codebook of ``table``, which was made of ``extract``: only what stands in it is explained."""
    used = {name: {row[HEADER.index(name)] for row in table.rows} for name in HEADER}
    rows = [_row(name, meaning=about) for name, about in _COLUMNS.items()]
    for column, words in (
        ("what", _WHAT),
        ("code", _STATES),
        ("code", _MARKS),
        ("basis", _BASES),
        ("given", _GIVEN),
        ("part_of_day", _PARTS),
        ("helped", _HELPED),
    ):
        rows += [_row(column, str(code), meaning) for code, meaning in words.items() if str(code) in used[column]]
    rows += [row for row in _of_the_diary(extract) if row[1] in used[str(row[0])]]
    return ResearchTable(CODEBOOK_HEADER, tuple(rows))


def _of_the_diary(extract: Extract) -> Iterator[tuple[Cell, ...]]:
    codes = codes_of(extract)
    for id_, measure in extract.measures.items():
        yield _measure_row(codes.measures[id_], measure)
    for code in codes.factors.values():
        yield _row("code", code, _FACTOR, kind="factor")
    for id_, treatment in extract.treatments.items():
        yield _treatment_row(codes.treatments[id_], treatment, extract)
    for form in catalogue.questionnaires().values():
        yield from _form_rows(form)
    for id_, code in codes.places.items():
        known = catalogue.places().get(id_)
        yield _row("place", code, known.label if known else "A place that only this diary names.")
    for id_, code in codes.writers.items():
        yield _row("writer", code, "The person the diary is about." if id_ == PERSON else "A carer.")


def _measure_row(code: str, measure: Measure) -> tuple[Cell, ...]:
    own = is_own(measure)
    steps = "" if own else "; ".join(f"{at} {words}" for at, words in enumerate(measure.steps))
    question = measure.question or measure.label
    return _row(
        "code",
        code,
        _OWN_MEASURE if own else f"{question} ({steps})" if steps else question,
        kind=measure.kind,
        lowest=measure.lowest,
        lowest_means="" if own else measure.low_words,
        highest=measure.highest,
        highest_means="" if own else measure.high_words,
        step=measure.step,
        direction=measure.direction,
    )


def _treatment_row(code: str, treatment: Treatment, extract: Extract) -> tuple[Cell, ...]:
    """From and to as numbers of days, where they are known to the day and lie in the period."""
    first, last = (
        (on.day - extract.period.first).days + 1 if on and on.day == on.last_day and on.day in extract.period else None
        for on in (treatment.first, treatment.last)
    )
    about = "A treatment; its name and dose were left out."
    return _row("code", code, about, kind=kind_of(treatment), days=(first, last))


def _form_rows(form: Questionnaire) -> Iterator[tuple[Cell, ...]]:
    """The published words, which are everybody's."""
    said, worse = f"{form.name}. {form.licence}", Direction.HIGHER_IS_WORSE
    yield _row("code", form.id, said, "score", LOWEST, highest=form.highest, direction=worse)
    for item in form.items:
        low, high = item.ends if not item.options else (item.options[0].words, item.options[-1].words)
        ends = (min(item.values), low, max(item.values), high)
        yield _row("code", f"{form.id}.{item.id}", item.text, "answer", *ends, direction=worse)


def _row(  # noqa: PLR0917 - the columns of the codebook, in their order
    column: str,
    code: str = "",
    meaning: str = "",
    kind: str = "",
    lowest: float | None = None,
    lowest_means: str = "",
    highest: float | None = None,
    highest_means: str = "",
    step: float | None = None,
    direction: str = "",
    days: tuple[int | None, int | None] = (None, None),
) -> tuple[Cell, ...]:
    words = (column, code or None, meaning, kind or None, lowest, lowest_means or None)
    return (*words, highest, highest_means or None, step, direction or None, *days)
