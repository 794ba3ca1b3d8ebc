"""Turns what a person does on Look back into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from diary.domain.plain_averages import moment_answers
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.picture_saving import saved_words
from diary.ui.kit.tasks import LatestTasks
from diary.ui.kit.unsaved import NotSaved
from diary.ui.look_back.calendar_state import calendar_state
from diary.ui.look_back.changing import Change, Changed, change
from diary.ui.look_back.charts import chart_state, filled_days, has_panels, later_days
from diary.ui.look_back.history_rows import history_lines
from diary.ui.look_back.places_state import places_state
from diary.ui.look_back.rows import entry_rows, seek_choices
from diary.ui.look_back.state import RECENT_DAYS, Filled, HistoryState, LookBackState, RangeChoice, with_notes_left
from diary.words import say, say_n
from diary.words.dates import long_day

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.domain.extract import Extract
    from diary.domain.people import Voice
    from diary.domain.plain_averages import MomentAnswer
    from diary.ui.kit.picture_saving import Picture, Table
    from diary.ui.kit.plots_state import ChartState
    from diary.ui.kit.tasks import Tasks
    from diary.ui.look_back.calendar_state import CalendarState
    from diary.ui.look_back.past import Past
    from diary.ui.look_back.places_state import PlacesState
    from diary.ui.look_back.seeking import SeekChoices, Sought
    from diary.ui.look_back.state import EntryRow, HistoryLine

PICTURE_MS = 50
"""So long the first picture gets before all is read: it would wait for the interpreter's lock beside the reading."""


