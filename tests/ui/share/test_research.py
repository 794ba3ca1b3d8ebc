"""The dialog for a study shows exactly what leaves, and nothing leaves before the person has decided, each time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from diary.app import diaries, journal, looking_back, researching
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN
from diary.domain.questionnaires import Response
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from diary.ui.share.page import join_research
from diary.ui.share.research_card import ResearchCard
from diary.ui.share.research_presenter import DiaryGiving, ResearchPresenter
from diary.ui.share.state import Basics, ShareState, Wanted
from diary.ui.share.view import ShareView
from tests.storage.builders import DAY, World, sams_diary
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import cut_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from diary.app.researching import ForResearch
    from diary.domain.days import Period
    from diary.domain.extract import Extract
    from diary.ui.kit.icons import Icons
    from diary.ui.share.research_dialog import ResearchDialog


class FakeGiving:
    """Real files of a made-up diary, kept instead of written."""

    def __init__(self, content: Extract) -> None:
        self.content = content
        self.saved: list[tuple[ForResearch, str, bool]] = []
        self.fails = ""

    def take(self, period: Period) -> Extract:
        return cut_to(self.content, period)

    def make(self, extract: Extract, *, with_answers: bool) -> ForResearch:
        return researching.for_research(extract, with_answers=with_answers)

    def save(self, found: ForResearch, out: Path, *, force: bool) -> Path:
        if self.fails:
            raise DiaryError(self.fails)
        self.saved.append((found, out.name, force))
        return researching.codebook_beside(out)


class Desk:
    """The card with its presenter, about one diary."""

    def __init__(self, qtbot: QtBot, icons: Icons, content: Extract) -> None:
        self.giving = FakeGiving(content)
        self.presenter = ResearchPresenter(self.giving, ImmediateTasks(), ImmediateTasks())
        self.card = ResearchCard(icons)
        qtbot.addWidget(self.card)
        self.card.look_requested.connect(self.presenter.look)
        self.card.save_requested.connect(self.presenter.save)
        self.card.closed.connect(self.presenter.forget)
        self.presenter.state_changed.connect(self.card.render_research)
        self.card.render_state(ShareState(TODAY, Basics(), is_loaded=True, wanted=Wanted(content.period)))

    def open(self) -> ResearchDialog:
        self.card.open.click()
        assert self.card.dialog is not None
        return self.card.dialog

    def shown(self, dialog: ResearchDialog) -> list[list[str]]:
        model = dialog.table.model()
        return [
            [str(model.index(line, at).data() or "") for at in range(model.columnCount())]
            for line in range(model.rowCount())
        ]


def content(*, with_phq4: bool = False) -> Extract:
    answers = dict.fromkeys(("gad1", "gad2", "phq1", "phq2"), 1)
    responses = (Response("r", "phq4", TODAY, answers=answers, is_done=True),) if with_phq4 else ()
    return replace(made_extract(made_day(TODAY, entry(TODAY, pain=6, mood=4))), responses=responses)


@pytest.fixture
def make_desk(qtbot: QtBot, icons: Icons) -> Iterator[Callable[[Extract], Desk]]:
    made: list[Desk] = []

    def make(of: Extract) -> Desk:
        made.append(Desk(qtbot, icons, of))
        return made[-1]

    yield make
    for desk in made:
        if desk.card.dialog is not None:
            desk.card.dialog.close()


@pytest.fixture
def desk(make_desk: Callable[[Extract], Desk]) -> Desk:
    return make_desk(content(with_phq4=True))


def test_every_cell_that_leaves_is_shown(desk: Desk) -> None:
    dialog = desk.open()
    found = desk.presenter.state.found
    assert found
    lines = found.table.as_csv.decode("utf-8-sig").splitlines()[1:]
    assert [",".join(cells) for cells in desk.shown(dialog)] == lines
    assert dialog.book.model().rowCount() == len(found.codebook.rows)


def test_nothing_can_be_saved_before_it_was_decided(desk: Desk) -> None:
    dialog = desk.open()
    assert not dialog.decided.isChecked()
    assert not dialog.save.isEnabled()
    dialog.decided.click()
    assert dialog.save.isEnabled()


def test_what_is_written_is_what_was_shown_and_then_it_is_undecided_again(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.open()
    dialog.decided.click()
    shown = desk.presenter.state.found
    dialog.save_requested.emit(tmp_path / "study.csv")
    assert desk.giving.saved == [(shown, "study.csv", False)]
    assert desk.presenter.state.saved.startswith("Saved: study.csv and study-codebook.csv, in ")
    assert not dialog.decided.isChecked()
    assert not dialog.save.isEnabled()


def test_single_answers_are_offered_unticked_and_change_what_was_decided(desk: Desk) -> None:
    dialog = desk.open()
    assert not dialog.answers.isChecked()
    assert "questionnaire_answer" not in {cells[1] for cells in desk.shown(dialog)}
    dialog.decided.click()
    dialog.answers.click()
    assert "questionnaire_answer" in {cells[1] for cells in desk.shown(dialog)}
    assert not dialog.decided.isChecked()


def test_without_questionnaires_single_answers_are_not_offered(make_desk: Callable[[Extract], Desk]) -> None:
    assert make_desk(content()).open().answers.isHidden()


def test_each_opening_begins_anew_and_a_closed_dialog_keeps_nothing(desk: Desk) -> None:
    dialog = desk.open()
    dialog.answers.click()
    dialog.decided.click()
    dialog.close()
    assert desk.presenter.state.found is None
    again = desk.open()
    assert again is not dialog
    assert not again.answers.isChecked()
    assert not again.decided.isChecked()


def test_a_file_that_can_not_be_written_is_said_in_the_dialog(desk: Desk, tmp_path: Path) -> None:
    dialog = desk.open()
    desk.giving.fails = "file_exists"
    dialog.save_requested.emit(tmp_path / "study.csv")
    assert desk.presenter.state.problem.startswith("There is already a file with that name.")
    assert desk.presenter.state.found is not None


def test_only_a_table_of_that_name_may_be_replaced(desk: Desk, tmp_path: Path) -> None:
    out = tmp_path / "study.csv"
    out.write_bytes(b"before")
    desk.open().save_requested.emit(out)
    assert desk.giving.saved[0][2] is True


def test_days_without_anything_say_so_and_leave_nothing_to_decide(make_desk: Callable[[Extract], Desk]) -> None:
    empty = replace(made_extract(), days=())
    desk = make_desk(empty)
    dialog = desk.open()
    assert desk.presenter.state.problem == "Nothing was written in these days. Choose other days."
    assert not dialog.decided.isEnabled()
    assert not dialog.save.isEnabled()


def test_a_real_diary_gives_what_was_written_in_it(qtbot: QtBot, icons: Icons, tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    journal.give_score(diary, DAY, PAIN, 6)
    content = looking_back.extract(diary)
    presenter = ResearchPresenter(DiaryGiving(lambda: diary), ImmediateTasks(), ImmediateTasks())
    view = ShareView(icons, ShareState(TODAY, Basics(DAY, DAY), is_loaded=True, wanted=Wanted(content.period)))
    qtbot.addWidget(view)
    join_research(view, presenter)
    view.research.open.click()
    dialog = view.research.dialog
    assert dialog is not None
    dialog.decided.click()
    dialog.save_requested.emit(tmp_path / "study.csv")
    dialog.close()
    diaries.close(diary)
    assert "1,answer,pain,,,6," in (tmp_path / "study.csv").read_text("utf-8")
    assert "code,pain," in (tmp_path / "study-codebook.csv").read_text("utf-8")


def test_a_cell_is_read_out_with_its_column(desk: Desk) -> None:
    model = desk.open().table.model()
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "day_number: 1"
    assert model.index(0, 3).data(Qt.ItemDataRole.AccessibleTextRole) == "place: empty"


def test_a_carer_says_that_the_person_wants_it_and_never_decides_in_the_persons_name(desk: Desk) -> None:
    desk.card.render_state(ShareState(TODAY, Basics(handed_out_for="Sam"), wanted=Wanted(content().period)))
    dialog = desk.open()
    assert dialog.decided.text() == "Sam has heard what this is, and wants to give it to a study"
    said = [words.text() for words in dialog.findChildren(Words)]
    assert "Someone who knows Sam well may still know Sam by these days." in said
