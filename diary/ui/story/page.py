"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.story.presenter import StoryPresenter
from diary.ui.story.telling import DiaryTelling
from diary.ui.story.view import StoryView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def story_page(
    diary: Callable[[], OpenDiary],
    tasks: Tasks,
    icons: Icons,
    today: Callable[[], date],
    go_back: Callable[[], None],
) -> tuple[StoryView, StoryPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = StoryPresenter(DiaryTelling(diary), tasks, today)
    view = StoryView(icons, presenter.state)
    join(view, presenter, go_back)
    return view, presenter


def join(view: StoryView, presenter: StoryPresenter, go_back: Callable[[], None]) -> None:
    """Connect every wish of the page with the gesture that fulfils it."""
    for signal, slot in (
        (view.back_requested, go_back),
        (view.undo_requested, presenter.undo),
        (view.retry_requested, presenter.try_again),
        (view.begin_event_requested, presenter.begin_event),
        (view.begin_treatment_requested, presenter.begin_treatment),
        (view.change_event, presenter.change_event),
        (view.change_treatment, presenter.change_treatment),
        (view.keep_event, presenter.keep_event),
        (view.keep_treatment, presenter.keep_treatment),
        (view.delete_event, presenter.delete_event),
        (view.delete_treatment, presenter.delete_treatment),
        (view.line_event, presenter.choose_line),
        (view.leave_requested, presenter.leave),
        (view.form_settled, presenter.hold_form),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
