"""The cards of Settings, one per matter; each emits what it asks for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit

from diary.files.preferences import LOCK_MINUTES
from diary.ui.kit.buttons import Button, Segmented
from diary.ui.kit.country_box import CountryBox
from diary.ui.kit.key_names import keys_together
from diary.ui.kit.surfaces import Card, row
from diary.ui.kit.text import Title, Words
from diary.ui.kit.theme import ThemeChoice
from diary.ui.kit.ticks import Tick
from diary.ui.settings.state import Choices, SettingsState
from diary.words import say, say_n
from diary.words.folding import folded

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.ui.kit.icons import Icons

THEMES = (ThemeChoice.SYSTEM, ThemeChoice.LIGHT, ThemeChoice.DARK, ThemeChoice.HIGH_CONTRAST)
SCALES = (1.0, 1.25, 1.5, 1.75, 2.0)


class MatterCard(Card):
    """A card about one matter, with its title; ``terms`` are other words that somebody may look for it by."""

    def __init__(self, title: str, terms: str = "") -> None:
        super().__init__(padding=(24, 20), spacing=10)
        self._terms = terms
        self.body.addWidget(Title(title, wrap=True))

    def has(self, sought: str) -> bool:
        """Whether every word of ``sought`` stands on the card or is among its terms, whatever its case and accents."""
        buttons = [part for one in self.findChildren(QAbstractButton) for part in (one.text(), one.accessibleName())]
        fields = [one.accessibleName() for one in self.findChildren(QLineEdit)]
        labels = [one.text() for one in self.findChildren(QLabel) if one.property("role") != "code"]
        text = folded(" ".join((self._terms, *labels, *buttons, *fields)))
        return all(word in text for word in folded(sought).split())


class LooksCard(MatterCard):
    """Theme and text size; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("How it looks"), say("appearance, theme, dark mode, font, big letters, zoom"))
        self._choices = Choices()
        themes = (say("As the computer"), say("Light"), say("Dark"), say("High contrast"))
        self._themes = Segmented(icons, themes, say("Colours"))
        sizes = [say("{percent} %", percent=round(scale * 100)) for scale in SCALES]
        self._scales = Segmented(icons, sizes, say("Text size"))
        about = say("For this computer. It changes as you choose.")
        self.body.addWidget(Words(about, "second", wrap=True))
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
        super().__init__(say("Keys on Today"), say("keyboard, shortcuts"))
        self._choices = Choices()
        self._letters = Tick(icons, say("Single letters go to a question"))
        self._hints = Tick(icons, say("Show which keys work"))
        about = say(
            "M goes to mood, A to anxiety, P to pain and S to sleep. Switch it off if keys are pressed by accident."
        )
        self.body.addWidget(Words(about, "second", wrap=True))
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
    """When the diary is locked by itself; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Lock when nobody is here"), say("idle, screen, suspend, privacy, hide, quick"))
        self._choices = Choices()
        words = say("After so many minutes without a key or the mouse. What you typed is saved first.")
        names = [say_n("{n} minute", "{n} minutes", n) if n else say("Never") for n in LOCK_MINUTES]
        self._minutes = Segmented(icons, names, say("Lock when nobody is here"))
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addWidget(self._minutes, 0, Qt.AlignmentFlag.AlignLeft)
        self._sleep = Tick(icons, say("Also when the computer goes to sleep"))
        keys = say(
            "{keys} locks it at once. F9 hides the window and locks; click it in the taskbar or Dock to come back.",
            keys=keys_together("Ctrl", "L"),
        )
        self.body.addWidget(self._sleep)
        self.body.addWidget(Words(keys, "caption", wrap=True))
        self._minutes.chosen.connect(self._choose)
        self._sleep.clicked.connect(self._choose_sleep)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choice in force."""
        self._sleep.setVisible(state.has_passphrase)
        self._sleep.setChecked(state.choices.locks_at_sleep)
        self._choices = state.choices
        minutes = state.choices.minutes_to_lock(has_passphrase=state.has_passphrase)
        self._minutes.show_choice(LOCK_MINUTES.index(minutes))

    def _choose(self, index: int) -> None:
        self.choices_requested.emit(replace(self._choices, lock_minutes=LOCK_MINUTES[index]))

    def _choose_sleep(self) -> None:
        self.choices_requested.emit(replace(self._choices, locks_at_sleep=self._sleep.isChecked()))


class AskedCard(MatterCard):
    """The way to the page on which a person chooses what Today asks."""

    asked_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(
            say("What Today asks"),
            say("questions, own questions, order, factors, treatments, medicine, places, when the day ends"),
        )
        about = say("Choose which questions stand on Today, and in which order. Nothing that you wrote is lost.")
        choose = Button(icons, say("Choose what Today asks"), icon="pencil")
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addLayout(row(choose, None))
        choose.clicked.connect(self.asked_requested)


class WritersCard(MatterCard):
    """The way to the page that says who writes in the diary."""

    writers_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        terms = say("carer, partner, family, helper, agree, consent, name, take over")
        super().__init__(say("People who write here"), terms)
        about = say("A carer can write in the diary too. Each entry says who wrote it.")
        taken = say("A diary that a carer began can be taken over here, with a passphrase of your own.")
        show = Button(icons, say("Show who writes here"), icon="users")
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addWidget(Words(taken, "second", wrap=True))
        self.body.addLayout(row(show, None))
        show.clicked.connect(self.writers_requested)


class CountryCard(MatterCard):
    """Whose help lines are shown; ``choices_requested`` carries the whole ``Choices``."""

    choices_requested = Signal(object)

    def __init__(self, icons: Icons, countries: Mapping[str, str]) -> None:
        super().__init__(say("Get help now"), say("crisis, emergency, phone, helpline, country, region"))
        self._choices = Choices()
        self._box = CountryBox(icons, countries)
        about = say(
            "Get help now shows the help lines of this country. It works without the internet, and when locked."
        )
        self.body.addWidget(Words(about, "second", wrap=True))
        self.body.addLayout(row(self._box, None))
        self._box.chosen.connect(self._choose)

    def render_state(self, state: SettingsState) -> None:
        """Draw the choice."""
        self._choices = state.choices
        self._box.show_country(state.choices.country)

    def _choose(self, country: str) -> None:
        self.choices_requested.emit(replace(self._choices, country=country))


class DeletedCard(MatterCard):
    """The way to what was deleted."""

    show_requested = Signal()

    def __init__(self, icons: Icons) -> None:
        super().__init__(say("Recently deleted"), say("bring back, undo, bin, removed, lost"))
        show = Button(icons, say("Show what was deleted"), icon="trash-2")
        words = say("What you delete can be brought back for 30 days.")
        self.body.addWidget(Words(words, "second", wrap=True))
        self.body.addLayout(row(show, None))
        show.clicked.connect(self.show_requested)


class AboutCard(MatterCard):
    """What this is, and whose work is in it."""

    def __init__(self, version: str) -> None:
        super().__init__(say("About Alongside"), say("licence, privacy, internet, version"))
        for sentence in (
            say("Version {version}", version=version),
            say("Alongside is a diary, not a medical device. It shows and adds up what you wrote."),
            say("It never goes online. There is no account."),
            say("The typeface is Inter and the icons are Lucide. Their licences are beside them."),
        ):
            self.body.addWidget(Words(sentence, wrap=True))
