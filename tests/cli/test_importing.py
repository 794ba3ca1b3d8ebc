"""A spreadsheet of sixty days, as LibreOffice and as Excel save it: the account, once and again."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.harness import CommandLine, contents

FIRST = date(2026, 8, 20)
DAYS = [FIRST + timedelta(days=n) for n in range(60)]
ROWS = [(day, n % 11, (n * 3) % 11, (n * 7) % 11, 4 + n % 9 / 2) for n, day in enumerate(DAYS)]


def libre_office(day_format: str) -> bytes:
    """Commas, quoted words, a decimal point, lines ended by a line feed, UTF-8."""
    lines = ["Date,Pain,Anxiety,Mood,Sleep,Notes,Wetter"]
    lines += [
        f'{day:{day_format}},{pain},{anxiety},{mood},{sleep:g},"said ""ok"", größer",grau'
        for day, pain, anxiety, mood, sleep in ROWS
    ]
    return ("\n".join(lines) + "\n").encode()


def excel(encoding: str) -> bytes:
    """Semicolons, a decimal comma, lines ended by CR LF, and one of its two encodings."""
    lines = ["Date;Pain;Anxiety;Mood;Sleep;Notes;Wetter"]
    lines += [
        f'{day:%d/%m/%Y};{pain};{anxiety};{mood};{f"{sleep:g}".replace(".", ",")};"said ""ok"", größer";grau'
        for day, pain, anxiety, mood, sleep in ROWS
    ]
    return ("\r\n".join(lines) + "\r\n").encode(encoding)


SPREADSHEETS = {
    "LibreOffice, ISO days": lambda: libre_office("%Y-%m-%d"),
    "LibreOffice, days as 20/08/26": lambda: libre_office("%d/%m/%y"),
    "Excel, UTF-8": lambda: excel("utf-8-sig"),
    "Excel, cp1252": lambda: excel("cp1252"),
    "Excel, Unicode text": lambda: excel("utf-16"),
}


def account(alongside: CommandLine, sam: Path, *argv: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads("\n".join(alongside.done("import", sam, *argv, "--json")))
    return found


def values_by_day(alongside: CommandLine, sam: Path, out: Path) -> dict[str, dict[str, str]]:
    alongside.done("export", sam, out, "--force")
    with out.open(encoding="utf-8-sig", newline="") as file:
        return {row["day"]: row for row in csv.DictReader(file)}


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS.values(), ids=SPREADSHEETS)
def test_sixty_days_come_in_whole_and_once(
    alongside: CommandLine, sam: Path, home: Path, spreadsheet: Callable[[], bytes]
) -> None:
    (home / "days.csv").write_bytes(spreadsheet())
    before = contents(sam)
    planned = account(alongside, sam, "days.csv", "--dry-run")
    assert contents(sam) == before
    done = account(alongside, sam, "days.csv")
    assert done == planned
    expected = {"rows_read": 60, "entries_made": 60, "days": ["2026-08-20", "2026-10-18"], "left_out": [], "words": {}}
    assert {name: done[name] for name in expected} == expected
    assert done["columns_left_out"] == ["Wetter"]
    found = values_by_day(alongside, sam, home / "out.csv")
    for day, pain, anxiety, mood, sleep in ROWS:
        row = found[day.isoformat()]
        assert row["pain_0to10_higher_is_worse"] == str(pain)
        assert row["anxiety_0to10_higher_is_worse"] == str(anxiety)
        assert row["mood_0to10_higher_is_better"] == str(mood)
        assert row["sleep_hours"] == f"{sleep:g}"
        assert row["pain_made_from"] == "imported"
    assert alongside("history", sam).out.count('said "ok", größer') == 60
    again = account(alongside, sam, "days.csv")
    assert again["entries_made"] == 0
    assert len(alongside.done("export", sam, "again.csv", "--force")) == 1
    assert (home / "again.csv").read_bytes() == (home / "out.csv").read_bytes()


def test_the_account_in_words(alongside: CommandLine, sam: Path, home: Path) -> None:
    (home / "days.csv").write_text("date,pain,weather\n2026-11-01,6,wet\n2026-11-02,11,dry\n", "utf-8")
    assert alongside.done("import", sam, "days.csv", "--dry-run")[1] == "1 entry would be made."
    assert alongside.done("import", sam, "days.csv") == [
        "2 rows were read.",
        "1 entry was made.",
        "Days: 1 November 2026 to 1 November 2026",
        "This column was left out: weather",
        "Row 3: Pain: this number is not on the scale. It goes from 0 to 10.",
    ]
    assert alongside.done("import", sam, "days.csv")[1:3] == ["0 entries were made.", "1 entry was there already."]


def test_blank_is_not_zero_and_bad_values_are_left_out_one_by_one(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    lines = [
        "day,pain,anxiety,mood,sleep",
        "2026-11-01,0,,3,7",
        "2026-11-02,,,,",
        "2026-11-03,11,4,x,7",
        "2026-11-04,1e3,٣,3.5,6.25",
        ",3,3,3,7",
        "2099-01-01,3,3,3,7",
    ]
    (home / "days.csv").write_text("\n".join(lines), "utf-8")
    left_out = account(alongside, sam, "days.csv")["left_out"]
    assert [one["row"] for one in left_out] == [3, 4, 4, 5, 5, 5, 5, 6, 7]
    assert all(set(one) >= {"row", "reason"} for one in left_out)
    found = values_by_day(alongside, sam, home / "out.csv")
    assert set(found) == {"2026-11-01", "2026-11-03"}
    assert found["2026-11-01"]["pain_0to10_higher_is_worse"] == "0"
    assert found["2026-11-01"]["anxiety_0to10_higher_is_worse"] == ""
    assert found["2026-11-03"]["anxiety_0to10_higher_is_worse"] == "4"
    assert found["2026-11-03"]["pain_0to10_higher_is_worse"] == ""


@pytest.mark.parametrize("own_first", [True, False])
def test_an_own_answer_wins_over_one_brought_in_whichever_came_first(
    alongside: CommandLine, sam: Path, home: Path, *, own_first: bool
) -> None:
    (home / "days.csv").write_text("day,pain,mood\n2026-11-01,8,4\n", "utf-8")
    acts = [["log", str(sam), "--day", "2026-11-01", "--pain", "5"], ["import", str(sam), "days.csv"]]
    for act in acts if own_first else reversed(acts):
        alongside.done(*act)
    row = values_by_day(alongside, sam, home / "out.csv")["2026-11-01"]
    assert (row["pain_0to10_higher_is_worse"], row["pain_made_from"]) == ("5", "daily")
    assert (row["mood_0to10_higher_is_better"], row["mood_made_from"]) == ("4", "imported")


def test_days_that_can_be_read_in_two_ways_are_asked_about(alongside: CommandLine, sam: Path, home: Path) -> None:
    (home / "days.csv").write_text("day,pain\n01/02/2026,4\n03/04/2026,4\n", "utf-8")
    said = alongside("import", sam, "days.csv").sentence()
    assert "1 February 2026 or 2 January 2026" in said
    assert account(alongside, sam, "days.csv", "--date-order", "mdy")["days"] == ["2026-01-02", "2026-03-04"]


BAD_FILES = {
    "empty": (b"", "There is nothing in this file."),
    "only a byte-order mark": (b"\xef\xbb\xbf", "There is nothing in this file."),
    "a workbook": (b"PK\x03\x04" + bytes(40), "This is a packed file or a workbook"),
    "a page": (b"<html><body>\n<p>hello</p>\n</body></html>\n", "This file has only one column"),
    "JSON": (b'{\n "format": "something"}', "This is JSON, not a table."),
    "our own table": (
        b"\xef\xbb\xbfkind,day,moment,value\nscore,2026-11-01,,5\n",
        "Alongside wrote this table itself.",
    ),
    "a letter": (b"Dear doctor\nI feel tired.\n", "This file has only one column"),
    "noise": (bytes(range(256)) * 4, "Row"),
    "only column names": (b"day,pain\n", "There are no rows below"),
    "no day": (b"pain,mood\n1,2\n", "No column of this file is called day or date."),
    "nothing known": (b"day,b\n2026-11-01,2\n", "No column of this file is called pain"),
    "ragged": (b"day,pain\n2026-11-01,4\n2026-11-02,5,6\n", "Row 3 of this file has 3 cells"),
    "an open quotation mark": (b'day,pain\n2026-11-01,"4\n2026-11-02,5\n', "In row 2 of this file a quotation mark"),
    "NUL": (b"day,pain\n2026-11-01,4\n2026-11-\0,4\n", "Row 3 of this file is not text."),
    "31 February": (b"day,pain\n2026-02-31,4\n", "No day in this file can be read"),
    "a column twice": (b"day,pain,pain\n2026-11-01,4,5\n", "Column 3 means the same"),
}


@pytest.mark.parametrize("bad", BAD_FILES.values(), ids=BAD_FILES)
def test_a_file_that_is_no_table_is_refused_whole(
    alongside: CommandLine, sam: Path, home: Path, bad: tuple[bytes, str]
) -> None:
    data, beginning = bad
    (home / "bad.csv").write_bytes(data)
    before = contents(sam)
    assert alongside("import", sam, "bad.csv").sentence().startswith(beginning)
    assert alongside("import", sam, "bad.csv", "--format", "alongside").sentence().endswith("Nothing was brought in.")
    assert contents(sam) == before


@pytest.mark.parametrize(
    ("name", "beginning"), [("nowhere.csv", "nowhere.csv is not there."), (".", "That file"), ("x" * 300, "That file")]
)
def test_a_file_that_cant_be_read_is_said(alongside: CommandLine, sam: Path, name: str, beginning: str) -> None:
    assert alongside("import", sam, name).sentence().startswith(beginning)


def test_a_map_says_which_column_is_what(alongside: CommandLine, sam: Path, home: Path) -> None:
    (home / "days.csv").write_text("Tag,Schmerz\n2026-11-01,4\n", "utf-8")
    (home / "map.toml").write_text('day = "Tag"\n[columns.Schmerz]\nmeasure = "pain"\n', "utf-8")
    done = account(alongside, sam, "days.csv", "--map", "map.toml")
    assert done["entries_made"] == 1
    (home / "wrong.toml").write_text("[columns", "utf-8")
    said = alongside("import", sam, "days.csv", "--map", "wrong.toml").sentence()
    assert said.startswith("The file that says what the columns are can’t be read.")
