"""A drawing on paper, as vectors, through the computer's own print dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtWidgets import QDialog

from diary.ui.kit.pictures import DOTS_PER_INCH

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

    from diary.ui.kit.pictures import Drawing


def has_printer() -> bool:
    """Whether this computer has any printer to choose from."""
    from PySide6.QtPrintSupport import QPrinterInfo

    return bool(QPrinterInfo.availablePrinterNames())


def print_on(printer: QPrinter, drawing: Drawing) -> bool:
    """Draw on one page, as large as it has room for, and return whether the printer took it."""
    # Words are set in points: a printer of a thousand dots would draw them ten times as large as the lines.
    printer.setResolution(DOTS_PER_INCH)
    size, room = drawing.size, printer.pageLayout().paintRectPixels(DOTS_PER_INCH)
    share = min(room.width() / size.width(), room.height() / size.height())
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.scale(share, share)
    drawing.paint(painter)
    return painter.end()


class PrintJob(QObject):
    """Asks for a printer and prints when one is chosen; ``failed`` when that took nothing. It ends with the dialog."""

    failed = Signal()

    def __init__(self, parent: QWidget, drawing: Drawing) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        super().__init__(parent)
        self._drawing = drawing
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(drawing.title)
        is_wide = drawing.size.width() > drawing.size.height()
        way = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
        self._printer.setPageOrientation(way)
        self.dialog = QPrintDialog(self._printer, parent)
        self.dialog.accepted.connect(self._print)
        self.dialog.finished.connect(self._end)

    def open(self) -> None:
        """Show the dialog."""
        QDialog.open(self.dialog)  # its own ``open`` wants a receiver, as Qt 4 did

    def _print(self) -> None:
        if not print_on(self._printer, self._drawing):
            self.failed.emit()

    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()
