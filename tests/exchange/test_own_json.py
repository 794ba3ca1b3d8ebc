"""Our own format: written whole, read back the same."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.domain.entries import (
    Appointment,
    Entry,
    Event,
    Factor,
    GoodThing,
    Helped,
    Intake,
    MarkKind,
    Move,
    Pause,
    Precision,
    RoughDate,
    Spread,
    Treatment,
)
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.helping import HelpingAnswer, IsHelping
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Anchor
from diary.domain.people import PERSON, Agreed, Basis, Consent
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.exchange.own_json import own_json, read_own_json
from diary.words.problems import sentence
from tests.exchange.builders import DAY, LAW, MEASURES, TODAY, at, entry, extract, mark, note, refusal_of

WORDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)
DAYS = st.dates(date(2026, 1, 1), date(2026, 1, 9))
SITES = st.sampled_from([None, BodySite("neck"), BodySite("forearm", Side.LEFT), BodySite("forearm", Side.RIGHT)])
OWN_SCORES = st.dictionaries(
    st.one_of(st.sampled_from([MOOD, ANXIETY, PAIN, "m3f0"]), st.tuples(st.just(PAIN), SITES.filter(bool))),
    st.integers(0, 4).map(float),
    min_size=1,
)


@st.composite
def entries(draw: st.DrawFn) -> list[Entry]:
    made: dict[str, Entry] = {}
    for day in draw(st.lists(DAYS, max_size=5)):
        basis = draw(st.sampled_from(list(Basis)))
        scores = {"noticed_in_pain": 1.0} if basis is Basis.OBSERVED else draw(OWN_SCORES)
        moment = draw(st.sampled_from([None, time(9, 30)]))
        source = draw(st.sampled_from(["", "columns-1"])) if moment is None else ""
        one = entry(scores, day, basis=basis, moment=moment, source=source, days_later=draw(st.integers(0, 5)))
        made[one.id] = one
    return list(made.values())


EXTRACTS = st.builds(
    extract,
    entries(),
    marks=st.dictionaries(DAYS, st.sampled_from(list(MarkKind))).map(
        lambda d: [mark(kind, day) for day, kind in d.items()]
    ),
    notes=st.dictionaries(DAYS, WORDS).map(lambda d: [note(text, day) for day, text in d.items()]),
    factors=st.dictionaries(st.just("f1"), WORDS.map(lambda label: Factor("f1", label, hidden=True))),
    events=st.lists(WORDS.map(lambda label: Event("e1", label, RoughDate(DAY, Precision.MONTH))), max_size=1).map(
        tuple
    ),
    appointment=st.none()
    | st.builds(Appointment, st.just("next"), st.none() | DAYS, WORDS, st.lists(WORDS, max_size=3).map(tuple)),
)


def full() -> Extract:
    return extract(
        [
            replace(
                entry({PAIN: 6, MOOD: 3, ANXIETY: 7, (PAIN, BodySite("forearm", Side.LEFT)): 4}, factors=("f1",)),
                spreads=(Spread(BodySite("lower_back"), BodySite("thigh", Side.LEFT)),),
                nowhere_else=True,
            ),
            replace(entry({SLEEP: 6.5}, source="columns-1"), source_written_at=at(DAY)),
        ],
        marks=[mark(MarkKind.BAD_DAY)],
        notes=[note("a “quoted” line\nand 日本")],
        factors={"f1": Factor("f1", "Caffeine")},
        treatments={
            "t1": Treatment("t1", "Massage", "other", "30", RoughDate(DAY, Precision.YEAR), unit="min", as_needed=True)
        },
        intakes=(Intake("t1", DAY, PERSON, Basis.SELF, time(9), Helped.A_BIT),),
        events=(Event("e1", "Moved house", RoughDate(DAY), Helped.A_BIT, in_story=True),),
        pauses=(Pause("p1", DAY - timedelta(days=9), None),),
        appointment=Appointment("next", DAY, "To sleep", ("Why?",)),
        first_day=DAY,
        last_day=DAY,
        good_things=(GoodThing(DAY, PERSON, Basis.SELF, "Sun on the wall", at(DAY)),),
        anchors=(Anchor(PAIN, DAY, 3, "I can ignore it"),),
        earlier_measures=(replace(MEASURES["m3f0"], highest=10),),
        helping=(HelpingAnswer(DAY, IsHelping.NOT_SURE),),
        settings={"low_energy": "true", "today_shows": '["note"]'},
        appointments=(Appointment("a1", DAY - timedelta(days=9)),),
        consents={"c1": Consent(Agreed.CANNOT_DECIDE, "c1", at(DAY))},
        responses=(Response("r1", "phq4", DAY, "c1", Basis.TOLD, {"gad1": 2, "phq2": 0}, is_done=True),),
    )


def written(made: Extract, *, with_notes: bool = True) -> Any:
    return json.loads(own_json(made, exported_on=TODAY, with_notes=with_notes))


@LAW
@given(EXTRACTS)
def test_any_diary_is_read_back_as_it_was(made: Extract) -> None:
    assert read_own_json(own_json(made, exported_on=TODAY, with_notes=True)) == made


def test_everything_there_can_be_is_read_back() -> None:
    assert read_own_json(own_json(full(), exported_on=TODAY, with_notes=True)) == full()


def test_everything_there_can_be_is_everything() -> None:
    """A field that is empty in the example would come back whatever becomes of it."""
    assert [field.name for field in dataclasses.fields(Extract) if not getattr(full(), field.name)] == ["moves"]


def test_what_moved_between_diaries_stays_in_the_history() -> None:
    moved = replace(full(), moves=(Move(DAY, PERSON, Basis.SELF, PERSON, at(DAY), is_away=True),))
    assert written(moved) == written(full())


def test_the_file_says_what_it_is_and_speaks_plainly() -> None:
    plain = written(full())
    assert (plain["format"], plain["version"], plain["exported_on"]) == ("alongside", 1, "2026-11-25")
    day = plain["days"][0]
    assert day["state"] == "recorded"
    assert {"measure": "pain", "value": 6, "made_from": "daily"} in day["values"]
    assert day["entries"][0]["scores"][3] == {
        "measure": "pain",
        "value": 4,
        "answered_at": "2026-11-20T20:00:00+01:00",
        "site": {"place": "forearm", "side": "left"},
    }


def test_notes_stay_at_home_unless_asked_for() -> None:
    plain = written(full(), with_notes=False)
    assert "notes" not in plain
    assert "good_things" not in plain
    assert plain["with_notes"] is False


def test_letters_are_not_spelt_as_numbers_and_no_mark_stands_in_front() -> None:
    data = own_json(full(), exported_on=TODAY, with_notes=True)
    assert data.startswith(b"{")
    assert "日本".encode() in data


def test_fields_of_others_are_passed_over() -> None:
    plain = written(full())
    plain["days"][0]["entries"][0]["scores"][0]["weather"] = "fine"
    plain["generator"] = "another program"
    assert read_own_json(json.dumps(plain).encode("utf-8-sig")) == full()


def setter(*path: str | int, to: object) -> Callable[[Any], None]:
    def change(plain: Any) -> None:
        for step in path[:-1]:
            plain = plain[step]
        plain[path[-1]] = to

    return change


ENTRY = ("days", 0, "entries", 0)


@pytest.mark.parametrize(
    ("change", "slug", "where"),
    [
        (setter("format", to="daylio"), "json_not_ours", None),
        (setter("version", to=2), "json_newer", None),
        (setter("version", to="1"), "json_wrong", "version"),
        (setter(*ENTRY, "scores", 0, "value", to=11), "json_wrong", "alongside.days[0].entries[0]"),
        (setter(*ENTRY, "scores", 0, "value", to="6"), "json_wrong", "alongside.days[0].entries[0].scores[0].value"),
        (setter(*ENTRY, "scores", 0, "measure", to="luck"), "json_wrong", "alongside.days[0].entries[0]"),
        (setter(*ENTRY, "recorder", to="nobody"), "json_wrong", "alongside.days[0].entries[0]"),
        (
            setter(*ENTRY, "written_at", to="2026-11-20T20:00:00"),
            "json_wrong",
            "alongside.days[0].entries[0].written_at",
        ),
        (setter("days", 0, "day", to="2026-02-31"), "json_wrong", "alongside.days[0].day"),
        (setter("days", 0, "state", to="happy"), "json_wrong", "alongside.days[0].state"),
        (setter("days", to={}), "json_wrong", "alongside.days"),
        (setter("measures", "pain", "id", to="mood"), "json_wrong", "alongside.measures"),
        (setter("notes", 0, "text", to="\ud800"), "json_wrong", "alongside.notes[0].text"),
        (setter("notes", 0, "text", to="a\0b"), "json_wrong", "alongside.notes[0].text"),
        (setter("settings", "low_energy", to="yes"), "json_wrong", "alongside.settings"),
        (setter("person", to={}), "json_wrong", "alongside.person.name"),
        (setter("period", "last", to="2020-01-01"), "period_backwards", None),
    ],
)
def test_what_is_wrong_is_refused_and_named(change: Callable[[Any], None], slug: str, where: str | None) -> None:
    plain = written(full())
    change(plain)
    with pytest.raises(DiaryError) as caught:
        read_own_json(json.dumps(plain).encode())
    assert (caught.value.slug, caught.value.values.get("where")) == (slug, where)
    assert sentence(caught.value)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{", b"\xff", b"null", b'{"format": "alongside"', b"[" * 100_000, b"1" * 5000, b"day,pain\n"]
)
def test_what_is_no_file_of_ours_is_refused(data: bytes) -> None:
    with pytest.raises(DiaryError) as caught:
        read_own_json(data)
    assert caught.value.slug == "json_not_ours"


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)


@LAW
@given(st.data())
def test_whatever_stands_where_something_else_should_is_refused_with_a_sentence(draw: st.DataObject) -> None:
    plain = written(full())
    here: Any = plain
    while True:
        steps = list(here) if isinstance(here, dict) else list(range(len(here)))
        step = draw.draw(st.sampled_from(steps))
        if not isinstance(here[step], dict | list) or not here[step] or draw.draw(st.booleans()):
            break
        here = here[step]
    here[step] = draw.draw(JUNK)
    refusal = refusal_of(lambda: read_own_json(json.dumps(plain).encode("utf-8", "surrogatepass")))
    assert refusal is None or sentence(refusal)
