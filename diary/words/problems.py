"""One sentence for each of the world's faults: what happened, what was not lost where that is true, and what to do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.words import msgid, say
from diary.words.dates import plain_day
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.domain.errors import DiaryError

PROBLEMS = {
    "backup_damaged": msgid(
        "This backup is damaged and can't be brought back. Nothing was changed. Try an older backup."
    ),
    "day_in_future": msgid("{day} is still to come. Nothing was saved. Choose today or a day before."),
    "day_unreadable": msgid("That date can't be read. Nothing was saved. Write it like this: 2026-11-22."),
    "diary_damaged": msgid("This diary's file is damaged. Nothing in it was changed. You can bring back a backup."),
    "diary_exists": msgid("There is already something at that place. Nothing was changed. Choose another name."),
    "diary_in_use": msgid("This diary is open in another window: {program}, since {since}. Close it there first."),
    "diary_newer": msgid(
        "A newer version of Alongside wrote this diary. Nothing was changed. Open it with that version."
    ),
    "disk_full": msgid(
        "The disk is full, so this is not saved yet. What you saved before is safe. Make some room, then try again."
    ),
    "display_dead": msgid(
        "The screen that this computer names doesn't answer. The command line works without it: alongside --help."
    ),
    "file_exists": msgid(
        "There is already a file with that name. It was not changed. Choose another name, or add --force."
    ),
    "file_unreadable": msgid(
        "That file can't be read. Nothing was changed. Check that it is there and that you may open it."
    ),
    "file_unwritable": msgid("That file can't be written. Your diary is safe. Choose another folder."),
    "folder_read_only": msgid("This folder can't be written to. Your diary is safe. Copy it to a folder of your own."),
    "keys_damaged": msgid("This diary's key file is damaged. The diary was not changed. You can bring back a backup."),
    "keys_missing": msgid(
        "This diary's key file, keys.json, is not there. The diary was not changed. You can bring back a backup."
    ),
    "keys_newer": msgid(
        "A newer version of Alongside made this key file. Nothing was changed. Open it with that version."
    ),
    "keys_unreasonable": msgid(
        "This diary's key file asks for too much memory or time. It was not used. You can bring back a backup."
    ),
    "no_display": msgid(
        "There is no screen to open a window on. The command line works without one: alongside --help."
    ),
    "not_a_backup": msgid("That is not a backup of a diary. Nothing was changed. Choose another file."),
    "not_a_diary": msgid("That is not a diary. Nothing was changed. Choose a folder whose name ends in .alongside."),
    "note_too_long": msgid("This note is too long to save. Nothing was cut. Split it in two."),
    "passphrase_empty": msgid("A passphrase needs at least one letter or number. Nothing was changed."),
    "period_backwards": msgid("The last day, {last}, comes before the first, {first}. Put the earlier day first."),
    "recovery_code_mistyped": msgid(
        "This recovery code has a typing mistake. Nothing was changed. Check it, letter by letter."
    ),
    "score_between_steps": msgid(
        "That number lies between the steps of this scale. Nothing was saved. The steps are {step} apart."
    ),
    "score_out_of_range": msgid(
        "That number is not on this scale. Nothing was saved. The scale goes from {lowest} to {highest}."
    ),
    "system_library_missing": msgid(
        "The window needs a part of the system that isn't here: {library}. This command adds it: {command}"
    ),
    "wrong_passphrase": msgid(
        "That passphrase doesn't open this diary. Nothing was changed. Try again, or use the recovery code."
    ),
    "wrong_recovery_code": msgid(
        "That recovery code belongs to another diary. Nothing was changed. Check which diary you opened."
    ),
}
"""Slug to sentence, sorted; its fields are those that the error's raiser gives, days as ISO dates."""

_DAYS = frozenset({"day", "first", "last"})


def sentence(error: DiaryError) -> str:
    """Return what to tell a person about ``error``."""
    return say(PROBLEMS[error.slug], **{name: _shown(name, value) for name, value in error.values.items()})


def _shown(name: str, value: str | float) -> str:
    if not isinstance(value, str):
        return short_number(value)
    return plain_day(date.fromisoformat(value)) if name in _DAYS else value
