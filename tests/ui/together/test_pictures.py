"""Together's pictures are saved as pixels or vectors, copied and printed, and their tables as exact figures."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from diary.app import exporting
from diary.app.links import LinkState
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.pictures import PictureForm, file_of, image_of
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.theme import ThemeChoice
from diary.ui.together.presenter import TogetherPresenter
from diary.ui.together.view import TogetherView
from tests.ui.diaries import made_extract
from tests.ui.together.fakes import SHOWN, FakePairs, with_everything

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.theme import Theme
    from diary.ui.together.directions_card import DirectionsCard
    from diary.ui.together.scatter_card import ScatterCard
    from diary.ui.together.state import PairState, TogetherState

States = dict[str, "TogetherState"]


def loaded(pairs: FakePairs, number: int = 0) -> TogetherPresenter:
    presenter = TogetherPresenter(pairs, ImmediateTasks(), ImmediateTasks(), pairs.now)
    presenter.load()
    presenter.choose_pair(number)
    return presenter


@pytest.fixture(scope="module")
def states() -> States:
    """A page with a link, one of a yes or no, one with too few days, and one without any; worked out once."""
    everything = loaded(with_everything())
    made = {"link": everything.state}
    everything.choose_pair(4)
    made["yes_or_no"] = everything.state
    made["few"] = loaded(*SHOWN[LinkState.NOT_ENOUGH]()).state
    made["none"] = loaded(FakePairs(made_extract())).state
    return made


@pytest.fixture
def open_page(qtbot: QtBot, icons: Icons) -> Callable[[TogetherState], TogetherView]:
    def open_it(state: TogetherState) -> TogetherView:
        view = TogetherView(icons, state)
        qtbot.addWidget(view)
        view.resize(1100, 900)
        view.show()
        return view

    return open_it


@pytest.fixture
def linked(open_page: Callable[[TogetherState], TogetherView], states: States) -> TogetherView:
    return open_page(states["link"])


def pair_of(state: TogetherState) -> PairState:
    assert state.pair is not None
    return state.pair


def cards(view: TogetherView) -> Iterator[ScatterCard | DirectionsCard]:
    yield view._scatter
    yield view._directions


def test_a_drawing_is_made_of_shapes_and_words_alone(linked: TogetherView) -> None:
    for card, words in zip(cards(linked), ("Each mark is a day", "The day after"), strict=True):
        drawing = file_of(card.bar.picture(), PictureForm.SVG).decode()
        tags = [element.tag.rpartition("}")[2] for element in ET.fromstring(drawing).iter()]  # our own
        assert "image" not in tags
        assert words in drawing
        assert b"/Subtype /Image" not in file_of(card.bar.picture(), PictureForm.PDF)


def test_every_day_of_the_scatter_is_in_the_drawing(linked: TogetherView, states: States) -> None:
    drawing = ET.fromstring(file_of(linked._scatter.bar.picture(), PictureForm.SVG))  # our own
    marks = [one for one in drawing.iter() if one.tag.endswith("path")]
    assert len(marks) > len(pair_of(states["link"]).scatter.dots)


def test_a_picture_is_named_by_its_pair_and_dates_and_its_file_by_the_last_day(
    linked: TogetherView, states: States
) -> None:
    pair = pair_of(states["link"])
    for card in cards(linked):
        assert card.bar.picture().title == f"Anxiety and pain · {pair.span}"
        assert card.last_day == pair.last_day


def test_a_picture_can_be_copied(linked: TogetherView) -> None:
    for card in cards(linked):
        card.bar.copy.click()
        assert QGuiApplication.clipboard().image().size() == card.bar.picture().size * 2


def test_a_dark_picture_is_printed_in_light_colours(linked: TogetherView, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK, 1.0)
    for card in cards(linked):
        dark, light = image_of(card.bar.picture()), image_of(card.bar.on_paper())
        assert dark.pixelColor(2, 2) == theme.colour("surface")
        assert light.pixelColor(2, 2).name() == "#ffffff"
        assert light.size() == dark.size()


def test_nothing_touches_the_edge_of_a_picture_in_any_state(
    open_page: Callable[[TogetherState], TogetherView], states: States
) -> None:
    for name, state in states.items():
        for card in cards(open_page(state)):
            image = image_of(card.bar.picture())
            assert {image.pixelColor(x, y).name() for x, y in _edge(image)} == {"#ffffff"}, (name, type(card))


def _edge(image: QImage) -> Iterator[tuple[int, int]]:
    for x in range(image.width()):
        yield from ((x, 0), (x, 20), (x, image.height() - 20), (x, image.height() - 1))
    for y in range(image.height()):
        yield from ((0, y), (20, y), (image.width() - 20, y), (image.width() - 1, y))


def test_the_picture_that_is_shown_is_saved_or_its_table(linked: TogetherView, tmp_path: Path) -> None:
    sent: list[object] = []
    linked.save_requested.connect(sent.append)
    for card in cards(linked):
        card.bar.save_to(str(tmp_path / "a.svg"))
        card.bar.swap.click()
        assert not card.bar.copy.isVisible()
        card.bar.save_to(str(tmp_path / "a.csv"))
        picture, table = sent[-2:]
        assert isinstance(picture, Picture)
        assert picture.content.startswith(b"<?xml")
        assert isinstance(table, Table)
        assert (table.header, table.rows) == card.table()


def test_the_saved_days_are_numbers_and_a_yes_is_a_word(
    open_page: Callable[[TogetherState], TogetherView], states: States, tmp_path: Path
) -> None:
    view, pair = open_page(states["yes_or_no"]), pair_of(states["yes_or_no"])
    exporting.save_table(tmp_path / "days.csv", *view._scatter.table())
    rows = list(csv.reader(io.StringIO((tmp_path / "days.csv").read_text(encoding="utf-8-sig"))))
    assert rows[0][:3] == ["Day", "Pain", "“A walk”"]
    assert {row[2] for row in rows[1:]} == {"yes", "no"}
    assert [float(row[1]) for row in rows[1:]] == [dot.x for dot in reversed(pair.scatter.dots)]


def test_what_was_saved_is_said_until_another_pair_is_chosen_and_what_was_not_is_said_too(tmp_path: Path) -> None:
    pairs = FakePairs(made_extract())
    presenter, sent = loaded(pairs), Picture(tmp_path / "a.png", b"x")
    presenter.save(sent)
    assert pairs.saved == [sent]
    assert presenter.state.saved == "Saved: a.png. It is not encrypted: whoever has the file can read it."
    presenter.choose_pair(1)
    assert presenter.state.saved == ""
    pairs.fails_to_write = True
    presenter.save(sent)
    assert (presenter.state.saved, presenter.state.problem) == ("", "Nothing was saved")


def test_a_table_shows_its_words_whole_at_any_width_and_says_nothing_of_marks(linked: TogetherView) -> None:
    for card in cards(linked):
        card.bar.swap.click()
    assert linked._scatter._note.isHidden()
    rows = linked._directions.stack.table
    for width in (1100, 700):
        linked.resize(width, 900)
        linked.grab()
        assert [rows.rowHeight(row) for row in range(3)] >= [rows.sizeHintForRow(row) for row in range(3)]
