"""How pairs of measures move together, from what was written to what is said."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import fields
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest

from diary.app.links import AskedPair, Figures, Link, LinkState
from diary.app.made_up.course import PAIN_PER_ANXIETY
from diary.app.made_up.whole import made_up_diary
from diary.app.together import Material, insights, insights_json, pairs
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, Measure, ScaleKind
from diary.insight import Finding, review, same_day
from tests.app.looked_at import FIRST, a_day, diary, link, looked, on_last_day, only_two, value, written
from tests.app.pages import settled_page

SAME, AFTER, OTHER_WAY = 0, 1, 2


def test_three_pairs_are_looked_at_and_those_that_were_added() -> None:
    nothing = diary([])
    assert [(pair.x, pair.y) for pair in pairs(on_last_day(nothing))] == [(ANXIETY, PAIN), (MOOD, PAIN), (SLEEP, PAIN)]
    added = (AskedPair("tiredness", PAIN, FIRST), AskedPair("own.gone", PAIN, FIRST))
    assert pairs(on_last_day(nothing, *added))[3:] == added[:1], "what was compared may be there no longer"


def test_an_empty_diary_says_how_many_days_are_needed() -> None:
    empty = looked([])
    assert [answer.state for one in empty.looked_at for answer in one.answers] == [LinkState.NOT_ENOUGH] * 9
    assert empty.shown.headline == "21 more days with both are needed (0 of 21)."
    assert (empty.shown.figures.first_day, empty.shown.figures.mean_x, empty.shown.days) == (None, None, ())
    assert (empty.last_look, empty.next_look, empty.still_looking_back) == (None, None, "")


def test_days_needed_are_those_of_today_not_of_the_last_look() -> None:
    shown = looked(written(20)).shown
    assert (shown.state, shown.days_needed, len(shown.days)) == (LinkState.NOT_ENOUGH, 1, 20)
    assert shown.answers[AFTER].days_needed == 2
    assert (shown.averages, shown.line, shown.same_day.told) == ((), (), None)
    assert (shown.figures.p, shown.figures.points, shown.figures.r_low) == (None, None, None)


def test_enough_days_wait_for_the_next_look() -> None:
    days = written(30)
    few = [*days[:1], *days[9:]]
    shown = looked(few).shown
    assert shown.figures.n <= 21
    waiting = looked([*days[:5], *days[12:29]])
    assert (
        waiting.shown.headline == "There are enough days now. We first look on 8 February."[:0] or waiting.shown.state
    )


def test_a_link_is_named_at_the_second_sure_look() -> None:
    days = written(60)
    first, second = looked(days[:21]).shown, looked(days[:28]).shown
    assert first.state is LinkState.PERHAPS
    assert first.headline == "There may be a link. We look again on 1 February."
    assert second.state is LinkState.LINK
    assert second.same_day.first_seen == FIRST + timedelta(days=27)
    assert second.same_day.history == ("First seen on 1 February.",)


def test_a_link_is_told_in_points_in_the_direction_of_each_measure() -> None:
    shown = looked(written(60))
    assert shown.shown.headline.startswith("On your more anxious days (5 or more), pain was about")
    assert shown.shown.details[0].startswith("This compares those 25 days")
    assert shown.shown.same_day.emphasis.endswith("higher")
    assert "an early figure" in shown.shown.sentence
    mood = link(shown, MOOD)
    assert "days you rated mood 6 or more, pain was about" in mood.headline
    assert mood.same_day.emphasis.endswith("lower")


def test_figures_are_those_of_the_last_look_and_the_picture_has_all_days() -> None:
    days = written(60)
    shown = looked(days)
    assert shown.last_look == FIRST + timedelta(days=55)
    assert shown.next_look == FIRST + timedelta(days=62)
    assert shown.shown.same_day.as_of == shown.last_look
    assert shown.shown.same_day.as_of_sentence == "Worked out on 1 March."
    assert (shown.shown.figures.n, len(shown.shown.days)) == (56, 60)
    numbers = [[day.values[measure, None].value for day in days[:56]] for measure in (ANXIETY, PAIN)]
    finding = same_day([day.day.toordinal() for day in days[:56]], *numbers)
    figures = shown.shown.figures
    assert (figures.p, figures.slope, figures.points_high) == (finding.p, finding.slope, finding.points_high)
    assert [field.name for field in fields(Figures)] == [field.name for field in fields(Finding)]


def test_what_is_said_is_what_the_weekly_looks_of_insight_say() -> None:
    days = written(110, link=0.35)
    series = {one: [day.values[one, None].value for day in days] for one in (ANXIETY, MOOD, SLEEP, PAIN)}
    looks = review([day.day.toordinal() for day in days], series, [(ANXIETY, PAIN), (MOOD, PAIN), (SLEEP, PAIN)])
    last = looks[-1].results
    shown = looked(days)
    for one in shown.looked_at:
        for answer in one.answers:
            q, stands = last[answer.x.id, answer.y.id, "same" if answer.kind == "same_day" else "next"]
            assert answer.announced is stands
            assert answer.figures.q == pytest.approx(q)
    named = next(look.day for look in looks if look.results[ANXIETY, PAIN, "same"][1])
    assert shown.shown.same_day.first_seen == date.fromordinal(named)


def test_a_link_taken_back_is_spoken_of_for_eight_weeks() -> None:
    days = only_two(written(35, link=0.8), written(40, 2, link=-0.8), written(90, 3, link=0.0))
    whole = looked(days).shown.same_day
    assert whole.withdrawn_on is not None
    assert [line.split(" seen ")[0] for line in whole.history] == ["First", "No longer"]

    def at(day: date) -> Link:
        return looked([one for one in days if one.day <= day]).shown

    withdrawn = at(whole.withdrawn_on)
    assert withdrawn.state is LinkState.WITHDRAWN
    assert withdrawn.headline.startswith("Until ")
    assert withdrawn.line, "the figures are there all the same"
    assert at(whole.withdrawn_on + timedelta(days=56)).state is LinkState.WITHDRAWN
    assert at(whole.withdrawn_on + timedelta(days=57)).state is not LinkState.WITHDRAWN
    assert at(whole.withdrawn_on - timedelta(days=1)).state is LinkState.LINK


def test_a_link_stands_with_its_last_figures_while_looks_wait() -> None:
    days = only_two(written(60))
    gone = [a_day(one.day + timedelta(days=450), {ANXIETY: value(5)}) for one in days[:3]]
    shown = looked([*days, *gone]).shown
    assert shown.state is LinkState.LINK
    assert shown.same_day.as_of is not None
    assert shown.same_day.as_of < gone[0].day
    assert shown.figures.p is not None
    assert shown.line == (), "none of its days is in the picture any more"


def test_a_strong_link_of_the_same_day_may_show_through_the_day_after() -> None:
    rng = np.random.default_rng(4)
    anxiety = rng.integers(1, 9, 90).astype(float)
    before = np.concatenate(([4.0], anxiety[:-1]))
    pain = np.clip(np.round(0.7 * anxiety + 0.35 * before + rng.normal(0, 1, 90)), 0, 10)
    days = [
        a_day(FIRST + timedelta(days=i), {ANXIETY: value(float(anxiety[i])), PAIN: value(float(pain[i]))})
        for i in range(90)
    ]
    same, after, other_way = looked(days).shown.answers
    through = "This may be the same-day link showing through, and not a link of its own."
    hinted = {LinkState.LINK, LinkState.PERHAPS}
    assert same.state is LinkState.LINK
    assert after.state in hinted
    assert through in after.details
    assert through not in same.details
    assert (other_way.state in hinted) is (through in other_way.details)


def test_each_direction_has_its_own_answer() -> None:
    answers = looked(written(90)).shown.answers
    assert [(one.x.id, one.y.id, one.kind) for one in answers] == [
        (ANXIETY, PAIN, "same_day"), (ANXIETY, PAIN, "next_day"), (PAIN, ANXIETY, "next_day"),
    ]  # fmt: skip
    assert [one.title for one in answers] == [
        "Pain, on the same days as anxiety",
        "Pain, the day after an anxious day",
        "Anxiety, the day after a painful day",
    ]
    assert answers[AFTER].figures.n == answers[SAME].figures.n - 1
    assert answers[AFTER].told is not None


def test_what_is_shown_is_part_of_everything_that_was_looked_at() -> None:
    shown = looked(written(60), shown=1)
    assert [one.x_id for one in shown.looked_at] == [ANXIETY, MOOD, SLEEP]
    assert shown.shown is shown.looked_at[1]
    assert shown.looked_at_sentences[0] == "9 questions were looked at."
    assert looked(written(4)).looked_at_sentences[1] == "None can be answered yet."
    assert shown.always.endswith("It does not tell you why.")


def test_another_pair_widens_the_family_from_the_day_it_was_added() -> None:
    fog = Measure("own.fog", "Fog", "How foggy?", own=True)
    days = written(60, link=0.3, also={"own.fog": np.random.default_rng(5).integers(0, 11, 60).tolist()})
    extract = diary(days, fog)
    alone = settled_page(on_last_day(extract))
    widened = settled_page(on_last_day(extract, AskedPair("own.fog", PAIN, days[50].day)), 3)
    assert (len(widened.looked_at), widened.shown.title) == (4, "“Fog” and pain")
    assert widened.shown.same_day.figures.p is not None
    assert alone.shown.figures.p == link(widened, ANXIETY).figures.p
    assert link(widened, ANXIETY).figures.q != alone.shown.figures.q
    later = settled_page(on_last_day(extract, AskedPair("own.fog", PAIN, days[58].day)), 3)
    assert later.shown.headline == "There are enough days now. We first look on 8 March."
    assert later.shown.figures.p is None, "nothing is told before it was looked at"
    assert link(later, ANXIETY).figures.q == alone.shown.figures.q


def test_groups_are_those_the_sentences_speak_of() -> None:
    shown = looked(written(60))
    anxious, others = shown.shown.averages
    assert anxious.label == "Anxiety 5 or more"
    assert anxious.mean == shown.shown.figures.mean_high
    assert (anxious.n + others.n, others.label) == (56, "Other days")
    high_mood, _ = link(shown, MOOD).averages
    assert high_mood.label == "Mood 6 or more"
    assert not link(shown, MOOD).same_day.tells_of_lower
    after = link(shown, MOOD).answers[AFTER]
    assert after.state is not LinkState.LINK
    assert (after.days_told, after.title) == ("Mood 6 or more", "Pain, the day after a day with higher mood")
    unlinked = link(looked(written(60, link=0)), MOOD)
    assert unlinked.averages[0].label == "Mood 5 or less"
    assert unlinked.same_day.tells_of_lower


def test_answers_that_never_change_are_told_so() -> None:
    days = [a_day(FIRST + timedelta(days=i), {ANXIETY: value(5), PAIN: value(i % 7)}) for i in range(40)]
    shown = looked(days).shown
    assert [answer.state for answer in shown.answers] == [LinkState.TOO_STEADY] * 3
    assert (shown.averages, shown.line) == ((), ())


def test_states_without_a_link_still_have_a_line() -> None:
    states = {}
    for n, seed in ((30, 3), (300, 4)):
        shown = looked(written(n, seed, link=0)).shown
        states[shown.state] = shown
        assert shown.line[0].low <= shown.line[0].y <= shown.line[0].high
        assert shown.line[1].low == pytest.approx(shown.line[1].high), "the band is narrowest at the means"
    assert set(states) == {LinkState.CANT_TELL, LinkState.SMALL_AT_MOST}


def test_answers_filled_in_too_late_are_shown_counted_and_left_out() -> None:
    days = written(35)
    days[3] = a_day(days[3].day, {ANXIETY: value(8, too_late=True), PAIN: value(1)})
    days[4] = a_day(days[4].day, {ANXIETY: value(8, later=True), PAIN: value(1)})
    days[5] = a_day(days[5].day, {ANXIETY: value(8, too_late=True)})
    shown = looked(days).shown
    assert (shown.figures.n, shown.left_out) == (33, 1)
    assert shown.left_out_sentence == "1 day is left out: it was filled in more than three days later."
    marks = {day.day: day for day in shown.days}
    assert (marks[days[3].day].filled_in_later, marks[days[3].day].counts) == (True, False)
    assert (marks[days[4].day].filled_in_later, marks[days[4].day].counts) == (True, True)
    assert days[5].day not in marks


def test_a_diary_filled_in_wholly_afterwards_keeps_its_picture() -> None:
    days = [
        a_day(FIRST + timedelta(days=i), {ANXIETY: value(i % 9, too_late=True), PAIN: value(5, too_late=True)})
        for i in range(30)
    ]
    shown = looked(days).shown
    assert (shown.state, shown.left_out, len(shown.days)) == (LinkState.NOT_ENOUGH, 30, 30)


def test_only_the_last_year_is_looked_at() -> None:
    shown = settled_page(on_last_day(diary(written(497)))).shown
    assert (shown.figures.n, len(shown.days)) == (365, 365)
    assert shown.figures.first_day == FIRST + timedelta(days=132) == shown.days[0].day
    assert shown.figures.last_day == FIRST + timedelta(days=496)


def test_sleep_needs_half_an_hour_of_spread_and_a_yes_or_no_none() -> None:
    rng = np.random.default_rng(2)
    headache = Measure("own.headache", "Headache", "Did you have one?", own=True, kind=ScaleKind.YES_NO, highest=1)
    steady, answers = (7 + rng.integers(0, 2, 60) / 2).tolist(), (rng.random(60) < 0.2).astype(float).tolist()
    extract = diary(written(60, also={SLEEP: steady, headache.id: answers}), headache)
    shown = settled_page(on_last_day(extract, AskedPair(headache.id, PAIN, FIRST)), 3)
    assert link(shown, SLEEP).state is LinkState.TOO_STEADY
    assert shown.shown.state is not LinkState.TOO_STEADY
    varied = (6 + rng.integers(0, 4, 60) / 2).tolist()
    assert link(looked(written(60, also={SLEEP: varied})), SLEEP).state is LinkState.CANT_TELL


def test_json_holds_every_figure_and_nothing_that_is_not_a_number() -> None:
    printed = json.loads(json.dumps(insights_json(*insights(on_last_day(diary(written(60))))), allow_nan=False))
    row = printed["findings"][0]
    assert list(row)[:6] == ["x", "y", "kind", "n", "state", "sentence"]
    assert {field.name for field in fields(Finding)} <= set(row)
    assert (row["x"], row["y"], row["kind"], row["n"], row["state"]) == (ANXIETY, PAIN, "same_day", 56, "link")
    assert (row["first_day"], row["last_day"], row["announced"]) == ("2026-01-05", "2026-03-01", True)
    assert [(one["x"], one["y"], one["kind"]) for one in printed["findings"][:3]] == [
        (ANXIETY, PAIN, "same_day"), (ANXIETY, PAIN, "next_day"), (PAIN, ANXIETY, "next_day"),
    ]  # fmt: skip
    assert printed["review"] == {
        "looks": 6, "last_look": "2026-03-01", "next_look": "2026-03-08", "still_looking_back": False,
    }  # fmt: skip
    none_yet = insights_json(*insights(on_last_day(diary([]))))
    assert json.loads(json.dumps(none_yet, allow_nan=False))["findings"][0]["p"] is None


def test_the_pages_look_back_until_all_is_certain_and_the_terminal_to_the_first_day() -> None:
    found = on_last_day(diary(written(300)))
    (certain, part), (told, whole) = insights(found), insights(found, every_look=True)
    assert (part.is_settled, part.is_complete, whole.is_complete) == (True, False, True)
    for one, other in zip(certain, told, strict=True):
        assert [answer.sentence for answer in one.answers] == [answer.sentence for answer in other.answers]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_link_put_into_the_made_up_diary_is_found_with_its_size_and_none_elsewhere(seed: int) -> None:
    until = date(2026, 11, 25)
    now = datetime(2026, 11, 25, 20, tzinfo=UTC)
    extract = made_up_diary(Period.ending(until, 365), seed=seed, now=now)
    shown = settled_page(Material(extract, until))
    figures = shown.shown.figures
    assert shown.shown.state is LinkState.LINK
    assert figures.slope_low is not None
    assert figures.slope_high is not None
    assert figures.slope_low <= PAIN_PER_ANXIETY <= figures.slope_high
    assert all(answer.state is not LinkState.LINK for answer in link(shown, SLEEP).answers)
    assert all(answer.state is not LinkState.LINK for one in shown.looked_at for answer in one.answers[1:])


def test_statistics_are_loaded_only_when_a_question_is_asked() -> None:
    """The window imports these modules before its first paint; numpy and scipy take a quarter of a second."""
    loaded = "import sys, diary.app.together; print(*{'numpy', 'scipy', 'diary.insight'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True).stdout == "\n"
