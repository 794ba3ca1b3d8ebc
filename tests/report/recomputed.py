"""The figures of the doctor's pages worked out again from the CSV files alone, by the rules as they are written down.

Nothing of the program is used here: a rule that it has wrong would be wrong here in the same way.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from fractions import Fraction

Row = Mapping[str, str]
Key = tuple[str, str, str]
"""A measure, a place and a side; the last two empty for an answer about the whole of the person."""

ASKED_NOW = {"pain_now": "pain", "anxiety_now": "anxiety", "mood_now": "mood"}
PAIN, MOOD, SLEEP = ("pain", "", ""), ("mood", "", ""), ("sleep_hours", "", "")
WHOLE_OF_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Value:
    """A day's answer: how much, whether filled in later, whether it counts in averages, and how it came about."""

    value: Fraction
    later: bool
    counts: bool
    how: str


@dataclass(frozen=True)
class Stats:
    """What the pages say of one measure; ``mean`` rounded to a tenth, halves up."""

    n: int
    mean: Fraction | None = None
    lowest: Fraction | None = None
    highest: Fraction | None = None
    far: int = 0


def rows_of(table: bytes) -> list[dict[str, str]]:
    """A CSV file's rows by the names of its columns; what a spreadsheet must not run has an apostrophe in front."""
    read = csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""))
    return [{name: cell.removeprefix("'") for name, cell in row.items()} for row in read]


class Recomputed:
    """A diary as its two tables tell it."""

    def __init__(self, long: bytes, wide: bytes) -> None:
        self.long = [row for row in rows_of(long) if row["kind"] == "score"]
        self.wide = {date.fromisoformat(row["day"]): row for row in rows_of(wide)}
        self.values: dict[date, dict[Key, Value]] = defaultdict(dict)
        self.noticed: dict[date, list[Row]] = defaultdict(list)
        by_key: dict[tuple[date, Key], list[Row]] = defaultdict(list)
        for row in self.long:
            day = date.fromisoformat(row["day"])
            if row["basis"] == "observed":
                self.noticed[day].append(row)
            else:
                measure = ASKED_NOW.get(row["measure"], row["measure"])
                by_key[day, (measure, row["place"], row["side"])].append(row)
        for (day, key), rows in by_key.items():
            if (value := _value(key, rows)) is not None:
                self.values[day][key] = value
        self._add_noughts()

    def _add_noughts(self) -> None:
        """On a day with "nowhere else", each place scored within the 90 days up to it that has no score is 0."""
        last: dict[Key, date] = {}
        for day in sorted(self.wide):
            scored = [key for key in self.values[day] if key[0] == "pain" and key[1]]
            last |= dict.fromkeys(scored, day)
            if self.wide[day].get("nowhere_else_hurt") == "yes":
                for key, when in last.items():
                    if (day - when).days < 90 and not any(_overlap(key, other) for other in scored):
                        self.values[day][key] = self._nought(day, key)

    def _nought(self, day: date, key: Key) -> Value:
        """Nobody scored it, so how late it is stands in the wide table alone."""
        row, stem = self.wide[day], "_".join(part for part in key if part)
        counts = row.get(f"{stem}_in_averages") != "no"
        return Value(Fraction(0), row[f"{stem}_filled_in_later"] == "yes", counts, "nowhere_else")

    def days(self, first: date, last: date) -> list[date]:
        """The days with a row."""
        return [day for day in sorted(self.wide) if first <= day <= last]

    def keys(self, days: Iterable[date]) -> set[Key]:
        """Whatever has a value on any of these days."""
        return {key for day in days for key in self.values[day]}

    def all(self, key: Key, days: Iterable[date]) -> list[tuple[date, Value]]:
        """A measure's values, too late ones as well."""
        return [(day, self.values[day][key]) for day in days if key in self.values[day]]

    def stats(self, key: Key, days: Iterable[date]) -> Stats:
        """A measure's figures, too late ones left out."""
        values = [value.value for _, value in self.all(key, days) if value.counts]
        if not values:
            return Stats(0)
        far = [value for value in values if (value <= 3 if key[0] == "mood" else value >= 7)]
        mean = Fraction(int(sum(values) / len(values) * 10 + Fraction(1, 2)), 10)
        return Stats(len(values), mean, min(values), max(values), len(far))

    def places(self, days: Iterable[date], most: int) -> list[Key]:
        """Where pain was scored on most days, "nowhere else" aside; ties by name."""
        counts = Counter(key for day in days for key in self.scored_places(day))
        return sorted(counts, key=lambda key: (-counts[key], key))[:most]

    def scored_places(self, day: date) -> list[Key]:
        """Where pain was scored on a day."""
        return [
            key
            for key, value in self.values[day].items()
            if key[0] == "pain" and key[1] and value.how != "nowhere_else"
        ]

    def days_scored(self, key: Key, days: Iterable[date], *, late_too: bool = False) -> int:
        """On how many days a place was scored."""
        return sum(key in self.scored_places(day) and (late_too or self.values[day][key].counts) for day in days)

    def state(self, day: date) -> str:
        """What is known of a day."""
        row, own = self.wide[day], self.values[day]
        if all((measure, "", "") in own for measure in ("mood", "anxiety", "pain")):
            return "recorded"
        marks = row.get("mark", "").split("+")
        if own:
            return "partly"
        if "bad_day" in marks:
            return "bad_day"
        said = [row.get(name) for name in ("notes", "good_thing", "pain_spread", "nowhere_else_hurt")]
        ticked = [cell == "yes" for name, cell in row.items() if name.startswith(("factor_", "treatment_"))]
        if any(said) or any(ticked):
            return "partly"
        if "nothing_to_log" in marks:
            return "nothing_to_log"
        return "paused" if row["state"] == "paused" else "unknown"

    def was_noticed(self, day: date) -> bool:
        """Whether a carer wrote what they noticed, a mark included."""
        marks = [cell for name, cell in self.wide[day].items() if name.startswith("carer_") and name.endswith("_mark")]
        return bool(self.noticed[day]) or any(marks)

    def totals(self, form: str, last: date) -> list[tuple[date, Fraction]]:
        """A questionnaire's scores up to a day, oldest first."""
        found: list[tuple[date, Fraction]] = []
        for day in sorted(self.wide):
            cells = [
                cell
                for name, cell in self.wide[day].items()
                if name.startswith(f"{form}_") and ("_total_" in name or "_mean_" in name)
            ]
            found += [(day, Fraction(cell)) for cell in cells if cell and day <= last]
        return found

    def helped(self, treatment: str, days: Iterable[date]) -> tuple[int, Counter[str]]:
        """On how many days a treatment was taken or done, and each answer to whether it helped."""
        taken = [self.wide[day] for day in days if self.wide[day].get(f"treatment_{treatment}") == "yes"]
        answers = [row.get(f"treatment_{treatment}_helped", "") for row in taken]
        return len(taken), Counter(one for cell in answers for one in cell.split("+") if one)


