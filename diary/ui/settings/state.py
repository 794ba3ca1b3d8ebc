"""What Settings shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from diary.app.values import BackupNews, DiaryCard
from diary.ui.kit.theme import ThemeChoice

USUAL_LOCK_MINUTES = 15


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose for this computer; ``text_scale`` is a factor from 1 to 2, ``country`` an ISO 3166 code."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    letters_work: bool = True
    shows_hints: bool = True
    country: str = ""
    lock_minutes: int | None = None
    """After how many idle minutes the diary is locked, 0 for never; ``None``: nothing was chosen."""
    hides_numbers: bool = False
    """Whether a diary opens without its numbers and charts."""
    numbers_hidden: bool = False
    """Whether they are hidden now: until the program ends, and written nowhere."""
    locks_at_sleep: bool = True
    """Whether a diary with a passphrase is locked when the computer goes to sleep."""
    told_of_plain_files: bool = False
    """Whether the person was told that files which are handed out are not encrypted."""

    def minutes_to_lock(self, *, has_passphrase: bool) -> int:
        """The minutes in force: where nothing was chosen, a lock that nothing typed would open helps nobody."""
        if self.lock_minutes is not None:
            return self.lock_minutes
        return USUAL_LOCK_MINUTES if has_passphrase else 0


@dataclass(frozen=True, slots=True)
class SettingsState:
    """``done`` and ``problem`` are sentences about the last act.

    ``backups`` says how the automatic backups stand, once that was looked up. ``has_passphrase``: something has to be
    typed to open the diary again.
    """

    choices: Choices = Choices()
    is_working: bool = False
    done: str = ""
    problem: str = ""
    backups: BackupNews | None = None
    has_passphrase: bool = True
    label: str = ""
    """The diary's name on this computer, once that was looked up."""
    card: DiaryCard | None = None
    """The diary as anyone who uses this computer may see it."""
    sought: str = ""
    """Words that the cards must have to be shown."""
