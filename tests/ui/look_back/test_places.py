"""Where it hurt over a period, on the drawing, in the list and in the table: left and right apart, own answers only."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from diary.app import exporting
from diary.domain.body_figure import View
from diary.domain.day_values import Day
from diary.domain.people import Basis
from diary.domain.places import BodySite, Side
from diary.domain.usual_places import with_usual_places
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_saving import Table
from diary.ui.kit.pictures import PictureForm, file_of
from diary.ui.kit.theme import TextSize, Theme
from diary.ui.look_back.places_card import PlacesCard
from diary.ui.look_back.places_list import PlacesList, row_sentence
from diary.ui.look_back.places_state import (
    PlaceRow,
    PlacesState,
    compared_words,
    figures_words,
    places_state,
    site_name,
)
from diary.ui.look_back.view import LookBackView
from tests.ui.diaries import TODAY, entry, hurt, made_day, made_extract, whole_diary
from tests.ui.look_back.test_look_back import Heard, presenter_of

LEFT, RIGHT, ANY = (BodySite("knee", side) for side in (Side.LEFT, Side.RIGHT, Side.NONE))
NECK = BodySite("neck")


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def state_of(*days: Day) -> PlacesState:
    ordered = with_usual_places(sorted(days, key=lambda day: day.day), {})
    return places_state(ordered, ordered[0].day.toordinal())


def row_of(state: PlacesState, site: BodySite, first: date, last: date = TODAY) -> PlaceRow:
    return next(row for row in state.rows(first, last) if row.site == site)


def test_left_and_right_and_no_side_are_three_places() -> None:
    state = state_of(hurt(TODAY, knee_left=6, knee_right=2), hurt(ago(1), knee=5))
    rows = state.rows(ago(6), TODAY)
    assert {(row.site, row.now.days, row.now.average) for row in rows} == {(LEFT, 1, 6), (RIGHT, 1, 2), (ANY, 1, 5)}
    assert [site_name(site) for site in (LEFT, RIGHT, ANY, NECK)] == [
        "Your left knee",
        "Your right knee",
        "Knee, side not said",
        "Neck",
    ]


def test_only_days_of_the_period_count_and_what_a_carer_noticed_does_not() -> None:
    state = state_of(
        hurt(TODAY, neck=8), hurt(ago(2), neck=3), hurt(ago(7), neck=1), hurt(ago(1), Basis.OBSERVED, neck=10)
    )
    row = row_of(state, NECK, ago(6))
    assert (row.now.days, row.now.average) == (2, 5.5)
    assert row.before is not None
    assert (row.before.days, row.before.average) == (1, 1)
    assert figures_words(row.now) == "about 6, on 2 days"
    assert compared_words(row) == "too few days to compare"


def test_nowhere_else_makes_a_usual_place_0_and_is_told_apart_from_scores() -> None:
    state = state_of(hurt(ago(2), neck=8), hurt(ago(1), nowhere_else=True), hurt(TODAY, nowhere_else=True))
    row = row_of(state, NECK, ago(6))
    assert (row.now.days, row.now.noughts, row.now.all_days) == (1, 2, 3)
    assert figures_words(row.now) == "about 3, on 3 days, 2 of them “nowhere else”"


@pytest.mark.parametrize(("now", "words"), [(5, "2.0 higher than before"), (1, "2.0 lower than before"), (3, None)])
def test_a_difference_is_higher_or_lower_once_both_periods_have_seven_days(now: float, words: str | None) -> None:
    days = [hurt(ago(n), neck=now if n < 7 else 3) for n in range(14)]
    assert compared_words(row_of(state_of(*days), NECK, ago(6))) == (words or "the same as before")
    assert compared_words(row_of(state_of(*days[:13]), NECK, ago(6))) == "too few days to compare"


def test_where_the_diary_begins_there_is_nothing_before() -> None:
    state = state_of(hurt(TODAY, neck=5), hurt(ago(6), neck=5))
    assert row_of(state, NECK, ago(6)).before is None
    assert compared_words(row_of(state, NECK, ago(6))) == ""
    assert row_of(state, NECK, ago(5)).before is not None


def test_the_most_often_scored_come_first_and_those_only_before_last() -> None:
    state = state_of(
        hurt(TODAY, neck=1, knee_left=9),
        hurt(ago(1), neck=1),
        hurt(ago(8), elbow_left=4),
        hurt(ago(40), hand_left=4),
    )
    rows = state.rows(ago(6), TODAY)
    assert [row.site.place for row in rows] == ["neck", "knee", "elbow"]
    assert figures_words(rows[-1].now) == "not scored"


@pytest.fixture
def card(qtbot: QtBot, icons: Icons) -> PlacesCard:
    made = PlacesCard(icons)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.render_state(state_of(hurt(TODAY, neck=7, knee_left=3), hurt(ago(1), neck=4), hurt(ago(20), knee=2)))
    made.show_range(ago(13), TODAY)
    made.show()
    return made


def test_the_drawing_shows_each_average_at_its_place_and_the_list_says_it(card: PlacesCard) -> None:
    assert card.drawing._values == {NECK: 6, LEFT: 3}
    texts = [card.list.model().index(n, 0).data() for n in range(card.list.model().rowCount())]
    assert texts == [
        "Neck: about 6, on 2 days, too few days to compare.",
        "Your left knee: about 3, on 1 day, too few days to compare.",
        "Knee, side not said: not scored, too few days to compare. Before: about 2, on 1 day.",
    ]
    assert card.drawing.accessibleDescription().startswith("Neck: about 6, on 2 days")
    assert "side is in the list" in card._notes.text()


def test_the_keys_in_the_list_and_a_click_on_the_drawing_choose_the_same_place(card: PlacesCard) -> None:
    card.list.setCurrentIndex(card.list.model().index(0, 0))
    QTest.keyClick(card.list, Qt.Key.Key_Down)
    assert card.drawing._open == LEFT
    assert card._said.text().startswith("Your left knee: about 3")
    where = card.drawing.middle_of(NECK, View.BACK).toPoint()
    QTest.mouseClick(card.drawing, Qt.MouseButton.LeftButton, pos=where)
    assert card.list.site == NECK
    unscored = card.drawing.middle_of(RIGHT, View.FRONT).toPoint()
    QTest.mouseMove(card.drawing, unscored + QPoint(1, 0))
    card._hover(RIGHT)
    assert card._said.text() == "Your right knee: not scored"


def test_the_same_place_stays_chosen_when_the_range_changes(card: PlacesCard) -> None:
    card.list.choose(LEFT)
    card.show_range(ago(6), TODAY)
    assert card.list.site == LEFT
    card.show_range(ago(30), ago(10))
    assert card.list.site is None


def test_the_table_is_saved_with_empty_cells_where_nothing_is_known(card: PlacesCard, tmp_path: Path) -> None:
    heard = Heard()
    card.save_requested.connect(heard.one)
    card.bar.swap.click()
    assert not card.figures.isHidden()
    card.bar.save_to(str(tmp_path / "places.csv"))
    (table,) = heard.all
    assert isinstance(table, Table)
    exporting.save_table(table.out, table.header, table.rows)
    assert table.out.read_text("utf-8").splitlines()[1:] == [
        "Neck,2,0,5.5,0,0,,",
        '"Your left knee",1,0,3,0,0,,',
        '"Knee, side not said",0,0,,1,0,2,',
    ]


@pytest.mark.parametrize("form", PictureForm)
def test_the_picture_is_saved_in_every_form(card: PlacesCard, form: PictureForm) -> None:
    content = file_of(card.bar.picture(), form)
    assert content.startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[form])
    if form is PictureForm.SVG:
        assert b"<image" not in content
        assert "your" in content.decode()
        assert "Neck" in content.decode()


def test_on_paper_it_is_light(card: PlacesCard) -> None:
    paper = card.bar.on_paper()
    image = QImage.fromData(file_of(paper, PictureForm.PNG))
    assert image.pixelColor(2, 2).name() == "#ffffff"
    assert image.size() == paper.size * 2


def test_a_period_without_scores_says_so_and_a_diary_without_places_has_no_card(qtbot: QtBot, icons: Icons) -> None:
    extract = made_extract(hurt(ago(40), neck=3), made_day(TODAY, entry(TODAY, pain=3)))
    for content, is_shown in ((extract, True), (whole_diary(20), False)):
        presenter, _ = presenter_of(content)
        view = LookBackView(icons, presenter.state)
        qtbot.addWidget(view)
        assert view._places.isHidden() is not is_shown
    view = LookBackView(icons, presenter_of(extract)[0].state)
    qtbot.addWidget(view)
    view._places.show_range(ago(5), TODAY)
    assert not view._places._nothing.isHidden()
    assert view._places._picture.isHidden()
    assert view._places.bar.isHidden()


def test_a_period_longer_than_the_diary_is_named_from_its_first_day(card: PlacesCard) -> None:
    card.render_state(state_of(hurt(ago(2), knee_left=4), hurt(TODAY, knee_left=5)))
    card.show_range(ago(13), TODAY)
    assert card._span.text() == "20 November to 22 November 2026. The diary begins here."


def test_figures_take_as_many_lines_as_they_need(qtbot: QtBot, theme: Theme) -> None:
    state = state_of(*(hurt(ago(n), neck=3, knee_left=n % 4, nowhere_else=n % 2 == 0) for n in range(20)))
    rows, shown = state.rows(ago(9), TODAY), PlacesList(theme)
    qtbot.addWidget(shown)
    heights = {}
    for width in (900, 260):
        shown.resize(width, 600)
        shown.show_rows(rows)
        shown.show()
        shown.grab()
        heights[width] = shown.visualRect(shown.model().index(0, 0)).height()
        words = row_sentence(rows[0]).removeprefix(f"{site_name(rows[0].site)}: ").split(". Before")[0]
        lines = QFontMetricsF(theme.font(TextSize.CAPTION)).horizontalAdvance(words) / (width - 70)
        assert heights[width] >= (1 + lines) * QFontMetricsF(theme.font(TextSize.CAPTION)).height()
    assert heights[260] > heights[900]


def test_nothing_lies_on_the_table_where_the_buttons_stand_below_the_dates(qtbot: QtBot, icons: Icons) -> None:
    card, width = PlacesCard(icons), 560
    qtbot.addWidget(card)
    card.resize(width, 900)
    card.render_state(state_of(*(hurt(ago(n), neck=3, knee_left=n % 4) for n in range(200))))
    card.show_range(ago(91), TODAY)
    card.arrange(width)
    card.show()
    card.bar.swap.click()
    card.resize(width, card.body.totalHeightForWidth(width))
    card.grab()
    assert card.figures.geometry().bottom() < card._notes.geometry().top()
