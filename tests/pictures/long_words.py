"""Words for looking at the window in a wordy language: every word is 60 % longer, and means nothing."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from diary import words
from diary.ui.kit.overriding import override
from tests.words.languages import speaking

PIECE = re.compile(r"\{[^}]*\}|[^\W\d_]{2,}")
GROWTH = 0.6


class Long(gettext.NullTranslations):
    """Every sentence, each of its words followed by its own beginning; its fields stay."""

    @override
    def gettext(self, message: str) -> str:
        return PIECE.sub(_longer, message)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _longer(piece: re.Match[str]) -> str:
    word = piece.group()
    return word if word.startswith("{") else word + word[: round(len(word) * GROWTH)].lower()


@contextmanager
def in_long_words() -> Iterator[None]:
    """Write every sentence 60 % longer; dates and numbers are German, where they are longer too."""
    with speaking("de"):
        words._Language.translations = Long()
        yield
