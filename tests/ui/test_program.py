"""The whole program as a person meets it: the real window, the real lanes, a real diary, real keys."""

from __future__ import annotations

import gc
import sys
import weakref
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest

from diary.app import journal
from diary.domain.errors import DiaryError
from diary.domain.places import BodySite
from diary.files import preferences
from diary.ui.bug_view import BugView
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.lock.start_view import StartView
from diary.ui.lock.view import LockView
from diary.ui.today.factors_card import FactorsCard
from diary.ui.today.places_card import PlacesCard
from diary.ui.today.view import TodayView
from diary.ui.unsaved_dialog import UnsavedDialog
from tests.ui.running import CONTROL, PASSPHRASE, Running, known_diary


def test_a_diary_is_made_kept_locked_and_opened_by_keys_alone(start: Callable[[], Running]) -> None:
    running = start()
    running.press(Qt.Key.Key_Return, "Sam Green", Qt.Key.Key_Return)
    running.press(PASSPHRASE, Qt.Key.Key_Return, PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.shows("Your recovery code"))
    running.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert running.shows("Writing down pain every day helps some people and makes others notice pain more.")
    running.press(Qt.Key.Key_Return, "4", "1", "0", "7", "s", "6", ".")
    running.until(lambda: running.shows("Saved at"))
    answers = {"sleep_hours": 6.5, "mood": 4, "anxiety": 10, "pain": 7}
    running.press("+")
    running.note().setFocus()
    running.press("A hard night. {b} <i>")

    QTest.keyClick(running.window, Qt.Key.Key_L, CONTROL)
    assert not running.has(TodayView), "what is locked is out of sight at once"
    running.until(lambda: running.has(LockView))
    assert not running.window.findChildren(ScaleStrip)
    running.press("tin kettle", Qt.Key.Key_Return)
    running.until(lambda: running.shows("That passphrase doesn’t open this diary"))
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.values() == answers)
    assert running.note().toPlainText() == "A hard night. {b} <i>"


