"""A person's words on one line: names, labels, what a number means."""

from __future__ import annotations

from diary.domain.errors import DiaryError


def one_line(words: str, *, most: int) -> str:
    """Return words with single spaces; raises ``DiaryError``: ``words_empty``, ``label_too_long``."""
    line = perhaps_one_line(words, most=most)
    if not line:
        raise DiaryError("words_empty")
    return line


def perhaps_one_line(words: str, *, most: int) -> str:
    """As ``one_line``, but words may be left out."""
    if len(words) > most * 10:  # a page pasted by accident isn't even looked at
        raise DiaryError("label_too_long", most=most)
    line = " ".join(words.split())
    if len(line) > most:
        raise DiaryError("label_too_long", most=most)
    if any(char < " " or "\ud800" <= char <= "\udfff" for char in line):
        raise DiaryError("text_unreadable")
    return line
