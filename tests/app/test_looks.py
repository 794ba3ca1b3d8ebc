"""Diaries on one computer look different from outside, by shape first."""

from __future__ import annotations

from pathlib import Path

from diary.app import choices, diaries
from diary.app.looks import told_apart
from diary.files.preferences import KnownDiary
from tests.storage.builders import CHEAP, World, computer

SHAPES = ("flower", "leaf", "star", "drop", "shell", "honeycomb")


def known(name: str, emblem: str = "", colour: str = "") -> KnownDiary:
    return KnownDiary(Path(name), name, emblem, colour)


def test_six_diaries_have_six_shapes_and_the_seventh_another_colour_of_one() -> None:
    here: list[KnownDiary] = []
    for number in range(12):
        here.append(told_apart(known(str(number)), here))
    assert tuple(one.emblem for one in here[:6]) == SHAPES
    looks = {(one.emblem, one.colour) for one in here}
    assert len(looks) == 12, "no two alike"


def test_one_that_was_never_given_a_look_counts_as_the_first_shape_and_what_was_chosen_stays() -> None:
    old, chosen = known("old"), known("chosen", "star", "blue")
    assert told_apart(known("new"), [old]).emblem == "leaf"
    assert told_apart(chosen, [known("other", "star", "blue")]) == chosen
    assert told_apart(old, [old]).emblem == "flower", "it is not beside itself"


def test_a_new_diary_looks_different_at_once_and_ever_after(tmp_path: Path) -> None:
    here = computer(tmp_path, World())
    for name in ("S", "A"):
        diary, _ = diaries.create(tmp_path / f"{name}.alongside", "Sam", None, here, cost=CHEAP)
        diaries.close(diary)
    looks = [(card.label, card.emblem, card.colour) for card in choices.known_diaries(here)]
    assert looks == [("S", "flower", "accent"), ("A", "leaf", "event")]
    diaries.close(diaries.open_diary(tmp_path / "S.alongside", None, here))
    assert looks == [(card.label, card.emblem, card.colour) for card in choices.known_diaries(here)]
