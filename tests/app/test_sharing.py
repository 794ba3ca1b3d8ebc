"""From choices to a saved page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from diary.app.links import AskedPair
from diary.app.sharing import (
    Choices,
    PageForm,
    Paper,
    default_choices,
    default_period,
    period_before,
    preview,
    save_summary,
    summary_of,
    usual_paper,
)
from diary.domain.days import Period
from diary.domain.entries import Appointment, Factor, MarkKind, Note, Sharing
from diary.domain.errors import DiaryError
from diary.domain.measures import ANXIETY, PAIN
from diary.domain.people import PERSON, Basis
from diary.report.values import Summary
from diary.report.web_page import web_page
from tests.app.looked_at import FIRST, a_day, diary, entry, looked, on_last_day, value, written
from tests.app.pages import settled_page
from tests.report.builders import HERE, LAST, NECK, back, day, extract
from tests.report.everything import everything

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.app.links import Link

MADE_ON = date(2026, 11, 23)


def made() -> Summary:
    of = extract(day(LAST, {"pain": 5}))
    return summary_of(of, None, default_choices(of), MADE_ON)


def findings(links: Sequence[Link]) -> list[str]:
    of = extract(day(LAST, {"pain": 5}))
    part = summary_of(of, None, Choices(of.period, with_together=True), MADE_ON, links).second.together
    assert part is not None
    return ["".join(run.text for run in one.words).replace("\u00a0", " ") for one in part.findings]


def test_every_difference_names_the_days_it_is_of() -> None:
    anxiety, mood, _ = looked(written(60)).looked_at
    same, after, _ = findings([anxiety])
    assert "higher with anxiety 5 or more (likely between" in same
    assert "Pain, the day after an anxious day: can’t be told yet (after anxiety 5 or more: likely" in after
    assert findings([mood])[1].startswith("Pain, the day after a day with higher mood: can’t be told yet (after mood 6")


def test_a_factor_is_told_with_its_own_name() -> None:
    days = [
        replace(one, entries=(entry(one.day, factors=("f",) if n % 3 else (), factors_looked_through=True),))
        for n, one in enumerate(written(60))
    ]
    of = diary(days, factors=[Factor("f", "Rain")])
    links = settled_page(on_last_day(of, AskedPair("factor:f", PAIN, FIRST))).looked_at
    assert "(with “Rain”: likely" in findings(links[3:])[0]


def test_what_was_looked_at_of_places_goes_only_with_places() -> None:
    days = [a_day(FIRST + timedelta(days=i), {ANXIETY: value(i % 7), PAIN: value(i % 5)}) for i in range(60)]
    days = [replace(one, values={**one.values, (PAIN, NECK): value(i % 7)}) for i, one in enumerate(days)]
    links = settled_page(on_last_day(diary(days), AskedPair(ANXIETY, "pain@neck", FIRST))).looked_at[3:]
    of = extract(day(LAST, {"pain": 5}))
    told = {
        with_places: summary_of(of, None, Choices(of.period, with_places=with_places), MADE_ON, links)
        for with_places in (True, False)
    }
    assert "neck" in repr(told[True].second.together).lower()
    assert told[False].second.together is None


def test_answers_that_hardly_changed_are_not_too_few_days() -> None:
    days = [a_day(FIRST + timedelta(days=i), {ANXIETY: value(5), PAIN: value(i % 7)}) for i in range(40)]
    told = findings([looked(days).shown])
    assert all("answers hardly changed, nothing to compare" in one for one in told)
    assert findings([looked(days[:9]).shown])[0] == "Pain, on the same days as anxiety: too few days yet (9 of 21)."


def test_the_usual_period_is_28_days_up_to_the_last_entry() -> None:
    assert default_period(extract(day(back(3), {"pain": 5}))) == Period(back(30), back(3))


def test_an_empty_diary_has_no_usual_period() -> None:
    with pytest.raises(DiaryError, match="nothing_in_period"):
        default_period(extract())


def test_at_first_no_name_and_no_birthday_are_shared() -> None:
    choices = default_choices(extract(day(LAST, {"pain": 5})))
    assert (choices.with_name, choices.with_birth_date) == (False, False)


def test_the_wish_for_the_next_visit_is_what_the_page_begins_with() -> None:
    of = replace(extract(day(LAST, {"pain": 5})), appointment=Appointment("a", None, "Sleep", ("Why?",)))
    choices = default_choices(of)
    assert (choices.wish, choices.questions) == ("Sleep", ("Why?",))


def test_of_notes_those_ticked_on_their_day_are_chosen_at_first() -> None:
    notes = [
        Note(sharing, LAST, PERSON, Basis.SELF, "words", datetime.combine(LAST, time(20), HERE), sharing)
        for sharing in Sharing
    ]
    of = replace(extract(day(LAST, {"pain": 5})), notes=tuple(notes))
    assert default_choices(of).notes == {Sharing.SHARED}


@pytest.mark.parametrize(("length", "before"), [(6, None), (7, 7), (28, 28), (92, 92), (93, None)])
def test_only_weeks_to_a_quarter_are_compared_with_the_time_before(length: int, before: int | None) -> None:
    found = period_before(Period.ending(LAST, length))
    assert (len(found) if found else None) == before


@pytest.mark.parametrize(
    ("days", "why"), [((), "nothing_in_period"), ((day(LAST, noticed={"noticed_low": 1}),), "only_carer_wrote")]
)
def test_a_page_with_nothing_on_it_is_refused_and_told_what_was_left_out(days: tuple[object, ...], why: str) -> None:
    of = extract(*days)  # type: ignore[arg-type]  # parametrized values are objects
    with pytest.raises(DiaryError, match=why):
        summary_of(of, None, Choices(of.period, with_carers_view=False), MADE_ON)


def test_bad_days_alone_are_something_to_show() -> None:
    of = extract(day(LAST, mark=MarkKind.BAD_DAY))
    assert summary_of(of, None, Choices(of.period), MADE_ON).header


def test_a_saved_page_is_a_pdf_and_never_replaces_a_file_unasked(tmp_path: Path) -> None:
    out = tmp_path / "page.pdf"
    assert save_summary(made(), Paper.A4, out) == ()
    first = out.read_bytes()
    assert first.startswith(b"%PDF-")
    out.write_bytes(b"someone else's")
    with pytest.raises(DiaryError, match="file_exists"):
        save_summary(made(), Paper.A4, out)
    assert out.read_bytes() == b"someone else's"
    save_summary(made(), Paper.A4, out, force=True)
    assert out.read_bytes() == first


def test_a_name_that_doesn_t_say_what_to_write_is_refused_unless_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="page_form_unknown"):
        save_summary(made(), Paper.A4, tmp_path / "page.txt")
    assert list(tmp_path.iterdir()) == []
    save_summary(made(), Paper.A4, tmp_path / "page.txt", form=PageForm.HTML)
    assert (tmp_path / "page.txt").read_bytes() == web_page(made())


@pytest.mark.parametrize("name", ["page.html", "page.HTM"])
def test_a_web_page_is_written_by_its_name(tmp_path: Path, name: str) -> None:
    assert save_summary(made(), Paper.A4, tmp_path / name) == ()
    assert (tmp_path / name).read_bytes() == web_page(made())


def test_the_preview_shows_the_pages_and_names_what_made_room() -> None:
    seen = preview(made(), Paper.A4, 40)
    assert (len(seen.pages), seen.left_out) == (2, ())


def test_paper_is_what_people_have_there() -> None:
    assert (usual_paper("US"), usual_paper("GB")) == (Paper.LETTER, Paper.A4)


def test_what_made_room_on_either_page_is_named(tmp_path: Path) -> None:
    overfull = replace(made(), second=everything(28).second)
    seen = preview(overfull, Paper.LETTER, 40)
    assert "part of “Other symptoms and scales”" in seen.left_out
    assert save_summary(overfull, Paper.LETTER, tmp_path / "page.pdf") == seen.left_out
