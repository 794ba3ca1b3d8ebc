"""Figures that are read out one at a time: what the mouse is on comes before what the keys are on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.kit.plots_rows import PlotRow, RowsPlot, RowsState
from diary.ui.kit.theme import Theme


@pytest.fixture
def plot(theme: Theme, qtbot: QtBot) -> RowsPlot:
    """Three rows, the keys on the second."""
    plot = RowsPlot(theme)
    qtbot.addWidget(plot)
    plot.render_state(RowsState("Pain", tuple(PlotRow(name, 0.5, "5") for name in ("Monday", "Tuesday", "Friday"))))
    plot.resize(plot.sizeHint())
    for _ in range(2):
        QTest.keyClick(plot, Qt.Key.Key_Down)
    return plot


def point_at(plot: RowsPlot, y: float) -> None:
    """Bring the mouse over a row."""
    at, none = QPointF(plot.width() / 2, y), Qt.MouseButton.NoButton
    QApplication.sendEvent(plot, QMouseEvent(QEvent.Type.MouseMove, at, at, none, none, Qt.KeyboardModifier.NoModifier))


def leave(plot: RowsPlot) -> None:
    """Take the mouse away."""
    QApplication.sendEvent(plot, QEvent(QEvent.Type.Leave))


def test_the_mouse_reads_out_another_row_and_leaves_the_keys_where_they_are(plot: RowsPlot) -> None:
    said: list[str] = []
    plot.pointed.connect(said.append)
    point_at(plot, plot.height() - 10)
    assert said == ["Friday: 5"]
    assert plot.accessibleDescription() == "Tuesday: 5"
    leave(plot)
    assert said == ["Friday: 5", "Tuesday: 5"]


def test_without_the_keyboard_nothing_is_read_out_and_a_screen_reader_has_all_rows(plot: RowsPlot) -> None:
    said: list[str] = []
    plot.pointed.connect(said.append)
    QApplication.sendEvent(plot, QFocusEvent(QEvent.Type.FocusOut))
    assert said == [""]
    assert plot.accessibleDescription() == "Monday: 5. Tuesday: 5. Friday: 5"
    assert plot.accessibleName() == "Pain"
