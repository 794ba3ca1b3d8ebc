"""Treatments of the day: what was taken or done, and whether it helped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.entries import TREATMENT_KINDS, Helped
from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import OwnField
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import Card, Divider, bring_up, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.time_field import TimeField
from diary.ui.today.more_state import Taking
from diary.ui.today.treatment_gestures import (
    AddTreatment,
    EndTreatment,
    MoveTaking,
    SayHelped,
    TakeTreatment,
    UntakeTreatment,
)
from diary.words import say
from diary.words.choices import TREATMENT_KINDS as KIND_WORDS
from diary.words.choices import choice

if TYPE_CHECKING:
    from datetime import time

    from diary.domain.entries import Treatment
    from diary.ui.kit.icons import Icons
    from diary.ui.today.more_state import MoreState

LONGEST_NAME, LONGEST_DOSE = 80, 40
"""Letters, as the diary takes them."""
INDENT_PX = 36
BELOW_TIME_PX = 10
"""Keeps what belongs to one time together, and apart from the next time."""


class TakingRow(QWidget):
    """One time that a treatment was taken: when, if it is taken as needed, and whether it helped."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, treatment: Treatment) -> None:
        super().__init__()
        self._taking = Taking(treatment.id)
        answers = {one: choice(one) for one in (Helped.NO, Helped.A_BIT, Helped.YES, Helped.NOT_SURE)}
        name = say("{treatment}: did it help?", treatment=treatment.name)
        self.helped = SmallChoice(icons.theme, name, dict(answers.items()), apart=Helped.NOT_SURE)
        self.time = TimeField(icons.theme, say("{treatment}: when?", treatment=treatment.name))
        self.away = IconButton(icons, "x", say("{treatment}: not taken", treatment=treatment.name))
        self.away.setProperty("kind", "quiet")
        question = Words(say("Did it help?"), "caption")
        if treatment.as_needed:
            when = row(Words(say("Time"), "caption"), self.time, None, self.away, spacing=10)
            self.setLayout(column(when, FlowLayout(question, self.helped, spacing=10)))
            self.setContentsMargins(0, 0, 0, BELOW_TIME_PX)
        else:
            self.setLayout(FlowLayout(question, self.helped, spacing=10))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.helped.chosen.connect(self._said)
        self.time.time_requested.connect(self._moved)
        self.away.clicked.connect(self._untake)

    def show_taking(self, taking: Taking) -> None:
        """Draw when it was and whether it helped."""
        self._taking = taking
        self.time.show_time(taking.at)
        self.helped.show_choice(taking.helped)

    def _said(self, key: str | None) -> None:
        self.gesture_requested.emit(SayHelped(self._taking, Helped(key) if key else None))

    def _moved(self, at: time) -> None:
        self.gesture_requested.emit(MoveTaking(self._taking, at))

    def _untake(self) -> None:
        self.gesture_requested.emit(UntakeTreatment(self._taking, self._taking.id))


