"""A number's looks differ by more than a shade, and the pointer over one never makes it look chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.kit.icons import Icons
from diary.ui.kit.number_button import Look, NumberButton
from diary.ui.kit.small_choice import SmallChoice


def ground_of(button: NumberButton) -> QColor:
    """The colour beside the number."""
    return button.grab().toImage().pixelColor(QPoint(button.width() // 2, 6))


def edge_of(button: NumberButton) -> QColor:
    return button.grab().toImage().pixelColor(QPoint(button.width() // 2, 1))


def point_at(button: NumberButton) -> None:
    middle = QPointF(button.rect().center())
    QApplication.sendEvent(button, QEnterEvent(middle, middle, middle))


@pytest.mark.parametrize("look", [Look.UNANSWERED, Look.BELOW, Look.REST])
def test_under_the_pointer_a_number_gets_an_edge_and_no_other_ground(qtbot: QtBot, icons: Icons, look: Look) -> None:
    button = NumberButton(icons.theme, "6", "pain")
    qtbot.addWidget(button)
    button.resize(60, 48)
    button.show_look(look)
    ground, edge = ground_of(button), edge_of(button)
    point_at(button)
    assert ground_of(button) == ground
    assert edge_of(button) != edge
    QApplication.sendEvent(button, QEvent(QEvent.Type.Leave))
    assert edge_of(button) == edge


def test_an_answer_in_words_keeps_its_frame_beside_the_one_that_was_taken(qtbot: QtBot, icons: Icons) -> None:
    choice = SmallChoice(icons.theme, "Headache", {"yes": "Yes", "no": "No"})
    qtbot.addWidget(choice)
    choice.resize(choice.sizeHint())
    before = edge_of(choice.buttons["no"])
    choice.show_choice("yes")
    assert edge_of(choice.buttons["no"]) == before != edge_of(choice.buttons["yes"])
