"""Colours, sizes and fonts of the window, kept as tokens so that every screen changes together."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

FAMILY = "Inter"
BASE_PX = 14
"""The size of body text in pixels at 96 dpi and 100 %: one em."""
POINTS_PER_PX = 0.75
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0
"""The bounds of the person's own text scale."""
COLUMN_EM = 56
"""Below this width, in em of the scaled text, a page becomes one column under a top bar."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of a theme, each as ``#rrggbb``; text colours reach a contrast of 4.5 on their grounds.

    ``border`` is decoration, ``strong`` the edge of a control. Measures' colours are always doubled by a shape.
    """

    bg: str
    rail: str
    surface: str
    sunken: str
    border: str
    strong: str
    grid: str
    text: str
    text2: str
    text3: str
    accent: str
    on_accent: str
    soft: str
    on_soft: str
    pain: str
    anxiety: str
    mood: str
    sleep: str
    event: str
    carer: str
    carer_soft: str
    on_carer_soft: str
    outline: str
    filled_day: str
    warning: str
    warning_soft: str
    heat: tuple[str, str, str, str, str, str]
    on_heat: tuple[str, str, str, str, str, str]
    tint: float
    """How much of a measure's colour shows in the buttons below the chosen one, 0 to 1."""
    is_dark: bool = False
    is_high_contrast: bool = False


LIGHT = Tokens(
    bg="#f5f3ee", rail="#efece6", surface="#ffffff", sunken="#f0ede7",
    border="#e3dfd7", strong="#8a8478", grid="#ece9e2",
    text="#1d252c", text2="#46505a", text3="#5c6670",
    accent="#0b6b63", on_accent="#ffffff", soft="#dcefec", on_soft="#074f49",
    pain="#b84a00", anxiety="#0067a3", mood="#007a58", sleep="#5a5f86", event="#7a4b86",
    carer="#4f4a9a", carer_soft="#ecebf7", on_carer_soft="#3b3680",
    outline="#d2ccc0", filled_day="#bee0da",
    warning="#7d4300", warning_soft="#fbf0dc",
    heat=("#efece6", "#fbe3cf", "#f5be92", "#e58a4b", "#b84a00", "#742b00"),
    on_heat=("#46505a", "#5a2400", "#4a1e00", "#2b1100", "#ffffff", "#ffffff"),
    tint=0.12,
)  # fmt: skip
DARK = Tokens(
    bg="#12161a", rail="#171c21", surface="#1a2026", sunken="#232a31",
    border="#2c353d", strong="#7e8a95", grid="#262e36",
    text="#e9edf0", text2="#b4bec7", text3="#98a4ae",
    accent="#5fd0c3", on_accent="#06211e", soft="#16393a", on_soft="#a5eae1",
    pain="#ff9a5c", anxiety="#62b8f0", mood="#35d9a6", sleep="#a8aac6", event="#d6a3e0",
    carer="#b3aef5", carer_soft="#25243f", on_carer_soft="#d3d0fb",
    outline="#3d4852", filled_day="#1c4b49",
    warning="#ffcf8a", warning_soft="#33270f",
    heat=("#232a31", "#4a2c17", "#7c4214", "#b65c17", "#f0843a", "#ffc39b"),
    on_heat=("#b4bec7", "#ffe3cf", "#ffebdd", "#ffffff", "#14181c", "#14181c"),
    tint=0.20, is_dark=True,
)  # fmt: skip
HIGH_CONTRAST = Tokens(
    bg="#000000", rail="#000000", surface="#000000", sunken="#1c1c1c",
    border="#ffffff", strong="#ffffff", grid="#5c5c5c",
    text="#ffffff", text2="#ffffff", text3="#ffffff",
    accent="#7ff0e2", on_accent="#000000", soft="#003b36", on_soft="#ffffff",
    pain="#ffb27d", anxiety="#8fd0ff", mood="#63f0c2", sleep="#c3d3ec", event="#f0c4f7",
    carer="#d6d3ff", carer_soft="#1f1d4d", on_carer_soft="#ffffff",
    outline="#ffffff", filled_day="#00574f",
    warning="#ffe08a", warning_soft="#2b2100",
    heat=("#1c1c1c", "#5a3316", "#8a4a14", "#c06a20", "#ffa05a", "#ffd2b0"),
    on_heat=("#ffffff", "#ffffff", "#ffffff", "#000000", "#000000", "#000000"),
    tint=0.34, is_dark=True, is_high_contrast=True,
)  # fmt: skip


