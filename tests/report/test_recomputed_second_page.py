"""The numbers of the doctor's second page, worked out again from the CSV files; intervals by the slow statistics.

Left out: the days of treatments, which stand in no CSV.
"""

from __future__ import annotations

import re
from datetime import date
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from diary import catalogue
from diary.app import sharing
from diary.app.together import Material, insights
from diary.report.values import Choices
from tests.insight import reference
from tests.report.both_ways import (
    ANXIETY,
    HIGHEST,
    IN_THE_WAY,
    OF_PAGE_1,
    Made,
    exactly,
    numbers,
    on_every_page,
    reach,
    tables,
    text,
)
from tests.report.random_diaries import LAST
from tests.report.recomputed import PAIN, Key, Recomputed


@on_every_page
def test_the_places_of_page_2(made: Made) -> None:
    places = made.csv.places(made.days, 6)
    rows = made.page.second.places.rows if made.page.second.places else ()
    assert len(rows) == len(places)
    for key, row in zip(places, rows, strict=True):
        found = made.csv.stats(key, made.days)
        expected = [exactly(found.mean), exactly(reach(found)), [Fraction(found.n)], [Fraction(found.far)]]
        assert [numbers(cell) for cell in row.cells] == expected, row.label
        assert all(part in row.label.lower() for part in (key[1].split("_")[-1], key[2]))


@on_every_page
def test_the_effect_on_daily_life(made: Made) -> None:
    csv, days = made.csv, made.days
    found = csv.stats(IN_THE_WAY, days)
    bad = [day for day in days if "bad_day" in csv.wide[day].get("mark", "").split("+")]
    with_numbers = sum(bool(csv.values[day]) for day in bad)
    expected = exactly(
        [found.mean, 10, found.n] if found.n else None,
        [found.lowest, found.highest, 7, found.far] if found.n and found.lowest != found.highest else None,
        len(bad) - with_numbers or None,
        with_numbers or None,
    )
    assert numbers(" ".join(map(text, made.page.second.effect.lines))) == expected


@on_every_page
def test_everything_else_that_was_scored(made: Made) -> None:
    csv, days = made.csv, made.days
    lines = {text(line).partition(":")[0]: text(line).partition(":")[2] for line in made.page.second.others.lines}
    assert len(lines) == len(made.page.second.others.lines)
    expected: dict[str, list[Fraction]] = {}
    for key in csv.keys(days):
        if key[0] in OF_PAGE_1 or key[0] in {"headache", "headache_hours"}:
            continue
        about = next(row for row in csv.long if row["measure"] == key[0])
        name = ", ".join(part for part in (about["label"], f"{key[2]} {key[1]}".strip()) if part)
        found = csv.stats(key, days)
        if key[0] == "headache_today":
            yes = sum(value.value > 0 for _, value in csv.all(key, days) if value.counts)
            more = [csv.stats((part, "", ""), days).mean for part in ("headache", "headache_hours")]
            if found.n and yes:
                expected[name] = exactly(yes, found.n, more)
        elif found.n:
            expected[name] = exactly(found.mean, Fraction(about["highest"]), found.n)
    # The end of a scale is said a second time before its words: "out of 10 (10 is …)".
    said = {name: numbers(re.sub(r"\(\d+ is ", "", line)) for name, line in lines.items()}
    assert said == expected


@on_every_page
def test_the_treatments(made: Made) -> None:
    grid = made.page.second.treatments
    rows = {row[0].partition(" 400")[0]: row for row in grid.rows} if grid else {}
    order = ("yes", "a_bit", "no", "not_sure")
    for name in made.treatments:
        days, helped = made.csv.helped(re.sub(r"\W+", "_", name.lower()), made.days)
        if name not in rows:
            assert not days
            continue
        _, _, written, answers = rows[name]
        assert numbers(written) == exactly(days or None), name
        assert numbers(answers) == exactly([helped[answer] or None for answer in order]), name
    assert set(rows) <= set(made.treatments)


