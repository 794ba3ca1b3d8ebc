"""A list of the countries whose help lines are known, and everywhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.choices import ChoiceBox
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.ui.kit.icons import Icons


class CountryBox(ChoiceBox):
    """``chosen`` carries the ISO 3166 code that was taken, empty for everywhere else."""

    chosen = Signal(str)

    def __init__(self, icons: Icons, countries: Mapping[str, str]) -> None:
        super().__init__(icons, say("Country"))
        for code, name in countries.items():
            self.addItem(name, code)
        self.activated.connect(self._choose)

    def show_country(self, code: str) -> None:
        """Show a country; one without lines of its own is everywhere else, and never another country."""
        at = self.findData(code)
        self.setCurrentIndex(at if at >= 0 else self.findData(""))

    def _choose(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))
