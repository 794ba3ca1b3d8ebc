from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from diary.start import main
from tests.cli.harness import CommandLine


@pytest.fixture(scope="session")
def new_diary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with an empty diary about Sam, without a passphrase; made once, copied for each test."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(home / "config"))
        assert main(["new", str(home / "Sam.alongside"), "--about", "Sam", "--no-passphrase"]) == 0
    return home


@pytest.fixture
def home(new_diary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    shutil.copytree(new_diary, folder)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def alongside(home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    assert home.is_dir()
    return CommandLine(capsys, monkeypatch)


@pytest.fixture
def sam(home: Path) -> Path:
    return home / "Sam.alongside"
