"""The list of entries: who wrote, what it says, and whether it was filled in later; only visible rows are drawn."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPalette, QTextLayout
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate

from diary.ui.kit.buttons import paint_ring
from diary.ui.kit.overriding import override
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.plots_state import Shape
from diary.ui.kit.theme import TextSize, Weight
from diary.words import say
from diary.words.dates import long_day, plain_day, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QItemSelection
    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.state import EntryRow

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = int(Qt.ItemDataRole.UserRole)
DAY_PX, MARK_PX, PADDING = 56, 34, 8
NARROW_EM = 26
"""Below this width, in em, what an entry says takes two lines: four numbers don't fit into one."""


class EntriesModel(QAbstractListModel):
    """The rows in view, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[EntryRow] = ()
        self._today: date | None = None

    def show_rows(self, rows: Sequence[EntryRow], today: date) -> None:
        """Hold other rows."""
        if rows == self._rows and today == self._today:
            return
        self.beginResetModel()
        self._rows, self._today = rows, today
        self.endResetModel()

    @override
    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return ". ".join(part for part in (long_day(row.day, self._today), row.who, row.what, row.note) if part)
        return None

    @property
    def widest_date(self) -> str:
        """About the widest date there is in the list."""
        spans_years = (
            bool(self._rows)
            and self._today is not None
            and any(row.day.year != self._today.year for row in (self._rows[0], self._rows[-1]))
        )
        return "30 Sept 2026" if spans_years else "30 Sept"

    def short_date(self, row: EntryRow) -> str:
        """The day as the list shows it; the year is said where it isn't this one."""
        if self._today is None or row.day.year == self._today.year:
            return short_day(row.day)
        return say("{day} {year}", day=short_day(row.day), year=row.day.year)


class EntryDelegate(QStyledItemDelegate):
    """Draws a row: who wrote, then in one line or in two what it says; a carer's view is told by mark and words."""

    def __init__(self, theme: Theme, model: EntriesModel) -> None:
        super().__init__()
        self._theme = theme
        self._model = model
        self.lines = 1

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        strong = QFontMetricsF(self._theme.font(TextSize.BODY, Weight.SEMIBOLD)).height()
        return QSize(100, round(strong + self.lines * self._line) + 2 * PADDING)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: EntryRow = index.data(ROW_ROLE)
        theme = self._theme
        painter.save()
        rect, state = QRectF(option.rect), option.state
        where = rect.adjusted(2, 1, -2, -1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sunken"))
            painter.drawRoundedRect(where, 8, 8)
        if state & QStyle.StateFlag.State_HasFocus:
            paint_ring(painter, theme, where, 8)
        self._paint_words(painter, row, where.adjusted(10, PADDING - 1, -10, -PADDING + 1))
        painter.restore()

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._theme.font(TextSize.AXIS)).height()

    def _paint_words(self, painter: QPainter, row: EntryRow, where: QRectF) -> None:
        theme = self._theme
        strong = theme.font(TextSize.CAPTION, Weight.SEMIBOLD)
        wide = max(theme.px(DAY_PX), QFontMetricsF(strong).horizontalAdvance(self._model.widest_date) + 12)
        first = QFontMetricsF(strong).height()
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        words = _Mirror(painter, where)
        words.write(QRectF(where.left(), where.top(), wide, first), self._model.short_date(row))
        centre = words.place(QPointF(where.left() + wide + theme.px(8), where.top() + first / 2))
        shape, colour = (Shape.TRIANGLE, "carer") if row.is_noticed else (Shape.CIRCLE, "accent")
        ground = theme.colour("surface") if row.is_noticed else None
        paint_mark(painter, centre, theme.px(10), shape, theme.colour(colour), ground=ground)
        left = where.left() + wide + theme.px(MARK_PX - 8)
        room = where.right() - left
        painter.setFont(strong)
        painter.setPen(theme.colour("text"))
        said, plain = row.what, QFontMetricsF(theme.font(TextSize.AXIS))
        after = left + QFontMetricsF(strong).horizontalAdvance(row.who) + theme.px(10)
        has_room = after + plain.horizontalAdvance(row.note) <= where.right()
        if row.note and not has_room:
            said = say("{note} · {what}", note=row.note, what=row.what)
        words.write(QRectF(left, where.top(), room, first), _elided(QFontMetricsF(strong), row.who, room))
        painter.setFont(theme.font(TextSize.AXIS))
        painter.setPen(theme.colour("text2"))
        if has_room:
            words.write(QRectF(after, where.top(), where.right() - after, first), row.note)
        for number, line in enumerate(in_lines(said, painter.font(), room, self.lines)):
            words.write(QRectF(left, where.top() + first + number * self._line, room, self._line), line)


