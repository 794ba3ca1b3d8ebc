"""The file for a health record: what the pages hold, in the form that other software reads."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QFileDialog

from diary.app import diaries, journal
from diary.domain.days import Period
from diary.domain.measures import PAIN
from diary.exchange.fhir.checks import faults
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.handing_over import DiaryHandingOver
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Basics, Content, PeriodChoice
from diary.ui.share.view import ShareView
from tests.storage.builders import DAY, World, sams_diary
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver
from tests.ui.today.journals import PatientTasks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons

OUT = Path("Papers/Record.json")


@dataclass
class Page:
    """Share over thirty days, up to today."""

    diary: FakeHandingOver
    presenter: SharePresenter
    view: ShareView

    def press(self) -> list[QFileDialog]:
        self.view.record.save.click()
        return self.view.findChildren(QFileDialog)


@pytest.fixture
def page(icons: Icons, qtbot: QtBot) -> Page:
    days = (TODAY - timedelta(days=n) for n in range(30))
    content = made_extract(*(made_day(day, entry(day, pain=5)) for day in days))
    diary = FakeHandingOver(content, basics=Basics(TODAY - timedelta(days=29), TODAY, has_questionnaires=True))
    presenter = SharePresenter(diary, ImmediateTasks(), ImmediateTasks(), lambda: TODAY)
    view = ShareView(icons, presenter.state)
    presenter.state_changed.connect(view.render_state)
    view.save_record_requested.connect(presenter.save_record)
    qtbot.addWidget(view)
    view.resize(1100, 900)
    presenter.load()
    view.show()
    return Page(diary, presenter, view)


def test_it_holds_the_days_and_choices_of_the_pages(page: Page) -> None:
    page.presenter.choose_period(PeriodChoice.THIS_MONTH)
    chosen = Content(with_name=True, with_carers_view=False, with_treatments=False, with_answers=True)
    page.presenter.choose_content(chosen)
    page.presenter.save_record(OUT, False)
    (saved,) = page.diary.saved
    assert saved.wanted is not None
    assert (saved.wanted.period, saved.wanted.content) == (Period(TODAY.replace(day=1), TODAY), chosen)
    assert page.presenter.state.saved == "Saved: Record.json, in Papers"


@pytest.mark.parametrize("with_notes", [False, True])
def test_notes_go_with_it_only_when_ticked_and_its_name_tells_nothing(page: Page, with_notes: bool) -> None:
    page.view.record.notes.setChecked(with_notes)
    (dialog,) = page.press()
    assert dialog.selectedFiles()[0].endswith(f"Record {TODAY.isoformat()}.json")
    dialog.fileSelected.emit(str(OUT))
    dialog.close()
    assert [(one.out, one.with_notes) for one in page.diary.saved] == [(OUT, with_notes)]


def test_single_answers_of_a_phq_9_are_decided_on_first_and_anew_for_the_next_file(page: Page) -> None:
    page.diary.asks_about_answers = True
    page.presenter.load()
    assert page.press() == []
    assert page.view._content.answers._missing.isVisible()
    page.presenter.save_record(OUT, False)
    assert page.diary.saved == []
    page.presenter.choose_content(Content(with_answers=False))
    page.presenter.save_record(OUT, False)
    assert len(page.diary.saved) == 1
    assert page.presenter.state.must_choose_answers


def test_where_nothing_was_written_nothing_is_offered(page: Page) -> None:
    assert page.view.record.save.isEnabled()
    page.presenter.choose_last(TODAY - timedelta(days=100))
    assert not page.view.record.save.isEnabled()


def test_a_full_disk_is_told_and_nothing_is_said_to_be_saved(page: Page) -> None:
    page.diary.fails = "disk_full"
    page.presenter.save_record(OUT, False)
    assert page.presenter.state.problem == "Not saved"
    assert page.presenter.state.saved == ""
    assert page.view.record.save.isEnabled()


def test_while_one_is_made_it_can_be_stopped_and_no_other_begins(page: Page) -> None:
    worker = PatientTasks()
    presenter = SharePresenter(page.diary, ImmediateTasks(), worker, lambda: TODAY)
    presenter.state_changed.connect(page.view.render_state)
    page.view.stop_requested.connect(presenter.stop)
    presenter.load()
    save = page.view.record.save
    save.setFocus()
    presenter.save_record(OUT, False)
    presenter.save_record(Path("Papers/Another.json"), False)
    assert page.view.record.making.isVisible()
    assert save.is_resting
    assert page.view.focusWidget() is save, "a second Enter must not open what would go to a study"
    page.view.record.making.action_requested.emit()
    worker.go()
    assert presenter.state.saved == "Stopped. Nothing was saved."
    assert page.diary.saved == []
    assert not page.view.record.save.is_resting
    presenter.save_record(OUT, False)
    worker.go()
    assert [one.out for one in page.diary.saved] == [OUT]


def test_a_real_diary_makes_a_document_without_a_fault(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 6)
    journal.write_note(diary, DAY, "rare words")
    handing_over = DiaryHandingOver(lambda: diary, lambda: "GB")
    taken = handing_over.take_record(Period(DAY, DAY))
    diaries.close(diary)  # what was taken is enough: the rest runs beside the lane
    written = {}
    for with_notes in (False, True):
        out = tmp_path / f"{with_notes}.json"
        handing_over.save_record(taken, Content(with_name=with_notes), out, lambda: True, with_notes=with_notes)
        written[with_notes] = out.read_text("utf-8")
        assert faults(json.loads(written[with_notes])) == ()
    assert [("rare words" in text, "Sam" in text) for text in written.values()] == [(False, False), (True, True)]
