from __future__ import annotations

import errno
import os
import stat
import sys
import threading
from pathlib import Path

import pytest

from diary.domain.errors import DiaryError
from diary.files.whole import (
    make_private,
    read_whole,
    remove_drafts,
    remove_whole,
    replace_whole,
    write_handed_out,
    write_whole,
)
from tests.files.faults import Pauses, failing

STEPS = ["open", "write", "fsync", "replace"]
"""Every system call of a save before the new content is in place."""

posix = pytest.mark.skipif(os.name == "nt", reason="Windows has no modes and no folder fsync")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"words")
    assert read_whole(tmp_path / "a") == b"words"
    assert names(tmp_path) == ["a"]


def test_an_old_file_is_replaced_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"a long old content")
    write_whole(tmp_path / "a", b"new")
    assert read_whole(tmp_path / "a") == b"new"


def test_nothing_can_be_written_as_an_empty_file(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"")
    assert read_whole(tmp_path / "a") == b""


def test_a_disk_that_takes_a_byte_at_a_time_gets_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:1])))
    write_whole(tmp_path / "a", b"all of it")
    assert read_whole(tmp_path / "a") == b"all of it"


@posix
def test_a_file_is_for_its_own_account_alone_unless_said_otherwise(tmp_path: Path) -> None:
    write_whole(tmp_path / "private", b"")
    write_whole(tmp_path / "given", b"", mode=0o644)
    assert stat.S_IMODE((tmp_path / "private").stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "given").stat().st_mode) & 0o600 == 0o600
    assert stat.S_IMODE((tmp_path / "given").stat().st_mode) & ~0o644 == 0


@pytest.mark.parametrize("call", STEPS)
@pytest.mark.parametrize(
    ("number", "slug"),
    [
        (errno.ENOSPC, "disk_full"),
        (errno.EDQUOT, "disk_full"),
        (errno.EROFS, "folder_read_only"),
        (errno.EACCES, "folder_read_only"),
        (errno.EPERM, "folder_read_only"),
        (errno.EIO, "file_unwritable"),
    ],
)
def test_a_fault_at_any_step_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, call: str, number: int, slug: str
) -> None:
    write_whole(tmp_path / "a", b"old")
    with failing(call, number), pytest.raises(DiaryError) as caught:
        write_whole(tmp_path / "a", b"new", pause=Pauses())
    assert caught.value.slug == slug
    assert caught.value.values == {"file": "a"}
    assert read_whole(tmp_path / "a") == b"old"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("call", STEPS)
def test_a_fault_at_any_step_of_a_new_file_leaves_an_empty_folder(tmp_path: Path, call: str) -> None:
    with failing(call, errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
        write_whole(tmp_path / "a", b"new", pause=Pauses())
    assert names(tmp_path) == []


def test_a_disk_that_fills_up_half_way_leaves_the_old_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(tmp_path / "a", b"old")
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:1])))
    with failing("write", errno.ENOSPC, when=2), pytest.raises(DiaryError, match="disk_full"):
        write_whole(tmp_path / "a", b"new content")
    assert read_whole(tmp_path / "a") == b"old"
    assert names(tmp_path) == ["a"]


def test_an_interruption_leaves_nothing_behind_and_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "a", b"new")
    assert names(tmp_path) == []


@pytest.mark.parametrize("place", ["gone/a", "file/a"])
def test_a_folder_that_is_not_there_is_said(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DiaryError, match="folder_missing"):
        write_whole(tmp_path / place, b"new")


def test_a_virus_scanner_that_holds_the_file_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    pauses = Pauses()
    with failing("replace", errno.EACCES, times=3):
        write_whole(tmp_path / "a", b"new", pause=pauses)
    assert read_whole(tmp_path / "a") == b"new"
    assert len(pauses.seconds) == 3


def test_it_is_waited_for_two_seconds_and_no_longer(tmp_path: Path) -> None:
    pauses = Pauses()
    with failing("replace", errno.EACCES), pytest.raises(DiaryError, match="folder_read_only"):
        write_whole(tmp_path / "a", b"new", pause=pauses)
    assert sum(pauses.seconds) == pytest.approx(2.0, abs=0.051)


def test_a_full_disk_is_not_waited_for(tmp_path: Path) -> None:
    pauses = Pauses()
    with failing("replace", errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
        write_whole(tmp_path / "a", b"new", pause=pauses)
    assert pauses.seconds == []


@posix
def test_the_content_reaches_the_disk_before_its_name_and_the_name_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []
    real_fsync, real_replace = os.fsync, os.replace

    def fsync(descriptor: int) -> None:
        done.append("folder" if stat.S_ISDIR(os.fstat(descriptor).st_mode) else "content")
        real_fsync(descriptor)

    def replace(source: Path, target: Path) -> None:
        done.append("name")
        real_replace(source, target)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "replace", replace)
    write_whole(tmp_path / "a", b"new")
    assert done == ["content", "name", "folder"]


@posix
def test_a_network_drive_that_cannot_sync_folders_is_no_failed_save(tmp_path: Path) -> None:
    with failing("fsync", errno.EINVAL, when=1):
        write_whole(tmp_path / "a", b"new")
    assert read_whole(tmp_path / "a") == b"new"


@posix
def test_a_name_that_may_not_survive_a_power_cut_is_not_called_saved(tmp_path: Path) -> None:
    with failing("fsync", errno.EIO, when=1), pytest.raises(DiaryError, match="file_unwritable"):
        write_whole(tmp_path / "a", b"new")
    assert read_whole(tmp_path / "a") == b"new"
    assert names(tmp_path) == ["a"]


