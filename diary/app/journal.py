"""Writing in a diary: scores, marks, notes, and taking the last act back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.carers import carer_named
from diary.app.values import Changes, DayPage
from diary.domain.day_values import Day, DayState, ValueKey
from diary.domain.days import Period, checked_day
from diary.domain.entries import Appointment, MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import checked_score
from diary.domain.people import OWN_VOICE, PERSON, Basis, Voice
from diary.storage import reading
from diary.storage.keys import BETWEEN, EntryKey, mark_key, score_key
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite
    from diary.storage.store import Written


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be written about a day at once; ``from_notes``: from notes made at the time."""

    scores: Mapping[ValueKey, float | None] = field(default_factory=dict)
    mark: MarkKind | None = None
    note: str = ""
    from_notes: bool = False


LONGEST_NOTE = 20_000
"""Characters of one note: some ten pages."""
LONGEST_WISH, LONGEST_QUESTION, MOST_QUESTIONS = 300, 90, 3


def day_page(diary: OpenDiary, day: date) -> DayPage:
    """One day as it stands; raises ``DiaryError("day_in_future")``."""
    checked_day(day, diary.today())
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
        found = reading.days(connection, Period(day, day), measures)
        notes = reading.notes(connection, Period(day, day))
        paused = any(pause.covers(day) for pause in reading.pauses(connection))
    empty = Day(day, DayState.PAUSED if paused else DayState.UNKNOWN, {})
    draft = diary.store.draft(_draft_key(diary, day))
    return DayPage(found[0] if found else empty, notes, draft, bool(diary.done), bool(diary.undone), measures)


