"""A text field with its label above and what it is for below."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words


class LabelledField(QWidget):
    """One line of text; ``entered`` follows the Enter key, ``edited`` each key of the person's."""

    entered = Signal()
    edited = Signal(str)

    def __init__(self, label: str, note: str = "") -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.field.setAccessibleDescription(note)
        name = Words(label, "strong")
        name.setBuddy(self.field)
        parts: list[QWidget] = [name, self.field]
        if note:
            parts.append(Words(note, "caption", wrap=True))
        self.setLayout(column(*parts, spacing=6))
        self.field.returnPressed.connect(self.entered)
        self.field.textEdited.connect(self.edited)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.field.text()

    def show_text(self, text: str) -> None:
        """Put a text into the field."""
        if text != self.field.text():
            self.field.setText(text)
