"""The workbook, read back by another program's library: days, places, treatments, questionnaires, the legend."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from diary.domain.days import Period
from diary.domain.entries import Factor, GoodThing, Helped, Intake, MarkKind, Precision, RoughDate, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.exchange.workbook import LONGEST_CELL
from diary.exchange.xlsx import own_xlsx
from tests.exchange.builders import DAY, TODAY, at, entry, extract, mark, note

NEXT = DAY + timedelta(days=1)
KNEE = BodySite("knee", Side.LEFT)


def made_of(made: Extract, *, with_notes: bool = False) -> dict[str, list[list[Any]]]:
    data = own_xlsx(made, exported_on=TODAY, with_notes=with_notes)
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def rows(sheet: list[list[Any]]) -> list[dict[str, Any]]:
    return [dict(zip(sheet[0], row, strict=True)) for row in sheet[1:]]


def parts(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as inside:
        return {name: inside.read(name).decode("utf-8") for name in inside.namelist()}


def full() -> Extract:
    return extract(
        [
            entry({PAIN: 6, MOOD: 3, ANXIETY: 0, SLEEP: 6.5, (PAIN, KNEE): 4}, factors=("f1",)),
            entry({"noticed_in_pain": 2, (PAIN, KNEE): 9}, basis=Basis.OBSERVED),
            entry({PAIN: 7}, NEXT, basis=Basis.TOLD, days_later=3),
        ],
        marks=[mark(MarkKind.BAD_DAY, NEXT)],
        notes=[note("=1+1")],
        factors={"f1": Factor("f1", "+coffee")},
        treatments={
            "t1": Treatment("t1", "@massage", "other", "-30", RoughDate(date(2025, 1, 1), Precision.YEAR), unit="min"),
            "t2": Treatment("t2", "Walks", "exercise", first=RoughDate(DAY), last=RoughDate(NEXT)),
        },
        intakes=(
            Intake("t1", DAY, "person", Basis.SELF, time(9), Helped.YES),
            Intake("t1", DAY, "person", Basis.SELF, time(17), Helped.YES),
            Intake("t1", NEXT, "c1", Basis.OBSERVED, time(9), Helped.NO),
        ),
        responses=(
            Response("r1", "phq4", DAY, answers=dict.fromkeys(("gad1", "gad2", "phq1", "phq2"), 2), is_done=True),
            Response("r2", "phq4", NEXT, "c1", Basis.TOLD, answers={"gad1": 0}),
            Response("r3", "phq4", DAY - timedelta(days=99), answers={"gad1": 1}),
        ),
        good_things=(GoodThing(DAY, "person", Basis.SELF, "Sun on the wall", at(DAY)),),
    )


@pytest.fixture(scope="module")
def sheets() -> dict[str, list[list[Any]]]:
    return made_of(full())


def test_the_sheets_stand_in_their_order_and_notes_only_when_asked_for(sheets: dict[str, list[list[Any]]]) -> None:
    assert list(sheets) == ["Days", "Places", "Treatments", "Questionnaires", "Legend"]
    assert list(made_of(full(), with_notes=True))[4:] == ["Notes", "Legend"]


def test_days_are_days_numbers_are_numbers_and_what_was_not_filled_in_is_empty(
    sheets: dict[str, list[list[Any]]],
) -> None:
    first, second = rows(sheets["Days"])
    names = ("day", "mood_0to10_higher_is_better", "anxiety_0to10_higher_is_worse", "sleep_hours")
    assert [first[name] for name in names] == [DAY, 3, 0, 6.5]
    assert [second[name] for name in names] == [NEXT, "", "", ""]


def test_a_days_lateness_and_writer_are_said(sheets: dict[str, list[list[Any]]]) -> None:
    said = [(row["filled_in_later"], row["filled_in_later_by"], row["written_by"]) for row in rows(sheets["Days"])]
    assert said == [("no", "", "person"), ("yes", "Alex", "person + Alex")]


def test_what_a_carer_noticed_stands_in_columns_of_its_own(sheets: dict[str, list[list[Any]]]) -> None:
    first, _ = rows(sheets["Days"])
    assert first["carer_noticed_in_pain"] == "A lot"
    (place,) = rows(sheets["Places"])
    assert (place["answer"], place["carer_noticed"]) == (4, 9)
    massage, _ = rows(sheets["Treatments"])
    assert (massage["days_written"], massage["helped_yes"], massage["helped_no"]) == (1, 2, 0)
    assert massage["carer_noticed_days"] == 1


def test_a_place_noticed_by_a_carer_alone_has_no_own_answer() -> None:
    seen = entry({(PAIN, KNEE): 9}, basis=Basis.OBSERVED)
    (row,) = rows(made_of(extract([seen]))["Places"])
    assert (row["place"], row["answer"], row["made_from"], row["carer_noticed"]) == ("Knee, left", "", "", 9)


def test_a_place_says_the_persons_side(sheets: dict[str, list[list[Any]]]) -> None:
    (place,) = rows(sheets["Places"])
    assert (place["day"], place["place"], place["asked"]) == (DAY, "Knee, left", "Pain")


def test_words_that_begin_like_a_formula_stay_words() -> None:
    data = own_xlsx(full(), exported_on=TODAY, with_notes=True)
    assert not any("<f>" in part for part in parts(data).values())
    read = made_of(full(), with_notes=True)
    massage = rows(read["Treatments"])[0]
    assert (massage["treatment"], massage["dose"]) == ("@massage", "-30")
    assert rows(read["Notes"])[0]["note"] == "=1+1"
    assert 'quotePrefix="1"' in parts(data)["xl/styles.xml"]


def test_a_date_known_to_the_year_shows_no_more() -> None:
    massage, walks = rows(made_of(full())["Treatments"])
    assert (massage["from"], massage["until"]) == (date(2025, 1, 1), "")
    assert (walks["from"], walks["until"]) == (DAY, NEXT)
    styles = parts(own_xlsx(full(), exported_on=TODAY))["xl/styles.xml"]
    assert 'formatCode="yyyy"' in styles


def test_a_date_that_a_spreadsheet_has_no_number_for_is_words() -> None:
    old = {"t1": Treatment("t1", "Cold baths", "other", first=RoughDate(date(1899, 5, 1)))}
    assert rows(made_of(extract([entry({PAIN: 1})], treatments=old))["Treatments"])[0]["from"] == "1899-05-01"


def test_a_questionnaire_has_its_score_only_when_every_question_is_answered(
    sheets: dict[str, list[list[Any]]],
) -> None:
    first, second = rows(sheets["Questionnaires"])
    assert (first["day"], first["questionnaire"], first["score"], first["highest"]) == (DAY, "PHQ-4", 8, 12)
    assert (second["score"], second["answered"], second["phq4_gad1"], second["phq4_gad2"]) == ("", 1, 0, "")
    assert second["written_by"] == "Alex"


def test_an_unknown_questionnaire_keeps_its_day() -> None:
    made = extract([entry({PAIN: 1})], responses=(Response("r", "later-form", DAY, answers={"a": 1}, is_done=True),))
    (row,) = rows(made_of(made)["Questionnaires"])
    assert (row["day"], row["questionnaire"], row["finished"], row["score"]) == (DAY, "later-form", "yes", "")


def test_the_legend_explains_every_column_of_every_sheet_and_every_word_of_the_states() -> None:
    read = made_of(full(), with_notes=True)
    explained = {(row["sheet"], row["column_or_word"]) for row in rows(read["Legend"]) if row["meaning"]}
    for sheet in ("Days", "Places", "Treatments", "Questionnaires", "Notes"):
        assert {(sheet, name) for name in read[sheet][0]} <= explained, sheet
    assert {row["state"] for row in rows(read["Days"])} <= {name for _, name in explained}


def test_the_legend_says_which_way_mood_runs(sheets: dict[str, list[list[Any]]]) -> None:
    mood = next(row for row in rows(sheets["Legend"]) if row["column_or_word"] == "mood_0to10_higher_is_better")
    assert (mood["lowest"], mood["highest"], mood["direction"]) == (0, 10, "A high number is a good day")


def test_the_legend_asks_about_a_place_by_its_name(sheets: dict[str, list[list[Any]]]) -> None:
    asked = {row["column_or_word"]: row["question"] for row in rows(sheets["Legend"])}
    assert "in your left knee" in asked["pain_knee_left_0to10_higher_is_worse"]


def test_the_legend_prints_the_questions_and_their_licence(sheets: dict[str, list[list[Any]]]) -> None:
    said = " ".join(str(row["meaning"]) for row in rows(sheets["Legend"]))
    assert "No permission required to reproduce" in said
    assert "Feeling nervous, anxious or on edge" in said
    assert "0 Not at all; 1 Several days" in said


def test_a_text_longer_than_a_cell_goes_on_in_the_next_row() -> None:
    text = "a long day 😀\n" * 6000
    read = rows(made_of(extract([entry({PAIN: 1})], notes=[note(text)]), with_notes=True)["Notes"])
    assert len(read) > 1
    assert all(len(row["note"].encode("utf-16-le")) // 2 <= LONGEST_CELL for row in read)
    assert "".join(row["note"] for row in read) == text


@pytest.mark.parametrize("text", ["\x00bell\x07", "_x0041_", "a\r\nb", "\ufffe\uffff", " space ", "<b>&amp;"])
def test_odd_characters_neither_break_the_file_nor_turn_into_others(text: str) -> None:
    made = extract([entry({PAIN: 1})], notes=[note(text)])
    for part in parts(own_xlsx(made, exported_on=TODAY, with_notes=True)).values():
        assert "\x07" not in part
    (row,) = rows(made_of(made, with_notes=True)["Notes"])
    assert row["note"] == text.replace("\r\n", "\n").replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")


def test_the_same_diary_makes_the_same_bytes_whatever_the_clock_says(monkeypatch: pytest.MonkeyPatch) -> None:
    first = own_xlsx(full(), exported_on=TODAY)
    monkeypatch.setattr("time.time", lambda: 0.0)
    monkeypatch.setattr("time.localtime", lambda *_: (1999, 1, 1, 0, 0, 0, 4, 1, 0))
    assert own_xlsx(full(), exported_on=TODAY) == first
    assert own_xlsx(full(), exported_on=TODAY + timedelta(days=1)) != first


def test_nothing_is_written_to_a_temporary_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words would lie unencrypted in a folder that nobody empties."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a temporary file")

    for name in ("mkstemp", "TemporaryFile", "NamedTemporaryFile", "mkdtemp"):
        monkeypatch.setattr(tempfile, name, refuse)
    assert own_xlsx(full(), exported_on=TODAY, with_notes=True)


def test_an_empty_diary_makes_empty_tables_with_their_heads() -> None:
    read = made_of(replace(extract(), period=Period(DAY, DAY)))
    assert [len(sheet) for name, sheet in read.items() if name != "Legend"] == [1, 1, 1, 1]
    assert read["Days"][0][:2] == ["day", "state"]
