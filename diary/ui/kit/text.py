"""Labels by the part they play; their size and colour come from the style sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from diary.ui.kit.overriding import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


RIGHT_TO_LEFT = "\u200f"
"""An unseen letter that runs from right to left."""
AS_WRITTEN = frozenset({"code", "key"})
"""Roles of what is typed or pressed letter by letter, which runs one way whichever way words do."""


class Words(QLabel):
    """A plain-text label in one role of the style sheet (``h1, headline, title, strong, body, second, caption, axis``).

    Plain text always: a person's own words must never be read as markup. Where words run from right to left, a
    sentence that begins with a name in Latin letters does so too: Qt would turn it round by its first letter.
    """

    def __init__(self, text: str = "", role: str = "body", *, wrap: bool = False) -> None:
        super().__init__()
        self._runs_as_written = role in AS_WRITTEN
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setText(text)
        if wrap:
            self.setWordWrap(True)
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    @override
    def setText(self, text: str) -> None:
        is_mirrored = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        super().setText(RIGHT_TO_LEFT + text if is_mirrored and text and not self._runs_as_written else text)

    @override
    def text(self) -> str:
        return super().text().removeprefix(RIGHT_TO_LEFT)


class Elided(Words):
    """One line in a role of the style sheet; what there is no room for becomes "…", and is said in the tip."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        where = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, where.width())
        self.setToolTip("" if shown == self.text() else self.text())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(where, self.alignment(), shown)
        painter.end()


class Heading(Words):
    """The heading of a page."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text, "h1", wrap=True)


class Title(Words):
    """The title of a card."""

    def __init__(self, text: str = "", *, wrap: bool = False) -> None:
        super().__init__(text, "title", wrap=wrap)


class Key(Words):
    """The name of a key, drawn as a small cap; decoration, because the shortcut is also said in words."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "key")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget another role of the style sheet and have it drawn anew."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
