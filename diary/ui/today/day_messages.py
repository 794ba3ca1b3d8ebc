"""What is to be said of the day shown: that it is night, that a new one began, a pause, or a day that needs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import GAP, column
from diary.ui.today.gestures import EndPause
from diary.ui.today.state import DayNews
from diary.ui.today.typed_early import NotUsed
from diary.words import dates, say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import TodayState


class DayMessages(QWidget):
    """``gesture_requested`` carries an ``EndPause``; ``today_requested`` asks to go to the day that began."""

    gesture_requested = Signal(object)
    today_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._new_day = Message(icons, action=say("Go to the new day"))
        self._clock, self._night, self._day_off = Message(icons), Message(icons), Message(icons)
        self._paused = Message(icons, action=say("I’m back"))
        self._not_used, self._step = Message(icons), Message(icons)
        self._messages = (
            self._not_used,
            self._step,
            self._new_day,
            self._clock,
            self._night,
            self._paused,
            self._day_off,
        )
        self.setLayout(column(*self._messages, spacing=GAP))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._new_day.action_requested.connect(self.today_requested)
        self._paused.action_requested.connect(self._come_back)

    def render_state(self, state: TodayState) -> None:
        """Say what there is to say, or take up no room."""
        self._say_not_used(state)
        self._say_step(state)
        self._say_clock(state)
        self._say_night(state)
        self._say_paused(state)
        self._say_day_off(state)
        self.setVisible(any(not one.isHidden() for one in self._messages))

    def _say_not_used(self, state: TodayState) -> None:
        """Say why nothing came of what was typed before the day was read."""
        reasons = {
            NotUsed.ANSWERED: say(
                "This day had answers already, but the page did not show them yet. Nothing was changed."
            ),
            NotUsed.NO_WRITER: say("You typed it before anybody said who is writing. Nothing was changed."),
            NotUsed.OTHER_DAY: say("You typed it while another day was shown. Nothing was changed."),
        }
        title = say("What you typed was not used")
        self._not_used.say(title if state.not_used else "", reasons[state.not_used] if state.not_used else "")

    def _say_step(self, state: TodayState) -> None:
        """Say on the day to which a key came that it has changed nothing there, and what it would change now."""
        if state.news is DayNews.TO_UNDO and state.undo and state.is_loaded:
            reason = say("Nothing is taken back yet. The same key again takes back: {what}.", what=state.undo)
            self._step.say(say("The last change was on this day"), reason)
        elif state.news is DayNews.TO_REDO and state.redo and state.is_loaded:
            reason = say("Nothing is changed yet. The same key again brings back: {what}.", what=state.redo)
            self._step.say(say("What you took back was on this day"), reason)
        else:
            self._step.say("")

    def _say_clock(self, state: TodayState) -> None:
        """Say which day is written to, when that is another than a moment ago."""
        day = dates.long_day(state.day, state.today)
        began = say("A new day has begun")
        still, now = (
            say("You are still writing about {day}.", day=day),
            say("You are writing about {day} now.", day=day),
        )
        self._new_day.say(began if state.news is DayNews.BEGAN else "", still)
        words = {DayNews.MOVED_ON: began, DayNews.WENT_BACK: say("The clock of this computer went back a day")}
        self._clock.say(words.get(state.news, "") if state.news else "", now)

    def _say_night(self, state: TodayState) -> None:
        """Say plainly which day is written to between midnight and the day's end."""
        if not state.night_until:
            self._night.say("")
            return
        words = say(
            "It is after midnight. You are still writing about {day}", day=dates.long_day(state.day, state.today)
        )
        self._night.say(words, say("The new day begins at {time}.", time=state.night_until))

    def _say_paused(self, state: TodayState) -> None:
        pause = state.more.pause if state.day == state.today else None
        if pause is None:
            self._paused.say("")
        elif pause.last is None:
            self._paused.say(say("The diary is paused until you come back"), say("You can still write, if you like."))
        else:
            words = say("The diary is paused until {day}", day=dates.long_day(pause.last, state.today))
            self._paused.say(words, say("You can still write, if you like."))

    def _say_day_off(self, state: TodayState) -> None:
        """Ask nothing of the person on a day of the week that they did not choose."""
        is_asked_for = state.day == state.today and state.writing.is_person and state.more.pause is None
        is_off = is_asked_for and not state.more.choices.is_writing_day(state.day)
        words = say("Nothing is needed today: it is not one of your days")
        self._day_off.say(words if is_off else "", say("You can still write, if you like."))

    def _come_back(self) -> None:
        self.gesture_requested.emit(EndPause())
