"""The direction in which code may depend, checked with the tests so that nobody learns of a breach from CI."""

from __future__ import annotations

import pytest
from importlinter import cli

from tests.house.sources import PROJECT


def test_import_contracts_are_kept(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A screen that reaches into the database is how a view's typing mistake comes to lose a day."""
    monkeypatch.chdir(PROJECT)
    assert cli.lint_imports(no_cache=True) == cli.EXIT_STATUS_SUCCESS, capsys.readouterr().out
