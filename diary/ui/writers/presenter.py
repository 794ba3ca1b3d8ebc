"""Turns what is done on the page into use cases, and what they return into the next state."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.app.values import Changes, WaysIn
from diary.domain.errors import DiaryError
from diary.domain.people import Agreed
from diary.ui.kit.keeping import KeepingPresenter
from diary.ui.kit.overriding import override
from diary.ui.kit.unsaved import FORM, NotSaved
from diary.ui.writers.state import Asked, Opened, WritersState
from diary.words import problems, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.domain.people import Carer
    from diary.ui.kit.tasks import Tasks
    from diary.ui.writers.naming import Naming
    from diary.ui.writers.state import Answered


OF_KEYS = frozenset({Asked.PASSPHRASE, Asked.TAKE_OVER})
"""What asks for a passphrase: undo can't take back what comes of it."""


class WritersPresenter(KeepingPresenter[WritersState, "_Act"]):
    """``ways_changed`` carries the ``WaysIn`` when something else opens the diary from now on."""

    ways_changed = Signal(object)

    def __init__(self, naming: Naming, tasks: Tasks) -> None:
        super().__init__(WritersState())
        self._naming = naming
        self._tasks = tasks
        self._next: Opened | None = None

    def writes(self) -> list[Callable[[], Changes]]:
        """What could not be saved, to be written in another place."""
        return [act.work for act in self._unsaved.to_copy]

    @override
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

    def begin_rename(self) -> None:
        """Ask for another name of the person."""
        self._open(Opened(Asked.PERSON))

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

    def begin_taking_over(self) -> None:
        """Ask for a passphrase that only the person knows."""
        self._open(Opened(Asked.TAKE_OVER, self.state.kept_by))

    def leave(self) -> None:
        """Close the form with nothing kept."""
        self._unsaved.drop(FORM)
        self._close()

    def keep(self, answered: Answered) -> None:
        """Keep what stands in the form."""
        opened, naming = self.state.opened, self._naming
        if opened is None:
            return
        if opened.asked in OF_KEYS:
            self._replace(self._settled(self.state))
            self._tasks.run(_keys_work(naming, opened, answered), self._keys_changed, self._refused)
            return
        agreed, by_person = answered.agreed or Agreed.NO, answered.by_person
        name = answered.name or (opened.carer.recorder.name if opened.carer else "")
        said = say("{name} can write here now.", name=name)
        if opened.asked is Asked.PERSON:
            self._keep(partial(naming.rename, name), say("Kept: {what}", what=name), answered)
        elif opened.carer is None:
            self._keep(partial(naming.add, name, answered.relationship, agreed, by_person=by_person), said, answered)
        elif opened.asked is Asked.NAME:
            work = partial(naming.change, opened.carer.recorder.id, name, answered.relationship)
            self._keep(work, say("Kept: {what}", what=name), answered)
        else:
            gone = self._gone(opened.carer)
            work = partial(naming.answer, opened.carer.recorder.id, agreed, by_person=by_person)
            self._keep(work, gone if agreed is Agreed.NO else said, answered)

    def remove(self, carer: Carer) -> None:
        """Let a carer write no longer."""
        id_ = carer.recorder.id
        self._start(_Act(id_, partial(self._naming.remove, id_), self._gone(carer)))

    def _gone(self, carer: Carer) -> str:
        """That somebody writes here no longer, and what undo can't bring back of it."""
        name = carer.recorder.name
        gone = say("{name} writes here no longer.", name=name)
        if carer.recorder.id not in self.state.with_passphrase:
            return gone
        shut = say("Their passphrase opens this diary no longer. Undo doesn’t bring that back.")
        return f"{gone} {shut}"

    def undo(self) -> None:
        """Take back what was done here last; nothing where that is no longer offered."""
        if self.state.said and self.state.can_undo:
            self._replace(replace(self.state, said=""))
            self._tasks.run(partial(_undone, self._naming), self._stepped, self._refused)

    def _open(self, opened: Opened) -> None:
        """Ask something, at once or when what stands in the form now is kept or left."""
        if self._unsaved.holds_form:
            self._next = opened
        else:
            self._show_form(opened)

    def _close(self) -> None:
        """Close the form, or go on to what was asked for meanwhile."""
        self._unsaved.has_unfinished = False
        opened, self._next = self._next, None
        self._show_form(opened)

    def _show_form(self, opened: Opened | None) -> None:
        """Ask about a carer as they are by now: they may have been changed since."""
        if opened is not None and opened.carer is not None:
            id_ = opened.carer.recorder.id
            carer = next((one for one in self.state.carers if one.recorder.id == id_), opened.carer)
            opened = Opened(opened.asked, carer)
        said = "" if opened else self.state.said
        self._replace(self._settled(replace(self.state, opened=opened, said=said, code="")))

    def _keep(self, work: Callable[[], Changes], said: str, answered: Answered) -> None:
        under_way = self._unsaved.under_way(FORM)
        if under_way is None or under_way.answered != answered:
            self._unsaved.has_unfinished = False
            self._start(_Act(FORM, work, said, answered))

    @override
    def _start(self, act: _Act) -> None:
        self._unsaved.begin(act)
        self._replace(self._settled(self.state))
        self._tasks.run(partial(_done, self._naming, act), self._ended)

    def _ended(self, ended: _Done | NotSaved[_Act]) -> None:
        act, opened = ended.act, self.state.opened
        if isinstance(ended, NotSaved):
            is_kept = ended.may_pass or act.key == FORM
            is_wanted = self._unsaved.refuse(ended) if is_kept else self._unsaved.end(act)
            if is_wanted:
                self._refused(ended.error)
            return
        is_latest = self._unsaved.end(act)
        self._show(ended.read, act.said if ended.changes else "")
        is_about = opened is not None and opened.carer is not None and opened.carer.recorder.id == act.key
        if is_about or (act.key == FORM and is_latest):
            self._close()
        if ended.changes:
            self.changed.emit(ended.changes)

    def _stepped(self, stepped: _Stepped) -> None:
        self._show(stepped.read, "")
        if stepped.changes:
            self.changed.emit(stepped.changes)

    def _show(self, read: _Read, said: str) -> None:
        self._replace(self._settled(replace(read.on(self.state), code="", can_undo=True, said=said)))

    def _keys_changed(self, changed: _KeysChanged) -> None:
        """Say what was done with a passphrase, which undo can't take back, and show the code that was made with it."""
        opened = self.state.opened
        if opened is not None and opened.asked in OF_KEYS:
            opened = None
        state = replace(changed.read.on(self.state), opened=opened, can_undo=False, said=changed.said)
        self._replace(replace(state, code=changed.code, code_of=changed.name))
        if changed.is_taken_over:
            self.changed.emit(Changes(kinds=frozenset({"recorder", "consent"})))
            self.ways_changed.emit(WaysIn())

    def _refused(self, error: DiaryError) -> None:
        """The form stays open with what was typed into it."""
        self._replace(replace(self.state, problem=say("Not kept"), reason=problems.sentence(error), said=""))

    def _loaded(self, read: _Read) -> None:
        self._replace(self._settled(read.on(self.state)))


