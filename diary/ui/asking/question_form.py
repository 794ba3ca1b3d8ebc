"""The form in which a person words a question of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from diary.domain.measures import OWN_SCALES, Direction, OwnMeasure, ScaleKind
from diary.ui.asking.gestures import ArchiveMeasure, KeepMeasure
from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.words import say
from diary.words.choices import OWN_SCALES as NAMES
from diary.words.choices import choice

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

LONGEST_LABEL, LONGEST_QUESTION, LONGEST_END = 60, 200, 80
"""Letters, as the diary takes them."""
DIRECTIONS = (Direction.HIGHER_IS_WORSE, Direction.HIGHER_IS_BETTER, Direction.NEUTRAL)


class QuestionForm(Card):
    """``gesture_requested`` carries a ``KeepMeasure`` or ``ArchiveMeasure``; ``left`` that it is put away unkept."""

    gesture_requested = Signal(object)
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=12)
        self.setProperty("role", "sunken")
        self._measure: Measure | None = None
        self._title = Title("", wrap=True)
        self.label = LabelledField(say("A short name"), say("It stands on Today and on charts: Stiffness, Walks"))
        example = say("Your own words: How stiff were you?")
        self.question = LabelledField(say("The question, if you like"), example, is_sentence=True)
        self.scale = ChoiceBox(icons, say("How you answer"))
        for id_, name in NAMES.items():
            self.scale.addItem(say(name), id_)
        self.direction = ChoiceBox(icons, say("Which way it goes"))
        for one in DIRECTIONS:
            self.direction.addItem(choice(one), str(one))
        self.low = LabelledField(say("Words for the lowest number, if you like"))
        self.high = LabelledField(say("Words for the highest number, if you like"))
        note = say("What you answered before stays as it was, with the question and the numbers of then.")
        self._note = Words(note, "caption", wrap=True)
        self.keep = Button(icons, say("Add"), "primary")
        self.leave = Button(icons, say("Cancel"), "quiet")
        self.away = Button(icons, say("Put this question away"), "link")
        self._limit()
        self._stand()
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        self.away.clicked.connect(self._put_away)
        self.scale.currentIndexChanged.connect(self._fit)
        self.label.edited.connect(self._fit)
        for field in (self.label, self.question, self.low, self.high):
            field.entered.connect(self._keep)

    def ask(self, measure: Measure | None) -> None:
        """Begin with an empty form, or with a question as it is now."""
        self._measure = measure
        self._title.setText(say("Change your question") if measure else say("A question of your own"))
        self.keep.setText(say("Keep") if measure else say("Add"))
        self.away.setVisible(measure is not None)
        self._note.setVisible(measure is not None)
        self.label.show_text(measure.label if measure else "")
        is_worded = measure is not None and measure.question != measure.label
        self.question.show_text(measure.question if measure and is_worded else "")
        self.low.show_text(measure.low_words if measure else "")
        self.high.show_text(measure.high_words if measure else "")
        self.scale.setCurrentIndex(max(self.scale.findData(_scale_of(measure)), 0))
        direction = measure.direction if measure else Direction.HIGHER_IS_WORSE
        self.direction.setCurrentIndex(DIRECTIONS.index(direction))
        self._fit()
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Begin at the first field."""
        self.label.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Keep a question that is new or was changed; returns whether no words are left that need a name first."""
        if self.keep.isEnabled():
            if self._measure is None or self._wanted() != _as_wanted(self._measure):
                self._keep()
            return True
        has_words = any(field.text.split() for field in (self.question, self.low, self.high))
        if has_words:
            self.take_keyboard()
        return not has_words

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _limit(self) -> None:
        for field, most in (
            (self.label, LONGEST_LABEL),
            (self.question, LONGEST_QUESTION),
            (self.low, LONGEST_END),
            (self.high, LONGEST_END),
        ):
            field.field.setMaxLength(most)

    def _stand(self) -> None:
        boxes = QGridLayout()
        boxes.setSpacing(12)
        boxes.addLayout(column(Words(say("How you answer"), "strong"), self.scale, spacing=6), 0, 0)
        boxes.addLayout(column(Words(say("Which way it goes"), "strong"), self.direction, spacing=6), 0, 1)
        self.body.addWidget(self._title)
        self.body.addWidget(self.label)
        self.body.addWidget(self.question)
        self.body.addLayout(boxes)
        self.body.addWidget(self.low)
        self.body.addWidget(self.high)
        self.body.addWidget(self._note)
        self.body.addLayout(row(self.keep, self.leave, None, self.away))

    def _fit(self) -> None:
        """Words at both ends belong to numbers from low to high; a question needs a name."""
        is_score = OWN_SCALES[str(self.scale.currentData())].kind is ScaleKind.SCORE
        for field in (self.low, self.high):
            field.setVisible(is_score)
        self.keep.setEnabled(bool(self.label.text.split()))

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            self.label.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.gesture_requested.emit(KeepMeasure(self._wanted(), self._measure.id if self._measure else ""))

    def _wanted(self) -> OwnMeasure:
        is_score = not self.low.isHidden()
        return OwnMeasure(
            self.label.text,
            self.question.text,
            self.low.text if is_score else "",
            self.high.text if is_score else "",
            Direction(str(self.direction.currentData())),
            str(self.scale.currentData()),
        )

    def _put_away(self) -> None:
        if self._measure:
            self.gesture_requested.emit(ArchiveMeasure(self._measure.id, archived=True))


def _as_wanted(measure: Measure) -> OwnMeasure:
    question = "" if measure.question == measure.label else measure.question
    ends = measure.low_words, measure.high_words
    return OwnMeasure(measure.label, question, *ends, measure.direction, _scale_of(measure))


def _scale_of(measure: Measure | None) -> str:
    return next((id_ for id_, scale in OWN_SCALES.items() if measure and scale == measure.scale), "0to10")
