"""Python's own way to load a module, in place of the one that PySide6 puts before it."""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Load modules without reading their sources, which takes 0.1 s and 27 MB until the charts are there.

    PySide6 looks in each for its own name, to know whose calls to spell in another way (``from __feature__ import``);
    nobody here asks for that.
    """
    import PySide6.QtCore  # noqa: F401  # it puts its own way there when it is loaded

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
