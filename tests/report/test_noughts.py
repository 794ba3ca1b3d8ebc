"""A place that is 0 because it hurt nowhere else: in the average, said below the table, and never called scored."""

from __future__ import annotations

from dataclasses import replace

from diary.domain.usual_places import with_usual_places
from tests.report.builders import NECK, back, day, extract
from tests.report.test_summary import page, points, rows


def test_noughts_are_in_the_average_and_said_below_but_are_no_scores() -> None:
    scored = [day(back(n), {"pain": 4, NECK: 4}) for n in range(4, 12)]
    quiet = [day(back(n), {"pain": 2}) for n in range(4)]
    said = [replace(one, entries=tuple(replace(entry, nowhere_else=True) for entry in one.entries)) for one in quiet]
    made = page(extract(*with_usual_places([*reversed(scored), *reversed(said)], {})))
    assert rows(made)["Neck"][:3] == ("2.7", "0 to 4", "12")
    assert "Most often recorded places: neck (8 days). Days with “nowhere else” are not counted here." in points(
        made
    ), "the table says 12"
    assert made.table
    assert made.table.notes == ("A place is 0 on days when the person said “nowhere else”. Other days are left out.",)
