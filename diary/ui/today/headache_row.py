"""Headache or migraine: whether there was one, and only then how bad it was and how long it lasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.today import HEADACHE, HEADACHE_HOURS, HEADACHE_TODAY
from diary.ui.kit.small_choice import SmallChoice
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Title, Words
from diary.ui.today.gestures import AnswerHeadache
from diary.ui.today.scale_row import ScaleRow
from diary.ui.today.told import ToldWords
from diary.words import say
from diary.words.asked import question_on_day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from diary.domain.day_values import ValueKey
    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons

YES, NO = "yes", "no"


class HeadacheRow(QWidget):
    """``gesture_requested`` carries an ``AnswerHeadache``; its two scales answer like every other."""

    gesture_requested = Signal(object)

    def __init__(self, icons: Icons, measures: Mapping[str, Measure]) -> None:
        super().__init__()
        asked = self._asked = measures[HEADACHE_TODAY]
        self.choice = SmallChoice(icons.theme, say(asked.question), {YES: say("Yes"), NO: say("No")})
        self.scales = {measure: ScaleRow(icons, measures[measure]) for measure in (HEADACHE, HEADACHE_HOURS)}
        self._question = Words(say(asked.question), "second", wrap=True)
        self._told = ToldWords(icons)
        head = row(Title(say(asked.label)), None, self._told)
        self.setLayout(column(head, self._question, self.choice, *self.scales.values(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.choice.chosen.connect(self._chosen)

    def show_day(self, *, is_today: bool) -> None:
        """Ask about today, or about the earlier day that is shown."""
        question = question_on_day(self._asked, is_today=is_today)
        self._question.setText(question)
        self.choice.ask(question)
        for line in self.scales.values():
            line.show_day(is_today=is_today)

    def show_answers(self, answers: Mapping[str, float], told: Mapping[ValueKey, str]) -> None:
        """Draw what was answered, and who wrote it down where that was not the person."""
        self._told.say(told.get((HEADACHE_TODAY, None), ""))
        had = answers.get(HEADACHE_TODAY)
        self.choice.show_choice(None if had is None else YES if had else NO)
        for measure, line in self.scales.items():
            line.show_value(answers.get(measure))
            line.show_told(told.get((measure, None), ""))
            line.setVisible(bool(had))

    def arrange(self, width_px: int) -> None:
        """Stand the words of the scales beside their strips or above them."""
        for line in self.scales.values():
            line.arrange(width_px)

    def _chosen(self, key: str | None) -> None:
        self.gesture_requested.emit(AnswerHeadache(None if key is None else key == YES))