@dataclass(frozen=True, slots=True)
class _Read:
    person: str
    carers: tuple[Carer, ...]
    with_passphrase: frozenset[str]
    keeper: str
    decides: bool

    def on(self, state: WritersState) -> WritersState:
        return replace(
            state,
            person=self.person,
            carers=self.carers,
            with_passphrase=self.with_passphrase,
            keeper=self.keeper,
            decides=self.decides,
            is_loaded=True,
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Act:
    """Something done on the page; ``answered`` stood in the form."""

    key: object
    work: Callable[[], Changes]
    said: str
    answered: Answered | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    act: _Act
    changes: Changes
    read: _Read


@dataclass(frozen=True, slots=True)
class _Stepped:
    changes: Changes | None
    read: _Read


@dataclass(frozen=True, slots=True)
class _KeysChanged:
    read: _Read
    said: str
    name: str = ""
    code: str = field(default="", repr=False)
    is_taken_over: bool = False


def _read(naming: Naming) -> _Read:
    return _Read(naming.person(), naming.carers(), naming.with_passphrase(), naming.keeper(), naming.decides())


def _done(naming: Naming, act: _Act) -> _Done | NotSaved[_Act]:
    try:
        return _Done(act, act.work(), _read(naming))
    except DiaryError as error:
        return NotSaved(act, error)


def _undone(naming: Naming) -> _Stepped:
    return _Stepped(naming.undo(), _read(naming))


def _keys_work(naming: Naming, opened: Opened, answered: Answered) -> Callable[[], _KeysChanged]:
    """What is to be done with a passphrase that was typed twice."""
    if opened.carer is not None and opened.asked is Asked.PASSPHRASE:
        return partial(_given, naming, opened.carer, answered.passphrase)
    return partial(_taken_over, naming, answered.passphrase, keeper_stays=answered.agreed is not Agreed.NO)


def _taken_over(naming: Naming, passphrase: str, *, keeper_stays: bool) -> _KeysChanged:
    code, person = naming.take_over(passphrase, keeper_stays=keeper_stays), naming.person()
    said = say("{person} has the diary now. It opens with a passphrase of their own.", person=person)
    return _KeysChanged(_read(naming), said, code=code, is_taken_over=True)


def _given(naming: Naming, carer: Carer, passphrase: str) -> _KeysChanged:
    code = naming.give_passphrase(carer.recorder.id, passphrase)
    name = carer.recorder.name
    return _KeysChanged(
        _read(naming), say("{name} opens the diary with their own passphrase now.", name=name), name, code
    )


def _taken(naming: Naming, carer_id: str, said: str) -> _KeysChanged:
    naming.take_passphrase(carer_id)
    return _KeysChanged(_read(naming), said)
