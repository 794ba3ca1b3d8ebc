"""What was given on a page and is not in the diary yet: on its way there, or refused and kept until it can be saved."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

if TYPE_CHECKING:
    from diary.domain.errors import DiaryError


class Keyed(Protocol):
    """Something a person did on a page."""

    @property
    def key(self) -> object:
        """By what a later act takes the place of an earlier one."""


Act = TypeVar("Act", bound=Keyed)
FORM = "form"
"""The key of what stands in a page's open form."""
PASSING = frozenset(
    {"disk_full", "diary_busy", "file_unwritable", "file_unreadable", "folder_read_only", "folder_missing"}
)
"""Faults of the disk, which may be gone the next time; all others say that the diary doesn't take what was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepingState:
    """What could not be saved on a page, in two sentences; ``can_copy``: a copy elsewhere would take it."""

    problem: str = ""
    reason: str = ""
    can_copy: bool = False


@dataclass(frozen=True, slots=True)
class NotSaved(Generic[Act]):
    """An act that could not be saved, and why."""

    act: Act
    error: DiaryError

    @property
    def may_pass(self) -> bool:
        """Whether the same act may be saved when it is tried again."""
        return self.error.slug in PASSING


class Unsaved(Generic[Act]):
    """The acts of one page that are not in the diary; each key has its latest alone.

    An act is here from the moment it is done, and leaves only when it is saved, taken back, or done anew: a sentence
    on screen may go before, so nothing is read off one. ``has_unfinished`` is set by the page: words stand in a form
    that can't be kept as they are, such as an event without its year.
    """

    def __init__(self) -> None:
        self.has_unfinished = False
        self._under_way: OrderedDict[object, Act] = OrderedDict()
        self._refused: OrderedDict[object, NotSaved[Act]] = OrderedDict()

    @property
    def refused(self) -> tuple[NotSaved[Act], ...]:
        """What could not be saved, in its old order."""
        return tuple(self._refused.values())

    @property
    def is_any(self) -> bool:
        """Whether the page must not go without a question."""
        return bool(self._refused) or self.has_unfinished

    @property
    def is_under_way(self) -> bool:
        """Whether something is being saved."""
        return bool(self._under_way)

    @property
    def to_copy(self) -> tuple[Act, ...]:
        """What a copy elsewhere would take: it has another disk, and refuses what any diary refuses."""
        return tuple(one.act for one in self._refused.values() if one.may_pass)

    @property
    def waiting(self) -> tuple[Act, ...]:
        """Everything that is not in the diary: what was refused, then what is under way."""
        return (*(one.act for one in self._refused.values()), *self._under_way.values())

    @property
    def holds_form(self) -> bool:
        """Whether what stands in the open form is not in the diary yet, so that nothing may take its place."""
        return self.has_unfinished or FORM in self._refused or FORM in self._under_way

    def under_way(self, key: object) -> Act | None:
        """What is being saved under a key."""
        return self._under_way.get(key)

    def why(self, key: object) -> DiaryError | None:
        """Why what stands under a key could not be saved."""
        refused = self._refused.get(key)
        return refused.error if refused else None

    def begin(self, act: Act) -> None:
        """Take note that an act is done and about to be saved."""
        self._refused.pop(act.key, None)
        self._under_way[act.key] = act
        self._under_way.move_to_end(act.key)

    def end(self, act: Act) -> bool:
        """Take note that an act is saved, or put off; returns whether no later one has taken its place."""
        is_latest = self._under_way.get(act.key) is act
        if is_latest:
            del self._under_way[act.key]
        return is_latest

    def refuse(self, refused: NotSaved[Act]) -> bool:
        """Keep an act that could not be saved; returns whether it is still wanted, and no later one has its place."""
        is_latest = self.end(refused.act)
        if is_latest:
            self._refused[refused.act.key] = refused
        return is_latest

    def forget(self, key: object) -> bool:
        """Let go of what was refused under a key: it is saved otherwise, or taken back. Returns if there was any."""
        return self._refused.pop(key, None) is not None

    def drop(self, key: object) -> None:
        """Let go of what stands under a key, whatever comes of it: nobody wants it any more."""
        self._refused.pop(key, None)
        self._under_way.pop(key, None)

    def hold_form(self, *, is_unfinished: bool) -> None:
        """Take note that the form has words that can't be kept yet, or no longer; what it had before is out of date."""
        self.has_unfinished = is_unfinished
        if is_unfinished:
            self.drop(FORM)

    def again(self) -> tuple[Act, ...]:
        """Hand over what was refused, in its old order, to be done anew."""
        acts = tuple(one.act for one in self._refused.values())
        self._refused.clear()
        return acts
