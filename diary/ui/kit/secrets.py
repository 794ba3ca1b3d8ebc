"""A field for a passphrase or a recovery code, with a button that shows what was typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.messages import announce
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


SHORT = 8
"""With fewer characters a new passphrase gets a word of advice."""


class SecretField(QWidget):
    """A labelled field whose text is dots until ``Show`` is pressed; ``entered`` follows the Enter key.

    ``is_new``: it takes a passphrase that is being chosen. A short one is advised against, and taken.
    """

    entered = Signal()

    def __init__(self, icons: Icons, label: str, *, is_new: bool = False) -> None:
        super().__init__()
        self._label = Words(label, "strong")
        self.field = QLineEdit()
        self.field.setAccessibleName(label)
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self._label.setBuddy(self.field)
        self._show = Button(icons, say("Show"), icon="eye", checkable=True)
        self._show.setAccessibleName(say("Show what is typed"))
        line = row(self.field, self._show, spacing=10)
        self._advice = Words("", "caption", wrap=True)
        self._advice.hide()
        self.setLayout(column(self._label, line, self._advice, spacing=6))
        self._show.toggled.connect(self._show_text)
        icons.theme.changed.connect(self._fit)
        self._fit()
        self.field.returnPressed.connect(self.entered)
        if is_new:
            self.field.editingFinished.connect(self._advise)
            self.field.textChanged.connect(self._advise_no_longer)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.field.text()

    def show_label(self, label: str) -> None:
        """Name the field anew; what was typed stays."""
        self._label.setText(label)
        self.field.setAccessibleName(label)

    def ask_for(self, label: str, *, is_readable: bool) -> None:
        """Ask for something else: what was typed goes, and what is typed next is readable or dots."""
        self.clear()
        self.show_label(label)
        self._show.setChecked(is_readable)

    def clear(self) -> None:
        """Empty the field and hide what is typed next."""
        self.field.setText("")  # after clear() the key of undo would bring it back
        self._show.setChecked(False)

    def _advise(self) -> None:
        """Say once the field is left that what stands in it is short."""
        if 0 < len(self.text) < SHORT and self._advice.isHidden():
            advice = say("A short passphrase is easy to guess. Three or four words are harder to guess.")
            self._advice.setText(advice)
            self._advice.show()
            announce(self.field, advice)

    def _advise_no_longer(self, text: str) -> None:
        if not 0 < len(text) < SHORT:
            self._advice.hide()

    def _fit(self) -> None:
        """Keep room for the longer of both words, so that the field is as wide whichever stands there."""
        metrics = self._show.fontMetrics()
        words = (say("Show"), say("Hide"))
        spare = max(map(metrics.horizontalAdvance, words)) - metrics.horizontalAdvance(self._show.text())
        self._show.setMinimumWidth(0)
        self._show.setMinimumWidth(self._show.sizeHint().width() + spare)

    def _show_text(self, is_shown: bool) -> None:
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self._show.setText(say("Hide") if is_shown else say("Show"))
        self._show.show_icon("eye-off" if is_shown else "eye")
