"""Filling in questionnaires: begun, stopped, gone on with, done; and what was scored before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from diary import catalogue
from diary.app.acts import act
from diary.app.whose import check_known, may_change
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON, Basis
from diary.domain.questionnaires import EVERY_DAYS, Questionnaire, Response, score
from diary.storage import lists
from diary.storage.keys import BETWEEN
from diary.storage.revisions import FieldChange, OnlyIf

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import Changes

_RESPONSE = "questionnaire_response"
_SWITCHED_ON = "questionnaires."
"""A setting named so, with the questionnaire's id, says whether it is offered."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A response that is done: its day, and its score, ``None`` where an item was left out."""

    response: Response
    score: float | None


@dataclass(frozen=True, slots=True)
class Offer:
    """A questionnaire, whether it is switched on, what is unfinished of it, and what was done, newest first.

    A carer can't go on with what somebody else left unfinished, so that is none to them. ``again_on``: asked again
    sooner it would ask about days that it has asked about; ``None`` when that is over.
    """

    questionnaire: Questionnaire
    is_on: bool
    unfinished: Response | None = None
    done: tuple[Scored, ...] = ()
    again_on: date | None = None


def offers(diary: OpenDiary) -> tuple[Offer, ...]:
    """Every questionnaire in its order."""
    with diary.store.reading() as connection:
        responses = lists.responses(connection)
        settings = lists.settings(connection)
    seen = tuple(one for one in responses if one.is_done or may_change(diary, one.recorder))
    return tuple(_offer(one, seen, settings, diary.today()) for one in catalogue.questionnaires().values())


def _offer(one: Questionnaire, responses: tuple[Response, ...], settings: dict[str, str], today: date) -> Offer:
    own = [response for response in responses if response.questionnaire == one.id]
    done = [Scored(response, score(one, response)) for response in reversed(own) if response.is_done]
    unfinished = next((response for response in reversed(own) if not response.is_done), None)
    chosen = settings.get(_SWITCHED_ON + one.id)
    again = done[0].response.day + timedelta(days=EVERY_DAYS) if done else None
    return Offer(
        one,
        is_on=not one.is_off_at_first if chosen is None else chosen == "true",
        unfinished=unfinished,
        done=tuple(done),
        again_on=again if again and again > today else None,
    )


def answer(diary: OpenDiary, questionnaire_id: str, response_id: str, item_id: str, value: int | None) -> Changes:
    """Answer one item; the first answer begins the response, of today, and ``None`` takes an answer away.

    ``response_id`` is random. A carer writes down what the person told: there is no carer's view of a questionnaire.
    Raises ``DiaryError``: ``measure_unknown``, ``score_out_of_range``, and as ``finish``.
    """
    item = _questionnaire(questionnaire_id).item(item_id)
    if value is not None and value not in item.values:
        raise DiaryError("score_out_of_range", measure=item_id, lowest=min(item.values), highest=max(item.values))
    check_known(diary, (_RESPONSE, response_id))
    begun = {
        "questionnaire": questionnaire_id,
        "day": diary.today().isoformat(),
        "recorder": diary.recorder,
        "basis": Basis.SELF if diary.recorder == PERSON else Basis.TOLD,
    }
    changes = [FieldChange(_RESPONSE, response_id, name, content, OnlyIf.EMPTY) for name, content in begun.items()]
    changes.append(FieldChange("questionnaire_answer", f"{response_id}{BETWEEN}{item_id}", "value", value))
    return act(diary, changes, diary.recorder)


def finish(diary: OpenDiary, response_id: str) -> Changes:
    """Say that a response is done, whether or not everything was answered.

    Raises ``DiaryError("not_yours_to_change")`` for a carer where somebody else began it.
    """
    check_known(diary, (_RESPONSE, response_id))
    return act(diary, [FieldChange(_RESPONSE, response_id, "finished", value=True)], diary.recorder)


def discard(diary: OpenDiary, response_id: str) -> Changes:
    """Delete a response; undo brings it back. Raises ``DiaryError("not_yours_to_delete")`` for a carer likewise."""
    check_known(diary, (_RESPONSE, response_id), "not_yours_to_delete")
    return act(diary, [FieldChange(_RESPONSE, response_id, "deleted", value=True)], diary.recorder)


def switch(diary: OpenDiary, questionnaire_id: str, *, is_on: bool) -> Changes:
    """Offer a questionnaire, or no more; what was filled in stays. Raises ``DiaryError("measure_unknown")``."""
    _questionnaire(questionnaire_id)
    change = FieldChange("setting", _SWITCHED_ON + questionnaire_id, "value", is_on)
    return act(diary, [change], diary.recorder)


def _questionnaire(questionnaire_id: str) -> Questionnaire:
    found = catalogue.questionnaires().get(questionnaire_id)
    if found is None:
        raise DiaryError("measure_unknown")
    return found
