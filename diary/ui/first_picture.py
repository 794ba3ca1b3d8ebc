"""The picture with which the window begins: its first page as it was drawn before any value was on it.

Building that page takes longer than Qt takes to start, and it is the same every day but for the date, which is left out
here and written anew. It shows what anyone at this computer may see of a diary: its label and its emblem.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QBuffer, QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QImage,
    QPalette,
    QPixmap,
)
from PySide6.QtWidgets import QLabel, QWidget

from diary import __version__
from diary.domain.errors import DiaryError
from diary.files.whole import write_whole
from diary.words import language, say

if TYPE_CHECKING:
    from pathlib import Path

    from diary.files.preferences import KnownDiary, Preferences

NAME = "first-page-{looks:08x}.png"
ALL = "first-page-*.png"
DAY = "day"
"""Under which name the picture says where the date stands, in which font and colour."""

QUICK = 80
"""A tenth larger than PNG can be, and read in half the time."""
ROUNDS = 3
"""How often a layout may change another before all is in its place."""


def first_diary(kept: Preferences, folder: Path | None) -> KnownDiary | None:
    """The diary whose page comes first, unless something must be asked before: which one, or its passphrase."""
    known = [one for one in kept.diaries if one.folder.exists()]
    if folder is not None:
        known = [one for one in known if one.folder == folder.resolve()]
    return known[0] if len(known) == 1 and known[0].opens_by_itself else None


def picture_file(folder: Path, kept: Preferences, known: KnownDiary, window: QWidget) -> Path:
    """Where the picture for these choices, this diary and this window is or would be: its name tells them apart."""
    looks = (
        __version__, language(), known.label, known.emblem, known.colour,
        kept.theme, kept.text_scale, kept.letters_work, kept.shows_hints, kept.hides_numbers,
        QGuiApplication.palette().window().color().name(),
        window.width(), window.height(), window.devicePixelRatio(),
    )  # fmt: skip
    return folder / NAME.format(looks=crc32(repr(looks).encode()))


class FirstPicture(QLabel):
    """The picture over a whole window with today's date in its place; to a screen reader, that the diary is opened."""

    def __init__(self, image: QImage, day: str, font_file: Path) -> None:
        super().__init__()
        says = json.loads(image.text(DAY))
        image.setDevicePixelRatio(says["ratio"])
        self.setPixmap(QPixmap.fromImage(image))
        self.setAccessibleName(say("Opening the diary"))
        QFontDatabase.addApplicationFont(str(font_file))
        font, palette = QFont(), QPalette()
        font.fromString(says["font"])
        palette.setColor(QPalette.ColorRole.WindowText, QColor(says["colour"]))
        self.day = QLabel(day, self)
        self.day.setFont(font)
        self.day.setPalette(palette)
        self.day.setGeometry(*says["at"])

    @classmethod
    def load(cls, file: Path, day: str, font_file: Path) -> FirstPicture | None:
        """The picture in ``file``, ``None`` where there is none that is whole."""
        image = QImage(str(file))
        with suppress(ValueError, KeyError, TypeError):
            return None if image.isNull() else cls(image, day, font_file)
        return None


def picture_of(window: QWidget, date: QLabel, ground: QColor) -> QImage:
    """The window as it would be drawn now, without the ``date`` on it; ``ground`` is the colour behind that."""
    from PySide6.QtGui import QPainter

    for _ in range(ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    image = window.grab().toImage()
    place = QRect(date.mapTo(window, QPoint(0, 0)), date.size()).marginsRemoved(date.contentsMargins())
    painter = QPainter(image)
    painter.fillRect(place, ground)
    painter.end()
    colour = date.palette().color(date.foregroundRole()).name()
    at = [place.x(), place.y(), window.width() - place.x(), place.height()]
    font, ratio = date.font().toString(), image.devicePixelRatio()  # a file keeps no ratio by itself
    image.setText(DAY, json.dumps({"at": at, "font": font, "colour": colour, "ratio": ratio}))
    return image


def keep_picture(image: QImage, file: Path) -> None:
    """Keep the picture in place of any other; one that can't be kept is no matter. Not for the GUI thread."""
    from PySide6.QtGui import QImageWriter

    buffer = QBuffer()
    writer = QImageWriter(buffer, b"png")
    writer.setQuality(QUICK)
    writer.write(image)
    with suppress(DiaryError):
        forget_pictures(file.parent)
        write_whole(file, bytes(buffer.data().data()))


def forget_pictures(folder: Path) -> None:
    """Remove every picture."""
    for old in folder.glob(ALL):
        with suppress(OSError):
            old.unlink()
