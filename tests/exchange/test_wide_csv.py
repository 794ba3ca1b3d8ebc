"""The wide table: a row per day."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date, time, timedelta

from diary.domain.days import Period
from diary.domain.entries import Factor, GoodThing, Helped, Intake, MarkKind, Pause, Spread, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.domain.questionnaires import Response
from diary.domain.usual_places import with_usual_places
from diary.exchange.wide_csv import wide_csv
from tests.exchange.builders import DAY, answers, at, entry, extract, mark, note, plan

NEXT = date(2026, 11, 21)


def rows(made: Extract, *, with_notes: bool = False) -> list[dict[str, str]]:
    text = wide_csv(made, with_notes=with_notes).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_header_is_line_one_and_says_every_direction() -> None:
    header = wide_csv(extract()).decode().splitlines()[0]
    assert (
        header
        == "day,state,mood_0to10_higher_is_better,anxiety_0to10_higher_is_worse,pain_0to10_higher_is_worse,sleep_hours"
    )


def test_a_day_is_a_row_and_what_was_not_filled_in_is_empty() -> None:
    (row,) = rows(extract([entry({PAIN: 6, SLEEP: 6.5})]))
    assert (row["day"], row["state"]) == ("2026-11-20", "partly")
    assert (row["pain_0to10_higher_is_worse"], row["sleep_hours"], row["anxiety_0to10_higher_is_worse"]) == (
        "6",
        "6.5",
        "",
    )


def test_a_zero_is_a_zero() -> None:
    (row,) = rows(extract([entry({PAIN: 0})]))
    assert row["pain_0to10_higher_is_worse"] == "0"


def test_a_bad_day_is_a_row_without_numbers() -> None:
    (row,) = rows(extract(marks=[mark(MarkKind.BAD_DAY)]))
    assert (row["state"], row["mark"], row["pain_0to10_higher_is_worse"]) == ("bad_day", "bad_day", "")


def test_each_value_says_how_it_was_made_and_whether_later() -> None:
    first, second = rows(
        extract(
            [
                entry({PAIN: 6}, basis=Basis.TOLD, days_later=2),
                entry({"pain_now": 4}, NEXT, moment=time(9)),
                entry({"pain_now": 5}, NEXT, moment=time(15)),
            ]
        )
    )
    assert (first["pain_made_from"], first["pain_basis"], first["pain_filled_in_later"]) == ("told", "told", "yes")
    assert (second["pain_made_from"], second["pain_basis"], second["pain_filled_in_later"]) == ("moments", "self", "no")
    assert second["pain_0to10_higher_is_worse"] == "4.5"


def test_left_and_right_are_two_columns() -> None:
    arms = {(PAIN, BodySite("forearm", side)): value for side, value in ((Side.LEFT, 3), (Side.RIGHT, 7))}
    (row,) = rows(extract([entry(arms)]))
    assert row["pain_forearm_left_0to10_higher_is_worse"] == "3"
    assert row["pain_forearm_right_0to10_higher_is_worse"] == "7"
    assert row["pain_0to10_higher_is_worse"] == ""


def test_what_a_carer_noticed_never_stands_in_the_persons_columns() -> None:
    (row,) = rows(extract([entry({"noticed_in_pain": 2}, basis=Basis.OBSERVED)]))
    assert row["carer_noticed_in_pain"] == "A lot"
    assert row["state"] == "unknown"
    assert "written_by" not in row


def test_a_second_carers_view_has_columns_of_its_own() -> None:
    seen = [entry({"noticed_in_pain": n}, basis=Basis.OBSERVED, recorder=f"c{n}") for n in (1, 2)]
    (row,) = rows(extract(seen))
    assert row["carer_noticed_in_pain"] == "A little"
    assert row["carer_2_noticed_in_pain"] == "A lot"


def test_an_own_measure_goes_by_its_name_and_its_own_scale() -> None:
    (row,) = rows(extract([entry({"m3f0": 3})]))
    assert row["stiffness_mornings_0to4_higher_is_worse"] == "3"


def test_a_factor_is_without_only_where_the_list_was_looked_through() -> None:
    factors = {id_: Factor(id_, "Caffeine") for id_ in ("f1", "f2")}
    made = extract([entry({PAIN: 5}, factors=("f1",)), entry({PAIN: 5}, NEXT)], factors=factors)
    first, second = rows(made)
    assert (first["factor_caffeine"], first["factor_caffeine_2"]) == ("yes", "no")
    assert (second["factor_caffeine"], second["factor_caffeine_2"]) == ("", "")


def test_who_wrote_is_said_and_a_name_is_no_formula() -> None:
    made = extract(
        [
            entry({PAIN: 5}),
            entry({MOOD: 5}, basis=Basis.TOLD, recorder="c2"),
            entry({MOOD: 5}, NEXT, basis=Basis.TOLD, recorder="c2"),
        ]
    )
    assert [row["written_by"] for row in rows(made)] == ["person + =Kim", "'=Kim"]


def test_notes_leave_only_when_asked_for() -> None:
    made = extract([entry({PAIN: 5})], notes=[note("=my words"), note("looked tired", basis=Basis.OBSERVED)])
    assert b"words" not in wide_csv(made)
    (row,) = rows(made, with_notes=True)
    assert (row["notes"], row["carer_noticed_notes"]) == ("'=my words", "looked tired")


def test_our_table_can_be_brought_in_again() -> None:
    scores = {PAIN: 6.0, ANXIETY: 7.0, MOOD: 3.0, SLEEP: 6.5}
    again = plan(wide_csv(extract([entry(scores)])))
    assert answers(again) == [scores]
    assert [made.day for made in again.entries] == [DAY]


def test_treatments_and_where_pain_spread_have_their_columns() -> None:
    back, thigh = BodySite("lower_back"), BodySite("thigh", Side.LEFT)
    spread = replace(entry({PAIN: 6}), spreads=(Spread(back, thigh),))
    taken = [
        Intake("t1", DAY, "person", Basis.SELF, time(hour), helped) for hour, helped in ((9, Helped.NO), (17, None))
    ]
    treatments = {id_: Treatment(id_, name, "medicine") for id_, name in (("t1", "Ibuprofen"), ("t2", "ibuprofen"))}
    (row,) = rows(extract([spread], treatments=treatments, intakes=taken))
    assert (row["treatment_ibuprofen"], row["treatment_ibuprofen_helped"]) == ("yes", "no")
    assert "treatment_ibuprofen_2" not in row
    assert row["pain_spread"] == "lower_back > thigh_left"


def test_each_time_that_something_helped_is_an_answer_of_its_own() -> None:
    taken = [
        Intake("t1", DAY, "person", Basis.SELF, time(hour), helped)
        for hour, helped in ((9, Helped.YES), (13, Helped.YES), (17, Helped.NO), (21, None))
    ]
    made = extract([entry({PAIN: 6})], treatments={"t1": Treatment("t1", "Ibuprofen", "medicine")}, intakes=taken)
    assert rows(made)[0]["treatment_ibuprofen_helped"] == "no+yes+yes"


def test_a_day_says_whether_it_was_filled_in_later_and_by_whom() -> None:
    made = extract(
        [
            entry({PAIN: 6}),
            entry({MOOD: 5}, basis=Basis.TOLD, days_later=2),
            entry({PAIN: 4}, NEXT),
            entry({"noticed_in_pain": 1}, NEXT, basis=Basis.OBSERVED, days_later=2),
        ]
    )
    said = [(row["filled_in_later"], row["filled_in_later_by"]) for row in rows(made)]
    assert said == [("yes", "Alex"), ("no", "")]


def test_an_answer_too_late_for_averages_says_so_and_the_column_is_there_only_then() -> None:
    made = extract([entry({PAIN: 6, MOOD: 2}), entry({PAIN: 4}, NEXT, days_later=5)])
    assert [row["pain_in_averages"] for row in rows(made)] == ["yes", "no"]
    assert "mood_in_averages" not in rows(made)[0]


def test_a_paused_day_is_a_row_and_what_was_written_in_a_pause_keeps_its_state() -> None:
    made = extract([entry({PAIN: 6})], pauses=(Pause("p", DAY, None),))
    said = [(row["day"], row["state"]) for row in rows(replace(made, period=Period(DAY, NEXT)))]
    assert said == [("2026-11-20", "partly"), ("2026-11-21", "paused")]


PHQ4 = {"gad1": 2, "gad2": 1, "phq1": 0, "phq2": 3}


def test_the_total_of_a_questionnaire_is_a_column_and_its_day_a_row() -> None:
    half = dict(list(PHQ4.items())[:3])
    responses = (
        Response("r1", "phq4", DAY, answers=PHQ4, is_done=True),
        Response("r2", "phq4", DAY, answers=dict.fromkeys(PHQ4, 1), is_done=True),
        Response("r3", "phq4", NEXT, answers=half, is_done=True),
        Response("r4", "phq4", NEXT - timedelta(days=9), answers=PHQ4, is_done=True),
    )
    made = replace(extract([entry({PAIN: 6})], responses=responses), period=Period(DAY, NEXT))
    first, second = rows(made)
    totals = ("phq4_total_0to12_higher_is_worse", "phq4_2_total_0to12_higher_is_worse")
    assert [first[name] for name in totals] == ["6", "4"]
    assert (second["day"], second["state"], second[totals[0]]) == ("2026-11-21", "unknown", "")


def test_a_good_thing_comes_only_with_notes() -> None:
    made = extract([entry({PAIN: 6})], good_things=(GoodThing(DAY, "person", Basis.SELF, "Sun", at(DAY)),))
    assert "good_thing" not in rows(made)[0]
    assert rows(made, with_notes=True)[0]["good_thing"] == "Sun"


def test_a_nought_from_nowhere_else_says_so() -> None:
    knee = BodySite("knee", Side.LEFT)
    made = extract([entry({(PAIN, knee): 4}), replace(entry({PAIN: 6}, NEXT), nowhere_else=True)])
    second = rows(replace(made, days=with_usual_places(made.days, {})))[1]
    assert second["pain_knee_left_0to10_higher_is_worse"] == "0"
    assert (second["pain_knee_left_made_from"], second["pain_knee_left_basis"]) == ("nowhere_else", "self")
