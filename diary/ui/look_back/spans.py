"""Treatments, and events known only to a month or a year, as spans above the time chart's panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.entries import Precision
from diary.ui.kit.plots_state import SpanBand
from diary.words import say
from diary.words.dates import rough_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from diary.domain.entries import Event, Treatment
    from diary.domain.extract import Extract


def spans(extract: Extract, first: int, last: int) -> tuple[SpanBand, ...]:
    """Every span that reaches into the days from ``first`` to ``last`` (ordinals), by where it begins."""
    found = (*map(_of_event, _rough(extract)), *_of_treatments(extract, first, last))
    inside = (one for one in found if one.first <= last and one.last >= first)
    return tuple(sorted(inside, key=_by_beginning))


def _rough(extract: Extract) -> Iterator[Event]:
    return (event for event in extract.events if event.on.precision is not Precision.DAY)


def _of_event(event: Event) -> SpanBand:
    """None of it is sure: the event was on one of these days."""
    first, last = event.on.day.toordinal(), event.on.last_day.toordinal()
    words = say("{event}: {when}", event=event.label, when=rough_day(event.on))
    return SpanBand(first, last, event.label, last + 1, first - 1, words)


def _of_treatments(extract: Extract, first: int, last: int) -> Iterator[SpanBand]:
    """Those with a known beginning or end; one that still goes on ends with the chart."""
    for treatment in extract.treatments.values():
        begin, end = treatment.first, treatment.last
        if begin is None and end is None:
            continue
        yield SpanBand(
            begin.day.toordinal() if begin else first,
            end.last_day.toordinal() if end else last,
            " ".join(part for part in (treatment.name, treatment.dose, treatment.unit) if part),
            begin.last_day.toordinal() if begin else first,
            end.day.toordinal() if end else last,
            _words(treatment),
            begins_on=begin.day.toordinal() if begin and begin.precision is Precision.DAY else None,
            ends_on=end.day.toordinal() if end and end.precision is Precision.DAY else None,
        )


def _words(treatment: Treatment) -> str:
    first, last = treatment.first, treatment.last
    if first is None and last is not None:
        return say("{treatment}: until {last}", treatment=treatment.name, last=rough_day(last))
    if first is not None and last is None:
        return say("{treatment}: since {first}", treatment=treatment.name, first=rough_day(first))
    assert first is not None
    assert last is not None
    return say("{treatment}: {first} to {last}", treatment=treatment.name, first=rough_day(first), last=rough_day(last))


def _by_beginning(span: SpanBand) -> tuple[int, int, str]:
    return span.first, span.last, span.label
