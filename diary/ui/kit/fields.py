"""Fields for a line of text: with its label above and what it is for below, or alone among other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

COMES_BACK = {
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.MenuBarFocusReason,
}
"""Reasons for which the keyboard is back where it was: what was chosen there, and the cursor's place, stay."""


class LineField(QLineEdit):
    """A line of text; what the program put into it is chosen by whoever comes to it, so that typing takes its place.

    By mouse only the click that comes to it chooses: a later one places the cursor. What was typed stays as it is.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_come_to = False

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_come_to = event.reason() is Qt.FocusReason.MouseFocusReason
        if not self._is_come_to and event.reason() not in COMES_BACK:
            self._choose_prefill()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._is_come_to and not self.hasSelectedText():  # a drag chose what it went over
            self._choose_prefill()
        self._is_come_to = False

    def _choose_prefill(self) -> None:
        if not self.isModified():
            self.selectAll()


class OwnField(LineField):
    """A line of the person's own words; ``left`` tells that Escape was pressed."""

    left = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
            event.accept()


class LabelledField(QWidget):
    """One line of text; ``entered`` follows the Enter key, ``edited`` each key of the person's.

    ``is_sentence``: it holds words that are added to rather than replaced, so a click only places the cursor.
    """

    entered = Signal()
    edited = Signal(str)

    def __init__(self, label: str, note: str = "", *, is_sentence: bool = False) -> None:
        super().__init__()
        self.field = QLineEdit() if is_sentence else LineField()
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(note)
        self._name = Words(label, "strong")
        self._name.setBuddy(self.field)
        parts: list[QWidget] = [self._name, self.field]
        if note:
            parts.append(Words(note, "caption", wrap=True))
        self.setLayout(column(*parts, spacing=6))
        self.field.returnPressed.connect(self.entered)
        self.field.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def show_label(self, label: str) -> None:
        """Name the field anew; what was typed stays."""
        self._name.setText(label)
        self.field.setAccessibleName(label)

    def show_text(self, text: str) -> None:
        """Put a text into the field."""
        if text != self.field.text():
            self.field.setText(text)
