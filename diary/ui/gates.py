"""The pages that stand before a diary is open: which is in front, and where each of them leads."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from diary.app.values import BACKUP_SUFFIX, AllDeleted, DiaryCard
from diary.domain.errors import DiaryError
from diary.files.folders import default_diaries_folder
from diary.ui.kit.file_dialogs import open_dialog
from diary.ui.known import backed_up, card_of, damaged
from diary.ui.lock.state import BackedUp, DamagedState
from diary.words import say
from diary.words.problems import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from diary.ui.doors import DiaryDoors
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Lanes
    from diary.ui.ways import DiaryWays
    from diary.ui.window import Window


class Gates(QObject):
    """Shows one gate after another until one of them opens a diary.

    ``diary_requested`` and ``opened`` carry a ``DiaryCard``; ``code_used`` follows where the recovery code opened it.
    ``turned_away`` comes before the start is shown: whatever was still being opened is wanted no longer.
    """

    diary_requested = Signal(object)
    opened = Signal(object)
    code_used = Signal()
    turned_away = Signal()

    def __init__(self, window: Window, icons: Icons, doors: DiaryDoors, ways: DiaryWays, lanes: Lanes) -> None:
        super().__init__()
        self._window, self._icons = window, icons
        self._doors, self._ways, self._lanes = doors, ways, lanes
        self._presenter: QObject | None = None
        self._damaged: Path | None = None

    def begin(self) -> None:
        """Offer the diaries that are known here, or to make the first one."""
        if self._doors.known():
            self.show_start()
        else:
            self._show_welcome()

    def find(self, folder: Path) -> None:
        """Ask for the diary in a folder that may be moved, copied or new here: only its keys say how it opens."""
        self._lanes.diary.run(partial(card_of, self._doors, folder), self._found, self.show_fault)

    def let_go(self) -> None:
        """Forget what was behind the gate that stood in front last."""
        self._presenter = None

    def show_start(self, problem: str = "") -> None:
        """Let somebody choose a diary, after a problem is told where there was one."""
        from diary.ui.lock.start_view import StartView

        self.turned_away.emit()
        view = StartView(self._icons, self._doors.known(), problem)
        view.diary_requested.connect(self.diary_requested)
        view.new_requested.connect(self._show_welcome)
        view.another_requested.connect(self._choose_folder)
        view.backup_requested.connect(self._choose_backup)
        self._show(view, None)

    def show_fault(self, fault: DiaryError) -> None:
        """Tell why it came to nothing, and let somebody choose again."""
        self.show_start(sentence(fault))

    def show_lock(self, card: DiaryCard, *, opens: bool = True) -> None:
        """Ask for the passphrase; ``opens``: have the keychain asked first, which only offers itself after a lock."""
        from diary.ui.lock.presenter import LockLanes, LockPresenter
        from diary.ui.lock.view import LockView

        presenter = LockPresenter(self._doors, self._ways, LockLanes(self._lanes.diary, self._lanes.waiting), card)
        view = LockView(self._icons, presenter.state)
        view.open_requested.connect(presenter.open)
        view.keychain_requested.connect(presenter.use_keychain)
        view.code_requested.connect(presenter.use_code)
        view.another_requested.connect(self.show_start)
        presenter.state_changed.connect(view.render_state)
        presenter.opened.connect(self._opened_at_lock)
        presenter.found_damaged.connect(self._locked_is_damaged)
        self._show(view, presenter)
        presenter.look_for_keychain(opens=opens)

    def show_damaged(self, card: DiaryCard, fault: DiaryError) -> None:
        """Offer the backups beside a diary that can't be opened, which itself is left as it is."""
        work = partial(damaged, self._doors, card, fault)
        self._lanes.diary.run(work, self._offer_backups, self.show_fault)

    def show_restore(self, backup: Path, folder: Path | None, *, is_salvage: bool = False) -> None:
        """Bring a backup back, in place of the diary in ``folder`` where that is known."""
        from diary.ui.lock.restore_presenter import RestorePresenter
        from diary.ui.lock.restore_view import RestoreView

        presenter = RestorePresenter(self._doors, self._lanes.diary, backup, folder, is_salvage=is_salvage)
        view = RestoreView(self._icons, presenter.state)
        view.look_requested.connect(presenter.look)
        view.restore_requested.connect(presenter.restore)
        view.back_requested.connect(self.show_start)
        presenter.state_changed.connect(view.render_state)
        presenter.opened.connect(self.opened)
        self._show(view, presenter)
        presenter.load()

    def show_deleted(self, gone: AllDeleted) -> None:
        """Say what was removed with a diary, and what is left of it."""
        from diary.ui.lock.all_deleted_view import AllDeletedView

        view = AllDeletedView(self._icons, gone)
        view.on_requested.connect(self.begin)
        self._show(view, None)

    def _found(self, card: DiaryCard) -> None:
        self.diary_requested.emit(card)

    def _show_welcome(self) -> None:
        from diary.ui.first_run.presenter import FirstRunPresenter
        from diary.ui.first_run.view import FirstRunView

        presenter = FirstRunPresenter(self._doors, self._lanes.diary, has_others=bool(self._doors.known()))
        view = FirstRunView(self._icons, presenter.state)
        for signal, slot in (
            (view.begin_requested, presenter.begin),
            (view.left, self.show_start),
            (view.back_requested, presenter.back),
            (view.named, presenter.name),
            (view.protected, presenter.protect),
            (view.unprotected_requested, presenter.go_unprotected),
            (view.code_kept, presenter.say_code_kept),
            (view.code_seen, presenter.code_seen),
            (view.finished, presenter.finish),
            (view.another_requested, self._choose_folder),
            (view.backup_requested, self._choose_backup),
            (presenter.state_changed, view.render_state),
            (presenter.opened, self.opened),
        ):
            signal.connect(slot)
        self._show(view, presenter)

    def _show(self, view: QWidget, presenter: QObject | None) -> None:
        """Show a gate; its presenter lives as long as it does."""
        self._window.show_gate(view)
        self._presenter = presenter

    def _opened_at_lock(self, card: DiaryCard) -> None:
        from diary.ui.lock.presenter import LockPresenter

        lock = self._presenter
        self.opened.emit(card)
        if isinstance(lock, LockPresenter) and lock.used_code:
            self.code_used.emit()

    def _locked_is_damaged(self, fault: DiaryError) -> None:
        from diary.ui.lock.presenter import LockPresenter

        if isinstance(self._presenter, LockPresenter):
            self.show_damaged(self._presenter.state.card, fault)

    def _offer_backups(self, state: DamagedState) -> None:
        from diary.ui.lock.damaged_view import DamagedView

        self._damaged = state.card.folder
        view = DamagedView(self._icons, state)
        view.backup_requested.connect(self._restore_damaged)
        view.salvage_requested.connect(self._salvage_damaged)
        view.back_requested.connect(self.show_start)
        self._show(view, None)

    def _restore_damaged(self, backup: Path) -> None:
        self.show_restore(backup, self._damaged)

    def _salvage_damaged(self) -> None:
        if self._damaged is not None:
            self.show_restore(self._damaged, self._damaged, is_salvage=True)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self._window, say("Open another diary"), str(default_diaries_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._folder_chosen)
        dialog.open()

    def _folder_chosen(self, folder: str) -> None:
        self.find(Path(folder))

    def _choose_backup(self) -> None:
        """List the backups beside the known diaries; where there is none, ask for a file at once."""
        self._lanes.diary.run(partial(backed_up, self._doors), self._offer_known, self.show_fault)

    def _offer_known(self, known: tuple[BackedUp, ...]) -> None:
        from diary.ui.lock.backups_view import BackupsView

        if not known:
            self._choose_backup_file()
            return
        view = BackupsView(self._icons, known)
        view.backup_requested.connect(self.show_restore)
        view.file_requested.connect(self._choose_backup_file)
        view.back_requested.connect(self.show_start)
        self._show(view, None)

    def _choose_backup_file(self) -> None:
        dialog = open_dialog(self._window, say("Bring back a backup"))
        dialog.setNameFilter(say("Backups of a diary ({pattern})", pattern=f"*{BACKUP_SUFFIX}"))
        dialog.fileSelected.connect(self._backup_chosen)
        dialog.open()

    def _backup_chosen(self, backup: str) -> None:
        self.show_restore(Path(backup), None)
