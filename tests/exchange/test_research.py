"""What goes to a study: nothing that says whose it is, and everything that counts."""

from __future__ import annotations

import csv
import dataclasses
import io
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from typing import Any

from diary import catalogue
from diary.domain.day_values import DayValue
from diary.domain.days import Period
from diary.domain.entries import (
    Appointment,
    Event,
    Factor,
    GoodThing,
    Helped,
    Intake,
    MarkKind,
    Pause,
    Precision,
    RoughDate,
    Spread,
    Treatment,
)
from diary.domain.extract import Extract
from diary.domain.helping import HelpingAnswer, IsHelping
from diary.domain.measures import MOOD, PAIN, Anchor, Measure
from diary.domain.people import Basis, Person
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.exchange.research import HEADER, ResearchTable, research_table
from diary.exchange.research_codebook import codebook
from tests.exchange.builders import DAY, MEASURES, at, entry, extract, mark, note

NEXT = DAY + timedelta(days=1)
KNEE = BodySite("knee", Side.LEFT)
OWN = Measure("m3f0", "Stiffness", "How stiff?", "Loose", "Rigid", highest=4, own=True, unit="bends")


def rows(table: ResearchTable) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.as_csv.decode("utf-8-sig"), newline="")))


def about(table: ResearchTable, what: str) -> list[dict[str, str]]:
    return [{name: cell for name, cell in row.items() if cell} for row in rows(table) if row["what"] == what]


def full() -> Extract:
    """A diary with something in every field that there is."""
    answers = dict.fromkeys(("gad1", "gad2", "phq1", "phq2"), 2)
    made = extract(
        [
            replace(
                entry({PAIN: 6, (PAIN, KNEE): 4, (PAIN, BodySite("tail")): 2, "m3f0": 3}, factors=("f2",)),
                nowhere_else=True,
                spreads=(Spread(KNEE, BodySite("foot")),),
            ),
            replace(entry({MOOD: 5}, source="columns-0a1b"), source_written_at=at(DAY)),
            entry({"pain_now": 3}, moment=time(9, 30)),
            entry({MOOD: 2}, NEXT, basis=Basis.TOLD, days_later=6),
            entry({"noticed_in_pain": 2}, NEXT, basis=Basis.OBSERVED, recorder="c2"),
        ],
        marks=[mark(MarkKind.BAD_DAY, NEXT), mark(MarkKind.BAD_DAY, NEXT, Basis.OBSERVED)],
        notes=[note("words"), note("more words", NEXT, Basis.OBSERVED)],
        first_day=DAY,
        last_day=NEXT,
        factors={"f1": Factor("f1", "Rain"), "f2": Factor("f2", "Quarrel with Kim")},
        treatments={
            "t1": Treatment("t1", "Ibuprofen", "medicine", "400", RoughDate(DAY), unit="mg", as_needed=True),
            "t2": Treatment("t2", "Aunt's tea", "tea", first=RoughDate(date(2020, 1, 1), Precision.YEAR)),
        },
        intakes=(
            Intake("t1", DAY, "person", Basis.SELF, time(21), Helped.A_BIT, "i1"),
            Intake("t2", NEXT, "c1", Basis.OBSERVED, None, None, "i2"),
        ),
        events=(Event("e1", "Car accident", RoughDate(DAY), Helped.NO, in_story=True),),
        pauses=(Pause("p1", DAY - timedelta(days=9), DAY - timedelta(days=8)),),
        appointment=Appointment("next", NEXT, "To sleep", ("Why?",)),
        good_things=(GoodThing(DAY, "person", Basis.SELF, "Sun", at(DAY)),),
        anchors=(Anchor(PAIN, DAY, 3, "I can ignore it"),),
        earlier_measures=(replace(OWN, highest=10),),
        helping=(HelpingAnswer(DAY, IsHelping.NOT_SURE),),
        responses=(
            Response("r1", "phq4", DAY, answers=answers, is_done=True),
            Response("r2", "phq4", NEXT, answers={"gad1": 3}),
            Response("r3", "mine", NEXT, answers={"secret": 3}, is_done=True),
        ),
        settings={"low_energy": "true"},
    )
    former = replace(OWN, highest=10, label="Old name").as_former(replace(OWN, version=2))
    measures = {**MEASURES, **catalogue.measures(), OWN.id: replace(OWN, version=2), former.id: former}
    return replace(made, person=Person("Sam Carter", date(1981, 3, 4)), measures=measures)


CANARY = "zq7"
KEPT = {Basis, Side, Helped, MarkKind, IsHelping, Precision}
"""Words that everybody has."""
KNOWN_IDS = {*catalogue.measures(), *catalogue.places(), *catalogue.questionnaires()} | {"gad1", "gad2", "phq1", "phq2"}


def with_canaries(value: Any) -> Any:
    """The same value with a rare word in every text of it, but for ids that everybody has."""
    if isinstance(value, str) and not isinstance(value, Enum):
        return value if value in KNOWN_IDS or value == "person" else f"{CANARY}{value}{CANARY}"
    if isinstance(value, Measure) and value.id in KNOWN_IDS:
        return value
    if isinstance(value, tuple):
        return tuple(with_canaries(one) for one in value)
    if isinstance(value, Mapping):
        return {with_canaries(key): with_canaries(one) for key, one in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type | DayValue):
        fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
        return type(value)(**{name: with_canaries(one) for name, one in fields.items()})
    return value


def both(made: Extract, *, with_answers: bool = True) -> str:
    table = research_table(made, with_answers=with_answers)
    return (table.as_csv + codebook(made, table).as_csv).decode("utf-8-sig")


