"""The pages of an open diary with their presenters, and what one page's changes mean for the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from diary.ui.copies import Copies
from diary.ui.page_entry import HidesNumbers, MayBeUnsaved, PageEntry
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from diary.app.moves import Wish
    from diary.app.values import Changes
    from diary.domain.entries import Treatment
    from diary.ui.computer_choices import ComputerChoices
    from diary.ui.doors import DiaryDoors
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Lanes
    from diary.ui.moving.presenter import MovingPresenter
    from diary.ui.page_entry import Presenter
    from diary.ui.settings.state import Choices
    from diary.ui.settings.ways_presenter import WaysPresenter
    from diary.ui.story.presenter import StoryPresenter
    from diary.ui.today.presenter import TodayPresenter
    from diary.ui.together.presenter import TogetherPresenter

CLOCK_MS = 60_000
"""How often the page of the day is held against the clock."""
TODAY, LOOK_BACK, TOGETHER, SHARE, SETTINGS = "today", "look_back", "together", "share", "settings"
QUESTIONNAIRES = "questionnaires"
STORY, DELETED, ASKING, WRITERS, MOVING = "story", "deleted", "asking", "writers", "moving"
FROM_ANOTHER = frozenset({STORY, DELETED, ASKING, WRITERS, MOVING})
"""Pages that lead back to the one from which they were reached."""


class DiaryPages(QObject):
    """Makes each page when somebody goes there, and keeps its presenter as long as the diary is open.

    A page that is not on screen is refreshed when it is shown next: what nobody sees must not keep the lane busy.
    """

    page_requested = Signal(str)
    restore_requested = Signal(object)
    delete_everything_requested = Signal()
    passphrase_offered = Signal()
    way_back_offered = Signal(str)
    ways_changed = Signal(object)
    look_changed = Signal(object)
    question_requested = Signal()
    help_requested = Signal()
    writer_named = Signal(object)
    answerer_named = Signal(str)

    def __init__(
        self, doors: DiaryDoors, lanes: Lanes, icons: Icons, choices: ComputerChoices, *, has_passphrase: bool
    ) -> None:
        super().__init__()
        self._ways_presenter: WaysPresenter | None = None
        self._has_passphrase = has_passphrase
        self._doors, self._lanes, self._icons, self._choices = doors, lanes, icons, choices
        self._presenters: dict[str, Presenter] = {}
        self._waiting: dict[str, Changes] = {}
        self._together_presenter: TogetherPresenter | None = None
        self._shown = self._came_from = self._led_from = TODAY
        self._story_presenter: StoryPresenter | None = None
        self._copies = Copies(doors, lanes.diary, self._presenters.values, self._day_now)
        self._moving_presenter: MovingPresenter | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._look_at_clock)
        self._clock.start()
        choices.changed.connect(self._follow)

    def entries(self) -> tuple[PageEntry, ...]:
        """The pages in the rail's order."""
        return (
            PageEntry(TODAY, say("Today"), "pen-line", self._today),
            PageEntry(LOOK_BACK, say("Look back"), "calendar-days", self._look_back),
            PageEntry(TOGETHER, say("Together"), "blend", self._together),
            PageEntry(QUESTIONNAIRES, say("Questionnaires"), "clipboard-list", self._questionnaires),
            PageEntry(SHARE, say("Share"), "file-text", self._share),
            PageEntry(SETTINGS, say("Settings"), "settings", self._settings),
            PageEntry(STORY, say("My story"), "history", self._story, is_inner=True),
            PageEntry(ASKING, say("What Today asks"), "", self._asking, is_inner=True),
            PageEntry(WRITERS, say("People who write here"), "users", self._writers, is_inner=True),
            PageEntry(DELETED, say("Recently deleted"), "trash-2", self._deleted, is_inner=True),
            PageEntry(MOVING, say("Oops, wrong diary"), "", self._moving, is_inner=True),
        )

    def show(self, page_id: str) -> None:
        """Take note of which page is on screen, and bring it up to date."""
        if page_id not in FROM_ANOTHER:
            self._came_from = page_id
            if page_id != TODAY:
                self.way_back_offered.emit("")
        self._shown = page_id
        if page_id == TODAY:
            self.come_back()
        elif page_id == QUESTIONNAIRES and (today := self._today_presenter()):
            self.answerer_named.emit(today.pen.writing.who_answers)
        if self._together_presenter is not None:
            self._together_presenter.come(is_on_screen=page_id == TOGETHER)
        if self._moving_presenter is not None and page_id != MOVING:
            self._moving_presenter.leave()
        if changes := self._waiting.pop(page_id, None):
            self._presenters[page_id].refresh(changes)

    def unsaved_page(self) -> str | None:
        """The first page with something on it that could not be saved."""
        held = (id_ for id_, one in self._presenters.items() if isinstance(one, MayBeUnsaved) and one.has_unsaved)
        return next(held, None)

    def is_saving(self) -> bool:
        """Whether something on a page is on its way to the disk, which may refuse it."""
        return any(one.is_saving for one in self._presenters.values() if isinstance(one, MayBeUnsaved))

    def check_secret(self, secret: str) -> None:
        """Raise ``DiaryError`` unless ``secret`` opens the diary for whoever has it open."""
        self._doors.check_secret(secret)

    def come_back(self) -> None:
        """Show the new day, where today's page was left open over the day's end."""
        if today := self._today_presenter():
            today.follow_clock()

    def _look_at_clock(self) -> None:
        if today := self._today_presenter():
            today.look_at_clock()
        if self._together_presenter is not None:
            self._together_presenter.look_at_clock()

    def _today_presenter(self) -> TodayPresenter | None:
        from diary.ui.today.presenter import TodayPresenter

        presenter = self._presenters.get(TODAY)
        return presenter if isinstance(presenter, TodayPresenter) else None

    def offer_passphrase(self) -> None:
        """Offer on Today the way to a new passphrase."""
        self.passphrase_offered.emit()

    def open_today(self) -> None:
        """Go to the day it is now, in Today."""
        self.open_day(self._day_now())
        self.way_back_offered.emit("")

    def open_day(self, day: date) -> None:
        """Go to a day in Today."""
        if today := self._today_presenter():
            if day != today.state.day:
                today.show_day(day)
            self.page_requested.emit(TODAY)

    def _open_from_look_back(self, day: date) -> None:
        self._open_from(LOOK_BACK, day, say("Back to Look back"))

    def _open_from_together(self, day: date) -> None:
        self._open_from(TOGETHER, day, say("Back to Together"))

    def _open_from(self, page_id: str, day: date, words: str) -> None:
        """Go to a day that was chosen on another page, with the way back there until one leaves Today."""
        self._led_from = page_id
        self.open_day(day)
        self.way_back_offered.emit(words)

    def _lead_back(self) -> None:
        self.page_requested.emit(self._led_from)

    def _keep(self, page_id: str, presenter: Presenter, changed: SignalInstance | None = None) -> None:
        self._presenters[page_id] = presenter
        if changed is not None:
            changed.connect(self._tell_others)

    def _tell_others(self, changes: Changes) -> None:
        source: object = self.sender()
        for page_id, presenter in self._presenters.items():
            if presenter is source:
                continue
            # Who writes stands beside the diary's name on every page, and Today is who knows it.
            if page_id == self._shown or (page_id == TODAY and "recorder" in changes.kinds):
                presenter.refresh(changes)
            else:
                before = self._waiting.get(page_id)
                self._waiting[page_id] = before.joined(changes) if before else changes

    def _today(self) -> QWidget:
        from diary.ui.today.page import today_page

        surroundings, whose = self._choices.computer.surroundings, self._doors.whose()
        view, presenter = today_page(
            self._doors.diary, self._lanes.diary, self._icons, self._day_now, surroundings, whose=whose
        )
        for signal, slot in (
            (view.copy_requested, self._copies.ask),
            (view.hints_requested, self._choices.show_hints),
            (view.choosing_requested, self._go_to_asking),
            (view.own_question_requested, self._add_question),
            (view.settings_requested, self._go_to_settings),
            (view.wrong_diary_requested, self._move),
            (view.story_requested, self._go_to_story),
            (view.event_requested, self._tell_event),
            (view.treatment_requested, self._change_treatment),
            (self.look_changed, view.show_look),
            (self.passphrase_offered, view.offer_passphrase),
            (self.way_back_offered, view.way_back.offer),
            (view.way_back.back_requested, self._lead_back),
            (presenter.pen.writer_named, self.writer_named),
        ):
            signal.connect(slot)
        self._keep(TODAY, presenter, presenter.changed)
        self._follow(self._choices.now)
        presenter.load()
        return view

    def _look_back(self) -> QWidget:
        from diary.ui.look_back.page import look_back_page

        may_move = bool(self._doors.others())
        view, presenter = look_back_page(
            self._doors.diary, self._lanes.diary, self._icons, self._day_now, may_move=may_move
        )
        for signal, slot in (
            (view.day_requested, self._open_from_look_back),
            (view.hide_requested, self._choices.hide_numbers),
            (view.always_requested, self._choices.always_hide_numbers),
            (view.move_requested, self._move),
            (view.copy_requested, self._copies.ask),
            (view.story_requested, self._go_to_story),
            (view.deleted_requested, self._go_to_deleted),
        ):
            signal.connect(slot)
        self._keep(LOOK_BACK, presenter, presenter.changed)
        self._follow(self._choices.now)
        presenter.load()
        return view

    def _together(self) -> QWidget:
        from diary.ui.together.page import together_page

        view, presenter = together_page(self._doors.diary, self._lanes, self._icons, self._day_now)
        for signal, slot in (
            (view.hide_requested, self._choices.hide_numbers),
            (view.always_requested, self._choices.always_hide_numbers),
            (view.day_requested, self._open_from_together),
        ):
            signal.connect(slot)
        self._together_presenter = presenter
        self._keep(TOGETHER, presenter, presenter.changed)
        self._follow(self._choices.now)
        presenter.load()
        return view

    def _questionnaires(self) -> QWidget:
        from diary.ui.questionnaires.page import questionnaires_page

        new_id, whose = self._choices.computer.surroundings.new_id, self._doors.whose()
        view, presenter = questionnaires_page(
            self._doors.diary, self._lanes.diary, self._icons, self._day_now, new_id, whose=whose
        )
        for signal, slot in (
            (view.copy_requested, self._copies.ask),
            (presenter.help_requested, self.help_requested),
            (self.answerer_named, view.say_who_answers),
            (self.look_changed, view.whose.show_look),
        ):
            signal.connect(slot)
        self._keep(QUESTIONNAIRES, presenter, presenter.changed)
        presenter.load()
        return view

    def _share(self) -> QWidget:
        from diary.ui.share.page import share_page

        view, presenter = share_page(self._doors.diary, self._lanes, self._icons, self._day_now, self._choices.country)
        view.copy_requested.connect(self._copies.ask)
        self._keep(SHARE, presenter, presenter.changed)
        presenter.load()
        return view

    def _story(self) -> QWidget:
        from diary.ui.story.page import story_page

        view, presenter = story_page(self._doors.diary, self._lanes.diary, self._icons, self._day_now, self._go_back)
        view.copy_requested.connect(self._copies.ask)
        self._story_presenter = presenter
        self._keep(STORY, presenter, presenter.changed)
        presenter.load()
        return view

    def _deleted(self) -> QWidget:
        from diary.ui.look_back.deleted_page import deleted_page

        view, presenter = deleted_page(self._doors.diary, self._lanes.diary, self._icons, self._day_now, self._go_back)
        self._keep(DELETED, presenter, presenter.changed)
        presenter.load()
        return view

    def _moving(self) -> QWidget:
        from diary.ui.moving.page import moving_page

        tasks, others = self._lanes.diary, self._doors.others()
        view, self._moving_presenter = moving_page(self._doors.diary, tasks, self._icons, others, self._day_now)
        view.back_requested.connect(self._go_back)
        self._keep(MOVING, self._moving_presenter, self._moving_presenter.changed)
        return view

    def _move(self, wish: Wish) -> None:
        self.page_requested.emit(MOVING)
        if self._moving_presenter is not None:
            self._moving_presenter.begin(wish)

    def _go_to_deleted(self) -> None:
        self.page_requested.emit(DELETED)

    def _go_to_story(self) -> None:
        self.page_requested.emit(STORY)

    def _tell_event(self, day: date) -> None:
        self.page_requested.emit(STORY)
        if self._story_presenter is not None:
            self._story_presenter.begin_event_on(day)

    def _change_treatment(self, treatment: Treatment) -> None:
        self.page_requested.emit(STORY)
        if self._story_presenter is not None:
            self._story_presenter.change_treatment(treatment)

    def _go_back(self) -> None:
        self.page_requested.emit(self._came_from)

    def _asking(self) -> QWidget:
        from diary.ui.asking.page import asking_page

        view, presenter = asking_page(self._doors.diary, self._lanes.diary, self._icons)
        for signal, slot in (
            (view.copy_requested, self._copies.ask),
            (view.left, self._go_back),
            (self.question_requested, presenter.add_question),
        ):
            signal.connect(slot)
        self._keep(ASKING, presenter, presenter.changed)
        presenter.load()
        return view

    def _writers(self) -> QWidget:
        from diary.ui.writers.page import writers_page

        view, presenter = writers_page(self._doors.diary, self._lanes.diary, self._icons, self._go_back)
        view.copy_requested.connect(self._copies.ask)
        presenter.ways_changed.connect(self.ways_changed)
        self._keep(WRITERS, presenter, presenter.changed)
        presenter.load()
        return view

    def _go_to_writers(self) -> None:
        self.page_requested.emit(WRITERS)

    def _go_to_asking(self) -> None:
        self.page_requested.emit(ASKING)

    def _add_question(self) -> None:
        self.page_requested.emit(ASKING)
        self.question_requested.emit()

    def _go_to_settings(self) -> None:
        self.page_requested.emit(SETTINGS)

    def _follow(self, chosen: Choices) -> None:
        if today := self._today_presenter():
            today.let_letters_work(chosen.letters_work, chosen.shows_hints)
        for presenter in self._presenters.values():
            if isinstance(presenter, HidesNumbers):
                presenter.hide_numbers(is_hidden=chosen.numbers_hidden, always=chosen.hides_numbers)

    def _settings(self) -> QWidget:
        from diary.ui.settings.page import settings_page

        view, presenter, ways = settings_page(
            self._doors, self._lanes, self._icons, self._choices, has_passphrase=self._has_passphrase
        )
        for signal, slot in (
            (presenter.look_changed, self.look_changed),
            (view.asked_requested, self._go_to_asking),
            (view.writers_requested, self._go_to_writers),
            (view.deleted_requested, self._go_to_deleted),
            (view.restore_requested, self.restore_requested),
            (view.delete_everything_requested, self.delete_everything_requested),
            (ways.ways_changed, self.ways_changed),
            (self.ways_changed, ways.load),
        ):
            signal.connect(slot)
        self._keep(SETTINGS, presenter)
        self._ways_presenter = ways
        presenter.load()
        ways.load()
        return view

    def _day_now(self) -> date:
        from diary.domain.days import diary_day

        return diary_day(self._choices.computer.surroundings.now(), self._doors.day_ends_at)
