"""What the program that is killed saves, so that whoever looks afterwards knows what must be there."""

from __future__ import annotations

from datetime import date

FIRST_DAY = date(2015, 1, 1)


def scores_of(number: int) -> dict[str, float]:
    """Both questions of one act: half of it must never be found."""
    return {"pain": float(number % 11), "mood": float(10 - number % 11)}


def note_of(number: int) -> str:
    """Long enough to need more than one page of the file."""
    return f"note {number} " + "word " * (number % 7 * 300)
