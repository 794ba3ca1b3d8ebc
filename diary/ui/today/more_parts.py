"""What stands under "More": each part in the person's order, in two columns where the width allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary.domain.today import FACTORS, GOOD_THING, HEADACHE, MOMENTS, NOTE, PLACES, TREATMENTS
from diary.ui.kit.reading_order import order_keys
from diary.ui.kit.surfaces import GAP, Card, Divider, column
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.good_thing_card import GoodThingCard
from diary.ui.today.headache_row import HeadacheRow
from diary.ui.today.moments_card import MomentsCard
from diary.ui.today.places_card import PlacesCard
from diary.ui.today.quiet_ways import QuietWays
from diary.ui.today.scale_row import ScaleRow
from diary.ui.today.treatments_card import TreatmentsCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QVBoxLayout

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.scale_strip import ScaleStrip
    from diary.ui.today.state import TodayState

TWO_COLUMNS_EM = 66
"""From this width on, in em, places stand beside what was part of the day."""
LEFT, RIGHT = 59, 41
"""How the width is shared."""
SCALES = ("sleep_quality", "tiredness", "interference", "pain_worst", "tinnitus", "elevated")
"""The optional scales from 0 to 10, asked of the whole day."""
ON_THE_LEFT = frozenset({PLACES, NOTE})
CARD_PADDING = 24


class MoreParts(QWidget):
    """Makes each part when it is first asked; ``note`` is given because it knows what is being typed.

    Tab comes to the parts from ``before``.
    """

    gesture_requested = Signal(object)
    place_requested = Signal(object)
    list_requested = Signal(bool)
    good_thing_draft_requested = Signal(str)
    scale_made = Signal(object)
    moment_scale_made = Signal(object)
    now_requested = Signal()
    moment_requested = Signal(object)
    time_requested = Signal(object)
    undo_requested = Signal()
    story_requested = Signal()
    event_requested = Signal()
    taken_requested = Signal(str)
    treatment_requested = Signal(object)
    own_question_requested = Signal()

    def __init__(self, icons: Icons, measures: Mapping[str, Measure], note: QWidget, before: QWidget) -> None:
        super().__init__()
        self._icons, self._measures, self._before = icons, measures, before
        self._cards: dict[str, QWidget] = {NOTE: note}
        self._order: tuple[str, ...] = ()
        self._is_wide = False
        self._own: Mapping[str, Measure] = {}
        self.rows: dict[str, ScaleRow] = {}
        self._headache: HeadacheRow | None = None
        self._moments: MomentsCard | None = None
        self._scales = Card(padding=(CARD_PADDING, 18), spacing=17)
        self._left, self._right = column(spacing=GAP), column(spacing=GAP)
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._columns.setSpacing(GAP)
        self._columns.addLayout(self._left)
        self._columns.addLayout(self._right)
        self._quiet = QuietWays(icons)
        self._quiet.gesture_requested.connect(self.gesture_requested)
        self._quiet.story_requested.connect(self.story_requested)
        self._quiet.event_requested.connect(self.event_requested)
        self._quiet.own_question_requested.connect(self.own_question_requested)
        self._outer = column(self._scales, self._columns, self._quiet, spacing=GAP)
        self.setLayout(self._outer)
        self._scales.hide()
        self._left.addWidget(note)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def strips(self) -> tuple[ScaleStrip, ...]:
        """The strips that answer to digits here: the optional scales, the open moment, then the open place."""
        scales = [row.strip for row in self._scale_rows() if row.isVisible()]
        places = self._cards.get(PLACES)
        moments = self._moments.strips if self._moments else ()
        return (*scales, *moments, *(places.strips if isinstance(places, PlacesCard) else ()))

    @property
    def has_unfinished(self) -> bool:
        """Whether words stand in a form that can't be added yet."""
        card = self._cards.get(TREATMENTS)
        return isinstance(card, TreatmentsCard) and card.has_unfinished

    def settle(self) -> None:
        """Keep what is still being typed."""
        for card in self._cards.values():
            if isinstance(card, GoodThingCard | FactorsCard | TreatmentsCard):
                card.settle()

    def render_state(self, state: TodayState, *, is_other_day: bool) -> None:
        """Draw the parts that are asked; what isn't asked is not even made."""
        more, is_today = state.more, state.day == state.today
        self._take_own(more.own_measures)
        for part in more.asked:
            self._make(part)
        if more.asked != self._order:
            self._order = more.asked
            self._arrange_parts()
        for part, card in self._cards.items():
            card.setVisible(part in more.asked)
            if isinstance(card, PlacesCard | FactorsCard | TreatmentsCard) and part in more.asked:
                card.show_more(more)
                card.show_day(is_today=is_today)
            elif isinstance(card, GoodThingCard):
                card.show_more(more, is_other_day=is_other_day, is_loaded=state.is_loaded)
                card.say_problem(state.unsaved_words.get(GOOD_THING, ""))
        if self._moments:
            self._moments.setVisible(MOMENTS in more.asked)
            self._moments.render_state(state)
        self._quiet.render_state(state)
        self._quiet.setVisible(not more.choices.low_energy)
        for measure, line in self.rows.items():
            line.show_day(is_today=is_today)
            line.show_value(state.answers.get(measure))
            line.show_told(more.told.get((measure, None), ""))
            line.show_meanings(more.own_words.get(measure, {}))
        if self._headache:
            self._headache.show_day(is_today=is_today)
            self._headache.show_answers(state.answers, more.told)
        order_keys(self._before, self)

    def arrange(self, width_px: int) -> None:
        """Choose one column or two, for a body this wide."""
        is_wide = width_px >= TWO_COLUMNS_EM * self._icons.theme.em and self._has_both()
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self._arrange_parts()
        direction = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._columns.setDirection(direction)
        self._columns.setStretch(0, LEFT if is_wide else 0)
        self._columns.setStretch(1, RIGHT if is_wide else 0)
        places = self._cards.get(PLACES)
        if isinstance(places, PlacesCard):
            places.arrange((width_px - GAP) * LEFT // (LEFT + RIGHT) if is_wide else width_px)
        if self._moments:
            self._moments.arrange(width_px)
        for line in self._scale_rows():
            line.arrange(width_px - 2 * CARD_PADDING)

    def _take_own(self, own: Mapping[str, Measure]) -> None:
        """Forget the rows of questions that are asked in other words now, or no longer."""
        for id_ in [id_ for id_, measure in self._own.items() if id_ in self.rows and own.get(id_) != measure]:
            line = self.rows.pop(id_)
            line.hide()
            self._scales.body.removeWidget(line)
            line.setParent(None)
            line.deleteLater()
            self._order = ()
        self._own = own

    def _scale_rows(self) -> list[ScaleRow]:
        """Every scale here, in the person's order."""
        found = [self.rows[part] for part in self._order if part in self.rows]
        return [*found, *(self._headache.scales.values() if self._headache else ())]

    def _has_both(self) -> bool:
        cards = [part for part in self._order if part in self._cards]
        return any(part in ON_THE_LEFT for part in cards) and any(part not in ON_THE_LEFT for part in cards)

    def _make(self, part: str) -> None:
        measure = self._measures[part] if part in SCALES else self._own.get(part)
        if measure is not None and part not in self.rows:
            line = ScaleRow(self._icons, measure)
            self.rows[part] = line
            self.scale_made.emit(line)
        elif part == HEADACHE and self._headache is None:
            self._headache = HeadacheRow(self._icons, self._measures)
            self._headache.gesture_requested.connect(self.gesture_requested)
            for line in self._headache.scales.values():
                self.scale_made.emit(line)
        elif part == PLACES and part not in self._cards:
            places = PlacesCard(self._icons)
            places.gesture_requested.connect(self.gesture_requested)
            places.place_requested.connect(self.place_requested)
            places.list_requested.connect(self.list_requested)
            self._cards[part] = places
        elif part == FACTORS and part not in self._cards:
            factors = FactorsCard(self._icons)
            factors.gesture_requested.connect(self.gesture_requested)
            self._cards[part] = factors
        elif part == MOMENTS and self._moments is None:
            self._moments = self._moments_card()
        elif part == TREATMENTS and part not in self._cards:
            treatments = TreatmentsCard(self._icons)
            treatments.gesture_requested.connect(self.gesture_requested)
            treatments.story_requested.connect(self.story_requested)
            treatments.taken_requested.connect(self.taken_requested)
            treatments.change_requested.connect(self.treatment_requested)
            self._cards[part] = treatments
        elif part == GOOD_THING and part not in self._cards:
            good = GoodThingCard(self._icons)
            good.gesture_requested.connect(self.gesture_requested)
            good.draft_requested.connect(self.good_thing_draft_requested)
            self._cards[part] = good

    def _moments_card(self) -> MomentsCard:
        """Stand as wide as the scales of the whole day, below them."""
        card = MomentsCard(self._icons, self._measures)
        card.gesture_requested.connect(self.gesture_requested)
        card.now_requested.connect(self.now_requested)
        card.moment_requested.connect(self.moment_requested)
        card.time_requested.connect(self.time_requested)
        card.undo_requested.connect(self.undo_requested)
        card.scale_made.connect(self.moment_scale_made)
        self._outer.insertWidget(self._outer.indexOf(self._scales) + 1, card)
        return card

    def _arrange_parts(self) -> None:
        asked: dict[str, QWidget] = {**self.rows}
        if self._headache:
            asked[HEADACHE] = self._headache
        for line in asked.values():
            line.hide()
        self._clear(self._scales.body)
        scales = [asked[part] for part in self._order if part in asked]
        for index, line in enumerate(scales):
            if index:
                self._scales.body.addWidget(Divider())
            self._scales.body.addWidget(line)
            line.show()
        self._scales.setVisible(bool(scales))
        for part in self._order:
            if part in self._cards:
                side = self._left if part in ON_THE_LEFT or not self._is_wide else self._right
                for other in (self._left, self._right):
                    other.removeWidget(self._cards[part])
                side.addWidget(self._cards[part])
        for side in (self._left, self._right):
            self._end(side)

    def _clear(self, layout: QVBoxLayout) -> None:
        while item := layout.takeAt(0):
            widget = item.widget()
            if isinstance(widget, Divider):
                widget.deleteLater()

    def _end(self, side: QVBoxLayout) -> None:
        """Let the cards keep their height, whatever the other column's is."""
        for index in reversed(range(side.count())):
            item = side.itemAt(index)
            if item is not None and item.spacerItem():
                side.takeAt(index)
        side.addStretch(1)
