"""A list of what Today can ask, in the person's order: ticked, moved by buttons, or by Alt with an arrow key."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from diary.ui.asking.asked_row import AskedRow
from diary.ui.asking.gestures import ChooseShown
from diary.ui.kit.surfaces import Card, column
from diary.ui.kit.text import Title, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.asking.state import Asked
    from diary.ui.kit.icons import Icons

PADDING = 24


class OrderCard(Card):
    """``gesture_requested`` carries a ``ChooseShown``; other cards' parts keep their place in it."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, title: str, caption: str, *, is_ordered: bool = True) -> None:
        super().__init__(padding=(PADDING, 18), spacing=6)
        self._is_ordered = is_ordered
        self._icons = icons
        self._asked: Asked | None = None
        self._order: tuple[str, ...] = ()
        self.rows: dict[str, AskedRow] = {}
        self._lines = column(spacing=4)
        self.body.addWidget(Title(title, wrap=True))
        self.body.addWidget(Words(caption, "second", wrap=True))
        self.body.addLayout(self._lines)
        for keys, slot in (("Alt+Up", self._up), ("Alt+Down", self._down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)

    def show_order(self, asked: Asked, order: Sequence[str]) -> None:
        """Draw the rows in this order."""
        self._asked = asked
        if tuple(order) != self._order:
            self._order = tuple(order)
            self._stand()
        chosen = self._chosen()
        for part in order:
            at = chosen.index(part) if part in chosen and self._is_ordered else -1
            ends = {"is_first": at <= 0, "is_last": at in {-1, len(chosen) - 1}}
            self.rows[part].show_asked(is_asked=part in chosen, **ends)

    def arrange(self, width_px: int) -> None:
        """Arrange each row in a card this wide."""
        for line in self.rows.values():
            line.arrange(width_px - 2 * PADDING)

    def add_row(self, part: str, line: AskedRow) -> None:
        """Take a row for a part, in place of the one it had."""
        self.drop_row(part)
        self.rows[part] = line
        self._order = ()
        line.ticked.connect(self._ticked)
        line.moved.connect(self._moved)

    def drop_row(self, part: str) -> None:
        """Forget the row of a part."""
        line = self.rows.pop(part, None)
        if line is not None:
            line.hide()
            self._lines.removeWidget(line)
            line.deleteLater()

    def place_below(self, part: str, widget: QWidget) -> None:
        """Stand a form right under the row it is about; above all rows for another's, under them for nobody's yet."""
        elsewhere = 0 if part else len(self._order)
        at = self._order.index(part) + 1 if part in self._order else elsewhere
        self._lines.removeWidget(widget)
        self._lines.insertWidget(at, widget)

    def _stand(self) -> None:
        for part in [one for one in self.rows if one not in self._order]:
            self.drop_row(part)
        for at, part in enumerate(self._order):
            self._lines.removeWidget(self.rows[part])
            self._lines.insertWidget(at, self.rows[part])
            self.rows[part].show()
        stops = [stop for part in self._order for stop in self.rows[part].stops]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _chosen(self) -> list[str]:
        return [part for part in self._order if self._asked is not None and self._asked.is_asked(part)]

    def _part_of(self, line: object) -> str | None:
        return next((part for part, one in self.rows.items() if one is line), None)

    def _ticked(self, is_ticked: bool) -> None:
        part = self._part_of(self.sender())
        if part is not None:
            chosen = [one for one in self._chosen() if one != part]
            self._choose([*chosen, part] if is_ticked else chosen)

    def _moved(self, step: int) -> None:
        self._move(self._part_of(self.sender()), step)

    def _up(self) -> None:
        self._move(self._with_keyboard(), -1)

    def _down(self) -> None:
        self._move(self._with_keyboard(), 1)

    def _with_keyboard(self) -> str | None:
        focus = self.focusWidget()
        return next((part for part, line in self.rows.items() if focus and line.isAncestorOf(focus)), None)

    def _move(self, part: str | None, step: int) -> None:
        chosen = self._chosen()
        if part not in chosen or not self._is_ordered:
            return
        at = chosen.index(part)
        to = min(max(at + step, 0), len(chosen) - 1)
        chosen.insert(to, chosen.pop(at))
        if to != at:
            self._choose(chosen)

    def _choose(self, chosen: list[str]) -> None:
        """Keep this card's parts in their order, and every other part where it stood among its own."""
        if self._asked is not None:
            others = [one for one in self._asked.choices.shown if one not in self.rows]
            self.gesture_requested.emit(ChooseShown((*others, *chosen)))
