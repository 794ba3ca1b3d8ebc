"""Sentences with strong pieces: a message marks them with two stars, a person's own stars don't count."""

from __future__ import annotations

import re

from diary.report.values import Rich, Run

_STRONG = "**"
_STAR, _SHIELDED_STAR = "*", "\ue000"
_INSEPARABLE = re.compile(r"(?<=\d) (?=[^\W\d_])| (?=\d+\W*$)")
"""Between a number and its word, and before a number that ends the sentence."""


def plain(words: str) -> str:
    """Return a person's own words so that :func:`rich` prints their stars as stars."""
    return words.replace(_STAR, _SHIELDED_STAR)


def rich(sentence: str) -> Rich:
    """Split a sentence at its stars; a number and the word after it stay on one line."""
    pieces = kept_together(sentence).split(_STRONG)
    return tuple(
        Run(piece.replace(_SHIELDED_STAR, _STAR), strong=bool(index % 2)) for index, piece in enumerate(pieces) if piece
    )


def kept_together(sentence: str) -> str:
    """Return a sentence in which a number stays on one line with the word after it."""
    return _INSEPARABLE.sub("\u00a0", sentence)


def joined(*sentences: str) -> Rich:
    """Return several whole sentences one after the other, the empty ones left out."""
    return rich(" ".join(sentence for sentence in sentences if sentence))
