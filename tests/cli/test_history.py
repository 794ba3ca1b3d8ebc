"""What the history says, in the words of the person and of who wrote."""

from __future__ import annotations

from pathlib import Path

from diary.app import diaries, factors, journal, treatments
from diary.domain.days import Period
from diary.domain.entries import Helped, MarkKind, Treatment
from diary.domain.measures import PAIN
from diary.domain.people import Basis
from diary.start import _computer
from tests.cli.harness import CommandLine

DAY = "2026-11-01"


def without_when(lines: list[str]) -> list[str]:
    """Lines without the day and the time of writing, which are today's."""
    return [line.rpartition(", ")[0] + ")" for line in lines]


def test_places_sides_marks_and_writers_are_named(alongside: CommandLine, sam: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--place", "left hand=4", "--place", "neck=3", "--bad-day")
    alongside.done("log", sam, "--day", DAY, "--by", "Alex", "--basis", "told", "--pain", "7")
    alongside.done("log", sam, "--day", DAY, "--by", "Alex", "--basis", "observed", "--pain", "8")
    assert sorted(without_when(alongside.done("history", sam))) == [
        "1 November 2026: Pain as it seemed: not filled in → 8 (Alex’s view)",
        "1 November 2026: Pain, left hand: not filled in → 4 (Sam)",
        "1 November 2026: Pain, neck: not filled in → 3 (Sam)",
        "1 November 2026: Pain: not filled in → 7 (Sam, written by Alex)",
        "1 November 2026: the day: not filled in → bad day, couldn’t log (Sam)",
    ]


def test_it_is_newest_first_and_shows_what_was_before(alongside: CommandLine, sam: Path) -> None:
    for pain in (6, 5):
        alongside.done("log", sam, "--day", DAY, "--pain", str(pain))
    assert without_when(alongside.done("history", sam)) == [
        "1 November 2026: Pain: 6 → 5 (Sam)",
        "1 November 2026: Pain: not filled in → 6 (Sam)",
    ]


def test_what_was_told_to_a_carer_is_what_the_persons_own_answer_replaced(alongside: CommandLine, sam: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--by", "Alex", "--basis", "told", "--pain", "7", "--mood", "2")
    alongside.done("log", sam, "--day", DAY, "--pain", "5")
    assert without_when(alongside.done("history", sam))[0] == "1 November 2026: Pain: 7, told to Alex → 5 (Sam)"


def test_what_was_taken_back_is_said_to_be(alongside: CommandLine, sam: Path) -> None:
    diary = diaries.open_diary(sam, None, _computer())
    day = Period.ending(diary.today(), 2).first
    journal.give_score(diary, day, PAIN, 6)
    journal.undo(diary)
    journal.mark_day(diary, day, MarkKind.NOTHING_TO_LOG)
    diaries.close(diary)
    lines = [line.partition(": ")[2] for line in without_when(alongside.done("history", sam))]
    assert lines == [
        "the day: not filled in → nothing to log (Sam)",
        "Pain: taken back, 6 → not filled in (Sam)",
        "Pain: not filled in → 6 (Sam)",
    ]


def test_whose_name_was_taken_back_is_a_carer_and_never_an_id(alongside: CommandLine, sam: Path) -> None:
    diary = diaries.open_diary(sam, None, _computer())
    day = Period.ending(diary.today(), 2).first
    told = journal.Told({(PAIN, None): 6})
    journal.log_day(diary, day, told, by="Alex", basis=Basis.TOLD)
    journal.undo(diary)
    diaries.close(diary)
    lines = [line.partition(": ")[2] for line in without_when(alongside.done("history", sam))]
    assert lines[-1] == "Pain: not filled in → 6 (Sam, written by a carer)"


def test_one_days_history_is_about_that_day(alongside: CommandLine, sam: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--pain", "6")
    alongside.done("log", sam, "--day", "2026-11-02", "--pain", "5")
    assert [line[:16] for line in alongside.done("history", sam, "--day", DAY)] == ["1 November 2026:"]
    assert alongside.done("history", sam, "--day", "2026-10-31") == ["Nothing was written about that day."]
    assert alongside("history", sam, "--day", "2026-02-31").sentence().startswith("That date can’t be read.")


def test_words_can_neither_break_a_line_nor_command_the_terminal(alongside: CommandLine, sam: Path) -> None:
    alongside.done("log", sam, "--day", DAY, "--note", "-", piped=b"one\ntwo\x1b[2Jthree\rfour")
    (line,) = alongside.done("history", sam)
    assert "“one two [2Jthree four”" in line


def test_the_made_up_diary_is_told_in_words_too(alongside: CommandLine, home: Path) -> None:
    alongside.done("demo", "Demo.alongside", "--years", "1", "--no-passphrase", "--until", "2026-11-01")
    lines = alongside.done("history", home / "Demo.alongside")
    assert any("Morning stiffness: " in line for line in lines)
    assert any("Looked or sounded in pain: " in line for line in lines)
    assert not [line for line in lines if "_" in line]


def test_a_factor_and_a_treatment_are_named_as_the_person_named_them(alongside: CommandLine, sam: Path) -> None:
    diary = diaries.open_diary(sam, None, _computer())
    day = Period.ending(diary.today(), 2).first
    factors.add_factor(diary, "Hot bath")
    bath = next(one for one in factors.factors(diary) if one.label == "Hot bath")
    factors.tick_factor(diary, day, bath.id, was_there=True)
    treatments.keep_treatment(diary, Treatment("", "Naproxen", "medicine"))
    (naproxen,) = treatments.treatments(diary)
    treatments.take(diary, day, naproxen.id, helped=Helped.A_BIT)
    diaries.close(diary)
    lines = [line.partition(": ")[2] for line in without_when(alongside.done("history", sam))]
    assert "Hot bath: not filled in → yes (Sam)" in lines
    assert "Naproxen, did it help: not filled in → a bit (Sam)" in lines


def test_what_came_from_another_app_is_said_to(alongside: CommandLine, sam: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    file.write_text(f"date,pain\n{DAY},4\n", encoding="utf-8")
    alongside.done("import", sam, file)
    (line,) = alongside.done("history", sam)
    assert line.startswith("1 November 2026: Pain: not filled in → 4 (Sam, from another app, ")
