"""A note about the day: private unless the person ticks the box."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from diary.domain.entries import Sharing
from diary.ui.kit.icons import IconMark
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.today.seal_part import SealPart
from diary.ui.today.state import NoteState
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QHideEvent

    from diary.ui.kit.icons import Icons

DRAFT_MS = 500
"""A pause in typing this long keeps a draft."""
LATEST_MS = 3000
"""Somebody who types without a pause loses no more than this by a crash."""
QUIET_MS = 120_000
"""After two quiet minutes the draft becomes the note, as when the field is left."""
LINES = 3


class NoteField(QPlainTextEdit):
    """A text field that tells when the keyboard leaves it, and when Escape asks for that."""

    left = Signal()
    escaped = Signal()

    @override
    def event(self, event: QEvent) -> bool:
        """Keep Escape, which the window would take to leave the help page."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_escape(event):
            event.accept()
            return True
        return super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_escape(event):
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class FieldProblem(QWidget):
    """Says below a field that what is in it is not saved, and why; hidden while there is nothing to say."""

    def __init__(self, icons: Icons, field: QWidget) -> None:
        super().__init__()
        self._field = field
        self._words = Words("", "strong", wrap=True)
        line = row(IconMark(icons, "triangle-alert", "warning", 18), spacing=8)
        line.addWidget(self._words, 1)
        self.setLayout(line)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def say(self, problem: str) -> None:
        """Say why, to the eye and as the field's description; the head of the page announces it."""
        words = say("Not saved yet. {reason}", reason=problem) if problem else ""
        self._words.setText(words)
        self._field.setAccessibleDescription(words)
        self.setVisible(bool(words))


class NoteCard(Card):
    """The note; ``draft_requested`` carries it as it is being typed, ``note_requested`` as it is to be kept.

    ``ahead_changed`` tells that words on screen are newer than what was asked to be kept, or no longer.
    """

    draft_requested = Signal(object)
    ahead_changed = Signal()
    note_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._theme = icons.theme
        self._note = NoteState()
        self.field = NoteField()
        self.field.setAccessibleName(say("A note"))
        self.field.setTabChangesFocus(True)
        self._problem = FieldProblem(icons, self.field)
        self.tick = Tick(icons, say("This note may be on the summary"))
        self._is_ahead = False
        self._latest_timer = self._timer(LATEST_MS, self._keep_draft)
        self._draft_timer = self._timer(DRAFT_MS, self._keep_draft)
        self._quiet_timer = self._timer(QUIET_MS, self.settle)
        self._who_reads = Words(say("Private unless you tick the box"), "caption")
        self.seal = SealPart(icons)
        self.body.addLayout(row(Title(say("A note")), self._who_reads, None, spacing=12))
        self.body.addWidget(self.field)
        self.body.addWidget(self._problem)
        self.body.addLayout(row(self.tick, None))
        self.body.addWidget(self.seal)
        self._others = column(spacing=6)
        self._other_texts: tuple[str, ...] = ()
        self.body.addLayout(self._others)
        self.field.textChanged.connect(self._typed)
        self.field.left.connect(self.settle)
        self.tick.toggled.connect(self._ticked)
        self.seal.changed.connect(self._sealed)
        self._theme.changed.connect(self._fit)
        self._fit()

    @property
    def is_ahead(self) -> bool:
        """Whether something was typed that nobody was asked to keep yet."""
        return self._is_ahead

    def show_note(self, note: NoteState, *, is_other_day: bool) -> None:
        """Draw a note; words being typed are never overwritten, unless the page went to another day.

        That the keyboard is in the field is not enough: a day that was only stepped to shows its own note there.
        """
        self._note = note
        document = self.field.document()
        is_typing = self.field.hasFocus() and document.isModified() and not is_other_day
        is_shown = note.text.strip() == self.field.toPlainText().strip()
        if not is_typing and not is_shown:
            self.field.blockSignals(True)
            self.field.setPlainText(note.text)
            self.field.blockSignals(False)
        elif is_shown:
            document.setModified(False)
        if note.id is not None or is_other_day:  # until there is a note, the tick is the person's, not the diary's
            self.tick.blockSignals(True)
            self.tick.setChecked(note.is_shared)
            self.tick.blockSignals(False)
        if note.id is not None or is_other_day or note.is_sealed:
            self.seal.show_sealed(note.is_sealed)
        self.seal.show_note(note, is_other_day=is_other_day)
        self._show_who_reads()

    def show_others(self, texts: tuple[str, ...]) -> None:
        """Show the day's other notes below, to be read."""
        if texts == self._other_texts:
            return
        self._other_texts = texts
        while item := self._others.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text in texts:
            for words in (Words(say("Another note on this day"), "strong"), Words(text, wrap=True)):
                self._others.addWidget(words)
                words.show()

    def say_problem(self, problem: str) -> None:
        """Say where somebody writes why the note is not saved; the head of the page is out of sight there."""
        self._problem.say(problem)

    def let_write(self, is_loaded: bool) -> None:
        """Let the keyboard and the mouse in once the day's own note is here: words typed before would replace it."""
        policy = Qt.FocusPolicy.StrongFocus if is_loaded else Qt.FocusPolicy.NoFocus
        for part in (self.field, self.tick, self.seal.tick):
            part.setFocusPolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_loaded)

    def settle(self) -> None:
        """Ask for what was typed to be kept as a note."""
        self._quiet_timer.stop()
        self.note_requested.emit(self._as_typed())
        self._caught_up()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def _as_typed(self) -> NoteState:
        sharing = Sharing.SHARED if self.tick.isChecked() else Sharing.PRIVATE
        sharing = Sharing.SEALED if self.seal.is_sealed else sharing
        return replace(self._note, text=self.field.toPlainText(), sharing=sharing)

    def _typed(self) -> None:
        self._draft_timer.start()
        self._quiet_timer.start()
        if not self._latest_timer.isActive():
            self._latest_timer.start()
        if not self._is_ahead:
            self._is_ahead = True
            self.ahead_changed.emit()

    def _caught_up(self) -> None:
        self._draft_timer.stop()
        self._latest_timer.stop()
        if self._is_ahead:
            self._is_ahead = False
            self.ahead_changed.emit()

    def _keep_draft(self) -> None:
        self.draft_requested.emit(self._as_typed())
        self._caught_up()

    def _ticked(self, is_ticked: bool) -> None:
        del is_ticked
        self.settle()

    def _sealed(self) -> None:
        if self.seal.is_sealed:
            self.tick.blockSignals(True)
            self.tick.setChecked(False)
            self.tick.blockSignals(False)
        self._show_who_reads()
        self.settle()

    def _show_who_reads(self) -> None:
        """Say it beside the title; one note can't be for nobody else and for the doctor."""
        self.tick.setEnabled(not self.seal.is_sealed)
        if self.seal.is_sealed:
            words = say("Only you can read it")
        elif self._note.also_reads:
            words = say("{person} can read it, and carers who open this diary", person=self._note.also_reads)
        elif self._note.carers_read:
            words = say("Carers who open this diary can read it")
        else:
            words = say("Private unless you tick the box")
        self._who_reads.setText(words)

    def _timer(self, interval_ms: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(slot)
        return timer

    def _fit(self) -> None:
        line = self._theme.px(19)
        self.field.setFixedHeight(LINES * line + 20)


def _is_escape(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Escape and event.modifiers() == Qt.KeyboardModifier.NoModifier
