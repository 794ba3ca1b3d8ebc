"""Pictures of screens where carers write too; importing this module adds them to those that are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from diary import catalogue
from diary.app.values import Beside, DiaryCard, HistoryRow
from diary.domain.people import PERSON, Agreed, Basis, Carer, Consent, Recorder, Voice
from diary.domain.places import BodySite, Side
from diary.domain.today import NOTE, PLACES, TodayChoices
from diary.ui.first_run.state import FirstRunState, Keeper, Part, Step
from diary.ui.first_run.view import FirstRunView
from diary.ui.kit.icons import Icons
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.look_back.calendar_card import CalendarCard
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.entries_card import EntriesCard
from diary.ui.look_back.entries_list import EntriesList
from diary.ui.look_back.presenter import LookBackPresenter
from diary.ui.look_back.state import RangeChoice
from diary.ui.look_back.view import LookBackView
from diary.ui.questionnaires.view import QuestionnairesView
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.state import Basics, Content
from diary.ui.share.view import ShareView
from diary.ui.today.more_state import MARK_KEY, MoreState
from diary.ui.today.state import NoteState, TodayState
from diary.ui.today.view import TodayView
from diary.ui.today.writing import Writing
from diary.ui.writers.state import Asked, Opened, WritersState
from diary.ui.writers.view import WritersView
from tests.pictures import states
from tests.pictures.pasts import Past
from tests.pictures.screens import at_gate, in_window, register
from tests.ui.diaries import at, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from diary.domain.extract import Extract

DAY = date(2026, 11, 22)
ALEX = Carer(
    Recorder("alex", "Alex", "partner", date(2026, 5, 3)),
    Consent(Agreed.YES, PERSON, datetime(2026, 5, 3, 9, 12, tzinfo=UTC)),
    has_written=True,
)
KIM = Carer(
    Recorder("kim", "Kim from the care home", "support worker", date(2026, 10, 1)),
    Consent(Agreed.CANNOT_DECIDE, "kim", datetime(2026, 10, 1, 9, 12, tzinfo=UTC)),
)
JO = Carer(Recorder("jo", "Jo", "neighbour", date(2025, 3, 1), date(2026, 2, 28)), has_written=True)
WRITERS = WritersState("Sam", (ALEX, KIM, JO), decides=True, is_loaded=True)
STATES = {
    "writers": WRITERS,
    "writers_alone": WritersState("Sam", decides=True, is_loaded=True),
    "writers_form": replace(WRITERS, opened=Opened(Asked.NEW)),
    "writers_rename": replace(WRITERS, opened=Opened(Asked.PERSON)),
    "writers_refused": replace(
        WRITERS,
        opened=Opened(Asked.CONSENT, JO),
        problem="Not kept",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
    ),
    "writers_passphrase": replace(WRITERS, opened=Opened(Asked.PASSPHRASE, KIM)),
    "writers_code": replace(
        WRITERS,
        with_passphrase=frozenset({"alex"}),
        code=states.CODE,
        code_of="Alex",
        can_undo=False,
        said="Alex opens the diary with their own passphrase now.",
    ),
    "writers_removed": replace(WRITERS, said="Jo writes here no longer."),
}


SAM = Recorder(PERSON, "Sam")
WHO = Writing((SAM, ALEX.recorder, KIM.recorder), "", None, hands=frozenset({PERSON, "alex", "kim"}))
HOW = replace(
    WHO.by("alex"),
    beside=(
        Beside(PERSON, Basis.SELF, datetime(2026, 11, 22, 9, 12, tzinfo=UTC), ("sleep_hours", "mood", NOTE), "Sam"),
        Beside("kim", Basis.OBSERVED, datetime(2026, 11, 22, 14, 30, tzinfo=UTC), ("noticed_in_pain", NOTE), "Kim"),
    ),
)
NECK, KNEE = BodySite("neck"), BodySite("knee", Side.LEFT)
COUNTS = "Sam’s own answer counts"
BY_ALEX, BY_KIM = "Sam, written by Alex", "Sam, written by Kim from the care home"
TODAY = {
    "who": TodayState(DAY, DAY, is_loaded=True, writing=WHO, shows_scales=False),
    "how": TodayState(DAY, DAY, is_loaded=True, writing=HOW, shows_scales=False),
    "told": TodayState(DAY, DAY, {"mood": 4.0}, is_loaded=True, writing=replace(HOW, basis=Basis.TOLD)),
    "told_and_answered": TodayState(
        DAY,
        DAY,
        {"mood": 4.0, "pain": 6.0},
        is_loaded=True,
        writing=replace(HOW, basis=Basis.TOLD),
        note=NoteState("Sam said the stairs were hard.", also_reads="Sam"),
        more=MoreState(
            is_open=True,
            choices=TodayChoices(shown=(NOTE,)),
            told={("mood", None): COUNTS, ("pain", None): COUNTS, ("anxiety", None): COUNTS},
        ),
    ),
    "noticed": TodayState(
        DAY,
        DAY,
        {
            "noticed_sleep": 1.0,
            "noticed_got_up": 2.0,
            "noticed_in_pain": 2.0,
            "noticed_low": 3.0,
            "pain_as_seemed": 6.0,
        },
        is_loaded=True,
        writing=replace(HOW, basis=Basis.OBSERVED),
        note=NoteState(also_reads="Sam"),
        shows_scales=False,
        saved_at="19:52",
        can_undo=True,
    ),
    "noticed_problem": TodayState(
        DAY - timedelta(days=1),
        DAY,
        {"noticed_in_pain": 2.0},
        is_loaded=True,
        writing=replace(HOW, basis=Basis.OBSERVED),
        shows_scales=False,
        more=MoreState(asks_for_notes=True),
        can_copy=True,
        problem="Not saved yet",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
        unsaved_words={NOTE: "The disk is full. What you saved before is safe. Make some room, then try again."},
    ),
    "own_told": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 6.5, "mood": 4.0, "anxiety": 7.0, "pain": 6.0},
        is_loaded=True,
        writing=replace(WHO.by(PERSON), beside=HOW.beside[1:]),
        more=MoreState(
            is_open=True,
            choices=TodayChoices(shown=(PLACES,)),
            places={NECK: 6.0, KNEE: 3.0},
            told={
                ("sleep_hours", None): BY_ALEX,
                ("mood", None): BY_ALEX,
                ("pain", None): BY_KIM,
                ("pain", NECK): BY_ALEX,
            },
        ),
    ),
    "own_told_stays": TodayState(
        DAY,
        DAY,
        {"mood": 4.0},
        is_loaded=True,
        writing=WHO.by(PERSON),
        more=MoreState(told={("mood", None): BY_ALEX}),
        problem="Nothing was changed",
        reason="This answer was written down for you, so it stays. Your own answer will count instead.",
        can_try_again=False,
    ),
    "own_told_bad_day": TodayState(
        DAY,
        DAY,
        is_loaded=True,
        is_bad_day=True,
        shows_scales=False,
        writing=WHO.by(PERSON),
        more=MoreState(told={MARK_KEY: BY_ALEX}),
    ),
    "own_shared": TodayState(DAY, DAY, is_loaded=True, writing=replace(WHO.by(PERSON), beside=HOW.beside[1:])),
}


def _today(state: TodayState, icons: Icons, *, whose: DiaryCard | None = None) -> QWidget:
    window = in_window(icons, "today", partial(TodayView, icons, catalogue.measures(), state, whose))
    window.show_writer(state.writing.penned)
    return window


def _keeper(agreed: Agreed | None, problem: str, icons: Icons) -> QWidget:
    about = Part.CONSENT if problem else None
    keeper = Keeper("Alex", "partner", agreed)
    view = FirstRunView(icons, FirstRunState(Step.NAMES, "Sam", "S", keeper, problem=problem, about=about))
    page = at_gate(icons, view)
    if problem:
        view.render_state(FirstRunState(Step.NAMES, "Sam", "S", keeper, problem=problem, about=about))
    return page


def _of_three() -> Extract:
    """Two weeks in which Sam wrote, told Alex, and was seen by Alex and by Kim, both on one evening."""
    days = [DAY - timedelta(days=n) for n in range(14)]
    made = []
    for n, day in enumerate(days):
        told: dict[str, Any] = {"recorder": "alex", "basis": Basis.TOLD} if n in {0, 4, 5} else {}
        late = 3 if n == 4 else 0
        own = entry(day, days_later=late, sleep_hours=6, mood=n % 5 + 3, anxiety=n % 4 + 4, pain=n % 6 + 3, **told)
        seen = [entry(day, recorder="alex", basis=Basis.OBSERVED, noticed_in_pain=n % 3, pain_as_seemed=n % 5 + 3)]
        if n % 4 == 1:
            seen.append(entry(day, recorder="kim", basis=Basis.OBSERVED, noticed_in_pain=(n + 1) % 3))
        made.append(made_day(day, own, *(seen if n % 2 else ())))
    return replace(made_extract(*made), recorders={one.id: one for one in (SAM, ALEX.recorder, KIM.recorder)})


def _today_is() -> date:
    return DAY


def _look_back(icons: Icons, *, only_entries: bool = False) -> QWidget:
    presenter = LookBackPresenter(Past(_of_three()), ImmediateTasks(), _today_is)
    presenter.load()
    presenter.choose_range(RangeChoice.TWO_WEEKS)
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for above in (*window.findChildren(ChartCard), *window.findChildren(CalendarCard)) if only_entries else ():
        above.hide()
    window.show_writer(HOW.penned)
    return window


class ToldPast(Past):
    """A diary in which Sam told Alex of the last two days, and then answered too: in part and in whole."""

    @override
    def history(self, day: date) -> tuple[HistoryRow, ...]:
        """Sam's own answer, after what Alex had been told."""
        told = HistoryRow(at(day), "alex", "pain", None, 6.0, "g1", day=day, basis=Basis.TOLD, said_by="alex")
        own = HistoryRow(at(day, 22), PERSON, "pain", None, 4.0, "g2", day=day, basis=Basis.SELF, said_by=PERSON)
        return replace(own, told=6.0, told_to="alex"), told


