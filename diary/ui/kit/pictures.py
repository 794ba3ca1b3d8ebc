"""Drawings as files: a picture of pixels, or vectors that stay sharp at any size."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter, QPdfWriter
from PySide6.QtSvg import QSvgGenerator

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintDevice

DOTS_PER_INCH = 96
POINTS_PER_PIXEL = 0.75
SHARPNESS = 2
"""Pixels of a picture for each pixel of the screen, so that it can be printed."""


class PictureForm(StrEnum):
    """The forms of a file, by their endings."""

    PNG = "png"
    SVG = "svg"
    PDF = "pdf"


def form_of(suffix: str) -> PictureForm:
    """Return the form that a file's ending (".svg") asks for; pixels where it asks for none of ours."""
    ending = suffix.removeprefix(".").lower()
    return PictureForm(ending) if ending in set(PictureForm) else PictureForm.PNG


def image_of(paint: Callable[[QPainter], None], size: QSize) -> QImage:
    """Draw a picture of pixels, ``size`` in pixels of the screen."""
    image = QImage(size * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    _paint_on(image, paint)
    return image


def file_of(paint: Callable[[QPainter], None], size: QSize, form: PictureForm, title: str) -> bytes:
    """Draw a whole file; ``title`` is what a viewer calls it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    match form:
        case PictureForm.PNG:
            image_of(paint, size).save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
        case PictureForm.SVG:
            drawing = QSvgGenerator()
            drawing.setOutputDevice(buffer)
            drawing.setResolution(DOTS_PER_INCH)
            drawing.setSize(size)
            drawing.setViewBox(QRectF(0, 0, size.width(), size.height()))
            drawing.setTitle(title)
            _paint_on(drawing, paint)
        case PictureForm.PDF:
            page = QPdfWriter(buffer)
            page.setResolution(DOTS_PER_INCH)
            page.setPageSize(QPageSize(QSizeF(size) * POINTS_PER_PIXEL, QPageSize.Unit.Point))
            page.setPageMargins(QMarginsF(0, 0, 0, 0))
            page.setTitle(title)
            _paint_on(page, paint)
    buffer.close()
    return bytes(content.data())


def _paint_on(device: QPaintDevice, paint: Callable[[QPainter], None]) -> None:
    painter = QPainter(device)
    paint(painter)
    painter.end()
