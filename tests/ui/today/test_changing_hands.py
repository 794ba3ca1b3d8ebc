"""Today when somebody else writes next: what one opened, wrote or was asked is not the other's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.app import carers, diaries, writing
from diary.domain.measures import MOOD
from diary.domain.people import PERSON, Agreed, Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from tests.storage.builders import World, sams_diary
from tests.ui.today.test_writing import SharedPage


@pytest.fixture
def page(icons: Icons, tmp_path: Path) -> Iterator[SharedPage]:
    """Today of a diary in which Alex and Kim write too, with the same passphrase."""
    diary = sams_diary(tmp_path, World())
    for name in ("Alex", "Kim"):
        carers.add_carer(diary, name, "", Agreed.YES, given_by_person=True)
    diary.ask_who()
    page = SharedPage(icons, diary, ImmediateTasks())
    yield page
    page.view.hide()
    page.view.deleteLater()
    diaries.close(diary)


def test_a_carer_who_wrote_nothing_on_a_day_is_not_told_that_it_is_saved(page: SharedPage) -> None:
    page.write_as("Sam", "6")
    page.presenter.go_back()
    page.presenter.go_on()
    assert "Saved at" in page.words
    page.click("Someone else is writing")
    page.write_as("Alex")
    page.presenter.go_back()
    page.presenter.go_on()
    assert "Saved at" not in page.words
    page.press("15")
    assert "Saved at" in page.words


def test_what_one_opened_is_closed_to_whoever_writes_next(page: SharedPage) -> None:
    page.write_as("Alex", "1")
    page.press("+")
    assert page.presenter.state.more.is_open
    page.presenter.go_back()
    page.press("1")
    assert page.presenter.state.more.is_open, "it stays open to who opened it, from day to day"
    page.click("Someone else is writing")
    page.write_as("Sam")
    assert not page.presenter.state.more.is_open


def test_who_writes_is_asked_no_longer_where_only_one_may(page: SharedPage) -> None:
    """The person takes the diary over, on a page of its own, before anybody said on Today who writes."""
    assert "Who is writing?" in page.words
    writing.choose_writer(page.diary, PERSON)
    for one in carers.carers(page.diary):
        page.presenter.refresh(carers.remove_carer(page.diary, one.recorder.id))
    assert "Who is writing?" not in page.words
    page.press("6")
    assert page.said(PERSON, Basis.SELF) == {MOOD: 6}
