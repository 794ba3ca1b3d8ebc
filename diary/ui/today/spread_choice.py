"""Where pain spread to from a place: chips for what was said, and a list of all places to add one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary import catalogue
from diary.domain.places import BodySite
from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.flow import FlowLayout
from diary.ui.today.place_gestures import SaySpread
from diary.words import say
from diary.words.places import place_name

if TYPE_CHECKING:
    from diary.domain.entries import Spread
    from diary.ui.kit.icons import Icons


class SpreadChoice(QWidget):
    """``gesture_requested`` carries a ``SaySpread``."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, start: BodySite, name: str) -> None:
        super().__init__()
        self._icons, self._start = icons, start
        self.ends: dict[BodySite, Button] = {}
        self.list = ChoiceBox(icons, say("{place}: where did the pain spread to?", place=name))
        self._sites = [site for site in _all_sites() if site != start]
        self.list.addItem(say("Did it spread? Choose where to"))
        self.list.addItems([site_name(site) for site in self._sites])
        self._flow = FlowLayout(self.list, spacing=6)
        self.setLayout(self._flow)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.list.activated.connect(self._chosen)

    def show_spreads(self, spreads: tuple[Spread, ...]) -> None:
        """Draw where it spread to; each chip takes its place back."""
        wanted = [one.end for one in spreads if one.start == self._start]
        for end in [end for end in self.ends if end not in wanted]:
            chip = self.ends.pop(end)
            had_keyboard = chip.hasFocus()
            chip.hide()
            self._flow.removeWidget(chip)
            chip.deleteLater()
            if had_keyboard:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        for end in wanted:
            if end not in self.ends:
                self.ends[end] = self._chip(end)
        self.list.setCurrentIndex(0)
        self.updateGeometry()

    def _chip(self, end: BodySite) -> Button:
        name = site_name(end)
        chip = Button(self._icons, name, icon="x")
        chip.setAccessibleName(say("It did not spread to: {place}", place=name))
        chip.clicked.connect(self._took_back)
        self._flow.addWidget(chip)
        chip.show()
        return chip

    def _chosen(self, index: int) -> None:
        self.list.setCurrentIndex(0)
        if index and (end := self._sites[index - 1]) not in self.ends:
            self.gesture_requested.emit(SaySpread(self._start, end, said=True))

    def _took_back(self) -> None:
        chip = self.sender()
        end = next(end for end, one in self.ends.items() if one is chip)
        self.gesture_requested.emit(SaySpread(self._start, end, said=False))


def site_name(site: BodySite) -> str:
    """A place with its side, as the beginning of a line."""
    return place_name(catalogue.places()[site.place], site.side)


def _all_sites() -> tuple[BodySite, ...]:
    return tuple(BodySite(place.id, side) for place in catalogue.places().values() for side in place.sides)
