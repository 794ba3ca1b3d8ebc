"""What a person can do about treatments on a day; each finds what it is about when it is written, not before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.domain.days import ONE_DAY
from diary.domain.entries import Helped, Intake, RoughDate, Treatment
from diary.ui.today.more_state import MoreState, Taking, own_intakes

if TYPE_CHECKING:
    from datetime import date

    from diary.app.values import Changes
    from diary.ui.today.gestures import MoreJournal


@dataclass(frozen=True, slots=True)
class TakeTreatment:
    """That a treatment was taken or done today."""

    treatment: str

    @property
    def about(self) -> str:
        """The treatment."""
        return f"taken {self.treatment}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.take(day, self.treatment)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Taken once more."""
        return replace(more, takings=(*more.takings, Taking(self.treatment)))


@dataclass(frozen=True, slots=True)
class UntakeTreatment:
    """That a treatment was not taken after all; ``at`` counts from 0 among the day's times of it."""

    treatment: str
    at: int

    @property
    def about(self) -> str:
        """The treatment."""
        return f"taken {self.treatment}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Take it back."""
        return journal.untake(_intake(journal, day, self.treatment, self.at))

    def drawn_on(self, more: MoreState) -> MoreState:
        """Without it."""
        mine = [one for one in more.takings if one.treatment == self.treatment]
        gone = mine[self.at] if self.at < len(mine) else None
        return replace(more, takings=tuple(one for one in more.takings if one is not gone))


@dataclass(frozen=True, slots=True)
class SayHelped:
    """Whether it helped; ``None`` takes the answer back."""

    treatment: str
    at: int
    helped: Helped | None

    @property
    def about(self) -> str:
        """That time of the treatment."""
        return f"helped {self.treatment} {self.at}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.change_intake(replace(_intake(journal, day, self.treatment, self.at), helped=self.helped))

    def drawn_on(self, more: MoreState) -> MoreState:
        """Answered."""
        mine = [one for one in more.takings if one.treatment == self.treatment]
        meant = mine[self.at] if self.at < len(mine) else None
        changed = tuple(replace(one, helped=self.helped) if one is meant else one for one in more.takings)
        return replace(more, takings=changed)


@dataclass(frozen=True, slots=True)
class AddTreatment:
    """A new treatment, taken or done today."""

    name: str
    kind: str
    dose: str = ""

    @property
    def about(self) -> str:
        """The new treatment, by its name."""
        return f"new treatment {self.name.casefold()}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Add it where there is none of that name and dose in use, then say that it was taken."""
        if self._id(journal, day) is None:
            journal.keep_treatment(Treatment("", self.name, self.kind, self.dose))
        return journal.take(day, self._id(journal, day) or "")

    def drawn_on(self, more: MoreState) -> MoreState:
        """As before, until it has an id."""
        return more

    def _id(self, journal: MoreJournal, day: date) -> str | None:
        wanted = (self.name.casefold(), self.dose.casefold())
        known = journal.day_page(day).treatments
        return next((one.id for one in known if (one.name.casefold(), one.dose.casefold()) == wanted), None)


@dataclass(frozen=True, slots=True)
class EndTreatment:
    """That a treatment is no longer taken from the day shown on; what it was before stays."""

    treatment: Treatment

    @property
    def about(self) -> str:
        """The treatment."""
        return f"ended {self.treatment.id}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Give it a last day; one that would end before it began was never one."""
        last = RoughDate(day - ONE_DAY)
        if self.treatment.first and self.treatment.first.day > last.day:
            return journal.delete_treatment(self.treatment.id)
        return journal.keep_treatment(replace(self.treatment, last=last))

    def drawn_on(self, more: MoreState) -> MoreState:
        """Off the list."""
        left = tuple(one for one in more.treatments if one.id != self.treatment.id)
        return replace(more, treatments=left)


def _intake(journal: MoreJournal, day: date, treatment: str, at: int) -> Intake:
    return [one for one in own_intakes(journal.day_page(day)) if one.treatment == treatment][at]
