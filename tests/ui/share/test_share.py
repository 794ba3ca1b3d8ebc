"""Share shows the page before it is saved, keeps the person's words, and says plainly that a file is not encrypted."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from diary.app.values import Changes
from diary.domain.days import Period
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Basics, Content, PeriodChoice, ShareState, Words, period_of, with_first, with_last
from diary.ui.share.view import ShareView
from tests.guards import delete_what_waits_for_it
from tests.ui.diaries import TODAY, entry, made_day, made_extract, whole_diary
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from diary.domain.extract import Extract
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import Wanted

LAST = TODAY - timedelta(days=3)
PDF = Path("Papers/Summary.pdf")


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


def today() -> date:
    return TODAY


def diary_up_to(last: date, days: int = 100) -> Extract:
    return made_extract(*(made_day(d, entry(d, pain=5)) for d in (last - timedelta(days=n) for n in range(days))))


def presenter_of(content: Extract, basics: Basics | None = None) -> tuple[SharePresenter, FakeHandingOver]:
    handing_over = FakeHandingOver(content, basics=basics)
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), today)
    presenter.load()
    return presenter, handing_over


def wanted_of(presenter: SharePresenter) -> Wanted:
    assert presenter.state.wanted is not None
    return presenter.state.wanted


@pytest.fixture
def make_view(qtbot: QtBot, icons: Icons, kept: list[object]) -> Callable[[SharePresenter], ShareView]:
    def make(presenter: SharePresenter) -> ShareView:
        view = ShareView(icons, presenter.state)
        kept.append(view)
        presenter.state_changed.connect(view.render_state)
        qtbot.addWidget(view)
        view.resize(1100, 900)
        return view

    return make


def test_it_begins_with_the_four_weeks_up_to_the_last_entry_without_name() -> None:
    presenter, _ = presenter_of(diary_up_to(LAST))
    wanted = wanted_of(presenter)
    assert wanted.period == Period.ending(LAST, 28)
    assert not wanted.content.with_name
    assert not wanted.content.with_birth_date
    assert presenter.state.shown.pages


@pytest.mark.parametrize(
    ("choice", "first", "last"),
    [
        (PeriodChoice.FOUR_WEEKS, date(2026, 10, 23), LAST),
        (PeriodChoice.THIS_MONTH, date(2026, 11, 1), TODAY),
        (PeriodChoice.THREE_MONTHS, date(2026, 8, 20), LAST),
        (PeriodChoice.SINCE_APPOINTMENT, date(2026, 11, 2), LAST),
        (PeriodChoice.OTHER, date(2026, 1, 1), date(2026, 1, 2)),
    ],
)
def test_a_choice_takes_its_days(choice: PeriodChoice, first: date, last: date) -> None:
    by_hand = Period(date(2026, 1, 1), date(2026, 1, 2))
    basics = Basics(LAST, LAST, last_appointment=date(2026, 11, 2))
    assert period_of(choice, basics, TODAY, by_hand) == Period(first, last)


def test_a_period_taken_by_hand_never_runs_backwards() -> None:
    period = Period(date(2026, 5, 1), date(2026, 5, 9))
    assert with_first(period, date(2026, 6, 1)) == Period(date(2026, 6, 1), date(2026, 6, 1))
    assert with_last(period, date(2026, 4, 1)) == Period(date(2026, 4, 1), date(2026, 4, 1))


def test_taking_a_date_by_hand_makes_it_other_days() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    presenter.choose_first(LAST - timedelta(days=5))
    assert presenter.state.choice is PeriodChoice.OTHER
    assert len(wanted_of(presenter).period) == 6
    assert handing_over.drawn[-1][0].period == wanted_of(presenter).period


def test_days_ahead_are_refused() -> None:
    presenter, _ = presenter_of(diary_up_to(LAST))
    before = wanted_of(presenter)
    presenter.choose_last(TODAY + timedelta(days=1))
    assert wanted_of(presenter) == before


def test_days_without_entries_say_so_and_draw_nothing() -> None:
    presenter, _ = presenter_of(
        made_extract(made_day(TODAY - timedelta(days=90), entry(TODAY - timedelta(days=90), pain=3)))
    )
    presenter.choose_period(PeriodChoice.THIS_MONTH)
    nothing = presenter.state
    presenter.choose_period(PeriodChoice.FOUR_WEEKS)
    something = presenter.state
    assert (nothing.shown.pages, nothing.preview_problem) == (
        (),
        "Nothing was written in these days. Choose other days.",
    )
    assert something.shown.pages
    assert something.preview_problem == ""


def test_words_are_drawn_as_typed_and_kept_once_when_left() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    words = Words("Sleep", ("Why?", "", ""))
    presenter.write_words(words)
    assert handing_over.drawn[-1][0].words == words
    assert handing_over.kept == []
    presenter.keep_words()
    presenter.keep_words()
    assert handing_over.kept == [words]


def test_kept_words_are_there_again_and_looking_keeps_nothing() -> None:
    basics = Basics(LAST, LAST, wish="Sleep", questions=("Why?",))
    presenter, handing_over = presenter_of(diary_up_to(LAST), basics)
    assert wanted_of(presenter).words == Words("Sleep", ("Why?", "", ""))
    presenter.keep_words()
    assert handing_over.kept == []


def test_words_that_could_not_be_kept_are_tried_again() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    presenter.write_words(Words("Sleep"))
    handing_over.fails = "disk_full"
    presenter.keep_words()
    assert presenter.state.problem == "Not saved yet"
    handing_over.fails = ""
    presenter.keep_words()
    assert [words.wish for words in handing_over.kept] == ["Sleep"]


def test_a_wish_taken_away_on_a_full_disk_stays_away_and_is_taken_from_the_diary_later() -> None:
    basics = Basics(LAST, LAST, wish="Less pain at night")
    presenter, handing_over = presenter_of(diary_up_to(LAST), basics)
    handing_over.fails = "disk_full"
    presenter.write_words(Words())
    presenter.keep_words()
    assert presenter.has_unsaved
    handing_over.fails = ""
    presenter.refresh(Changes(frozenset(), frozenset({"score"})))
    assert wanted_of(presenter).words == Words(), "the old wish must not come back to the doctor's page"
    presenter.keep_words()
    assert handing_over.kept == [Words()]
    assert (presenter.has_unsaved, presenter.state.problem) == (False, "")


def test_words_that_are_again_as_the_diary_has_them_are_no_longer_unsaved() -> None:
    basics = Basics(LAST, LAST, wish="Sleep")
    presenter, handing_over = presenter_of(diary_up_to(LAST), basics)
    handing_over.fails = "disk_full"
    presenter.write_words(Words("Sleep and walk"))
    presenter.keep_words()
    handing_over.fails = ""
    presenter.write_words(Words("Sleep"))
    presenter.keep_words()
    assert (presenter.has_unsaved, presenter.state.problem, handing_over.kept) == (False, "", [])


def test_words_undone_on_another_page_are_followed_unless_others_are_being_written() -> None:
    basics = Basics(LAST, LAST, wish="Sleep", questions=())
    presenter, handing_over = presenter_of(diary_up_to(LAST), basics)
    changed = Changes(frozenset(), frozenset({"appointment"}))
    handing_over.now_has(replace(basics, wish="Walk again"))
    presenter.refresh(changed)
    assert wanted_of(presenter).words.wish == "Walk again"
    presenter.write_words(Words("Walk and swim"))
    handing_over.now_has(basics)
    presenter.refresh(changed)
    assert wanted_of(presenter).words.wish == "Walk and swim"


def test_what_is_saved_is_what_was_seen() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    presenter.choose_content(Content(with_name=True, with_treatments=False))
    presenter.save_page(PDF)
    assert [saved.wanted for saved in handing_over.saved] == [wanted_of(presenter)]
    assert presenter.state.saved == "Saved: Summary.pdf, in Papers"
    assert "not encrypted" in presenter.state.saved_note


def test_everything_is_saved_with_notes_only_when_ticked() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    presenter.save_everything(Path("a.csv"), False)  # as the page's signal carries it
    presenter.save_everything(Path("a.json"), True)  # as above
    assert [(str(saved.out), saved.with_notes) for saved in handing_over.saved] == [("a.csv", False), ("a.json", True)]
    assert "not encrypted" in presenter.state.saved_note


def test_a_full_disk_is_told_and_nothing_is_said_to_be_saved() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    handing_over.fails = "disk_full"
    presenter.save_page(PDF)
    assert presenter.state.problem == "Not saved"
    assert not presenter.state.can_try_again
    assert presenter.state.saved == ""


def test_an_unreadable_diary_is_told_and_can_be_tried_again() -> None:
    handing_over = FakeHandingOver(diary_up_to(LAST))
    handing_over.fails = "disk_full"
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), today)
    presenter.load()
    assert presenter.state.can_try_again
    handing_over.fails = ""
    presenter.try_again()
    assert presenter.state.problem == ""
    assert presenter.state.shown.pages


def test_a_change_elsewhere_draws_again_and_keeps_what_was_chosen() -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    presenter.choose_period(PeriodChoice.THREE_MONTHS)
    presenter.write_words(Words("Sleep"))
    drawn = len(handing_over.drawn)
    handing_over.content = diary_up_to(TODAY)
    presenter.refresh(Changes(frozenset({TODAY}), frozenset({"score"})))
    assert len(handing_over.drawn) > drawn
    assert wanted_of(presenter).period == Period.ending(TODAY, 92)
    assert wanted_of(presenter).words.wish == "Sleep"


def test_an_empty_diary_offers_nothing(make_view: Callable[[SharePresenter], ShareView]) -> None:
    presenter, handing_over = presenter_of(made_extract())
    view = make_view(presenter)
    view.show()
    assert view._empty.isVisible()
    assert not view._cards.isVisible()
    assert handing_over.drawn == []


def test_the_page_is_drawn_as_sharp_as_its_width_asks(make_view: Callable[[SharePresenter], ShareView]) -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    view = make_view(presenter)
    view.sharpness_requested.connect(presenter.draw_at)
    view.show()
    drawn_at = handing_over.drawn[-1][1]
    view.resize(1500, 900)
    assert handing_over.drawn[-1][1] > drawn_at


def test_the_pages_are_real_pictures_of_the_real_pages(make_view: Callable[[SharePresenter], ShareView]) -> None:
    handing_over = FakeHandingOver(whole_diary(40), draws=True)
    presenter = SharePresenter(handing_over, ImmediateTasks(), ImmediateTasks(), today)
    presenter.load()
    view = make_view(presenter)
    pictures = view.preview.pages._pictures
    assert len(pictures) == 2
    assert all(picture.height() > picture.width() > 400 for picture in pictures)


def test_typing_keeps_the_cursor_and_no_more_than_300_letters_fit(
    make_view: Callable[[SharePresenter], ShareView],
) -> None:
    presenter, _ = presenter_of(diary_up_to(LAST))
    view = make_view(presenter)
    view.words_changed.connect(presenter.write_words)
    wish = view._words._wish
    QTest.keyClicks(wish, "abc")
    wish.moveCursor(wish.textCursor().MoveOperation.Start)
    QTest.keyClicks(wish, "x")
    assert wish.toPlainText() == "xabc"
    assert wish.textCursor().position() == 1
    wish.insertPlainText("y" * 400)
    assert len(wish.toPlainText()) == 300
    assert wanted_of(presenter).words.wish == wish.toPlainText()


def test_leaving_a_field_or_the_page_asks_for_the_words_to_be_kept(
    make_view: Callable[[SharePresenter], ShareView],
) -> None:
    presenter, handing_over = presenter_of(diary_up_to(LAST))
    view = make_view(presenter)
    view.words_changed.connect(presenter.write_words)
    view.words_left.connect(presenter.keep_words)
    QTest.keyClicks(view._words._questions[0].field, "Why?")
    view.settle()
    assert [words.questions[0] for words in handing_over.kept] == ["Why?"]


def test_a_date_taken_from_the_calendar_is_asked_for(make_view: Callable[[SharePresenter], ShareView]) -> None:
    presenter, _ = presenter_of(diary_up_to(LAST))
    view = make_view(presenter)
    view.first_requested.connect(presenter.choose_first)
    view._period._first.setDate(QDate(2026, 11, 2))
    assert wanted_of(presenter).period.first == date(2026, 11, 2)
    assert view._period._choices.currentIndex() == PeriodChoice.OTHER


def test_ticks_ask_for_the_whole_content(make_view: Callable[[SharePresenter], ShareView]) -> None:
    presenter, _ = presenter_of(diary_up_to(LAST))
    view = make_view(presenter)
    view.content_requested.connect(presenter.choose_content)
    view._content._name.click()
    assert wanted_of(presenter).content == Content(with_name=True)
    view._content._together.click()
    view._content._places.click()
    assert wanted_of(presenter).content == Content(with_name=True, with_together=False, with_places=False)


def test_everything_that_takes_the_focus_has_a_name(make_view: Callable[[SharePresenter], ShareView]) -> None:
    view = make_view(presenter_of(diary_up_to(LAST))[0])
    nameless = [
        widget
        for widget in view.findChildren(QWidget)
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text())
        and not _is_part_of_a_date(widget)
    ]
    assert nameless == []


@pytest.mark.usefixtures("qtbot")
def test_a_closed_page_is_freed(icons: Icons) -> None:
    view = ShareView(icons, ShareState(TODAY))
    gone = weakref.ref(view)
    view.deleteLater()
    del view
    delete_what_waits_for_it()
    gc.collect()
    assert gone() is None


def _is_part_of_a_date(widget: QWidget) -> bool:
    """Qt's own parts of a date field and of its calendar, which it names itself."""
    parent = widget.parent()
    while isinstance(parent, QWidget):
        if parent.metaObject().className() in {"QDateEdit", "DayField", "QCalendarWidget"}:
            return True
        parent = parent.parent()
    return False
