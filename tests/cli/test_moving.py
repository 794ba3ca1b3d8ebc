"""move: an entry goes from one diary to the other, and each thing is said that a person must know."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.cli import passphrases
from tests.cli.harness import CommandLine

DAY = ("--day", "2026-11-22")


@pytest.fixture
def alex(home: Path, alongside: CommandLine) -> Path:
    """A second diary, about Alex."""
    folder = home / "Alex.alongside"
    alongside("new", folder, "--about", "Alex", "--no-passphrase")
    return folder


def test_an_entry_is_moved_and_both_histories_say_so_without_its_words(
    alongside: CommandLine, sam: Path, alex: Path
) -> None:
    alongside("log", sam, *DAY, "--pain", "6", "--place", "left knee=3", "--note", "zymurgic")
    before = alongside.done("move", sam, alex, *DAY, "--dry-run")
    assert before == [
        "To Alex.alongside goes: Pain, left knee, a note.",
        "There they are Alex’s own answers.",
        "A move can’t be undone. Older backups hold the words until newer ones replace them.",
    ]
    assert "Pain: not filled in → 6" in "\n".join(alongside.done("history", sam))
    moved = alongside.done("move", sam, alex, *DAY)
    assert moved == [*before[:2], "Moved: 22 November 2026, to Alex.alongside."]
    here, there = "\n".join(alongside.done("history", sam)), "\n".join(alongside.done("history", alex))
    assert "the entry: moved to another diary (Sam" in here
    assert "zymurgic" not in here
    assert "what it said is removed for good (Sam" in here
    assert "the entry: moved here from another diary (Alex" in there
    assert "zymurgic" in there
    assert "Sam" not in there
    assert alongside("move", sam, alex, *DAY).sentence() == (
        "There is nothing to move on that day. Nothing was changed."
    )


def test_what_is_answered_there_stays_here_and_is_named(alongside: CommandLine, sam: Path, alex: Path) -> None:
    alongside("log", sam, *DAY, "--pain", "6", "--mood", "4")
    alongside("log", alex, *DAY, "--pain", "2")
    assert alongside.done("move", sam, alex, *DAY) == [
        "To Alex.alongside goes: Mood.",
        "Here stays, because it has an answer there: Pain.",
        "There they are Alex’s own answers.",
        "Moved: 22 November 2026, to Alex.alongside.",
    ]
    assert alongside.done("move", sam, alex, *DAY)[-1] == "Nothing was moved."


def test_a_carers_entry_keeps_its_writer_or_becomes_what_is_said(alongside: CommandLine, sam: Path, alex: Path) -> None:
    by_kim = ("--by", "Kim", "--basis", "told")
    alongside("log", sam, *DAY, "--pain", "6", *by_kim)
    assert alongside.done("move", sam, alex, *DAY, *by_kim, "--dry-run")[1] == (
        "There they are by Kim, who did not write there before."
    )
    assert alongside.done("move", sam, alex, *DAY, *by_kim, "--other-own")[1] == "There they are Alex’s own answers."
    assert alongside("move", sam, alex, *DAY, "--by", "Jo", "--basis", "told").sentence().startswith("That carer")
    assert alongside("move", sam, alex, *DAY, "--by", "Kim").sentence().startswith("Say who writes")


def test_only_what_was_written_from_a_time_on(alongside: CommandLine, sam: Path, alex: Path) -> None:
    alongside("log", sam, *DAY, "--pain", "6")
    assert alongside("move", sam, alex, *DAY, "--since", "9999-01-01 00:00").sentence().startswith("There is nothing")
    assert alongside("move", sam, alex, *DAY, "--since", "tea").sentence().startswith("That time can’t be read.")
    assert alongside.done("move", sam, alex, *DAY, "--since", "04:00")[0] == "To Alex.alongside goes: Pain."


def test_a_fault_names_the_diary_that_it_is_of(alongside: CommandLine, sam: Path, home: Path) -> None:
    secret, wrong = home / "secret", home / "wrong"
    secret.write_text("another kettle")
    wrong.write_text("tin kettle")
    kim = home / "Kim.alongside"
    alongside("new", kim, "--about", "Kim", "--passphrase-file", secret)
    alongside("log", sam, *DAY, "--pain", "6")
    refused = alongside("move", sam, kim, *DAY, "--other-passphrase-file", wrong).sentence()
    assert refused.startswith("Kim.alongside: That passphrase doesn’t open this diary. Nothing was changed.")
    missing = alongside("move", sam, home / "None.alongside", *DAY).sentence()
    assert missing.startswith("None.alongside: There is nothing at that place.")
    assert alongside("move", sam, sam, *DAY).sentence().startswith("That is the same diary")
    assert alongside.done("move", sam, kim, *DAY, "--other-passphrase-file", secret)[0].startswith("To Kim.alongside")


def test_the_passphrase_of_the_first_diary_is_never_tried_on_the_second(tmp_path: Path) -> None:
    asked: list[str] = []

    def prompt(question: str) -> str:
        asked.append(question)
        return "typed"

    file = tmp_path / "first"
    file.write_text("of the first")
    secrets = passphrases.Secrets({passphrases.FILE_VARIABLE: str(file)}, prompt)
    assert secrets.to_open(None) == "of the first"
    assert secrets.to_open_other(None, "Kim.alongside") == "typed"
    assert asked == ["Passphrase or recovery code of Kim.alongside: "]
