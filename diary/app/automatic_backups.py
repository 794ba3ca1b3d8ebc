"""Backups that nobody has to think of: at closing, at most one a day, thinned with age, and copied elsewhere."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import keeping
from diary.app.values import BACKUP_SUFFIX, BackupNews
from diary.domain.errors import DiaryError
from diary.files import preferences
from diary.files.folders import synced_folder_of
from diary.files.preferences import KnownDiary, Preferences
from diary.files.whole import read_whole, remove_whole
from diary.storage import backups, reading, rotation
from diary.storage.rotation import Kept
from diary.storage.store import DIARY_FILE
from diary.vault import key_file

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary

PATIENCE_SECONDS = 3.0
"""How long anybody waits for the copy in the second folder, which may lie on a drive that doesn't answer."""
_AHEAD = timedelta(days=1)
"""How much later than now a backup may have been made by a right clock: in another zone."""
_STAMP = "%Y-%m-%d %H.%M.%S"
_MADE = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) automatic" + re.escape(BACKUP_SUFFIX))
_CHANGES, _TOLD = "changes_backed_up", "backup_problem_told"


def keep(diary: OpenDiary, goes_on: Callable[[], bool]) -> BackupNews:
    """Make the backup that is due, if one is, copy it to the second folder, and say how the backups stand.

    ``goes_on`` is asked all the while; one that is broken off is made the next time. It never raises ``DiaryError``.
    """
    problem = ""
    try:
        backups.remove_leftovers(diary.folder / backups.BACKUPS, BACKUP_SUFFIX)
        if _is_due(diary):
            _make(diary, goes_on)
    except DiaryError as fault:
        problem = _problem(fault)
    second = second_folder(diary)
    if second is not None and not problem and not _copied(_Copy.of(diary, second), goes_on):
        problem = "second_folder_unreached"
    return replace(news(diary), problem=problem)


def keep_and_tell(diary: OpenDiary, goes_on: Callable[[], bool]) -> BackupNews:
    """The same at opening, with ``is_new`` set where the person has to be told of a problem, which is done once.

    A diary in a folder that is kept in step is one: two computers that write in it at once can damage it.
    """
    kept = keep(diary, goes_on)
    if not kept.problem and keeping.is_synced(diary.folder, diary.computer):
        kept = replace(kept, problem="diary_in_synced_folder")
    return replace(kept, is_new=_is_new(diary, kept.problem))


def news(diary: OpenDiary) -> BackupNews:
    """How the automatic backups stand."""
    own = diary.folder / backups.BACKUPS
    second = second_folder(diary)
    copies = _automatic(second, _prefix(diary)) if second else []
    synced_by = synced_folder_of(second, diary.computer.environment) if second else None
    now = diary.computer.surroundings.now()
    return BackupNews(own, _newest(_automatic(own), now), second, _newest(copies, now), synced_by or "")


def second_folder(diary: OpenDiary) -> Path | None:
    """The folder that was chosen on this computer for a copy of every automatic backup."""
    here = diary.folder.resolve()
    known = preferences.load(diary.computer.configuration_folder).diaries
    return next((one.second_folder for one in known if one.folder == here), None)


def copies_of(diary: OpenDiary) -> tuple[Path, ...]:
    """The copies of this diary's backups in the second folder; empty where there is none or it can't be read."""
    second = second_folder(diary)
    return tuple(second / one.name for one in _automatic(second, _prefix(diary))) if second else ()


def choose_second_folder(diary: OpenDiary, second: Path | None) -> BackupNews:
    """Copy every automatic backup to ``second`` from now on, the newest at once; ``None`` ends it and removes nothing.

    Raises ``DiaryError``: ``second_folder_inside`` for one within the diary's own, and as ``write_whole``.
    """
    here = diary.folder.resolve()
    if second is not None and second.resolve().is_relative_to(here):
        raise DiaryError("second_folder_inside")

    def changed(old: Preferences) -> Preferences:
        known = next((one for one in old.diaries if one.folder == here), KnownDiary(here, diary.label))
        return old.with_diary(replace(known, second_folder=second))

    preferences.change(diary.computer.configuration_folder, changed)
    problem = ""
    if second is not None and not _copied(_Copy.of(diary, second), _always):
        problem = "second_folder_unreached"
    return replace(news(diary), problem=problem)


def _always() -> bool:
    return True


def _is_due(diary: OpenDiary) -> bool:
    """Something changed since the last one, or it is gone, and today has none yet; an empty diary owes none.

    One made when the diary was new would be the only one of that day, and hold nothing of it.
    """
    now = diary.computer.surroundings.now()
    newest = _newest(_automatic(diary.folder / backups.BACKUPS), now)
    if newest is None:
        with diary.store.reading() as connection:
            return reading.reach(connection) is not None
    is_of_today = newest.date() == now.date()
    return not is_of_today and diary.store.remembered(_CHANGES) != str(diary.store.changes)


