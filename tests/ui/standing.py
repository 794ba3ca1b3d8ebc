"""Waiting until a page stands as it will."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QSignalSpy

from diary.ui.kit.surfaces import Page

PATIENCE_MS = 5000


def let_stand(page: Page) -> None:
    """Wait until its parts are laid out, and what was opened was brought into view; the page is on screen already.

    Each layout is an event in the queue, with those that it asks for behind it.
    """
    QCoreApplication.sendPostedEvents()
    if page._laid_out.isActive():
        assert QSignalSpy(page._laid_out.timeout).wait(PATIENCE_MS)
