"""The pages in front of a diary."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from diary.app.values import BegunBy, DiaryCard, WaysIn
from diary.domain.errors import DiaryError
from diary.domain.people import Agreed
from diary.ui.first_run.presenter import FirstRunPresenter
from diary.ui.first_run.state import Keeper, Names, Part, Passphrases, Step, initials
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.buttons import Button
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.text import Words
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.lock.presenter import LockLanes, LockPresenter
from diary.ui.lock.restore_presenter import RestorePresenter
from diary.ui.lock.restore_view import RestoreView
from diary.ui.lock.start_view import StartView
from diary.ui.lock.state import RestoreWish
from diary.ui.lock.view import LockView
from tests.pictures.states import JO, SAM
from tests.ui.lock.doors import BACKUP, CARD, CODE, MemoryDoors, MemoryWays
from tests.ui.standing import let_stand
from tests.ui.today.journals import PatientTasks


@pytest.fixture
def shown() -> Iterator[list[QWidget]]:
    widgets: list[QWidget] = []
    yield widgets
    for widget in widgets:
        widget.close()
        widget.deleteLater()


def words_on(widget: QWidget) -> list[str]:
    return [words.text() for words in widget.findChildren(Words) if words.isVisible()]


def click(widget: QWidget, text: str) -> None:
    buttons = [one for one in widget.findChildren(QAbstractButton) if one.isVisible()]
    QTest.mouseClick(
        next(one for one in buttons if text in (one.text(), one.accessibleName())), Qt.MouseButton.LeftButton
    )


class Opened:
    """Notes which diary was opened."""

    def __init__(self) -> None:
        self.cards: list[DiaryCard] = []

    def take(self, card: DiaryCard) -> None:
        """Note one."""
        self.cards.append(card)


class TestLock:
    @pytest.fixture
    def opened(self) -> Opened:
        return Opened()

    @pytest.fixture
    def view(self, icons: Icons, opened: Opened, shown: list[QWidget]) -> LockView:
        self.ways = MemoryWays()
        lanes = LockLanes(ImmediateTasks(), ImmediateTasks())
        self.presenter = LockPresenter(MemoryDoors(), self.ways, lanes, CARD)
        view = LockView(icons, self.presenter.state)
        view.open_requested.connect(self.presenter.open)
        view.code_requested.connect(self.presenter.use_code)
        view.keychain_requested.connect(self.presenter.use_keychain)
        self.presenter.state_changed.connect(view.render_state)
        self.presenter.opened.connect(opened.take)
        view.show()
        view.activateWindow()
        QTest.qWaitForWindowActive(view)
        shown.append(view)
        return view

    def field(self, view: LockView) -> QLineEdit:
        return next(field for field in view.findChildren(QLineEdit))

    def test_opens_by_keyboard_alone(self, view: LockView, opened: Opened) -> None:
        QTest.keyClicks(self.field(view), "open sesame")
        QTest.keyClick(self.field(view), Qt.Key.Key_Return)
        assert opened.cards == [CARD]

    def test_a_wrong_passphrase_stays_in_the_field(self, view: LockView, opened: Opened) -> None:
        QTest.keyClicks(self.field(view), "open sesamy")
        click(view, "Open the diary")
        assert opened.cards == []
        assert self.field(view).text() == "open sesamy"
        assert [words for words in words_on(view) if "passphrase" in words.lower() and "." in words]
        assert not [words for words in words_on(view) if "no other way in" in words], "it was one slip of a finger"

    def test_nothing_typed_is_not_called_wrong(self, view: LockView, opened: Opened) -> None:
        QTest.keyClick(self.field(view), Qt.Key.Key_Return)
        assert [words for words in words_on(view) if words.startswith("Please type the passphrase")]
        assert opened.cards == []

    def test_the_recovery_code_opens_it_too(self, view: LockView, opened: Opened) -> None:
        click(view, "Use the recovery code")
        assert "Recovery code" in words_on(view)
        assert self.field(view).accessibleName() == "Recovery code"
        QTest.keyClicks(self.field(view), CODE)
        click(view, "Open the diary")
        assert opened.cards == [CARD]

    @pytest.mark.parametrize("was_shown", [False, True])
    def test_what_was_typed_is_gone_where_something_else_is_asked_for(self, view: LockView, was_shown: bool) -> None:
        field = self.field(view)
        QTest.keyClicks(field, "open sesame")
        if was_shown:
            click(view, "Show what is typed")
        click(view, "Use the recovery code")
        assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Normal), "a code is copied from paper"
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == "", "nor does undo bring the passphrase back"
        QTest.keyClicks(field, CODE)
        click(view, "Use the passphrase")
        assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Password)
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert field.text() == ""

    def test_whoever_typed_the_code_in_the_passphrase_field_is_known_too(self, view: LockView, opened: Opened) -> None:
        self.ways.ways = WaysIn(used_code=True)
        QTest.keyClicks(self.field(view), CODE)
        click(view, "Open the diary")
        assert opened.cards == [CARD]
        assert self.presenter.used_code

    def test_the_keychain_opens_it_at_the_start(self, opened: Opened, view: LockView) -> None:
        self.ways.names = ("slot",)
        self.presenter.look_for_keychain(opens=True)
        assert opened.cards == [CARD]
        assert view.isVisible()

    def test_after_a_lock_the_keychain_only_offers_itself(self, opened: Opened, view: LockView) -> None:
        self.ways.names = ("slot",)
        self.presenter.look_for_keychain(opens=False)
        assert opened.cards == []
        click(view, "Open without typing")
        assert opened.cards == [CARD]

    def test_without_a_keychain_the_passphrase_is_asked_for_and_nothing_else_is_said(
        self, view: LockView, opened: Opened
    ) -> None:
        self.ways.names = ("slot",)
        self.ways.faults["fetch"] = "keychain_empty"
        self.presenter.look_for_keychain(opens=True)
        assert self.presenter.state.problem == ""
        assert "Open without typing" not in [one.text() for one in view.findChildren(Button) if one.isVisible()]
        self.ways.faults["fetch"] = "keychain_refused"
        self.presenter.look_for_keychain(opens=True)
        assert "keychain" in self.presenter.state.problem
        QTest.keyClicks(self.field(view), "open sesame")
        click(view, "Open the diary")
        assert opened.cards == [CARD]

    def test_a_passphrase_can_be_typed_while_the_keychain_asks(self, icons: Icons, shown: list[QWidget]) -> None:
        ways, waiting, opened = MemoryWays(), PatientTasks(), Opened()
        ways.names = ("slot",)
        presenter = LockPresenter(MemoryDoors(), ways, LockLanes(ImmediateTasks(), waiting), CARD)
        view = LockView(icons, presenter.state)
        shown.append(view)
        presenter.state_changed.connect(view.render_state)
        presenter.opened.connect(opened.take)
        presenter.look_for_keychain(opens=True)
        assert presenter.state.waits_for_keychain
        presenter.open("open sesame")
        assert opened.cards == [CARD]

    def test_what_is_typed_is_hidden_until_show_is_pressed(self, view: LockView) -> None:
        assert self.field(view).echoMode() is QLineEdit.EchoMode.Password
        click(view, "Show what is typed")
        assert self.field(view).echoMode() is QLineEdit.EchoMode.Normal


def test_the_start_page_chooses_no_diary_beforehand(icons: Icons, shown: list[QWidget]) -> None:
    view = StartView(icons, (SAM, JO))
    shown.append(view)
    view.show()
    opened = Opened()
    view.diary_requested.connect(opened.take)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened.cards == []
    click(view, "Open the diary Jo")
    assert opened.cards == [JO]


@pytest.mark.parametrize("width", [1320, 900, 480])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_no_way_from_the_start_page_is_cut(
    icons: Icons, theme: Theme, shown: list[QWidget], width: int, scale: float
) -> None:
    theme.choose(ThemeChoice.LIGHT, scale)
    view = StartView(icons, (SAM,))
    shown.append(view)
    view.resize(width, 700)
    view.show()
    assert QTest.qWaitForWindowExposed(view)
    let_stand(view)
    ways = [one for one in view.findChildren(Button) if one.text()]
    assert len(ways) == 3
    assert [way.text() for way in ways if way.width() < way.sizeHint().width()] == []
    assert all(way.mapTo(view, way.rect().topRight()).x() < width for way in ways)


class TestRestore:
    def test_brings_back_and_opens(self) -> None:
        doors, opened = MemoryDoors(), Opened()
        presenter = RestorePresenter(doors, ImmediateTasks(), BACKUP, None)
        presenter.opened.connect(opened.take)
        presenter.load()
        presenter.restore(RestoreWish("S", "open sesame"))
        assert doors.done[1] == ("restore", BACKUP, "S", "open sesame")
        assert opened.cards == [CARD]

    def test_brings_back_once_however_often_enter_is_pressed(self) -> None:
        doors, tasks = MemoryDoors(), PatientTasks()
        presenter = RestorePresenter(doors, tasks, BACKUP, None)
        presenter.restore(RestoreWish("S", "open sesame"))
        presenter.restore(RestoreWish("S", "open sesame"))
        tasks.go()
        assert [act[0] for act in doors.done] == ["restore", "open"]

    def test_says_why_it_could_not(self) -> None:
        presenter = RestorePresenter(MemoryDoors(fault=DiaryError("not_a_backup")), ImmediateTasks(), BACKUP, None)
        presenter.restore(RestoreWish("S", "x"))
        assert "not a backup" in presenter.state.problem
        assert not presenter.state.is_working


class TestFirstRun:
    @pytest.fixture
    def doors(self) -> MemoryDoors:
        return MemoryDoors()

    @pytest.fixture
    def presenter(self, doors: MemoryDoors) -> FirstRunPresenter:
        return FirstRunPresenter(doors, ImmediateTasks())

    def test_leads_from_welcome_to_the_first_page(self, presenter: FirstRunPresenter, doors: MemoryDoors) -> None:
        opened = Opened()
        presenter.opened.connect(opened.take)
        presenter.begin()
        presenter.name(Names("Sam Green", ""))
        presenter.protect(Passphrases("open sesame", "open sesame"))
        assert (presenter.state.step, presenter.state.code) == (Step.CODE, CODE)
        presenter.say_code_kept(True)
        presenter.code_seen()
        assert presenter.state.step is Step.HONEST_NOTE
        presenter.finish()
        assert doors.done == [("create", "SG", "Sam Green", "open sesame"), ("say_code_kept", True)]
        assert opened.cards == [CARD]

    def test_a_diary_is_made_once_and_its_code_is_shown_whatever_is_pressed_meanwhile(self, doors: MemoryDoors) -> None:
        tasks = PatientTasks()
        presenter = FirstRunPresenter(doors, tasks)
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        tasks.go()
        presenter.protect(Passphrases("open sesame", "open sesame"))
        presenter.protect(Passphrases("open sesame", "open sesame"))
        presenter.back()
        assert presenter.state.step is Step.PASSPHRASE
        tasks.go()
        assert len(doors.done) == 1
        assert presenter.state.code == CODE

    def test_makes_nothing_while_the_passphrases_differ(self, presenter: FirstRunPresenter, doors: MemoryDoors) -> None:
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        presenter.protect(Passphrases("open sesame", "open sesamy"))
        assert doors.done == []
        assert presenter.state.problem

    def test_asks_for_a_name(self, presenter: FirstRunPresenter) -> None:
        presenter.begin()
        presenter.name(Names("  ", "S"))
        assert presenter.state.step is Step.NAMES
        assert presenter.state.problem

    def test_a_label_in_use_is_refused_where_it_is_chosen(
        self, presenter: FirstRunPresenter, doors: MemoryDoors
    ) -> None:
        doors.labels = {"S"}
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        assert (presenter.state.step, presenter.state.about) == (Step.NAMES, Part.LABEL)
        assert "Another diary has this label" in presenter.state.problem
        presenter.name(Names("Sam", "S2"))
        assert (presenter.state.step, presenter.state.problem) == (Step.PASSPHRASE, "")

    def test_nobody_waits_for_the_label_and_one_in_use_leads_back(self, doors: MemoryDoors) -> None:
        tasks = PatientTasks()
        doors.labels = {"S"}
        presenter = FirstRunPresenter(doors, tasks)
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        assert presenter.state.step is Step.PASSPHRASE, "or the passphrase would be typed where it can be read"
        tasks.go()
        assert (presenter.state.step, presenter.state.about) == (Step.NAMES, Part.LABEL)

    def test_an_answer_about_the_label_leads_nobody_back_who_turned_away(self, doors: MemoryDoors) -> None:
        tasks = PatientTasks()
        doors.labels = {"S"}
        presenter = FirstRunPresenter(doors, tasks)
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        presenter.back()
        presenter.back()
        tasks.go()
        assert (presenter.state.step, presenter.state.problem) == (Step.WELCOME, "")

    def test_a_carer_begins_a_diary_for_somebody_who_agrees(
        self, presenter: FirstRunPresenter, doors: MemoryDoors
    ) -> None:
        presenter.begin()
        presenter.name(Names("Sam", "S", Keeper("Alex", "partner", Agreed.YES)))
        presenter.protect(Passphrases("open sesame", "open sesame"))
        assert doors.done == [("create", "S", "Sam", "open sesame", BegunBy("Alex", "partner", Agreed.YES))]

    @pytest.mark.parametrize(
        ("keeper", "words"),
        [
            (Keeper("Alex", "", Agreed.NO), "It needs their yes"),
            (Keeper("Alex", "", None), "whether they know about this, and agree"),
            (Keeper(" ", "", Agreed.YES), "your own name"),
            (Keeper("sam", "", Agreed.YES), "Both names are the same"),
        ],
    )
    def test_a_carer_begins_no_diary_without_all_that_it_needs(
        self, presenter: FirstRunPresenter, doors: MemoryDoors, keeper: Keeper, words: str
    ) -> None:
        presenter.begin()
        presenter.name(Names("Sam", "S", keeper))
        assert presenter.state.step is Step.NAMES
        assert words in presenter.state.problem
        assert doors.done == []

    def test_goes_on_without_a_passphrase(self, presenter: FirstRunPresenter, doors: MemoryDoors) -> None:
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        presenter.go_unprotected()
        assert doors.done == [("create", "S", "Sam", None)]
        assert presenter.state.code == CODE

    def test_says_why_a_diary_could_not_be_made(self, presenter: FirstRunPresenter, doors: MemoryDoors) -> None:
        doors.fault = DiaryError("diary_exists")
        presenter.begin()
        presenter.name(Names("Sam", "S"))
        presenter.go_unprotected()
        assert presenter.state.step is Step.PASSPHRASE
        assert presenter.state.problem

    def test_by_keyboard_alone(self, icons: Icons, presenter: FirstRunPresenter, shown: list[QWidget]) -> None:
        view = FirstRunView(icons, presenter.state)
        shown.append(view)
        view.begin_requested.connect(presenter.begin)
        view.named.connect(presenter.name)
        view.protected.connect(presenter.protect)
        presenter.state_changed.connect(view.render_state)
        view.resize(1320, 940)
        view.show()
        view.activateWindow()
        QTest.qWaitForWindowActive(view)
        for text in ("", "Sam Green", "open sesame", "open sesame"):
            focus = view.focusWidget()
            assert focus is not None
            QTest.keyClicks(focus, text)
            QTest.keyClick(focus, Qt.Key.Key_Return)
        assert presenter.state.step is Step.CODE
        code = view.findChild(CodeWords)
        assert code is not None
        assert code.code == CODE

    @pytest.mark.parametrize(
        ("name", "label"),
        [("Sam", "S"), ("sam green", "SG"), ("", ""), ("Ana Maria de la Cruz", "AMD"), ("Øyvind", "Ø")],
    )
    def test_suggests_initials(self, name: str, label: str) -> None:
        assert initials(name) == label

    def test_saves_what_can_be_read_and_says_what_is_missing_before_it_is_brought_back(
        self, icons: Icons, shown: list[QWidget]
    ) -> None:
        doors = MemoryDoors("")
        presenter = RestorePresenter(doors, ImmediateTasks(), CARD.folder, CARD.folder, is_salvage=True)
        view = RestoreView(icons, presenter.state)
        view.look_requested.connect(presenter.look)
        view.restore_requested.connect(presenter.restore)
        presenter.state_changed.connect(view.render_state)
        shown.append(view)
        view.show()
        presenter.load()
        click(view, "See what can be read")
        assert "61 days can be read: 3 September to 20 November 2026." in words_on(view)
        assert "At least 12 changes are lost. A copy of the rest is kept with the backups." in words_on(view)
        assert doors.done == [("needs_secret", CARD.folder), ("save_what_is_left", CARD.folder, "")]
        click(view, "Bring it back")
        assert doors.done[2:] == [("restore", BACKUP, CARD.folder, ""), ("open", CARD.folder, "")]

    def test_a_diary_of_which_nothing_is_left_says_so_and_can_be_asked_again(self) -> None:
        doors = MemoryDoors()
        presenter = RestorePresenter(doors, ImmediateTasks(), CARD.folder, CARD.folder, is_salvage=True)
        doors.fault = DiaryError("nothing_left")
        presenter.load()
        assert (presenter.state.needs_secret, presenter.state.is_working) == (True, False)
        presenter.look(RestoreWish("", "open sesame"))
        assert presenter.state.problem.startswith("Nothing in this diary’s file can be read any more.")
        assert presenter.state.held is None

    def test_shows_what_it_holds_before_anything_is_brought_back(self, icons: Icons, shown: list[QWidget]) -> None:
        doors = MemoryDoors()
        presenter = RestorePresenter(doors, ImmediateTasks(), BACKUP, CARD.folder)
        view = RestoreView(icons, presenter.state)
        view.look_requested.connect(presenter.look)
        view.restore_requested.connect(presenter.restore)
        presenter.state_changed.connect(view.render_state)
        shown.append(view)
        view.show()
        click(view, "See what it holds")
        assert "It holds 61 days: 3 September to 20 November 2026." in words_on(view)
        assert "Last written on 20 November 2026 at 21:30." in words_on(view)
        assert [act[0] for act in doors.done] == ["look_into"]
        doors.passphrase = ""
        click(view, "Bring it back")
        assert [act[0] for act in doors.done] == ["look_into", "restore", "open"]
