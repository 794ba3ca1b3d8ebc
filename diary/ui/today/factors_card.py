"""What was part of the day: the person's own list as chips to tick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.chips import Chip
from diary.ui.kit.fields import OwnField
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Card, bring_up, row
from diary.ui.kit.text import Title, Words
from diary.ui.today.gestures import AddFactor, NoneOfThese, TickFactor
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.more_state import MoreState

LONGEST = 60
"""Letters of a factor's name, as the diary takes them."""
MANY = 24
"""From more than this many on, a field finds some of them."""
ICON_OF = {
    "starter-poor-night": "bed",
    "starter-exercise": "footprints",
    "starter-work": "briefcase",
    "starter-long-sitting": "armchair",
    "starter-caffeine": "coffee",
    "starter-weather": "cloud-rain",
    "starter-others": "users",
    "starter-skipped-meal": "utensils",
}
"""The icons of what is offered to start with; what a person adds has none."""


class FactorsCard(Card):
    """``gesture_requested`` carries what was ticked, taken back or added."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=10)
        self._icons = icons
        self.chips: dict[str, Chip] = {}
        self._flow = FlowLayout(spacing=8)
        self._chips = QWidget()
        self._chips.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._chips.setSizePolicy(policy)
        self.seek = OwnField()
        self.seek.setAccessibleName(say("Find in the list"))
        self.seek.setPlaceholderText(say("Find in the list"))
        self._nothing = Words(say("Nothing in the list is called that."), "second", wrap=True)
        self.none = Chip(icons, say("None of these"))
        self.add = Button(icons, say("Add your own"), "link", "plus")
        self.field = OwnField()
        self.field.setMaxLength(LONGEST)
        self.field.setAccessibleName(say("Something else that was part of the day"))
        self.field.setPlaceholderText(say("Your own words, then Enter"))
        self.keep = Button(icons, say("Add"), "primary")
        self._title = Title(say("What was part of today?"), wrap=True)
        self.body.addWidget(self._title)
        self.body.addWidget(self.seek)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._chips)
        self.body.addLayout(FlowLayout(self.none, self.add, spacing=12))
        self.body.addLayout(row(self.field, self.keep, spacing=8))
        self.body.addStretch(1)
        self._show_field(is_shown=False)
        self._find()
        self.seek.textChanged.connect(self._find)
        self.seek.left.connect(self.seek.clear)
        self.none.clicked.connect(self._none)
        self.add.clicked.connect(self._ask)
        self.field.returnPressed.connect(self._keep)
        self.field.left.connect(self._leave)
        self.keep.clicked.connect(self._keep)

    def show_more(self, more: MoreState) -> None:
        """Draw the list, and what of it is ticked."""
        wanted = {factor.id: factor.label for factor in more.factors}
        if list(wanted.items()) != [(id_, chip.accessibleName()) for id_, chip in self.chips.items()]:
            self._rebuild(wanted)
        for id_, chip in self.chips.items():
            chip.show_checked(id_ in more.ticked)
        self.seek.setVisible(len(self.chips) > MANY)
        self._find()
        self.none.setVisible(bool(self.chips))
        self.none.show_checked(more.looked_through and not more.ticked)

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        self._title.setText(say("What was part of today?") if is_today else say("What was part of this day?"))

    def settle(self) -> bool:
        """Add what is typed and not yet added, because the page may go now; returns whether something was."""
        words = " ".join(self.field.text().split())
        self.field.clear()
        if words:
            self.gesture_requested.emit(AddFactor(words))
        return bool(words)

    def _find(self) -> None:
        """Show only what is sought; what is ticked stays in sight, because it is an answer."""
        words = "" if self.seek.isHidden() else self.seek.text().strip().casefold()
        found = {id_ for id_, chip in self.chips.items() if words in chip.accessibleName().casefold()}
        self._nothing.setVisible(bool(words) and not found)
        for id_, chip in self.chips.items():
            chip.setVisible(id_ in found or chip.isChecked())

    def _rebuild(self, wanted: dict[str, str]) -> None:
        for id_ in [id_ for id_, chip in self.chips.items() if wanted.get(id_) != chip.accessibleName()]:
            chip = self.chips.pop(id_)
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
        for id_, label in wanted.items():
            chip = self.chips.pop(id_) if id_ in self.chips else self._new_chip(id_, label)
            self.chips[id_] = chip
            self._flow.removeWidget(chip)
            self._flow.addWidget(chip)
            chip.show()
        self._chips.updateGeometry()

    def _new_chip(self, id_: str, label: str) -> Chip:
        chip = Chip(self._icons, label.replace("&", "&&"), ICON_OF.get(id_, ""))
        chip.setAccessibleName(label)
        chip.clicked.connect(self._ticked)
        return chip

    def _ticked(self, is_ticked: bool) -> None:
        chip = self.sender()
        id_ = next(id_ for id_, one in self.chips.items() if one is chip)
        self.gesture_requested.emit(TickFactor(id_, is_ticked))

    def _none(self) -> None:
        """Once said it stays said until something is ticked; undo takes it back."""
        if self.none.isChecked():
            self.gesture_requested.emit(NoneOfThese())
        else:
            self.none.show_checked(True)  # as Qt spells it

    def _ask(self) -> None:
        self._show_field(is_shown=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self.field, keep=self.field)

    def _keep(self) -> None:
        if self.settle():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._leave()

    def _leave(self) -> None:
        self.field.clear()
        self._show_field(is_shown=False)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_field(self, *, is_shown: bool) -> None:
        self.field.setVisible(is_shown)
        self.keep.setVisible(is_shown)
        self.add.setVisible(not is_shown)
