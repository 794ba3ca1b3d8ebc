"""Looking back: what was written about a period, and how it came to be so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary.app.acts import act, check_said, noted
from diary.app.values import Changes, Deleted, HistoryRow
from diary.app.whose import check_theirs, may_change
from diary.domain.days import Period
from diary.domain.errors import DiaryError
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.storage import earlier_values, lists, past, reading, sealed_words
from diary.storage.keys import BETWEEN, EntryKey
from diary.storage.revisions import FieldChange, Revision, forgotten, value_before
from diary.storage.sealed_words import is_sealed_text, note_place, words_in

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.entries import Treatment
    from diary.domain.extract import Extract
    from diary.storage.revisions import Subject
    from diary.vault.persons_seal import PersonsSeal


RECOVERABLE_FOR = timedelta(days=30)
"""How long a deleted thing can be brought back."""
RECENT = timedelta(days=200)
"""What three months are drawn from: they, as many days before them to compare with, and a 7-day average's days."""


@dataclass(frozen=True, slots=True)
class Recent:
    """The newest days of a longer diary; ``highest`` are all measures that were ever answered, with the highest answer.

    Only what can be drawn from both looks the same once the whole diary is read.
    """

    extract: Extract
    highest: Mapping[str, float]


def extract(diary: OpenDiary, period: Period | None = None) -> Extract:
    """Everything about a period; ``None`` means the whole diary."""
    with diary.store.reading() as connection:
        return reading.extract(connection, period, diary.today(), diary.seal)


def to_hand_out(diary: OpenDiary, period: Period | None = None) -> Extract:
    """What of a period may leave the diary by the hand of who writes now."""
    return extract(diary, period).to_hand_out_by(diary.recorder)


def recent(diary: OpenDiary) -> Recent | None:
    """The newest days up to today; ``None`` where the diary isn't longer, so that they are the whole of it."""
    today = diary.today()
    since = today - RECENT
    with diary.store.reading() as connection:
        ends = reading.reach(connection)
        if ends is None or ends[0] >= since:
            return None
        extract = reading.extract(connection, Period(since, max(today, ends[1])), today, diary.seal)
        return Recent(extract, reading.highest_answers(connection, extract.measures))


def history(diary: OpenDiary, day: date | None = None) -> tuple[HistoryRow, ...]:
    """What changed, by whom, from what to what, newest first; about one day, or about all of them."""
    with diary.store.reading() as connection:
        histories = past.about_days(connection, day)
        gone = forgotten(connection)
        called = past.names_of(connection, {thing for rows in histories if (thing := _named(rows))})
    moments = {rows[0].key: rows for rows in histories if rows[0].kind == "moment"}
    imports = {one.gesture for rows in histories for one in rows if one.field == "batch" and one.value is not None}
    told = past.told_scores(histories)
    given = [(one, rows) for rows in histories for one in rows if one.field in _GIVEN]
    # By the revisions' own order: a wall clock may have been set back in between.
    given.sort(key=lambda pair: pair[0].order, reverse=True)
    lines = []
    for one, rows in given:
        line = _row(one, rows, moments.get(one.key.partition(BETWEEN)[0], ()), is_imported=one.gesture in imports)
        if is_sealed_text(one):
            line = _sealed_line(line, one, value_before(one, rows), diary.seal)
        if then := past.told_by_then(one, told):
            line = replace(line, told=_shown(then, then.content), told_to=past.subject_of(then, [then]).recorder)
        if thing := _named(rows):
            line = replace(line, called=called.get(thing, ""))
        if line.basis is not None and not may_change(diary, line.said_by):
            line = replace(line, brought_back_by=None)
        is_gone = one.stamp in gone
        if line.day is not None or not is_gone:  # of a note that was removed for good not even the day is known
            is_kept = is_gone and any(map(is_sealed_text, rows))
            lines.append(replace(line, is_gone=is_gone, is_sealed=line.is_sealed or is_kept))
    return tuple(lines)


def bring_back(diary: OpenDiary, revision: tuple[str, int]) -> Changes:
    """Make the value of a line of history stand again, as a new act that undo can take back.

    Who may read a note doesn't change by that: its words are sealed again only where it is sealed now. Raises as
    ``act``, and ``DiaryError("not_yours_to_bring_back")`` for a carer where somebody else said it.
    """
    check_said(diary)
    seal = diary.seal
    with diary.store.reading() as connection:
        about = earlier_values.said_in(connection, revision)
        check_theirs(diary, about.recorder, "not_yours_to_bring_back", about.basis)
        changes = earlier_values.bringing_back(connection, revision, seal)
    return act(diary, changes, diary.recorder)


def _sealed_line(line: HistoryRow, one: Revision, before: Revision | None, seal: PersonsSeal | None) -> HistoryRow:
    """What was written for the person alone; nobody else brings it back either."""
    place = note_place(one.key)
    words = words_in(one.content, place, seal)
    old = words_in(before.content, place, seal) if before and is_sealed_text(before) else line.old
    return replace(
        line, is_sealed=True, old=old, new=words, brought_back_by=None if words is None else line.brought_back_by
    )


_GIVEN = frozenset({"answer", "mark", "text", "deleted", "present", "nowhere_else", "helped", "value", "moved"})
"""The fields that a person gave; the others explain them."""


