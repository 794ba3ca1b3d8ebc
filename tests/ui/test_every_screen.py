"""Every screen can be read out, and what the lock closes is gone: no view with a person's words outlives it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.ui.kit.icons import Icons
from tests.pictures import of_carers, of_charts, of_sealing, of_unsaved  # noqa: F401  # importing them adds their screens
from tests.pictures.screens import SCREENS
from tests.ui.read_out import name_of, told


class Walk:
    """Screens shown and closed one after another, and what was amiss."""

    def __init__(self, icons: Icons) -> None:
        self._icons = icons
        self.unheard: list[str] = []
        self._parts: list[tuple[str, weakref.ref[QWidget]]] = []

    def show(self, screen: str) -> None:
        widget = SCREENS[screen](self._icons)
        widget.resize(1320, 940)
        widget.show()
        QTest.qWaitForWindowExposed(widget)
        self.unheard += [f"{screen}: {what}" for what in _unheard(widget)]
        self._parts += [(screen, weakref.ref(one)) for one in (widget, *widget.findChildren(QWidget))]
        widget.hide()
        widget.setParent(None)
        widget.deleteLater()

    def left(self) -> list[str]:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return [f"{screen}: {type(one).__name__}" for screen, part in self._parts if (one := part()) is not None]


def _unheard(widget: QWidget) -> Iterator[str]:
    focusable = [interface for interface in told(widget) if interface.state().focusable]
    if len(focusable) < 2:
        yield "nothing that takes the keyboard"
    yield from (f"{one.role().name} {one.object()}" for one in focusable if not name_of(one).strip())


@pytest.mark.parametrize("page", sorted({name.partition("_")[0] for name in SCREENS}))
def test_a_screen_is_named_for_who_hears_it_and_leaves_nothing_of_itself_once_closed(icons: Icons, page: str) -> None:
    """A button without a name is read out as "button", and a placeholder is not a name.

    PySide6 keeps what a connected closure captured, so one lambda keeps a page of decrypted words for ever.
    """
    walk = Walk(icons)
    for screen in [name for name in SCREENS if name.partition("_")[0] == page]:
        walk.show(screen)
    assert walk.unheard == []
    assert walk.left() == []
