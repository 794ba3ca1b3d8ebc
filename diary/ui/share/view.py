"""Share: on the left what to hand over, on the right the pages as they will be on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import GAP, Card, Page, column
from diary.ui.kit.text import Heading, Title, Words
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.share.appointments_card import AppointmentsCard
from diary.ui.share.cards import ContentCard, PeriodCard, WordsCard
from diary.ui.share.files_card import FilesCard
from diary.ui.share.notes_card import NotesCard
from diary.ui.share.preview_card import PreviewCard
from diary.ui.share.record_card import RecordCard
from diary.ui.share.research_card import ResearchCard
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState

NARROW_EM = 54
"""A page narrower than this, in em, has the preview below what is chosen."""


class ShareView(Page):
    """The page. ``save_requested`` carries a path; the two that save other files carry a path and the notes' tick.

    ``stop_requested`` carries a ``Making``, ``appointment_requested`` and ``removal_requested`` an ``Appointment``.
    """

    period_requested = Signal(int)
    first_requested = Signal(object)
    last_requested = Signal(object)
    content_requested = Signal(object)
    note_requested = Signal(str, bool)
    words_changed = Signal(object)
    words_left = Signal()
    appointment_requested = Signal(object)
    removal_requested = Signal(object)
    born_requested = Signal(object)
    undo_requested = Signal()
    sharpness_requested = Signal(int)
    save_requested = Signal(object)
    stop_requested = Signal(object)
    print_requested = Signal()
    save_everything_requested = Signal(object, bool)
    save_record_requested = Signal(object, bool)
    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, icons: Icons, state: ShareState) -> None:
        super().__init__(icons.theme)
        self._icons = icons
        self._state = state
        self._problem = UnsavedMessage(icons)
        self._not_saved = Message(icons, is_warning=True)
        self._saved = Message(icons)
        self._empty = Card(padding=(28, 28))
        self._empty.body.addWidget(Title(say("Nothing to share yet"), wrap=True))
        about_empty = say("When something is written in Today, pages for a doctor, nurse or therapist are made here.")
        self._empty.body.addWidget(Words(about_empty, wrap=True))
        self._period, self._content = PeriodCard(icons), ContentCard(icons)
        self._words, self.files = WordsCard(icons), FilesCard(icons)
        self.record, self.research = RecordCard(icons), ResearchCard(icons)
        self.notes = NotesCard(icons)
        self.appointments = AppointmentsCard(icons, state.today)
        self.preview = PreviewCard(icons)
        self._choices, self._page, self._other_files = QWidget(), QWidget(), QWidget()
        self._choices.setLayout(
            column(self._period, self._content, self.notes, self._words, self.appointments, spacing=GAP)
        )
        self._page.setLayout(column(self.preview, None))
        self._other_files.setLayout(column(self.record, self.research, self.files, spacing=GAP))
        self._cards = QWidget()
        self._grid = QGridLayout(self._cards)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        second = Words(
            say("Two pages for your doctor, nurse or therapist. You see all of them before they are saved."),
            "second",
            wrap=True,
        )
        self._handed_out = Words("", "strong", wrap=True)
        self.body.addLayout(column(Heading(say("Share")), second, self._handed_out, spacing=2))
        for widget in (self._problem, self._not_saved, self._saved, self._empty, self._cards):
            self.body.addWidget(widget)
        self.body.addStretch(1)
        self._arrange(is_narrow=False)
        self._connect()
        self.render_state(state)

    def render_state(self, state: ShareState) -> None:
        """Draw a state whole."""
        before = self._state.saved_file
        self._state = state
        tried, ended = (state.problem, "") if state.can_try_again else ("", state.problem)
        self._problem.say_why(tried, state.reason, can_copy=state.can_copy)
        self._not_saved.say(ended, state.reason)
        self._saved.say(state.saved if state.saved_file is None else "", state.saved_note)
        self._empty.setVisible(state.is_empty)
        person = state.basics.handed_out_for
        whose = say("This is {person}’s diary: “my” and “your” mean {person} here.", person=person)
        left_out = say("Notes that {person} keeps private are left out.", person=person)
        self._handed_out.setText(f"{whose} {left_out}")
        self._handed_out.setVisible(bool(person))
        self._cards.setVisible(state.is_loaded and not state.is_empty)
        choices = (self._period, self._content, self.notes, self._words, self.appointments)
        for part in (*choices, self.record, self.research, self.files, self.preview):
            part.render_state(state)
        if state.problem or (state.saved and state.saved_file is None):
            self.verticalScrollBar().setValue(0)
        elif state.saved_file is not None and state.saved_file != before:
            self.ensureWidgetVisible(self.preview.saved)

    def settle(self) -> None:
        """Ask for the words to be kept, and for what could not be kept: the page may go now."""
        self.words_left.emit()
        if self._state.problem and self._state.can_try_again:
            self.retry_requested.emit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = self.viewport().width() < NARROW_EM * self._icons.theme.em
        if is_narrow != self._is_narrow:
            self._arrange(is_narrow=is_narrow)

    def _arrange(self, *, is_narrow: bool) -> None:
        """Choices and page beside each other, or below; the files come last in both."""
        self._is_narrow = is_narrow
        top = Qt.AlignmentFlag.AlignTop
        for part in (self._choices, self._page, self._other_files):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._choices, 0, 0)
        self._grid.addWidget(self._page, *((1, 0) if is_narrow else (0, 1, 2, 1)))
        self._grid.addWidget(self._other_files, *((2, 0) if is_narrow else (1, 0)), alignment=top)
        self._grid.setColumnStretch(0, 5)
        self._grid.setColumnStretch(1, 0 if is_narrow else 7)
        self._grid.setRowStretch(1, 0 if is_narrow else 1)

    def insist_on_answers(self) -> None:
        """Bring into view that single answers have to be chosen before pages can be saved."""
        self._content.answers.insist()
        self.ensureWidgetVisible(self._content.answers)

    def _connect(self) -> None:
        self._problem.action_requested.connect(self.retry_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self._period.period_requested.connect(self.period_requested)
        self._period.first_requested.connect(self.first_requested)
        self._period.last_requested.connect(self.last_requested)
        self._content.content_requested.connect(self.content_requested)
        self._content.birth.born_requested.connect(self.born_requested)
        self.notes.note_requested.connect(self.note_requested)
        self._words.words_changed.connect(self.words_changed)
        self._words.words_left.connect(self.words_left)
        self.appointments.keep_requested.connect(self.appointment_requested)
        self.appointments.remove_requested.connect(self.removal_requested)
        self.appointments.undo_requested.connect(self.undo_requested)
        QShortcut(QKeySequence("Ctrl+Z"), self).activated.connect(self.undo_requested)
        self.files.save_requested.connect(self.save_everything_requested)
        self.record.save_requested.connect(self.save_record_requested)
        self.record.answers_requested.connect(self.insist_on_answers)
        self.preview.sharpness_requested.connect(self.sharpness_requested)
        self.preview.save_requested.connect(self.save_requested)
        for part in (self.preview, self.record, self.files):
            part.stop_requested.connect(self.stop_requested)
        self.preview.print_requested.connect(self.print_requested)
        self.preview.answers_requested.connect(self.insist_on_answers)
