"""Drawings as files: a picture of pixels, or vectors that stay sharp at any size."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QImageWriter, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintDevice

DOTS_PER_INCH = 96
POINTS_PER_PIXEL = 0.75
SHARPNESS = 2
"""Pixels of a picture for each pixel of the screen, so that it can be printed."""


class Drawing(Protocol):
    """Something that can be drawn in any form: ``size`` in pixels of the screen, ``title`` as a viewer calls it."""

    @property
    def title(self) -> str:
        """What it shows."""

    @property
    def size(self) -> QSize:
        """In pixels of the screen."""

    def paint(self, painter: QPainter) -> None:
        """Draw it from the painter's origin on."""


class PictureForm(StrEnum):
    """The forms of a file, by their endings."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def form_of(suffix: str) -> PictureForm:
    """Return the form that a file's ending (".svg") asks for; pixels where it asks for none of ours."""
    ending = suffix.removeprefix(".").lower()
    return PictureForm(ending) if ending in set(PictureForm) else PictureForm.PNG


def image_of(drawing: Drawing) -> QImage:
    """Draw a picture of pixels."""
    image = QImage(drawing.size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    _paint_on(image, drawing)
    return image


def file_of(drawing: Drawing, form: PictureForm) -> bytes:
    """Draw a whole file."""
    size = drawing.size
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    match form:
        case PictureForm.PNG:
            QImageWriter(buffer, b"png").write(image_of(drawing))
        case PictureForm.SVG:
            vectors = QSvgGenerator()
            vectors.setOutputDevice(buffer)
            vectors.setResolution(DOTS_PER_INCH)
            vectors.setSize(size)
            vectors.setViewBox(QRectF(0, 0, size.width(), size.height()))
            vectors.setTitle(drawing.title)
            _paint_on(vectors, drawing)
        case PictureForm.PDF:
            page = QPdfWriter(buffer)
            page.setResolution(DOTS_PER_INCH)
            page.setPageSize(QPageSize(QSizeF(size) * POINTS_PER_PIXEL, QPageSize.Unit.Point))
            page.setPageMargins(QMarginsF(0, 0, 0, 0))
            page.setTitle(drawing.title)
            _paint_on(page, drawing)
    buffer.close()
    return bytes(content.data())


def _paint_on(device: QPaintDevice, drawing: Drawing) -> None:
    painter = QPainter(device)
    drawing.paint(painter)
    painter.end()
