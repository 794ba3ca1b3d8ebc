from __future__ import annotations

import errno
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.errors import DiaryError
from diary.files.folders import (
    configuration_folder,
    default_diaries_folder,
    folder_name,
    is_taken,
    label_of,
    synced_folder_of,
)
from tests.files.faults import failing

WINDOWS_DEVICES = ("CON", "con", "PRN", "AUX", "NUL", "COM1", "com9", "LPT1", "COM¹", "CONIN$", "CONOUT$", "CLOCK$")


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("S", "S.alongside"),
        ("Sam & Alex", "Sam & Alex.alongside"),
        ("  Sam \t Müller\n", "Sam Müller.alongside"),
        ("Mu\u0308ller", "Müller.alongside"),
        ("a:b/c\\d", "a-b-c-d.alongside"),
        ('<a>"b"|c?*', "-a--b--c--.alongside"),
        ("S. ", "S.alongside"),
        ("..", None),
        (" . . ", None),
        ("", None),
        ("\u202e\u2066\u200b\x00\x07", None),
        ("..hidden", "hidden.alongside"),
        ("S\u202egnp.exe", "Sgnp.exe.alongside"),
        ("S\ud800", "S.alongside"),
        ("痛み", "痛み.alongside"),
        ("S.alongside", "S.alongside"),
        ("S.alongside.", "S.alongside.alongside"),
        ("console", "console.alongside"),
    ],
)
def test_a_label_becomes_a_name_that_every_system_takes(label: str, name: str | None) -> None:
    if name is None:
        with pytest.raises(DiaryError, match="label_empty"):
            folder_name(label)
    else:
        assert folder_name(label) == name


def test_a_label_is_taken_in_whatever_case_it_is_written(tmp_path: Path) -> None:
    (tmp_path / folder_name("Sam")).mkdir()
    assert is_taken(tmp_path / folder_name("sAM"))
    assert not is_taken(tmp_path / folder_name("Sam B"))
    assert not is_taken(tmp_path / "not made yet" / folder_name("Sam"))


@pytest.mark.parametrize("device", WINDOWS_DEVICES)
@pytest.mark.parametrize("rest", ["", ".b", " .b", "."])
def test_a_device_of_windows_is_no_name(device: str, rest: str) -> None:
    assert folder_name(device + rest).startswith("_")


@given(st.text(st.characters(codec=None), max_size=90))
def test_every_name_is_safe(label: str) -> None:
    try:
        name = folder_name(label)
    except DiaryError:
        return
    assert len(name) <= 60
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert all(char.isprintable() for char in name)
    assert name[0] not in ". "
    assert name[: -len(".alongside")][-1] not in ". "
    assert folder_name(label_of(Path(name))) == name


@pytest.mark.parametrize(
    ("place", "service"),
    [
        ("OneDrive/Documents/S.alongside", "OneDrive"),
        ("OneDrive - Company/S.alongside", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Personal/S.alongside", "OneDrive"),
        ("Library/Mobile Documents/com~apple~CloudDocs/S.alongside", "iCloud"),
        ("iCloudDrive/S.alongside", "iCloud"),
        ("iCloud Drive/S.alongside", "iCloud"),
        ("Dropbox/S.alongside", "Dropbox"),
        ("Dropbox (Personal)/S.alongside", "Dropbox"),
        ("dropbox", "Dropbox"),
        ("Nextcloud/S.alongside", "Nextcloud"),
        ("Nextcloud2/S.alongside", "Nextcloud"),
        ("Google Drive/S.alongside", "Google Drive"),
        ("GoogleDrive-sam/My Drive/S.alongside", "Google Drive"),
        ("My Drive/S.alongside", "Google Drive"),
        ("Documents/S.alongside", None),
        ("Dropboxes/S.alongside", None),
        ("Dropbox.alongside", None),
        ("my nextcloud backup/S.alongside", None),
    ],
)
def test_a_synced_folder_is_known_by_the_names_above(tmp_path: Path, place: str, service: str | None) -> None:
    assert synced_folder_of(tmp_path / place) == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".dropbox.cache", "Dropbox"), (".nextcloudsync.log", "Nextcloud"), (".stfolder", "Syncthing")],
)
def test_a_synced_folder_of_another_name_is_known_by_what_lies_in_it(tmp_path: Path, mark: str, service: str) -> None:
    (tmp_path / "cloud" / "diaries").mkdir(parents=True)
    (tmp_path / "cloud" / mark).mkdir()
    assert synced_folder_of(tmp_path / "cloud" / "diaries" / "S.alongside") == service
    assert synced_folder_of(tmp_path / "S.alongside") is None


def test_onedrive_of_any_name_is_known_from_the_environment(tmp_path: Path) -> None:
    environment = {"OneDriveCommercial": str(tmp_path / "Firma"), "OneDrive": ""}
    assert synced_folder_of(tmp_path / "Firma" / "S.alongside", environment) == "OneDrive"
    assert synced_folder_of(tmp_path / "S.alongside", environment) is None


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "Documents").symlink_to(tmp_path / "Dropbox", target_is_directory=True)
    assert synced_folder_of(tmp_path / "Documents" / "S.alongside") == "Dropbox"


def test_a_folder_that_may_not_be_looked_into_is_no_obstacle(tmp_path: Path) -> None:
    with failing("stat", errno.EACCES):
        assert synced_folder_of(tmp_path / "S.alongside") is None


def test_diaries_and_the_keys_of_this_computer_lie_apart(test_home: Path) -> None:
    diaries, configuration = default_diaries_folder(), configuration_folder()
    assert diaries.is_relative_to(test_home)
    assert configuration.is_relative_to(test_home)
    assert not configuration.is_relative_to(diaries)
    assert not diaries.is_relative_to(configuration / "keys")


@pytest.mark.parametrize("is_from_store", [False, True])
def test_removing_a_python_that_came_from_the_store_takes_no_diary_along(
    test_home: Path, monkeypatch: pytest.MonkeyPatch, is_from_store: bool
) -> None:
    """Windows gives such a Python an AppData of its own, and nobody would look there for a diary that is gone."""
    store = r"C:\Program Files\WindowsApps\PythonSoftwareFoundation.Python.3.13_3.13.2544.0_x64__qbz5n2kfra8p0"
    monkeypatch.setattr(sys, "base_prefix", store if is_from_store else r"D:\Python313")
    places = (default_diaries_folder(), configuration_folder())
    assert [place.is_relative_to(test_home / "Alongside") for place in places] == [is_from_store, is_from_store]
