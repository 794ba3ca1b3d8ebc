"""Everything that was looked at, found or not, and how another pair is added."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, Divider, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.together.add_pair import AddPair
from diary.ui.together.signs import LinkSign
from diary.words import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLayout

    from diary.ui.kit.icons import Icons
    from diary.ui.together.state import Cell, LookedAt, LookedAtState, PairState, Thing

COLUMNS = 3


class LookedAtCard(Card):
    """A row for every pair and a column for every direction; below each other where it is narrow.

    ``pair_requested`` and ``remove_requested`` carry a pair's number, ``add_requested`` the ids of two things.
    """

    pair_requested = Signal(int)
    remove_requested = Signal(int)
    add_requested = Signal(str, str)

    def __init__(self, icons: Icons) -> None:
        super().__init__(spacing=6)
        self._icons = icons
        self._state: LookedAtState | None = None
        self._is_compact = False
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(10)
        self._rows.setVerticalSpacing(6)
        self._note = Words("", "caption", wrap=True)
        self._add = Button(icons, say("Add a pair"), "link", icon="plus", checkable=True)
        self.add_pair = AddPair(icons)
        self.add_pair.hide()
        title = Title(say("Everything that was looked at"), wrap=True)
        line = row(title, self._add)
        line.setStretch(0, 1)
        self.body.addLayout(line)
        self.body.addLayout(self._rows)
        self.body.addSpacing(4)
        self.body.addWidget(self._note)
        self.body.addWidget(self.add_pair)
        self.body.addStretch(1)
        self._add.toggled.connect(self._open)
        self.add_pair.add_requested.connect(self._ask)
        self.add_pair.close_requested.connect(self._close)

    def render_state(self, pair: PairState, things: tuple[Thing, ...]) -> None:
        """List other pairs."""
        if pair.looked_at != self._state:
            self._state = pair.looked_at
            self._fill()
        self._note.setText(" ".join(pair.looked_at.sentences))
        self.add_pair.offer(things)
        self._add.setEnabled(len(things) > 1)

    def set_compact(self, *, is_compact: bool) -> None:
        """Put the directions below each other where it is narrow."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._fill()

    def _fill(self) -> None:
        _empty(self._rows)
        state = self._state
        if state is None:
            return
        for at in range(COLUMNS + 2):
            self._rows.setColumnStretch(at, 0)
        at = 0 if self._is_compact else self._fill_heads(state)
        for number, one in enumerate(state.rows):
            if number or not self._is_compact:
                self._rows.addWidget(Divider(), at, 0, 1, COLUMNS + 2)
            at = self._fill_row(number, one, at + 1)

    def _fill_heads(self, state: LookedAtState) -> int:
        for at, heading in enumerate(state.columns):
            self._rows.addWidget(Words(heading, "said", wrap=True), 0, at + 1, Qt.AlignmentFlag.AlignBottom)
            self._rows.setColumnStretch(at + 1, 6)
        self._rows.setColumnStretch(0, 5)
        return 1

    def _fill_row(self, number: int, one: LookedAt, at: int) -> int:
        title = _PairButton(self._icons, one.title, number)
        title.asked.connect(self.pair_requested)
        words = column(None, row(title, None), spacing=0)
        if one.second:
            words.addWidget(Words(one.second, "caption", wrap=True))
        words.addStretch(1)
        holder = _holding(words)
        self._rows.addWidget(holder, at, 0)
        if one.is_own:
            remove = _PairButton(self._icons, "", number, icon="x", name=say("Remove {pair}", pair=one.title))
            remove.asked.connect(self.remove_requested)
            self._rows.addWidget(remove, at, COLUMNS + 1, Qt.AlignmentFlag.AlignRight)
        for place, cell in enumerate(one.cells):
            asked = say("{question}: {what}", question=cell.question, what=cell.words)
            if self._is_compact:
                self._rows.addWidget(self._cell(cell, asked, asked), at + 1 + place, 0, 1, COLUMNS + 1)
            else:
                self._rows.addWidget(self._cell(cell, cell.words, asked), at, place + 1)
        return at + 1 + (COLUMNS if self._is_compact else 0)

    def _cell(self, cell: Cell, shown: str, asked: str) -> QWidget:
        sign = LinkSign(self._icons.theme, cell.state)
        line = row(sign, spacing=8)
        role = "said" if cell.state.value == "link" else "caption"
        words = Words(shown, role, wrap=True)
        words.setAccessibleName(asked)
        line.addWidget(words, 1)
        return _holding(line)

    def _open(self, is_open: bool) -> None:
        self.add_pair.setVisible(is_open)
        if is_open:
            self.add_pair.start()

    def _close(self) -> None:
        self._add.setChecked(False)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self, x: str, y: str) -> None:
        self._close()
        self.add_requested.emit(x, y)


class _PairButton(Button):
    """A button about one pair; ``asked`` carries the pair's number."""

    asked = Signal(int)

    def __init__(self, icons: Icons, text: str, number: int, *, icon: str = "", name: str = "") -> None:
        super().__init__(icons, text, "quiet" if icon else "inline", icon=icon)
        self._number = number
        self.setProperty("small", "true")
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        else:
            self.setAccessibleName(say("Show {pair}", pair=text))
        self.clicked.connect(self._ask)

    def _ask(self) -> None:
        self.asked.emit(self._number)


def _holding(layout: QLayout) -> QWidget:
    holder = QWidget()
    holder.setLayout(layout)
    return holder


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
