"""What is opened on a page comes into view, and what opened it stays there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.ui.kit.icons import Icons
from diary.ui.kit.surfaces import Card, Page, bring_up
from tests.ui.standing import let_stand

ROOM = 400
"""The page's height; the parts on it are so many pixels high: before, what opens, what opened, after."""


class PageOfParts(Page):
    """A button's place between much above and much below it, and a part that unfolds under it."""

    def __init__(self, icons: Icons, opened_px: int) -> None:
        super().__init__(icons.theme)
        self.parts = [Card() for _ in range(4)]
        for part, height in zip(self.parts, (300, 40, opened_px, 600), strict=True):
            part.setFixedHeight(height)
            self.body.addWidget(part)
        self.opened.hide()
        self.resize(600, ROOM)
        self.show()
        assert QTest.qWaitForWindowExposed(self)
        let_stand(self)

    @property
    def opener(self) -> QWidget:
        """What is clicked."""
        return self.parts[1]

    @property
    def opened(self) -> QWidget:
        """What unfolds."""
        return self.parts[2]

    def open(self, keep: QWidget | None = None) -> None:
        """Unfold it, as a click does."""
        self.opened.show()
        bring_up(self.opened, keep=keep or self.opener)
        let_stand(self)

    def reach(self, part: QWidget) -> tuple[int, int]:
        """From where to where a part reaches in the window."""
        top = part.mapTo(self.viewport(), QPoint()).y()
        return top, top + part.height()


@pytest.fixture(params=[120, 900])
def page(icons: Icons, request: pytest.FixtureRequest) -> Iterator[PageOfParts]:
    page = PageOfParts(icons, request.param)
    yield page
    page.close()
    page.deleteLater()


def test_what_fits_is_shown_whole_and_what_does_not_from_its_beginning(page: PageOfParts) -> None:
    page.open()
    (opener_top, _), (top, bottom) = page.reach(page.opener), page.reach(page.opened)
    assert opener_top >= 0
    assert 0 < top < ROOM
    assert bottom <= ROOM or opener_top < 40, "as much as there is room for"


def test_what_was_to_stay_in_view_does(page: PageOfParts) -> None:
    page.open(keep=page.parts[0])
    assert page.reach(page.parts[0])[0] >= 0


def test_what_opens_above_is_shown_too(page: PageOfParts) -> None:
    page.verticalScrollBar().setValue(500)
    page.open(keep=page.parts[3])
    assert 0 <= page.reach(page.opened)[0] < ROOM


def test_nothing_moves_where_all_of_it_is_in_view(icons: Icons) -> None:
    page = PageOfParts(icons, 20)
    page.verticalScrollBar().setValue(200)
    page.open()
    assert page.verticalScrollBar().value() == 200
    page.close()
    page.deleteLater()
