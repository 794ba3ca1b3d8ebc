"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.questionnaires.filling_in import DiaryFillingIn
from diary.ui.questionnaires.presenter import QuestionnairesPresenter
from diary.ui.questionnaires.view import QuestionnairesView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks


def questionnaires_page(
    diary: Callable[[], OpenDiary],
    tasks: Tasks,
    icons: Icons,
    today: Callable[[], date],
    new_id: Callable[[], str],
    *,
    whose: DiaryCard | None,
) -> tuple[QuestionnairesView, QuestionnairesPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = QuestionnairesPresenter(DiaryFillingIn(diary), tasks, today, new_id)
    view = QuestionnairesView(icons, presenter.state, whose)
    join(view, presenter)
    return view, presenter


def join(view: QuestionnairesView, presenter: QuestionnairesPresenter) -> None:
    """Connect every wish of the page with the gesture that fulfils it."""
    for signal, slot in (
        (view.begin_requested, presenter.begin),
        (view.answer_requested, presenter.answer),
        (view.one_requested, presenter.choose_one_at_a_time),
        (view.finish_requested, presenter.finish),
        (view.gaps_accepted, presenter.finish_as_it_is),
        (view.stop_requested, presenter.stop),
        (view.discard_requested, presenter.discard),
        (view.switch_requested, presenter.switch),
        (view.save_requested, presenter.save),
        (view.undo_requested, presenter.undo),
        (view.retry_requested, presenter.try_again),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
