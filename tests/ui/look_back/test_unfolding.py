"""What unfolds in Look back comes into view, and a question before deleting says which entry it is about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.app.values import Changes
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.entries_card import DeleteQuestion
from diary.ui.look_back.history_panel import HistoryPanel
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.seeking import Sought
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.look_back.test_look_back import BEFORE, FakePast, today


@pytest.fixture
def past() -> FakePast:
    """A day of two moments and an entry."""
    morning, evening = time(8, 5), time(21)
    written = (
        entry(TODAY, pain=5),
        replace(entry(TODAY, pain_now=3), id="a", moment=morning),
        replace(entry(TODAY, pain_now=8), id="b", moment=evening),
    )
    return FakePast(made_extract(made_day(TODAY, *written)))


@pytest.fixture
def presenter(past: FakePast) -> LookBackPresenter:
    presenter = LookBackPresenter(past, ImmediateTasks(), today)
    presenter.load()
    return presenter


@pytest.fixture
def view(icons: Icons, presenter: LookBackPresenter) -> Iterator[LookBackView]:
    """The page in the smallest window."""
    view = LookBackView(icons, presenter.state)
    view.history_requested.connect(presenter.show_history)
    view.history_close_requested.connect(presenter.close_history)
    view.seek_requested.connect(presenter.seek)
    view.delete_requested.connect(presenter.ask_to_delete)
    presenter.state_changed.connect(view.render_state)
    view.resize(900, 600)
    view.show()
    view.activateWindow()
    yield view
    view.close()
    view.deleteLater()


def press(view: LookBackView, text: str) -> None:
    button = next(one for one in view.findChildren(QAbstractButton) if one.text() == text)
    view.ensureWidgetVisible(button)
    button.setFocus()
    button.click()


def comes_into_view(qtbot: QtBot, view: LookBackView, part: QWidget) -> None:
    qtbot.waitUntil(
        lambda: part.isVisible() and view.viewport().rect().contains(part.mapTo(view.viewport(), QPoint(0, 30)))
    )


def choose(view: LookBackView, row: int) -> None:
    entries = view._entries.list
    entries.setCurrentIndex(entries.model().index(row, 0))


def test_history_comes_into_view(view: LookBackView, qtbot: QtBot) -> None:
    choose(view, 0)
    press(view, "History")
    (panel,) = view.findChildren(HistoryPanel)
    comes_into_view(qtbot, view, panel)


def test_history_goes_with_the_search_that_leaves_its_entry_out(view: LookBackView) -> None:
    panel = history_of_today(view)
    view._entries.seek.seek_requested.emit(Sought("pain"))
    assert panel.isVisible()
    view._entries.seek.seek_requested.emit(Sought("migraine"))
    assert panel.isHidden()
    view._entries.seek.seek_requested.emit(Sought())
    assert panel.isHidden(), "it is asked for anew"


def test_history_goes_when_its_entry_was_deleted_elsewhere(
    view: LookBackView, presenter: LookBackPresenter, past: FakePast
) -> None:
    panel = history_of_today(view)
    presenter.refresh(Changes(frozenset({TODAY}), frozenset({"score"})))
    assert panel.isVisible()
    past.content = made_extract(made_day(BEFORE, entry(BEFORE, pain=2)))
    presenter.refresh(Changes(frozenset({TODAY}), frozenset({"score"})))
    assert panel.isHidden()
    assert presenter.state.history is None


def test_history_is_put_away_when_another_page_is_shown(view: LookBackView) -> None:
    panel = history_of_today(view)
    view.hide()
    view.show()
    assert panel.isHidden()


def history_of_today(view: LookBackView) -> HistoryPanel:
    choose(view, 0)
    press(view, "History")
    (panel,) = view.findChildren(HistoryPanel)
    assert panel.isVisible()
    return panel


def test_the_question_before_deleting_comes_into_view_and_says_which(view: LookBackView, qtbot: QtBot) -> None:
    (question,) = view.findChildren(DeleteQuestion)
    said = {}
    for row, written in enumerate(("pain 5", "pain now 3", "pain now 8")):
        choose(view, row)
        press(view, "Delete")
        comes_into_view(qtbot, view, question)
        words = [label.text() for label in question.findChildren(QLabel)]
        said[row] = question.accessibleDescription()
        assert said[row] in words
        assert written.rpartition(" ")[2] in said[row]
        press(view, "Keep it")
    assert "08:05" in said[1]
    assert "21:00" in said[2]


def test_several_are_named_up_to_three(view: LookBackView) -> None:
    view._entries.list.selectAll()
    press(view, "Delete")
    (question,) = view.findChildren(DeleteQuestion)
    lines = question.accessibleDescription().splitlines()
    assert len(lines) == 3
    assert all(line.startswith("Sunday 22 November") for line in lines)
