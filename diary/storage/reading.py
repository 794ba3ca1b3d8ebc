"""From rows to the diary's values: what was written, day by day."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, bindparam, func, or_, select, union_all

from diary import catalogue
from diary.catalogue import measure_from
from diary.domain.day_values import Day, day_state, day_values, on_their_scales
from diary.domain.days import ONE_DAY, Period
from diary.domain.entries import (
    Appointment,
    DayMark,
    Entry,
    GoodThing,
    Helped,
    Intake,
    MarkKind,
    Note,
    Pause,
    Score,
    Sharing,
    Spread,
)
from diary.domain.extract import Extract
from diary.domain.measures import PAIN, Measure
from diary.domain.people import Basis, Person, Recorder, Voice
from diary.domain.places import BodySite, Side
from diary.domain.usual_places import USUAL_WITHIN_DAYS, with_usual_places
from diary.storage import lists, moving, tables
from diary.storage.columns import EPOCH
from diary.storage.keys import BETWEEN, NEXT_APPOINTMENT, EntryKey
from diary.storage.revisions import at_offset
from diary.storage.sealed_words import note_place, stands_plain, words_in_row

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Row, Table

    from diary.vault.persons_seal import PersonsSeal


def measures(connection: Connection) -> dict[str, Measure]:
    """Every measure by id: the built-in ones in the catalogue's order, then the person's own, then former scales."""
    rows = connection.execute(select(tables.measure).order_by(tables.measure.c.key)).all()
    place_of = {id_: place for place, id_ in enumerate(catalogue.measures())}
    rows = sorted((row for row in rows if row.definition), key=lambda row: place_of.get(row.key, len(place_of)))
    known = {row.key: _measure(row) for row in rows}
    earlier = [one for one in lists.earlier_measures(connection) if one.id in known]
    former = [one.as_former(known[one.id]) for one in earlier if not one.counts_like(known[one.id])]
    return known | {one.id: one for one in former}


# Built once: SQLAlchemy takes longer over building a statement than SQLite over answering it.
_ONE_MEASURE = select(tables.measure).where(tables.measure.c.key == bindparam("key"))


def measure(connection: Connection, measure_id: str) -> Measure | None:
    """One measure as it is asked now, ``None`` where there is none; a former scale is not asked."""
    row = connection.execute(_ONE_MEASURE, {"key": measure_id}).first()
    return _measure(row) if row is not None and row.definition else None


def _measure(row: Row[Any]) -> Measure:
    return replace(measure_from(json.loads(row.definition)), archived=bool(row.archived))


def is_answered(connection: Connection, measure_id: str) -> bool:
    """Whether a measure was ever answered; a deleted answer can come back, and counts."""
    table = tables.revision
    part = f"{BETWEEN}{measure_id}{BETWEEN}"
    query = select(table.c.key).where(table.c.kind == "score", table.c.key.contains(part, autoescape=True))
    return connection.execute(query.limit(1)).first() is not None


def recorders(connection: Connection) -> dict[str, Recorder]:
    """Everybody who writes or wrote, by id."""
    rows = connection.execute(select(tables.recorder))
    return {row.key: Recorder(row.key, row.name or "", row.relationship or "", row.since, row.until) for row in rows}


def settings(connection: Connection, prefix: str) -> dict[str, Any]:
    """The diary's own choices whose names begin with ``prefix``, by name."""
    table = tables.setting
    rows = connection.execute(
        select(table).where(table.c.key.startswith(prefix, autoescape=True)).order_by(table.c.key)
    )
    return {row.key: json.loads(row.value) for row in rows if row.value}


def person(connection: Connection) -> Person:
    """Whom the diary is about."""
    row = connection.execute(select(tables.person)).first()
    return Person("", None) if row is None else Person(row.name or "", row.born_on)


def highest_answers(connection: Connection, known: Mapping[str, Measure]) -> dict[str, float]:
    """Every measure that was ever answered, places apart, by anybody, with its highest answer.

    An answer given at a moment counts for the measure of its day, and one on a former scale for that scale.
    """
    daily = {m.id: m.moment_of for m in known.values() if m.moment_of}
    former = {(m.former_of, m.version): m.id for m in known.values() if m.former_of}
    table = tables.score
    query = select(table.c.measure, table.c.version, func.max(table.c.value)).where(table.c.place == "")
    found: dict[str, float] = {}
    for measure_id, version, highest in connection.execute(query.group_by(table.c.measure, table.c.version)):
        its_id = former.get((measure_id, version), measure_id)
        its_id = daily.get(its_id, its_id)
        found[its_id] = max(highest, found.get(its_id, highest))
    return found


