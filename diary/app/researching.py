"""Giving a diary to a study: what would leave is made first, to be looked at, and written only as it was seen."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from diary.app.handed_out import check_new, hand_out
from diary.domain.errors import DiaryError
from diary.domain.extract import Extract
from diary.exchange.research import ResearchTable, research_table
from diary.exchange.research_codebook import codebook

__all__ = ["ForResearch", "ResearchTable", "codebook_beside", "for_research", "save"]


@dataclass(frozen=True, slots=True)
class ForResearch:
    """Everything that leaves: the table, and the codebook that says what it means."""

    table: ResearchTable
    codebook: ResearchTable


def for_research(extract: Extract, *, with_answers: bool = False) -> ForResearch:
    """Return what would leave of an extract, ``with_answers`` with every single answer of questionnaires.

    Raises ``DiaryError("nothing_in_period")`` when there is nothing.
    """
    table = research_table(extract, with_answers=with_answers)
    if not table.rows:
        raise DiaryError("nothing_in_period")
    return ForResearch(table, codebook(extract, table))


def codebook_beside(out: Path) -> Path:
    """Return where the codebook of a table goes: ``study.csv`` has ``study-codebook.csv`` beside it."""
    return out.with_name(f"{out.stem}-codebook{out.suffix or '.csv'}")


def save(found: ForResearch, out: Path, *, force: bool = False) -> Path:
    """Write both files as CSV, or neither, and return where the codebook is.

    Raises as ``exporting.export`` does.
    """
    beside = codebook_beside(out)
    check_new(out, force=force)
    check_new(beside, force=force)
    was_there = beside.exists()
    hand_out(beside, found.codebook.as_csv, force=force)
    try:
        hand_out(out, found.table.as_csv, force=force)
    except BaseException:
        if not was_there:
            with suppress(OSError):
                beside.unlink()
        raise
    return beside
