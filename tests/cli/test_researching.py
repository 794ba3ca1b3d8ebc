"""A study's files from the terminal: shown without a file's name, written with one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.harness import CommandLine


def test_what_would_leave_is_printed_and_written_only_where_a_file_is_named(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    alongside.done("log", sam, "--day", "2026-11-01", "--pain", "6", "--note", "rare words")
    before = set(home.iterdir())
    shown = "\n".join(alongside.done("research", sam))
    assert set(home.iterdir()) == before
    assert "1,answer,pain,,,6" in shown
    written = alongside.done("research", sam, "study.csv")
    assert written[0] == "Written: study.csv and study-codebook.csv"
    text = (home / "study.csv").read_text("utf-8") + (home / "study-codebook.csv").read_text("utf-8")
    assert text.splitlines() == [line for line in shown.splitlines() if line]
    assert "rare words" not in text
    assert "2026" not in text


def test_a_file_that_is_there_is_replaced_only_by_force(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("log", sam, "--pain", "6")
    (home / "study-codebook.csv").write_bytes(b"mine")
    assert alongside("research", sam, "study.csv").sentence().startswith("There is already a file with that name.")
    assert not (home / "study.csv").exists()
    alongside.done("research", sam, "study.csv", "--force")
    assert (home / "study.csv").exists()


def test_an_empty_diary_has_nothing_for_a_study(alongside: CommandLine, sam: Path) -> None:
    assert alongside("research", sam).sentence().startswith("Nothing was written in these days.")
