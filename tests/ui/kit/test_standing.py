"""Things stay where they stand: pages, messages and tick boxes, whatever is said on them and however wide they are."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import Page
from diary.ui.kit.ticks import Tick


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_page_that_grows_longer_than_the_window_keeps_its_width(
    icons: Icons, qtbot: QtBot, direction: Qt.LayoutDirection
) -> None:
    page, card, more = Page(icons.theme), QWidget(), QWidget()
    qtbot.addWidget(page)
    page.setLayoutDirection(direction)
    more.setFixedHeight(2000)
    more.hide()
    page.body.addWidget(card, 1)
    page.body.addWidget(more)
    page.resize(1000, 600)
    page.show()
    before = card.width()
    more.show()
    for _ in range(2):
        QCoreApplication.processEvents()
    assert page.verticalScrollBar().isVisible()
    assert (card.mapTo(page, QPoint(0, 0)).x(), card.width()) == (32, before)


def test_the_buttons_of_a_message_stand_beside_each_other_where_there_is_room(icons: Icons, qtbot: QtBot) -> None:
    message = Message(icons, is_warning=True, action="Try again", other="Save a copy elsewhere")
    qtbot.addWidget(message)
    message.say("Not saved yet", "The disk is full.")
    again, elsewhere = message.findChildren(Button)
    for width, is_beside in ((1000, True), (500, False)):
        message.resize(width, 120)
        QCoreApplication.processEvents()
        assert (again.y() == elsewhere.y()) is is_beside


def test_words_beside_a_tick_box_go_on_in_the_next_line_where_they_are_long(icons: Icons, qtbot: QtBot) -> None:
    tick = Tick(icons, "Hide them on Look back and Together, and wherever else a number is drawn")
    qtbot.addWidget(tick)
    line = tick.fontMetrics().height()
    assert tick.heightForWidth(900) == icons.theme.px(32)
    assert tick.heightForWidth(220) > 3 * line
