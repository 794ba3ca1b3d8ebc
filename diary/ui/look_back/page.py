"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.look_back.past import DiaryPast
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.view import LookBackView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def look_back_page(
    diary: Callable[[], OpenDiary], tasks: Tasks, icons: Icons, today: Callable[[], date], *, may_move: bool
) -> tuple[LookBackView, LookBackPresenter]:
    """The view with what is behind it; ``may_move``: there is another diary that an entry can go to."""
    presenter = LookBackPresenter(DiaryPast(diary), tasks, today, may_move=may_move)
    view = LookBackView(icons, presenter.state)
    join(view, presenter)
    return view, presenter


def join(view: LookBackView, presenter: LookBackPresenter) -> None:
    """Connect every wish about what was written with the gesture that fulfils it."""
    for signal, slot in (
        (view.range_requested, presenter.choose_range),
        (view.heat_requested, presenter.choose_heat),
        (view.seek_requested, presenter.seek),
        (view.save_requested, presenter.save),
        (view.pattern_requested, presenter.choose_pattern),
        (view.compare_requested, presenter.compare),
        (view.panels_requested, presenter.choose_panels),
        (view.history_requested, presenter.show_history),
        (view.history_close_requested, presenter.close_history),
        (view.bring_back_requested, presenter.bring_back),
        (view.delete_requested, presenter.ask_to_delete),
        (view.remove_requested, presenter.ask_to_remove),
        (view.delete_confirmed, presenter.delete),
        (view.keep_requested, presenter.keep),
        (view.undo_requested, presenter.undo),
        (view.retry_requested, presenter.try_again),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
