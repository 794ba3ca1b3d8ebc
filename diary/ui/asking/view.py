"""The page on which a person chooses what Today asks, and words questions of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.measures import CORE
from diary.domain.today import HEADACHE
from diary.ui.asking.asked_row import AskedRow
from diary.ui.asking.day_end_card import DayEndCard
from diary.ui.asking.factors_card import FactorsCard
from diary.ui.asking.gestures import ArchiveMeasure, ChooseLowEnergy
from diary.ui.asking.order_card import OrderCard
from diary.ui.asking.own_words_form import OwnWordsForm
from diary.ui.asking.question_form import QuestionForm
from diary.ui.asking.state import AT_PLACES, Form, Opened, numbers_with_words
from diary.ui.asking.week_card import WeekCard
from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.key_names import key_name
from diary.ui.kit.messages import announce
from diary.ui.kit.surfaces import GAP, Card, Page, row
from diary.ui.kit.text import Heading, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.kit.ways_out import lead_out
from diary.words import say
from diary.words.choices import part_of_today
from diary.words.numbers import measure_words

if TYPE_CHECKING:
    from diary.domain.measures import Measure
    from diary.ui.asking.state import Asked, AskingState
    from diary.ui.kit.icons import Icons


class AskingView(Page):
    """``gesture_requested`` carries a ``Gesture``, ``form_requested`` what to open; ``left`` leads back.

    ``form_settled`` tells whether words stay in the open form that can't be kept yet.
    """

    gesture_requested = Signal(object)
    form_requested = Signal(object)
    form_left = Signal()
    form_settled = Signal(bool)
    undo_requested = Signal()
    redo_requested = Signal()
    retry_requested = Signal()
    copy_requested = Signal()
    left = Signal()

    def __init__(self, icons: Icons, state: AskingState) -> None:
        self._icons = icons
        self._state = state
        self._drawn: dict[str, Measure | str] = {}
        self._opened: Opened | None = None
        self.back = Button(icons, say("Back"), icon="chevron-left")
        lead_out(self.back)
        self._saved = Words("", "second")
        self.undo, self.redo = Button(icons, say("Undo"), "inline"), Button(icons, say("Redo"), "inline")
        self._problem = UnsavedMessage(icons)
        self.questions = OrderCard(
            icons,
            say("Questions"),
            say(
                "Ticked ones are asked on Today, in this order. {alt} with an arrow key moves one up or down.",
                alt=key_name("Alt"),
            ),
        )
        self.parts = OrderCard(
            icons, say("Other parts"), say("Take a tick away and Today no longer shows that part. Nothing is lost.")
        )
        self.at_places = OrderCard(
            icons,
            say("At each place that hurts"),
            say("Asked beside how bad it is, when you open a place."),
            is_ordered=False,
        )
        self.factors, self.day_end, self.week = FactorsCard(icons), DayEndCard(icons), WeekCard(icons)
        self.add = Button(icons, say("Add a question of your own"), "link", "plus")
        self._away = _Flowing()
        self._core = _Flowing()
        self._question_form, self._words_form = QuestionForm(icons), OwnWordsForm(icons)
        self.low_energy = Tick(icons, say("Low energy: show the four questions alone"), 44)
        super().__init__(icons.theme)
        self._stand()
        self._connect()
        self.render_state(state)

    def render_state(self, state: AskingState) -> None:
        """Draw a state whole."""
        self._state = state
        asked = state.asked
        self._problem.say_why(state.problem, state.reason, can_copy=state.can_copy)
        self._say_saved(state)
        for card in self._cards:
            card.setEnabled(state.is_loaded)
        self._make_rows(asked)
        if asked.measures:
            self.questions.show_order(asked, asked.questions)
        self.parts.show_order(asked, asked.parts)
        self.at_places.show_order(asked, AT_PLACES)
        self.low_energy.setChecked(asked.choices.low_energy)
        self.factors.render_state(state)
        self.day_end.show_hour(asked)
        self.week.show_days(asked)
        self._show_core(asked)
        self._show_put_away(asked)
        self._show_form(state)
        self._measure()

    def take_keyboard(self) -> None:
        """Begin at the way back, or in the form that was asked for."""
        if self._opened is None:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            form = self._question_form if self._opened.form is Form.QUESTION else self._words_form
            form.take_keyboard()
            self._show_whole(form)

    def settle(self) -> None:
        """Keep what is typed, and try again what could not be kept, because the page is about to go."""
        self._settle_form()
        self.factors.settle()
        if self._state.problem:
            self.retry_requested.emit()

    def arrange(self, width_px: int) -> None:
        """Arrange the rows for a body this wide."""
        for card in (self.questions, self.parts):
            card.arrange(width_px)

    def _stand(self) -> None:
        head, status = row(spacing=12), row(spacing=7)
        head.addWidget(Heading(say("What Today asks")), 1)
        head.addWidget(self.back, 0, Qt.AlignmentFlag.AlignTop)
        status.addWidget(Words(say("What you wrote before stays, whatever you choose."), "second", wrap=True), 1)
        for part in (self._saved, self.undo, self.redo):
            status.addWidget(part)
        self.body.addLayout(head)
        self.body.addLayout(status)
        self.body.addWidget(self._problem)
        hard_day = Card(padding=(24, 14), spacing=2)
        hard_day.body.addLayout(row(self.low_energy, None))
        self._cards = hard_day, self.week, self.questions, self.parts, self.at_places, self.factors, self.day_end
        for card in self._cards:
            self.body.addWidget(card)
        self.body.addStretch(1)
        self.questions.body.insertWidget(2, self._core)
        self.questions.body.addWidget(self._away)
        self.questions.body.addLayout(row(self.add, None))
        for form in (self._question_form, self._words_form):
            form.hide()

    def _connect(self) -> None:
        self.back.clicked.connect(self.left)
        self._problem.action_requested.connect(self.retry_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self.undo.clicked.connect(self.undo_requested)
        self.redo.clicked.connect(self.redo_requested)
        self.add.clicked.connect(self._ask_new)
        self.low_energy.clicked.connect(self._rest)
        cards = (self.week, self.questions, self.parts, self.at_places, self.factors, self.day_end)
        for part in (*cards, self._question_form, self._words_form):
            part.gesture_requested.connect(self.gesture_requested)
        for form in (self._question_form, self._words_form):
            form.left.connect(self.form_left)
        for keys, signal in (
            ("Ctrl+Z", self.undo_requested),
            ("Ctrl+Y", self.redo_requested),
            ("Ctrl+Shift+Z", self.redo_requested),
            ("Alt+Left", self.left),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(signal)

    def _make_rows(self, asked: Asked) -> None:
        """Make the row of each question and part anew where its words are others than before."""
        for part in asked.parts:
            self._make_row(self.parts, part, part_of_today(part, asked.measures))
        for part in AT_PLACES:
            self._make_row(self.at_places, part, part_of_today(part, asked.measures))
        for part in asked.questions if asked.measures else ():
            self._make_row(self.questions, part, HEADACHE if part == HEADACHE else asked.measures[part])
        still = {*asked.questions, *asked.parts, *AT_PLACES}
        for gone in [one for one in self._drawn if one not in still]:
            del self._drawn[gone]
            self.questions.drop_row(gone)

    def _make_row(self, card: OrderCard, part: str, drawn: Measure | str) -> None:
        if self._drawn.get(part) == drawn:
            return
        self._drawn[part] = drawn
        if isinstance(drawn, str):
            line = AskedRow(self._icons, part_of_today(part, {}))
        else:
            label, has_words = measure_words(drawn, drawn.label), bool(numbers_with_words(drawn))
            line = AskedRow(self._icons, label, is_own=drawn.own, has_words=has_words)
        line.change.clicked.connect(self._ask_change)
        line.words.clicked.connect(self._ask_words)
        card.add_row(part, line)

    def _show_core(self, asked: Asked) -> None:
        """Say what is always asked, with the way to say what its numbers mean."""
        if not asked.measures or self._core.widgets:
            return
        self._core.add(Words(say("Always asked:"), "second"))
        for id_ in CORE:
            measure = asked.measures[id_]
            label = measure_words(measure, measure.label)
            line = row(Words(label, "strong"), spacing=0)
            if numbers_with_words(measure):
                line.addWidget(self._core_words(id_, label))
            one = QWidget()
            one.setLayout(line)
            self._core.add(one)

    def _core_words(self, measure: str, label: str) -> Button:
        words = Button(self._icons, say("In my words"), "link")
        words.setAccessibleName(say("What the numbers mean to you: {question}", question=label))
        words.setProperty("measure", measure)
        words.clicked.connect(self._ask_words)
        return words

    def _show_put_away(self, asked: Asked) -> None:
        wanted = {one.id: one.label for one in asked.put_away}
        if list(wanted.items()) == [(one.property("measure"), one.text()) for one in self._away.findChildren(_Back)]:
            return
        self._away.clear()
        if wanted:
            self._away.add(Words(say("Put away, with all you answered:"), "second"))
        for id_, label in wanted.items():
            back = _Back(self._icons, label, "plain", "archive-restore")
            back.setAccessibleName(say("Ask again: {question}", question=label))
            back.setToolTip(say("Ask again: {question}", question=label))
            back.setProperty("measure", id_)
            back.clicked.connect(self._ask_again)
            self._away.add(back)

    def _show_form(self, state: AskingState) -> None:
        opened = state.opened if state.is_loaded and state.asked.measures else None
        if opened == self._opened:
            return
        before, self._opened = self._opened, opened
        for form in (self._question_form, self._words_form):
            form.hide()
        if opened is None:
            self._return_keyboard(before)
            return
        measure = state.asked.measures.get(opened.measure)
        form = self._question_form if opened.form is Form.QUESTION else self._words_form
        self.questions.place_below(opened.measure, form)
        form.show()
        if opened.form is Form.QUESTION:
            self._question_form.ask(measure)
        elif measure is not None:
            self._words_form.ask(measure, state.asked.own_words.get(opened.measure, {}))
        self._show_whole(form)

    def _show_whole(self, form: QWidget) -> None:
        """Scroll to a form that was just put in its place: what stands where is known only after a layout."""
        self._measure()
        self.body.activate()
        self.questions.body.activate()
        self.ensureWidgetVisible(form, 0, GAP)
        top = self.verticalScrollBar().value() + form.mapTo(self, QPoint(0, 0)).y() - GAP
        if self.verticalScrollBar().value() > top:  # a form higher than the window begins at its beginning
            self.verticalScrollBar().setValue(top)

    def _return_keyboard(self, before: Opened | None) -> None:
        measure = before.measure if before else ""
        line = self.questions.rows.get(measure)
        button = next((one for one in self._core.findChildren(Button) if one.property("measure") == measure), self.add)
        if line is not None:
            button = line.change if before and before.form is Form.QUESTION else line.words
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_saved(self, state: AskingState) -> None:
        text = say("Saved") if state.is_saved and not state.problem else ""
        if text and text != self._saved.text():
            announce(self._saved, text)
        self._saved.setText(text)
        self.undo.setVisible(state.can_undo)
        self.redo.setVisible(state.can_redo)

    def _ask_new(self) -> None:
        self._ask_for(Opened(Form.QUESTION))

    def _ask_change(self) -> None:
        self._ask_for(Opened(Form.QUESTION, self._measure_of(self.sender())))

    def _ask_words(self) -> None:
        self._ask_for(Opened(Form.OWN_WORDS, self._measure_of(self.sender())))

    def _ask_for(self, opened: Opened) -> None:
        if opened != self._opened:
            self._settle_form()
            self.form_requested.emit(opened)

    def _settle_form(self) -> None:
        """Keep what stands in an open form before it is used for something else."""
        is_whole = True
        if self._opened is not None:
            form = self._question_form if self._opened.form is Form.QUESTION else self._words_form
            is_whole = form.settle()
        self.form_settled.emit(not is_whole)

    def _measure_of(self, button: object) -> str:
        rows = self.questions.rows.items()
        found = next((part for part, line in rows if button in {line.change, line.words}), None)
        return found or (str(button.property("measure")) if isinstance(button, Button) else "")

    def _ask_again(self) -> None:
        self.gesture_requested.emit(ArchiveMeasure(self._measure_of(self.sender()), archived=False))

    def _rest(self) -> None:
        self.gesture_requested.emit(ChooseLowEnergy(self.low_energy.isChecked()))


class _Back(Button):
    """A question that was put away; pressing it brings it back."""


class _Flowing(QWidget):
    """Words and buttons that wrap where the width ends."""

    def __init__(self) -> None:
        super().__init__()
        self.widgets: list[QWidget] = []
        self._flow = FlowLayout(spacing=20, line_spacing=0)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add at the end."""
        self.widgets.append(widget)
        self._flow.addWidget(widget)
        widget.show()

    def clear(self) -> None:
        """Take everything away."""
        for widget in self.widgets:
            widget.hide()
            self._flow.removeWidget(widget)
            widget.setParent(None)
            widget.deleteLater()
        self.widgets = []
