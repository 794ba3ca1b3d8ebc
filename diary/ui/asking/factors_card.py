"""The list of what can be part of a day: added to, renamed, put in order, hidden, and two made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.asking.factor_list import FactorList
from diary.ui.asking.gestures import AddFactor, HideFactor, MergeFactors, OrderFactors, RenameFactor
from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import OwnField
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.key_names import key_name
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from diary.domain.entries import Factor
    from diary.ui.asking.state import AskingState, SameName
    from diary.ui.kit.icons import Icons

LONGEST = 60
"""Letters of a factor's name, as the diary takes them."""


class FactorsCard(Card):
    """``gesture_requested`` carries what is wanted of the list."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        self._factors: tuple[Factor, ...] = ()
        self._same: SameName | None = None
        self.seek = OwnField()
        self.seek.setAccessibleName(say("Find in the list"))
        self.seek.setPlaceholderText(say("Find in the list"))
        self.list = FactorList(icons.theme)
        self._none = Words(say("Nothing in the list is called that."), "second", wrap=True)
        self.up = IconButton(icons, "chevron-up", say("Move up"))
        self.down = IconButton(icons, "chevron-down", say("Move down"))
        self.rename = Button(icons, say("Rename"))
        self.hide_one = Button(icons, say("Hide"))
        self.merge = Button(icons, say("Put together"))
        self._offer = Message(icons, action=say("Put the two together"))
        self.add_field, self.add = OwnField(), Button(icons, say("Add"), "primary")
        self.name_field, self.keep_name = OwnField(), Button(icons, say("Keep"), "primary")
        self.other, self.keep_one = ChoiceBox(icons, say("Together with")), Button(icons, say("Keep"), "primary")
        self._leave_name, self._leave_merge = (
            Button(icons, say("Cancel"), "quiet"),
            Button(icons, say("Cancel"), "quiet"),
        )
        self._stand()
        self._connect()
        self._show_forms()

    def render_state(self, state: AskingState) -> None:
        """Draw the list."""
        self._factors = state.asked.factors
        if state.same_name != self._same:
            self._same = state.same_name
            self._say_same()
        self._list()

    def settle(self) -> None:
        """Keep what is typed and not yet added, and a name that is being changed."""
        self._add()
        if not self._name_form.isHidden():
            self._rename()

    def _stand(self) -> None:
        caption = say("A hidden one is not asked about any more. The days on which you ticked it stay as they are.")
        keys = say(
            "{alt} with an arrow key moves one up or down. F2 renames it, and Space hides or shows it.",
            alt=key_name("Alt"),
        )
        ways = QWidget()
        ways.setLayout(FlowLayout(self.up, self.down, self.rename, self.hide_one, self.merge, spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        ways.setSizePolicy(policy)
        self._name_form, self._merge_form = QWidget(), QWidget()
        self._name_form.setLayout(row(self.name_field, self.keep_name, self._leave_name, spacing=8))
        self._what = Words("", "second", wrap=True)
        self._merge_form.setLayout(column(self._what, row(self.other, self.keep_one, self._leave_merge, spacing=8)))
        self.add_field.setAccessibleName(say("Something else that can be part of a day"))
        self.add_field.setPlaceholderText(say("Add your own words"))
        self.name_field.setAccessibleName(say("The new name"))
        self.other.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for field in (self.add_field, self.name_field):
            field.setMaxLength(LONGEST)
        self.body.addWidget(Title(say("What can be part of a day"), wrap=True))
        self.body.addWidget(Words(caption, "second", wrap=True))
        self.body.addLayout(row(self.add_field, self.add, spacing=8))
        for part in (self.seek, self._none, self.list, ways, self._name_form, self._merge_form, self._offer):
            self.body.addWidget(part)
        self.body.addWidget(Words(keys, "caption", wrap=True))

    def _connect(self) -> None:
        self.seek.textChanged.connect(self._list)
        self.seek.left.connect(self.seek.clear)
        self.list.itemSelectionChanged.connect(self._chosen)
        self.list.rename_requested.connect(self._ask_name)
        self.list.hide_requested.connect(self._hide)
        self.list.move_requested.connect(self._move)
        self.list.itemDoubleClicked.connect(self._ask_name)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.rename.clicked.connect(self._ask_name)
        self.hide_one.clicked.connect(self._hide)
        self.merge.clicked.connect(self._ask_other)
        self.add.clicked.connect(self._add)
        self.add_field.returnPressed.connect(self._add)
        self.name_field.returnPressed.connect(self._rename)
        self.keep_name.clicked.connect(self._rename)
        self.keep_one.clicked.connect(self._merge)
        self._offer.action_requested.connect(self._merge_same)
        for leave in (self._leave_name.clicked, self._leave_merge.clicked, self.name_field.left):
            leave.connect(self._leave)

    def _list(self) -> None:
        words = self.seek.text().strip().casefold()
        found = [one for one in self._factors if words in one.label.casefold()]
        self.list.show_factors(found)
        self._none.setVisible(not found and bool(words))
        self._chosen()

    def _chosen(self) -> None:
        """Let the buttons be about the chosen one."""
        chosen = self._factor(self.list.chosen)
        for button in (self.rename, self.hide_one, self.merge):
            button.setEnabled(chosen is not None)
        self.merge.setEnabled(chosen is not None and len(self._factors) > 1)
        ids = self.list.ids
        at = ids.index(chosen.id) if chosen and chosen.id in ids else -1
        self.up.setEnabled(at > 0)
        self.down.setEnabled(0 <= at < len(ids) - 1)
        self.hide_one.setText(say("Show again") if chosen and chosen.hidden else say("Hide"))
        for button, words in (
            (self.rename, say("Rename")),
            (self.merge, say("Put together")),
            (self.hide_one, self.hide_one.text()),
        ):
            name = say("{what}: {factor}", what=words, factor=chosen.label) if chosen else words
            button.setAccessibleName(name)

    def _factor(self, id_: str | None) -> Factor | None:
        return next((one for one in self._factors if one.id == id_), None)

    def _up(self) -> None:
        self._move(-1)

    def _down(self) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        """Put the chosen one before or after its neighbour in view, wherever that stands in the whole list."""
        chosen, ids = self.list.chosen, self.list.ids
        if chosen is None or not 0 <= (to := ids.index(chosen) + step) < len(ids):
            return
        order = [one.id for one in self._factors if one.id != chosen]
        order.insert(order.index(ids[to]) + (1 if step > 0 else 0), chosen)
        self.gesture_requested.emit(OrderFactors(tuple(order)))

    def _hide(self) -> None:
        chosen = self._factor(self.list.chosen)
        if chosen is not None:
            self.gesture_requested.emit(HideFactor(chosen.id, not chosen.hidden))

    def _add(self) -> None:
        words = " ".join(self.add_field.text().split())
        if words:
            self.add_field.clear()
            self.seek.clear()
            self.gesture_requested.emit(AddFactor(words))

    def _ask_name(self) -> None:
        chosen = self._factor(self.list.chosen)
        if chosen is not None:
            self._show_forms(self._name_form)
            self.name_field.setText(chosen.label)
            self.name_field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rename(self) -> None:
        words, chosen = " ".join(self.name_field.text().split()), self._factor(self.list.chosen)
        self._leave()
        if chosen is not None and words and words != chosen.label:
            self.gesture_requested.emit(RenameFactor(chosen.id, words))

    def _ask_other(self) -> None:
        chosen = self._factor(self.list.chosen)
        if chosen is None:
            return
        self._what.setText(
            say("“{factor}” becomes one with the other, on past days too. The other name stays.", factor=chosen.label)
        )
        self.other.clear()
        for one in self._factors:
            if one.id != chosen.id:
                self.other.addItem(one.label, one.id)
        self._show_forms(self._merge_form)
        self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    def _merge(self) -> None:
        chosen, into = self.list.chosen, self.other.currentData()
        self._leave()
        if chosen is not None and into:
            self.seek.clear()
            self.list.choose(str(into))
            self.gesture_requested.emit(MergeFactors(chosen, str(into)))

    def _merge_same(self) -> None:
        if self._same is not None:
            self.gesture_requested.emit(MergeFactors(self._same.factor, self._same.other))
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_same(self) -> None:
        same = self._same
        words = say("“{factor}” is on your list already", factor=same.label) if same else ""
        self._offer.say(words, say("Put together they are one, on past days too. You can undo that.") if same else "")
        if same is not None:
            self._offer.findChildren(Button)[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave(self) -> None:
        self._show_forms()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_forms(self, shown: QWidget | None = None) -> None:
        for form in (self._name_form, self._merge_form):
            form.setVisible(form is shown)
