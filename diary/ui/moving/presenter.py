"""Leads an entry to the other diary: which, its passphrase, what would go, and then the move itself."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.app.moves import OtherRefusedError
from diary.ui.kit.tasks import LatestTasks
from diary.ui.moving.state import MovingState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from diary.app.moves import Account, Contents, Moved, Speaker, Wish
    from diary.app.values import Changes, DiaryCard
    from diary.domain.errors import DiaryError
    from diary.ui.kit.tasks import Tasks
    from diary.ui.moving.ways import Moving


class MovingPresenter(QObject):
    """``state_changed`` carries a ``MovingState``, ``changed`` the ``Changes`` that other pages need.

    What was typed to open the other diary is kept only from the first look until the move is done or left.
    """

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, moving: Moving, tasks: Tasks, cards: tuple[DiaryCard, ...], today: Callable[[], date]) -> None:
        super().__init__()
        self._moving, self._tasks, self._today = moving, tasks, today
        self._reading = LatestTasks(tasks)
        self._secret: str | None = None
        self.state = MovingState(today(), cards=cards)

    def begin(self, wish: Wish) -> None:
        """Ask about an entry, from the beginning; where there is one other diary, that is the one."""
        self._secret = None
        cards = self.state.cards
        self._replace(MovingState(self._today(), wish, cards))
        self._reading.run(partial(self._moving.contents, wish), self._read, self._failed)
        if len(cards) == 1:
            self.choose(cards[0])

    def refresh(self, changes: Changes) -> None:
        """Read the entry again when another page changed it; what was looked at before may be no longer so."""
        if changes and self.state.wish is not None and not self.state.is_done:
            self._replace(replace(self.state, account=None))
            self._reading.run(partial(self._moving.contents, self.state.wish), self._read, self._failed)

    def leave(self) -> None:
        """Let go of what was typed."""
        self._secret = None
        self._replace(MovingState(self._today(), cards=self.state.cards))

    def choose(self, card: DiaryCard) -> None:
        """Take another diary as the one that it belongs to."""
        if card == self.state.chosen or self.state.is_working:
            return
        self._secret = None
        self._replace(replace(self._calm(), chosen=card, account=None, asks=not card.opens_by_itself))
        self._tasks.run(partial(self._moving.asks, card.folder), self._asked, self._failed)

    def take_from(self, since: datetime | None) -> None:
        """Move only what was written from an instant on, or with ``None`` all of it."""
        if self.state.wish is not None:
            self._wish(replace(self.state.wish, since=since))

    def speak_as(self, to: Speaker) -> None:
        """Have it stand there as somebody's words."""
        if self.state.wish is not None:
            self._wish(replace(self.state.wish, to=to))

    def look(self, secret: str) -> None:
        """Look what would go, with what was typed."""
        if self.state.asks and not secret.strip():
            self._replace(replace(self.state, problem=say("Please type the passphrase, or the recovery code.")))
            return
        self._secret = secret if self.state.asks else None
        self._look()

    def move(self) -> None:
        """Move it, once however often the button is pressed."""
        chosen, wish = self.state.chosen, self.state.wish
        if chosen is None or wish is None or self.state.account is None or self.state.is_working:
            return
        self._replace(replace(self._calm(), is_working=True))
        work = partial(self._moving.move, chosen.folder, self._secret, wish)
        self._tasks.run(work, self._moved, self._failed)

    def _wish(self, wish: Wish) -> None:
        was_looked_at = self.state.account is not None
        self._replace(replace(self._calm(), wish=wish))
        if was_looked_at:
            self._look()

    def _look(self) -> None:
        chosen, wish = self.state.chosen, self.state.wish
        if chosen is None or wish is None or self.state.is_working:
            return
        self._replace(replace(self._calm(), is_working=True))
        work = partial(self._moving.look, chosen.folder, self._secret, wish)
        self._tasks.run(work, self._looked, self._failed)

    def _calm(self) -> MovingState:
        return replace(self.state, problem="", reason="")

    def _read(self, contents: Contents) -> None:
        self._replace(replace(self.state, contents=contents))

    def _asked(self, asks: bool) -> None:
        self._replace(replace(self.state, asks=asks))

    def _looked(self, account: Account) -> None:
        self._replace(replace(self.state, account=account, is_working=False))

    def _moved(self, moved: Moved) -> None:
        self._replace(replace(self.state, account=moved.account, moved=moved, is_working=False))
        if not moved.is_kept:
            self._secret = None
        if moved.changes:
            self.changed.emit(moved.changes)

    def _failed(self, error: DiaryError) -> None:
        title = say("Nothing was moved")
        if isinstance(error, OtherRefusedError) and self.state.chosen is not None:
            title = say("The diary {diary} did not open", diary=self.state.chosen.label)
        reason = problems.sentence(error)
        self._replace(replace(self.state, is_working=False, account=None, problem=title, reason=reason))

    def _replace(self, state: MovingState) -> None:
        self.state = state
        self.state_changed.emit(state)
