"""From rows to what stands beside the days: the person's lists, their own words on scales, and their choices."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from diary.catalogue import measure_from
from diary.domain.entries import Appointment, Event, Factor, Helped, Precision, RoughDate, Treatment
from diary.domain.helping import HelpingAnswer, IsHelping
from diary.domain.measures import Anchor
from diary.domain.people import Agreed, Basis, Consent
from diary.domain.questionnaires import Response
from diary.storage import tables
from diary.storage.keys import NEXT_APPOINTMENT
from diary.storage.revisions import at_offset, of_subjects

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from diary.domain.measures import Measure

CONSENT_AT = "at"
"""The field of a consent that says when it was given; it has no column, because nothing is looked up by it."""


def factors(connection: Connection) -> dict[str, Factor]:
    """The person's list of factors in its order, without those that were merged into another."""
    table = tables.factor
    rows = connection.execute(select(table).order_by(table.c.position.is_(None), table.c.position, table.c.key))
    survivors = survivors_of_merging(connection)
    return {
        row.key: Factor(row.key, row.label or "", bool(row.hidden), row.position)
        for row in rows
        if row.key not in survivors
    }


def survivors_of_merging(connection: Connection) -> dict[str, str]:
    """For each factor that was merged into another, the one that stands for it now.

    Two computers may merge a pair in both directions: then the one whose id comes first stands.
    """
    table = tables.factor
    rows = connection.execute(select(table.c.key, table.c.merged_into).where(table.c.merged_into.is_not(None)))
    into = {row.key: row.merged_into for row in rows}
    ends = {key: _end_of(key, into) for key in into}
    return {key: end for key, end in ends.items() if key != end}


def _end_of(key: str, into: Mapping[str, str]) -> str:
    passed: list[str] = []
    while key in into and key not in passed:
        passed.append(key)
        key = into[key]
    return min(passed[passed.index(key) :]) if key in passed else key


def treatments(connection: Connection) -> dict[str, Treatment]:
    """Everything that is or was tried, by id, in the order of names."""
    rows = connection.execute(select(tables.treatment).order_by(tables.treatment.c.name, tables.treatment.c.key))
    return {
        row.key: Treatment(
            row.key,
            row.name or "",
            row.kind or "",
            row.dose or "",
            _rough(row.first_day, row.first_precision),
            _rough(row.last_day, row.last_precision),
            row.unit or "",
            bool(row.as_needed),
        )
        for row in rows
    }


def events(connection: Connection) -> tuple[Event, ...]:
    """Dated marks and the story, oldest first."""
    rows = connection.execute(select(tables.event).order_by(tables.event.c.on_day, tables.event.c.key))
    dated = ((row, _rough(row.on_day, row.on_precision)) for row in rows)
    return tuple(
        Event(row.key, row.label or "", on, Helped(row.helped) if row.helped else None, bool(row.in_story))
        for row, on in dated
        if on is not None
    )


def appointments(connection: Connection) -> tuple[Appointment, ...]:
    """Every appointment that has a day, the one that is being prepared aside, oldest first."""
    table = tables.appointment
    others = (table.c.key != NEXT_APPOINTMENT) & table.c.day.is_not(None)
    rows = connection.execute(select(table).where(others).order_by(table.c.day, table.c.key))
    return tuple(Appointment(row.key, row.day) for row in rows)


def anchors(connection: Connection) -> tuple[Anchor, ...]:
    """What numbers on scales mean to the person, now and earlier, by measure and day."""
    table = tables.own_anchor
    rows = connection.execute(select(table).order_by(table.c.measure, table.c.version, table.c.number))
    return tuple(Anchor(row.measure, _day_from(row.version), row.number, row.words or "") for row in rows)


def _day_from(version: int) -> date:
    return date(version // 10_000, version // 100 % 100, version % 100)


def earlier_measures(connection: Connection) -> tuple[Measure, ...]:
    """Every version of a measure that was replaced by another, oldest first."""
    table = tables.measure_version
    rows = connection.execute(select(table).order_by(table.c.measure, table.c.version))
    return tuple(measure_from(json.loads(row.definition)) for row in rows if row.definition)


def helping(connection: Connection) -> tuple[HelpingAnswer, ...]:
    """The answers to whether the diary helps, oldest first."""
    rows = connection.execute(select(tables.helping).order_by(tables.helping.c.day))
    return tuple(HelpingAnswer(row.day, IsHelping(row.answer)) for row in rows if row.answer)


def settings(connection: Connection) -> dict[str, str]:
    """The diary's own choices by name, as JSON."""
    rows = connection.execute(select(tables.setting).order_by(tables.setting.c.key))
    return {row.key: _as_json(row.value) for row in rows if row.value is not None}


def _as_json(value: str) -> str:
    """The column holds JSON, but for a text alone, which it holds as it is."""
    try:
        json.loads(value)
    except ValueError:
        return json.dumps(value, ensure_ascii=False)
    return value


def setting(connection: Connection, name: str) -> Any:  # noqa: ANN401 - a choice may be any JSON
    """One choice, ``None`` where it was never made."""
    value = settings(connection).get(name)
    return None if value is None else json.loads(value)


def _rough(day: date | None, precision: str | None) -> RoughDate | None:
    return None if day is None else RoughDate(day, Precision(precision or Precision.DAY))


def responses(connection: Connection) -> tuple[Response, ...]:
    """Every filling-in of a questionnaire, oldest first; of two on one day the one that was written last comes last."""
    answers: dict[str, dict[str, int]] = defaultdict(dict)
    for row in connection.execute(select(tables.questionnaire_answer)):
        answers[row.response][row.item] = row.value
    table = tables.questionnaire_response
    about = (tables.revision.c.kind == table.name, tables.revision.c.key == table.c.key)
    written = select(func.max(tables.revision.c.clock)).where(*about).scalar_subquery()
    rows = connection.execute(select(table).order_by(table.c.day, written, table.c.key))
    return tuple(
        Response(
            row.key, row.questionnaire, row.day, row.recorder, Basis(row.basis), answers[row.key], bool(row.finished)
        )
        for row in rows
    )


def consents(connection: Connection) -> dict[str, Consent]:
    """Whether the person agreed to each carer, as last answered, by the carer's id.

    It says itself when it was given: what is brought back was answered elsewhere. Else that is when it was written.
    """
    rows = connection.execute(select(tables.consent).where(tables.consent.c.answer.is_not(None))).all()
    histories = of_subjects(connection, [("consent", row.key) for row in rows])
    found = {}
    for row in rows:
        history = histories["consent", row.key]
        told = next((one.content for one in reversed(history) if one.field == CONSENT_AT), None)
        last = history[-1].written_at
        at = datetime.fromisoformat(told) if told else None if last is None else at_offset(last, history[-1].offset_min)
        if at is not None:
            found[row.key] = Consent(Agreed(row.answer), row.given_by or row.key, at)
    return found


def slot_owners(connection: Connection) -> frozenset[str]:
    """The recorders who have, or ever had, something of their own that opens the diary."""
    return frozenset(connection.execute(select(tables.slot_owner.c.key)).scalars())
