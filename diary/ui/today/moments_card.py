"""Moments: how it is right now, as often in a day as the person likes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, Divider, bring_up, column, row
from diary.ui.kit.text import Key, Title, Words
from diary.ui.kit.time_field import TimeField
from diary.ui.kit.ways_out import lead_out
from diary.ui.today.moment_gestures import AnswerMoment, DeleteMoment
from diary.ui.today.more_state import Moment, MoreState
from diary.ui.today.scale_row import ScaleRow
from diary.words import msgid, say
from diary.words.dates import clock_time
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QHideEvent

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.scale_strip import ScaleStrip
    from diary.ui.today.state import TodayState

ASKED = ("mood_now", "anxiety_now", "pain_now")
"""Pain last, as on the page itself."""
THEN = {
    "mood_now": msgid("How was your mood then?"),
    "anxiety_now": msgid("How anxious did you feel then?"),
    "pain_now": msgid("How bad was your pain then?"),
}
"""How the questions are asked on an earlier day, where "right now" is over."""
PADDING_X = 24


class MomentRow(QWidget):
    """A moment that was kept: its time, what was said, and the way to change it or take it away."""

    def __init__(self, icons: Icons, moment: Moment) -> None:
        super().__init__()
        self.moment = moment
        self.opener = IconButton(icons, "pencil", "")
        self.away = IconButton(icons, "x", "")
        for button in (self.opener, self.away):
            button.setProperty("kind", "quiet")
        self._at, self._said = Words("", "strong"), Words("", "second", wrap=True)
        head = row(self._at, spacing=10)
        head.addWidget(self._said, 1)
        head.addLayout(row(self.opener, self.away, spacing=6))
        self.setLayout(column(head, Divider(), spacing=4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_moment(self, moment: Moment, measures: Mapping[str, Measure]) -> None:
        """Draw the time and the answers."""
        self.moment = moment
        at, said = clock_time(moment.at), _in_words(moment, measures)
        self._at.setText(at)
        self._said.setText(say("{what}, filled in later", what=said) if moment.is_later else said)
        for button, name in (
            (self.opener, say("Change how it was at {time}: {answers}", time=at, answers=said)),
            (self.away, say("Take away: how it was at {time}", time=at)),
        ):
            button.setAccessibleName(name)
            button.setToolTip(name)


class MomentsCard(Card):
    """``gesture_requested`` carries what was answered or taken away; ``now_requested`` asks for a new moment.

    ``moment_requested`` carries the ``Moment`` to ask about or ``None``, ``time_requested`` another ``time`` for it.
    ``undo_requested`` follows the message that one was taken away, which stands until something else is done.
    """

    gesture_requested = Signal(object)
    now_requested = Signal()
    moment_requested = Signal(object)
    time_requested = Signal(object)
    undo_requested = Signal()
    scale_made = Signal(object)

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__(padding=(PADDING_X, 18), spacing=10)
        self._icons, self._measures = icons, measures
        self._more = MoreState()
        self.rows: dict[str, MomentRow] = {}
        self._is_today = True
        self._day: date | None = None
        self._gone: Moment | None = None
        self._sets: dict[bool, dict[str, ScaleRow]] = {}
        self._title = Title("", wrap=True)
        self.now = Button(icons, say("Say how it is right now"), icon="plus")
        self._key = Key(say("N"))
        self._lines = column(spacing=4)
        self.taken_away = Message(icons, action=say("Undo"))
        self.time = TimeField(icons.theme, say("The time of this moment"))
        self.done = Button(icons, say("Done"))
        lead_out(self.done)
        self._first = Words(say("Give the time first, then Enter. The questions come then."), "caption", wrap=True)
        self._asking = QWidget()
        self._questions = column(spacing=14)
        time_row = row(Words(say("Time"), "strong"), self.time, None, spacing=10)
        self._asking.setLayout(column(time_row, self._first, self._questions, row(self.done, None)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._asking.setSizePolicy(policy)
        made_how = say("Where you don’t answer for the whole day, the day’s number is the average of its moments.")
        self.body.addWidget(self._title)
        self.body.addWidget(Words(made_how, "caption", wrap=True))
        self.body.addWidget(self._asking)
        self.body.addLayout(self._lines)  # below: what the first answer adds must not move the next question away
        self.body.addWidget(self.taken_away)
        self.body.addLayout(row(self.now, self._key, None, spacing=9))
        self._asking.hide()
        self.now.clicked.connect(self.now_requested)
        self.done.clicked.connect(self._done)
        self.time.time_requested.connect(self.time_requested)
        self.taken_away.action_requested.connect(self.undo_requested)

    @property
    def scales(self) -> dict[str, ScaleRow]:
        """The questions as they are asked on the day shown, once they were asked."""
        return self._sets.get(self._is_today, {})

    @property
    def strips(self) -> tuple[ScaleStrip, ...]:
        """The strips of the moment that is asked about."""
        return tuple(line.strip for line in self.scales.values()) if self._more.open_moment else ()

    def render_state(self, state: TodayState) -> None:
        """Draw the day's moments, and the questions of the one that is open."""
        was_open, was_timeless, more = self._more.open_moment, self._more.timeless_moment, state.more
        if state.day != self._day:
            self._day, self._gone = state.day, None
        self._more = more
        self._is_today = is_today = state.day == state.today
        self._title.setText(say("How is it right now?") if is_today else say("How it was at the time"))
        self._draw_rows(more)
        opened, is_asking = more.open_moment, more.open_moment is not None or bool(more.timeless_moment)
        self.now.setText(say("Say how it is right now") if is_today else say("Say how it was at a time of this day"))
        self.now.setVisible(not is_asking)
        self.now.setEnabled(state.is_loaded)
        self._key.setVisible(not is_asking and state.letters_work)
        self._first.setVisible(opened is None)
        self.done.setText(say("Done") if opened else say("Cancel"))
        if opened is not None:
            self._make_scales()
        for is_of_today, scales in self._sets.items():
            for line in scales.values():
                line.setVisible(opened is not None and is_of_today is is_today)
        if more.timeless_moment and not was_timeless:
            self.time.show_time(None)
        if opened is not None:
            self.time.show_time(opened.at)
            kept = self.rows.get(opened.id)
            for measure, line in self.scales.items():
                line.show_value(kept.moment.answers.get(measure) if kept else None)
        self._asking.setVisible(is_asking)
        self._lead_keyboard(was_open, was_timeless)
        self._say_what_is_gone(state)

    def _lead_keyboard(self, was_open: Moment | None, was_timeless: str) -> None:
        """Bring the keyboard to what was just asked, and back to where a new moment begins when nothing is."""
        more = self._more
        opened, is_asking = more.open_moment, more.open_moment is not None or bool(more.timeless_moment)
        if more.timeless_moment and not was_timeless and self.isVisible():
            self.time.field.setFocus(Qt.FocusReason.OtherFocusReason)
            bring_up(self._asking, keep=self._asking)
        elif opened is not None and (was_open is None or was_open.id != opened.id) and self.isVisible():
            self.scales[ASKED[0]].strip.take_keyboard()
            bring_up(self._asking, keep=self._asking)
        elif not is_asking and (was_open is not None or was_timeless) and self.now.isVisible():
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)

    def arrange(self, width_px: int) -> None:
        """Stand the words above the numbers where it is narrow."""
        for line in (line for scales in self._sets.values() for line in scales.values()):
            line.arrange(width_px - 2 * PADDING_X)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Offer no undo to whoever comes back: something else may have been done meanwhile."""
        self._forget_what_is_gone()
        super().hideEvent(event)

    def _say_what_is_gone(self, state: TodayState) -> None:
        """Offer to bring back what was taken away, until it is back or something else is done."""
        gone, is_offered = self._gone, self.taken_away.isVisible()
        if gone is None or state.problem or gone.id in self.rows or (state.is_saving and is_offered):
            self._forget_what_is_gone()
        elif not state.is_saving and not is_offered:
            self.taken_away.say(say("How it was at {time} was taken away", time=clock_time(gone.at)))
            bring_up(self.taken_away, keep=self.now)

    def _forget_what_is_gone(self) -> None:
        had_keyboard = self.taken_away.has_keyboard
        back = self.rows.get(self._gone.id) if self._gone else None
        self._gone = None
        self.taken_away.say("")
        if had_keyboard:
            (back.opener if back else self.now).setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_rows(self, more: MoreState) -> None:
        wanted = {one.id: one for one in more.moments}
        for id_ in [id_ for id_ in self.rows if id_ not in wanted]:
            self._drop(id_)
        for at, (id_, moment) in enumerate(wanted.items()):
            line = self.rows.get(id_) or self._new_row(moment)
            if self._lines.indexOf(line) != at:
                self._lines.insertWidget(at, line)
                line.show()
            line.show_moment(moment, self._measures)

    def _new_row(self, moment: Moment) -> MomentRow:
        line = self.rows[moment.id] = MomentRow(self._icons, moment)
        line.opener.clicked.connect(self._open)
        line.away.clicked.connect(self._take_away)
        return line

    def _drop(self, id_: str) -> None:
        line = self.rows.pop(id_)
        had_keyboard = line.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        at = self._lines.indexOf(line)
        self._lines.removeWidget(line)
        if had_keyboard:  # before it is hidden: Qt would hand the keyboard on by itself, and scroll there
            self._neighbour(at).setFocus(Qt.FocusReason.OtherFocusReason)
        line.hide()
        line.deleteLater()

    def _neighbour(self, at: int) -> QWidget:
        """Where the keyboard goes from the line that stood there: to the line below or above, else to a new moment."""
        item = self._lines.itemAt(min(at, self._lines.count() - 1))
        line = item.widget() if item is not None else None
        return line.opener if isinstance(line, MomentRow) else self.now

    def _make_scales(self) -> None:
        """Make the questions when they are first asked: nobody waits for them at the start."""
        for measure in ASKED if not self.scales else ():
            asked = self._measures[measure]
            if not self._is_today:
                label = self._measures[asked.moment_of or measure].label
                asked = replace(asked, label=label, question=THEN[measure])
            line = self._sets.setdefault(self._is_today, {})[measure] = ScaleRow(self._icons, asked)
            line.strip.answer_requested.connect(self._given)
            self._questions.addWidget(line)
            self.scale_made.emit(line)
        self.scales[ASKED[-1]].strip.has_next = False

    def _given(self, value: float | None) -> None:
        strip, opened = self.sender(), self._more.open_moment
        measure = next((measure for measure, line in self.scales.items() if line.strip is strip), None)
        if opened is not None and measure is not None:
            self.gesture_requested.emit(AnswerMoment(opened.id, opened.at, measure, value))

    def _open(self) -> None:
        button = self.sender()
        line = next((line for line in self.rows.values() if line.opener is button), None)
        if line is None:
            return
        if self._asks_about(line):
            self.scales[ASKED[0]].strip.take_keyboard()
        else:
            self.moment_requested.emit(line.moment)

    def _asks_about(self, line: MomentRow) -> bool:
        return self._more.open_moment is not None and self._more.open_moment.id == line.moment.id

    def _take_away(self) -> None:
        button = self.sender()
        line = next((line for line in self.rows.values() if line.away is button), None)
        if line is None:
            return
        if self._asks_about(line):
            self.moment_requested.emit(None)
        self._gone = line.moment
        self.gesture_requested.emit(DeleteMoment(line.moment.id))

    def _done(self) -> None:
        self.moment_requested.emit(None)


def _in_words(moment: Moment, measures: Mapping[str, Measure]) -> str:
    answered = [(measures[one], moment.answers[one]) for one in ASKED if one in moment.answers]
    named = [(measures[one.moment_of or one.id].label, short_number(value)) for one, value in answered]
    return ", ".join(say("{measure} {answer}", measure=say(label), answer=value) for label, value in named)
