"""The search field above the entries, and the filters and order that open below it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.seek_field import SeekField
from diary.ui.kit.surfaces import bring_up, column, row
from diary.ui.kit.ticks import Tick
from diary.ui.look_back.seeking import SeekChoices, Sought
from diary.words import say, say_n
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

TYPING_MS = 150
"""Rests in typing shorter than this begin no search."""
CHOICE_LETTERS = 8


class SeekBar(QWidget):
    """Search, filters and order; ``seek_requested`` carries the whole ``Sought``."""

    seek_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.setObjectName("seek_bar")
        self._sought = Sought()
        self._choices = SeekChoices()
        self.field = SeekField(icons, say("Search"), say("Search in entries, notes and what was part of the day"))
        self.toggle = Button(icons, say("Filter"), icon="chevron-down")
        self.toggle.setCheckable(True)
        self.measure = _box(icons, say("Answer"))
        self.at_least = _box(icons, say("At least"))
        self.place = _box(icons, say("Place"))
        self.factor = _box(icons, say("What was part of the day"))
        self.who = _box(icons, say("Who wrote it"))
        self.order = _box(icons, say("Order"))
        self.order.addItems([say("Newest first"), say("Oldest first")])
        self.later = Tick(icons, say("Only filled in later"))
        self.clear = Button(icons, say("Show all again"), "link")
        self._filters = QWidget()
        boxes = (self.measure, self.at_least, self.place, self.factor, self.who, self.order, self.later, self.clear)
        self._filters.setLayout(FlowLayout(*boxes))
        self._filters.hide()
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        layout = column(row(self.field, self.toggle), self._filters)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._connect()
        self._offer(SeekChoices())

    def render_state(self, sought: Sought, choices: SeekChoices) -> None:
        """Show what is sought, and what there is to choose from."""
        if choices != self._choices:
            self._offer(choices)
        self._sought = sought
        if not self._typing.isActive() and self.field.text() != sought.text:
            self.field.setText(sought.text)
        chosen = next((n for n, m in enumerate(self._choices.measures, 1) if m.id == sought.measure), 0)
        self.measure.setCurrentIndex(chosen)
        self._offer_numbers(chosen)
        self.place.setCurrentIndex(max(self.place.findData(sought.place), 0))
        self.factor.setCurrentIndex(max(self.factor.findData(sought.factor), 0))
        self.who.setCurrentIndex(max(self.who.findData(sought.who), 0))
        self.order.setCurrentIndex(int(sought.oldest_first))
        self.later.setChecked(sought.only_later)
        self.clear.setVisible(not sought.is_any)
        n = sought.filters
        self.toggle.setText(say_n("Filter ({n})", "Filter ({n})", n) if n else say("Filter"))

    def _connect(self) -> None:
        self.field.textEdited.connect(self._typed)
        self.field.returnPressed.connect(self._seek_words)
        self._typing.timeout.connect(self._seek_words)
        self.toggle.toggled.connect(self._show_filters)
        for box in (self.measure, self.at_least, self.place, self.factor, self.who, self.order):
            box.activated.connect(self._seek)
        self.later.clicked.connect(self._seek)
        self.clear.clicked.connect(self._seek_all)

    def _show_filters(self, are_shown: bool) -> None:
        self._filters.setVisible(are_shown)
        if are_shown:
            bring_up(self._filters, keep=self.toggle)

    def _offer(self, choices: SeekChoices) -> None:
        self._choices = choices
        self.measure.clear()
        self.measure.addItems([say("Any answer"), *(measure.label for measure in choices.measures)])
        for box, any_words, offered in (
            (self.place, say("Any place"), choices.places),
            (self.factor, say("Any part of the day"), choices.factors),
            (self.who, say("Anyone"), tuple((who, who) for who in choices.writers)),
        ):
            box.clear()
            box.addItem(any_words, "")
            for value, words in offered:
                box.addItem(words, value)
            box.setVisible(bool(offered))

    def _offer_numbers(self, chosen: int) -> None:
        """Offer the whole numbers of a measure's range."""
        self.at_least.setVisible(bool(chosen))
        if not chosen:
            return
        measure = self._choices.measures[chosen - 1]
        numbers = [float(n) for n in range(int(measure.lowest), int(measure.highest) + 1)]
        self.at_least.clear()
        self.at_least.addItem(say("any number"), None)
        for number in numbers:
            self.at_least.addItem(say("{number} or more", number=short_number(number)), number)
        self.at_least.setCurrentIndex(max(self.at_least.findData(self._sought.at_least), 0))

    def _typed(self) -> None:
        self._typing.start()

    def _seek_words(self) -> None:
        self._typing.stop()
        self.seek_requested.emit(replace(self._sought, text=self.field.text()))

    def _seek(self) -> None:
        index = self.measure.currentIndex()
        measure = self._choices.measures[index - 1].id if index > 0 else ""
        is_same = measure == self._sought.measure
        self.seek_requested.emit(
            Sought(
                self.field.text(),
                measure,
                self.at_least.currentData() if measure and is_same else None,
                self.place.currentData() or "",
                self.who.currentData() or "",
                self.later.isChecked(),
                oldest_first=bool(self.order.currentIndex()),
                factor=self.factor.currentData() or "",
            )
        )

    def _seek_all(self) -> None:
        self._typing.stop()
        self.field.clear()
        self.seek_requested.emit(Sought(oldest_first=self._sought.oldest_first))


def _box(icons: Icons, name: str) -> ChoiceBox:
    box = ChoiceBox(icons, name)
    box.view().setAccessibleName(name)
    box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(CHOICE_LETTERS)
    return box
