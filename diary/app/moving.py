"""An entry that was written in the wrong diary goes to the other one: written there first, then forgotten here.

In between both have it, whatever happens; doing it again then only finishes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from diary.app import automatic_backups, diaries, journal, keeping, other_answers
from diary.app.acts import act
from diary.app.carers import carer_named
from diary.app.drafts import drafts
from diary.app.forgetting import forget_moved
from diary.app.made_known import Known, Lists, Other, making_known
from diary.app.moved_words import things
from diary.app.moves import Account, Contents, Moved, OtherRefusedError, Wish
from diary.app.speakers import Speakers
from diary.app.whose import check_theirs
from diary.domain.days import ONE_DAY, checked_day
from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.people import Voice
from diary.domain.today import GOOD_THING, NOTE, SEALED_NOTE
from diary.storage import moving, reading
from diary.storage.keys import move_key
from diary.storage.revisions import MOVE, FieldChange
from diary.storage.sealed_words import is_sealed
from diary.vault import key_file, keys
from diary.words.writers import who_wrote

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.storage.moving import Piece
    from diary.storage.revisions import Subject

SITTING = timedelta(hours=1)
"""What was written later than this after what came before was written in another sitting, perhaps by somebody else."""
CLOSING = timedelta(seconds=3)
"""How long the other diary's own backup may take; an unfinished one is made when it is opened next."""


@dataclass(frozen=True, slots=True)
class _Plan:
    """What would be done: ``there`` and ``here`` are the same pieces, ``stays`` of here those in whose way one stands.

    ``voice`` has no recorder while a carer isn't known there yet.
    """

    account: Account
    voice: Voice
    known: Known
    here: tuple[Piece, ...]
    there: tuple[Piece, ...]
    stays: tuple[Piece, ...]


def contents(diary: OpenDiary, wish: Wish) -> Contents:
    """What an entry is made of, by name, and when it was written."""
    with diary.store.reading() as connection:
        pieces = moving.pieces_of(connection, wish.day, wish.voice)
        written = moving.said_at(connection, wish.day, wish.voice)
        writers = reading.recorders(connection)
        person = reading.person(connection).name
    writer = writers[wish.voice.recorder].name if wish.voice.recorder in writers else ""
    who = who_wrote(wish.voice.basis, person, writer)
    return Contents(who, things(pieces, Lists.of(diary)), _sittings(written))


def look(diary: OpenDiary, folder: Path, secret: str | None, wish: Wish) -> Account:
    """Say what would go to the diary in ``folder``, which ``secret`` opens (``None``: it has no passphrase here).

    Nothing is written. Raises as ``move``.
    """
    _check(diary, wish)
    _check_is_another(diary, folder)
    with _reading(diary, folder, secret) as other:
        return _plan(diary, other, wish).account


def move(diary: OpenDiary, folder: Path, secret: str | None, wish: Wish) -> Moved:
    """Write an entry into the diary in ``folder`` and forget it here, with who and when kept in both histories.

    Only what is empty there is filled: what has another answer there stays here, and is told. Raises ``DiaryError``,
    with nothing changed anywhere: as ``open_diary``, ``move_same_diary``, ``passphrase_of_this_diary``,
    ``move_nothing``, ``move_sealed``, ``move_noticed``, ``only_the_person``, ``not_yours_to_move``,
    ``writer_not_said``, ``writer_is_carer`` and as ``carer_named``. A fault of the other diary itself is an
    ``OtherRefusedError``.
    """
    _check(diary, wish)
    _check_is_another(diary, folder)
    _keep_drafts(diary, wish)
    with _writing(diary, folder, secret) as other:
        plan = _plan(diary, other, wish)
        if not plan.here:
            return Moved(plan.account)
        _bring(other, plan, wish)
    try:
        changes = forget_moved(diary, *_leaving(diary, plan, wish))
    except DiaryError as fault:
        return Moved(plan.account, is_kept=True, why=fault.slug)
    return Moved(plan.account, changes)


def _check(diary: OpenDiary, wish: Wish) -> None:
    if diary.asks_who:
        raise DiaryError("writer_not_said")
    if not diary.decides and diary.keys.owner != wish.voice.recorder:
        raise DiaryError("only_the_person")
    check_theirs(diary, wish.voice.recorder, "not_yours_to_move", wish.voice.basis)


def _check_is_another(diary: OpenDiary, folder: Path) -> None:
    try:
        diaries.needs_secret(folder, diary.computer)
        other = key_file.load_keys(folder).diary_id
    except DiaryError as fault:
        raise OtherRefusedError(fault.slug, **fault.values) from fault
    if other == diary.keys.diary_id:
        raise DiaryError("move_same_diary")


def _keep_drafts(diary: OpenDiary, wish: Wish) -> None:
    """What was being typed when the program ended is a part of the entry, too."""
    typed = drafts(diary, wish.day, wish.voice)
    if SEALED_NOTE in typed:
        raise DiaryError("move_sealed")
    if words := typed.get(NOTE):
        own = [note for note in journal.day_page(diary, wish.day).notes if wish.voice.said(note)]
        note = own[-1] if own else None
        sharing = note.sharing if note else Sharing.PRIVATE
        journal.write_note(diary, wish.day, words, note_id=note.id if note else None, sharing=sharing, voice=wish.voice)
    if words := typed.get(GOOD_THING):
        other_answers.write_good_thing(diary, wish.day, words, voice=wish.voice)


