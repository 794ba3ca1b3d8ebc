"""Turns what a person does on Together into questions, and their answers into the next state."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from diary.app.links import LooksToKeep
from diary.app.values import Changes
from diary.ui.kit.picture_saving import saved_words
from diary.ui.kit.tasks import LatestTasks
from diary.ui.together.pairs import Piece, Shown
from diary.ui.together.state import TogetherState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from diary.app.together import Material
    from diary.domain.errors import DiaryError
    from diary.ui.kit.picture_saving import Picture, Table
    from diary.ui.kit.tasks import Tasks
    from diary.ui.together.pairs import Looking, Pairs
    from diary.ui.together.state import PairIds

KEEP_EVERY = 40
"""Looks are handed to the diary's lane when they are so many, so that a lock loses little and typing waits for none."""


class TogetherPresenter(QObject):
    """Holds Together's state. ``lane`` is the diary's; on ``worker`` one piece of looking back follows another.

    Of a long diary the newest days are read and shown first, then all. The pieces stop when the page is left, and with
    the presenter's life; when ``today`` is another day there may be another look. ``changed`` tells what was written.
    """

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, pairs: Pairs, lane: Tasks, worker: Tasks, today: Callable[[], date]) -> None:
        super().__init__()
        self._pairs = pairs
        self._today = today
        self._read_on = today()
        self._lane = lane
        self._reading = LatestTasks(lane)
        self._worker = worker
        self._shown_ids: PairIds | None = None
        self._found: Material | None = None
        self._looking: Looking | None = None
        self._is_begun = self._is_settled = self._is_over = False
        self._reads_whole = False
        self._made: dict[Any, Any] = {}
        self._wants_page = False
        self._is_busy = self._is_going = False
        self._is_on_screen = True
        self._to_keep: dict[Any, Any] = {}
        self.state = TogetherState()

    def load(self) -> None:
        """Read the diary and look at its pairs."""
        self._replace(replace(self.state, is_working=True, problem="", reason=""))
        self._looking = self._found = None
        self._reads_whole = False
        self._made.clear()
        self._read_on = self._today()
        self._reading.run(partial(self._pairs.material, only_recent=True), self._read, self._failed)

    def refresh(self, changes: Changes) -> None:
        """Look again when another screen changed something."""
        if changes:
            self._forget_done()
            self.load()

    def look_at_clock(self) -> None:
        """Look again where a new day has begun since the diary was read: there may be another weekly look."""
        if self._is_on_screen and self._today() != self._read_on:
            self.load()

    def _forget_done(self) -> None:
        """Say no more what was done, and offer no undo once something else may have been written."""
        if self.state.removed or self.state.saved:
            self._replace(replace(self.state, removed="", saved=""))

    def hide_numbers(self, *, is_hidden: bool, always: bool) -> None:
        """Take numbers and pictures out of sight, or show them again."""
        self._replace(replace(self.state, hides_numbers=is_hidden, always_hides=always))

    def choose_pair(self, number: int) -> None:
        """Show another pair."""
        self._replace(replace(self.state, chosen=number, removed="", saved=""))
        if self._looking is not None and number < len(self._looking.pairs):
            self._replace(replace(self.state, is_working=True))
            pair = self._looking.pairs[number]
            self._shown_ids = pair.x, pair.y
            self._wants_page = True
            self._go_on()

    def come(self, *, is_on_screen: bool) -> None:
        """Go on looking back while the page is on screen, and stop when it is left."""
        self._is_on_screen = is_on_screen
        if is_on_screen:
            self.look_at_clock()
            self._go_on()
        else:
            self._forget_done()
            self._keep()

    def add_pair(self, x: str, y: str) -> None:
        """Look at another pair from today on, and show it."""
        self._shown_ids = x, y
        self._lane.run(partial(self._pairs.add, x, y), self._written, self._not_written)

    def remove_pair(self, number: int) -> None:
        """Look at a pair no more."""
        if self._looking is None or number >= len(self._looking.pairs):
            return
        pair = self._looking.pairs[number]
        self._replace(replace(self.state, removed=self.state.titles[number]))
        self._lane.run(partial(self._pairs.remove, pair.x, pair.y), self._written, self._not_written)

    def undo(self) -> None:
        """Look at a removed pair again, since when it was looked at before."""
        self._replace(replace(self.state, removed=""))
        self._lane.run(self._pairs.undo, self._written, self._not_written)

    def save(self, sent: Picture | Table) -> None:
        """Write a picture or a table."""
        self._replace(replace(self.state, saved="", problem="", reason=""))
        self._lane.run(partial(_save, self._pairs, sent), self._saved, self._not_saved)

    def _saved(self, said: str) -> None:
        self._replace(replace(self.state, saved=said))

    def _not_saved(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("Nothing was saved"), reason=problems.sentence(error)))

    def _written(self, changes: Changes | None) -> None:
        if changes:
            self.changed.emit(changes)
        self.load()

    def _not_written(self, error: DiaryError) -> None:
        said = say("The pairs were not changed")
        self._replace(replace(self.state, removed="", problem=said, reason=problems.sentence(error)))

    def _read(self, found: Material) -> None:
        self._found = replace(found, kept={**found.kept, **self._made}) if self._made else found
        self._go_on()

    def _read_whole(self, looking: Looking) -> None:
        """Once the first figures stand, read what they could do without."""
        if not looking.found.is_whole and not self._reads_whole:
            self._reads_whole = True
            self._reading.run(partial(self._pairs.material, only_recent=False), self._read, self._failed)

    def _go_on(self) -> None:
        """Hand the worker one piece after another, each when the one before is done."""
        if self._is_going:
            return
        self._is_going = True
        while not self._is_busy and (work := self._next()) is not None:
            self._is_busy = True
            self._worker.run(work, self._done, self._failed_beside)
        self._is_going = False

    def _next(self) -> Callable[[], object] | None:
        if self._found is not None:
            found, self._found = self._found, None
            return partial(self._pairs.begin, found)
        looking = self._looking
        if looking is None:
            return None
        if self._wants_page and self._is_begun:
            self._wants_page = False
            return partial(self._pairs.page, looking, self.state.chosen)
        if not self._is_over and self._is_on_screen:
            return partial(self._pairs.go_on, looking, was_settled=self._is_settled)
        return None

    def _done(self, answer: object) -> None:
        self._is_busy = False
        if isinstance(answer, Piece):
            self._looked(answer)
        elif isinstance(answer, Shown):
            self._drawn(answer)
        else:
            self._begun(answer)  # type: ignore[arg-type]  # the one answer left
        self._go_on()

    def _begun(self, looking: Looking) -> None:
        self._looking = looking
        self._is_begun = self._is_settled = self._is_over = False
        self._wants_page = True
        chosen = self.state.chosen
        if self._shown_ids is not None:
            ids = [{pair.x, pair.y} for pair in looking.pairs]
            chosen = ids.index(set(self._shown_ids)) if set(self._shown_ids) in ids else 0
        self._replace(replace(self.state, chosen=min(chosen, len(looking.pairs) - 1), things=looking.things))

    def _looked(self, piece: Piece) -> None:
        self._to_keep |= piece.to_keep.news
        self._made |= piece.to_keep.news
        if piece.looking is not self._looking:
            return
        if (piece.is_settled and not self._is_settled) or piece.is_complete:
            self._wants_page = True
        self._is_settled |= piece.is_settled
        self._is_begun, self._is_over = piece.is_begun, piece.is_over
        if piece.is_over:
            self._read_whole(piece.looking)
        if piece.is_complete:
            self._keep(piece.to_keep.only)
        elif len(self._to_keep) >= KEEP_EVERY:
            self._keep()

    def _drawn(self, shown: Shown) -> None:
        if shown.looking is self._looking and shown.number == self.state.chosen:
            self._replace(replace(self.state, titles=shown.titles, pair=shown.pair, is_working=False))
        if shown.looking is self._looking:
            self._read_whole(shown.looking)

    def _keep(self, only: frozenset[Any] | None = None) -> None:
        if self._to_keep or only is not None:
            looks, self._to_keep = LooksToKeep(self._to_keep, only), {}
            self._lane.run(partial(self._pairs.keep, looks), self._kept, self._kept)

    def _kept(self, _: object) -> None:
        """Nothing waits for it; looks that couldn't be kept are made again."""

    def _failed_beside(self, error: DiaryError) -> None:
        self._is_busy = False
        self._failed(error)

    def _failed(self, error: DiaryError) -> None:
        said = say("The diary could not be read")
        self._replace(replace(self.state, is_working=False, problem=said, reason=problems.sentence(error)))

    def _replace(self, state: TogetherState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _save(pairs: Pairs, sent: Picture | Table) -> str:
    pairs.save(sent)
    return saved_words(sent)
