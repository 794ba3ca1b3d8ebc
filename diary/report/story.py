"""What came before the diary, in the person's own words: up to five lines that they chose, each with its date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.entries import Helped
from diary.report.labels import shortened
from diary.words import msgid, say
from diary.words.dates import rough_day

if TYPE_CHECKING:
    from diary.domain.entries import Event
    from diary.domain.extract import Extract

MOST_LINES, LINE_LENGTH = 5, 80
_HELPED = {
    None: msgid("{day}: {event}"),
    Helped.YES: msgid("{day}: {event} (it helped)"),
    Helped.A_BIT: msgid("{day}: {event} (it helped a bit)"),
    Helped.NO: msgid("{day}: {event} (it did not help)"),
    Helped.NOT_SURE: msgid("{day}: {event} (not sure whether it helped)"),
}


def story(extract: Extract) -> tuple[str, ...]:
    """Return the lines, oldest first."""
    return tuple(_line(event) for event in extract.story[:MOST_LINES])


def _line(event: Event) -> str:
    message = _HELPED[event.helped]
    return say(message, day=rough_day(event.on), event=shortened(event.label, LINE_LENGTH))
