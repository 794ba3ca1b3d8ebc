"""What a carer who begins a diary for somebody else is asked: who they are, and whether the other agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.people import Agreed
from diary.ui.first_run.state import Keeper
from diary.ui.kit.fields import LabelledField
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column
from diary.ui.kit.text import Words
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class KeeperPart(QWidget):
    """Two fields and one question without a default; ``changed`` tells that something was given."""

    changed = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._agreed: str | None = None
        self.name = LabelledField(say("Your own name"), say("It stands on everything that you write."))
        example = say("For example: partner, daughter, friend, support worker. It may be left out.")
        self.relationship = LabelledField(say("Who you are to them"), example)
        question = say("Do they know that you keep this diary, and agree?")
        answers = {
            Agreed.YES.value: say("Yes, they told me"),
            Agreed.NO.value: say("No"),
            Agreed.CANNOT_DECIDE.value: say("They can’t decide about this now"),
        }
        self.consent = SmallChoice(icons.theme, question, answers, apart=Agreed.CANNOT_DECIDE.value)
        kept = Words(say("The answer is kept in the diary with today’s date."), "caption", wrap=True)
        self.asked = Words(question, "strong", wrap=True)
        self.setLayout(column(self.name, self.relationship, self.asked, self.consent, kept, spacing=10))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.consent.chosen.connect(self._choose)
        for field in (self.name, self.relationship):
            field.edited.connect(self.changed)

    @property
    def keeper(self) -> Keeper:
        """What was filled in."""
        agreed = Agreed(self._agreed) if self._agreed is not None else None
        return Keeper(self.name.text, self.relationship.text, agreed)

    def show_keeper(self, keeper: Keeper) -> None:
        """Draw what was filled in."""
        self.name.show_text(keeper.name)
        self.relationship.show_text(keeper.relationship)
        self._agreed = keeper.agreed.value if keeper.agreed else None
        self.consent.show_choice(self._agreed)

    def _choose(self, key: str | None) -> None:
        self._agreed = key
        self.consent.show_choice(key)
        self.changed.emit()
