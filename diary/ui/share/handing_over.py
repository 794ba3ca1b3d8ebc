"""Share's way into an open diary: what was written comes from the lane, pages are set beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from diary.ui.share.state import Basics, Shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from diary.app.opened import OpenDiary
    from diary.app.sharing import Choices, Paper
    from diary.app.values import Changes
    from diary.domain.days import Period
    from diary.domain.extract import Extract
    from diary.ui.share.state import Wanted, Words


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written in a period, and in the one it is compared with."""

    extract: Extract
    previous: Extract | None


class HandingOver(Protocol):
    """What Share asks for; ``page`` and ``save_page`` run beside the lane, the others on it."""

    def basics(self) -> Basics:
        """What the page needs to know first."""

    def take(self, period: Period) -> Taken:
        """What was written in a period."""

    def keep_words(self, words: Words) -> Changes:
        """Keep wish and questions in the diary."""

    def page(self, taken: Taken, wanted: Wanted, made_on: date, pixels_per_inch: int) -> Shown:
        """The pages as pictures."""

    def save_page(self, taken: Taken, wanted: Wanted, made_on: date, out: Path) -> tuple[str, ...]:
        """Save the pages as a PDF; returns the names of what had to make room."""

    def export(self, out: Path, today: date, *, with_notes: bool) -> None:
        """Save everything as the file that ``out``'s ending names; over another one, which the person agreed to."""


class DiaryHandingOver:
    """The real thing; ``diary`` is asked on the lane, ``country`` (ISO 3166) decides the paper."""

    def __init__(self, diary: Callable[[], OpenDiary], country: Callable[[], str]) -> None:
        self._diary = diary
        self._country = country

    def basics(self) -> Basics:
        """What the page needs to know first."""
        from diary.domain.people import PERSON

        extract = self._without_days()
        visit = extract.appointment
        return Basics(
            extract.first_day,
            extract.last_day,
            has_birth_date=extract.person.born_on is not None,
            has_carers=any(recorder != PERSON for recorder in extract.recorders),
            wish=visit.wish if visit else "",
            questions=visit.questions if visit else (),
        )

    def take(self, period: Period) -> Taken:
        """What was written in a period."""
        from diary.app import looking_back, sharing

        before = sharing.period_before(period)
        previous = looking_back.extract(self._diary(), before) if before is not None else None
        return Taken(looking_back.extract(self._diary(), period), previous)

    def keep_words(self, words: Words) -> Changes:
        """Keep wish and questions in the diary."""
        from diary.app import journal
        from diary.domain.entries import Appointment

        before = self._without_days().appointment
        questions = tuple(question for question in words.questions if question.strip())
        prepared = Appointment(before.id if before else "", before.day if before else None, words.wish, questions)
        return journal.prepare_appointment(self._diary(), prepared)

    def page(self, taken: Taken, wanted: Wanted, made_on: date, pixels_per_inch: int) -> Shown:
        """The pages as pictures."""
        from diary.app import sharing

        made = sharing.summary_of(taken.extract, taken.previous, _choices(wanted), made_on)
        preview = sharing.preview(made, self._paper(), pixels_per_inch)
        return Shown(preview.pages, preview.left_out)

    def save_page(self, taken: Taken, wanted: Wanted, made_on: date, out: Path) -> tuple[str, ...]:
        """Save the pages as a PDF, over another file, which the person agreed to."""
        from diary.app import sharing

        made = sharing.summary_of(taken.extract, taken.previous, _choices(wanted), made_on)
        return sharing.save_summary(made, self._paper(), out, force=True)

    def export(self, out: Path, today: date, *, with_notes: bool) -> None:
        """Save everything as the file that ``out``'s ending names."""
        from diary.app import exporting, looking_back

        extract = looking_back.extract(self._diary(), None)
        exporting.export(extract, out, exporting.format_of(out), today=today, with_notes=with_notes, force=True)

    def _without_days(self) -> Extract:
        """What a diary says beside its days, which it says of any period."""
        from diary.app import looking_back
        from diary.domain.days import Period

        today = self._diary().today()
        return looking_back.extract(self._diary(), Period(today, today))

    def _paper(self) -> Paper:
        from diary.app import sharing

        return sharing.usual_paper(self._country())


def _choices(wanted: Wanted) -> Choices:
    from diary.app.sharing import Choices

    return Choices(
        wanted.period,
        with_name=wanted.with_name,
        with_birth_date=wanted.with_birth_date,
        with_carers_view=wanted.with_carers_view,
        wish=wanted.words.wish,
        questions=tuple(question for question in wanted.words.questions if question.strip()),
    )
