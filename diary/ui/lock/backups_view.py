"""The backups that this computer knows of, by day, so that nobody has to find their folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.gate import Gate, gate_card
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Words
from diary.ui.kit.ways_out import lead_out
from diary.words import say
from diary.words.dates import clock_time, plain_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.values import BackupFile
    from diary.ui.kit.icons import Icons
    from diary.ui.lock.state import BackedUp

MOST = 5
"""As many as fit a card; older ones are found by "Look for a file"."""


class BackupsView(Gate):
    """``backup_requested`` carries a backup and the folder of its diary, both ``Path``; nothing is brought back yet."""

    backup_requested = Signal(object, object)
    file_requested = Signal()
    back_requested = Signal()

    def __init__(self, icons: Icons, known: Sequence[BackedUp]) -> None:
        card = gate_card()
        card.body.addWidget(Words(say("Which backup?"), "h1", wrap=True))
        card.body.addWidget(Words(say("You see what a backup holds before it is brought back."), "second", wrap=True))
        self._backups = {}
        for one in known:
            card.body.addWidget(Words(one.card.label, "strong", wrap=True))
            for backup in one.backups[:MOST]:
                button = backup_button(icons, backup)
                button.setAccessibleName(f"{one.card.label}: {button.text()}")
                self._backups[button] = (backup.file, one.card.folder)
                card.body.addWidget(button)
        file = Button(icons, say("Look for a file…"), icon="folder-open")
        back = Button(icons, say("Back"), "quiet")
        lead_out(back)
        card.body.addSpacing(8)
        card.body.addWidget(Words(say("A backup that lies elsewhere, such as on a USB stick:"), "second", wrap=True))
        card.body.addWidget(file)
        card.body.addLayout(row(back, None))
        super().__init__(icons, card)
        for button in self._backups:
            button.clicked.connect(self._chosen)
        file.clicked.connect(self.file_requested)
        back.clicked.connect(self.back_requested)

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.backup_requested.emit(*self._backups[button])


def backup_button(icons: Icons, backup: BackupFile, kind: str = "plain") -> Button:
    """A button that says of which day and time a backup is."""
    day, time = plain_day(backup.made_at.date()), clock_time(backup.made_at)
    return Button(icons, say("Backup of {day}, {time}", day=day, time=time), kind, "archive-restore")
