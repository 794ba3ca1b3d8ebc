"""A fault of one PySide6 release that short test runs don't show."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None can't be lost from Python 3.12 on")
def test_void_calls_keep_none(qtbot: QtBot) -> None:
    """PySide6 6.12.0 drops a reference to None on every void call: the diary aborts after some 5,000 of them."""
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for text in ("one", "two", "three") * 100:
        label.setText(text)
    assert sys.getrefcount(None) > before - 100
