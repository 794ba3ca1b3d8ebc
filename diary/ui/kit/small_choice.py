"""A short row of answers in words, of which one is taken; the answer that is none of the steps stands apart, dashed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QGroupBox, QHBoxLayout, QSizePolicy

from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.number_button import NUMBER_PX, Look, NumberButton
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import row
from diary.ui.kit.theme import Weight

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from diary.ui.kit.theme import Theme

HEIGHT_PX, PADDING_PX = 44, 13


class WordButton(NumberButton):
    """An answer in words, as wide as its words when chosen; ``is_apart``: dashed, because it is none of the steps."""

    def __init__(self, theme: Theme, text: str, colour: str, *, is_apart: bool) -> None:
        super().__init__(theme, text, colour)
        self._is_apart = is_apart

    @override
    def sizeHint(self) -> QSize:
        bold = QFontMetrics(self._theme.font(NUMBER_PX, Weight.SEMIBOLD)).horizontalAdvance(self.text())
        return QSize(bold + 2 * self._theme.px(PADDING_PX), self._theme.px(HEIGHT_PX))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_apart and self.look is not Look.CHOSEN and not self._is_hovered:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            where = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setPen(QPen(self._theme.colour("surface"), 1))
            painter.drawRoundedRect(where, 9, 9)
            painter.setPen(QPen(self._theme.colour("strong"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(where, 9, 9)
            painter.end()


class SmallChoice(QGroupBox):
    """Answers side by side; ``chosen`` carries the key of the one that was taken, or ``None`` when it was taken back.

    Nothing is taken beforehand. Backspace takes an answer back, and so does a second press on it unless it ``keeps``.
    ``apart`` is the key of the answer that is none of the steps; ``far`` is one that stands at the end of the line as
    well. ``colour`` is a token: that of the answer which is taken.
    """

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        answers: Mapping[str, str],
        *,
        apart: str = "",
        far: str = "",
        colour: str = "accent",
        keeps: bool = False,
    ) -> None:
        super().__init__()
        self._value: str | None = None
        self._keeps = keeps
        self._answers = answers
        self.buttons = {
            key: WordButton(theme, words, colour, is_apart=key in {apart, far}) for key, words in answers.items()
        }
        steps = FlowLayout(*(button for key, button in self.buttons.items() if key != far), spacing=6)
        self.setLayout(_with_far(steps, self.buttons[far]) if far else steps)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.ask(name)
        for button in self.buttons.values():
            button.clicked.connect(self._clicked)
            button.walked.connect(self._walk)
            button.focused.connect(self._ring)
        self.show_choice(None)

    def ask(self, name: str) -> None:
        """Have a screen reader say this question with the answers."""
        self.setAccessibleName(name)
        for key, button in self.buttons.items():
            button.setAccessibleName(f"{name} {self._answers[key]}")

    def show_choice(self, key: str | None) -> None:
        """Draw an answer, or none; asks for nothing."""
        self._value = key
        for one, button in self.buttons.items():
            # An exclusive group can't be cleared, so exclusivity is lifted for this one call.
            button.setAutoExclusive(False)
            button.setChecked(one == key)
            button.setAutoExclusive(True)
            # Words without a frame would look like no answer at all, so the others keep theirs.
            button.show_look(Look.CHOSEN if one == key else Look.UNANSWERED)
        entry = self.buttons[key] if key is not None else next(iter(self.buttons.values()))
        for button in self.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is entry else Qt.FocusPolicy.ClickFocus)

    def take_keyboard(self) -> None:
        """Begin at the answer that was taken, else at the first."""
        key = next(iter(self.buttons)) if self._value is None else self._value
        self.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete} and self._value is not None:
            self.chosen.emit(None)
        else:
            super().keyPressEvent(event)

    def _clicked(self) -> None:
        button = self.sender()
        key = next(key for key, one in self.buttons.items() if one is button)
        taken = None if key == self._value and not self._keeps else key
        self.show_choice(self._value)
        self.chosen.emit(taken)

    def _walk(self, step: int) -> None:
        buttons = list(self.buttons.values())
        place = next((at for at, one in enumerate(buttons) if one.hasFocus()), 0)
        buttons[min(max(place + step, 0), len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _ring(self) -> None:
        for button in self.buttons.values():
            button.shows_ring = button.hasFocus()
            button.update()


def _with_far(steps: FlowLayout, button: WordButton) -> QHBoxLayout:
    layout = row(spacing=12)
    layout.addLayout(steps, 1)
    layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return layout
