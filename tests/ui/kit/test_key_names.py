"""Keys go by what stands on this computer's keyboard."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.ui.asking.factors_card import FactorsCard
from diary.ui.asking.state import AskingState
from diary.ui.asking.view import AskingView
from diary.ui.keys_dialog import KeysDialog
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Words
from diary.ui.rail import Rail
from diary.ui.settings.cards import LockCard
from diary.ui.today.key_hints import KeyHints

Make = Callable[[Icons, QWidget], QWidget]
NAMING: dict[str, Make] = {
    "the list of keys": KeysDialog,
    "Today's hints": lambda icons, _: KeyHints(icons),
    "the rail": lambda icons, _: Rail(icons),
    "locking, in Settings": lambda icons, _: LockCard(icons),
    "what Today asks": lambda icons, _: AskingView(icons, AskingState()),
    "what can be part of a day": lambda icons, _: FactorsCard(icons),
}


def said(page: QWidget) -> str:
    """All words and tips of a page."""
    tips = [part.toolTip() for part in page.findChildren(QWidget)]
    return " ".join([*(words.text() for words in page.findChildren(Words)), *tips])


@pytest.mark.parametrize("make", NAMING.values(), ids=NAMING)
def test_a_mac_is_told_of_its_own_keys(make: Make, icons: Icons, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """Qt takes ⌘ for Ctrl there: whoever presses Ctrl as it was told, or looks for Alt, gets nothing."""
    parent = QWidget()
    qtbot.addWidget(parent)
    elsewhere = said(make(icons, parent))
    assert "Ctrl" in elsewhere or "Alt" in elsewhere
    with monkeypatch.context() as mac:
        mac.setattr(sys, "platform", "darwin")
        on_a_mac = said(make(icons, parent))
    assert "Ctrl" not in on_a_mac
    assert "Alt" not in on_a_mac
    assert "⌘" in on_a_mac or "⌥" in on_a_mac
