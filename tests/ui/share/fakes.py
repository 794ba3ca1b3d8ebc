"""A diary to hand over, for Share's tests and pictures: real pages, made-up days, nothing written to disk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from operator import itemgetter
from typing import TYPE_CHECKING

from diary.app import sharing
from diary.app.together import Material
from diary.app.values import Changes
from diary.domain.days import Period
from diary.domain.entries import Appointment
from diary.domain.errors import DiaryError
from diary.ui.share.handing_over import Taken, TakenRecord
from diary.ui.share.state import Basics, Shown, Wanted
from tests.ui.diaries import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from diary.domain.extract import Extract
    from diary.ui.share.state import Content, Words


@dataclass(frozen=True, slots=True)
class Saved:
    """Something that was saved."""

    out: Path
    wanted: Wanted | None = None
    with_notes: bool = False


def cut_to(extract: Extract, period: Period) -> Extract:
    """What of an extract lies in a period."""
    return replace(
        extract,
        period=period,
        days=tuple(day for day in extract.days if day.day in period),
        notes=tuple(note for note in extract.notes if note.day in period),
    )


class FakeHandingOver:
    """Remembers what was saved and kept; ``draws`` makes real pages, else an empty picture."""

    def __init__(
        self, content: Extract, *, draws: bool = False, basics: Basics | None = None, today: date = TODAY
    ) -> None:
        self.today = today
        self.content = content
        self.draws = draws
        self.saved: list[Saved] = []
        self.kept: list[Words] = []
        self.drawn: list[tuple[Wanted, int]] = []
        self.fails = ""
        self.asks_about_answers = False
        self.before_writing: Callable[[], object] = int
        self._basics = basics
        self.appointments: dict[str, date] = {}
        self._before: dict[str, date] = {}

    def now_has(self, basics: Basics) -> None:
        """Say that the diary has other words by now."""
        self._basics = basics

    def basics(self) -> Basics:
        """What the page needs to know first."""
        self._fail()
        content = self.content
        days = sorted(self.appointments.items(), key=itemgetter(1), reverse=True)
        basics = self._basics or Basics(
            content.first_day, content.last_day, born_on=content.person.born_on, has_carers=len(content.recorders) > 1
        )
        return replace(
            basics,
            appointments=tuple(Appointment(id_, day) for id_, day in days),
            last_appointment=next((day for _, day in days if day < self.today), None),
        )

    def take(self, period: Period) -> Taken:
        """What was written in a period."""
        before = sharing.period_before(period)
        previous = cut_to(self.content, before) if before else None
        return Taken(cut_to(self.content, period), previous, Material(self.content, period.last))

    def keep_words(self, words: Words) -> Changes:
        """Keep wish and questions."""
        self._fail()
        self.kept.append(words)
        return Changes(frozenset(), frozenset({"appointment"}))

    def keep_appointment(self, day: date, appointment_id: str) -> Changes:
        """Keep an appointment, as a diary does."""
        self._fail()
        if day in self.appointments.values():
            return Changes()
        self._before = dict(self.appointments)
        self.appointments[appointment_id or f"a{len(self.appointments)}"] = day
        return Changes(frozenset({day}), frozenset({"appointment"}))

    def remove_appointment(self, appointment_id: str) -> Changes:
        """Forget an appointment."""
        self._before = dict(self.appointments)
        return Changes(frozenset({self.appointments.pop(appointment_id)}), frozenset({"appointment"}))

    def keep_birth_date(self, born_on: date | None) -> Changes:
        """Keep the date of birth, as a diary does."""
        self._fail()
        self.content = replace(self.content, person=replace(self.content.person, born_on=born_on))
        return Changes(frozenset(), frozenset({"person"}))

    def undo(self) -> Changes | None:
        """Have the appointments that there were before."""
        self.appointments = dict(self._before)
        return Changes(frozenset(), frozenset({"appointment"}))

    def page(self, taken: Taken, wanted: Wanted, made_on: date, pixels_per_inch: int) -> Shown:
        """The pages as pictures."""
        self._fail()
        self.drawn.append((wanted, pixels_per_inch))
        if not taken.extract.days:
            raise DiaryError("nothing_in_period")
        if not self.draws:
            return Shown((b"not a picture",), asks_about_answers=self.asks_about_answers)
        made = sharing.summary_of(taken.extract, taken.previous, choices(wanted), made_on)
        shown = sharing.preview(made, sharing.Paper.A4, pixels_per_inch)
        asks = self.asks_about_answers
        return Shown(shown.pages, shown.left_out, asks_about_answers=asks, not_printed=shown.not_printed)

    def save_page(self, taken: Taken, wanted: Wanted, made_on: date, out: Path, is_wanted: Callable[[], bool]) -> None:
        """Remember a page that was saved."""
        del taken, made_on
        self._fail()
        self.before_writing()
        if is_wanted():
            self.saved.append(Saved(out, wanted))

    def everything(self) -> Extract:
        """The whole diary."""
        self._fail()
        return self.content

    def export(
        self, extract: Extract, out: Path, today: date, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Remember a file that was saved."""
        del today
        assert extract is self.content
        self._fail()
        self.before_writing()
        if is_wanted():
            self.saved.append(Saved(out, with_notes=with_notes))

    def take_record(self, period: Period) -> TakenRecord:
        """What a document is made of."""
        made_at = datetime.combine(period.last, time(12), UTC)
        return TakenRecord(cut_to(self.content, period), "5f3b0c9d2a7e4416b8d0a1c2", made_at)

    def save_record(
        self, taken: TakenRecord, content: Content, out: Path, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Remember a document that was saved."""
        self._fail()
        self.before_writing()
        if is_wanted():
            self.saved.append(Saved(out, Wanted(taken.extract.period, content), with_notes))

    def _fail(self) -> None:
        if self.fails:
            raise DiaryError(self.fails)


def choices(wanted: Wanted) -> sharing.Choices:
    """The choices of a page."""
    return sharing.Choices(
        wanted.period,
        with_name=wanted.content.with_name,
        with_birth_date=wanted.content.with_birth_date,
        with_carers_view=wanted.content.with_carers_view,
        wish=wanted.words.wish,
        questions=tuple(question for question in wanted.words.questions if question),
    )
