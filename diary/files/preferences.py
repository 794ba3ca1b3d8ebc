"""What must be known before a diary is unlocked: one small file of this computer that never holds a person's words."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from diary.domain.days import DAY_ENDS_AT
from diary.domain.errors import DiaryError
from diary.files.whole import PRIVATE, PRIVATE_FOLDER, read_whole, write_error, write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

FILE_NAME = "preferences.json"
DAMAGED_NAME = "preferences.damaged.json"

LOCK_MINUTES = (0, 5, 15, 30)
"""The choices for locking when nobody is there; 0 is never."""

_T = TypeVar("_T", str, int, float, bool)
_LOCK_NAME = "preferences.lock"
_PATIENCE_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window was, in the screen's own pixels."""

    x: int
    y: int
    width: int
    height: int
    maximized: bool = False


@dataclass(frozen=True, slots=True)
class KnownDiary:
    """A diary that was opened on this computer: what anyone who uses it may see.

    ``opens_by_itself``: it had no passphrase here when last opened; a hint for the first paint, never relied upon.
    ``second_folder``: where each automatic backup is copied, by choice. ``day_ends_at``: the hour at which its day
    ended when last opened, for what is written before it is open again.
    """

    folder: Path
    label: str
    emblem: str = ""
    colour: str = ""
    opens_by_itself: bool = False
    second_folder: Path | None = None
    day_ends_at: int = DAY_ENDS_AT


@dataclass(frozen=True, slots=True)
class Device:
    """Under which id this computer writes in the diary at this place, and the highest number it gave a revision."""

    diary_id: str
    folder: Path
    device_id: str
    highest_seq: int


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of this computer; None is "not chosen", so that the system's own choice is taken.

    ``text_scale`` is a factor, 1.0 to 2.0. ``letters_work``: single letters go to a question on Today;
    ``shows_hints``: Today says so below. ``lock_minutes``: after how many idle minutes a diary is locked, 0 for never.
    ``locks_at_sleep``: also when the computer goes to sleep. ``told_of_plain_files``: the person knows that what is
    handed out is not encrypted. ``hides_numbers``: a diary opens without its numbers
    and charts. ``others`` keeps what a newer version wrote.
    """

    language: str | None = None
    help_country: str | None = None
    theme: str | None = None
    text_scale: float = 1.0
    letters_work: bool = True
    shows_hints: bool = True
    lock_minutes: int | None = None
    locks_at_sleep: bool = True
    told_of_plain_files: bool = False
    hides_numbers: bool = False
    window: WindowPlace | None = None
    diaries: tuple[KnownDiary, ...] = ()
    last_opened: Path | None = None
    devices: tuple[Device, ...] = ()
    others: Mapping[str, object] = field(default_factory=dict)

    def with_diary(self, known: KnownDiary) -> Preferences:
        """Return these with ``known`` as the diary opened last, in its old position where it has one."""
        if any(known.folder == other.folder for other in self.diaries):
            diaries = tuple(known if known.folder == other.folder else other for other in self.diaries)
        else:
            diaries = (*self.diaries, known)
        return replace(self, diaries=diaries, last_opened=known.folder)

    def without_diary(self, diary_id: str, folders: Collection[Path]) -> Preferences:
        """Return these as if the diary in ``folders`` had never been opened here."""
        return replace(
            self,
            diaries=tuple(one for one in self.diaries if one.folder not in folders),
            devices=tuple(one for one in self.devices if one.diary_id != diary_id or one.folder not in folders),
            last_opened=None if self.last_opened in folders else self.last_opened,
        )

    def device_for(self, diary_id: str, folder: Path) -> Device | None:
        """The id under which this computer writes there; None for a diary that was copied, moved or is new here."""
        found = (device for device in self.devices if device.diary_id == diary_id and device.folder == folder)
        return next(found, None)

    def with_device(self, device: Device) -> Preferences:
        """Return these with ``device`` in place of what was known of that diary at that place."""
        others = (other for other in self.devices if (other.diary_id, other.folder) != (device.diary_id, device.folder))
        return replace(self, devices=(*others, device))


def load(folder: Path) -> Preferences:
    """Read the preferences in ``folder``, or the defaults, so that a start can't fail; a damaged file is set aside."""
    try:
        return _read(folder)
    except DiaryError:
        return Preferences()


def _read(folder: Path) -> Preferences:
    """Read them; raises ``file_unreadable`` for a file that may well be whole: another program can be holding it."""
    path = folder / FILE_NAME
    try:
        written = read_whole(path)
    except DiaryError as fault:
        if fault.slug == "file_missing":
            return Preferences()
        raise
    with suppress(ValueError, RecursionError):
        values = json.loads(written)
        if isinstance(values, dict):
            return _from_values(values)
    with suppress(OSError):
        path.replace(folder / DAMAGED_NAME)
    return Preferences()


