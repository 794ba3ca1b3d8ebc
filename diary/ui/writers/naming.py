"""The page's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes
    from diary.domain.people import Agreed, Carer


class Naming(Protocol):
    """What the page asks of an open diary; every call runs on the diary's lane."""

    def person(self) -> str:
        """The name of the person whom the diary is about."""

    def rename(self, name: str) -> Changes:
        """Give the person another name."""

    def carers(self) -> tuple[Carer, ...]:
        """Everybody beside the person who writes or wrote."""

    def add(self, name: str, relationship: str, agreed: Agreed, *, by_person: bool) -> Changes:
        """Let a carer write."""

    def change(self, carer_id: str, name: str, relationship: str) -> Changes:
        """Give a carer another name or relationship."""

    def answer(self, carer_id: str, agreed: Agreed, *, by_person: bool) -> Changes:
        """Answer whether the person agrees."""

    def remove(self, carer_id: str) -> Changes:
        """Let a carer write no longer."""

    def with_passphrase(self) -> frozenset[str]:
        """The carers who have a passphrase of their own, by id."""

    def give_passphrase(self, carer_id: str, passphrase: str) -> str:
        """Let a carer open the diary with a passphrase of their own; returns their recovery code."""

    def take_passphrase(self, carer_id: str) -> None:
        """Let a carer's own passphrase open the diary no longer."""

    def keeper(self) -> str:
        """The carer who keeps the diary for a person that can't open it, by id; else empty."""

    def decides(self) -> bool:
        """Whether who has the diary open decides who writes in it."""

    def take_over(self, passphrase: str, *, keeper_stays: bool) -> str:
        """Give the person a way in that only they know; returns their recovery code."""

    def undo(self) -> Changes | None:
        """Take back what was last done about who writes."""


class DiaryNaming:
    """The writers of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def person(self) -> str:
        """The name of the person whom the diary is about."""
        from diary.app import carers
        from diary.domain.people import PERSON

        return carers.names(self._diary()).get(PERSON, "")

    def rename(self, name: str) -> Changes:
        """Give the person another name."""
        from diary.app import carers

        return carers.rename_person(self._diary(), name)

    def carers(self) -> tuple[Carer, ...]:
        """Everybody beside the person who writes or wrote."""
        from diary.app import carers

        return carers.carers(self._diary())

    def add(self, name: str, relationship: str, agreed: Agreed, *, by_person: bool) -> Changes:
        """Let a carer write."""
        from diary.app import carers

        return carers.add_carer(self._diary(), name, relationship, agreed, given_by_person=by_person)

    def change(self, carer_id: str, name: str, relationship: str) -> Changes:
        """Give a carer another name or relationship."""
        from diary.app import carers

        return carers.change_carer(self._diary(), carer_id, name, relationship)

    def answer(self, carer_id: str, agreed: Agreed, *, by_person: bool) -> Changes:
        """Answer whether the person agrees."""
        from diary.app import carers

        return carers.answer_consent(self._diary(), carer_id, agreed, given_by_person=by_person)

    def remove(self, carer_id: str) -> Changes:
        """Let a carer write no longer."""
        from diary.app import carers

        return carers.remove_carer(self._diary(), carer_id)

    def with_passphrase(self) -> frozenset[str]:
        """The carers who have a passphrase of their own, by id."""
        from diary.app import carer_keys

        return carer_keys.own_passphrases(self._diary())

    def give_passphrase(self, carer_id: str, passphrase: str) -> str:
        """Let a carer open the diary with a passphrase of their own; returns their recovery code."""
        from diary.app import carer_keys

        return carer_keys.give_passphrase(self._diary(), carer_id, passphrase)

    def take_passphrase(self, carer_id: str) -> None:
        """Let a carer's own passphrase open the diary no longer."""
        from diary.app import carer_keys

        carer_keys.take_passphrase(self._diary(), carer_id)

    def keeper(self) -> str:
        """The carer who keeps the diary for a person that can't open it, by id; else empty."""
        from diary.app import taking_over

        return taking_over.keeper(self._diary())

    def decides(self) -> bool:
        """Whether who has the diary open decides who writes in it."""
        return self._diary().decides

    def take_over(self, passphrase: str, *, keeper_stays: bool) -> str:
        """Give the person a way in that only they know; returns their recovery code."""
        from diary.app import taking_over

        return taking_over.take_over(self._diary(), passphrase, keeper_stays=keeper_stays)

    def undo(self) -> Changes | None:
        """Take back what was last done about who writes."""
        from diary.app import carers

        return carers.undo(self._diary())
