"""pyqtgraph, without its copies of all that Qt has, which cost 8 MB and half of the time that it takes to load."""

from __future__ import annotations

import sys
from functools import partial
from types import ModuleType
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

COPIED = (QtCore, QtGui, QtWidgets)


def _loaded() -> Any:
    """Load it with a stand-in for each copy, which looks up in Qt what is used of it.

    PySide6 makes a class when it is first asked for, and pyqtgraph asks for all of them to copy them.
    """
    for qt in COPIED:
        stand_in = ModuleType(qt.__name__.replace("PySide6", "pyqtgraph.Qt"))
        vars(stand_in)["__getattr__"] = partial(getattr, qt)
        sys.modules[stand_in.__name__] = stand_in
        vars(qt)["__dir__"] = list  # nothing to copy
    try:
        import pyqtgraph
    finally:
        for qt in COPIED:
            del vars(qt)["__dir__"]
    return pyqtgraph


pg = _loaded()