class LookBackPresenter(KeepingPresenter[LookBackState, Change]):
    """Holds Look back's state."""

    def __init__(self, past: Past, tasks: Tasks, today: Callable[[], date], *, may_move: bool = False) -> None:
        super().__init__(LookBackState(today(), may_move=may_move))
        self._past = past
        self._tasks = tasks
        self._today = today
        self._reading = LatestTasks(tasks)
        self._then_whole = QTimer(self)
        self._then_whole.setSingleShot(True)
        self._then_whole.setInterval(PICTURE_MS)
        self._then_whole.timeout.connect(self._read_whole)
        self._names: Extract | None = None
        self._history_of: tuple[date, Voice | None] | None = None

    def writes(self) -> list[Callable[[], object]]:
        """What could not be saved, to be written in another place."""
        return [act.work for act in self._unsaved.to_copy]

    @override
    def load(self) -> None:
        """Ask for everything that was written; at first only for what is in view, and for the rest once that stands."""
        self._then_whole.stop()
        if self.state.is_loaded:
            self._read_whole()
        else:
            self._reading.run(partial(_read_recent, self._past, self._today()), self._loaded, self._load_failed)

    def _read_whole(self) -> None:
        self._reading.run(partial(_read, self._past, self._today()), self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something; the offer to undo a deletion has passed then."""
        if changes:
            self._replace(replace(self.state, done="", removed="", asked=()))
            self.load()
            self._read_history_again()

    def choose_range(self, index: int) -> None:
        """Show another range."""
        self._replace(replace(self.state, choice=RangeChoice(index)))

    def choose_heat(self, measure_id: str) -> None:
        """Colour the calendar by a measure, or by none."""
        self._replace(replace(self.state, heat=measure_id))

    def compare(self, is_on: bool) -> None:
        """Show the days before those in view beside them, or no longer."""
        self._replace(replace(self.state, compares=is_on))

    def hide_numbers(self, *, is_hidden: bool, always: bool) -> None:
        """Take numbers and charts out of sight, or show them again."""
        self._replace(replace(self.state, hides_numbers=is_hidden, always_hides=always))

    def choose_pattern(self, measure_id: str) -> None:
        """Show the patterns of another measure."""
        self._replace(replace(self.state, pattern=measure_id))

    def show_history(self, day: date, voice: Voice | None = None) -> None:
        """Ask how a day came to be as it is, and first what one ``voice`` said of it."""
        if self._names is not None:
            self._history_of = day, voice
            work = partial(_history, self._past, self._names, day, voice)
            self._tasks.run(work, self._history_read, self._load_failed)

    def close_history(self) -> None:
        """Put the history away, also one that is still being read."""
        if self._history_of is not None:
            self._history_of = None
            self._replace(replace(self.state, history=None))

    def _read_history_again(self) -> None:
        if self._history_of is not None:
            self.show_history(*self._history_of)

    def bring_back(self, line: HistoryLine) -> None:
        """Make the value of a line of history stand again."""
        if line.revision is not None:
            self._replace(self._settled(replace(self.state, done="")))
            self._start(Change(line.revision, partial(_bring_back, self._past, line), self._brought_back))

    def seek(self, sought: Sought) -> None:
        """List only the entries that have what is sought."""
        self._replace(replace(self.state, sought=sought))

    def ask_to_delete(self, rows: tuple[EntryRow, ...]) -> None:
        """Ask once whether entries shall go."""
        asked = tuple(row for row in rows if row.is_deletable)
        if asked and all(map(self.state.may_change, asked)):
            self._ask(asked, for_good=False)

    def ask_to_remove(self, rows: tuple[EntryRow, ...]) -> None:
        """Ask once whether entries and notes shall go for good."""
        asked = tuple(row for row in rows if row.things)
        if asked and all(map(self.state.may_change, asked)):
            self._ask(asked, for_good=True)

    def _ask(self, rows: tuple[EntryRow, ...], *, for_good: bool) -> None:
        calm = self._settled(replace(self.state, done="", removed=""))
        self._replace(replace(calm, asked=rows, asks_for_good=for_good))

    def keep(self) -> None:
        """Leave the entries where they are."""
        self._replace(replace(self.state, asked=()))

    def delete(self) -> None:
        """Delete the entries that were asked about, as one act, or remove them for good."""
        rows = self.state.asked
        if not rows:
            return
        self._replace(replace(self.state, asked=()))
        about = tuple((row.day, row.entry_id) for row in rows)
        if self.state.asks_for_good:
            self._start(Change(about, partial(_remove, self._past, rows), self._removed))
        else:
            self._start(Change(about, partial(_delete, self._past, rows), self._deleted))

    def undo(self) -> None:
        """Take back what was just done."""
        self._replace(replace(self.state, done=""))
        self._tasks.run(self._past.undo, self._undone, self._change_failed)

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table."""
        self._replace(self._settled(replace(self.state, saved="")))
        self._tasks.run(partial(_save, self._past, sent), self._saved, self._save_failed)

    def choose_panels(self, panels: tuple[str, ...]) -> None:
        """Show these measures in the time chart, in this order, from now on; a deletion can't be undone past it."""
        self._replace(self._settled(replace(self.state, done="")))
        self._start(Change("panels", partial(self._past.choose_panels, panels), self._changed))

    @override
    def _start(self, act: Change) -> None:
        self._unsaved.begin(act)
        self._tasks.run(partial(change, act), self._ended)

    def _ended(self, ended: Changed | NotSaved[Change]) -> None:
        if isinstance(ended, Changed):
            self._unsaved.end(ended.act)
            self._replace(self._settled(self.state))
            ended.act.done(ended.result)
            return
        if ended.may_pass:
            self._unsaved.refuse(ended)
        else:
            self._unsaved.end(ended.act)
        self._change_failed(ended.error)

    def _loaded(self, read: _Read) -> None:
        self._names = read.names
        self._replace(
            replace(
                self._settled(self.state),
                today=read.today,
                is_loaded=True,
                is_whole=read.is_whole,
                writer=read.writer,
                chart=read.chart,
                calendar=read.calendar,
                places=read.places,
                filled=read.filled,
                moments=read.moments,
                entries=read.entries,
                choices=read.choices,
            )
        )
        if not read.is_whole:
            self._then_whole.start()

    def _history_read(self, history: HistoryState) -> None:
        if self._history_of == (history.day, history.voice):
            self._replace(replace(self.state, history=history))

    def _deleted(self, deleted: _Deleted) -> None:
        said = _said_of(deleted.rows, self._today())
        self.close_history()
        self._replace(replace(self.state, done=said if deleted.changes else ""))
        self._changed(deleted.changes)

    def _brought_back(self, brought: _BroughtBack) -> None:
        said = say("Brought back: {what}, {answer}.", what=brought.line.what, answer=brought.line.after)
        self._replace(replace(self.state, done=said if brought.changes else ""))
        self._changed(brought.changes)

    def _removed(self, removed: _Deleted) -> None:
        said = _said_to_be_removed(removed.rows, self._today())
        self.close_history()
        self._replace(replace(self.state, removed=said if removed.changes else ""))
        self._changed(removed.changes)

    def _saved(self, said: str) -> None:
        self._replace(replace(self.state, saved=said))

    def _save_failed(self, error: DiaryError) -> None:
        self._say_why(say("Nothing was saved"), error)

    def _undone(self, changes: Changes | None) -> None:
        if changes:
            self._changed(changes)

    def _changed(self, changes: Changes) -> None:
        self.load()
        self._read_history_again()
        if changes:
            self.changed.emit(changes)

    def _change_failed(self, error: DiaryError) -> None:
        self._say_why(say("Nothing was changed"), error)


@dataclass(frozen=True, slots=True)
class _Read:
    today: date
    is_whole: bool
    writer: str
    names: Extract
    """The extract without its days: ten years of them are drawn, and need not be kept a second time."""
    chart: ChartState
    calendar: CalendarState
    places: PlacesState
    filled: Filled
    moments: Mapping[str, tuple[MomentAnswer, ...]]
    entries: tuple[EntryRow, ...]
    choices: SeekChoices


@dataclass(frozen=True, slots=True)
class _Deleted:
    rows: tuple[EntryRow, ...]
    changes: Changes


@dataclass(frozen=True, slots=True)
class _BroughtBack:
    line: HistoryLine
    changes: Changes


def _read(past: Past, today: date) -> _Read:
    extract = past.extract()
    return _drawn(extract, chart_state(extract, today), today, past.writer(), is_whole=True)


def _read_recent(past: Past, today: date) -> _Read:
    """Read what three months show, or all where that would look otherwise once all is read."""
    if (recent := past.recent()) and recent.extract.days:
        begin = today - timedelta(days=RECENT_DAYS - 1)
        chart = chart_state(recent.extract, today, begin=begin, highest=recent.highest)
        if has_panels(recent.extract, chart, recent.highest):
            return _drawn(recent.extract, chart, today, past.writer(), is_whole=False)
    return _read(past, today)


def _drawn(extract: Extract, chart: ChartState, today: date, writer: str, *, is_whole: bool) -> _Read:
    entries = entry_rows(extract)
    begun = min(chart.first, extract.first_day.toordinal()) if extract.first_day else chart.first
    filled = Filled(filled_days(extract.days), later_days(extract.days))
    moment_of = {one.id: one.moment_of for one in extract.measures.values() if one.moment_of}
    return _Read(
        today,
        is_whole,
        writer,
        replace(extract, days=(), notes=(), intakes=()),
        chart,
        calendar_state(extract, replace(chart, first=begun), today),
        places_state(extract.days, begun),
        filled,
        moment_answers(extract.days, moment_of),
        entries,
        seek_choices(extract, entries),
    )


def _history(past: Past, extract: Extract, day: date, voice: Voice | None) -> HistoryState:
    rows = past.history(day)
    first = [row for row in rows if voice and (row.said_by or row.recorder, row.basis) == (voice.recorder, voice.basis)]
    if not first:
        return HistoryState(day, history_lines(rows, extract), voice)
    rest = [row for row in rows if row not in first]
    return HistoryState(day, history_lines(first, extract), voice, history_lines(rest, extract))


def _delete(past: Past, rows: tuple[EntryRow, ...]) -> _Deleted:
    return _Deleted(rows, past.delete_entries([row.entry_id for row in rows]))


def _bring_back(past: Past, line: HistoryLine) -> _BroughtBack:
    assert line.revision is not None
    return _BroughtBack(line, past.bring_back(line.revision))


def _remove(past: Past, rows: tuple[EntryRow, ...]) -> _Deleted:
    return _Deleted(rows, past.remove_for_good([thing for row in rows for thing in row.things]))


def _save(past: Past, sent: Picture | Table) -> str:
    past.save(sent)
    return saved_words(sent)


def _said_of(rows: tuple[EntryRow, ...], today: date) -> str:
    if len(rows) > 1:
        said = say_n(
            "Deleted: {n} entry. What it said is kept for 30 days.",
            "Deleted: {n} entries. What they said is kept for 30 days.",
            len(rows),
        )
    else:
        day = long_day(rows[0].day, today)
        said = say("Deleted: {who}, {day}. What it said is kept for 30 days.", who=rows[0].who, day=day)
    return with_notes_left(said, rows)


def _said_to_be_removed(rows: tuple[EntryRow, ...], today: date) -> str:
    if len(rows) > 1:
        return say_n("Removed for good: {n} entry.", "Removed for good: {n} entries.", len(rows))
    return say("Removed for good: {who}, {day}.", who=rows[0].who, day=long_day(rows[0].day, today))
