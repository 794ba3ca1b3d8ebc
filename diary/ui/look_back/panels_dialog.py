"""The dialog in which a person chooses what the time chart shows, and in which order; it covers nothing for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.ui.kit.icons import Icons
    from diary.ui.look_back.state import PanelChoice

WIDE_PX, HIGH_PX = 560, 520


class PanelsDialog(QDialog):
    """Every choice holds at once: ``panels_requested`` carries the ids of the ticked measures in their order."""

    panels_requested = Signal(object)

    def __init__(self, icons: Icons, choices: Sequence[PanelChoice], parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("What the chart shows"))
        self.rows = [PanelRow(icons, choice) for choice in choices]
        self._grid = QGridLayout()
        self._grid.setColumnStretch(0, 1)
        self._grid.setHorizontalSpacing(6)
        holder = QWidget()
        holder.setLayout(QVBoxLayout())
        holder_layout = holder.layout()
        assert isinstance(holder_layout, QVBoxLayout)
        holder_layout.addLayout(self._grid)
        holder_layout.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(holder)
        self._close = Button(icons, say("Close"))
        self._close.clicked.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.setSpacing(10)
        layout.addWidget(Title(say("What the chart shows"), wrap=True))
        layout.addWidget(Words(say("What you untick stays in the diary. It is only not drawn."), "second", wrap=True))
        layout.addWidget(area, 1)
        layout.addLayout(row(None, self._close))
        for one in self.rows:
            one.tick.clicked.connect(self._ask)
            one.up.clicked.connect(self._move)
            one.down.clicked.connect(self._move)
        self._arrange()
        if self.rows:
            self.rows[0].tick.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resize(icons.theme.px(WIDE_PX), icons.theme.px(HIGH_PX))

    def _ask(self) -> None:
        self.panels_requested.emit(tuple(one.panel_id for one in self.rows if one.tick.isChecked()))

    def _move(self) -> None:
        """Move a row, and leave the keyboard on the button that moved it, or on its opposite at the end."""
        pressed = self.sender()
        number = next(n for n, one in enumerate(self.rows) if pressed in {one.up, one.down})
        moved = self.rows.pop(number)
        goes_up = pressed is moved.up
        self.rows.insert(number - 1 if goes_up else number + 1, moved)
        self._arrange()
        button, other = (moved.up, moved.down) if goes_up else (moved.down, moved.up)
        (button if button.isEnabled() else other).setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask()

    def _arrange(self) -> None:
        before: QWidget | None = None
        for number, one in enumerate(self.rows):
            one.up.setEnabled(number > 0)
            one.down.setEnabled(number < len(self.rows) - 1)
            for column, widget in enumerate((one.tick, one.up, one.down)):
                self._grid.addWidget(widget, number, column)
                if before is not None:
                    QWidget.setTabOrder(before, widget)
                before = widget


class PanelRow:
    """One measure: whether it is shown, and the two ways it can be moved."""

    def __init__(self, icons: Icons, choice: PanelChoice) -> None:
        self.panel_id = choice.id
        self.tick = Tick(icons, choice.label, 44)
        self.tick.setChecked(choice.is_shown)
        self.tick.setToolTip(choice.label)
        self.up = IconButton(icons, "chevron-up", say("Move up: {measure}", measure=choice.label))
        self.down = IconButton(icons, "chevron-down", say("Move down: {measure}", measure=choice.label))
