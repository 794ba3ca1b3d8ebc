"""A carer begins a diary and writes; the person takes it over and seals a note, which the carer then can't read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from diary.app import diaries, looking_back
from diary.app.taking_over import take_over
from diary.app.values import BegunBy
from diary.domain.entries import Sharing
from diary.domain.people import PERSON, Agreed
from diary.ui.kit.buttons import CardButton
from diary.ui.lock.view import LockView
from diary.ui.look_back.view import LookBackView
from diary.ui.rail import Rail
from diary.ui.settings.view import SettingsView
from diary.ui.today.note_card import NoteCard
from diary.ui.today.noticed_part import NoticedPart
from diary.ui.today.view import TodayView
from diary.ui.writers.form import STAYS
from diary.ui.writers.view import WritersView
from tests.storage.builders import CHEAP, World, computer, diary_file
from tests.storage.pages import decrypted
from tests.ui import conftest
from tests.ui.running import PASSPHRASE, Running

start = conftest.start

SAMS, SECRET = "my very own words", "zymurgic heliotrope"
LEFT = Qt.MouseButton.LeftButton


def begun_by_alex(tmp_path: Path) -> Path:
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    begun_by = BegunBy("Alex", "partner", Agreed.YES)
    diary, _ = diaries.create(folder, "Sam", PASSPHRASE, here, begun_by=begun_by, cost=CHEAP)
    diaries.close(diary)
    return folder


def opened(running: Running, secret: str) -> None:
    running.until(lambda: running.enabled("Open the diary"))
    running.press(secret, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView))
    running.settled()


def locked(running: Running) -> None:
    running.program.lock()
    running.until(lambda: running.has(LockView))


def takes_over(running: Running) -> None:
    running.window.show_page("settings")
    running.click("Show who writes here", SettingsView)
    page = running.part(WritersView)
    running.until(page.taking_over.isVisible)
    QTest.mouseClick(page.taking_over.take_over, LEFT)
    running.press(SAMS, Qt.Key.Key_Tab, Qt.Key.Key_Tab, SAMS)
    assert page.form is not None
    QTest.mouseClick(page.form.consent.buttons[STAYS], LEFT)
    QTest.mouseClick(page.form.keep, LEFT)
    running.until(lambda: running.shows("Sam has the diary now."))
    assert running.shows("Your recovery code. Write it down")
    running.settled()


def test_the_person_takes_a_diary_over_and_seals_a_note_that_the_carer_can_not_read(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(take_over, "__kwdefaults__", {"keeper_stays": True, "cost": CHEAP})
    folder = begun_by_alex(tmp_path)
    running = start()
    opened(running, PASSPHRASE)
    running.until(lambda: running.shows("Who is writing?"))
    cards = running.window.findChildren(CardButton)
    QTest.mouseClick(next(one for one in cards if one.accessibleName() == "Alex. partner"), LEFT)
    running.until(lambda: running.shows("Is this what Sam told you, or what you noticed?"))
    running.press("2")
    running.settled()
    QTest.mouseClick(running.part(NoticedPart).rows["noticed_in_pain"].choice.buttons["2"], LEFT)
    running.settled()

    takes_over(running)
    assert running.part(Rail).writer.words == "Sam is writing"
    running.window.show_page("today")
    running.settled()
    running.press("476", "+")
    running.settled()
    card = running.part(NoteCard)
    card.field.setFocus()
    running.press(SECRET)
    QTest.mouseClick(card.seal.tick, LEFT)
    QTest.mouseClick(card.seal.seal, LEFT)
    running.settled()
    assert card.seal.is_sealed
    locked(running)

    opened(running, PASSPHRASE)
    assert running.part(Rail).writer.words == "Alex is writing"
    running.window.show_page("look_back")
    running.until(lambda: running.has(LookBackView))
    running.settled()
    rows = [f"{row.who}: {row.what}" for row in running.part(LookBackView)._state.entries]
    assert "Sam: mood 4, anxiety 7, pain 6, a note that only Sam can read" in rows
    running.close()

    here = computer(tmp_path / "config", World())
    alexs, sams = (diaries.open_to_read(folder, secret, here) for secret in (PASSPHRASE, SAMS))
    assert SECRET.encode() not in decrypted(diary_file(alexs), alexs.keys.data_key)
    for diary, words in ((alexs, ""), (sams, SECRET)):
        content = looking_back.extract(diary)
        (note,) = content.notes
        assert (note.text, note.sharing, note.recorder) == (words, Sharing.SEALED, PERSON)
        assert {entry.recorder for day in content.days for entry in day.entries} >= {PERSON}
        diaries.close(diary)
