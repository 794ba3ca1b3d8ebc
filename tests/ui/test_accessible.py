"""Scales as a screen reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from diary.ui.kit.icons import Icons
from diary.ui.kit.scale_strip import ScaleStrip
from tests.pictures import states
from tests.pictures.screens import SCREENS
from tests.ui.read_out import name_of, told

PAIN_6 = "Pain: 6 out of 10; 0 is no pain, 10 is pain as bad as you can imagine"


@pytest.fixture
def screen(request: pytest.FixtureRequest, icons: Icons) -> Iterator[QWidget]:
    widget = SCREENS[request.param](icons)
    widget.resize(1320, 940)
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    yield widget
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("screen", ["today_empty"], indirect=True)
def test_a_number_is_a_radio_button_that_says_its_scale(screen: QWidget) -> None:
    numbers = [interface for interface in told(screen) if name_of(interface) == PAIN_6]
    assert [number.role() for number in numbers] == [QAccessible.Role.RadioButton]
    assert numbers[0].state().checkable
    assert not numbers[0].state().checked


@pytest.mark.parametrize("screen", ["today_full"], indirect=True)
def test_a_scale_says_its_question_and_its_answer(screen: QWidget) -> None:
    pain = next(strip for strip in screen.findChildren(ScaleStrip) if strip.measure.id == "pain")
    interface = QAccessible.queryAccessibleInterface(pain)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Grouping
    assert name_of(interface) == "Pain. In the last 24 hours, how bad was your pain on average?"
    assert interface.text(QAccessible.Text.Description) == "10 out of 10"
    assert states.TODAY["full"].answers["pain"] == 10


@pytest.mark.parametrize("screen", ["today_full", "today_empty"], indirect=True)
def test_each_scale_is_one_stop_of_the_tab_key(screen: QWidget) -> None:
    for strip in screen.findChildren(ScaleStrip):
        stops = [button for button in strip.buttons if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(stops) == 1
