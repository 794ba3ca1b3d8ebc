"""The doctor's two pages on paper: plain values in, a tagged PDF (PDF/UA-1, PDF/A-2a) or pictures of it out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import typst

from diary.report.cutting import with_each
from diary.report.ladder import Ladder
from diary.report.not_printed import explained
from diary.report.typesetting import printable, typeset

if TYPE_CHECKING:
    from collections.abc import Callable

    from diary.report.values import Paper, Summary

_TEMPLATE = "summary.typ"
_SQUEEZED, _OVERFLOWN = "squeezed", "overflown"
"""What the layout says when page 1 holds too much, and when page 2 does."""
_FIRST_RUNG = 4
"""Pages of four weeks need one to four rungs, those of years some ten: from here both are found with few layouts."""


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
    """Return the summary as it fits on ``paper``, and its PDF: as little as can be is left out for two pages.

    What is cut is cut as it is printed: what a character without a glyph is called is longer than the character.
    """
    ladder = Ladder(_as_printed(summary))
    tried = _tried(ladder.at(0, 0), paper)
    first = second = 0
    if tried.fault == _SQUEEZED:
        first, tried = _highest_that_fits(lambda rung: _tried(ladder.at(rung, 0), paper), ladder.first, _SQUEEZED)
    if tried.fault == _OVERFLOWN:
        second, tried = _highest_that_fits(
            lambda rung: _tried(ladder.at(first, rung), paper), ladder.second, _OVERFLOWN
        )
    assert not tried.fault
    return ladder.at(first, second), tried.made


def _as_printed(summary: Summary) -> Summary:
    """The words as the fonts can print them; initials that they can't are left away: names of letters tell nothing."""
    printed = explained(with_each(summary, printable), summary)
    return printed if printed.initials == summary.initials else replace(printed, initials="")


@dataclass(frozen=True, slots=True)
class _Tried:
    """What came of setting pages: the PDF, or which page was too full."""

    made: bytes = b""
    fault: str = ""


def _tried(summary: Summary, paper: Paper) -> _Tried:
    try:
        return _Tried(_tagged(summary, paper))
    except typst.TypstError as error:
        fault = next((one for one in (_SQUEEZED, _OVERFLOWN) if one in error.message), None)
        if fault is None:
            raise
        return _Tried(fault=fault)


def _highest_that_fits(attempt: Callable[[int], _Tried], rungs: int, fault: str) -> tuple[int, _Tried]:
    """Return the highest rung below the whole page on which that page is not too full.

    Found by doubling, as most pages need few rungs, then by halving.
    """
    low, high = 1, rungs - 1
    rung = min(_FIRST_RUNG, high)
    found = None
    while low <= high:
        tried = attempt(rung)
        if tried.fault == fault:
            low = rung + 1
        else:
            found, high = (rung, tried), rung - 1
        rung = (low + high) // 2 if found else min(2 * rung, high)
    if found is None:
        raise AssertionError("the last rung of the ladder fits on every paper")
    return found


def _tagged(summary: Summary, paper: Paper) -> bytes:
    (made,) = typeset(_TEMPLATE, summary, paper, format="pdf", pdf_standards=["ua-1", "a-2a"])
    return made
