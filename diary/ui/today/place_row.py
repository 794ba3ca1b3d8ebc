"""One place that hurts: its score, its name, the way to take it away, and while it is open its eleven buttons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.measures import PAIN
from diary.domain.today import NUMBNESS, SPREADS
from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.heat import HeatBadge
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.strip_layout import RING
from diary.ui.kit.surfaces import Divider, column, row
from diary.ui.kit.text import Words
from diary.ui.today.gestures import ScorePlace
from diary.ui.today.place_gestures import ScoreNumbness
from diary.ui.today.spread_choice import SpreadChoice, site_name
from diary.ui.today.told import ToldWords
from diary.words import say
from diary.words.asked import place_question_on_day, question_on_day
from diary.words.places import place_name, place_question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.entries import Spread
    from diary.domain.measures import Measure
    from diary.domain.places import BodySite, Place
    from diary.ui.kit.icons import Icons
    from diary.ui.today.more_state import MoreState

BELOW_ENDS_PX = 8
"""Between the words at a scale's ends and the line below them."""


class PlaceRow(QWidget):
    """A place in the list beside the drawing; ``gesture_requested`` carries what was said of it.

    ``open_requested`` and ``away_requested`` carry the ``BodySite``; ``answered`` follows a score given by key.
    """

    gesture_requested = Signal(object)
    open_requested = Signal(object)
    away_requested = Signal(object)
    answered = Signal()

    def __init__(self, icons: Icons, measures: Mapping[str, Measure], place: Place, site: BodySite) -> None:
        super().__init__()
        self.site, self._place = site, place
        self._icons, self._numbness = icons, measures[NUMBNESS]
        self.name = place_name(place, site.side)
        pain = _in_words(measures[PAIN], self.name, place_question(place, site.side))
        called = say("{place}, pins and needles or numbness", place=self.name)
        numbness = _in_words(measures[NUMBNESS], called, say(measures[NUMBNESS].question))
        self._badge = HeatBadge(icons.theme)
        self.opener = Button(icons, self.name, "quiet")
        self.opener.setProperty("leading", True)
        self.away = IconButton(icons, "x", say("Take away: {place}", place=self.name))
        self.away.setProperty("kind", "quiet")
        self._told, self._numb_told = ToldWords(icons), ToldWords(icons)
        self._also = Words("", "caption", wrap=True)
        self.strip = ScaleStrip(icons.theme, pain, "pain")
        self.numb_strip = ScaleStrip(icons.theme, numbness, "accent")
        self.spread = SpreadChoice(icons, site, self.name)
        ends = say("0 is no pain, 10 is pain as bad as you can imagine")
        numb_ends = say("0 is not at all, 10 is as much as you can imagine")
        self._asking = _asking(say("How bad was it, on average?"), self.strip, ends)
        self._numb = _asking(say("How much did pins and needles or numbness bother you?"), self.numb_strip, numb_ends)
        head = row(self._badge, self.opener, None, self.away, spacing=6)
        parts = (self._also, self._asking, self._numb, row(self._numb_told, None), self.spread)
        self.setLayout(column(head, row(RING, self._told, None), *parts, Divider(), spacing=6))
        self._also.setContentsMargins(RING, 0, 0, 0)
        self.strip.answer_requested.connect(self._given)
        self.strip.answered.connect(self._go_on)
        self.numb_strip.answer_requested.connect(self._numb_given)
        self.numb_strip.answered.connect(self.answered)
        self.spread.gesture_requested.connect(self.gesture_requested)
        self.opener.clicked.connect(self._open)
        self.away.clicked.connect(self._away)

    @property
    def strips(self) -> tuple[ScaleStrip, ...]:
        """The strips on screen."""
        return tuple(one for one in (self.strip, self.numb_strip) if one.isVisible())

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        self.strip.ask(place_question_on_day(self._place, self.site.side, is_today=is_today))
        self.numb_strip.ask(question_on_day(self._numbness, is_today=is_today))

    def show_place(self, more: MoreState, *, is_open: bool) -> None:
        """Draw what was said, and the questions while the place is open."""
        value, numb = more.places.get(self.site), more.numbness.get(self.site)
        self._badge.show_value(value)
        self.strip.show_value(value)
        self.numb_strip.show_value(numb)
        self._asking.setVisible(is_open)
        self._numb.setVisible(is_open and NUMBNESS in more.choices.shown)
        self.spread.show_spreads(more.spreads)
        self.spread.setVisible(is_open and SPREADS in more.choices.shown)
        also = self._beside_pain(numb, more.spreads)
        self._also.setText(also)
        self._also.setVisible(bool(also) and not is_open)
        told, numb_told = (more.told.get((measure, self.site), "") for measure in (PAIN, NUMBNESS))
        self._told.say(told or (numb_told if not is_open else ""))
        self._numb_told.say(numb_told if is_open else "")
        for strip, who in ((self.strip, told), (self.numb_strip, numb_told)):
            strip.show_who(who)
        score = say("not filled in") if value is None else say("{number} out of 10", number=int(value))
        said = say("{place}: {score}", place=self.name, score=score)
        self.opener.setAccessibleName(". ".join(part for part in (said, also, told or numb_told) if part))

    def _beside_pain(self, numb: float | None, spreads: tuple[Spread, ...]) -> str:
        said = [] if numb is None else [say("Pins and needles or numbness: {number}", number=int(numb))]
        ends = ", ".join(site_name(one.end) for one in spreads if one.start == self.site)
        if ends:
            said.append(say("Spreads to: {places}", places=ends))
        return ". ".join(said)

    def _given(self, value: float | None) -> None:
        self.gesture_requested.emit(ScorePlace(self.site, value))

    def _numb_given(self, value: float | None) -> None:
        self.gesture_requested.emit(ScoreNumbness(self.site, value))

    def _go_on(self) -> None:
        """After the pain's digit the next one is for what is asked below it."""
        if self.numb_strip.isVisible():
            self.numb_strip.take_keyboard()
        else:
            self.answered.emit()

    def _open(self) -> None:
        self.open_requested.emit(self.site)

    def _away(self) -> None:
        self.away_requested.emit(self.site)


def _in_words(measure: Measure, label: str, question: str) -> Measure:
    """The measure as it is asked of one place: its words are whole, and nobody looks them up again."""
    low_words, high_words = say(measure.low_words), say(measure.high_words)
    return replace(measure, label=label, question=question, low_words=low_words, high_words=high_words, own=True)


def _asking(question: str, strip: ScaleStrip, ends: str) -> QWidget:
    holder = QWidget()
    words = Words(question, "caption", wrap=True), Words(ends, "caption", wrap=True)
    words[0].setContentsMargins(RING, 0, 0, 0)
    words[1].setContentsMargins(RING, 0, 0, BELOW_ENDS_PX)
    holder.setLayout(column(words[0], strip, words[1], spacing=2))
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
