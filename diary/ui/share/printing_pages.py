"""The pages on paper, through the computer's own print dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QObject, QRectF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog

from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

LONGEST_LETTER = 1.35
"""A sheet longer than this for its width is A4 (1.41), else Letter (1.29)."""


def dress_for(printer: QPrinter, page: QImage) -> None:
    """Take the sheet that the pages are made for, whole: they have margins of their own."""
    is_a4 = page.height() > LONGEST_LETTER * page.width()
    size = QPageSize(QPageSize.PageSizeId.A4 if is_a4 else QPageSize.PageSizeId.Letter)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))


def print_on(printer: QPrinter, pages: Sequence[QImage]) -> bool:
    """Draw each page on a sheet, as large as it has room for, and return whether the printer took them."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            painter.end()
            return False
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        share = min(sheet.width() / page.width(), sheet.height() / page.height())
        painter.drawImage(QRectF(0, 0, page.width() * share, page.height() * share), page)
    return painter.end()


class PagesJob(QObject):
    """Asks for a printer and prints when one is chosen; ``failed`` when that took nothing. It ends with the dialog."""

    failed = Signal()

    def __init__(self, parent: QWidget, pages: Sequence[bytes]) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        super().__init__(parent)
        self._pages = [QImage.fromData(page) for page in pages]
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setDocName(say("Symptom diary summary"))
        dress_for(self._printer, self._pages[0])
        self.dialog = QPrintDialog(self._printer, parent)
        self.dialog.accepted.connect(self._print)
        self.dialog.finished.connect(self._end)

    def open(self) -> None:
        """Show the dialog."""
        QDialog.open(self.dialog)  # its own ``open`` wants a receiver, as Qt 4 did

    def _print(self) -> None:
        if not print_on(self._printer, self._pages):
            self.failed.emit()

    def _end(self) -> None:
        self.dialog.deleteLater()
        self.deleteLater()
