"""The pages handed over: saved or stopped, opened, printed as sharp as paper needs, and only the latest drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import pypdf
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QUrl
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog

from diary.domain.errors import DiaryError
from diary.report.values import NotPrinted
from diary.ui.kit.overriding import override
from diary.ui.kit.printing import PrintJob, WholePages
from diary.ui.kit.tasks import ImmediateTasks
from diary.ui.share.page import join
from diary.ui.share.page_preview import PagePreview
from diary.ui.share.presenter import SharePresenter
from diary.ui.share.preview_card import PreviewCard
from diary.ui.share.state import Making, ShareState, Shown, Words
from diary.ui.share.view import ShareView
from tests.ui.diaries import TODAY, entry, made_day, made_extract
from tests.ui.share.fakes import FakeHandingOver

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from diary.ui.kit.icons import Icons
    from diary.ui.kit.tasks import Tasks

OUT = Path("Papers/Summary.pdf")
T = TypeVar("T")


class HeldTasks:
    """A worker that is busy until it is let go."""

    def __init__(self) -> None:
        self._held: list[Callable[[], None]] = []
        self.is_busy = False

    def run(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[DiaryError], None] | None = None
    ) -> None:
        """Do the work now, or keep it."""
        act = partial(ImmediateTasks().run, work, done, failed)
        if self.is_busy:
            self._held.append(act)
        else:
            act()

    def go(self) -> None:
        """Do what was kept, in its order."""
        self.is_busy = False
        while self._held:
            self._held.pop(0)()


def shared(worker: Tasks | None = None) -> tuple[SharePresenter, FakeHandingOver]:
    days = (TODAY - timedelta(days=n) for n in range(30))
    diary = FakeHandingOver(made_extract(*(made_day(day, entry(day, pain=5)) for day in days)))
    presenter = SharePresenter(diary, ImmediateTasks(), worker or ImmediateTasks(), lambda: TODAY)
    presenter.load()
    return presenter, diary


def test_only_the_latest_of_what_was_typed_is_drawn() -> None:
    worker = HeldTasks()
    presenter, diary = shared(worker)
    drawn = len(diary.drawn)
    worker.is_busy = True
    for wish in ("S", "Sl", "Sle", "Sleep"):
        presenter.write_words(Words(wish))
    assert presenter.state.is_drawing
    worker.go()
    assert [wanted.words.wish for wanted, _ in diary.drawn[drawn:]] == ["Sleep"]
    assert not presenter.state.is_drawing


def test_pages_are_neither_saved_nor_printed_before_they_were_seen() -> None:
    worker = HeldTasks()
    presenter, diary = shared(worker)
    worker.is_busy = True
    presenter.write_words(Words("Sleep"))
    for _ in range(2):
        presenter.save_page(OUT)
        presenter.print_pages()
        worker.go()
    assert [one.wanted.words.wish for one in diary.saved if one.wanted] == ["Sleep"]


def test_a_saving_that_is_stopped_leaves_no_file_and_says_so() -> None:
    presenter, diary = shared()
    diary.before_writing = partial(presenter.stop, Making.PAGES)
    presenter.save_page(OUT)
    state = presenter.state
    assert diary.saved == []
    assert (state.saved, state.saved_file, state.makings) == ("Stopped. Nothing was saved.", None, frozenset())
    diary.before_writing = int
    presenter.save_page(OUT)
    assert (presenter.state.saved_file, len(diary.saved)) == (OUT, 1)


@dataclass(frozen=True, slots=True)
class Saving:
    """The page on screen while the pages are being saved."""

    view: ShareView
    presenter: SharePresenter
    diary: FakeHandingOver
    worker: HeldTasks


@pytest.fixture
def saving(icons: Icons, qtbot: QtBot, kept: list[object]) -> Saving:
    worker = HeldTasks()
    presenter, diary = shared(worker)
    view = ShareView(icons, presenter.state)
    kept.append(view)
    qtbot.addWidget(view)
    join(view, presenter)
    view.show()
    worker.is_busy = True
    presenter.save_page(OUT)
    return Saving(view, presenter, diary, worker)


def test_while_one_is_saved_it_can_be_stopped_and_no_other_begins(saving: Saving) -> None:
    view, presenter, diary, worker = saving.view, saving.presenter, saving.diary, saving.worker
    assert view.preview.saving.isVisible()
    assert view.preview.save.is_resting
    presenter.save_page(OUT)
    view.preview.saving.action_requested.emit()
    worker.go()
    assert diary.saved == []
    assert not view.preview.saving.isVisible()
    assert not view.preview.save.is_resting


def test_everything_can_be_stopped_while_it_is_made_without_stopping_the_pages(saving: Saving) -> None:
    view, diary, worker = saving.view, saving.diary, saving.worker
    view.save_everything_requested.emit(OUT.with_name("All.xlsx"), False)
    view.save_everything_requested.emit(OUT.with_name("Twice.xlsx"), False)
    view.files.making.action_requested.emit()
    assert view.files.making.accessibleName() == "Stopping…"
    assert view.preview.saving.accessibleName() == "Saving the pages…"
    worker.go()
    assert [one.out.name for one in diary.saved] == ["Summary.pdf"]
    assert not view.files.making.isVisible()
    view.save_everything_requested.emit(OUT.with_name("Again.xlsx"), False)
    assert diary.saved[-1].out.name == "Again.xlsx"


def test_a_file_that_was_stopped_before_it_could_not_be_written_is_told_as_stopped() -> None:
    worker = HeldTasks()
    presenter, diary = shared(worker)
    worker.is_busy = True
    presenter.save_everything(OUT.with_name("All.csv"), with_notes=False)
    presenter.stop(Making.EVERYTHING)
    diary.fails = "disk_full"
    worker.go()
    assert (presenter.state.saved, presenter.state.problem) == ("Stopped. Nothing was saved.", "")


def test_a_place_that_can_t_be_written_to_is_told_and_saving_can_begin_again() -> None:
    presenter, diary = shared()
    diary.fails = "file_unwritable"
    presenter.save_page(OUT)
    assert (presenter.state.problem, presenter.state.makings) == ("Not saved", frozenset())
    assert presenter.state.reason == (
        "That file can’t be written. Your diary is safe. "
        "Close it if another program has it open, or choose another folder."
    )
    diary.fails = ""
    presenter.save_page(OUT)
    assert presenter.state.saved_file == OUT
    assert presenter.state.problem == ""


class Card:
    """The card with the pages, on a computer of the test's own."""

    def __init__(self, icons: Icons, qtbot: QtBot, *, opens: bool = True, has_printer: bool = True) -> None:
        self.opened: list[QUrl] = []
        self.asked: list[bool] = []
        self._can_open = opens
        self.card = PreviewCard(icons, self._open, lambda: has_printer)
        self.card.print_requested.connect(self._ask)
        qtbot.addWidget(self.card)
        self.card.show()

    def _open(self, file: QUrl) -> bool:
        self.opened.append(file)
        return self._can_open

    def _ask(self) -> None:
        self.asked.append(True)

    def show_saved(self) -> None:
        """Have the pages saved."""
        self.card.render_state(ShareState(TODAY, shown=Shown((b"page",)), saved="Saved: Summary.pdf", saved_file=OUT))


