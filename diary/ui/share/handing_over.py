"""Share's way into an open diary: what was written comes from the lane, pages are set beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from diary.ui.share.state import Basics, Shown

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime
    from pathlib import Path

    from diary.app.links import Link, LooksToKeep
    from diary.app.opened import OpenDiary
    from diary.app.sharing import Choices, Paper
    from diary.app.together import Material
    from diary.app.values import Changes
    from diary.domain.days import Period
    from diary.domain.extract import Extract
    from diary.report.values import Summary
    from diary.ui.share.state import Content, Wanted, Words


@dataclass(frozen=True, slots=True)
class Taken:
    """What was written in a period, in the one it is compared with, and all that looking for links needs."""

    extract: Extract
    previous: Extract | None
    compared: Material


@dataclass(frozen=True, slots=True)
class TakenRecord:
    """What a document for a health record is made of: what was written, of which diary, and the instant."""

    extract: Extract
    diary_id: str
    made_at: datetime


class HandingOver(Protocol):
    """What Share asks for; ``page``, ``export`` and what saves run beside the lane, the others on it."""

    def basics(self) -> Basics:
        """What the page needs to know first."""

    def take(self, period: Period) -> Taken:
        """What was written in a period."""

    def keep_words(self, words: Words) -> Changes:
        """Keep wish and questions in the diary."""

    def keep_appointment(self, day: date, appointment_id: str) -> Changes:
        """Remember an appointment, or move the one with that id."""

    def remove_appointment(self, appointment_id: str) -> Changes:
        """Take an appointment away."""

    def keep_birth_date(self, born_on: date | None) -> Changes:
        """Remember the person's date of birth, or forget it."""

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def page(self, taken: Taken, wanted: Wanted, made_on: date, pixels_per_inch: int) -> Shown:
        """The pages as pictures."""

    def save_page(self, taken: Taken, wanted: Wanted, made_on: date, out: Path, is_wanted: Callable[[], bool]) -> None:
        """Save the pages as the file that ``out``'s ending names, unless they are not wanted any more."""

    def everything(self) -> Extract:
        """All that may leave of the diary."""

    def export(
        self, extract: Extract, out: Path, today: date, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Save it as the file that ``out``'s ending names, unless it is not wanted any more; over another file."""

    def take_record(self, period: Period) -> TakenRecord:
        """What a document for a health record is made of."""

    def save_record(
        self, taken: TakenRecord, content: Content, out: Path, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Save it, with what was chosen for the pages, unless it is not wanted any more; over another file."""


class DiaryHandingOver:
    """The real thing; ``diary`` is asked on the lane, ``country`` (ISO 3166) decides the paper."""

    def __init__(self, diary: Callable[[], OpenDiary], country: Callable[[], str]) -> None:
        self._diary = diary
        self._country = country
        self._looked_at: tuple[Material, tuple[Link, ...]] | None = None
        self._to_keep: LooksToKeep | None = None

    def basics(self) -> Basics:
        """What the page needs to know first."""
        from diary.app import sealing
        from diary.domain.people import PERSON

        extract = self._without_days()
        visit = extract.appointment
        return Basics(
            extract.first_day,
            extract.last_day,
            born_on=extract.person.born_on,
            has_carers=any(recorder != PERSON for recorder in extract.recorders),
            has_treatments=bool(extract.treatments),
            has_questionnaires=bool(extract.responses),
            wish=visit.wish if visit else "",
            questions=visit.questions if visit else (),
            appointments=tuple(reversed(extract.dated_appointments)),
            last_appointment=extract.appointment_before(self._diary().today()),
            reads_sealed=sealing.reads_sealed(self._diary()),
            handed_out_for=extract.person.name if self._diary().recorder != PERSON else "",
        )

    def take(self, period: Period) -> Taken:
        """What was written in a period."""
        from diary.app import looking_back, sharing, together

        before = sharing.period_before(period)
        previous = looking_back.extract(self._diary(), before) if before is not None else None
        extract = looking_back.to_hand_out(self._diary(), period)
        looks, self._to_keep = self._to_keep, None
        if looks is not None:
            together.keep(self._diary(), looks)
        return Taken(extract, previous, together.material(self._diary(), only_recent=True, read=extract))

    def keep_words(self, words: Words) -> Changes:
        """Keep wish and questions in the diary."""
        from diary.app import journal
        from diary.domain.entries import Appointment

        before = self._without_days().appointment
        questions = tuple(question for question in words.questions if question.strip())
        prepared = Appointment(before.id if before else "", before.day if before else None, words.wish, questions)
        return journal.prepare_appointment(self._diary(), prepared)

    def keep_appointment(self, day: date, appointment_id: str) -> Changes:
        """Remember an appointment, or move the one with that id."""
        from diary.app import appointments

        return appointments.keep(self._diary(), day, appointment_id)

    def remove_appointment(self, appointment_id: str) -> Changes:
        """Take an appointment away."""
        from diary.app import appointments

        return appointments.remove(self._diary(), appointment_id)

    def keep_birth_date(self, born_on: date | None) -> Changes:
        """Remember the person's date of birth, or forget it."""
        from diary.app import birth_date

        return birth_date.keep(self._diary(), born_on)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def page(self, taken: Taken, wanted: Wanted, made_on: date, pixels_per_inch: int) -> Shown:
        """The pages as pictures."""
        from diary.app import sharing

        made = self._summary(taken, wanted, made_on)
        preview = sharing.preview(made, self._paper(), pixels_per_inch)
        asks = sharing.asks_about_answers(taken.extract)
        return Shown(preview.pages, preview.left_out, asks_about_answers=asks, not_printed=preview.not_printed)

    def save_page(self, taken: Taken, wanted: Wanted, made_on: date, out: Path, is_wanted: Callable[[], bool]) -> None:
        """Save the pages, over another file, which the person agreed to."""
        from diary.app import sharing

        made = self._summary(taken, wanted, made_on)
        sharing.save_summary(made, self._paper(), out, force=True, is_wanted=is_wanted)

    def everything(self) -> Extract:
        """All that may leave of the diary."""
        from diary.app import looking_back

        return looking_back.to_hand_out(self._diary())

    def export(
        self, extract: Extract, out: Path, today: date, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Save it as the file that ``out``'s ending names, over another one, which the person agreed to."""
        from diary.app import exporting

        form = exporting.format_of(out)
        exporting.export(extract, out, form, today=today, with_notes=with_notes, force=True, is_wanted=is_wanted)

    def take_record(self, period: Period) -> TakenRecord:
        """What a document for a health record is made of."""
        from diary.app import looking_back

        diary = self._diary()
        extract = looking_back.to_hand_out(diary, period)
        return TakenRecord(extract, diary.keys.diary_id, diary.computer.surroundings.now())

    def save_record(
        self, taken: TakenRecord, content: Content, out: Path, is_wanted: Callable[[], bool], *, with_notes: bool
    ) -> None:
        """Save it, with what was chosen for the pages, over another file, which the person agreed to."""
        from diary.app import exporting

        contents = exporting.Contents(
            with_name=content.with_name,
            with_birth_date=content.with_birth_date,
            with_notes=with_notes,
            with_answers=bool(content.with_answers),
            with_carers_view=content.with_carers_view,
            with_questionnaires=content.with_questionnaires,
            with_treatments=content.with_treatments,
            with_places=content.with_places,
        )
        exporting.export_fhir(
            taken.extract,
            out,
            diary_id=taken.diary_id,
            made_at=taken.made_at,
            contents=contents,
            force=True,
            is_wanted=is_wanted,
        )

    def _summary(self, taken: Taken, wanted: Wanted, made_on: date) -> Summary:
        from diary.app import sharing

        links = self._links(taken.compared)
        return sharing.summary_of(taken.extract, taken.previous, _choices(wanted, taken.extract), made_on, links)

    def _links(self, compared: Material) -> tuple[Link, ...]:
        """What moved together, looked for once for every page made of the same answers."""
        from diary.app import together

        if self._looked_at is None or self._looked_at[0] is not compared:
            links, look = together.insights(compared)
            self._looked_at, self._to_keep = (compared, links), look.to_keep()
        return self._looked_at[1]

    def _without_days(self) -> Extract:
        """What a diary says beside its days, which it says of any period."""
        from diary.app import looking_back
        from diary.domain.days import Period

        today = self._diary().today()
        return looking_back.extract(self._diary(), Period(today, today))

    def _paper(self) -> Paper:
        from diary.app import sharing

        return sharing.usual_paper(self._country())


def _choices(wanted: Wanted, extract: Extract) -> Choices:
    from diary.app.sharing import Choices, shared_notes

    return Choices(
        wanted.period,
        with_name=wanted.content.with_name,
        with_birth_date=wanted.content.with_birth_date,
        with_carers_view=wanted.content.with_carers_view,
        with_places=wanted.content.with_places,
        with_together=wanted.content.with_together,
        with_treatments=wanted.content.with_treatments,
        with_questionnaires=wanted.content.with_questionnaires,
        with_answers=bool(wanted.content.with_answers),
        notes=(shared_notes(extract) | wanted.content.notes_on) - wanted.content.notes_off,
        wish=wanted.words.wish,
        questions=tuple(question for question in wanted.words.questions if question.strip()),
    )