def reach(connection: Connection) -> tuple[date, date] | None:
    """The first and the last day on which anything was written or marked, ``None`` while the diary is empty."""
    dated = [tables.score, tables.moment, tables.day_mark, tables.note, tables.intake]
    entry, good = tables.entry.c, tables.good_thing.c
    looked_through = select(entry.day).where(or_(entry.nowhere_else, entry.factors_looked_through))
    good_things = select(good.day).where(good.text.is_not(None))
    parts = (tables.entry_factor.c, tables.spread.c)
    ticked = (select(entry.day).where(entry.key.in_(select(part.entry).where(part.present))) for part in parts)
    days = union_all(*(select(table.c.day) for table in dated), looked_through, good_things, *ticked).subquery()
    first, last = connection.execute(select(func.min(days.c.day), func.max(days.c.day))).one()
    return None if first is None else (date.fromisoformat(str(first)), date.fromisoformat(str(last)))


def days(
    connection: Connection, period: Period, known: Mapping[str, Measure] | None = None, only: Voice | None = None
) -> tuple[Day, ...]:
    """Every day of ``period`` that something was written about or marked on, ascending; ``only``: in that voice."""
    known = measures(connection) if known is None else known
    moment_of = {m.id: m.moment_of for m in known.values() if m.moment_of}
    former = {(m.former_of, m.version): m.id for m in known.values() if m.former_of}
    entries = _entries(connection, period)
    marks = _marks(connection, period)
    if only is not None:
        entries = {day: [one for one in said if only.said(one)] for day, said in entries.items()}
        marks = {day: [one for one in said if only.said(one)] for day, said in marks.items()}
    spans = pauses(connection)
    beside = (tables.note, tables.intake, tables.good_thing)
    also_written = {table.name: _days_written(connection, table, period) for table in beside}
    own = {day for written in also_written.values() for day, is_own in written.items() if is_own}
    result = []
    for day in sorted({*entries, *marks}.union(*also_written.values())):
        day_entries = tuple(entries.get(day, ()))
        values = day_values([on_their_scales(entry, former) for entry in day_entries], moment_of)
        also = day in own or any(_says_more(entry) for entry in day_entries)
        state = day_state(values, marks.get(day, ()), paused=any(p.covers(day) for p in spans), also_answered=also)
        result.append(Day(day, state, values, day_entries, tuple(marks.get(day, ()))))
    if any(entry.nowhere_else for day in result for entry in day.entries):
        return with_usual_places(result, _places_scored_before(connection, period.first))
    return tuple(result)


def _places_scored_before(connection: Connection, first: date) -> dict[BodySite, date]:
    """When each place was last scored, in the person's own answers, in the days that still count on ``first``."""
    table = tables.score
    since = first - timedelta(days=USUAL_WITHIN_DAYS - 1)
    query = (
        select(table.c.entry, table.c.day, table.c.place, table.c.side)
        .where(table.c.measure == PAIN, table.c.place != "", table.c.day.between(since, first - ONE_DAY))
        .order_by(table.c.day)
    )
    return {
        BodySite(row.place, Side(row.side)): row.day
        for row in connection.execute(query)
        if (entry := EntryKey.parse(row.entry)) and entry.basis.is_own
    }


def _days_written(connection: Connection, table: Table, period: Period) -> dict[date, bool]:
    """The days that a table has rows about, and whether any of them is the person's own."""
    written: dict[date, bool] = {}
    query = select(table.c.day, table.c.basis)
    if table is tables.good_thing:
        query = query.where(table.c.text.is_not(None))
    for row in connection.execute(_within(query, table, period)):
        written[row.day] = written.get(row.day, False) or Basis(row.basis).is_own
    return written


def _says_more(entry: Entry) -> bool:
    return entry.basis.is_own and (entry.nowhere_else or bool(entry.factors) or bool(entry.spreads))


def extract(connection: Connection, period: Period | None, today: date, seal: PersonsSeal | None = None) -> Extract:
    """Everything about ``period``; ``None`` means from the first day written to the last, or today while empty.

    ``seal`` is the person's, as for ``notes``.
    """
    known = measures(connection)
    ends = reach(connection)
    span = period or (Period(*ends) if ends else Period(today, today))
    return Extract(
        period=span,
        person=person(connection),
        days=days(connection, span, known),
        measures=known,
        recorders=recorders(connection),
        first_day=ends[0] if ends else None,
        last_day=ends[1] if ends else None,
        notes=notes(connection, span, seal),
        factors=lists.factors(connection),
        treatments=lists.treatments(connection),
        intakes=intakes(connection, span),
        events=lists.events(connection),
        pauses=pauses(connection),
        appointment=appointment(connection),
        good_things=good_things(connection, span),
        anchors=lists.anchors(connection),
        earlier_measures=lists.earlier_measures(connection),
        helping=lists.helping(connection),
        responses=lists.responses(connection),
        settings=lists.settings(connection),
        appointments=lists.appointments(connection),
        consents=lists.consents(connection),
        moves=moving.moves(connection),
    )


