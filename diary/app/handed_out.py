"""Where files that are made of a diary may be written, and writing them whole; they are no longer encrypted there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.files.whole import write_handed_out
from diary.vault import key_file

if TYPE_CHECKING:
    from pathlib import Path


def hand_out(out: Path, content: bytes, *, force: bool = False) -> None:
    """Write what was made of a diary to ``out``, whole or not at all; with ``force`` in place of what was there.

    Raises ``DiaryError``: what ``check_new`` raises; ``file_unwritable`` or what else writing a file raises.
    """
    check_new(out, force=force)
    try:
        write_handed_out(out, content)
    except DiaryError as fault:
        if fault.slug == "folder_read_only":  # its sentence is about the diary's folder
            raise DiaryError("file_unwritable", file=out.name) from fault
        raise


def check_new(out: Path, *, force: bool) -> None:
    """Refuse a place where nothing may be written.

    Raises ``DiaryError``: ``output_in_diary``, because ``force`` must not replace a diary's own files;
    ``file_unwritable`` for a folder; ``file_exists`` without ``force``.
    """
    if (out.parent / key_file.FILE_NAME).exists():
        raise DiaryError("output_in_diary", file=out.name)
    if out.is_dir():
        raise DiaryError("file_unwritable", file=out.name)
    if out.exists() and not force:
        raise DiaryError("file_exists", file=out.name)
