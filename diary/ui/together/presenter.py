"""Turns what a person does on Together into questions, and their answers into the next state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.kit.tasks import LatestTasks
from diary.ui.together.state import TogetherState, pair_state
from diary.words import problems, say
from diary.words.together import title

if TYPE_CHECKING:
    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.domain.extract import Extract
    from diary.ui.kit.tasks import Tasks
    from diary.ui.together.pairs import Pairs
    from diary.ui.together.state import PairState


class TogetherPresenter(QObject):
    """Holds Together's state. ``lane`` is the diary's, ``worker`` another thread; only the latest question counts."""

    state_changed = Signal(object)

    def __init__(self, pairs: Pairs, lane: Tasks, worker: Tasks) -> None:
        super().__init__()
        self._pairs = pairs
        self._lane = LatestTasks(lane)
        self._worker = LatestTasks(worker)
        self._extract: Extract | None = None
        self.state = TogetherState()

    def load(self) -> None:
        """Read the diary and look at its pairs."""
        self._replace(replace(self.state, is_working=True, problem="", reason=""))
        self._lane.run(self._pairs.extract, self._read, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Look again when another screen changed something."""
        if changes:
            self.load()

    def choose_pair(self, index: int) -> None:
        """Show another pair."""
        self._replace(replace(self.state, chosen=index, is_working=True))
        self._look()

    def _read(self, extract: Extract) -> None:
        self._extract = extract
        self._look()

    def _look(self) -> None:
        if self._extract is not None:
            work = partial(_look, self._pairs, self._extract, self.state.chosen)
            self._worker.run(work, self._looked, self._failed)

    def _looked(self, looked: tuple[tuple[str, ...], PairState]) -> None:
        titles, pair = looked
        self._replace(replace(self.state, titles=titles, pair=pair, is_working=False))

    def _failed(self, error: DiaryError) -> None:
        said = say("The diary could not be read")
        self._replace(replace(self.state, is_working=False, problem=said, reason=problems.sentence(error)))

    def _replace(self, state: TogetherState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _look(pairs: Pairs, extract: Extract, chosen: int) -> tuple[tuple[str, ...], PairState]:
    asked = pairs.pairs(extract)
    titles = tuple(title(extract.measures[x], extract.measures[y]) for x, y in asked)
    return titles, pair_state(pairs.page(extract, *asked[chosen]), extract.measures)
