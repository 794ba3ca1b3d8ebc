"""Draws every screen into a folder, without a display: ``python -m tests.pictures.take FOLDER [NAME …] [--look LOOK]``.

Looks: light, dark, contrast (high), grey (light without colours, as a photocopy has it), large (200 % text), small
(900 by 600), these two once more so high that the whole page is seen (large_tall, small_tall), mirrored (from right to
left), long (every word 60 % longer). All of them unless some are named.
"""

from __future__ import annotations

import argparse
import os
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from diary import catalogue
from diary.ui.kit.fonts import load_fonts
from diary.ui.kit.icons import Icons
from diary.ui.kit.theme import Theme, ThemeChoice
from tests.pictures import of_carers, of_charts, of_moves, of_rare_diaries, of_sealing, of_unsaved  # noqa: F401  # they add screens
from tests.pictures.long_words import in_long_words
from tests.pictures.mirrored import from_right_to_left
from tests.pictures.screens import SCREENS


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is drawn; sizes in pixels."""

    theme: ThemeChoice
    scale: float = 1.0
    width: int = 1320
    height: int = 940
    is_mirrored: bool = False
    is_long: bool = False
    is_grey: bool = False


LOOKS = {
    "light": Look(ThemeChoice.LIGHT),
    "dark": Look(ThemeChoice.DARK),
    "contrast": Look(ThemeChoice.HIGH_CONTRAST),
    "grey": Look(ThemeChoice.LIGHT, is_grey=True),
    "large": Look(ThemeChoice.LIGHT, 2.0, 900, 700),
    "small": Look(ThemeChoice.LIGHT, 1.0, 900, 600),
    "large_tall": Look(ThemeChoice.LIGHT, 2.0, 900, 3400),
    "small_tall": Look(ThemeChoice.LIGHT, 1.0, 900, 1800),
    "mirrored": Look(ThemeChoice.LIGHT, is_mirrored=True),
    "long": Look(ThemeChoice.LIGHT, is_long=True),
}


def take(folder: Path, names: list[str], looks: list[str]) -> None:
    """Draw the named screens in the named looks."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    load_fonts(catalogue.resource_folder() / "fonts")
    folder.mkdir(parents=True, exist_ok=True)
    theme = Theme()
    icons = Icons(catalogue.resource_folder() / "icons", theme)
    theme.dress(application)
    for look_name in looks:
        look = LOOKS[look_name]
        theme.choose(look.theme, look.scale)
        with _words(application, look):
            for name in names:
                _take(application, SCREENS[name](icons), look, folder / f"{name}-{look_name}.png")


def _words(application: QApplication, look: Look) -> AbstractContextManager[None]:
    if look.is_mirrored:
        return from_right_to_left(application)
    return in_long_words() if look.is_long else nullcontext()


def _take(application: QApplication, widget: QWidget, look: Look, file: Path) -> None:
    widget.resize(look.width, look.height)
    widget.show()
    for _ in range(2):  # what the keyboard's coming changes is laid out in the second round
        application.processEvents()
        widget.grab()  # and what was hidden until now, when it is drawn
    application.processEvents()
    shown = widget.grab().toImage()
    (shown.convertToFormat(QImage.Format.Format_Grayscale8) if look.is_grey else shown).save(str(file))
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def main() -> None:
    """Read what is wanted from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", help="screens; all unless some are named")
    parser.add_argument("--look", action="append", choices=sorted(LOOKS), help="all unless some are named")
    wanted = parser.parse_args()
    take(wanted.folder, wanted.names or sorted(SCREENS), wanted.look or list(LOOKS))


if __name__ == "__main__":
    main()
