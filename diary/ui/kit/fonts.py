"""Loads the bundled font files, so that the window looks the same on every computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFontDatabase

if TYPE_CHECKING:
    from pathlib import Path


def load_fonts(folder: Path) -> tuple[str, ...]:
    """Add every font file of ``folder`` to the application and name the families that came with them.

    A file that cannot be read is left out: the computer's own font then takes its place.
    """
    families: dict[str, None] = {}
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.suffix.lower() in {".ttf", ".otf"}:
            number = QFontDatabase.addApplicationFont(str(path))
            families |= dict.fromkeys(QFontDatabase.applicationFontFamilies(number) if number >= 0 else ())
    return tuple(families)
