"""Letters that the fonts of the pages don't have: who hands pages over should know it before, and a way round it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from diary.report.cutting import with_each
from diary.report.typesetting import printable
from diary.report.values import NotPrinted
from diary.words import say

if TYPE_CHECKING:
    from diary.report.values import Summary


def not_printed(summary: Summary) -> NotPrinted | None:
    """Return what of the words can't be printed, ``None`` where every letter can."""
    words = _words(summary)
    counts = Counter(letter for word in words for letter in word if letter.isalpha())
    missing = {letter for letter in counts if printable(letter) != letter}
    if not missing:
        return None
    name = {letter for letter in summary.name if letter.isalpha()}
    return NotPrinted(
        is_name=bool(name) and name <= missing,
        is_most=2 * sum(counts[letter] for letter in missing) > counts.total(),
        example=next(filter(None, (_example(word, missing) for word in (summary.name, *words)))),
    )


def explained(printed: Summary, written: Summary) -> Summary:
    """Say once, at the top, what stands in brackets, where printing put names in place of what was written."""
    if printed == written or _brackets(printed) == _brackets(written):
        return printed
    said = printable(say("Signs that can’t be printed are named in [ ]."))
    return replace(printed, caveat=f"{printed.caveat} {said}")


def _brackets(summary: Summary) -> int:
    return sum(word.count("[") for word in _words(summary))


def _words(summary: Summary) -> list[str]:
    words: list[str] = []

    def heard(word: str) -> str:
        words.append(word)
        return word

    with_each(summary, heard)
    return words


def _example(words: str, missing: set[str]) -> str:
    """What is printed instead of the first letters that can't be, nothing where all can."""
    first = next((at for at, letter in enumerate(words) if letter in missing), None)
    return "" if first is None else printable(words[first:]).partition("]")[0] + "]"
