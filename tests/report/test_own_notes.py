"""Notes on the doctor's pages: those that were chosen, word for word, and not a letter of any other."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, time, timedelta

from diary.domain.entries import Note
from diary.domain.people import PERSON, Basis
from diary.report.ladder import Ladder
from diary.report.pdf import drawn, fitted
from diary.report.summary import summary
from diary.report.values import Choices, Paper, Summary
from diary.report.web_page import web_page
from tests.report.builders import HERE, LAST, back, day, extract
from tests.report.everything import MADE_ON


def note(id_: str, text: str, days_back: int = 0, basis: Basis = Basis.SELF) -> Note:
    on = back(days_back)
    who = PERSON if basis is Basis.SELF else "alex"
    return Note(id_, on, who, basis, text, datetime.combine(on, time(20), HERE))


def page(*notes: Note, chosen: tuple[str, ...]) -> Summary:
    of = replace(extract(day(LAST, {"pain": 5})), notes=notes)
    return summary(of, None, Choices(of.period, notes=frozenset(chosen)), MADE_ON)


def lines(made: Summary) -> list[str]:
    return ["".join(run.text for run in line).replace("\u00a0", " ") for line in made.second.told.lines]


def test_only_what_was_chosen_is_there_oldest_first() -> None:
    made = page(
        note("a", "Slept **badly**\nand long", 2),
        note("b", "unicorn", 1),
        note("c", "A good walk"),
        note("d", "centaur", basis=Basis.OBSERVED),
        chosen=("a", "c", "d"),
    )
    assert lines(made) == ["20 Nov “Slept **badly** and long”", "22 Nov “A good walk”"]
    assert "unicorn" not in repr(made)
    assert "centaur" not in repr(made.second.told)
    assert b"A good walk" in web_page(made)


def test_a_note_that_was_told_says_that_a_carer_wrote_it_down() -> None:
    made = page(note("a", "Slept badly", 2), note("b", "Stairs were hard", 1, Basis.TOLD), chosen=("a", "b"))
    assert lines(made) == ["20 Nov “Slept badly”", "21 Nov (a carer wrote it down) “Stairs were hard”"]


def test_beside_notes_on_the_page_those_left_out_are_called_the_other_ones() -> None:
    assert "Left out by choice: notes." in repr(page(note("a", "unicorn"), chosen=()).second.notes)
    some = page(note("a", "Slept well", 1), note("b", "unicorn"), chosen=("a",))
    assert "Left out by choice: other notes." in repr(some.second.notes)
    emptied = page(note("a", "Slept well", 1), note("b", " "), chosen=("a",))
    assert "Left out by choice" not in repr(emptied.second.notes)


def test_a_carers_note_stands_in_the_carers_box_or_is_said_to_be_left_out() -> None:
    of = replace(extract(day(LAST, {"pain": 5})), notes=(note("d", "She slept badly", basis=Basis.OBSERVED),))
    shown, hidden = (
        summary(of, None, Choices(of.period, notes=frozenset({"d"}), with_carers_view=with_view), MADE_ON)
        for with_view in (True, False)
    )
    assert shown.second.carers
    assert "(partner)" in shown.second.carers.said
    noted = ["".join(run.text for run in line).replace("\u00a0", " ") for line in shown.second.carers.notes]
    assert noted == ["The carer’s note, 22 November 2026: “She slept badly”"]
    assert "She slept badly" in web_page(shown).decode("utf-8")
    assert "Left out by choice" not in repr(shown.second.notes)
    assert len(drawn(fitted(shown, Paper.A4), Paper.A4, 40)) == 2, "a box without a table can be printed"
    assert hidden.second.carers is None
    assert "Left out by choice: what a carer noticed." in repr(hidden.second.notes)


def test_of_many_notes_of_a_carer_the_newest_stand_there_and_all_make_room_together() -> None:
    many = tuple(note(f"n{n}", f"heard {n}", n, Basis.OBSERVED) for n in range(5))
    made = page(*many, chosen=tuple(one.id for one in many))
    assert made.second.carers
    assert [line[-1].text.replace("\u00a0", " ").rpartition("“")[2] for line in made.second.carers.notes] == [
        "heard 2”",
        "heard 1”",
        "heard 0”",
        "and 2 earlier, in the diary",
    ]
    ladder = Ladder(made)
    narrow = ladder.at(0, ladder.second - 1).second.carers
    assert narrow
    assert "No room here for the carer’s notes." in repr(narrow.notes)
    assert "heard" not in repr(narrow)


def test_none_is_left_out_where_all_were_chosen() -> None:
    assert "Left out by choice" not in repr(page(note("a", "Slept well"), chosen=("a",)))


def test_without_a_chosen_one_there_is_no_such_part() -> None:
    made = page(note("a", "Slept well"), chosen=())
    assert lines(made) == []
    assert "Notes by the person" not in web_page(made).decode("utf-8")


def test_of_very_many_the_newest_stand_there_and_the_rest_is_counted() -> None:
    many = tuple(note(f"n{n}", f"note {n} " + "x" * 400, n) for n in range(20))
    made = page(*many, chosen=tuple(one.id for one in many))
    assert len(lines(made)) == 8
    assert lines(made)[-1].startswith("22 Nov “note 0 x")
    assert all(line.endswith("…”") and len(line) < 320 for line in lines(made))
    assert made.second.told.more == "and 12 earlier, in the diary"
    ladder = Ladder(made)
    fewer = [ladder.at(0, rung).second.told for rung in range(ladder.second)]
    assert [len(told.lines) + told.gone for told in fewer] == [20] * ladder.second
    assert {told.more for told in fewer if len(told.lines) == 1} == {"and 19 earlier, in the diary"}
    assert fewer[-1].more == "20, in the diary", "nothing stands before it"


def test_years_say_in_which_one_a_note_was_written() -> None:
    of = replace(extract(day(LAST, {"pain": 5}), length=800), notes=(note("a", "Slept well", 500),))
    made = summary(of, None, Choices(of.period, notes=frozenset({"a"})), MADE_ON)
    assert lines(made) == [f"{(LAST - timedelta(days=500)).day} July 2025 “Slept well”"]
