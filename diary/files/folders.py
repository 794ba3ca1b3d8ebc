"""Where diaries and preferences live, what a diary's folder may be called, and which folders are kept in step."""

from __future__ import annotations

import re
import sys
import unicodedata
from pathlib import Path, PureWindowsPath
from typing import TYPE_CHECKING

from platformdirs import user_config_path, user_data_path

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Mapping

SUFFIX = ".alongside"
LONGEST_NAME = 60
"""Characters of a folder's name, the suffix included: 240 bytes at most, where file systems allow 255."""

_PROGRAM = "alongside"
_DROPPED = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_DEVICES = re.compile(r"(CON|PRN|AUX|NUL|CLOCK\$|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³])", re.IGNORECASE)
_SYNCED_NAMES = (
    ("OneDrive", re.compile(r"onedrive( ?-.*)?", re.IGNORECASE)),
    ("iCloud", re.compile(r"mobile documents|icloud ?drive(-.*)?", re.IGNORECASE)),
    ("Dropbox", re.compile(r"dropbox([ -].*)?", re.IGNORECASE)),
    ("Nextcloud", re.compile(r"nextcloud([ -].*|[0-9]*)", re.IGNORECASE)),
    ("Google Drive", re.compile(r"google ?drive([ -].*)?|my drive", re.IGNORECASE)),
)
_SYNCED_MARKS = (("Dropbox", ".dropbox.cache"), ("Nextcloud", ".nextcloudsync.log"), ("Syncthing", ".stfolder"))
_ONEDRIVE_VARIABLES = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")


def default_diaries_folder() -> Path:
    """The folder for new diaries, on this computer alone; it need not exist yet."""
    # A folder of its own: on Windows and macOS the configuration lies beside it, and a copy must not take a key along.
    return _outlasting_python(user_data_path(_PROGRAM, appauthor=False)) / "diaries"


def configuration_folder() -> Path:
    """The folder for preferences and for the key of a diary without a passphrase; it need not exist yet."""
    return _outlasting_python(user_config_path(_PROGRAM, appauthor=False))


def _outlasting_python(usual: Path) -> Path:
    """The usual folder, or one in the person's own where Python came from Microsoft's Store.

    Windows keeps what such a Python writes to AppData within Python's own folder, which goes when Python is removed
    (docs.python.org/3/using/windows.html).
    """
    is_from_store = "WindowsApps" in PureWindowsPath(sys.base_prefix).parts
    return Path.home() / "Alongside" if is_from_store else usual


def folder_name(label: str) -> str:
    """Return ``LABEL.alongside``, safe on every system; raises ``DiaryError("label_empty")`` where nothing is left."""
    kept = "".join(
        " " if char.isspace() else char
        for char in unicodedata.normalize("NFC", label)
        if char.isspace() or unicodedata.category(char) not in _DROPPED
    )
    name = " ".join(_FORBIDDEN.sub("-", kept.removesuffix(SUFFIX)).split()).lstrip(". ")
    name = name[: LONGEST_NAME - len(SUFFIX) - 1].rstrip(". ")
    if not name:
        raise DiaryError("label_empty")
    if _DEVICES.fullmatch(name.partition(".")[0].rstrip()):
        name = f"_{name}"
    return name + SUFFIX


def label_of(folder: Path) -> str:
    """The label in a diary folder's name."""
    return folder.name.removesuffix(SUFFIX)


def is_taken(folder: Path) -> bool:
    """Whether something stands there already, or beside it under a name that differs only in its case.

    Where the place can't be read, making the folder will say why.
    """
    try:
        return any(one.name.casefold() == folder.name.casefold() for one in folder.parent.iterdir())
    except OSError:
        return False


def synced_folder_of(path: Path, environment: Mapping[str, str] | None = None) -> str | None:
    """Name the service that keeps ``path`` in step with other computers, told by names and marks of the folders above.

    ``environment`` is the program's: on Windows it says where OneDrive is. A live diary must not lie in such a folder.
    """
    whole = path.resolve()
    for variable in _ONEDRIVE_VARIABLES:
        root = (environment or {}).get(variable)
        if root and whole.is_relative_to(Path(root).resolve()):
            return "OneDrive"
    for folder in (whole, *whole.parents):
        for service, pattern in _SYNCED_NAMES:
            if pattern.fullmatch(folder.name):
                return service
        for service, mark in _SYNCED_MARKS:
            if _is_there(folder / mark):
                return service
    return None


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False
