"""The program with a window: which diary is open in it, and how that is locked, left and put away."""

from __future__ import annotations

import gc
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from diary import catalogue
from diary.app import choices, crash
from diary.app.values import DAMAGED, AllDeleted, BackupNews, DiaryCard
from diary.domain.errors import DiaryError
from diary.files.folders import default_diaries_folder, folder_name
from diary.files.preferences import WindowPlace
from diary.ui.computer_choices import ComputerChoices, countries
from diary.ui.diary_pages import TODAY, DiaryPages
from diary.ui.doors import DiaryDoors
from diary.ui.first_paint import FirstPaint
from diary.ui.first_picture import forget_pictures, keep_picture, picture_of
from diary.ui.gates import Gates
from diary.ui.idle import IdleWatch
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import DetachedTasks, Lanes, LaneTasks
from diary.ui.kit.text import Heading
from diary.ui.kit.theme import Theme
from diary.ui.known import ASK_INSTEAD, with_window
from diary.ui.leaving import Leaving
from diary.ui.sleep import SleepWatch
from diary.ui.warm_up import load_charts, load_storage
from diary.ui.ways import DiaryWays
from diary.words.problems import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    from PySide6.QtWidgets import QApplication, QWidget

    from diary.app.computer import Computer
    from diary.app.values import WaysIn
    from diary.ui.settings.state import Choices
    from diary.ui.window import Place, Window


