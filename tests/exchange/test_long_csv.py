"""The long table: a row per score."""

from __future__ import annotations

import csv
import io
from datetime import time

from diary.domain.extract import Extract
from diary.domain.measures import MOOD, PAIN
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.exchange.long_csv import long_csv
from tests.exchange.builders import entry, extract, note


def rows(made: Extract, *, with_notes: bool = False) -> list[dict[str, str]]:
    text = long_csv(made, with_notes=with_notes).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_score_carries_all_that_is_known_of_it() -> None:
    site = BodySite("forearm", Side.LEFT)
    (row,) = rows(extract([entry({(PAIN, site): 6}, basis=Basis.TOLD, days_later=2)]))
    assert row == {
        "kind": "score",
        "day": "2026-11-20",
        "moment": "",
        "recorder_kind": "carer",
        "recorder_id": "c1",
        "recorder": "Alex",
        "relationship": "partner",
        "basis": "told",
        "measure": "pain",
        "version": "1",
        "label": "Pain",
        "place": "forearm",
        "side": "left",
        "value": "6",
        "answer": "",
        "lowest": "0",
        "highest": "10",
        "step": "1",
        "direction": "higher_is_worse",
        "unit": "",
        "answered_at": "2026-11-22T20:00:00+01:00",
        "filled_in_later": "yes",
        "written_at": "2026-11-22T20:00:00+01:00",
        "from_notes": "no",
        "day_ends_at": "4",
        "source": "",
        "source_written_at": "",
        "id": "2026-11-20/c1/told/",
        "sharing": "",
        "text": "",
    }


def test_every_answer_is_there_though_only_one_makes_the_days_value() -> None:
    made = extract(
        [
            entry({PAIN: 5, MOOD: 4}),
            entry({PAIN: 7}, basis=Basis.TOLD),
            entry({PAIN: 8}, source="columns-ab-1"),
            entry({"pain_now": 3}, moment=time(9, 30)),
            entry({"noticed_in_pain": 1}, basis=Basis.OBSERVED),
        ]
    )
    found = [(row["basis"], row["measure"], row["value"], row["moment"], row["source"]) for row in rows(made)]
    assert found == [
        ("self", "pain", "5", "", ""),
        ("self", "mood", "4", "", ""),
        ("told", "pain", "7", "", ""),
        ("self", "pain", "8", "", "columns-ab-1"),
        ("self", "pain_now", "3", "09:30", ""),
        ("observed", "noticed_in_pain", "1", "", ""),
    ]


def test_a_step_is_also_said_in_words() -> None:
    (row,) = rows(extract([entry({"noticed_in_pain": 3}, basis=Basis.OBSERVED)]))
    assert (row["value"], row["answer"]) == ("3", "Could not tell")


def test_the_persons_name_stays_at_home() -> None:
    assert b"Sam" not in long_csv(extract([entry({PAIN: 5})]))


def test_notes_are_rows_only_when_asked_for() -> None:
    made = extract([entry({PAIN: 5})], notes=[note("@home")])
    assert [row["kind"] for row in rows(made)] == ["score"]
    score, words = rows(made, with_notes=True)
    assert score["kind"] == "score"
    assert (words["kind"], words["text"], words["sharing"], words["value"]) == ("note", "'@home", "private", "")
