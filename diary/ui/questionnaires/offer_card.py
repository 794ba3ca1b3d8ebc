"""One questionnaire that is offered: what it asks about, what was scored before, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.questionnaires import answered
from diary.ui.kit.buttons import Button
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.questionnaires.gestures import said_of
from diary.ui.questionnaires.history import History, history_of
from diary.ui.questionnaires.totals_chart import TotalsChart
from diary.ui.questionnaires.totals_picture import totals_picture
from diary.ui.questionnaires.totals_table import TotalsTable
from diary.words import msgid, say, say_n
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from datetime import date

    from diary.app.questionnaires import Offer
    from diary.domain.questionnaires import Questionnaire
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_page import PicturePage
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.theme import Theme

_TOPICS = {
    "phq4": msgid("Worry and low mood"),
    "gad7": msgid("Worry"),
    "phq8": msgid("Low mood"),
    "phq9": msgid("Low mood"),
    "peg": msgid("Pain and daily life"),
}
"""What the shipped ones are about, in plain words: their names say nothing to most people."""
TABLE_PX = 220


class OfferCard(Card):
    """``begin_requested`` carries the ``Offer``, ``save_requested`` a ``Picture`` or a ``Table``."""

    begin_requested = Signal(object)
    save_requested = Signal(object)

    def __init__(self, icons: Icons, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self._about = Words("", "second", wrap=True)
        self._past = Words("", wrap=True)
        self._again = Words("", "caption", wrap=True)
        self._theme = icons.theme
        self.begin = Button(icons, "")
        self._history = History()
        self._model = TotalsTable()
        self.chart = TotalsChart(icons.theme)
        name = offer.questionnaire.name
        self.rows = QuietTable(icons.theme, self._model, say("{name}, as a table", name=name))
        self.bar = PictureBar(icons, self, say("{name} over time", name=name), icon="clipboard-list")
        self._said = Words("", "caption", wrap=True)
        self.body.addWidget(Title(name))
        for widget in (self._about, self._past, self.chart, self.rows, self._said, self.bar, self.bar.message):
            self.body.addWidget(widget)
        self.body.addWidget(self._again)
        self.body.addLayout(row(self.begin, None))
        self.begin.clicked.connect(self._ask)
        self.bar.swapped.connect(self._show_history)
        self.bar.save_requested.connect(self.save_requested)
        self.chart.pointed.connect(self._say)
        icons.theme.changed.connect(self._measure)
        self._measure()
        self._say("")
        self.show_offer(offer)

    @property
    def last_day(self) -> date | None:
        """The day of the newest one."""
        return self._history.filled[0].day if self._history.filled else None

    def drawn(self, theme: Theme) -> PicturePage:
        """The totals as they are shown."""
        return totals_picture(theme, self._history, self.chart.size())

    def table(self) -> Content:
        """Every one that is done."""
        return self._model.saved

    def show_offer(self, offer: Offer) -> None:
        """Draw what is known of it now."""
        self._offer = offer
        form, before = offer.questionnaire, offer.unfinished
        self._about.setText(about(form))
        last = offer.done[0].response if offer.done else None
        self._past.setText(f"{plain_day(last.day)} – {said_of(form, last)}" if last else "")
        self._past.setVisible(last is not None)
        self._history = history_of(form, offer.done)
        self._show_history()
        self._again.setVisible(offer.again_on is not None or before is not None)
        if before is not None:
            self._again.setText(say("Begun on {day}.", day=plain_day(before.day)))
        elif offer.again_on is not None:
            day = plain_day(offer.again_on)
            self._again.setText(say("From {day} on it asks about new days.", day=day))
        if before is None:
            self.begin.setText(say("Fill it in"))
        else:
            self.begin.setText(say("Go on ({n} of {of})", n=answered(form, before), of=len(form.scored)))
        self.begin.setAccessibleName(f"{form.name}: {self.begin.text()}")

    def _show_history(self) -> None:
        """Draw what there is to draw; the table has those without a total too, and stands alone where all are such."""
        history = self._history
        self.chart.render_state(history)
        self._model.render_state(history)
        shows_chart = history.is_drawn and not self.bar.shows_table
        self.chart.setVisible(shows_chart)
        self._said.setVisible(shows_chart)
        self.rows.setVisible(len(history.filled) > 1 and not shows_chart)
        self.rows.fit()
        self.bar.setVisible(history.is_drawn)

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence or say("Point at a bar to read it, or go through them with Left and Right."))

    def _measure(self) -> None:
        self.rows.setFixedHeight(self._theme.px(TABLE_PX))

    def _ask(self) -> None:
        self.begin_requested.emit(self._offer)


def about(form: Questionnaire) -> str:
    """Return how many questions it has, about which days."""
    asked = say_n("{n} question", "{n} questions", len(form.items))
    days = say("about the last 2 weeks") if form.recall_days > 7 else say("about the last week")  # noqa: PLR2004 - a week
    topic = say(_TOPICS[form.id]) if form.id in _TOPICS else ""
    return " · ".join(part for part in (topic, f"{asked} {days}") if part)
