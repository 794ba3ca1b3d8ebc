"""System calls that fail in the middle of whatever writes files: the diary opens all the same, and holds everything."""

from __future__ import annotations

import errno
import random
import shutil
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from diary.app import automatic_backups, diaries, elsewhere, journal, keeping, looking_back, resealing, ways_in
from diary.app.opened import OpenDiary
from diary.domain.errors import DiaryError
from diary.domain.measures import MOOD
from diary.words.problems import PROBLEMS
from tests.files.faults import failing
from tests.storage.builders import CHEAP, DAY, PASSPHRASE

CALLS = ("open", "write", "fsync", "replace", "unlink", "mkdir", "rmdir", "listdir", "scandir")
NUMBERS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.ENOENT, errno.EBUSY)
LATEST, OTHER = 8, "four other small words"


@dataclass
class Faults:
    """What came of so many acts with a failing call: how many were done all the same, and what was said of the rest."""

    tries: int = 0
    done: int = 0
    said: Counter[str] = field(default_factory=Counter)


def fault(diary: OpenDiary, tries: int, seed: int) -> Faults:
    """Do so many acts on a closed diary, each with a call that fails; raises ``AssertionError`` at the first loss."""
    chance, faults = random.Random(seed), Faults()
    opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    held = looking_back.extract(opened)
    diaries.close(opened)
    for _ in range(tries):
        act = chance.choice(_ACTS)
        call, number = chance.choice(CALLS), chance.choice(NUMBERS)
        when, times = chance.randrange(LATEST), chance.choice((1, 10**6))
        faults.tries += 1
        opened = diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
        try:
            with failing(call, number, when=when, times=times):
                act(opened)
            faults.done += 1
        except DiaryError as refused:
            faults.said[refused.slug] += 1
        finally:
            diaries.close(opened)
        assert faults.said.keys() <= PROBLEMS.keys(), "each has its sentence"
        opened = _opened(diary)
        what = f"{act.__name__} with {call} {errno.errorcode[number]} after {when}, {times} times"
        assert looking_back.extract(opened) == held, what
        assert keeping.check(opened).is_well, what
        diaries.close(opened)
        _tidy(diary.folder)
    return faults


def _opened(diary: OpenDiary) -> OpenDiary:
    """Open it with the passphrase of before, or with the one that was being chosen, which is changed back."""
    with suppress(DiaryError):
        return diaries.open_diary(diary.folder, PASSPHRASE, diary.computer)
    opened = diaries.open_diary(diary.folder, OTHER, diary.computer)
    diaries.change_passphrase(opened, PASSPHRASE, cost=CHEAP)
    return opened


def _tidy(folder: Path) -> None:
    """Begin the next try with no backups, and with nothing that this one put beside the diary."""
    shutil.rmtree(folder / "backups", ignore_errors=True)
    for one in folder.parent.iterdir():
        if one != folder and "config" not in one.name:
            shutil.rmtree(one) if one.is_dir() else one.unlink()


def _reopen(diary: OpenDiary) -> None:
    diaries.close(diary)
    diaries.close(diaries.open_diary(diary.folder, PASSPHRASE, diary.computer))


def _change_passphrase(diary: OpenDiary) -> None:
    diaries.change_passphrase(diary, OTHER, cost=CHEAP)


def _new_code(diary: OpenDiary) -> None:
    ways_in.new_recovery_code(diary)


def _back_up(diary: OpenDiary) -> None:
    keeping.back_up(diary)


def _back_up_by_itself(diary: OpenDiary) -> None:
    automatic_backups.keep(diary, _always)


def _bring_back(diary: OpenDiary) -> None:
    backup = keeping.back_up(diary)
    diaries.close(diary)
    keeping.restore(backup, diary.folder, PASSPHRASE, diary.computer)


def _copy_elsewhere(diary: OpenDiary) -> None:
    elsewhere.save_copy(diary, diary.folder.with_name("copy.alongside-backup"), _answer)


def _reseal(diary: OpenDiary) -> None:
    resealing.reseal(diary, keeping.back_up(diary))


def _answer(copy: OpenDiary) -> object:
    return journal.give_score(copy, DAY, MOOD, 1)


def _always() -> bool:
    return True


_ACTS: tuple[Callable[[OpenDiary], None], ...] = (
    _reopen, _change_passphrase, _new_code, _back_up, _back_up_by_itself, _bring_back, _copy_elsewhere, _reseal,
)  # fmt: skip
