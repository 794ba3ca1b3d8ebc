"""Alex keeps a diary for Sam and one of their own, writes in both on one evening, and one entry in the wrong one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.app import diaries, looking_back
from diary.app.opened import OpenDiary
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.domain.people import PERSON, Basis
from diary.ui.first_run.keeper_part import KeeperPart
from diary.ui.first_run.steps import CodeStep, HonestNoteStep, NamesStep, PassphraseStep, WelcomeStep
from diary.ui.kit.buttons import CardButton
from diary.ui.kit.text import Words
from diary.ui.kit.whose_mark import WhoseMark
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.look_back.view import LookBackView
from diary.ui.moving.view import MovingView
from diary.ui.today.view import TodayView
from diary.ui.today.whose_line import WhoseLine
from tests.storage.builders import CHEAP, World, computer
from tests.ui import conftest
from tests.ui.running import Running

start = conftest.start
SAMS, ALEXS = "sam and the kettle", "alex by the window"


def shown(running: Running, kind: type[QWidget]) -> None:
    running.until(lambda: running.has(kind))


def make(running: Running, name: str, passphrase: str, *, for_another: bool = False) -> None:
    """Go through the first run."""
    running.click("Begin a diary", WelcomeStep)
    running.press(name)
    if for_another:
        running.click("I keep this diary for somebody else", NamesStep)
        running.part(KeeperPart).name.field.setFocus()
        running.press("Alex", Qt.Key.Key_Tab, "partner")
        running.click("Yes, they told me", KeeperPart)
    running.click("Go on", NamesStep)
    running.press(passphrase, Qt.Key.Key_Return, passphrase, Qt.Key.Key_Return)
    shown(running, CodeStep)
    running.click("Go on", CodeStep)
    running.click("Open the first page", HonestNoteStep)
    shown(running, TodayView)
    running.settled()
    running.until(running.window.isActiveWindow)
    assert not running.has(PassphraseStep)


def another_diary(running: Running) -> StartView:
    """Lock what is open, and go to the page with all diaries."""
    running.program.lock()
    shown(running, LockView)
    running.click("Another diary", LockView)
    shown(running, StartView)
    return running.part(StartView)


def cards(start_page: StartView) -> list[str]:
    return [one.accessibleName() for one in start_page.findChildren(CardButton)]


def looked_back_on(running: Running) -> list[str]:
    """Who wrote what, as Look back lists it."""
    running.window.show_page("look_back")
    shown(running, LookBackView)
    running.settled()
    return [f"{row.who}: {row.what}" for row in running.part(LookBackView)._state.entries]


def test_a_carer_writes_in_two_diaries_and_moves_what_was_written_in_the_wrong_one(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diaries, "create", partial(diaries.create, cost=CHEAP))
    running = start()
    make(running, "Sam", SAMS, for_another=True)
    assert not running.shows("You are writing in the diary"), "there is only one so far"
    running.press("1", "4")
    running.settled()

    another_diary(running)
    running.click("New diary", StartView)
    make(running, "Alex", ALEXS)
    assert [one.text() for one in running.part(WhoseLine).findChildren(Words)] == ["You are writing in the diary", "A"]
    assert running.window.windowTitle() == "A – Alongside"
    running.press(Qt.Key.Key_Tab, "76")
    running.settled()
    assert [running.values()[one] for one in (MOOD, ANXIETY, PAIN)] == [None, 7, 6]

    running.click("Wrong diary?", TodayView)
    shown(running, MovingView)
    running.until(lambda: running.shows("Alex, "))
    running.until(running.part(MovingView).secret.field.hasFocus)
    running.press(ALEXS, Qt.Key.Key_Return)
    running.settled()
    assert running.shows("That is the passphrase of the diary that is open.")
    running.press(SAMS, Qt.Key.Key_Return)
    running.until(lambda: running.shows("This would go to S"))
    assert running.shows("On that day S has already: Mood.")
    running.click("Move it to S", MovingView)
    running.until(lambda: running.shows("It is in S now"))
    running.click("Go back", MovingView)
    shown(running, TodayView)
    running.settled()
    assert set(running.values().values()) == {None}, "nothing of Sam's is left on Alex's page"
    running.press("335")
    running.settled()
    listed = looked_back_on(running)
    assert listed == ["Alex: mood 3, anxiety 3, pain 5", listed[1]]
    assert listed[1].startswith("Alex: moved to another diary by Alex, 20 November 2026 at")

    start_page = another_diary(running)
    assert [name.partition(".")[0] for name in cards(start_page)] == ["Open the diary S", "Open the diary A"]
    assert not [one for one in start_page.findChildren(QAbstractButton) if one.hasFocus()], "none is chosen beforehand"
    running.close()

    here = computer(tmp_path / "config", World(seed=9))
    sam = diaries.open_diary(tmp_path / "diaries" / "S.alongside", SAMS, here)
    alex = diaries.open_diary(tmp_path / "diaries" / "A.alongside", ALEXS, here)
    assert answers(sam) == [("Alex", Basis.TOLD, {MOOD: 4, ANXIETY: 7, PAIN: 6})]
    assert answers(alex) == [("Alex", Basis.SELF, {MOOD: 3, ANXIETY: 3, PAIN: 5})]
    assert [row.new for row in looking_back.history(sam) if row.what == "move"] == ["here"]
    gone = [row for row in looking_back.history(alex) if row.is_gone]
    assert {(row.recorder, row.new) for row in gone} == {(PERSON, None)}
    for diary in (sam, alex):
        diaries.close(diary)


def answers(diary: OpenDiary) -> list[tuple[str, Basis, dict[str, float]]]:
    """Whose entries a diary has, and what they say."""
    found = looking_back.extract(diary)
    return [
        (found.recorders[entry.recorder].name, entry.basis, {one.measure: one.value for one in entry.scores})
        for day in found.days
        for entry in day.entries
    ]


def test_the_start_page_waits_for_somebody_to_choose(start: Callable[[], Running], tmp_path: Path) -> None:
    for name in ("S", "A"):
        here = computer(tmp_path / "config", World(seed=len(name)))
        diary, _ = diaries.create(tmp_path / "diaries" / f"{name}.alongside", name, None, here, cost=CHEAP)
        diaries.close(diary)
    running = start()
    shown(running, StartView)
    QTest.keyClick(running.window.focusWidget() or running.window, Qt.Key.Key_Return)
    running.settled()
    assert running.has(StartView), "Enter opens none, and neither does the one opened last"


def test_whose_diary_it_is_stands_above_every_page_where_answers_go(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    for name in ("S", "A"):
        here = computer(tmp_path / "config", World(seed=len(name)))
        diary, _ = diaries.create(tmp_path / "diaries" / f"{name}.alongside", name, None, here, cost=CHEAP)
        diaries.close(diary)
    running = start()
    shown(running, StartView)
    QTest.mouseClick(running.part(StartView).findChildren(CardButton)[1], Qt.MouseButton.LeftButton)
    running.settled()
    for page in ("today", "questionnaires"):
        running.window.show_page(page)
        running.settled()
        mark = next(one for one in running.window.findChildren(WhoseMark) if one.isVisible())
        assert [words.text() for words in mark.findChildren(Words)] == ["You are writing in the diary", "A"]
