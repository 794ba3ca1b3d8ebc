"""The page joined to its presenters: one for what is handed over, one for what a study gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.share.handing_over import DiaryHandingOver
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.research_presenter import DiaryGiving, ResearchPresenter
from diary.ui.share.view import ShareView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Lanes


def share_page(
    diary: Callable[[], OpenDiary], lanes: Lanes, icons: Icons, today: Callable[[], date], country: Callable[[], str]
) -> tuple[ShareView, SharePresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = SharePresenter(DiaryHandingOver(diary, country), lanes.diary, lanes.thinking, today)
    view = ShareView(icons, presenter.state)
    join(view, presenter)
    join_research(view, ResearchPresenter(DiaryGiving(diary), lanes.diary, lanes.thinking, presenter))
    return view, presenter


def join(view: ShareView, presenter: SharePresenter) -> None:
    """Connect every wish of the page with the gesture that fulfils it."""
    for signal, slot in (
        (view.period_requested, presenter.choose_period),
        (view.first_requested, presenter.choose_first),
        (view.last_requested, presenter.choose_last),
        (view.content_requested, presenter.choose_content),
        (view.note_requested, presenter.choose_note),
        (view.words_changed, presenter.write_words),
        (view.words_left, presenter.keep_words),
        (view.appointment_requested, presenter.keep_appointment),
        (view.removal_requested, presenter.remove_appointment),
        (view.born_requested, presenter.keep_birth_date),
        (view.undo_requested, presenter.undo),
        (view.sharpness_requested, presenter.draw_at),
        (view.save_requested, presenter.save_page),
        (view.stop_requested, presenter.stop),
        (view.print_requested, presenter.print_pages),
        (view.save_everything_requested, presenter.save_everything),
        (view.save_record_requested, presenter.save_record),
        (view.retry_requested, presenter.try_again),
        (presenter.printing_requested, view.preview.print_pages),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)


def join_research(view: ShareView, research: ResearchPresenter) -> None:
    """The same for the dialog for a study."""
    view.research.look_requested.connect(research.look)
    view.research.save_requested.connect(research.save)
    view.research.closed.connect(research.forget)
    research.state_changed.connect(view.research.render_research)
