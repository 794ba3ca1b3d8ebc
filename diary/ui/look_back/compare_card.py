"""The card that sets the days in view beside the days before them, as a table of plain averages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView

from diary.ui.kit.buttons import Button
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.overriding import override
from diary.ui.kit.picture_saving import Table
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.tables import QuietTable, TwinTable
from diary.ui.kit.text import Title, Words
from diary.ui.look_back.comparing import compared_words, comparison_state, periods_words
from diary.words import say

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Cell, Content
    from diary.ui.look_back.comparing import ComparisonState
    from diary.ui.look_back.state import LookBackState

ROW_PX, ROOM_PX, FRAME_PX = 34, 8, 6


class CompareTable(TwinTable):
    """A row for each measure: its average now and before, with the days behind each."""

    def __init__(self) -> None:
        super().__init__()
        self._state: ComparisonState | None = None

    def render_state(self, state: ComparisonState) -> None:
        """Hold two other periods."""
        self.beginResetModel()
        self._state = state
        self.endResetModel()

    @property
    @override
    def header(self) -> tuple[str, ...]:
        return "", say("Now"), say("Before")

    @property
    @override
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        rows = () if self._state is None else self._state.rows
        return tuple((r.label, r.now.mean, r.now.days, r.before.mean, r.before.days) for r in rows)

    @property
    @override
    def saved(self) -> Content:
        header = (say("Measure"), say("Average now"), say("Days now"), say("Average before"), say("Days before"))
        return header, self.rows

    @property
    @override
    def length(self) -> int:
        return 0 if self._state is None else len(self._state.rows)

    @override
    def text(self, row: int, column: int) -> str:
        state = self._state
        assert state is not None
        assert state.before is not None, "without days before there are no rows"
        one = state.rows[row]
        return (one.label, compared_words(one.now, state.now), compared_words(one.before, state.before))[column]


class CompareCard(Card):
    """Plain averages now and before; it says nothing about why they differ, or whether they do."""

    save_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._last: date | None = None
        self._state: ComparisonState | None = None
        self.model = CompareTable()
        self.rows = QuietTable(icons.theme, self.model, say("These days and the days before, as a table"))
        self.rows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.save = Button(icons, say("Save table"), "link", icon="download")
        self.save.setAccessibleName(
            say("{button}: {picture}", button=say("Save table"), picture=say("The days before"))
        )
        self._dates, self._note = Words("", "second", wrap=True), Words("", "second", wrap=True)
        words = say("Both are plain averages. They can differ by chance, and they do not say why.")
        self._honest = Words(words, "caption", wrap=True)
        self.body.addLayout(row(Title(say("These days and the days before")), None, self.save))
        for widget in (self._dates, self.rows, self._note, self._honest):
            self.body.addWidget(widget)
        self.save.clicked.connect(self._ask_where)
        icons.theme.changed.connect(self._measure)

    def render_state(self, state: LookBackState, first: date, last: date) -> None:
        """Compare other days."""
        self._last = last
        shown = comparison_state(state, first, last)
        if shown == self._state:
            return
        self._state = shown
        self.model.render_state(shown)
        has_rows = shown.before is not None and bool(shown.rows)
        for widget in (self._dates, self.rows, self.save, self._honest):
            widget.setVisible(has_rows)
        self._dates.setText(periods_words(shown))
        self._note.setText(shown.note)
        self._note.setVisible(bool(shown.note))
        self._measure()

    def save_to(self, file: str) -> None:
        """Hand the table over for a file."""
        self.save_requested.emit(Table(Path(file), *self.model.saved))

    def _ask_where(self) -> None:
        assert self._last is not None
        name = say("Diary {day}", day=self._last.isoformat()) + ".csv"
        dialog = save_dialog(self, say("Save table"), name)
        dialog.fileSelected.connect(self.save_to)
        dialog.open()

    def _measure(self) -> None:
        """Show every row whole: there are few, and a table inside a page should not scroll by itself."""
        rows, least = self.rows.verticalHeader(), self._icons.theme.px(ROW_PX)
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        for row_number in range(self.model.rowCount()):
            rows.resizeSection(row_number, max(least, self.rows.sizeHintForRow(row_number) + ROOM_PX))
        self.rows.setFixedHeight(rows.length() + header.sizeHint().height() + FRAME_PX)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()
