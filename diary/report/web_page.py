"""The doctor's pages as one web page: the same content in the same order, for those who can't use a PDF.

No script and nothing from elsewhere; the pictures are drawn by the same templates, and each is said in words.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from diary.catalogue import resource_folder
from diary.report.typesetting import typeset
from diary.report.values import Paper
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from diary.report.values import Grid, Listing, OneDay, Rich, Row, SecondPage, Summary, Table

_NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Signs that no page can hold, and those that would turn round the words after them."""
_NAMESPACES = re.compile(r' xmlns(:\w+)?="[^"]*"')
_REFERENCES = re.compile(r'(?<= id=")|(?<=href="#)|(?<=url\(#)')


def web_page(summary: Summary) -> bytes:
    """Return the page, UTF-8 and well-formed as XML too: the same summary gives the same bytes."""
    drawings = _drawings(summary)
    parts = filter(None, [*_head(summary), *_first(summary, drawings), *_second(summary.second, drawings)])
    policy = "default-src 'none'; style-src 'unsafe-inline'"
    style = (resource_folder() / "report" / "page.css").read_text("utf-8")
    page = [
        "<!DOCTYPE html>",
        f'<html lang="{_text(summary.language.replace("_", "-"))}">',
        "<head>",
        '<meta charset="utf-8"/>',
        '<meta name="viewport" content="width=device-width, initial-scale=1"/>',
        f'<meta http-equiv="Content-Security-Policy" content="{_text(policy)}"/>',
        _tag("title", _text(summary.title)),
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        "<main>",
        *parts,
        "</main>",
        _tag("footer", _p(" · ".join(part for part in (summary.initials, summary.footer) if part))),
        "</body>",
        "</html>",
        "",
    ]
    return "\n".join(page).encode("utf-8")


def _head(summary: Summary) -> Iterator[str]:
    yield _tag("h1", _text(summary.title))
    named = ", ".join(part for part in (summary.name, summary.born) if part)
    if named:
        yield _p(named, kind="name")
    yield from (_tag("p", _rich(sentence)) for sentence in summary.header)
    yield _p(summary.caveat, kind="quiet")


def _first(summary: Summary, drawings: Drawings) -> Iterator[str]:
    voice = "\n".join(_voice(summary))
    short = _section(summary.short_heading, _items(map(_rich, summary.in_short)))
    yield _tag("div", "\n".join(filter(None, [voice and _tag("div", voice, kind="voice"), short])), kind="top")
    if summary.table:
        yield _figures(summary.table, say("Scores of these days"))
    if summary.one_day:
        yield from _one_day(summary.one_day)
    if summary.picture:
        yield _section(summary.picture.heading, _figure(drawings["picture"], summary.picture.alt, is_wide=True))


def _voice(summary: Summary) -> Iterator[str]:
    if summary.wish:
        yield _section(summary.wish_heading, _p(summary.wish))
    if summary.questions:
        yield _section(summary.questions_heading, _items(map(_text, summary.questions), "ol"))
    if summary.story:
        yield _section(summary.story_heading, _items(map(_text, summary.story)))


def _second(page: SecondPage, drawings: Drawings) -> Iterator[str]:
    together = page.together
    if together:
        said = _items((_rich(finding.words) for finding in together.findings), "ol")
        drawing = _figure(drawings["together"], together.alt) if together.alt else ""
        yield _section(together.heading, said, drawing, _p(together.note, kind="quiet"), kind="beside")
    if page.places:
        drawing = _figure(drawings["body"], page.body.alt) if page.body else ""
        table = _figures(page.places, page.places_heading)
        yield _section(page.places_heading, table, drawing, kind="beside")
    yield from map(_listing, (page.effect, page.others))
    if page.treatments:
        yield _grid(page.treatments)
    if page.questionnaires:
        courses = page.courses
        drawing = (
            _figure(drawings["courses"], courses.alt, is_wide=True) + _p(courses.note, kind="quiet") if courses else ""
        )
        yield _grid(page.questionnaires, drawing)
    yield _listing(page.told)
    if page.carers:
        yield _grid(page.carers, kind="carer")
    yield _section(page.notes.heading, *(_tag("p", _rich(line), kind="quiet") for line in page.notes.lines))


def _one_day(day: OneDay) -> Iterator[str]:
    if day.answers:
        rows = [(_text(one.label), (one.low_words, one.text, one.high_words), "") for one in day.answers]
        yield _table(day.heads, rows, say("Answers of this day"))
    if day.noticed:
        answers = ((_text(one.label), _text(one.text)) for one in day.noticed)
        pairs = "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in answers)
        yield _section(day.noticed_heading, f"<dl>{pairs}</dl>", kind="carer")


