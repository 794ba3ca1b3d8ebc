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

    from diary.report.values import Grid, Listing, OneDay, Rich, SecondPage, Summary, Table

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
        _tag("footer", _p(summary.footer)),
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
    if summary.wish:
        yield _section(summary.wish_heading, _p(summary.wish), kind="voice")
    if summary.questions:
        yield _section(summary.questions_heading, _items(map(_text, summary.questions), "ol"), kind="voice")
    if summary.story:
        yield _section(summary.story_heading, _items(map(_text, summary.story)), kind="voice")
    yield _section(summary.short_heading, _items(map(_rich, summary.in_short)))
    if summary.table:
        yield _figures(summary.table, say("Scores of these days"))
    if summary.one_day:
        yield from _one_day(summary.one_day)
    if summary.picture:
        yield _section(summary.picture.heading, _figure(drawings["picture"], summary.picture.alt))


def _second(page: SecondPage, drawings: Drawings) -> Iterator[str]:
    together = page.together
    if together:
        said = _items((_rich(finding.words) for finding in together.findings), "ol")
        drawing = _figure(drawings["together"], together.alt) if together.alt else ""
        yield _section(together.heading, said, drawing, _p(together.note, kind="quiet"))
    if page.places:
        drawing = _figure(drawings["body"], page.body.alt) if page.body else ""
        yield _section(page.places_heading, _figures(page.places, page.places_heading), drawing)
    yield from map(_listing, (page.effect, page.others))
    if page.treatments:
        yield _grid(page.treatments)
    if page.questionnaires:
        courses = page.courses
        drawing = _figure(drawings["courses"], courses.alt) + _p(courses.note, kind="quiet") if courses else ""
        yield _grid(page.questionnaires, drawing)
    yield _listing(page.told)
    if page.carers:
        yield _grid(page.carers, kind="carer")
    yield _section(page.notes.heading, *(_tag("p", _rich(line), kind="quiet") for line in page.notes.lines))


def _one_day(day: OneDay) -> Iterator[str]:
    if day.answers:
        rows = [(one.label, (one.low_words, one.text, one.high_words)) for one in day.answers]
        yield _table(day.heads, rows, day.heads[0])
    if day.noticed:
        answers = ((_text(one.label), _text(one.text)) for one in day.noticed)
        pairs = "".join(f"<dt>{label}</dt><dd>{text}</dd>" for label, text in answers)
        yield _section(day.noticed_heading, f"<dl>{pairs}</dl>", kind="carer")


def _figures(table: Table, caption: str) -> str:
    rows = [(" ".join(part for part in (row.label, row.aside) if part), row.cells) for row in table.rows]
    return _table(table.heads, rows, caption) + "".join(_p(note, kind="quiet") for note in table.notes)


def _grid(grid: Grid, drawing: str = "", kind: str = "") -> str:
    said = _p(grid.said) if grid.said else ""
    table = _table(grid.heads, [(row[0], row[1:]) for row in grid.rows], grid.heading) if grid.rows else ""
    notes = "".join(_tag("p", _rich(note)) for note in grid.notes)
    return _section(grid.heading, said, table, notes, drawing, kind=kind)


def _listing(listing: Listing) -> str:
    lines = [*map(_rich, listing.lines), *filter(None, [_text(listing.more)])]
    return _section(listing.heading, _items(lines)) if lines else ""


def _table(heads: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]], caption: str) -> str:
    """A table whose heads name columns and whose first cells name rows, both of which a screen reader says."""
    head = "".join(f'<th scope="col">{_text(words)}</th>' for words in heads)
    body = "\n".join(_row(label, cells) for label, cells in rows)
    return (
        f"<table>\n<caption>{_text(caption)}</caption>\n<thead>\n<tr>{head}</tr>\n</thead>\n"
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _row(label: str, cells: Sequence[str]) -> str:
    others = "".join(_tag("td", _text(cell)) for cell in cells)
    return f'<tr><th scope="row" dir="auto">{_text(label)}</th>{others}</tr>'


def _section(heading: str, *parts: str, kind: str = "") -> str:
    return _tag("section", "\n".join([_tag("h2", _text(heading)), *filter(None, parts)]), kind=kind)


def _items(items: Iterable[str], name: str = "ul") -> str:
    return f"<{name}>" + "".join(f'<li dir="auto">{item}</li>' for item in items) + f"</{name}>"


def _figure(drawing: str, alt: str) -> str:
    """A picture with its words; the drawing's own letters are outlines, which nothing can read."""
    return f'<figure role="img" aria-label="{_text(alt)}">{drawing}</figure>'


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
