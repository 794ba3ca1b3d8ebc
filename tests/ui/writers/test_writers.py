"""The page that says who writes: carers added, renamed, asked about and removed, by keyboard and mouse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from diary.app import carer_keys, carers, diaries, journal
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Agreed, Basis, Voice
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.writers.page import writers_page
from tests.storage.builders import CHEAP, DAY, World, sams_diary

LEFT = Qt.MouseButton.LeftButton
KEYS = {"Enter": Qt.Key.Key_Return, "Tab": Qt.Key.Key_Tab, "Escape": Qt.Key.Key_Escape, "Space": Qt.Key.Key_Space}


class WritersPage:
    """The page over Sam's own diary, on screen."""

    def __init__(self, icons: Icons, diary: OpenDiary) -> None:
        self.diary = diary
        self.closed = False
        self.view, self.presenter = writers_page(self._open, ImmediateTasks(), icons, self._go_back)
        self.presenter.load()
        self.view.resize(1000, 900)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.view.activateWindow()
        self.view.take_keyboard()

    def _open(self) -> OpenDiary:
        if self.closed:
            raise DiaryError("disk_full")
        return self.diary

    def _go_back(self) -> None:
        self.view.hide()

    def press(self, *words: str) -> None:
        for word in words:
            focus = self.view.focusWidget()
            assert focus is not None
            if word in KEYS:
                QTest.keyClick(focus, KEYS[word])
            else:
                QTest.keyClicks(focus, word)

    def choose(self, key: str) -> None:
        assert self.view.form is not None
        QTest.mouseClick(self.view.form.consent.buttons[key], LEFT)

    def add(self, name: str, relationship: str = "partner", consent: str = "by_person") -> None:
        QTest.mouseClick(self.view.add, LEFT)
        self.press(name, "Tab", relationship)
        self.choose(consent)
        assert self.view.form is not None
        QTest.mouseClick(self.view.form.keep, LEFT)

    @property
    def words(self) -> str:
        shown = (one for one in self.view.findChildren(QLabel) if one.isVisibleTo(self.view))
        return "\n".join(one.text() for one in shown)


@pytest.fixture
def page(icons: Icons, tmp_path: Path) -> Iterator[WritersPage]:
    page = WritersPage(icons, sams_diary(tmp_path, World()))
    yield page
    page.view.close()
    page.view.deleteLater()
    diaries.close(page.diary)


def clicked(button: QWidget) -> None:
    QTest.mouseClick(button, LEFT)


def test_at_first_only_the_person_writes(page: WritersPage) -> None:
    assert "Only Sam writes here." in page.words
    assert "Wrote here before" not in page.words


def test_a_carer_is_added_by_the_keyboard_alone(page: WritersPage) -> None:
    page.press("Enter", "Alex", "Tab", "partner", "Tab", "Space", "Tab", "Enter")
    assert [one.recorder.name for one in carers.carers(page.diary)] == ["Alex"]
    assert "Sam agreed on 20 November 2026." in page.words
    assert "partner · writes here since 20 November 2026" in page.words
    assert "Only Sam writes here." not in page.words
    assert page.view.focusWidget() is page.view.add


def test_nothing_is_agreed_beforehand(page: WritersPage) -> None:
    clicked(page.view.add)
    page.press("Alex", "Enter")
    assert carers.carers(page.diary) == ()
    assert "Say whether Sam agrees" in page.words


def test_a_no_is_explained_and_adds_nobody(page: WritersPage) -> None:
    clicked(page.view.add)
    page.press("Alex")
    page.choose("no")
    assert "A diary needs the yes of the person it is about." in page.words
    assert page.view.form is not None
    clicked(page.view.form.keep)
    assert "Nobody was added." in page.words
    assert page.view.form.name.text() == "Alex"
    assert carers.carers(page.diary) == ()


def test_a_second_carer_of_one_name_is_refused_with_a_sentence(page: WritersPage) -> None:
    page.add("Alex")
    page.add("alex")
    assert "Somebody with that name writes here already." in page.words
    assert len(carers.carers(page.diary)) == 1