def _elided(metrics: QFontMetricsF, words: str, room: float) -> str:
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


def in_lines(words: str, font: QFont, room: float, most: int) -> list[str]:
    """Break words into lines as wide as ``room``, not before a number; the last of ``most`` ends in dots if it must."""
    words = re.sub(r" (?=\d)", "\u00a0", words)
    layout, begin = QTextLayout(words, font), 0
    lines: list[str] = []
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        begin = line.textStart()
        lines.append(words[begin : begin + line.textLength()].strip())
    layout.endLayout()
    return [*lines[:-1], _elided(QFontMetricsF(font), words[begin:], room)] if lines else []


class _Mirror:
    """Writes into a row from its leading side: left, or right where words run that way."""

    def __init__(self, painter: QPainter, row: QRectF) -> None:
        self._painter = painter
        self._row = row
        self._is_mirrored = painter.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def place(self, point: QPointF) -> QPointF:
        """Where a point of the row is."""
        x = self._row.left() + self._row.right() - point.x() if self._is_mirrored else point.x()
        return QPointF(x, point.y())

    def write(self, where: QRectF, text: str) -> None:
        """Write words into a part of the row."""
        corner = self.place(where.topRight() if self._is_mirrored else where.topLeft())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        self._painter.drawText(QRectF(corner, where.size()), flags, text)


class EntriesList(QListView):
    """The list itself: Enter or a double click opens a day; ``row_chosen`` carries the current row.

    Shift or Ctrl choose several; ``delete_requested`` carries all that are chosen, ``remove_requested`` (Shift with the
    Delete key) likewise.
    """

    open_requested = Signal(object)
    delete_requested = Signal(object)
    remove_requested = Signal(object)
    row_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._entries = EntriesModel()
        self._delegate = EntryDelegate(theme, self._entries)
        self.setModel(self._entries)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(say("Entries"))
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setObjectName("entries")
        self.setStyleSheet("QListView#entries { border: none; border-radius: 0; }")
        self.doubleClicked.connect(self._open)
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def current_row(self) -> EntryRow | None:
        """The row that the buttons are about."""
        row: EntryRow | None = self.currentIndex().data(ROW_ROLE)
        return row

    @property
    def chosen_rows(self) -> tuple[EntryRow, ...]:
        """The rows that are chosen, from the top."""
        return tuple(index.data(ROW_ROLE) for index in sorted(self.selectedIndexes(), key=QModelIndex.row))

    def show_rows(self, rows: Sequence[EntryRow], today: date) -> None:
        """Show other rows; the place in the list is kept where the row is still there."""
        before = self.current_row
        self._entries.show_rows(rows, today)
        if before is not None and self.current_row is None and before in rows:
            self.setCurrentIndex(self._entries.index(rows.index(before)))
        self.row_chosen.emit(self.current_row)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give what an entry says the lines that it needs at this width."""
        lines = 2 if self.viewport().width() < NARROW_EM * self._theme.em else 1
        if lines != self._delegate.lines:
            self._delegate.lines = lines
            self.scheduleDelayedItemsLayout()

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.row_chosen.emit(self.current_row)

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.row_chosen.emit(self.current_row)
        self.viewport().update()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.current_row
        if row is not None and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_requested.emit(row.day)
        elif event.key() == Qt.Key.Key_Delete and (chosen := self.chosen_rows):
            for_good = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            (self.remove_requested if for_good else self.delete_requested).emit(chosen)
        else:
            super().keyPressEvent(event)

    def _open(self, index: QModelIndex) -> None:
        row: EntryRow = index.data(ROW_ROLE)
        self.open_requested.emit(row.day)

    def _dress(self) -> None:
        self.setMinimumHeight(self._theme.px(300))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._theme.colour("surface"))
        self.setPalette(palette)
        self._fit()
        self.scheduleDelayedItemsLayout()


def name_of_day(day: date, today: date) -> str:
    """A day within a title."""
    return long_day(day, today) if day.year == today.year else plain_day(day)
