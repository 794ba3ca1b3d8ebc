"""The table behind the places: exact figures for the period and the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from diary.ui.look_back.places_state import difference_words, site_name, tenths
from diary.words import say
from diary.words.numbers import number

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from diary.ui.look_back.places_state import PlaceFigures, PlaceRow

Index = QModelIndex | QPersistentModelIndex


class PlacesTable(QAbstractTableModel):
    """One row for each place; what is not known is an empty cell, never 0."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[PlaceRow] = ()

    def render_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Hold the places of a period."""
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
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
    def rows(self) -> tuple[tuple[str | float | None, ...], ...]:
        """The places as cells for other programs; averages to one decimal, as they are compared."""
        return tuple(tuple(_cells(row)) for row in self._rows)

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # as above
        return 0 if parent.isValid() else len(self.header)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        row = self._rows[index.row()]
        if index.column() == len(self.header) - 1:
            return difference_words(row)
        cell = list(_cells(row))[index.column()]
        if cell is None or isinstance(cell, str):
            return cell or ""
        return number(cell, 1) if isinstance(cell, float) else number(cell)

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.header[section]
        return None


def _cells(row: PlaceRow) -> Iterator[str | float | None]:
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
