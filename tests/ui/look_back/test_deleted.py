"""Recently deleted: each thing in words, brought back with one press, and that undone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from diary.app.values import Changes, Deleted
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Basis, Recorder
from diary.domain.places import BodySite, Side
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from diary.ui.look_back.deleted_presenter import SHOWN, DeletedPresenter
from diary.ui.look_back.deleted_rows import deleted_rows
from diary.ui.look_back.deleted_view import DeletedView
from tests.ui.diaries import TODAY, made_extract

AT = datetime(2026, 11, 21, 20, 14).astimezone()
NOTE = Deleted("n", "note", AT, PERSON, TODAY, PERSON, Basis.SELF, words="A hard  night")


class MemoryGone:
    """What was deleted, in memory; ``fails`` refuses the next act."""

    def __init__(self, *deleted: Deleted) -> None:
        self.left = list(deleted)
        self.undone = 0
        self.removed: list[str] = []
        self.fails = False

    def deleted(self) -> tuple[Deleted, ...]:
        """What can be brought back, newest first."""
        return tuple(self.left)

    def names(self, today: date) -> Extract:
        """What things and people are called."""
        del today
        return replace(made_extract(), recorders={"alex": Recorder("alex", "Alex")})

    def recover(self, deleted_id: str) -> Changes:
        """Bring something back as it was."""
        if self.fails:
            raise DiaryError("nothing_to_recover")
        self.left = [one for one in self.left if one.id != deleted_id]
        return Changes(frozenset({TODAY}), frozenset({"note"}))

    def remove_for_good(self, deleted_id: str) -> Changes:
        """Remove it."""
        self.removed.append(deleted_id)
        return self.recover(deleted_id)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        self.undone += 1
        return Changes(frozenset({TODAY}), frozenset({"note"}))


@pytest.fixture
def make_view(icons: Icons) -> Iterator[Callable[[DeletedPresenter], DeletedView]]:
    made: list[QWidget] = []

    def make(presenter: DeletedPresenter) -> DeletedView:
        view = DeletedView(icons, presenter.state)
        view.recover_requested.connect(presenter.bring_back)
        view.undo_requested.connect(presenter.undo)
        view.remove_requested.connect(presenter.ask_to_remove)
        view.removal_confirmed.connect(presenter.remove)
        view.keep_requested.connect(presenter.keep)
        view.more_requested.connect(presenter.show_more)
        presenter.state_changed.connect(view.render_state)
        presenter.load()
        view.show()
        made.append(view)
        return view

    yield make
    for view in made:
        view.close()
        view.deleteLater()


def presenter_of(gone: MemoryGone) -> DeletedPresenter:
    return DeletedPresenter(gone, ImmediateTasks(), lambda: TODAY)


def test_each_thing_says_what_it_was_and_who_deleted_it() -> None:
    knee = BodySite("knee", Side.LEFT)
    found = (
        NOTE,
        Deleted("e", "entry", AT, PERSON, TODAY, PERSON, Basis.SELF, (("pain", None, 6.0), ("pain", knee, 4.0))),
        Deleted("m", "moment", AT, "alex", TODAY, PERSON, Basis.SELF, (("mood_now", None, 3.0),)),
        Deleted("v", "event", AT, PERSON, words="Car accident"),
        Deleted("t", "treatment", AT, PERSON, words="Naproxen"),
        Deleted("i", "intake", AT, PERSON, TODAY, PERSON, Basis.SELF, words="Naproxen"),
        Deleted("x", "entry", AT, PERSON, TODAY, PERSON, Basis.SELF),
    )
    rows = deleted_rows(found, MemoryGone().names(TODAY), TODAY)
    day = "22 November"
    assert [row.what for row in rows] == [
        f"A note about {day}: “A hard night”",
        f"Sam, {day}: pain 6, left knee 4",
        f"Sam, a moment of {day}: mood now 3",
        "What happened: Car accident",
        "A treatment: Naproxen",
        f"Naproxen, taken on {day}",
        f"Sam, {day}",
    ]
    assert rows[0].when == "Deleted on 21 November, 20:14"
    assert rows[2].when == "Deleted on 21 November, 20:14, by Alex"


def test_one_is_brought_back_and_that_is_undone(make_view: Callable[[DeletedPresenter], DeletedView]) -> None:
    gone = MemoryGone(NOTE, Deleted("v", "event", AT, PERSON, words="Car accident"))
    presenter = presenter_of(gone)
    heard: list[Changes] = []
    presenter.changed.connect(heard.append)
    view = make_view(presenter)
    next(iter(view.lines.values())).back.click()
    assert [one.id for one in gone.left] == ["v"]
    assert [row.id for row in view.lines] == ["v"]
    assert presenter.state.said.startswith("Brought back: A note about")
    presenter.undo()
    assert gone.undone == 1
    assert len(heard) == 2


def test_what_somebody_else_wrote_says_before_that_a_carer_can_do_nothing_with_it(
    make_view: Callable[[DeletedPresenter], DeletedView],
) -> None:
    named = Deleted("t", "treatment", AT, PERSON, words="Naproxen", may_remove=False)
    gone = MemoryGone(replace(NOTE, may_recover=False, may_remove=False), named)
    lines = list(make_view(presenter_of(gone)).lines.values())
    assert [(line.back.isVisible(), line.remove.isVisible()) for line in lines] == [(False, False), (True, False)]
    shown = [words.text() for line in lines for words in line.findChildren(Words) if words.isVisible()]
    assert [words for words in shown if words.startswith("Somebody")] == [
        "Somebody else wrote this, so you can’t bring it back or remove it.",
        "Somebody else wrote this, so you can’t remove it.",
    ]


def test_what_can_no_longer_be_brought_back_is_said(make_view: Callable[[DeletedPresenter], DeletedView]) -> None:
    gone = MemoryGone(NOTE)
    presenter = presenter_of(gone)
    view = make_view(presenter)
    gone.fails = True
    next(iter(view.lines.values())).back.click()
    assert presenter.state.problem == "Nothing was changed"
    assert len(view.lines) == 1


def test_of_hundreds_the_newest_are_shown_first(make_view: Callable[[DeletedPresenter], DeletedView]) -> None:
    many = [replace(NOTE, id=str(n), day=TODAY - timedelta(days=n)) for n in range(SHOWN + 20)]
    presenter = presenter_of(MemoryGone(*many))
    view = make_view(presenter)
    assert [row.id for row in view.lines] == [str(n) for n in range(SHOWN)]
    view.more.click()
    assert len(view.lines) == SHOWN + 20
    assert view.more.isHidden()


def test_one_is_removed_for_good_only_when_that_was_asked(make_view: Callable[[DeletedPresenter], DeletedView]) -> None:
    gone = MemoryGone(NOTE)
    presenter = presenter_of(gone)
    view = make_view(presenter)
    (line,) = view.lines.values()
    question = view._question
    assert question._button is not None
    assert question._other is not None
    line.remove.click()
    assert question.isVisible()
    assert "A hard night" in question._title.text()
    question._other.click()
    assert (question.isVisible(), gone.removed) == (False, [])
    line.remove.click()
    question._button.click()
    assert gone.removed == ["n"]
    assert (question.isVisible(), list(view.lines)) == (False, [])
    assert presenter.state.removed.startswith("Removed for good: ")
    assert presenter.state.said == "", "there is nothing to undo"


def test_one_that_could_not_be_removed_is_still_there(make_view: Callable[[DeletedPresenter], DeletedView]) -> None:
    gone = MemoryGone(NOTE)
    gone.fails = True
    presenter = presenter_of(gone)
    view = make_view(presenter)
    (row,) = view.lines
    presenter.ask_to_remove(row)
    presenter.remove()
    assert (presenter.state.problem, presenter.state.removed) == ("Nothing was changed", "")
    assert list(view.lines) == [row]
