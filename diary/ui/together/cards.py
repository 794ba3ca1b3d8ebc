"""The cards of Together: the finding, its plain averages, everything that was looked at, and what it can't tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from diary.app.links import LinkState
from diary.ui.kit.buttons import Button
from diary.ui.kit.plots_marks import paint_mark
from diary.ui.kit.surfaces import Card, Divider, column, row
from diary.ui.kit.text import Title, Words
from diary.words import say

if not TYPE_CHECKING:
    from diary.ui.kit.overriding import override
else:
    from typing_extensions import override

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.plots_scatter import Side
    from diary.ui.kit.theme import Theme
    from diary.ui.together.state import AveragesState, PairState


class FindingCard(Card):
    """The first sentence answers the question; beside it the plain averages."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(26, 20))
        self._headline = Words("", "headline", wrap=True)
        self._details = Words("", wrap=True)
        self._days = Words("", "second", wrap=True)
        self._always = Words("", "caption", wrap=True)
        self._averages = AveragesPlot(icons.theme)
        self._line = QFrame()
        self._line.setProperty("role", "divider")
        self._line.setFixedWidth(1)
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(24)
        said = column(self._headline, self._details, self._days, self._always, None, spacing=8)
        self._halves.addLayout(said, 3)
        self._halves.addWidget(self._line)
        self._halves.addWidget(self._averages, 2)
        self.body.addLayout(self._halves)

    def render_state(self, pair: PairState) -> None:
        """Say what was found."""
        self._headline.setText(pair.headline)
        self._details.setText(" ".join(pair.details))
        self._details.setVisible(bool(pair.details))
        self._days.setText(" ".join(pair.days))
        self._days.setVisible(bool(pair.days))
        self._always.setText(pair.always)
        self._averages.setVisible(pair.averages is not None)
        self._line.setVisible(pair.averages is not None)
        if pair.averages is not None:
            self._averages.render_state(pair.averages)

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the averages below the words where it is narrow."""
        self._halves.setDirection(QBoxLayout.Direction.TopToBottom if is_compact else QBoxLayout.Direction.LeftToRight)
        self._line.setFixedSize(16777215 if is_compact else 1, 1 if is_compact else 16777215)
        self._line.setMinimumSize(1, 1)


class AveragesPlot(QWidget):
    """Two plain averages on one scale, drawn with the measure's own mark, and said in words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._title = Words("", "strong", wrap=True)
        self._labels = [Words("", wrap=True) for _ in range(2)]
        self._scales = [ScaleDot(theme) for _ in range(2)]
        self._words = [Words("", "strong") for _ in range(2)]
        self._days = [Words("", "second") for _ in range(2)]
        self._low, self._high = Words("", "axis"), Words("", "axis")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.addWidget(self._title, 0, 0, 1, 4)
        for number in range(2):
            line: tuple[QWidget, ...] = (
                *(self._labels[number], self._scales[number]),
                *(self._words[number], self._days[number]),
            )
            for at, widget in enumerate(line):
                grid.addWidget(widget, number + 1, at)
        grid.addLayout(row(self._low, None, self._high), 3, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(4, 1)

    def render_state(self, state: AveragesState) -> None:
        """Show other averages."""
        self._title.setText(state.title)
        for number, one in enumerate(state.rows):
            self._labels[number].setText(one.label)
            self._scales[number].show_mean(state.side, one.mean)
            self._words[number].setText(one.words)
            self._days[number].setText(one.days)
        low = state.side.low_words[:1].lower() + state.side.low_words[1:]
        self._low.setText(f"{state.side.lowest:g} {low}".strip())
        self._high.setText(f"{state.side.highest:g}")


class ScaleDot(QWidget):
    """A scale from end to end with one mark on it; the words beside it say the same."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._side: Side | None = None
        self._mean = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_mean(self, side: Side, mean: float) -> None:
        """Put the mark elsewhere."""
        self._side, self._mean = side, mean
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(100), self._theme.px(22))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(70), self._theme.px(22))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        side = self._side
        if side is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, middle, tick = self._theme, self.height() / 2, self._theme.px(5)
        left, right = tick, self.width() - tick
        painter.setPen(QPen(theme.colour("outline"), 2))
        painter.drawLine(QPointF(left, middle), QPointF(right, middle))
        for x in (left, (left + right) / 2, right):
            painter.drawLine(QPointF(x, middle - tick), QPointF(x, middle + tick))
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left, right = right, left
        share = (self._mean - side.lowest) / (side.highest - side.lowest)
        paint_mark(
            painter, QPointF(left + share * (right - left), middle), theme.px(13), side.shape, theme.colour(side.colour)
        )
        painter.end()


class LookedAtCard(Card):
    """Every pair that was looked at, found or not, and the figures for those who want them."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=6)
        self._theme = icons.theme
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self._note = Words("", "caption", wrap=True)
        self._show = Button(icons, say("Show the statistics"), "link")
        self._show.setCheckable(True)
        self._figures = QWidget()
        self._grid = QGridLayout(self._figures)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._figures.hide()
        self.body.addWidget(Title(say("Everything that was looked at"), wrap=True))
        self.body.addLayout(self._rows)
        self.body.addWidget(self._note)
        self.body.addLayout(row(self._show, None))
        self.body.addWidget(self._figures)
        self._show.toggled.connect(self._toggle)

    def render_state(self, pair: PairState) -> None:
        """List other pairs and figures."""
        _empty(self._rows)
        for number, one in enumerate(pair.looked_at):
            if number:
                self._rows.addWidget(Divider())
            words = column(Words(one.title, "strong", wrap=True), Words(one.short, "second", wrap=True), spacing=0)
            line = row(LinkSign(self._theme, one.state), spacing=12)
            line.addLayout(words, 1)
            holder = QWidget()
            holder.setLayout(line)
            self._rows.addWidget(holder)
        self._note.setText(" ".join(pair.looked_at_sentences))
        _empty(self._grid)
        for number, (name, figure) in enumerate(pair.statistics):
            self._grid.addWidget(Words(name, "second", wrap=True), number, 0)
            self._grid.addWidget(Words(figure, "strong"), number, 1, Qt.AlignmentFlag.AlignRight)

    def _toggle(self, shows: bool) -> None:  # noqa: FBT001  # a signal carries it
        self._figures.setVisible(shows)
        self._show.setText(say("Hide the statistics") if shows else say("Show the statistics"))


class LinkSign(QWidget):
    """Two circles: apart where no link shows, touching where there may be one, dashed where there is no answer yet."""

    def __init__(self, theme: Theme, state: LinkState) -> None:
        super().__init__()
        self._theme = theme
        self._state = state
        self.setFixedSize(theme.px(30), theme.px(18))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        perhaps = self._state is LinkState.PERHAPS
        unanswered = self._state in {LinkState.NOT_ENOUGH, LinkState.TOO_STEADY}
        pen = QPen(self._theme.colour("accent" if perhaps else "text3"), 2 if perhaps else 1.4)
        if unanswered:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        radius = self._theme.px(5.5)
        apart = radius * (0.6 if perhaps else 1.25)
        centre = QRectF(self.rect()).center()
        for side in (-1, 1):
            painter.drawEllipse(centre + QPointF(side * apart, 0), radius, radius)
        painter.end()


class LimitsCard(Card):
    """What this can and can't tell, in five sentences."""

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.body.addWidget(Title(say("What this can and can’t tell you"), wrap=True))
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def render_state(self, pair: PairState) -> None:
        """Say other sentences."""
        _empty(self._rows)
        for sentence in pair.limits:
            bullet = Words("•", "second")
            bullet.setAlignment(Qt.AlignmentFlag.AlignTop)
            line = row(bullet, spacing=8)
            line.addWidget(Words(sentence, "second", wrap=True), 1)
            holder = QWidget()
            holder.setLayout(line)
            self._rows.addWidget(holder)


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
