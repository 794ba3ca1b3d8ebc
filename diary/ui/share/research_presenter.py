"""Makes what a study would get, to be looked at first, and writes just that."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from diary.ui.kit.tasks import LatestTasks
from diary.ui.share.research_state import ResearchState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from diary.app.opened import OpenDiary
    from diary.app.researching import ForResearch
    from diary.domain.days import Period
    from diary.domain.errors import DiaryError
    from diary.domain.extract import Extract
    from diary.ui.kit.tasks import Tasks


class Giving(Protocol):
    """What the dialog asks for; ``take`` runs on the diary's lane, the others beside it."""

    def take(self, period: Period) -> Extract:
        """What was written in a period."""

    def make(self, extract: Extract, *, with_answers: bool) -> ForResearch:
        """All that would leave of it."""

    def save(self, found: ForResearch, out: Path, *, force: bool) -> Path:
        """Write both files; returns where the codebook is."""


class DiaryGiving:
    """The real thing; ``diary`` is asked on the lane."""

    def __init__(self, diary: Callable[[], OpenDiary]) -> None:
        self._diary = diary

    def take(self, period: Period) -> Extract:
        """What was written in a period."""
        from diary.app import looking_back

        return looking_back.extract(self._diary(), period)

    def make(self, extract: Extract, *, with_answers: bool) -> ForResearch:
        """All that would leave of it."""
        from diary.app import researching

        return researching.for_research(extract, with_answers=with_answers)

    def save(self, found: ForResearch, out: Path, *, force: bool) -> Path:
        """Write both files."""
        from diary.app import researching

        return researching.save(found, out, force=force)


class ResearchPresenter(QObject):
    """Holds the dialog's state, which ``state_changed`` carries; nothing is kept once the dialog is closed."""

    state_changed = Signal(object)

    def __init__(self, giving: Giving, lane: Tasks, worker: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._giving = giving
        self._taking = LatestTasks(lane)
        self._making = LatestTasks(worker)
        self._worker = worker
        self.state = ResearchState()

    def look(self, period: Period, with_answers: bool) -> None:
        """Make what would leave of these days."""
        self._replace(ResearchState(period, with_answers, self.state.has_answers and with_answers))
        self._taking.run(partial(self._giving.take, period), self._taken, self._failed)

    def save(self, out: Path) -> None:
        """Write what was looked at, over a table of that name, which the person agreed to."""
        if self.state.found is not None:
            self._replace(replace(self.state, problem="", saved=""))
            work = partial(_save, self._giving, self.state.found, out)
            self._worker.run(work, self._saved, self._failed_to_save)

    def forget(self) -> None:
        """Drop all of it: the dialog was closed."""
        self.state = ResearchState()

    def _taken(self, extract: Extract) -> None:
        if extract.period != self.state.period:
            return
        answers = any(one.is_done and one.day in extract.period for one in extract.responses)
        self._replace(replace(self.state, has_answers=answers))
        work = partial(_make, self._giving, extract, self.state.with_answers)
        self._making.run(work, self._made, self._failed)

    def _made(self, made: _Made) -> None:
        if (made.period, made.with_answers) == (self.state.period, self.state.with_answers):
            self._replace(replace(self.state, found=made.found))

    def _saved(self, names: tuple[str, str, str]) -> None:
        table, book, folder = names
        self._replace(
            replace(
                self.state, saved=say("Saved: {file} and {other}, in {folder}", file=table, other=book, folder=folder)
            )
        )

    def _failed(self, error: DiaryError) -> None:
        said = say("Nothing was written in these days. Choose other days.")
        if error.slug != "nothing_in_period":
            said = problems.sentence(error)
        self._replace(replace(self.state, problem=said))

    def _failed_to_save(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=problems.sentence(error)))

    def _replace(self, state: ResearchState) -> None:
        self.state = state
        self.state_changed.emit(state)


@dataclass(frozen=True, slots=True)
class _Made:
    """What was made, and of what: by then another may be wanted."""

    period: Period
    with_answers: bool
    found: ForResearch


def _make(giving: Giving, extract: Extract, with_answers: bool) -> _Made:
    return _Made(extract.period, with_answers, giving.make(extract, with_answers=with_answers))


def _save(giving: Giving, found: ForResearch, out: Path) -> tuple[str, str, str]:
    """Only a table that was there may be replaced: the person was asked about its name alone."""
    beside = giving.save(found, out, force=out.exists())
    return out.name, beside.name, out.absolute().parent.name
