"""Every place as a list to tick, from head to foot: the drawing's equal for the keyboard and for screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from diary import catalogue
from diary.domain.places import BodySite, Side
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.words import say
from diary.words.places import place_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from diary.domain.places import Place
    from diary.ui.kit.icons import Icons

TICK_PX = 40
WHOLE_TOO = frozenset({"lower_back"})
"""Places with sides that are also drawn as one, because that is how they are mostly meant."""


class PlaceList(QWidget):
    """Ticks for places; ``place_ticked`` and ``place_unticked`` carry a ``BodySite``."""

    place_ticked = Signal(object)
    place_unticked = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.ticks: dict[BodySite, Tick] = {}
        self._icons = icons
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(0, 1)
        for line, place in enumerate(catalogue.places().values()):
            self._add(grid, line, place)

    def show_places(self, chosen: Collection[BodySite]) -> None:
        """Tick what was chosen, without asking for anything."""
        for site, tick in self.ticks.items():
            tick.blockSignals(True)
            tick.setChecked(site in chosen)
            tick.blockSignals(False)

    def _add(self, grid: QGridLayout, line: int, place: Place) -> None:
        is_sided = Side.LEFT in place.sides
        if is_sided and place.id not in WHOLE_TOO:
            grid.addWidget(Words(place_name(place, Side.NONE)), line, 0, Qt.AlignmentFlag.AlignVCenter)
        else:
            grid.addWidget(self._tick(place, Side.NONE, place_name(place, Side.NONE)), line, 0)
        if is_sided:
            grid.addWidget(self._tick(place, Side.LEFT, say("your left")), line, 1)
            grid.addWidget(self._tick(place, Side.RIGHT, say("your right")), line, 2)

    def _tick(self, place: Place, side: Side, words: str) -> Tick:
        tick = Tick(self._icons, words, TICK_PX)
        tick.setAccessibleName(place_name(place, side))
        tick.toggled.connect(self._toggled)
        self.ticks[BodySite(place.id, side)] = tick
        return tick

    def _toggled(self, is_ticked: bool) -> None:
        tick = self.sender()
        site = next(site for site, one in self.ticks.items() if one is tick)
        (self.place_ticked if is_ticked else self.place_unticked).emit(site)
