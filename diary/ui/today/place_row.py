"""One place that hurts: its score, its name, the way to take it away, and while it is open its eleven buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.heat import HeatBadge
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.strip_layout import RING
from diary.ui.kit.surfaces import Divider, column, row
from diary.ui.kit.text import Words
from diary.ui.today.gestures import ScorePlace
from diary.words import say
from diary.words.places import place_name, place_question

if TYPE_CHECKING:
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite, Place
    from diary.ui.kit.icons import Icons


class PlaceRow(QWidget):
    """A place in the list beside the drawing; ``score_requested`` carries a ``ScorePlace``.

    ``open_requested`` and ``away_requested`` carry the ``BodySite``; ``answered`` follows a score given by key.
    """

    score_requested = Signal(object)
    open_requested = Signal(object)
    away_requested = Signal(object)
    answered = Signal()

    def __init__(self, icons: Icons, pain: Measure, place: Place, site: BodySite) -> None:
        super().__init__()
        self.site = site
        self.name = place_name(place, site.side)
        measure = replace(
            pain,
            label=self.name,
            question=place_question(place, site.side),
            low_words=say(pain.low_words),
            high_words=say(pain.high_words),
            own=True,
        )
        self._badge = HeatBadge(icons.theme)
        self.opener = Button(icons, self.name, "quiet")
        self.opener.setProperty("leading", True)
        self.away = IconButton(icons, "x", say("Take away: {place}", place=self.name))
        self.away.setProperty("kind", "quiet")
        self.strip = ScaleStrip(icons.theme, measure, "pain")
        question = Words(say("How bad was it, on average?"), "caption", wrap=True)
        both = Words(say("0 is no pain, 10 is pain as bad as you can imagine"), "caption", wrap=True)
        inside = column(question, self.strip, both, spacing=2)
        for words in (question, both):
            words.setContentsMargins(RING, 0, 0, 0)
        self._asking = QWidget()
        self._asking.setLayout(inside)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._asking.setSizePolicy(policy)
        head = row(self._badge, self.opener, None, self.away, spacing=6)
        self.setLayout(column(head, self._asking, Divider(), spacing=6))
        self.strip.answer_requested.connect(self._given)
        self.strip.answered.connect(self.answered)
        self.opener.clicked.connect(self._open)
        self.away.clicked.connect(self._away)

    def show_place(self, value: float | None, *, is_open: bool) -> None:
        """Draw the score, and the buttons while the place is open."""
        self._badge.show_value(value)
        self.strip.show_value(value)
        self._asking.setVisible(is_open)
        score = say("not filled in") if value is None else say("{number} out of 10", number=int(value))
        self.opener.setAccessibleName(say("{place}: {score}", place=self.name, score=score))

    def _given(self, value: float | None) -> None:
        self.score_requested.emit(ScorePlace(self.site, value))

    def _open(self) -> None:
        self.open_requested.emit(self.site)

    def _away(self) -> None:
        self.away_requested.emit(self.site)
