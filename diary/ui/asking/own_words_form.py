"""The form in which a person says what a few numbers of a scale mean to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.ui.asking.gestures import SayWhatNumbersMean
from diary.ui.asking.state import numbers_with_words
from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.words import say
from diary.words.numbers import measure_words, short_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

LONGEST = 100
"""Letters of what a number means, as the diary takes them."""


class OwnWordsForm(Card):
    """``gesture_requested`` carries a ``SayWhatNumbersMean``; ``left`` that it is put away unkept."""

    gesture_requested = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=12)
        self.setProperty("role", "sunken")
        self._measure = ""
        self.fields: dict[float, LabelledField] = {}
        self._title = Title("", wrap=True)
        words = say("They stand under the scale from today on. The days before keep the words of then.")
        self._lines = column(spacing=10)
        self.keep = Button(icons, say("Keep"), "primary")
        self.leave = Button(icons, say("Cancel"), "quiet")
        self.body.addWidget(self._title)
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.keep, self.leave, None))
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)

    def ask(self, measure: Measure, meanings: Mapping[float, str]) -> None:
        """Begin with the words as they are now."""
        self._measure = measure.id
        label = measure_words(measure, measure.label)
        self._title.setText(say("{question}: what the numbers mean to you", question=label))
        for field in self.fields.values():
            field.hide()
            self._lines.removeWidget(field)
            field.deleteLater()
        self.fields = {}
        for number in sorted({*numbers_with_words(measure), *meanings}):
            label = say("What {number} means to you", number=short_number(number))
            field = LabelledField(label, is_sentence=True)
            field.field.setMaxLength(LONGEST)
            field.show_text(meanings.get(number, ""))
            field.entered.connect(self._keep)
            self.fields[number] = field
            self._lines.addWidget(field)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Begin at the first field."""
        next(iter(self.fields.values())).field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Keep what was typed, which any words can be; the same as before change nothing."""
        self._keep()
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _keep(self) -> None:
        words = tuple((number, field.text) for number, field in self.fields.items())
        self.gesture_requested.emit(SayWhatNumbersMean(self._measure, words))
