"""What Share's page asks for, and who does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.ui.share.presenter import SharePresenter
    from diary.ui.share.research_presenter import ResearchPresenter
    from diary.ui.share.view import ShareView


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
