"""Where it hurts: on a drawing or from a list, each place with a score of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from diary import catalogue
from diary.ui.kit.body_map import BodyMap
from diary.ui.kit.buttons import Button
from diary.ui.kit.chips import Chip
from diary.ui.kit.strip_layout import GAP as BUTTON_GAP
from diary.ui.kit.strip_layout import LEAST_WIDTH, RING
from diary.ui.kit.surfaces import Card, bring_up, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.today.gestures import SayNowhereElse
from diary.ui.today.more_state import MoreState
from diary.ui.today.place_gestures import TakePlaceAway
from diary.ui.today.place_list import PlaceList
from diary.ui.today.place_row import PlaceRow
from diary.words import say
from diary.words.places import place_name

if TYPE_CHECKING:
    from diary.domain.places import BodySite
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.scale_strip import ScaleStrip

PADDING_X = 20
BETWEEN = 20


class PlacesCard(Card):
    """``gesture_requested`` carries what was done, ``place_requested`` the place to ask about."""

    gesture_requested = Signal(object)
    place_requested = Signal(object)
    list_requested = Signal(bool)

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(PADDING_X, 16), spacing=10)
        self._icons = icons
        self._more = MoreState()
        self._rows: dict[BodySite, PlaceRow] = {}
        self._clicked: BodySite | None = None
        self.drawing = BodyMap(icons.theme, catalogue.body_figure())
        self.list = PlaceList(icons)
        self._said = Words("", "caption", wrap=True)
        self.switch = Button(icons, say("Choose from a list instead"), "link")
        self._title = Title("", wrap=True)
        self.nowhere = Chip(icons, say("Nowhere today"))
        self._lines = column(spacing=8)
        self._lines.addStretch(1)
        right = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        right.setSizePolicy(policy)
        below = column(row(self.nowhere, None), row(self.switch, None), spacing=6)
        right.setLayout(column(self._lines, below, None, spacing=10))
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(BETWEEN)
        left = column(self.drawing, self.list, None, spacing=0)
        left.setAlignment(self.drawing, Qt.AlignmentFlag.AlignHCenter)
        self._sides.addLayout(left)
        self._sides.addWidget(right, 1)
        self.body.addWidget(self._title)
        self.body.addWidget(self._said)
        self.body.addLayout(self._sides)
        self.body.addStretch(1)
        self.drawing.place_clicked.connect(self._click)
        self.drawing.place_hovered.connect(self._hovered)
        self.list.place_ticked.connect(self._open)
        self.list.place_unticked.connect(self._take_away)
        self.switch.clicked.connect(self._switch)
        self.nowhere.clicked.connect(self._say_nowhere)

    @property
    def strips(self) -> tuple[ScaleStrip, ...]:
        """The open place's strips."""
        return tuple(strip for one in self._rows.values() for strip in one.strips)

    def show_more(self, more: MoreState) -> None:
        """Draw the places and their scores."""
        was_open, self._more = self._more.open_place, more
        chosen = list(more.marked)
        if more.open_place is not None and more.open_place not in chosen:
            chosen.append(more.open_place)
        for site in [site for site in self._rows if site not in chosen]:
            self._drop(site)
        for site in chosen:
            line = self._rows.get(site) or self._new_row(site)
            line.show_place(more, is_open=site == more.open_place)
        self.drawing.show_places(more.places, more.open_place, numb=more.numbness)
        self.drawing.setAccessibleDescription(self._in_words())
        self.list.show_places(chosen)
        self.drawing.setVisible(not more.uses_list)
        self.list.setVisible(more.uses_list)
        words = say("Show the drawing instead") if more.uses_list else say("Choose from a list instead")
        self.switch.setText(words)
        self.nowhere.show_checked(more.nowhere_else)
        self._hovered(None)
        if more.open_place is not None and more.open_place != was_open and self.isVisible():
            opened = self._rows[more.open_place]
            opened.strip.take_keyboard()
            if more.open_place != self._clicked:
                bring_up(opened, keep=opened)

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        self._title.setText(say("Where does it hurt?") if is_today else say("Where did it hurt?"))
        for line in self._rows.values():
            line.show_day(is_today=is_today)
        if self._rows:
            nowhere = say("Nowhere else today") if is_today else say("Nowhere else on this day")
        else:
            nowhere = say("Nowhere today") if is_today else say("Nowhere on this day")
        self.nowhere.say(nowhere)

    def arrange(self, width_px: int) -> None:
        """Stand the scores below the drawing where they don't fit beside it."""
        theme = self._icons.theme
        strip = 6 * (theme.px(LEAST_WIDTH) + BUTTON_GAP) + 2 * RING
        beside = max(self.drawing.sizeHint().width(), self.list.sizeHint().width() if self._more.uses_list else 0)
        fits = width_px - 2 * PADDING_X >= beside + BETWEEN + strip
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        if self._sides.direction() is not direction:
            self._sides.setDirection(direction)

    def _new_row(self, site: BodySite) -> PlaceRow:
        line = PlaceRow(self._icons, catalogue.measures(), catalogue.places()[site.place], site)
        line.gesture_requested.connect(self.gesture_requested)
        line.open_requested.connect(self._open)
        line.away_requested.connect(self._take_away)
        line.answered.connect(self._answered)
        self._rows[site] = line
        self._lines.insertWidget(self._lines.count() - 1, line)
        line.show()
        return line

    def _drop(self, site: BodySite) -> None:
        line = self._rows.pop(site)
        had_keyboard = line.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        line.hide()
        self._lines.removeWidget(line)
        line.deleteLater()
        if had_keyboard:
            self.switch.setFocus(Qt.FocusReason.OtherFocusReason)

    def _click(self, site: BodySite) -> None:
        """Open a place and leave the drawing under the pointer, which shows the score: the next click is near."""
        self._clicked = site
        self._open(site)
        self._clicked = None

    def _open(self, site: BodySite) -> None:
        if site == self._more.open_place:
            self._rows[site].strip.take_keyboard()
        self.place_requested.emit(site)

    def _take_away(self, site: BodySite) -> None:
        if site == self._more.open_place:
            self.place_requested.emit(None)
        if site in self._more.marked:
            self.gesture_requested.emit(TakePlaceAway(site))

    def _answered(self) -> None:
        """Go back to the list after a score by key, to the next place."""
        site = self._more.open_place
        if self._more.uses_list and site in self.list.ticks:
            self.list.ticks[site].setFocus(Qt.FocusReason.OtherFocusReason)

    def _switch(self) -> None:
        self.list_requested.emit(not self._more.uses_list)

    def _say_nowhere(self) -> None:
        self.gesture_requested.emit(SayNowhereElse(self.nowhere.isChecked()))

    def _hovered(self, site: BodySite | None) -> None:
        if site is not None:
            words = place_name(catalogue.places()[site.place], site.side)
        elif self._more.uses_list:
            words = say("Tick a place, then give it a number")
        else:
            words = say("Click a place, then give it a number")
        self._said.setText(words)

    def _in_words(self) -> str:
        return ", ".join(one.opener.accessibleName() for one in self._rows.values())
