"""What every button of the kit does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.surfaces import row


def test_a_resting_button_keeps_the_keyboard_and_is_pressed_in_vain(icons: Icons, qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    button, neighbour = Button(icons, "Save"), Button(icons, "Delete")
    around.setLayout(row(button, neighbour))
    pressed: list[str] = []
    button.clicked.connect(lambda: pressed.append("Save"))
    neighbour.clicked.connect(lambda: pressed.append("Delete"))
    around.show()
    around.activateWindow()
    button.setFocus()
    button.rest(is_resting=True)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return):
        QTest.keyClick(around.focusWidget(), key)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == []
    button.rest(is_resting=False)
    QTest.keyClick(around.focusWidget(), Qt.Key.Key_Space)
    assert pressed == ["Save"]
