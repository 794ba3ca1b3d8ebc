"""What Questionnaires shows, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from diary.ui.kit.unsaved import KeepingState

if TYPE_CHECKING:
    from diary.app.questionnaires import Offer
    from diary.domain.questionnaires import Questionnaire


@dataclass(frozen=True, slots=True)
class Filling:
    """A questionnaire that is being filled in; ``answers`` by item, those under way to the disk among them."""

    questionnaire: Questionnaire
    response_id: str
    answers: Mapping[str, int] = field(default_factory=dict)

    @property
    def gaps(self) -> tuple[int, ...]:
        """The numbers of the questions that a total still needs, counted from 1."""
        items = enumerate(self.questionnaire.items, start=1)
        return tuple(number for number, item in items if item.is_scored and item.id not in self.answers)


@dataclass(frozen=True, slots=True)
class QuestionnairesState(KeepingState):
    """The whole page: what is offered, or what is being filled in (``filling``).

    ``tells_gaps``: "Done" was pressed while questions were open, and it says which. ``said`` and ``added_up`` tell
    what came of the last one, ``saved`` that a picture or a table was written.
    """

    today: date
    is_loaded: bool = False
    offers: tuple[Offer, ...] = ()
    filling: Filling | None = None
    is_one_at_a_time: bool = False
    tells_gaps: bool = False
    said: str = ""
    added_up: str = ""
    saved: str = ""