def test_no_word_of_anybodys_own_leaves() -> None:
    marked = with_canaries(full())
    assert CANARY in marked.person.name
    assert CANARY in marked.notes[0].text
    said = both(marked)
    assert "own_measure_1" in said
    assert CANARY not in said


PRIVATE = (
    *(
        "Sam",
        "Alex",
        "Kim",
        "partner",
        "2026",
        "1981",
        "Ibuprofen",
        "400",
        "mg",
        "Stiff",
        "bends",
        "Rain",
        "Car",
        "Sun",
    ),
    *("ignore", "Why", "tail", "tea", "columns", "09:30", "21:00", "+01:00", "m3f0", "mine", "low_energy"),
)


def test_nothing_private_stands_in_either_file() -> None:
    said = both(full())
    assert [word for word in (*PRIVATE, "more words", "To sleep") if word in said] == []


def test_days_are_numbered_from_the_first_of_the_period() -> None:
    said = about(research_table(full()), "day")
    assert said == [
        {"day_number": "1", "what": "day", "code": "partly"},
        {"day_number": "2", "what": "day", "code": "partly"},
    ]
    later = replace(full(), period=Period(DAY - timedelta(days=9), NEXT))
    assert [row["day_number"] for row in about(research_table(later), "day")] == ["1", "2", "10", "11"]


def test_a_carers_entries_are_marked_and_numbered() -> None:
    told, noticed = about(research_table(full()), "answer")[-2:]
    assert (told["code"], told["basis"], told["writer"], told["in_averages"]) == ("mood", "told", "carer_1", "no")
    assert (noticed["code"], noticed["basis"], noticed["writer"]) == ("noticed_in_pain", "observed", "carer_2")
    assert [(row["basis"], row["writer"]) for row in about(research_table(full()), "mark")] == [
        ("self", "person"),
        ("observed", "carer_1"),
    ]


def test_own_measures_factors_places_and_treatments_are_codes() -> None:
    table = research_table(full())
    assert {row["code"] for row in about(table, "answer")} >= {"pain", "mood", "own_measure_1_version_1"}
    assert {row.get("place") for row in about(table, "answer")} == {None, "knee", "own_place_1"}
    assert [(row["code"], row["value"]) for row in about(table, "factor")] == [("factor_1", "0"), ("factor_2", "1")]
    taken = [(row["code"], row.get("helped"), row["basis"]) for row in about(table, "treatment")]
    assert taken == [("treatment_1", "a_bit", "self"), ("treatment_2", None, "observed")]
    kinds = {row["code"]: row["kind"] for row in rows(codebook(full(), table)) if row["code"].startswith("treatment_")}
    assert kinds == {"treatment_1": "medicine", "treatment_2": "other"}


def test_times_become_parts_of_the_day() -> None:
    table = research_table(full())
    (moment,) = (row for row in about(table, "answer") if row["given"] == "at_a_moment")
    assert (moment["code"], moment["part_of_day"]) == ("pain_now", "morning")
    assert about(table, "treatment")[0]["part_of_day"] == "evening"


def test_single_answers_leave_only_when_asked_for_and_only_of_what_was_finished() -> None:
    assert [(row["code"], row["value"]) for row in about(research_table(full()), "questionnaire")] == [("phq4", "8")]
    assert about(research_table(full()), "questionnaire_answer") == []
    single = about(research_table(full(), with_answers=True), "questionnaire_answer")
    assert [row["code"] for row in single] == ["phq4.gad1", "phq4.gad2", "phq4.phq2", "phq4.phq1"]


def test_the_codebook_explains_every_column_and_every_code_and_nothing_else() -> None:
    table = research_table(full(), with_answers=True)
    book = rows(codebook(full(), table))
    assert [row["column"] for row in book if not row["code"]] == list(HEADER)
    explained = {(row["column"], row["code"]) for row in book if row["code"]}
    for name in ("what", "code", "place", "helped", "basis", "writer", "given", "part_of_day"):
        used = {row[name] for row in rows(table) if row[name]}
        assert {code for column, code in explained if column == name} == used, name
    assert all(row["meaning"] for row in book)


def test_the_codebook_tells_an_own_measures_scale_and_the_published_words() -> None:
    book = {row["code"]: row for row in rows(codebook(full(), research_table(full(), with_answers=True)))}
    own = book["own_measure_1_version_1"]
    assert (own["lowest"], own["highest"], own["lowest_means"]) == ("0", "10", "")
    assert book["mood"]["direction"] == "higher_is_better"
    assert book["phq4.gad1"]["meaning"] == "Feeling nervous, anxious or on edge"
    assert book["phq4.gad1"]["highest_means"] == "Nearly every day"


def test_a_treatment_begins_on_a_number_of_a_day_only_where_the_day_is_known() -> None:
    book = {row["code"]: row["first_day_number"] for row in rows(codebook(full(), research_table(full())))}
    assert (book["treatment_1"], book["treatment_2"]) == ("1", "")


def test_the_same_diary_makes_the_same_bytes_and_an_empty_one_no_rows() -> None:
    assert both(full()) == both(full())
    assert research_table(extract()).rows == ()


def test_when_it_was_written_is_nowhere() -> None:
    """The instant of an answer would tell a date to whoever has the file's rows in order."""
    shifted = replace(
        full(),
        days=tuple(
            replace(
                day,
                entries=tuple(replace(one, written_at=one.written_at + timedelta(minutes=7)) for one in day.entries),
            )
            for day in full().days
        ),
    )
    assert isinstance(shifted.days[0].entries[0].written_at, datetime)
    assert both(shifted) == both(full())
