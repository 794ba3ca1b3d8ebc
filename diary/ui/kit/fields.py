"""Fields for a line of text: with its label above and what it is for below, or alone among other things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class OwnField(QLineEdit):
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
    """One line of text; ``entered`` follows the Enter key, ``edited`` each key of the person's."""

    entered = Signal()
    edited = Signal(str)

    def __init__(self, label: str, note: str = "") -> None:
        super().__init__()
        self.field = QLineEdit()
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
