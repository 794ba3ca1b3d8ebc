from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import filelock
import pytest

from diary.domain.errors import DiaryError
from diary.files.lock import HOLDER_NAME, DiaryLock, Holder, holder_of
from diary.files.whole import write_whole
from tests.files.faults import failing

PROJECT = Path(__file__).resolve().parents[2]
CEST = timezone(timedelta(hours=2))

OTHER_PROGRAM = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from diary.files.lock import DiaryLock, Holder
lock = DiaryLock(Path(sys.argv[1]), Holder("sam", "other", os.getpid(), datetime(2026, 11, 22, 20, 14, tzinfo=UTC)))
lock.take()
print("held", flush=True)
sys.stdin.readline()
lock.free()
print("freed", flush=True)
sys.stdin.readline()
"""


def holder(*, program: str = "Alongside", since: datetime = datetime(2026, 6, 1, 8, 5, tzinfo=CEST)) -> Holder:
    return Holder("sam", program, os.getpid(), since)


def line(program: subprocess.Popen[str]) -> str:
    assert program.stdout is not None
    return program.stdout.readline().strip()


def answer(program: subprocess.Popen[str]) -> None:
    assert program.stdin is not None
    program.stdin.write("\n")
    program.stdin.flush()


@contextmanager
def another_program_holding(folder: Path) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", OTHER_PROGRAM, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PROJECT,
    ) as program:
        try:
            assert line(program) == "held"
            yield program
        finally:
            program.kill()


def test_the_second_program_is_told_who_has_it_and_since_when(tmp_path: Path) -> None:
    with another_program_holding(tmp_path) as other:
        with pytest.raises(DiaryError) as caught:
            DiaryLock(tmp_path, holder()).take()
        assert caught.value.slug == "diary_in_use"
        assert caught.value.values == {"program": "other", "user": "sam", "day": "2026-11-22", "at": "20:14"}
        answer(other)
        assert line(other) == "freed"
        with DiaryLock(tmp_path, holder()) as lock:
            assert lock.is_held


def test_a_killed_program_frees_the_diary_and_its_name_does_not_speak_for_the_next(tmp_path: Path) -> None:
    with another_program_holding(tmp_path) as other:
        other.kill()
        other.wait()
        assert (tmp_path / HOLDER_NAME).exists()
        with DiaryLock(tmp_path, holder()), pytest.raises(DiaryError) as caught:
            DiaryLock(tmp_path, holder(program="late")).take()
    assert caught.value.values["program"] == "Alongside"
    assert (caught.value.values["day"], caught.value.values["at"]) == ("2026-06-01", "08:05")


def test_two_windows_of_one_program_exclude_each_other_too(tmp_path: Path) -> None:
    with DiaryLock(tmp_path, holder()), pytest.raises(DiaryError, match="diary_in_use"):
        DiaryLock(tmp_path, holder()).take()


def test_freeing_leaves_no_name_and_may_be_done_twice(tmp_path: Path) -> None:
    lock = DiaryLock(tmp_path, holder())
    lock.free()
    lock.take()
    assert holder_of(tmp_path) == holder()
    lock.free()
    lock.free()
    assert not lock.is_held
    assert holder_of(tmp_path) is None


def test_a_lock_is_freed_when_the_work_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), DiaryLock(tmp_path, holder()):
        _ = 1 / 0
    with DiaryLock(tmp_path, holder()) as lock:
        assert lock.is_held


def test_the_diary_s_lane_may_free_what_the_window_took(tmp_path: Path) -> None:
    lock = DiaryLock(tmp_path, holder())
    lock.take()
    lane = threading.Thread(target=lock.free)
    lane.start()
    lane.join()
    with DiaryLock(tmp_path, holder()):
        assert not lock.is_held


@pytest.mark.parametrize(
    "written", [b"", b"\xff", b"[]", b"{}", b'{"user": "u", "program": "p", "pid": 1, "since": 5}', b"[" * 9_000]
)
def test_an_unreadable_name_still_says_that_the_diary_is_in_use(tmp_path: Path, written: bytes) -> None:
    with DiaryLock(tmp_path, holder()):
        write_whole(tmp_path / HOLDER_NAME, written)
        with pytest.raises(DiaryError, match="diary_in_use_by_unknown"):
            DiaryLock(tmp_path, holder()).take()


@pytest.mark.parametrize(("number", "slug"), [(errno.EROFS, "folder_read_only"), (errno.ENOLCK, "file_unwritable")])
def test_a_folder_that_takes_no_lock_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, slug: str
) -> None:
    def refused(_: filelock.BaseFileLock) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(filelock.FileLock, "acquire", refused)
    with pytest.raises(DiaryError) as caught:
        DiaryLock(tmp_path, holder()).take()
    assert caught.value.slug == slug


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="folder_missing"):
        DiaryLock(tmp_path / "gone", holder()).take()
    assert not (tmp_path / "gone").exists()


def test_a_full_disk_holds_the_lock_without_a_name(tmp_path: Path) -> None:
    (tmp_path / HOLDER_NAME).write_text(json.dumps({"user": "u", "program": "crashed", "pid": 1, "since": "x"}))
    with failing("write", errno.ENOSPC), DiaryLock(tmp_path, holder()) as lock:
        assert lock.is_held
        with pytest.raises(DiaryError, match="diary_in_use_by_unknown"):
            DiaryLock(tmp_path, holder()).take()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_lock_and_name_are_for_their_own_account_alone(tmp_path: Path) -> None:
    with DiaryLock(tmp_path, holder(since=datetime(2026, 1, 1, tzinfo=UTC))):
        assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}


@pytest.mark.parametrize("pid", ["1e999", "NaN", '"x"', "null"])
def test_a_note_with_a_number_that_is_none_names_nobody(tmp_path: Path, pid: str) -> None:
    said = f'{{"user": "kim", "program": "alongside", "pid": {pid}, "since": "2026-11-20T20:00:00+01:00"}}'
    (tmp_path / HOLDER_NAME).write_text(said)
    assert holder_of(tmp_path) is None
