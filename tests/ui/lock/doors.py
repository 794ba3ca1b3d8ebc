"""Doors that open in memory, with the names and faults that a test gives them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from diary.app.values import BackupNews, BegunBy, DiaryCard, Holding, Salvaged, WaysIn
from diary.app.ways_in import KeychainKey
from diary.domain.errors import DiaryError

CARD = DiaryCard(Path("S.alongside"), "S")
OTHER_CODE = "0K3M-XQ4T-9ZPA-2WCE-HH5R-0VBN-6YGD-J8FT"
CODE = "7K3M-XQ4T-9ZPA-2WCE-HH5R-0VBN-6YGD-J8FS"
BACKUP = Path("2026-11-21.zip")
KEY = KeychainKey("slot", bytes(32))
NEWS = BackupNews(Path("S.alongside/backups"), datetime.fromisoformat("2026-11-21T20:14"))
HELD = Holding(date(2026, 9, 3), date(2026, 11, 20), 61, datetime.fromisoformat("2026-11-20T21:30"))


class MemoryDoors:
    """One diary that opens with ``passphrase`` or the code; ``done`` says what was asked for."""

    def __init__(self, passphrase: str = "open sesame", fault: DiaryError | None = None) -> None:
        self.passphrase = passphrase
        self.fault = fault
        self.labels: set[str] = set()
        self.done: list[tuple[object, ...]] = []

    def create(
        self, label: str, about: str, passphrase: str | None, begun_by: BegunBy | None = None
    ) -> tuple[DiaryCard, str]:
        """Make a diary."""
        self._act("create", label, about, passphrase, *([begun_by] if begun_by else []))
        return CARD, CODE

    def say_code_kept(self, *, is_kept: bool) -> None:
        """Take note whether the code is kept."""
        self._act("say_code_kept", is_kept)

    def is_taken(self, label: str) -> bool:
        """Whether the label is one of those that were given."""
        return label in self.labels

    def open(self, folder: Path, secret: str | KeychainKey | None) -> DiaryCard:
        """Open the diary."""
        if secret not in (self.passphrase, CODE, KEY):
            raise DiaryError("wrong_passphrase")
        self._act("open", folder, secret)
        return CARD

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

    def choose_look(self, card: DiaryCard) -> None:
        """Look so."""
        self._act("choose_look", card)

    def backup_needs_secret(self, backup: Path) -> bool:
        """Whether a backup asks for a passphrase."""
        self._act("look", backup)
        return True

    def needs_secret(self, folder: Path) -> bool:
        """Whether the diary asks for a passphrase."""
        self._act("needs_secret", folder)
        return True

    def save_what_is_left(self, folder: Path, secret: str | None) -> Salvaged:
        """Save what is left of it."""
        self._act("save_what_is_left", folder, secret)
        return Salvaged(BACKUP, HELD, 12)

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


class MemoryWays:
    """Ways into one diary; ``faults`` says, by the name of what is asked, with what it is refused."""

    def __init__(self) -> None:
        self.ways = WaysIn()
        self.names: tuple[str, ...] = ()
        self.faults: dict[str, str] = {}
        self.done: list[tuple[object, ...]] = []
        self.old: tuple[Path, ...] = ()

    def ways_in(self) -> WaysIn:
        """What opens it."""
        self._act("ways_in", is_noted=False)
        return self.ways

    def change_passphrase(self, new: str) -> None:
        """Let another passphrase open it."""
        self._act("change_passphrase", new)
        self.ways = replace(self.ways, passphrase=True, unprotected=False)
        self.old = (BACKUP,)

    def recovery_code(self) -> str:
        """The recovery code."""
        self._act("recovery_code")
        return CODE

    def new_recovery_code(self) -> str:
        """Another one."""
        self._act("new_recovery_code")
        self.old = (BACKUP,)
        return OTHER_CODE

    def go_unprotected(self) -> tuple[str, ...]:
        """Ask for nothing here."""
        self._act("go_unprotected")
        had = self.ways.keychain
        self.ways = WaysIn(passphrase=False, unprotected=True)
        return ("slot",) if had else ()

    def add_keychain(self) -> KeychainKey:
        """Add the keychain."""
        self._act("add_keychain")
        self.ways = replace(self.ways, keychain=True)
        return KEY

    def remove_keychain(self) -> tuple[str, ...]:
        """Remove it."""
        self._act("remove_keychain")
        had = self.ways.keychain
        self.ways = replace(self.ways, keychain=False)
        return ("slot",) if had else ()

    def keychain_names(self, folder: Path) -> tuple[str, ...]:
        """The names that the keychain knows."""
        self._act("keychain_names", folder)
        return self.names

    def keep(self, made: KeychainKey) -> None:
        """Keep a key."""
        self._act("keep", made)

    def forget(self, names: tuple[str, ...]) -> None:
        """Forget keys."""
        self._act("forget", names)

    def fetch(self, names: tuple[str, ...]) -> KeychainKey:
        """A key."""
        self._act("fetch", names)
        return KEY

    def old_backups(self) -> tuple[Path, ...]:
        """Backups of other secrets."""
        self._act("old_backups", is_noted=False)
        return self.old

    def reseal(self, backup: Path) -> None:
        """Seal one anew."""
        self._act("reseal", backup)
        self.old = tuple(one for one in self.old if one != backup)

    @property
    def asked(self) -> list[object]:
        """What was asked for, in its order."""
        return [act[0] for act in self.done]

    def _act(self, name: str, *given: object, is_noted: bool = True) -> None:
        if name in self.faults:
            raise DiaryError(self.faults[name])
        if is_noted:
            self.done.append((name, *given))
