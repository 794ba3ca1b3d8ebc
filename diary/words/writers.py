"""Who wrote something, in words: the same on every screen."""

from __future__ import annotations

from diary.domain.people import Basis
from diary.words import say


def carer_words(name: str) -> str:
    """A carer's name; in words where an act that was taken back took the name along."""
    return name or say("a carer")


def who_wrote(basis: Basis, person: str, writer: str) -> str:
    """Whose words something is, and who wrote them down where that was somebody else."""
    if basis is Basis.OBSERVED:
        return say("{name}’s view", name=writer) if writer else say("A carer’s view")
    if basis is Basis.TOLD:
        return say("{person}, written by {carer}", person=person, carer=carer_words(writer))
    return person


def who_changed(whose: str, writer: str) -> str:
    """Who changed what another said: ``whose`` as ``who_wrote`` has it."""
    return say("{whose}, changed by {who}", whose=whose, who=writer)
