"""A day as it is drawn: what is kept of it, with what is still on its way to the diary."""

from __future__ import annotations

from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.domain.entries import MarkKind
from diary.domain.people import OWN_VOICE
from diary.ui.today.more_state import MoreState, answers_of, more_of
from diary.ui.today.saving import note_shown
from diary.ui.today.state import NoteState
from diary.ui.today.told import still_told
from diary.words.dates import clock_time

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from diary.app.values import DayPage
    from diary.ui.today.saving import Act


@dataclass(frozen=True, slots=True)
class DayShown:
    """The answers, what stands under "More", the mark and the note of a day."""

    answers: Mapping[str, float]
    more: MoreState
    is_bad_day: bool
    note: NoteState


def day_shown(page: DayPage | None, before: MoreState, waiting: Iterable[Act]) -> DayShown:
    """Draw what waits over what ``page`` says; ``before`` stands under "More" until there is a page."""
    answers = answers_of(page) if page else {}
    more = more_of(page) if page else before
    is_bad_day = page is not None and any(
        mark.kind is MarkKind.BAD_DAY and mark.basis.is_own for mark in page.day.marks
    )
    note = note_shown(page) if page else NoteState()
    for act in waiting:
        if act.answer:
            answers.pop(act.answer.measure, None)
            if act.answer.value is not None:
                answers[act.answer.measure] = act.answer.value
        if act.gesture:
            more = act.gesture.drawn_on(more)
        is_bad_day = is_bad_day if act.mark is None else act.mark
        note = act.note or note
    more = replace(more, told=still_told(page, answers, more))
    return DayShown(MappingProxyType(answers), more, is_bad_day, note)


def written_on(page: DayPage | None, day: date) -> str:
    """The clock time at which anything on the page was last written, where that was on ``day``; else empty.

    Answers that a carer was told stand on the person's page too; words stand on nobody's but their writer's.
    """
    if page is None:
        return ""
    said, is_persons = page.voice.said, page.voice == OWN_VOICE
    here = [one.written_at for one in page.day.entries if said(one) or (is_persons and one.basis.is_own)]
    here += [one.written_at for one in page.day.marks if said(one) or (is_persons and one.basis.is_own)]
    here += [one.written_at for one in page.notes if said(one)]
    here += [one.written_at for one in page.good_things if said(one)]
    latest = max(here, default=None)
    return clock_time(latest) if latest and latest.date() == day else ""
