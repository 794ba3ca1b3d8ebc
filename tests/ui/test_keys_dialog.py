"""The list of keys, opened by the question mark from anywhere."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.ui.keys_dialog import KEYS, KeysDialog
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Key, Words
from diary.ui.window import Window


def _no_help(is_open: bool) -> QWidget:  # noqa: FBT001  # as the window calls it
    del is_open
    return QWidget()


def test_the_question_mark_opens_it_and_escape_puts_it_away(icons: Icons) -> None:
    window = Window()
    window.furnish(icons, _no_help)
    window.show()
    QTest.qWaitForWindowExposed(window)
    QTest.keyClicks(window, "?")
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert dialog.isVisible()
    gone = weakref.ref(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    del dialog
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    window.close()
    window.deleteLater()


def test_every_key_is_named_with_what_it_does(icons: Icons) -> None:
    parent = QWidget()
    dialog = KeysDialog(icons, parent)
    caps = sum(len(keys) for keys, _ in KEYS)
    assert len(dialog.findChildren(Key)) == caps
    shown = {words.text() for words in dialog.findChildren(Words)}
    assert {words for _, words in KEYS} <= shown
    parent.deleteLater()
