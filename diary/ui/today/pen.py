"""Who holds the pen on Today: chosen at the first page, changed at will, and said anew by a carer for each entry."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.app.values import Changes
from diary.ui.kit.writer_sign import Penned
from diary.ui.today.writing import Writing

if TYPE_CHECKING:
    from diary.app.values import DayPage
    from diary.domain.errors import DiaryError
    from diary.domain.people import Basis
    from diary.ui.kit.tasks import Tasks
    from diary.ui.today.saving import Journal


class Pen(QObject):
    """``leaving`` comes while what is typed still belongs to who wrote so far, ``handed_on`` when another voice writes.

    ``changed`` tells other pages that somebody else reads now: notes that only the person can read are on one, or not.
    ``writer_named`` carries a ``Penned`` for the rail.
    """

    leaving = Signal()
    handed_on = Signal()
    changed = Signal(object)
    refused = Signal(object)
    writer_named = Signal(object)

    def __init__(self, journal: Journal, tasks: Tasks) -> None:
        super().__init__()
        self._journal, self._tasks = journal, tasks
        self._named = Penned()
        self.writing = Writing()

    def spoken(self) -> Journal:
        """The diary in the voice that writes."""
        return self._journal.speaking(self.writing.voice)

    def meet(self, page: DayPage) -> bool:
        """Take over what a page says of who writes; whether it is the page of the voice that writes now."""
        before = self.writing.voice
        self.writing = self.writing.met(page)
        self._name()
        if self.writing.voice != before:
            self.handed_on.emit()
        return page.voice == self.writing.voice

    def choose_writer(self, recorder: str) -> None:
        """Have somebody else write; empty words ask who."""
        self._hand_on(replace(self.writing, writer="", basis=None))
        if recorder:
            work = partial(self._journal.choose_writer, recorder)
            self._tasks.run(work, self._chosen, self.refused_by)

    def choose_basis(self, basis: Basis | None) -> None:
        """Have the carer write what they were told or what they noticed; ``None`` asks which."""
        self._hand_on(replace(self.writing, basis=basis))

    def turn_page(self) -> None:
        """Ask a carer anew how they know: another entry begins."""
        self.writing = self.writing.asked_anew()

    def refused_by(self, error: DiaryError) -> None:
        """Pass on why nobody else writes."""
        self.refused.emit(error)

    def _chosen(self, recorder: str) -> None:
        self._hand_on(self.writing.by(recorder))
        self.changed.emit(Changes(kinds=frozenset({"recorder"})))

    def _hand_on(self, writing: Writing) -> None:
        self.leaving.emit()
        self.writing = writing
        self._name()
        self.handed_on.emit()

    def _name(self) -> None:
        if self.writing.penned != self._named:
            self._named = self.writing.penned
            self.writer_named.emit(self._named)
