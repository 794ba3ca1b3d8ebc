"""The pages on paper: two pages, tagged, the same bytes, what matters in its top third, nobody's words as commands."""

from __future__ import annotations

import io
import json
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, replace
from datetime import date, timedelta
from typing import Any

import pypdf
import pytest

from diary import catalogue
from diary.catalogue import resource_folder
from diary.domain.days import Period
from diary.domain.entries import MarkKind, RoughDate, Treatment
from diary.domain.extract import Extract
from diary.domain.people import Person
from diary.report.pdf import fitted, pages, pdf
from diary.report.summary import summary
from diary.report.values import Choices, Found, Paper, Summary, Verdict
from tests.report.builders import LAST, LEFT_FOREARM, LOWER_BACK, NECK, Answers, back, day, event, extract

WISH = (
    "I would like to know whether the numb left arm and the neck pain belong together, and whether I can go on with "
    "physiotherapy. On bad days I can’t look after my daughter alone."
)
QUESTIONS = ("Could the numbness come from my neck?", "Can anxiety and pain be treated together?", "Should I go on?")
ANSWERS: Answers = {
    "pain": 5, "pain_worst": 8, "anxiety": 6, "mood": 4, "sleep_hours": 6.5, "interference": 5, "tiredness": 7,
    LOWER_BACK: 6, NECK: 4, LEFT_FOREARM: 3,
}  # fmt: skip
PAIN_SCALE, ANXIETY_SCALE = catalogue.measures()["pain"], catalogue.measures()["anxiety"]
ANSWERED = Period(date(2026, 8, 31), date(2026, 11, 21))
FOUND = (
    Found(
        "Pain, the day after an anxious day", "anxiety 5 or more",
        PAIN_SCALE, Verdict.CANT_TELL, 45, 21, (0.2, -0.5, 0.9), ANSWERED, is_day_after=True,
    ),
    Found(
        "Pain, on the same days as anxiety", "anxiety 5 or more",
        PAIN_SCALE, Verdict.LINK, 49, 21, (1.4, 0.7, 2.1), ANSWERED,
    ),
    Found(
        "Anxiety, the day after a painful day", "pain 6 or more",
        ANXIETY_SCALE, Verdict.NO_CLEAR_LINK, 45, 21, (0.3, -0.3, 0.8), is_day_after=True,
    ),
    Found("Pain, on the same days as mood", "", PAIN_SCALE, Verdict.NOT_ENOUGH, 12, 21),
)  # fmt: skip
MARKUP = '#panic("x") $1/0$ *bold* _it_ <label> @ref `raw` \\ // /* [#set page(width: 1cm)] "{title}" **5.0**'
OUT_OF_QUOTES = r'\")) #panic("y") \u{41} \n \" \\"'
"""What would end a quoted string, and what stands for something else in one."""


def full(length: int = 28, last: date = LAST, events: int = 1, person: Person | None = None) -> Extract:
    """A period with everything on it: every measure, told, later, bad and noticed days, events."""
    days = [day(last - timedelta(days=n), dict(ANSWERS)) for n in range(0, length, 2)]
    days += [
        day(last - timedelta(days=n), told=dict(ANSWERS), noticed={"noticed_in_pain": 1}) for n in range(1, length, 8)
    ]
    days += [day(last - timedelta(days=n), dict(ANSWERS), days_later=2) for n in range(3, length, 8)]
    days += [day(last - timedelta(days=n), mark=MarkKind.BAD_DAY) for n in range(5, length, 8)]
    happened = tuple(event(f"Started physiotherapy {'again and again ' * 3}{n}", n) for n in range(events))
    return extract(*days, length=length, last=last, events=happened, person=person)


def page(
    of: Extract, previous: Extract | None = None, wish: str = WISH, questions: tuple[str, ...] = QUESTIONS
) -> Summary:
    return summary(of, previous, Choices(of.period, True, True, True, wish, questions), date(2026, 11, 23), FOUND)


def placed(made: bytes, number: int = 1) -> list[tuple[str, float]]:
    """Every piece of text of a page with the height of its baseline as a share of the page, 1 at the top."""
    sheet = pypdf.PdfReader(io.BytesIO(made)).pages[number - 1]
    found: list[tuple[str, float]] = []

    def visit(words: str, outer: list[float], inner: list[float], _font: object, _size: float) -> None:
        found.append((words, (inner[5] * outer[3] + outer[5]) / float(sheet.mediabox.height)))

    sheet.extract_text(visitor_text=visit)
    return found


