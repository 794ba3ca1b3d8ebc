"""From choices to a saved page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from diary.app.sharing import (
    Choices,
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
from diary.domain.entries import Appointment, MarkKind
from diary.domain.errors import DiaryError
from diary.report.values import Summary
from tests.report.builders import LAST, back, day, extract

MADE_ON = date(2026, 11, 23)


def made() -> Summary:
    of = extract(day(LAST, {"pain": 5}))
    return summary_of(of, None, default_choices(of), MADE_ON)


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


@pytest.mark.parametrize(("length", "before"), [(6, None), (7, 7), (28, 28), (92, 92), (93, None)])
def test_only_weeks_to_a_quarter_are_compared_with_the_time_before(length: int, before: int | None) -> None:
    found = period_before(Period.ending(LAST, length))
    assert (len(found) if found else None) == before


@pytest.mark.parametrize("days", [(), (day(LAST, noticed={"noticed_low": 1}),)])
def test_a_page_with_nothing_on_it_is_refused(days: tuple[object, ...]) -> None:
    of = extract(*days)  # type: ignore[arg-type]  # parametrized values are objects
    with pytest.raises(DiaryError, match="nothing_in_period"):
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


def test_a_name_that_is_not_a_pdfs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DiaryError, match="not_a_pdf_name"):
        save_summary(made(), Paper.A4, tmp_path / "page.html")
    assert list(tmp_path.iterdir()) == []


def test_the_preview_shows_the_pages_and_names_what_made_room() -> None:
    seen = preview(made(), Paper.A4, 40)
    assert (len(seen.pages), seen.left_out) == (2, ())


def test_paper_is_what_people_have_there() -> None:
    assert (usual_paper("US"), usual_paper("GB")) == (Paper.LETTER, Paper.A4)