def change(folder: Path, changed: Callable[[Preferences], Preferences]) -> Preferences:
    """Read, change and write the preferences while no other program can; raises as ``write_whole`` does.

    The folder is made where it is missing. ``preferences_busy``: another program held on for five seconds;
    ``file_unreadable``: what was chosen before can't be read just now, and is not overwritten.
    """
    from filelock import FileLock, Timeout  # here, because the first paint only reads and can't wait for it

    path = folder / FILE_NAME
    try:
        folder.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        with FileLock(folder / _LOCK_NAME, timeout=_PATIENCE_SECONDS, mode=PRIVATE):
            preferences = changed(_read(folder))
            write_whole(path, _to_bytes(preferences))
    except Timeout as fault:
        raise DiaryError("preferences_busy") from fault
    except OSError as fault:
        raise write_error(path, fault) from fault
    return preferences


def _from_values(values: dict[str, object]) -> Preferences:
    ours = {known.name for known in fields(Preferences)}
    scale = _typed(values, "text_scale", float)
    last_opened = _typed(values, "last_opened", str)
    return Preferences(
        language=_typed(values, "language", str),
        help_country=_typed(values, "help_country", str),
        theme=_typed(values, "theme", str),
        text_scale=scale if scale is not None and 1.0 <= scale <= 2.0 else 1.0,  # noqa: PLR2004 - the field's own range
        letters_work=_switch(values, "letters_work"),
        shows_hints=_switch(values, "shows_hints"),
        lock_minutes=minutes if (minutes := _typed(values, "lock_minutes", int)) in LOCK_MINUTES else None,
        locks_at_sleep=_switch(values, "locks_at_sleep"),
        told_of_plain_files=_typed(values, "told_of_plain_files", bool) is True,
        hides_numbers=_typed(values, "hides_numbers", bool) is True,
        window=_window(values.get("window")),
        diaries=tuple(known for row in _rows(values, "diaries") if (known := _known_diary(row))),
        last_opened=Path(last_opened) if last_opened else None,
        devices=tuple(device for row in _rows(values, "devices") if (device := _device(row))),
        others={name: value for name, value in values.items() if name not in ours},
    )


def _to_bytes(preferences: Preferences) -> bytes:
    window = preferences.window
    values: dict[str, object] = {
        **preferences.others,
        "language": preferences.language,
        "help_country": preferences.help_country,
        "theme": preferences.theme,
        "text_scale": preferences.text_scale,
        "letters_work": preferences.letters_work,
        "shows_hints": preferences.shows_hints,
        "lock_minutes": preferences.lock_minutes,
        "locks_at_sleep": preferences.locks_at_sleep,
        "told_of_plain_files": preferences.told_of_plain_files,
        "hides_numbers": preferences.hides_numbers,
        "window": None if window is None else {name.name: getattr(window, name.name) for name in fields(window)},
        "diaries": [_row(known) for known in preferences.diaries],
        "last_opened": None if preferences.last_opened is None else str(preferences.last_opened),
        "devices": [_row(device) for device in preferences.devices],
    }
    return json.dumps(values, indent=2).encode()


def _row(value: KnownDiary | Device) -> dict[str, object]:
    row = {name.name: getattr(value, name.name) for name in fields(value)}
    return {name: str(value) if isinstance(value, Path) else value for name, value in row.items()}


_LAST_HOUR = 23
_MOST = 2**31 - 1
"""What the window can be told; a file that says more was not written by us."""


def _typed(values: Mapping[str, object], name: str, kind: type[_T]) -> _T | None:
    """Return the value where it is of its kind; what is not is as good as not chosen."""
    value = values.get(name)
    if isinstance(value, int) and abs(value) > _MOST:
        return None
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return kind(value)
    return value if isinstance(value, kind) and not (isinstance(value, bool) and kind is int) else None


def _switch(values: Mapping[str, object], name: str) -> bool:
    """A switch that is on unless it was switched off."""
    return _typed(values, name, bool) is not False


def _rows(values: Mapping[str, object], name: str) -> list[dict[str, object]]:
    rows = values.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _window(values: object) -> WindowPlace | None:
    if not isinstance(values, dict):
        return None
    x, y = _typed(values, "x", int), _typed(values, "y", int)
    width, height = _typed(values, "width", int), _typed(values, "height", int)
    if x is None or y is None or width is None or height is None:
        return None
    return WindowPlace(x, y, width, height, _typed(values, "maximized", bool) or False)


def _known_diary(row: dict[str, object]) -> KnownDiary | None:
    folder, label = _typed(row, "folder", str), _typed(row, "label", str)
    day_ends_at = _typed(row, "day_ends_at", int)
    second_folder = _typed(row, "second_folder", str)
    if not folder or label is None:
        return None
    return KnownDiary(
        Path(folder),
        label,
        _typed(row, "emblem", str) or "",
        _typed(row, "colour", str) or "",
        _typed(row, "opens_by_itself", bool) or False,
        Path(second_folder) if second_folder else None,
        day_ends_at if day_ends_at is not None and 0 <= day_ends_at <= _LAST_HOUR else DAY_ENDS_AT,
    )


def _device(row: dict[str, object]) -> Device | None:
    diary_id, folder = _typed(row, "diary_id", str), _typed(row, "folder", str)
    device_id, highest_seq = _typed(row, "device_id", str), _typed(row, "highest_seq", int)
    if not diary_id or not folder or not device_id or highest_seq is None:
        return None
    return Device(diary_id, Path(folder), device_id, highest_seq)
