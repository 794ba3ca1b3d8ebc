"""The window: where one is, and how to get elsewhere. It knows pages by their entries only.

It can be on screen before it is furnished, so what furnishing needs is loaded then. ``Qt`` is named through its module,
because a bare import of that name alone makes every enumeration there is (15 ms).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6 import QtCore
from PySide6.QtCore import QEvent, QRect, QSize, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from diary.ui.kit.overriding import override
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QStackedWidget

    from diary.app.values import DiaryCard
    from diary.ui.kit.buttons import Button
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.messages import Message
    from diary.ui.kit.theme import Theme
    from diary.ui.kit.writer_sign import Penned
    from diary.ui.page_entry import PageEntry
    from diary.ui.rail import Rail, TopBar

HELP = "help"
HIDE_KEY = "F9"
FIRST_SIZE = (1320, 940)
FRAME = (16, 48)
"""What a window's own frame and title may take of the screen, in pixels; it isn't known before it is shown."""
LEAST_SIZE = (480, 400)
SHORTCUTS = 9
CLEAR_WIDTH = 1240
"""From this width on, at 100 %, what stands in the middle, two diaries wide at most, is clear of Get help now."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the window was, in the screen's own pixels."""

    x: int
    y: int
    width: int
    height: int
    is_maximized: bool = False


