"""What the page's fonts can't print is named, and what only steers the text is dropped."""

from __future__ import annotations

import pytest

from diary.catalogue import resource_folder
from diary.report.glyphs import printable_characters, with_names

INTER = printable_characters((resource_folder() / "fonts" / "Inter-Regular.otf",))


@pytest.mark.parametrize(
    "words", ["Zoë Müller", "naïve – “quoted” … ○ △ ■", "5 µg, 38 °C, ½", "Ελένη", "Наташа", "Łódź"]
)
def test_what_the_font_has_is_left_alone(words: str) -> None:
    assert with_names(words, INTER) == words


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("hard 😀 day", "hard [GRINNING FACE] day"),
        ("שלום", "[HEBREW, 4 characters]"),
        ("你好", "[CHINESE OR JAPANESE, 2 characters]"),
        ("שלום, יום טוב", "[HEBREW, 4 characters], [HEBREW, 7 characters]"),
        ("😀x" * 50, with_names("😀x" * 50, INTER)[:139] + "…"),
        ("a\x00b\x07c", "abc"),
        ("\u202eevil", "evil"),
        ("e\u0301", "é"),
        ("❤\ufe0f", with_names("❤", INTER)),
        ("\U000e0041", ""),
    ],
)
def test_what_it_has_not_is_named_or_dropped(words: str, printed: str) -> None:
    assert with_names(words, INTER) == printed


def test_a_character_counts_only_when_every_weight_has_it() -> None:
    folder = resource_folder() / "fonts"
    both = printable_characters((folder / "Inter-Regular.otf", folder / "Inter-SemiBold.otf"))
    assert both <= INTER
    assert ord("A") in both
    assert 0x1F600 not in both
