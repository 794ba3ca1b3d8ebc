"""Coming back after a gap without reproach, and the questions of now and then: one card, below the day's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.entries import PauseFor
from diary.domain.helping import IsHelping
from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import GAP, Card, column
from diary.ui.kit.text import Words
from diary.ui.today.gestures import ChooseLowEnergy, PauseDiary
from diary.words import say
from diary.words.choices import choice

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState


class WelcomeCard(Card):
    """Says "Welcome back", never with a list of days; ``fill_in_requested`` leads to the day before."""

    fill_in_requested = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 14), spacing=6)
        self.fill_in = Button(icons, say("Fill in a day that passed"))
        self.leave = Button(icons, say("Leave it"), "quiet")
        words = say("Add today if you like. The days that passed can stay open.")
        self.body.addWidget(Words(say("Welcome back"), "strong", wrap=True))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(_flow(self.fill_in, self.leave))
        self.fill_in.clicked.connect(self.fill_in_requested)
        self.leave.clicked.connect(self.left)


class HelpingCard(Card):
    """Asks whether the diary helps, and offers less where it doesn't.

    ``answered`` carries an ``IsHelping``, ``gesture_requested`` what is done about it; ``left`` puts the card away.
    ``choosing_requested`` leads to where the days are chosen.
    """

    answered = Signal(object)
    gesture_requested = Signal(object)
    choosing_requested = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 14), spacing=8)
        question = say("Is keeping this diary helping?")
        answers = {one: choice(one) for one in (IsHelping.YES, IsHelping.NO, IsHelping.NOT_SURE)}
        self.choice = SmallChoice(icons.theme, question, dict(answers.items()), apart=IsHelping.NOT_SURE)
        self.not_now = Button(icons, say("Not now"), "quiet")
        self.less = Button(icons, say("Ask only the four questions"))
        self.fewer = Button(icons, say("Write on a few days a week"))
        lengths = {one: choice(one) for one in PauseFor}
        self.lengths = SmallChoice(icons.theme, say("Pause the diary:"), dict(lengths.items()))
        self.carry_on = Button(icons, say("Carry on as it is"), "quiet")
        self._title = Words(question, "strong", wrap=True)
        self._why = Words("", "second", wrap=True)
        self._asking = _flow(self.choice, self.not_now)
        self._pausing = _flow(Words(say("Pause the diary:"), "second"), self.lengths)
        self._offering = _flow(self.less, self.fewer, self._pausing, self.carry_on)
        for part in (self._title, self._why, self._asking, self._offering):
            self.body.addWidget(part)
        self.choice.chosen.connect(self._answered)
        self.not_now.clicked.connect(self.left)
        self.less.clicked.connect(self._ask_less)
        self.fewer.clicked.connect(self.choosing_requested)
        self.lengths.chosen.connect(self._pause)
        self.carry_on.clicked.connect(self.left)

    def render_state(self, *, is_offering: bool) -> None:
        """Ask, or after "No" and "Not sure" say what can be done."""
        was_offering = self._offering.isVisible()
        self._asking.setVisible(not is_offering)
        self._offering.setVisible(is_offering)
        self.choice.show_choice(None)
        self.lengths.show_choice(None)
        if is_offering:
            self._title.setText(say("You can do less, or stop for a while"))
            self._why.setText(say("What you wrote stays. You can carry on at any time."))
        else:
            self._title.setText(say("Is keeping this diary helping?"))
            words = say("Writing down pain every day helps some people and makes others notice pain more.")
            self._why.setText(words)
        if is_offering and not was_offering and self.isVisible():
            self.less.setFocus(Qt.FocusReason.OtherFocusReason)

    def _answered(self, key: str | None) -> None:
        if key is not None:
            self.answered.emit(IsHelping(key))

    def _ask_less(self) -> None:
        self.gesture_requested.emit(ChooseLowEnergy(on=True))
        self.left.emit()

    def _pause(self, key: str | None) -> None:
        if key is not None:
            self.gesture_requested.emit(PauseDiary(PauseFor(key)))
            self.left.emit()


class CodeCard(Card):
    """Asks once more about a recovery code that was passed by: ``code_requested`` leads to it, ``answered`` ends it."""

    code_requested = Signal()
    answered = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 14), spacing=8)
        self.show_code = Button(icons, say("See the code in Settings"))
        self.kept = Button(icons, say("It is written down"))
        self.no_more = Button(icons, say("Don’t ask again"), "quiet")
        words = say("It opens the diary if the passphrase is forgotten or the computer is gone.")
        self.body.addWidget(Words(say("Is your recovery code written down?"), "strong", wrap=True))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(_flow(self.kept, self.show_code, self.no_more))
        self.show_code.clicked.connect(self.code_requested)
        self.kept.clicked.connect(self.answered)
        self.no_more.clicked.connect(self.answered)


class Greeting(QWidget):
    """The cards, one below the other; their signals are its own."""

    code_requested = Signal()
    code_answered = Signal()
    fill_in_requested = Signal()
    answered = Signal(object)
    gesture_requested = Signal(object)
    choosing_requested = Signal()
    left = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._welcome, self._code, self._helping = WelcomeCard(icons), CodeCard(icons), HelpingCard(icons)
        self.setLayout(column(self._welcome, self._code, self._helping, spacing=GAP))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._welcome.fill_in_requested.connect(self.fill_in_requested)
        self._welcome.left.connect(self.left)
        self._code.code_requested.connect(self.code_requested)
        self._code.answered.connect(self.code_answered)
        self._helping.answered.connect(self.answered)
        self._helping.gesture_requested.connect(self.gesture_requested)
        self._helping.choosing_requested.connect(self.choosing_requested)
        self._helping.left.connect(self.left)

    def render_state(self, state: TodayState) -> None:
        """Draw what there is to say, on the day it is: one thing at a time, and nothing is asked on a bad day."""
        is_today = state.day == state.today
        is_offering = state.helping in {IsHelping.NO, IsHelping.NOT_SURE}
        greets = is_today and state.welcome.days_away is not None
        is_time = state.welcome.asks_if_helping and not greets
        may_ask = is_today and not state.is_bad_day
        asks_code = may_ask and state.welcome.asks_about_code and not greets and not is_offering
        asks = may_ask and not asks_code and (is_offering or is_time)
        self.setVisible(asks or asks_code or greets)
        self._code.setVisible(asks_code)
        self._welcome.setVisible(greets)
        self._helping.setVisible(asks)
        self._helping.render_state(is_offering=is_offering)


def _flow(*parts: QWidget) -> QWidget:
    holder = QWidget()
    holder.setLayout(FlowLayout(*parts, spacing=10))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
