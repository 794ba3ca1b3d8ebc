"""Turns what a person does on Questionnaires into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.errors import DiaryError
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.picture_saving import saved_words
from diary.ui.kit.unsaved import NotSaved
from diary.ui.questionnaires.gestures import AnswerItem, Discard, Finish, Switch, fate
from diary.ui.questionnaires.state import Filling, QuestionnairesState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from diary.app.questionnaires import Offer
    from diary.app.values import Changes
    from diary.ui.kit.picture_saving import Picture, Table
    from diary.ui.kit.tasks import Tasks
    from diary.ui.questionnaires.filling_in import FillingIn
    from diary.ui.questionnaires.gestures import Deed


class QuestionnairesPresenter(KeepingPresenter[QuestionnairesState, "AnswerItem | Deed"]):
    """``help_requested``: an answer was given that shows where help is to be had, whatever the score."""

    help_requested = Signal()

    def __init__(
        self, filling_in: FillingIn, tasks: Tasks, today: Callable[[], date], new_id: Callable[[], str]
    ) -> None:
        super().__init__(QuestionnairesState(today()))
        self._filling_in = filling_in
        self._tasks = tasks
        self._today = today
        self._new_id = new_id

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [partial(act.write, self._filling_in) for act in self._unsaved.to_copy]

    @override
    def load(self) -> None:
        """Ask what there is."""
        self._tasks.run(self._filling_in.offers, self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something."""
        if changes:
            self.load()

    def begin(self, offer: Offer) -> None:
        """Fill one in, or go on where it was stopped, with the answers that could not be saved then."""
        form, before = offer.questionnaire, offer.unfinished
        unsaved = [one for one in self._waiting() if one.questionnaire == form.id]
        response_id = before.id if before else unsaved[0].response if unsaved else self._new_id()
        answers = dict(before.answers) if before else {}
        for one in unsaved:
            answers = _with(answers, one) if one.response == response_id else answers
        filling = Filling(form, response_id, answers)
        self._replace(
            self._settled(replace(self.state, filling=filling, tells_gaps=False, said="", added_up="", saved=""))
        )

    def answer(self, item_id: str, value: int | None) -> None:
        """Take an answer, or take it away; it is on the page at once and saved behind it."""
        filling = self.state.filling
        if filling is None:
            return
        act = AnswerItem(filling.questionnaire.id, filling.response_id, item_id, value)
        self._unsaved.forget(fate(filling.response_id))
        self._replace(replace(self.state, filling=replace(filling, answers=_with(filling.answers, act))))
        self._start(act)
        if value and filling.questionnaire.item(item_id).asks_for_help:
            self.help_requested.emit()

    def choose_one_at_a_time(self, is_one: bool) -> None:
        """Show one question at a time, or all."""
        self._replace(replace(self.state, is_one_at_a_time=is_one))

    def stop(self) -> None:
        """Leave it as it is, to go on with later."""
        self._replace(replace(self.state, filling=None, tells_gaps=False))
        self.load()

    def finish(self) -> None:
        """Say that it is done, and show what it adds up to; with questions still open, which they are comes first."""
        filling = self.state.filling
        if filling is not None and filling.answers and filling.gaps:
            self._replace(replace(self.state, tells_gaps=True))
        else:
            self.finish_as_it_is()

    def finish_as_it_is(self) -> None:
        """Say that it is done, whatever is open."""
        filling = self.state.filling
        if filling is not None and filling.answers:
            unsaved = self._unsaved_of(filling.response_id)
            self._start(Finish(filling.questionnaire, filling.response_id, unsaved))
        else:
            self.stop()

    def discard(self) -> None:
        """Delete what is being filled in."""
        filling = self.state.filling
        if filling is not None and (filling.answers or self._unsaved_of(filling.response_id)):
            self._start(Discard(filling.questionnaire, filling.response_id))
        else:
            self.stop()

    def switch(self, questionnaire_id: str, is_on: bool) -> None:
        """Offer one, or no more."""
        self._start(Switch(questionnaire_id, is_on))

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table."""
        self._replace(self._settled(replace(self.state, saved="")))
        self._tasks.run(partial(_sent, self._filling_in, sent), self._written, self._not_written)

    def undo(self) -> None:
        """Take back what was done last."""
        self._replace(replace(self.state, said="", added_up=""))
        self._tasks.run(partial(_undone, self._filling_in), self._stepped, self._step_failed)

    def _waiting(self) -> list[AnswerItem]:
        return [one for one in self._unsaved.waiting if isinstance(one, AnswerItem)]

    def _unsaved_of(self, response_id: str) -> tuple[AnswerItem, ...]:
        return tuple(one for one in self._waiting() if one.response == response_id)

    @override
    def _start(self, act: AnswerItem | Deed) -> None:
        self._unsaved.begin(act)
        self._tasks.run(partial(_save, self._filling_in, act), self._ended)

    def _ended(self, ended: _Saved | NotSaved[AnswerItem | Deed]) -> None:
        """What could not be saved stays on the page."""
        if isinstance(ended, NotSaved):
            self._unsaved.refuse(ended)
            reason = problems.sentence(ended.error)
            self._replace(replace(self.state, problem=say("Not saved yet"), reason=reason, said="", added_up=""))
            return
        act = ended.act
        self._unsaved.end(act)
        if not isinstance(act, AnswerItem):
            self._done(act, ended.offers)
        self._replace(self._settled(self.state))
        if ended.changes:
            self.changed.emit(ended.changes)

    def _done(self, act: Deed, offers: tuple[Offer, ...]) -> None:
        if isinstance(act, Finish | Discard):
            for one in self._unsaved_of(act.response):
                self._unsaved.forget(one.key)
        said, added_up = act.said(offers)
        self._show(offers, said, added_up)

    def _written(self, said: str) -> None:
        self._replace(replace(self.state, saved=said))

    def _not_written(self, error: DiaryError) -> None:
        self._say_why(say("Nothing was saved"), error)

    def _stepped(self, stepped: _Stepped) -> None:
        self._show(stepped.offers)
        if stepped.changes:
            self.changed.emit(stepped.changes)

    def _show(self, offers: tuple[Offer, ...], said: str = "", added_up: str = "") -> None:
        self._replace(
            replace(
                self.state, today=self._today(), is_loaded=True, offers=offers, filling=None, tells_gaps=False,
                said=said, added_up=added_up,
            )
        )  # fmt: skip

    def _loaded(self, offers: tuple[Offer, ...]) -> None:
        state = replace(self.state, today=self._today(), is_loaded=True, offers=offers)
        self._replace(self._settled(state))


@dataclass(frozen=True, slots=True)
class _Saved:
    act: AnswerItem | Deed
    changes: Changes
    offers: tuple[Offer, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stepped:
    changes: Changes | None
    offers: tuple[Offer, ...]


def _save(filling_in: FillingIn, act: AnswerItem | Deed) -> _Saved | NotSaved[AnswerItem | Deed]:
    try:
        changes = act.write(filling_in)
        return _Saved(act, changes, () if isinstance(act, AnswerItem) else filling_in.offers())
    except DiaryError as error:
        return NotSaved(act, error)


def _sent(filling_in: FillingIn, sent: Picture | Table) -> str:
    filling_in.save(sent)
    return saved_words(sent)


def _undone(filling_in: FillingIn) -> _Stepped:
    return _Stepped(filling_in.undo(), filling_in.offers())


def _with(answers: Mapping[str, int], one: AnswerItem) -> dict[str, int]:
    rest = {item: value for item, value in answers.items() if item != one.item}
    return rest if one.value is None else {**rest, one.item: one.value}
