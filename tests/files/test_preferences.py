from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import filelock
import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.files import preferences
from diary.files.preferences import DAMAGED_NAME, FILE_NAME, Device, KnownDiary, Preferences, WindowPlace
from tests.files.faults import failing

PROJECT = Path(__file__).resolve().parents[2]
SAM, ALEX = Path("/diaries/S.alongside"), Path("/diaries/A.alongside")

CHOSEN = Preferences(
    language="de",
    help_country="DE",
    theme="dark",
    text_scale=1.5,
    lock_minutes=30,
    locks_at_sleep=False,
    told_of_plain_files=True,
    hides_numbers=True,
    window=WindowPlace(10, -20, 1280, 800, maximized=True),
    diaries=(KnownDiary(SAM, "S", "leaf", "teal"), KnownDiary(ALEX, "A")),
    last_opened=SAM,
    devices=(Device("d1", SAM, "laptop", 12),),
    others={"from_a_newer_version": {"kept": [1]}},
)


def stored(folder: Path, values: object) -> Preferences:
    (folder / FILE_NAME).write_text(json.dumps(values), encoding="utf-8")
    return preferences.load(folder)


def test_nothing_chosen_yet_is_the_system_s_choice_and_writes_nothing(tmp_path: Path) -> None:
    assert preferences.load(tmp_path) == Preferences()
    assert list(tmp_path.iterdir()) == []


def test_choices_come_back_with_what_a_newer_version_wrote(tmp_path: Path) -> None:
    folder = tmp_path / "not" / "there yet"
    assert preferences.change(folder, lambda _: CHOSEN) == CHOSEN
    assert preferences.load(folder) == CHOSEN
    assert preferences.change(folder, lambda old: replace(old, theme="light")).others == CHOSEN.others
    assert json.loads((folder / FILE_NAME).read_bytes())["from_a_newer_version"] == {"kept": [1]}


@pytest.mark.parametrize("written", [b"", b"{", b"\xff\xfe", b"[1]", b"null", b"[" * 50_000])
def test_a_damaged_file_is_set_aside_and_the_next_choice_is_kept(tmp_path: Path, written: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(written)
    assert preferences.load(tmp_path) == Preferences()
    assert (tmp_path / DAMAGED_NAME).read_bytes() == written
    preferences.change(tmp_path, lambda _: CHOSEN)
    assert preferences.load(tmp_path) == CHOSEN


def test_a_file_that_another_program_holds_is_neither_set_aside_nor_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    preferences.change(tmp_path, lambda _: CHOSEN)
    with monkeypatch.context() as held:
        held.setattr(Path, "read_bytes", _held)
        assert preferences.load(tmp_path) == Preferences()
        with pytest.raises(DiaryError, match="file_unreadable"):
            preferences.change(tmp_path, lambda old: replace(old, theme="light"))
    assert preferences.load(tmp_path) == CHOSEN


def _held(path: Path) -> bytes:
    raise PermissionError(errno.EACCES, "held by another program", str(path))


def test_what_cannot_even_be_read_or_moved_does_not_stop_a_start(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).mkdir()
    with failing("replace", errno.EACCES):
        assert preferences.load(tmp_path) == Preferences()
    assert (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize(
    "values",
    [
        {"language": 5, "help_country": [], "theme": {}, "text_scale": "2", "window": 1, "diaries": 2, "devices": {}},
        {"text_scale": 0.5},
        {"text_scale": 9},
        {"text_scale": True},
        {"text_scale": float("nan")},
        {"window": {"x": 1, "y": 2, "width": 3}},
        {"window": {"x": 1, "y": 2, "width": 3, "height": True}},
        {"window": {"x": 1.5, "y": 2, "width": 3, "height": 4}},
        {"diaries": ["S", {}, {"folder": "", "label": "S"}, {"folder": "/S", "label": 1}]},
        {"devices": [None, {}, {"diary_id": "d", "folder": "/S", "device_id": "v"}]},
        {"devices": [{"diary_id": "d", "folder": "/S", "device_id": "v", "highest_seq": True}]},
        {"last_opened": ""},
    ],
)
def test_a_value_of_another_kind_is_as_good_as_not_chosen(tmp_path: Path, values: dict[str, object]) -> None:
    assert stored(tmp_path, values) == Preferences()
    assert not (tmp_path / DAMAGED_NAME).exists()


def test_good_values_survive_beside_bad_ones(tmp_path: Path) -> None:
    window = {"x": 1, "y": 2, "width": 3, "height": 4, "maximized": "yes"}
    diaries = [{"folder": "/S", "label": "", "colour": 3}, 7]
    found = stored(tmp_path, {"text_scale": 2, "theme": 1, "window": window, "diaries": diaries})
    assert found == Preferences(text_scale=2.0, window=WindowPlace(1, 2, 3, 4), diaries=(KnownDiary(Path("/S"), ""),))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(sorted(CHOSEN.__slots__)) | st.text(), inner),
        max_leaves=12,
    )
)
def test_no_file_content_stops_a_start(tmp_path_factory: pytest.TempPathFactory, values: object) -> None:
    found = stored(tmp_path_factory.mktemp("p"), values)
    assert 1.0 <= found.text_scale <= 2.0


