"""Ways of not logging, a day or for as long as the person likes; and the way to what is no matter of one day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.entries import PauseFor
from diary.ui.kit.buttons import Button
from diary.ui.kit.chips import Chip
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import bring_up, column
from diary.ui.kit.text import Words
from diary.ui.kit.ways_out import lead_out
from diary.ui.today.gestures import PauseDiary, SayNothingToLog
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState


class QuietWays(QWidget):
    """``gesture_requested`` carries a ``SayNothingToLog`` or a ``PauseDiary``; the rest is asked for elsewhere."""

    gesture_requested = Signal(object)
    story_requested = Signal()
    event_requested = Signal()
    own_question_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.nothing = Chip(icons, say("Nothing to log today"))
        self.ask = Button(icons, say("Pause the diary"), "link")
        lengths = {
            str(PauseFor.WEEK): say("For a week"),
            str(PauseFor.MONTH): say("For a month"),
            str(PauseFor.UNTIL_BACK): say("Until I come back"),
        }
        self.lengths = SmallChoice(icons.theme, say("Pause the diary:"), lengths)
        self.leave = Button(icons, say("Don’t pause"), "quiet")
        lead_out(self.leave)
        self.happened = Button(icons, say("Something happened"), "link", "plus")
        self.happened.setAccessibleName(say("Something happened on this day"))
        self.story = Button(icons, say("My story"), "link")
        self.own = Button(icons, say("Add a question of your own"), "link", "plus")
        ways = (self.nothing, self.ask, self.lengths, self.leave, self.happened, self.story, self.own)
        meaning = say("Paused days don’t count as days not filled in. You can still write, and come back at any time.")
        self._meaning = Words(meaning, "second", wrap=True)
        self.lengths.setAccessibleDescription(meaning)
        self.setLayout(column(FlowLayout(*ways, spacing=12), self._meaning, spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._is_asking = False
        self._can_pause = False
        self.nothing.clicked.connect(self._say_nothing)
        self.ask.clicked.connect(self._ask)
        self.own.clicked.connect(self.own_question_requested)
        self.leave.clicked.connect(self._leave)
        self.happened.clicked.connect(self.event_requested)
        self.story.clicked.connect(self.story_requested)
        self.lengths.chosen.connect(self._pause)

    def render_state(self, state: TodayState) -> None:
        """Draw what can be said; a pause begins today, so it is offered today."""
        is_today = state.day == state.today
        self.nothing.say(say("Nothing to log today") if is_today else say("Nothing to log on this day"))
        self.nothing.show_checked(state.more.is_nothing_to_log)
        self.nothing.setVisible(not state.is_bad_day)
        self.nothing.setEnabled(state.more.is_nothing_to_log or not _has_anything(state))
        self._can_pause = state.day == state.today and state.more.pause is None and state.is_loaded
        self._is_asking = self._is_asking and self._can_pause
        self._show()

    def _say_nothing(self) -> None:
        self.gesture_requested.emit(SayNothingToLog(self.nothing.isChecked()))

    def _ask(self) -> None:
        self._is_asking = True
        self._show()
        next(iter(self.lengths.buttons.values())).setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self, keep=self.lengths)

    def _leave(self) -> None:
        self._is_asking = False
        self._show()
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pause(self, key: str | None) -> None:
        self._is_asking = False
        self._show()
        if key is not None:
            self.gesture_requested.emit(PauseDiary(PauseFor(key)))

    def _show(self) -> None:
        self.ask.setVisible(self._can_pause and not self._is_asking)
        for part in (self.lengths, self.leave, self._meaning):
            part.setVisible(self._is_asking)
        self.updateGeometry()


def _has_anything(state: TodayState) -> bool:
    """Whether something was logged on the day, so that "nothing to log" would not be true of it."""
    more = state.more
    said = (more.marked, more.ticked, more.takings, more.moments, more.good_thing, state.note.text, state.other_notes)
    return bool(state.answers) or any(said)
