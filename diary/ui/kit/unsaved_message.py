"""What a page says of something that could not be saved: why, and the two ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.ui.kit.messages import Message
from diary.words import say

if TYPE_CHECKING:
    from diary.ui.kit.icons import Icons


class UnsavedMessage(Message):
    """``action_requested`` asks to try again, ``other_requested`` for a copy elsewhere with what isn't saved in it.

    ``has_own_retry``: the form that it stands in has a button which tries again.
    """

    def __init__(self, icons: Icons, *, has_own_retry: bool = False) -> None:
        again = "" if has_own_retry else say("Try again")
        super().__init__(icons, is_warning=True, action=again, other=say("Save a copy elsewhere"))

    def say_why(self, title: str, reason: str, *, can_copy: bool, can_try_again: bool = True) -> None:
        """Say what is not saved; a copy is offered only where there is something to be written in it.

        Where nothing can be tried again, the button puts the message away.
        """
        self.offer_other(can_copy)
        self.call_action(say("Try again") if can_try_again else say("Close"))
        self.say(title, reason)
