"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import catalogue
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.view import TodayView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.app.values import DiaryCard
    from diary.domain.surroundings import Surroundings
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def today_page(
    diary: Callable[[], OpenDiary],
    tasks: Tasks,
    icons: Icons,
    today: Callable[[], date],
    surroundings: Surroundings,
    *,
    whose: DiaryCard | None,
) -> tuple[TodayView, TodayPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = TodayPresenter(DiaryJournal(diary), tasks, today, surroundings.now, surroundings.new_id)
    view = TodayView(icons, catalogue.measures(), presenter.state, whose)
    join(view, presenter)
    return view, presenter


def join(view: TodayView, presenter: TodayPresenter) -> None:
    """Connect every wish about the day with the gesture that fulfils it."""
    for signal, slot in (
        (view.answer_requested, presenter.give),
        (view.bad_day_requested, presenter.mark_bad_day),
        (view.anyway_requested, presenter.unfolded.open_anyway),
        (view.draft_requested, presenter.type_note),
        (view.note_requested, presenter.keep_note),
        (view.good_thing_draft_requested, presenter.type_good_thing),
        (view.gesture_requested, presenter.do),
        (view.form_settled, presenter.hold_form),
        (view.more_requested, presenter.unfolded.open_more),
        (view.place_requested, presenter.unfolded.open_place),
        (view.list_requested, presenter.unfolded.use_list),
        (view.now_requested, presenter.unfolded.begin_moment),
        (view.moment_requested, presenter.unfolded.open_moment),
        (view.time_requested, presenter.unfolded.move_moment),
        (view.taken_requested, presenter.take),
        (view.code_answered, presenter.end_asking_about_code),
        (view.helping_answered, presenter.answer_helping),
        (view.put_away_requested, presenter.put_away),
        (view.back_requested, presenter.go_back),
        (view.on_requested, presenter.go_on),
        (view.today_requested, presenter.go_to_today),
        (view.undo_requested, presenter.undo),
        (view.redo_requested, presenter.redo),
        (view.try_again_requested, presenter.try_again),
        (view.writer_requested, presenter.pen.choose_writer),
        (view.basis_requested, presenter.pen.choose_basis),
        (view.keys.digit_waits, presenter.take_digit),
        (presenter.leaving_day, view.keep_typed),
        (presenter.reading, view.keys.tell_waiting),
        (presenter.taken_back, view.go_back_to),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