def test_the_diary_opened_last_is_known_and_keeps_its_place() -> None:
    renamed = KnownDiary(SAM, "Sam", "leaf", "red")
    assert CHOSEN.with_diary(renamed).diaries == (renamed, CHOSEN.diaries[1])
    new = KnownDiary(Path("/diaries/N.alongside"), "N")
    assert CHOSEN.with_diary(new).diaries == (*CHOSEN.diaries, new)
    assert CHOSEN.with_diary(new).last_opened == new.folder


def test_a_copied_diary_is_another_place_and_has_no_device_yet() -> None:
    assert CHOSEN.device_for("d1", SAM) == Device("d1", SAM, "laptop", 12)
    assert CHOSEN.device_for("d1", ALEX) is None
    assert CHOSEN.device_for("d2", SAM) is None


def test_a_device_is_counted_on_in_its_own_place_only() -> None:
    known = CHOSEN.with_device(Device("d1", ALEX, "copy", 3)).with_device(Device("d1", SAM, "laptop", 13))
    assert known.device_for("d1", SAM) == Device("d1", SAM, "laptop", 13)
    assert known.device_for("d1", ALEX) == Device("d1", ALEX, "copy", 3)
    assert len(known.devices) == 2


def test_a_full_disk_keeps_the_old_choices(tmp_path: Path) -> None:
    preferences.change(tmp_path, lambda _: CHOSEN)
    with failing("fsync", errno.ENOSPC), pytest.raises(DiaryError, match="disk_full"):
        preferences.change(tmp_path, lambda _: Preferences())
    assert preferences.load(tmp_path) == CHOSEN


def test_a_configuration_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    with failing("mkdir", errno.EROFS), pytest.raises(DiaryError, match="folder_read_only"):
        preferences.change(tmp_path / "gone", lambda _: CHOSEN)


def test_two_programs_change_one_after_the_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preferences, "_PATIENCE_SECONDS", 0)
    with filelock.FileLock(tmp_path / "preferences.lock"), pytest.raises(DiaryError, match="preferences_busy"):
        preferences.change(tmp_path, lambda _: CHOSEN)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no modes")
def test_preferences_are_for_their_own_account_alone(tmp_path: Path) -> None:
    folder = tmp_path / "configuration"
    preferences.change(folder, lambda _: CHOSEN)
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o600}


def test_reading_them_loads_nothing_heavy() -> None:
    """The first paint waits for the theme, and filelock alone would take as long as the rest of it."""
    look = "import sys, diary.files.preferences; sys.exit('filelock' in sys.modules or 'asyncio' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", look], cwd=PROJECT, check=False).returncode == 0


def test_numbers_beyond_all_numbers_are_as_good_as_not_chosen(tmp_path: Path) -> None:
    """One of four hundred digits ended the program before its first page, whatever was in the diary."""
    huge = "9" * 400
    place = f'{{"x": {huge}, "y": 1, "width": 800, "height": 600}}'
    (tmp_path / FILE_NAME).write_text(f'{{"text_scale": {huge}, "window": {place}, "theme": "dark"}}')
    found = preferences.load(tmp_path)
    assert (found.text_scale, found.window, found.theme) == (1.0, None, "dark")
