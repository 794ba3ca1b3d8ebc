"""An earlier day on Today: its questions are about that day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from diary.domain.places import BodySite, Side
from diary.ui.today.gestures import AnswerHeadache
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY, MemoryJournal
from tests.ui.today.test_today import words_on

RIGHT_KNEE = BodySite("knee", Side.RIGHT)


def test_an_earlier_day_is_asked_about_that_day_and_not_the_last_24_hours(make_today: Callable[..., TodayPage]) -> None:
    journal = MemoryJournal()
    journal.choose_shown(("places", "numbness", "tiredness", "sleep_quality", "headache"))
    today = make_today(journal)
    today.presenter.do(AnswerHeadache(had=True))
    today.presenter.unfolded.open_place(RIGHT_KNEE)
    assert sum("24 hours" in words for words in every_word(today)) >= 5
    for earlier in (1, 4):
        today.presenter.show_day(DAY - timedelta(days=earlier))
        today.presenter.unfolded.open_place(RIGHT_KNEE)
        shown = every_word(today)
        assert [words for words in shown if "24 hours" in words or "last night" in words] == []
        assert "On that day, how was your mood on average?" in shown
        assert "Mood. On that day, how was your mood on average?" in shown
        assert "Your right knee. On that day, how bad was the pain in your right knee, on average?" in shown
        assert "On that day, did you have a headache or migraine? Yes" in shown
    today.presenter.show_day(DAY)
    assert "In the last 24 hours, how has your mood been on average?" in every_word(today)


def every_word(page: TodayPage) -> list[str]:
    shown = [one for one in page.view.findChildren(QWidget) if one.isVisible()]
    return [*words_on(page), *(one.accessibleName() for one in shown)]
