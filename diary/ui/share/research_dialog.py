"""Share's dialog for a study: all that would leave, seen before anything is written, decided on each time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import row
from diary.ui.kit.tables import QuietTable, TwinTable
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.words import say, say_n
from diary.words.numbers import short_number

if TYPE_CHECKING:
    from diary.app.researching import ResearchTable
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Cell
    from diary.ui.share.research_state import ResearchState

WIDE_PX, HIGH_PX = 900, 760
TABLE_PX = 130


class LeavingTable(TwinTable):
    """The cells of a file that would leave, as they stand in it."""

    def __init__(self) -> None:
        super().__init__()
        self._table: ResearchTable | None = None

    def render_table(self, table: ResearchTable | None) -> None:
        """Hold another table, or none."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return self._table.header if self._table else ()

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        return self._table.rows if self._table else ()

    @property
    @override
    def length(self) -> int:
        return len(self._table.rows) if self._table else 0

    @override
    def text(self, row: int, column: int) -> str:
        cell = self.rows[row][column]
        if cell is None:
            return ""
        return cell if isinstance(cell, str) else short_number(float(cell))

    @override
    def spoken(self, row: int, column: int) -> str:
        """With the column's name: a single cell says too little."""
        return say("{column}: {cell}", column=self.header[column], cell=self.text(row, column) or say("empty"))


class ResearchDialog(QDialog):
    """The decision begins unmade and is unmade again after each saving; ``save_requested`` carries a path.

    ``person`` is whom a carer decides for, by name, empty where the person does.
    """

    answers_requested = Signal(bool)
    save_requested = Signal(object)

    def __init__(self, icons: Icons, parent: QWidget | None, person: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("For a study"))
        self._leaving, self._meaning = LeavingTable(), LeavingTable()
        files = (say("What would leave"), say("What the codes mean"))
        self.table = QuietTable(icons.theme, self._leaving, files[0], least_px=TABLE_PX)
        self.book = QuietTable(icons.theme, self._meaning, files[1], least_px=TABLE_PX)
        self.file = ChoiceBox(icons, say("Which of the two files is shown"))
        self.file.addItems(files)
        self.file.view().setAccessibleName(say("Which of the two files is shown"))
        self._shown = QStackedWidget()
        self._shown.addWidget(self.table)
        self._shown.addWidget(self.book)
        self.answers = Tick(icons, say("With every single answer of questionnaires"))
        self.decided = Tick(icons, _decided(person))
        self.save = Button(icons, say("Save both files…"), "primary", "download")
        self._close = Button(icons, say("Close"))
        self._count = Words("", "second", wrap=True)
        self._problem, self._saved = Message(icons, is_warning=True), Message(icons)
        stays = say("Names, dates, notes, doses and all words of your own stay here. Day 1 is the first of these days.")
        inner = QWidget()
        body = QVBoxLayout(inner)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(8)
        body.addWidget(Title(say("For a study"), wrap=True))
        body.addWidget(Words(stays, "second", wrap=True))
        body.addWidget(Words(_known(person), "strong", wrap=True))
        body.addWidget(self._problem)
        body.addWidget(self._saved)
        body.addWidget(self.file)
        body.addWidget(self._shown, 1)
        for widget in (self._count, self.answers, self.decided):
            body.addWidget(widget)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(inner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 20)
        layout.addWidget(self._area, 1)
        layout.addLayout(row(self.save, None, self._close))
        self.answers.clicked.connect(self.answers_requested)
        self.decided.toggled.connect(self._show_whether_decided)
        self.save.clicked.connect(self._ask)
        self._close.clicked.connect(self.close)
        self.file.activated.connect(self._shown.setCurrentIndex)
        wanted = QSize(icons.theme.px(WIDE_PX), icons.theme.px(HIGH_PX))
        self.resize(wanted.boundedTo(parent.window().size()) if parent else wanted)

    def render_state(self, state: ResearchState) -> None:
        """Show all that would leave; what was decided about something else, or has been done, is undecided."""
        if self._leaving.rows is not (state.found.table.rows if state.found else ()):
            self._leaving.render_table(state.found.table if state.found else None)
            self._meaning.render_table(state.found.codebook if state.found else None)
            self.table.fit()
            self.book.fit()
            self.decided.setChecked(False)
        if state.saved:
            self.decided.setChecked(False)
        if state.saved or state.problem:
            self._area.verticalScrollBar().setValue(0)
        self.answers.setVisible(state.has_answers)
        self.answers.setChecked(state.with_answers)
        self.decided.setEnabled(state.found is not None)
        self._count.setText(_counted(state))
        self._problem.say(state.problem)
        self._saved.say(
            state.saved, say("They are not encrypted. Give them to the study yourself.") if state.saved else ""
        )
        self._show_whether_decided()

    def _show_whether_decided(self) -> None:
        self.save.setEnabled(self.decided.isEnabled() and self.decided.isChecked())

    def _ask(self) -> None:
        # The name says neither whose diary it is nor on which days it was kept.
        name = say("Study")
        dialog = save_dialog(self, say("Save for a study"), f"{name}.csv")
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        self.save_requested.emit(Path(file))


def _decided(person: str) -> str:
    if person:
        return say("{person} has heard what this is, and wants to give it to a study", person=person)
    return say("I have looked at this, and I want to give it to a study")


def _known(person: str) -> str:
    if person:
        return say("Someone who knows {person} well may still know {person} by these days.", person=person)
    return say("Someone who knows you well may still know you by your days.")


def _counted(state: ResearchState) -> str:
    if state.found is not None:
        n = len(state.found.table.rows)
        return say_n("{n} row would leave. You see every one here.", "{n} rows would leave. You see every one here.", n)
    return "" if state.problem else say("Making the file…")
