from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture
def kept() -> Iterator[list[object]]:
    """Holds what is on screen until the test's windows are closed.

    pytest-qt knows them weakly: one that is garbage by then can be collected while it is being painted, which crashes.
    """
    found: list[object] = []
    yield found
    found.clear()
