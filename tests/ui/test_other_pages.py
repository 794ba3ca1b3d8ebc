"""Pages that are reached from others, in the whole program: the story, and what was deleted."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from diary.app.values import Changes
from diary.domain.entries import RoughDate
from diary.ui.kit.buttons import Button
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.seek_field import SeekField
from diary.ui.kit.text import Words
from diary.ui.look_back.deleted_view import DeletedView
from diary.ui.look_back.entries_card import DeleteQuestion
from diary.ui.look_back.entries_list import EntriesList
from diary.ui.look_back.view import LookBackView
from diary.ui.questionnaires.presenter import QuestionnairesPresenter
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.settings.cards import MatterCard
from diary.ui.settings.view import SettingsView
from diary.ui.story.view import StoryView
from diary.ui.today.moments_card import MomentsCard
from diary.ui.today.quiet_ways import QuietWays
from diary.ui.today.treatments_card import TreatmentsCard
from diary.ui.today.view import TodayView
from diary.words.dates import rough_day
from tests.storage.builders import DAY
from tests.ui.running import CONTROL, Running, known_diary


def test_the_story_is_told_from_today_and_leads_back_there(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("+")
    running.until(lambda: running.has(QuietWays))
    running.part(QuietWays).story.click()
    running.until(lambda: running.has(StoryView))
    running.part(StoryView).add_event.click()
    running.press("Back pain began", Qt.Key.Key_Return)
    running.until(lambda: running.shows("Kept: Back pain began"))
    QTest.keyClick(running.part(StoryView), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    running.until(lambda: running.window.current == "today")


def test_a_page_out_of_sight_is_brought_up_to_date_once(
    start: Callable[[], Running], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.window.show_page("questionnaires")
    running.settled()
    running.window.show_page("today")
    told: list[Changes] = []
    monkeypatch.setattr(QuestionnairesPresenter, "refresh", lambda _, changes: told.append(changes))
    running.press("4", "5")
    running.settled()
    running.window.show_page("questionnaires")
    (changes,) = told
    assert changes.days == {DAY}
    assert changes.kinds == {"entry", "score"}


def test_what_happened_on_a_day_is_told_from_that_day(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("+")
    running.until(lambda: running.has(QuietWays))
    QTest.keyClick(running.part(TodayView), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    running.until(lambda: running.shows("Yesterday"))
    running.part(QuietWays).happened.click()
    running.until(lambda: running.has(StoryView))
    running.press("Started physiotherapy", Qt.Key.Key_Return)
    running.until(lambda: running.part(StoryView).rows)
    (told,) = running.part(StoryView).rows.values()
    assert rough_day(RoughDate(DAY - timedelta(days=1))) in [words.text() for words in told.findChildren(Words)]


def test_a_treatment_is_changed_from_the_day_it_is_taken_on(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.press("+")
    running.until(lambda: running.has(TreatmentsCard))
    running.part(TreatmentsCard).add.click()
    running.press("Naproxen", Qt.Key.Key_Return)
    running.until(lambda: running.part(TreatmentsCard).rows)
    (line,) = running.part(TreatmentsCard).rows.values()
    line.tick.click()
    running.until(line.change.isVisible)
    line.change.click()
    running.until(lambda: running.has(StoryView))
    form = running.part(StoryView).treatment_form
    assert form.isVisible()
    form.unit.setText("mg")
    form.dose.setText("250")
    form.keep.click()
    running.until(lambda: running.shows("Kept: Naproxen"))
    running.window.show_page("today")
    running.until(lambda: [row.label for row in running.part(TreatmentsCard).rows.values()] == ["Naproxen, 250 mg"])


def test_what_was_deleted_is_brought_back_from_settings(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.window.show_page("story")
    running.part(StoryView).add_event.click()
    running.press("A fall", Qt.Key.Key_Return)
    running.until(lambda: running.part(StoryView).rows)
    next(iter(running.part(StoryView).rows.values())).away.click()
    running.until(lambda: not running.part(StoryView).rows)
    running.window.show_page("settings")
    running.click("Show what was deleted", SettingsView)
    running.until(lambda: running.has(DeletedView) and running.part(DeletedView).lines)
    next(iter(running.part(DeletedView).lines.values())).back.click()
    running.until(lambda: running.shows("Brought back: What happened: A fall"))
    running.window.show_page("story")
    running.until(lambda: running.part(StoryView).rows)


def test_a_page_reached_from_another_has_the_keyboard_at_its_way_back(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    """The keyboard stayed in the rail: the next Space locked the diary."""
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    for page in ("asking", "story", "deleted", "moving"):
        running.window.show_page("settings")
        running.window.show_page(page)
        assert standing_at(running) == "Back", page
        running.settled()
        assert standing_at(running) == "Back", f"{page}, with its words"
        assert marked(running) == "Settings", f"{page} leads back there"
        running.press(Qt.Key.Key_Space)
        running.until(lambda: running.window.current == "settings")
    running.window.show_page("writers")
    running.settled()
    assert standing_at(running) == "Add a carer", "what one comes for, once it is known who may"


def test_escape_leads_back_from_every_page_reached_from_another(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    for page in ("asking", "writers", "story", "deleted", "moving"):
        running.window.show_page("look_back")
        running.window.show_page(page)
        running.settled()
        running.press(Qt.Key.Key_Tab, Qt.Key.Key_Escape)
        assert running.window.current == "look_back", page
    running.press(Qt.Key.Key_Escape)
    assert running.window.current == "look_back", "it stands under no other"


def test_escape_leaves_first_what_is_innermost(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.window.show_page("story")
    running.settled()
    form = running.part(StoryView).event_form
    running.part(StoryView).add_event.click()
    running.press("A fall", Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert running.window.current == "story"
    running.press(Qt.Key.Key_Escape)
    assert running.window.current == "today"


def test_escape_ends_a_moment_and_the_question_about_a_pause_and_leaves_the_day_alone(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    running.press("4", Qt.Key.Key_Escape, "+")
    running.until(lambda: running.has(QuietWays))
    moments, ways = running.part(MomentsCard), running.part(QuietWays)
    moments.now.click()
    running.press("5", Qt.Key.Key_Escape)
    assert not moments.done.isVisible()
    ways.ask.click()
    running.press(Qt.Key.Key_Escape)
    assert not ways.lengths.isVisible()
    assert running.window.current == "today"
    running.until(lambda: len(moments.rows) == 1)
    assert running.values()["mood"] == 4


def test_escape_stops_a_questionnaire_and_keeps_its_answers(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.window.show_page("questionnaires")
    running.settled()
    view = running.part(QuestionnairesView)
    offer = next(iter(view.offers.values()))
    offer.begin.click()
    running.until(lambda: view.form is not None)
    running.press("2", Qt.Key.Key_Escape)
    running.until(lambda: view.form is None)
    running.until(lambda: offer.begin.text().startswith("Go on (1 of"))


def test_escape_goes_back_a_step_before_there_is_a_diary(start: Callable[[], Running]) -> None:
    running = start()
    running.press(Qt.Key.Key_Return, "Sam", Qt.Key.Key_Escape)
    assert running.shows("Welcome to Alongside")
    running.press(Qt.Key.Key_Return)
    assert "Sam" in [field.text() for field in running.window.findChildren(QLineEdit) if field.isVisible()]


def test_escape_keeps_what_is_asked_to_be_deleted_wherever_the_keyboard_is(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    running.press("4")
    running.settled()
    running.window.show_page("look_back")
    running.settled()
    page, question = running.part(LookBackView), running.part(DeleteQuestion)
    entries = running.part(EntriesList)
    running.until(lambda: entries.model().rowCount())
    entries.setFocus()
    entries.setCurrentIndex(entries.model().index(0, 0))
    running.press(Qt.Key.Key_Delete)
    running.until(question.isVisible)
    page.setFocus()
    running.press(Qt.Key.Key_Escape)
    assert not question.isVisible()
    assert running.window.current == "look_back"


def test_today_is_come_back_to_at_its_top_and_at_the_first_open_question(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    running.window.resize(1300, 940)
    running.press("4", "+")
    running.until(lambda: running.has(QuietWays))
    running.note().setFocus()
    bar = running.part(TodayView).verticalScrollBar()
    running.until(lambda: bar.maximum() > 0)
    for come in ("Ctrl+T from here", "from another page"):
        bar.setValue(bar.maximum())
        running.note().setFocus()
        if come == "from another page":
            running.window.show_page("share")
        QTest.keyClick(running.window, Qt.Key.Key_T, CONTROL)
        running.settled()
        assert bar.value() == 0, come
        assert [one.measure.id for one in running.window.findChildren(ScaleStrip) if one.has_keyboard] == ["anxiety"]


def test_settings_has_everything_again_after_a_search(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.window.show_page("settings")
    view = running.part(SettingsView)
    field = running.part(SeekField)
    field.setFocus()
    running.press("usb")
    assert not all(card.isVisible() for card in view.findChildren(MatterCard))
    running.window.show_page("share")
    running.window.show_page("settings")
    assert field.text() == ""
    assert all(card.isVisible() for card in view.findChildren(MatterCard))


def test_a_day_opened_from_look_back_leads_back_there_until_one_leaves_it(
    start: Callable[[], Running], tmp_path: Path
) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.settled()
    way_back = running.part(TodayView).way_back
    assert not way_back.isVisible()
    running.press("4")
    running.settled()
    running.window.show_page("look_back")
    running.settled()
    page, yesterday = running.part(LookBackView), DAY - timedelta(days=1)
    page.day_requested.emit(yesterday)
    assert (running.window.current, way_back.button.text()) == ("today", "Back to Look back")
    assert way_back.isVisible()
    running.settled()
    running.press("5", Qt.Key.Key_Escape)
    assert running.window.current == "look_back"
    page.day_requested.emit(yesterday)
    running.window.show_page("share")
    running.window.show_page("today")
    assert not way_back.isVisible()
    running.press(Qt.Key.Key_Escape)
    assert running.window.current == "today"


def standing_at(running: Running) -> str:
    """The words of the button that has the keyboard."""
    focus = running.window.focusWidget()
    return focus.text() if isinstance(focus, Button) else str(focus)


def marked(running: Running) -> str:
    """The page that the rail marks."""
    (found,) = [
        one.text() for one in running.window.findChildren(Button) if one.property("page_id") and one.isChecked()
    ]
    return found
