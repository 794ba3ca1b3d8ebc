"""What the time chart shows, and in which order, is chosen in a dialog, at once and for good."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.domain.extract import Extract
from diary.domain.people import Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import read_out
from diary.ui.look_back.panels_dialog import PanelsDialog
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.state import PanelChoice
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import FakePast, Heard, presenter_of

CHOICES = (PanelChoice("a", "A", True), PanelChoice("b", "B", True), PanelChoice("c", "C", False))


def with_more() -> Extract:
    """A day with a scale beside the core, a yes or no, and what a carer noticed."""
    own = entry(TODAY, pain=4, mood=6, tiredness=7, headache_today=1)
    seen = entry(TODAY, recorder="alex", basis=Basis.OBSERVED, noticed_sleep=1, noticed_in_pain=2)
    return made_extract(made_day(TODAY, own, seen), with_carer=True)


def shown(presenter: LookBackPresenter) -> list[str]:
    return [panel.measure.id for panel in presenter.state.chart.panels]


@pytest.fixture
def dialog(qtbot: QtBot, icons: Icons) -> Iterator[PanelsDialog]:
    presenter, _ = presenter_of(whole_diary(30))
    page = LookBackView(icons, presenter.state)
    qtbot.addWidget(page)
    made = PanelsDialog(icons, CHOICES, page)
    with qtbot.waitActive(made):
        made.open()
        made.activateWindow()
    yield made
    made.close()
    del page


def test_at_first_the_core_and_what_was_noticed_of_pain_are_shown_and_the_rest_is_offered() -> None:
    presenter, _ = presenter_of(with_more())
    choices = presenter.state.panel_choices
    assert [one.id for one in choices if one.is_shown] == ["pain", "mood", "noticed_in_pain"]
    assert [(one.id, one.label) for one in choices if not one.is_shown] == [
        ("tiredness", "Tired"),
        ("headache_today", "Headache or migraine"),
        ("noticed_sleep", "Alex’s view: slept"),
    ]


def test_a_choice_is_kept_and_the_chart_follows_its_order() -> None:
    presenter, past = presenter_of(with_more())
    presenter.choose_panels(("noticed_sleep", "tiredness", "pain"))
    assert shown(presenter) == ["noticed_sleep", "tiredness", "pain"]
    again, _ = presenter_of(past.content)
    assert shown(again) == ["noticed_sleep", "tiredness", "pain"]


def test_the_calendar_and_the_patterns_offer_every_measure_whatever_the_chart_shows() -> None:
    presenter, _ = presenter_of(with_more())
    presenter.choose_panels(())
    assert shown(presenter) == []
    assert {heat.measure.id for heat in presenter.state.calendar.heats} >= {"pain", "mood", "tiredness"}


def test_choosing_ends_the_offer_to_undo_a_deletion() -> None:
    presenter, _ = presenter_of(whole_diary(20))
    presenter.ask_to_delete(presenter.state.entries[:1])
    presenter.delete()
    assert presenter.state.done
    presenter.choose_panels(("pain",))
    assert presenter.state.done == ""


def test_a_full_disk_leaves_the_chart_as_it_was_and_says_so() -> None:
    presenter, past = presenter_of(with_more())
    before = shown(presenter)
    past.fails = True
    presenter.choose_panels(("pain",))
    assert presenter.state.problem == "Nothing was changed"
    assert shown(presenter) == before


def test_a_tick_and_an_arrow_hold_at_once(dialog: PanelsDialog) -> None:
    heard = Heard()
    dialog.panels_requested.connect(heard.one)
    dialog.rows[2].tick.click()
    dialog.rows[2].up.click()
    dialog.rows[0].tick.click()
    assert heard.all == [("a", "b", "c"), ("a", "c", "b"), ("c", "b")]


def test_the_keyboard_stays_with_what_is_moved(dialog: PanelsDialog) -> None:
    moved = dialog.rows[2]
    moved.up.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(moved.up, Qt.Key.Key_Return)
    assert moved.up.hasFocus()
    QTest.keyClick(moved.up, Qt.Key.Key_Return)
    assert not moved.up.isEnabled()
    assert moved.down.hasFocus()
    assert [one.panel_id for one in dialog.rows] == ["c", "a", "b"]


def test_every_arrow_says_what_it_moves(dialog: PanelsDialog) -> None:
    assert [one.up.accessibleName() for one in dialog.rows] == ["Move up: A", "Move up: B", "Move up: C"]


def test_a_yes_or_no_has_marks_but_no_average(qtbot: QtBot, icons: Icons) -> None:
    del qtbot, icons
    past = FakePast(with_more())
    past.choose_panels(("headache_today", "tiredness"))
    presenter, _ = presenter_of(past.content)
    yes_no, scale = presenter.state.chart.panels
    assert (yes_no.has_average, yes_no.is_low, scale.has_average) == (False, True, True)
    said = read_out(presenter.state.chart, TODAY.toordinal(), Step.MONTH)
    assert [row.label for row in said.rows] == ["Tired"]


def test_the_page_opens_the_dialog_with_what_there_is(qtbot: QtBot, icons: Icons) -> None:
    presenter, _ = presenter_of(with_more())
    view = LookBackView(icons, presenter.state)
    qtbot.addWidget(view)
    view.panels_requested.connect(presenter.choose_panels)
    presenter.state_changed.connect(view.render_state)
    view._charts.choose.click()
    (dialog,) = view.findChildren(PanelsDialog)
    assert [row.panel_id for row in dialog.rows] == [one.id for one in presenter.state.panel_choices]
    dialog.rows[0].tick.click()
    assert "pain" not in shown(presenter)
    assert [panel._panel.measure.id for panel in view._charts.chart._panels] == shown(presenter)
    dialog.close()
