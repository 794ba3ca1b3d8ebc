"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.moving.presenter import MovingPresenter
from diary.ui.moving.view import MovingView
from diary.ui.moving.ways import DiaryMoving

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def moving_page(
    diary: Callable[[], OpenDiary], tasks: Tasks, icons: Icons, others: tuple[DiaryCard, ...], today: Callable[[], date]
) -> tuple[MovingView, MovingPresenter]:
    """The view with what is behind it; ``others`` are the diaries that an entry can go to."""
    presenter = MovingPresenter(DiaryMoving(diary), tasks, others, today)
    view = MovingView(icons, presenter.state)
    for signal, slot in (
        (view.chosen, presenter.choose),
        (view.since_requested, presenter.take_from),
        (view.speaker_requested, presenter.speak_as),
        (view.look_requested, presenter.look),
        (view.move_requested, presenter.move),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    return view, presenter
