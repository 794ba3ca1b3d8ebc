"""Files that leave the diary: what is in them, and where they may go."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.cli.harness import CommandLine, contents

DAY = "2026-11-01"


@pytest.fixture
def sam(sam: Path, alongside: CommandLine) -> Path:
    given = ["--mood", "3", "--anxiety", "7", "--pain", "6", "--sleep", "6.5", "--place", "left forearm=8"]
    alongside.done("log", sam, "--day", DAY, *given, "--note", "rare words")
    alongside.done("log", sam, "--day", "2026-11-03", "--bad-day")
    return sam


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def test_the_wide_table_has_a_row_for_each_day_and_the_direction_of_each_measure(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    alongside.done("export", sam, "out.csv")
    rows = rows_of(home / "out.csv")
    assert list(rows[0])[:6] == [
        "day",
        "state",
        "mood_0to10_higher_is_better",
        "anxiety_0to10_higher_is_worse",
        "pain_0to10_higher_is_worse",
        "sleep_hours",
    ]
    assert list(rows[0].values())[:6] == [DAY, "recorded", "3", "7", "6", "6.5"]
    assert list(rows[1].values())[:6] == ["2026-11-03", "bad_day", "", "", "", ""]
    assert rows[0]["pain_forearm_left_0to10_higher_is_worse"] == "8"
    assert len(rows) == 2


def test_a_workbook_is_written_by_its_ending_and_read_back(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("export", sam, "out.xlsx")
    first, second = CalamineWorkbook.from_path(home / "out.xlsx").get_sheet_by_name("Days").to_python()[1:]
    assert first[:6] == [date(2026, 11, 1), "recorded", 3, 7, 6, 6.5]
    assert second[:6] == [date(2026, 11, 3), "bad_day", "", "", "", ""]


@pytest.mark.parametrize("form", ["csv", "csv-long", "json"])
def test_notes_leave_only_when_asked_for(alongside: CommandLine, sam: Path, home: Path, form: str) -> None:
    alongside.done("export", sam, "without", "--format", form)
    alongside.done("export", sam, "with", "--format", form, "--with-notes")
    assert "rare words" not in (home / "without").read_text("utf-8")
    assert "rare words" in (home / "with").read_text("utf-8")


def test_a_period_limits_what_is_written(alongside: CommandLine, sam: Path, home: Path) -> None:
    for name, typed in {
        "a": ["--from", "2026-11-02"],
        "b": ["--to", "2026-11-02"],
        "c": ["--to", "2020-01-01"],
    }.items():
        alongside.done("export", sam, f"{name}.csv", *typed)
    days = {name: [row["day"] for row in rows_of(home / f"{name}.csv")] for name in "abc"}
    assert days == {"a": ["2026-11-03"], "b": [DAY], "c": []}
    backwards = alongside("export", sam, "d.csv", "--from", "2026-11-03", "--to", DAY).sentence()
    assert "comes before the first" in backwards
    assert alongside("export", sam, "d.csv", "--from", "31.11.").sentence().startswith("That date can’t be read.")


def test_the_date_on_a_file_can_be_fixed(
    alongside: CommandLine, sam: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    alongside.done("export", sam, "out.json")
    assert json.loads((home / "out.json").read_bytes())["exported_on"] == "1970-01-02"
    for wrong in ("soon", "-5", "1e9", "٣", "9" * 20):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        assert alongside("export", sam, "other.json").sentence().startswith("SOURCE_DATE_EPOCH must be")
    assert not (home / "other.json").exists()
    alongside.done("history", sam)


@pytest.mark.parametrize("verb", [["export", "out.csv"], ["summary", "out.pdf"]])
def test_a_file_that_is_there_is_replaced_only_by_force(
    alongside: CommandLine, sam: Path, home: Path, verb: list[str]
) -> None:
    out = home / verb[1]
    out.write_bytes(b"mine")
    assert alongside(verb[0], sam, out).sentence().startswith("There is already a file with that name.")
    assert out.read_bytes() == b"mine"
    alongside.done(verb[0], sam, out, "--force")
    assert out.stat().st_size > 100


@pytest.mark.parametrize(
    ("argv", "beginning"),
    [
        (["export", "folder.csv"], "That file can’t be written."),
        (["export", "folder.csv", "--force"], "That file can’t be written."),
        (["export", ".", "--format", "csv", "--force"], "That file can’t be written."),
        (["export", "", "--format", "csv"], "That file can’t be written."),
        (["export", "Sam.alongside/out.csv"], "That is a diary’s own folder."),
        (["export", "Sam.alongside/diary.db", "--format", "csv", "--force"], "That is a diary’s own folder."),
        (["export", "nowhere/out.csv"], "The folder for this is not there"),
        (["export", "out.ods"], "That file’s name doesn’t say what to write."),
        (["export", "out"], "That file’s name doesn’t say what to write."),
        (["export", "x" * 300 + ".csv"], "That name is too long"),
        (["summary", "folder.pdf", "--force"], "That file can’t be written."),
        (["summary", "nowhere/out.pdf"], "The folder for this is not there"),
        (["summary", "Sam.alongside/diary.db", "--format", "pdf", "--force"], "That is a diary’s own folder."),
        (["summary", "out.txt"], "The summary is saved as a PDF or a web page."),
        (["summary", "."], "The summary is saved as a PDF or a web page."),
        (["summary", "out.pdf", *["--question", "Why?"] * 4], "Up to 3 questions have room on the doctor’s page."),
        (["summary", "out.pdf", "--question", "x" * 91], "This is too long for the doctor’s page."),
        (["summary", "out.pdf", "--wish", "x" * 301], "This is too long for the doctor’s page."),
        (["summary", "out.pdf", "--to", "2020-01-01"], "Nothing was written in these days."),
        (["summary", "out.pdf", "--from", "2026-11-03", "--to", DAY], "The last day, 1 November 2026,"),
    ],
)
def test_a_place_where_nothing_can_be_written_is_said_and_left_alone(
    alongside: CommandLine, sam: Path, home: Path, argv: list[str], beginning: str
) -> None:
    (home / "folder.csv").mkdir()
    (home / "folder.pdf").mkdir()
    before, diary = set(home.iterdir()), contents(sam)
    assert alongside(argv[0], sam, *argv[1:]).sentence().startswith(beginning)
    assert set(home.iterdir()) == before
    assert contents(sam) == diary


def test_what_is_on_the_pages_is_chosen_as_in_the_window(alongside: CommandLine, home: Path) -> None:
    alongside.done("demo", "Demo.alongside", "--years", "1", "--no-passphrase", "--until", "2026-11-01")

    def shown(*options: str) -> str:
        alongside.done("summary", "Demo.alongside", "page.html", "--force", *options)
        return (home / "page.html").read_text("utf-8")

    whole = shown("--wish", "To sleep <b>again</b>", "--question", "Why?", "--question", "What next?")
    assert "To sleep &lt;b&gt;again&lt;/b&gt;" in whole
    assert ("Why?" in whole, "What next?" in whole, "Could physiotherapy" in whole) == (True, True, False)
    headings = {
        "--without-questionnaires": ">Questionnaires<",
        "--without-treatments": ">Treatments and self-care<",
        "--without-links": ">How they move together<",
        "--without-places": ">Places<",
        "--without-carer": ">Carer’s view △<",
    }
    for gone in (list(headings)[::2], list(headings)[1::2]):
        page = shown("--wish", "", *gone)
        assert "What I want" not in page
        assert [option for option, heading in headings.items() if heading not in page] == gone


def test_a_name_that_the_pdf_can_t_print_is_told_with_what_can(alongside: CommandLine, home: Path) -> None:
    alongside.done("new", "S.alongside", "--about", "שרה", "--no-passphrase")
    alongside.done("log", "S.alongside", "--pain", "4")
    assert len(alongside.done("summary", "S.alongside", "without.pdf")) == 1
    told = alongside.done("summary", "S.alongside", "with.pdf", "--name")[1]
    assert (
        told == "The PDF has “[HEBREW, 3 characters]” where it lacks letters. A web page (OUT.html) shows every letter."
    )
    assert len(alongside.done("summary", "S.alongside", "with.html", "--name")) == 1
    assert "שרה" in (home / "with.html").read_text("utf-8")


def test_a_summary_says_who_it_is_about_only_when_asked(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("summary", sam, "without.pdf")
    alongside.done("summary", sam, "with.pdf", "--name", "--paper", "letter", "--without-carer")
    assert (home / "without.pdf").read_bytes()[:5] == b"%PDF-"
    assert (home / "with.pdf").read_bytes() != (home / "without.pdf").read_bytes()


def test_insights_say_how_many_more_days_are_needed(alongside: CommandLine, sam: Path) -> None:
    (first, *_), later = (
        alongside.done("insights", sam),
        "1 day is left out: it was filled in more than three days later.",
    )
    assert first.startswith("Anxiety and pain: 21 more days with both are needed (0 of 21).")
    assert first.endswith(later)
    alongside.done("log", sam, "--day", DAY, "--pain", "5", "--from-notes")
    (first, *_) = alongside.done("insights", sam)
    assert first.startswith("Anxiety and pain: 20 more days with both are needed (1 of 21).")
    assert later not in first
    findings = json.loads("\n".join(alongside.done("insights", sam, "--json")))["findings"]
    assert {"x", "y", "kind", "n", "state", "sentence"} <= set(findings[0])
    assert (findings[0]["x"], findings[0]["y"], findings[0]["n"]) == ("anxiety", "pain", 1)


def test_a_summary_begins_on_the_last_appointment(alongside: CommandLine, sam: Path, home: Path) -> None:
    since: list[str | Path] = ["summary", sam, "since.pdf", "--since-appointment"]
    assert "No earlier appointment is in this diary." in alongside(*since).sentence()
    alongside.done("log", sam, "--day", "2026-11-02", "--appointment")
    alongside.done(*since)
    alongside.done("summary", sam, "typed.pdf", "--from", "2026-11-02", "--to", "2026-11-03")
    assert (home / "since.pdf").read_bytes() == (home / "typed.pdf").read_bytes()
    assert alongside(*since, "--force", "--from", DAY).code == 2
