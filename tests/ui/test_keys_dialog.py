"""The list of keys, opened by the question mark from anywhere."""

from __future__ import annotations

import gc
import weakref

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.ui.keys_dialog import GROUPS, KeysDialog
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Key, Words
from diary.ui.window import Window


def _no_help(is_open: bool) -> QWidget:
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
    lines = [line for _, keys in GROUPS for line in keys]
    assert len(dialog.findChildren(Key)) == sum(len(caps) for caps, _ in lines)
    shown = {words.text() for words in dialog.findChildren(Words)}
    assert {words for _, words in lines} <= shown
    parent.deleteLater()


def test_in_a_small_window_the_list_scrolls_by_keys(icons: Icons) -> None:
    """At 200 % the list is higher than many screens, and its end could not be read."""
    parent = QWidget()
    parent.resize(900, 500)
    parent.show()
    dialog = KeysDialog(icons, parent)
    dialog.open()
    assert dialog.height() <= 500
    bar = dialog.list.verticalScrollBar()
    before = bar.value()
    QTest.keyClick(dialog.list, Qt.Key.Key_PageDown)
    assert bar.value() > before
    dialog.close()
    parent.close()
    parent.deleteLater()
