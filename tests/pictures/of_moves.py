"""Pictures of an entry on its way to another diary, and of a computer with several; importing this adds them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from diary import catalogue
from diary.app.moves import Account, Contents, Moved, Speaker, Wish
from diary.app.values import DiaryCard
from diary.domain.entries import Move
from diary.domain.people import PERSON, Basis, Voice
from diary.ui.first_run.state import FirstRunState
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.icons import Icons
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.lock.start_view import StartView
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.view import LookBackView
from diary.ui.moving.state import MovingState
from diary.ui.moving.view import MovingView
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.settings.view import SettingsView
from diary.ui.today.view import TodayView
from tests.pictures import pasts, states
from tests.pictures.screens import at_gate, in_window, register
from tests.ui.diaries import TODAY, at, whole_diary

DAY = date(2026, 11, 22)
HOME = Path("Documents")
SIX = (
    DiaryCard(HOME / "Sam.alongside", "Sam", "flower", "accent"),
    DiaryCard(HOME / "Jo.alongside", "Jo", "leaf", "event"),
    DiaryCard(HOME / "Mum.alongside", "Mum", "star", "sleep"),
    DiaryCard(HOME / "K.alongside", "K", "drop", "anxiety"),
    DiaryCard(HOME / "L.alongside", "The one with the long label", "shell", "pain"),
    DiaryCard(HOME / "old" / "Jo.alongside", "Jo", "honeycomb", "accent"),
)
WISH = Wish(DAY, Voice())
ENTRY = Contents("Sam", ("Mood", "Anxiety", "Pain", "left knee", "Caffeine", "Ibuprofen", "a note"))
TWO = replace(ENTRY, parts=(datetime(2026, 11, 22, 9, 12, tzinfo=UTC), datetime(2026, 11, 22, 20, 40, tzinfo=UTC)))
JO = SIX[1]
BEGUN = MovingState(DAY, WISH, SIX[1:3], ENTRY)
ACCOUNT = Account(
    "Jo",
    Speaker(),
    (Speaker(), Speaker("Sam", Basis.TOLD)),
    ("Mood", "Anxiety", "left knee", "Caffeine", "Ibuprofen", "a note"),
    ("Pain",),
    ("Ibuprofen",),
    ("Sleep", "Pain"),
)
LOOKED = replace(BEGUN, contents=TWO, chosen=JO, asks=True, account=ACCOUNT)
MOVING = {
    "moving": BEGUN,
    "moving_asked": replace(BEGUN, contents=TWO, chosen=JO, asks=True),
    "moving_account": LOOKED,
    "moving_all_taken": replace(
        LOOKED, account=replace(ACCOUNT, goes=(), stays=("Pain",), made_known=(), has_already=("Pain",))
    ),
    "moving_new_carer": replace(
        LOOKED,
        contents=Contents("Alex’s view", ("How much pain it looked like", "a note")),
        account=Account(
            "Jo",
            Speaker("Alex", Basis.OBSERVED),
            (Speaker("Alex", Basis.OBSERVED),),
            ("How much pain it looked like", "a note"),
            is_new_carer=True,
        ),
    ),
    "moving_refused": replace(
        BEGUN,
        chosen=JO,
        asks=True,
        problem="The diary Jo did not open",
        reason="That passphrase doesn’t open this diary. Nothing was changed. Try again, or use the recovery code.",
    ),
    "moving_nothing": replace(BEGUN, contents=Contents("Sam")),
    "moving_done": replace(LOOKED, moved=Moved(ACCOUNT)),
    "moving_half": replace(LOOKED, moved=Moved(ACCOUNT, is_kept=True, why="disk_full")),
}


def _moving(state: MovingState, icons: Icons) -> QWidget:
    return in_window(icons, "today", partial(MovingView, icons, state))


def _today(icons: Icons) -> QWidget:
    view = partial(TodayView, icons, catalogue.measures(), states.TODAY["core"], SIX[0])
    return in_window(icons, "today", view)


def _outside(icons: Icons) -> QWidget:
    settings = replace(states.SETTINGS["settings"], card=SIX[0], sought="emblem")
    make = partial(SettingsView, icons, settings, {"GB": "United Kingdom"}, "1.0", "Sam.alongside-backup")
    return in_window(icons, "settings", make)


def _questionnaires(icons: Icons) -> QWidget:
    state = states.QUESTIONNAIRES["questionnaires_form"]
    return in_window(icons, "questionnaires", partial(QuestionnairesView, icons, state, SIX[0]))


def _listed(icons: Icons) -> QWidget:
    """Look back's list with an entry that left and one that came."""
    left = Move(TODAY - timedelta(days=1), PERSON, Basis.SELF, PERSON, at(TODAY, 21), is_away=True)
    came = replace(left, day=TODAY, is_away=False)
    past = pasts.Past(replace(whole_diary(14), moves=(left, came)))
    presenter = LookBackPresenter(past, ImmediateTasks(), _today_is, may_move=True)
    presenter.load()
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for card in window.findChildren(ChartCard):
        card.hide()
    return window


def _today_is() -> date:
    return TODAY


def _another(icons: Icons) -> QWidget:
    return at_gate(icons, FirstRunView(icons, FirstRunState(has_others=True)))


def _start(icons: Icons) -> QWidget:
    return at_gate(icons, StartView(icons, SIX))


for name, moving in MOVING.items():
    register(name, partial(_moving, moving))
register("today_several", _today)
register("start_six", _start)
register("settings_outside", _outside)
register("look_back_moved", _listed)
register("questionnaires_several", _questionnaires)
register("first_run_another", _another)