MakeCard = Callable[..., Card]


@pytest.fixture
def make_card(icons: Icons, qtbot: QtBot, kept: list[object]) -> MakeCard:
    def make(*, opens: bool = True, has_printer: bool = True) -> Card:
        kept.append(card := Card(icons, qtbot, opens=opens, has_printer=has_printer))
        return card

    return make


@pytest.mark.parametrize("opens", [True, False])
def test_what_was_saved_can_be_opened_and_it_is_told_where_nothing_opens_it(make_card: MakeCard, opens: bool) -> None:
    made = make_card(opens=opens)
    made.show_saved()
    made.card.saved.action_requested.emit()
    assert [file.toLocalFile() for file in made.opened] == [str(OUT.absolute())]
    assert made.card.trouble.isVisible() != opens
    said = made.card.saved.accessibleDescription()
    assert ("If nothing opens, no program on this computer can show the file." in said) == opens, "xdg-open says yes"


@pytest.mark.parametrize(
    ("missing", "title"),
    [
        (NotPrinted(is_name=True, is_most=False, example="[HEBREW, 7 characters]"), "The name can’t be printed"),
        (
            NotPrinted(is_name=True, is_most=True, example="[HEBREW, 7 characters]"),
            "Most of these words can’t be printed",
        ),
        (NotPrinted(is_name=False, is_most=False, example="[HEBREW, 7 characters]"), "Some letters can’t be printed"),
    ],
)
def test_letters_that_can_t_be_printed_are_told_before_saving_and_a_web_page_is_offered(
    make_card: MakeCard, missing: NotPrinted, title: str
) -> None:
    card = make_card().card
    card.render_state(ShareState(TODAY, shown=Shown((b"page",), not_printed=missing)))
    assert card.letters.accessibleName() == title
    assert "“[HEBREW, 7 characters]”" in card.letters.accessibleDescription()
    card.letters.action_requested.emit()
    (dialog,) = card.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".html")
    assert dialog.defaultSuffix() == "html"
    dialog.close()
    card.render_state(ShareState(TODAY, shown=Shown((b"page",))))
    assert not card.letters.isVisible()


