"""The doctor's two pages on paper: plain values in, a tagged PDF (PDF/UA-1, PDF/A-2a) or pictures of it out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typst

from diary.report.ladder import Ladder
from diary.report.typesetting import typeset

if TYPE_CHECKING:
    from diary.report.values import Paper, Summary

_TEMPLATE = "summary.typ"
_SQUEEZED, _OVERFLOWN = "squeezed", "overflown"
"""What the layout says when page 1 holds too much, and when page 2 does."""


def fitted(summary: Summary, paper: Paper) -> Summary:
    """Return the summary as it fits on ``paper``; its ``left_out`` names what had to make room."""
    return fit(summary, paper)[0]


def pdf(summary: Summary, paper: Paper) -> bytes:
    """Return the pages as a tagged PDF: the same summary gives the same bytes."""
    return fit(summary, paper)[1]


def pages(summary: Summary, paper: Paper, pixels_per_inch: int) -> tuple[bytes, ...]:
    """Return a PNG of every page."""
    return drawn(fitted(summary, paper), paper, pixels_per_inch)


def drawn(fitting: Summary, paper: Paper, pixels_per_inch: int) -> tuple[bytes, ...]:
    """Return a PNG of every page of what ``fitted`` returned, for the preview and for printing."""
    return typeset(_TEMPLATE, fitting, paper, format="png", ppi=pixels_per_inch)


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
    (made,) = typeset(_TEMPLATE, summary, paper, format="pdf", pdf_standards=["ua-1", "a-2a"])
    return made
