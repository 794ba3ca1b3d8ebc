"""The list of what can be part of a day, in the person's order, with a field that finds some of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from diary.domain.entries import Factor
    from diary.ui.kit.theme import Theme

ROW_PX, ROWS = 40, 9
ID = int(Qt.ItemDataRole.UserRole)


class FactorList(QListWidget):
    """One row a factor; F2 asks for another name, Space to hide or show, and Alt with an arrow for another place."""

    rename_requested = Signal()
    hide_requested = Signal()
    move_requested = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[Factor, ...] = ()
        self.setProperty("role", "lines")
        self.setAccessibleName(say("What can be part of a day"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        theme.changed.connect(self._fit)
        self._fit()

    @property
    def ids(self) -> tuple[str, ...]:
        """The factors in view, in their order."""
        return tuple(one.id for one in self._shown)

    @property
    def chosen(self) -> str | None:
        """The factor that the buttons are about."""
        item = self.currentItem()
        return str(item.data(ID)) if item is not None else None

    def show_factors(self, factors: Sequence[Factor]) -> None:
        """List these; the chosen one stays chosen, and what is new is."""
        if tuple(factors) == self._shown:
            return
        before, chosen = set(self.ids), self.chosen
        at = self.currentRow()
        self._shown = tuple(factors)
        new = [one.id for one in factors if one.id not in before]
        if before and len(new) == 1 and len(factors) > len(before):
            chosen = new[0]
        self.blockSignals(True)
        self.clear()
        for one in factors:
            self.addItem(self._item(one))
        self.blockSignals(False)
        self.choose(chosen, otherwise=at)
        self.itemSelectionChanged.emit()

    def choose(self, factor: str | None, *, otherwise: int = 0) -> None:
        """Choose a factor, or the one that stands at a place where it is gone."""
        row = self.ids.index(factor) if factor in self.ids else min(max(otherwise, 0), self.count() - 1)
        self.setCurrentRow(row)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and is_held:
            self.move_requested.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_F2:
            self.rename_requested.emit()
        elif event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.hide_requested.emit()
        else:
            super().keyPressEvent(event)

    def _item(self, factor: Factor) -> QListWidgetItem:
        label = say("{factor} – hidden", factor=factor.label) if factor.hidden else factor.label
        item = QListWidgetItem(label)
        item.setData(ID, factor.id)
        item.setToolTip(label)
        if factor.hidden:
            item.setForeground(self._theme.colour("text2"))
        item.setSizeHint(QSize(0, self._theme.px(ROW_PX)))
        return item

    def _fit(self) -> None:
        self.setFixedHeight(ROWS * self._theme.px(ROW_PX) + 4)
        shown, self._shown = self._shown, ()
        self.show_factors(shown)
