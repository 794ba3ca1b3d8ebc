"""The system calls of one save, each of which can be made to fail as a disk or another program would make it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest


@dataclass
class Pauses:
    """Counts the seconds that were asked for, and takes none."""

    seconds: list[float] = field(default_factory=list)

    def __call__(self, seconds: float) -> None:
        self.seconds.append(seconds)


@contextmanager
def failing(call: str, number: int, *, when: int = 0, times: int = 10**6) -> Iterator[None]:
    """Let ``os.<call>`` raise ``OSError(number)``, after it worked ``when`` times and for ``times`` calls."""
    real: Callable[..., object] = getattr(os, call)
    calls = iter(range(10**9))

    def refusing(*given: object, **named: object) -> object:
        if when <= next(calls) < when + times:
            raise OSError(number, os.strerror(number))
        return real(*given, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, refusing)
        yield
