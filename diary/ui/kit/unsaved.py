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


@dataclass(frozen=True, slots=True)
class NotSaved(Generic[Act]):
    """An act that could not be saved, and why."""

    act: Act
    error: DiaryError


class Unsaved(Generic[Act]):
    """The acts of one page that are not in the diary; each key has its latest alone.

    An act is here from the moment it is done, and leaves only when it is saved, taken back, or done anew: a sentence
    on screen may go before, so nothing is read off one.
    """

    def __init__(self) -> None:
        self._under_way: OrderedDict[object, Act] = OrderedDict()
        self._refused: OrderedDict[object, NotSaved[Act]] = OrderedDict()

    @property
    def refused(self) -> tuple[NotSaved[Act], ...]:
        """What could not be saved, in its old order."""
        return tuple(self._refused.values())

    @property
    def is_under_way(self) -> bool:
        """Whether something is being saved."""
        return bool(self._under_way)

    @property
    def waiting(self) -> tuple[Act, ...]:
        """Everything that is not in the diary: what was refused, then what is under way."""
        return (*(one.act for one in self._refused.values()), *self._under_way.values())

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

    def end(self, act: Act) -> None:
        """Take note that an act is saved, or put off; a later one with its key may still be on its way."""
        if self._under_way.get(act.key) is act:
            del self._under_way[act.key]

    def refuse(self, refused: NotSaved[Act]) -> None:
        """Keep an act that could not be saved, unless a later one has taken its place."""
        key = refused.act.key
        if self._under_way.get(key) is refused.act:
            del self._under_way[key]
            self._refused[key] = refused

    def forget(self, key: object) -> bool:
        """Let go of what was refused under a key: it is saved otherwise, or taken back. Returns if there was any."""
        return self._refused.pop(key, None) is not None

    def again(self) -> tuple[Act, ...]:
        """Hand over what was refused, in its old order, to be done anew."""
        acts = tuple(one.act for one in self._refused.values())
        self._refused.clear()
        return acts
