"""Whose words a line of history tells of, and who changed them."""

from __future__ import annotations

from dataclasses import replace

from diary.app.values import HistoryRow
from diary.domain.people import PERSON, Basis
from diary.ui.look_back.history_rows import history_lines
from tests.ui.diaries import TODAY, at, entry, made_day, made_extract


def test_history_says_whose_words_somebody_else_changed() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)), with_carer=True)
    said = HistoryRow(at(TODAY), "alex", "pain", None, 6.0, "g", day=TODAY, basis=Basis.TOLD, said_by="alex")
    gone = replace(said, recorder=PERSON, old=6.0, new=None, basis=Basis.OBSERVED)
    assert [line.who for line in history_lines((gone, said), extract)] == [
        "Alex’s view, changed by Sam",
        "Sam, written by Alex",
    ]


def test_a_note_kept_for_the_person_alone_is_not_called_lost() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)))
    gone = HistoryRow(at(TODAY), PERSON, "note", None, None, "g", day=TODAY, basis=Basis.SELF, is_gone=True)
    said = [line.change for line in history_lines((replace(gone, is_sealed=True), gone), extract)]
    assert said == ["kept for Sam alone, so what carers could read is gone", "what it said is removed for good"]


def test_an_answer_in_words_stands_in_its_line_as_in_the_list() -> None:
    extract = made_extract(made_day(TODAY, entry(TODAY, pain=5)), with_carer=True)
    seen = HistoryRow(at(TODAY), "alex", "noticed_in_pain", 1.0, 2.0, "g", day=TODAY, basis=Basis.OBSERVED)
    assert [line.change for line in history_lines((seen,), extract)] == ["a little → a lot"]
