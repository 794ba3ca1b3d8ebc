"""After the lock nothing of a diary can be reached: neither by an object that lives nor by what a widget says."""

from __future__ import annotations

import gc
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
from diary.ui.lock.view import LockView
from diary.ui.today.view import TodayView
from tests.journeys import reachable
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


@pytest.mark.usefixtures("folder")
def test_what_was_typed_at_the_lock_is_not_reachable_once_it_opened(start: Callable[[], Running]) -> None:
    running = start()
    opened(running)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not [field for field in running.window.findChildren(QLineEdit) if field.text() == PASSPHRASE]
    assert QGuiApplication.clipboard().text() != PASSPHRASE
