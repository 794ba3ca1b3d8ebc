"""The pages stand whatever words a person wrote, wherever they wrote them: two pages, never a crash."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pypdf
import pytest

from diary import catalogue, words
from diary.domain.entries import RoughDate, Treatment
from diary.domain.measures import Anchor
from diary.domain.people import Person
from diary.domain.places import BodySite, Side
from diary.report.glyphs import with_names
from diary.report.ladder import Ladder
from diary.report.pdf import fit, pdf
from diary.report.summary import summary
from diary.report.values import Choices, Found, Paper, Verdict
from tests.pictures.mirrored import Mirrored
from tests.report.builders import LAST, Answers, day, event, extract
from tests.report.everything import NOTICED, SCORES

if TYPE_CHECKING:
    from diary.report.values import Summary

WRITTEN = {
    "from right to left": "שלום, כואב לי הגב. السلام عليكم. ",
    "three scripts in a word": "背中がก痛",
    "a smile in every word": "😀x",
    "markup": '#panic("x") $1/0$ *b* _i_ <l> @r `w` // [#set page(width: 1cm)] ',
    "one word of 300 wide letters": "W",
    "nothing that can be seen": "\u200b\u200d\ufeff\u200f\u202e\ud800",
    "letters with 50 accents": "Z" + "\u0301\u0323" * 25,
}

LENGTHS = {"three scripts in a word": 28, "one word of 300 wide letters": 28}
"""How many days where not one: over weeks there is a picture, on one day a scale for each answer."""
LETTER_WIDTH, MARGIN = 8.5 * 72, 15 / 25.4 * 72


def in_every_field(text: str, length: int) -> Summary:
    """The pages of a person who wrote the same words, cut to what each field holds, wherever one can write."""
    own = {
        f"own{n}": replace(
            catalogue.measures()["tiredness"], id=f"own{n}", label=text[:60], high_words=text[:80], own=True
        )
        for n in range(9)
    }
    places = [BodySite(f"{n}{text[:60]}", side) for n, side in enumerate(Side)]
    scores: Answers = {name: value for name, value in SCORES.items() if not isinstance(name, BodySite)}
    scores |= dict.fromkeys(places, 6.0)
    scores |= dict.fromkeys(own, 3.0)
    of = extract(
        day(LAST, scores, noticed=NOTICED),
        length=length,
        person=Person(text[:200]),
        events=tuple(replace(event(text[:100], n), in_story=n < 5) for n in range(9)),
    )
    of = replace(
        of,
        measures={**of.measures, **own},
        recorders={name: replace(one, relationship=text[:80]) for name, one in of.recorders.items()},
        treatments={"t": Treatment("t", text[:80], "other", text[:40], RoughDate(LAST))},
        anchors=tuple(Anchor("pain", LAST, n, text[:100]) for n in range(1, 10)),
    )
    choices = Choices(of.period, with_name=True, wish=text[:300], questions=(text[:90],) * 3)
    question = Found(text[:200], text[:60], catalogue.measures()["pain"], Verdict.LINK, 49, 21, (1.4, 0.7, 2.1))
    return summary(of, None, choices, LAST, (question,) * 3)


def last_rung(page: Summary) -> Summary:
    ladder = Ladder(page)
    return ladder.at(ladder.first - 1, ladder.second - 1)


def count_of_pages(made: bytes) -> int:
    return len(pypdf.PdfReader(io.BytesIO(made)).pages)


def furthest_right(made: bytes) -> float:
    """Where the text begins that begins nearest to the right edge of any page, in points."""
    found: list[float] = []

    def visit(words: str, outer: list[float], inner: list[float], _font: object, _size: float) -> None:
        if words.strip():
            found.append(inner[4] * outer[0] + outer[4])

    for sheet in pypdf.PdfReader(io.BytesIO(made)).pages:
        sheet.extract_text(visitor_text=visit)
    return max(found)


@pytest.mark.parametrize("of", WRITTEN)
def test_when_all_else_has_gone_it_fits_whatever_is_written(of: str) -> None:
    """A word in other letters is printed as their name, which is longer: the ladder ended before that fitted."""
    made = pdf(last_rung(in_every_field(WRITTEN[of] * 300, LENGTHS.get(of, 1))), Paper.LETTER)
    assert count_of_pages(made) == 2
    assert furthest_right(made) < LETTER_WIDTH - MARGIN


def test_what_is_cut_is_cut_as_it_is_printed_and_that_is_said() -> None:
    fitting, made = fit(in_every_field("😀x" * 300, 1), Paper.LETTER)
    assert count_of_pages(made) == 2
    assert len(fitting.name) <= 24
    assert "the end of the person’s own words" in fitting.left_out_sentence
    assert "the end of long sentences" not in fitting.left_out, "what the page says itself is whole"
    assert fitting.one_day is not None
    assert fitting.one_day.answers[0].high_words == catalogue.measures()["pain"].high_words


def test_it_fits_in_a_language_whose_letters_the_fonts_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(words._Language, "translations", Mirrored())
    page = last_rung(in_every_field("a word ", 28))
    assert count_of_pages(pdf(page, Paper.LETTER)) == 2
    assert page.left_out_sentence


def test_the_name_of_what_is_missing_can_be_printed_in_such_a_language(monkeypatch: pytest.MonkeyPatch) -> None:
    ascii_alone = frozenset(range(128))
    monkeypatch.setattr(words._Language, "translations", Mirrored())
    assert with_names("שלום", ascii_alone) == "[HEBREW, 4]"
