"""What Settings shows, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass

from diary.ui.kit.theme import ThemeChoice


@dataclass(frozen=True, slots=True)
class Choices:
    """What the person chose for this computer; ``text_scale`` is a factor from 1 to 2, ``country`` an ISO 3166 code."""

    theme: ThemeChoice = ThemeChoice.SYSTEM
    text_scale: float = 1.0
    letters_work: bool = True
    shows_hints: bool = True
    country: str = ""
    more_is_open: bool = False


@dataclass(frozen=True, slots=True)
class SettingsState:
    """``code`` is the recovery code while it is shown; ``done`` and ``problem`` are sentences about the last act."""

    choices: Choices = Choices()
    code: str = ""
    is_working: bool = False
    done: str = ""
    problem: str = ""
    passphrases_changed: int = 0
    """How often the passphrase was changed on this page: the fields are emptied when it grows."""


@dataclass(frozen=True, slots=True)
class NewPassphrase:
    """The new passphrase as typed twice."""

    first: str
    again: str
