"""Folders that are no diary, or not one that can be written in now: every verb says so, and touches nothing."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from diary.app import diaries
from diary.start import _computer
from tests.cli.harness import CommandLine, contents

READING = [
    ["history"],
    ["export", "out.csv"],
    ["summary", "out.pdf"],
    ["insights"],
    ["check"],
    ["import", "days.csv", "--dry-run"],
]
WRITING = [
    ["log", "--pain", "4"],
    ["import", "days.csv"],
    ["check", "--repair"],
    ["backup"],
    ["backup", "out.alongside-backup"],
]
NO_BACKUP = "There is no backup beside it that opens and is whole."
"""What the check adds where a backup would help."""


def run(alongside: CommandLine, folder: Path, argv: list[str]) -> str:
    ran = alongside(argv[0], folder, *argv[1:])
    return ran.err if ran.lines == [NO_BACKUP] and argv[0] == "check" and ran.code == 1 else ran.sentence()


def emptied(folder: Path) -> None:
    for file in folder.iterdir():
        file.unlink()


def cut(folder: Path) -> None:
    whole = (folder / "diary.db").read_bytes()
    (folder / "diary.db").write_bytes(whole[:5000])


def zero_bytes(folder: Path) -> None:
    (folder / "diary.db").write_bytes(b"")


def another_programs(folder: Path) -> None:
    (folder / "diary.db").unlink()
    with sqlite3.connect(folder / "diary.db") as raw:
        raw.execute("CREATE TABLE bookmark (url TEXT)")
    raw.close()


def without_keys(folder: Path) -> None:
    (folder / "keys.json").unlink()


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"hello")


def newer(folder: Path) -> None:
    diary = diaries.open_diary(folder, None, _computer())
    with diary.store._transaction() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    diaries.close(diary)


@pytest.mark.parametrize(
    ("damage", "beginning"),
    [
        (emptied, "That is not a diary."),
        (shutil.rmtree, "There is nothing at that place."),
        (a_file, "That is not a diary."),
        (another_programs, "That is not a diary."),
        (cut, "This diary’s file is damaged."),
        (zero_bytes, "This diary’s file is damaged."),
        (without_keys, "This diary’s key file, keys.json, is not there."),
        (newer, "A newer version of Alongside wrote this diary."),
    ],
)
def test_every_verb_says_what_is_wrong(
    alongside: CommandLine, sam: Path, home: Path, damage: Callable[[Path], object], beginning: str
) -> None:
    (home / "days.csv").write_text("day,pain\n2026-11-01,4\n", "utf-8")
    damage(sam)
    before = contents(home)
    for argv in READING + WRITING:
        assert run(alongside, sam, argv).startswith(beginning), argv
    assert contents(home) == before


def test_a_diary_that_is_open_can_be_read_and_not_written(alongside: CommandLine, sam: Path, home: Path) -> None:
    (home / "days.csv").write_text("day,pain\n2026-11-01,4\n", "utf-8")
    alongside.done("log", sam, "--day", "2026-11-01", "--pain", "6")
    alongside.done("backup", sam, "before.alongside-backup")
    window = diaries.open_diary(sam, None, _computer())
    try:
        before = contents(sam)
        for argv in WRITING:
            said = run(alongside, sam, argv)
            assert said.startswith("This diary is open in another window: Alongside ")
            assert ", opened by " in said
        restored = alongside("restore", "before.alongside-backup", sam).sentence()
        assert restored.startswith("This diary is open in another window")
        for argv in READING:
            alongside.done(argv[0], sam, *argv[1:])
        assert contents(sam) == before
    finally:
        diaries.close(window)
    alongside.done("log", sam, "--pain", "4")


@pytest.mark.parametrize("name", ["with spaces/Ünï ✨ سام.alongside", "trailing.alongside/", "plain"])
def test_a_diary_may_lie_anywhere_under_any_name(alongside: CommandLine, home: Path, name: str) -> None:
    alongside.done("new", name, "--about", "سام", "--no-passphrase")
    alongside.done("log", home / name, "--pain", "4")
    assert "(سام, " in alongside.done("history", name)[0]


@pytest.mark.parametrize("about", ["", "  ", "a\x01", "a\udcff", "x" * 201])
def test_a_diary_is_about_somebody(alongside: CommandLine, home: Path, about: str) -> None:
    before = contents(home)
    assert "name" in alongside("new", "New.alongside", "--about", about, "--no-passphrase").sentence()
    assert contents(home) == before


@pytest.mark.parametrize("name", ["Sam.alongside", ".", "", "config", "x" * 300, "config/alongside/preferences.json/x"])
def test_a_place_where_no_diary_can_be_made_is_said(alongside: CommandLine, home: Path, name: str) -> None:
    before = contents(home)
    assert alongside("new", name, "--about", "Kim", "--no-passphrase").sentence()
    assert contents(home) == before
