"""The steps of the first run, drawn from their states."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.ui.first_run.state import FirstRunState, Step
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.icons import Icons


@pytest.mark.parametrize("step", Step)
def test_a_problem_is_said_on_the_page_and_in_no_window_of_its_own(qtbot: QtBot, icons: Icons, step: Step) -> None:
    view = FirstRunView(icons, FirstRunState(step))
    qtbot.addWidget(view)
    view.show()
    view.render_state(FirstRunState(step, problem="The disk is full."))
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [view]
