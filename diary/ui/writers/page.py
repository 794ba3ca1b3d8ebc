"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.writers.naming import DiaryNaming
from diary.ui.writers.presenter import WritersPresenter
from diary.ui.writers.view import WritersView

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def writers_page(
    diary: Callable[[], OpenDiary], tasks: Tasks, icons: Icons, go_back: Callable[[], None]
) -> tuple[WritersView, WritersPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = WritersPresenter(DiaryNaming(diary), tasks)
    view = WritersView(icons, presenter.state)
    for signal, slot in (
        (view.back_requested, go_back),
        (view.undo_requested, presenter.undo),
        (view.retry_requested, presenter.try_again),
        (view.begin_requested, presenter.begin),
        (view.change_requested, presenter.begin_change),
        (view.rename_requested, presenter.begin_rename),
        (view.consent_requested, presenter.begin_consent),
        (view.remove_requested, presenter.remove),
        (view.passphrase_requested, presenter.begin_passphrase),
        (view.take_over_requested, presenter.begin_taking_over),
        (view.keep_requested, presenter.keep),
        (view.leave_requested, presenter.leave),
        (view.form_settled, presenter.hold_form),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    return view, presenter
