"""The first run's page: one card at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from diary.ui.first_run.state import FirstRunState, Step
from diary.ui.first_run.steps import CodeStep, HonestNoteStep, NamesStep, PassphraseStep, WelcomeStep
from diary.ui.kit.gate import Gate
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from diary.ui.first_run.steps import StepCard
    from diary.ui.kit.icons import Icons


class FirstRunView(Gate):
    """Shows the step of a state; the steps' own signals are handed on."""

    begin_requested = Signal()
    left = Signal()
    back_requested = Signal()
    named = Signal(object)
    protected = Signal(object)
    unprotected_requested = Signal()
    code_kept = Signal(bool)
    code_seen = Signal()
    finished = Signal()
    another_requested = Signal()
    backup_requested = Signal()

    def __init__(self, icons: Icons, state: FirstRunState) -> None:
        welcome, names, passphrase = WelcomeStep(icons), NamesStep(icons), PassphraseStep(icons)
        self._code, note = CodeStep(icons), HonestNoteStep(icons)
        self._steps: dict[Step, StepCard] = {
            Step.WELCOME: welcome,
            Step.NAMES: names,
            Step.PASSPHRASE: passphrase,
            Step.CODE: self._code,
            Step.HONEST_NOTE: note,
        }
        self._shown: Step | None = None
        middle = QWidget()
        middle.setLayout(column(*self._steps.values(), spacing=0))
        super().__init__(icons, middle)
        welcome.begin_requested.connect(self.begin_requested)
        welcome.left.connect(self.left)
        welcome.another_requested.connect(self.another_requested)
        welcome.backup_requested.connect(self.backup_requested)
        names.named.connect(self.named)
        names.back_requested.connect(self.back_requested)
        passphrase.protected.connect(self.protected)
        passphrase.unprotected_requested.connect(self.unprotected_requested)
        passphrase.back_requested.connect(self.back_requested)
        self._code.kept.connect(self.code_kept)
        self._code.seen.connect(self.code_seen)
        note.finished.connect(self.finished)
        self.render_state(state)

    def render_state(self, state: FirstRunState) -> None:
        """Draw a state whole."""
        for step, card in self._steps.items():
            card.render_state(state)
            card.setVisible(step is state.step)
        is_new = state.step is not self._shown
        self._shown = state.step
        self._measure()
        if is_new and self.isVisible():
            self._steps[state.step].take_keyboard()
        if state.problem and self.isVisible():
            self._steps[state.step].go_to_problem(state.about)

    def may_close(self) -> bool:
        """Whether the window may close: a code that is not written down is asked about once."""
        return self._shown is not Step.CODE or self._code.may_close()

    def take_keyboard(self) -> None:
        """Begin where something is to be filled in."""
        if self._shown is not None:
            self._steps[self._shown].take_keyboard()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.take_keyboard()
