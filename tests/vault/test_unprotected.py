from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from diary.domain.errors import DiaryError
from diary.files.whole import write_whole
from diary.vault.unprotected import forget_key, keep_key, kept_key, key_path
from tests.files.faults import failing

KEY = bytes(range(32))


def test_a_key_is_kept_by_the_diary_s_id(tmp_path: Path) -> None:
    keep_key(tmp_path / "configuration", "d1", KEY)
    assert kept_key(tmp_path / "configuration", "d1") == KEY
    with pytest.raises(DiaryError, match="unprotected_key_missing"):
        kept_key(tmp_path / "configuration", "d2")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_the_key_is_for_its_own_account_alone(tmp_path: Path) -> None:
    keep_key(tmp_path, "d1", KEY)
    path = key_path(tmp_path, "d1")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700


def test_half_a_key_is_a_wrong_one(tmp_path: Path) -> None:
    keep_key(tmp_path, "d1", KEY)
    write_whole(key_path(tmp_path, "d1"), KEY[:16])
    with pytest.raises(DiaryError, match="unprotected_key_wrong"):
        kept_key(tmp_path, "d1")


def test_a_forgotten_key_is_gone_and_may_be_forgotten_again(tmp_path: Path) -> None:
    keep_key(tmp_path, "d1", KEY)
    forget_key(tmp_path, "d1")
    forget_key(tmp_path, "d1")
    assert not key_path(tmp_path, "d1").exists()


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with failing("mkdir", errno.EROFS), pytest.raises(DiaryError, match="folder_read_only"):
        keep_key(tmp_path / "configuration", "d1", KEY)
