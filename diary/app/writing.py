"""Who writes in an open diary now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary


def choose_writer(diary: OpenDiary, recorder: str) -> str:
    """Have somebody write from now on, and return who; undo takes back nothing of the one before.

    Raises ``DiaryError("carer_unknown")`` for somebody who doesn't write here, or only with their own passphrase.
    """
    if recorder not in diary.hands:
        raise DiaryError("carer_unknown")
    is_another = recorder != diary.recorder
    if is_another:
        diary.has_notes = None
    is_said_anew, diary.recorder, diary.asks_who = diary.asks_who, recorder, False
    if is_another or is_said_anew:
        diary.pick_up()
    return recorder