def _told_and_answered(icons: Icons) -> QWidget:
    days = [DAY, DAY - timedelta(days=1)]
    told = [entry(day, recorder="alex", basis=Basis.TOLD, sleep_hours=7, mood=3, anxiety=6, pain=6) for day in days]
    own = [entry(days[0], pain=4), entry(days[1], sleep_hours=6, mood=4, anxiety=5, pain=5)]
    content = made_extract(*map(made_day, days, own, told), with_carer=True)
    presenter = LookBackPresenter(ToldPast(content), ImmediateTasks(), _today_is)
    presenter.load()
    presenter.choose_range(RangeChoice.TWO_WEEKS)
    presenter.show_history(DAY, Voice(PERSON, Basis.SELF))
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for above in (*window.findChildren(ChartCard), *window.findChildren(CalendarCard)):
        above.hide()
    return window


def _not_theirs(icons: Icons) -> QWidget:
    """Alex writes, and an entry of Sam's is chosen."""
    past = Past(_of_three(), "alex")
    presenter = LookBackPresenter(past, ImmediateTasks(), _today_is, may_move=True)
    presenter.load()
    window = in_window(icons, "look_back", partial(LookBackView, icons, presenter.state))
    for card in window.findChildren(Card):
        card.setVisible(isinstance(card, EntriesCard))
    for entries in window.findChildren(EntriesList):
        entries.setCurrentIndex(entries.model().index(1, 0))
    window.show_writer(HOW.penned)
    return window


