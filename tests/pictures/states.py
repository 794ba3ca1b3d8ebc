"""The frozen states that the pictures show; every name and number in them is made up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from diary import catalogue
from diary.app.questionnaires import Offer, Scored
from diary.app.values import AllDeleted, BackupFile, BackupNews, DiaryCard, Holding, WaysIn, Welcome
from diary.domain.entries import Event, Factor, Helped, Pause, RoughDate, Sharing, Spread, Treatment
from diary.domain.errors import DiaryError
from diary.domain.helping import IsHelping
from diary.domain.measures import Measure, ScaleKind
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Questionnaire, Response, score
from diary.domain.today import AT_FIRST, TodayChoices
from diary.ui.asking.state import Asked, AskingState, Form, Opened, SameName
from diary.ui.first_run.state import FirstRunState, Step
from diary.ui.lock.state import BackedUp, DamagedState, LockState, RestoreState
from diary.ui.look_back.deleted_presenter import DeletedState
from diary.ui.look_back.deleted_rows import DeletedRow
from diary.ui.questionnaires.state import Filling, QuestionnairesState
from diary.ui.settings.state import Choices, SettingsState
from diary.ui.settings.ways_state import Question, WaysState
from diary.ui.story.state import StoryState
from diary.ui.today.more_state import Moment, MoreState, Taking
from diary.ui.today.state import DayNews, NoteState, TodayState
from diary.ui.today.typed_early import NotUsed
from diary.words.problems import sentence

DAY = date(2026, 11, 22)
SAM = DiaryCard(Path("Documents") / "Sam’s diary.alongside", "Sam’s diary")
LONG = DiaryCard(Path("Documents") / "L.alongside", "The diary of somebody with a long name")
JO = DiaryCard(Path("Documents") / "Jo.alongside", "Jo", "leaf", "event")
CODE = "7K3M-XQ4T-9ZPA-2WCE-HH5R-0VBN-6YGD-J8FS"

OWN = {
    one.id: one
    for one in (
        Measure("own-1", "Stiffness", "How stiff were you?", "Not stiff", "Could not move", highest=4, own=True),
        Measure("own-2", "Calm", "Calm", "Not calm at all", "Very calm", lowest=1, highest=5, own=True),
        Measure("own-3", "Left the house", "Did you leave the house?", kind=ScaleKind.YES_NO, highest=1, own=True),
        Measure("own-4", "Cups of coffee", "Cups of coffee", kind=ScaleKind.COUNT, highest=999, own=True),
        Measure("own-5", "Rest", "How long did you lie down?", kind=ScaleKind.HOURS, highest=24, step=0.5, own=True),
    )
}
ASKED = Asked(
    TodayChoices(shown=("tiredness", "own-1", "own-3", "interference", *AT_FIRST)),
    {**catalogue.measures(), **OWN, "own-5": replace(OWN["own-5"], archived=True)},
    {"own-1": {1: "Stiff when I get up", 3: "I need help with my socks"}},
    (
        *(replace(one, hidden=one.id == "starter-work") for one in catalogue.starter_factors().values()),
        *(Factor(str(n), f"Something else, number {n}") for n in range(1, 200)),
    ),
)
ASKING = {
    "asking": AskingState(ASKED, is_loaded=True),
    "asking_question": AskingState(ASKED, is_loaded=True, opened=Opened(Form.QUESTION)),
    "asking_change": AskingState(
        ASKED, is_loaded=True, opened=Opened(Form.QUESTION, "own-1"), is_saved=True, can_undo=True, can_redo=True
    ),
    "asking_words": AskingState(ASKED, is_loaded=True, opened=Opened(Form.OWN_WORDS, "own-1")),
    "asking_same_name": AskingState(
        ASKED, is_loaded=True, same_name=SameName("1", "starter-caffeine", "Caffeine"), is_saved=True, can_undo=True
    ),
    "asking_problem": AskingState(
        ASKED,
        is_loaded=True,
        problem="Not saved yet",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
    ),
}

MORE = MoreState(
    is_open=True,
    places={BodySite("lower_back"): 7, BodySite("knee", Side.RIGHT): 4, BodySite("hand", Side.LEFT): 0},
    open_place=BodySite("lower_back"),
    factors=tuple(catalogue.starter_factors().values()),
    ticked=frozenset({"starter-poor-night", "starter-exercise"}),
    looked_through=True,
    treatments=(
        Treatment("1", "Physio exercises", "exercise", "10 minutes"),
        Treatment("2", "Ibuprofen", "medicine", "400", unit="mg", as_needed=True),
        Treatment("3", "CBT exercise", "talking"),
    ),
    takings=(Taking("1", Helped.A_BIT), Taking("2", Helped.NO, time(9, 30), "a"), Taking("2", None, time(17, 5), "b")),
)
MOMENTS = (
    Moment("1", time(9, 30), {"mood_now": 4, "anxiety_now": 7, "pain_now": 5}),
    Moment("2", time(14, 5), {"mood_now": 6, "anxiety_now": 10}),
)
TODAY = {
    "core": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 6.5, "mood": 4, "anxiety": 6},
        is_loaded=True,
        saved_at="20:14",
        can_undo=True,
        undo="Anxiety 6",
    ),
    "empty": TodayState(DAY, DAY, is_loaded=True),
    "full": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 12.5, "mood": 0, "anxiety": 10, "pain": 10},
        is_loaded=True,
        note=NoteState("Slept badly again. Phone call with the pain clinic in the morning.", Sharing.SHARED, "1"),
        saved_at="20:14",
        can_undo=True,
        undo="Anxiety 6",
        can_redo=True,
        redo="what was part of the day",
    ),
    "bad_day": TodayState(
        DAY, DAY, is_loaded=True, is_bad_day=True, shows_scales=False, saved_at="20:14", can_undo=True, undo="Anxiety 6"
    ),
    "bad_day_numbers": TodayState(DAY, DAY, {"mood": 2, "pain": 8}, is_loaded=True, is_bad_day=True, saved_at="20:14"),
    "problem": TodayState(
        DAY,
        DAY,
        {"mood": 4},
        is_loaded=True,
        problem="Not saved yet",
        can_copy=True,
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
    ),
    "more": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 6.5, "mood": 4, "anxiety": 6, "pain": 6},
        is_loaded=True,
        note=NoteState("Slept badly again. Phone call with the pain clinic in the morning."),
        saved_at="20:16",
        can_undo=True,
        undo="Anxiety 6",
        more=MORE,
    ),
    "more_empty": TodayState(
        DAY,
        DAY,
        is_loaded=True,
        more=MoreState(is_open=True, factors=MORE.factors, open_place=BodySite("knee", Side.LEFT)),
    ),
    "note_unsaved": TodayState(
        DAY,
        DAY,
        {"mood": 4},
        is_loaded=True,
        note=NoteState("Slept badly again. Phone call with the pain clinic in the morning."),
        problem="Not saved yet",
        can_copy=True,
        reason=sentence(DiaryError("note_too_long")),
        unsaved_words={"note": sentence(DiaryError("note_too_long"))},
        more=MoreState(is_open=True, choices=TodayChoices(shown=("note", "good_thing"))),
    ),
    "more_numb": TodayState(
        DAY,
        DAY,
        is_loaded=True,
        more=replace(
            MORE,
            numbness={BodySite("lower_back"): 3, BodySite("hand", Side.RIGHT): 5},
            spreads=(
                Spread(BodySite("lower_back"), BodySite("thigh", Side.LEFT)),
                Spread(BodySite("lower_back"), BodySite("buttock", Side.LEFT)),
            ),
            choices=TodayChoices(shown=(*AT_FIRST, "numbness", "spreads")),
        ),
    ),
    "more_list": TodayState(DAY, DAY, is_loaded=True, more=replace(MORE, uses_list=True)),
    "more_own": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 6.5, "mood": 4, "own-1": 3, "own-4": 12},
        is_loaded=True,
        more=replace(
            MORE,
            choices=TodayChoices(shown=("tiredness", *OWN, *AT_FIRST)),
            own_measures=OWN,
            own_words={
                "pain": {3: "I can ignore it", 5: "I sit down for a while", 8: "I lie down and nothing else"},
                "own-1": {1: "Stiff when I get up", 3: "I need help with my socks"},
            },
            open_place=None,
        ),
    ),
    "more_paused": TodayState(
        DAY,
        DAY,
        {"headache_today": 1, "headache": 5, "headache_hours": 3.5},
        is_loaded=True,
        more=replace(
            MORE,
            asks_for_notes=True,
            pause=Pause("1", DAY, date(2026, 11, 28)),
            choices=TodayChoices(shown=("headache", "tinnitus", *AT_FIRST)),
        ),
    ),
    "night": TodayState(
        DAY, DAY, {"mood": 4}, is_loaded=True, night_until="04:00", saved_at="01:14", can_undo=True, undo="Anxiety 6"
    ),
    "low_energy": TodayState(
        DAY, DAY, {"mood": 4}, is_loaded=True, more=replace(MORE, choices=TodayChoices(low_energy=True))
    ),
    "moments": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 6.5},
        is_loaded=True,
        saved_at="14:06",
        more=replace(MORE, open_place=None, moments=MOMENTS, open_moment=MOMENTS[1]),
    ),
    "moments_then": TodayState(
        date(2026, 11, 19),
        DAY,
        is_loaded=True,
        more=replace(MORE, open_place=None, moments=(replace(MOMENTS[0], is_later=True),), timeless_moment="2"),
    ),
    "moments_then_asked": TodayState(
        date(2026, 11, 19),
        DAY,
        is_loaded=True,
        more=replace(MORE, open_place=None, moments=(replace(MOMENTS[0], is_later=True),), open_moment=MOMENTS[0]),
    ),
    "day_off": TodayState(DAY, DAY, is_loaded=True, more=MoreState(choices=TodayChoices(week_days=frozenset({0, 3})))),
    "moments_kept": TodayState(DAY, DAY, is_loaded=True, more=replace(MORE, open_place=None, moments=MOMENTS)),
    "welcome": TodayState(DAY, DAY, is_loaded=True, welcome=Welcome(days_away=9)),
    "helping": TodayState(DAY, DAY, is_loaded=True, welcome=Welcome(asks_if_helping=True)),
    "asks_about_code": TodayState(DAY, DAY, is_loaded=True, welcome=Welcome(asks_about_code=True)),
    "helping_no": TodayState(DAY, DAY, is_loaded=True, helping=IsHelping.NO),
    "new_day": TodayState(DAY, date(2026, 11, 23), {"mood": 4}, is_loaded=True, news=DayNews.BEGAN),
    "undo_elsewhere": TodayState(
        DAY,
        DAY,
        {"sleep_hours": 12.5, "mood": 4},
        is_loaded=True,
        saved_at="09:12",
        can_undo=True,
        can_redo=True,
        undo="several answers, taken away, 21 Nov",
        undo_day="21 Nov",
        redo="Getting in the way 6, 20 Nov",
        redo_day="20 Nov",
    ),
    "to_undo": TodayState(
        date(2026, 11, 21), DAY, {"mood": 7}, is_loaded=True, can_undo=True, undo="Mood 7", news=DayNews.TO_UNDO
    ),
    "not_used": TodayState(
        DAY, DAY, {"mood": 4, "anxiety": 6}, is_loaded=True, saved_at="09:12", not_used=NotUsed.ANSWERED
    ),
    "went_back": TodayState(DAY, DAY, is_loaded=True, news=DayNews.WENT_BACK),
    "before": TodayState(date(2025, 12, 31), DAY, {"mood": 4, "anxiety": 6, "pain": 5}, is_loaded=True),
}
LOCK = {
    "lock": LockState(SAM),
    "lock_keychain": LockState(SAM, names=("slot",), waits_for_keychain=True),
    "lock_keychain_offered": LockState(SAM, names=("slot",)),
    "lock_wrong": LockState(SAM, problem="That passphrase doesn’t open this diary. Nothing was changed. Try again."),
}
FIRST_RUN = {
    "welcome": FirstRunState(),
    "names": FirstRunState(Step.NAMES, name="Sam", label="S"),
    "passphrase": FirstRunState(Step.PASSPHRASE, name="Sam", label="S"),
    "passphrase_wrong": FirstRunState(
        Step.PASSPHRASE, problem="The two passphrases are not the same. Please type them again."
    ),
    "code": FirstRunState(Step.CODE, code=CODE),
    "honest_note": FirstRunState(Step.HONEST_NOTE, code=CODE),
}
HELD = Holding(date(2026, 9, 3), date(2026, 11, 20), 61, datetime.fromisoformat("2026-11-20T21:30"))
RESTORE = {
    "restore": RestoreState(Path("2026-11-21 20.14.09 automatic.alongside-backup"), None),
    "restore_held": RestoreState(
        Path("2026-11-21 20.14.09 automatic.alongside-backup"),
        Path("S.alongside"),
        held=HELD,
    ),
    "salvage": RestoreState(SAM.folder, SAM.folder, is_salvage=True),
    "salvage_held": RestoreState(
        Path("2026-11-22 09.14.09 what was left.zip"), SAM.folder, held=HELD, is_salvage=True, lost=12
    ),
}
BACKUPS = BackupNews(Path("Documents/Sam’s diary.alongside/backups"), datetime.fromisoformat("2026-11-21T20:14"))
DAMAGED = {
    "damaged": DamagedState(
        SAM,
        DiaryError("diary_damaged"),
        tuple(BackupFile(Path(at), datetime.fromisoformat(at)) for at in ("2026-11-21T20:14", "2026-11-20T21:30")),
        may_salvage=True,
    ),
    "damaged_alone": DamagedState(SAM, DiaryError("diary_damaged"), may_salvage=True),
}
BACKED_UP = (BackedUp(SAM, DAMAGED["damaged"].backups), BackedUp(JO, DAMAGED["damaged"].backups[:1]))
EVENTS = (
    Event("1", "Back pain began, after years of lifting", RoughDate.of_year(2019), in_story=True),
    Event("2", "Car accident", RoughDate.of_month(2024, 3), in_story=True),
    Event("3", "Massage, eight times", RoughDate.of_year(2025), Helped.A_BIT),
    Event("4", "Started physiotherapy", RoughDate(date(2026, 11, 5)), in_story=True),
)
TREATMENTS = (
    Treatment("5", "Ibuprofen", "medicine", "400", RoughDate.of_year(2024), unit="mg", as_needed=True),
    Treatment("6", "Physio exercises", "physiotherapy", "10 minutes", RoughDate(date(2026, 11, 5))),
    Treatment("7", "CBT", "talking", first=RoughDate.of_month(2025, 1), last=RoughDate.of_month(2025, 6)),
)
STORY = {
    "story": StoryState(DAY, is_loaded=True, events=EVENTS, treatments=TREATMENTS),
    "story_empty": StoryState(DAY, is_loaded=True),
    "story_event": StoryState(DAY, is_loaded=True, events=EVENTS, treatments=TREATMENTS, event=EVENTS[2]),
    "story_treatment": StoryState(DAY, is_loaded=True, treatments=TREATMENTS, treatment=TREATMENTS[0]),
    "story_kept": StoryState(
        DAY, is_loaded=True, events=EVENTS, treatments=TREATMENTS, said="Kept: Started physiotherapy"
    ),
    "story_problem": StoryState(
        DAY,
        is_loaded=True,
        event=Event("", "Car accident", RoughDate.of_year(1024)),
        problem="Not kept yet",
        reason="That is too long ago. Nothing was saved. Give 1900 or a later year.",
        is_form_refused=True,
    ),
    "story_unsaved": StoryState(
        DAY,
        is_loaded=True,
        event=Event("", "Fell off a ladder", RoughDate(DAY)),
        problem="Not kept yet",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
        is_form_refused=True,
        can_copy=True,
    ),
}
DELETED = {
    "deleted": DeletedState(
        is_loaded=True,
        rows=(
            DeletedRow("1", "Sam, 19 November: mood 4, anxiety 7, pain 6", "Deleted on 21 November, 20:14"),
            DeletedRow("2", "A note about 18 November: “Phone call with the clinic.”", "Deleted on 20 November, 9:02"),
            DeletedRow("3", "What happened: Car accident", "Deleted on 20 November, 9:01"),
        ),
        said="Brought back: A treatment: Naproxen",
    ),
    "deleted_by_others": DeletedState(
        is_loaded=True,
        rows=(
            DeletedRow("1", "Sam, 19 November: mood 4, pain 6", "Deleted on 21 November, 20:14, by Sam", False, False),
            DeletedRow("2", "A treatment: Naproxen", "Deleted on 20 November, 9:02, by Sam", may_remove=False),
            DeletedRow("3", "Alex’s view, 18 November: seemed in pain: a lot", "Deleted on 20 November, 9:01"),
        ),
    ),
    "deleted_for_good": DeletedState(
        is_loaded=True,
        rows=(DeletedRow("2", "A note about 18 November: “Phone call.”", "Deleted on 20 November, 9:02"),),
        asked=DeletedRow("2", "A note about 18 November: “Phone call.”", "Deleted on 20 November, 9:02"),
    ),
    "deleted_empty": DeletedState(is_loaded=True),
}
ALL_DELETED = {
    "all_deleted": AllDeleted("Sam’s diary", ()),
    "all_deleted_but": AllDeleted("Sam’s diary", (Path("/media/stick"), SAM.folder / "photo.jpg")),
}
SETTINGS = {
    "settings": SettingsState(Choices(country="GB"), backups=BACKUPS, label="Sam’s diary"),
    "settings_stick": SettingsState(
        Choices(country="GB"),
        backups=replace(BACKUPS, second=Path("/media/stick"), problem="second_folder_unreached"),
    ),
    "settings_found": SettingsState(Choices(country="GB"), backups=BACKUPS, sought="usb"),
    "settings_deleting": SettingsState(
        Choices(country="GB"), backups=BACKUPS, label="Sam’s diary", sought="delete everything"
    ),
    "settings_nothing_found": SettingsState(Choices(country="GB"), backups=BACKUPS, sought="zebra"),
    "settings_backed_up": SettingsState(
        Choices(country="GB"), done="The backup is made and checked: S.alongside-backup, in Documents", backups=BACKUPS
    ),
}
WAYS = {
    "settings_code": WaysState(
        code=CODE,
        done="This is your new recovery code. Write it down now. The old one no longer opens the diary.",
        old_backups=(Path("a"), Path("b"), Path("c")),
    ),
    "settings_asked": WaysState(WaysIn(keychain=True), question=Question.NO_PASSPHRASE),
    "settings_for_carer": WaysState(WaysIn(decides=False, carer="Alex")),
    "settings_unprotected": WaysState(WaysIn(passphrase=False, unprotected=True)),
    "settings_keychain_refused": WaysState(problem=sentence(DiaryError("keychain_none"))),
    "settings_resealing": WaysState(
        waits_for_keychain=True, old_backups=(Path("a"), Path("b"), Path("c")), resealed=1, resealing=3
    ),
}


def _offer(form: Questionnaire) -> Offer:
    past = [(16, (2, 1, 1, 2)), (2, (2, 2, 1, 2))] if form.id == "phq4" else []
    done = [
        Response(
            str(on), form.id, date(2026, 11, on), answers=dict(zip((i.id for i in form.items), values, strict=False))
        )
        for on, values in past
    ]
    begun = Response("b", form.id, DAY, answers={"gad1": 1, "gad2": 2}) if form.id == "gad7" else None
    scored = tuple(Scored(one, score(form, one)) for one in done)
    return Offer(form, not form.is_off_at_first, begun, scored, date(2026, 11, 30) if done else None)


def _offer_of_years(form: Questionnaire, count: int) -> Offer:
    """Filled in every two weeks, with ups and downs."""
    past = [
        Response(
            str(n),
            form.id,
            DAY - timedelta(days=14 * n),
            answers={i.id: (n // 5 + at) % 4 for at, i in enumerate(form.items)},
        )
        for n in range(count)
    ]
    return Offer(form, is_on=True, done=tuple(Scored(one, score(form, one)) for one in past))


_FORMS = catalogue.questionnaires()
_OFFERED = QuestionnairesState(DAY, is_loaded=True, offers=tuple(_offer(form) for form in _FORMS.values()))
QUESTIONNAIRES = {
    "questionnaires": _OFFERED,
    "questionnaires_history": replace(
        _OFFERED, offers=(_offer_of_years(_FORMS["phq4"], 9), _offer_of_years(_FORMS["gad7"], 260))
    ),
    "questionnaires_done": replace(_OFFERED, said="PHQ-4: 6 of 12", added_up="Your answers added up: 2 + 1 + 1 + 2."),
    "questionnaires_form": replace(_OFFERED, filling=Filling(_FORMS["phq4"], "r", {"gad1": 2, "gad2": 1})),
    "questionnaires_gaps": replace(
        _OFFERED, filling=Filling(_FORMS["phq9"], "r", {"phq1": 2, "phq2": 1, "phq4": 0, "phq5": 3}), tells_gaps=True
    ),
    "questionnaires_peg": replace(_OFFERED, filling=Filling(_FORMS["peg"], "r", {"peg1": 6})),
    "questionnaires_one": replace(_OFFERED, filling=Filling(_FORMS["peg"], "r", {"peg1": 6}), is_one_at_a_time=True),
    "questionnaires_error": replace(
        _OFFERED,
        filling=Filling(_FORMS["gad7"], "r", {"gad1": 2}),
        problem="Not saved yet",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
        can_copy=True,
    ),
}
