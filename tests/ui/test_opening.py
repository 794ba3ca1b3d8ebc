"""The start of the window: first a picture where there is one, on which nothing is answered, and no key is lost."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QColor, QImage, QPalette, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from diary.app import choosing, diaries, journal
from diary.app.opened import OpenDiary
from diary.domain.measures import ANXIETY, MOOD, PAIN
from diary.ui import opening
from diary.ui.first_paint import FirstPaint
from diary.ui.first_picture import ALL, FirstPicture, keep_picture, picture_of
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.lock.view import LockView
from diary.ui.opening import Opening
from diary.ui.today.state import Answer
from diary.ui.today.view import TodayView
from tests.storage.builders import CHEAP, DAY, World, computer, local

PATIENCE_MS = 20_000
Until = Callable[[Callable[[], object]], None]


class Starts:
    """One start after another, each ended before the next begins."""

    def __init__(self, app: QApplication, config: Path, until: Until) -> None:
        self._app, self._config, self._until = app, config, until
        self._running: Opening | None = None

    def __call__(self, world: World | None = None, *, is_drawn: bool = True) -> Opening:
        """Start the window, and wait until something is on screen."""
        self.stop()
        self._app.setPalette(QPalette())  # a new process would not be dressed yet
        self._running = Opening(self._app, computer(self._config, world or World()), None)
        self._running.start()
        if is_drawn:
            QTest.qWaitForWindowExposed(self._running.window)
        return self._running

    def stop(self) -> None:
        """Close the window, and wait until everything is written."""
        if self._running is None:
            return
        window = self._running.window
        window.close()
        self._until(lambda: not window.isVisible())
        self._running.end()
        self._running = None
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def start(qapp: QApplication, tmp_path: Path, until: Until) -> Iterator[Starts]:
    hook = sys.excepthook
    starts = Starts(qapp, tmp_path / "config", until)
    yield starts
    starts.stop()
    sys.excepthook = hook
    gc.collect()


@pytest.fixture
def until(qtbot: QtBot) -> Until:
    def wait(so: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(so()), timeout=PATIENCE_MS)

    return wait


def make_diary(tmp_path: Path, passphrase: str | None = None) -> OpenDiary:
    here = computer(tmp_path / "config", World())
    return diaries.create(tmp_path / "S.alongside", "Sam", passphrase, here, cost=CHEAP)[0]


def pictures(tmp_path: Path) -> list[Path]:
    return list((tmp_path / "config").glob(ALL))


def shown(begun: Opening) -> FirstPicture | None:
    found = begun.window.findChild(FirstPicture)
    return found if isinstance(found, FirstPicture) and found.isVisible() else None


def is_loaded(begun: Opening) -> bool:
    page = begun.window.findChild(TodayView)
    return isinstance(page, TodayView) and page._state.is_loaded


def strip(begun: Opening, measure: str) -> ScaleStrip:
    return next(one for one in begun.window.findChildren(ScaleStrip) if one.measure.id == measure)


def first_picture(tmp_path: Path, start: Starts, until: Until) -> QImage:
    """The picture that one start keeps for the next."""
    begun = start()
    assert shown(begun) is None
    until(lambda: pictures(tmp_path) and is_loaded(begun))
    (file,) = pictures(tmp_path)
    return QImage(str(file))


class Sharp(QWidget):
    """A window on a screen with two of its own pixels in one, as every Mac has it."""

    @override
    def grab(self, rectangle: object = None) -> QPixmap:
        drawn = QPixmap(self.size() * 2)
        drawn.setDevicePixelRatio(2)
        drawn.fill()
        return drawn


def test_the_picture_is_as_large_as_the_window_on_a_sharp_screen(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    window = Sharp()
    window.resize(400, 300)
    day = QLabel("Friday", window)
    keep_picture(picture_of(window, day, QColor("white")), tmp_path / "picture.png")
    again = FirstPicture.load(tmp_path / "picture.png", "Friday", tmp_path / "no font")
    assert again is not None
    assert again.pixmap().deviceIndependentSize().toSize() == window.size()


def test_the_next_start_begins_with_the_picture_and_the_day_it_is_then(
    tmp_path: Path, start: Starts, until: Until
) -> None:
    diaries.close(make_diary(tmp_path))
    first_picture(tmp_path, start, until)
    world = World()
    world.now += timedelta(days=1)
    begun = start(world)
    picture = shown(begun)
    assert picture is not None
    assert picture.accessibleName() == "Opening the diary"
    assert picture.day.text() == "Saturday 21 November"
    until(lambda: is_loaded(begun))
    assert shown(begun) is None


def test_keys_pressed_over_the_picture_answer_the_page_behind_it(tmp_path: Path, start: Starts, until: Until) -> None:
    diaries.close(make_diary(tmp_path))
    first_picture(tmp_path, start, until)
    begun = start(is_drawn=False)
    assert shown(begun)
    assert begun.program is None
    begun.window.activateWindow()
    QTest.keyClicks(begun.window, "472")
    until(lambda: is_loaded(begun))
    assert [strip(begun, measure).value for measure in (MOOD, ANXIETY, PAIN)] == [4, 7, 2]


@pytest.mark.parametrize(("ends_at", "hour"), [(0, 1), (6, 5)])
def test_what_is_given_before_the_diary_is_open_is_of_the_day_that_ends_when_the_person_says(
    tmp_path: Path,
    start: Starts,
    until: Until,
    ends_at: int,
    hour: int,
) -> None:
    diary = make_diary(tmp_path)
    choosing.choose_day_end(diary, ends_at)
    diaries.close(diary)
    begun = start(World(now=local(DAY + timedelta(days=1), hour)), is_drawn=False)
    assert not is_loaded(begun)
    page = begun.window.findChild(TodayView)
    assert isinstance(page, TodayView)
    page.answer_requested.emit(Answer(MOOD, 4))
    until(lambda: is_loaded(begun) and page._state.saved_at)
    begins = DAY + timedelta(days=1) if hour >= ends_at else DAY
    assert (page._state.day, strip(begun, MOOD).value) == (begins, 4)


class NeverDrawn(FirstPaint):
    """A window that starts minimised."""

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        del watched, event
        return False


def test_a_window_that_is_not_drawn_opens_its_diary_all_the_same(
    tmp_path: Path, start: Starts, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    diaries.close(make_diary(tmp_path))
    first_picture(tmp_path, start, until)
    monkeypatch.setattr(opening, "FirstPaint", NeverDrawn)
    monkeypatch.setattr(opening, "PATIENCE_S", 0.01)
    begun = start(is_drawn=False)
    assert shown(begun)
    until(lambda: is_loaded(begun))


def test_nothing_that_was_answered_is_on_the_picture(tmp_path: Path, start: Starts, until: Until) -> None:
    diary = make_diary(tmp_path)
    diaries.close(diary)
    empty = first_picture(tmp_path, start, until)
    start.stop()
    for file in pictures(tmp_path):
        file.unlink()
    again = diaries.open_diary(diary.folder, None, computer(tmp_path / "config", World()))
    for measure in (MOOD, ANXIETY, PAIN):
        journal.give_score(again, DAY, measure, 7)
    journal.write_note(again, DAY, "quagmire")
    diaries.close(again)
    assert first_picture(tmp_path, start, until) == empty


def test_a_picture_that_is_damaged_is_not_missed(tmp_path: Path, start: Starts, until: Until) -> None:
    diaries.close(make_diary(tmp_path))
    first_picture(tmp_path, start, until)
    (file,) = pictures(tmp_path)
    whole = file.read_bytes()
    for content in (b"", whole[:200], QImage(1, 1, QImage.Format.Format_RGB32)):
        start.stop()  # else it may still be keeping a picture of its own
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            content.save(str(file))
        begun = start()
        assert shown(begun) is None
        until(lambda begun=begun: is_loaded(begun))  # type: ignore[misc]  # bound as the loop goes on


def test_a_diary_with_a_passphrase_has_no_picture_and_leaves_none(tmp_path: Path, start: Starts, until: Until) -> None:
    diaries.close(make_diary(tmp_path, "tin kettle by the window"))
    old = tmp_path / "config" / "first-page-0badcafe.png"
    old.write_bytes(b"")
    begun = start()
    until(lambda: not old.exists())
    assert begun.window.findChild(LockView) is not None
    assert pictures(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there Qt tells, as in the next")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_a_computer_that_shuts_down_has_what_was_just_typed_saved_first(
    tmp_path: Path, start: Starts, until: Until, name: str
) -> None:
    diaries.close(make_diary(tmp_path))
    begun = start()
    until(lambda: is_loaded(begun))
    strip(begun, "mood").setFocus()
    QTest.keyClicks(strip(begun, "mood"), "1")  # it waits for a 0
    before = signal.getsignal(signal.Signals[name])
    os.kill(os.getpid(), signal.Signals[name])
    until(lambda: not begun.window.isVisible())
    start.stop()
    assert signal.getsignal(signal.Signals[name]) is not before, "it belongs to nobody any more"
    again = diaries.open_diary(tmp_path / "S.alongside", None, computer(tmp_path / "config", World()))
    try:
        value = journal.day_page(again, DAY).day.value("mood")
        assert value is not None
        assert value.value == 1
    finally:
        diaries.close(again)


def test_a_system_that_asks_before_it_ends_the_session_finds_all_that_was_typed_saved(
    qapp: QApplication, tmp_path: Path, start: Starts, until: Until
) -> None:
    """Windows ends the program as soon as it has answered, whatever else stands in its loop."""
    diaries.close(make_diary(tmp_path))
    begun = start()
    until(lambda: is_loaded(begun))
    strip(begun, "mood").setFocus()
    assert begun.program is not None
    backing_up = partial(begun.program._doors._hurry.wait, 20)  # until somebody is in a hurry
    begun.program._lanes.diary.run(backing_up, list[object]().append)
    QTest.keyClicks(strip(begun, "mood"), "1")  # it waits for a 0
    qapp.commitDataRequest.emit(QObject())  # only Qt itself can make what it hands over
    there = diaries.open_to_read(tmp_path / "S.alongside", None, computer(tmp_path / "config", World()))
    try:
        value = journal.day_page(there, DAY).day.value("mood")
        assert value is not None
        assert value.value == 1
    finally:
        diaries.close(there)
    assert begun.window.isVisible(), "whoever logs out can still change their mind"
