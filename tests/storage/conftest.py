"""An empty diary's store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from diary.storage.store import Store
from tests.storage.builders import new_store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = new_store(tmp_path / "diary.db")
    yield made
    made.close()