def words_of(pieces: list[tuple[str, float]]) -> str:
    return " ".join("".join(words for words, _ in pieces).replace("\u00a0", " ").replace("\u200b", "").split())


def test_where_the_page_has_room_the_words_of_two_charts_stand_well_apart() -> None:
    pieces = placed(pdf(page(extract(*(day(back(n), {"anxiety": 5, "mood": 4}) for n in range(9)))), Paper.A4))
    heights = {words.strip(): height for words, height in pieces}
    assert (heights["Not anxious at all"] - heights["Very good"]) * 297 > 7


@pytest.mark.parametrize("paper", list(Paper))
def test_thirty_seconds_are_enough(paper: Paper) -> None:
    of = extract(*full().days, first_day=date(2026, 1, 1), events=(event("Started physiotherapy", 17),))
    made = pdf(page(of, full(last=LAST - timedelta(days=28))), paper)
    top = words_of([piece for piece in placed(made) if piece[1] > 2 / 3])
    for phrase in (
        "Sam Carter, born 4 March 1981",
        "26 October to 22 November 2026 (28 days)",
        "Filled in on 22 of 28 days (4 of them later; on 4 days a carer wrote down what the person said)",
        "On 3 days it was too bad to fill in",
        "not a diagnosis",
        "What I want from this appointment",
        "look after my daughter alone.",
        "3. Should I go on?",
        "Average daily pain was 5.0 out of 10 (lowest 5, highest 5), recorded on 22 days.",
        "In the 28 days before it was 5.0 (22 days).",
        "lower back (22)",
        "Average anxiety was 6.0 (22 days) and mood 4.0 (22 days; 10 is very good).",
        "Average sleep was 6.5 hours (22 days). Pain got in the way 5.0 out of 10 on average (22 days).",
        "Latest event: Started physiotherapy, 5 Nov.",
    ):
        assert phrase in top


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("length", [1, 2, 6, 7, 28, 92, 365])
def test_it_is_two_pages_however_full(length: int, paper: Paper) -> None:
    person = Person("Wilhelmina-Constantinopolitana " * 9, date(1981, 3, 4))
    of = full(length, events=min(length, 30), person=person)
    before = full(length, LAST - timedelta(days=length)) if length >= 7 else None
    overfull = page(of, before, wish="overflowing " * 40, questions=("Why " * 30,) * 5)
    made = pypdf.PdfReader(io.BytesIO(pdf(overfull, paper)))
    assert len(made.pages) == 2
    assert "page 2 of 2" in made.pages[1].extract_text().replace("\u00a0", " ")


@pytest.mark.parametrize(
    "wish", ["W" * 300, "😀" * 300, "שלום " * 60, "😀x" * 150, "\n" * 300, "क" * 300, "\u202e" * 300, MARKUP * 3]
)
def test_it_is_two_pages_whatever_is_written(wish: str) -> None:
    treatments = {str(n): Treatment(str(n), wish[:200], "other", first=RoughDate(LAST)) for n in range(30)}
    own = {f"own{n}": replace(catalogue.measures()["tiredness"], id=f"own{n}", label=wish, own=True) for n in range(20)}
    of = full(events=12)
    days = [*of.days[:-1], day(LAST, {**ANSWERS, **dict.fromkeys(own, 3)})]
    of = replace(of, days=tuple(days), treatments=treatments, measures={**of.measures, **own})
    made = pdf(page(of, wish=wish, questions=(wish, wish, wish)), Paper.LETTER)
    assert len(pypdf.PdfReader(io.BytesIO(made)).pages) == 2


def test_what_made_room_is_named_on_the_page_and_for_the_preview() -> None:
    before = full(last=LAST - timedelta(days=28))
    overfull = page(full(events=9), before, wish="overflowing " * 25, questions=("Why is that so? " * 6,) * 3)
    small = fitted(overfull, Paper.LETTER)
    assert small.left_out[:2] == ("tiredness", "worst pain")
    shown = words_of(placed(pdf(overfull, Paper.LETTER)))
    assert f"No room here for {', '.join(small.left_out)}. The web page of these pages has them." in shown
    assert "Tiredness" not in shown


def test_initials_without_a_glyph_are_left_away_and_the_footer_stays_on_its_line() -> None:
    """Their letters were named there, "[HEBREW LETTER KAF]", over a second line and off the page."""
    made = pdf(page(full(length=2, person=Person("שרה כהן", None))), Paper.A4)
    (footer,) = [words for words, height in placed(made) if words.startswith("21 November")][-1:]
    assert footer.startswith("21 November to 22 November 2026")
    assert "LETTER" not in words_of(placed(made))