def weeks(first: date, last: date) -> Iterator[tuple[date, date]]:
    """Whole weeks counted back from the last day, oldest first; beyond some two years four weeks each."""
    length = (last - first).days + 1
    size = 7 if length <= 750 else 28
    for number in range(length // size - 1, -1, -1):
        end = last - timedelta(days=number * size)
        yield end - timedelta(days=size - 1), end


def _value(key: Key, rows: list[Row]) -> Value | None:
    """The person's daily answer; else the one told to a carer; else an imported one; else the mean of moments."""
    here = [row for row in rows if not row["moment"] and not row["source"]]
    for basis, how in (("self", "daily"), ("told", "told")):
        if of_basis := [row for row in here if row["basis"] == basis]:
            return _single(max(of_basis, key=lambda row: datetime.fromisoformat(row["written_at"])), how)
    imported = [row for row in rows if row["source"] and not row["moment"]]
    if imported:
        if len(imported) > 1 and not all(row["source_written_at"] for row in imported):
            return _mean(imported, "imported_mean")
        if len(imported) > 1:
            imported.sort(key=lambda row: datetime.fromisoformat(row["source_written_at"]))
        return _single(imported[-1], "imported")
    asked_now = {daily: now for now, daily in ASKED_NOW.items()}.get(key[0], key[0])
    moments = [row for row in rows if row["moment"] and row["measure"] == asked_now]
    return _mean(moments, "moments") if moments else None


def _single(row: Row, how: str) -> Value:
    return Value(Fraction(row["value"]), _is_later(row), _counts(row), how)


def _mean(rows: list[Row], how: str) -> Value:
    values = [Fraction(row["value"]) for row in rows]
    return Value(sum(values, Fraction()) / len(values), any(map(_is_later, rows)), all(map(_counts, rows)), how)


def _is_later(row: Row) -> bool:
    """First answered after noon of the day after; an answer of unknown age counts as in time."""
    noon = datetime.combine(date.fromisoformat(row["day"]) + WHOLE_OF_A_DAY, time(12))
    return bool(row["answered_at"]) and datetime.fromisoformat(row["answered_at"]).replace(tzinfo=None) > noon


def _counts(row: Row) -> bool:
    """Not more than 72 hours after the day's end, or from notes made at the time, or of unknown age."""
    if not row["answered_at"] or row["from_notes"] == "yes":
        return True
    end = datetime.combine(date.fromisoformat(row["day"]) + WHOLE_OF_A_DAY, time(int(row["day_ends_at"])))
    return datetime.fromisoformat(row["answered_at"]).replace(tzinfo=None) <= end + timedelta(hours=72)


def _overlap(one: Key, other: Key) -> bool:
    """A place without its side may be either side."""
    return one[1] == other[1] and (one[2] == other[2] or not one[2] or not other[2])