def give_score(  # noqa: PLR0913 - the last two are named at every call
    diary: OpenDiary,
    day: date,
    measure_id: str,
    value: float | None,
    *,
    site: BodySite | None = None,
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Answer a question about a day; ``None`` takes the answer away.

    Taking away the person's own answer where there is none takes away what was brought in from elsewhere. Raises
    ``DiaryError``: ``day_in_future``, ``measure_unknown``, ``score_out_of_range``, ``score_between_steps``,
    ``place_unknown``, ``side_unknown``, ``measure_not_observed``.
    """
    return give_scores(diary, day, {(measure_id, site): value}, voice=voice)


def give_scores(
    diary: OpenDiary,
    day: date,
    scores: dict[tuple[str, BodySite | None], float | None],
    *,
    voice: Voice = OWN_VOICE,
    from_notes: bool = False,
) -> Changes:
    """Answer several questions about a day in one act; raises as ``give_score``, with nothing written."""
    return act(diary, _answers(diary, day, scores, voice, from_notes=from_notes), voice.recorder)


def _answers(
    diary: OpenDiary,
    day: date,
    scores: dict[tuple[str, BodySite | None], float | None],
    voice: Voice,
    *,
    from_notes: bool,
) -> list[FieldChange]:
    checked_day(day, diary.today())
    entry = EntryKey(day, voice.recorder, voice.basis)
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
        before = reading.days(connection, Period(day, day), measures) if None in scores.values() else ()
    changes = [FieldChange("entry", str(entry), "day_ends_at", diary.day_ends_at, OnlyIf.EMPTY)]
    if from_notes:
        changes.append(FieldChange("entry", str(entry), "from_notes", value=True))
    for (measure_id, site), value in scores.items():
        measure = _measure(measures, measure_id, voice.basis)
        if site is not None:
            _check_site(site)
        if value is None:
            changes += _taken_away(before, entry, measure_id, site)
        else:
            answer = {"value": checked_score(measure, value), "version": measure.version}
            changes.append(FieldChange("score", score_key(str(entry), measure_id, site), "answer", answer))
    if all(change.kind == "score" and change.value is None for change in changes[1:]):
        changes = changes[1:]
    return changes


def _measure(measures: dict[str, Measure], measure_id: str, basis: Basis) -> Measure:
    measure = measures.get(measure_id)
    if measure is None:
        raise DiaryError("measure_unknown")
    if measure.observed is basis.is_own:
        raise DiaryError("measure_not_observed" if measure.observed is False else "measure_only_observed")
    return measure


def _check_site(site: BodySite) -> None:
    place = catalogue.places().get(site.place)
    if place is None:
        raise DiaryError("place_unknown")
    if site.side and site.side not in place.sides:
        raise DiaryError("side_unknown")


def _taken_away(before: tuple[Day, ...], entry: EntryKey, measure_id: str, site: BodySite | None) -> list[FieldChange]:
    entries = before[0].entries if before else ()
    answered = [one for one in entries if one.moment is None and one.score(measure_id, site)]
    chosen = [one for one in answered if one.id == str(entry)]
    if not chosen and entry.basis is Basis.SELF:
        chosen = [one for one in answered if one.basis.is_own and one.source]
    return [FieldChange("score", score_key(one.id, measure_id, site), "answer", None) for one in chosen]


def mark_day(diary: OpenDiary, day: date, mark: MarkKind | None, *, voice: Voice = OWN_VOICE) -> Changes:
    """Mark a day without numbers, or (``None``) take the mark away; the day's numbers stay as they are."""
    return act(diary, [_mark(diary, day, mark, voice)], voice.recorder)


def _mark(diary: OpenDiary, day: date, mark: MarkKind | None, voice: Voice) -> FieldChange:
    checked_day(day, diary.today())
    return FieldChange("day_mark", mark_key(day, voice.recorder, voice.basis), "mark", mark)


def write_note(  # noqa: PLR0913 - the last three are named at every call
    diary: OpenDiary,
    day: date,
    text: str,
    *,
    note_id: str | None = None,
    sharing: Sharing = Sharing.PRIVATE,
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Write a note about a day, or change the note ``note_id``; an empty text deletes it. The day's draft is done with.

    Raises ``DiaryError``: ``day_in_future``, ``note_too_long``, ``text_unreadable``.
    """
    made = act(diary, _note(diary, day, text, note_id, sharing, voice), voice.recorder)
    diary.store.keep_draft(_draft_key(diary, day), None)
    return made


def _note(  # noqa: PLR0913, PLR0917 - a note's own fields
    diary: OpenDiary, day: date, text: str, note_id: str | None, sharing: Sharing, voice: Voice
) -> list[FieldChange]:
    checked_day(day, diary.today())
    words = checked_text(text).strip()
    if words:
        key = note_id or diary.computer.surroundings.new_id()
        fields = {
            "day": day.isoformat(),
            "recorder": voice.recorder,
            "basis": voice.basis,
            "text": words,
            "sharing": sharing,
        }
        # What an undo or a deletion took away in the meantime comes back with the words: they must not be lost.
        said_once = OnlyIf.EMPTY if note_id else None
        changes = [FieldChange("note", key, "deleted", None)]
        for name, value in fields.items():
            changes.append(FieldChange("note", key, name, value, None if name in {"text", "sharing"} else said_once))
    else:
        changes = [FieldChange("note", note_id, "deleted", value=True)] if note_id else []
    return changes


def log_day(diary: OpenDiary, day: date, told: Told, *, by: str | None = None, basis: Basis = Basis.SELF) -> Changes:
    """Write scores, mark and note about a day as one act: all of it, or nothing when one part can't be.

    ``by`` is the name of the carer who writes, ``None`` for the person; who isn't known yet is, from this act on.
    Raises as ``give_scores``, ``write_note`` and ``carer_named``.
    """
    carer, changes = (PERSON, []) if by is None else carer_named(diary, by)
    voice = Voice(carer, basis)
    if told.scores:
        changes += _answers(diary, day, dict(told.scores), voice, from_notes=told.from_notes)
    if told.mark:
        changes.append(_mark(diary, day, told.mark, voice))
    if told.note:
        changes += _note(diary, day, told.note, None, Sharing.PRIVATE, voice)
    return act(diary, changes, voice.recorder)


def keep_draft(diary: OpenDiary, day: date, text: str) -> None:
    """Keep a note that is still being written, so that neither a crash nor the lock loses it; not yet history."""
    diary.store.keep_draft(_draft_key(diary, day), checked_text(text))


def _draft_key(diary: OpenDiary, day: date) -> str:
    return f"note/{day.isoformat()}/{diary.recorder}"


def checked_text(text: str) -> str:
    """Return ``text`` when it can be kept whole; raises ``DiaryError``: ``note_too_long``, ``text_unreadable``."""
    if len(text) > LONGEST_NOTE:
        raise DiaryError("note_too_long", most=LONGEST_NOTE)
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise DiaryError("text_unreadable")
    return text


def prepare_appointment(diary: OpenDiary, prepared: Appointment) -> Changes:
    """Keep what the person wants from the next appointment and their questions; raises ``wish_too_long``."""
    if len(prepared.wish) > LONGEST_WISH or any(len(question) > LONGEST_QUESTION for question in prepared.questions):
        raise DiaryError("wish_too_long", most=LONGEST_WISH, most_question=LONGEST_QUESTION)
    key = reading.NEXT_APPOINTMENT
    changes = [
        FieldChange("appointment", key, "day", prepared.day.isoformat() if prepared.day else None),
        FieldChange("appointment", key, "wish", checked_text(prepared.wish) or None),
    ]
    for number in range(MOST_QUESTIONS):
        text = prepared.questions[number] if number < len(prepared.questions) else ""
        changes.append(FieldChange("question", f"{key}{BETWEEN}{number + 1}", "text", checked_text(text) or None))
    return act(diary, changes, diary.recorder)


def undo(diary: OpenDiary) -> Changes | None:
    """Take the last act of this sitting back; ``None`` when there is none. What was changed again since is left."""
    return _step_back(diary, diary.done, diary.undone)


def redo(diary: OpenDiary) -> Changes | None:
    """Bring the last undone act back; ``None`` when there is none."""
    return _step_back(diary, diary.undone, diary.done)


def _step_back(diary: OpenDiary, taken_from: list[str], put_on: list[str]) -> Changes | None:
    if not taken_from:
        return None
    written = diary.store.undo(taken_from[-1], recorder=diary.recorder)
    taken_from.pop()
    if written.gesture:
        put_on.append(written.gesture)
    return changes_of(diary, written)


def act(diary: OpenDiary, changes: Iterable[FieldChange], recorder: str) -> Changes:
    """Write one act that undo can take back."""
    written = diary.store.write(changes, recorder=recorder)
    if written.gesture:
        diary.done.append(written.gesture)
        diary.undone.clear()
    return changes_of(diary, written)


def changes_of(diary: OpenDiary, written: Written) -> Changes:
    """What a written act touched."""
    days = set()
    with diary.store.reading() as connection:
        for kind, key in written.subjects:
            if day := reading.day_of(connection, kind, key):
                days.add(day)
    return Changes(frozenset(days), frozenset(kind for kind, _ in written.subjects), bool(written.left))