def _writers(state: WritersState, icons: Icons) -> QWidget:
    return in_window(icons, "settings", partial(WritersView, icons, state))


def _questionnaires(icons: Icons) -> QWidget:
    window = in_window(
        icons, "questionnaires", partial(QuestionnairesView, icons, states.QUESTIONNAIRES["questionnaires_form"])
    )
    for view in window.findChildren(QuestionnairesView):
        view.say_who_answers(replace(HOW, basis=Basis.TOLD).who_answers)
    window.show_writer(HOW.penned)
    return window


def _share(with_carers_view: bool, icons: Icons, *, handed_out_for: str = "") -> QWidget:
    content = _of_three()
    basics = Basics(content.first_day, content.last_day, has_carers=True, handed_out_for=handed_out_for)
    presenter = SharePresenter(
        FakeHandingOver(content, draws=True, basics=basics), ImmediateTasks(), ImmediateTasks(), _today_is
    )
    presenter.load()
    presenter.choose_content(Content(with_carers_view=with_carers_view))
    return in_window(icons, "share", partial(ShareView, icons, presenter.state))


for name, writers in STATES.items():
    register(name, partial(_writers, writers))
for name, today in TODAY.items():
    register(f"today_{name}", partial(_today, today))
NOT_AGREED = "Then please keep no diary about them. It needs their yes: talk about it first, then come back."
for name, agreed, problem in (
    ("first_run_keeper_begins", None, ""),
    ("first_run_keeper_may", Agreed.YES, ""),
    ("first_run_keeper", Agreed.NO, NOT_AGREED),
):
    register(name, partial(_keeper, agreed, problem))
register("today_of_several", partial(_today, TODAY["told"], whose=states.SAM))
register("questionnaires_carer", _questionnaires)
register("share_carers", partial(_share, True))
register("share_without_carers", partial(_share, False))
register("share_by_a_carer", partial(_share, True, handed_out_for="Sam"))
register("look_back_carers", _look_back)
register("look_back_not_theirs", _not_theirs)
register("look_back_told_and_answered", _told_and_answered)
register("look_back_carers_entries", partial(_look_back, only_entries=True))
