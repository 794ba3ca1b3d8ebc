"""Turns what is done on the page into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.people import Agreed
from diary.ui.writers.state import Asked, Opened, WritersState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.app.values import Changes
    from diary.domain.errors import DiaryError
    from diary.domain.people import Carer
    from diary.ui.kit.tasks import Tasks
    from diary.ui.writers.naming import Naming
    from diary.ui.writers.state import Answered


class WritersPresenter(QObject):
    """Holds the page's state: ``state_changed`` carries it, ``changed`` the ``Changes`` that other screens need."""

    state_changed = Signal(object)
    changed = Signal(object)

    def __init__(self, naming: Naming, tasks: Tasks) -> None:
        super().__init__()
        self._naming = naming
        self._tasks = tasks
        self.state = WritersState()

    def load(self) -> None:
        """Ask who writes."""
        self._tasks.run(partial(_read, self._naming), self._loaded, self._load_failed)

    def refresh(self, changes: Changes) -> None:
        """Ask again when another screen changed something; the offer to undo has passed then."""
        if changes:
            self._replace(replace(self.state, said=""))
            self.load()

    def begin(self) -> None:
        """Ask for a new carer."""
        self._open(Opened(Asked.NEW))

    def begin_change(self, carer: Carer) -> None:
        """Ask for another name or relationship."""
        self._open(Opened(Asked.NAME, carer))

    def begin_consent(self, carer: Carer) -> None:
        """Ask whether the person agrees."""
        self._open(Opened(Asked.CONSENT, carer))

    def begin_passphrase(self, carer: Carer) -> None:
        """Ask for a carer's own passphrase, or take away the one they have."""
        id_, name = carer.recorder.id, carer.recorder.name
        if id_ not in self.state.with_passphrase:
            self._open(Opened(Asked.PASSPHRASE, carer))
            return
        said = say("{name} has no passphrase of their own any more.", name=name)
        self._tasks.run(partial(_taken, self._naming, id_, said), self._keys_changed, self._refused)

    def leave(self) -> None:
        """Close the form with nothing kept."""
        self._open(None)

    def keep(self, answered: Answered) -> None:
        """Keep what stands in the form."""
        opened, naming = self.state.opened, self._naming
        if opened is None:
            return
        if opened.carer is not None and opened.asked is Asked.PASSPHRASE:
            self._replace(replace(self.state, problem="", reason=""))
            work = partial(_given, naming, opened.carer, answered.passphrase)
            self._tasks.run(work, self._keys_changed, self._refused)
            return
        agreed, by_person = answered.agreed or Agreed.NO, answered.by_person
        name = answered.name or (opened.carer.recorder.name if opened.carer else "")
        said = say("{name} can write here now.", name=name)
        if opened.carer is None:
            self._act(partial(naming.add, name, answered.relationship, agreed, by_person=by_person), said)
        elif opened.asked is Asked.NAME:
            id_ = opened.carer.recorder.id
            self._act(partial(naming.change, id_, name, answered.relationship), say("Kept: {what}", what=name))
        else:
            gone = say("{name} writes here no longer.", name=name)
            words = gone if agreed is Agreed.NO else said
            self._act(partial(naming.answer, opened.carer.recorder.id, agreed, by_person=by_person), words)

    def remove(self, carer: Carer) -> None:
        """Let a carer write no longer."""
        said = say("{name} writes here no longer.", name=carer.recorder.name)
        self._act(partial(self._naming.remove, carer.recorder.id), said)

    def undo(self) -> None:
        """Take back what was done here last; nothing where that is no longer offered."""
        if self.state.said and self.state.can_undo:
            self._replace(replace(self.state, said=""))
            self._tasks.run(partial(_undone, self._naming), self._acted, self._refused)

    def try_again(self) -> None:
        """Ask again after something went wrong."""
        self._replace(replace(self.state, problem="", reason=""))
        self.load()

    def _open(self, opened: Opened | None) -> None:
        self._replace(replace(self.state, opened=opened, problem="", reason="", said="", code=""))

    def _act(self, work: Callable[[], Changes], said: str) -> None:
        self._replace(replace(self.state, problem="", reason=""))
        self._tasks.run(partial(_done, self._naming, work, said), self._acted, self._refused)

    def _acted(self, acted: _Acted) -> None:
        self._replace(
            replace(
                acted.read.on(self.state), opened=None, code="", can_undo=True, said=acted.said if acted.changes else ""
            )
        )
        if acted.changes:
            self.changed.emit(acted.changes)

    def _keys_changed(self, changed: _KeysChanged) -> None:
        """Say what was done with a passphrase, which undo can't take back, and show the code that was made with it."""
        state = replace(changed.read.on(self.state), opened=None, can_undo=False, said=changed.said)
        self._replace(replace(state, code=changed.code, code_of=changed.name))

    def _refused(self, error: DiaryError) -> None:
        """The form stays open with what was typed into it."""
        self._replace(replace(self.state, problem=say("Not kept"), reason=problems.sentence(error), said=""))

    def _loaded(self, read: _Read) -> None:
        self._replace(replace(read.on(self.state), problem="", reason=""))

    def _load_failed(self, error: DiaryError) -> None:
        self._replace(replace(self.state, problem=say("The diary could not be read"), reason=problems.sentence(error)))

    def _replace(self, state: WritersState) -> None:
        self.state = state
        self.state_changed.emit(state)


@dataclass(frozen=True, slots=True)
class _Read:
    person: str
    carers: tuple[Carer, ...]
    with_passphrase: frozenset[str]

    def on(self, state: WritersState) -> WritersState:
        return replace(
            state, person=self.person, carers=self.carers, with_passphrase=self.with_passphrase, is_loaded=True
        )


@dataclass(frozen=True, slots=True)
class _Acted:
    changes: Changes | None
    read: _Read
    said: str = ""


@dataclass(frozen=True, slots=True)
class _KeysChanged:
    read: _Read
    said: str
    name: str = ""
    code: str = field(default="", repr=False)


def _read(naming: Naming) -> _Read:
    return _Read(naming.person(), naming.carers(), naming.with_passphrase())


def _done(naming: Naming, work: Callable[[], Changes], said: str) -> _Acted:
    return _Acted(work(), _read(naming), said)


def _undone(naming: Naming) -> _Acted:
    return _Acted(naming.undo(), _read(naming))


def _given(naming: Naming, carer: Carer, passphrase: str) -> _KeysChanged:
    code = naming.give_passphrase(carer.recorder.id, passphrase)
    name = carer.recorder.name
    return _KeysChanged(
        _read(naming), say("{name} opens the diary with their own passphrase now.", name=name), name, code
    )


def _taken(naming: Naming, carer_id: str, said: str) -> _KeysChanged:
    naming.take_passphrase(carer_id)
    return _KeysChanged(_read(naming), said)
