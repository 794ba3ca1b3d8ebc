"""What a diary asks of the world around it, handed in so that a test can give a fixed one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Time, place and chance. ``now`` is aware and local; ``zone`` is the IANA name, ``None`` where it can't be had."""

    now: Callable[[], datetime]
    zone: Callable[[], str | None]
    random_bytes: Callable[[int], bytes]

    def new_id(self) -> str:
        """A random id of 96 bits in hexadecimal: enough that two computers never make the same one."""
        return self.random_bytes(12).hex()
