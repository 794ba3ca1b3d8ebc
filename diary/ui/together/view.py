"""Together: the finding as a sentence, the plain averages, the picture with the model, then everything looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Segmented
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import GAP, MARGIN_X, Page, column, row
from diary.ui.kit.text import Heading, Words
from diary.ui.together.cards import FindingCard, LimitsCard, LookedAtCard
from diary.ui.together.scatter_card import ScatterCard
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.together.state import TogetherState


NARROW_EM = 54
"""A page narrower than this, in em, has its cards below each other."""


class TogetherView(Page):
    """The page, the same layout for every state. ``pair_requested`` carries a pair's index, ``day_requested`` a day."""

    pair_requested = Signal(int)
    day_requested = Signal(object)
    retry_requested = Signal()

    def __init__(self, icons: Icons, state: TogetherState) -> None:
        super().__init__(icons.theme)
        self._icons = icons
        self._titles: tuple[str, ...] = ()
        self._heading = Heading(say("Together"))
        self._second = Words("", "second", wrap=True)
        self._problem = Message(icons, is_warning=True, action=say("Try again"))
        self._choices: Segmented | None = None
        self._choice_list = ChoiceBox(icons, say("Compare"))
        self._choice_list.view().setAccessibleName(say("Compare"))
        self._choice_place = QVBoxLayout()
        self._finding = FindingCard(icons)
        self._scatter = ScatterCard(icons)
        self._looked_at = LookedAtCard(icons)
        self._limits = LimitsCard()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addWidget(self._heading, 1)
        self._top.addLayout(column(self._choice_place, row(self._choice_list, None)))
        self._cards = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self._scatter, 8)
        self._halves.addLayout(column(self._looked_at, self._limits, spacing=GAP), 6)
        inner = QVBoxLayout(self._cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GAP)
        inner.addWidget(self._finding)
        inner.addLayout(self._halves)
        self.body.addLayout(column(self._top, self._second, spacing=2))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._cards)
        self.body.addStretch(1)
        self._choice_list.activated.connect(self.pair_requested)
        self._problem.action_requested.connect(self.retry_requested)
        self._scatter.day_requested.connect(self.day_requested)
        self.compact_changed.connect(self._set_compact)
        self._set_compact(self.is_compact)
        self.render_state(state)

    def render_state(self, state: TogetherState) -> None:
        """Draw a state; what stood there stays until the next pair is worked out."""
        self._problem.say(state.problem, state.reason)
        self._show_titles(state.titles)
        if self._choices is not None:
            self._choices.show_choice(state.chosen)
        self._choice_list.setCurrentIndex(state.chosen)
        self._cards.setVisible(state.pair is not None)
        if state.pair is None:
            self._second.setText(say("Looking at your days…") if state.is_working else "")
            return
        span = state.pair.span
        about = say("How things in your diary move together")
        self._second.setText(say("{about} · {span}", about=about, span=span) if span else about)
        self._finding.render_state(state.pair)
        self._scatter.render_state(state.pair)
        self._looked_at.render_state(state.pair)
        self._limits.render_state(state.pair)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

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
        self._fit()

    def _set_compact(self, is_compact: bool) -> None:  # noqa: FBT001  # a signal carries it
        del is_compact
        self._fit()

    def _fit(self) -> None:
        """Pairs stand beside the heading, or below it, or become a list: whatever the width has room for."""
        room = self.viewport().width() - 2 * MARGIN_X
        needed = self._choices.sizeHint().width() if self._choices is not None else 0
        if self._choices is not None:
            self._choices.setVisible(needed <= room)
        self._choice_list.setVisible(needed > room)
        is_narrow = self.viewport().width() < NARROW_EM * self._icons.theme.em
        self._finding.set_compact(is_compact=is_narrow)
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        is_beside = needed + self._heading.sizeHint().width() + GAP <= room
        self._top.setDirection(QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom)
