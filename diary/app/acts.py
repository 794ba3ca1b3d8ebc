"""Acts: what is written together, beginning with the entry it belongs to, and remembered for undo."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.values import Changes
from diary.domain.days import checked_day, is_too_late_for_statistics
from diary.domain.errors import DiaryError
from diary.storage import reading
from diary.storage.keys import EntryKey, day_in_key
from diary.storage.revisions import FieldChange, OnlyIf
from diary.storage.undoing import SETTING_UP

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Voice
    from diary.domain.places import BodySite
    from diary.storage.revisions import Subject
    from diary.storage.store import Written

MEASURES = frozenset({"measure", "measure_version"})
LONGEST_NOTE = 20_000
"""Characters of one note: some ten pages."""


def begun(diary: OpenDiary, day: date, voice: Voice, *, from_notes: bool = False) -> tuple[EntryKey, list[FieldChange]]:
    """The key of an entry, and the changes that begin it; raises ``DiaryError("day_in_future")``.

    What is written too late for statistics counts when the person said that they have notes made at the time.
    """
    checked_day(day, diary.today())
    entry = EntryKey(day, voice.recorder, voice.basis)
    changes = [FieldChange("entry", str(entry), "day_ends_at", diary.day_ends_at, OnlyIf.EMPTY)]
    if from_notes or (diary.has_notes and is_late(diary, day)):
        changes.append(FieldChange("entry", str(entry), "from_notes", value=True))
    return entry, changes


def begun_by_person(diary: OpenDiary, day: date, voice: Voice) -> tuple[EntryKey, list[FieldChange]]:
    """As ``begun``, for what only the person can answer; raises ``DiaryError("measure_not_observed")`` otherwise."""
    if not voice.basis.is_own:
        raise DiaryError("measure_not_observed")
    return begun(diary, day, voice)


def is_late(diary: OpenDiary, day: date) -> bool:
    """Whether an answer given now about ``day`` would be left out of statistics, unless there are notes."""
    return is_too_late_for_statistics(day, diary.computer.surroundings.now(), diary.day_ends_at)


def checked_site(site: BodySite) -> BodySite:
    """Return ``site`` when the catalogue has it; raises ``DiaryError``: ``place_unknown``, ``side_unknown``."""
    place = catalogue.places().get(site.place)
    if place is None:
        raise DiaryError("place_unknown")
    if site.side and site.side not in place.sides:
        raise DiaryError("side_unknown")
    return site


def checked_text(text: str) -> str:
    """Return ``text`` when it can be kept whole; raises ``DiaryError``: ``note_too_long``, ``text_unreadable``."""
    if len(text) > LONGEST_NOTE:
        raise DiaryError("note_too_long", most=LONGEST_NOTE)
    if "\0" in text or any("\ud800" <= char <= "\udfff" for char in text):
        raise DiaryError("text_unreadable")
    return text


def check_said(diary: OpenDiary) -> None:
    """Raise ``DiaryError("writer_not_said")`` until it is said who writes: nothing is done in nobody's name."""
    if diary.asks_who:
        raise DiaryError("writer_not_said")


def act(diary: OpenDiary, changes: Iterable[FieldChange], recorder: str) -> Changes:
    """Write one act that undo can take back; raises as ``check_said``."""
    check_said(diary)
    return noted(diary, diary.store.write(changes, recorder=recorder))


def noted(diary: OpenDiary, written: Written) -> Changes:
    """Remember what was written as the act that undo takes back next; who may write is taken back by its own undo.

    Nothing takes back that a note was sealed, or what was forgotten with it.
    """
    if written.forgot:
        with suppress(DiaryError):  # every forgotten byte was overwritten; this only makes sure, where there is room
            diary.store.compact()
        for steps in (diary.done, diary.undone):
            steps[:] = [one for one in steps if one not in written.forgot]
    if written.gesture and all(kind in SETTING_UP for kind, _ in written.subjects):
        diary.set_up.append(written.gesture)
    elif written.gesture:
        _remember(diary, written)
    return changes_of(diary, written)


def about_the_person(diary: OpenDiary, changes: Iterable[FieldChange], recorder: str) -> Changes:
    """Write an act about the person, such as their date of birth: it sets nothing up, so undo takes it back."""
    check_said(diary)
    written = diary.store.write(changes, recorder=recorder)
    if written.gesture:
        _remember(diary, written)
    return changes_of(diary, written)


def _remember(diary: OpenDiary, written: Written) -> None:
    diary.earlier = None
    diary.done += [] if written.stays or not written.gesture else [written.gesture]
    diary.undone.clear()


def step_back(diary: OpenDiary, taken_from: list[str], put_on: list[str] | None = None) -> Changes | None:
    """Take back the last of the acts ``taken_from``, ``None`` when there is none; ``put_on`` gets what did so.

    Raises ``DiaryError("writer_not_said")`` while it is asked who writes, as ``act`` does.
    """
    check_said(diary)
    if not taken_from:
        return None
    written = diary.store.undo(taken_from[-1], recorder=diary.recorder)
    taken_from.pop()
    if written.gesture and put_on is not None:
        diary.earlier = None
        put_on.append(written.gesture)
    return changes_of(diary, written)


def changes_of(diary: OpenDiary, written: Written) -> Changes:
    """What a written act touched; what was read once and kept is read again where it touched that."""
    kinds = frozenset(kind for kind, _ in written.subjects)
    if "setting" in kinds:
        diary.reread_choices()
    if "recorder" in kinds:
        diary.reread_writers()
    if not kinds.isdisjoint(MEASURES):
        diary.measures.clear()
    return Changes(frozenset(_days_of(diary, written.subjects)), kinds, bool(written.left))


def _days_of(diary: OpenDiary, subjects: frozenset[Subject]) -> Iterator[date]:
    """The days that things are about: most keys say it, and only for the others the file is asked."""
    silent = []
    for kind, key in subjects:
        if day := day_in_key(kind, key):
            yield day
        else:
            silent.append((kind, key))
    if silent:
        with diary.store.reading() as connection:
            yield from (day for kind, key in silent if (day := reading.day_of(connection, kind, key)))
