"""The check, backups, and bringing one back."""

from __future__ import annotations

import shutil
import zipfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from diary import start
from diary.app import diaries
from diary.app.values import BACKUP_SUFFIX
from diary.start import _computer
from tests.cli.harness import CommandLine, contents

BACKUP = "Sam.alongside-backup"


@pytest.fixture
def sam(sam: Path, alongside: CommandLine) -> Path:
    alongside.done("log", sam, "--day", "2026-11-01", "--pain", "6")
    alongside.done("log", sam, "--day", "2026-11-03", "--pain", "5")
    return sam


def test_the_check_says_what_the_diary_holds(alongside: CommandLine, sam: Path) -> None:
    assert alongside.done("check", sam) == ["All is well: 2 days, 1 November 2026 to 3 November 2026."]
    assert alongside.done("check", sam, "--repair") == alongside.done("check", sam)


def test_what_differs_from_its_history_is_found_and_repaired(alongside: CommandLine, sam: Path) -> None:
    diary = diaries.open_diary(sam, None, _computer())
    with diary.store._transaction() as connection:
        connection.execute(text("UPDATE score SET value = 1 WHERE value = 6"))
    diaries.close(diary)
    before = contents(sam)
    found = alongside("check", sam)
    assert (found.code, found.lines) == (1, ["score: 1 row differs from its history."])
    assert found.err.startswith("What this diary shows differs from its history.")
    assert contents(sam) == before
    assert alongside.done("check", sam, "--repair")[-1].startswith("All is well: 2 days")
    assert alongside.done("check", sam)[0].startswith("All is well")


def test_a_damaged_page_is_found_and_left_alone(alongside: CommandLine, sam: Path) -> None:
    data = bytearray((sam / "diary.db").read_bytes())
    for offset in range(4096, len(data), 4096):
        data[offset + 200] ^= 1
    (sam / "diary.db").write_bytes(data)
    before = contents(sam)
    for repair in ([], ["--repair"]):
        found = alongside("check", sam, *repair)
        assert found.code == 1
        assert found.err.startswith("This diary’s file is damaged.")
        assert found.lines[-1].startswith("The newest whole backup is of ")
        assert found.lines[-1].endswith(str(automatic(sam / "backups")[0]))
    assert contents(sam) == before


