"""The chart is saved as pixels or vectors, copied, and its table as CSV with exactly the days' values."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from diary.app import exporting
from diary.domain.errors import DiaryError
from diary.ui.kit.icons import Icons
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.picture_saving import Picture, Table
from diary.ui.kit.pictures import PictureForm, file_of, form_of, image_of
from diary.ui.kit.printing import DrawnSheet
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.kit.theme import Theme, ThemeChoice
from diary.ui.look_back.chart_card import ChartCard
from diary.ui.look_back.past import DiaryPast
from diary.ui.look_back.presenter import LookBackPresenter
from tests.ui.diaries import whole_diary
from tests.ui.look_back.test_look_back import FakePast, today


class Heard:
    """Remembers signals."""

    def __init__(self) -> None:
        self.all: list[object] = []

    def one(self, value: object) -> None:
        self.all.append(value)


def loaded(past: FakePast) -> LookBackPresenter:
    presenter = LookBackPresenter(past, ImmediateTasks(), today)
    presenter.load()
    return presenter


@pytest.fixture
def card(qtbot: QtBot, icons: Icons) -> ChartCard:
    state = loaded(FakePast(whole_diary(60))).state
    made = ChartCard(icons)
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.render_state(state.chart, compares=False)
    made.show_range(*state.range)
    made.show()
    return made


def test_a_picture_has_twice_the_pixels_of_the_screen_and_is_not_blank(card: ChartCard) -> None:
    image = QImage.fromData(file_of(card.bar.picture(), PictureForm.PNG))
    assert image.size() == card.bar.picture().size * 2
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 9)}
    assert len(seen) > 5


def test_a_drawing_is_made_of_shapes_and_words(card: ChartCard) -> None:
    drawing = file_of(card.bar.picture(), PictureForm.SVG)
    tags = [element.tag.rpartition("}")[2] for element in ET.fromstring(drawing).iter()]  # our own
    assert "image" not in tags
    assert tags.count("path") + tags.count("polyline") > 100
    assert "Pain" in drawing.decode()


def test_a_page_is_a_pdf_without_pictures_of_pixels(card: ChartCard) -> None:
    page = file_of(card.bar.picture(), PictureForm.PDF)
    assert page.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in page


def test_a_picture_can_be_copied(card: ChartCard) -> None:
    card.bar.copy.click()
    assert QGuiApplication.clipboard().image().size() == card.bar.picture().size * 2


def test_the_ending_chooses_the_form() -> None:
    forms = [form_of(suffix) for suffix in (".png", ".SVG", ".pdf", ".jpeg", "")]
    assert forms == [PictureForm.PNG, PictureForm.SVG, PictureForm.PDF, PictureForm.PNG, PictureForm.PNG]


def test_the_card_hands_over_the_picture_or_the_table_that_is_shown(card: ChartCard, tmp_path: Path) -> None:
    heard = Heard()
    card.save_requested.connect(heard.one)
    card.bar.save_to(str(tmp_path / "a.svg"))
    card.bar.swap.click()
    card.bar.save_to(str(tmp_path / "a.csv"))
    picture, table = heard.all
    assert isinstance(picture, Picture)
    assert picture.content.startswith(b"<?xml")
    assert isinstance(table, Table)
    assert table.header[:3] == ("Day", "Pain", "Anxiety")


def test_the_saved_table_equals_the_days_exactly(card: ChartCard, tmp_path: Path) -> None:
    out = tmp_path / "days.csv"
    exporting.save_table(out, card._model.header, card._model.rows)
    rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))[1:]
    days = {day.day: day for day in whole_diary(60).days}
    assert [row[0] for row in rows] == [day.isoformat() for day in sorted(days, reverse=True)]
    for row in rows:
        values = [days[date.fromisoformat(row[0])].value(measure) for measure in ("pain", "anxiety", "mood")]
        assert [float(cell) if cell else None for cell in row[1:4]] == [value and value.value for value in values]


def test_saving_says_where_and_that_it_is_not_encrypted(tmp_path: Path) -> None:
    past = FakePast(whole_diary(5))
    presenter = loaded(past)
    sent = Picture(tmp_path / "chart.png", b"x")
    presenter.save(sent)
    assert past.saved == [sent]
    assert presenter.state.saved == "Saved: chart.png. It is not encrypted: whoever has the file can read it."
    past.fails = True
    presenter.save(sent)
    assert (presenter.state.saved, presenter.state.problem) == ("", "Nothing was saved")


def paper(tmp_path: Path) -> QPrinter:
    """A printer that prints into a file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "page.pdf"))
    return printer


def test_a_printed_page_is_one_page_of_vectors_with_words(card: ChartCard, tmp_path: Path) -> None:
    sheet, printer = DrawnSheet(card.bar.on_paper()), paper(tmp_path)
    sheet.lay_in(printer)
    assert sheet.print_on(printer)
    page = PdfReader(tmp_path / "page.pdf")
    assert len(page.pages) == 1
    assert len(page.pages[0].images) == 0
    assert page.pages[0].mediabox.width > page.pages[0].mediabox.height
    assert b"/Font" in (tmp_path / "page.pdf").read_bytes()


def test_a_dark_picture_is_printed_in_light_colours(card: ChartCard, theme: Theme) -> None:
    theme.choose(ThemeChoice.DARK, 1.0)
    dark, light = image_of(card.bar.picture()), image_of(card.bar.on_paper())
    assert dark.pixelColor(2, 2) == theme.colour("surface")
    assert light.pixelColor(2, 2).name() == "#ffffff"
    assert light.size() == dark.size()


def test_a_picture_on_paper_shows_the_same_days(card: ChartCard) -> None:
    card.show_range(date(2026, 11, 1), date(2026, 11, 20))
    assert card.bar.on_paper().title == card.bar.picture().title == "1 November to 20 November 2026"


def test_without_a_printer_it_says_so_and_opens_nothing(qtbot: QtBot, card: ChartCard, icons: Icons) -> None:
    bar = PictureBar(icons, card, "Day by day", finds_printer=_none)
    qtbot.addWidget(bar)
    qtbot.addWidget(bar.message)
    bar.print.click()
    assert not bar.message.isHidden()
    assert "PDF page instead" in bar.message.accessibleDescription()
    assert bar.findChildren(QDialog) == []


def test_with_a_printer_the_dialog_opens_and_closes(qtbot: QtBot, card: ChartCard, icons: Icons) -> None:
    bar = PictureBar(icons, card, "Day by day", finds_printer=_one)
    qtbot.addWidget(bar)
    bar.print.click()
    (dialog,) = bar.findChildren(QPrintDialog)
    assert dialog.isVisible()
    dialog.reject()
    assert bar.message.isHidden()


def _none() -> bool:
    return False


def _one() -> bool:
    return True


def _no_diary() -> None:
    raise AssertionError("a picture needs no open diary")


def test_a_file_is_written_whole_and_never_among_a_diarys_own(tmp_path: Path) -> None:
    past = DiaryPast(_no_diary)  # type: ignore[arg-type]  # it is never asked
    past.save(Picture(tmp_path / "chart.png", b"x"))
    assert (tmp_path / "chart.png").read_bytes() == b"x"
    past.save(Table(tmp_path / "days.csv", ("Day",), (("=1+1",),)))
    assert (tmp_path / "days.csv").read_text(encoding="utf-8").splitlines() == ["Day", '"\'=1+1"']
    (tmp_path / "keys.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DiaryError, match="output_in_diary"):
        past.save(Picture(tmp_path / "other.png", b"x"))
