"""Who is writing on Today, and how they know, whole and frozen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.domain.people import PERSON, Basis, Voice
from diary.ui.kit.writer_sign import Penned
from diary.words import say

if TYPE_CHECKING:
    from diary.app.values import Beside, DayPage
    from diary.domain.people import Recorder


@dataclass(frozen=True, slots=True)
class Writing:
    """``writer`` is a recorder's id, empty while it is asked; ``basis`` is ``None`` until a carer says how they know.

    ``writers`` are those who write here, the person first, and ``hands`` those who may with what opened the diary.
    ``beside`` is what stands in the diary from others.
    """

    writers: tuple[Recorder, ...] = ()
    writer: str = PERSON
    basis: Basis | None = Basis.SELF
    beside: tuple[Beside, ...] = ()
    hands: frozenset[str] = frozenset({PERSON})
    is_known: bool = False
    """Whether the diary has said who writes."""

    @property
    def voice(self) -> Voice:
        """Whose page is shown; until all is said it is one in which nobody has said anything."""
        return Voice(self.writer, self.basis or Basis.SELF)

    @property
    def asks_who(self) -> bool:
        """Whether it is asked who writes."""
        return not self.writer

    @property
    def asks_how(self) -> bool:
        """Whether it is asked if the person told it or the carer noticed it: for each entry, with no default."""
        return bool(self.writer) and self.basis is None

    @property
    def asks(self) -> bool:
        """Whether something is asked before there are questions about the day."""
        return self.asks_who or self.asks_how

    @property
    def is_noticed(self) -> bool:
        """Whether a carer writes what they noticed: other questions, kept apart."""
        return self.basis is Basis.OBSERVED

    @property
    def asks_scales(self) -> bool:
        """Whether the questions that the person answers are asked: by themselves, or told to a carer."""
        return not self.asks and not self.is_noticed

    @property
    def is_person(self) -> bool:
        """Whether the person writes."""
        return self.writer == PERSON

    @property
    def person(self) -> str:
        """The name of the person whom the diary is about."""
        return self.name_of(PERSON)

    @property
    def name(self) -> str:
        """Who writes, by name."""
        return self.name_of(self.writer)

    @property
    def is_shared(self) -> bool:
        """Whether others than the person write here, so that it matters who does."""
        return len(self.writers) > 1

    @property
    def how(self) -> str:
        """How a carer knows, in the words of the answer they chose; empty until then, and for the person."""
        if self.asks or self.is_person:
            return ""
        return say("What I noticed") if self.is_noticed else say("{person} told me", person=self.person)

    @property
    def penned(self) -> Penned:
        """Who writes, as every page says it."""
        if not self.is_shared and (self.asks_who or self.is_person):
            return Penned()
        name, person = self.name, self.person
        if not name:
            return Penned(say("Who is writing?"))
        who = say("{name} is writing", name=name)
        if not self.how:
            return Penned(who, is_carer=not self.is_person)
        if self.is_noticed:
            brief = say("{name}: what I noticed", name=name)
        else:
            brief = say("{name}: {person} told me", name=name, person=person)
        return Penned(who, self.how, brief, is_carer=True, is_noticed=self.is_noticed)

    @property
    def who_answers(self) -> str:
        """A sentence for a questionnaire that a carer fills in: there is no carer's view of one."""
        if self.is_person or self.asks_who:
            return ""
        person, name = self.person, self.name
        return say("These are {person}’s own answers. {name} fills in what {person} says.", person=person, name=name)

    @property
    def can_change_hands(self) -> bool:
        """Whether somebody else may write without the diary being opened anew."""
        return len(self.hands) > 1

    def name_of(self, recorder: str) -> str:
        """Somebody's name, empty where they write here no longer."""
        return next((one.name for one in self.writers if one.id == recorder), "")

    def by(self, recorder: str) -> Writing:
        """The same with somebody writing who has not said yet how they know; the person knows by themselves."""
        return replace(self, writer=recorder, basis=Basis.SELF if recorder == PERSON else None)

    def asked_anew(self) -> Writing:
        """The same for another entry, about which a carer says anew how they know."""
        return self.by(self.writer)

    def met(self, page: DayPage) -> Writing:
        """The same with what a page says of who writes."""
        told = replace(self, writers=page.writers, beside=page.beside, hands=page.hands, is_known=True)
        is_asked = not self.writer and len(page.hands) > 1
        stays = page.writer and self.is_known and (is_asked or self.writer in page.hands)
        writer = self.writer if stays else page.writer
        return told if writer == self.writer else told.by(writer)