def _make(diary: OpenDiary, goes_on: Callable[[], bool]) -> None:
    now = diary.computer.surroundings.now()
    changes = str(diary.store.changes)
    own = keeping.backups_folder(diary.folder)
    diary.key_slots()
    target = own / f"{now:{_STAMP}} automatic{BACKUP_SUFFIX}"
    keys = read_whole(diary.folder / key_file.FILE_NAME)
    backups.make(diary.store, diary.keys.data_key, keys, target, now, goes_on=goes_on)
    diary.store.remember(_CHANGES, changes)
    _thin(own, "", _size(diary))


def _problem(fault: DiaryError) -> str:
    if fault.slug == "backup_unfinished":  # it is made at the next start, and nobody need know
        return ""
    return "backup_no_room" if fault.slug == "disk_full" else "backup_failed"


def _is_new(diary: OpenDiary, problem: str) -> bool:
    """Whether the person wasn't told yet; where that can't be written down they are told again."""
    try:
        if (diary.store.remembered(_TOLD) or "") == problem:
            return False
        diary.store.remember(_TOLD, problem)
    except DiaryError:
        return bool(problem)
    return bool(problem)


def _prefix(diary: OpenDiary) -> str:
    """What the names of copies begin with, because several diaries may share a second folder."""
    return f"{diary.label} {diary.keys.diary_id[:6]} "


def _automatic(folder: Path, prefix: str = "") -> list[Kept]:
    """The automatic backups in a folder; those made by hand are nobody's to thin. Empty where it can't be read."""
    found = []
    with suppress(OSError):
        for file in folder.iterdir():
            if file.name.startswith(prefix) and (match := _MADE.fullmatch(file.name.removeprefix(prefix))):
                made_at = datetime.strptime(match[1], _STAMP)  # noqa: DTZ007 - the wall clock of then, as it is named
                found.append(Kept(file.name, made_at, file.stat().st_size))
    return found


def _newest(kept: list[Kept], now: datetime) -> datetime | None:
    return max((one.made_at for one in _of_the_past(kept, now)), default=None)


def _of_the_past(kept: list[Kept], now: datetime) -> list[Kept]:
    """Without those named by a clock that was ahead: they would be the newest until that day comes."""
    latest = now.replace(tzinfo=None) + _AHEAD
    return [one for one in kept if one.made_at <= latest]


def _size(diary: OpenDiary) -> int:
    try:
        return (diary.folder / DIARY_FILE).stat().st_size
    except OSError:
        return 0


def _thin(folder: Path, prefix: str, diary_size: int) -> None:
    there = _automatic(folder, prefix)
    stay = {one.name for one in rotation.staying(there, diary_size)}
    for one in there:
        if one.name not in stay:
            remove_whole(folder / one.name)


@dataclass(frozen=True, slots=True)
class _Copy:
    """All that copying to the second folder needs, so that it can be left to itself."""

    own: Path
    newest: str | None
    second: Path
    prefix: str
    diary_size: int
    now: datetime

    @classmethod
    def of(cls, diary: OpenDiary, second: Path) -> _Copy:
        own, now = diary.folder / backups.BACKUPS, diary.computer.surroundings.now()
        there = _of_the_past(_automatic(own), now)
        newest = max(there, key=_made_at).name if there else None
        return cls(own, newest, second, _prefix(diary), _size(diary), now)

    def make(self, goes_on: Callable[[], bool]) -> None:
        """Copy the newest backup if it isn't there, and thin the copies as the backups themselves."""
        if self.newest is None:
            return
        if not self.second.is_dir():
            raise DiaryError("folder_missing", file=self.newest)
        backups.remove_abandoned(self.second, BACKUP_SUFFIX, self.now)
        target = self.second / (self.prefix + self.newest)
        if not target.exists():
            backups.copy_to(self.own / self.newest, target, goes_on)
            _thin(self.second, self.prefix, self.diary_size)


def _made_at(one: Kept) -> datetime:
    return one.made_at


def _copied(copy: _Copy, goes_on: Callable[[], bool]) -> bool:
    """Copy in a thread of its own that nobody waits for longer than bearable; false when it failed or isn't done.

    The thread ends with the program: what it has not finished has a name that counts for nothing.
    """
    outcome: list[bool] = []

    def work() -> None:
        try:
            copy.make(goes_on)
        except (DiaryError, OSError) as fault:
            outcome.append(isinstance(fault, DiaryError) and fault.slug == "backup_unfinished")
        else:
            outcome.append(True)

    thread = threading.Thread(target=work, name="second folder", daemon=True)
    thread.start()
    thread.join(PATIENCE_SECONDS)
    return bool(outcome) and outcome[0]