def day_of(connection: Connection, kind: str, key: str) -> date | None:
    """The day that a thing is about whose key doesn't say it, from what was written of it."""
    table = tables.revision
    subject = key.partition("|")[0] if kind in {"score", "entry_factor"} else key
    stored = connection.execute(
        select(table.c.value).where(
            table.c.kind == ("moment" if kind in {"score", "entry_factor"} else kind),
            table.c.key == subject,
            table.c.field == "day",
            table.c.value.is_not(None),
        )
    ).scalar()
    return None if stored is None else date.fromisoformat(json.loads(stored))


def notes(connection: Connection, period: Period, seal: PersonsSeal | None = None) -> tuple[Note, ...]:
    """The notes about the days of ``period``, in the order of days and of writing.

    Those that only the person can read have their words with the person's ``seal``, and none without.
    """
    table = tables.note
    query = _within(select(table), table, period).order_by(table.c.day, table.c.written_at, table.c.key)
    return tuple(
        Note(
            row.key,
            row.day,
            row.recorder,
            Basis(row.basis),
            _words(row, seal),
            _local(row.written_at, row.written_offset_min),
            Sharing(row.sharing),
        )
        for row in connection.execute(query)
    )


def _words(row: Row[Any], seal: PersonsSeal | None) -> str:
    if row.sharing != Sharing.SEALED:
        return str(row.text)
    if stands_plain(row.text):
        return "" if seal is None else str(row.text)
    return words_in_row(row.text, note_place(row.key), seal) or ""


def pauses(connection: Connection) -> tuple[Pause, ...]:
    """Spans in which the person chose not to log."""
    return tuple(Pause(row.key, row.first, row.last) for row in connection.execute(select(tables.pause)))


def appointment(connection: Connection) -> Appointment | None:
    """The appointment being prepared, with its wish and questions."""
    row = connection.execute(select(tables.appointment).where(tables.appointment.c.key == NEXT_APPOINTMENT)).first()
    table = tables.question
    asked = connection.execute(select(table).where(table.c.appointment == NEXT_APPOINTMENT).order_by(table.c.number))
    questions = tuple(q.text for q in asked if q.text)
    if row is None and not questions:
        return None
    return Appointment(NEXT_APPOINTMENT, row.day if row else None, (row.wish or "") if row else "", questions)


def good_things(connection: Connection, period: Period) -> tuple[GoodThing, ...]:
    """The good things about the days of ``period``, in the order of days."""
    table = tables.good_thing
    query = _within(select(table), table, period).where(table.c.text.is_not(None)).order_by(table.c.day, table.c.key)
    return tuple(
        GoodThing(row.day, row.recorder, Basis(row.basis), row.text, _local(row.written_at, row.written_offset_min))
        for row in connection.execute(query)
    )


def intakes(connection: Connection, period: Period) -> tuple[Intake, ...]:
    """What was taken or done on the days of ``period``, in the order of days and times."""
    table = tables.intake
    return tuple(
        Intake(
            row.treatment,
            row.day,
            row.recorder,
            Basis(row.basis),
            time.fromisoformat(row.at) if row.at else None,
            Helped(row.helped) if row.helped else None,
            row.key,
        )
        for row in connection.execute(
            _within(select(table), table, period).order_by(table.c.day, table.c.at, table.c.key)
        )
    )


def moment_at(connection: Connection, moment_id: str) -> tuple[date, time] | None:
    """The day and wall time that a moment has; ``None`` for one that isn't there."""
    row = connection.execute(
        select(tables.moment.c.day, tables.moment.c.at).where(tables.moment.c.key == moment_id)
    ).one_or_none()
    return None if row is None else (row.day, time.fromisoformat(row.at))


