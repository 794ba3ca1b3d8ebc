"""What a person can do about treatments on a day; each finds what it is about when it is written, not before."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from diary.domain.days import ONE_DAY
from diary.domain.entries import Helped, Intake, RoughDate, Treatment
from diary.domain.errors import DiaryError
from diary.ui.today.more_state import MoreState, Taking, own_intakes, sorted_takings

if TYPE_CHECKING:
    from datetime import date, time

    from diary.app.values import Changes
    from diary.ui.today.gestures import MoreJournal


@dataclass(frozen=True, slots=True)
class TakeTreatment:
    """That a treatment was taken or done today; ``taking`` is an id of its own for what is taken as needed."""

    treatment: str
    at: time | None = None
    taking: str = ""

    @property
    def about(self) -> str:
        """The treatment, and which time of it."""
        return f"taken {self.treatment} {self.taking}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.take(day, self.treatment, at=self.at, intake_id=self.taking)

    def drawn_on(self, more: MoreState) -> MoreState:
        """Taken once more."""
        taken = Taking(self.treatment, at=self.at, id=self.taking)
        return replace(more, takings=sorted_takings([*more.takings, taken]))


@dataclass(frozen=True, slots=True)
class UntakeTreatment:
    """That a treatment was not taken after all; ``own_id`` is the id of one that is taken as needed."""

    taking: Taking
    own_id: str = ""

    @property
    def about(self) -> str:
        """The treatment, and which time of it."""
        return f"taken {self.taking.treatment} {self.own_id}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Take it back."""
        return journal.untake(_intake(journal, day, self.taking))

    def drawn_on(self, more: MoreState) -> MoreState:
        """Without it."""
        return replace(more, takings=tuple(one for one in more.takings if not _is_same(one, self.taking)))


@dataclass(frozen=True, slots=True)
class SayHelped:
    """Whether it helped; ``None`` takes the answer back."""

    taking: Taking
    helped: Helped | None

    @property
    def about(self) -> str:
        """That time of the treatment."""
        return f"helped {self.taking.treatment} {self.taking.id}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.change_intake(replace(_intake(journal, day, self.taking), helped=self.helped))

    def drawn_on(self, more: MoreState) -> MoreState:
        """Answered."""
        changed = (replace(one, helped=self.helped) if _is_same(one, self.taking) else one for one in more.takings)
        return replace(more, takings=tuple(changed))


@dataclass(frozen=True, slots=True)
class MoveTaking:
    """When something was taken."""

    taking: Taking
    at: time

    @property
    def about(self) -> str:
        """That time of the treatment."""
        return f"time {self.taking.treatment} {self.taking.id}"

    def write(self, journal: MoreJournal, day: date) -> Changes:
        """Keep it."""
        return journal.change_intake(replace(_intake(journal, day, self.taking), at=self.at))

    def drawn_on(self, more: MoreState) -> MoreState:
        """At its new time, in its new place."""
        moved = [replace(one, at=self.at) if _is_same(one, self.taking) else one for one in more.takings]
        return replace(more, takings=sorted_takings(moved))


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


def _intake(journal: MoreJournal, day: date, taking: Taking) -> Intake:
    """What was kept of it; one that had no id when it was drawn is the only one of its treatment."""
    mine = [one for one in own_intakes(journal.day_page(day)) if one.treatment == taking.treatment]
    found = [one for one in mine if one.id == taking.id] or mine
    if not found:
        raise DiaryError("treatment_unknown")
    return found[0]


def _is_same(one: Taking, other: Taking) -> bool:
    return one.treatment == other.treatment and (one.id == other.id or not one.id or not other.id)
