"""A message that stays in the page: what happened, what it means, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import IconMark
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words
from diary.ui.kit.ways_out import lead_out
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.icons import Icons

BESIDE_EM = 46
"""From this width on, in em, two buttons stand beside each other."""
FLOATS_PX, FLOATING_WIDTH_PX = 16, 620
"""How far a floating message stays from the page's edges, and how wide it is at most."""


class Message(QFrame):
    """A message with an icon, and perhaps a button or two; hidden until it has something to say.

    ``action_requested`` is emitted by its button, ``other_requested`` by the second one.
    """

    action_requested = Signal()
    other_requested = Signal()

    def __init__(self, icons: Icons, *, is_warning: bool = False, action: str = "", other: str = "") -> None:
        super().__init__()
        self.setProperty("role", "warning" if is_warning else "message")
        self._title = Words("", "strong", wrap=True)
        self._reason = Words("", wrap=True)
        self._button = Button(icons, action) if action else None
        self._other = Button(icons, other) if other else None
        self._theme = icons.theme
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(12)
        colour = "warning" if is_warning else "on_soft"
        layout.addWidget(IconMark(icons, "triangle-alert" if is_warning else "info", colour, 20))
        layout.addLayout(column(None, self._title, self._reason, None, spacing=2), 1)
        self._buttons = column(*(one for one in (self._button, self._other) if one), spacing=6)
        if self._button or self._other:
            layout.addLayout(self._buttons)
        if self._button:
            self._button.clicked.connect(self.action_requested)
        if self._other:
            self._other.clicked.connect(self.other_requested)
        self.hide()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_beside = event.size().width() >= BESIDE_EM * self._theme.em
        ways = QBoxLayout.Direction
        self._buttons.setDirection(ways.LeftToRight if is_beside else ways.TopToBottom)

    def take_keyboard(self) -> None:
        """Put the keyboard on the last of its buttons, which changes nothing where it asks something."""
        if last := self._other or self._button:
            last.setFocus(Qt.FocusReason.OtherFocusReason)

    def lead_out(self) -> None:
        """Let Escape press the last of its buttons, which changes nothing where it asks something."""
        if last := self._other or self._button:
            lead_out(last)

    @property
    def has_keyboard(self) -> bool:
        """Whether the keyboard is on one of its buttons."""
        return any(button is not None and button.hasFocus() for button in (self._button, self._other))

    def call_action(self, words: str) -> None:
        """Give the first button other words."""
        if self._button:
            self._button.setText(words)

    def offer_other(self, is_offered: bool) -> None:
        """Show or hide the second button."""
        if self._other:
            self._other.setVisible(is_offered)

    def say(self, title: str, reason: str = "") -> None:
        """Show the message and announce it; an empty title hides it."""
        is_new = (title, reason) != (self._title.text(), self._reason.text())
        self._title.setText(title)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))
        self.setVisible(bool(title))
        self.setAccessibleName(title)
        self.setAccessibleDescription(reason)
        if title and is_new:
            announce(self, say("{title}. {reason}", title=title, reason=reason) if reason else title)


class FloatingMessage(Message):
    """A message over the lower edge of a page: it moves nothing, and is in sight wherever the page is scrolled to."""

    def __init__(self, icons: Icons, page: QWidget, *, other: str = "") -> None:
        super().__init__(icons, other=other)
        self._page = page
        self.setParent(page)
        self.hide()
        page.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._page and event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    @override
    def say(self, title: str, reason: str = "") -> None:
        """Show the message over the page and announce it; an empty title hides it."""
        super().say(title, reason)
        self._place()
        self.raise_()

    def _place(self) -> None:
        layout, page = self.layout(), self._page
        width = min(page.width() - 2 * FLOATS_PX, self._theme.px(FLOATING_WIDTH_PX))
        if layout is not None and width > 0:
            height = max(layout.totalHeightForWidth(width), layout.minimumSize().height())
            self.setGeometry((page.width() - width) // 2, page.height() - height - FLOATS_PX, width, height)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something now, without moving the keyboard."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
