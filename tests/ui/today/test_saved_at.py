"""When a page was saved last is about what stands on it, and not about what somebody else wrote of the day."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from diary.app import carers, diaries, journal
from diary.domain.measures import MOOD
from diary.domain.people import OWN_VOICE, Agreed, Basis, Voice
from diary.ui.today.day_shown import written_on
from diary.words.dates import clock_time
from tests.storage.builders import DAY, World, sams_diary


def test_a_page_says_when_its_own_answers_were_saved(tmp_path: Path) -> None:
    world = World()
    diary = sams_diary(tmp_path, world)
    carers.add_carer(diary, "Alex", "", Agreed.YES, given_by_person=True)
    alex = carers.carers(diary)[0].recorder.id
    noticed, told, now = Voice(alex, Basis.OBSERVED), Voice(alex, Basis.TOLD), clock_time(world.now)

    def saved() -> list[str]:
        pages = (journal.day_page(diary, DAY, voice=voice) for voice in (OWN_VOICE, noticed, told))
        return [written_on(page, DAY) for page in pages]

    assert saved() == ["", "", ""]
    journal.write_note(diary, DAY, "What I saw", voice=noticed)
    assert saved() == ["", now, ""], "what a carer noticed is on no page of the person's"
    world.now += timedelta(minutes=5)
    journal.write_note(diary, DAY, "My own words")
    assert saved() == [clock_time(world.now), now, ""]
    world.now += timedelta(minutes=5)
    journal.give_score(diary, DAY, MOOD, 4, voice=told)
    later = clock_time(world.now)
    assert saved() == [later, now, later], "what a carer was told is on the person's page too"
    diaries.close(diary)
