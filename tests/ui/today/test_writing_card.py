"""The card that says who writes looks the same whoever wrote before."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from diary.domain.people import PERSON, Basis, Recorder
from diary.ui.kit.buttons import CardButton
from diary.ui.kit.icons import Icons
from diary.ui.today.writing import Writing
from diary.ui.today.writing_card import WritingCard

PEOPLE = (Recorder(PERSON, "Sam"), Recorder("alex", "Alex"))
HANDS = frozenset({PERSON, "alex"})
ASKED = Writing(PEOPLE, "", None, hands=HANDS)
SAM, HOW = ASKED.by(PERSON), ASKED.by("alex")
TOLD = Writing(PEOPLE, "alex", Basis.TOLD, hands=HANDS)


def drawn(qtbot: QtBot, icons: Icons, *shown: Writing) -> QImage:
    """A card after it showed each of these in turn."""
    card = WritingCard(icons)
    qtbot.addWidget(card)
    card.resize(1000, 220)
    for writing in shown:
        card.show_writing(writing)
        card.show()
    card.arrange(1000)
    card.resize(1000, 220)
    return card.grab().toImage()


@pytest.mark.parametrize("now", [ASKED, SAM, HOW, TOLD])
def test_the_words_have_the_colour_of_who_writes_now(qtbot: QtBot, icons: Icons, now: Writing) -> None:
    fresh = drawn(qtbot, icons, now)
    assert [before for before in (ASKED, SAM, HOW, TOLD) if drawn(qtbot, icons, before, now) != fresh] == []


def test_the_names_stand_on_buttons_of_one_height(qtbot: QtBot, icons: Icons) -> None:
    people = (Recorder(PERSON, "Sam Made-up"), Recorder("alex", "Alex", relationship="partner"))
    card = WritingCard(icons)
    qtbot.addWidget(card)
    card.resize(1000, 220)
    card.show_writing(Writing(people, "", None, hands=HANDS))
    card.arrange(1000)
    card.show()
    qtbot.waitExposed(card)
    heights = {button.height() for button in card.findChildren(CardButton)}
    assert len(card.findChildren(CardButton)) == len(people)
    assert len(heights) == 1
