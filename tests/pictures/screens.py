"""Every screen that can be drawn, by name: a function from the icons to a widget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary import catalogue
from diary.app.values import AllDeleted, DiaryCard
from diary.ui.asking.state import AskingState
from diary.ui.asking.view import AskingView
from diary.ui.computer_choices import countries
from diary.ui.first_run.state import FirstRunState
from diary.ui.first_run.view import FirstRunView
from diary.ui.help.view import HelpView
from diary.ui.kit.icons import Icons
from diary.ui.lock.all_deleted_view import AllDeletedView
from diary.ui.lock.backups_view import BackupsView
from diary.ui.lock.damaged_view import DamagedView
from diary.ui.lock.restore_view import RestoreView
from diary.ui.lock.start_view import StartView
from diary.ui.lock.state import DamagedState, LockState, RestoreState
from diary.ui.lock.view import LockView
from diary.ui.look_back.deleted_presenter import DeletedState
from diary.ui.look_back.deleted_view import DeletedView
from diary.ui.page_entry import PageEntry
from diary.ui.questionnaires.state import QuestionnairesState
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.settings.state import SettingsState
from diary.ui.settings.view import SettingsView
from diary.ui.settings.ways_state import WaysState
from diary.ui.story.state import StoryState
from diary.ui.story.view import StoryView
from diary.ui.today.key_message import KeyMessage
from diary.ui.today.state import TodayState
from diary.ui.today.view import TodayView
from diary.ui.window import Window
from diary.words import say
from tests.pictures import states

Draw = Callable[[Icons], QWidget]

SCREENS: dict[str, Draw] = {}
"""Filled by ``register``; other screens add theirs by importing it."""


def register(name: str, draw: Draw) -> None:
    """Add a screen to those that are drawn."""
    SCREENS[name] = draw


def in_window(icons: Icons, page_id: str, make: Callable[[], QWidget]) -> Window:
    """A page inside the whole window, as it is seen."""
    window = Window()
    window.furnish(icons, partial(_help, icons))
    window.show_diary(states.SAM, [replace(page, make=make if page.id == page_id else QWidget) for page in _pages()])
    window.show_page(page_id)
    return window


def _pages() -> tuple[PageEntry, ...]:
    return (
        PageEntry("today", say("Today"), "pen-line", QWidget),
        PageEntry("look_back", say("Look back"), "calendar-days", QWidget),
        PageEntry("together", say("Together"), "blend", QWidget),
        PageEntry("questionnaires", say("Questionnaires"), "clipboard-list", QWidget),
        PageEntry("share", say("Share"), "file-text", QWidget),
        PageEntry("settings", say("Settings"), "settings", QWidget),
    )


def at_gate(icons: Icons, gate: QWidget) -> Window:
    """A page before any diary, inside the whole window."""
    window = Window()
    window.furnish(icons, partial(_help, icons))
    window.show_gate(gate)
    return window


def _help(icons: Icons, is_open: bool) -> QWidget:
    return HelpView(icons, countries(), "GB", is_locked=not is_open)


def _today(state: TodayState, icons: Icons) -> QWidget:
    return in_window(icons, "today", partial(TodayView, icons, catalogue.measures(), state))


def _today_words(icons: Icons) -> QWidget:
    """Today after "bad day" was typed on it."""
    view = TodayView(icons, catalogue.measures(), states.TODAY["core"])
    window = in_window(icons, "today", partial(_same, view))
    for letter in "ba":
        QTest.keyClicks(view, letter)
    return window


def _today_whole(icons: Icons) -> QWidget:
    """Today after 3.5 was typed on a scale of whole numbers."""
    view = TodayView(icons, catalogue.measures(), states.TODAY["core"])
    window = in_window(icons, "today", partial(_same, view))
    view.findChildren(KeyMessage)[0].say_whole()
    return window


def _same(page: QWidget) -> QWidget:
    return page


def _lock(state: LockState, icons: Icons) -> QWidget:
    return at_gate(icons, LockView(icons, state))


def _start(cards: tuple[DiaryCard, ...], icons: Icons) -> QWidget:
    return at_gate(icons, StartView(icons, cards))


def _first_run(state: FirstRunState, icons: Icons) -> QWidget:
    return at_gate(icons, FirstRunView(icons, state))


def _restore(state: RestoreState, icons: Icons) -> QWidget:
    return at_gate(icons, RestoreView(icons, state))


def _damaged(state: DamagedState, icons: Icons) -> QWidget:
    return at_gate(icons, DamagedView(icons, state))


def _backups(icons: Icons) -> QWidget:
    return at_gate(icons, BackupsView(icons, states.BACKED_UP))


def _all_deleted(gone: AllDeleted, icons: Icons) -> QWidget:
    return at_gate(icons, AllDeletedView(icons, gone))


def _settings(state: SettingsState, icons: Icons) -> QWidget:
    return in_window(icons, "settings", partial(_settings_view, WaysState(), icons, state))


def _story(state: StoryState, icons: Icons) -> QWidget:
    return in_window(icons, "look_back", partial(StoryView, icons, state))


def _settings_view(ways: WaysState, icons: Icons, state: SettingsState) -> SettingsView:
    countries = {"GB": "United Kingdom", "": "Elsewhere"}
    view = SettingsView(icons, state, countries, "1.0", "Sam.alongside-backup")
    view.render_ways(ways)
    return view


def _ways(state: WaysState, icons: Icons) -> QWidget:
    return in_window(icons, "settings", partial(_settings_view, state, icons, states.SETTINGS["settings"]))


def _asking(state: AskingState, icons: Icons) -> QWidget:
    return in_window(icons, "today", partial(AskingView, icons, state))


def _deleted(state: DeletedState, icons: Icons) -> QWidget:
    return in_window(icons, "look_back", partial(DeletedView, icons, state))


def _questionnaires(state: QuestionnairesState, icons: Icons) -> QWidget:
    return in_window(icons, "questionnaires", partial(QuestionnairesView, icons, state))


def _help_open(icons: Icons) -> QWidget:
    window = in_window(icons, "today", QWidget)
    window.show_help()
    return window


def _help_locked(icons: Icons) -> QWidget:
    window = at_gate(icons, LockView(icons, states.LOCK["lock"]))
    window.show_help()
    return window


def _long_label(icons: Icons) -> QWidget:
    window = in_window(icons, "today", QWidget)
    window.show_diary(states.LONG, _pages())
    return window


register("today_words", _today_words)
register("today_whole", _today_whole)
for name, today in states.TODAY.items():
    register(f"today_{name}", partial(_today, today))
for name, lock in states.LOCK.items():
    register(name, partial(_lock, lock))
for name, step in states.FIRST_RUN.items():
    register(f"first_run_{name}", partial(_first_run, step))
for name, restore in states.RESTORE.items():
    register(name, partial(_restore, restore))
for name, damaged in states.DAMAGED.items():
    register(name, partial(_damaged, damaged))
for name, gone in states.ALL_DELETED.items():
    register(name, partial(_all_deleted, gone))
for name, settings in states.SETTINGS.items():
    register(name, partial(_settings, settings))
for name, deleted in states.DELETED.items():
    register(name, partial(_deleted, deleted))
for name, told in states.STORY.items():
    register(name, partial(_story, told))
for name, ways in states.WAYS.items():
    register(name, partial(_ways, ways))
for name, asking in states.ASKING.items():
    register(name, partial(_asking, asking))
register("start", partial(_start, (states.SAM, states.JO)))
register("backups", _backups)
register("start_one", partial(_start, (states.SAM,)))
register("start_long", partial(_start, (states.LONG,)))
register("today_long_label", _long_label)
for name, asked in states.QUESTIONNAIRES.items():
    register(name, partial(_questionnaires, asked))
register("help", _help_open)
register("help_locked", _help_locked)
