"""The places of a period as a list: the drawing's equal for the keyboard and for screen readers."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.heat import heat
from diary.ui.kit.overriding import override
from diary.ui.kit.theme import TextSize, Weight
from diary.ui.look_back.places_state import compared_words, figures_words, rounded, site_name
from diary.words import say
from diary.words.numbers import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from diary.domain.places import BodySite
    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.places_state import PlaceRow

Index = QModelIndex | QPersistentModelIndex
BADGE_PX, PADDING, ROW_SIDE = 32, 7, 10
LEAST_ROWS = 5


def row_sentence(row: PlaceRow) -> str:
    """Return a place in one breath, as the list and a screen reader have it."""
    figures = ", ".join(part for part in (figures_words(row.now), compared_words(row)) if part)
    sentence = say("{place}: {figures}.", place=site_name(row.site), figures=figures)
    if row.before is None or not row.before.all_days:
        return sentence
    before = say("Before: {figures}.", figures=figures_words(row.before))
    return f"{sentence} {before}"


def row_height(theme: Theme, row: PlaceRow, width: float) -> float:
    """The height of a row so wide: its name and as many lines of figures as they need, or the square."""
    words = _first_line(theme) + _figures_height(theme, row, width - _before_words(theme))
    return max(words, theme.px(BADGE_PX)) + 2 * PADDING


def paint_row(painter: QPainter, theme: Theme, row: PlaceRow, where: QRectF, *, is_mirrored: bool) -> None:
    """Draw a place: its average in a square as dark as on the drawing, its name, and its figures in words."""
    side, before = theme.px(BADGE_PX), _before_words(theme)
    square = QRectF(where.left(), where.center().y() - side / 2, side, side)
    room = QRectF(where.left() + before, where.top() + PADDING, where.width() - before, where.height() - 2 * PADDING)
    if is_mirrored:
        square.moveRight(where.right())
        room.moveLeft(where.left())
    _paint_badge(painter, theme, row, square)
    first, figures = _first_line(theme), _figures_height(theme, row, room.width())
    flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
    top = room.top() + (room.height() - first - figures) / 2
    painter.setFont(theme.font(TextSize.BODY, Weight.SEMIBOLD))
    painter.setPen(theme.colour("text"))
    painter.drawText(QRectF(room.left(), top, room.width(), first), flags, site_name(row.site))
    painter.setFont(theme.font(TextSize.CAPTION))
    painter.setPen(theme.colour("text2"))
    wrapped = int(flags) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(QRectF(room.left(), top + first, room.width(), figures), wrapped, _figures(row))


def _figures(row: PlaceRow) -> str:
    return " · ".join(part for part in (figures_words(row.now), compared_words(row)) if part)


def _figures_height(theme: Theme, row: PlaceRow, width: float) -> float:
    metrics, endless = QFontMetricsF(theme.font(TextSize.CAPTION)), QRectF(0, 0, max(width, 1), 10_000)
    return ceil(metrics.boundingRect(endless, int(Qt.TextFlag.TextWordWrap), _figures(row)).height())


def _before_words(theme: Theme) -> float:
    """The square, and the gap after it."""
    return theme.px(BADGE_PX) + 12


def _paint_badge(painter: QPainter, theme: Theme, row: PlaceRow, square: QRectF) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    value = rounded(row.now)
    body = square.adjusted(0.5, 0.5, -0.5, -0.5)
    if value is None:
        painter.setPen(QPen(theme.colour("strong"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, 8, 8)
        return
    ground, ink = heat(theme, value)
    painter.setPen(QPen(theme.colour("outline"), 0.8))
    painter.setBrush(ground)
    painter.drawRoundedRect(body, 8, 8)
    painter.setPen(ink)
    painter.setFont(theme.font(TextSize.BODY, Weight.SEMIBOLD))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, number(value))


def _first_line(theme: Theme) -> float:
    return QFontMetricsF(theme.font(TextSize.BODY, Weight.SEMIBOLD)).height()


class PlacesModel(QAbstractListModel):
    """The places of a period, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[PlaceRow] = ()

    def show_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Hold other rows; while they are as many, the list keeps its place."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        elif rows != self.rows:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return row_sentence(self.rows[index.row()])
        return None


class PlaceDelegate(QStyledItemDelegate):
    """Draws one place."""

    def __init__(self, theme: Theme, model: PlacesModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        assert isinstance(view, QListView)
        width = view.viewport().width() - 2 * ROW_SIDE
        return QSize(100, round(row_height(self._theme, self._model.rows[index.row()], width)))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        where = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("sunken"))
            painter.drawRoundedRect(where.adjusted(1, 1, -1, -1), 8, 8)
        if option.state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, self._theme, where.adjusted(1, 1, -1, -1), 8)
        inside = where.adjusted(ROW_SIDE, 0, -ROW_SIDE, 0)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        paint_row(painter, self._theme, self._model.rows[index.row()], inside, is_mirrored=is_mirrored)
        painter.restore()


class PlacesList(QListView):
    """The list itself; ``site_chosen`` carries the ``BodySite`` that the keys or the mouse are on, or ``None``."""

    site_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._places = PlacesModel()
        self._delegate = PlaceDelegate(theme, self._places)
        self.setModel(self._places)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(say("Places, those scored most often first"))
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("places")
        self.setStyleSheet("QListView#places { border: none; border-radius: 0; }")
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def site(self) -> BodySite | None:
        """The place that the keys are on."""
        index = self.currentIndex()
        return self._places.rows[index.row()].site if index.isValid() else None

    def show_rows(self, rows: Sequence[PlaceRow]) -> None:
        """Show other figures; the place that the keys are on is kept where it is still there."""
        kept = self.site
        self._places.show_rows(rows)
        self._make_room()
        self.choose(kept)

    def choose(self, site: BodySite | None) -> None:
        """Go to a place, if it is listed."""
        found = next((number for number, row in enumerate(self._places.rows) if row.site == site), None)
        if found is not None:
            self.setCurrentIndex(self._places.index(found))
        elif site is not None:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.site_chosen.emit(self.site)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Be high enough for the first rows, at least for so many of two lines."""
        width, two_lines = self.viewport().width() - 2 * ROW_SIDE, 2 * _first_line(self._theme) + 2 * PADDING
        heights = [row_height(self._theme, row, width) for row in self._places.rows[:LEAST_ROWS]]
        self.setMinimumHeight(round(max(sum(heights), two_lines * LEAST_ROWS)))

    def _dress(self) -> None:
        self._make_room()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(palette)
        self.scheduleDelayedItemsLayout()