def test_one_damaged_page_is_named_and_its_backup_with_it(alongside: CommandLine, sam: Path) -> None:
    data = bytearray((sam / "diary.db").read_bytes())
    data[len(data) // 2] ^= 1
    (sam / "diary.db").write_bytes(data)
    found = alongside("check", sam)
    assert (found.code, len(found.lines)) == (1, 2)
    assert found.lines[0].startswith("The file is damaged: ")
    (automatic(sam / "backups")[0]).unlink()
    assert alongside("check", sam).lines[-1] == "There is no backup beside it that opens and is whole."


def test_a_backup_that_is_damaged_itself_is_not_called_whole(alongside: CommandLine, sam: Path) -> None:
    alongside.done("backup", sam)
    older, newer = automatic(sam / "backups")[0], next(f for f in (sam / "backups").iterdir() if "auto" not in f.name)
    for file in (sam / "diary.db", newer):
        data = bytearray(file.read_bytes())
        data[len(data) // 2] ^= 1
        file.write_bytes(data)
    assert alongside("check", sam).lines[-1].endswith(str(older))


def test_keys_that_are_missing_or_changed_are_told_with_a_backup(alongside: CommandLine, sam: Path) -> None:
    whole = (sam / "keys.json").read_text()
    (sam / "keys.json").write_text(whole.replace('"sum": "', '"sum": "0'))
    found = alongside("check", sam)
    assert found.lines[0] == "The key file is damaged, though it still opens the diary: keys.json"
    assert found.err.startswith("This diary’s key file is damaged.")
    (sam / "keys.json").unlink()
    found = alongside("check", sam)
    assert found.err.startswith("This diary’s key file, keys.json, is not there.")
    assert found.lines[-1].startswith("The newest whole backup is of ")


def test_a_clock_that_ran_ahead_is_flagged(alongside: CommandLine, sam: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as later:
        later.setattr(start, "_now", in_three_days)
        alongside.done("log", sam, "--day", "2026-11-05", "--pain", "1")
    said = alongside.done("check", sam)
    assert said[0].startswith("The last entry was written by a clock that ran ahead: it said ")
    assert said[1].startswith("All is well: 3 days")


def in_three_days() -> datetime:
    return datetime.now().astimezone() + timedelta(days=3)


def test_a_backup_brings_back_what_it_held_and_keeps_what_was_there(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    assert alongside.done("backup", sam, BACKUP) == [f"Backed up and checked: {BACKUP}"]
    alongside.done("log", sam, "--day", "2026-11-05", "--pain", "1")
    brought_back = "Brought back: 2 days, 1 November 2026 to 3 November 2026."
    kept = "The diary that was there is kept beside it. Its name says “replaced”."
    assert alongside.done("restore", BACKUP, "Elsewhere.alongside") == [brought_back]
    assert alongside.done("restore", BACKUP, sam) == [brought_back, kept]
    assert alongside.done("check", sam)[0].startswith("All is well: 2 days")
    assert alongside.done("check", home / "Sam replaced 1.alongside")[0].startswith("All is well: 3 days")


def test_a_backup_without_a_name_lies_in_the_diary(alongside: CommandLine, sam: Path) -> None:
    (said,) = alongside.done("backup", sam)
    (made,) = (file for file in (sam / "backups").iterdir() if "automatic" not in file.name)
    assert said == f"Backed up and checked: {made}"
    alongside.done("log", sam, "--day", "2026-11-05", "--pain", "1")
    assert alongside.done("restore", made, sam)[0].startswith("Brought back: 2 days")
    assert made.exists()


def automatic(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*automatic{BACKUP_SUFFIX}"))


def test_whoever_only_uses_the_command_line_gets_the_automatic_backup_too(
    alongside: CommandLine, sam: Path, home: Path
) -> None:
    (first,) = automatic(sam / "backups")
    assert alongside.done("restore", first, "First.alongside")[0].startswith("Brought back: 1 day")
    first.rename(first.with_name("2026-01-01 08.00.00 automatic" + BACKUP_SUFFIX))
    (home / "table.csv").write_text("date,pain\n2026-11-05,4\n")
    alongside.done("import", sam, home / "table.csv", "--dry-run")
    assert len(automatic(sam / "backups")) == 1
    alongside.done("import", sam, home / "table.csv")
    newest = automatic(sam / "backups")[-1]
    assert alongside.done("restore", newest, "Newest.alongside")[0].startswith("Brought back: 3 days")


def test_a_backup_that_cannot_be_made_does_not_stop_what_was_typed_and_is_told_once(
    alongside: CommandLine, sam: Path
) -> None:
    shutil.rmtree(sam / "backups")
    (sam / "backups").write_bytes(b"in the way")
    ran = alongside("log", sam, "--day", "2026-11-04", "--pain", "2")
    assert (ran.code, ran.out) == (0, "Saved for 4 November 2026.\n")
    assert ran.err.startswith("The automatic backup could not be made. Your diary is safe.")
    alongside.done("log", sam, "--day", "2026-11-05", "--pain", "3")


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("there", "There is already something with the backup’s name."),
        (".", "There is already something with the backup’s name."),
        ("nowhere/out", "The folder for this is not there"),
        ("x" * 300, "That name is too long"),
    ],
)
def test_a_backup_never_replaces_anything(
    alongside: CommandLine, sam: Path, home: Path, name: str, beginning: str
) -> None:
    (home / "there").write_bytes(b"mine")
    before = set(home.iterdir())
    assert alongside("backup", sam, name).sentence().startswith(beginning)
    assert set(home.iterdir()) == before
    assert (home / "there").read_bytes() == b"mine"


def test_what_is_no_backup_brings_nothing_back(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("backup", sam, BACKUP)
    whole = (home / BACKUP).read_bytes()
    flipped = bytearray(whole)
    flipped[len(whole) // 2] ^= 255
    with zipfile.ZipFile(home / "foreign", "w") as archive:
        archive.writestr("a.txt", "hello")
    files = {"empty": b"", "letter": b"Dear doctor", "half": whole[: len(whole) // 2], "flipped": bytes(flipped)}
    for name, data in files.items():
        (home / name).write_bytes(data)
    before = contents(home)
    for target in ("New.alongside", sam):
        for name in ("empty", "letter", "half", "foreign"):
            assert alongside("restore", name, target).sentence().startswith("That is not a backup of a diary.")
        assert alongside("restore", "flipped", target).sentence().startswith("This backup is damaged")
        assert alongside("restore", "nowhere", target).sentence().startswith("nowhere is not there.")
        assert alongside("restore", "config", target).sentence().startswith("That file can’t be read.")
    assert contents(home) == before


def test_nothing_else_is_ever_replaced_by_a_backup(alongside: CommandLine, sam: Path, home: Path) -> None:
    alongside.done("backup", sam, BACKUP)
    alongside.done("new", "Kim.alongside", "--about", "Kim", "--no-passphrase")
    (home / "letter").write_bytes(b"mine")
    before = contents(home)
    assert alongside("restore", BACKUP, "Kim.alongside").sentence().startswith("This backup is of another diary.")
    for there in ("letter", "config"):
        assert alongside("restore", BACKUP, there).sentence().startswith("There is already something at that place.")
    assert contents(home) == before


def test_a_diary_made_in_a_folder_that_is_kept_in_step_is_warned_of_and_its_code_stands_alone(
    alongside: CommandLine, tmp_path: Path
) -> None:
    ran = alongside("new", tmp_path / "Dropbox" / "S.alongside", "--about", "Sam", "--no-passphrase")
    assert (ran.code, len(ran.lines)) == (0, 1)
    assert "keeps in step" in ran.err
    assert alongside("new", tmp_path / "S.alongside", "--about", "Sam", "--no-passphrase").err == ""
