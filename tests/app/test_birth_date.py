"""The date of birth: kept, changed, forgotten, and never a day that nobody can be born on."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from diary.app import birth_date, carers, diaries, journal, looking_back
from diary.domain.errors import DiaryError
from tests.storage.builders import World, sams_diary


def test_it_is_kept_changed_and_forgotten_and_never_a_day_ahead_or_long_ago(tmp_path: Path) -> None:
    diary = sams_diary(tmp_path, World())
    known = []
    for given in (date(1981, 3, 4), date(1982, 3, 4), None, date(1900, 1, 1)):
        birth_date.keep(diary, given)
        known.append(looking_back.extract(diary).person.born_on)
    assert known == [date(1981, 3, 4), date(1982, 3, 4), None, date(1900, 1, 1)]
    for wrong, slug in ((diary.today() + timedelta(days=1), "day_in_future"), (date(1899, 12, 31), "event_too_early")):
        with pytest.raises(DiaryError) as caught:
            birth_date.keep(diary, wrong)
        assert caught.value.slug == slug
    assert looking_back.extract(diary).person.born_on == date(1900, 1, 1)
    for before in (None, date(1982, 3, 4)):
        journal.undo(diary)
        assert looking_back.extract(diary).person.born_on == before
    journal.redo(diary)
    assert looking_back.extract(diary).person.born_on is None
    assert looking_back.extract(diary).person.name == "Sam"
    assert carers.undo(diary) is None, "it is nothing about who may write"
    assert diary.store.projection_differences() == {}
    diaries.close(diary)
