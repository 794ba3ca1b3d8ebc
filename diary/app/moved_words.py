"""What an entry is made of, by name and never by what was answered, each thing once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.measures import CORE
from diary.domain.places import Side
from diary.domain.today import NUMBNESS
from diary.storage.keys import BETWEEN
from diary.words import msgid, say

if TYPE_CHECKING:
    from diary.app.made_known import Lists
    from diary.storage.moving import Piece

_ORDER = ("entry", "spread", "entry_factor", "intake", "day_mark", "note", "good_thing", "moment")
_KINDS = {
    "entry": msgid("“nowhere else today”"),
    "note": msgid("a note"),
    "good_thing": msgid("one good thing"),
    "day_mark": msgid("the mark on the day"),
    "spread": msgid("where pain spread to"),
}


def things(pieces: Iterable[Piece], known: Lists) -> tuple[str, ...]:
    """The names of what was said; what only explains something else has none."""
    order = {measure: number for number, measure in enumerate(dict.fromkeys((*CORE, *known.measures)))}
    named = [(_place(piece, order), _thing(piece, known)) for piece in pieces]
    named.sort()
    return tuple(dict.fromkeys(name for _, name in named if name))


def _place(piece: Piece, order: Mapping[str, int]) -> tuple[int, int]:
    """Where it stands in the list: as on Today, the core questions first, and places after them."""
    if piece.kind != "score":
        return _ORDER.index(piece.kind) if piece.kind in _ORDER else len(_ORDER), 0
    _, measure, place, _ = piece.key.split(BETWEEN)
    return -1 if place else -2, order.get(measure, len(order))


def _thing(piece: Piece, known: Lists) -> str:
    match piece.kind, piece.key.split(BETWEEN):
        case "score", [_, measure, place, side]:
            return _answer(known, measure, place, side)
        case "entry_factor", [_, factor]:
            found = known.factors.get(factor)
            return found.label if found else say("something that was part of the day")
        case "moment", _:
            return say("a moment at {time}", time=piece.fields["at"])
    return _beside(piece, known)


def _beside(piece: Piece, known: Lists) -> str:
    """What stands beside the answers, by its kind or by its name."""
    if piece.kind == "intake":
        treatment = known.treatments.get(piece.fields["treatment"])
        return treatment.name if treatment else say("a treatment")
    if piece.kind == "questionnaire_response":
        form = catalogue.questionnaires().get(piece.fields["questionnaire"])
        return form.name if form else say("a questionnaire")
    if piece.kind == "entry" and not piece.fields.get("nowhere_else"):
        return ""
    return say(_KINDS[piece.kind]) if piece.kind in _KINDS else ""


def _answer(known: Lists, measure_id: str, place: str, side: str) -> str:
    measure = known.measures.get(measure_id)
    if measure is not None and measure.moment_of:  # told with its moment
        return ""
    label = "" if measure is None else measure.label if measure.own else say(measure.label)
    if not place:
        return label or say("an answer")
    found = catalogue.places().get(place)
    where = say(found.label) if found else place
    match side:
        case Side.LEFT:
            where = say("left {place}", place=where)
        case Side.RIGHT:
            where = say("right {place}", place=where)
    return say("{measure}, {place}", measure=label, place=where) if measure_id == NUMBNESS else where
