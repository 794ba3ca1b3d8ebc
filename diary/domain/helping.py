"""What keeps a diary from doing harm: whether it helps, as the person answered it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class IsHelping(StrEnum):
    """The answer to "Is keeping this diary helping?"."""

    YES = "yes"
    NOT_SURE = "not_sure"
    NO = "no"


@dataclass(frozen=True, slots=True)
class HelpingAnswer:
    """What the person answered on a day."""

    day: date
    answer: IsHelping
