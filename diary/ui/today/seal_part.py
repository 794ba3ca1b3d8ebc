"""Below the note: that only the person reads it, and what that means, said before anything is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import IconMark
from diary.ui.kit.messages import announce
from diary.ui.kit.surfaces import bring_up, column, row
from diary.ui.kit.text import Words
from diary.ui.kit.ticks import Tick
from diary.ui.kit.ways_out import lead_out
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.today.state import NoteState


class SealPart(QWidget):
    """A tick that asks first when it is set; ``changed`` comes once it is meant."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.is_sealed = False
        self._is_kept = False
        self.tick = Tick(icons, say("Only I can read this note"))
        self.seal = Button(icons, say("Keep it for me alone"), "primary")
        self.leave = Button(icons, say("Leave it as it is"))
        lead_out(self.leave)
        self._before = [Words(line, wrap=True) for line in _before_lines()]
        self._meaning = self._meaning_of(icons)
        layout = column(row(self.tick, None), self._meaning, spacing=8)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.tick.clicked.connect(self._ask)
        self.seal.clicked.connect(self._keep)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def show_note(self, note: NoteState, *, is_other_day: bool) -> None:
        """Offer it where there is somebody to keep the note from, and where it is sealed already."""
        self.setVisible(note.may_seal or note.is_sealed)
        self._is_kept = note.id is not None or bool(note.text.strip())  # what was typed is on its way to be kept
        for line in self._before:
            line.setVisible(self._is_kept)
        if is_other_day:
            self._meaning.hide()

    def show_sealed(self, is_sealed: bool) -> None:  # what the state says
        """Draw whether the note is for the person alone; a question that is open is answered by a change of it."""
        if is_sealed != self.is_sealed:
            self.is_sealed = is_sealed
            self.tick.setChecked(is_sealed)
            self._meaning.hide()

    @property
    def is_asking(self) -> bool:
        """Whether it is asked if that is meant."""
        return not self._meaning.isHidden()

    def _ask(self) -> None:
        if self.is_sealed:
            self.is_sealed = False
            self.changed.emit()
            return
        self.tick.setChecked(False)
        if self.is_asking:
            self._leave()
            return
        self._meaning.show()
        announce(self._meaning, " ".join((_title(), *(_before_lines() if self._is_kept else ()), *_lines())))
        self.leave.setFocus(Qt.FocusReason.OtherFocusReason)
        bring_up(self._meaning, self.tick)

    def _keep(self) -> None:
        self.is_sealed = True
        self.tick.setChecked(True)
        self._end()
        self.changed.emit()

    def _leave(self) -> None:
        self._end()

    def _end(self) -> None:
        self._meaning.hide()
        self.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _meaning_of(self, icons: Icons) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "message")
        words = [Words(_title(), "strong", wrap=True), *self._before]
        words += [Words(line, wrap=True) for line in _lines()]
        inside = column(*words, 4, row(self.seal, self.leave, None), spacing=8)
        layout = row(column(IconMark(icons, "lock", "on_soft", 20), None), spacing=12)
        layout.addLayout(inside, 1)
        layout.setContentsMargins(14, 12, 14, 12)
        frame.setLayout(layout)
        frame.hide()
        return frame


def _title() -> str:
    return say("Then nobody but you can read this note")


def _before_lines() -> tuple[str, ...]:
    return (
        say("What it says now stays, for you alone. What it said before is removed for good."),
        say("A carer could have read it until now. Older backups still have it, until newer ones take their place."),
    )


def _lines() -> tuple[str, ...]:
    return (
        say("It opens with your own passphrase or recovery code. Without them nobody can read it again."),
        say("It is never on the summary, or in a file for others."),
    )
