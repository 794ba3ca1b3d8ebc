"""What is answered about a day beside scores: nowhere else, where pain spread to, one good thing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from diary.app.acts import act, begun_by_person, checked_site, checked_text, is_late
from diary.app.drafts import drop_draft
from diary.app.values import Changes
from diary.domain.days import checked_day
from diary.domain.entries import Spread
from diary.domain.errors import DiaryError
from diary.domain.people import OWN_VOICE, Voice
from diary.domain.today import GOOD_THING
from diary.storage import past
from diary.storage.keys import EntryKey, good_thing_key, spread_key
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.places import BodySite

LONGEST_GOOD_THING = 2_000


def say_nowhere_else(diary: OpenDiary, day: date, *, said: bool = True, voice: Voice = OWN_VOICE) -> Changes:
    """Answer "Nowhere else today", or take it back: only on such days do the usual places count as 0."""
    entry, changes = begun_by_person(diary, day, voice)
    change = FieldChange("entry", str(entry), "nowhere_else", True if said else None)
    return act(diary, [*changes, change] if said else [change], voice.recorder)


def say_spread(
    diary: OpenDiary, day: date, start: BodySite, end: BodySite, *, said: bool = True, voice: Voice = OWN_VOICE
) -> Changes:
    """Say that pain spread from one place to another, or take that back; raises ``spread_nowhere`` to itself."""
    entry, changes = begun_by_person(diary, day, voice)
    if checked_site(start) == checked_site(end):
        raise DiaryError("spread_nowhere")
    change = FieldChange("spread", spread_key(str(entry), Spread(start, end)), "present", True if said else None)
    return act(diary, [*changes, change] if said else [change], voice.recorder)


def write_good_thing(diary: OpenDiary, day: date, text: str, *, voice: Voice = OWN_VOICE) -> Changes:
    """Write one good thing about a day; an empty text takes it away. Its draft is done with.

    Raises ``DiaryError``: ``day_in_future``, ``note_too_long``, ``text_unreadable``, ``measure_not_observed``.
    """
    checked_day(day, diary.today())
    if not voice.basis.is_own:
        raise DiaryError("measure_not_observed")
    if len(text) > LONGEST_GOOD_THING:
        raise DiaryError("note_too_long", most=LONGEST_GOOD_THING)
    words = checked_text(text).strip()
    key = good_thing_key(day, voice.recorder, voice.basis)
    made = act(diary, [FieldChange("good_thing", key, "text", words or None)], voice.recorder)
    drop_draft(diary, day, voice, field=GOOD_THING)
    return made


def asks_for_notes(diary: OpenDiary, day: date) -> bool:
    """Whether to ask, once a sitting: "from notes I made at the time?"; only about a day that is late otherwise."""
    return diary.has_notes is None and is_late(diary, day)


def say_notes(diary: OpenDiary, day: date, *, has_notes: bool, voice: Voice = OWN_VOICE) -> Changes:
    """Answer for this sitting whether late days are filled in from notes, and say so of what this day has already."""
    diary.has_notes = has_notes
    entry = str(EntryKey(day, voice.recorder, voice.basis))
    with diary.store.reading() as connection:
        is_begun = bool(past.filled_fields(connection, entry))
    if not is_begun or not is_late(diary, day):
        return Changes()
    change = FieldChange("entry", entry, "from_notes", True if has_notes else None)
    return act(diary, [change], voice.recorder)
