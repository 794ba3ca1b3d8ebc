"""The page joined to its presenter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.together.pairs import DiaryPairs
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.view import TogetherView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.opened import OpenDiary
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Lanes


def together_page(
    diary: Callable[[], OpenDiary], lanes: Lanes, icons: Icons, today: Callable[[], date]
) -> tuple[TogetherView, TogetherPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = TogetherPresenter(DiaryPairs(diary), lanes.diary, lanes.thinking, today)
    view = TogetherView(icons, presenter.state)
    for signal, slot in (
        (view.pair_requested, presenter.choose_pair),
        (view.add_requested, presenter.add_pair),
        (view.remove_requested, presenter.remove_pair),
        (view.undo_requested, presenter.undo),
        (view.save_requested, presenter.save),
        (view.retry_requested, presenter.load),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    return view, presenter