def _row(one: Revision, rows: Sequence[Revision], moment: Sequence[Revision], *, is_imported: bool) -> HistoryRow:
    at = one.written_locally_at
    assert at is not None
    about = past.subject_of(moment[0], moment) if moment else past.subject_of(one, rows)
    comes_back = one.value is not None and one.field != "deleted" and not earlier_values.stands(one, rows, moment)
    before = value_before(one, rows)
    parts = one.key.split(BETWEEN)
    what, site = one.kind, None
    match one.kind, parts:
        case "score", [_, measure, place, side]:
            what, site = measure, BodySite(place, Side(side)) if place else None
    return HistoryRow(
        at=at,
        recorder=one.recorder or "",
        said_by=about.recorder,
        what=what,
        old=_shown(one, before.content if before else None),
        new=_shown(one, one.content),
        gesture=one.gesture,
        is_undo=one.undoes is not None,
        day=about.day,
        basis=about.basis,
        site=site,
        is_imported=is_imported,
        brought_back_by=one.stamp if comes_back else None,
    )


def _named(rows: Sequence[Revision]) -> Subject | None:
    """The factor or the treatment that the rows of a thing are about."""
    match rows[0].kind, rows[0].key.split(BETWEEN):
        case "entry_factor", [_, factor]:
            return "factor", factor
        case "intake", _:
            return next((("treatment", row.content) for row in rows if row.field == "treatment" and row.content), None)
    return None


def _shown(row: Revision, value: object) -> str | float | None:
    if isinstance(value, dict):
        answer = value.get("value")
        return float(answer) if isinstance(answer, int | float) else None
    if row.field == "deleted":
        return None
    return value if isinstance(value, str | float | int | None) else None


def deleted(diary: OpenDiary) -> tuple[Deleted, ...]:
    """What was deleted in the last 30 days and can be brought back, newest first."""
    since = diary.computer.surroundings.now() - RECOVERABLE_FOR
    with diary.store.reading() as connection:
        treatments = lists.treatments(connection)
        gone = [(one, _deleted(one, treatments, diary.seal)) for one in past.deletions(connection, since)]
        return tuple(
            replace(
                told,
                may_recover=told.basis is None or may_change(diary, told.recorder),
                may_remove=may_change(diary, past.said_by(connection, (one.kind, one.key))),
            )
            for one, told in gone
        )


def recover(diary: OpenDiary, deleted_id: str) -> Changes:
    """Bring back something that was deleted, as it was.

    Raises as ``act``, and ``DiaryError``: ``nothing_to_recover``, and for a carer ``not_yours_to_bring_back``.
    """
    check_said(diary)
    since = diary.computer.surroundings.now() - RECOVERABLE_FOR
    with diary.store.reading() as connection:
        found = next((one for one in past.deletions(connection, since) if one.key == deleted_id), None)
    if found is None:
        raise DiaryError("nothing_to_recover")
    gone = _deleted(found, {}, None)
    check_theirs(diary, gone.recorder, "not_yours_to_bring_back", gone.basis)
    written = diary.store.undo(found.last.gesture, recorder=diary.recorder, only=found.subjects)
    return noted(diary, written)


def _deleted(one: past.Deletion, treatments: Mapping[str, Treatment], seal: PersonsSeal | None) -> Deleted:
    at = one.last.written_locally_at
    assert at is not None
    held: dict[str, object] = {}
    answers = []
    for row in one.before:
        match row.kind, row.key.split(BETWEEN):
            case "score", [_, measure, place, side]:
                answers.append((measure, BodySite(place, Side(side)) if place else None, float(row.content["value"])))
            case kind, _ if kind == one.kind:
                held[row.field] = row.content
    entry, day, basis = EntryKey.parse(one.key) if one.kind == "entry" else None, held.get("day"), held.get("basis")
    taken = treatments.get(str(held.get("treatment")))
    text, is_sealed = held.get("text"), sealed_words.is_sealed(held.get("text"))
    if is_sealed:
        text = words_in(text, note_place(one.key), seal)
    words = text or held.get("label") or held.get("name") or (taken.name if taken else "")
    return Deleted(
        id=one.key,
        kind=one.kind,
        deleted_at=at,
        deleted_by=one.last.recorder or "",
        day=entry.day if entry else date.fromisoformat(str(day)) if day else None,
        recorder=entry.recorder if entry else str(held.get("recorder") or ""),
        basis=entry.basis if entry else Basis(str(basis)) if basis else None,
        answers=tuple(answers),
        words=str(words),
        is_sealed=is_sealed,
    )


def delete_entries(diary: OpenDiary, entries: Iterable[str]) -> Changes:
    """Delete entries by their ids in one act that undo can take back; what they said stays in the history.

    An id made from meaning is cleared field by field, with its scores and factors, so that it can be answered again.
    Raises as ``act``, and ``DiaryError("not_yours_to_delete")``, with nothing deleted, for a carer where one of them is
    somebody else's.
    """
    check_said(diary)
    changes: list[FieldChange] = []
    with diary.store.reading() as connection:
        for entry in entries:
            known = EntryKey.parse(entry)
            recorder = known.recorder if known else past.said_by(connection, ("moment", entry))
            check_theirs(diary, recorder, "not_yours_to_delete", known.basis if known else Basis.SELF)
            if known is None:
                changes.append(FieldChange("moment", entry, "deleted", value=True))
            filled = past.filled_fields(connection, entry)
            changes += [FieldChange(row.kind, row.key, row.field, None) for row in filled]
    return act(diary, changes, diary.recorder)
