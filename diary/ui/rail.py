"""The rail on the left and the bar that takes its place on a narrow window: whose diary it is, and where one can go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.emblems import EmblemMark
from diary.ui.kit.icons import IconMark
from diary.ui.kit.key_names import keys_together
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Elided, Words
from diary.ui.kit.writer_sign import Penned, WriterSign
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.page_entry import PageEntry

WIDTH, MARGIN = 218, 16
WIDEST = 290
"""How wide it grows, at most, for words that are longer than the English ones."""
HELP_HEIGHT = 46


class Rail(QWidget):
    """Whose diary, the pages, and the lock; ``page_requested`` carries a page's id."""

    page_requested = Signal(str)
    lock_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._theme = icons.theme
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._emblem = EmblemMark(icons.theme, 38)
        self._label = Elided("", "title")
        self._note = Words(say("on this computer only"), "axis", wrap=True)
        self.writer = WriterSign(icons, is_one_line=False)
        self._first = ""
        self._pages = QVBoxLayout()
        self._pages.setSpacing(4)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._lock = Button(icons, say("Lock the diary"), "nav", "lock")
        self._lock.setToolTip(keys_together("Ctrl", "L"))
        whose = row(8, self._emblem, spacing=10)
        whose.addLayout(column(None, self._label, self._note, None, spacing=0), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 20, MARGIN, MARGIN)
        layout.setSpacing(8)
        layout.addLayout(whose)
        layout.addWidget(self.writer)
        layout.addSpacing(16)
        layout.addLayout(self._pages)
        layout.addStretch(1)
        layout.addWidget(self._lock)
        self._room_for_help = QWidget()
        layout.addWidget(self._room_for_help)
        self._lock.clicked.connect(self.lock_requested)
        self._theme.changed.connect(self._fit)
        self._fit()

    def show_diary(self, card: DiaryCard | None, pages: Sequence[PageEntry]) -> None:
        """Name the diary and its pages, or with ``None`` nobody's."""
        self._label.setText(card.label if card else "")
        self.writer.show_penned(Penned())
        self._first = pages[0].id if pages else ""
        if card:
            self._emblem.show_emblem(card.label, card.emblem, card.colour)
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._pages.removeWidget(button)
            button.hide()  # it goes only a moment later, and must not be seen below the new ones until then
            button.deleteLater()
        self._buttons = {}
        for number, page in enumerate(pages, start=1):
            button = Button(self._icons, page.label, "nav", page.icon, checkable=True)
            button.setProperty("page_id", page.id)
            button.setToolTip(keys_together("Ctrl", str(number)))
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            self._pages.addWidget(button)
            self._buttons[page.id] = button
        self._fit()

    def show_look(self, card: DiaryCard) -> None:
        """Draw the diary's emblem."""
        self._emblem.show_emblem(card.label, card.emblem, card.colour)

    def show_page(self, page_id: str) -> None:
        """Mark the page that is open; none is marked on Get help now. How a carer knows is said on the first only."""
        self.writer.say_how(is_said=page_id == self._first)
        button = self._buttons.get(page_id)
        if button:
            button.setChecked(True)
            return
        self._group.setExclusive(False)
        for other in self._buttons.values():
            other.setChecked(False)
        self._group.setExclusive(True)

    def _clicked(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.page_requested.emit(str(button.property("page_id")))

    def _fit(self) -> None:
        longest = max(one.sizeHint().width() for one in (self._lock, *self._buttons.values())) + 2 * MARGIN
        self.setFixedWidth(min(max(self._theme.px(WIDTH), longest), self._theme.px(WIDEST)))
        self._room_for_help.setFixedHeight(self._theme.px(HELP_HEIGHT))


class TopBar(QWidget):
    """Menu and whose diary, on a narrow window; ``page_requested`` carries a page's id."""

    page_requested = Signal(str)
    lock_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._menu_button = Button(icons, say("Menu"), icon="menu")
        self._menu = QMenu(self)
        self._emblem = EmblemMark(icons.theme, 30)
        self.writer = WriterSign(icons, is_one_line=True)
        self._first = ""
        self._brand = IconMark(icons, "alongside", "accent", 24)
        self._label = Elided("", "title")
        self._row = layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 8, MARGIN, 8)
        layout.setSpacing(12)
        for part in (self._menu_button, self._emblem, self._brand):
            layout.addWidget(part)
        layout.addLayout(column(None, self._label, row(self.writer, None), None, spacing=0), 1)
        self._menu_button.clicked.connect(self._open_menu)
        self._menu.triggered.connect(self._chose)
        self._theme.changed.connect(self._fit)
        self._fit()

    def show_diary(self, card: DiaryCard | None, pages: Sequence[PageEntry]) -> None:
        """Name the diary and its pages, or with ``None`` only the program."""
        self._menu.clear()
        self._menu_button.setVisible(card is not None)
        self._emblem.setVisible(card is not None)
        self._brand.setVisible(card is None)
        self._label.setText(card.label if card else say("Alongside"))
        self.writer.show_penned(Penned())
        self._first = pages[0].id if pages else ""
        if not card:
            return
        self._emblem.show_emblem(card.label, card.emblem, card.colour)
        for page in pages:
            action = QAction(page.label, self._menu)
            action.setData(page.id)
            self._menu.addAction(action)
        self._menu.addSeparator()
        self._menu.addAction(QAction(say("Lock the diary"), self._menu))

    def show_page(self, page_id: str) -> None:
        """Say how a carer knows on the first page only, where the day is asked about."""
        self.writer.say_how(is_said=page_id == self._first)

    def show_look(self, card: DiaryCard) -> None:
        """Draw the diary's emblem."""
        self._emblem.show_emblem(card.label, card.emblem, card.colour)

    def keep_clear(self, width_px: int) -> None:
        """Leave this much of the bar's end to what the window lays over it."""
        self._row.setContentsMargins(MARGIN, 8, MARGIN + width_px + self._row.spacing(), 8)

    def _open_menu(self) -> None:
        self._menu.popup(self._menu_button.mapToGlobal(self._menu_button.rect().bottomLeft()))

    def _chose(self, action: QAction) -> None:
        if action.data():
            self.page_requested.emit(str(action.data()))
        else:
            self.lock_requested.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self._theme.px(HELP_HEIGHT) + 16)