def _entries(connection: Connection, period: Period) -> dict[date, list[Entry]]:
    """Daily entries and moments by day; one whose answers were all taken back is none.

    A score stands even where its entry's own row was cleared elsewhere.
    """
    scores, factors_of = _scores(connection, period), _factors_of(connection, period)
    spreads_of = _spreads_of(connection, period)
    found: dict[str, Entry] = {}
    for row in connection.execute(_within(select(tables.entry), tables.entry, period)):
        found[row.key] = _daily_entry(row)
    for row in connection.execute(_within(select(tables.moment), tables.moment, period)):
        found[row.key] = Entry(
            row.key,
            row.day,
            row.recorder,
            Basis(row.basis),
            EPOCH,
            moment=time.fromisoformat(row.at),
            day_ends_at=row.day_ends_at if row.day_ends_at is not None else 4,
        )
    for key in scores:
        if key not in found and (parsed := EntryKey.parse(key)):
            found[key] = Entry(key, parsed.day, parsed.recorder, parsed.basis, EPOCH, source=parsed.source)
    by_day: defaultdict[date, list[Entry]] = defaultdict(list)
    for key in sorted(found):
        given = scores.get(key, [])
        entry = replace(
            found[key],
            scores=tuple(score for score, _ in given),
            written_at=max((at for _, at in given), default=found[key].written_at),
            factors=tuple(factors_of.get(key, ())),
            spreads=tuple(spreads_of.get(key, ())),
        )
        if entry.scores or entry.nowhere_else or entry.factors_looked_through or entry.factors or entry.spreads:
            by_day[entry.day].append(entry)
    return dict(by_day)


def _daily_entry(row: Row[Any]) -> Entry:
    return Entry(
        row.key,
        row.day,
        row.recorder,
        Basis(row.basis),
        _local(row.written_at, row.written_offset_min),
        source=row.source,
        source_written_at=_local(row.source_written_at, row.source_offset_min) if row.source_written_at else None,
        from_notes=bool(row.from_notes),
        day_ends_at=4 if row.day_ends_at is None else row.day_ends_at,
        nowhere_else=bool(row.nowhere_else),
        factors_looked_through=bool(row.factors_looked_through),
    )


def _scores(connection: Connection, period: Period) -> dict[str, list[tuple[Score, datetime]]]:
    table = tables.score
    columns = [c for c in table.c if c.name not in {"key", "day"}]
    daily = select(*columns).where(table.c.day.between(period.first, period.last))
    momentary = (
        select(*columns)
        .join(tables.moment, tables.moment.c.key == table.c.entry)
        .where(tables.moment.c.day.between(period.first, period.last))
    )
    found: defaultdict[str, list[tuple[Score, datetime]]] = defaultdict(list)
    for query in (daily, momentary):
        for row in connection.execute(query.order_by(table.c.place, table.c.side, table.c.measure)):
            site = BodySite(row.place, Side(row.side)) if row.place else None
            answered_at = None if row.answered_at is None else at_offset(row.answered_at, row.answered_offset_min)
            score = Score(row.measure, row.value, answered_at, site, row.version)
            found[row.entry].append((score, _local(row.written_at, row.written_offset_min)))
    return found


def _factors_of(connection: Connection, period: Period) -> dict[str, list[str]]:
    table = tables.entry_factor
    query = select(table).where(table.c.present, _in_entries(table, period)).order_by(table.c.factor)
    survivors = lists.survivors_of_merging(connection)
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for row in connection.execute(query):
        found[row.entry][survivors.get(row.factor, row.factor)] = None
    return {entry: sorted(of_entry) for entry, of_entry in found.items()}


def _spreads_of(connection: Connection, period: Period) -> dict[str, list[Spread]]:
    table = tables.spread
    query = select(table).where(table.c.present, _in_entries(table, period)).order_by(table.c.key)
    found: defaultdict[str, list[Spread]] = defaultdict(list)
    for row in connection.execute(query):
        start, end = BodySite(row.from_place, Side(row.from_side)), BodySite(row.to_place, Side(row.to_side))
        found[row.entry].append(Spread(start, end))
    return found


def _in_entries(table: Table, period: Period) -> ColumnElement[bool]:
    return table.c.entry.between(period.first.isoformat(), period.last.isoformat() + "~")


def _marks(connection: Connection, period: Period) -> dict[date, list[DayMark]]:
    table = tables.day_mark
    found: defaultdict[date, list[DayMark]] = defaultdict(list)
    for row in connection.execute(_within(select(table), table, period)):
        at = _local(row.written_at, row.written_offset_min)
        found[row.day].append(DayMark(row.day, row.recorder, Basis(row.basis), MarkKind(row.mark), at))
    return found


def _within(query: Select[Any], table: Table, period: Period) -> Select[Any]:
    return query.where(table.c.day.between(period.first, period.last))


def _local(instant: datetime | None, offset_min: int | None) -> datetime:
    return EPOCH if instant is None else at_offset(instant, offset_min)
