"""The form of the page: a carer's name and relationship, and whether the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from diary.domain.people import Agreed
from diary.ui.kit.buttons import Button
from diary.ui.kit.fields import OwnField
from diary.ui.kit.messages import announce
from diary.ui.kit.overriding import override
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.writers.state import Answered, Asked
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from diary.ui.kit.icons import Icons
    from diary.ui.writers.state import Opened

LONGEST_NAME, LONGEST_RELATIONSHIP = 200, 80
"""Letters, as the diary takes them."""
NAMED = frozenset({Asked.NEW, Asked.NAME, Asked.PERSON})
"""What asks for a name."""
SECRET = frozenset({Asked.PASSPHRASE, Asked.TAKE_OVER})
"""What asks for a passphrase."""
BY_PERSON, TOLD, CANNOT_DECIDE, NO, STAYS = "by_person", "told", "cannot_decide", "no", "stays"
_MEANS: Mapping[str, tuple[Agreed, bool]] = {
    STAYS: (Agreed.YES, True),
    BY_PERSON: (Agreed.YES, True),
    TOLD: (Agreed.YES, False),
    CANNOT_DECIDE: (Agreed.CANNOT_DECIDE, False),
    NO: (Agreed.NO, False),
}


class WriterForm(QFrame):
    """A sunken frame that Enter keeps and Escape leaves; ``kept`` carries an ``Answered``, ``left`` nothing."""

    kept = Signal(object)
    left = Signal()
    copy_requested = Signal()

    def __init__(self, icons: Icons, opened: Opened, person: str) -> None:
        super().__init__()
        self.setProperty("role", "sunken")
        self._opened, self._person = opened, person
        self._chosen: str | None = None
        self._lacks_answer = False
        self._wanted: tuple[object, ...] = ()
        self._problem = UnsavedMessage(icons, has_own_retry=True)
        self._problem.other_requested.connect(self.copy_requested)
        self.name, self.relationship = OwnField(), OwnField()
        question, is_own = self._question(), opened.asked is Asked.TAKE_OVER
        whose = say("Your own passphrase") if is_own else say("Their passphrase")
        self.passphrase = SecretField(icons, whose, is_new=True)
        self.again = SecretField(icons, say("The same passphrase again"))
        answers = {STAYS: say("Yes"), NO: say("No")} if is_own else _answers(person)
        self.consent = SmallChoice(icons.theme, question, answers, apart="" if is_own else CANNOT_DECIDE)
        self._explained = Words(max(map(self._explanation, answers), key=len), "second", wrap=True)
        _hide_in_its_room(self._explained)
        self.keep = Button(icons, say("Take the diary over") if is_own else say("Keep"), "primary")
        self.leave = Button(icons, say("Cancel"), "quiet")
        parts: list[QWidget] = [Title(self._title(), wrap=True), self._problem]
        if opened.asked in NAMED:
            parts += self._names()
        if opened.asked in SECRET:
            parts += self._secrets()
        if self._asks_choice:
            parts += [Words(question, "strong", wrap=True), self.consent, self._explained]
        layout = column(*parts, row(self.keep, self.leave, None), spacing=10)
        layout.setContentsMargins(16, 14, 16, 14)
        self.setLayout(layout)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for field in (self.name, self.relationship):
            field.returnPressed.connect(self._keep)
            field.left.connect(self.left)
        self._begun_with = self._content()
        self.consent.chosen.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def take_keyboard(self) -> None:
        """Begin at the first thing that is asked."""
        if self._opened.asked is Asked.CONSENT:
            self.consent.take_keyboard()
        else:
            first = self.passphrase.field if self._opened.asked in SECRET else self.name
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> bool:
        """Keep another name, and what was to be kept before; returns whether nothing else is left.

        Nobody is let in by a lock: whether the person agrees is kept only by Keep. A passphrase holds no lock up.
        """
        content = self._content()
        if content == self._begun_with or self._opened.asked in SECRET:
            return True
        if self._opened.asked in {Asked.NAME, Asked.PERSON} or content == self._wanted:
            return self._keep()
        self.say_problem(say("Keep this, or cancel it"))
        return False

    def _content(self) -> tuple[object, ...]:
        return self.name.text(), self.relationship.text(), self._chosen

    def say_problem(self, title: str, reason: str = "", *, can_copy: bool = False) -> None:
        """Say above the fields what stands in the way, or (empty) nothing."""
        self._lacks_answer = False
        self._problem.say_why(title, reason, can_copy=can_copy)

    def _title(self) -> str:
        carer = self._opened.carer
        if self._opened.asked is Asked.PERSON:
            return say("Change: {what}", what=self._person)
        if self._opened.asked is Asked.TAKE_OVER:
            return say("{person} takes this diary over", person=self._person)
        if carer is None:
            return say("A carer who writes here")
        if self._opened.asked is Asked.NAME:
            return say("Change: {what}", what=carer.recorder.name)
        if self._opened.asked is Asked.PASSPHRASE:
            return say("{name}’s own passphrase", name=carer.recorder.name)
        return say("{name} writes in this diary", name=carer.recorder.name)

    def _names(self) -> list[QWidget]:
        if carer := self._opened.carer:
            self.name.setText(carer.recorder.name)
            self.relationship.setText(carer.recorder.relationship)
        example = say("For example: partner, daughter, friend, support worker. It may be left out.")
        parts: list[QWidget] = []
        name = (self.name, say("Name"), say("It stands on everything that they write."), LONGEST_NAME)
        asked = [
            name,
            (self.relationship, say("Who they are to {person}", person=self._person), example, LONGEST_RELATIONSHIP),
        ]
        if self._opened.asked is Asked.PERSON:
            self.name.setText(self._person)
            del asked[1:]
        for field, label, note, longest in asked:
            field.setMaxLength(longest)
            field.setAccessibleName(label)
            field.setAccessibleDescription(note)
            parts += [Words(label, "strong", wrap=True), field, Words(note, "caption", wrap=True)]
        return parts

    @property
    def _asks_choice(self) -> bool:
        """Whether the person's answer about a carer is asked."""
        is_kept = self._opened.asked is Asked.TAKE_OVER and self._opened.carer is not None
        return is_kept or self._opened.asked in {Asked.NEW, Asked.CONSENT}

    def _question(self) -> str:
        carer = self._opened.carer
        if self._opened.asked is Asked.TAKE_OVER and carer is not None:
            return say("May {name} go on opening this diary and writing in it?", name=carer.recorder.name)
        return say("Does {person} know about this, and agree?", person=self._person)

    def _what_lacks(self) -> str:
        carer = self._opened.carer
        if self._opened.asked is Asked.TAKE_OVER and carer is not None:
            return say("Say whether {name} may go on", name=carer.recorder.name)
        return say("Say whether {person} agrees", person=self._person)

    def _secrets(self) -> list[QWidget]:
        self.passphrase.entered.connect(self.again.field.setFocus)
        self.again.entered.connect(self._keep)
        about = self._about_taking_over() if self._opened.asked is Asked.TAKE_OVER else _about_their_passphrase()
        return [*(Words(line, "second", wrap=True) for line in about), self.passphrase, self.again]

    def _about_taking_over(self) -> tuple[str, ...]:
        carer = self._opened.carer
        chooses = say("This is for {person} to do. Choose a passphrase that nobody else knows.", person=self._person)
        if carer is not None:
            return chooses, say("{name} could have read what was written before.", name=carer.recorder.name)
        known = say("Whoever knew the old passphrase could have read what was written before.")
        return chooses, say("The old passphrase and the old recovery code open it no longer."), known

    def _choose(self, key: str | None) -> None:
        self._chosen = key
        self.consent.show_choice(key)
        if self._lacks_answer and key:
            self.say_problem("")
        words = self._explanation(key)
        self._explained.setText(words)
        self._explained.setVisible(bool(words))
        if words:
            announce(self.consent, words)

    def _explanation(self, key: str | None) -> str:
        carer = self._opened.carer
        if self._opened.asked is Asked.TAKE_OVER and carer is not None and key:
            return _about_keeper(carer.recorder.name, stays=key == STAYS)
        if key == NO:
            return say("Then they can’t write here. A diary needs the yes of the person it is about.")
        if key == CANNOT_DECIDE:
            return say("That is kept with today’s date. Ask again when {person} can decide.", person=self._person)
        return say("That is kept with today’s date, and can be changed at any time.") if key else ""

    def _keep(self) -> bool:
        name = " ".join(self.name.text().split())
        asked = self._opened.asked
        if asked in NAMED and not name:
            self.say_problem(say("Write their name"))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked in SECRET and self.passphrase.text != self.again.text:
            self.say_problem(say("The two passphrases are not the same"))
            self.again.field.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._asks_choice and self._chosen is None:
            self.say_problem(self._what_lacks())
            self._lacks_answer = True
            self.consent.take_keyboard()
        else:
            self._wanted = self._content()
            agreed, by_person = _MEANS[self._chosen] if self._chosen else (None, False)
            self.kept.emit(Answered(name, self.relationship.text(), agreed, by_person, self.passphrase.text))
            return True
        return False


def _hide_in_its_room(words: Words) -> None:
    """Hide what is said of an answer, and keep its room: the button below must not move under the hand."""
    policy = words.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    words.setSizePolicy(policy)
    words.hide()


def _about_their_passphrase() -> tuple[str, ...]:
    return (
        say("It opens the whole diary, and all that is written then is in their name."),
        say("Let them choose and type it. It is not yours, and can’t be looked up."),
    )


def _about_keeper(name: str, *, stays: bool) -> str:
    """What the person's answer about the carer who kept the diary means."""
    if stays:
        return say("{name} opens it as before. You can take that away here at any time.", name=name)
    return say("Then {name} can’t open it or write here. A backup that they have still opens for them.", name=name)


def _answers(person: str) -> dict[str, str]:
    return {
        BY_PERSON: say("Yes, I am {person}", person=person),
        TOLD: say("Yes, {person} told me", person=person),
        NO: say("No"),
        CANNOT_DECIDE: say("{person} can’t decide about this now", person=person),
    }
