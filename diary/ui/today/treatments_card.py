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
from diary.ui.kit.surfaces import Card, Divider, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.today.treatment_gestures import (
    AddTreatment,
    EndTreatment,
    SayHelped,
    TakeTreatment,
    UntakeTreatment,
)
from diary.words import say
from diary.words.choices import TREATMENT_KINDS as KIND_WORDS
from diary.words.choices import choice

if TYPE_CHECKING:
    from diary.domain.entries import Treatment
    from diary.ui.kit.icons import Icons
    from diary.ui.today.more_state import MoreState, Taking

LONGEST_NAME, LONGEST_DOSE = 80, 40
"""Letters, as the diary takes them."""
INDENT_PX = 36


class TreatmentRow(QWidget):
    """One treatment; ``gesture_requested`` carries what was done with it."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, treatment: Treatment) -> None:
        super().__init__()
        self.treatment = treatment
        self._icons = icons
        self._takings: tuple[Taking, ...] = ()
        dose = " ".join(part for part in (treatment.dose, treatment.unit) if part)
        self.label = f"{treatment.name}, {dose}" if dose else treatment.name
        self.tick = Tick(icons, self.label, 44)
        self.tick.setToolTip(self.label)
        self.end = IconButton(icons, "x", say("No longer on my list: {treatment}", treatment=treatment.name))
        self.end.setProperty("kind", "quiet")
        self.choices: list[SmallChoice] = []
        self._helped = column(spacing=6)
        self._helped.setContentsMargins(INDENT_PX, 0, 0, 4)
        head = row(spacing=6)
        head.addWidget(self.tick, 1)
        head.addWidget(self.end)
        self.setLayout(column(head, self._helped, Divider(), spacing=4))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tick.clicked.connect(self._ticked)
        self.end.clicked.connect(self._end)

    def show_takings(self, takings: tuple[Taking, ...]) -> None:
        """Draw whether it was taken, and for each time whether it helped."""
        self._takings = takings
        self.tick.setChecked(bool(takings))
        self.end.setVisible(not takings)
        while len(self.choices) > len(takings):
            gone = self.choices.pop()
            holder = gone.parentWidget()
            if holder is not None:
                holder.hide()
                self._helped.removeWidget(holder)
                holder.deleteLater()
        while len(self.choices) < len(takings):
            self._add_choice()
        for answers, taking in zip(self.choices, takings, strict=True):
            answers.show_choice(taking.helped)

    def _add_choice(self) -> None:
        answers = {one: choice(one) for one in (Helped.NO, Helped.A_BIT, Helped.YES, Helped.NOT_SURE)}
        name = say("{treatment}: did it help?", treatment=self.treatment.name)
        answer = SmallChoice(self._icons.theme, name, dict(answers.items()), apart=Helped.NOT_SURE)
        answer.chosen.connect(self._said)
        holder = QWidget()
        holder.setLayout(FlowLayout(Words(say("Did it help?"), "caption"), answer, spacing=10))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        self.choices.append(answer)
        self._helped.addWidget(holder)
        holder.show()

    def _ticked(self, is_ticked: bool) -> None:  # noqa: FBT001  # what Qt's signal carries
        if is_ticked:
            self.gesture_requested.emit(TakeTreatment(self.treatment.id))
        else:
            self.gesture_requested.emit(UntakeTreatment(self.treatment.id, len(self._takings) - 1))

    def _said(self, key: str | None) -> None:
        choice = self.sender()
        at = next(at for at, one in enumerate(self.choices) if one is choice)
        self.gesture_requested.emit(SayHelped(self.treatment.id, at, Helped(key) if key else None))

    def _end(self) -> None:
        self.gesture_requested.emit(EndTreatment(self.treatment))


class TreatmentsCard(Card):
    """``gesture_requested`` carries what was taken, whether it helped, and what is new on the list.

    ``story_requested`` asks for the whole list, where each can be changed.
    """

    gesture_requested = Signal(object)
    story_requested = Signal()

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
        self.body.addWidget(Title(say("Treatments today"), wrap=True))
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

    def _new_row(self, treatment: Treatment, at: int) -> TreatmentRow:
        line = TreatmentRow(self._icons, treatment)
        line.gesture_requested.connect(self.gesture_requested)
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

    def _keep(self) -> None:
        name, dose = (" ".join(field.text().split()) for field in (self.name, self.dose))
        if name:
            self.gesture_requested.emit(AddTreatment(name, str(self.kind.currentData()), dose))
            self._leave()
        else:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self.name.clear()
        self.dose.clear()
        self._show_form(is_shown=False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_form(self, *, is_shown: bool) -> None:
        self._form.setVisible(is_shown)
        self.add.setVisible(not is_shown)
