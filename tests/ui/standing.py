"""Waiting until a page stands as it will."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy, QTest

from diary.ui.kit.surfaces import Page

PATIENCE_MS = 5000


def let_stand(page: Page) -> None:
    """Wait until its parts are laid out, and what was opened was brought into view."""
    QTest.qWait(0)
    if page._laid_out.isActive():
        assert QSignalSpy(page._laid_out.timeout).wait(PATIENCE_MS)
