"""Turns what a person does on Questionnaires into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.questionnaires import Questionnaire, Response, answered, score
from diary.ui.questionnaires.state import Filling, QuestionnairesState
from diary.words import problems, say
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.questionnaires import Offer
    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.ui.kit.tasks import Tasks
    from diary.ui.questionnaires.filling_in import FillingIn


class QuestionnairesPresenter(QObject):
    """Holds the page's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other screens need.

    ``help_requested``: an answer was given that shows where help is to be had, whatever the score.
    """

    state_changed = Signal(object)
    changed = Signal(object)
    help_requested = Signal()

    def __init__(
        self, filling_in: FillingIn, tasks: Tasks, today: Callable[[], date], new_id: Callable[[], str]
    ) -> None:
        super().__init__()
        self._filling_in = filling_in
        self._tasks = tasks
        self._today = today
        self._new_id = new_id
        self.state = QuestionnairesState(today())

    @property
    def has_unsaved(self) -> bool:
        """Whether an answer is on the page but could not be written."""
        return self.state.filling is not None and bool(self.state.problem)

    def load(self) -> None:
        """Ask what there is."""
        self._tasks.run(self._filling_in.offers, self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something."""
        if changes:
            self.load()

    def begin(self, offer: Offer) -> None:
        """Fill one in, or go on where it was stopped."""
        before = offer.unfinished
        filling = Filling(
            offer.questionnaire, before.id if before else self._new_id(), dict(before.answers) if before else {}
        )
        self._replace(replace(self.state, filling=filling, said="", added_up="", problem="", reason=""))

    def answer(self, item_id: str, value: int | None) -> None:
        """Take an answer, or take it away; it is on the page at once and saved behind it."""
        filling = self.state.filling
        if filling is None:
            return
        answers = {key: one for key, one in filling.answers.items() if key != item_id}
        if value is not None:
            answers[item_id] = value
        self._replace(replace(self.state, filling=replace(filling, answers=answers), problem="", reason=""))
        work = partial(self._filling_in.answer, filling.questionnaire.id, filling.response_id, item_id, value)
        self._tasks.run(work, self._answered, self._refused)
        if value and filling.questionnaire.item(item_id).asks_for_help:
            self.help_requested.emit()

    def choose_one_at_a_time(self, is_one: bool) -> None:  # noqa: FBT001  # a tick of the page
        """Show one question at a time, or all."""
        self._replace(replace(self.state, is_one_at_a_time=is_one))

    def stop(self) -> None:
        """Leave it as it is, to go on with later."""
        self._replace(replace(self.state, filling=None))
        self.load()

    def finish(self) -> None:
        """Say that it is done, and show what it adds up to."""
        filling = self.state.filling
        if filling is not None and filling.answers:
            response = Response(filling.response_id, filling.questionnaire.id, self._today(), answers=filling.answers)
            said, added_up = said_of(filling.questionnaire, response), _adding_up(filling.questionnaire, response)
            self._act(partial(self._filling_in.finish, filling.response_id), said, added_up)
        else:
            self.stop()

    def discard(self) -> None:
        """Delete what is being filled in."""
        filling = self.state.filling
        if filling is not None and filling.answers:
            said = say("Deleted: {what}", what=filling.questionnaire.name)
            self._act(partial(self._filling_in.discard, filling.response_id), said)
        else:
            self.stop()

    def switch(self, questionnaire_id: str, is_on: bool) -> None:  # noqa: FBT001  # a tick of the page
        """Offer one, or no more."""
        self._act(partial(self._filling_in.switch, questionnaire_id, is_on=is_on), "")

    def undo(self) -> None:
        """Take back what was done last."""
        self._replace(replace(self.state, said="", added_up=""))
        self._tasks.run(partial(_undone, self._filling_in), self._acted, self._refused)

    def try_again(self) -> None:
        """Write once more what could not be written, or ask again."""
        filling = self.state.filling
        self._replace(replace(self.state, problem="", reason=""))
        if filling is None:
            self.load()
            return
        for item_id, value in filling.answers.items():
            work = partial(self._filling_in.answer, filling.questionnaire.id, filling.response_id, item_id, value)
            self._tasks.run(work, self._answered, self._refused)

    def _act(self, work: Callable[[], Changes], said: str, added_up: str = "") -> None:
        self._replace(replace(self.state, problem="", reason=""))
        self._tasks.run(partial(_done, self._filling_in, work, said, added_up), self._acted, self._refused)

    def _answered(self, changes: Changes) -> None:
        if changes:
            self.changed.emit(changes)

    def _acted(self, acted: _Acted) -> None:
        self._replace(
            replace(
                self.state, today=self._today(), is_loaded=True, offers=acted.offers, filling=None,
                said=acted.said, added_up=acted.added_up,
            )
        )  # fmt: skip
        if acted.changes:
            self.changed.emit(acted.changes)

    def _loaded(self, offers: tuple[Offer, ...]) -> None:
        self._replace(replace(self.state, today=self._today(), is_loaded=True, offers=offers, problem="", reason=""))

    def _refused(self, error: DiaryError) -> None:
        """What was answered stays on the page."""
        self._replace(replace(self.state, problem=say("Not saved yet"), reason=problems.sentence(error), said=""))

    def _load_failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("The diary could not be read"), reason=problems.sentence(error)))

    def _replace(self, state: QuestionnairesState) -> None:
        self.state = state
        self.state_changed.emit(state)


@dataclass(frozen=True, slots=True)
class _Acted:
    changes: Changes | None
    offers: tuple[Offer, ...]
    said: str = ""
    added_up: str = ""


def _done(filling_in: FillingIn, work: Callable[[], Changes], said: str, added_up: str) -> _Acted:
    return _Acted(work(), filling_in.offers(), said, added_up)


def _undone(filling_in: FillingIn) -> _Acted:
    return _Acted(filling_in.undo(), filling_in.offers())


def said_of(form: Questionnaire, response: Response) -> str:
    """Return "PHQ-4: 6 of 12", or how many were answered where that is not all."""
    total = score(form, response)
    if total is None:
        n, of = answered(form, response), len(form.scored)
        return say("{name}: {n} of {of} answered, no total", name=form.name, n=n, of=of)
    return say("{name}: {total} of {most}", name=form.name, total=short_number(total), most=form.highest)


def _adding_up(form: Questionnaire, response: Response) -> str:
    if score(form, response) is None:
        return ""
    numbers = " + ".join(str(response.answers[item.id]) for item in form.scored)
    if form.is_mean:
        return say("The mean of your answers: ({numbers}) ÷ {n}.", numbers=numbers, n=len(form.scored))
    return say("Your answers added up: {numbers}.", numbers=numbers)
