"""A drawing or whole pages on paper, through the computer's own print dialog."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QObject, QPointF, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from diary.ui.kit.pictures import DOTS_PER_INCH
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.pictures import Drawing

LONGEST_LETTER = 1.35
"""A sheet longer than this for its width is A4 (1.41), else Letter (1.29)."""


def has_printer() -> bool:
    """Whether this computer has any printer to choose from."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


class Printable(Protocol):
    """Something that can be put on paper; ``title`` is what the printer's list calls it."""

    @property
    def title(self) -> str:
        """What it is."""

    def lay_in(self, printer: QPrinter) -> None:
        """Take the sheet that it needs."""

    def print_on(self, printer: QPrinter) -> bool:
        """Draw it, and return whether the printer took it."""


@dataclass(frozen=True, slots=True)
class DrawnSheet:
    """A drawing as vectors on one sheet, the longer way round, as large as there is room for."""

    drawing: Drawing

    @property
    def title(self) -> str:
        """What the drawing shows."""
        return self.drawing.title

    def lay_in(self, printer: QPrinter) -> None:
        """Turn the sheet as the drawing lies."""
        is_wide = self.drawing.size.width() > self.drawing.size.height()
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait,
        )

    def print_on(self, printer: QPrinter) -> bool:
        """Draw it, and return whether the printer took it."""
        # Words are set in points: a printer of a thousand dots would draw them ten times as large as the lines.
        printer.setResolution(DOTS_PER_INCH)
        size, room = self.drawing.size, printer.pageLayout().paintRectPixels(DOTS_PER_INCH)
        share = min(room.width() / size.width(), room.height() / size.height())
        painter = QPainter()
        if not painter.begin(printer):
            return False
        painter.scale(share, share)
        self.drawing.paint(painter)
        return painter.end()


@dataclass(frozen=True, slots=True)
class WholePages:
    """Pages that are made for A4 or Letter and have margins of their own, each on its sheet."""

    title: str
    pages: Sequence[QImage]

    def lay_in(self, printer: QPrinter) -> None:
        """Take the sheet that the pages are made for, whole."""
        is_a4 = self.pages[0].height() > LONGEST_LETTER * self.pages[0].width()
        size = QPageSize(QPageSize.PageSizeId.A4 if is_a4 else QPageSize.PageSizeId.Letter)
        printer.setFullPage(True)
        printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))

    def print_on(self, printer: QPrinter) -> bool:
        """Draw each page on a sheet, and return whether the printer took them."""
        painter = QPainter()
        if not painter.begin(printer):
            return False
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number, page in enumerate(self.pages):
            if number and not printer.newPage():
                painter.end()
                return False
            sheet = printer.pageLayout().fullRectPixels(printer.resolution())
            share = min(sheet.width() / page.width(), sheet.height() / page.height())
            size = QSizeF(page.size()) * share
            left, top = (sheet.width() - size.width()) / 2, (sheet.height() - size.height()) / 2
            painter.drawImage(QRectF(QPointF(left, top), size), page)
        return painter.end()


class PrintJob(QObject):
    """Asks for a printer and prints when one is chosen; ``failed`` when that took nothing. It ends with the dialog.

    ``printed`` carries what then can be said: the printer has it, or a file does that was chosen in its place.
    """

    failed = Signal()
    printed = Signal(str)

    def __init__(self, parent: QWidget, printable: Printable) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        super().__init__(parent)
        self._printable = printable
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(printable.title)
        printable.lay_in(self._printer)
        self.dialog = QPrintDialog(self._printer, parent)
        # With it Qt leaves out no page and expects the program to; without it CUPS does, and others don't offer it.
        self.dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        self.dialog.accepted.connect(self._print)
        self.dialog.finished.connect(self._end)

    def open(self) -> None:
        """Show the dialog."""
        QDialog.open(self.dialog)  # its own ``open`` wants a receiver, as Qt 4 did

    def _print(self) -> None:
        if not self._printable.print_on(self._printer):
            self.failed.emit()
        elif file := self._printer.outputFileName():
            self.printed.emit(say("Saved: {file}", file=Path(file).name))
        else:
            self.printed.emit(say("Sent to the printer"))

    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()
