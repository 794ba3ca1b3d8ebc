"""What the dialog for a study shows, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.app.researching import ForResearch
    from diary.domain.days import Period


@dataclass(frozen=True, slots=True)
class ResearchState:
    """``found`` is all that would leave, ``None`` while it is being made or there is nothing.

    ``has_answers``: there are single answers of questionnaires that could go with it.
    """

    period: Period | None = None
    with_answers: bool = False
    has_answers: bool = False
    found: ForResearch | None = None
    problem: str = ""
    saved: str = ""
