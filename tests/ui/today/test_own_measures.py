"""The person's own questions on Today: every kind of scale, by keys and by mouse, in their own words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from diary.domain.measures import OWN_SCALES, Measure
from diary.domain.today import AT_FIRST
from diary.ui.today.count_strip import CountStrip
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import MemoryJournal
from tests.ui.today.test_today import click, words_on

OWN = "own-1"


def on_scale(name: str) -> Measure:
    scale = OWN_SCALES[name]
    return Measure(
        OWN, "Stiffness", "How stiff were you?", "Not stiff", "Could not move", kind=scale.kind, lowest=scale.lowest,
        highest=scale.highest, step=scale.step, unit=scale.unit, own=True,
    )  # fmt: skip


@pytest.fixture
def asked_on(make_today: Callable[..., TodayPage]) -> Callable[[str], TodayPage]:
    def make(scale: str) -> TodayPage:
        journal = MemoryJournal()
        journal.measures[OWN] = on_scale(scale)
        journal.choose_shown((OWN, *AT_FIRST))
        return make_today(journal)

    return make


@pytest.mark.parametrize(
    ("scale", "keys", "value"),
    [
        ("0to10", ["1", "0"], 10),
        ("0to10", ["7"], 7),
        ("0to4", ["4"], 4),
        ("0to4", ["0"], 0),
        ("0to4", ["5"], None),
        ("0to4", ["x"], None),
        ("1to5", ["1"], 1),
        ("1to5", ["5"], 5),
        ("1to5", ["0"], None),
        ("1to5", ["6"], None),
        ("yes_no", ["1"], 1),
        ("yes_no", ["0"], 0),
        ("yes_no", ["2"], None),
        ("hours", ["6", "."], 6.5),
        ("hours", ["1", "5"], 15),
        ("count", ["0"], 0),
        ("count", ["3", "Tab"], 3),
        ("count", ["1", "2", "Tab"], 12),
        ("count", ["1", "2", "0"], 120),
        ("count", ["1", "Backspace"], None),
    ],
)
def test_digits_answer_on_the_scale_and_nothing_else(
    asked_on: Callable[[str], TodayPage], scale: str, keys: list[str], value: float | None
) -> None:
    today = asked_on(scale)
    today.scale(OWN).take_keyboard()
    today.press(*keys)
    assert today.journal.value(OWN) == value


@pytest.mark.parametrize(
    ("scale", "name", "value"),
    [
        ("0to4", "Stiffness: 3 out of 4; 0 is not stiff, 4 is could not move", 3),
        ("1to5", "Stiffness: 1 out of 5; 1 is not stiff, 5 is could not move", 1),
        ("yes_no", "Yes", 1),
        ("count", "10", 10),
    ],
)
def test_a_click_answers(asked_on: Callable[[str], TodayPage], scale: str, name: str, value: float) -> None:
    today = asked_on(scale)
    strip = today.scale(OWN)
    next(one for one in strip.buttons if name in {one.text(), one.accessibleName()}).click()
    assert (today.journal.value(OWN), strip.value) == (value, value)
    assert [one.isChecked() for one in strip.buttons].count(True) == 1


def test_arrows_stay_on_a_short_scale(asked_on: Callable[[str], TodayPage]) -> None:
    today = asked_on("1to5")
    today.scale(OWN).take_keyboard()
    today.press("Left", "Right", "Space")
    assert today.journal.value(OWN) == 5
    today.press("Left", "Space")
    assert today.journal.value(OWN) == 4


def test_a_waiting_count_is_kept_after_a_while(asked_on: Callable[[str], TodayPage], qtbot: QtBot) -> None:
    today = asked_on("count")
    today.scale(OWN).take_keyboard()
    today.press("2", "5")
    assert "25, or type one more digit now for 250 to 259" in words_on(today)
    qtbot.waitUntil(lambda: today.journal.value(OWN) == 25)
    assert "25" in words_on(today)


def test_a_count_beyond_ten_is_typed_into_a_field(asked_on: Callable[[str], TodayPage]) -> None:
    today = asked_on("count")
    strip = today.scale(OWN)
    assert isinstance(strip, CountStrip)
    click(today, "Stiffness: more than 10")
    assert QApplication.focusWidget() is strip.field
    today.press("b", "4", "2", "Enter")
    assert (today.journal.value(OWN), today.journal.kept.marks) == (42, {})
    assert strip.has_keyboard
    click(today, "Stiffness: more than 10")
    today.press("7", "Escape")
    assert today.journal.value(OWN) == 42


def test_what_numbers_mean_stands_under_the_scale(asked_on: Callable[[str], TodayPage]) -> None:
    today = asked_on("0to4")
    today.journal.own_words = {OWN: {1: "A little"}, "pain": {3: "I can ignore it", 8: "I lie down"}}
    today.presenter.load()
    assert {"1 – A little", "3 – I can ignore it · 8 – I lie down"} <= set(words_on(today))


def test_a_changed_question_is_asked_in_its_new_words(asked_on: Callable[[str], TodayPage]) -> None:
    today = asked_on("0to4")
    today.journal.measures[OWN] = replace(on_scale("0to10"), question="How stiff, on waking?", version=2)
    today.presenter.load()
    assert "How stiff, on waking?" in words_on(today)
    assert "How stiff were you?" not in words_on(today)
    today.scale(OWN).take_keyboard()
    today.press("9")
    assert today.journal.value(OWN) == 9


def test_persons_own_words_are_shown_as_they_are(asked_on: Callable[[str], TodayPage]) -> None:
    today = asked_on("0to4")
    today.journal.measures[OWN] = replace(
        on_scale("0to4"), label="{b} <i>Stiff</i> & sore", question="{b} <i>Stiff</i> & sore"
    )
    today.presenter.load()
    assert words_on(today).count("{b} <i>Stiff</i> & sore") == 1
