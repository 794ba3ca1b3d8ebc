from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from diary import catalogue
from diary.ui.kit.icons import Icons
from diary.ui.questionnaires.form_card import FormCard


@pytest.mark.parametrize(("form_id", "is_said"), [("phq4", True), ("peg", False)])
def test_the_keys_are_said_where_the_answers_have_no_numbers_on_them(
    icons: Icons, qtbot: QtBot, form_id: str, is_said: bool
) -> None:
    card = FormCard(icons, catalogue.questionnaires()[form_id])
    qtbot.addWidget(card)
    shown = [label.text() for label in card.findChildren(QLabel)]
    assert ("Keys work too: 0 takes the first answer, 1 the second, and so on." in shown) == is_said
