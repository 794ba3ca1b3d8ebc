"""What is said of a place beside pain: pins and needles, where it spread to, and all of it taken away at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from diary import catalogue
from diary.domain.entries import Spread
from diary.domain.places import BodySite, Side
from diary.domain.today import AT_FIRST, NUMBNESS, SPREADS
from diary.ui.kit.icons import Icons
from diary.ui.today.place_row import PlaceRow
from diary.ui.today.places_card import PlacesCard
from diary.ui.today.view import TodayView
from tests.pictures import states
from tests.pictures.long_words import in_long_words
from tests.ui.standing import let_stand
from tests.ui.today.conftest import TodayPage
from tests.ui.today.journals import DAY

BACK, THIGH = BodySite("lower_back"), BodySite("thigh", Side.LEFT)


@pytest.fixture
def page(make_today: Callable[..., TodayPage]) -> TodayPage:
    """Today with both questions chosen."""
    made = make_today()
    made.journal.choose_shown((*AT_FIRST, NUMBNESS, SPREADS))
    made.presenter.load()
    return made


def place(page: TodayPage, site: BodySite) -> PlaceRow:
    found = (row for row in page.view.findChildren(PlaceRow) if row.site == site and row.isVisible())
    return next(found)


def card(page: TodayPage) -> PlacesCard:
    found = page.view.findChild(PlacesCard)
    assert isinstance(found, PlacesCard)
    return found


def test_nobody_is_asked_who_did_not_choose_it(today: TodayPage) -> None:
    today.presenter.unfolded.open_place(BACK)
    row = place(today, BACK)
    assert not row.numb_strip.isVisible()
    assert not row.spread.isVisible()


def test_the_digit_after_pain_is_for_pins_and_needles(page: TodayPage) -> None:
    page.presenter.unfolded.open_place(BACK)
    page.press("6", "3")
    assert page.journal.kept.places == {(DAY, BACK): 6}
    assert page.journal.kept.numbness == {(DAY, BACK): 3}
    row = place(page, BACK)
    assert row.opener.accessibleName() == "Lower back: 6 out of 10. Pins and needles or numbness: 3"


def test_a_place_can_be_numb_without_pain(page: TodayPage) -> None:
    page.presenter.unfolded.open_place(BACK)
    place(page, BACK).numb_strip.buttons[4].click()
    page.presenter.unfolded.open_place(None)
    assert page.journal.kept.places == {}
    assert place(page, BACK).isVisible(), "it stays in the list"
    page.presenter.unfolded.use_list(True)
    assert card(page).list.ticks[BACK].isChecked()


def test_where_pain_spread_to_is_chosen_and_taken_back(page: TodayPage) -> None:
    page.presenter.unfolded.open_place(BACK)
    spread = place(page, BACK).spread
    assert spread.list.findText("Lower back") == -1, "not to itself"
    spread.list.activated.emit(spread.list.findText("Your left thigh"))
    assert page.journal.kept.spreads == {(DAY, Spread(BACK, THIGH))}
    assert "Spreads to: Your left thigh" in place(page, BACK).opener.accessibleName()
    spread.ends[THIGH].click()
    assert page.journal.kept.spreads == frozenset()


def test_a_place_taken_away_takes_all_of_it_and_undo_brings_all_of_it_back(page: TodayPage) -> None:
    page.presenter.unfolded.open_place(BACK)
    page.press("6", "3")
    spread = place(page, BACK).spread
    spread.list.activated.emit(spread.list.findText("Your left thigh"))
    before = page.journal.kept
    place(page, BACK).away.click()
    kept = page.journal.kept
    assert (kept.places, kept.numbness, kept.spreads) == ({}, {}, frozenset())
    page.presenter.undo()
    assert page.journal.kept == before


def test_long_words_in_the_list_of_places_make_the_page_no_wider_than_the_window(icons: Icons) -> None:
    """In another language the page once ran out of the window on the right."""
    with in_long_words():
        view = TodayView(icons, catalogue.measures(), states.TODAY["more_numb"])
        view.resize(1100, 900)
        view.show()
        let_stand(view)
        inner = view.widget()
        assert inner is not None
        assert inner.width() <= view.viewport().width()
    view.close()
    view.deleteLater()
