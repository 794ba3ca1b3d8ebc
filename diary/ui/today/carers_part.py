"""What stands on Today only where carers write too, below what the person is asked; made when it is needed first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.surfaces import GAP, column
from diary.ui.today.beside_card import BesideCard
from diary.ui.today.writing import Writing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.scale_strip import ScaleStrip
    from diary.ui.today.noticed_part import NoticedPart
    from diary.ui.today.state import NoteState, TodayState


class CarersPart(QWidget):
    """What a carer noticed, and who else wrote about the day; signals as those of the page."""

    answer_requested = Signal(object)
    draft_requested = Signal(object)
    note_requested = Signal(object)
    ahead_changed = Signal()

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__()
        self._icons, self._measures = icons, measures
        self._writing = Writing()
        self.noticed: NoticedPart | None = None
        self._beside = BesideCard(icons, measures)
        self._layout = column(self._beside, spacing=GAP)
        self.setLayout(self._layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def strips(self) -> list[ScaleStrip]:
        """The scales that digits answer."""
        return [self.noticed.scale.strip] if self.noticed is not None and self._writing.is_noticed else []

    @property
    def is_ahead(self) -> bool:
        """Whether something was typed that nobody was asked to keep yet."""
        return self.noticed is not None and self.noticed.note.is_ahead

    def render_state(self, state: TodayState, *, is_other_day: bool) -> None:
        """Draw what carers have here."""
        self._writing = state.writing
        if state.writing.is_noticed and self.noticed is None:
            self.noticed = self._make()
        if self.noticed is not None:
            if state.writing.is_noticed:
                self.noticed.render_state(state, is_other_day=is_other_day)
            self.noticed.setVisible(state.writing.is_noticed)
        self._beside.render_state(state)
        self.setVisible(state.writing.is_noticed or not self._beside.isHidden())

    def take_keyboard(self) -> None:
        """Begin at the first question about what was noticed."""
        if self.noticed is not None:
            self.noticed.take_keyboard()

    def settle(self) -> None:
        """Keep what is still being typed."""
        if self.noticed is not None and self._writing.is_noticed:
            self.noticed.settle()

    def arrange(self, width_px: int) -> None:
        """Stand questions beside their answers where there is room."""
        if self.noticed is not None:
            self.noticed.arrange(width_px)

    def _make(self) -> NoticedPart:
        from diary.ui.today.noticed_part import NoticedPart

        part = NoticedPart(self._icons, self._measures)
        self._layout.insertWidget(0, part)
        part.answer_requested.connect(self.answer_requested)
        part.note.draft_requested.connect(self.draft_requested)
        part.note.ahead_changed.connect(self.ahead_changed)
        part.note.note_requested.connect(self._keep_note)
        return part

    def _keep_note(self, note: NoteState) -> None:
        """Pass on the words while they are a carer's: as it goes, the field may still hold them."""
        if self._writing.is_noticed:
            self.note_requested.emit(note)
