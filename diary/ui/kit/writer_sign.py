"""Who is writing, said beside whose diary it is on every page: told from afar by its ground and its mark."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.ui.kit.carer_mark import CarerMark
from diary.ui.kit.icons import IconMark
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Elided, Words, set_role

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons

TOLD_ICON = "message-square-quote"
"""The person's words, typed by a carer; what a carer noticed has △."""
MARK_PX = 16


@dataclass(frozen=True, slots=True)
class Penned:
    """Who writes in a diary of several: ``who`` is a sentence, empty where only the person does.

    ``how`` is what a carer said of how they know, and ``brief`` says both in one line.
    """

    who: str = ""
    how: str = ""
    brief: str = ""
    is_carer: bool = False
    is_noticed: bool = False


class WriterSign(QFrame):
    """A carer stands on their own solid colour, the person on a soft one; hidden where only the person writes."""

    def __init__(self, icons: Icons, *, is_one_line: bool) -> None:
        super().__init__()
        self._is_one_line = is_one_line
        self._penned, self._says_how = Penned(), True
        self._icon = IconMark(icons, "pen-line", "on_soft", MARK_PX)
        self._mark = CarerMark(icons.theme, MARK_PX, "on_accent")
        self._who: Words = Elided() if is_one_line else Words(wrap=True)
        self._how = Words(wrap=True)
        self._how.hide()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(not is_one_line)
        self.setSizePolicy(policy)
        words = column(self._who, self._how, spacing=0)
        layout = row(self._icon, self._mark, spacing=8)
        for mark in (self._icon, self._mark):
            layout.setAlignment(mark, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(words, 1)
        layout.setContentsMargins(10, 1 if is_one_line else 6, 10, 1 if is_one_line else 6)
        self.setLayout(layout)
        self.hide()

    @property
    def words(self) -> str:
        """What it says, in lines."""
        parts: tuple[QWidget, ...] = (self._who, self._how)
        return "\n".join(part.text() for part in parts if isinstance(part, Words) and part.text())

    def show_penned(self, penned: Penned) -> None:
        """Say who is writing."""
        self._penned = penned
        self._draw()

    def say_how(self, *, is_said: bool) -> None:
        """Say how a carer knows, or leave it out where nothing about a day is asked."""
        self._says_how = is_said
        self._draw()

    def _draw(self) -> None:
        penned = self._penned
        how = penned.how if self._says_how else ""
        self._who.setText(penned.brief if how and self._is_one_line else penned.who)
        self._how.setText("" if self._is_one_line else how)
        self._how.setVisible(bool(how) and not self._is_one_line)
        self._mark.setVisible(bool(how) and penned.is_noticed)
        self._icon.setVisible(self._mark.isHidden())
        name = TOLD_ICON if how and not penned.is_noticed else "pen-line"
        self._icon.show_icon(name, "on_accent" if penned.is_carer else "on_soft")
        role = "carer_sign" if penned.is_carer else "sign"
        for part, its_role in ((self, role), (self._who, f"{role}_words"), (self._how, f"{role}_words")):
            if part.property("role") != its_role:
                set_role(part, its_role)
        self.setVisible(bool(penned.who))
