"""A diary's first months from end to end, on the one thread that owns it, as the window and the command line use it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest

from diary.app import bringing_in, diaries, exporting, journal, keeping, looking_back
from diary.app.bringing_in import OWN_FORMAT, Choices
from diary.app.exporting import ExportFormat
from diary.app.opened import OpenDiary
from diary.domain.day_values import DayState
from diary.domain.entries import MarkKind
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import Basis, Voice
from tests.storage.builders import CHEAP, World, a_carer, computer, local

FIRST = date(2026, 9, 1)
T = TypeVar("T")


class Lane:
    """The diary's one thread; the test waits for each answer, as no screen does."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1)

    def run(self, work: Callable[[], T]) -> T:
        return self._pool.submit(work).result(timeout=30)

    def end(self) -> None:
        self._pool.shutdown()


@pytest.fixture
def lane() -> Iterator[Lane]:
    made = Lane()
    yield made
    made.end()


def a_day(diary: OpenDiary, world: World, number: int) -> None:
    """Most days an answer in the evening; some late, some bad, some not at all."""
    day = FIRST + timedelta(days=number)
    world.now = local(day, 20)
    match number % 10:
        case 3:
            return
        case 4:
            journal.mark_day(diary, day, MarkKind.BAD_DAY)
        case 5:
            world.now += timedelta(days=1)
            journal.give_scores(diary, day, {(PAIN, None): 5})
        case _:
            scores: dict[str, float] = {MOOD: 6 - number % 3, ANXIETY: number % 8, PAIN: number % 7, SLEEP: 6.5}
            journal.give_scores(diary, day, {(measure, None): value for measure, value in scores.items()})
    if number % 6 == 0:
        journal.write_note(diary, day, f"the {number}th day")


def test_two_months_are_kept_shown_backed_up_moved_and_brought_back(tmp_path: Path, lane: Lane) -> None:
    world = World()
    here = computer(tmp_path / "config", world)
    world.now = local(FIRST, 8)
    diary, code = lane.run(lambda: diaries.create(tmp_path / "S.alongside", "Sam", None, here, cost=CHEAP))
    for number in range(30):
        lane.run(lambda n=number: a_day(diary, world, n))  # type: ignore[misc] # mypy can't see the default
    alex = Voice(lane.run(lambda: a_carer(diary, "Alex")), Basis.OBSERVED)
    lane.run(lambda: journal.give_score(diary, FIRST, "noticed_in_pain", 2, voice=alex))
    backup = lane.run(lambda: keeping.back_up(diary, tmp_path / "september.alongside-backup"))
    lane.run(lambda: diaries.change_passphrase(diary, "three small words", cost=CHEAP))
    september = lane.run(lambda: looking_back.extract(diary))
    lane.run(lambda: diaries.close(diary))

    diary = lane.run(lambda: diaries.open_diary(tmp_path / "S.alongside", "three small words", here))
    assert lane.run(lambda: looking_back.extract(diary)) == september
    for number in range(30, 60):
        lane.run(lambda n=number: a_day(diary, world, n))  # type: ignore[misc] # as above
    beside = diaries.open_to_read(diary.folder, code, here)
    whole = looking_back.extract(beside)
    diaries.close(beside)
    states = [day.state for day in whole.days]
    assert states.count(DayState.BAD_DAY) == 6
    assert states.count(DayState.PARTLY) == 6
    assert len(states) == 54
    late = [day.value(PAIN) for day in whole.days if (day.day - FIRST).days % 10 == 5]
    assert all(value is not None and value.filled_in_later and value.in_statistics for value in late)

    out = tmp_path / "all.json"
    exporting.export(whole, out, ExportFormat.JSON, today=diary.today(), with_notes=True)
    assert lane.run(lambda: keeping.check(diary)).is_well
    lane.run(lambda: diaries.close(diary))

    moved, _ = lane.run(lambda: diaries.create(tmp_path / "moved.alongside", "Sam", "new words", here, cost=CHEAP))
    brought = lane.run(lambda: bringing_in.bring_in(moved, out, Choices(OWN_FORMAT)))
    assert brought.made == sum(len(day.entries) for day in whole.days)
    again = lane.run(lambda: looking_back.extract(moved))
    assert [(day.day, day.state, day.values) for day in again.days] == [
        (day.day, day.state, day.values) for day in whole.days
    ]
    assert [note.text for note in again.notes] == [note.text for note in whole.notes]
    lane.run(lambda: diaries.close(moved))

    held = lane.run(lambda: keeping.restore(backup, tmp_path / "S.alongside", code, here))
    assert (held.first_day, held.last_day) == (september.first_day, september.last_day)
    diary = lane.run(lambda: diaries.open_diary(tmp_path / "S.alongside", code, here))
    assert lane.run(lambda: looking_back.extract(diary)) == september
    lane.run(lambda: diaries.close(diary))
