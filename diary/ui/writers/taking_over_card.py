"""That the person can have the diary to themselves, said where somebody else can open it as they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.buttons import Button
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.writers.state import Asked
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons
    from diary.ui.writers.state import WritersState


class TakingOverCard(Card):
    """What taking the diary over is, and the button that begins it."""

    def __init__(self, icons: Icons) -> None:
        super().__init__(padding=(24, 18), spacing=10)
        self._title, self._lines = Title("", wrap=True), [Words("", "second", wrap=True) for _ in range(2)]
        self.take_over = Button(icons, say("Take the diary over"), icon="key")
        for part in (self._title, *self._lines):
            self.body.addWidget(part)
        self.body.addLayout(row(self.take_over, None))

    def show_to(self, state: WritersState) -> None:
        """Say who keeps the diary, if somebody does, and what the person gets; not to who can't do it or just did."""
        kept_by = state.kept_by
        if kept_by is None:
            title = say("Take the diary over")
            lines = (
                say("If somebody else knows the passphrase, you can have the diary to yourself."),
                say("You choose a new passphrase, and get a new recovery code. The old ones open it no longer."),
            )
        else:
            name, person = kept_by.recorder.name, state.person
            title = say("{name} keeps this diary for {person}", name=name, person=person)
            lines = (
                say("{person} can take it over at any time, with a passphrase of their own.", person=person),
                say("Then {person} can also write notes that {name} can’t read.", person=person, name=name),
            )
        self._title.setText(title)
        for words, line in zip(self._lines, lines, strict=True):
            words.setText(line)
        is_asked = state.opened is not None and state.opened.asked is Asked.TAKE_OVER
        is_offered = state.decides and not is_asked and not state.code
        self.setVisible(is_offered and (kept_by is not None or state.shares_passphrase))
