"""What Settings shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from diary.app.values import BackupNews
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
    more_is_open: bool = False
    lock_minutes: int | None = None
    """After how many idle minutes the diary is locked, 0 for never; ``None``: nothing was chosen."""
    hides_numbers: bool = False
    """Whether a diary opens without its numbers and charts."""
    numbers_hidden: bool = False
    """Whether they are hidden now: until the program ends, and written nowhere."""

    def minutes_to_lock(self, *, has_passphrase: bool) -> int:
        """The minutes in force: where nothing was chosen, a lock that nothing typed would open helps nobody."""
        if self.lock_minutes is not None:
            return self.lock_minutes
        return USUAL_LOCK_MINUTES if has_passphrase else 0


@dataclass(frozen=True, slots=True)
class SettingsState:
    """``code`` is the recovery code while it is shown; ``done`` and ``problem`` are sentences about the last act.

    ``backups`` says how the automatic backups stand, once that was looked up.
    """

    choices: Choices = Choices()
    code: str = ""
    is_working: bool = False
    done: str = ""
    problem: str = ""
    backups: BackupNews | None = None
    has_passphrase: bool = True
    passphrases_changed: int = 0
    """How often the passphrase was changed on this page: the fields are emptied when it grows."""


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The new passphrase as typed twice."""

    first: str
    again: str
