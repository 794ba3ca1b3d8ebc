"""Share's card for other programs: the whole diary as a file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Card
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.share.making_line import MakingLine
from diary.ui.share.notes_card import words_of_notes_tick
from diary.ui.share.state import Making
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState


class FilesCard(Card):
    """The card, with a plain notice of what that means. ``save_requested`` carries a path and the notes' tick."""

    save_requested = Signal(object, bool)
    stop_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._today: date | None = None
        self.making = MakingLine(icons, Making.EVERYTHING)
        self._notes = Tick(icons, words_of_notes_tick(""))
        sealed = say("JSON then also has the notes that only you can read. No other file has them.")
        self._sealed = Words(sealed, "second", wrap=True)
        self._sealed.hide()
        self._xlsx = Button(icons, say("Save spreadsheet…"), icon="download")
        self._csv = Button(icons, say("Save CSV…"), icon="download")
        self._json = Button(icons, say("Save JSON…"), icon="download")
        about = say("A spreadsheet (XLSX) to read, or CSV and JSON for other programs. Each holds all days.")
        notice = say("These files are not encrypted. Anyone who has one can read it.")
        self.body.addWidget(Title(say("Everything, as a file"), wrap=True))
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addWidget(Words(notice, "strong", wrap=True))
        self.body.addWidget(self._notes)
        self.body.addWidget(self._sealed)
        self.body.addLayout(FlowLayout(self._xlsx, self._csv, self._json))
        self.body.addWidget(self.making)
        self.making.stop_requested.connect(self.stop_requested)
        self._xlsx.clicked.connect(self._ask_xlsx)
        self._csv.clicked.connect(self._ask_csv)
        self._json.clicked.connect(self._ask_json)

    def render_state(self, state: ShareState) -> None:
        """Know the day for the file's name; no other file is begun while one is made."""
        self._today = state.today
        self._sealed.setVisible(state.basics.reads_sealed)
        self._notes.setText(words_of_notes_tick(state.basics.handed_out_for))
        self.making.render_state(state)
        for button in (self._xlsx, self._csv, self._json):
            button.rest(is_resting=Making.EVERYTHING in state.makings)

    def _ask_xlsx(self) -> None:
        self._ask("xlsx")

    def _ask_csv(self) -> None:
        self._ask("csv")

    def _ask_json(self) -> None:
        self._ask("json")

    def _ask(self, ending: str) -> None:
        # The name says neither whose diary it is nor what is in it: others see names of files.
        name = say("Diary {day}", day=self._today.isoformat() if self._today else "")
        dialog = save_dialog(self, say("Save everything"), f"{name}.{ending}")
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        self.save_requested.emit(Path(file), self._notes.isChecked())
