"""The date of birth is given on Share, and stands on the pages only while it is ticked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from diary.domain.entries import RoughDate
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.page import join
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.view import ShareView
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons
    from diary.ui.share.birth_part import BirthPart

BORN = date(1981, 3, 4)


class Page:
    """Share over a diary that doesn't know the date of birth."""

    def __init__(self, icons: Icons, qtbot: QtBot) -> None:
        content = made_extract(*(made_day(TODAY - timedelta(days=n), entry(TODAY, pain=5)) for n in range(30)))
        self.diary = FakeHandingOver(replace(content, person=replace(content.person, born_on=None)))
        self.presenter = SharePresenter(self.diary, ImmediateTasks(), ImmediateTasks(), lambda: TODAY)
        self.view = ShareView(icons, self.presenter.state)
        join(self.view, self.presenter)
        qtbot.addWidget(self.view)
        self.presenter.load()
        self.view.show()

    @property
    def part(self) -> BirthPart:
        return self.view._content.birth

    def give(self, year: int, month: int, day: int) -> None:
        self.part.field.year.setText(str(year))
        self.part.field.year.editingFinished.emit()
        for field, at in ((self.part.field.month, month), (self.part.field.day, day)):
            field.setCurrentIndex(at)
            field.activated.emit(at)


@pytest.fixture
def page(icons: Icons, qtbot: QtBot, kept: list[object]) -> Page:
    kept.append(made := Page(icons, qtbot))
    return made


def test_it_is_asked_for_once_it_is_ticked_and_kept_once_it_is_whole(page: Page) -> None:
    assert not page.part.field.isVisible()
    page.part.tick.click()
    assert page.part.field.isVisible()
    drawn = len(page.diary.drawn)
    page.give(1981, 3, 4)
    assert page.diary.content.person.born_on == BORN
    assert [one.content.with_birth_date for one, _ in page.diary.drawn[drawn:]] == [True]


def test_a_year_alone_is_not_kept_and_an_emptied_field_is_forgotten(page: Page) -> None:
    page.part.tick.click()
    page.part.field.year.setText("1981")
    page.part.field.year.editingFinished.emit()
    assert page.diary.content.person.born_on is None
    page.give(1981, 3, 4)
    page.part.field.show_date(None)
    page.part.field.year.editingFinished.emit()
    assert page.diary.content.person.born_on is None


def test_what_can_t_be_kept_is_told_and_stays_in_the_field(page: Page) -> None:
    page.part.tick.click()
    page.diary.fails = "day_in_future"
    page.give(2031, 3, 4)
    assert page.presenter.state.problem == "Not saved"
    assert page.part.field.value == RoughDate(date(2031, 3, 4))


def test_undo_forgets_it_and_draws_the_pages_without_it(page: Page) -> None:
    page.part.tick.click()
    page.give(1981, 3, 4)
    page.diary.keep_birth_date(None)  # as a diary does that takes the last act back
    drawn = len(page.diary.drawn)
    page.presenter.undo()
    assert page.part.field.value is None
    assert page.presenter._taken is not None
    assert page.presenter._taken[1].extract.person.born_on is None
    assert len(page.diary.drawn) > drawn


def test_a_date_that_is_known_is_shown_and_can_be_changed(page: Page) -> None:
    page.presenter.keep_birth_date(BORN)
    page.part.tick.click()
    assert page.part.field.value == RoughDate(BORN)
    page.give(1980, 3, 4)
    assert page.diary.content.person.born_on == date(1980, 3, 4)
