"""The person takes the diary over on the page that says who writes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from diary.app import diaries
from diary.app.opened import OpenDiary
from diary.app.taking_over import take_over
from diary.app.values import BegunBy, Changes, WaysIn
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Agreed
from diary.ui.kit.icons import Icons
from diary.ui.writers.form import NO, STAYS
from tests.storage.builders import CHEAP, World, computer, made_quick, sams_diary
from tests.ui.writers.test_writers import WritersPage, clicked

ALEXS, SAMS = "seven green doors", "my very own words"
MakePage = Callable[[OpenDiary], WritersPage]


@pytest.fixture(autouse=True)
def _cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(take_over, "__kwdefaults__", {"keeper_stays": True, "cost": CHEAP})


@pytest.fixture
def make_page(icons: Icons) -> Iterator[MakePage]:
    made: list[WritersPage] = []

    def make(diary: OpenDiary) -> WritersPage:
        made.append(WritersPage(icons, diary))
        return made[-1]

    yield make
    for page in made:
        page.view.close()
        page.view.deleteLater()
        diaries.close(page.diary)


@pytest.fixture
def kept(make_page: MakePage, tmp_path: Path) -> WritersPage:
    """The page of a diary that Alex began for Sam."""
    here = computer(tmp_path / "config", World())
    begun_by = BegunBy("Alex", "partner", Agreed.YES)
    diary, _ = diaries.create(tmp_path / "S.alongside", "Sam", ALEXS, here, begun_by=begun_by, cost=CHEAP)
    made_quick(diary.store)
    return make_page(diary)


def opens(page: WritersPage, secret: str) -> bool:
    try:
        diaries.open_to_read(page.diary.folder, secret, page.diary.computer).store.close()
    except DiaryError:
        return False
    return True


def test_who_keeps_the_diary_is_said_and_what_the_person_gets(kept: WritersPage) -> None:
    assert "Alex keeps this diary for Sam" in kept.words
    clicked(kept.view.taking_over.take_over)
    assert "Alex could have read what was written before." in kept.words
    assert "This is for Sam to do." in kept.words
    kept.press("Escape")
    assert kept.view.form is None
    assert kept.view.focusWidget() is kept.view.taking_over.take_over, "a passphrase typed on stands nowhere"
    assert kept.diary.keys.owner != PERSON


def test_the_person_takes_it_over_by_the_keyboard_and_gets_a_code(kept: WritersPage) -> None:
    changes: list[Changes] = []
    ways: list[WaysIn] = []
    kept.presenter.changed.connect(changes.append)
    kept.presenter.ways_changed.connect(ways.append)
    clicked(kept.view.taking_over.take_over)
    kept.press(SAMS, "Tab", "Tab", "my very own word", "Enter")
    assert "The two passphrases are not the same" in kept.words
    kept.press("s", "Enter")
    assert "Say whether Alex may go on" in kept.words, "nothing is chosen for them"
    kept.choose(STAYS)
    assert "Say whether Alex may go on" not in kept.words
    assert "Alex opens it as before." in kept.words
    assert kept.view.form is not None
    clicked(kept.view.form.keep)
    assert "Sam has the diary now." in kept.words
    assert "Your recovery code. Write it down" in kept.words, "it is Sam who reads this"
    clicked(kept.view.copy)
    assert QApplication.clipboard().text() == kept.presenter.state.code
    assert "Alex keeps this diary" not in kept.words
    assert opens(kept, kept.presenter.state.code)
    assert opens(kept, SAMS)
    assert opens(kept, ALEXS)
    assert changes, "the other pages ask again who writes"
    assert not ways[-1].unprotected
    QTest.keySequence(kept.view, "Ctrl+Z")
    assert opens(kept, SAMS), "that is not undone"


def test_choosing_an_answer_moves_no_button(kept: WritersPage) -> None:
    clicked(kept.view.taking_over.take_over)
    form = kept.view.form
    assert form is not None
    QTest.qWait(0)
    before = form.keep.pos(), form.height()
    for answer in (STAYS, NO):
        kept.choose(answer)
        QTest.qWait(0)
        assert (form.keep.pos(), form.height()) == before


def test_the_carer_stops_where_the_person_says_so(kept: WritersPage) -> None:
    clicked(kept.view.taking_over.take_over)
    kept.press(SAMS, "Tab", "Tab", SAMS)
    kept.choose(NO)
    assert "Then Alex can’t open it or write here. A backup that they have still opens for them." in kept.words
    assert kept.view.form is not None
    clicked(kept.view.form.keep)
    assert not opens(kept, ALEXS)
    assert kept.presenter.state.writing == ()
    assert "You can see it again in Settings." in kept.words
    assert "Take the diary over" not in kept.words, "who just did it is not offered it anew"


def test_a_passphrase_that_the_carer_has_is_refused_and_the_form_stays(kept: WritersPage) -> None:
    clicked(kept.view.taking_over.take_over)
    kept.press(ALEXS, "Tab", "Tab", ALEXS)
    kept.choose(STAYS)
    assert kept.view.form is not None
    clicked(kept.view.form.keep)
    assert "That passphrase opens this diary already." in kept.words
    assert kept.view.form is not None
    assert kept.diary.keys.owner != PERSON


def test_where_carers_know_the_persons_passphrase_it_is_offered_without_a_question_about_one(
    make_page: MakePage, tmp_path: Path
) -> None:
    page = make_page(sams_diary(tmp_path, World()))
    assert "Take the diary over" not in page.words
    page.add("Alex")
    clicked(page.view.taking_over.take_over)
    assert "Whoever knew the old passphrase could have read what was written before." in page.words
    assert page.view.form is not None
    assert page.view.form.consent.isHidden() or not page.view.form.consent.isVisible()
    page.press(SAMS, "Tab", "Tab", SAMS, "Enter")
    assert opens(page, SAMS)
    assert not opens(page, "three small words")
