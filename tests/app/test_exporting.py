"""Files that a diary is sent out as."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from diary.app.exporting import ExportFormat, export, format_of
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.exchange.own_json import read_own_json
from tests.exchange.builders import TODAY, entry, extract, note

DIARY = extract([entry({PAIN: 6})], notes=[note("private words")])


def plain(content: bytes) -> bytes:
    """What a file says; a workbook is a ZIP of its parts."""
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        return b"".join(parts.read(name) for name in parts.namelist())


@pytest.mark.parametrize("form", ExportFormat)
def test_notes_leave_the_diary_only_when_asked_for(form: ExportFormat, tmp_path: Path) -> None:
    without, with_them = tmp_path / "without", tmp_path / "with"
    export(DIARY, without, form, today=TODAY)
    export(DIARY, with_them, form, today=TODAY, with_notes=True)
    assert b"private words" not in plain(without.read_bytes())
    assert b"private words" in plain(with_them.read_bytes())


@pytest.mark.parametrize("form", ExportFormat)
def test_the_same_diary_makes_the_same_bytes(
    form: ExportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(DIARY, tmp_path / "one", form, today=TODAY)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    export(DIARY, tmp_path / "two", form, today=TODAY)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_file_that_is_there_is_replaced_only_by_force(tmp_path: Path) -> None:
    out = tmp_path / "diary.json"
    out.write_bytes(b"mine")
    with pytest.raises(DiaryError) as caught:
        export(DIARY, out, ExportFormat.JSON, today=TODAY)
    assert caught.value.slug == "file_exists"
    assert out.read_bytes() == b"mine"
    export(DIARY, out, ExportFormat.JSON, today=TODAY, with_notes=True, force=True)
    assert read_own_json(out.read_bytes()) == DIARY


def test_a_folder_is_never_replaced(tmp_path: Path) -> None:
    with pytest.raises(DiaryError):
        export(DIARY, tmp_path, ExportFormat.CSV, today=TODAY, force=True)
    assert tmp_path.is_dir()


def test_a_files_ending_says_what_to_write() -> None:
    assert format_of(Path("a.CSV")) is ExportFormat.CSV
    assert format_of(Path("a.xlsx")) is ExportFormat.XLSX
    assert format_of(Path("a.json")) is ExportFormat.JSON
    with pytest.raises(DiaryError) as caught:
        format_of(Path("a.ods"))
    assert caught.value.slug == "export_format_unknown"


def test_what_is_stopped_while_it_is_made_leaves_nothing_behind(tmp_path: Path) -> None:
    for form in ExportFormat:
        export(DIARY, tmp_path / form, form, today=TODAY, is_wanted=lambda: False)
    assert list(tmp_path.iterdir()) == []
