"""Colours that can be read, and the one sheet that uses them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.kit.icons import Icons
from diary.ui.kit.style_sheet import style_sheet
from diary.ui.kit.surfaces import column
from diary.ui.kit.theme import DARK, HIGH_CONTRAST, LIGHT, Theme, ThemeChoice, Tokens, mixed
from diary.ui.today.header import TodayHeader

THEMES = {"light": LIGHT, "dark": DARK, "high_contrast": HIGH_CONTRAST}


def linear(channel: float) -> float:
    """A channel of sRGB without its gamma (WCAG 2.2)."""
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def luminance(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF())


def contrast(one: QColor, other: QColor) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def texts(tokens: Tokens) -> list[tuple[str, str]]:
    """Every text colour with the grounds it stands on."""
    grounds = ("bg", "rail", "surface", "sunken")
    pairs = [
        (getattr(tokens, text), getattr(tokens, ground)) for text in ("text", "text2", "text3") for ground in grounds
    ]
    pairs += [
        (getattr(tokens, mark), tokens.surface)
        for mark in ("pain", "anxiety", "mood", "sleep", "event", "carer", "accent")
    ]
    pairs += [
        (tokens.on_accent, tokens.accent),
        (tokens.on_soft, tokens.soft),
        (tokens.on_carer_soft, tokens.carer_soft),
        (tokens.warning, tokens.warning_soft),
    ]
    return pairs + list(zip(tokens.on_heat, tokens.heat, strict=True))


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_its_ground(name: str) -> None:
    poor = [pair for pair in texts(THEMES[name]) if contrast(QColor(pair[0]), QColor(pair[1])) < 4.5]
    assert poor == []


@pytest.mark.parametrize("name", THEMES)
def test_the_number_on_a_tinted_button_can_be_read(name: str) -> None:
    tokens = THEMES[name]
    for colour in (tokens.pain, tokens.anxiety, tokens.mood):
        assert contrast(QColor(tokens.text), mixed(colour, tokens.surface, tokens.tint)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_the_edge_of_a_control_can_be_seen(name: str) -> None:
    tokens = THEMES[name]
    assert contrast(QColor(tokens.strong), QColor(tokens.surface)) >= 3


@pytest.mark.parametrize("choice", ThemeChoice)
def test_the_sheet_has_a_value_for_every_name(choice: ThemeChoice) -> None:
    sheet = style_sheet(Theme(choice, 1.5))
    assert "$" not in sheet


def test_a_length_that_holds_words_grows_with_the_text() -> None:
    theme = Theme(ThemeChoice.LIGHT, 2.0)
    assert (theme.px(48), theme.em) == (96, 28)
    assert theme.is_compact(1500)
    assert not Theme(ThemeChoice.LIGHT).is_compact(900)


@pytest.mark.parametrize(("wanted", "given"), [(0.2, 1.0), (1.25, 1.25), (9.0, 2.0)])
def test_the_text_scale_stays_within_what_the_pages_were_made_for(wanted: float, given: float) -> None:
    assert Theme(ThemeChoice.LIGHT, wanted).scale == given


def test_tab_reaches_what_is_no_field_also_where_the_system_leaves_that_out(
    qapp: QApplication, icons: Icons, qtbot: QtBot
) -> None:
    """On a Mac as it is bought, Tab went past the days before and after, a bad day, undo and redo."""
    qapp.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusTextControls)
    theme = Theme(ThemeChoice.LIGHT)
    theme.dress(qapp)
    page, field, header = QWidget(), QLineEdit(), TodayHeader(icons)
    qtbot.addWidget(page)
    page.setLayout(column(field, header))
    page.show()
    page.activateWindow()
    field.setFocus()
    reached = []
    for _ in range(2):
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        reached.append(page.focusWidget())
    assert reached == [header.back, header.on]
