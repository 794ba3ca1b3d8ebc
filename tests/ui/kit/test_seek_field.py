"""The cross in a search is as easy to hit as any other button, however large the words are."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.kit.icons import Icons
from diary.ui.kit.seek_field import SeekField
from diary.ui.kit.theme import ThemeChoice


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_cross_grows_with_the_words_and_stands_beside_them(qtbot: QtBot, icons: Icons, scale: float) -> None:
    field = SeekField(icons, "Search", "Search")
    qtbot.addWidget(field)
    icons.theme.choose(ThemeChoice.LIGHT, scale)
    field.resize(600, round(46 * scale))
    field.show()
    assert not field.cross.isVisible()
    field.setText("sleep")
    assert field.cross.isVisible()
    QApplication.sendPostedEvents()
    assert min(field.cross.width(), field.cross.height()) >= 44 * scale
    assert field.rect().contains(field.cross.geometry())
    assert field.cross.iconSize().width() >= 16 * scale
    field.cross.click()
    assert field.text() == ""