def _figures(table: Table, caption: str) -> str:
    rows = [(_label(row), row.cells, "inner" if row.inner else "") for row in table.rows]
    shown = _table(table.heads, rows, caption, kind="figures")
    return shown + "".join(_p(note, kind="quiet") for note in table.notes)


def _label(row: Row) -> str:
    return _text(row.label) + (" " + _tag("span", _text(row.aside), kind="quiet") if row.aside else "")


def _grid(grid: Grid, drawing: str = "", kind: str = "") -> str:
    said = _p(grid.said) if grid.said else ""
    rows = [(_text(row[0]), row[1:], "") for row in grid.rows]
    table = _table(grid.heads, rows, grid.heading) if rows else ""
    notes = "".join(_tag("p", _rich(note)) for note in grid.notes)
    return _section(grid.heading, said, table, notes, drawing, kind=kind)


def _listing(listing: Listing) -> str:
    lines = [*map(_rich, listing.lines), *filter(None, [_text(listing.more)])]
    return _section(listing.heading, _items(lines)) if lines else ""


def _table(
    heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str], str]], caption: str, kind: str = "words"
) -> str:
    """A table whose heads name columns and whose first cells name rows, both of which a screen reader says.

    Each of ``rows`` has its label as it stands in the page, its cells and its class. Where the page is too narrow the
    table is moved sideways, with the keyboard too.
    """
    head = "".join(f'<th scope="col">{_text(words)}</th>' for words in heads)
    body = "\n".join(_row(*row) for row in rows)
    table = (
        f'<table class="{kind}">\n<caption>{_text(caption)}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )
    return f'<div class="wide" role="group" tabindex="0" aria-label="{_text(caption)}">{table}</div>'


def _row(label: str, cells: Sequence[str], kind: str) -> str:
    others = "".join(_tag("td", _text(cell)) for cell in cells)
    return _tag("tr", f'<th scope="row" dir="auto">{label}</th>{others}', kind=kind)


def _section(heading: str, *parts: str, kind: str = "") -> str:
    return _tag("section", "\n".join([_tag("h2", _text(heading)), *filter(None, parts)]), kind=kind)


def _items(items: Iterable[str], name: str = "ul") -> str:
    return f"<{name}>" + "".join(f'<li dir="auto">{item}</li>' for item in items) + f"</{name}>"


def _figure(drawing: str, alt: str, *, is_wide: bool = False) -> str:
    """A picture with its words; the drawing's own letters are outlines, which nothing can read.

    One that ``is_wide`` is moved sideways on a narrow screen: drawn smaller, its letters could not be read.
    """
    wide = ' class="wide" tabindex="0"' if is_wide else ""
    return f'<figure role="img"{wide} aria-label="{_text(alt)}">{drawing}</figure>'


def _p(words: str, kind: str = "") -> str:
    return _tag("p", _text(words), kind=kind, is_anyones=True)


def _tag(name: str, inside: str, *, kind: str = "", is_anyones: bool = False) -> str:
    """An element; ``is_anyones``: words that may run either way, whatever the page does."""
    attributes = (f' class="{kind}"' if kind else "") + (' dir="auto"' if is_anyones else "")
    return f"<{name}{attributes}>{inside}</{name}>"


def _rich(sentence: Rich) -> str:
    return "".join(_tag("strong", _text(run.text)) if run.strong else _text(run.text) for run in sentence)


def _text(words: str) -> str:
    return escape(_NO_TEXT.sub("", words.replace("\n", " ")))


def _drawings(summary: Summary) -> Drawings:
    """The pictures by name, each a drawing whose inner names are its own."""
    second = summary.second
    wanted = {
        "picture": summary.picture,
        "together": second.together if second.together and second.together.alt else None,
        "body": second.body,
        "courses": second.courses,
    }
    names = [name for name, content in wanted.items() if content is not None]
    made = typeset("figures.typ", summary, Paper.A4, format="svg") if names else ()
    return {name: _inline(drawing.decode("utf-8"), name) for name, drawing in zip(names, made, strict=True)}


def _inline(drawing: str, name: str) -> str:
    """A drawing to stand in a page: no namespaces, which HTML knows, and no name that another drawing has too."""
    bare = _NAMESPACES.sub("", drawing).replace("xlink:href", "href")
    return _REFERENCES.sub(f"{name}-", bare).replace("<svg ", '<svg aria-hidden="true" ', 1)


Drawings = dict[str, str]
