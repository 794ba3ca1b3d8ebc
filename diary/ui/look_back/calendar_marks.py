"""How a day of the calendar is drawn: each state has its own shape, in the grid as in the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.day_values import DayState
from diary.ui.kit.overriding import override
from diary.ui.kit.theme import TextSize, Weight

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.calendar_state import DayLook

SIGN_PX, SIGN_WIDE_PX = 20, 22
INK = {
    DayState.RECORDED: "on_soft",
    DayState.PARTLY: "text",
    DayState.BAD_DAY: "text",
    DayState.NOTHING_TO_LOG: "text2",
    DayState.PAUSED: "text2",
    DayState.UNKNOWN: "text3",
}


def paint_day(painter: QPainter, theme: Theme, where: QRectF, look: DayLook, number: str = "") -> None:
    """Draw a day into its square; without a ``number``, an unknown day is a dot."""
    side = min(where.width(), where.height())
    body = QRectF(0, 0, side, side)
    body.moveCenter(where.center())
    inset = side * 0.06
    body.adjust(inset, inset, -inset, -inset)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if look.heat is not None:
        # Without colours the lowest step is as light as the next one: its edge tells them apart.
        edge = "outline" if look.heat else "strong"
        _fill(painter, body, QColor(theme.tokens.heat[look.heat]), theme.colour(edge))
    else:
        _paint_state(painter, theme, body, look.state, has_number=bool(number))
    if look.is_today:
        painter.setPen(QPen(theme.colour("accent"), max(1.4, side * 0.08)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, side * 0.28, side * 0.28)
    if number:
        is_quiet = look.heat is None and look.state in {DayState.UNKNOWN, DayState.PAUSED}
        painter.setFont(theme.font(TextSize.AXIS, Weight.REGULAR if is_quiet else Weight.SEMIBOLD))
        painter.setPen(theme.colour(INK[look.state]) if look.heat is None else QColor(theme.tokens.on_heat[look.heat]))
        painter.drawText(where, Qt.AlignmentFlag.AlignCenter, number)


def _fill(painter: QPainter, body: QRectF, colour: QColor, edge: QColor) -> None:
    painter.setPen(QPen(edge, 0.8))
    painter.setBrush(colour)
    painter.drawRoundedRect(body, body.width() * 0.26, body.width() * 0.26)


def _paint_state(painter: QPainter, theme: Theme, body: QRectF, state: DayState, *, has_number: bool) -> None:
    round_px, width = body.width() * 0.26, max(1.2, body.width() * 0.065)
    if state is DayState.RECORDED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("filled_day"))
        painter.drawRoundedRect(body, round_px, round_px)
    elif state is DayState.PARTLY:
        _paint_half(painter, theme, body, width)
    elif state is DayState.BAD_DAY:
        painter.setPen(QPen(theme.colour("text"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(body.adjusted(width / 2, width / 2, -width / 2, -width / 2))
    elif state is DayState.NOTHING_TO_LOG:
        y = body.bottom() - width if has_number else body.center().y() + body.height() * 0.2
        painter.setPen(QPen(theme.colour("text"), width * 1.2))
        painter.drawLine(QPointF(body.left() + body.width() * 0.22, y), QPointF(body.right() - body.width() * 0.22, y))
    elif state is DayState.PAUSED:
        _paint_pause(painter, theme, body, width)
    elif not has_number:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text3"))
        painter.drawEllipse(body.center(), 1.1, 1.1)


def _paint_half(painter: QPainter, theme: Theme, body: QRectF, width: float) -> None:
    """An outline, its lower half filled."""
    edge = body.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    path = QPainterPath()
    path.addRoundedRect(edge, body.width() * 0.26, body.width() * 0.26)
    half = QPainterPath()
    half.addRect(QRectF(edge.left(), edge.center().y(), edge.width(), edge.height()))
    painter.fillPath(path.intersected(half), theme.colour("filled_day"))
    painter.setPen(QPen(theme.colour("accent"), width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)


def _paint_pause(painter: QPainter, theme: Theme, body: QRectF, width: float) -> None:
    """A shade between two upright strokes, as the sign for a pause has them."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("sunken"))
    painter.drawRoundedRect(body, body.width() * 0.26, body.width() * 0.26)
    painter.setPen(QPen(theme.colour("text2"), width))
    inset = body.width() * 0.12
    for x in (body.left() + inset, body.right() - inset):
        painter.drawLine(QPointF(x, body.center().y() - inset * 2), QPointF(x, body.center().y() + inset * 2))


class DaySign(QWidget):
    """A sign of the legend with its words."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._looks: tuple[DayLook, ...] = ()
        self._words = ("", "")
        self._number = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def explain(self, looks: tuple[DayLook, ...], after: str, *, before: str = "", number: str = "") -> None:
        """Show signs beside each other, with the words before and after them."""
        self._looks, self._words, self._number = looks, (before, after), number
        self.setAccessibleName(" – ".join(words for words in self._words if words))
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        words = sum(self._wide(text) for text in self._words)
        width = words + self._theme.px(SIGN_WIDE_PX) * len(self._looks)
        return QSize(round(width) + 1, max(self._theme.px(SIGN_PX), round(self._metrics.height())) + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_onto(painter)
        painter.end()

    def paint_onto(self, painter: QPainter) -> None:
        """Draw the signs and their words from the painter's origin on."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side, x, high = self._theme.px(SIGN_PX), 0.0, float(self.height())
        before, after = self._words
        for text, looks, gap in ((before, self._looks, 0), (after, (), self._theme.px(6))):
            self._write(painter, text, x + gap, is_mirrored=is_mirrored)
            x += self._wide(text)
            for look in looks:
                left = self.width() - x - side if is_mirrored else x
                paint_day(painter, self._theme, QRectF(left, (high - side) / 2, side, side), look, self._number)
                x += self._theme.px(SIGN_WIDE_PX)

    @property
    def _metrics(self) -> QFontMetricsF:
        return QFontMetricsF(self._theme.font(TextSize.AXIS))

    def _wide(self, text: str) -> float:
        return self._metrics.horizontalAdvance(text) + self._theme.px(6) if text else 0

    def _write(self, painter: QPainter, text: str, x: float, *, is_mirrored: bool) -> None:
        width = self._metrics.horizontalAdvance(text) + 1
        left = self.width() - x - width if is_mirrored else x
        painter.setFont(self._theme.font(TextSize.AXIS))
        painter.setPen(self._theme.colour("text2"))
        painter.drawText(QRectF(left, 0, width, self.height()), Qt.AlignmentFlag.AlignVCenter, text)
