"""A study's two files are written together or not at all, and only as they were shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from diary.app.researching import ForResearch, codebook_beside, for_research, save
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from tests.exchange.builders import entry, extract


@pytest.fixture(scope="module")
def found() -> ForResearch:
    return for_research(extract([entry({PAIN: 6})]))


def test_what_was_shown_is_what_is_written(found: ForResearch, tmp_path: Path) -> None:
    beside = save(found, tmp_path / "study.csv")
    assert beside == tmp_path / "study-codebook.csv"
    assert (tmp_path / "study.csv").read_bytes() == found.table.as_csv
    assert beside.read_bytes() == found.codebook.as_csv


@pytest.mark.parametrize("there", ["study.csv", "study-codebook.csv"])
def test_a_file_that_is_there_keeps_both_from_being_written(found: ForResearch, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_bytes(b"mine")
    with pytest.raises(DiaryError) as caught:
        save(found, tmp_path / "study.csv")
    assert caught.value.slug == "file_exists"
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(there, b"mine")]
    save(found, tmp_path / "study.csv", force=True)
    assert (tmp_path / there).read_bytes() != b"mine"


def test_a_table_that_can_not_be_written_leaves_no_codebook(found: ForResearch, tmp_path: Path) -> None:
    (tmp_path / "study.csv").mkdir()
    with pytest.raises(DiaryError):
        save(found, tmp_path / "study.csv", force=True)
    assert [one.name for one in tmp_path.iterdir()] == ["study.csv"]


def test_a_failure_in_between_takes_the_codebook_back(
    found: ForResearch, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []

    def fail_at_the_second(out: Path, content: bytes) -> None:
        written.append(out.name)
        if len(written) > 1:
            raise DiaryError("disk_full")
        out.write_bytes(content)

    monkeypatch.setattr("diary.app.handed_out.write_handed_out", fail_at_the_second)
    with pytest.raises(DiaryError):
        save(found, tmp_path / "study.csv")
    assert written == ["study-codebook.csv", "study.csv"]
    assert list(tmp_path.iterdir()) == []


def test_a_name_without_an_ending_gets_one_for_the_codebook() -> None:
    assert codebook_beside(Path("here/study")) == Path("here/study-codebook.csv")


def test_there_must_be_something_to_give() -> None:
    with pytest.raises(DiaryError) as caught:
        for_research(extract())
    assert caught.value.slug == "nothing_in_period"
