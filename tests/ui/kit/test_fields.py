"""A letter typed into a field takes the place of what the program put there, and of nothing that was typed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from diary.ui.kit.fields import LabelledField
from diary.ui.kit.icons import Icons
from diary.ui.share.day_field import DayField

LEFT = Qt.MouseButton.LeftButton


class Form(QWidget):
    """An empty field with the keyboard, and one that says "S"."""

    def __init__(self) -> None:
        super().__init__()
        self.other, self.label = LabelledField("Name"), LabelledField("Label")
        self.sentence = LabelledField("Question", is_sentence=True)
        layout = QVBoxLayout(self)
        for part in (self.other, self.label, self.sentence):
            part.show_text("S")
            layout.addWidget(part)

    def come_to(self, field: QLineEdit, way: str) -> None:
        """Bring the keyboard to a field."""
        if way == "click":
            QTest.mouseClick(field, LEFT, pos=QPoint(field.width() - 10, field.height() // 2))
        elif way == "Tab":
            QTest.keyClick(self.other.field, Qt.Key.Key_Tab)
        else:
            field.setFocus(Qt.FocusReason.OtherFocusReason)


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[Form]:
    form = Form()
    with qtbot.waitActive(form):
        form.show()
        form.activateWindow()
    form.other.field.setFocus()
    yield form
    form.close()
    form.deleteLater()


@pytest.mark.parametrize("way", ["click", "Tab", "program"])
def test_what_is_typed_takes_the_place_of_a_prefill(form: Form, way: str) -> None:
    form.come_to(form.label.field, way)
    QTest.keyClicks(form.label.field, "Sam")
    assert form.label.text == "Sam"


def test_a_second_click_places_the_cursor(form: Form) -> None:
    form.come_to(form.label.field, "click")
    form.come_to(form.label.field, "click")
    QTest.keyClicks(form.label.field, "am")
    assert form.label.text == "Sam"


def test_what_was_typed_is_not_chosen_by_coming_back(form: Form) -> None:
    form.come_to(form.label.field, "click")
    QTest.keyClicks(form.label.field, "Sa")
    form.come_to(form.other.field, "click")
    form.come_to(form.label.field, "click")
    QTest.keyClicks(form.label.field, "m")
    assert form.label.text == "Sam"


def test_a_sentence_is_added_to(form: Form) -> None:
    form.come_to(form.sentence.field, "click")
    QTest.keyClicks(form.sentence.field, "leep?")
    assert form.sentence.text == "Sleep?"


def test_the_window_coming_back_leaves_the_cursor(form: Form, qtbot: QtBot) -> None:
    form.come_to(form.label.field, "click")
    form.come_to(form.label.field, "click")
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    with qtbot.waitActive(form):
        form.activateWindow()
    QTest.keyClicks(form.label.field, "am")
    assert form.label.text == "Sam"


def test_a_click_into_a_date_takes_the_place_of_the_part_it_hits(qtbot: QtBot, icons: Icons) -> None:
    field = DayField(icons, "From")
    qtbot.addWidget(field)
    field.show_day(date(2026, 11, 26), date(2026, 12, 31))
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    line = field.lineEdit()
    QTest.mouseClick(line, LEFT, pos=QPoint(4, line.height() // 2))
    qtbot.waitUntil(line.hasSelectedText)
    QTest.keyClicks(line, "3")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert field.day == date(2026, 11, 3)
