"""Leads through the first run; the diary is made at the passphrase step, and nothing before it is written."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.app.values import BegunBy
from diary.domain.people import Agreed
from diary.ui.first_run.state import FirstRunState, Names, Part, Passphrases, Step, initials
from diary.words import problems, say

if TYPE_CHECKING:
    from diary.app.values import DiaryCard
    from diary.domain.errors import DiaryError
    from diary.ui.doors import Doors
    from diary.ui.first_run.state import Keeper
    from diary.ui.kit.tasks import Tasks


class FirstRunPresenter(QObject):
    """``state_changed`` carries a ``FirstRunState``; ``opened`` the new diary's card, when all is said."""

    state_changed = Signal(object)
    opened = Signal(object)

    def __init__(self, doors: Doors, tasks: Tasks, *, has_others: bool = False) -> None:
        super().__init__()
        self._doors = doors
        self._tasks = tasks
        self._card: DiaryCard | None = None
        self.state = FirstRunState(has_others=has_others)

    def begin(self) -> None:
        """Ask for the names."""
        self._go(Step.NAMES)

    def back(self) -> None:
        """Go one step back, but not from a diary that is being made; what was filled in stays."""
        if not self.state.is_working:
            self._go(Step.NAMES if self.state.step is Step.PASSPHRASE else Step.WELCOME)

    def name(self, names: Names) -> None:
        """Take the names; an empty label becomes the name's initials."""
        name, label = names.name.strip(), names.label.strip() or initials(names.name)
        keeper = names.keeper
        self.state = replace(self.state, name=name, label=label, keeper=keeper)
        if not name:
            self._complain(Part.NAME, say("Please write a name. It can be short, and it stays inside the diary."))
        elif keeper is not None and (wrong := _wrong_with(keeper, name)):
            self._complain(*wrong)
        elif not label:
            self._complain(Part.LABEL, say("Please write a label with at least one letter or number."))
        else:
            # What is typed next is a passphrase: it must not wait for the disk, or it would stand in a name's field.
            self._go(Step.PASSPHRASE)
            self._tasks.run(partial(self._doors.is_taken, label), self._label_checked, self._label_refused)

    def protect(self, passphrases: Passphrases) -> None:
        """Make the diary with a passphrase, when both are alike."""
        if not passphrases.first.strip():
            self._complain(Part.PASSPHRASE, say("Please type a passphrase, or go on without one."))
        elif passphrases.first != passphrases.again:
            problem = say("The two passphrases are not the same. Please type them again.")
            self._complain(Part.PASSPHRASE, problem)
        else:
            self._create(passphrases.first)

    def go_unprotected(self) -> None:
        """Make the diary with its key kept on this computer."""
        self._create(None)

    def say_code_kept(self, is_kept: bool) -> None:
        """Keep whether the code is written down: where it isn't, or that can't be kept, it is asked another day."""
        self._tasks.run(partial(self._doors.say_code_kept, is_kept=is_kept), self._noted, self._noted)

    def code_seen(self) -> None:
        """Go on to the honest note."""
        self._go(Step.HONEST_NOTE)

    def finish(self) -> None:
        """Open the diary's first page."""
        if self._card is not None:
            self.opened.emit(self._card)

    def _label_checked(self, is_taken: bool) -> None:
        if is_taken:
            self._come_back_for_label(say("Another diary has this label. Please choose another one."))

    def _label_refused(self, error: DiaryError) -> None:
        self._come_back_for_label(problems.sentence(error))

    def _come_back_for_label(self, problem: str) -> None:
        """Ask for another label, unless the person turned away from the names meanwhile."""
        if self.state.step in {Step.NAMES, Step.PASSPHRASE}:
            self._replace(replace(self.state, step=Step.NAMES, problem=problem, about=Part.LABEL))

    def _create(self, passphrase: str | None) -> None:
        if self.state.is_working:
            return
        has_passphrase = passphrase is not None
        self._replace(replace(self.state, is_working=True, problem="", about=None, has_passphrase=has_passphrase))
        work = partial(_made, self._doors, self.state, passphrase)
        self._tasks.run(work, self._created, self._failed)

    def _created(self, made: tuple[DiaryCard, str]) -> None:
        self._card, code = made
        self._replace(replace(self.state, step=Step.CODE, code=code, is_working=False, problem="", about=None))

    def _noted(self, _: object) -> None:
        """Nothing waits for it."""

    def _failed(self, error: DiaryError) -> None:
        about = Part.LABEL if self.state.step is Step.NAMES else None
        self._replace(replace(self.state, is_working=False, problem=problems.sentence(error), about=about))

    def _complain(self, about: Part, problem: str) -> None:
        self._replace(replace(self.state, problem=problem, about=about))

    def _go(self, step: Step) -> None:
        self._replace(replace(self.state, step=step, problem="", about=None))

    def _replace(self, state: FirstRunState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _made(doors: Doors, state: FirstRunState, passphrase: str | None) -> tuple[DiaryCard, str]:
    """Make the diary, for oneself or as a carer for somebody else."""
    keeper, begun_by = state.keeper, None
    if keeper is not None and keeper.agreed is not None:
        begun_by = BegunBy(keeper.name, keeper.relationship, keeper.agreed)
    return doors.create(state.label, state.name, passphrase, begun_by)


def _wrong_with(keeper: Keeper, person: str) -> tuple[Part, str] | None:
    """What stands in the way of a carer who begins a diary, and what it is about; nothing where all is said."""
    name = " ".join(keeper.name.split())
    if not name:
        return Part.OWN_NAME, say("Please write your own name too. It stands on everything that you write.")
    if name.casefold() == person.casefold():
        return Part.OWN_NAME, say("Both names are the same. Please add a letter, or the whole name.")
    if keeper.agreed is None:
        return Part.CONSENT, say("Please say whether they know about this, and agree.")
    if keeper.agreed is Agreed.NO:
        talk = say("Then please keep no diary about them. It needs their yes: talk about it first, then come back.")
        return Part.CONSENT, talk
    return None
