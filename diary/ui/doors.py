"""The ways into and out of a diary; all but ``hurry`` and ``day_ends_at`` runs on the diary's lane."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Protocol

from diary.domain.days import DAY_ENDS_AT
from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from diary.app.computer import Computer
    from diary.app.opened import OpenDiary
    from diary.app.values import AllDeleted, BackupFile, BackupNews, BegunBy, DiaryCard, Holding, Salvaged
    from diary.app.ways_in import KeychainKey


CLOSING = timedelta(seconds=3)
"""How long closing or locking may wait for a backup; an unfinished one is made at the next start."""


class Doors(Protocol):
    """What the pages before a diary, and Settings, ask of diaries on this computer."""

    def create(
        self, label: str, about: str, passphrase: str | None, begun_by: BegunBy | None = None
    ) -> tuple[DiaryCard, str]:
        """Make a diary in the usual place, perhaps ``begun_by`` a carer, and open it; returns it and its code."""

    def say_code_kept(self, *, is_kept: bool) -> None:
        """Take note whether the recovery code of the diary just made is written down; else it is asked another day."""

    def is_taken(self, label: str) -> bool:
        """Whether a diary with that label, in any case, is in the usual place already."""

    def open(self, folder: Path, secret: str | KeychainKey | None) -> DiaryCard:
        """Open a diary by passphrase, recovery code or keychain, or with the key that this computer keeps."""

    def back_up(self, target: Path) -> Path:
        """Make a checked backup."""

    def backup_news(self) -> BackupNews:
        """How the automatic backups stand."""

    def choose_second_folder(self, folder: Path | None) -> BackupNews:
        """Copy every automatic backup to a folder of the person's choice as well, or no longer."""

    def choose_look(self, card: DiaryCard) -> None:
        """Have a diary look so from outside on this computer."""

    def backup_needs_secret(self, backup: Path) -> bool:
        """Whether a backup asks for a passphrase."""

    def needs_secret(self, folder: Path) -> bool:
        """Whether opening a diary asks for a passphrase."""

    def save_what_is_left(self, folder: Path, secret: str | None) -> Salvaged:
        """Keep what can be read of a damaged diary as a backup beside it; the damaged file is not changed."""

    def look_into(self, backup: Path, folder: Path | str, secret: str | None) -> Holding:
        """What a backup holds that may be brought back there; nothing is changed."""

    def restore(self, backup: Path, folder: Path | str, secret: str | None) -> tuple[Path, Holding]:
        """Bring a backup back as a folder, or as a new diary with a label; returns where, and what it holds."""


