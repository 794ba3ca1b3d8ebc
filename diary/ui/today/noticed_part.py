"""What a carer noticed: only what can be seen or heard, each answer in words, and none of mood or anxiety."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.domain.today import NOTE
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import GAP, Card, Divider, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.today.note_card import NoteCard
from diary.ui.today.scale_row import WORDS_GAP, WORDS_WIDTH, ScaleRow
from diary.ui.today.state import Answer
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.theme import Theme
    from diary.ui.today.state import TodayState

DAY_WENT = ("noticed_sleep", "noticed_got_up", "noticed_activities", "noticed_ate", "noticed_medicines")
SEEMED = ("noticed_in_pain", "noticed_worried", "noticed_low")
PAIN_SEEMED = "pain_as_seemed"
ONE_LINE_EM = 62
"""From this width on, in em, question, answers and "Could not tell" stand on one line."""
PADDING = 24


class NoticedRow(QWidget):
    """A question with its answers in words, "Could not tell" apart at the end; ``answered`` carries an ``Answer``."""

    answered = Signal(object)

    def __init__(self, theme: Theme, measure: Measure) -> None:
        super().__init__()
        self._theme, self._measure = theme, measure
        answers = {str(number): say(step) for number, step in enumerate(measure.steps)}
        self.choice = SmallChoice(theme, say(measure.question), answers, far=list(answers)[-1], colour="carer")
        self._question = Words(say(measure.question), wrap=True)
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(WORDS_GAP)
        self._layout.addWidget(self._question, 0, Qt.AlignmentFlag.AlignVCenter)
        self._layout.addWidget(self.choice, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choice.chosen.connect(self._chosen)

    def show_value(self, value: float | None) -> None:
        """Draw an answer, or none."""
        self.choice.show_choice(None if value is None else f"{value:.0f}")

    def arrange(self, width_px: int) -> None:
        """Stand the question beside its answers or above them."""
        is_wide = width_px >= ONE_LINE_EM * self._theme.em
        beside, above = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._layout.setDirection(beside if is_wide else above)
        self._layout.setSpacing(WORDS_GAP if is_wide else 4)
        width = self._theme.px(WORDS_WIDTH)
        self._question.setMinimumWidth(width if is_wide else 0)
        self._question.setMaximumWidth(width if is_wide else 16_777_215)

    def _chosen(self, key: str | None) -> None:
        self.answered.emit(Answer(self._measure.id, None if key is None else float(key)))


class NoticedPart(QWidget):
    """The whole form; ``answer_requested`` carries an ``Answer``."""

    answer_requested = Signal(object)

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__()
        self.rows = {one: NoticedRow(icons.theme, measures[one]) for one in (*DAY_WENT, *SEEMED)}
        self._seemed = Title("", wrap=True)
        self.scale = ScaleRow(icons, measures[PAIN_SEEMED])
        self.scale.strip.has_next = False
        self.note = NoteCard(icons)
        leave_out = Words(say("Leave out whatever you like."), "caption", wrap=True)
        seen = Words(say("Only what you could see or hear."), "caption", wrap=True)
        pain = Card(padding=(PADDING, 18))
        pain.body.addWidget(self.scale)
        self.setLayout(
            column(
                self._card(Title(say("How the day went")), leave_out, DAY_WENT),
                self._card(self._seemed, seen, SEEMED),
                pain,
                self.note,
                spacing=GAP,
            )
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._line_up()
        icons.theme.changed.connect(self._line_up)
        self.scale.strip.answer_requested.connect(self._scored)

    def render_state(self, state: TodayState, *, is_other_day: bool) -> None:
        """Draw what the carer noticed on the day."""
        self._seemed.setText(say("How {person} seemed", person=state.writing.person))
        for measure, line in self.rows.items():
            line.show_value(state.answers.get(measure))
        self.scale.show_value(state.answers.get(PAIN_SEEMED))
        self.note.show_note(state.note, is_other_day=is_other_day)
        self.note.show_others(state.other_notes)
        self.note.let_write(state.is_loaded)
        self.note.say_problem(state.unsaved_words.get(NOTE, ""))

    def take_keyboard(self) -> None:
        """Begin at the first question."""
        next(iter(self.rows.values())).choice.take_keyboard()

    def arrange(self, width_px: int) -> None:
        """Stand questions beside their answers where there is room."""
        for line in self.rows.values():
            line.arrange(width_px - 2 * PADDING)
        self.scale.arrange(width_px - 2 * PADDING)

    def settle(self) -> None:
        """Keep what is still being typed."""
        self.scale.strip.settle()
        self.note.settle()

    def _card(self, title: Title, about: Words, measures: tuple[str, ...]) -> Card:
        card = Card(padding=(PADDING, 16), spacing=8)
        head = row(title, spacing=12)
        head.addWidget(about, 1)
        card.body.addLayout(head)
        for index, measure in enumerate(measures):
            if index:
                card.body.addWidget(Divider())
            card.body.addWidget(self.rows[measure])
            self.rows[measure].answered.connect(self.answer_requested)
        return card

    def _scored(self, value: float | None) -> None:
        self.answer_requested.emit(Answer(PAIN_SEEMED, value))

    def _line_up(self) -> None:
        """Give every "Could not tell" one width, so that they stand in one column."""
        apart = [list(line.choice.buttons.values())[-1] for line in self.rows.values()]
        widest = max(button.sizeHint().width() for button in apart)
        for button in apart:
            button.setMinimumWidth(widest)
