"""Doors that open in memory, with the names and faults that a test gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from diary.app.values import BackupNews, DiaryCard, Holding
from diary.domain.errors import DiaryError

CARD = DiaryCard(Path("S.alongside"), "S")
CODE = "7K3M-XQ4T-9ZPA-2WCE-HH5R-0VBN-6YGD-J8FS"
BACKUP = Path("2026-11-21.zip")
NEWS = BackupNews(Path("S.alongside/backups"), datetime.fromisoformat("2026-11-21T20:14"))
HELD = Holding(date(2026, 9, 3), date(2026, 11, 20), 61, datetime.fromisoformat("2026-11-20T21:30"))


class MemoryDoors:
    """One diary that opens with ``passphrase`` or the code; ``done`` says what was asked for."""

    def __init__(self, passphrase: str = "open sesame", fault: DiaryError | None = None) -> None:
        self.passphrase = passphrase
        self.fault = fault
        self.done: list[tuple[object, ...]] = []

    def create(self, label: str, about: str, passphrase: str | None) -> tuple[DiaryCard, str]:
        """Make a diary."""
        self._act("create", label, about, passphrase)
        return CARD, CODE

    def open(self, folder: Path, secret: str | None) -> DiaryCard:
        """Open the diary."""
        if secret not in (self.passphrase, CODE):
            raise DiaryError("wrong_passphrase")
        self._act("open", folder, secret)
        return CARD

    def change_passphrase(self, new: str) -> None:
        """Let another passphrase open it."""
        self._act("change_passphrase", new)
        self.passphrase = new

    def recovery_code(self) -> str:
        """The recovery code."""
        self._act("recovery_code")
        return CODE

    def back_up(self, target: Path) -> Path:
        """Make a backup."""
        self._act("back_up", target)
        return target

    def backup_news(self) -> BackupNews:
        """How the backups stand."""
        self._act("backup_news")
        return NEWS

    def choose_second_folder(self, folder: Path | None) -> BackupNews:
        """Copy them to another folder."""
        self._act("choose_second_folder", folder)
        return replace(NEWS, second=folder)

    def backup_needs_secret(self, backup: Path) -> bool:
        """Whether a backup asks for a passphrase."""
        self._act("look", backup)
        return True

    def look_into(self, backup: Path, folder: Path | str, secret: str | None) -> Holding:
        """Look what a backup holds."""
        self._act("look_into", backup, folder, secret)
        return HELD

    def restore(self, backup: Path, folder: Path | str, secret: str | None) -> tuple[Path, Holding]:
        """Bring a backup back."""
        self._act("restore", backup, folder, secret)
        return CARD.folder, HELD

    def _act(self, *act: object) -> None:
        if self.fault:
            raise self.fault
        self.done.append(act)