class TreatmentRow(QWidget):
    """One treatment: ticked once a day, or taken each time it is needed.

    ``gesture_requested`` carries what was done with it, ``taken_requested`` the id of what was taken once more, and
    ``change_requested`` the ``Treatment`` to change.
    """

    gesture_requested = Signal(object)
    taken_requested = Signal(str)
    change_requested = Signal(object)

    def __init__(self, icons: Icons, treatment: Treatment) -> None:
        super().__init__()
        self.treatment = treatment
        self._icons = icons
        self._takings: tuple[Taking, ...] = ()
        dose = " ".join(part for part in (treatment.dose, treatment.unit) if part)
        self.label = f"{treatment.name}, {dose}" if dose else treatment.name
        self.tick = Tick(icons, self.label, 44)
        self.tick.setToolTip(self.label)
        self.take = Button(icons, say("Taken"), icon="plus")
        self.take.setAccessibleName(say("Taken: {treatment}", treatment=self.label))
        self.end = IconButton(icons, "x", say("No longer on my list: {treatment}", treatment=treatment.name))
        self.change = IconButton(icons, "pencil", say("Change: {what}", what=treatment.name))
        for button in (self.change, self.end):
            button.setProperty("kind", "quiet")
        self.takings: list[TakingRow] = []
        self._times = column(spacing=6)
        self._times.setContentsMargins(INDENT_PX, 0, 0, 4)
        head = row(spacing=6)
        name = Words(self.label, wrap=True)
        name.setContentsMargins(INDENT_PX, 0, 0, 0)
        head.addWidget(name if treatment.as_needed else self.tick, 1)
        if treatment.as_needed:
            head.addWidget(self.take)
        head.addWidget(self.change)
        head.addWidget(self.end)
        self.setLayout(column(head, self._times, Divider(), spacing=4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tick.clicked.connect(self._ticked)
        self.take.clicked.connect(self._taken)
        self.change.clicked.connect(self._change)
        self.end.clicked.connect(self._end)

    def show_takings(self, takings: tuple[Taking, ...]) -> None:
        """Draw whether it was taken, and for each time whether it helped."""
        self._takings = takings
        self.tick.setChecked(bool(takings))
        for button in (self.change, self.end):  # once it is taken, the next key is for whether it helped
            button.setVisible(not takings)
        while len(self.takings) > len(takings):
            gone = self.takings.pop()
            had_keyboard = gone.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            gone.hide()
            self._times.removeWidget(gone)
            gone.deleteLater()
            if had_keyboard:
                (self.take if self.treatment.as_needed else self.tick).setFocus(Qt.FocusReason.OtherFocusReason)
        while len(self.takings) < len(takings):
            line = TakingRow(self._icons, self.treatment)
            line.gesture_requested.connect(self.gesture_requested)
            self.takings.append(line)
            self._times.addWidget(line)
            line.show()
        for line, taking in zip(self.takings, takings, strict=True):
            line.show_taking(taking)

    def _ticked(self, is_ticked: bool) -> None:
        if is_ticked:
            self.gesture_requested.emit(TakeTreatment(self.treatment.id))
        else:
            self.gesture_requested.emit(UntakeTreatment(self._takings[-1]))

    def _taken(self) -> None:
        self.taken_requested.emit(self.treatment.id)

    def _change(self) -> None:
        self.change_requested.emit(self.treatment)

    def _end(self) -> None:
        self.gesture_requested.emit(EndTreatment(self.treatment))


class TreatmentsCard(Card):
    """``gesture_requested`` carries what was taken, whether it helped, and what is new on the list.

    ``taken_requested`` carries the id of what was taken as needed, ``change_requested`` a ``Treatment`` to change;
    ``story_requested`` asks for the whole list.
    """

    gesture_requested = Signal(object)
    story_requested = Signal()
    taken_requested = Signal(str)
    change_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=10)
        self._icons = icons
        self.rows: dict[str, TreatmentRow] = {}
        self._lines = column(spacing=4)
        self.add = Button(icons, say("Add a treatment"), "link", "plus")
        self.name = OwnField()
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setAccessibleName(say("What is it called?"))
        self.name.setPlaceholderText(say("What is it called?"))
        self.dose = OwnField()
        self.dose.setMaxLength(LONGEST_DOSE)
        self.dose.setAccessibleName(say("How much, if you like"))
        self.dose.setPlaceholderText(say("How much, if you like"))
        self.kind = ChoiceBox(icons, say("What kind of treatment?"))
        for kind in TREATMENT_KINDS:
            self.kind.addItem(say(KIND_WORDS[kind]), kind)
        self.all = Button(icons, say("Change the list"), "link")
        self.all.setAccessibleName(say("Change the list of treatments"))
        self.keep = Button(icons, say("Add"), "primary")
        self.leave = Button(icons, say("Cancel"), "quiet")
        self._form = QWidget()
        self._form.setLayout(column(self.name, self.dose, self.kind, row(self.keep, self.leave, None), spacing=8))
        self._title = Title(say("Treatments today"), wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(Words(say("What you took or did, and whether it helped"), "caption", wrap=True))
        self.body.addLayout(self._lines)
        self.body.addLayout(row(self.add, self.all, None))
        self.body.addWidget(self._form)
        self._show_form(is_shown=False)
        self.add.clicked.connect(self._ask)
        self.all.clicked.connect(self.story_requested)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._leave)
        for field in (self.name, self.dose):
            field.returnPressed.connect(self._keep)
            field.left.connect(self._leave)

    def show_more(self, more: MoreState) -> None:
        """Draw the list, and what of it was taken."""
        wanted = {one.id: one for one in more.treatments}
        for id_ in [id_ for id_, line in self.rows.items() if wanted.get(id_) != line.treatment]:
            self._drop(id_)
        for at, (id_, treatment) in enumerate(wanted.items()):
            line = self.rows.get(id_) or self._new_row(treatment, at)
            line.show_takings(tuple(one for one in more.takings if one.treatment == id_))

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        self._title.setText(say("Treatments today") if is_today else say("Treatments on this day"))

    @property
    def has_unfinished(self) -> bool:
        """Whether words stand in the form that need a name before they can be added."""
        return bool(self.dose.text().split()) and not self.name.text().split()

    def settle(self) -> bool:
        """Add what stands in the form, because the page may go now; returns whether it has a name to be added with."""
        name, dose = (" ".join(field.text().split()) for field in (self.name, self.dose))
        if not name:
            return False
        had_keyboard = self._form.isAncestorOf(self.focusWidget() or self)
        self.gesture_requested.emit(AddTreatment(name, str(self.kind.currentData()), dose))
        self._close()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _new_row(self, treatment: Treatment, at: int) -> TreatmentRow:
        line = TreatmentRow(self._icons, treatment)
        line.gesture_requested.connect(self.gesture_requested)
        line.taken_requested.connect(self.taken_requested)
        line.change_requested.connect(self.change_requested)
        self.rows[treatment.id] = line
        self._lines.insertWidget(at, line)
        line.show()
        return line

    def _drop(self, id_: str) -> None:
        line = self.rows.pop(id_)
        focus = self.focusWidget()
        had_keyboard = focus is not None and line.isAncestorOf(focus)
        line.hide()
        self._lines.removeWidget(line)
        line.deleteLater()
        if had_keyboard:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self._show_form(is_shown=True)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self._form, keep=self._form)

    def _keep(self) -> None:
        if not self.settle():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close(self) -> None:
        self.name.clear()
        self.dose.clear()
        self._show_form(is_shown=False)

    def _leave(self) -> None:
        self._close()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, is_shown: bool) -> None:
        self._form.setVisible(is_shown)
        self.add.setVisible(not is_shown)
