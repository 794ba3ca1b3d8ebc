"""What others wrote about the day is named, and Look back promised for no more of it than it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.app.values import Beside
from diary.domain.measures import MOOD
from diary.domain.people import PERSON, Basis, Recorder
from diary.domain.today import NOTE, SEALED_NOTE
from diary.ui.kit.icons import Icons
from diary.ui.kit.text import Words
from diary.ui.today.beside_card import BesideCard
from diary.ui.today.state import TodayState
from diary.ui.today.writing import Writing

DAY = date(2026, 11, 22)
PEOPLE = (Recorder(PERSON, "Sam"), Recorder("alex", "Alex"))
ALEX = TodayState(DAY, DAY, {MOOD: 4.0}, is_loaded=True, writing=Writing(PEOPLE, "alex", Basis.TOLD))
READ = "Look back shows what they wrote."
FIRST = "Please write yours before you read theirs on Look back, so that neither of you copies the other."


@pytest.fixture
def card(qtbot: QtBot, icons: Icons) -> BesideCard:
    card = BesideCard(icons, catalogue.measures())
    qtbot.addWidget(card)
    return card


def lines(card: BesideCard, state: TodayState, *what: str) -> list[str]:
    """What the card says, below its title, of what Sam wrote."""
    beside = (Beside(PERSON, Basis.SELF, datetime(2026, 11, 22, 9, 12, tzinfo=UTC), what, "Sam"),) if what else ()
    card.render_state(replace(state, writing=replace(state.writing, beside=beside)))
    said = [one.text() for one in card.findChildren(Words) if not one.isHidden() and one.text()]
    return [words for words in said if words not in {"Sam", "09:12", "In the diary for this day"}]


def test_a_note_for_the_person_alone_is_named_as_such_and_not_said_to_be_on_look_back(card: BesideCard) -> None:
    assert lines(card, ALEX, SEALED_NOTE) == ["Answered: a note that only Sam can read"]
    assert lines(card, replace(ALEX, answers={}), SEALED_NOTE) == ["Answered: a note that only Sam can read"]


def test_where_there_is_a_note_it_is_said_where_its_words_are(card: BesideCard) -> None:
    words = "For the words of a note, choose History there."
    assert lines(card, ALEX, NOTE) == [f"{READ} {words}", "Answered: a note"]
    assert lines(card, ALEX, MOOD) == [READ, "Answered: Mood"]


def test_beside_other_answers_it_is_excepted_once_a_carer_has_written(card: BesideCard) -> None:
    answered = "Answered: Mood, a note that only Sam can read"
    excepted = "Look back shows what they wrote, but not what only Sam can read."
    assert lines(card, ALEX, MOOD, SEALED_NOTE) == [excepted, answered]
    assert lines(card, replace(ALEX, answers={}), MOOD, SEALED_NOTE) == [FIRST, answered]
