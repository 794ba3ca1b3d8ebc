"""What the lock closes is gone: no view with a person's words outlives it."""

from __future__ import annotations

import gc
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget

from diary.ui.kit.icons import Icons
from tests.pictures import of_carers, of_charts  # noqa: F401  # importing them adds their screens
from tests.pictures.screens import SCREENS


def gone(widget: QWidget) -> None:
    """Close a widget as the window does."""
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


@pytest.mark.parametrize("name", sorted(SCREENS))
def test_a_closed_screen_leaves_nothing_of_itself(icons: Icons, name: str) -> None:
    """PySide6 keeps what a connected closure captured, so one lambda keeps a page of decrypted words for ever."""
    widget = SCREENS[name](icons)
    widget.show()
    kept = [weakref.ref(one) for one in (widget, *widget.findChildren(QWidget))]
    gone(widget)
    del widget
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [repr(one) for ref in kept if (one := ref()) is not None]
    assert left == []
