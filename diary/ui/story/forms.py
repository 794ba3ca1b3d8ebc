"""The forms of My story: what happened, and what was tried."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.domain.entries import TREATMENT_KINDS, Event, Helped, Treatment
from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import OwnField
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.rough_date import RoughDateField
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.words import say
from diary.words.choices import TREATMENT_KINDS as KIND_WORDS
from diary.words.choices import choice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.icons import Icons

LONGEST_LABEL, LONGEST_NAME, LONGEST_DOSE = 100, 80, 40
"""Letters, as the diary takes them."""


class Form(QFrame):
    """A sunken frame of fields that Enter keeps and Escape leaves; ``kept`` and ``left`` tell so.

    ``copy_requested`` asks for a copy of the diary elsewhere with what stands here in it.
    """

    kept = Signal()
    left = Signal()
    copy_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self._title = Title("", wrap=True)
        self._problem = UnsavedMessage(icons, has_own_retry=True)
        self._shown: tuple[object, ...] = ()
        self.keep = Button(icons, say("Keep"), "primary")
        self.leave = Button(icons, say("Cancel"), "quiet")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.keep.clicked.connect(self.kept)
        self.leave.clicked.connect(self.left)
        self._problem.other_requested.connect(self.copy_requested)
        self.hide()

    def say_problem(self, title: str, reason: str = "", *, can_copy: bool = False) -> None:
        """Say above the fields what stands in the way, or (empty) nothing."""
        self._problem.say_why(title, reason, can_copy=can_copy)

    @property
    def is_changed(self) -> bool:
        """Whether anything stands in the fields that was not put there."""
        return self._content() != self._shown

    def _content(self) -> tuple[object, ...]:
        raise NotImplementedError

    def _lay_out(self, *parts: QWidget | QLayout) -> None:
        layout = column(self._title, self._problem, *parts, row(self.keep, self.leave, None), spacing=10)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)

    def _listen(self, *fields: OwnField) -> None:
        for field in fields:
            field.returnPressed.connect(self.kept)
            field.left.connect(self.left)


class EventForm(Form):
    """What happened, when, and whether it helped if it was something that was tried."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons)
        self._event: Event | None = None
        self.label = OwnField()
        self.label.setMaxLength(LONGEST_LABEL)
        self.label.setAccessibleName(say("What happened?"))
        self.when = RoughDateField(icons, say("When was it?"))
        question = say("If you tried something: did it help?")
        self.helped = SmallChoice(icons.theme, question, helped_choices(), apart=Helped.NOT_SURE)
        example = say("For example: back pain began, a car accident, a diagnosis, started physiotherapy")
        self._lay_out(
            labelled(say("What happened?"), self.label, example),
            labelled(say("When was it?"), self.when, say("A year is enough.")),
            labelled(question, self.helped),
        )
        self._helped: str | None = None
        self._listen(self.label, self.when.year)
        self.helped.chosen.connect(self._chosen)

    def show_event(self, event: Event | None, problem: str, reason: str, *, can_copy: bool) -> None:
        """Put an event into the fields when it is another than before, or close the form."""
        self.setVisible(event is not None)
        self.say_problem(problem, reason, can_copy=can_copy)
        if event is None or event is self._event:
            self._event = event
            return
        self._event = event
        self._title.setText(say("Change what happened") if event.id else say("Something that happened"))
        self.label.setText(event.label)
        if event.id:
            self.when.show_date(event.on)
        else:
            self.when.suggest_date(event.on)
        self._chosen(event.helped)
        self._shown = self._content()
        self.label.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> Event | None:
        """What stands in the fields; ``None``, with the reason said, where something is still needed."""
        on, label = self.when.value, " ".join(self.label.text().split())
        if not label:
            self.say_problem(say("Write what happened, in a few words"))
            self.label.setFocus(Qt.FocusReason.OtherFocusReason)
        elif on is None or not self.when.is_clear:
            self.say_problem(say("Give at least the year, with four digits"))
            self.when.year.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._event is not None:
            helped = Helped(self._helped) if self._helped else None
            return replace(self._event, label=label, on=on, helped=helped)
        return None

    def _content(self) -> tuple[object, ...]:
        return self.label.text(), self.when.content, self._helped

    def _chosen(self, key: str | None) -> None:
        self._helped = key
        self.helped.show_choice(key)


