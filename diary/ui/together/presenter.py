"""Turns what a person does on Together into questions, and their answers into the next state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.ui.kit.tasks import LatestTasks
from diary.ui.together.state import TogetherState, pair_state
from diary.words import problems, say

if TYPE_CHECKING:
    from diary.app.together import Material
    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
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
        self._material: Material | None = None
        self.state = TogetherState()

    def load(self) -> None:
        """Read the diary and look at its pairs."""
        self._replace(replace(self.state, is_working=True, problem="", reason=""))
        self._lane.run(self._pairs.material, self._read, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Look again when another screen changed something."""
        if changes:
            self.load()

    def choose_pair(self, index: int) -> None:
        """Show another pair."""
        self._replace(replace(self.state, chosen=index, is_working=True))
        self._look()

    def _read(self, found: Material) -> None:
        self._material = found
        self._look()

    def _look(self) -> None:
        if self._material is not None:
            work = partial(_look, self._pairs, self._material, self.state.chosen)
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


def _look(pairs: Pairs, found: Material, chosen: int) -> tuple[tuple[str, ...], PairState]:
    page = pairs.page(found, chosen)
    return tuple(link.title for link in page.looked_at), pair_state(page)
