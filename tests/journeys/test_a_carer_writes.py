"""A carer in the whole program: added with the person's yes, writing what was told and noticed, seen by the person."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.ui.kit.buttons import CardButton
from diary.ui.lock.view import LockView
from diary.ui.look_back.view import LookBackView
from diary.ui.rail import Rail
from diary.ui.settings.view import SettingsView
from diary.ui.today.noticed_part import NoticedPart
from diary.ui.today.view import TodayView
from diary.ui.writers.view import WritersView
from tests.ui import conftest
from tests.ui.running import PASSPHRASE, Running, known_diary

start = conftest.start


def opened(running: Running) -> None:
    running.until(lambda: running.enabled("Open the diary"))
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView))
    running.settled()


def locked(running: Running) -> None:
    running.program.lock()
    running.until(lambda: running.has(LockView))


def says_who(name: str, running: Running) -> None:
    buttons = running.window.findChildren(CardButton)
    QTest.mouseClick(next(one for one in buttons if one.accessibleName() == name), Qt.MouseButton.LeftButton)


def entries(running: Running) -> list[str]:
    """Who wrote what, as Look back lists it."""
    running.window.show_page("look_back")
    running.until(lambda: running.has(LookBackView))
    running.settled()
    return [f"{row.who}: {row.what}" for row in running.part(LookBackView)._state.entries]


def test_a_carer_is_added_writes_what_was_told_and_noticed_and_the_person_sees_who_wrote_what(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    opened(running)
    assert not running.shows("Who is writing?"), "only Sam writes so far"
    running.window.show_page("settings")
    running.click("Show who writes here", SettingsView)
    running.until(running.part(WritersView).add.isVisible)
    running.click("Add a carer", WritersView)
    running.press("Alex", Qt.Key.Key_Tab, "partner", Qt.Key.Key_Tab, " ", Qt.Key.Key_Tab, Qt.Key.Key_Return)
    running.until(lambda: running.shows("Sam agreed on"))
    locked(running)

    opened(running)
    running.until(lambda: running.shows("Who is writing?"))
    says_who("Alex. partner", running)
    running.until(lambda: running.shows("Is this what Sam told you, or what you noticed?"))
    assert running.part(Rail).writer.words == "Alex is writing"
    running.press("1")
    running.settled()
    running.press("476")
    running.settled()
    running.click("Change", TodayView)
    running.press("2")
    running.settled()
    part = running.part(NoticedPart)
    QTest.mouseClick(part.rows["noticed_in_pain"].choice.buttons["2"], Qt.MouseButton.LeftButton)
    running.settled()
    running.window.show_page("questionnaires")
    assert running.shows("These are Sam’s own answers. Alex fills in what Sam says.")
    locked(running)

    opened(running)
    running.until(lambda: running.shows("Who is writing?"))
    says_who("Sam. The diary is about Sam.", running)
    running.until(lambda: running.shows("Sam is writing"))
    running.settled()
    running.window.show_page("questionnaires")
    assert not running.shows("These are Sam’s own answers.")
    running.window.show_page("today")
    told = running.values()
    assert (told[MOOD], told[ANXIETY], told[PAIN]) == (4, 7, 6), "what Sam told counts as Sam's own answers"
    assert entries(running) == [
        "Sam, written by Alex: mood 4, anxiety 7, pain 6",
        "Alex’s view: looked or sounded in pain: a lot",
    ]
