"""Where words are 60 % longer, text twice as large and the window narrow, nothing is cut off at the side."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from diary.ui.kit.icons import Icons
from diary.ui.kit.surfaces import Page
from diary.ui.kit.theme import Theme, ThemeChoice
from tests.pictures import of_carers, of_sealing, of_unsaved  # noqa: F401  # importing them adds their screens
from tests.pictures.long_words import in_long_words
from tests.pictures.screens import SCREENS


@pytest.mark.parametrize(
    "screen",
    [
        *("today_core", "today_more", "settings", "asking", "story", "writers_form", "questionnaires_form", "deleted"),
        "lock",
    ],
)
def test_no_page_is_wider_than_the_window(screen: str, icons: Icons, theme: Theme, qtbot: QtBot) -> None:
    theme.choose(ThemeChoice.LIGHT, 2.0)
    with in_long_words():
        window = SCREENS[screen](icons)
        qtbot.addWidget(window)
        window.resize(900, 700)
        window.show()
        for _ in range(2):
            QCoreApplication.processEvents()
        page = next(one for one in window.findChildren(Page) if one.isVisible())
        body = page.widget()
        assert body is not None
        assert body.width() <= page.viewport().width()