@pytest.mark.parametrize(
    ("consent", "words"),
    [
        ("told", "Alex answered on 20 November 2026: Sam agrees."),
        ("cannot_decide", "Sam could not decide about this on 20 November 2026."),
    ],
)
def test_who_agreed_and_when_is_shown(page: WritersPage, consent: str, words: str) -> None:
    page.add("Alex", consent=consent)
    assert words in page.words


def test_who_was_never_asked_about_is_shown_so_and_can_be_answered_later(page: WritersPage) -> None:
    journal.log_day(page.diary, DAY, journal.Told(note="tired"), by="Alex", basis=Basis.TOLD)
    page.presenter.load()
    assert "Nobody has answered yet whether Sam agrees." in page.words
    clicked(page.view.rows[0].consent)
    page.choose("by_person")
    assert page.view.form is not None
    clicked(page.view.form.keep)
    assert "Sam agreed on 20 November 2026." in page.words


def test_a_removed_carer_who_wrote_stays_named_and_can_come_back(page: WritersPage) -> None:
    page.add("Alex")
    alex = carers.carers(page.diary)[0].recorder.id
    journal.give_score(page.diary, DAY, "noticed_low", 1, voice=Voice(alex, Basis.OBSERVED))
    page.presenter.load()
    clicked(page.view.rows[0].remove)
    assert "Wrote here before" in page.words
    assert "What Alex wrote stays, with the name on it." in page.words
    clicked(page.view.rows[0].consent)
    page.choose("by_person")
    assert page.view.form is not None
    clicked(page.view.form.keep)
    assert "Wrote here before" not in page.words


def test_undo_brings_a_removed_carer_back(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.rows[0].remove)
    assert "Only Sam writes here." in page.words
    QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [one.recorder.name for one in carers.carers(page.diary)] == ["Alex"]


def test_a_name_is_changed_and_escape_keeps_the_old_one(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.rows[0].change)
    page.press("Alexandra", "Escape")
    assert page.view.focusWidget() is page.view.rows[0].change
    assert carers.carers(page.diary)[0].recorder.name == "Alex"
    clicked(page.view.rows[0].change)
    page.press("Alexandra", "Enter")
    assert carers.carers(page.diary)[0].recorder.name == "Alexandra"


def test_what_could_not_be_kept_stays_in_the_form(page: WritersPage) -> None:
    clicked(page.view.add)
    page.press("Alex")
    page.choose("by_person")
    page.closed = True
    assert page.view.form is not None
    clicked(page.view.form.keep)
    assert "Not kept" in page.words
    assert page.view.form.name.text() == "Alex"


def test_a_relationship_may_be_left_out(page: WritersPage) -> None:
    page.add("Alex", relationship="")
    assert "writes here since 20 November 2026" in page.words.splitlines()


def test_a_carer_gets_a_passphrase_of_their_own_and_their_code_is_shown_once(
    page: WritersPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carer_keys.give_passphrase, "__kwdefaults__", {"cost": CHEAP})
    page.add("Alex")
    clicked(page.view.rows[0].passphrase)
    page.press("seven green doors", "Tab", "Tab", "seven green door", "Enter")
    assert "The two passphrases are not the same" in page.words
    page.press("s", "Enter")
    assert "Opens the diary with their own passphrase." in page.words
    assert "Alex’s recovery code." in page.words
    code = page.presenter.state.code
    assert code.replace("-", "") in page.words.replace("-", "").replace("\n", "")
    clicked(page.view.add)
    assert page.presenter.state.code == ""
    page.press("Escape")
    clicked(page.view.rows[0].passphrase)
    assert "Alex has no passphrase of their own any more." in page.words
    assert carer_keys.own_passphrases(page.diary) == frozenset()


