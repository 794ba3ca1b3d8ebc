"""The window: where one is, how one gets elsewhere, and that help is always at the same place."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.computer_choices import countries
from diary.ui.first_run.state import FirstRunState, Step
from diary.ui.first_run.view import FirstRunView
from diary.ui.help.view import HelpView
from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Elided, Words
from diary.ui.kit.ticks import Tick
from diary.ui.page_entry import PageEntry
from diary.ui.rail import Rail, TopBar
from diary.ui.window import Place, Window
from tests.pictures.states import LONG, SAM

CONTROL = Qt.KeyboardModifier.ControlModifier


class PageThatKeepsWords(QWidget):
    """A page on which something is still being typed."""

    def __init__(self, kept: list[str]) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self._kept = kept

    def settle(self) -> None:
        """Keep it."""
        self._kept.append("words")


@pytest.fixture
def window(icons: Icons) -> Iterator[Window]:
    def help_page(is_open: bool) -> QWidget:
        return HelpView(icons, countries(), "GB", is_locked=not is_open)

    window = Window()
    window.furnish(icons, help_page)
    window.resize(1320, 940)
    window.show()
    QTest.qWaitForWindowExposed(window)
    yield window
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def entries(*ids: str, make: Callable[[], QWidget] = QWidget) -> list[PageEntry]:
    return [PageEntry(one, one.title(), "history", make) for one in ids]


def help_button(window: Window) -> Button:
    return next(button for button in window.findChildren(Button) if button.text() == "Get help now")


def test_help_is_at_the_same_pixel_on_every_page(window: Window) -> None:
    places: list[QRect] = []
    window.show_gate(QWidget())
    places.append(help_button(window).geometry())
    window.show_diary(SAM, entries("today", "share"))
    for page in ("today", "share"):
        window.show_page(page)
        places.append(help_button(window).geometry())
    assert places == [QRect(16, 940 - 16 - 46, 185, 46)] * 3


def test_a_page_is_made_when_somebody_goes_there(window: Window) -> None:
    made: list[str] = []

    def make(name: str) -> QWidget:
        made.append(name)
        return QWidget()

    pages = [PageEntry(name, name, "history", partial(make, name)) for name in ("today", "look_back")]
    window.show_diary(SAM, pages)
    assert made == ["today"]
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_1, CONTROL)
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert made == ["today", "look_back"]
    assert window.current == "look_back"


def test_a_page_that_is_reached_from_another_has_no_place_in_the_rail(window: Window) -> None:
    pages = [*entries("today", "look_back"), PageEntry("story", "My story", "history", QWidget, is_inner=True)]
    window.show_diary(SAM, pages)
    window.show_page("look_back")
    window.show_page("story")
    shown = [one for one in window.findChildren(Button) if one.property("page_id")]
    assert [one.property("page_id") for one in shown] == ["today", "look_back"]
    assert [one.property("page_id") for one in shown if one.isChecked()] == ["look_back"]
    window.show_help()
    window.leave_help()
    assert window.current == "story"
    assert shown[1].isChecked()
    window.show_page("today")
    window.show_page("story")
    assert shown[0].isChecked(), "where one came from, and where Back leads"


def test_a_page_gone_to_has_the_keyboard_itself_and_no_button_looks_chosen(window: Window) -> None:
    window.show_diary(SAM, entries("today", "look_back", make=partial(PageThatKeepsWords, [])))
    fields = [page.field for page in window.findChildren(PageThatKeepsWords)]
    fields[0].setFocus()
    QTest.keyClick(window, Qt.Key.Key_2, CONTROL)
    assert isinstance(window.focusWidget(), PageThatKeepsWords)
    assert window.focusWidget() is not fields[0].parent()


def test_the_title_names_the_diary_only_while_it_is_open(window: Window) -> None:
    window.show_diary(SAM, entries("today"))
    assert window.windowTitle() == "Sam’s diary – Alongside"
    window.close_diary()
    assert window.windowTitle() == "Alongside"


def test_locking_is_asked_for_only_when_something_is_open(window: Window, qtbot: QtBot) -> None:
    window.show_gate(QWidget())
    with qtbot.assertNotEmitted(window.lock_requested):
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)
    window.show_diary(SAM, entries("today"))
    with qtbot.waitSignal(window.lock_requested):
        QTest.keyClick(window, Qt.Key.Key_L, CONTROL)


def test_closing_a_diary_keeps_what_was_being_typed_and_frees_its_pages(window: Window) -> None:
    """A page that outlives the lock keeps decrypted words in memory."""
    kept: list[str] = []
    window.show_diary(SAM, entries("today", make=partial(PageThatKeepsWords, kept)))
    page = weakref.ref(window.page("today") or window)
    window.close_diary()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert kept == ["words"]
    assert page() is None


def test_help_leads_back_to_where_one_was(window: Window) -> None:
    window.show_diary(SAM, entries("today", "share"))
    window.show_page("share")
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert "Get help now" in [words.text() for words in window.findChildren(Words) if words.isVisible()]
    QTest.keyClick(window, Qt.Key.Key_Escape)
    page = window.page("share")
    assert page is not None
    assert page.isVisible()


def test_a_locked_window_shows_the_numbers_only(window: Window) -> None:
    window.show_gate(QWidget())
    window.show_help()
    shown = [words.text() for words in window.findChildren(Words) if words.isVisible()]
    assert "116 123" in shown
    assert not [words for words in shown if "back pain" in words]


def test_a_narrow_window_has_a_bar_instead_of_the_rail(window: Window) -> None:
    window.show_diary(SAM, entries("today"))
    rail, bar = window.findChild(Rail), window.findChild(TopBar)
    assert rail is not None
    assert bar is not None
    assert (rail.isVisible(), bar.isVisible()) == (True, False)
    window.resize(700, 600)
    assert (rail.isVisible(), bar.isVisible()) == (False, True)
    assert help_button(window).geometry().right() == 700 - 16 - 1


def test_a_long_label_ends_before_get_help_now(window: Window) -> None:
    window.show_diary(LONG, entries("today"))
    window.resize(500, 600)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    bar = window.findChild(TopBar)
    assert bar is not None
    assert bar.isVisible()
    ends = max(part.mapTo(window, part.rect().topRight()).x() for part in bar.findChildren(Words) if part.isVisible())
    assert ends < help_button(window).geometry().left()


def test_the_window_tells_where_it_was_when_it_closes(window: Window, qtbot: QtBot) -> None:
    window.setGeometry(40, 50, 1000, 700)
    with qtbot.waitSignal(window.closing) as closing:
        window.close()
    assert closing.args == [Place(40, 50, 1000, 700)]


def test_the_first_window_fits_the_screen_with_its_frame(icons: Icons, monkeypatch: pytest.MonkeyPatch) -> None:
    class Laptop:
        """A small screen with a bar at its foot."""

        def availableGeometry(self) -> QRect:  # noqa: N802  # Qt's own name
            return QRect(0, 0, 1366, 728)

    monkeypatch.setattr(QGuiApplication, "screens", lambda: [Laptop()])
    window = Window()
    window.furnish(icons, _no_page)
    assert (window.width(), window.height()) == (1320, 680)
    window.deleteLater()


def test_a_long_label_ends_in_dots_and_is_told_in_full(window: Window) -> None:
    window.show_diary(LONG, entries("today"))
    QCoreApplication.processEvents()
    label = next(one for one in window.findChildren(Elided) if one.isVisible())
    label.grab()
    assert label.toolTip() == label.text() == LONG.label
    assert label.geometry().right() < window.findChildren(Rail)[0].width()


def test_the_pages_of_the_diary_before_are_gone_at_once(window: Window) -> None:
    window.show_diary(SAM, entries("today", "look_back"))
    window.show_diary(LONG, entries("today"))
    shown = [one for one in window.findChildren(Rail)[0].findChildren(Button) if one.property("page_id")]
    assert [one.property("page_id") for one in shown if not one.isHidden()] == ["today"]


def _no_page(is_open: bool) -> QWidget:
    del is_open
    return QWidget()


def test_a_notice_stands_above_the_pages_until_it_is_closed_or_the_diary_is_put_away(window: Window) -> None:
    window.show_diary(SAM, entries("today"))

    def is_told() -> bool:
        return any(words.isVisible() and words.text() == "A calm word." for words in window.findChildren(Words))

    window.tell("A calm word.")
    assert is_told()
    button = next(one for one in window.findChildren(Button) if one.text() == "Close" and one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not is_told()
    window.tell("A calm word.")
    window.close_diary()
    assert not is_told()


def test_closing_on_a_recovery_code_asks_once_whether_it_is_written_down(window: Window, icons: Icons) -> None:
    view = FirstRunView(icons, FirstRunState(Step.CODE, code="7K3M-XQ4T-9ZPA-2WCE"))
    window.show_gate(view)
    assert not window.close()
    assert any(one.isVisible() and "Have you written" in one.text() for one in view.findChildren(Words))
    assert window.close(), "nobody is kept in"


@pytest.mark.parametrize("step", [Step.PASSPHRASE, Step.CODE, Step.HONEST_NOTE])
def test_closing_asks_nothing_where_no_code_is_left_to_be_written_down(
    window: Window, icons: Icons, step: Step
) -> None:
    view = FirstRunView(icons, FirstRunState(step, code="7K3M-XQ4T-9ZPA-2WCE"))
    window.show_gate(view)
    for tick in view.findChildren(Tick):
        if tick.isVisible():
            tick.click()
    assert window.close()
