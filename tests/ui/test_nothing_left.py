"""After the lock nothing of a diary can be reached: neither by an object that lives nor by what a widget says."""

from __future__ import annotations

import gc
import tempfile
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from diary.app import diaries, factors, journal, treatments
from diary.domain.entries import Appointment, Treatment
from diary.domain.people import PERSON
from diary.ui.bug_view import BugView
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.lock.view import LockView
from diary.ui.today.view import TodayView
from tests.journeys import reachable
from tests.journeys.finding import found_in
from tests.storage.builders import CHEAP, DAY, World, a_carer, computer
from tests.ui.running import PASSPHRASE, Running

WORDS = tuple(word[::-1] for word in ("ennavrouQ", "edlismaT", "epoirtoileh", "ksilerbmo", "siltoloxa", "nahcelmorc",
                                     "tfirglevens", "iguhstnik"))  # fmt: skip
"""Turned round where they stand, so that this file's own code holds none of them; no other file has them either."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A diary with a rare word in everything that a person can write."""
    folder = tmp_path / "diaries" / "S.alongside"
    here = computer(tmp_path / "config", World())
    diary, _ = diaries.create(folder, WORDS[0], PASSPHRASE, here, cost=CHEAP)
    a_carer(diary, WORDS[1])
    journal.give_score(diary, DAY, "mood", 4)
    journal.write_note(diary, DAY, WORDS[2])
    journal.keep_draft(diary, DAY, WORDS[3])
    journal.prepare_appointment(diary, Appointment("next", DAY, WORDS[4], (WORDS[5],)))
    factors.add_factor(diary, WORDS[6])
    treatments.keep_treatment(diary, Treatment("", WORDS[7], "medicine"))
    diaries.close(diary)
    return folder


def reached() -> tuple[Iterator[str], Iterator[str]]:
    """Where a word is held by Python, and where Qt says one."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return reachable.in_python(WORDS, {id(WORDS), id(globals()), *map(id, WORDS)}), reachable.in_qt(WORDS)


def opened(running: Running) -> None:
    """Open it and go to every page, so that each has shown what it shows."""
    running.press(PASSPHRASE)
    running.part(LockView).open_requested.emit(PASSPHRASE)
    running.until(lambda: running.has(TodayView) and running.program._doors._diary is not None)
    running.until(lambda: running.part(TodayView)._state.writing.asks_who)
    running.part(TodayView).writer_requested.emit(PERSON)
    running.until(lambda: not running.part(TodayView)._state.writing.asks_who)
    running.press("+")
    running.until(lambda: running.note().toPlainText())
    for page in (*running.window._entries, "today"):
        running.window.show_page(page)
        running.settled()


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("way", ["lock", "hide"])
def test_no_word_of_a_diary_is_reachable_once_it_is_locked(start: Callable[[], Running], way: str) -> None:
    running = start()
    opened(running)
    found = [next(where, "") for where in reached()]
    assert all(found), "what is open can be found in both, or this proves nothing"
    running.program.lock() if way == "lock" else running.program.hide()
    running.until(lambda: running.part(LockView) and running.program._doors._diary is None)
    running.settled()
    assert [*chain(*reached())] == []


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Temporary files of everything go where they are looked through too."""
    (tmp_path / "temp").mkdir()
    for variable in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(tmp_path / "temp"))
    monkeypatch.setattr(tempfile, "tempdir", None)


@pytest.mark.usefixtures("temporary")
def test_nothing_that_the_window_writes_holds_a_word(
    start: Callable[[], Running], folder: Path, tmp_path: Path, test_home: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Preferences, Qt's own, what a file dialog remembers, the backup at closing, and what a bug leaves behind."""
    running = start()
    opened(running)
    dialog = save_dialog(running.window, "Save a copy", "a.alongside-backup", is_sealed=True)
    dialog.open()
    dialog.reject()
    bug = RuntimeError(WORDS[2])
    running.program.tell_bug(RuntimeError, bug, None)
    running.until(lambda: running.has(BugView) and running.program._doors._diary is None)
    running.settled()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert list(folder.rglob("*.alongside-backup")), "the diary was closed as it always is"
    told = capfd.readouterr()
    assert "RuntimeError" in told.err
    assert not [word for word in WORDS if word in told.out + told.err]
    for place in (tmp_path, test_home):
        assert found_in(place, (*WORDS, PASSPHRASE)) == []


@pytest.mark.usefixtures("folder")
def test_what_was_typed_at_the_lock_is_not_reachable_once_it_opened(start: Callable[[], Running]) -> None:
    running = start()
    opened(running)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [field for field in running.window.findChildren(QLineEdit) if field.text() == PASSPHRASE]
    assert QGuiApplication.clipboard().text() != PASSPHRASE
