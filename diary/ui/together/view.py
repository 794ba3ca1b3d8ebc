"""Together: the finding as a sentence, the plain averages, the picture with the model, then everything looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Segmented
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.hidden_numbers import SWAP_KEYS, HiddenNumbers, HideButton
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import GAP, Page, column, row
from diary.ui.kit.text import Heading, Words
from diary.ui.together.directions_card import DirectionsCard
from diary.ui.together.finding_card import FindingCard
from diary.ui.together.looked_at_card import LookedAtCard
from diary.ui.together.scatter_card import ScatterCard
from diary.ui.together.statistics_card import LimitsCard, StatisticsCard
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from diary.ui.kit.icons import Icons
    from diary.ui.together.state import PairState, TogetherState


NARROW_EM = 54
"""A page narrower than this, in em, has its cards below each other."""


class TogetherView(Page):
    """The page, the same layout for every state.

    ``pair_requested`` and ``remove_requested`` carry a pair's number, ``add_requested`` the ids of two things,
    ``day_requested`` a day, and ``save_requested`` a ``Picture`` or a ``Table``.
    """

    pair_requested = Signal(int)
    remove_requested = Signal(int)
    add_requested = Signal(str, str)
    undo_requested = Signal()
    day_requested = Signal(object)
    retry_requested = Signal()
    hide_requested = Signal(bool)
    always_requested = Signal(bool)
    save_requested = Signal(object)

    def __init__(self, icons: Icons, state: TogetherState) -> None:
        self._is_built = False
        super().__init__(icons.theme)
        self._icons = icons
        self._titles: tuple[str, ...] = ()
        self._heading = Heading(say("Together"))
        self._second = Words("", "second", wrap=True)
        self._hide, self._hidden = HideButton(icons), HiddenNumbers(icons)
        self._hides = False
        self._problem = Message(icons, is_warning=True, action=say("Try again"))
        self._removed, self._saved = Message(icons, action=say("Undo")), Message(icons)
        self._choices: Segmented | None = None
        self._choice_list = ChoiceBox(icons, say("Compare"))
        self._choice_list.view().setAccessibleName(say("Compare"))
        self._choice_place = QVBoxLayout()
        self._finding = FindingCard(icons)
        self._scatter = ScatterCard(icons)
        self._directions = DirectionsCard(icons)
        self._looked_at = LookedAtCard(icons)
        self._limits = LimitsCard()
        self._statistics = StatisticsCard(icons)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addWidget(self._heading, 1)
        self._top.addLayout(column(self._choice_place, row(self._choice_list, None)))
        self._cards = QWidget()
        self._pictures, self._lists = (QBoxLayout(QBoxLayout.Direction.LeftToRight) for _ in range(2))
        for halves, left, right, shares in (
            (self._pictures, self._scatter, self._directions, (6, 5)),
            (self._lists, self._looked_at, self._limits, (2, 1)),
        ):
            halves.setSpacing(GAP)
            halves.addWidget(left, shares[0])
            halves.addWidget(right, shares[1])
        inner = QVBoxLayout(self._cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self._finding)
        inner.addLayout(self._pictures)
        inner.addLayout(self._lists)
        inner.addWidget(self._statistics)
        below = row()
        below.addWidget(self._second, 1)
        below.addWidget(self._hide)
        self.body.addLayout(column(self._top, below, spacing=2))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._removed)
        self.body.addWidget(self._saved)
        self.body.addWidget(self._hidden)
        self.body.addWidget(self._cards)
        self.body.addStretch(1)
        self._is_built = True
        self._inner.installEventFilter(self)
        self._connect()
        self.render_state(state)

    def _connect(self) -> None:
        self._hide.clicked.connect(self._swap_numbers)
        QShortcut(QKeySequence(SWAP_KEYS), self).activated.connect(self._swap_numbers)
        self._hidden.show_requested.connect(self._swap_numbers)
        self._hidden.always_requested.connect(self.always_requested)
        self._choice_list.activated.connect(self.pair_requested)
        self._problem.action_requested.connect(self.retry_requested)
        self._removed.action_requested.connect(self.undo_requested)
        self._scatter.day_requested.connect(self.day_requested)
        for pictured in (self._scatter, self._directions):
            pictured.save_requested.connect(self.save_requested)
        self._looked_at.pair_requested.connect(self.pair_requested)
        self._looked_at.remove_requested.connect(self.remove_requested)
        self._looked_at.add_requested.connect(self.add_requested)

    def render_state(self, state: TogetherState) -> None:
        """Draw a state; what stood there stays until the next pair is worked out."""
        self._problem.say(state.problem, state.reason)
        self._removed.say(say("{pair} is no longer looked at.", pair=state.removed) if state.removed else "")
        self._saved.say(state.saved)
        self._show_titles(state.titles)
        if self._choices is not None:
            self._choices.show_choice(state.chosen)
        self._choice_list.setCurrentIndex(state.chosen)
        self._hides = state.hides_numbers
        shows = state.pair is not None and not state.hides_numbers
        for widget in (self._cards, self._hide):
            widget.setVisible(shows)
        self._hidden.render_state(is_hidden=state.hides_numbers, always=state.always_hides)
        if state.hides_numbers:
            self._second.setText(say("How things in your diary move together"))
        elif state.pair is None:
            self._second.setText(say("Looking at your days…") if state.is_working else "")
        else:
            self._show_pair(state, state.pair)

    def _show_pair(self, state: TogetherState, pair: PairState) -> None:
        about = [say("How things in your diary move together"), pair.span, pair.still_looking_back]
        self._second.setText(" · ".join(filter(None, about)))
        for card in (self._finding, self._scatter, self._directions, self._limits, self._statistics):
            card.render_state(pair)
        self._looked_at.render_state(pair, state.things)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the page another height when a card opens or says more."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._measure()
        return super().eventFilter(watched, event)

    @override
    def arrange(self, width_px: int) -> None:
        """Pairs stand beside the heading, or below it, or become a list; cards below each other where it is narrow."""
        if not self._is_built:
            return
        needed = self._choices.sizeHint().width() if self._choices is not None else 0
        if self._choices is not None:
            self._choices.setVisible(needed <= width_px)
        self._choice_list.setVisible(needed > width_px)
        is_narrow = width_px < NARROW_EM * self._icons.theme.em
        for card in (self._finding, self._looked_at, self._statistics):
            card.set_compact(is_compact=is_narrow)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for halves in (self._pictures, self._lists):
            halves.setDirection(way)
        is_beside = needed + self._heading.sizeHint().width() + GAP <= width_px
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)

    def _swap_numbers(self) -> None:
        """Hide or show, and leave the keyboard on what does the opposite."""
        self.hide_requested.emit(not self._hides)
        button = self._hidden.show_again if self._hides else self._hide
        button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_titles(self, titles: tuple[str, ...]) -> None:
        if titles == self._titles:
            return
        self._titles = titles
        if self._choices is not None:
            self._choices.hide()
            self._choices.deleteLater()
        self._choices = Segmented(self._icons, titles, say("Compare"))
        self._choices.chosen.connect(self.pair_requested)
        self._choice_place.addLayout(row(self._choices, None))
        self._choice_list.clear()
        self._choice_list.addItems(titles)
        self._measure()
