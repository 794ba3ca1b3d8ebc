"""What opens the diary is changed with care: asked about once more, said plainly, and never left half done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from diary.app.values import WaysIn
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.settings.opening_card import OpeningCard
from diary.ui.settings.ways_presenter import WaysPresenter
from diary.ui.settings.ways_state import USUAL, NewPassphrase, Question, WaysState
from tests.ui.lock.doors import BACKUP, CODE, KEY, OTHER_CODE, MemoryWays
from tests.ui.today.journals import PatientTasks


@pytest.fixture
def ways() -> MemoryWays:
    return MemoryWays()


@pytest.fixture
def presenter(ways: MemoryWays) -> WaysPresenter:
    presenter = WaysPresenter(ways, ImmediateTasks(), ImmediateTasks())
    presenter.load()
    return presenter


def test_a_passphrase_is_changed_only_when_both_are_alike(presenter: WaysPresenter, ways: MemoryWays) -> None:
    for first, again in (("", ""), ("new words", "new word")):
        presenter.change_passphrase(NewPassphrase(first, again))
        assert presenter.state.problem
    assert ways.done == []
    presenter.change_passphrase(NewPassphrase("new words", "new words"))
    assert ways.done == [("change_passphrase", "new words")]
    assert (presenter.state.problem, presenter.state.passphrases_changed) == ("", 1)
    assert not presenter.state.is_working


def test_old_backups_are_offered_to_be_changed_after_a_new_passphrase(
    presenter: WaysPresenter, ways: MemoryWays
) -> None:
    presenter.change_passphrase(NewPassphrase("new words", "new words"))
    assert presenter.state.old_backups == (BACKUP,)
    presenter.reseal()
    assert ways.done[-1] == ("reseal", BACKUP)
    after = presenter.state
    assert (after.old_backups, after.resealing) == ((), 0)
    assert after.done.startswith("1 backup now opens as the diary does.")


def test_one_backup_that_cannot_be_changed_does_not_stop_the_others(ways: MemoryWays) -> None:
    ways.old = (Path("a"), Path("b"))
    ways.faults["reseal"] = "backup_damaged"
    tasks = PatientTasks()
    presenter = WaysPresenter(ways, tasks, ImmediateTasks())
    presenter.load()
    tasks.go()
    presenter.reseal()
    presenter.reseal()
    assert presenter.state.resealing == 2
    tasks.go()
    ways.faults.clear()
    tasks.go()
    tasks.go()
    assert ways.done == [("reseal", Path("b"))]
    assert presenter.state.old_backups == (Path("a"),)
    assert presenter.state.problem


def test_changing_backups_can_be_stopped(ways: MemoryWays) -> None:
    ways.old = (Path("a"), Path("b"), Path("c"))
    tasks = PatientTasks()
    presenter = WaysPresenter(ways, tasks, ImmediateTasks())
    presenter.load()
    tasks.go()
    presenter.reseal()
    presenter.stop_resealing()
    tasks.go()
    tasks.go()
    assert ways.done == [("reseal", Path("a"))]
    assert (presenter.state.resealing, presenter.state.old_backups) == (0, (Path("b"), Path("c")))


def test_the_recovery_code_is_shown_and_hidden_again(presenter: WaysPresenter) -> None:
    presenter.show_code()
    assert presenter.state.code == CODE
    presenter.show_code()
    assert presenter.state.code == ""


def test_a_new_code_is_asked_about_and_then_shown(presenter: WaysPresenter, ways: MemoryWays) -> None:
    presenter.ask(Question.NEW_CODE)
    assert ways.done == []
    presenter.ask(None)
    presenter.answer()
    assert ways.done == []
    presenter.ask(Question.NEW_CODE)
    presenter.answer()
    assert presenter.state.code == OTHER_CODE
    assert presenter.state.question is None
    assert "no longer" in presenter.state.done


def test_without_a_passphrase_the_keychain_is_left_too(presenter: WaysPresenter, ways: MemoryWays) -> None:
    presenter.use_keychain(True)
    heard: list[WaysIn] = []
    presenter.ways_changed.connect(heard.append)
    presenter.ask(Question.NO_PASSPHRASE)
    presenter.answer()
    assert ways.asked[-2:] == ["go_unprotected", "forget"]
    assert heard[-1].unprotected
    assert presenter.state.ways.unprotected


def test_where_the_passphrase_can_not_go_the_keychain_stays(presenter: WaysPresenter, ways: MemoryWays) -> None:
    presenter.use_keychain(True)
    ways.faults = {"go_unprotected": "disk_full"}
    presenter.ask(Question.NO_PASSPHRASE)
    presenter.answer()
    assert presenter.state.problem
    assert ways.ways == WaysIn(keychain=True)


def test_the_keychain_keeps_the_key_and_forgets_it(presenter: WaysPresenter, ways: MemoryWays) -> None:
    presenter.use_keychain(True)
    assert ways.done == [("add_keychain",), ("keep", KEY)]
    assert presenter.state.ways.keychain
    presenter.use_keychain(False)
    assert ways.done[2:] == [("remove_keychain",), ("forget", ("slot",))]
    assert not presenter.state.ways.keychain


@pytest.mark.parametrize("fault", ["keychain_none", "keychain_refused"])
def test_where_the_keychain_keeps_nothing_the_way_in_is_taken_back_and_it_is_said(
    presenter: WaysPresenter, ways: MemoryWays, fault: str
) -> None:
    ways.faults["keep"] = fault
    presenter.use_keychain(True)
    assert ways.asked == ["add_keychain", "remove_keychain"]
    assert not presenter.state.ways.keychain
    assert "keychain" in presenter.state.problem
    assert not presenter.state.is_working


@pytest.fixture
def card(icons: Icons, presenter: WaysPresenter) -> Iterator[OpeningCard]:
    card = OpeningCard(icons)
    card.passphrase_requested.connect(presenter.change_passphrase)
    card.code_requested.connect(presenter.show_code)
    card.question_requested.connect(presenter.ask)
    card.answer_requested.connect(presenter.answer)
    card.keychain_requested.connect(presenter.use_keychain)
    presenter.state_changed.connect(card.render_state)
    card.render_state(presenter.state)
    card.show()
    yield card
    card.close()
    card.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def click(card: OpeningCard, text: str) -> None:
    next(one for one in card.findChildren(QAbstractButton) if one.text() == text and one.isVisible()).click()


def shown(card: OpeningCard) -> set[str]:
    return {one.text() for one in card.findChildren(QAbstractButton) if one.isVisible()}


def test_a_new_code_takes_two_presses_and_the_first_changes_nothing(card: OpeningCard, ways: MemoryWays) -> None:
    click(card, "Make a new recovery code")
    assert ways.done == []
    click(card, "Leave it as it is")
    assert ways.done == []
    click(card, "Make a new recovery code")
    click(card, "Make the new code")
    code = card.findChild(CodeWords)
    assert code is not None
    assert code.code == OTHER_CODE


def test_the_keyboard_stays_with_the_code_that_was_made(card: OpeningCard) -> None:
    def press(text: str) -> None:
        button = next(one for one in card.findChildren(QAbstractButton) if one.text() == text)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Return)

    card.activateWindow()
    press("Make a new recovery code")
    press("Leave it as it is")
    asker = QApplication.focusWidget()
    assert isinstance(asker, QAbstractButton)
    assert asker.text() == "Make a new recovery code"
    press("Make a new recovery code")
    press("Make the new code")
    code = card.findChild(CodeWords)
    assert code is not None
    assert QApplication.focusWidget() is code


def test_the_keyboard_stays_at_the_keychains_box_and_asks_only_once(card: OpeningCard) -> None:
    box = next(one for one in card.findChildren(QAbstractButton) if one.text() == "Open by itself on this computer")
    asked: list[bool] = []
    card.keychain_requested.connect(asked.append)
    card.activateWindow()
    box.setFocus()
    card.render_state(WaysState(is_working=True, waits_for_keychain=True))
    assert box.text().startswith("Waiting")
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert asked == []
    assert box.isChecked()
    card.render_state(WaysState(replace(USUAL, keychain=True), done="From the next start on …"))
    assert QApplication.focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert asked == [False]


def test_a_carer_is_not_asked_about_going_without_a_passphrase_but_told_who_can(
    card: OpeningCard,
) -> None:
    only = "Only the person whom the diary is about can do without a passphrase."
    assert not card._never.isVisible()
    card.render_state(WaysState(replace(USUAL, decides=False)))
    assert "No passphrase on this computer" not in shown(card)
    assert (card._never.text(), card._never.isVisible()) == (only, True)


def test_a_diary_without_a_passphrase_is_offered_one_and_no_keychain(card: OpeningCard, ways: MemoryWays) -> None:
    assert "No passphrase on this computer" in shown(card)
    click(card, "No passphrase on this computer")
    click(card, "Yes, without a passphrase")
    assert ways.ways.unprotected
    assert "Protect it with this passphrase" in shown(card)
    assert not {"Open by itself on this computer", "No passphrase on this computer"} & shown(card)


def test_it_is_said_whose_passphrase_is_changed_where_a_carer_has_the_diary_open(
    card: OpeningCard, presenter: WaysPresenter, ways: MemoryWays
) -> None:
    assert "Change the passphrase" in shown(card)
    ways.ways = WaysIn(carer="Alex")
    presenter.load()
    assert "Change Alex’s passphrase" in shown(card)
    assert "Change the passphrase" not in shown(card)
