"""Writing in a diary: scores, marks, notes, and taking the last act back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from diary.app.acts import act, begun, checked_site, checked_text, step_back
from diary.app.beside import said_beside
from diary.app.carers import carer_named
from diary.app.choosing import today_choices
from diary.app.drafts import draft_key, drafts, drop_note_draft, keep_note_draft
from diary.app.factors import factors
from diary.app.other_answers import asks_for_notes
from diary.app.sealing import may_seal, words_to_keep
from diary.app.steps import next_redo, next_undo
from diary.app.values import Changes, DayPage
from diary.app.whose import check_known
from diary.domain.day_values import Day, DayState, MadeFrom, ValueKey
from diary.domain.days import Period, checked_day
from diary.domain.entries import Appointment, MarkKind, Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import PAIN, checked_score, own_words
from diary.domain.people import OWN_VOICE, PERSON, Basis, Voice, name_among
from diary.domain.today import HEADACHE, HEADACHE_HOURS, HEADACHE_TODAY, NOTE, NUMBNESS, SEALED_NOTE
from diary.storage import lists, reading
from diary.storage.keys import BETWEEN, NEXT_APPOINTMENT, EntryKey, mark_key, score_key, spread_key
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.entries import Entry
    from diary.domain.measures import Measure
    from diary.domain.people import Recorder
    from diary.domain.places import BodySite


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be written about a day at once; ``from_notes``: from notes made at the time."""

    scores: Mapping[ValueKey, float | None] = field(default_factory=dict)
    mark: MarkKind | None = None
    note: str = ""
    from_notes: bool = False


LONGEST_WISH, LONGEST_QUESTION, MOST_QUESTIONS = 300, 90, 3


def day_page(diary: OpenDiary, day: date, *, voice: Voice = OWN_VOICE) -> DayPage:
    """One day as it stands; a carer's has only what they said on that basis, and names what others did.

    Raises ``DiaryError("day_in_future")``.
    """
    checked_day(day, diary.today())
    span = Period(day, day)
    only = None if voice == OWN_VOICE else voice
    with diary.store.reading() as connection:
        measures = reading.measures(connection)
        whole = reading.days(connection, span, measures)
        found = whole if only is None else reading.days(connection, span, measures, only)
        notes = reading.notes(connection, span, diary.seal)
        known = reading.recorders(connection)
        treatments = lists.treatments(connection)
        intakes = reading.intakes(connection, span)
        good_things = reading.good_things(connection, span)
        anchors = lists.anchors(connection)
        undo, redo = (None, None) if diary.asks_who else (next_undo(diary, connection), next_redo(diary, connection))
        paused = next((pause for pause in reading.pauses(connection) if pause.covers(day)), None)
    empty = Day(day, DayState.PAUSED if paused else DayState.UNKNOWN, {})
    written = drafts(diary, day, voice)
    taken = {intake.treatment for intake in intakes}
    means = {measure: own_words(anchors, measure, day) for measure in {one.measure for one in anchors}}
    return DayPage(
        day=found[0] if found else empty,
        notes=notes,
        draft=written.get(NOTE, written.get(SEALED_NOTE)),
        can_undo=bool(diary.done) and not diary.asks_who,
        can_redo=bool(diary.undone) and not diary.asks_who,
        measures=measures,
        drafts=written,
        choices=today_choices(diary),
        factors=tuple(one for one in factors(diary) if not one.hidden),
        treatments=tuple(one for one in treatments.values() if one.was_used_on(day) or one.id in taken),
        intakes=intakes,
        good_things=good_things,
        own_words={measure: words for measure, words in means.items() if words},
        pause=paused,
        asks_for_notes=asks_for_notes(diary, day),
        voice=voice,
        writers=_writers(known),
        writer="" if diary.asks_who else diary.recorder,
        hands=diary.hands,
        beside=said_beside((whole, notes, good_things), voice, known),
        persons_own=_persons_own(whole),
        undo=undo,
        redo=redo,
        may_seal=voice == OWN_VOICE and len(known) > 1 and may_seal(diary),
    )


def _persons_own(days: Sequence[Day]) -> frozenset[ValueKey]:
    """Return what the person answered of the whole day; what was brought in or told doesn't take its place."""
    values = days[0].values if days else {}
    return frozenset(key for key, value in values.items() if value.made_from is MadeFrom.DAILY)


def _writers(known: Mapping[str, Recorder]) -> tuple[Recorder, ...]:
    """Those who write here now, under names that tell them apart."""
    now = (replace(one, name=name_among(known, one.id)) for one in known.values() if one.until is None)
    return tuple(sorted(now, key=_person_first))


def _person_first(one: Recorder) -> tuple[bool, str]:
    return one.id != PERSON, one.name.casefold()