def test_without_a_printer_nothing_is_asked_and_it_is_told(make_card: MakeCard) -> None:
    made = make_card(has_printer=False)
    made.show_saved()
    made.card.print.click()
    assert made.asked == []
    assert made.card.trouble.isVisible()


def test_pages_are_printed_as_sharp_as_paper_needs_them() -> None:
    presenter, diary = shared()
    handed: list[object] = []
    presenter.printing_requested.connect(handed.append)
    presenter.print_pages()
    assert handed == [(b"not a picture",)]
    assert diary.drawn[-1][1] == 300


def test_with_a_phq9_single_answers_are_chosen_before_printing_too() -> None:
    presenter, diary = shared()
    diary.asks_about_answers = True
    presenter.load()
    drawn = len(diary.drawn)
    presenter.print_pages()
    assert len(diary.drawn) == drawn


@pytest.mark.parametrize(("pixels", "points"), [((827, 1169), (595, 842)), ((850, 1100), (612, 792))])
@pytest.mark.usefixtures("qtbot")
def test_each_page_fills_its_own_sheet(tmp_path: Path, pixels: tuple[int, int], points: tuple[int, int]) -> None:
    pages = [QImage(*pixels, QImage.Format.Format_RGB32) for _ in range(2)]
    for page in pages:
        page.fill(0xFF336699)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(100)
    paper = WholePages("Pages", pages)
    paper.lay_in(printer)
    assert paper.print_on(printer)
    sheets = pypdf.PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes())).pages
    assert [(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets] == [points] * 2


def test_a_page_stands_in_the_middle_of_another_sheet(tmp_path: Path, qtbot: QtBot) -> None:
    del qtbot
    page = QImage(827, 1169, QImage.Format.Format_RGB32)
    page.fill(0xFF336699)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    printer.setResolution(72)
    paper = WholePages("Pages", [page])
    paper.lay_in(printer)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.Letter))
    assert paper.print_on(printer)
    drawn = pypdf.PdfReader(io.BytesIO((tmp_path / "out.pdf").read_bytes())).pages[0]
    (image,) = drawn.images
    assert image.image is not None
    moved: list[tuple[float, float]] = []

    def visit(operator: bytes, _operands: object, matrix: list[float], _text: object) -> None:
        if operator == b"Do":
            moved.append((matrix[0], matrix[4]))

    drawn.extract_text(visitor_operand_before=visit)
    assert [(round(width + 2 * left), left > 0) for width, left in moved] == [(612, True)]


class FakePaper:
    """Something to print, which a printer takes or not."""

    title = "Pages"

    def __init__(self, *, is_taken: bool) -> None:
        self._is_taken = is_taken

    def lay_in(self, printer: QPrinter) -> None:
        """Print into a file of that name."""
        printer.setOutputFileName("out.pdf")

    def print_on(self, printer: QPrinter) -> bool:
        """Take it or not."""
        del printer
        return self._is_taken


@pytest.mark.parametrize("is_taken", [True, False])
def test_what_became_of_printing_is_told_and_pages_are_left_to_the_printer(make_card: MakeCard, is_taken: bool) -> None:
    told: list[str] = []
    failed: list[bool] = []
    job = PrintJob(make_card().card, FakePaper(is_taken=is_taken))
    job.printed.connect(told.append)
    job.failed.connect(partial(failed.append, True))
    assert not job.dialog.testOption(QPrintDialog.PrintDialogOption.PrintPageRange)
    job.dialog.accepted.emit(job.dialog.printer())
    assert (told, failed) == ((["Saved: out.pdf"], []) if is_taken else ([], [True]))


class SharperScreen(PagePreview):
    """A preview whose window is moved to a screen with twice the pixels."""

    ratio = 1.0

    @override
    def devicePixelRatioF(self) -> float:
        """As the screen says it."""
        return self.ratio


def test_pages_are_drawn_anew_when_the_window_comes_to_a_sharper_screen(
    icons: Icons, qtbot: QtBot, kept: list[object]
) -> None:
    preview = SharperScreen(icons.theme)
    kept.append(preview)
    qtbot.addWidget(preview)
    asked: list[int] = []
    preview.sharpness_requested.connect(asked.append)
    preview.resize(600, 900)
    preview.show()
    preview.ratio = 2.0
    QCoreApplication.sendEvent(preview, QEvent(QEvent.Type.DevicePixelRatioChange))
    assert asked[-1] == pytest.approx(2 * asked[0], abs=16)
