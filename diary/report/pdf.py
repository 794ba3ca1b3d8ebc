"""The doctor's two pages on paper: plain values in, a tagged PDF (PDF/UA-1, PDF/A-2a) or pictures of it out."""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

import typst

from diary.catalogue import resource_folder
from diary.report.glyphs import printable_characters, with_names
from diary.report.ladder import Ladder

if TYPE_CHECKING:
    from diary.report.values import Paper, Summary

_SQUEEZED, _OVERFLOWN = "squeezed", "overflown"
"""What the layout says when page 1 holds too much, and when page 2 does."""
_LONGEST_UNBROKEN = 24
_ONE_AT_A_TIME = Lock()
"""The compiler refuses a second thread while it works; a preview and a save can meet."""
_BREAK_HERE = "\u200b"


def fitted(summary: Summary, paper: Paper) -> Summary:
    """Return the summary as it fits on ``paper``; its ``left_out`` names what had to make room."""
    return fit(summary, paper)[0]


def pdf(summary: Summary, paper: Paper) -> bytes:
    """Return the pages as a tagged PDF: the same summary gives the same bytes."""
    return fit(summary, paper)[1]


def pages(summary: Summary, paper: Paper, pixels_per_inch: int) -> tuple[bytes, ...]:
    """Return a PNG of every page, for the preview and for printing."""
    fitting = fitted(summary, paper)
    with _ONE_AT_A_TIME:
        drawn = _compiler().compile(format="png", ppi=pixels_per_inch, sys_inputs=_inputs(fitting, paper))
    return tuple(drawn) if isinstance(drawn, list) else (drawn or b"",)


def fit(summary: Summary, paper: Paper) -> tuple[Summary, bytes]:
    """Return the summary as it fits on ``paper``, and its PDF: down the ladder until two pages hold it."""
    ladder = Ladder(summary)
    while True:
        try:
            return ladder.summary, _tagged(ladder.summary, paper)
        except typst.TypstError as fault:
            if _SQUEEZED not in fault.message and _OVERFLOWN not in fault.message:
                raise
            ladder.make_room(on_first_page=_SQUEEZED in fault.message)


def _tagged(summary: Summary, paper: Paper) -> bytes:
    with _ONE_AT_A_TIME:
        made = _compiler().compile(format="pdf", sys_inputs=_inputs(summary, paper), pdf_standards=["ua-1", "a-2a"])
    assert isinstance(made, bytes)
    return made


def _inputs(summary: Summary, paper: Paper) -> dict[str, str]:
    return {"data": json.dumps(_printable(asdict(summary)), ensure_ascii=False), "paper": paper.value}


@cache
def _compiler() -> typst.Compiler:
    folder = resource_folder()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder / "fonts"])
    return typst.Compiler(folder / "report" / "summary.typ", root=folder / "report", font_paths=fonts)


def _printable(value: object) -> object:
    """Return the same structure with every word made printable."""
    if isinstance(value, dict):
        return {name: _printable(item) for name, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_printable(item) for item in value]
    return _breakable(with_names(value, _characters())) if isinstance(value, str) else value


@cache
def _characters() -> frozenset[int]:
    folder = resource_folder() / "fonts"
    return printable_characters(tuple(folder / f"Inter-{weight}.otf" for weight in ("Regular", "SemiBold")))


def _breakable(words: str) -> str:
    """Let words without an end break, so that they never run off the page."""
    return " ".join(
        _BREAK_HERE.join(word[at : at + _LONGEST_UNBROKEN] for at in range(0, max(len(word), 1), _LONGEST_UNBROKEN))
        for word in words.split(" ")
    )
