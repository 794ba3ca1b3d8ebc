"""The table behind the places: exact figures for the period and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.overriding import override
from diary.ui.kit.tables import TwinTable
from diary.ui.look_back.places_state import difference_words, site_name, tenths
from diary.words import say
from diary.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.ui.kit.picture_saving import Cell
    from diary.ui.look_back.places_state import PlaceFigures, PlaceRow


class PlacesTable(TwinTable):
    """One row for each place, averages to one decimal, as they are compared; what is not known is empty, never 0."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PlaceRow] = ()

    def render_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Hold the places of a period."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return (
            say("Place"),
            say("Days scored"),
            say("Days at 0"),
            say("Average"),
            say("Days scored before"),
            say("Days at 0 before"),
            say("Average before"),
            say("Difference from before"),
        )

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(_cells(row)) for row in self._rows)

    @property
    @override
    def length(self) -> int:
        return len(self._rows)

    @override
    def text(self, row: int, column: int) -> str:
        place = self._rows[row]
        if column == len(self.header) - 1:
            return difference_words(place)
        cell = list(_cells(place))[column]
        if cell is None or isinstance(cell, str):
            return cell or ""
        return number(cell, 1) if isinstance(cell, float) else number(cell)


def _cells(row: PlaceRow) -> Iterator[Cell]:
    """Days as whole numbers, averages and the difference as floats."""
    yield site_name(row.site)
    yield from _figures(row.now)
    if row.before is None:
        yield from (None, None, None)
    else:
        yield from _figures(row.before)
    yield row.difference


def _figures(figures: PlaceFigures) -> Iterator[float | None]:
    yield figures.days
    yield figures.noughts
    yield None if figures.average is None else tenths(figures.average)
