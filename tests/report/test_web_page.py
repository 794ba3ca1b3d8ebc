"""The pages as one web page: the same words in the same order, readable by ear, and nothing that reaches out."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree as ET

import pypdf
import pytest

from diary import catalogue
from diary.domain.people import PERSON, Basis, Person
from diary.domain.questionnaires import Response
from diary.report.summary import summary
from diary.report.values import Choices, Summary
from diary.report.web_page import web_page
from tests.report.builders import LAST, back, day, event, extract
from tests.report.test_pdf import FOUND, MARKUP, QUESTIONS, WISH, full

DRAWN = frozenset({"panels", "strip", "grid", "key", "views", "ticks", "axis", "each", "dates", "events", "shorter"})
"""What is in a picture: it is drawn, and its description says it."""
UNSEEN = frozenset({"language", "page_label", "key_sentences", "span", "named"})
NODE = ET.Element
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def everything(**changes: str) -> Summary:
    """Pages with something in every part."""
    of = full(28, person=Person(changes.get("name", "Sam Carter"), date(1981, 3, 4)))
    form = catalogue.questionnaires()["phq4"]
    filled = tuple(
        Response(str(n), form.id, back(n), PERSON, Basis.SELF, {item.id: n % 4 for item in form.items}, is_done=True)
        for n in (60, 30, 1)
    )
    of = replace(of, responses=filled)
    wish = changes.get("wish", WISH)
    choices = Choices(
        of.period, with_name=True, with_birth_date=True, wish=wish, questions=QUESTIONS, with_answers=True
    )
    return summary(of, full(28, LAST - timedelta(days=28)), choices, date(2026, 11, 23), FOUND)


@pytest.fixture(scope="module")
def made() -> Summary:
    return everything()


@pytest.fixture(scope="module")
def page(made: Summary) -> str:
    return web_page(made).decode("utf-8")


def tree(page: str) -> NODE:
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def words(node: NODE) -> str:
    return " ".join("".join(node.itertext()).replace("\u00a0", " ").split())


def sayings(value: object, name: str = "") -> Iterator[str]:
    """Every text in the values that stands on the page as words."""
    if isinstance(value, str):
        if name not in UNSEEN and value:
            yield value
    elif isinstance(value, Mapping):
        if value.get("lines") == ():
            return
        if set(value) == {"text", "strong"}:
            yield from sayings(value["text"])
            return
        for key, part in value.items():
            if key not in DRAWN and not (key == "key" and isinstance(part, str)):
                yield from sayings(part, key)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from sayings(part, name)


def test_every_word_of_the_pages_is_on_it(made: Summary, page: str) -> None:
    root = tree(page)
    descriptions = " ".join(figure.get("aria-label", "") for figure in root.iter("figure"))
    shown = f"{words(root)} {descriptions}".replace("\u00a0", " ")
    flat = [" ".join(text.replace("\u00a0", " ").split()) for text in sayings(asdict(made))]
    assert len(flat) > 100
    assert [text for text in flat if text not in shown] == []


def test_parts_come_in_the_order_of_the_pages(made: Summary, page: str) -> None:
    second = made.second
    assert made.picture
    assert second.together
    assert second.questionnaires
    assert second.carers
    assert [words(heading) for heading in tree(page).iter("h2")] == [
        made.wish_heading,
        made.questions_heading,
        made.short_heading,
        made.picture.heading,
        second.together.heading,
        second.places_heading,
        second.effect.heading,
        second.questionnaires.heading,
        second.carers.heading,
        second.notes.heading,
    ]
    assert [words(heading) for heading in tree(page).iter("h1")] == [made.title]


def test_it_is_read_well_by_ear(made: Summary, page: str) -> None:
    root = tree(page)
    assert root.get("lang") == "en"
    assert words(root.find("head/title") or root) == made.title or root.findtext("head/title") == made.title
    tables = list(root.iter("table"))
    assert len(tables) == 4
    for table in tables:
        assert table.findtext("caption")
        assert all(head.get("scope") == "col" for head in table.findall("thead/tr/th"))
        assert all(row.find("th[@scope='row']") is not None for row in table.findall("tbody/tr"))
        assert len({len(row) for row in table.iter("tr")}) == 1, "a cell without a head has no meaning"
    figures = list(root.iter("figure"))
    assert len(figures) == 4
    for figure in figures:
        assert figure.get("role") == "img"
        assert figure.get("aria-label")
        assert [drawing.get("aria-hidden") for drawing in figure.iter("svg")] == ["true"]


def test_it_reaches_for_nothing_outside_and_runs_nothing(page: str) -> None:
    assert "<script" not in page
    assert "http:" not in page
    assert "https:" not in page
    assert all(target.startswith("#") for target in re.findall(r'(?:src|href)="([^"]*)"', page))
    assert all(target.startswith("#") for target in re.findall(r"url\(([^)]*)\)", page))
    assert "default-src 'none'" in tree(page).find("head/meta[@http-equiv]").get("content", "")  # type: ignore[union-attr]


def test_every_name_in_the_drawings_is_there_once(page: str) -> None:
    """Four drawings made alone use the same names: the second would be drawn with the letters of the first."""
    root = tree(page)
    counted = Counter(node.get("id") for node in root.iter() if node.get("id"))
    assert {name for name, count in counted.items() if count > 1} == set()
    wanted = {target.removeprefix("#") for target in re.findall(r'href="([^"]*)"', page)}
    assert wanted <= set(counted)


def test_a_persons_words_stay_words() -> None:
    typed = f"{MARKUP} <script>alert('&amp;')</script> </p><img src=x onerror=1> \u202eback\u2066 \x07"
    root = tree(web_page(everything(wish=typed, name='"><b>Sam</b>')).decode("utf-8"))
    shown = words(root)
    assert "<script>alert('&amp;')</script> </p><img src=x onerror=1> back" in shown
    assert '"><b>Sam</b>, born 4 March 1981' in shown
    assert list(root.iter("script")) == list(root.iter("img")) == []


def test_letters_that_no_font_of_the_pdf_has_are_there_as_they_are() -> None:
    wish = "שלום 😀 日本語"
    root = tree(web_page(everything(wish=wish)).decode("utf-8"))
    (paragraph,) = [node for node in root.iter("p") if words(node) == wish]
    assert paragraph.get("dir") == "auto"


def test_the_same_pages_give_the_same_bytes(made: Summary, page: str) -> None:
    assert web_page(made) == page.encode("utf-8") == web_page(everything())


def test_one_day_and_a_page_without_pictures_have_theirs_too() -> None:
    one = extract(day(LAST, {"pain": 6, "sleep_hours": 7}, noticed={"noticed_in_pain": 1}), length=1)
    root = tree(web_page(summary(one, None, Choices(one.period), date(2026, 11, 23))).decode("utf-8"))
    (row, sleep) = next(root.iter("table")).findall("tbody/tr")
    assert [words(cell) for cell in row] == ["Pain", "No pain", "6", "Pain as bad as you can imagine"]
    assert [words(cell) for cell in sleep] == ["Sleep", "", "7 hours", ""]
    assert list(root.iter("figure")) == []
    assert words(next(root.iter("dt"))) == "Looked or sounded in pain"


def test_it_has_room_for_any_picture() -> None:
    """A carer's panel alone, and events with long names, ended it: the picture was drawn in a height guessed before."""
    noticed = [day(back(n), noticed={"noticed_in_pain": n % 3}) for n in range(5)]
    long_named = tuple(event(f"Something that has a very long name indeed, number {n}", n) for n in range(8))
    for of in (extract(*noticed), extract(day(LAST, {"pain": 6}), events=long_named), extract(*noticed, length=400)):
        root = tree(web_page(summary(of, None, Choices(of.period), date(2026, 11, 23))).decode("utf-8"))
        assert len(list(root.iter("figure"))) == 1


@pytest.mark.skipif(not BROWSER, reason="only a browser puts a web page on paper")
def test_printed_it_takes_three_sheets_or_four_with_nothing_cut(page: str, tmp_path: Path) -> None:
    """It took five: a picture that found no room left half a sheet empty, and the footer had one to itself.

    Three in most letters; a computer whose letters are wider may need four.
    """
    file, printed = tmp_path / "pages.html", tmp_path / "printed.pdf"
    file.write_text(page.replace("@page {", "@page { size: A4;"), "utf-8")
    alone = ("--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")
    quiet = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", f"--user-data-dir={tmp_path}")
    command = (str(BROWSER), *quiet, *alone, f"--print-to-pdf={printed}", file.as_uri())
    subprocess.run(command, check=True, timeout=60, capture_output=True)
    sheets = [re.sub(r"\s", "", sheet.extract_text()) for sheet in pypdf.PdfReader(printed).pages]
    assert len(sheets) <= 4
    blocks = [words(node).replace(" ", "") for name in ("h2", "p", "li") for node in tree(page).iter(name)]
    assert len(blocks) > 25
    assert [block for block in blocks if block not in "".join(sheets)] == []
