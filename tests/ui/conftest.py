"""What a screen's test needs: a theme that dresses the application, and the icons in its colours."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from diary import catalogue
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.theme import Theme, ThemeChoice


@pytest.fixture(scope="session")
def _fonts(qapp: QApplication) -> None:
    del qapp
    load_fonts(catalogue.resource_folder() / "fonts")


@pytest.fixture
def theme(qapp: QApplication, _fonts: None) -> Theme:
    theme = Theme(ThemeChoice.LIGHT)
    theme.dress(qapp)
    return theme


@pytest.fixture
def icons(theme: Theme) -> Icons:
    return Icons(catalogue.resource_folder() / "icons", theme)
