"""What Today shows, whole and frozen: the same state gives the same pixels."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum, auto
from types import MappingProxyType
from typing import TYPE_CHECKING

from diary.app.values import Welcome
from diary.domain.entries import Sharing
from diary.ui.today.more_state import MoreState
from diary.ui.today.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from diary.domain.helping import IsHelping
    from diary.ui.today.typed_early import NotUsed


class DayNews(Enum):
    """Why this day is shown, where it was not asked for: what the clock did, or what a key would have done unseen."""

    BEGAN = auto()
    """A new day began; the one before is still shown, because somebody may be writing."""
    MOVED_ON = auto()
    """The page went on to the new day when the person came back to it."""
    WENT_BACK = auto()
    """The clock or the time zone was set to an earlier day, which is shown now."""
    TO_UNDO = auto()
    """The last act was on this day; the key of undo came here, and takes it back when it is pressed again."""
    TO_REDO = auto()
    """The same for the key of redo."""


@dataclass(frozen=True, slots=True)
class NoteState:
    """The note being shown; ``id`` is ``None`` until it has been kept once.

    ``carers_read``: somebody else opens the diary, and ``may_seal``: it can be kept from them. ``also_reads`` is the
    name of the person where a carer writes the note.
    """

    text: str = ""
    sharing: Sharing = Sharing.PRIVATE
    id: str | None = None
    may_seal: bool = False
    carers_read: bool = False
    also_reads: str = ""

    @property
    def is_shared(self) -> bool:
        """Whether it may be on the summary."""
        return self.sharing is Sharing.SHARED

    @property
    def is_sealed(self) -> bool:
        """Whether only the person reads it."""
        return self.sharing is Sharing.SEALED


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer given on the page; ``value`` is ``None`` when it was taken back."""

    measure: str
    value: float | None


@dataclass(frozen=True, slots=True)
class TodayState:
    """A day as the page shows it. ``answers`` has only what is answered, unsaved answers included.

    ``night_until``: it is after midnight, and until this clock time the day shown goes on; empty by day.
    ``other_notes`` are the person's own that stand beside ``note``, which is the one that can be written in.
    ``helping`` is what was answered just now to whether the diary helps; ``news`` tells why the day is shown.
    ``not_used`` tells why nothing came of what was typed before the day was read.
    ``saved_at`` is a clock time in words, empty until something was saved. ``problem`` and ``reason`` are sentences.
    """

    day: date
    today: date
    answers: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    is_loaded: bool = False
    is_bad_day: bool = False
    shows_scales: bool = True
    note: NoteState = NoteState()
    night_until: str = ""
    other_notes: tuple[str, ...] = ()
    saved_at: str = ""
    is_saving: bool = False
    problem: str = ""
    can_copy: bool = False
    """Something on the page could not be saved, so that a copy of the diary with it in is offered."""
    can_try_again: bool = True
    """What ``problem`` says may go when it is tried again; what was refused for good would be so again."""
    reason: str = ""
    unsaved_words: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Why the words in a field (the note, one good thing) are not saved, to be said beside it."""
    can_undo: bool = False
    can_redo: bool = False
    undo: str = ""
    redo: str = ""
    """What undo would take back and redo would do again, in words."""
    undo_day: str = ""
    redo_day: str = ""
    """The end of those words where they are about another day: which one."""
    letters_work: bool = True
    shows_hints: bool = True
    more: MoreState = field(default_factory=MoreState)
    welcome: Welcome = field(default_factory=Welcome)
    helping: IsHelping | None = None
    news: DayNews | None = None
    not_used: NotUsed | None = None
    writing: Writing = field(default_factory=Writing)

    def turned_to(self, day: date, today: date, looked: MoreState, writing: Writing) -> TodayState:
        """The page of a day, of which nothing is known yet: what is asked stays, what was answered goes."""
        before = self.more
        return TodayState(
            day=day, today=today, problem=self.problem, reason=self.reason, letters_work=self.letters_work,
            shows_hints=self.shows_hints, can_undo=self.can_undo, can_redo=self.can_redo, undo=self.undo,
            redo=self.redo, undo_day=self.undo_day, redo_day=self.redo_day, shows_scales=writing.asks_scales,
            more=replace(
                looked, choices=before.choices, factors=before.factors, own_measures=before.own_measures,
                own_words=before.own_words,
            ),
            welcome=self.welcome, writing=writing, not_used=self.not_used,
        )  # fmt: skip

    @property
    def has_greeting(self) -> bool:
        """Whether there is something to say to the person who comes back, or to ask; never a carer."""
        return self.writing.is_person and (self.welcome != Welcome() or self.helping is not None)

    @property
    def can_mark_bad_day(self) -> bool:
        """Whether the day can be marked: not twice, and only in the person's own words."""
        return not self.is_bad_day and self.writing.asks_scales

    @property
    def can_go_on(self) -> bool:
        """Whether there is a day after this one that has begun."""
        return self.day < self.today
