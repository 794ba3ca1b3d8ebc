"""The one style sheet of the window, written from the theme's tokens."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from diary.ui.kit.theme import POINTS_PER_PX, TextSize, Weight, mixed

if TYPE_CHECKING:
    from diary.ui.kit.theme import Theme

# A bare declaration would reach every child widget, so each rule has a selector.
# Focus is painted by the widgets themselves (a ring), except in fields, whose edge thickens.
_SHEET = Template("""
QWidget#page, QWidget#window, QScrollArea#page, QWidget#page_body { background: $bg; }
QWidget#rail, QWidget#top_bar { background: $rail; }
QWidget#rail { border-right: 1px solid $border; }
QWidget#top_bar { border-bottom: 1px solid $border; }
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 14px; }
QFrame[role="sunken"] { background: $sunken; border: 1px solid $border; border-radius: 10px; }
QFrame[role="carer"] { background: $carer_soft; border: 1px solid $carer_edge; border-radius: 14px; }
QFrame[role="carer"] QLabel { color: $on_carer_soft; }
QFrame[role="sign"] { background: $soft; border: none; border-radius: 8px; }
QFrame[role="carer_sign"] { background: $carer; border: none; border-radius: 8px; }
QFrame[role="divider"] { background: $border; border: none; }
QFrame[role="message"] { background: $soft; border: 1px solid $accent; border-radius: 10px; }
QFrame[role="warning"] { background: $warning_soft; border: 1px solid $warning; border-radius: 10px; }
QFrame[role="message"] QLabel { color: $on_soft; }
QFrame[role="warning"] QLabel { color: $warning; }
QLabel { color: $text; background: transparent; border: none; }
QLabel[role="h1"] { font-size: $h1; font-weight: $heading; }
QLabel[role="headline"] { font-size: $headline; font-weight: $semibold; }
QLabel[role="title"] { font-size: $title; font-weight: $semibold; }
QLabel[role="strong"] { font-weight: $semibold; }
QLabel[role="carer_name"] { color: $on_carer_soft; font-size: $title; font-weight: $semibold; }
QLabel[role="sign_words"] { color: $on_soft; font-weight: $semibold; }
QLabel[role="carer_sign_words"] { color: $on_accent; font-weight: $semibold; }
QLabel[role="told"] { color: $carer; font-size: $caption; font-weight: $semibold; }
QLabel[role="second"] { color: $text2; }
QLabel[role="caption"] { color: $text2; font-size: $caption; }
QLabel[role="said"] { font-size: $caption; font-weight: $semibold; }
QLabel[role="axis"] { color: $text3; font-size: $axis; }
QLabel[role="key"] { color: $text2; background: $surface; border: 1px solid $outline; border-radius: 4px;
    font-size: $axis; font-weight: $semibold; padding: 0 4px; }
QLabel[role="code"] { background: $sunken; border: 1px solid $border; border-radius: 10px; padding: 12px;
    font-size: $code; font-weight: $semibold; }
QLabel[role="code"]:focus { border: 2px solid $text; padding: 11px; }
QPushButton { color: $text; background: $surface; border: 1px solid $control; border-radius: 10px;
    padding: 0 14px; min-height: $height; font-weight: $semibold; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $sunken; }
QPushButton:disabled, QPushButton[rests="true"] { color: $disabled; background: transparent; border-color: $faint; }
QPushButton[kind="primary"] { color: $on_accent; background: $accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="primary"][rests="true"] {
    color: $disabled; background: $sunken; border-color: $border; }
QPushButton[kind="card"] { border-radius: 14px; }
QPushButton[kind="card"]:checked { background: $soft; border: 2px solid $accent; }
QPushButton[kind="link"] { color: $accent; background: transparent; border-color: transparent; padding: 0 6px; }
QPushButton[kind="quiet"] { color: $text2; background: transparent; border-color: transparent; padding: 0 6px; }
QPushButton[kind="link"]:hover, QPushButton[kind="quiet"]:hover { background: $sunken; }
QPushButton[kind="link"]:disabled, QPushButton[kind="quiet"]:disabled { color: $disabled; }
QPushButton[kind="inline"] { color: $text2; background: transparent; border: none; padding: 0 2px;
    min-height: $small; text-decoration: underline; font-weight: $medium; }
QPushButton[kind="inline"][small="true"] { padding: 0 6px; }
QPushButton[kind="inline"]:checked { color: $surface; background: $sleep; border-radius: 6px; text-decoration: none; }
QPushButton[kind="inline"][tone="accent"]:checked { color: $on_accent; background: $accent; }
QPushButton[small="true"] { font-size: $caption; }
QPushButton[kind="help"] { text-align: left; padding: 0 12px; }
QPushButton[kind="nav"] { color: $text2; background: transparent; border-color: transparent; text-align: left;
    padding: 0 12px; }
