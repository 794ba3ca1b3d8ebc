"""The page joined to its presenters: one for what is chosen, one for how the diary opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary import __version__
from diary.app.values import BACKUP_SUFFIX
from diary.ui.computer_choices import countries
from diary.ui.settings.presenter import SettingsPresenter
from diary.ui.settings.view import SettingsView
from diary.ui.settings.ways_presenter import WaysPresenter
from diary.ui.ways import DiaryWays

if TYPE_CHECKING:
    from diary.ui.computer_choices import ComputerChoices
    from diary.ui.doors import DiaryDoors
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Lanes


def settings_page(
    doors: DiaryDoors, lanes: Lanes, icons: Icons, choices: ComputerChoices, *, has_passphrase: bool
) -> tuple[SettingsView, SettingsPresenter, WaysPresenter]:
    """The view with what is behind it; nothing was asked for yet."""
    presenter = SettingsPresenter(
        doors, lanes.diary, choices.keep, choices.now, has_passphrase=has_passphrase, card=doors.expected
    )
    ways = WaysPresenter(DiaryWays(doors.diary, choices.computer), lanes.diary, lanes.waiting)
    backup_name = f"{choices.computer.surroundings.now():%Y-%m-%d}{BACKUP_SUFFIX}"
    view = SettingsView(icons, presenter.state, countries(), __version__, backup_name)
    for signal, slot in (
        (view.choices_requested, presenter.choose),
        (view.look_requested, presenter.choose_look),
        (view.seek_requested, presenter.seek),
        (view.back_up_requested, presenter.back_up),
        (view.second_folder_requested, presenter.choose_second_folder),
        (presenter.choices_changed, choices.follow),
        (choices.changed, presenter.follow),
        (presenter.state_changed, view.render_state),
    ):
        signal.connect(slot)
    _join_ways(view, ways)
    ways.ways_changed.connect(presenter.follow_ways)
    return view, presenter, ways


def _join_ways(view: SettingsView, ways: WaysPresenter) -> None:
    opening = view.opening
    for signal, slot in (
        (opening.passphrase_requested, ways.change_passphrase),
        (opening.code_requested, ways.show_code),
        (opening.question_requested, ways.ask),
        (opening.answer_requested, ways.answer),
        (opening.keychain_requested, ways.use_keychain),
        (opening.reseal_requested, ways.reseal),
        (opening.stop_requested, ways.stop_resealing),
        (ways.state_changed, view.render_ways),
    ):
        signal.connect(slot)
