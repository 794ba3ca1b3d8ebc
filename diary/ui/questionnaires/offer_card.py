"""One questionnaire that is offered: what it asks about, what was scored before, and the way into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from diary.domain.questionnaires import answered
from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.questionnaires.presenter import said_of
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
MOST_PAST = 6
"""So many earlier scores are listed; all of them are in the diary's JSON file."""


class OfferCard(Card):
    """``begin_requested`` carries the ``Offer``."""

    begin_requested = Signal(object)

    def __init__(self, icons: Icons, offer: Offer) -> None:
        super().__init__()
        self._offer = offer
        self._about = Words("", "second", wrap=True)
        self._past = Words("", wrap=True)
        self._again = Words("", "caption", wrap=True)
        self.begin = Button(icons, "")
        self.body.addWidget(Title(offer.questionnaire.name))
        for words in (self._about, self._past, self._again):
            self.body.addWidget(words)
        self.body.addLayout(row(self.begin, None))
        self.begin.clicked.connect(self._ask)
        self.show_offer(offer)

    def show_offer(self, offer: Offer) -> None:
        """Draw what is known of it now."""
        self._offer = offer
        form, before = offer.questionnaire, offer.unfinished
        self._about.setText(about(form))
        past = [f"{plain_day(one.response.day)} – {said_of(form, one.response)}" for one in offer.done[:MOST_PAST]]
        self._past.setText("\n".join(past))
        self._past.setVisible(bool(past))
        self._again.setVisible(offer.again_on is not None and before is None)
        if offer.again_on is not None:
            day = plain_day(offer.again_on)
            self._again.setText(say("From {day} on it asks about new days.", day=day))
        if before is None:
            self.begin.setText(say("Fill it in"))
        else:
            self.begin.setText(say("Go on ({n} of {of})", n=answered(form, before), of=len(form.scored)))
        self.begin.setAccessibleName(f"{form.name}: {self.begin.text()}")

    def _ask(self) -> None:
        self.begin_requested.emit(self._offer)


def about(form: Questionnaire) -> str:
    """Return how many questions it has, about which days."""
    asked = say_n("{n} question", "{n} questions", len(form.items))
    days = say("about the last 2 weeks") if form.recall_days > 7 else say("about the last week")  # noqa: PLR2004 - a week
    topic = say(_TOPICS[form.id]) if form.id in _TOPICS else ""
    return " · ".join(part for part in (topic, f"{asked} {days}") if part)
