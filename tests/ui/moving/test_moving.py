"""Oops, wrong diary: the page asks which one and for its passphrase, says what would go, and moves it once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from diary.app.moves import Account, Contents, Moved, OtherRefusedError, Speaker, Wish
from diary.app.values import Changes, DiaryCard
from diary.domain.errors import DiaryError
from diary.domain.people import Basis
from diary.ui.kit.icons import Icons
from diary.ui.kit.messages import Message
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from diary.ui.moving.presenter import MovingPresenter
from diary.ui.moving.view import MovingView

DAY = date(2026, 11, 22)
AT = datetime.fromisoformat("2026-11-22T09:12+00:00")
JO = DiaryCard(Path("Jo.alongside"), "Jo", "leaf", "event")
KIM = DiaryCard(Path("Kim.alongside"), "Kim", "star", "sleep", opens_by_itself=True)
SECRET = "open sesame"


@dataclass
class FakeMoving:
    """Jo's diary opens with ``SECRET``; ``asked`` says with what anything was done."""

    asked: list[tuple[object, ...]] = field(default_factory=list)
    is_full: bool = False
    things: tuple[str, ...] = ("Mood", "Pain")
    asked_about: Wish | None = None

    def contents(self, wish: Wish) -> Contents:
        self.asked_about = wish
        return Contents("Sam", self.things, (AT, AT + timedelta(hours=11)))

    def asks(self, folder: Path) -> bool:
        return folder == JO.folder

    def look(self, folder: Path, secret: str | None, wish: Wish) -> Account:
        if folder == JO.folder and secret != SECRET:
            raise OtherRefusedError("wrong_passphrase")
        self.asked.append(("look", folder, secret, wish))
        stays = () if wish.since else ("Pain",)
        offered = (Speaker(), Speaker("Sam", Basis.TOLD))
        return Account("Jo", wish.to or Speaker(), offered, ("Mood",), stays, has_already=stays)

    def move(self, folder: Path, secret: str | None, wish: Wish) -> Moved:
        self.asked.append(("move", folder, secret, wish))
        account = replace(self.look(folder, secret, wish))
        if self.is_full:
            return Moved(account, is_kept=True, why="disk_full")
        return Moved(account, Changes(frozenset({DAY}), frozenset({"score"})))


class Standing:
    """The page with what is behind it."""

    def __init__(self, qtbot: QtBot, icons: Icons, *cards: DiaryCard) -> None:
        self.moving = FakeMoving()
        self.presenter = MovingPresenter(self.moving, ImmediateTasks(), cards, today)
        self.view = MovingView(icons, self.presenter.state)
        qtbot.addWidget(self.view)
        self.changes: list[Changes] = []
        for signal, slot in (
            (self.view.chosen, self.presenter.choose),
            (self.view.since_requested, self.presenter.take_from),
            (self.view.speaker_requested, self.presenter.speak_as),
            (self.view.look_requested, self.presenter.look),
            (self.view.move_requested, self.presenter.move),
            (self.presenter.state_changed, self.view.render_state),
            (self.presenter.changed, self.changes.append),
        ):
            signal.connect(slot)
        self.view.resize(1100, 900)
        self.view.show()
        QTest.qWaitForWindowExposed(self.view)
        self.view.activateWindow()
        self.presenter.begin(Wish(DAY))

    def click(self, text: str) -> None:
        buttons = [one for one in self.view.findChildren(QAbstractButton) if one.isVisible() and not one.isHidden()]
        QTest.mouseClick(next(one for one in buttons if text in {one.text(), one.accessibleName()}), LEFT)

    def shows(self, words: str) -> bool:
        return any(one.isVisible() and words in one.text() for one in self.view.findChildren(Words))

    def said(self) -> list[str]:
        return [one.accessibleName() for one in self.view.findChildren(Message) if one.isVisible()]


LEFT = Qt.MouseButton.LeftButton


def today() -> date:
    return DAY


@pytest.fixture
def page(qtbot: QtBot, icons: Icons) -> Standing:
    return Standing(qtbot, icons, JO, KIM)


def test_no_diary_is_chosen_beforehand_and_its_passphrase_is_asked_in_the_same_step(page: Standing) -> None:
    assert page.presenter.state.chosen is None
    assert not page.view.secret.isVisible()
    page.click("The diary Jo")
    assert page.view.secret.isVisible()
    assert page.view.secret.field.hasFocus(), "the next thing to be filled in has the keyboard"
    page.click("The diary Kim")
    assert not page.view.secret.isVisible(), "Kim's has none here"
    page.click("See what would move")
    assert page.moving.asked == [("look", KIM.folder, None, Wish(DAY))]


