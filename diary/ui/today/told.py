"""What somebody else wrote down for the person: said beside each answer, and never emptied by the person's own hand."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from diary.domain.day_values import MadeFrom, ValueKey, counting_answers
from diary.domain.measures import PAIN
from diary.domain.people import OWN_VOICE, PERSON, Basis
from diary.domain.today import HEADACHE_TODAY, NUMBNESS
from diary.ui.kit.icons import IconMark
from diary.ui.kit.surfaces import row
from diary.ui.kit.text import Elided
from diary.ui.kit.writer_sign import TOLD_ICON
from diary.ui.today.gestures import AnswerHeadache, ScorePlace
from diary.ui.today.more_state import MARK_KEY, MoreState
from diary.ui.today.place_gestures import ScoreNumbness, TakePlaceAway
from diary.words import say
from diary.words.writers import who_wrote

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.app.values import DayPage
    from diary.ui.kit.icons import Icons
    from diary.ui.today.saving import Act

ICON_PX = 15


def told_answers(page: DayPage | None) -> dict[ValueKey, str]:
    """Who wrote down each answer that counts as the person's own, on the person's own page: "Sam, written by Alex"."""
    if page is None or page.voice != OWN_VOICE:
        return {}
    person = _person(page)
    names = {one.recorder: one.name for one in page.beside}
    found = {}
    for key, value in page.day.values.items():
        if value.made_from is MadeFrom.TOLD:
            entry, _ = counting_answers(page.day.entries, *key)[0]
            found[key] = who_wrote(Basis.TOLD, person, names.get(entry.recorder, ""))
    told_marks = [mark for mark in page.day.marks if mark.basis is Basis.TOLD]
    if told_marks and all(mark.basis is not Basis.SELF for mark in page.day.marks):
        found[MARK_KEY] = who_wrote(Basis.TOLD, person, names.get(told_marks[-1].recorder, ""))
    return found


def own_counts(page: DayPage | None) -> dict[ValueKey, str]:
    """What to say to a carer who was told an answer that the person has given too; the number stays unsaid."""
    if page is None or page.voice.basis is not Basis.TOLD:
        return {}
    words = say("{person}’s own answer counts", person=_person(page))
    return dict.fromkeys(page.persons_own, words)


def _person(page: DayPage) -> str:
    return next((one.name for one in page.writers if one.id == PERSON), "")


def still_told(page: DayPage | None, answers: Mapping[str, float], more: MoreState) -> Mapping[ValueKey, str]:
    """The same for what is drawn: an answer that is on its way to the diary is the person's own already."""

    def drawn(measure: str, place: object) -> float | None:
        if place is None:
            return answers.get(measure)
        scores = more.places if measure == PAIN else more.numbness
        return next((value for site, value in scores.items() if site == place), None)

    kept = page.day.values if page is not None else {}
    told = told_answers(page).items()
    still = {key: who for key, who in told if key not in kept or kept[key].value == drawn(*key)}
    return MappingProxyType(still | own_counts(page))


def empties_told(page: DayPage | None, act: Act) -> bool:
    """Whether an act would only take away what was written down for the person, which stays as it was said."""
    told = told_answers(page)
    match act.answer, act.gesture:
        case answer, _ if answer is not None and answer.value is None:
            return (answer.measure, None) in told
        case _, ScorePlace(site, None):
            return (PAIN, site) in told
        case _, ScoreNumbness(site, None):
            return (NUMBNESS, site) in told
        case _, TakePlaceAway(site):
            return (PAIN, site) in told or (NUMBNESS, site) in told
        case _, AnswerHeadache(None):
            return (HEADACHE_TODAY, None) in told
    return False


class ToldWords(QWidget):
    """Who wrote an answer down, beside it; hidden beside the person's own."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._words = Elided("", "told")
        self.setLayout(row(IconMark(icons, TOLD_ICON, "carer", ICON_PX), self._words, spacing=5))
        self.hide()

    def say(self, words: str) -> None:
        """Say who, or nothing."""
        self._words.setText(words)
        self.setVisible(bool(words))