@on_every_page
def test_the_questionnaires(made: Made) -> None:
    forms = catalogue.questionnaires()
    grid = made.page.second.questionnaires
    rows = {row[0].partition(" (")[0]: row for row in grid.rows} if grid else {}
    for form, highest in HIGHEST.items():
        scores = made.csv.totals(form, made.last)
        row = rows.pop(forms[form].name, None)
        assert (row is not None) == bool(scores), form
        if row is not None:
            *before, (day, total) = scores
            earlier = [before[-1][1], highest, before[-1][0].day] if before else []
            assert numbers(row[1]) == exactly(day.day, day.year)
            assert numbers(row[2]) == exactly(total, highest)
            assert numbers(row[3]) == exactly(earlier)
    assert not rows


@on_every_page
def test_the_carers_view(made: Made) -> None:
    grid = made.page.second.carers
    days = [day for day in made.days if made.csv.noticed[day]][-3:]
    if grid is None:
        assert not days
        return
    assert [numbers(head)[0] for head in grid.heads[1:]] == [day.day for day in days]
    told = 0
    for name, *cells in grid.rows:
        for day, cell in zip(days, cells, strict=True):
            answers = [row for row in made.csv.noticed[day] if row["label"] == name]
            if not answers:
                assert cell == "–"
            elif answers[-1]["answer"]:
                assert cell == answers[-1]["answer"]
            else:
                assert numbers(cell)[0] == Fraction(answers[-1]["value"])
            told += len(answers)
    assert told == sum(len(made.csv.noticed[day]) for day in days)


@on_every_page
def test_the_notes_on_the_data(made: Made) -> None:
    csv, days = made.csv, made.days
    states = [csv.state(day) for day in days]
    filled = sum(state in {"recorded", "partly"} for state in states)
    bad, nothing, paused = (states.count(state) for state in ("bad_day", "nothing_to_log", "paused"))
    later = sum(
        any(value.later for value in csv.values[day].values())
        for day, state in zip(days, states, strict=True)
        if state in {"recorded", "partly"}
    )
    empty = made.length - filled - bad - nothing - paused
    expected = exactly(empty or None, bad or None, nothing or None, paused or None, later or None)
    said = text(made.page.second.notes.lines[-1]).partition("Averages use")[0]
    assert numbers(said) == expected


def test_how_things_move_together() -> None:
    whole, csv = tables("demo, short")
    links, _ = insights(Material(whole, LAST))
    found = sharing.summary_of(whole, None, Choices(whole.period), LAST, links).second.together
    assert found
    look = links[0].same_day.as_of
    assert look
    days = np.arange(whole.period.first.toordinal(), look.toordinal() + 1)
    anxiety, pain = (_series(csv, key, days) for key in (ANXIETY, PAIN))
    both = ~np.isnan(anxiety) & ~np.isnan(pain)
    expected = [
        reference.answer(days[both], anxiety[both], pain[both]),
        reference.answer(*reference.day_after(days, anxiety, pain)),
        reference.answer(*reference.day_after(days, pain, anxiety)),
    ]
    said = [text(finding.words) for finding in found.findings]
    assert [line.partition(":")[0] for line in said] == [one.title for one in links[0].answers]
    for line, figures in zip(said, expected, strict=True):
        ends = [figures["points_low"], figures["points_high"]]
        size = [figures["points"]] if "about" in line else []
        ends = sorted(ends, key=abs) if size else ends
        told = [Fraction(round(figures["cut"] * 10), 10), *(_tenth(end) for end in ends)]
        told[:0] = [_tenth(one) for one in size]
        assert numbers(line) == [one for one in told if one] + [Fraction(figures["n"])], line
    first = min(date.fromordinal(int(figures["first_day"])) for figures in expected)
    last = max(date.fromordinal(int(figures["last_day"])) for figures in expected)
    begins = [first.day] if first.year == last.year else [first.day, first.year]
    assert numbers(found.note) == [95, 3, 3 * len(links), *begins, last.day, last.year]


def _series(csv: Recomputed, key: Key, days: NDArray[np.int64]) -> NDArray[np.float64]:
    values = {day.toordinal(): float(v.value) for day, v in csv.all(key, csv.wide) if v.counts}
    return np.array([values.get(int(day), np.nan) for day in days])


def _tenth(size: float) -> Fraction:
    """Without its sign, which stands in words."""
    return Fraction(int(abs(size) * 10 + 0.5), 10)