class DiaryDoors:
    """The real ways; the one open diary is kept here, and belongs to the lane."""

    def __init__(self, computer: Computer, new_folder: Callable[[str], Path]) -> None:
        self._computer = computer
        self._new_folder = new_folder
        self._diary: OpenDiary | None = None
        self._expected: DiaryCard | None = None
        self.last_refused: Path | None = None
        self._hurry = threading.Event()
        self._news: BackupNews | None = None

    def diary(self) -> OpenDiary:
        """The open diary; raises ``DiaryError("diary_closed")`` when it was closed meanwhile."""
        if self._diary is None:
            raise DiaryError("diary_closed")
        return self._diary

    @property
    def day_ends_at(self) -> int:
        """The hour at which the open diary's day ends, or that of one still being opened; from any thread."""
        diary, expected = self._diary, self._expected
        if diary is None:
            return DAY_ENDS_AT if expected is None else expected.day_ends_at
        return diary.day_ends_at

    def expect(self, card: DiaryCard) -> None:
        """Take note of the diary that is open or about to be, as anyone may see it."""
        self._expected = card

    @property
    def expected(self) -> DiaryCard | None:
        """That diary; from any thread."""
        return self._expected

    def choose_look(self, card: DiaryCard) -> None:
        """Have a diary look so from outside on this computer."""
        from diary.app import looks

        looks.choose(self._computer, card)
        self._expected = card

    def whose(self) -> DiaryCard | None:
        """That diary where this computer knows others too, so that it must be told apart; from any thread."""
        return self._expected if self.others() else None

    def others(self) -> tuple[DiaryCard, ...]:
        """The diaries that this computer knows beside that one; from any thread."""
        expected = self._expected
        return tuple(one for one in self.known() if expected is not None and one.folder != expected.folder.resolve())

    def known(self) -> tuple[DiaryCard, ...]:
        """The diaries that were opened on this computer."""
        from diary.app import choices

        return choices.known_diaries(self._computer)

    def backups_of(self, folder: Path) -> tuple[BackupFile, ...]:
        """The backups beside a diary that may be damaged, newest first."""
        from diary.app import keeping

        return keeping.backups_of(folder)

    def delete_everything(self) -> AllDeleted:
        """Close the open diary for ever, and remove it with all that this computer knows of it."""
        from diary.app import deleting

        diary = self.diary()
        deleting.check_may_delete(diary)
        self._diary = self._news = None
        return deleting.delete_everything(diary)

    def needs_secret(self, folder: Path) -> bool:
        """Whether opening asks for a passphrase."""
        from diary.app import diaries

        return diaries.needs_secret(folder, self._computer)

    def create(
        self, label: str, about: str, passphrase: str | None, begun_by: BegunBy | None = None
    ) -> tuple[DiaryCard, str]:
        """Make a diary in the usual place, perhaps ``begun_by`` a carer, and open it; returns it and its code."""
        from diary.app import diaries, ways_in

        self.close()
        place = self._new_folder(label)
        self._diary, code = diaries.create(place, about, passphrase, self._computer, begun_by=begun_by)
        ways_in.ask_about_code_later(self._diary)
        return self._card(), code

    def say_code_kept(self, *, is_kept: bool) -> None:
        """Take note whether the recovery code of the diary just made is written down; else it is asked another day."""
        from diary.app import ways_in

        if is_kept:
            ways_in.end_asking_about_code(self.diary())
        else:
            ways_in.ask_about_code_later(self.diary())

    def is_taken(self, label: str) -> bool:
        """Whether a diary with that label, in any case, is in the usual place already."""
        from diary.files import folders

        return folders.is_taken(self._new_folder(label))

    def open(self, folder: Path, secret: str | KeychainKey | None) -> DiaryCard:
        """Open a diary by passphrase, recovery code or keychain, or with the key that this computer keeps."""
        from diary.app import diaries

        self.close()
        try:
            self._diary = diaries.open_diary(folder, secret, self._computer)
        except DiaryError:
            self.last_refused = folder
            raise
        self._diary.ask_who()
        return self._card()

    def check_secret(self, secret: str) -> None:
        """Raise ``DiaryError`` unless a passphrase or recovery code opens the diary for whoever has it open."""
        from diary.app import diaries

        diaries.check_secret(self.diary(), secret)

    def close(self) -> None:
        """Close the open diary, if one is."""
        from diary.app import diaries

        diary, self._diary = self._diary, None
        self._news = None
        self._hurry.clear()
        if diary is not None:
            try:
                self._back_up_at_closing(diary)
            finally:
                diaries.close(diary)

    def _back_up_at_closing(self, diary: OpenDiary) -> None:
        """Make the backup that is due, in the little time that somebody who leaves will wait."""
        from diary.app import automatic_backups

        now = self._computer.surroundings.now
        last = now() + CLOSING
        automatic_backups.keep(diary, lambda: now() < last)

    def hurry(self) -> None:
        """Break off a backup that is being made, because somebody is leaving; from any thread."""
        self._hurry.set()

    def catch_up(self) -> BackupNews:
        """Do what is due, a backup that was not finished at the last closing too; say how the backups stand."""
        from diary.app import upkeep

        self._news = upkeep.catch_up(self.diary(), self._nobody_leaves)
        return self._news

    def _nobody_leaves(self) -> bool:
        return not self._hurry.is_set()

    def backup_news(self) -> BackupNews:
        """How the automatic backups stand, with the last problem there was."""
        from diary.app import automatic_backups

        problem = self._news.problem if self._news else ""
        return replace(automatic_backups.news(self.diary()), problem=problem)

    def choose_second_folder(self, folder: Path | None) -> BackupNews:
        """Copy every automatic backup to another folder as well, or no longer."""
        from diary.app import automatic_backups

        self._news = automatic_backups.choose_second_folder(self.diary(), folder)
        return self._news

    def back_up(self, target: Path) -> Path:
        """Make a checked backup."""
        from diary.app import keeping

        return keeping.back_up(self.diary(), target)

    def save_elsewhere(self, target: Path, writes: Sequence[Callable[[], object]]) -> Path:
        """Keep a copy of the open diary at ``target`` with what ``writes`` write: while they do, it is the open one."""
        from diary.app import elsewhere

        elsewhere.save_copy(self.diary(), target, partial(self._write_in, writes))
        return target

    def _write_in(self, writes: Sequence[Callable[[], object]], copy: OpenDiary) -> None:
        diary, self._diary = self._diary, copy
        try:
            for write in writes:
                write()
        finally:
            self._diary = diary

    def backup_needs_secret(self, backup: Path) -> bool:
        """Whether a backup asks for a passphrase."""
        from diary.app import keeping

        return keeping.backup_needs_secret(backup, self._computer)

    def save_what_is_left(self, folder: Path, secret: str | None) -> Salvaged:
        """Keep what can be read of a damaged diary as a backup beside it; the damaged file is not changed."""
        from diary.app import salvaging

        return salvaging.save_what_is_left(folder, secret, self._computer)

    def may_salvage(self, folder: Path) -> bool:
        """Whether a damaged diary has a file of which something may be read."""
        from diary.app import salvaging

        return salvaging.is_anything_there(folder)

    def look_into(self, backup: Path, folder: Path | str, secret: str | None) -> Holding:
        """What a backup holds that may be brought back there; nothing is changed."""
        from diary.app import keeping

        return keeping.look_into(backup, self._place(folder), secret, self._computer)

    def _place(self, folder: Path | str) -> Path:
        return self._new_folder(folder) if isinstance(folder, str) else folder

    def restore(self, backup: Path, folder: Path | str, secret: str | None) -> tuple[Path, Holding]:
        """Bring a backup back as a folder, or as a new diary with a label; returns where, and what it holds."""
        from diary.app import keeping

        self.close()
        place = self._place(folder)
        return place, keeping.restore(backup, place, secret, self._computer)

    def _card(self) -> DiaryCard:
        from diary.app.values import DiaryCard

        diary = self.diary()
        known = {card.folder: card for card in self.known()}
        return known.get(diary.folder.resolve(), DiaryCard(diary.folder, diary.label))
