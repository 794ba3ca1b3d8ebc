"""Turns what a person does on Today into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.app.values import Welcome
from diary.domain.days import ONE_DAY
from diary.domain.errors import DiaryError
from diary.domain.today import GOOD_THING, NOTE
from diary.ui.kit.unsaved import NotSaved, Unsaved
from diary.ui.today.day_shown import day_shown, written_on
from diary.ui.today.drafts import TEXTS, Draft, Drafts
from diary.ui.today.gestures import AnswerHelping
from diary.ui.today.pen import Pen
from diary.ui.today.saving import Act, Saved, other_notes, own_note, save, step_taken, write_spoken
from diary.ui.today.state import Answer, DayNews, NoteState, TodayState
from diary.ui.today.steps import question_of, step_day, step_words
from diary.ui.today.told import empties_told, told_answers
from diary.ui.today.treatment_gestures import TakeTreatment
from diary.ui.today.typed_early import NotUsed, TypedEarly
from diary.ui.today.unfolded import Unfolded
from diary.words import dates, problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from diary.app.values import Changes, DayPage, Step
    from diary.domain.helping import IsHelping
    from diary.ui.kit.tasks import Tasks
    from diary.ui.today.gestures import Gesture
    from diary.ui.today.saving import Journal


class TodayPresenter(QObject):
    """Holds Today's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other screens need.

    ``leaving_day`` comes before another day is shown: what is still being typed belongs to the one that is left.
    ``taken_back`` carries the measure whose answer on the day shown was taken back, empty where it was no answer.
    ``reading`` comes just before a day is there that was not read yet: a digit that waits was typed before it.
    """

    state_changed = Signal(object)
    changed = Signal(object)
    leaving_day = Signal()
    reading = Signal()
    taken_back = Signal(str)

    def __init__(
        self,
        journal: Journal,
        tasks: Tasks,
        today: Callable[[], date],
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._new_id = new_id
        self._journal = journal
        self._tasks = tasks
        self._today = today
        self._now = now
        self._unsaved: Unsaved[Act] = Unsaved()
        self._follows_clock = True
        self._knows_day_end = False
        self._early = TypedEarly()
        self.pen = Pen(journal, tasks)
        self.pen.leaving.connect(self.leaving_day)
        self.pen.handed_on.connect(self._write_anew)
        self.pen.refused.connect(self._refused)
        self.pen.changed.connect(self.changed)
        self._drafts = Drafts(self.pen, tasks)
        self._drafts.begun.connect(self._render)
        self._drafts.kept.connect(self._draft_kept)
        self._drafts.refused.connect(self._not_saved)
        self.unfolded = Unfolded(self.pen, self._as_shown, today, now, new_id)
        self.unfolded.changed.connect(self._render)
        self.unfolded.moved.connect(self.do)
        self.unfolded.refused.connect(self._refused)
        self._page: DayPage | None = None
        self.state = TodayState(day=today(), today=today())

    @property
    def has_unsaved(self) -> bool:
        """Whether something given could not be saved, or waits until its day is read."""
        return self._unsaved.is_any or bool(self._early)

    @property
    def is_saving(self) -> bool:
        """Whether an answer or words are on their way into the diary, or wait for their day to be read."""
        return self._unsaved.is_under_way or self._drafts.is_any_under_way or bool(self._early)

    def hold_form(self, is_unfinished: bool) -> None:
        """Take note that words stand in a form which can't be added yet, or no longer."""
        self._unsaved.hold_form(is_unfinished=is_unfinished)

    def show_day(self, day: date) -> None:
        """Go to a day that has begun; days ahead are refused by staying where one is."""
        if day > self._today():
            return
        self.leaving_day.emit()
        self.pen.turn_page()
        self.state = replace(self.state, not_used=None)
        self._open(day)

    def _open(self, day: date) -> None:
        self._page = None
        self._turn_to(day)
        self._replace(self.state.turned_to(day, self._today(), self.unfolded.more, self.pen.writing))
        self._load()

    def _turn_to(self, day: date) -> None:
        """Leave behind what was opened on another day."""
        self._follows_clock = day == self._today()
        self._drafts.let_note_go()
        self.unfolded.turn_page()

    def _write_anew(self) -> None:
        """Show the day as whoever writes now has it."""
        self._open(self.state.day)

    def follow_clock(self) -> None:
        """Go on to the new day when today's page was left open over the day's end; another day's page stays."""
        if self._stepped_back():
            return
        if self._follows_clock and self.state.day != self._today():
            self.show_day(self._today())
            self._replace(replace(self.state, news=DayNews.MOVED_ON))
            self._ask_how_it_stands()
        else:
            self.look_at_clock()

    def look_at_clock(self) -> None:
        """Ask whether to go on to a day that began while the page was open: somebody may be writing."""
        is_as_shown = (self.state.today, self.state.night_until) == (self._today(), self._night_until())
        if not is_as_shown and not self._stepped_back():
            self._render()

    def go_to_today(self) -> None:
        """Go to the day it is now."""
        self.show_day(self._today())

    def _stepped_back(self) -> bool:
        """Leave a day that is now ahead, and say so where it was the clock or the time zone that was changed.

        Where a later end of the day was chosen, the day after midnight is what is said.
        """
        ahead = self.state.day
        if ahead <= self._today():
            return False
        self.show_day(self._today())
        if self._now().date() < ahead:
            self._replace(replace(self.state, news=DayNews.WENT_BACK))
        return True

    def answer_helping(self, answer: IsHelping) -> None:
        """Keep whether the diary helps; where it doesn't, what can be done is said next."""
        welcome = replace(self.state.welcome, asks_if_helping=False)
        self.state = replace(self.state, helping=answer, welcome=welcome)
        self.do(AnswerHelping(answer))

    def end_asking_about_code(self) -> None:
        """Ask no more whether the code is written down; a disk that can't keep that has it asked another day."""
        self.put_away()
        self._tasks.run(self._journal.end_asking_about_code, self._noted, self._noted)

    def _noted(self, _: object) -> None:
        """Nothing waits for it."""

    def put_away(self) -> None:
        """Say no more of how long it was, or of whether the diary helps, in this sitting."""
        self._replace(replace(self.state, helping=None, welcome=Welcome()))

    def go_back(self) -> None:
        """Go to the day before."""
        self.show_day(self.state.day - ONE_DAY)

    def go_on(self) -> None:
        """Go to the day after, if it has begun."""
        self.show_day(self.state.day + ONE_DAY)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something, and when the page, or what is left on it, was saved."""
        if changes:
            self.state = replace(self.state, saved_at="")
            self._load()

    def let_letters_work(self, letters_work: bool, shows_hints: bool) -> None:
        """Follow the switches of Settings."""
        self._replace(replace(self.state, letters_work=letters_work, shows_hints=shows_hints))

    def give(self, answer: Answer) -> None:
        """Keep an answer; it is on screen at once, and "Saved" is said when it is saved."""
        if self.pen.writing.asks:  # a digit that waited as the questions went belongs to nobody
            return
        is_shown = self.state.is_loaded and self.state.answers.get(answer.measure) == answer.value
        was_told = (answer.measure, None) in told_answers(self._page)
        if is_shown and not was_told and not self._unsaved.why(self._key(answer.measure)):
            return
        self._begin(replace(self._act(answer.measure), answer=answer))

    def take_digit(self, measure: str) -> None:
        """Take note that a first digit waits for a second one as the day is about to be there."""
        self._early.wait_for(measure)

    def mark_bad_day(self, is_bad_day: bool) -> None:
        """Mark the day as one that could not be logged, or take that back."""
        self.unfolded.opened_anyway = False
        self._begin(replace(self._act("mark"), mark=is_bad_day))

    def do(self, gesture: Gesture) -> None:
        """Keep something done under "More"; it is on screen at once."""
        self._start(replace(self._act(gesture.about), gesture=gesture))

    def take(self, treatment_id: str) -> None:
        """Keep that something was taken as needed, today at this minute; on a day before, its time is asked."""
        self.do(TakeTreatment(treatment_id, self.unfolded.minute(), self._new_id()))

    def type_note(self, note: NoteState) -> None:
        """Keep what is being typed as a draft."""
        self._drafts.type_note(self.state.day, note)

    def type_good_thing(self, text: str) -> None:
        """Keep what is being typed about one good thing as a draft."""
        self._drafts.keep(Draft(self.state.day, text, GOOD_THING))

    def keep_note(self, note: NoteState) -> None:
        """Keep the note as one change, if it is another than the one kept."""
        under_way = self._unsaved.under_way(self._key(NOTE))
        kept = under_way.note if under_way and under_way.note else self._kept_note()
        # A draft that says something else would come back in its place.
        stored = None if under_way or self._page is None else self._page.draft
        has_draft = stored is not None or self._drafts.has_note(self.state.day)
        if (note.text.strip(), note.sharing) == (kept.text.strip(), kept.sharing) and not has_draft:
            return
        self._drafts.let_note_go()
        self._start(replace(self._act(NOTE), note=note))

    def undo(self, by_key: bool = False) -> None:  # noqa: FBT002 - a signal passes it by place
        """Take back the last act, and show the day it was about; ``by_key`` only on that day, else go there first."""
        self._step(self._journal.undo, self._undone, attrgetter("undo") if by_key else None)

    def redo(self, by_key: bool = False) -> None:  # noqa: FBT002 - a signal passes it by place
        """Do again what was taken back last, in the same way."""
        self._step(self._journal.redo, self._redone, attrgetter("redo") if by_key else None)

    def try_again(self) -> None:
        """Try to save again whatever could not be saved, in its old order."""
        acts = self._unsaved.again()
        self._replace(replace(self.state, problem="", reason=""))
        for act in acts:
            self._start(act)
        self._drafts.try_again()
        if self._page is None:
            self._load()

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [partial(write_spoken, self._journal, act) for act in self._unsaved.to_copy]

    def say_of_copy(self, title: str, reason: str) -> None:
        """Say what became of a copy elsewhere; here it is still not saved."""
        self._replace(replace(self.state, problem=title, reason=reason))

    def load(self) -> None:
        """Ask for the day shown, the first time."""
        self._load()
        self._ask_how_it_stands()

    def _ask_how_it_stands(self) -> None:
        self._tasks.run(self._journal.welcome, self._welcomed, self._load_failed)

    def _welcomed(self, welcome: Welcome) -> None:
        self._replace(replace(self.state, welcome=welcome))

    def _load(self) -> None:
        self._tasks.run(partial(self.pen.spoken().day_page, self.state.day), self._loaded, self._load_failed)

    def _loaded(self, page: DayPage) -> None:
        if self._page is None:
            self.reading.emit()
        before = self.pen.writing
        is_writer_known = before.is_known or before.met(page).voice == page.voice
        is_ours = self.pen.meet(page) and page.day.day == self.state.day
        acts, not_used = self._early.use(page, is_writer_known=is_writer_known)
        self.state = replace(self.state, not_used=not_used or self.state.not_used)
        if is_ours:
            self._page = page
            self._render()
        if self._know_day_end() and acts:
            self._replace(replace(self.state, not_used=NotUsed.OTHER_DAY))
            return
        for act in acts:
            self._start(act)

    def _know_day_end(self) -> bool:
        """Go to the right day once the diary is open and has said when its day ends; returns whether it is another."""
        if self._knows_day_end:
            return False
        self._knows_day_end = True
        is_other = self._follows_clock and self.state.day != self._today()
        if is_other:
            self.show_day(self._today())
        else:
            self.look_at_clock()
        return is_other

    def _night_until(self) -> str:
        is_night = self.state.day == self._today() != self._now().date()
        return dates.clock_time(time(self.state.more.choices.day_ends_at)) if is_night else ""

    def _load_failed(self, error: DiaryError) -> None:
        if error.slug == "day_in_future" and not self._knows_day_end:
            if self._know_day_end() and self._early.let_go():
                self._replace(replace(self.state, not_used=NotUsed.OTHER_DAY))
            return
        self._replace(replace(self.state, problem=say("This day could not be opened"), reason=problems.sentence(error)))

    def _begin(self, act: Act) -> None:
        """Save an act, or keep it until its day is read: nobody knows yet in place of what it would stand."""
        if self._page is None:
            self._early.hold(act)
            self._render()
        else:
            self._start(act)

    def _start(self, act: Act) -> None:
        if empties_told(self._page, act):
            self._refused(DiaryError("answer_was_told"))
            return
        self._unsaved.begin(act)
        self._render()
        self._tasks.run(partial(save, self._journal, act), self._save_ended)

    def _save_ended(self, ended: Saved | NotSaved[Act]) -> None:
        if isinstance(ended, NotSaved):
            self._unsaved.refuse(ended)
            self._not_saved(ended.error)
        else:
            self._unsaved.end(ended.act)
            self._saved(ended)

    def _saved(self, saved: Saved) -> None:
        if (saved.page.day.day, saved.page.voice) == (self.state.day, self.pen.writing.voice):
            self._page = saved.page
        self._drafts.forget(saved.act.key)
        welcome = replace(self.state.welcome, days_away=None)
        saved_at = dates.clock_time(self._now())
        self.state = replace(self.state, saved_at=saved_at, welcome=welcome, news=None, not_used=None)
        self._let_problem_go()
        self._render()
        if saved.changes:
            self.changed.emit(saved.changes)

    def _let_problem_go(self) -> None:
        """Say no longer what stood in the way, unless something is still not saved."""
        if not self._unsaved.refused:
            self.state = replace(self.state, problem="", reason="")

    def _refused(self, error: DiaryError) -> None:
        """Say why something is not done; there is nothing to try again."""
        self._replace(replace(self.state, problem=say("Nothing was changed"), reason=problems.sentence(error)))

    def _not_saved(self, error: DiaryError) -> None:
        self.state = replace(self.state, problem=say("Not saved yet"), reason=problems.sentence(error), saved_at="")
        self._render()

    def _step(
        self,
        step: Callable[[], Changes | None],
        done: Callable[[tuple[Changes | None, DayPage]], None],
        of: Callable[[DayPage], Step | None] | None,
    ) -> None:
        if self.pen.writing.asks_who:  # or whoever comes next would take back what is not theirs
            return
        work = partial(step_taken, self.pen.spoken(), step, self.state.day, of)
        self._tasks.run(work, done, self._step_failed)

    def _redone(self, stepped: tuple[Changes | None, DayPage]) -> None:
        if not self._goes_first(stepped, DayNews.TO_REDO):
            self._stepped(stepped)

    def _goes_first(self, stepped: tuple[Changes | None, DayPage], news: DayNews) -> bool:
        """Go to the day that a key would have changed unseen; returns whether it is another than is shown."""
        changes, page = stepped
        if changes or page.day.day == self.state.day:
            return False
        self.show_day(page.day.day)
        self._replace(replace(self.state, news=news))
        return True

    def _undone(self, stepped: tuple[Changes | None, DayPage]) -> None:
        if not self._goes_first(stepped, DayNews.TO_UNDO):
            self._stepped(stepped)
            if stepped[0]:
                self.taken_back.emit(question_of(stepped[1].redo, self.state.day))

    def _stepped(self, stepped: tuple[Changes | None, DayPage]) -> None:
        changes, page = stepped
        if not changes:
            return
        if page.day.day != self.state.day:
            self.leaving_day.emit()
            self._turn_to(page.day.day)
        self._page = page
        self._drafts.let_note_go()
        saved_at = dates.clock_time(self._now())
        self.state = replace(self.state, day=page.day.day, saved_at=saved_at, news=None, not_used=None)
        self._let_problem_go()
        self._render()
        self.changed.emit(changes)

    def _step_failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("Not taken back"), reason=problems.sentence(error)))

    def _draft_kept(self, key: object) -> None:
        """Say of a draft only that it is not kept: "Saved" is said of the words when they are kept as a note."""
        # What was left unsaved of this field before has other words by now.
        had_failed = [self._drafts.forget(key), self._unsaved.forget(key)]
        if any(had_failed):
            self._let_problem_go()
        self._render()

    def _unsaved_words(self) -> dict[str, str]:
        """Why the note or one good thing of the day shown is not saved."""
        found = {}
        for field, about in TEXTS.items():
            error = self._unsaved.why(self._key(about)) or self._drafts.why(self._key(about))
            if error is not None:
                found[field] = problems.sentence(error)
        return found

    def _waiting(self) -> list[Act]:
        day, voice = self.state.day, self.pen.writing.voice
        waiting = [act for act in self._unsaved.waiting if (act.day, act.voice) == (day, voice)]
        return waiting + self._early.of(day, voice)

    def _act(self, about: str) -> Act:
        """Something that is about to be done on the day shown, by whoever writes."""
        return Act(self._key(about), self.state.day, voice=self.pen.writing.voice)

    def _key(self, about: str) -> object:
        """By what a later act takes the place of an earlier one; each voice has its own."""
        return self.state.day, about, self.pen.writing.voice

    def _render(self) -> None:
        page = self._page
        shown = day_shown(page, self.state.more, self._waiting())
        more = shown.more.looked_at_as(self.unfolded.more)
        note = self._drafts.on_note(self.state.day, shown.note)
        today, writing, unsaved_words = self._today(), self.pen.writing, self._unsaved_words()
        is_note_unsaved = self._drafts.is_note_unsaved
        self._replace(
            replace(
                self.state,
                today=today,
                writing=writing,
                news=DayNews.BEGAN if self._follows_clock and self.state.day < today else self.state.news,
                night_until=self._night_until(),
                answers=shown.answers,
                is_loaded=page is not None,
                is_bad_day=shown.is_bad_day and writing.asks_scales,
                shows_scales=writing.asks_scales
                and (not shown.is_bad_day or bool(shown.answers) or bool(note.text) or self.unfolded.opened_anyway),
                more=more,
                note=note,
                other_notes=other_notes(page) if page else (),
                can_copy=bool(self._unsaved.to_copy) or is_note_unsaved,
                can_try_again=page is None or bool(self._unsaved.refused or unsaved_words) or is_note_unsaved,
                unsaved_words=MappingProxyType(unsaved_words),
                is_saving=self.is_saving,
                can_undo=not writing.asks_who and (page.can_undo if page else self.state.can_undo),
                can_redo=not writing.asks_who and (page.can_redo if page else self.state.can_redo),
                undo=step_words(page.undo, page.measures, self.state.day) if page else self.state.undo,
                redo=step_words(page.redo, page.measures, self.state.day) if page else self.state.redo,
                undo_day=step_day(page.undo, self.state.day) if page else self.state.undo_day,
                redo_day=step_day(page.redo, self.state.day) if page else self.state.redo_day,
                saved_at=self.state.saved_at or ("" if self._unsaved.refused else written_on(page, self._now().date())),
            )
        )

    def _kept_note(self) -> NoteState:
        return own_note(self._page) if self._page else NoteState()

    def _as_shown(self) -> TodayState:
        return self.state

    def _replace(self, state: TodayState) -> None:
        self.state = state
        self.state_changed.emit(state)
