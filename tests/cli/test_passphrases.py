"""Where the passphrase of the command line comes from."""

from __future__ import annotations

import getpass
import io
import shutil
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from diary.cli.passphrases import Secrets
from diary.domain.errors import DiaryError
from diary.start import main
from tests.cli.harness import CommandLine, contents


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A diary with the passphrase ``correct horse``, and its recovery code in ``code``; made once, copied."""
    folder = tmp_path_factory.mktemp("kim")
    (folder / "passphrase").write_bytes(b"correct horse")
    printed = io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(printed):
        patch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
        argv = ["new", str(folder / "Kim.alongside"), "--about", "Kim", "--passphrase-file", str(folder / "passphrase")]
        assert main(argv) == 0
    (folder / "code").write_text(printed.getvalue().lower().replace("-", " "))
    return folder


@pytest.fixture
def kim(made: Path, home: Path) -> Path:
    for file in ("passphrase", "code"):
        shutil.copy(made / file, home)
    shutil.copytree(made / "Kim.alongside", home / "Kim.alongside")
    return home / "Kim.alongside"


def test_the_passphrase_and_the_recovery_code_open_a_diary(
    alongside: CommandLine, kim: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = {
        "crlf": b"correct horse\r\n",
        "bom": b"\xef\xbb\xbfcorrect horse\nmore\n",
        "code": (home / "code").read_bytes(),
    }
    for name, data in files.items():
        (home / name).write_bytes(data)
        alongside.done("log", kim, "--passphrase-file", name, "--pain", "6")
    monkeypatch.setenv("ALONGSIDE_PASSPHRASE_FILE", str(home / "passphrase"))
    alongside.done("history", kim)


@pytest.mark.parametrize(
    ("data", "beginning"),
    [
        (b"wrong", "That passphrase doesn’t open this diary."),
        (b"correct horse ", "That passphrase doesn’t open this diary."),
        (b"", "The first line of the passphrase file is empty."),
        (b" \ncorrect horse", "The first line of the passphrase file is empty."),
        (b"\xff\xfec", "The passphrase file is not plain text."),
        (None, "The passphrase file is not there"),
    ],
)
def test_a_passphrase_file_that_doesnt_serve_changes_nothing(
    alongside: CommandLine, home: Path, kim: Path, data: bytes | None, beginning: str
) -> None:
    if data is not None:
        (home / "given").write_bytes(data)
    before = contents(kim)
    assert alongside("log", kim, "--passphrase-file", "given", "--pain", "6").sentence().startswith(beginning)
    assert contents(kim) == before


def test_a_diary_is_not_made_without_a_passphrase_to_keep(alongside: CommandLine, home: Path) -> None:
    (home / "empty").write_bytes(b"")
    for given in ("empty", "missing", "."):
        said = alongside("new", "New.alongside", "--about", "Kim", "--passphrase-file", given).sentence()
        assert "passphrase file" in said
    assert not (home / "New.alongside").exists()


def test_a_code_with_a_typing_mistake_is_told_apart(alongside: CommandLine, home: Path, kim: Path) -> None:
    code = (home / "code").read_text()
    (home / "code").write_text(("z" if code[0] != "z" else "y") + code[1:])
    said = alongside("history", kim, "--passphrase-file", "code").sentence()
    assert said.startswith("This recovery code has a typing mistake.")


def test_nothing_is_asked_where_it_would_be_seen(
    alongside: CommandLine, kim: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def without_terminal(_: str) -> str:
        raise getpass.GetPassWarning

    monkeypatch.setattr(getpass, "getpass", without_terminal)
    said = alongside("history", kim, piped=b"correct horse\n").sentence()
    assert said.startswith("There is nowhere to type the passphrase unseen.")


def asked(*answers: str) -> Secrets:
    waiting: Iterator[str] = iter(answers)
    return Secrets({}, lambda _: next(waiting))


def test_a_new_passphrase_is_typed_twice() -> None:
    assert asked("correct", "correct").for_new(None) == "correct"
    with pytest.raises(DiaryError, match="passphrases_differ"):
        asked("correct", "corect").for_new(None)
