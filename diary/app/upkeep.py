"""What a diary needs done now and then, and nobody should have to think of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from diary.app import automatic_backups, forgetting, sealing
from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from diary.app.opened import OpenDiary
    from diary.app.values import BackupNews


def catch_up(diary: OpenDiary, goes_on: Callable[[], bool]) -> BackupNews:
    """Forget what was deleted long ago, seal what came plain, make the backup that is due, and say how backups stand.

    It never raises ``DiaryError``: what can't be done now is done the next time.
    """
    with suppress(DiaryError):
        forgetting.forget_deleted(diary)
    with suppress(DiaryError):
        sealing.seal_what_came_plain(diary)
    return automatic_backups.keep_and_tell(diary, goes_on)
