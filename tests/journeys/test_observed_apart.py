"""What a carer noticed never enters what is said of the person: no average, line, finding or "days at 7 or more"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from diary.app import compared
from diary.domain.day_values import Day, day_state, day_values
from diary.domain.entries import DayMark, Entry, MarkKind, Score
from diary.domain.extract import Extract
from diary.domain.people import Basis, Recorder
from diary.domain.places import BodySite
from diary.domain.plain_averages import moment_answers
from diary.domain.usual_places import with_usual_places
from diary.report.rows import averages_table
from diary.report.summary import summary
from diary.report.values import Choices, Listing, Summary
from diary.ui.look_back.charts import all_panels
from tests.ui.diaries import TODAY, at
from tests.ui.look_back.random_diaries import LONGEST, PLACES, SCORES, diaries

Seen = tuple[str, dict[str, float], dict[BodySite, float], MarkKind | None]
SEEN = st.dictionaries(
    st.integers(0, LONGEST),
    st.tuples(st.sampled_from(("alex", "kim")), SCORES, PLACES, st.none() | st.sampled_from(MarkKind)),
    max_size=25,
)
"""What carers noticed, by how many days ago: with the person's own measures too, which a merged file could bring."""
LEFT_OUT = "Left out by choice: what a carer noticed. "
LAW = settings(
    deadline=None,
    derandomize=True,
    database=None,
    max_examples=40,
    phases=(Phase.explicit, Phase.generate),  # making a failing diary smaller takes minutes
    suppress_health_check=[HealthCheck.too_slow],
)


def entry_of(day: date, seen: Seen) -> Entry:
    recorder, scores, places, _ = seen
    given = [Score(measure, value, at(day)) for measure, value in scores.items()]
    given += [Score("pain", value, at(day), site) for site, value in places.items()]
    source = "row-9" if day.toordinal() % 2 else ""  # brought in from elsewhere, or written here
    id_ = f"{day}|{recorder}|seen"
    return Entry(id_, day, recorder, Basis.OBSERVED, at(day), tuple(given), source, nowhere_else=not places)


def day_of(extract: Extract, day: date, entries: Iterable[Entry], marks: Iterable[DayMark]) -> Day:
    """A day by the diary's own rules."""
    said, marked = tuple(entries), tuple(marks)
    values, paused = day_values(said, {}), any(pause.covers(day) for pause in extract.pauses)
    return Day(day, day_state(values, marked, paused=paused), values, said, marked)


def with_carers(extract: Extract, seen: Mapping[int, Seen]) -> Extract:
    """The diary with all that carers noticed in it as well."""
    entries = {day.day: list(day.entries) for day in extract.days}
    marks = {day.day: list(day.marks) for day in extract.days}
    for ago, one in seen.items():
        day = TODAY - timedelta(days=ago)
        entries.setdefault(day, []).append(entry_of(day, one))
        if one[3] is not None:
            marks.setdefault(day, []).append(DayMark(day, one[0], Basis.OBSERVED, one[3], at(day)))
    days = [day_of(extract, day, entries[day], marks.get(day, ())) for day in sorted(entries)]
    recorders = {**extract.recorders, "kim": Recorder("kim", "Kim")}
    return replace(extract, days=with_usual_places(days, {}), recorders=recorders)


def without_carers(extract: Extract) -> Extract:
    """The same diary as if no carer had ever noticed anything."""
    days = []
    for day in extract.days:
        entries = [one for one in day.entries if one.basis.is_own]
        marks = [one for one in day.marks if one.basis.is_own]
        if entries or marks:
            days.append(day_of(extract, day.day, entries, marks))
    return replace(extract, days=with_usual_places(days, {}))


def doctors_pages(extract: Extract) -> tuple[Summary, str]:
    """Both pages without the carers' view, and their notes but for the sentence that it was left out by choice."""
    pages = summary(extract, None, Choices(extract.period, with_carers_view=False), TODAY)
    notes = " ".join(run.text for line in pages.second.notes.lines for run in line)
    return replace(pages, second=replace(pages.second, notes=Listing(""))), notes.replace(LEFT_OUT, "")


def said_of_the_person(extract: Extract) -> dict[str, object]:
    """Everything that is worked out from answers, in values and in words."""
    return {
        "averages and days at 7 or more": averages_table(extract.days, None),
        "the doctor's pages": doctors_pages(extract),
        "lines": {panel.measure.id: panel for panel in all_panels(extract) if not panel.noticed},
        "what is compared": {one.id: compared.compared(extract, one.id).values for one in compared.offered(extract)},
        "times of day": moment_answers(extract.days, {"pain_now": "pain"}),
    }


@LAW
@given(extract=diaries(), seen=SEEN)
def test_what_is_said_of_the_person_is_the_same_with_and_without_carers(
    extract: Extract, seen: dict[int, Seen]
) -> None:
    whole = with_carers(extract, seen)
    with_them, without_them = said_of_the_person(whole), said_of_the_person(without_carers(whole))
    assert [matter for matter, said in without_them.items() if with_them[matter] != said] == []


@LAW
@given(extract=diaries(), seen=SEEN)
def test_where_the_carers_view_is_shown_the_persons_figures_stay_as_they_are(
    extract: Extract, seen: dict[int, Seen]
) -> None:
    whole = with_carers(extract, seen)
    shown, hidden = (
        summary(whole, None, Choices(whole.period, with_carers_view=with_view), TODAY) for with_view in (True, False)
    )
    assert (shown.table, shown.in_short) == (hidden.table, hidden.in_short)
