"""Writing about a day from the command line: everything typed, or nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.domain.days import diary_day
from diary.start import _now
from tests.cli.harness import CommandLine, contents

DAY = "2026-11-01"
TODAY = diary_day(_now())


def logged(alongside: CommandLine, sam: Path) -> list[str]:
    """What the history says was written, oldest first."""
    lines = alongside.done("history", sam)
    return [] if lines == ["Nothing has been written yet."] else [line.rpartition(" (")[0] for line in reversed(lines)]


def refused(alongside: CommandLine, sam: Path, *argv: str, piped: bytes = b"") -> str:
    """The sentence of a refusal, after which the diary is as it was, to the byte."""
    before = contents(sam)
    said = alongside("log", sam, *argv, piped=piped).sentence()
    assert contents(sam) == before
    assert "Please report" not in said
    return said


def test_a_day_is_kept_as_it_was_typed(alongside: CommandLine, sam: Path) -> None:
    given = ["--pain", "6", "--anxiety=7", "--mood", "3", "--sleep", "6,5", "--place", "left forearm=6"]
    said = alongside.done("log", sam, "--day", DAY, *given, "--note", "hello {x} 😀")
    assert said == ["Saved for 1 November 2026."]
    assert sorted(logged(alongside, sam)) == [
        "1 November 2026: Anxiety: not filled in → 7",
        "1 November 2026: Mood: not filled in → 3",
        "1 November 2026: Pain, left forearm: not filled in → 6",
        "1 November 2026: Pain: not filled in → 6",
        "1 November 2026: Sleep: not filled in → 6.5 hours",
        "1 November 2026: a note: not filled in → “hello {x} 😀”",
    ]


@pytest.mark.parametrize("typed", ["-1", "11", "10.5", "99999999", "9" * 400])
def test_a_number_outside_the_scale_is_refused(alongside: CommandLine, sam: Path, typed: str) -> None:
    assert refused(alongside, sam, f"--pain={typed}").endswith("The scale goes from 0 to 10.")
    assert refused(alongside, sam, "--place", f"neck={typed}").endswith("The scale goes from 0 to 10.")


def test_numbers_between_the_steps_are_refused_not_rounded(alongside: CommandLine, sam: Path) -> None:
    assert refused(alongside, sam, "--mood", "3.5").endswith("The steps are 1 apart.")
    assert refused(alongside, sam, "--sleep", "6.25").endswith("The steps are 0.5 apart.")
    assert refused(alongside, sam, "--sleep", "24.5").endswith("The scale goes from 0 to 24.")


@pytest.mark.parametrize("typed", ["nan", "inf", "1e3", "٣", "\uff16", "0x5", "1_0", "", " ", "five", "5 6", "\udcff"])
def test_what_is_no_number_is_refused(alongside: CommandLine, sam: Path, typed: str) -> None:
    assert refused(alongside, sam, "--anxiety", typed).startswith("That is not a number.")


@pytest.mark.parametrize("typed", ["2026-02-31", "2026-W48-3", "31/10/2026", "gestern", "", "10000-01-01", "2026-11"])
def test_a_day_that_is_none_is_refused(alongside: CommandLine, sam: Path, typed: str) -> None:
    assert refused(alongside, sam, "--day", typed, "--pain", "4").startswith("That date can’t be read.")


def test_the_future_is_refused_and_words_for_days_are_understood(alongside: CommandLine, sam: Path) -> None:
    ahead = TODAY + timedelta(days=2)
    assert "is still to come" in refused(alongside, sam, "--day", ahead.isoformat(), "--pain", "4")
    alongside.done("log", sam, "--day", "Yesterday", "--pain", "4")
    alongside.done("log", sam, "--pain", "5")
    about = [line.split(":")[0] for line in logged(alongside, sam)]
    assert about == [plain(TODAY - timedelta(days=1)), plain(TODAY)]


def plain(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@pytest.mark.parametrize(
    ("typed", "beginning"),
    [
        ("lower back", "That place can’t be read."),
        ("left right forearm=3", "That place can’t be read."),
        ("my back=3", "There is no such place"),
        ("left=3", "There is no such place"),
        ("=3", "There is no such place"),
        ("left head=3", "That place has no left and right."),
        ("lower back=x", "That is not a number."),
    ],
)
def test_a_place_that_is_none_is_refused(alongside: CommandLine, sam: Path, typed: str, beginning: str) -> None:
    assert refused(alongside, sam, "--place", typed).startswith(beginning)


def test_a_place_is_never_given_two_numbers(alongside: CommandLine, sam: Path) -> None:
    said = refused(alongside, sam, "--place", "lower back=4", "--place", "Lower_back=5")
    assert said.startswith("One place has two numbers.")
    alongside.done("log", sam, "--place", "left hand=4", "--place", "right hand=5")


def test_one_wrong_part_keeps_the_rest_out(alongside: CommandLine, sam: Path) -> None:
    refused(alongside, sam, "--pain", "6", "--mood", "11", "--note", "words")
    refused(alongside, sam, "--pain", "6", "--note", "x" * 20_001)
    refused(alongside, sam, "--by", "Alex", "--basis", "told", "--pain", "11")
    assert "Alex" not in alongside("history", sam).out


@pytest.mark.parametrize("typed", [[], ["--note", ""], ["--note", "  \n"], ["--from-notes"]])
def test_nothing_to_write_is_said(alongside: CommandLine, sam: Path, typed: list[str]) -> None:
    assert refused(alongside, sam, *typed).startswith("There was nothing to write.")


@pytest.mark.parametrize(
    ("piped", "beginning"),
    [
        (b"a" * 1_000_000, "This note is too long"),
        ("ü".encode() * 20_001, "This note is too long"),
        (b"a\0b", "This text has signs that can’t be kept."),
        (b"caf\xe9", "This text has signs that can’t be kept."),
        ("utf-16".encode("utf-16"), "This text has signs that can’t be kept."),
        (b"", "There was nothing to write."),
        (b"\n \n", "There was nothing to write."),
    ],
)
def test_a_piped_note_that_cant_be_kept_whole_is_refused(
    alongside: CommandLine, sam: Path, piped: bytes, beginning: str
) -> None:
    assert refused(alongside, sam, "--note", "-", piped=piped).startswith(beginning)


def test_a_note_in_arguments_that_is_no_text_is_refused(alongside: CommandLine, sam: Path) -> None:
    assert refused(alongside, sam, "--note", "a\udcff").startswith("This text has signs that can’t be kept.")


@pytest.mark.parametrize("words", ["😀 👩‍👩‍👧", "سلام، الألم ٦", "two\nlines", "a" * 20_000, "{braces} %s \\n"])
def test_a_piped_note_is_kept_as_it_is(alongside: CommandLine, sam: Path, words: str, home: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--note", "-", piped=words.encode("utf-8-sig"))
    alongside.done("export", sam, "out.csv", "--with-notes", "--format", "csv-long")
    kept = (home / "out.csv").read_text("utf-8-sig")
    assert words in kept
    assert "\ufeff" not in kept


def test_a_carer_says_how_they_know(alongside: CommandLine, sam: Path) -> None:
    for half in (["--by", "Alex"], ["--basis", "told"]):
        assert refused(alongside, sam, *half, "--pain", "4").startswith("Say who writes and how they know")
    assert refused(alongside, sam, "--by", " ", "--basis", "told", "--pain", "4").startswith("Say the carer’s name")
    assert refused(alongside, sam, "--by", "sam", "--basis", "told", "--pain", "4").startswith("The diary is about")
    assert refused(alongside, sam, "--by", "A\udcff", "--basis", "told", "--pain", "4").startswith("That name is")


@pytest.mark.parametrize("own", [["--mood", "3"], ["--anxiety", "3"], ["--sleep", "7"], ["--place", "neck=3"]])
def test_nobody_notices_another_ones_answers(alongside: CommandLine, sam: Path, own: list[str]) -> None:
    assert "A carer can note down pain" in refused(alongside, sam, "--by", "Alex", "--basis", "observed", *own)


def test_what_a_carer_saw_stays_apart_from_what_they_were_told(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--by", "Alex", "--basis", "told", "--pain", "7")
    alongside.done("log", sam, "--day", DAY, "--by", "alex", "--basis", "observed", "--pain", "9", "--note", "pale")
    alongside.done("export", sam, "out.csv")
    header, row = (home / "out.csv").read_text("utf-8-sig").splitlines()
    found = dict(zip(header.split(","), row.split(","), strict=True))
    assert found["pain_0to10_higher_is_worse"] == "7"
    assert found["pain_basis"] == "told"
    assert found["carer_noticed_pain_as_seemed_0to10_higher_is_worse"] == "9"
