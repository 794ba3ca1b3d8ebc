"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.asking.presenter import AskingPresenter
from diary.ui.asking.questions import DiaryAsking
from diary.ui.asking.view import AskingView

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def asking_page(diary: Callable[[], OpenDiary], tasks: Tasks, icons: Icons) -> tuple[AskingView, AskingPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = AskingPresenter(DiaryAsking(diary), tasks)
    view = AskingView(icons, presenter.state)
    for signal, slot in (
        (view.gesture_requested, presenter.do),
        (view.form_requested, presenter.open_form),
        (view.form_left, presenter.close_form),
        (view.form_settled, presenter.hold_form),
        (view.retry_requested, presenter.try_again),
        (view.undo_requested, presenter.undo),
        (view.redo_requested, presenter.redo),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    return view, presenter
