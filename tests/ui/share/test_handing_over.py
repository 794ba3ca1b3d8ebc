"""What Share takes from a real diary and gives back to it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from diary.app import diaries, journal, together
from diary.app.journal import Told
from diary.domain.days import Period
from diary.domain.measures import ANXIETY, PAIN
from diary.ui.share.handing_over import DiaryHandingOver
from diary.ui.share.state import Wanted
from tests.storage.builders import DAY, World, sams_diary


def test_the_looks_made_for_a_page_are_kept_for_the_next(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    for ago in range(40):
        told = Told(scores={(PAIN, None): float(ago * 7 % 11), (ANXIETY, None): float(ago * 5 % 11)})
        journal.log_day(diary, DAY - timedelta(days=ago), told)
    handing_over, period = DiaryHandingOver(lambda: diary, lambda: "GB"), Period.ending(DAY, 28)
    first = handing_over.take(period)
    assert together.insights(first.compared)[1].to_keep().news
    handing_over.page(first, Wanted(period), DAY, 40)
    second = handing_over.take(period)
    assert together.insights(second.compared)[1].to_keep().news == {}
    diaries.close(diary)
