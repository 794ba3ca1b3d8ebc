"""Who wrote is named in every row, even where the name is gone."""

from __future__ import annotations

from diary.domain.people import Basis
from diary.ui.look_back.rows import entry_rows
from tests.ui.diaries import TODAY, entry, made_day, made_extract


def test_who_has_no_name_any_more_is_a_carer_and_never_the_person_or_nobody() -> None:
    told = entry(TODAY, recorder="gone", basis=Basis.TOLD, pain=7)
    seen = entry(TODAY, recorder="gone", basis=Basis.OBSERVED, noticed_in_pain=2)
    rows = entry_rows(made_extract(made_day(TODAY, seen, told)))
    assert [row.who for row in rows] == ["Sam, written by a carer", "A carer’s view"]
