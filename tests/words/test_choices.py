from __future__ import annotations

from diary.domain.entries import Helped, PauseFor
from diary.domain.helping import IsHelping
from diary.domain.measures import Direction
from diary.words.choices import choice


def test_every_choice_has_words_of_its_own() -> None:
    for kind in (Helped, IsHelping, PauseFor, Direction):
        words = [choice(one) for one in kind]
        assert len(set(words)) == len(words)
    assert choice(PauseFor.MONTH) == "For a month"
