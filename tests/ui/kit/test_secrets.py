from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.secrets import SecretField


def test_a_field_is_as_wide_while_its_text_is_shown(icons: Icons, qtbot: QtBot) -> None:
    field = SecretField(icons, "Passphrase")
    qtbot.addWidget(field)
    field.resize(500, 90)
    field.show()
    QTest.qWaitForWindowExposed(field)
    hidden = field.field.width()
    button = field.findChild(Button)
    assert isinstance(button, Button)
    button.click()
    QApplication.processEvents()
    assert (button.text(), field.field.width()) == ("Hide", hidden)
