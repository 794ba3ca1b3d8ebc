"""Single answers of questionnaires: all or none, chosen anew for every file that has a PHQ-9 in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.answers_part import ALL, NONE
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Basics
from diary.ui.share.view import ShareView
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons

OUT = Path("Papers/Summary.pdf")


class Page:
    """The page over a diary with questionnaires."""

    def __init__(self, icons: Icons, qtbot: QtBot) -> None:
        days = (TODAY - timedelta(days=n) for n in range(30))
        basics = Basics(TODAY - timedelta(days=29), TODAY, has_questionnaires=True)
        content = made_extract(*(made_day(day, entry(day, pain=5)) for day in days))
        self.diary = FakeHandingOver(content, basics=basics)
        self.diary.asks_about_answers = True
        self.presenter = SharePresenter(self.diary, ImmediateTasks(), ImmediateTasks(), lambda: TODAY)
        self.view = ShareView(icons, self.presenter.state)
        self.part = self.view._content.answers
        self.view.content_requested.connect(self.presenter.choose_content)
        self.presenter.state_changed.connect(self.view.render_state)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 900)
        self.presenter.load()
        self.view.show()

    def press_save(self) -> bool:
        """Press the button; whether it asked where to save."""
        self.view.preview.save.click()
        dialogs = self.view.findChildren(QFileDialog)
        for dialog in dialogs:
            dialog.close()
        return bool(dialogs)

    @property
    def saved(self) -> list[bool | None]:
        """What was chosen for each file that was saved."""
        return [one.wanted.content.with_answers for one in self.diary.saved if one.wanted is not None]


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> Page:
    return Page(icons, qtbot)


def test_nothing_is_chosen_beforehand_and_nothing_saved_before_it_is(page: Page, qtbot: QtBot) -> None:
    assert not any(button.isChecked() for button in page.part.choice.buttons.values())
    page.view.activateWindow()
    assert not page.press_save()
    assert page.part._missing.isVisible()
    qtbot.waitUntil(page.part.choice.buttons[NONE].hasFocus)
    page.presenter.save_page(OUT)
    assert page.saved == []


@pytest.mark.parametrize(("key", "with_answers"), [(ALL, True), (NONE, False)])
def test_what_was_chosen_is_saved_and_asked_again_for_the_next_file(page: Page, key: str, with_answers: bool) -> None:
    page.part.choice.buttons[key].click()
    assert page.diary.drawn[-1][0].content.with_answers == with_answers, "the preview shows it"
    page.presenter.save_page(OUT)
    assert page.saved == [with_answers]
    assert page.presenter.state.must_choose_answers
    assert page.diary.drawn[-1][0].content.with_answers is None


def test_without_a_questionnaire_about_self_harm_it_may_stay_open(page: Page) -> None:
    page.diary.asks_about_answers = False
    page.presenter.load()
    page.presenter.save_page(OUT)
    assert page.saved == [None]


def test_it_is_not_asked_where_questionnaires_stay_at_home(page: Page) -> None:
    assert page.part.isVisible()
    page.view._content._forms.click()
    assert not page.part.isVisible()
    page.presenter.save_page(OUT)
    assert page.saved == [None]


def test_a_choice_taken_back_is_none(page: Page) -> None:
    page.part.choice.buttons[ALL].click()
    page.part.choice.buttons[ALL].click()
    assert page.presenter.state.wanted is not None
    assert page.presenter.state.wanted.content.with_answers is None


def test_another_tick_keeps_what_was_chosen(page: Page) -> None:
    page.part.choice.buttons[ALL].click()
    page.view._content._name.click()
    assert page.presenter.state.wanted is not None
    assert page.presenter.state.wanted.content == replace(
        page.presenter.state.wanted.content, with_answers=True, with_name=True
    )
