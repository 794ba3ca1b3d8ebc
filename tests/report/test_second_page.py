"""Page 2: counts and intervals in plain words, the person's own left, own answers apart from a carer's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from diary import catalogue
from diary.domain.entries import Helped, Intake, MarkKind, Note, Pause, RoughDate, Treatment
from diary.domain.extract import Extract
from diary.domain.measures import Anchor
from diary.domain.people import PERSON, Basis
from diary.domain.places import BodySite, Side
from diary.report.ladder import Ladder
from diary.report.summary import summary
from diary.report.values import Choices, Found, Rich, SecondPage, Verdict
from tests.report.builders import HERE, LAST, LEFT_FOREARM, LOWER_BACK, NECK, back, day, extract
from tests.report.test_pdf import FOUND

SAME_DAY = (
    "Pain, on the same days as anxiety: about 1.4 points higher with anxiety 5 or more (likely between 0.7 and 2.1). "
    "49 days."
)
MADE_ON = date(2026, 11, 23)
HERE_NOON = datetime(2026, 11, 22, 12, tzinfo=HERE)
PAIN_SCALE, HOURS = catalogue.measures()["pain"], catalogue.measures()["sleep_hours"]


def second(
    of: Extract,
    found: tuple[Found, ...] = (),
    *,
    with_together: bool = True,
    with_treatments: bool = True,
    with_carers_view: bool = True,
) -> SecondPage:
    choices = Choices(
        of.period,
        with_together=with_together,
        with_treatments=with_treatments,
        with_carers_view=with_carers_view,
    )
    return summary(of, None, choices, MADE_ON, found).second


def said(line: Rich) -> str:
    return "".join(run.text for run in line).replace("\u00a0", " ")


def said_all(lines: tuple[Rich, ...]) -> list[str]:
    return [said(line) for line in lines]


class TestMovingTogether:
    def test_a_link_comes_first_and_every_question_says_its_days_and_interval(self) -> None:
        part = second(extract(day(LAST, {"pain": 5})), FOUND).together
        assert part is not None
        assert [said(finding.words) for finding in part.findings] == [
            SAME_DAY,
            (
                "Pain, the day after an anxious day: can’t be told yet "
                "(after anxiety 5 or more: likely 0.5 lower to 0.9 higher). 45 days."
            ),
            (
                "Anxiety, the day after a painful day: no clear link "
                "(after pain 6 or more: likely 0.3 lower to 0.8 higher). 45 days."
            ),
        ]
        assert part.note.endswith("Shown: 3 of 4 questions looked at, in answers from 31 August to 21 November 2026.")
        assert "no direction or reason" in part.note
        assert "Likely: 95% interval, compared with the other days." in part.note

    def test_intervals_lie_on_one_axis_with_the_same_in_its_middle(self) -> None:
        part = second(extract(day(LAST, {"pain": 5})), FOUND).together
        assert part is not None
        low, middle, high = part.findings[0].interval or (0, 0, 0)
        assert 0.5 < low < middle < high <= 1
        assert [words for _, words in part.ticks] == ["3", "2", "1", "0", "1", "2", "3"]
        assert part.ticks[3][0] == 0.5
        assert "Pain, the day after an anxious day: 0.5 lower to 0.9 higher" in part.alt

    def test_a_link_that_runs_down_is_told_with_its_smaller_end_first(self) -> None:
        lower = Found("Q", "mood 6 or more", PAIN_SCALE, Verdict.LINK, 30, 21, (-1.4, -2.1, -0.7))
        part = second(extract(day(LAST, {"pain": 5})), (lower,)).together
        assert part is not None
        assert "about 1.4 points lower with mood 6 or more (likely between 0.7 and 2.1)" in said(part.findings[0].words)

    def test_hours_are_told_in_hours_and_are_not_on_the_axis_of_points(self) -> None:
        sleep = Found("Q", "pain 5 or more", HOURS, Verdict.CANT_TELL, 30, 21, (-0.2, -0.9, 0.5))
        part = second(extract(day(LAST, {"pain": 5})), (sleep,)).together
        assert part is not None
        assert "likely 0.9 hours less to 0.5 hours more" in said(part.findings[0].words)
        assert (part.findings[0].interval, part.alt, part.ticks) == (None, "", ())

    def test_too_few_days_are_counted_and_nothing_more_is_said(self) -> None:
        few = Found("Q", "", PAIN_SCALE, Verdict.NOT_ENOUGH, 9, 21)
        part = second(extract(day(LAST, {"pain": 5})), (few,)).together
        assert part is not None
        assert said(part.findings[0].words) == "Q: too few days yet (9 of 21)."
        assert "interval" not in part.note, "there is none to explain"

    def test_answers_that_hardly_changed_are_not_called_too_few(self) -> None:
        steady = Found("Q", "", PAIN_SCALE, Verdict.TOO_STEADY, 35, 21)
        part = second(extract(day(LAST, {"pain": 5})), (steady,)).together
        assert part is not None
        assert said(part.findings[0].words) == "Q: answers hardly changed, nothing to compare. 35 days."

    def test_it_is_left_off_by_choice_and_that_is_said(self) -> None:
        page = second(extract(day(LAST, {"pain": 5})), FOUND, with_together=False)
        assert page.together is None
        assert "Left out by choice: how they move together." in said(page.notes.lines[-1])


def test_places_are_numbered_in_the_table_and_on_the_person_s_own_side_of_the_body() -> None:
    days = [day(back(n), {LOWER_BACK: 6}) for n in range(3)]
    days += [day(back(n), {LEFT_FOREARM: 4, LOWER_BACK: 5}) for n in range(3, 5)] + [day(back(9), {NECK: 9})]
    page = second(extract(*days))
    assert page.places is not None
    assert [(row.label, row.cells) for row in page.places.rows] == [
        ("1  Lower back", ("5.6", "5 to 6", "5", "0")),
        ("2  Left forearm", ("4.0", "4", "2", "0")),
        ("3  Neck", ("9.0", "9", "1", "1")),
    ]
    assert page.body is not None
    front, behind = page.body.views
    assert (front.sides, behind.sides) == (("right", "left"), ("left", "right"))
    assert [(disc.number, disc.x > 0.5) for disc in front.discs] == [("2", True)]
    assert [disc.number for disc in behind.discs] == ["1", "3"]
    assert page.body.alt.endswith("Places: 1 lower back, 2 left forearm, 3 neck.")


def test_a_bad_day_is_counted_with_and_without_numbers() -> None:
    days = [day(back(0), {"interference": 8}, mark=MarkKind.BAD_DAY), day(back(1), mark=MarkKind.BAD_DAY)]
    assert said_all(second(extract(*days, day(back(2), {"interference": 3}))).effect.lines) == [
        "Pain got in the way 5.5 out of 10 on average (2 days). It went from 3 to 8, and was 7 or more on 1 day.",
        "Marked “bad day”, too bad to fill in: 1 day.",
        "Marked “bad day”, with numbers: 1 day.",
    ]


def test_everything_else_that_was_answered_is_listed_own_measures_included() -> None:
    fog = replace(catalogue.measures()["tiredness"], id="fog", label="*Fog*", high_words="All fog", highest=4, own=True)
    days = [day(back(n), {"tinnitus": 3, "headache_today": n % 2}) for n in range(4)]
    days += [day(back(9), {"headache_today": 1, "headache": 6, "headache_hours": 4, "fog": 2, "pain": 4})]
    of = extract(*days)
    lines = said_all(second(replace(of, measures={**of.measures, "fog": fog})).others.lines)
    assert lines == [
        "Headache or migraine: 3 of 5 days (average 6.0, 4.0 hours)",
        "Ringing in the ears: average 3.0 out of 10 (10 is as much as you can imagine), 4 days",
        "*Fog*: average 2.0 out of 4 (4 is all fog), 1 day",
    ]


def test_treatments_say_from_when_how_often_and_what_the_person_answered() -> None:
    known = {
        "n": Treatment("n", "Naproxen", "medicine", "250", RoughDate.of_month(2026, 9), None, "mg"),
        "p": Treatment("p", "Physiotherapy", "physiotherapy", first=RoughDate(back(17))),
        "o": Treatment("o", "Over long ago", "other", first=RoughDate.of_year(2019), last=RoughDate.of_year(2020)),
        "t": Treatment("t", "To come", "other"),
    }
    answers = [Helped.YES, Helped.A_BIT, None, Helped.NO]
    taken = tuple(Intake("n", back(n), PERSON, Basis.SELF, helped=one) for n, one in enumerate(answers))
    seen = (Intake("n", back(9), "alex", Basis.OBSERVED, helped=Helped.YES),)
    of = replace(extract(day(LAST, {"pain": 5})), treatments=known, intakes=taken + seen)
    grid = second(of).treatments
    assert grid is not None
    assert grid.rows == (
        ("Naproxen 250 mg", "September 2026 – now", "4 days", "yes 1, a bit 1, no 1"),
        ("Physiotherapy", "5 Nov – now", "–", "–"),
    )
    hidden = second(of, with_treatments=False)
    assert hidden.treatments is None
    assert "Left out by choice: treatments." in said(hidden.notes.lines[-1])


def test_treatments_in_use_now_stand_first_then_what_ended_last() -> None:
    """A full page cuts the end: the newest one, still in use, was cut and two that had ended months ago were left."""
    known = {
        "Tablets": Treatment("Tablets", "Tablets", "medicine", first=RoughDate.of_year(2024)),
        "Exercises": Treatment("Exercises", "Exercises", "other", first=RoughDate(back(90)), last=RoughDate(back(20))),
        "Talking": Treatment("Talking", "Talking", "talking", first=RoughDate(back(60)), last=RoughDate(back(10))),
        "Massage": Treatment("Massage", "Massage", "massage", first=RoughDate(back(5))),
    }
    of = replace(extract(day(LAST, {"pain": 5})), treatments=known)
    grid = second(of).treatments
    assert grid
    assert [row[0] for row in grid.rows] == ["Tablets", "Massage", "Talking", "Exercises"]


def test_a_carer_s_view_stands_in_its_own_box_by_relationship_and_never_by_name() -> None:
    days = [day(back(n), {"pain": 9}, noticed={"noticed_in_pain": n % 3}) for n in range(5)]
    page = second(extract(*days))
    assert page.carers is not None
    assert page.carers.heads == ("Noticed", "20 Nov", "21 Nov", "22 Nov")
    assert page.carers.rows == (("Looked or sounded in pain", "A lot", "A little", "Not at all"),)
    whose = "These are a carer’s observations (partner), not the person’s own ratings."
    assert page.carers.said == f"{whose} Here are the last 3 of 5 days."
    three = second(extract(*days[:3]))
    assert three.carers is not None
    assert three.carers.said == whose
    assert "Alex" not in repr(page)
    without = second(extract(*days), with_carers_view=False)
    assert without.carers is None
    assert "what a carer noticed" in said(without.notes.lines[-1])


def test_the_notes_say_what_numbers_meant_to_the_person_at_the_end_of_the_period() -> None:
    anchors = (
        Anchor("pain", back(9), 3, "I can *almost* ignore it"),
        Anchor("pain", back(9), 8, "I lie down"),
        Anchor("pain", LAST + timedelta(days=1), 3, "later words"),
        Anchor("mood", back(9), 5, "never answered"),
    )
    _, meant, _ = said_all(second(replace(extract(day(LAST, {"pain": 6})), anchors=anchors)).notes.lines)
    assert meant == "In the person’s own words: Pain: 3 “I can *almost* ignore it”, 8 “I lie down”."


def test_where_room_is_short_what_was_asked_goes_before_the_person_s_own_words_and_that_is_said() -> None:
    anchors = (Anchor("pain", back(9), 3, "I can almost ignore it"),)
    whole = second(replace(extract(day(LAST, {"pain": 6, "sleep_hours": 7})), anchors=anchors)).notes
    in_short = whole.shorter
    assert in_short is not None
    asked, own, rest = said_all(in_short.lines)
    assert asked == "Asked, in short: pain (0 no pain, 10 pain as bad as you can imagine)."
    assert (own, rest) == tuple(said_all(whole.lines)[1:])
    less = in_short.shorter
    assert less is not None
    gone = "The exact questions did not fit here; they are in the FHIR file."
    assert said_all(less.lines) == [own, f"{rest} {gone}"]
    least = less.shorter
    assert least is not None
    assert (said_all(least.lines), least.shorter) == (
        [f"{rest} {gone}"],
        None,
    )


def test_the_notes_say_on_which_days_of_the_week_the_person_chose_to_write() -> None:
    words = "The person chose to write on some days of the week: Monday, Thursday."
    of = extract(day(LAST, {"pain": 6}))
    assert words in said(second(replace(of, settings={"week_days": "[3,0]"})).notes.lines[-1])
    assert "days of the week" not in said(second(of).notes.lines[-1])


def test_the_notes_say_what_was_asked_and_what_is_missing() -> None:
    notes = second(
        replace(
            extract(day(back(0), {"pain": 5}), day(back(1), mark=MarkKind.BAD_DAY), length=7),
            notes=(Note("1", LAST, PERSON, Basis.SELF, "secret words", HERE_NOON),),
        )
    ).notes
    asked, missing = said_all(notes.lines)
    assert asked == (
        "Asked: “In the last 24 hours, how bad was your pain on average?” "
        "(0 no pain, 10 pain as bad as you can imagine)."
    )
    assert missing.startswith(
        "Not filled in: 5 days. Bad day, not filled in: 1 day. Days without an answer are left out"
    )
    assert "Left out by choice: notes." in missing
    assert "secret" not in missing


def test_a_pause_counts_as_a_pause_on_days_with_nothing_at_all() -> None:
    """Most days of a pause have nothing on them, and would be told as not filled in."""
    paused = replace(extract(day(back(0), {"pain": 5}), length=7), pauses=(Pause("p", back(4), back(2)),))
    assert "Not filled in: 3 days. Paused: 3 days." in said_all(second(paused).notes.lines)[1]


def test_what_makes_room_on_page_2_is_named_where_it_stood() -> None:
    own = {
        f"own{n}": replace(catalogue.measures()["tiredness"], id=f"own{n}", label=f"Own {n}", own=True)
        for n in range(9)
    }
    of = extract(day(LAST, {**dict.fromkeys(own, 3), "pain": 4}))
    ladder = Ladder(summary(replace(of, measures={**of.measures, **own}), None, Choices(of.period), MADE_ON))
    rungs = [ladder.at(0, rung) for rung in range(ladder.second)]
    others = [made.second.others for made in rungs]
    assert [len(one.lines) + one.gone for one in others] == [9] * len(rungs), "what went is counted"
    assert [one.more for one in others if len(one.lines) == 2] != []
    assert {one.more for one in others if len(one.lines) == 2} == {"and 7 more, in the diary’s CSV file"}
    assert (others[-1].gone, others[-1].more) == (9, "9, in the diary’s CSV file"), "nothing stands before it"
    assert rungs[-1].left_out == ()
    assert rungs[0].second.left_out == ()
    assert rungs[-1].second.left_out[:2] == ("the exact questions", "part of “Other symptoms and scales”")


def test_places_that_went_one_after_another_are_all_counted() -> None:
    sites = (NECK, LOWER_BACK, LEFT_FOREARM, BodySite("head"), BodySite("knee", Side.LEFT), BodySite("hip", Side.LEFT))
    of = extract(day(LAST, dict.fromkeys(sites, 4)))
    ladder = Ladder(summary(of, None, Choices(of.period), MADE_ON))
    tables = [ladder.at(0, rung).second.places for rung in range(ladder.second)]
    assert [len(table.rows) + table.gone for table in tables if table] == [6] * ladder.second
    assert tables[-1] is not None
    assert tables[-1].notes[0] == "and 5 more, in the diary’s CSV file"
    for rung in range(ladder.second):
        page = ladder.at(0, rung).second
        if page.body and page.places:
            drawn = {disc.number for view in page.body.views for disc in view.discs}
            assert page.body.alt.count(",") == len(page.places.rows) - 1, "told are those that are drawn"
            assert len(drawn) <= len(page.places.rows)


def test_places_beyond_the_table_are_counted() -> None:
    sites = [BodySite(place) for place in ("head", "jaw", "face", "ear", "neck", "chest", "tummy", "lower_back")]
    page = second(extract(day(LAST, dict.fromkeys(sites, 4))))
    assert page.places is not None
    assert (len(page.places.rows), page.places.gone) == (6, 2)
    assert page.places.notes == ("and 2 more, in the diary’s CSV file",)
