"""What the person told a carer and then answered themselves: Look back says which of the two counts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pytestqt.qtbot import QtBot

from diary.app.values import HistoryRow
from diary.domain.entries import Entry, Note
from diary.domain.people import PERSON, Basis, Recorder
from diary.ui.kit.plots_series import Step
from diary.ui.kit.plots_state import read_out
from diary.ui.kit.plots_table import ChartTable
from diary.ui.look_back.charts import chart_state
from diary.ui.look_back.history_rows import history_lines
from diary.ui.look_back.rows import entry_rows
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract, with_notes

TOLD = entry(TODAY, recorder="alex", basis=Basis.TOLD, mood=4, pain=6)


def told_row(*own: float, **also: Any) -> tuple[str, str]:
    """What the list says of what Alex was told, where Sam answered pain, or pain and mood, too."""
    scores: dict[str, Any] = dict(zip(("pain", "mood"), own, strict=False))
    day = made_day(TODAY, replace(TOLD, **also), entry(TODAY, **scores))
    extract = made_extract(day, with_carer=True)
    (row,) = (one for one in entry_rows(extract) if one.who == "Sam, written by Alex")
    return row.what, row.note


def test_an_answer_that_was_told_says_where_the_persons_own_counts() -> None:
    assert told_row() == ("mood 4, pain 6", "")
    assert told_row(3) == ("mood 4; Sam’s own answer counts instead of pain 6", "")
    assert told_row(3, 5) == ("Sam’s own answers count instead of mood 4, pain 6", "")
    only_places = ("nowhere else; Sam’s own answers count instead of mood 4, pain 6", "")
    assert told_row(3, 5, nowhere_else=True) == only_places, "nowhere else still counts"


def test_what_goes_is_named_whole_where_a_note_stays() -> None:
    note = Note("n", TODAY, "alex", Basis.TOLD, "my words", at(TODAY))
    extract = with_notes(made_extract(made_day(TODAY, TOLD, entry(TODAY, pain=3)), with_carer=True), note)
    row = next(one for one in entry_rows(extract) if one.note_ids)
    assert row.what == "mood 4, a note; Sam’s own answer counts instead of pain 6"
    assert row.answers_words == "mood 4; Sam’s own answer counts instead of pain 6"


def test_what_another_app_or_an_earlier_carer_said_tells_what_counts_too() -> None:
    kim = replace(entry(TODAY, recorder="kim", basis=Basis.TOLD, pain=7), written_at=at(TODAY, 22))
    brought = entry(TODAY, source="row1", pain=8)
    extract = made_extract(made_day(TODAY, TOLD, kim, brought), with_carer=True)
    extract = replace(extract, recorders={**extract.recorders, "kim": Recorder("kim", "Kim")})
    assert {(row.who, row.what, row.note) for row in entry_rows(extract)} == {
        ("Sam, written by Alex", "mood 4; a later answer counts instead of pain 6", ""),
        ("Sam, written by Kim", "pain 7", ""),
        ("Sam", "what was answered here counts instead of pain 8", "from another app"),
    }


def test_the_read_out_says_what_was_told_and_names_nobody_of_whose_writing_nothing_counts() -> None:
    def notes(own: Entry) -> tuple[str, ...]:
        content = made_extract(made_day(TODAY, TOLD, own), with_carer=True)
        return read_out(chart_state(content, TODAY), TODAY.toordinal(), Step.DAY).notes

    assert notes(entry(TODAY, pain=4)) == ("Sam, written by Alex: mood", "written by Sam")
    assert notes(entry(TODAY, tiredness=4)) == ("Sam, written by Alex: mood, pain", "written by Sam")
    assert notes(entry(TODAY, pain=4, mood=5)) == ("written by Sam",)
    assert notes(replace(TOLD, recorder="kim", scores=())) == (
        "Sam, written by Alex: mood, pain",
        "Sam, written by a carer",
    )


def test_the_table_keeps_apart_who_was_told_what_and_what_the_person_wrote(qtbot: QtBot) -> None:
    del qtbot
    content = made_extract(made_day(TODAY, TOLD, entry(TODAY, tiredness=4)), with_carer=True)
    table = ChartTable()
    table.render_state(chart_state(content, TODAY), TODAY, TODAY)
    assert table.rows[0][-1] == "Sam, written by Alex: mood, pain; written by Sam"


def test_history_says_what_was_told_before_the_person_answered_and_what_counts_once_they_take_that_away() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=4)), with_carer=True)
    own = HistoryRow(at(TODAY), PERSON, "pain", None, 4.0, "g", day=TODAY, basis=Basis.SELF, told=6.0, told_to="alex")
    rows = (replace(own, old=4.0, new=None), replace(own, old=4.0, new=3.0), own, replace(own, told=None))
    assert [line.change for line in history_lines(rows, extract)] == [
        "4 → 6, told to Alex",
        "4 → 3",
        "6, told to Alex → 4",
        "not filled in → 4",
    ]
