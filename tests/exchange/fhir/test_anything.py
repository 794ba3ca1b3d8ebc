"""Whatever a diary holds, even one that was brought in from a file that we never wrote, its document is right."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diary import catalogue
from diary.domain.entries import Entry, GoodThing, Note, RoughDate, Score, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Direction, Measure, ScaleKind
from diary.domain.people import PERSON, Basis, Person, Recorder
from diary.domain.places import BodySite, Side
from diary.exchange.fhir.checks import faults
from diary.exchange.fhir.document import fhir_json
from tests.exchange.builders import DAY, LAW, extract
from tests.exchange.fhir.made import DIARY, EVERYTHING, MADE_AT, made, resources
from tests.exchange.fhir.test_r4 import refusals

ANYTHING = st.text(max_size=12) | st.sampled_from(
    ["", " ", "<b>&", "\x00\x0b\ud800", "\u00a0x  y\u202e", "שלום", "]]>"]
)
OFFSETS = st.sampled_from([0, 60, -210, 840, 1439, -1439]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
INSTANTS = st.builds(
    lambda minute, zone: datetime.combine(DAY, time(1 + minute % 22, minute % 60), zone), st.integers(0, 1300), OFFSETS
)
WRITERS = st.sampled_from([PERSON, "c1", "somebody\n"])


@st.composite
def measures(draw: st.DrawFn) -> Measure:
    kind = draw(st.sampled_from([ScaleKind.SCORE, ScaleKind.HOURS, ScaleKind.YES_NO, ScaleKind.COUNT]))
    highest = {ScaleKind.YES_NO: 1.0, ScaleKind.HOURS: 24.0, ScaleKind.COUNT: 999.0}.get(
        kind, draw(st.sampled_from([4.0, 10.0, 100.0]))
    )
    return Measure(
        "own" + draw(ANYTHING),
        draw(ANYTHING),
        draw(ANYTHING),
        draw(ANYTHING),
        draw(ANYTHING),
        direction=draw(st.sampled_from(Direction)),
        kind=kind,
        highest=highest,
        own=True,
    )


@st.composite
def diaries(draw: st.DrawFn) -> Extract:
    own = draw(measures())
    known = {**catalogue.measures(), own.id: own}
    entries = [_entry(draw, known, number) for number in range(draw(st.integers(1, 4)))]
    written_at = draw(INSTANTS)
    found = extract(
        entries,
        notes=[
            Note("n" + draw(ANYTHING), DAY, draw(WRITERS), draw(st.sampled_from(Basis)), draw(ANYTHING), written_at)
        ],
        good_things=(GoodThing(DAY, draw(WRITERS), Basis.SELF, draw(ANYTHING), written_at),),
        treatments={
            "t": Treatment(
                "t",
                draw(ANYTHING),
                draw(st.sampled_from(["medicine", "other", ""])),
                draw(ANYTHING),
                RoughDate(DAY),
                unit=draw(ANYTHING),
            )
        },
    )
    return replace(
        found,
        measures=known,
        person=Person(draw(ANYTHING), date(1979, 5, 14)),
        recorders={"c1": Recorder("c1", draw(ANYTHING), draw(ANYTHING))},
    )


def _entry(draw: st.DrawFn, known: dict[str, Measure], number: int) -> Entry:
    at = draw(INSTANTS)
    own = next(one.id for one in known.values() if one.own)
    measure = known[draw(st.just(own) | st.sampled_from(sorted(known)))]
    value = draw(st.integers(int(measure.lowest), int(measure.highest)))
    site = draw(
        st.none() | st.builds(BodySite, st.sampled_from(["knee", "upper_arm"]) | ANYTHING, st.sampled_from(Side))
    )
    score = Score(measure.id, float(value), draw(st.none() | st.just(at)), site)
    moment = draw(st.none() | st.just(time(1, 30)))
    basis, recorder = draw(st.sampled_from(Basis)), draw(WRITERS)
    return Entry(
        f"e{number}", DAY, recorder, basis, at, (score,), source=draw(st.sampled_from(["", "row 1"])), moment=moment
    )


@settings(LAW, max_examples=40)
@given(diaries())
def test_whatever_a_diary_holds_its_document_is_right(found: Extract) -> None:
    written = fhir_json(found, diary_id=DIARY, made_at=MADE_AT, contents=EVERYTHING)
    bundle: dict[str, Any] = json.loads(written)
    assert faults(bundle) == ()
    assert [refused for one in resources(bundle) for refused in refusals(one)] == []


@pytest.mark.parametrize(("id_", "code"), [(" ba  ck\n", "ba-ck"), ("\u00a0", "-"), ("back.0-4", "back.0-4")])
def test_a_measure_of_another_program_may_have_any_id(id_: str, code: str) -> None:
    at = datetime.combine(DAY, time(20), UTC)
    found = extract([Entry("e", DAY, PERSON, Basis.SELF, at, (Score(id_, 3, at),))])
    found = replace(found, measures={id_: Measure(id_, "Back", "", highest=4, own=True)})
    (observation,) = resources(made(found), "Observation")
    assert observation["code"]["coding"][0]["code"] == code
    assert list(refusals(observation)) == []
