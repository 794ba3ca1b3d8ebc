"""Answers that no clock tells apart: none is lost, they keep their order, and undo takes them back one by one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from diary.app import diaries, looking_back
from diary.app.opened import OpenDiary
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.today.gestures import SayNowhereElse, TickFactor
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.state import Answer
from tests.storage.builders import World, sams_diary
from tests.ui.today.journals import Ids
from tests.ui.today.test_journals import Opened

WORK = frozenset({"starter-work"})
GIVEN = (Answer("mood", 4), Answer("anxiety", 6), Answer("mood", 5), Answer("pain", 10), Answer("mood", None))


@dataclass
class Page:
    """The presenter over a real diary whose clock stands still."""

    diary: OpenDiary
    presenter: TodayPresenter

    def kept(self) -> dict[str, float]:
        """What the diary's file says now."""
        day = looking_back.extract(self.diary).days
        return {measure: value.value for (measure, site), value in day[0].values.items() if site is None} if day else {}


@pytest.fixture
def page(tmp_path: Path) -> Iterator[Page]:
    world = World()
    diary = sams_diary(tmp_path, world)
    presenter = TodayPresenter(
        DiaryJournal(Opened(diary).diary), ImmediateTasks(), diary.today, lambda: world.now, Ids()
    )
    presenter.load()
    yield Page(diary, presenter)
    diaries.close(diary)


def test_none_is_lost_and_undo_takes_them_back_one_by_one(page: Page) -> None:
    stood = []
    for answer in GIVEN:
        stood.append(page.kept())
        page.presenter.give(answer)
    assert page.kept() == {"anxiety": 6, "pain": 10}
    changes = [(row.what, row.old, row.new) for row in reversed(looking_back.history(page.diary))]
    assert changes == [
        ("mood", None, 4),
        ("anxiety", None, 6),
        ("mood", 4, 5),
        ("pain", None, 10),
        ("mood", 5, None),
    ]
    assert len({row.at for row in looking_back.history(page.diary)}) == 1, "the clock read the same at each"
    for before in reversed(stood):
        page.presenter.undo()
        assert page.kept() == before
    assert not page.presenter.state.can_undo


def test_what_is_said_under_more_in_the_same_instant_stays_apart(page: Page) -> None:
    page.presenter.do(TickFactor("starter-work", was_there=True))
    page.presenter.do(SayNowhereElse(said=True))
    assert (page.presenter.state.more.ticked, page.presenter.state.more.nowhere_else) == (WORK, True)
    page.presenter.undo()
    assert (page.presenter.state.more.ticked, page.presenter.state.more.nowhere_else) == (WORK, False)
    page.presenter.undo()
    assert page.presenter.state.more.ticked == frozenset()
