"""The start page where this computer knows several diaries: whose, and none chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from diary.ui.kit.buttons import Button, CardButton
from diary.ui.kit.emblems import EmblemMark, look_words
from diary.ui.kit.gate import Gate
from diary.ui.kit.messages import Message
from diary.ui.kit.surfaces import GAP, column, row
from diary.ui.kit.text import Heading, Words
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.values import DiaryCard
    from diary.ui.kit.icons import Icons

ONE_COLUMN, TWO_COLUMNS = 640, 800


class StartView(Gate):
    """Lists the known diaries; ``diary_requested`` carries the ``DiaryCard`` that was chosen."""

    diary_requested = Signal(object)
    new_requested = Signal()
    another_requested = Signal()
    backup_requested = Signal()

    def __init__(self, icons: Icons, cards: Sequence[DiaryCard], problem: str = "") -> None:
        self._icons = icons
        self._cards = {self._card_button(card): card for card in cards}
        self._message = Message(icons, is_warning=True)
        heading = Heading(say("Whose diary?"))
        heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        note = Words(
            say("Each diary is about one person and opens with its own passphrase. One is open at a time."),
            "second", wrap=True,
        )  # fmt: skip
        note.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._grid = QGridLayout()
        self._grid.setSpacing(GAP)
        new = Button(icons, say("New diary"), icon="plus")
        another = Button(icons, say("Open another diary"), icon="folder-open")
        backup = Button(icons, say("Bring back a backup"), icon="archive-restore")
        self._ways = (new, another, backup)
        self._below = QGridLayout()
        self._below.setSpacing(12)
        middle = QWidget()
        layout = column(heading, note, self._message, 16, self._grid, 10, self._below, spacing=6)
        middle.setLayout(layout)
        super().__init__(icons, middle)
        for button in self._cards:
            button.clicked.connect(self._chosen)
        new.clicked.connect(self.new_requested)
        another.clicked.connect(self.another_requested)
        backup.clicked.connect(self.backup_requested)
        self._message.say(problem)
        self.arrange(self.width())

    def arrange(self, width_px: int) -> None:
        """Stand the diaries side by side where there is room."""
        super().arrange(width_px)
        is_wide = width_px >= self._theme.px(TWO_COLUMNS)
        columns = 2 if is_wide and len(self._cards) > 1 else 1
        for index, button in enumerate(self._cards):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, index // columns, index % columns)
        for index in range(2):
            self._grid.setColumnStretch(index, 1 if index < columns else 0)
        self._below.setColumnStretch(0, 1)
        self._below.setColumnStretch(4, 1)
        for index, way in enumerate(self._ways, start=1):
            self._below.removeWidget(way)
            self._below.addWidget(way, 0 if is_wide else index, index if is_wide else 1)

    def _wanted_width(self) -> int:
        return TWO_COLUMNS if len(self._cards) > 1 else ONE_COLUMN

    def _card_button(self, card: DiaryCard) -> CardButton:
        emblem = EmblemMark(self._icons.theme, 74)
        emblem.show_emblem(card.label, card.emblem, card.colour)
        place = say("{file}, in {folder}", file=card.folder.name, folder=card.folder.parent.name)
        look = look_words(card.emblem, card.colour)
        lines = Words(card.label, "headline", wrap=True), Words(look, "second"), Words(place, "caption", wrap=True)
        words = column(None, *lines, None, spacing=3)
        inside = row(emblem, 16, spacing=6)
        inside.addLayout(words, 1)
        inside.setContentsMargins(28, 26, 28, 26)
        button = CardButton(self._icons, say("Open the diary {label}", label=card.label), inside, "card")
        button.setAccessibleDescription(f"{look}. {place}")
        return button

    def _chosen(self) -> None:
        button = self.sender()
        if isinstance(button, CardButton):
            self.diary_requested.emit(self._cards[button])
