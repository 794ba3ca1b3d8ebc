"""What a page says of something that was not saved offers only ways that lead on."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from diary.ui.kit.buttons import Button
from diary.ui.kit.icons import Icons
from diary.ui.kit.unsaved_message import UnsavedMessage


def test_what_would_be_refused_again_is_not_offered_again(qtbot: QtBot, icons: Icons) -> None:
    message = UnsavedMessage(icons)
    qtbot.addWidget(message)

    def offered() -> list[str]:
        return [button.text() for button in message.findChildren(Button) if not button.isHidden()]

    message.say_why("Not saved yet", "The disk is full.", can_copy=True)
    assert offered() == ["Try again", "Save a copy elsewhere"]
    message.say_why("Nothing was changed", "It stays.", can_copy=False, can_try_again=False)
    assert offered() == ["Close"]
    message.say_why("Not saved yet", "The disk is full.", can_copy=False)
    assert offered() == ["Try again"]
