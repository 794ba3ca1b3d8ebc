"""One line of the page: who writes or wrote, what is known of them, and what can be done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.people import PERSON, Agreed
from diary.ui.kit.buttons import Button, IconButton
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.surfaces import Divider, column, row
from diary.ui.kit.text import Words
from diary.words import say
from diary.words.dates import plain_day

if TYPE_CHECKING:
    from diary.domain.people import Carer
    from diary.ui.kit.icons import Icons


class WriterRow(QWidget):
    """A carer; the signals carry the ``Carer``."""

    change_requested = Signal(object)
    consent_requested = Signal(object)
    remove_requested = Signal(object)
    passphrase_requested = Signal(object)

    def __init__(self, icons: Icons, carer: Carer, person: str, *, has_passphrase: bool) -> None:
        super().__init__()
        self._carer = carer
        one = carer.recorder
        self.carer_id = one.id
        name = Words(one.name, "strong", wrap=True)
        lines = [
            *about(carer, person),
            *([say("Opens the diary with their own passphrase.")] if has_passphrase else []),
        ]
        told = column(name, *(Words(line, "caption", wrap=True) for line in lines), spacing=2)
        head = row(spacing=6)
        head.addLayout(told, 1)
        again = _asks(carer, person)
        own = say("Take their passphrase away") if has_passphrase else say("Give an own passphrase")
        self.passphrase = Button(icons, own, "link")
        self.passphrase.setAccessibleName(f"{own} {one.name}")
        self.consent = Button(icons, again, "link")
        self.consent.setAccessibleName(f"{again} {one.name}")
        self.change = icon_button(icons, "pencil", say("Change: {what}", what=one.name))
        self.remove = icon_button(icons, "x", say("{name} writes here no longer", name=one.name))
        for button in (self.change, self.remove):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._asks = QWidget()
        self._asks.setLayout(FlowLayout(self.consent, self.passphrase, spacing=6))
        self._asks.setSizePolicy(_flowing())
        self._lines = column(head, self._asks, Divider(), spacing=4)
        self.setLayout(self._lines)
        self.setSizePolicy(_flowing())
        if not carer.writes_now:
            self.passphrase.hide()
            self.remove.hide()
        self.passphrase.clicked.connect(self._ask_passphrase)
        self.change.clicked.connect(self._ask_change)
        self.consent.clicked.connect(self._ask_consent)
        self.remove.clicked.connect(self._ask_remove)

    def may_stop(self, may_stop: bool) -> None:
        """Take no way in from who alone can open the diary: the person takes it over first."""
        if not may_stop:
            self.passphrase.hide()
            self.remove.hide()

    def may_change(self, may_change: bool) -> None:
        """Offer nothing to a carer whose own passphrase opened the diary: the person decides who writes in it."""
        if not may_change:
            self._lines.setSpacing(10)
            for part in (self._asks, self.change, self.remove):
                part.hide()

    def _ask_change(self) -> None:
        self.change_requested.emit(self._carer)

    def _ask_consent(self) -> None:
        self.consent_requested.emit(self._carer)

    def _ask_passphrase(self) -> None:
        self.passphrase_requested.emit(self._carer)

    def _ask_remove(self) -> None:
        self.remove_requested.emit(self._carer)


def about(carer: Carer, person: str) -> tuple[str, ...]:
    """What is known of a carer: the relationship, since when or until when, and whether the person agrees."""
    one = carer.recorder
    if one.until:
        when = say("wrote here until {day}", day=plain_day(one.until))
    else:
        when = say("writes here since {day}", day=plain_day(one.since)) if one.since else ""
    first = " · ".join(part for part in (one.relationship, when) if part)
    stays = say("What {name} wrote stays, with the name on it.", name=one.name) if one.until else ""
    return tuple(part for part in (first, _consent(carer, person), stays) if part)


def _asks(carer: Carer, person: str) -> str:
    if not carer.writes_now:
        return say("Let write again")
    return say("Change the answer") if carer.consent else say("Does {person} agree?", person=person)


def _consent(carer: Carer, person: str) -> str:
    given, name = carer.consent, carer.recorder.name
    if given is None:
        return say("Nobody has answered yet whether {person} agrees.", person=person)
    day = plain_day(given.at.date())
    if given.answer is Agreed.NO:
        return say("{person} does not agree. Answered on {day}.", person=person, day=day)
    if given.answer is Agreed.CANNOT_DECIDE:
        return say("{person} could not decide about this on {day}.", person=person, day=day)
    if given.given_by == PERSON:
        return say("{person} agreed on {day}.", person=person, day=day)
    return say("{name} answered on {day}: {person} agrees.", name=name, day=day, person=person)


def _flowing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


def icon_button(icons: Icons, icon: str, name: str) -> IconButton:
    """Make a quiet button of the lines of this page."""
    button = IconButton(icons, icon, name)
    button.setProperty("kind", "quiet")
    return button
