"""The page of what was deleted, joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.look_back.deleted_presenter import DeletedPresenter, DiaryGone
from diary.ui.look_back.deleted_view import DeletedView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def deleted_page(
    diary: Callable[[], OpenDiary], tasks: Tasks, icons: Icons, today: Callable[[], date], go_back: Callable[[], None]
) -> tuple[DeletedView, DeletedPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = DeletedPresenter(DiaryGone(diary), tasks, today)
    view = DeletedView(icons, presenter.state)
    for signal, slot in (
        (view.back_requested, go_back),
        (view.recover_requested, presenter.bring_back),
        (view.remove_requested, presenter.ask_to_remove),
        (view.removal_confirmed, presenter.remove),
        (view.keep_requested, presenter.keep),
        (view.undo_requested, presenter.undo),
        (view.more_requested, presenter.show_more),
        (view.retry_requested, presenter.try_again),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    return view, presenter