class Window(QWidget):
    """Shows one gate (start, lock, first run) or an open diary's pages; Get help now is always at the same place.

    It is of no use before ``furnish``. ``page_shown`` carries a page's id. ``came_back`` tells that the person turned
    to the window; ``hide_requested`` is for being out of sight at once. ``close_requested`` stands for closing while a
    diary is open, which ``close_now`` carries out; ``closing`` comes before it goes, with its ``Place``.
    """

    lock_requested = Signal()
    hide_requested = Signal()
    today_requested = Signal()
    page_shown = Signal(str)
    came_back = Signal()
    close_requested = Signal()
    closing = Signal(object)

    _icons: Icons
    _theme: Theme
    _make_help: Callable[[bool], QWidget]
    _rail: Rail
    _bar: TopBar
    _stack: QStackedWidget
    _notice: Message
    _help: Button

    def __init__(self, place: Place | None = None) -> None:
        super().__init__()
        self._is_furnished = False
        self._picture: QWidget | None = None
        self._early: list[QKeyEvent] = []
        self._entries: dict[str, PageEntry] = {}
        self._pages: dict[str, QWidget] = {}
        self._gate: QWidget | None = None
        self._help_page: QWidget | None = None
        self._before_help: QWidget | None = None
        self._card: DiaryCard | None = None
        self._is_forwarding = False
        self._may_close = False
        self._is_covered = False
        self.current = self._marked = ""
        self.setObjectName("window")
        self.setMinimumSize(*LEAST_SIZE)
        self._take_place(place)
        self._name()

    def furnish(self, icons: Icons, make_help: Callable[[bool], QWidget]) -> None:
        """Set up rail, bar and room for pages; ``make_help`` makes the help page, told whether a diary is open."""
        from PySide6.QtWidgets import QGridLayout, QStackedWidget

        from diary.ui.kit.buttons import Button
        from diary.ui.kit.messages import Message
        from diary.ui.rail import Rail, TopBar

        self._icons, self._theme, self._make_help = icons, icons.theme, make_help
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_StyledBackground)
        self._rail, self._bar, self._stack = Rail(icons), TopBar(icons), QStackedWidget()
        self._notice = Message(icons, action=say("Close"))
        self._notice.action_requested.connect(self._close_notice)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar, 0, 0, 1, 2)
        layout.addWidget(self._rail, 1, 0, 2, 1)
        layout.addWidget(self._notice, 1, 1)
        layout.addWidget(self._stack, 2, 1)
        layout.setRowStretch(2, 1)
        layout.setColumnStretch(1, 1)
        self._help = Button(icons, say("Get help now"), "help", "life-buoy")
        self._help.setParent(self)
        self._help.show()
        self._help.clicked.connect(self.show_help)
        for bar in (self._rail, self._bar):
            bar.page_requested.connect(self.show_page)
            bar.lock_requested.connect(self._ask_to_lock)
        self._add_shortcuts()
        if isinstance(app := QGuiApplication.instance(), QGuiApplication):
            app.focusWindowChanged.connect(self._let_dialogs_hide)
        self._theme.changed.connect(self._fit)
        self._is_furnished = True
        self._fit()

    def show_picture(self, picture: QWidget) -> None:
        """Show a picture until the window is furnished; keys pressed meanwhile are kept."""
        self._picture = picture
        picture.setParent(self)
        picture.resize(self.size())
        picture.show()

    def drop_picture(self) -> None:
        """Let what is behind the picture be seen, and have the keys that were pressed before."""
        if self._picture is not None:
            self._picture.hide()
            self._picture.deleteLater()
            self._picture = None
        early, self._early = self._early, []
        for event in early:
            QtCore.QCoreApplication.sendEvent(self.focusWidget() or self, event)

    def show_gate(self, gate: QWidget) -> None:
        """Show a page before any diary is open, in place of all others."""
        self.close_diary()
        self._gate = gate
        self._stack.addWidget(gate)
        self._stack.setCurrentWidget(gate)
        _give_keyboard(gate)
        self._fit()

    def show_diary(self, card: DiaryCard, pages: Sequence[PageEntry]) -> None:
        """Show an open diary at its first page; the others are made when somebody goes there."""
        self.close_diary()
        self._card = card
        self._entries = {page.id: page for page in pages}
        in_rail = [page for page in pages if not page.is_inner]
        self._rail.show_diary(card, in_rail)
        self._bar.show_diary(card, in_rail)
        self._name()
        self.show_page(pages[0].id)
        self._fit()

    def show_writer(self, penned: Penned) -> None:
        """Say beside whose diary it is who is writing in it."""
        for bar in (self._rail, self._bar):
            bar.writer.show_penned(penned)

    def show_look(self, card: DiaryCard) -> None:
        """Draw the open diary's emblem as it is from now on."""
        for bar in (self._rail, self._bar):
            bar.show_look(card)

    def settle(self) -> None:
        """Ask every page for what is still being typed on it."""
        from diary.ui.page_entry import KeepsWords

        for page in list(self._pages.values()):
            if isinstance(page, KeepsWords):
                page.settle()

    def cover(self, *, is_covered: bool) -> None:
        """Take the pages out of sight at once, or show them again: whoever locks has somebody coming in."""
        self._is_covered = is_covered
        if is_covered:
            self.leave_help()  # made for an open diary; whoever asks now has the numbers
        self._show_stack()
        self._notice.setVisible(not is_covered and bool(self._notice.accessibleName()))
        if not is_covered:
            self._name()
            self._fit()

    def close_over(self) -> None:
        """Close what stands over the pages: dialogs, menus and lists that are open."""
        from PySide6.QtWidgets import QApplication, QDialog

        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass
        for dialog in self.findChildren(QDialog):
            dialog.close()

    def _show_stack(self) -> None:
        """Help is there for whoever comes, the pages below it are not."""
        self._stack.setVisible(not self._is_covered or self._help_page is not None)

    def hide_away(self) -> None:
        """Be out of sight at once, with nothing to read in the taskbar or a picture of the window."""
        self.close_over()  # first: a question that is closed may show its page again
        self.cover(is_covered=True)
        self._rail.hide()
        self._bar.hide()
        self.setWindowTitle(say("Alongside"))
        self.repaint()
        self.showMinimized()

    def close_diary(self) -> None:
        """Drop every page that held decrypted words, even one that fails to settle, and name the diary no more."""
        try:
            self.settle()
        finally:
            self._drop_pages()

    def tell(self, words: str) -> None:
        """Say something calmly above the pages, until it is closed there or the diary is put away."""
        self._notice.say(words)

    def _close_notice(self) -> None:
        self._notice.say("")
        page = self._stack.currentWidget()
        if page is not None:
            _give_keyboard(page)

    def close_now(self) -> None:
        """Close without asking to be asked first."""
        self._may_close = True
        self.close()

    def _drop_pages(self) -> None:
        from diary.ui.kit.clipboard import let_go_of_selection

        let_go_of_selection()
        for shown in [*self._pages.values(), self._gate, self._help_page]:
            if shown is not None:
                self._stack.removeWidget(shown)
                shown.hide()
                shown.setParent(None)
                shown.deleteLater()
        self.cover(is_covered=False)
        self._notice.say("")
        self._pages, self._entries = {}, {}
        self._gate = self._help_page = self._before_help = self._card = None
        self._out_of_help.setEnabled(False)
        self.current = self._marked = ""
        self._rail.show_diary(None, ())
        self._bar.show_diary(None, ())
        self._name()
        self._fit()

    def show_page(self, page_id: str) -> None:
        """Go to a page of the open diary, made now if it wasn't yet."""
        entry = self._entries.get(page_id)
        if entry is None:
            return
        if page_id not in self._pages:
            self._pages[page_id] = entry.make()
            self._stack.addWidget(self._pages[page_id])
        self._stack.setCurrentWidget(self._pages[page_id])
        self._leave_help()
        self.current = page_id
        if not entry.is_inner:
            self._marked = page_id
        self._mark_page(self._marked)
        _give_keyboard(self._pages[page_id])
        self.page_shown.emit(page_id)

    def _mark_page(self, page_id: str) -> None:
        for bar in (self._rail, self._bar):
            bar.show_page(page_id)

    def page(self, page_id: str) -> QWidget | None:
        """A page, if somebody has been there."""
        return self._pages.get(page_id)

    def show_help(self) -> None:
        """Show whom to call; Esc leads back."""
        if self._help_page is not None:
            return
        self._before_help = self._stack.currentWidget()
        self._out_of_help.setEnabled(True)
        self._help_page = self._make_help(self._card is not None and not self._is_covered)
        self._stack.addWidget(self._help_page)
        self._stack.setCurrentWidget(self._help_page)
        self._mark_page(HELP)
        self._show_stack()
        self._fit()
        self._help_page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def leave_help(self) -> None:
        """Go back to where Get help now was asked for."""
        before = self._before_help
        if self._help_page is None or before is None:
            return
        self._leave_help()
        self._stack.setCurrentWidget(before)
        self._mark_page(self._marked)
        _give_keyboard(before)

    def _leave_help(self) -> None:
        if self._help_page is not None:
            self._stack.removeWidget(self._help_page)
            self._help_page.setParent(None)
            self._help_page.deleteLater()
        self._help_page = self._before_help = None
        self._out_of_help.setEnabled(False)
        self._show_stack()
        self._fit()

    def _ask_to_lock(self) -> None:
        if self._card is not None:
            self.lock_requested.emit()

    def _show_keys(self) -> None:
        from diary.ui.keys_dialog import KeysDialog

        KeysDialog(self._icons, self).open()

    def _go_to_number(self) -> None:
        shortcut = self.sender()
        number = int(shortcut.property("number")) if shortcut else 0
        ids = [page.id for page in self._entries.values() if not page.is_inner]
        if 0 < number <= len(ids):
            self.show_page(ids[number - 1])

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        for number in range(1, SHORTCUTS + 1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setProperty("number", number)
            shortcut.activated.connect(self._go_to_number)
        for keys, slot in (
            ("Ctrl+L", self._ask_to_lock),
            (HIDE_KEY, self.hide_requested),
            ("Ctrl+T", self.today_requested),
            ("F1", self.show_help),
            ("?", self._show_keys),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)
        # A shortcut of the window takes a key from whoever is typing, so Esc is one only on Get help now.
        self._out_of_help = QShortcut(QKeySequence("Esc"), self)
        self._out_of_help.activated.connect(self.leave_help)
        self._out_of_help.setEnabled(False)

    def _let_dialogs_hide(self) -> None:
        """Let the key that hides the window work in a dialog too: while one stands it has every key."""
        from PySide6.QtGui import QKeySequence, QShortcut
        from PySide6.QtWidgets import QApplication, QDialog

        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog in self.findChildren(QDialog) and not dialog.property(HIDE_KEY):
            dialog.setProperty(HIDE_KEY, True)
            QShortcut(QKeySequence(HIDE_KEY), dialog).activated.connect(self.hide_requested)

    def _name(self) -> None:
        label = self._card.label if self._card else ""
        self.setWindowTitle(say("{diary} – Alongside", diary=label) if label else say("Alongside"))

    def _take_place(self, place: Place | None) -> None:
        """Stand where the window was, unless that screen is gone."""
        self.resize(*FIRST_SIZE)
        screens = QGuiApplication.screens()
        if place is None:
            if screens:
                available = screens[0].availableGeometry().size() - QSize(*FRAME)
                self.resize(QSize(*FIRST_SIZE).boundedTo(available))
            return
        where = QRect(place.x, place.y, place.width, place.height)
        if any(screen.availableGeometry().intersects(where) for screen in screens):
            self.setGeometry(where)
        if place.is_maximized:
            self.setWindowState(QtCore.Qt.WindowState.WindowMaximized)

    def _fit(self) -> None:
        """Choose rail or top bar, and put Get help now where it always is."""
        if not self._is_furnished:
            return
        from diary.ui.rail import HELP_HEIGHT, MARGIN

        is_compact = self._theme.is_compact(self.width())
        self._rail.setVisible(self._card is not None and not is_compact)
        self._bar.setVisible(is_compact)
        height = self._theme.px(HELP_HEIGHT)
        if is_compact:
            width = self._help.sizeHint().width()
            where = QRect(self.width() - MARGIN - width, 8, width, height)
            self._bar.keep_clear(width)
        else:
            width = self._rail.minimumWidth() - 2 * MARGIN - 1
            where = QRect(MARGIN, self.height() - MARGIN - height, width, height)
        # Without the rail a page can reach under the button, so it ends above it where its words might.
        reaches_under = self._card is None and not is_compact
        is_narrow = self.width() < self._theme.px(CLEAR_WIDTH) or self._help_page is not None
        self._margin_below(height + 2 * MARGIN if reaches_under and is_narrow else 0)
        if self.layoutDirection() is QtCore.Qt.LayoutDirection.RightToLeft:
            where.moveLeft(self.width() - where.right() - 1)
        self._help.setGeometry(where)
        self._help.raise_()

    def _margin_below(self, height: int) -> None:
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, height)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.LayoutDirectionChange, QEvent.Type.FontChange}:
            self._fit()
        elif event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.came_back.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand keys that nobody took (the rail has the keyboard, or nothing has) to the page shown."""
        if self._picture is not None:
            self._early.append(event.clone())
            return
        from diary.ui.kit.ways_out import led_out

        page = self._stack.currentWidget() if self._is_furnished else None
        if page is not None and led_out(event, page, self.focusWidget()):
            return
        if page is None or self._is_forwarding or page.isAncestorOf(self.focusWidget() or self):
            super().keyPressEvent(event)
            return
        self._is_forwarding = True
        try:
            page.keyPressEvent(event)
        finally:
            self._is_forwarding = False

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._card is not None and not self._may_close:
            event.ignore()
            self.close_requested.emit()
            return
        if self._is_held():
            event.ignore()
            return
        normal = self.normalGeometry()
        place = Place(normal.x(), normal.y(), normal.width(), normal.height(), self.isMaximized())
        self.closing.emit(place)
        super().closeEvent(event)

    def _is_held(self) -> bool:
        """Whether the page in sight holds the closing up; a computer that shuts down is never kept waiting."""
        from diary.ui.page_entry import HoldsClosing

        gate, program = self._gate, QGuiApplication.instance()
        is_ending = isinstance(program, QGuiApplication) and program.isSavingSession()
        if gate is None or not gate.isVisible() or is_ending:
            return False
        return isinstance(gate, HoldsClosing) and not gate.may_close()


def _give_keyboard(page: QWidget) -> None:
    """Let a page begin where it likes, else have the page itself: no button looks chosen when nobody chose one.

    So it has, too, while its parts are not ready: in the rail the next key would lock the diary.
    """
    from diary.ui.page_entry import TakesKeyboard

    page.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)  # the stack has given it to the first button
    if isinstance(page, TakesKeyboard):
        page.take_keyboard()