def test_nothing_makes_room_on_a_page_that_is_not_too_full() -> None:
    assert fitted(page(full()), Paper.A4).left_out == ()


def catalog(made: bytes) -> Any:
    return pypdf.PdfReader(io.BytesIO(made)).root_object


def test_it_is_tagged_and_says_so() -> None:
    root = catalog(pdf(page(full()), Paper.A4))
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in metadata
    assert "Symptom diary summary" in metadata


def tags(node: object, found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Every tag of a structure tree in its order, with its alternative text."""
    node = node.get_object() if isinstance(node, pypdf.generic.IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            tags(child, found)
    elif isinstance(node, dict):
        if "/S" in node:
            found.append((str(node["/S"]), str(node.get("/Alt", ""))))
        tags(node.get("/K"), found)
    return found


def test_a_screen_reader_finds_headings_tables_lists_and_the_pictures_in_words() -> None:
    made = page(full())
    root = catalog(pdf(made, Paper.A4))
    found = tags(root["/StructTreeRoot"]["/K"], [])
    names = [name for name, _ in found]
    assert names.count("/H1") == 1
    assert names.count("/H2") == 9
    assert names.count("/Table") == 3, "the averages, the places, and what a carer noticed"
    assert {"/TH", "/TD", "/L", "/LI"} <= set(names)
    assert made.picture
    assert made.second.together
    assert made.second.body
    for alt in (made.picture.alt, made.second.together.alt, made.second.body.alt):
        assert ("/Figure", alt) in found


def test_the_same_page_gives_the_same_bytes() -> None:
    assert pdf(page(full()), Paper.A4) == pdf(page(full()), Paper.A4)


def test_a_persons_words_are_printed_as_they_are_and_command_nothing() -> None:
    of = extract(
        *full().days,
        person=Person(f"{MARKUP[:40]}", date(1981, 3, 4)),
        events=(event(MARKUP[:30], 3),),
    )
    shown = words_of(placed(pdf(page(of, wish=MARKUP, questions=(MARKUP[:80], OUT_OF_QUOTES)), Paper.A4)))
    assert OUT_OF_QUOTES in shown
    assert MARKUP[:60] in shown
    assert "**5.0**" in shown
    assert f"Latest event: {MARKUP[:30].strip()}" in shown


def test_a_preview_is_a_png_of_each_page_in_the_asked_size() -> None:
    pictures = pages(page(full()), Paper.LETTER, 50)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)
    assert [int.from_bytes(picture[16:20]) for picture in pictures] == pytest.approx([8.5 * 50] * 2, abs=1)


def test_a_preview_and_a_save_can_be_made_at_once() -> None:
    """typst's compiler raises "Already borrowed" when two threads ask it."""
    made = page(full())
    with ThreadPoolExecutor(2) as threads:
        sheets = list(threads.map(pdf, [made] * 4, [Paper.A4, Paper.LETTER] * 2))
    assert sheets[0] == sheets[2] == pdf(made, Paper.A4)


def luma(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_every_ink_survives_a_photocopy() -> None:
    """Colour carries nothing alone: two inks and two accents darker than 25 %, one faint line for ruled paper only."""
    inks = (resource_folder() / "report" / "ink.typ").read_text("utf-8")
    colours = dict(re.findall(r'#let ([\w-]+) = rgb\("(#\w{6})"\)', inks))
    assert sorted(colours) == ["carer", "faint", "ink", "person", "second-ink"]
    assert all(luma(colour) <= 0.25 for name, colour in colours.items() if name != "faint")
    templates = [
        (resource_folder() / "report" / name).read_text("utf-8")
        for name in ("summary.typ", "picture.typ", "second.typ")
    ]
    assert not any(re.search(r"rgb\(|luma\(|\b(gray|red|green|blue)\b", text) for text in templates)


def test_nothing_that_matters_is_thin() -> None:
    drawn = [(resource_folder() / "report" / name).read_text("utf-8") for name in ("picture.typ", "second.typ")]
    template = "".join(drawn)
    thin = [ink for width, ink in re.findall(r"(0\.\d+)pt \+ ([\w-]+)", template) if float(width) < 0.55]
    assert set(thin) <= {"faint"}


def test_the_page_is_made_of_plain_values_alone() -> None:

    json.dumps(asdict(page(full())))


def test_a_page_without_a_wish_gives_its_width_to_what_is_in_short() -> None:
    shown = words_of(placed(pdf(page(extract(day(back(0), {"mood": 3})), wish="", questions=()), Paper.A4)))
    assert "What I want" not in shown
    assert "Average mood was 3.0 out of 10 (1 day; 10 is very good)." in shown