@contextmanager
def _reading(diary: OpenDiary, folder: Path, secret: str | None) -> Iterator[OpenDiary]:
    try:
        with keeping.lock_for(folder, diary.computer):
            pass  # where it is open elsewhere that is said now, and not once all is decided
        other = diaries.open_to_read(folder, secret, diary.computer)
    except DiaryError as fault:
        raise _of_other(fault, diary, secret) from fault
    try:
        yield other
    finally:
        diaries.close(other)


@contextmanager
def _writing(diary: OpenDiary, folder: Path, secret: str | None) -> Iterator[OpenDiary]:
    try:
        other = diaries.open_diary(folder, secret, diary.computer)
    except DiaryError as fault:
        raise _of_other(fault, diary, secret) from fault
    now = diary.computer.surroundings.now
    try:
        yield other
        last = now() + CLOSING
        automatic_backups.keep(other, lambda: now() < last)
    finally:
        with suppress(DiaryError):  # what was written is safe: only its number isn't noted, which costs a device id
            diaries.close(other)


def _of_other(fault: DiaryError, diary: OpenDiary, secret: str | None) -> DiaryError:
    """The fault as that of the other diary; what was typed may open the one that is open already, and that is said."""
    if fault.slug == "wrong_passphrase" and secret is not None:
        with suppress(DiaryError):
            keys.unlock(key_file.load_keys(diary.folder), secret)
            return DiaryError("passphrase_of_this_diary")
    return OtherRefusedError(fault.slug, **fault.values)


def _plan(diary: OpenDiary, other: OpenDiary, wish: Wish) -> _Plan:
    with diary.store.reading() as connection:
        pieces = moving.pieces_of(connection, wish.day, wish.voice, wish.since)
        writers = reading.recorders(connection)
    if not pieces:
        raise DiaryError("move_nothing")
    if any(piece.fields.get("sharing") == Sharing.SEALED or is_sealed(piece.fields.get("text")) for piece in pieces):
        raise DiaryError("move_sealed")
    checked_day(wish.day, other.today() + ONE_DAY)  # its day may end at another hour
    writer = writers[wish.voice.recorder].name if wish.voice.recorder in writers else ""
    speakers = Speakers(other, writer, wish.voice)
    to, recorder = speakers.found(wish.to)
    voice = Voice(recorder, to.basis)
    here, there = Lists.of(diary), Lists.of(other)
    known = making_known(pieces, here, Other(there, wish.day, other.computer.surroundings.new_id))
    pieces = tuple(_fitting(piece, here, there) for piece in pieces)
    renamed = {piece.subject: moving.renamed(piece, voice, known.names) for piece in pieces}
    with other.store.reading() as connection:
        taken = moving.stands_in_the_way(connection, list(renamed.values()))
        has = moving.pieces_of(connection, wish.day, voice)
    stays = tuple(piece for piece in pieces if renamed[piece.subject].subject in taken)
    goes = tuple(piece for piece in pieces if piece not in stays)
    if not any(piece.told for piece in goes):
        goes = ()
    account = Account(
        person=speakers.person,
        to=to,
        offered=speakers.offered,
        goes=things(goes, here),
        stays=things(stays, here),
        made_known=tuple(sorted(known.labels, key=str.casefold)),
        has_already=things(has, there),
        is_new_carer=voice.recorder == "",
    )
    return _Plan(account, voice, known, goes, tuple(renamed[piece.subject] for piece in goes), stays)


def _fitting(piece: Piece, here: Lists, there: Lists) -> Piece:
    """That a list was looked through says something of another list only where that one asks about nothing else."""
    if piece.kind != "entry" or here.covers(there):
        return piece
    fields = {name: value for name, value in piece.fields.items() if name != "factors_looked_through"}
    return replace(piece, fields=fields)


def _sittings(written: tuple[datetime, ...]) -> tuple[datetime, ...]:
    """The first instant of each sitting."""
    later = (at for before, at in pairwise(written) if at - before > SITTING)
    return (*written[:1], *later)


def _bring(other: OpenDiary, plan: _Plan, wish: Wish) -> None:
    """Write the pieces there, as one act, with the carer whose they are and what they name."""
    voice, there, first = plan.voice, plan.there, list(plan.known.changes)
    if not voice.recorder:
        recorder, made = carer_named(other, plan.account.to.name)
        voice = Voice(recorder, voice.basis)
        there = tuple(moving.renamed(piece, voice, moving.Names()) for piece in there)
        first += made
    with other.store.reading() as connection:
        changes = [*first, *moving.bringing(connection, there)]
    if new := other.store.news_in(changes):
        act(other, [*new, _trace(other, voice, wish, moving.HERE)], voice.recorder)


def _leaving(diary: OpenDiary, plan: _Plan, wish: Wish) -> tuple[set[Subject], list[FieldChange]]:
    """What is forgotten here, and what is written anew: what stood here before, and that an entry left."""
    staying = {piece.subject for piece in plan.stays}
    needed = {piece.owner for piece in plan.stays}
    goes = [moving.explanation(piece) if piece.key in needed else piece for piece in plan.here]
    if wish.since is None:
        with diary.store.reading() as connection:
            subjects = moving.whole_of(connection, wish.day, wish.voice) - staying
    else:
        subjects = {piece.subject for piece in goes}
    kept = [change for piece in goes for change in moving.staying(piece)]
    return subjects, [*kept, _trace(diary, wish.voice, wish, moving.AWAY)]


def _trace(diary: OpenDiary, voice: Voice, wish: Wish, where: str) -> FieldChange:
    key = move_key(wish.day, voice.recorder, voice.basis, diary.computer.surroundings.new_id())
    return FieldChange(MOVE, key, "moved", where)