def give_score(
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
    entry, changes = begun(diary, day, voice, from_notes=from_notes)
    before = _entries_before(diary, day) if None in scores.values() else ()
    begun_with = len(changes)
    for (measure_id, site), value in scores.items():
        measure = _checked_measure(diary.measure(measure_id), voice.basis)
        if site is not None:
            checked_site(site)
        if value is None:
            changes += _taken_away(before, entry, measure_id, site)
        else:
            answer = {"value": checked_score(measure, value), "version": measure.version}
            changes.append(FieldChange("score", score_key(str(entry), measure_id, site), "answer", answer))
    if all(change.value is None for change in changes[begun_with:]):
        changes = changes[begun_with:]
    return changes


def clear_place(diary: OpenDiary, day: date, site: BodySite, *, voice: Voice = OWN_VOICE) -> Changes:
    """Take back all that was said of a place on a day, and where pain spread to from there, as one act."""
    entry = EntryKey(day, voice.recorder, voice.basis)
    scores: dict[ValueKey, float | None] = {(PAIN, site): None, (NUMBNESS, site): None}
    changes = _answers(diary, day, scores, voice, from_notes=False)
    own = next((one for one in _entries_before(diary, day) if one.id == str(entry)), None)
    gone = [one for one in own.spreads if one.start == site] if own else []
    changes += [FieldChange("spread", spread_key(str(entry), one), "present", None) for one in gone]
    return act(diary, changes, voice.recorder)


def answer_headache(
    diary: OpenDiary,
    day: date,
    *,
    had: bool | None,
    how_bad: float | None = None,
    hours: float | None = None,
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Answer the three questions about a headache in one act; without one there is neither a number nor a time."""
    had_one = bool(had)
    answers: dict[ValueKey, float | None] = {
        (HEADACHE_TODAY, None): None if had is None else float(had),
        (HEADACHE, None): how_bad if had_one else None,
        (HEADACHE_HOURS, None): hours if had_one else None,
    }
    return give_scores(diary, day, answers, voice=voice)


def _checked_measure(measure: Measure | None, basis: Basis) -> Measure:
    if measure is None:
        raise DiaryError("measure_unknown")
    if measure.observed is basis.is_own:
        raise DiaryError("measure_not_observed" if measure.observed is False else "measure_only_observed")
    return measure


def _entries_before(diary: OpenDiary, day: date) -> tuple[Entry, ...]:
    with diary.store.reading() as connection:
        return tuple(entry for found in reading.days(connection, Period(day, day)) for entry in found.entries)


def _taken_away(
    before: tuple[Entry, ...], entry: EntryKey, measure_id: str, site: BodySite | None
) -> list[FieldChange]:
    answered = [one for one in before if one.moment is None and one.score(measure_id, site)]
    chosen = [one for one in answered if one.id == str(entry)]
    if not chosen and entry.basis is Basis.SELF:
        chosen = [one for one in answered if one.basis.is_own and one.source]
    return [FieldChange("score", score_key(one.id, measure_id, site), "answer", None) for one in chosen]


def mark_day(diary: OpenDiary, day: date, mark: MarkKind | None, *, voice: Voice = OWN_VOICE) -> Changes:
    """Mark a day without numbers, or (``None``) take the mark away; the day's numbers stay as they are.

    The person takes away with their own what a carer wrote down as told: it would mark the day on.
    """
    changes = [_mark(diary, day, mark, voice)]
    if mark is None and voice == OWN_VOICE:
        changes += [_mark(diary, day, None, Voice(one, Basis.TOLD)) for one in _told_marks(diary, day)]
    return act(diary, changes, voice.recorder)


def _told_marks(diary: OpenDiary, day: date) -> list[str]:
    """The carers who marked a day in the person's words."""
    with diary.store.reading() as connection:
        marks = (mark for found in reading.days(connection, Period(day, day)) for mark in found.marks)
        return [mark.recorder for mark in marks if mark.basis is Basis.TOLD]


def _mark(diary: OpenDiary, day: date, mark: MarkKind | None, voice: Voice) -> FieldChange:
    checked_day(day, diary.today())
    return FieldChange("day_mark", mark_key(day, voice.recorder, voice.basis), "mark", mark)


def write_note(
    diary: OpenDiary,
    day: date,
    text: str,
    *,
    note_id: str | None = None,
    sharing: Sharing = Sharing.PRIVATE,
    voice: Voice = OWN_VOICE,
) -> Changes:
    """Write a note about a day, or change the note ``note_id``; an empty text deletes it. The day's draft is done with.

    Sealing a note forgets what it said in plain words, for good. Raises ``DiaryError``: ``day_in_future``,
    ``note_too_long``, ``text_unreadable``, ``only_the_person`` where a carer would seal, and for a carer
    ``not_yours_to_change`` and ``not_yours_to_delete`` where the note is somebody else's.
    """
    made = act(diary, _note(diary, day, text, note_id, sharing, voice), voice.recorder)
    drop_note_draft(diary, day, voice)
    return made


def _note(  # noqa: PLR0917 - a note's own fields
    diary: OpenDiary, day: date, text: str, note_id: str | None, sharing: Sharing, voice: Voice
) -> list[FieldChange]:
    checked_day(day, diary.today())
    words = checked_text(text).strip()
    if note_id:
        check_known(diary, ("note", note_id), "not_yours_to_change" if words else "not_yours_to_delete")
    if words:
        key = note_id or diary.computer.surroundings.new_id()
        fields = {
            "day": day.isoformat(),
            "recorder": voice.recorder,
            "basis": voice.basis,
            "sharing": sharing,
        }
        # What an undo or a deletion took away in the meantime comes back with the words: they must not be lost.
        said_once = OnlyIf.EMPTY if note_id else None
        changes = [FieldChange("note", key, "deleted", None)]
        for name, value in fields.items():
            changes.append(FieldChange("note", key, name, value, None if name == "sharing" else said_once))
        text_change = words_to_keep(diary, key, words, sharing, voice)
        changes += [text_change] if text_change else []
    else:
        changes = [FieldChange("note", note_id, "deleted", value=True)] if note_id else []
    return changes


def log_day(diary: OpenDiary, day: date, told: Told, *, by: str | None = None, basis: Basis = Basis.SELF) -> Changes:
    """Write scores, mark and note about a day as one act: all of it, or nothing when one part can't be.

    ``by`` is the name of the carer who writes, ``None`` for the person; who isn't known yet is, from this act on.
    Raises as ``give_scores``, ``write_note`` and ``carer_named``, and ``DiaryError("writer_is_carer")`` where a carer's
    own passphrase opened the diary and somebody else is said to write.
    """
    carer, changes = (PERSON, []) if by is None else carer_named(diary, by)
    if not diary.decides and diary.keys.owner != carer:
        raise DiaryError("writer_is_carer")
    voice = Voice(carer, basis)
    if told.scores:
        changes += _answers(diary, day, dict(told.scores), voice, from_notes=told.from_notes)
    if told.mark:
        changes.append(_mark(diary, day, told.mark, voice))
    if told.note:
        changes += _note(diary, day, told.note, None, Sharing.PRIVATE, voice)
    return act(diary, changes, voice.recorder)


def keep_draft(diary: OpenDiary, day: date, text: str, *, field: str = NOTE, voice: Voice = OWN_VOICE) -> None:
    """Keep a text that is still being written, so that neither a crash nor the lock loses it; not yet history.

    ``field`` says which: ``note``, ``good_thing``, or any other name of the page's own; each day has one of each.
    A note that only the person is to read has one of its own, ``sealed_note``, in place of the other.
    """
    words = checked_text(text)
    if field in {NOTE, SEALED_NOTE}:
        keep_note_draft(diary, day, words, voice, is_sealed=field == SEALED_NOTE)
    else:
        diary.store.keep_draft(draft_key(day, field, voice), words)


def prepare_appointment(diary: OpenDiary, prepared: Appointment) -> Changes:
    """Keep what the person wants from the next appointment and their questions; raises ``wish_too_long``."""
    if len(prepared.wish) > LONGEST_WISH or any(len(question) > LONGEST_QUESTION for question in prepared.questions):
        raise DiaryError("wish_too_long", most=LONGEST_WISH, most_question=LONGEST_QUESTION)
    key = NEXT_APPOINTMENT
    changes = [
        FieldChange("appointment", key, "day", prepared.day.isoformat() if prepared.day else None),
        FieldChange("appointment", key, "wish", checked_text(prepared.wish) or None),
    ]
    for number in range(MOST_QUESTIONS):
        text = prepared.questions[number] if number < len(prepared.questions) else ""
        changes.append(FieldChange("question", f"{key}{BETWEEN}{number + 1}", "text", checked_text(text) or None))
    return act(diary, changes, diary.recorder)


def undo(diary: OpenDiary) -> Changes | None:
    """Take the last act of this sitting back; ``None`` when there is none. What was changed again since is left.

    Raises ``DiaryError("writer_not_said")`` while it is asked who writes, as ``act`` does.
    """
    return step_back(diary, diary.done, diary.undone)


def redo(diary: OpenDiary) -> Changes | None:
    """Bring the last undone act back; ``None`` when there is none."""
    return step_back(diary, diary.undone, diary.done)
