"""Looking back week by week: newest first, in pieces, kept, and never worked out twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING

import pytest

from diary.app import asked, together
from diary.app.links import AskedPair
from diary.app.together import Material, look_back, page
from diary.app.weekly import LookBack
from diary.domain.days import ONE_DAY, Period
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP
from diary.insight.looks import LOOKS_AT_ONCE
from diary.storage import checks
from tests.storage.builders import World, computer, local, sams_diary

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from diary.app.opened import OpenDiary

from tests.app.looked_at import FIRST, a_day, diary, on_last_day, only_two, value, written


@pytest.fixture
def sams(tmp_path: Path) -> OpenDiary:
    return sams_diary(tmp_path, World())


def added(sams: OpenDiary) -> tuple[AskedPair, ...]:
    return together.material(sams).added


def test_a_pair_is_added_on_its_day_and_taken_away_again(sams: OpenDiary) -> None:
    assert together.add(sams, "tiredness", PAIN).kinds == {"setting"}
    assert added(sams) == (AskedPair("tiredness", PAIN, sams.today()),)
    together.remove(sams, "tiredness", PAIN)
    assert added(sams) == ()


def test_a_pair_that_is_looked_at_is_not_added_again(sams: OpenDiary) -> None:
    assert not together.add(sams, PAIN, ANXIETY)
    together.add(sams, "tiredness", PAIN)
    assert not together.add(sams, PAIN, "tiredness")
    with pytest.raises(DiaryError, match="pair_of_one"):
        asked.add(sams, PAIN, PAIN)


def test_adding_a_pair_is_history_that_can_be_undone(sams: OpenDiary) -> None:
    from diary.app import journal

    together.add(sams, "tiredness", PAIN)
    journal.undo(sams)
    assert added(sams) == ()
    journal.redo(sams)
    assert [pair.x for pair in added(sams)] == ["tiredness"]


def kept(sams: OpenDiary) -> Mapping[checks.CheckKey, checks.Results]:
    return together.material(sams).kept


def looked_back(extract: Extract, keeping: Mapping[checks.CheckKey, checks.Results]) -> LookBack:
    look = look_back(Material(extract, extract.period.last, (), keeping))
    list(look.steps())
    return look


def test_looks_are_made_once_and_kept(sams: OpenDiary) -> None:
    extract = diary(written(60))
    first = looked_back(extract, {})
    made = first.to_keep()
    assert len(made.news) == 3 * len(first.days)
    assert not first.to_keep().news, "handed over once"
    together.keep(sams, made)
    again = looked_back(extract, kept(sams))
    assert not again.to_keep().news
    assert _story(again) == _story(first)


def _story(look: LookBack) -> list[str]:
    return [repr(look.story(pair, question)) for pair in range(3) for question in range(3)]


def test_a_new_day_needs_one_more_look_and_an_edit_only_those_it_touches(sams: OpenDiary) -> None:
    days = written(66)
    together.keep(sams, looked_back(diary(days[:60]), {}).to_keep())
    a_week_later = looked_back(diary(days), kept(sams))
    assert {day for _, day in a_week_later.to_keep().news} == {days[62].day}
    days[40] = a_day(days[40].day, {PAIN: value(0)} | {ANXIETY: value(3), MOOD: value(4), SLEEP: value(7)})
    edited = looked_back(diary(days[:60]), kept(sams))
    assert {day for _, day in edited.to_keep().news} == {
        one for one in (d.day for d in days[:60]) if one >= days[41].day and (one - FIRST).days % 7 == 6
    }


def test_looks_of_what_was_edited_are_thrown_away_when_all_is_looked_at(sams: OpenDiary) -> None:
    days = written(60)
    together.keep(sams, looked_back(diary(days), {}).to_keep())
    days[40] = a_day(days[40].day, {PAIN: value(0), ANXIETY: value(3)})
    edited = looked_back(diary(days), kept(sams)).to_keep()
    together.keep(sams, edited)
    assert edited.only is not None
    assert set(kept(sams)) == set(edited.only)
    assert len(kept(sams)) == 3 * 6


def test_looking_back_begins_with_the_newest_and_can_be_left_at_any_piece() -> None:
    found = on_last_day(diary(written(200)))
    whole, part = look_back(found), look_back(found)
    steps = part.steps()
    begun = [part.is_begun for _ in islice(steps, 10)]
    assert begun == [False] * 9 + [True], "the newest looks are made when all questions of all three pairs are put"
    newest = page(found, part)
    assert newest.still_looking_back
    list(whole.steps())
    assert newest.shown.figures.p == page(found, whole).shown.figures.p
    list(part.steps())
    assert (part.is_complete, _story(part)) == (True, _story(whole))
    assert page(found, part).still_looking_back == ""


def test_a_worker_advances_piece_by_piece_and_never_makes_a_look_twice() -> None:
    found = on_last_day(diary(written(200)))
    look, whole = look_back(found), look_back(found)
    list(whole.steps())
    pieces = 0
    while not look.advance(1):
        pieces += 1
    assert pieces == 9 * ceil(len(look.days) / LOOKS_AT_ONCE), "a piece is one question of so many weeks"
    assert look.advance()
    assert _story(look) == _story(whole)
    assert look_back(on_last_day(diary([]))).advance()


@pytest.mark.parametrize("seed", range(3))
def test_what_the_newest_looks_say_for_certain_never_changes(seed: int) -> None:
    found = on_last_day(diary(only_two(written(160, seed, link=0.25))))
    whole = look_back(found)
    list(whole.steps())
    part = look_back(found)
    for _ in part.steps():
        for pair in range(3):
            for question in range(3):
                known, final = part.story(pair, question), whole.story(pair, question)
                assert known.announced in {None, final.announced}
                assert set(known.turns) <= set(final.turns)
        if part.is_settled:
            break
    settled, complete = page(found, part), page(found, whole)
    for one, other in zip(settled.looked_at, complete.looked_at, strict=True):
        assert [a.sentence for a in one.answers] == [a.sentence for a in other.answers]


def test_the_newest_days_alone_give_the_same_figures_and_no_look_that_needs_older_ones() -> None:
    days = written(470)
    whole = look_back(on_last_day(diary(days)))
    whole.advance(60)
    found = on_last_day(diary(days))
    newest = replace(found.extract, days=found.extract.days[-440:])
    recent = replace(found, extract=newest, seen_from=days[-390].day, first=days[0].day)
    part = look_back(recent)
    list(part.steps())
    assert part.advance()
    assert not part.is_complete
    assert part.days == whole.days, "the weeks are counted from the first day all the same"
    made, all_made = part.to_keep(), whole.to_keep().news
    assert made.only is None, "nothing that was kept is thrown away yet"
    assert {day for _, day in made.news} == {
        d for _, d in all_made if d.toordinal() - 365 >= days[-390].day.toordinal()
    }
    assert all(looks == pytest.approx(all_made[key], rel=1e-9) for key, looks in made.news.items())
    shown, complete = page(recent, part), page(found, whole)
    assert shown.still_looking_back
    for one, other in zip(shown.looked_at, complete.looked_at, strict=True):
        assert [answer.sentence for answer in one.answers] == [answer.sentence for answer in other.answers]
        assert (one.days, one.line) == (other.days, other.line)


def test_a_pair_without_any_newer_answer_waits_for_the_older_days() -> None:
    found = on_last_day(diary(written(60)), AskedPair("tiredness", MOOD, FIRST))
    part = look_back(replace(found, seen_from=FIRST + timedelta(days=50), first=FIRST))
    assert part.advance()
    assert not part.is_begun


def test_a_long_diary_is_read_in_part_first(tmp_path: Path) -> None:
    from diary.app import demo, diaries, looking_back

    made, _ = demo.make(tmp_path / "Long.alongside", None, computer(tmp_path / "configuration", World()), years=4)
    try:
        part, whole = together.material(made, only_recent=True), together.material(made)
        assert (part.is_whole, whole.is_whole) == (False, True)
        assert part.first == next(day.day for day in whole.extract.days if day.values)
        assert part.extract.days == tuple(day for day in whole.extract.days if day.day >= part.extract.period.first)
        read = looking_back.extract(made)
        assert together.material(made, only_recent=True, read=read) == part
        assert together.material(made, read=read) == whole
        too_little = looking_back.extract(made, Period(part.extract.period.first + ONE_DAY, read.period.last))
        assert together.material(made, only_recent=True, read=too_little) == part
    finally:
        diaries.close(made)


def test_a_short_diary_is_read_whole_at_once(sams: OpenDiary) -> None:
    assert together.material(sams, only_recent=True).is_whole


def test_the_time_of_a_diary_is_its_own(sams: OpenDiary) -> None:
    assert together.material(sams).today == local(sams.today(), 20).date()