def test_a_system_without_folder_sync_does_without(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY", raising=False)
    with failing("fsync", errno.EIO, when=1):
        write_whole(tmp_path / "a", b"new")
    assert read_whole(tmp_path / "a") == b"new"


def test_what_a_killed_program_left_under_the_same_number_is_no_obstacle(tmp_path: Path) -> None:
    left = tmp_path / f".{os.getpid()}-{threading.get_ident()}.part"
    left.write_bytes(b"half")
    write_whole(tmp_path / "a", b"new")
    assert names(tmp_path) == ["a"]


@posix
def test_a_link_planted_under_the_draft_s_name_is_not_followed(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_bytes(b"mine")
    (tmp_path / f".{os.getpid()}-{threading.get_ident()}.part").symlink_to(precious)
    write_whole(tmp_path / "a", b"new")
    assert precious.read_bytes() == b"mine"


def test_a_name_as_long_as_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("a" * 255)
    write_whole(path, b"new")
    assert names(tmp_path) == [path.name]


def test_reading_tells_a_missing_file_from_an_unreadable_one(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="file_missing"):
        read_whole(tmp_path / "a")
    with pytest.raises(DiaryError, match="file_unreadable"):
        read_whole(tmp_path)


def test_removing_is_patient_and_finds_it_gone_already(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    pauses = Pauses()
    with failing("unlink", errno.EACCES, times=2):
        remove_whole(tmp_path / "a", pause=pauses)
    remove_whole(tmp_path / "a")
    assert names(tmp_path) == []
    assert len(pauses.seconds) == 2


def test_a_file_that_cannot_be_removed_is_said(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    with failing("unlink", errno.EROFS), pytest.raises(DiaryError, match="folder_read_only"):
        remove_whole(tmp_path / "a")


def test_one_file_takes_the_place_of_another(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"old")
    write_whole(tmp_path / "b", b"new")
    with failing("replace", errno.EIO), pytest.raises(DiaryError, match="file_unwritable"):
        replace_whole(tmp_path / "b", tmp_path / "a")
    assert names(tmp_path) == ["a", "b"]
    replace_whole(tmp_path / "b", tmp_path / "a")
    assert names(tmp_path) == ["a"]
    assert read_whole(tmp_path / "a") == b"new"


def test_a_draft_that_a_killed_program_left_is_removed_and_nothing_else(tmp_path: Path) -> None:
    for name in (".4711-12.part", ".notes.part", ".2026-11-20 automatic.alongside-backup.part", "4711-12.part"):
        (tmp_path / name).write_bytes(b"half")
    remove_drafts(tmp_path)
    assert names(tmp_path) == [".2026-11-20 automatic.alongside-backup.part", ".notes.part", "4711-12.part"]


def test_a_draft_of_a_file_that_is_handed_out_can_be_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A hidden one would keep a person's words in the open, and nobody would ever find it."""
    drafts: list[str] = []
    real = Path.replace

    def noted(draft: Path, target: Path) -> Path:
        drafts.append(draft.name)
        return real(draft, target)

    monkeypatch.setattr(Path, "replace", noted)
    write_handed_out(tmp_path / "page.pdf", b"words")
    assert drafts[0].startswith("alongside-unfinished-")
    assert drafts[0].endswith(".pdf")
    assert names(tmp_path) == ["page.pdf"]


@posix
def test_a_pipe_or_a_device_is_no_place_for_a_file_and_stays_what_it_is(tmp_path: Path) -> None:
    """``--force`` put a file in place of ``/dev/full``, where whoever ran it may do that."""
    pipe, link = tmp_path / "page.pdf", tmp_path / "link.pdf"
    os.mkfifo(pipe)
    link.symlink_to(pipe)
    for place in (pipe, link):
        with pytest.raises(DiaryError, match="file_unwritable"):
            write_handed_out(place, b"words")
    assert pipe.is_fifo()
    assert link.is_symlink()
    assert names(tmp_path) == ["link.pdf", "page.pdf"]


@posix
def test_what_others_could_read_is_made_private_and_what_is_not_there_is_no_matter(tmp_path: Path) -> None:
    open_to_all = tmp_path / "a"
    open_to_all.touch(0o644)
    open_to_all.chmod(0o644)
    make_private(open_to_all)
    make_private(tmp_path / "nothing")
    assert stat.S_IMODE(open_to_all.stat().st_mode) == 0o600


@posix
@pytest.mark.parametrize("refusal", [0, errno.ENOTSUP])
def test_a_mac_is_asked_to_empty_the_disks_own_memory_before_a_file_gets_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refusal: int
) -> None:
    """A power cut could leave the name ``keys.json`` with nothing in it, and nobody could open the diary."""
    import fcntl

    asked: list[tuple[int, bool]] = []

    def asks(_descriptor: int, what: int) -> int:
        asked.append((what, (tmp_path / "a").exists()))
        if refusal:
            raise OSError(refusal, os.strerror(refusal))
        return 0

    monkeypatch.setattr(fcntl, "F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr(fcntl, "fcntl", asks)
    monkeypatch.setattr(sys, "platform", "darwin")
    write_whole(tmp_path / "a", b"words")
    assert asked == [(51, False)]
    assert read_whole(tmp_path / "a") == b"words"
