"""One question of Today: its words on the left and its strip on the right, or above each other where it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.domain.measures import SLEEP, ScaleKind
from diary.ui.kit.icons import IconMark
from diary.ui.kit.marks import COLOUR_OF, MeasureMark
from diary.ui.kit.overriding import override
from diary.ui.kit.scale_strip import TEN, ScaleStrip
from diary.ui.kit.sleep_strip import SleepStrip, hours_in_words
from diary.ui.kit.strip_layout import GAP, LEAST_WIDTH, RING
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Key, Title, Words, set_role
from diary.ui.today.count_strip import CountStrip
from diary.ui.today.told import ToldWords
from diary.words import say
from diary.words.asked import question_on_day
from diary.words.numbers import answer, measure_words, short_number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

WORDS_WIDTH = 276
WORDS_GAP = 22


class EndWords(Words):
    """The words at one end of a scale: on one line where there is room, else on several."""

    def __init__(self) -> None:
        super().__init__("", "caption", wrap=True)

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 2, self.fontMetrics().height())


class ScaleRow(QWidget):
    """The words of a measure beside its strip; the hint tells which keys work while the keyboard is here.

    Only the core measures have a shape, a colour and a ``letter`` of their own.
    """

    def __init__(self, icons: Icons, measure: Measure, letter: str = "") -> None:
        super().__init__()
        self._theme = icons.theme
        self._measure = measure
        self._is_stacked = False
        self._letter = Key(letter)
        if not letter:
            self._letter.hide()
        colour = COLOUR_OF.get(measure.moment_of or measure.id, "carer" if measure.observed else "accent")
        if measure.kind is ScaleKind.HOURS:
            self.strip: ScaleStrip = SleepStrip(icons, measure, colour)
        elif measure.kind is ScaleKind.COUNT:
            self.strip = CountStrip(icons, measure, colour)
        else:
            self.strip = ScaleStrip(icons.theme, measure, colour)
        self._said = Words("", "caption")
        self._told = ""
        self._told_above, self._told_below = ToldWords(icons), ToldWords(icons)
        self._question = Words(measure_words(measure, measure.question), "second", wrap=True)
        if measure.question == measure.label:
            self._question.hide()
        self._meanings = Words("", "caption", wrap=True)
        self._meanings.hide()
        self._words = QWidget()
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        title = Title(measure_words(measure, measure.label), wrap=not letter)
        head = row(*_mark(icons, measure), spacing=9)
        head.addWidget(title, 0 if letter else 1)
        head.addWidget(self._letter)
        head.addStretch(1 if letter else 0)
        head.addWidget(self._said)
        head.addWidget(self._told_above)
        words = column(head, self._question, None, spacing=4)
        words.setContentsMargins(0, RING, 0, 0)
        self._words.setLayout(words)
        self._low, self._hint, self._high = EndWords(), Words("", "caption"), EndWords()
        self._high.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._words)
        self._outer.addLayout(self._answers(), 1)
        self.strip.focus_changed.connect(self._say)
        self.strip.rows_changed.connect(self._say)
        self._theme.changed.connect(self._fit)
        self._fit()

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        question = question_on_day(self._measure, is_today=is_today)
        self._question.setText(question)
        self.strip.ask(question)

    def show_value(self, value: float | None) -> None:
        """Draw an answer, or none."""
        self.strip.show_value(value)
        self._say()

    def show_told(self, words: str) -> None:
        """Say who wrote the answer down, in words that a screen reader says with the question."""
        self._told = words
        self.strip.show_who(words)
        self._say()

    def show_meanings(self, meanings: Mapping[float, str]) -> None:
        """Show what numbers mean to the person, in their own words, below the strip."""
        said = [say("{number} – {words}", number=short_number(n), words=words) for n, words in meanings.items()]
        self._meanings.setText(" · ".join(said))
        self._meanings.setVisible(bool(said))

    def show_letter(self, *, is_shown: bool) -> None:
        """Show or hide the key that leads here."""
        self._letter.setVisible(is_shown and bool(self._letter.text()))

    def arrange(self, width_px: int) -> None:
        """Stand the words above the strip when both don't fit side by side in ``width_px``."""
        strip = self.strip.strip.count() * (self._theme.px(LEAST_WIDTH) + GAP) + 2 * RING
        is_stacked = width_px < self._theme.px(WORDS_WIDTH) + WORDS_GAP + strip
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            self._fit()

    def _answers(self) -> QBoxLayout:
        ends = row(self._low, None, self._hint, self._told_below, None, self._high)
        if isinstance(self.strip, SleepStrip | CountStrip):
            ends.addWidget(self.strip.more)
        if isinstance(self.strip, CountStrip):
            ends.addWidget(self.strip.field)
        ends.setContentsMargins(RING, 0, RING, 0)
        self._meanings.setContentsMargins(RING, 3, RING, 0)
        answers = column(self.strip, ends, self._meanings, spacing=1)
        answers.addStretch(1)
        return answers

    def _fit(self) -> None:
        stacked = self._is_stacked
        self._outer.setDirection(QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight)
        self._outer.setSpacing(4 if stacked else WORDS_GAP - RING)
        width = self._theme.px(WORDS_WIDTH)
        self._words.setMinimumWidth(0 if stacked else width)
        self._words.setMaximumWidth(16777215 if stacked else width)
        self._say()

    def _say(self) -> None:
        """Put the words at both ends, and what is answered or which keys work: beside the name where it is narrow."""
        measure, value = self._measure, self.strip.value
        is_open = value is None and not self.strip.is_waiting
        hint = self._keys() if self.strip.has_keyboard and is_open and not self._told else ""  # both have no room
        if isinstance(self.strip, SleepStrip):
            self._low.setText(say("hours"))
            hint = hint or self._hours_said(value)
        else:
            self._low.setText(self._end(measure.lowest, measure.low_words))
            self._high.setText(self._end(measure.highest, measure.high_words))
        if value is not None and value > TEN:
            hint = hint or answer(measure, value)
        if value is not None and value % measure.step:
            hint = answer(measure, value)  # a mean of what was brought in lies between two buttons
        hint = self._what_may_follow() or hint
        for label, is_used in ((self._said, self._is_stacked), (self._hint, not self._is_stacked)):
            label.setText(hint if is_used else "")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            is_hours = isinstance(self.strip, SleepStrip)
            is_said = self.strip.first_digit is not None or (value is not None and (is_hours or value > TEN))
            role = "said" if is_said else "caption"
            if label.property("role") != role:
                set_role(label, role)
        self._told_above.say(self._told if self._is_stacked else "")
        self._told_below.say("" if self._is_stacked else self._told)

    def _end(self, number: float, words: str) -> str:
        """The words at one end; on two rows the number stands before them."""
        said = measure_words(self._measure, words)
        return (
            say("{number} – {words}", number=short_number(number), words=said)
            if self.strip.row_count > 1 and said
            else said
        )

    def _hours_said(self, value: float | None) -> str:
        """The hours in words, and, as a digit stays here for the half, how to go on."""
        if value is None:
            return ""
        hours = hours_in_words(value)
        return say("{hours} · Tab goes on", hours=hours) if self.strip.has_keyboard else hours

    def _what_may_follow(self) -> str:
        first = self.strip.first_digit
        if first is None:
            return ""
        lowest, highest = first * TEN, min(first * TEN + TEN - 1, int(self._measure.highest))
        if lowest == highest:
            return say("{n}, or type 0 now for {ten}", n=first, ten=lowest)
        return say("{n}, or type one more digit now for {low} to {high}", n=first, low=lowest, high=highest)

    def _keys(self) -> str:
        if isinstance(self.strip, SleepStrip):
            return say("Not filled in · type 0 to 9, then . for a half")
        if self._measure.kind is ScaleKind.YES_NO:
            return say("Not filled in · type 1 for yes, 0 for no")
        if self._measure.kind is ScaleKind.COUNT:
            return say("Not filled in · type how many")
        if self._measure.highest < TEN:
            lowest, highest = int(self._measure.lowest), int(self._measure.highest)
            return say("Not filled in · type {lowest} to {highest}", lowest=lowest, highest=highest)
        return say("Not filled in · type 0 to 9, or {ten} for 10", ten=say("x"))


def _mark(icons: Icons, measure: Measure) -> tuple[QWidget, ...]:
    if measure.id == SLEEP:
        return (IconMark(icons, "moon", "sleep", 15),)
    core = measure.moment_of or measure.id
    return (MeasureMark(icons.theme, core),) if core in COLOUR_OF else ()
