"""The card about backups: what is made by itself, where it lies, and what a person can do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.errors import DiaryError
from diary.ui.kit.buttons import Button
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.settings.cards import MatterCard
from diary.words import say
from diary.words.dates import clock_time, plain_day
from diary.words.problems import sentence

if TYPE_CHECKING:
    from diary.app.values import BackupNews
    from diary.ui.kit.icons import Icons
    from diary.ui.settings.state import SettingsState


class BackupsCard(MatterCard):
    """Automatic backups and the second folder; making a backup by hand, and bringing one back."""

    backup_requested = Signal()
    restore_requested = Signal()
    folder_requested = Signal()
    second_folder_requested = Signal()
    no_second_folder_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Backups"), say("copy, restore, save, USB stick, lost"))
        words = say("A backup is one file. It opens with the passphrase of its day, or with the recovery code.")
        itself = say("One is made by itself when you close or lock the diary, at most once a day.")
        self._last, self._second = Words("", wrap=True), Words("", wrap=True)
        self._synced = Words("", "caption", wrap=True)
        self._problem = Message(icons, is_warning=True)
        self._make = Button(icons, say("Make a backup now"), icon="download")
        restore = Button(icons, say("Bring back a backup"), icon="archive-restore")
        self._open = Button(icons, say("Open this folder"), icon="folder-open")
        self._choose = Button(icons, say("Choose a second folder"))
        self._end = Button(icons, say("Stop copying"), "quiet")
        for sentence_ in (words, itself):
            self.body.addWidget(Words(sentence_, "second", wrap=True))
        self.body.addWidget(self._problem)
        self.body.addWidget(self._last)
        self.body.addLayout(row(self._open, None))
        self.body.addSpacing(4)
        self.body.addWidget(self._second)
        self.body.addWidget(self._synced)
        self.body.addLayout(FlowLayout(self._choose, self._end))
        self.body.addSpacing(4)
        self.body.addLayout(FlowLayout(self._make, restore))
        self._make.clicked.connect(self.backup_requested)
        restore.clicked.connect(self.restore_requested)
        self._open.clicked.connect(self.folder_requested)
        self._choose.clicked.connect(self.second_folder_requested)
        self._end.clicked.connect(self.no_second_folder_requested)

    def render_state(self, state: SettingsState) -> None:
        """Draw how the backups stand, and whether something is under way."""
        for button in (self._make, self._choose, self._end):
            button.rest(is_resting=state.is_working)
        news = state.backups
        for part in (self._last, self._open, self._second, self._choose):
            part.setVisible(news is not None)
        self._end.setVisible(news is not None and news.second is not None)
        self._problem.say(sentence(DiaryError(news.problem)) if news and news.problem else "")
        self._synced.setVisible(news is not None and bool(news.second_synced_by))
        if news is not None:
            self._synced.setText(_synced(news))
            self._open.setEnabled(news.made_at is not None)
            self._last.setText(_last(news))
            self._second.setText(_second(news))


def _last(news: BackupNews) -> str:
    if news.made_at is None:
        return say("No backup was made by itself yet. They go to {folder}.", folder=str(news.folder))
    day, time = plain_day(news.made_at.date()), clock_time(news.made_at)
    return say("The last one was made on {day} at {time}, in {folder}.", day=day, time=time, folder=str(news.folder))


def _second(news: BackupNews) -> str:
    if news.second is None:
        return say("A second folder, such as a USB stick, keeps a copy if this computer breaks.")
    folder = str(news.second)
    if news.second_made_at is None:
        return say("Each one is copied to {folder}. There is no copy there now.", folder=folder)
    day = plain_day(news.second_made_at.date())
    return say("Each one is copied to {folder}. The newest copy there is of {day}.", folder=folder, day=day)


def _synced(news: BackupNews) -> str:
    return say(
        "{service} takes these copies to other computers too. They stay sealed. The diary itself must not lie there.",
        service=news.second_synced_by,
    )
