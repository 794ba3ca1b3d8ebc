"""The cards of Settings, one per matter; each emits what it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.files.preferences import LOCK_MINUTES
from diary.ui.kit.buttons import Button, Segmented
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.codes import CodeWords
from diary.ui.kit.secrets import SecretField
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.theme import ThemeChoice
from diary.ui.kit.ticks import Tick
from diary.ui.settings.state import Choices, NewPassphrase, SettingsState
from diary.words import say, say_n

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.ui.kit.icons import Icons

THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class MatterCard(Card):
    """A card about one matter, with its title."""

    def __init__(self, title: str) -> None:
        super().__init__(padding=(24, 20), spacing=10)
        self.body.addWidget(Title(title))


class LooksCard(MatterCard):
    """Theme and text size; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("How it looks"))
        self._choices = Choices()
        themes = (say("As the computer"), say("Light"), say("Dark"), say("High contrast"))
        self._themes = Segmented(icons, themes, say("Colours"))
        sizes = [say("{percent} %", percent=round(scale * 100)) for scale in SCALES]
        self._scales = Segmented(icons, sizes, say("Text size"))
        self.body.addWidget(Words(say("Colours"), "second"))
        self.body.addWidget(self._themes, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(Words(say("Text size"), "second"))
        self.body.addWidget(self._scales, 0, Qt.AlignmentFlag.AlignLeft)
        self._themes.chosen.connect(self._choose_theme)
        self._scales.chosen.connect(self._choose_scale)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choices."""
        self._choices = state.choices
        self._themes.show_choice(THEMES.index(state.choices.theme))
        nearest = min(SCALES, key=self._distance)
        self._scales.show_choice(SCALES.index(nearest))

    def _distance(self, scale: float) -> float:
        return abs(scale - self._choices.text_scale)

    def _choose_theme(self, index: int) -> None:
        self.choices_requested.emit(replace(self._choices, theme=THEMES[index]))

    def _choose_scale(self, index: int) -> None:
        self.choices_requested.emit(replace(self._choices, text_scale=SCALES[index]))


class KeysCard(MatterCard):
    """Which single keys work on Today; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Keys on Today"))
        self._choices = Choices()
        self._letters = Tick(icons, say("Single letters go to a question"))
        self._hints = Tick(icons, say("Show which keys work"))
        self.body.addLayout(row(self._letters, None))
        self.body.addLayout(row(self._hints, None))
        self._letters.clicked.connect(self._choose)
        self._hints.clicked.connect(self._choose)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choices."""
        self._choices = state.choices
        self._letters.setChecked(state.choices.letters_work)
        self._hints.setChecked(state.choices.shows_hints)

    def _choose(self) -> None:
        wanted = replace(self._choices, letters_work=self._letters.isChecked(), shows_hints=self._hints.isChecked())
        self.choices_requested.emit(wanted)


class LockCard(MatterCard):
    """After how many idle minutes the diary is locked; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Lock when nobody is here"))
        self._choices = Choices()
        words = say("After so many minutes without a key or the mouse. What you typed is saved first.")
        names = [say_n("{n} minute", "{n} minutes", n) if n else say("Never") for n in LOCK_MINUTES]
        self._minutes = Segmented(icons, names, say("Lock when nobody is here"))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignLeft)
        self._minutes.chosen.connect(self._choose)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choice in force."""
        self._choices = state.choices
        minutes = state.choices.minutes_to_lock(has_passphrase=state.has_passphrase)
        self._minutes.show_choice(LOCK_MINUTES.index(minutes))

    def _choose(self, index: int) -> None:
        self.choices_requested.emit(replace(self._choices, lock_minutes=LOCK_MINUTES[index]))


class OpeningCard(MatterCard):
    """What opens the diary: the passphrase and the recovery code."""

    passphrase_requested = Signal(object)
    code_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("What opens this diary"))
        self._changed = 0
        self._first = SecretField(icons, say("New passphrase"))
        self._again = SecretField(icons, say("The same passphrase again"))
        self._change = Button(icons, say("Change the passphrase"))
        self._show = Button(icons, say("Show the recovery code"), icon="key")
        self._code = CodeWords()
        self._code.show_code("-" * 7)
        policy = self._code.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._code.setSizePolicy(policy)
        for part in (self._first, self._again):
            self.body.addWidget(part)
        self.body.addLayout(row(self._change, None))
        self.body.addSpacing(8)
        self.body.addLayout(row(self._show, None))
        self.body.addWidget(self._code)
        self._first.entered.connect(self._next_field)
        self._again.entered.connect(self._ask)
        self._change.clicked.connect(self._ask)
        self._show.clicked.connect(self.code_requested)

    def render_state(self, state: SettingsState) -> None:
        """Draw the code while it is shown; what was typed stays until the passphrase is changed."""
        self._code.setVisible(bool(state.code))
        if state.code:
            self._code.show_code(state.code)
        self._show.setText(say("Hide the recovery code") if state.code else say("Show the recovery code"))
        self._change.setEnabled(not state.is_working)
        if state.passphrases_changed != self._changed:
            self._changed = state.passphrases_changed
            self._first.clear()
            self._again.clear()

    def _next_field(self) -> None:
        self._again.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        self.passphrase_requested.emit(NewPassphrase(self._first.text, self._again.text))


class CountryCard(MatterCard):
    """Whose help lines are shown; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons, countries: Mapping[str, str]) -> None:
        super().__init__(say("Get help now"))
        self._choices = Choices()
        self._box = ChoiceBox(icons, say("Country"))
        for code, name in countries.items():
            self._box.addItem(name, code)
        self.body.addWidget(Words(say("Show the help lines of this country"), "second"))
        self.body.addLayout(row(self._box, None))
        self._box.activated.connect(self._choose)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choice; a country without lines of its own is shown as elsewhere."""
        self._choices = state.choices
        self._box.setCurrentIndex(max(self._box.findData(state.choices.country), 0))

    def _choose(self, index: int) -> None:
        self.choices_requested.emit(replace(self._choices, country=str(self._box.itemData(index))))


class AboutCard(MatterCard):
    """What this is, and whose work is in it."""

    def __init__(self, version: str) -> None:
        super().__init__(say("About Alongside"))
        for sentence in (
            say("Version {version}", version=version),
            say("Alongside is a diary, not a medical device. It shows and adds up what you wrote."),
            say("It never goes online. There is no account."),
            say("The typeface is Inter and the icons are Lucide. Their licences are beside them."),
        ):
            self.body.addWidget(Words(sentence, wrap=True))
