"""Between two writers nobody takes anything back: it would be done in the name of who wrote before."""

from __future__ import annotations

from pathlib import Path

from diary.app import carers, diaries
from diary.domain.measures import MOOD
from diary.domain.people import PERSON, Agreed
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.today.journal import DiaryJournal
from diary.ui.today.presenter import TodayPresenter
from diary.ui.today.state import Answer
from tests.storage.builders import World, sams_diary
from tests.ui.today.journals import Ids


def test_nothing_is_taken_back_while_it_is_asked_who_writes(tmp_path: Path) -> None:
    world = World()
    diary = sams_diary(tmp_path, world)
    carers.add_carer(diary, "Alex", "", Agreed.YES, given_by_person=True)
    page = TodayPresenter(DiaryJournal(lambda: diary), ImmediateTasks(), diary.today, world.at, Ids())

    def steps() -> tuple[bool, bool]:
        return page.state.can_undo, page.state.can_redo

    page.load()
    page.give(Answer(MOOD, 4))
    assert steps() == (True, False)
    page.pen.choose_writer("")
    assert steps() == (False, False)
    page.undo()
    page.pen.choose_writer(PERSON)
    assert page.state.answers == {MOOD: 4}
    assert steps() == (True, False), "it is Sam who writes still"
    page.undo()
    assert steps() == (False, True)
    page.pen.choose_writer("")
    page.redo()
    assert steps() == (False, False)
    page.pen.choose_writer(PERSON)
    assert page.state.answers == {}
    diaries.close(diary)
