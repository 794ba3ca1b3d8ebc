"""Work off the GUI thread: in order, brought back, and dropped when nobody is there for it."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from diary.domain.errors import DiaryError
from diary.ui.kit import tasks
from diary.ui.kit.tasks import DetachedTasks, ImmediateTasks, LaneTasks, LatestTasks
from tests.ui.today.journals import PatientTasks


class Listener:
    """Somebody who waits for answers."""

    def __init__(self) -> None:
        self.answers: list[object] = []
        self.faults: list[str] = []
        self.threads: list[threading.Thread] = []

    def done(self, answer: object) -> None:
        """Take an answer."""
        self.answers.append(answer)
        self.threads.append(threading.current_thread())

    def failed(self, error: DiaryError) -> None:
        """Take a fault."""
        self.faults.append(error.slug)


def fails() -> None:
    raise DiaryError("disk_full")


def joined(name: str) -> None:
    """Wait until the threads whose names begin like this have ended."""
    for thread in threading.enumerate():
        if thread.name.startswith(name):
            thread.join()


@pytest.fixture
def lane(qapp: object) -> Iterator[LaneTasks]:
    del qapp
    lane = LaneTasks("test")
    yield lane
    lane.close()


def test_answers_come_to_the_gui_thread_in_the_order_of_asking(lane: LaneTasks, qtbot: QtBot) -> None:
    listener = Listener()
    for number in range(20):
        lane.run(number.__index__, listener.done)
    qtbot.waitUntil(lambda: len(listener.answers) == 20)
    assert listener.answers == list(range(20))
    assert set(listener.threads) == {threading.main_thread()}


def test_work_runs_on_one_other_thread(lane: LaneTasks, qtbot: QtBot) -> None:
    listener = Listener()
    for _ in range(5):
        lane.run(threading.current_thread, listener.done)
    qtbot.waitUntil(lambda: len(listener.answers) == 5)
    assert len(set(listener.answers)) == 1
    assert threading.main_thread() not in listener.answers


def test_a_fault_of_the_world_is_told_and_the_lane_goes_on(lane: LaneTasks, qtbot: QtBot) -> None:
    listener = Listener()
    lane.run(fails, listener.done, listener.failed)
    lane.run(int, listener.done)
    qtbot.waitUntil(lambda: listener.answers == [0])
    assert listener.faults == ["disk_full"]


def test_a_bug_is_raised_on_the_gui_thread(lane: LaneTasks, qtbot: QtBot) -> None:
    listener = Listener()
    with capture_exceptions() as exceptions:
        lane.run({}.popitem, listener.done, listener.failed)
        qtbot.waitUntil(lambda: bool(exceptions))
    assert [kind for kind, _, _ in exceptions] == [KeyError]
    assert listener.faults == []


def test_an_answer_for_somebody_who_is_gone_is_dropped(lane: LaneTasks, qtbot: QtBot) -> None:
    """A presenter that is kept alive by its last question would keep decrypted words alive after the lock."""
    gone, there = Listener(), Listener()
    answers = gone.answers
    lane.run(int, gone.done)
    del gone
    gc.collect()
    lane.run(int, there.done)
    qtbot.waitUntil(lambda: there.answers == [0])
    assert answers == []


class Clock:
    """Processor time: each look at it finds that so much was used since the last."""

    def __init__(self, *used: float) -> None:
        self._used = iter(used)
        self.now = 0.0

    def __call__(self) -> float:
        """How much was used until now."""
        self.now += next(self._used)
        return self.now


def test_what_a_disk_never_answers_is_not_waited_for(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window was gone, and its program stayed for ever, with the lock on the diary."""
    del qapp
    monkeypatch.setattr(tasks, "QUIET_S", 0.05)
    lane, (answer, asked) = LaneTasks("test"), os.pipe()
    lane.run(partial(os.read, answer, 1), print)
    giving_up = threading.Timer(20, os.write, (asked, b"x"))
    giving_up.start()
    try:
        assert not lane.close()
    finally:
        giving_up.cancel()
        os.write(asked, b"x")
        joined("test")
        for end in (answer, asked):
            os.close(end)


def test_what_works_is_waited_for_however_long(qapp: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """An import on whose window somebody closed, or a backup that is brought back on a slow computer, is finished."""
    del qapp
    lane, done = LaneTasks("test"), threading.Event()
    clock = Clock(0.0, 1.0, 1.0, tasks.STIR_S)

    def worked() -> float:
        if clock.now == 2.0:
            done.set()
        return clock()

    monkeypatch.setattr(tasks, "QUIET_S", 0.05)
    monkeypatch.setattr(tasks, "process_time", worked)
    lane.run(done.wait, print)
    assert lane.close()
    assert clock.now >= 2.0


def test_only_the_latest_question_is_answered() -> None:
    patient, listener = PatientTasks(), Listener()
    latest = LatestTasks(patient)
    latest.run(lambda: "first", listener.done)
    latest.run(lambda: "second", listener.done)
    patient.go()
    assert listener.answers == ["second"]


def test_a_fault_of_a_question_that_was_superseded_is_not_told() -> None:
    patient, listener = PatientTasks(), Listener()
    latest = LatestTasks(patient)
    latest.run(fails, listener.done, listener.failed)
    latest.run(int, listener.done, listener.failed)
    patient.go()
    assert (listener.answers, listener.faults) == ([0], [])


def test_at_once_a_fault_that_nobody_listens_for_is_raised() -> None:
    with pytest.raises(DiaryError):
        ImmediateTasks().run(fails, Listener().done)


@pytest.fixture
def detached(qapp: object) -> Iterator[DetachedTasks]:
    del qapp
    detached = DetachedTasks("test")
    yield detached
    detached.close()


def test_what_waits_for_a_person_holds_nothing_else_up(detached: DetachedTasks, qtbot: QtBot) -> None:
    listener, answered = Listener(), threading.Event()
    detached.run(answered.wait, listener.done)
    detached.run(int, listener.done)
    detached.run(fails, listener.done, listener.failed)
    qtbot.waitUntil(lambda: listener.answers == [0] and listener.faults == ["disk_full"])
    answered.set()
    qtbot.waitUntil(lambda: listener.answers == [0, True])
    assert set(listener.threads) == {threading.main_thread()}


def test_an_answer_that_comes_after_the_end_is_dropped(qapp: QApplication) -> None:
    detached, listener, answered = DetachedTasks("test"), Listener(), threading.Event()
    detached.run(answered.wait, listener.done)
    detached.close()
    answered.set()
    joined("test")
    qapp.sendPostedEvents()
    assert listener.answers == []


def test_waiting_ends_with_the_work_or_with_the_time_allowed(lane: LaneTasks, qtbot: QtBot) -> None:
    listener, may_end, ended = Listener(), threading.Event(), threading.Event()
    lane.run(may_end.wait, listener.done)
    lane.run(ended.set, listener.done)
    lane.wait(0.01)
    assert not ended.is_set()
    may_end.set()
    lane.wait(20)
    assert ended.is_set()
    assert listener.answers == [], "answers are brought by the loop, which stood still"
    qtbot.waitUntil(lambda: listener.answers == [True, None])