@pytest.mark.parametrize("way", ["cross", "answer"])
def test_that_a_passphrase_goes_with_who_stops_is_said_and_that_undo_leaves_it_gone(
    page: WritersPage, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    monkeypatch.setattr(carer_keys.give_passphrase, "__kwdefaults__", {"cost": CHEAP})
    gone = "Their passphrase opens this diary no longer. Undo doesn’t bring that back."
    page.add("Kim")
    clicked(page.view.rows[0].remove)
    assert "Kim writes here no longer." in page.words
    assert gone not in page.words, "Kim had none"
    page.presenter.undo()
    clicked(page.view.rows[0].passphrase)
    page.press("seven green doors", "Tab", "Tab", "seven green doors", "Enter")
    if way == "cross":
        clicked(page.view.rows[0].remove)
    else:
        clicked(page.view.rows[0].consent)
        page.choose("no")
        page.press("Tab", "Enter")
    assert f"Kim writes here no longer. {gone}" in page.words
    page.presenter.undo()
    assert [one.writes_now for one in carers.carers(page.diary)] == [True]
    assert carer_keys.own_passphrases(page.diary) == frozenset()


def test_a_carer_with_an_own_passphrase_reads_who_writes_and_is_offered_nothing(page: WritersPage) -> None:
    added = carers.add_carer(page.diary, "Alex", "", Agreed.YES, given_by_person=True)
    alex = carers.carers(page.diary)[0].recorder.id
    page.diary.keys = replace(page.diary.keys, owner=alex)
    page.presenter.refresh(added)
    assert "Only Sam can change who writes here." in page.words
    offered = [one for one in page.view.findChildren(QAbstractButton) if one.isVisibleTo(page.view)]
    assert [one.text() for one in offered] == ["Back"]
    assert "writes here since 20 November 2026" in page.words


def test_a_lock_lets_nobody_in_and_asks_about_what_waits_for_keep(page: WritersPage) -> None:
    clicked(page.view.add)
    page.press("Alex")
    page.choose("by_person")
    page.view.settle()
    assert (carers.carers(page.diary), page.presenter.has_unsaved) == ((), True)
    assert "Keep this, or cancel it" in page.words
    assert page.view.form is not None
    clicked(page.view.form.leave)
    page.view.settle()
    assert [page.presenter.has_unsaved] == [False]


def test_a_form_is_seen_to_before_another_takes_its_place(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.rows[0].change)
    page.press("Alexandra")
    clicked(page.view.rows[0].consent)
    assert [one.recorder.name for one in carers.carers(page.diary)] == ["Alexandra"]
    page.choose("told")
    clicked(page.view.rows[0].change)
    assert "Keep this, or cancel it" in page.words
    assert page.view.form is not None
    clicked(page.view.form.keep)
    assert page.view.form.name.text() == "Alexandra", "it was asked for, and comes once the answer is kept"


def test_somebody_removed_beside_a_form_leaves_what_is_typed_in_it(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.add)
    page.press("Kim")
    clicked(page.view.rows[0].remove)
    assert carers.carers(page.diary) == ()
    assert page.view.form is not None
    assert page.view.form.name.text() == "Kim"


def test_a_passphrase_half_typed_holds_no_lock_up_and_is_not_kept(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.rows[0].passphrase)
    page.press("blue")
    page.view.settle()
    assert not page.presenter.has_unsaved
    assert not page.presenter.state.with_passphrase


def test_the_persons_name_is_changed_by_the_keyboard_and_can_be_taken_back(page: WritersPage) -> None:
    page.view.rename.setFocus()
    page.press("Space")
    form = page.view.form
    assert form is not None
    assert (form.name.text(), form.relationship.isVisible()) == ("Sam", False)
    form.name.selectAll()
    page.press("Samira", "Enter")
    assert "The diary is about Samira." in page.words
    assert carers.names(page.diary) == {PERSON: "Samira"}
    page.presenter.undo()
    assert "The diary is about Sam." in page.words


def test_the_person_gets_no_carers_name(page: WritersPage) -> None:
    page.add("Alex")
    clicked(page.view.rename)
    assert page.view.form is not None
    page.view.form.name.setText("ALEX")
    page.press("Enter")
    assert "Somebody else who writes or wrote here has that name." in page.words
    assert PERSON in {id_ for id_, name in carers.names(page.diary).items() if name == "Sam"}