class TreatmentForm(Form):
    """A treatment: what it is called, its kind and dose, from when to when, and whether it is taken as needed."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(icons)
        self._treatment: Treatment | None = None
        self.name, self.dose, self.unit = OwnField(), OwnField(), OwnField()
        for field, name, longest in (
            (self.name, say("What is it called?"), LONGEST_NAME),
            (self.dose, say("How much each time"), LONGEST_DOSE),
            (self.unit, say("The unit, such as mg or minutes"), LONGEST_DOSE),
        ):
            field.setMaxLength(longest)
            field.setAccessibleName(name)
        self.kind = ChoiceBox(icons, say("What kind of treatment?"))
        for kind in TREATMENT_KINDS:
            self.kind.addItem(say(KIND_WORDS[kind]), kind)
        self.first = RoughDateField(icons, say("Since when?"))
        self.last = RoughDateField(icons, say("Until when, if it ended?"))
        self.as_needed = Tick(icons, say("Taken when I need it, at different times"), 44)
        amount = row(self.dose, self.unit, spacing=6)
        both = QWidget()
        both.setLayout(amount)
        self._lay_out(
            labelled(say("What is it called?"), self.name),
            labelled(say("What kind of treatment?"), self.kind),
            labelled(
                say("How much each time, and its unit"), both, say("For example: 400 and mg. Leave it if you like.")
            ),
            labelled(say("Since when?"), self.first, say("A year is enough. Leave it if you don’t know.")),
            labelled(say("Until when, if it ended?"), self.last),
            row(self.as_needed, None),
        )
        self._listen(self.name, self.dose, self.unit, self.first.year, self.last.year)

    def show_treatment(self, treatment: Treatment | None, problem: str, reason: str, *, can_copy: bool) -> None:
        """Put a treatment into the fields when it is another than before, or close the form."""
        self.setVisible(treatment is not None)
        self.say_problem(problem, reason, can_copy=can_copy)
        if treatment is None or treatment is self._treatment:
            self._treatment = treatment
            return
        self._treatment = treatment
        self._title.setText(say("Change this treatment") if treatment.id else say("A treatment"))
        self.name.setText(treatment.name)
        self.dose.setText(treatment.dose)
        self.unit.setText(treatment.unit)
        self.kind.setCurrentIndex(max(self.kind.findData(treatment.kind), 0))
        self.first.show_date(treatment.first)
        self.last.show_date(treatment.last)
        self.as_needed.setChecked(treatment.as_needed)
        self._shown = self._content()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> Treatment | None:
        """What stands in the fields; ``None``, with the reason said, where something is still needed."""
        name, dose, unit = (" ".join(field.text().split()) for field in (self.name, self.dose, self.unit))
        unclear = next((one for one in (self.first, self.last) if not one.is_clear), None)
        if not name:
            self.say_problem(say("Write what it is called"))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif unclear is not None:
            self.say_problem(say("Give the year with four digits, or leave it open"))
            unclear.year.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._treatment is not None:
            return replace(
                self._treatment, name=name, kind=str(self.kind.currentData()), dose=dose, unit=unit,
                first=self.first.value, last=self.last.value, as_needed=self.as_needed.isChecked(),
            )  # fmt: skip
        return None

    def _content(self) -> tuple[object, ...]:
        fields = self.name.text(), self.dose.text(), self.unit.text(), self.kind.currentIndex()
        return *fields, self.first.content, self.last.content, self.as_needed.isChecked()


def helped_choices() -> dict[str, str]:
    """The answers to "did it help?", from no to yes, and "Not sure" apart."""
    return {one: choice(one) for one in (Helped.NO, Helped.A_BIT, Helped.YES, Helped.NOT_SURE)}


def labelled(label: str, field: QWidget, note: str = "") -> QWidget:
    """A field with its words above and what helps to fill it in below."""
    holder = QWidget()
    parts: list[QWidget] = [Words(label, "strong", wrap=True), field]
    if note:
        parts.append(Words(note, "caption", wrap=True))
    layout = column(*parts, spacing=4)
    if isinstance(field.layout(), FlowLayout) or isinstance(field, ChoiceBox):
        layout.setAlignment(field, Qt.AlignmentFlag.AlignLeft)
    holder.setLayout(layout)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
