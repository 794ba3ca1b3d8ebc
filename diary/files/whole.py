"""Whole files: a reader sees the old content or the new, never half of either, whatever happens in between."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PRIVATE = 0o600
"""Readable by the person's own account alone; Windows takes the folder's rights instead."""
PRIVATE_FOLDER = 0o700
"""The same for a folder."""
WAIT = threading.Event().wait
"""Waits for some seconds; passed in everywhere so that a test need not."""

_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_DRAFT_NAME = re.compile(r"\.\d+-\d+\.part")
_PATIENCE_SECONDS = 2.0
_STEP_SECONDS = 0.05
_SLUGS = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EROFS: "folder_read_only",
    errno.EACCES: "folder_read_only",
    errno.EPERM: "folder_read_only",
    errno.ENOENT: "folder_missing",
    errno.ENOTDIR: "folder_missing",
}
_NO_FOLDER_SYNC = (errno.EINVAL, errno.ENOTSUP)


def write_whole(path: Path, data: bytes, *, mode: int = PRIVATE, pause: Callable[[float], object] = WAIT) -> None:
    """Replace the content of ``path`` by ``data``, or change nothing and leave no other file behind.

    Raises ``DiaryError``: ``disk_full``, ``folder_read_only``, ``folder_missing`` or ``file_unwritable``.
    """
    # The name is short so that it never outgrows what the file system allows, and ours alone among threads.
    _write_by(path.with_name(f".{os.getpid()}-{threading.get_ident()}.part"), path, data, mode, pause)


def write_handed_out(path: Path, data: bytes) -> None:
    """The same for a file that isn't encrypted, where the person wants it; raises as ``write_whole`` does.

    What a crash leaves of it is in nobody's diary and found by no next start, so it has a name that can be seen.
    """
    if _is_no_file(path):
        raise DiaryError("file_unwritable", file=path.name)
    draft = f"alongside-unfinished-{os.getpid()}-{threading.get_ident()}{path.suffix}"
    _write_by(path.with_name(draft), path, data, PRIVATE, WAIT)


def _is_no_file(path: Path) -> bool:
    """Tell a pipe or a device: a file put in its place would leave whoever waits at it with nothing."""
    try:
        return path.exists() and not path.is_file()
    except OSError as fault:
        raise write_error(path, fault) from fault


def _write_by(draft: Path, path: Path, data: bytes, mode: int, pause: Callable[[float], object]) -> None:
    try:
        try:
            _write_synced(draft, data, mode)
            patiently(lambda: draft.replace(path), pause)
        except BaseException:
            with suppress(OSError):
                draft.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as fault:
        raise write_error(path, fault) from fault


def make_private(path: Path, mode: int = PRIVATE) -> None:
    """Take a file or folder that is there from other accounts' eyes, where the disk knows of them."""
    with suppress(OSError):
        if path.stat().st_mode & _OTHERS:
            path.chmod(mode)


def remove_drafts(folder: Path) -> None:
    """Remove what ``write_whole`` left half written in ``folder`` when the program was killed.

    Only for a folder in which nobody else writes: a draft that is being written has such a name too.
    """
    for file in list(folder.glob(".*.part")):
        if _DRAFT_NAME.fullmatch(file.name):
            with suppress(OSError):
                file.unlink()


def read_whole(path: Path) -> bytes:
    """Return all of a file; raises ``DiaryError``: ``file_missing`` or ``file_unreadable``."""
    try:
        return path.read_bytes()
    except FileNotFoundError as fault:
        raise DiaryError("file_missing", file=path.name) from fault
    except OSError as fault:
        raise DiaryError("file_unreadable", file=path.name) from fault


def remove_whole(path: Path, *, pause: Callable[[float], object] = WAIT) -> None:
    """Remove a file for good, or find it gone already; raises as ``write_whole`` does."""
    try:
        patiently(lambda: path.unlink(missing_ok=True), pause)
        _sync_folder(path.parent)
    except OSError as fault:
        raise write_error(path, fault) from fault


def replace_whole(source: Path, path: Path, *, pause: Callable[[float], object] = WAIT) -> None:
    """Put the file ``source`` in the place of ``path``, which takes no room on the disk; errors as ``write_whole``."""
    try:
        patiently(lambda: source.replace(path), pause)
        _sync_folder(path.parent)
    except OSError as fault:
        raise write_error(path, fault) from fault


def write_error(path: Path, fault: OSError) -> DiaryError:
    """Turn the system's refusal to write ``path`` into the world's fault that a person can act on."""
    slug = _SLUGS.get(fault.errno or 0, "file_unwritable")
    return DiaryError(slug, file=path.name)


def _write_synced(draft: Path, data: bytes, mode: int) -> None:
    draft.unlink(missing_ok=True)  # left by a program that was killed under the same number
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(draft, flags, mode)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
        keep_on_disk(descriptor)
    finally:
        os.close(descriptor)


def keep_on_disk(descriptor: int) -> None:
    """Return once an open file would survive a power cut; raises ``OSError``.

    A Mac's ``fsync`` leaves it in the disk's own memory, says its manual page; some drives can't be asked for more.
    """
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
    os.fsync(descriptor)


def patiently(act: Callable[[], object], pause: Callable[[float], object] = WAIT) -> None:
    """Try for two seconds, because on Windows a virus scanner holds a new file, and so its folder, for a moment."""
    waited = 0.0
    while True:
        try:
            act()
        except PermissionError:
            if waited >= _PATIENCE_SECONDS:
                raise
            pause(_STEP_SECONDS)
            waited += _STEP_SECONDS
        else:
            return


def _sync_folder(folder: Path) -> None:
    """Make the new name itself survive a power cut; Windows has no such call and needs none."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    except OSError as fault:
        if fault.errno not in _NO_FOLDER_SYNC:  # some network drives can't, and that is not a failed save
            raise
    finally:
        os.close(descriptor)
