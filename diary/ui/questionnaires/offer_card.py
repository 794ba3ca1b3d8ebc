"""One questionnaire that is offered: what it asks about, what was scored before, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.questionnaires import answered
from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.questionnaires.gestures import said_of
from diary.ui.questionnaires.history import History, history_of
from diary.ui.questionnaires.totals_chart import TotalsChart
from diary.ui.questionnaires.totals_table import TotalsTable
from diary.words import msgid, say, say_n
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from diary.app.questionnaires import Offer
    from diary.domain.questionnaires import Questionnaire
    from diary.ui.kit.icons import Icons

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
    """``begin_requested`` carries the ``Offer``."""

    begin_requested = Signal(object)

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
        self.table = QuietTable(icons.theme, self._model, say("{name}, as a table", name=offer.questionnaire.name))
        self._said = Words("", "caption", wrap=True)
        self.swap = Button(icons, "", "link", icon="table")
        self._shows_table = False
        self.body.addWidget(Title(offer.questionnaire.name))
        for widget in (self._about, self._past, self.chart, self.table, self._said):
            self.body.addWidget(widget)
        self.body.addLayout(row(self.swap, None))
        self.body.addWidget(self._again)
        self.body.addLayout(row(self.begin, None))
        self.begin.clicked.connect(self._ask)
        self.swap.clicked.connect(self._swap)
        self.chart.pointed.connect(self._say)
        icons.theme.changed.connect(self._measure)
        self._measure()
        self._say("")
        self.show_offer(offer)

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
        self._again.setVisible(offer.again_on is not None and before is None)
        if offer.again_on is not None:
            day = plain_day(offer.again_on)
            self._again.setText(say("From {day} on it asks about new days.", day=day))
        if before is None:
            self.begin.setText(say("Fill it in"))
        else:
            self.begin.setText(say("Go on ({n} of {of})", n=answered(form, before), of=len(form.scored)))
        self.begin.setAccessibleName(f"{form.name}: {self.begin.text()}")

    def _show_history(self) -> None:
        """Draw what there is to draw; the table has the fillings-in without a total too."""
        history = self._history
        self.chart.render_state(history)
        self._model.render_state(history)
        shows_table = self._shows_table and len(history.rows) > 1
        self.chart.setVisible(history.is_drawn and not shows_table)
        self._said.setVisible(history.is_drawn and not shows_table)
        self.table.setVisible(shows_table)
        self.table.fit()
        self.swap.setVisible(len(history.rows) > 1)
        self.swap.setText(self._swap_words(shows_table=shows_table, is_drawn=history.is_drawn))
        self.swap.setAccessibleName(f"{self._offer.questionnaire.name}: {self.swap.text()}")

    def _swap_words(self, *, shows_table: bool, is_drawn: bool) -> str:
        if not shows_table:
            return say("Show all as a table")
        return say("Show the chart") if is_drawn else say("Hide the table")

    def _swap(self) -> None:
        self._shows_table = not self._shows_table
        self._show_history()

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence or say("Point at a bar to read it, or go through them with Left and Right."))

    def _measure(self) -> None:
        self.table.setFixedHeight(self._theme.px(TABLE_PX))

    def _ask(self) -> None:
        self.begin_requested.emit(self._offer)


def about(form: Questionnaire) -> str:
    """Return how many questions it has, about which days."""
    asked = say_n("{n} question", "{n} questions", len(form.items))
    days = say("about the last 2 weeks") if form.recall_days > 7 else say("about the last week")  # noqa: PLR2004 - a week
    topic = say(_TOPICS[form.id]) if form.id in _TOPICS else ""
    return " · ".join(part for part in (topic, f"{asked} {days}") if part)
