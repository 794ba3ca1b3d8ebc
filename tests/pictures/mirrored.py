"""Words for looking at the window from right to left: English sentences in Hebrew letters, which mean nothing."""

from __future__ import annotations

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from diary import words
from diary.ui.kit.overriding import override
from tests.words.languages import speaking

FIELD = re.compile(r"(\{[^}]*\})")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתוצינ")


class Mirrored(gettext.NullTranslations):
    """Every sentence, letter by letter; its fields stay."""

    @override
    def gettext(self, message: str) -> str:
        parts = FIELD.split(message)
        return "".join(part if FIELD.fullmatch(part) else part.lower().translate(LETTERS) for part in parts)

    @override
    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


@contextmanager
def from_right_to_left(application: QApplication) -> Iterator[None]:
    """Lay the window out from right to left, and write words that run that way."""
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with speaking("he"):
        words._Language.translations = Mirrored()
        try:
            yield
        finally:
            application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