class Program(QObject):
    """Opens a diary that came through a gate, and puts it away again; knows which is open, and no more."""

    def __init__(self, app: QApplication, computer: Computer, window: Window) -> None:
        super().__init__()
        resources = catalogue.resource_folder()
        load_fonts(resources / "fonts")
        self._computer = computer
        self._threads = LaneTasks("diary"), LaneTasks("thinking")
        self.wait_until_written = self._threads[0].wait
        self._waiting = DetachedTasks("keychain")
        self._lanes = Lanes(*self._threads, self._waiting)
        self._choices = ComputerChoices(computer, self._lanes.diary)
        self._theme = Theme(self._choices.now.theme, self._choices.now.text_scale)
        self._theme.dress(app)
        self._icons = Icons(resources / "icons", self._theme)
        self._doors = DiaryDoors(computer, _new_folder)
        self._ways = DiaryWays(self._doors.diary, computer)
        self._pages: DiaryPages | None = None
        self._card: DiaryCard | None = None
        self._window = window
        window.furnish(self._icons, self._make_help)
        self._gates = Gates(window, self._icons, self._doors, self._ways, self._lanes)
        self._gates.diary_requested.connect(self._show_card)
        self._gates.opened.connect(self._opened)
        self._gates.code_used.connect(self._offer_passphrase)
        self._gates.turned_away.connect(self._close_file)
        self._leaving = Leaving(self._window, self._lanes.diary, self._icons, self)
        self._idle = IdleWatch(computer.surroundings.now)
        self._idle.went_idle.connect(self._lock_unused)
        self._sleep = SleepWatch(computer.surroundings.now)
        self._sleep.falls_asleep.connect(self._lock_asleep)
        self._window.lock_requested.connect(self.lock)
        self._window.hide_requested.connect(self.hide)
        self._window.close_requested.connect(self._leave_and_close)
        self._window.today_requested.connect(self._open_today)
        self._window.came_back.connect(self._come_back)
        self._window.closing.connect(self._close)
        self._window.page_shown.connect(self._page_shown)
        self._choices.changed.connect(self._follow)
        self._choices.watch(self._window)
        app.setWindowIcon(self._icons.icon("alongside", "accent", 64))

    def start(self, folder: Path | None) -> None:
        """Show the window with what comes first, and load the rest once it has been drawn."""
        painted = FirstPaint(self._window)
        for thread in self._threads:
            thread.run(painted.wait, self._loaded)
        known = self._doors.known()
        named = next((card for card in known if folder is not None and card.folder == folder.resolve()), None)
        if named is not None:
            self._show_card(named)
        elif folder is not None:
            self._gates.show_start()
            self._gates.find(folder)
        elif len(known) == 1:
            self._show_card(known[0])
        else:
            self._gates.begin()
        self._window.show()
        self._window.windowHandle().installEventFilter(self._idle)
        self._warm_up()

    def draw_first_page(self, file: Path | None) -> None:
        """Keep a picture of the day's page, on which nothing is yet, for the next start; ``None``: another page came.

        To be called before anybody could press a key: what is answered must not be on it.
        """
        today = self._window.page(TODAY)
        date = today.findChild(Heading) if today is not None else None
        if file is None or date is None:
            self._lanes.thinking.run(partial(forget_pictures, self._computer.configuration_folder), self._loaded)
            return
        image = picture_of(self._window, date, self._theme.colour("bg"))
        self._lanes.thinking.run(partial(keep_picture, image, file), self._loaded)

    def end(self) -> bool:
        """Wait until what was asked for is written, and let go; returns whether it is, which a disk may prevent."""
        self._waiting.close()
        self._sleep.end()
        ended = [thread.close() for thread in self._threads]
        return all(ended)

    def hide(self) -> None:
        """Be out of sight at once, and locked when everything is saved; whoever comes back opens the diary again."""
        self._window.hide_away()
        self._leave(self._lock_now, is_away=True)

    def lock(self) -> None:
        """Put the diary away once everything on its pages is saved; ask where something can't be."""
        self._leave(self._lock_now)

    def _leave_and_close(self) -> None:
        self._leave(self._window.close_now)

    def _leave(self, leave: Callable[[], None], *, is_away: bool = False) -> None:
        """Leave the open diary once all is written; ``is_away``: nobody is there to be shown what isn't."""
        if self._card is None:
            leave()
        else:
            self._leaving.begin(leave, stays_covered=is_away, asks_secret=not self._card.opens_by_itself)

    def pages(self) -> DiaryPages | None:
        """The open diary's pages."""
        return self._pages

    def hurry(self) -> None:
        """Break off a backup that is being made."""
        self._doors.hurry()

    def _lock_now(self) -> None:
        """Take the diary's words from the window, then close its file.

        One without a passphrase is not asked for any: it goes back among the diaries of this computer.
        """
        card = self._card
        if card is None:
            return
        self._put_away()
        if card.opens_by_itself:
            self._gates.show_start()
        else:
            self._gates.show_lock(self._doors.expected or card, opens=False)

    def tell_bug(self, _kind: type[BaseException], bug: BaseException, _trace: TracebackType | None) -> None:
        """Lock, then say that something went wrong in Alongside itself, without anybody's words."""
        from diary.ui.bug_view import BugView

        if isinstance(bug, KeyboardInterrupt):  # Ctrl+C in the terminal is a wish, not a bug
            self._window.close_now()
            return
        with suppress(Exception):  # a page that the bug is in may not even settle; it is dropped all the same
            self._put_away(is_on_page=True)
        report = crash.bug_report(bug)
        view = BugView(self._icons, report)
        view.again_requested.connect(self._gates.show_start)
        self._window.show_gate(view)
        crash.tell_terminal(report)
        crash.let_go(bug)

    def _put_away(self, *, is_on_page: bool = False) -> None:
        """Drop the pages, then close the file; ``is_on_page``: one of them has called this and must not go under it.

        The pages are freed first: else the backup at closing could free them, on a thread that their timers refuse.
        """
        self._card = None
        self._idle.begin(0)
        try:
            self._window.close_diary()
        finally:
            self._pages = None
            self._gates.let_go()
            if not is_on_page:
                gc.collect()
            self._close_file()

    def _lock_asleep(self) -> None:
        """Lock before the computer sleeps, where something typed opens the diary again; then let it sleep."""
        card = self._card
        if card is None or card.opens_by_itself or not self._choices.now.locks_at_sleep:
            self._sleep.let_go()
        else:
            self._leave(self._lock_now, is_away=True)

    def _close_file(self) -> None:
        self._doors.hurry()
        self._lanes.diary.run(self._doors.close, self._closed, self._closed)

    def _closed(self, _: DiaryError | None) -> None:
        """Free what the pages knew: presenters and their questions hold each other, so that only this frees them.

        A fault is no matter: what was written is safe, and a last number that isn't noted costs a new device id.
        """
        gc.collect()
        self._sleep.let_go()

    def _close(self, place: Place) -> None:
        was_at = WindowPlace(place.x, place.y, place.width, place.height, place.is_maximized)
        self._put_away()
        work = partial(choices.choose, self._computer, partial(with_window, was_at))
        self._lanes.diary.run(work, self._loaded, self._closed)  # here a disk that hangs would hold the window

    def _warm_up(self) -> None:
        """Load what the first page could do without, one module after another, off the GUI thread."""
        self._lanes.diary.run(load_storage, self._listen)
        self._lanes.thinking.run(load_charts, self._loaded)

    def _loaded(self, _: object) -> None:
        """Nothing waits for it: a page asks for what it needs behind this."""

    def _listen(self, _: None) -> None:
        """Listen for the computer's sleep once the first page is drawn."""
        self._sleep.begin()

    def _show_card(self, card: DiaryCard) -> None:
        """Open a diary without a passphrase at once, drawing its page meanwhile; ask for the passphrase of another."""
        if self._card is None and not card.opens_by_itself:
            self._gates.show_lock(card)
        elif self._card is None:  # else another was opened while this one was looked for
            self._lanes.diary.run(partial(self._doors.open, card.folder, None), self._is_known, self._does_not_open)
            self._opened(card)

    def _is_known(self, card: DiaryCard) -> None:
        """Show the look that a diary new to this computer was given as it opened: until then it has another's."""
        shown = self._card
        if shown is None or self._pages is None or card.folder != shown.folder:
            return
        if (card.emblem, card.colour) != (shown.emblem, shown.colour):
            self._card = replace(shown, emblem=card.emblem, colour=card.colour)
            self._doors.expect(self._card)
            self._pages.look_changed.emit(self._card)

    def _does_not_open(self, fault: DiaryError) -> None:
        card = self._card
        if card is None or card.folder != self._doors.last_refused:  # somebody turned to another diary meanwhile
            return
        self._put_away()
        if fault.slug in ASK_INSTEAD:
            self._gates.show_lock(card)
        elif fault.slug in DAMAGED:
            self._gates.show_damaged(card, fault)
        else:
            self._gates.show_fault(fault)

    def _opened(self, card: DiaryCard) -> None:
        self._card = card
        self._doors.expect(card)
        self._gates.let_go()
        has_passphrase = not card.opens_by_itself
        self._pages = DiaryPages(self._doors, self._lanes, self._icons, self._choices, has_passphrase=has_passphrase)
        self._idle.begin(self._choices.now.minutes_to_lock(has_passphrase=has_passphrase))
        self._pages.page_requested.connect(self._window.show_page)
        self._pages.help_requested.connect(self._window.show_help)
        self._pages.writer_named.connect(self._window.show_writer)
        self._pages.restore_requested.connect(self._restore_over)
        self._pages.delete_everything_requested.connect(self._delete_everything)
        self._pages.ways_changed.connect(self._ways_changed)
        self._pages.look_changed.connect(self._window.show_look)
        self._window.show_diary(card, self._pages.entries())
        self._lanes.diary.run(self._doors.catch_up, self._caught_up, self._closed)

    def _offer_passphrase(self) -> None:
        """Offer a new passphrase to somebody who had to use the recovery code: the old one may be forgotten."""
        if self._pages is not None:
            self._pages.offer_passphrase()

    def _ways_changed(self, ways: WaysIn) -> None:
        """Know from now on whether something has to be typed to open the diary again."""
        if self._card is not None:
            self._card = replace(self._card, opens_by_itself=ways.unprotected)
            self._follow(self._choices.now)

    def _caught_up(self, news: BackupNews) -> None:
        if news.is_new and self._card is not None:
            self._window.tell(sentence(DiaryError(news.problem)))

    def _open_today(self) -> None:
        if self._pages is not None:
            self._pages.open_today()

    def _come_back(self) -> None:
        if self._pages is not None:
            self._pages.come_back()

    def _page_shown(self, page_id: str) -> None:
        if self._pages is not None:
            self._pages.show(page_id)

    def _restore_over(self, backup: Path) -> None:
        """Bring a backup back in place of the open diary, which is put away first and kept beside it."""
        self._leave(partial(self._put_away_for, backup))

    def _put_away_for(self, backup: Path) -> None:
        card = self._card
        self._put_away()
        self._gates.show_restore(backup, card.folder if card else None)

    def _delete_everything(self) -> None:
        """Remove the open diary for ever; its pages go meanwhile."""
        self._lanes.diary.run(self._doors.delete_everything, self._say_deleted, self._gates.show_fault)
        self._put_away(is_on_page=True)

    def _say_deleted(self, gone: AllDeleted) -> None:
        if gone.keychain_names:
            self._lanes.waiting.run(partial(self._ways.forget, gone.keychain_names), self._loaded, self._closed)
        self._lanes.thinking.run(partial(forget_pictures, self._computer.configuration_folder), self._loaded)
        self._gates.show_deleted(gone)

    def _follow(self, chosen: Choices) -> None:
        self._theme.choose(chosen.theme, chosen.text_scale)
        if self._card is not None:
            self._idle.begin(chosen.minutes_to_lock(has_passphrase=not self._card.opens_by_itself))

    def _lock_unused(self) -> None:
        """Lock when nobody is there, unless that was tried and the question about what can't be saved still stands."""
        if self._card is not None and not self._leaving.is_asked_about:
            self._leave(self._lock_now, is_away=True)

    def _make_help(self, is_open: bool) -> QWidget:
        from diary.ui.help.view import HelpView

        view = HelpView(self._icons, countries(), self._choices.now.country, is_locked=not is_open)
        view.back_requested.connect(self._window.leave_help)
        view.country_chosen.connect(self._choices.choose_country)
        return view


def _new_folder(label: str) -> Path:
    return default_diaries_folder() / folder_name(label)
