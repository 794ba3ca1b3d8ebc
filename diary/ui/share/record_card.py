"""Share's card for other health software: the same days and choices as the pages, as a FHIR document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.ui.kit.buttons import Button
from diary.ui.kit.file_dialogs import save_dialog
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.ticks import Tick
from diary.ui.share.making_line import MakingLine
from diary.ui.share.notes_card import words_of_notes_tick
from diary.ui.share.state import Making
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.share.state import ShareState


class RecordCard(Card):
    """The card. ``save_requested`` carries a path and whether notes go with it; one that is made can be stopped.

    ``answers_requested``: whether single answers go with a PHQ-9 has to be chosen first, as for the pages.
    """

    save_requested = Signal(object, bool)
    stop_requested = Signal(object)
    answers_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._state: ShareState | None = None
        self.notes = Tick(icons, words_of_notes_tick(""))
        self.making = MakingLine(icons, Making.RECORD)
        self.save = Button(icons, say("Save FHIR…"), icon="download")
        about = say("For the software of a doctor or hospital (FHIR R4): every answer of the days and ticks above.")
        notice = say("It is not encrypted. Anyone who has the file can read it.")
        self.body.addWidget(Title(say("For a health record"), wrap=True))
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addWidget(Words(notice, "strong", wrap=True))
        self.body.addWidget(self.notes)
        self.body.addLayout(row(self.save, None))
        self.body.addWidget(self.making)
        self.making.stop_requested.connect(self.stop_requested)
        self.save.clicked.connect(self._ask)

    def render_state(self, state: ShareState) -> None:
        """Offer the file where there would be something in it."""
        self._state = state
        self.notes.setText(words_of_notes_tick(state.basics.handed_out_for))
        self.notes.setAccessibleName(say("{tick}, in the file for a health record", tick=self.notes.text()))
        self.making.render_state(state)
        self.save.setEnabled(state.wanted is not None and not state.preview_problem)
        self.save.rest(is_resting=Making.RECORD in state.makings)

    def _ask(self) -> None:
        state = self._state
        if state is None or state.must_choose_answers:
            self.answers_requested.emit()
            return
        # The name says neither whose diary it is nor what is in it: others see names of files.
        name = say("Record {day}", day=state.today.isoformat())
        dialog = save_dialog(self, say("Save for a health record"), f"{name}.json")
        dialog.fileSelected.connect(self._take)
        dialog.open()

    def _take(self, file: str) -> None:
        self.save_requested.emit(Path(file), self.notes.isChecked())
