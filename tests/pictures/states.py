"""The frozen states that the pictures show; every name and number in them is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from diary.app.values import BackupFile, BackupNews, DiaryCard, Holding
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.ui.first_run.state import FirstRunState, Step
from diary.ui.lock.state import DamagedState, LockState, RestoreState
from diary.ui.settings.state import Choices, SettingsState
from diary.ui.today.state import NoteState, TodayState

DAY = date(2026, 11, 22)
SAM = DiaryCard(Path("Documents") / "Sam’s diary.alongside", "Sam’s diary")
LONG = DiaryCard(Path("Documents") / "L.alongside", "The diary of somebody with a long name")
JO = DiaryCard(Path("Documents") / "Jo.alongside", "Jo", "leaf", "event")
CODE = "7K3M-XQ4T-9ZPA-2WCE-HH5R-0VBN-6YGD-J8FS"

TODAY = {
    "core": TodayState(
        DAY, DAY, {"sleep_hours": 6.5, "mood": 4, "anxiety": 6}, is_loaded=True, saved_at="20:14", can_undo=True
    ),
    "empty": TodayState(DAY, DAY, is_loaded=True),
    "full": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 12.5, "mood": 0, "anxiety": 10, "pain": 10},
        is_loaded=True,
        note=NoteState("Slept badly again. Phone call with the pain clinic in the morning.", Sharing.SHARED, "1"),
        saved_at="20:14",
        can_undo=True,
        can_redo=True,
    ),
    "bad_day": TodayState(
        DAY, DAY, is_loaded=True, is_bad_day=True, shows_scales=False, saved_at="20:14", can_undo=True
    ),
    "bad_day_numbers": TodayState(DAY, DAY, {"mood": 2, "pain": 8}, is_loaded=True, is_bad_day=True, saved_at="20:14"),
    "problem": TodayState(
        DAY,
        DAY,
        {"mood": 4},
        is_loaded=True,
        problem="Not saved yet",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
    ),
    "before": TodayState(date(2025, 12, 31), DAY, {"mood": 4, "anxiety": 6, "pain": 5}, is_loaded=True),
}
LOCK = {
    "lock": LockState(SAM),
    "lock_wrong": LockState(SAM, problem="That passphrase doesn’t open this diary. Nothing was changed. Try again."),
}
FIRST_RUN = {
    "welcome": FirstRunState(),
    "names": FirstRunState(Step.NAMES, name="Sam", label="S"),
    "passphrase": FirstRunState(Step.PASSPHRASE, name="Sam", label="S"),
    "passphrase_wrong": FirstRunState(
        Step.PASSPHRASE, problem="The two passphrases are not the same. Please type them again."
    ),
    "code": FirstRunState(Step.CODE, code=CODE),
    "honest_note": FirstRunState(Step.HONEST_NOTE, code=CODE),
}
RESTORE = {
    "restore": RestoreState(Path("2026-11-21 20.14.09.zip"), None),
    "restore_held": RestoreState(
        Path("2026-11-21 20.14.09.zip"),
        Path("S.alongside"),
        held=Holding(date(2026, 9, 3), date(2026, 11, 20), 61, datetime.fromisoformat("2026-11-20T21:30")),
    ),
}
BACKUPS = BackupNews(Path("Documents/Sam’s diary.alongside/backups"), datetime.fromisoformat("2026-11-21T20:14"))
DAMAGED = {
    "damaged": DamagedState(
        SAM,
        DiaryError("diary_damaged"),
        tuple(BackupFile(Path(at), datetime.fromisoformat(at)) for at in ("2026-11-21T20:14", "2026-11-20T21:30")),
    )
}
SETTINGS = {
    "settings": SettingsState(Choices(country="GB"), backups=BACKUPS),
    "settings_stick": SettingsState(
        Choices(country="GB"),
        backups=replace(BACKUPS, second=Path("/media/stick"), problem="second_folder_unreached"),
    ),
    "settings_code": SettingsState(
        Choices(country="GB"), code=CODE, done="The backup is made and checked: S.zip, in Documents"
    ),
}