QPushButton[kind="nav"]:hover { background: $nav_hover; }
QPushButton[kind="nav"]:checked { color: $text; background: $surface; border-color: $border; }
QPushButton[kind="segment"] { color: $text2; background: transparent; border-color: transparent;
    border-radius: 8px; min-height: $segment; }
QPushButton[kind="segment"]:hover { background: $nav_hover; }
QPushButton[kind="segment"]:checked { color: $text; background: $chosen; border-color: $chosen_edge; }
QPushButton[kind="chip"] { border-radius: 20px; font-weight: $medium; }
QPushButton[kind="chip"]:checked { color: $on_soft; background: $soft; border-color: $accent; font-weight: $semibold; }
QLineEdit, QPlainTextEdit, ChoiceBox, QDateEdit { color: $text; background: $surface;
    border: 1px solid $strong; border-radius: 10px; padding: 1px 11px; min-height: $height;
    selection-background-color: $accent; selection-color: $on_accent; }
QPlainTextEdit { padding: 7px 9px; }
QLineEdit:focus, QPlainTextEdit:focus, ChoiceBox:focus, QDateEdit:focus {
    border: 2px solid $accent; padding: 0 10px; }
QPlainTextEdit:focus { padding: 6px 8px; }
ChoiceBox::drop-down { border: none; width: $arrow; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $strong;
    selection-background-color: $soft; selection-color: $on_soft; }
QGroupBox { background: transparent; border: none; margin: 0; padding: 0; }
QPrintDialog QGroupBox { margin-top: $small; }
QPrintDialog QGroupBox::title { color: $text; font-weight: $semibold; subcontrol-origin: margin; }
QMenu { color: $text; background: $surface; border: 1px solid $strong; padding: 6px; }
QMenu::item { padding: 6px 18px; border-radius: 6px; }
QMenu::item:selected { color: $on_soft; background: $soft; }
QScrollArea { border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar::handle:vertical { background: $outline; border-radius: 4px; min-height: 40px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle:horizontal { background: $outline; border-radius: 4px; min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QToolTip { color: $text; background: $surface; border: 1px solid $strong; padding: 4px; }
QTableView, QTreeView, QListView { color: $text; background: $surface; border: 1px solid $border; border-radius: 10px;
    gridline-color: $grid; alternate-background-color: $sunken;
    selection-background-color: $soft; selection-color: $on_soft; }
QListView[role="lines"]::item { padding: 0 12px; }
QListView[role="lines"]:focus { border: 2px solid $accent; }
QHeaderView::section { color: $text2; background: $surface; border: none; border-bottom: 1px solid $strong;
    padding: 6px; font-weight: $semibold; }
QProgressBar { background: $sunken; border: 1px solid $border; border-radius: 5px; max-height: 10px; }
QProgressBar::chunk { background: $accent; border-radius: 4px; }
""")


def style_sheet(theme: Theme) -> str:
    """The sheet for the theme in force; type in points so that it follows the screen's own density."""
    tokens = theme.tokens
    colours = {
        name: str(getattr(tokens, name))
        for name in (
            "bg", "rail", "surface", "sunken", "border", "strong", "grid", "text", "text2", "text3", "accent",
            "on_accent", "sleep", "soft", "on_soft", "outline", "warning", "warning_soft", "carer", "carer_soft",
            "on_carer_soft",
        )
    }  # fmt: skip
    derived = {
        "control": tokens.strong if tokens.is_high_contrast else tokens.outline,
        "carer_edge": tokens.carer if tokens.is_high_contrast else tokens.carer_soft,
        "hover": mixed(tokens.text, tokens.surface, 0.04).name(),
        "nav_hover": mixed(tokens.text, tokens.rail, 0.05).name(),
        "accent_hover": mixed(tokens.text, tokens.accent, 0.14).name(),
        "faint": tokens.grid if tokens.is_high_contrast else tokens.border,
        "chosen": mixed(tokens.text, tokens.surface, 0.24 if tokens.is_dark else 0).name(),
        "chosen_edge": tokens.strong if tokens.is_dark else tokens.outline,
        "disabled": mixed(tokens.text, tokens.bg, 0.45).name(),
    }
    heights = {
        "height": f"{theme.px(42)}px",
        "segment": f"{theme.px(34)}px",
        "arrow": f"{theme.px(28)}px",
        "small": f"{theme.px(24)}px",
    }
    sizes = {
        name: f"{pixels * POINTS_PER_PX * theme.scale:g}pt"
        for name, pixels in {
            "h1": TextSize.H1,
            "headline": TextSize.HEADLINE,
            "title": TextSize.TITLE,
            "caption": TextSize.CAPTION,
            "axis": TextSize.AXIS,
            "code": 18,
        }.items()
    }
    weights = {"heading": str(Weight.HEADING), "semibold": str(Weight.SEMIBOLD), "medium": str(Weight.MEDIUM)}
    return _SHEET.substitute(colours | derived | heights | sizes | weights)
