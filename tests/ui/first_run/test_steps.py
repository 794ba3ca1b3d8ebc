"""The steps of the first run, drawn from their states."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from diary.domain.people import Agreed
from diary.ui.first_run.keeper_part import KeeperPart
from diary.ui.first_run.state import FirstRunState, Keeper, Names, Part, Step
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.icons import Icons
from diary.ui.kit.messages import Message
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.ticks import Tick
from tests.ui.standing import let_stand


@pytest.mark.parametrize("step", Step)
def test_a_problem_is_said_on_the_page_and_in_no_window_of_its_own(qtbot: QtBot, icons: Icons, step: Step) -> None:
    view = FirstRunView(icons, FirstRunState(step))
    qtbot.addWidget(view)
    view.show()
    view.render_state(FirstRunState(step, problem="The disk is full."))
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [view]


def press(view: QWidget, *keys: Qt.Key | str) -> None:
    for key in keys:
        focus = QApplication.focusWidget() or view
        if isinstance(key, str):
            QTest.keyClicks(focus, key)
        else:
            QTest.keyClick(focus, key)


def test_what_is_typed_on_from_the_passphrase_presses_nothing_beside_the_code(qtbot: QtBot, icons: Icons) -> None:
    view = FirstRunView(icons, FirstRunState(Step.PASSPHRASE))
    qtbot.addWidget(view)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.activateWindow()
    view.take_keyboard()
    QApplication.clipboard().setText("mine")
    with qtbot.assertNotEmitted(view.code_seen):
        view.render_state(FirstRunState(Step.CODE, code="7K3M-XQ4T-9ZPA-2WCE"))
        press(view, "kettle tin", Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Return)
    assert QApplication.clipboard().text() == "mine"
    assert not [tick for tick in view.findChildren(Tick) if tick.isChecked()]
    with qtbot.waitSignal(view.code_seen):
        press(view, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)


@pytest.mark.parametrize("clicks", [1, 2])
def test_whether_the_code_is_written_down_is_told_as_it_is_ticked(qtbot: QtBot, icons: Icons, clicks: int) -> None:
    view = on_screen(qtbot, icons, FirstRunState(Step.CODE, code="7K3M-XQ4T-9ZPA-2WCE"))
    (tick,) = (one for one in view.findChildren(Tick) if one.isVisible())
    told: list[bool] = []
    view.code_kept.connect(told.append)
    for _ in range(clicks):
        tick.click()
    assert told == [True, False][:clicks]


def test_a_warning_goes_when_what_it_warned_of_is_being_mended(qtbot: QtBot, icons: Icons) -> None:
    view = FirstRunView(icons, FirstRunState(Step.NAMES))
    qtbot.addWidget(view)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.activateWindow()
    view.take_keyboard()
    view.render_state(FirstRunState(Step.NAMES, problem="Please write a name."))

    def warned() -> bool:
        return any(label.isVisible() and label.text() == "Please write a name." for label in view.findChildren(QLabel))

    assert warned()
    view.take_keyboard()
    press(view, "S")
    assert not warned()


def test_a_carer_says_who_they_are_and_whether_the_other_agrees(qtbot: QtBot, icons: Icons) -> None:
    view = FirstRunView(icons, FirstRunState(Step.NAMES))
    qtbot.addWidget(view)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.activateWindow()
    view.take_keyboard()
    part = view.findChild(KeeperPart)
    assert part is not None
    assert not part.isVisible(), "most people keep a diary of their own"
    press(view, "Sam", Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    assert part.isVisible()
    assert any(label.text() == "Their name" for label in view.findChildren(QLabel))
    part.name.field.setFocus()
    press(view, "Alex", Qt.Key.Key_Tab, "partner", Qt.Key.Key_Tab, Qt.Key.Key_Space)
    with qtbot.waitSignal(view.named) as named:
        part.name.field.setFocus()
        press(view, Qt.Key.Key_Return)
    assert named.args == [Names("Sam", "S", Keeper("Alex", "partner", Agreed.YES))]


def test_what_a_carer_filled_in_is_there_again_on_the_way_back(qtbot: QtBot, icons: Icons) -> None:
    keeper = Keeper("Alex", "partner", Agreed.CANNOT_DECIDE)
    view = FirstRunView(icons, FirstRunState(Step.NAMES, name="Sam", label="S", keeper=keeper))
    qtbot.addWidget(view)
    view.show()
    part = view.findChild(KeeperPart)
    assert part is not None
    assert part.isVisible()
    assert part.keeper == keeper


def on_screen(qtbot: QtBot, icons: Icons, state: FirstRunState) -> FirstRunView:
    view = FirstRunView(icons, state)
    qtbot.addWidget(view)
    view.resize(480, 420)
    view.show()
    QTest.qWaitForWindowExposed(view)
    view.activateWindow()
    view.take_keyboard()
    return view


def secrets(view: FirstRunView) -> list[SecretField]:
    return view.findChildren(SecretField)


def test_whoever_comes_back_to_the_passphrase_finds_both_fields_empty(qtbot: QtBot, icons: Icons) -> None:
    at_passphrase = FirstRunState(Step.PASSPHRASE, name="Sam", label="S")
    view = on_screen(qtbot, icons, at_passphrase)
    press(view, "mine", Qt.Key.Key_Return, "mine")
    view.render_state(FirstRunState(Step.PASSPHRASE, name="Sam", label="S", problem="The disk is full."))
    assert [field.text for field in secrets(view)] == ["mine", "mine"], "trying again needs no typing"
    view.render_state(FirstRunState(Step.NAMES, name="Sam", label="S"))
    view.render_state(at_passphrase)
    assert [field.text for field in secrets(view)] == ["", ""]
    assert secrets(view)[0].field.hasFocus()


def test_two_passphrases_that_differ_are_typed_again_from_the_first_field_on(qtbot: QtBot, icons: Icons) -> None:
    view = on_screen(qtbot, icons, FirstRunState(Step.PASSPHRASE))
    press(view, "mine", Qt.Key.Key_Return, "mint")
    view.render_state(FirstRunState(Step.PASSPHRASE, problem="Not the same.", about=Part.PASSPHRASE))
    assert [field.text for field in secrets(view)] == ["", ""]
    assert secrets(view)[0].field.hasFocus()


@pytest.mark.parametrize("about", [Part.NAME, Part.LABEL, Part.OWN_NAME, Part.CONSENT])
def test_what_is_wrong_with_the_names_is_in_view_with_the_keyboard_below_it(
    qtbot: QtBot, icons: Icons, about: Part
) -> None:
    state = FirstRunState(Step.NAMES, name="Sam", label="S", keeper=Keeper("Sam", "", None))
    view = on_screen(qtbot, icons, state)
    view.render_state(FirstRunState(Step.NAMES, "Sam", "S", state.keeper, problem="Please look again.", about=about))
    let_stand(view)
    message = next(one for one in view.findChildren(Message) if one.isVisible())
    focus = QApplication.focusWidget()
    assert focus is not None
    seen = view.viewport().rect()
    for part in (message, focus):
        assert seen.contains(part.rect().translated(part.mapTo(view.viewport(), QPoint())).center())
    assert message.mapTo(view, QPoint()).y() < focus.mapTo(view, QPoint()).y()
    keeper_part = view.findChild(KeeperPart)
    assert keeper_part is not None
    assert keeper_part.isAncestorOf(focus) is (about in {Part.OWN_NAME, Part.CONSENT})


def test_a_short_passphrase_gets_a_word_of_advice_when_its_field_is_left(qtbot: QtBot, icons: Icons) -> None:
    view = on_screen(qtbot, icons, FirstRunState(Step.PASSPHRASE))

    def advised() -> bool:
        return any(one.isVisible() and "easy to guess" in one.text() for one in view.findChildren(QLabel))

    press(view, "abc")
    assert not advised(), "nobody is corrected while they type"
    press(view, Qt.Key.Key_Return, "abc")
    assert advised()
    with qtbot.waitSignal(view.protected):
        press(view, Qt.Key.Key_Return)
    secrets(view)[0].field.setText("three blue kettles")
    assert not advised()


def test_whoever_is_led_back_for_another_label_finds_the_keyboard_there(qtbot: QtBot, icons: Icons) -> None:
    view = on_screen(qtbot, icons, FirstRunState(Step.PASSPHRASE, name="Sam", label="S"))
    press(view, "tin")
    view.render_state(FirstRunState(Step.NAMES, "Sam", "S", problem="Taken.", about=Part.LABEL))
    press(view, "S2")
    with qtbot.waitSignal(view.named) as named:
        press(view, Qt.Key.Key_Return)
    assert named.args == [Names("Sam", "S2")]
    assert [field.text for field in secrets(view)] == ["", ""]
