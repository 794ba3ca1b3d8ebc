"""Buttons of every kind, each a real push button with a ring that shows the keyboard's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QSizePolicy, QWidget

from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.icons import ICON_PX
from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
    from PySide6.QtWidgets import QAbstractButton, QLayout

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.theme import Theme

RING_PX = 2
ICON_GAP_PX = 6
"""How much further the words stand from a button's icon than Qt would have it."""


def paint_ring(painter: QPainter, theme: Theme, where: QRectF, radius: float) -> None:
    """A ring of text colour with one of the surface's colour inside it, visible on every ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for inset, token in ((RING_PX / 2, "text"), (RING_PX * 1.5, "surface")):
        painter.setPen(QPen(theme.colour(token), RING_PX))
        rounded = max(radius - inset, 1)
        painter.drawRoundedRect(where.adjusted(inset, inset, -inset, -inset), rounded, rounded)


class Button(QPushButton):
    """A push button of a kind of the style sheet: ``plain, primary, link, quiet, inline, nav, segment, chip``.

    Pass ``icon`` by its file name; its colour follows kind, state and theme.
    """

    def __init__(
        self, icons: Icons, text: str, kind: str = "plain", icon: str = "", *, checkable: bool = False
    ) -> None:
        super().__init__(text)
        self._icons = icons
        self._kind = kind
        self._icon_name = icon
        self._rings = True
        self.setProperty("kind", kind)
        self.setCheckable(checkable)
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        icons.theme.changed.connect(self._dress)
        self._dress()

    def show_icon(self, name: str) -> None:
        """Draw another icon instead."""
        self._icon_name = name
        self._dress()

    @property
    def is_resting(self) -> bool:
        """Whether it does nothing just now."""
        return self.signalsBlocked()

    def rest(self, *, is_resting: bool) -> None:
        """Look disabled and do nothing, yet keep the keyboard, which a disabled button hands to its neighbour."""
        if is_resting != self.is_resting:
            self.blockSignals(is_resting)
            self.setProperty("rests", is_resting)
            self.style().unpolish(self)
            self.style().polish(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it like the space bar does; Qt does so only in dialogs."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring for the keyboard only: a click shows where it was by itself."""
        self._rings = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self._rings:
            painter = QPainter(self)
            paint_ring(painter, self._icons.theme, QRectF(self.rect()), 20 if self._kind == "chip" else 10)
            painter.end()

    def _dress(self) -> None:
        if not self._icon_name:
            return
        colour = {"primary": "on_accent", "link": "accent"}.get(self._kind, "text2")
        checked = "accent" if self.isCheckable() else None
        gap = ICON_GAP_PX if self.text() else 0
        self.setIcon(self._icons.icon(self._icon_name, colour, checked=checked, gap_px=gap))
        side = self._icons.theme.px(ICON_PX)
        self.setIconSize(QSize(side + gap, side))


class IconButton(Button):
    """A square button that shows only an icon; ``name`` is what a screen reader and the tip say."""

    def __init__(self, icons: Icons, icon: str, name: str, kind: str = "plain") -> None:
        super().__init__(icons, "", kind, icon)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setStyleSheet("QPushButton { padding: 0; }")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        side = self._icons.theme.px(44)
        return QSize(side, side)


class CardButton(Button):
    """A button that holds a layout of labels, such as a card that opens something; ``name`` says it all in one line."""

    def __init__(self, icons: Icons, name: str, inside: QLayout, kind: str = "plain") -> None:
        super().__init__(icons, "", kind)
        self.setAccessibleName(name)
        self.setLayout(inside)
        for label in self.findChildren(QWidget):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    @override
    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout else super().sizeHint()

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def hasHeightForWidth(self) -> bool:
        layout = self.layout()
        return layout is not None and layout.hasHeightForWidth()

    @override
    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout else -1


class Segmented(QFrame):
    """A row of choices of which one is taken: ranges of a chart, pairs of measures, themes.

    ``chosen`` carries the index of the choice that the person took.
    """

    chosen = Signal(int)

    def __init__(self, icons: Icons, choices: Sequence[str], name: str) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        layout = FlowLayout(spacing=2, margin=4)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for index, choice in enumerate(choices):
            button = Button(icons, choice, "segment", checkable=True)
            button.setAccessibleName(f"{name}: {choice}")
            self._group.addButton(button, index)
            layout.addWidget(button)
        self._group.idClicked.connect(self.chosen)

    def show_choice(self, index: int) -> None:
        """Show ``index`` as taken without asking for anything, or nothing where there is no such choice."""
        button: QAbstractButton | None = self._group.button(index)
        if button is not None:
            button.setChecked(True)
        elif (taken := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)  # Qt lets no button of an exclusive group go
            taken.setChecked(False)
            self._group.setExclusive(True)
