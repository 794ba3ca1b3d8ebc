"""Whose words an entry from another diary can be in this one, and whose they most likely are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.carers import carer_named
from diary.app.moves import Speaker
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis, Voice
from diary.storage import reading

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.domain.people import Recorder


class Speakers:
    """The voices of a diary that an entry by ``writer`` can have there; ``voice`` is the one it had where it was.

    What the person said stays what somebody said, what a carer noticed stays that: the questions are different ones.
    """

    def __init__(self, other: OpenDiary, writer: str, voice: Voice) -> None:
        with other.store.reading() as connection:
            known = reading.recorders(connection)
        self._other, self._writer, self._voice = other, writer, voice
        self._basis = Basis.TOLD if voice.basis.is_own else Basis.OBSERVED
        self.person = known[PERSON].name if PERSON in known else ""
        hands = other.hands
        carers = [one for one in known.values() if one.id in hands and one.id != PERSON]
        self._ids = {Speaker(one.name, self._basis): one.id for one in sorted(carers, key=_name)}
        if voice.basis.is_own and PERSON in hands:
            self._ids = {Speaker(): PERSON} | self._ids

    @property
    def offered(self) -> tuple[Speaker, ...]:
        """Everybody whose words they can be, the person first, the writer last where they are not known there."""
        is_new = self._is_free(self._writer) and self._named(self._writer) is None
        return (*self._ids, *((Speaker(self._writer, self._basis),) if is_new else ()))

    def found(self, wanted: Speaker | None) -> tuple[Speaker, str]:
        """Whose words they will be, and the recorder's id, empty for a carer who is not known there yet.

        Raises ``DiaryError``: ``move_noticed`` where what was noticed would become somebody's own answer or the other
        way round, ``writer_is_carer`` where only a carer's own words can be added, and as ``carer_named``.
        """
        speaker = self._likely() if wanted is None else wanted
        if speaker.basis.is_own is not self._voice.basis.is_own or (not speaker.name and speaker != Speaker()):
            raise DiaryError("move_noticed")
        known = self._named(speaker.name)
        if known is not None:
            return known, self._ids[known]
        if not self._other.decides:
            raise DiaryError("writer_is_carer")
        recorder, new = carer_named(self._other, speaker.name)
        return speaker, "" if new else recorder

    def _likely(self) -> Speaker:
        """The one with the writer's name; a person's own answers are the other person's own where nobody has it."""
        is_the_person = self._is_same(self._writer, self.person)
        if not self._voice.basis.is_own:
            if is_the_person:
                raise DiaryError("move_noticed")
            return Speaker(self._writer, self._basis)
        if is_the_person or (self._voice.recorder == PERSON and self._named(self._writer) is None):
            return next(iter(self._ids), Speaker())
        return Speaker(self._writer, self._basis)

    def _named(self, name: str) -> Speaker | None:
        return next((one for one in self._ids if self._is_same(one.name, name)), None)

    def _is_free(self, name: str) -> bool:
        """Whether a carer of that name can be made known there."""
        if not name or not self._other.decides:
            return False
        try:
            return bool(carer_named(self._other, name)[1])
        except DiaryError:
            return False

    @staticmethod
    def _is_same(one: str, other: str) -> bool:
        return one.casefold() == other.casefold()


def _name(one: Recorder) -> str:
    return one.name.casefold()
