"""Turns what a person chooses on Share into pages, and saves them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.days import Period
from diary.domain.entries import Sharing
from diary.domain.people import Basis, name_among
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.tasks import LatestTasks
from diary.ui.kit.unsaved import NotSaved
from diary.ui.share.keeping import BORN, WORDS, Act, keep, take_back
from diary.ui.share.saving import (
    Saving,
    asked_everything,
    asked_page,
    asked_print,
    asked_record,
    save_everything,
    save_page,
    save_record,
)
from diary.ui.share.state import (
    QUESTIONS,
    Making,
    OwnNote,
    PeriodChoice,
    ShareState,
    Shown,
    Wanted,
    Words,
    first_choice,
    period_of,
    with_first,
    with_last,
)
from diary.words import problems, say
from diary.words.dates import plain_day
from diary.words.writers import who_wrote

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from diary.app.values import Changes
    from diary.domain.entries import Appointment, Note
    from diary.domain.errors import DiaryError
    from diary.domain.extract import Extract
    from diary.ui.kit.tasks import Tasks
    from diary.ui.share.handing_over import HandingOver, Taken
    from diary.ui.share.keeping import Done, Stepped
    from diary.ui.share.saving import AskedEverything, AskedPage, AskedPrint, AskedRecord
    from diary.ui.share.state import Basics, Content

FIRST_PIXELS_PER_INCH, PRINTED_PIXELS_PER_INCH = 96, 300


class SharePresenter(KeepingPresenter[ShareState, Act]):
    """Holds Share's state.

    ``lane`` is the diary's, ``worker`` another thread; only the latest page asked for is drawn. ``printing_requested``
    carries the pages (PNG) as sharp as paper needs them.
    """

    printing_requested = Signal(object)

    def __init__(self, handing_over: HandingOver, lane: Tasks, worker: Tasks, today: Callable[[], date]) -> None:
        super().__init__(ShareState(today()))
        self._handing_over = handing_over
        self._lane = lane
        self._taking = LatestTasks(lane)
        self._worker = worker
        self._drawing = LatestTasks(worker)
        self._today = today
        self._taken: tuple[Period, Taken] | None = None
        self._words_in_diary = Words()
        self._pixels_per_inch = FIRST_PIXELS_PER_INCH
        self._makings: dict[Making, Saving] = {}

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [act.work for act in self._unsaved.to_copy]

    @override
    def load(self) -> None:
        """Ask what there is to share."""
        self._lane.run(self._handing_over.basics, self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Draw again when another screen changed something; the offer to undo has passed then."""
        if changes:
            self._taken = None
            self._replace(replace(self.state, appointment_said="", appointment_note=""))
            self.load()

    def choose_period(self, index: int) -> None:
        """Take other days."""
        self._choose(PeriodChoice(index), self.state.wanted.period if self.state.wanted else None)

    def choose_first(self, day: date) -> None:
        """Begin on another day."""
        if self.state.wanted is not None and day != self.state.wanted.period.first:
            self._choose(PeriodChoice.OTHER, with_first(self.state.wanted.period, day))

    def choose_last(self, day: date) -> None:
        """End on another day; days ahead are refused by staying where one is."""
        if self.state.wanted is not None and self.state.wanted.period.last != day <= self.state.today:
            self._choose(PeriodChoice.OTHER, with_last(self.state.wanted.period, day))

    def choose_content(self, content: Content) -> None:
        """Put on the pages what is ticked, and leave the rest off."""
        if self.state.wanted is not None:
            self._want(replace(self.state.wanted, content=content))

    def choose_note(self, note_id: str, is_on: bool) -> None:
        """Put a note on the pages, or leave it off."""
        if self.state.wanted is not None:
            content = self.state.wanted.content.with_note(note_id, is_on=is_on)
            self._want(replace(self.state.wanted, content=content))

    def write_words(self, words: Words) -> None:
        """Draw the page with other words; they are kept when the field is left."""
        if self.state.wanted is not None and words != self.state.wanted.words:
            self._want(replace(self.state.wanted, words=words))

    def keep_words(self) -> None:
        """Keep wish and questions in the diary, if they are others than those kept."""
        words = self.state.wanted.words if self.state.wanted is not None else self._words_in_diary
        under_way = self._unsaved.under_way(WORDS)
        if words != (under_way.words if under_way else self._words_in_diary):
            self._start(Act(WORDS, partial(self._handing_over.keep_words, words), words=words))
        elif under_way is None and self._unsaved.forget(WORDS):
            self._replace(self._settled(self.state))

    def keep_appointment(self, wanted: Appointment) -> None:
        """Remember an appointment, an empty ``id`` for a new one, or move it to another day."""
        if wanted.day is not None:
            day = plain_day(wanted.day)
            moved, kept = say("Appointment moved to {day}", day=day), say("Appointment kept: {day}", day=day)
            work = partial(self._handing_over.keep_appointment, wanted.day, wanted.id)
            self._start(Act(wanted.id or wanted.day, work, moved if wanted.id else kept))

    def remove_appointment(self, appointment: Appointment) -> None:
        """Take an appointment away."""
        if appointment.day is not None:
            said = say("Appointment taken away: {day}", day=plain_day(appointment.day))
            self._start(Act(appointment.id, partial(self._handing_over.remove_appointment, appointment.id), said))

    def keep_birth_date(self, born_on: date | None) -> None:
        """Keep the date of birth, ``None`` to forget it, and draw the pages with it."""
        self._start(Act(BORN, partial(self._handing_over.keep_birth_date, born_on)))

    def undo(self) -> None:
        """Take back what was done last."""
        self._replace(self._settled(replace(self.state, appointment_said="", appointment_note="")))
        self._lane.run(partial(take_back, self._handing_over), self._stepped, self._step_failed)

    def draw_at(self, pixels_per_inch: int) -> None:
        """Draw as sharp as the screen is."""
        if pixels_per_inch != self._pixels_per_inch:
            self._pixels_per_inch = pixels_per_inch
            self._draw()

    def save_page(self, out: Path) -> None:
        """Save the pages; not before they are seen, and the person said whether single answers go with a PHQ-9."""
        wanted = self.state.wanted
        if wanted is None or self.state.is_drawing or self.state.must_choose_answers:
            return
        if saving := self._begin(Making.PAGES, out):
            self._lane.run(partial(asked_page, self._handing_over, wanted, saving), self._save_taken, self._page_failed)

    def print_pages(self) -> None:
        """Draw the pages for paper; not before the same."""
        wanted = self.state.wanted
        if wanted is not None and not self.state.is_drawing and not self.state.must_choose_answers:
            self._replace(self._without_news())
            self._lane.run(partial(asked_print, self._handing_over, wanted), self._print_taken, self._print_failed)

    def save_everything(self, out: Path, with_notes: bool) -> None:
        """Save the whole diary as a file for other programs."""
        if saving := self._begin(Making.EVERYTHING, out):
            work = partial(asked_everything, self._handing_over, saving, with_notes)
            self._lane.run(work, self._export_taken, self._export_failed)

    def save_record(self, out: Path, with_notes: bool) -> None:
        """Save what was chosen for the pages for a health record; single answers of a PHQ-9 are decided on first."""
        wanted = self.state.wanted
        if wanted is None or self.state.must_choose_answers:
            return
        if saving := self._begin(Making.RECORD, out):
            work = partial(asked_record, self._handing_over, wanted, saving, with_notes)
            self._lane.run(work, self._record_taken, self._record_failed)

    def stop(self, making: Making) -> None:
        """Leave a file unwritten, as long as writing has not begun."""
        if making in self._makings:
            self._makings[making].is_stopped = True
            self._show_makings()

    def _loaded(self, basics: Basics) -> None:
        today = self._today()
        choice = self.state.choice if self.state.is_loaded else first_choice(basics)
        if choice is PeriodChoice.SINCE_APPOINTMENT and basics.last_appointment is None:
            choice = PeriodChoice.FOUR_WEEKS
        state = replace(self.state, today=today, basics=basics, is_loaded=True, choice=choice)
        self._replace(state)
        if basics.last_day is None:
            return
        kept = Words(basics.wish, (*basics.questions, *[""] * QUESTIONS)[:QUESTIONS])
        wanted = state.wanted or Wanted(Period(basics.last_day, basics.last_day), words=self._words_in_diary)
        if wanted.words == self._words_in_diary and WORDS not in {one.key for one in self._unsaved.waiting}:
            # Nothing is being written here, so what another page did to the words, an undo perhaps, is followed.
            wanted = replace(wanted, words=kept)
        self._words_in_diary = kept
        self._replace(replace(self.state, wanted=wanted))
        self._choose(state.choice, wanted.period)

    def _choose(self, choice: PeriodChoice, chosen: Period | None) -> None:
        last_day, wanted = self.state.basics.last_day, self.state.wanted
        if last_day is None or wanted is None or chosen is None:
            return
        period = period_of(choice, self.state.basics, self.state.today, chosen)
        self.state = replace(self.state, choice=choice)
        self._want(replace(wanted, period=period))

    def _want(self, wanted: Wanted) -> None:
        self._replace(replace(self.state, wanted=wanted, saved="", saved_note="", saved_file=None))
        if self._taken is not None and self._taken[0] == wanted.period:
            self._draw()
        else:
            self._replace(replace(self.state, is_drawing=True))
            work = partial(_take, self._handing_over, wanted.period)
            self._taking.run(work, self._took, self._preview_failed)

    def _took(self, taken: tuple[Period, Taken]) -> None:
        self._taken = taken
        self._replace(replace(self.state, notes=own_notes(taken[1].extract)))
        self._draw()

    def _draw(self) -> None:
        wanted = self.state.wanted
        if self._taken is None or wanted is None or self._taken[0] != wanted.period:
            return
        self._replace(replace(self.state, is_drawing=True))
        page = self._handing_over.page
        work = partial(page, self._taken[1], wanted, self._today(), self._pixels_per_inch)
        self._drawing.run(work, self._drawn, self._preview_failed)

    def _drawn(self, shown: Shown) -> None:
        self._replace(replace(self.state, shown=shown, is_drawing=False, preview_problem=""))

    def _preview_failed(self, error: DiaryError) -> None:
        said = say("Nothing was written in these days. Choose other days.")
        if error.slug != "nothing_in_period":
            said = problems.sentence(error)
        self._replace(replace(self.state, shown=Shown(), is_drawing=False, preview_problem=said))

    @override
    def _start(self, act: Act) -> None:
        self._unsaved.begin(act)
        self._replace(self._settled(self.state))
        self._lane.run(partial(keep, self._handing_over, act), self._ended)

    def _ended(self, ended: Done | NotSaved[Act]) -> None:
        act = ended.act
        if isinstance(ended, NotSaved):
            can_try_again = ended.may_pass or act.key == WORDS
            if can_try_again:
                self._unsaved.refuse(ended)
            else:
                self._unsaved.end(act)
            problem = say("Not saved yet") if can_try_again else say("Not saved")
            self._replace(replace(self.state, appointment_said="", appointment_note=""))
            self._failed(problem, ended.error, can_try_again=can_try_again)
            return
        self._unsaved.end(act)
        self._replace(self._settled(self.state))
        if act.words is not None:
            self._words_in_diary = act.words
        if act.key == BORN:
            self._taken = None
        elif ended.basics is not None:
            note = "" if ended.changes else say("That day has one already")
            self._replace(replace(self.state, appointment_said=act.said if not note else "", appointment_note=note))
        if ended.basics is not None:
            self._loaded(ended.basics)
        if ended.changes:
            self.changed.emit(ended.changes)

    def _stepped(self, stepped: Stepped) -> None:
        self._taken = None
        self._loaded(stepped.basics)
        if stepped.changes:
            self.changed.emit(stepped.changes)

    @override
    def _step_failed(self, error: DiaryError) -> None:
        self._failed(say("Not taken back"), error)

    def _without_news(self) -> ShareState:
        return self._settled(replace(self.state, saved="", saved_note="", saved_file=None))

    def _begin(self, making: Making, out: Path) -> Saving | None:
        """A saving that begins now, ``None`` while such a file is being made already."""
        if making in self._makings:
            return None
        self._makings[making] = saving = Saving(out)
        self._replace(self._without_news())
        self._show_makings()
        return saving

    def _show_makings(self) -> None:
        stopping = frozenset(making for making, saving in self._makings.items() if saving.is_stopped)
        self._replace(replace(self.state, makings=frozenset(self._makings), stopping=stopping))

    def _save_taken(self, asked: AskedPage) -> None:
        work = partial(save_page, self._handing_over, asked, self._today())
        self._worker.run(work, self._page_saved, self._page_failed)

    def _print_taken(self, asked: AskedPrint) -> None:
        page = self._handing_over.page
        work = partial(page, asked.taken, asked.wanted, self._today(), PRINTED_PIXELS_PER_INCH)
        self._worker.run(work, self._printable, self._print_failed)

    def _printable(self, shown: Shown) -> None:
        self.printing_requested.emit(shown.pages)
        self._ask_about_answers_again()

    def _export_taken(self, asked: AskedEverything) -> None:
        work = partial(save_everything, self._handing_over, asked, self._today())
        self._worker.run(work, self._export_saved, self._export_failed)

    def _record_taken(self, asked: AskedRecord) -> None:
        self._worker.run(partial(save_record, self._handing_over, asked), self._record_saved, self._record_failed)

    def _export_saved(self, saving: Saving) -> None:
        self._end(Making.EVERYTHING, saving)

    def _record_saved(self, saving: Saving) -> None:
        if self._end(Making.RECORD, saving):
            self._ask_about_answers_again()

    def _page_saved(self, saving: Saving) -> None:
        if self._end(Making.PAGES, saving):
            self._replace(replace(self.state, saved_file=saving.out))
            self._ask_about_answers_again()

    def _end(self, making: Making, saving: Saving) -> bool:
        """Say what came of it; whether a file was written."""
        del self._makings[making]
        self._show_makings()
        said, note = say("Stopped. Nothing was saved."), ""
        if saving.has_begun:
            said = say("Saved: {file}, in {folder}", file=saving.out.name, folder=saving.out.absolute().parent.name)
            note = say("It is not encrypted. Anyone who has the file can read it.")
        self._replace(replace(self.state, saved=said, saved_note=note))
        return saving.has_begun

    def _ask_about_answers_again(self) -> None:
        """Have single answers chosen anew for the next file that has a PHQ-9 in it."""
        if self.state.shown.asks_about_answers and self.state.wanted is not None:
            content = replace(self.state.wanted.content, with_answers=None)
            self._replace(replace(self.state, wanted=replace(self.state.wanted, content=content)))
            self._draw()

    def _page_failed(self, error: DiaryError) -> None:
        self._not_saved(Making.PAGES, error)

    def _record_failed(self, error: DiaryError) -> None:
        self._not_saved(Making.RECORD, error)

    def _export_failed(self, error: DiaryError) -> None:
        self._not_saved(Making.EVERYTHING, error)

    def _not_saved(self, making: Making, error: DiaryError) -> None:
        """What was stopped and would have failed is stopped all the same."""
        saving = self._makings[making]
        if saving.is_stopped:
            self._end(making, saving)
            return
        del self._makings[making]
        self._show_makings()
        self._failed(say("Not saved"), error)

    def _print_failed(self, error: DiaryError) -> None:
        self._failed(say("Nothing was printed"), error)

    def _failed(self, problem: str, error: DiaryError, *, can_try_again: bool = False) -> None:
        reason = problems.sentence(error)
        self._replace(replace(self.state, problem=problem, reason=reason, can_try_again=can_try_again))

    @override
    def _load_failed(self, error: DiaryError) -> None:
        said, reason = say("The diary could not be read"), problems.sentence(error)
        self._replace(replace(self.state, problem=said, reason=reason, can_try_again=True))


def own_notes(extract: Extract) -> tuple[OwnNote, ...]:
    """The person's own notes, newest first; what a carer noticed stands in its own box."""
    notes = [note for note in extract.notes_for_others if note.basis.is_own and note.text.strip()]
    notes.sort(key=lambda note: (note.day, note.written_at, note.id), reverse=True)
    return tuple(
        OwnNote(note.id, note.day, note.text, note.sharing is Sharing.SHARED, _who_wrote(note, extract))
        for note in notes
    )


def _who_wrote(note: Note, extract: Extract) -> str:
    if note.basis is Basis.SELF:
        return ""
    return who_wrote(note.basis, extract.person.name, name_among(extract.recorders, note.recorder))


def _take(handing_over: HandingOver, period: Period) -> tuple[Period, Taken]:
    return period, handing_over.take(period)
