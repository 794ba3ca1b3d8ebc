"""The page's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from diary.ui.kit.picture_saving import write

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.opened import OpenDiary
    from diary.app.questionnaires import Offer
    from diary.app.values import Changes
    from diary.ui.kit.picture_saving import Picture, Table


class FillingIn(Protocol):
    """What Questionnaires asks of an open diary; every call runs on the diary's lane."""

    def offers(self) -> tuple[Offer, ...]:
        """Every questionnaire, and what was filled in of it."""

    def answer(self, questionnaire_id: str, response_id: str, item_id: str, value: int | None) -> Changes:
        """Answer one item, or take its answer away."""

    def finish(self, response_id: str) -> Changes:
        """Say that a response is done."""

    def discard(self, response_id: str) -> Changes:
        """Delete a response."""

    def switch(self, questionnaire_id: str, *, is_on: bool) -> Changes:
        """Offer a questionnaire, or no more."""

    def undo(self) -> Changes | None:
        """Take back the last act."""

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""


class DiaryFillingIn:
    """The questionnaires of one diary; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def offers(self) -> tuple[Offer, ...]:
        """Every questionnaire, and what was filled in of it."""
        from diary.app import questionnaires

        return questionnaires.offers(self._diary())

    def answer(self, questionnaire_id: str, response_id: str, item_id: str, value: int | None) -> Changes:
        """Answer one item, or take its answer away."""
        from diary.app import questionnaires

        return questionnaires.answer(self._diary(), questionnaire_id, response_id, item_id, value)

    def finish(self, response_id: str) -> Changes:
        """Say that a response is done."""
        from diary.app import questionnaires

        return questionnaires.finish(self._diary(), response_id)

    def discard(self, response_id: str) -> Changes:
        """Delete a response."""
        from diary.app import questionnaires

        return questionnaires.discard(self._diary(), response_id)

    def switch(self, questionnaire_id: str, *, is_on: bool) -> Changes:
        """Offer a questionnaire, or no more."""
        from diary.app import questionnaires

        return questionnaires.switch(self._diary(), questionnaire_id, is_on=is_on)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table where the person chose."""
        write(sent)