def test_what_goes_and_what_stays_is_said_before_it_moves_and_after(page: Standing) -> None:
    page.click("The diary Jo")
    QTest.keyClicks(page.view.secret.field, SECRET)
    QTest.keyClick(page.view.secret.field, Qt.Key.Key_Return)
    assert page.shows("This would go to Jo")
    assert page.shows("can’t be undone")
    assert page.said() == ["This stays here: Pain"]
    assert not page.changes, "looking changes nothing"
    page.click("Move it to Jo")
    assert page.moving.asked[-2] == ("move", JO.folder, SECRET, Wish(DAY))
    assert page.changes
    assert page.said() == ["It is in Jo now"]
    assert page.shows("This stayed here: Pain")
    assert page.view.secret.text == "", "what was typed is gone"


def test_the_button_that_moves_does_not_have_the_keyboard_by_itself(page: Standing) -> None:
    page.click("The diary Jo")
    QTest.keyClicks(page.view.secret.field, SECRET)
    QTest.keyClick(page.view.secret.field, Qt.Key.Key_Return)
    assert not page.view.account.go.hasFocus(), "a second Enter must not move what can't come back"
    QTest.keyClick(page.view.focusWidget() or page.view, Qt.Key.Key_Return)
    assert [asked[0] for asked in page.moving.asked] == ["look"]


def test_a_wrong_passphrase_names_the_other_diary_and_what_was_typed_stays(page: Standing) -> None:
    page.click("The diary Jo")
    page.click("See what would move")
    assert page.said() == ["Please type the passphrase, or the recovery code."]
    QTest.keyClicks(page.view.secret.field, "open barley")
    page.click("See what would move")
    assert page.said() == ["The diary Jo did not open"]
    assert (page.view.secret.text, page.view.secret.field.selectedText()) == ("open barley", "open barley")
    assert not page.moving.asked


def test_another_choice_is_looked_at_anew_with_what_was_typed(page: Standing) -> None:
    page.click("The diary Jo")
    QTest.keyClicks(page.view.secret.field, SECRET)
    page.click("See what would move")
    page.click("How much of it moves Only what was written from 20:12 on")
    assert page.said() == [], "Pain was from the morning"
    page.click("Whose words are they there? What Jo told Sam")
    wish = Wish(DAY, since=AT + timedelta(hours=11), to=Speaker("Sam", Basis.TOLD))
    assert page.moving.asked[-1] == ("look", JO.folder, SECRET, wish)
    page.click("Move it to Jo")
    assert page.moving.asked[-2] == ("move", JO.folder, SECRET, wish)


def test_a_move_that_is_in_both_diaries_is_said_and_finished_by_trying_again(page: Standing) -> None:
    page.moving.is_full = True
    page.click("The diary Kim")
    page.click("See what would move")
    page.click("Move it to Kim")
    assert page.said() == ["It is in Kim now, and also still here. Nothing is lost"]
    page.moving.is_full = False
    page.click("Try again")
    assert page.said() == ["It is in Kim now"]
    assert len([asked for asked in page.moving.asked if asked[0] == "move"]) == 2


def test_leaving_lets_go_of_what_was_typed(page: Standing) -> None:
    page.click("The diary Jo")
    QTest.keyClicks(page.view.secret.field, SECRET)
    page.click("See what would move")
    page.presenter.leave()
    assert page.view.secret.text == ""
    assert page.presenter._secret is None


def test_the_one_other_diary_is_the_one(qtbot: QtBot, icons: Icons) -> None:
    assert Standing(qtbot, icons, JO).presenter.state.chosen == JO


def test_a_day_with_nothing_on_it_offers_no_move(page: Standing) -> None:
    page.moving.things = ()
    page.presenter.begin(Wish(DAY - timedelta(days=1)))
    assert page.moving.asked_about == Wish(DAY - timedelta(days=1))
    assert page.shows("Nothing is written here on that day, so nothing can move.")
    assert not page.shows("Which diary does it belong to?")


def test_where_nothing_can_move_the_keyboard_is_at_the_way_back(qtbot: QtBot, icons: Icons) -> None:
    page = Standing(qtbot, icons, KIM)
    assert page.view.look.hasFocus()
    page.moving.things = ()
    page.presenter.begin(Wish(DAY - timedelta(days=1)))
    assert page.view._back.hasFocus(), "or Enter would press what comes next in the window: Lock the diary"
    page.moving.things = ("Mood",)
    page.presenter.begin(Wish(DAY))
    assert page.view.look.hasFocus()


def test_a_fault_of_this_diary_is_not_put_down_to_the_other(page: Standing, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> Account:
        raise DiaryError("writer_not_said")

    monkeypatch.setattr(page.moving, "look", refused)
    page.click("The diary Kim")
    page.click("See what would move")
    assert page.said() == ["Nothing was moved"]


def test_everything_that_can_have_the_keyboard_has_a_name(page: Standing) -> None:
    page.click("The diary Jo")
    QTest.keyClicks(page.view.secret.field, SECRET)
    page.click("See what would move")
    nameless = [
        one
        for one in page.view.findChildren(QWidget)
        if one.isVisible()
        and one.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not (one.accessibleName() or getattr(one, "text", str)())
    ]
    assert nameless == []
