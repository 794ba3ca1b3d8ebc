"""The cards of Share: which days, what is on the page, and the person's own words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit

from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card
from diary.ui.kit.text import Title
from diary.ui.kit.text import Words as Label
from diary.ui.kit.ticks import Tick
from diary.ui.share.answers_part import AnswersPart
from diary.ui.share.birth_part import BirthPart
from diary.ui.share.day_field import DayField
from diary.ui.share.state import (
    LONGEST_QUESTION,
    LONGEST_WISH,
    PERIOD_WORDS,
    QUESTIONS,
    Content,
    PeriodChoice,
    Words,
)
from diary.words import say, say_n
from diary.words.dates import near_day

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState


class PeriodCard(Card):
    """Which days: a period from the list, or any two dates."""

    period_requested = Signal(int)
    first_requested = Signal(object)
    last_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._choices = ChoiceBox(icons, say("Which days"))
        self._choices.addItems([say(words) for words in PERIOD_WORDS])
        self._choices.view().setAccessibleName(say("Which days"))
        self._first, self._last = DayField(icons, say("From")), DayField(icons, say("To"))
        self._count = Label("", "caption")
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for at, (name, field) in enumerate(((say("From"), self._first), (say("To"), self._last))):
            label = Label(name, "second")
            label.setBuddy(field)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        self.body.addWidget(Title(say("Which days")))
        self.body.addWidget(self._choices)
        self.body.addLayout(grid)
        self.body.addWidget(self._count)
        self._choices.activated.connect(self.period_requested)
        self._first.day_chosen.connect(self.first_requested)
        self._last.day_chosen.connect(self.last_requested)

    def render_state(self, state: ShareState) -> None:
        """Show the period that is taken; an appointment before today is needed for the days since it."""
        appointment = state.basics.last_appointment
        self._choices.offer(PeriodChoice.SINCE_APPOINTMENT, is_offered=appointment is not None)
        since = say(PERIOD_WORDS[PeriodChoice.SINCE_APPOINTMENT])
        if appointment is not None:
            since = say("Since my last appointment ({day})", day=near_day(appointment, state.today))
        self._choices.setItemText(PeriodChoice.SINCE_APPOINTMENT, since)
        self._choices.setCurrentIndex(state.choice)
        if state.wanted is not None:
            period = state.wanted.period
            self._first.show_day(period.first, state.today)
            self._last.show_day(period.last, state.today)
            self._count.setText(say_n("{n} day", "{n} days", len(period)))


class ContentCard(Card):
    """What is on the pages beside the numbers; name and date of birth only when ticked.

    ``content_requested`` carries a ``Content``.
    """

    content_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=4)
        self._name = Tick(icons, say("My name"))
        self.birth = BirthPart(icons)
        self._together = Tick(icons, say("How things move together"))
        self._places = Tick(icons, say("Where it hurts"))
        self._treatments = Tick(icons, say("Treatments, and whether they helped"))
        self._forms = Tick(icons, say("Totals of questionnaires"))
        self._carers = Tick(icons, say("What a carer noticed, kept apart"))
        self.answers = AnswersPart(icons)
        self._content_now = Content()
        self.body.addWidget(Title(say("What is on them")))
        for tick in (self._name, self._places, self._together, self._treatments, self._carers, self._forms):
            self.body.addWidget(tick)
            tick.clicked.connect(self._ask)
        self.body.insertWidget(self.body.indexOf(self._places), self.birth)
        self.birth.tick.clicked.connect(self._ask)
        self.body.addWidget(self.answers)
        self.answers.answered.connect(self._take_answers)

    def render_state(self, state: ShareState) -> None:
        """Show what is ticked; what the diary doesn't have is not offered."""
        self._treatments.setVisible(state.basics.has_treatments)
        self._forms.setVisible(state.basics.has_questionnaires)
        self._carers.setVisible(state.basics.has_carers)
        if state.wanted is not None:
            content = state.wanted.content
            self._name.setChecked(content.with_name)
            self._places.setChecked(content.with_places)
            self._together.setChecked(content.with_together)
            self._treatments.setChecked(content.with_treatments)
            self._forms.setChecked(content.with_questionnaires)
            self._carers.setChecked(content.with_carers_view)
            self._content_now = content
        self.birth.render_state(state)
        self.answers.render_state(state)

    def _take_answers(self, with_answers: bool | None) -> None:
        self._content_now = replace(self._content_now, with_answers=with_answers)
        self._ask()

    def _ask(self) -> None:
        content = replace(
            self._content_now,
            with_name=self._name.isChecked(),
            with_birth_date=self.birth.tick.isChecked(),
            with_carers_view=self._carers.isChecked(),
            with_places=self._places.isChecked(),
            with_together=self._together.isChecked(),
            with_treatments=self._treatments.isChecked(),
            with_questionnaires=self._forms.isChecked(),
        )
        self.content_requested.emit(content)


class WishField(QPlainTextEdit):
    """A few lines; Tab leaves the field, and no more than its length can be typed."""

    left = Signal()

    def __init__(self, name: str, longest: int) -> None:
        super().__init__()
        self._longest = longest
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.textChanged.connect(self._cut)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def _cut(self) -> None:
        """Take back what is over the length; pasting can bring any amount."""
        text = self.toPlainText()
        if len(text) > self._longest:
            cursor = self.textCursor()
            at = cursor.position()
            over = len(text) - self._longest
            kept = text[: max(at - over, 0)] + text[at:]
            self.blockSignals(True)
            self.setPlainText(kept[: self._longest])
            self.blockSignals(False)
            cursor = self.textCursor()
            cursor.setPosition(min(max(at - over, 0), len(self.toPlainText())))
            self.setTextCursor(cursor)


class WordsCard(Card):
    """What the person wants from the appointment, in their own words; drawn as typed, kept when a field is left."""

    words_changed = Signal(object)
    words_left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=6)
        self._theme = icons.theme
        title = say("What I want from this appointment")
        self._wish = WishField(title, LONGEST_WISH)
        self._room = Label("", "caption")
        self._questions = [LabelledField(say("Question {n}", n=n + 1), is_sentence=True) for n in range(QUESTIONS)]
        self.body.addWidget(Title(title, wrap=True))
        self.body.addWidget(
            Label(say("It stands at the top of the first page, in your words. It may stay empty."), "second", wrap=True)
        )
        self.body.addWidget(self._wish)
        self.body.addWidget(self._room)
        for question in self._questions:
            question.field.setMaxLength(LONGEST_QUESTION)
            question.edited.connect(self._changed)
            question.field.editingFinished.connect(self.words_left)
            self.body.addWidget(question)
        self._wish.textChanged.connect(self._changed)
        self._wish.left.connect(self.words_left)
        self._theme.changed.connect(self._measure)
        self._measure()

    def render_state(self, state: ShareState) -> None:
        """Show the words; a field that already says them is left alone, so that the cursor stays."""
        if state.wanted is None:
            return
        words = state.wanted.words
        if words != self.words:
            self._wish.blockSignals(True)
            self._wish.setPlainText(words.wish)
            self._wish.blockSignals(False)
            for field, question in zip(self._questions, words.questions, strict=True):
                field.show_text(question)
        left = LONGEST_WISH - len(words.wish)
        self._room.setText(say_n("Room for {n} more letter", "Room for {n} more letters", left))

    @property
    def words(self) -> Words:
        """What stands in the fields."""
        return Words(self._wish.toPlainText(), tuple(question.text for question in self._questions))

    def _changed(self) -> None:
        self.words_changed.emit(self.words)

    def _measure(self) -> None:
        self._wish.setFixedHeight(self._theme.px(104))