def test_what_is_asked_below_the_core_is_kept_and_closed_when_the_diary_is_opened_again(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    """Whoever opens the diary next need not be who opened "More"."""
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    running.press("+")
    running.until(lambda: running.has(FactorsCard))
    running.part(FactorsCard).chips["starter-work"].setFocus()
    running.press(Qt.Key.Key_Space)
    places = running.part(PlacesCard)
    places.switch.click()
    running.until(places.list.isVisible)
    places.list.ticks[BodySite("neck")].setFocus()
    running.press(Qt.Key.Key_Space, "6")
    running.until(lambda: running.shows("Saved at"))

    running.close()
    again = start()
    again.until(lambda: again.shows("Saved at"))
    assert not again.has(FactorsCard)
    again.press("+")
    again.until(lambda: again.has(FactorsCard))
    again.until(again.part(FactorsCard).chips["starter-work"].isChecked)
    assert again.part(PlacesCard).list.ticks[BodySite("neck")].isChecked()


def test_keys_pressed_while_a_diary_is_being_opened_are_kept(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4", "6", "7")
    assert running.values() == {"sleep_hours": None, "mood": 4, "anxiety": 6, "pain": 7}
    running.until(lambda: running.shows("Saved at"))
    running.close()
    again = start()
    again.until(lambda: again.values() == {"sleep_hours": None, "mood": 4, "anxiety": 6, "pain": 7})


def test_no_passphrase_is_asked_for_where_there_is_none(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    QTest.keyClick(running.window, Qt.Key.Key_L, CONTROL)
    running.until(lambda: running.has(StartView))
    assert not running.has(LockView)
    assert not running.window.findChildren(ScaleStrip)


def test_no_page_nor_what_it_knew_outlives_the_lock(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    for page in ("look_back", "together", "share", "settings", "story", "deleted", "asking", "today"):
        running.window.show_page(page)
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    pages = running.program._pages
    assert pages is not None
    kept = [weakref.ref(one) for one in (pages, *pages._presenters.values())]
    del pages
    gc.disable()
    try:
        running.program.lock()
        running.until(lambda: [one for one in kept if one() is not None] == [])
    finally:
        gc.enable()


@pytest.mark.parametrize("way", ["lock", "close"])
def test_what_could_not_be_saved_is_neither_locked_nor_closed_away(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    """A full disk is found out only when the note is saved behind the lock, where its words would be lost."""
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    with monkeypatch.context() as disk:
        disk.setattr(journal, "write_note", full_disk)
        running.press("+")
        running.note().setFocus()
        running.press("hands numb since noon")
        running.program.lock() if way == "lock" else running.window.close()
        running.until(lambda: bool(running.window.findChildren(UnsavedDialog)))
        assert running.note().toPlainText() == "hands numb since noon"
        assert running.shows("Not saved yet")
        running.press(Qt.Key.Key_Escape)
        assert running.has(TodayView)
    running.program.lock()
    running.until(lambda: bool(running.window.findChildren(UnsavedDialog)))
    running.window.findChildren(UnsavedDialog)[0].reject()
    running.window.findChildren(TodayView)[0].try_again_requested.emit()
    running.until(lambda: not running.shows("Not saved yet"))
    running.program.lock()
    running.until(lambda: running.has(StartView))


def full_disk(*_given: object, **_named: object) -> None:
    raise DiaryError("disk_full")


def test_a_full_disk_at_the_lock_is_no_bug(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    tried: list[str] = []

    def full(*_: object) -> None:
        tried.append("disk_full")
        raise DiaryError("disk_full")

    monkeypatch.setattr(preferences, "change", full)
    running.program.lock()
    running.until(lambda: bool(tried) and running.program._doors._diary is None)
    running.program._choices.show_hints(False)
    running.until(lambda: len(tried) > 1)
    running.settled()
    assert running.has(StartView)


def test_a_bug_locks_even_where_its_page_cannot_settle_and_nobody_listens(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()

    def broken(_: TodayView) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(TodayView, "settle", broken)
    monkeypatch.setattr(sys, "stderr", None)
    running.program.tell_bug(ValueError, ValueError("her words"), None)
    assert running.has(BugView)
    assert not running.window.findChildren(ScaleStrip)
    assert running.program._pages is None


def test_a_bug_keeps_nothing_of_what_it_came_by(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    kept: list[weakref.ref[QObject]] = []

    def broken() -> None:
        words = QObject()
        kept.append(weakref.ref(words))
        try:
            deeper(words)
        except ZeroDivisionError as cause:
            raise ValueError(words.objectName()) from cause

    def deeper(words: QObject) -> None:
        raise ZeroDivisionError(words)

    try:
        broken()
    except ValueError as bug:
        sys.last_value = bug  # as PySide keeps it
        running.program.tell_bug(ValueError, bug, bug.__traceback__)
    gc.collect()
    assert running.has(BugView)
    assert kept[0]() is None


def test_a_diary_that_did_not_open_puts_no_other_away(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    running.program._doors.last_refused = tmp_path / "Other.alongside"
    running.program._does_not_open(DiaryError("diary_damaged"))
    assert running.has(TodayView)
    running.press("4")
    running.until(lambda: running.shows("Saved at"))


def test_ctrl_c_in_the_terminal_closes_the_window_and_is_no_bug(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.program.tell_bug(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not running.window.isVisible()
    assert not running.has(BugView)


def test_a_window_left_open_over_the_night_shows_the_new_day_to_who_comes_back(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("4")
    running.until(lambda: running.shows("Saved at"))
    world = running.program._computer.surroundings.now.__self__  # type: ignore[attr-defined]  # a World's method
    world.now += timedelta(days=1)
    running.window.came_back.emit()
    running.until(lambda: running.values()["mood"] is None)


def test_a_diary_that_nobody_is_at_is_locked_with_what_was_being_typed_saved(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", PASSPHRASE)
    running = start()
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView) and running.program._doors._diary is not None)
    running.note().setFocus()
    running.press("half a sentence")
    world = running.program._computer.surroundings.now.__self__  # type: ignore[attr-defined]  # a World's method
    world.now += timedelta(minutes=16)
    running.program._idle.look()
    running.until(lambda: running.has(LockView))
    running.press(PASSPHRASE, Qt.Key.Key_Return)
    running.until(lambda: running.has(TodayView) and running.note().toPlainText() == "half a sentence")