class ThemeChoice(StrEnum):
    """What the person chose; ``SYSTEM`` follows the computer's own light, dark or high contrast."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high_contrast"


class TextSize:
    """The sizes of type, in pixels at 96 dpi and 100 %."""

    H1 = 27
    HEADLINE = 25
    TITLE = 16
    BODY = 14
    CAPTION = 13
    AXIS = 12


class Weight:
    """The weights of type; headings are semibold, the nearest bundled face to the drawn 650."""

    REGULAR = 400
    MEDIUM = 500
    SEMIBOLD = 600
    HEADING = 600


def mixed(colour: str, ground: str, share: float) -> QColor:
    """``colour`` laid over ``ground`` at ``share`` (0 to 1), as a flat colour: alpha would differ on every ground."""
    top, below = QColor(colour), QColor(ground)
    pairs = ((top.red(), below.red()), (top.green(), below.green()), (top.blue(), below.blue()))
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in pairs)
    return QColor(red, green, blue)


class Theme(QObject):
    """The look in force: tokens and the person's text scale; it is handed to every widget that draws or measures.

    ``changed`` is emitted after the application has been dressed again.
    """

    changed = Signal()

    def __init__(self, choice: ThemeChoice = ThemeChoice.SYSTEM, scale: float = 1.0) -> None:
        super().__init__()
        self.choice = choice
        self.scale = _bounded(scale)
        self._app: QApplication | None = None

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        match self.choice:
            case ThemeChoice.LIGHT:
                return LIGHT
            case ThemeChoice.DARK:
                return DARK
            case ThemeChoice.HIGH_CONTRAST:
                return HIGH_CONTRAST
            case ThemeChoice.SYSTEM:
                return _system_tokens()

    def px(self, pixels: float) -> int:
        """A length that grows with the text, given at 100 %: heights of controls, widths of columns of words."""
        return round(pixels * self.scale)

    @property
    def em(self) -> int:
        """The height of body text in pixels."""
        return self.px(BASE_PX)

    def is_compact(self, width_px: int) -> bool:
        """Whether a window this wide gets a top bar and one column."""
        return width_px < COLUMN_EM * self.em

    def font(self, pixels: float = TextSize.BODY, weight: int = Weight.REGULAR) -> QFont:
        """The bundled font at a size (pixels at 100 %) and a weight, with numerals of one width."""
        font = QFont(FAMILY)
        font.setPointSizeF(pixels * POINTS_PER_PX * self.scale)
        font.setWeight(QFont.Weight(weight))
        font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def colour(self, token: str) -> QColor:
        """A token's colour by its name (``"accent"``)."""
        return QColor(str(getattr(self.tokens, token)))

    def dress(self, app: QApplication) -> None:
        """Give the application style, palette, font and sheet, and follow the system's light and dark from now on."""
        from diary.ui.kit.style_sheet import style_sheet

        if self._app is None:
            hints = app.styleHints()
            hints.colorSchemeChanged.connect(self._follow_system)
            hints.accessibility().contrastPreferenceChanged.connect(self._follow_system)
            hints.setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)  # a Mac stops at fields alone by itself
            app.setStyle("Fusion")
        self._app = app
        app.setPalette(self.palette())
        app.setFont(self.font())
        app.setStyleSheet(style_sheet(self))
        self.changed.emit()

    def choose(self, choice: ThemeChoice, scale: float) -> None:
        """Change theme and text scale, and dress the application again when it was dressed before."""
        if (choice, _bounded(scale)) == (self.choice, self.scale):
            return
        self.choice, self.scale = choice, _bounded(scale)
        if self._app is not None:
            self.dress(self._app)

    def palette(self) -> QPalette:
        """The tokens as Qt's palette, for the few stock widgets that the sheet leaves alone."""
        palette = QPalette()
        tokens = self.tokens
        roles = {
            QPalette.ColorRole.Window: tokens.bg,
            QPalette.ColorRole.WindowText: tokens.text,
            QPalette.ColorRole.Base: tokens.surface,
            QPalette.ColorRole.AlternateBase: tokens.sunken,
            QPalette.ColorRole.Text: tokens.text,
            QPalette.ColorRole.PlaceholderText: tokens.text3,
            QPalette.ColorRole.Button: tokens.surface,
            QPalette.ColorRole.ButtonText: tokens.text,
            QPalette.ColorRole.Highlight: tokens.accent,
            QPalette.ColorRole.HighlightedText: tokens.on_accent,
            QPalette.ColorRole.Link: tokens.accent,
            QPalette.ColorRole.ToolTipBase: tokens.surface,
            QPalette.ColorRole.ToolTipText: tokens.text,
            QPalette.ColorRole.Accent: tokens.accent,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.strong))
        return palette

    def _follow_system(self) -> None:
        if self.choice is ThemeChoice.SYSTEM and self._app is not None:
            self.dress(self._app)


def _bounded(scale: float) -> float:
    return min(max(scale, SMALLEST_SCALE), LARGEST_SCALE)


def _system_tokens() -> Tokens:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
        return HIGH_CONTRAST
    return DARK if hints.colorScheme() is Qt.ColorScheme.Dark else LIGHT
