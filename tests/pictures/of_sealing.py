"""Pictures of notes for the person alone, and of taking a diary over; importing this module adds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from diary import catalogue
from diary.app.values import HistoryRow
from diary.domain.entries import Note, Sharing
from diary.domain.extract import Extract
from diary.domain.people import PERSON, Agreed, Basis
from diary.domain.today import NOTE, SEALED_NOTE, TodayChoices
from diary.ui.first_run.state import FirstRunState, Keeper, Step
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.icons import Icons
from diary.ui.kit.overriding import override
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import Card
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.entries_card import EntriesCard
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.view import LookBackView
from diary.ui.today.more_state import MoreState
from diary.ui.today.note_card import NoteCard
from diary.ui.today.state import NoteState, TodayState
from diary.ui.today.view import TodayView
from diary.ui.writers.form import NO, WriterForm
from diary.ui.writers.state import Asked, Opened, WritersState
from diary.ui.writers.view import WritersView
from tests.pictures import states
from tests.pictures.of_carers import ALEX, DAY, HOW, WHO, WRITERS
from tests.pictures.pasts import Past
from tests.pictures.screens import at_gate, in_window, register
from tests.ui.diaries import TODAY, at, whole_diary, with_notes

MORE = MoreState(is_open=True, choices=TodayChoices(shown=(NOTE,)))
WRITTEN = NoteState("Could not say it to Alex. I was afraid all night.", id="n1", may_seal=True, carers_read=True)
SHOWN = TodayState(DAY, DAY, {"mood": 3.0}, is_loaded=True, writing=WHO.by(PERSON), more=MORE, note=WRITTEN)
STATES = {
    "note_open_to_carers": SHOWN,
    "note_sealed": replace(SHOWN, note=replace(WRITTEN, sharing=Sharing.SEALED), saved_at="19:52"),
    "told_sealed_beside": replace(
        SHOWN,
        more=MoreState(),
        note=NoteState(),
        writing=replace(HOW, basis=Basis.TOLD, beside=(replace(HOW.beside[0], what=("mood", SEALED_NOTE)),)),
    ),
}


def _today(state: TodayState, icons: Icons) -> QWidget:
    window = in_window(icons, "today", partial(TodayView, icons, catalogue.measures(), state))
    window.show_writer(state.writing.penned)
    return window


def _asked(icons: Icons) -> QWidget:
    window = _today(SHOWN, icons)
    window.findChildren(NoteCard)[0].seal.tick.click()
    return window


for name, shown in STATES.items():
    register(f"today_{name}", partial(_today, shown))
register("today_note_asked", _asked)


KEPT = replace(WRITERS, carers=(ALEX,), with_passphrase=frozenset({"alex"}), keeper="alex", decides=True)
PAGES = {
    "writers_kept": KEPT,
    "writers_taking_over": replace(KEPT, opened=Opened(Asked.TAKE_OVER, ALEX)),
    "writers_of_a_carer": replace(WRITERS, with_passphrase=frozenset({"alex"}), decides=False),
    "writers_taken_over": replace(
        KEPT,
        keeper="",
        code=states.CODE,
        can_undo=False,
        said="Sam has the diary now. It opens with a passphrase of their own.",
    ),
}


def _writers(state: WritersState, icons: Icons) -> QWidget:
    return in_window(icons, "settings", partial(WritersView, icons, state))


def _chosen(icons: Icons) -> QWidget:
    window = _writers(PAGES["writers_taking_over"], icons)
    form = window.findChildren(WriterForm)[0]
    form.consent.buttons[NO].click()
    return window


def _passphrase(icons: Icons) -> QWidget:
    state = FirstRunState(Step.PASSPHRASE, name="Sam", label="S", keeper=Keeper("Alex", "partner", Agreed.YES))
    return at_gate(icons, FirstRunView(icons, state))


def _short_passphrase(icons: Icons) -> QWidget:
    page = at_gate(icons, FirstRunView(icons, FirstRunState(Step.PASSPHRASE, name="Sam", label="S")))
    first = page.findChildren(SecretField)[0].field
    first.setText("abc")
    first.editingFinished.emit()
    return page


def _code_unconfirmed(icons: Icons) -> QWidget:
    view = FirstRunView(icons, FirstRunState(Step.CODE, name="Sam", label="S", code=states.CODE))
    page = at_gate(icons, view)
    view.may_close()
    return page


for name, page in PAGES.items():
    register(name, partial(_writers, page))
register("writers_taking_over_chosen", _chosen)
register("first_run_keeper_passphrase", _passphrase)
register("first_run_short_passphrase", _short_passphrase)


class SealedPast(Past):
    """A diary in which the newest note was sealed, as Sam reads its history, or (``words`` empty) as Alex does."""

    def __init__(self, content: Extract, words: str) -> None:
        super().__init__(content)
        self._words = words or None

    @override
    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """The note was written, and sealed."""
        first = HistoryRow(at(day), PERSON, "note", None, None, "g1", day=day, basis=Basis.SELF, is_sealed=True)
        first, sealed = replace(first, is_gone=True), replace(first, at=at(day, 9, 1), new=self._words, gesture="g2")
        return sealed, first


def _look_back(words: str, icons: Icons) -> QWidget:
    note = Note("n1", TODAY, PERSON, Basis.SELF, words, at(TODAY), Sharing.SEALED)
    past = SealedPast(with_notes(whole_diary(3), note), words)
    presenter = LookBackPresenter(past, ImmediateTasks(), lambda: TODAY)
    presenter.load()
    presenter.show_history(TODAY)
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for card in window.findChildren(Card):
        card.setVisible(isinstance(card, EntriesCard))
    return window


for name, words in (("sealed_for_sam", WRITTEN.text), ("sealed_for_alex", "")):
    register(f"look_back_{name}", partial(_look_back, words))
register("first_run_code_unconfirmed", _code_unconfirmed)
