"""Notes on Share: each has its tick, those ticked on their day begin ticked, and nothing else goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from diary.domain.entries import Note, Sharing
from diary.domain.people import PERSON, Basis
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.ticks import Tick
from diary.ui.share.files_card import FilesCard
from diary.ui.share.handing_over import _choices
from diary.ui.share.page import join
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Basics, PeriodChoice, ShareState
from diary.ui.share.view import ShareView
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons


def note(n: int, sharing: Sharing = Sharing.PRIVATE, basis: Basis = Basis.SELF) -> Note:
    on = TODAY - timedelta(days=n)
    written = datetime.combine(on, time(20), at(TODAY).tzinfo)
    return Note(f"n{n}", on, PERSON, basis, f"Note {n}", written, sharing)


class Page:
    """The page over a diary with notes."""

    def __init__(self, icons: Icons, qtbot: QtBot, *notes: Note) -> None:
        days = (TODAY - timedelta(days=n) for n in range(60))
        content = made_extract(*(made_day(day, entry(day, pain=5)) for day in days))
        self.diary = FakeHandingOver(replace(content, notes=notes))
        self.presenter = SharePresenter(self.diary, ImmediateTasks(), ImmediateTasks(), lambda: TODAY)
        self.view = ShareView(icons, self.presenter.state)
        self.card = self.view.notes
        join(self.view, self.presenter)
        qtbot.addWidget(self.view)
        self.view.resize(1100, 900)
        self.presenter.load()
        self.view.show()

    @property
    def ticked(self) -> set[str]:
        """The notes whose tick is set."""
        return {id_ for id_, tick in self.card.ticks.items() if tick.isChecked()}

    @property
    def going(self) -> frozenset[str]:
        """The notes that the pages get."""
        wanted = self.diary.drawn[-1][0]
        return _choices(wanted, self.diary.content).notes


MakePage = Callable[..., Page]


@pytest.fixture
def make_page(icons: Icons, qtbot: QtBot, kept: list[object]) -> MakePage:
    def make(*notes: Note) -> Page:
        kept.append(page := Page(icons, qtbot, *notes))
        return page

    return make


def test_those_ticked_on_their_day_begin_ticked_and_each_can_be_changed(make_page: MakePage) -> None:
    page = make_page(note(0), note(1, Sharing.SHARED), note(2))
    assert page.ticked == page.going == {"n1"}
    page.card.ticks["n2"].click()
    assert page.ticked == page.going == {"n1", "n2"}
    page.card.ticks["n1"].click()
    page.view._content._name.click()
    assert page.ticked == page.going == {"n2"}, "another tick leaves notes as they are"


def test_only_notes_of_the_days_that_were_chosen_are_listed_and_none_of_a_carer(make_page: MakePage) -> None:
    page = make_page(note(1, basis=Basis.OBSERVED), note(3), note(50))
    assert list(page.card.ticks) == ["n3"]
    page.presenter.choose_period(PeriodChoice.THREE_MONTHS)
    assert list(page.card.ticks) == ["n3", "n50"]


def test_a_note_that_a_carer_wrote_down_says_so(make_page: MakePage) -> None:
    page = make_page(note(0), replace(note(2, basis=Basis.TOLD), recorder="alex"))
    assert [tick.text() for tick in page.card.ticks.values()] == [
        "22 November: Note 0",
        "20 November (Sam, written by a carer): Note 2",
    ]


def test_a_diary_without_notes_has_no_such_card(make_page: MakePage) -> None:
    page = make_page()
    assert not page.card.isVisible()


def test_very_many_are_shown_a_few_at_a_time(make_page: MakePage) -> None:
    page = make_page(*(note(n) for n in range(28)))
    assert list(page.card.ticks) == ["n0", "n1", "n2", "n3"]
    page.card.more.click()
    assert len(page.card.ticks) == 16


@pytest.mark.parametrize("sharing", [Sharing.PRIVATE, Sharing.SEALED])
def test_a_private_note_never_goes_unticked(make_page: MakePage, sharing: Sharing) -> None:
    page = make_page(note(0, sharing))
    assert page.ticked == page.going == frozenset()
    assert ("n0" in page.card.ticks) is (sharing is Sharing.PRIVATE), "one for the person alone is not even offered"


def test_a_carer_reads_whose_diary_it_is_and_which_notes_go(icons: Icons, qtbot: QtBot) -> None:
    view = ShareView(icons, ShareState(TODAY, basics=Basics(handed_out_for="Sam")))
    qtbot.addWidget(view)
    said = {one.text() for one in view.findChildren(QLabel) if not one.isHidden()}
    assert "This is Sam’s diary: “my” and “your” mean Sam here. Notes that Sam keeps private are left out." in said
    ticks = {tick.text() for part in (view.files, view.record) for tick in part.findChildren(Tick)}
    assert ticks == {"With the notes that Sam does not keep private"}


@pytest.mark.parametrize("reads_sealed", [False, True])
def test_which_file_has_a_note_for_the_person_alone_is_said_where_there_is_one(
    icons: Icons,
    reads_sealed: bool,
) -> None:
    card = FilesCard(icons)
    card.render_state(ShareState(TODAY, basics=Basics(reads_sealed=reads_sealed)))
    said = [one for one in card.findChildren(QLabel) if not one.isHidden() and "only you can read" in one.text()]
    assert bool(said) is reads_sealed
