"""Appointments on Share: a date is enough, and pages can begin on the last one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from diary.domain.entries import Appointment
from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.share.day_field import DayField
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState

MOST_AT_FIRST, MORE_EACH_TIME = 3, 12
FURTHEST_AHEAD = timedelta(days=731)


class AppointmentLine(QWidget):
    """One appointment: its day, to be changed, and the way to take it away. Both signals carry an ``Appointment``."""

    keep_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._appointment = Appointment("", None)
        self.field = DayField(icons, say("Day of this appointment"))
        self.away = IconButton(icons, "x", say("Take away"))
        self.away.setProperty("kind", "quiet")
        line = row(spacing=6)
        line.addWidget(self.field, 1)
        line.addWidget(self.away)
        self.setLayout(line)
        self.field.day_chosen.connect(self._move)
        self.away.clicked.connect(self._take_away)

    def show_appointment(self, appointment: Appointment, latest: date) -> None:
        """Draw another appointment, or the same one on another day."""
        self._appointment = appointment
        if appointment.day is None:
            return
        self.field.show_day(appointment.day, latest)
        name = say("Take away the appointment on {day}", day=plain_day(appointment.day))
        self.away.setAccessibleName(name)
        self.away.setToolTip(name)

    def _move(self, day: date) -> None:
        self.keep_requested.emit(replace(self._appointment, day=day))

    def _take_away(self) -> None:
        self.remove_requested.emit(self._appointment)


class AppointmentsCard(Card):
    """The appointments, newest first; ``keep_requested`` and ``remove_requested`` carry an ``Appointment``."""

    keep_requested = Signal(object)
    remove_requested = Signal(object)
    undo_requested = Signal()

    def __init__(self, icons: Icons, today: date) -> None:
        super().__init__()
        self._icons = icons
        self._state: ShareState | None = None
        self._shown = MOST_AT_FIRST
        self._latest = today + FURTHEST_AHEAD
        self.lines: dict[str, AppointmentLine] = {}
        self._rows = column(spacing=6)
        self._said, self._note = Message(icons, action=say("Undo")), Message(icons)
        self.more = Button(icons, say("Show earlier ones"), "link")
        self.field = DayField(icons, say("Day of an appointment"))
        self.add = Button(icons, say("Add"), icon="plus")
        self.add.setAccessibleName(say("Add an appointment on this day"))
        label = Words(say("Day of an appointment"), "second")
        label.setBuddy(self.field)
        about = say("A date is enough. Pages can begin on the day of your last one.")
        line = row(spacing=6)
        line.addWidget(self.field, 1)
        line.addWidget(self.add)
        self.body.addWidget(Title(say("My appointments"), wrap=True))
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addLayout(self._rows)
        self.body.addLayout(row(self.more, None))
        for message in (self._said, self._note):
            self.body.addWidget(message)
        self.body.addWidget(label)
        self.body.addLayout(line)
        self.field.show_day(today, self._latest)
        self.add.clicked.connect(self._ask)
        self.more.clicked.connect(self._show_more)
        self._said.action_requested.connect(self.undo_requested)

    def render_state(self, state: ShareState) -> None:
        """Draw the newest, and more of them when they were asked for."""
        self._state = state
        self._latest = state.today + FURTHEST_AHEAD
        known = state.basics.appointments
        shown = known[: self._shown]
        for gone in [id_ for id_ in self.lines if id_ not in {one.id for one in shown}]:
            self._drop(self.lines.pop(gone))
        for at, one in enumerate(shown):
            line = self.lines.get(one.id) or self._new_line(one.id)
            line.show_appointment(one, self._latest)
            if self._rows.indexOf(line) != at:
                self._rows.insertWidget(at, line)
                line.show()
        self.more.setVisible(len(known) > len(shown))
        self._said.say(state.appointment_said)
        self._note.say(state.appointment_note)

    def _new_line(self, appointment_id: str) -> AppointmentLine:
        line = self.lines[appointment_id] = AppointmentLine(self._icons)
        line.keep_requested.connect(self.keep_requested)
        line.remove_requested.connect(self.remove_requested)
        return line

    def _drop(self, line: AppointmentLine) -> None:
        focus = self.focusWidget()
        had_keyboard = focus is not None and line.isAncestorOf(focus)
        line.hide()
        self._rows.removeWidget(line)
        line.deleteLater()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.keep_requested.emit(Appointment("", self.field.day))

    def _show_more(self) -> None:
        self._shown += MORE_EACH_TIME
        if self._state is not None:
            self.render_state(self._state)
