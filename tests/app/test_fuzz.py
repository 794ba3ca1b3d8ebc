"""A short run, with a fixed seed, of what a command does for ten minutes: no file makes a reader fail but in words."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.benchmarks.fuzzing import Reader, fuzz, readers

CASES = 60
NAMES = ("keys.json", "backup", "take_in", "own JSON", "table", "column map", "preferences", "lock.json", "pages")


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Reader]]:
    with readers(tmp_path_factory.mktemp("fuzz")) as made:
        yield {reader.name: reader for reader in made}


def few(tried: int) -> bool:
    return tried < CASES


@pytest.mark.parametrize("name", NAMES)
def test_a_changed_file_is_read_or_refused_in_a_sentence(known: dict[str, Reader], name: str) -> None:
    tried = fuzz(known[name], random.Random(name), few)
    assert tried.cases == CASES
    assert tried.lines > 0


def test_every_reader_is_among_them(known: dict[str, Reader]) -> None:
    assert tuple(known) == NAMES
