"""The PDF as a screen reader and an archive find it: tagged, named, described, in reading order, always two pages."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pypdf
import pytest
import typst

from diary.report.pdf import fit
from diary.report.values import Paper, Summary
from tests.report.everything import everything

if TYPE_CHECKING:
    import pikepdf
else:
    pikepdf = pytest.importorskip("pikepdf", reason="it has no wheel for most Macs")

Texts = dict[tuple[int, int], str]
"""What stands in each marked piece of a page, by the number of the page and of the piece."""


@pytest.fixture(scope="module")
def fitting() -> tuple[Summary, bytes]:
    """The pages of four weeks with a short name and wish, and their PDF."""
    return fit(everything(28, name="Sam Carter", wish="To sleep again.", each=1), Paper.A4)


@pytest.fixture(scope="module")
def page(fitting: tuple[Summary, bytes]) -> Summary:
    return fitting[0]


@pytest.fixture(scope="module")
def document(fitting: tuple[Summary, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(fitting[1])) as opened:
        yield opened


@pytest.fixture(scope="module")
def read(fitting: tuple[Summary, bytes], document: pikepdf.Pdf) -> list[tuple[str, str]]:
    """Everything that is read out, in its order: the kind of thing, and its words."""
    numbers = {sheet.obj.objgen: number for number, sheet in enumerate(document.pages)}
    texts = _texts(fitting[1])
    return [(kind, _plain(words)) for kind, words in _read(document.Root.StructTreeRoot.K, "", None, numbers, texts)]


def _texts(made: bytes) -> Texts:
    texts: Texts = {}
    for number, sheet in enumerate(pypdf.PdfReader(io.BytesIO(made)).pages):
        open_pieces: list[int | None] = []

        def enter(operator: bytes, arguments: Any, _outer: object, _inner: object) -> None:
            if operator in (b"BDC", b"BMC"):
                marked = arguments[1] if len(arguments) > 1 else {}
                open_pieces.append(marked.get("/MCID") if hasattr(marked, "get") else None)  # noqa: B023 - called at once
            elif operator == b"EMC":
                open_pieces.pop()  # noqa: B023 - as above

        def take(words: str, _outer: object, _inner: object, _font: object, _size: float) -> None:
            piece = next((one for one in reversed(open_pieces) if one is not None), None)  # noqa: B023 - as above
            if piece is not None:
                texts[number, piece] = texts.get((number, piece), "") + words  # noqa: B023 - as above

        sheet.extract_text(visitor_operand_before=enter, visitor_text=take)
    return texts


def _read(node: Any, kind: str, sheet: Any, numbers: dict[Any, int], texts: Texts) -> Iterator[tuple[str, str]]:
    """Walk the structure tree as a screen reader does; a picture is its description."""
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _read(part, kind, sheet, numbers, texts)
    elif isinstance(node, pikepdf.Dictionary):
        sheet = node.get("/Pg", sheet)
        if "/MCID" in node:
            yield kind, texts.get((numbers[sheet.objgen], int(node["/MCID"])), "")
            return
        kind = str(node.get("/S", kind))
        if "/Alt" in node:
            yield kind, str(node["/Alt"])
        elif "/K" in node:
            yield from _read(node["/K"], kind, sheet, numbers, texts)
    else:
        yield kind, texts.get((numbers[sheet.objgen], int(node)), "")


def _plain(words: str) -> str:
    return " ".join(words.replace("\u00a0", " ").replace("\u200b", "").split())


def _tags(node: Any, kind: str) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for part in node:
            yield from _tags(part, kind)
    elif isinstance(node, pikepdf.Dictionary):
        if node.get("/S") == kind:
            yield node
        if "/K" in node:
            yield from _tags(node["/K"], kind)


def test_it_says_what_it_is_and_in_which_language(document: pikepdf.Pdf, page: Summary) -> None:
    root = document.Root
    assert bool(root.MarkInfo.Marked)
    assert str(root.Lang) == "en"
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(document.docinfo["/Title"]) == page.title
    with document.open_metadata() as metadata:
        assert metadata["dc:title"] == page.title
        assert metadata["pdfuaid:part"] == "1"
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")


def test_every_picture_is_described_and_only_the_pictures(document: pikepdf.Pdf, page: Summary) -> None:
    second = page.second
    assert page.picture
    assert second.together
    described = [page.picture.alt, second.together.alt]
    described += [one.alt for one in (second.body, second.courses) if one]
    assert [_plain(str(one["/Alt"])) for one in _tags(document.Root.StructTreeRoot.K, "/Figure")] == [
        _plain(alt) for alt in described
    ]


def test_every_table_has_heads_that_name_its_columns(document: pikepdf.Pdf) -> None:
    tables = list(_tags(document.Root.StructTreeRoot.K, "/Table"))
    assert len(tables) == 5, "averages, places, treatments, questionnaires, what a carer noticed"
    for table in tables:
        heads = list(_tags(table, "/TH"))
        rows = list(_tags(table, "/TR"))
        assert heads
        assert len(heads) == len(list(_tags(rows[-1], "/TD")))
        for head in heads:
            scopes = [str(one.get("/Scope")) for one in head["/A"] if "/Scope" in one]
            assert scopes == ["/Column"]


def test_it_is_read_in_the_order_in_which_it_is_meant(read: list[tuple[str, str]], page: Summary) -> None:
    second = page.second
    assert page.table
    assert page.picture
    assert second.together
    assert second.treatments
    assert second.questionnaires
    assert second.carers
    whole = " ".join(words for _, words in read)
    at = 0
    for phrase in (
        page.title,
        "Sam Carter",
        "26 October to 22 November 2026",
        page.caveat,
        page.wish_heading,
        "To sleep again.",
        page.questions_heading,
        page.short_heading,
        "Average daily pain was",
        "Most often recorded places:",
        "Scores 0 to 10",
        *(row.label for row in page.table.rows),
        _plain(page.picture.alt),
        second.together.heading,
        _plain(second.together.alt),
        second.places_heading,
        second.effect.heading,
        second.others.heading,
        second.treatments.heading,
        second.questionnaires.heading,
        ", questions 1 to 4 in order:",
        second.told.heading,
        "I could not lift the bag",
        second.carers.heading,
        "not the person’s own ratings",
        second.notes.heading,
        "Alongside",
    ):
        assert phrase in whole[at:], f"{phrase!r} is not read after {whole[max(0, at - 60) : at]!r}"
        at = whole.index(phrase, at) + len(phrase)
    assert "page 1 of 2" not in whole, "what stands on every page is not read in between"


def test_every_heading_is_one(read: list[tuple[str, str]], page: Summary) -> None:
    assert [words for kind, words in read if kind == "/H1"] == [page.title]
    second = page.second
    assert page.picture
    assert second.together
    assert second.treatments
    assert second.questionnaires
    assert second.carers
    assert [words for kind, words in read if kind == "/H2"] == [
        page.wish_heading,
        page.questions_heading,
        page.story_heading,
        page.short_heading,
        page.picture.heading,
        second.together.heading,
        second.places_heading,
        second.effect.heading,
        second.others.heading,
        second.treatments.heading,
        second.questionnaires.heading,
        second.told.heading,
        second.carers.heading,
        second.notes.heading,
    ]


@pytest.mark.parametrize(
    ("length", "paper"), [(1, Paper.A4), (28, Paper.A4), (365, Paper.LETTER), (3650, Paper.LETTER)]
)
def test_it_is_two_pages_with_everything_on(length: int, paper: Paper) -> None:
    _, made = fit(everything(length), paper)
    with pikepdf.open(io.BytesIO(made)) as opened:
        assert len(opened.pages) == 2
        assert "/StructTreeRoot" in opened.Root


def test_single_answers_that_had_no_room_are_gone_whole_and_that_is_said() -> None:
    fitting, _ = fit(everything(365), Paper.LETTER)
    forms = fitting.second.questionnaires
    assert forms is not None
    assert (len(forms.notes) == len(forms.rows)) != ("No room here for single answers" in forms.more)


def test_the_compiler_refuses_what_a_screen_reader_could_not_tell() -> None:
    """The standards are asked for, and the compiler holds us to them: a picture without words stops it."""
    source = b'#set document(title: "T")\n#set text(lang: "en")\n#figure({})[#rect()]\n= T'
    described = source.replace(b"{}", b'alt: "A box"')
    assert typst.compile(described, format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0)
    with pytest.raises(typst.TypstError, match="alt"):
        typst.compile(source.replace(b"{}", b""), format="pdf", pdf_standards=["ua-1", "a-2a"], timestamp=0)


def test_the_same_pages_give_the_same_bytes(fitting: tuple[Summary, bytes]) -> None:
    again = fit(everything(28, name="Sam Carter", wish="To sleep again.", each=1), Paper.A4)
    assert again == fitting
    assert fit(replace(again[0], footer="another"), Paper.A4)[1] != fitting[1]
