"""Files under way from Share: each is made of what was chosen when the person asked, whatever they change meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from diary.domain.extract import Extract
    from diary.ui.share.handing_over import HandingOver, Taken, TakenRecord
    from diary.ui.share.state import Content, Wanted


@dataclass(slots=True)
class Saving:
    """A saving under way: stopped on the GUI thread, and asked about by the worker just before it writes."""

    out: Path
    is_stopped: bool = False
    has_begun: bool = False

    def is_wanted(self) -> bool:
        """Whether to write; from then on it is too late to stop."""
        self.has_begun = not self.is_stopped
        return self.has_begun


@dataclass(frozen=True, slots=True)
class AskedPrint:
    """Pages to be printed."""

    taken: Taken
    wanted: Wanted


@dataclass(frozen=True, slots=True)
class AskedPage:
    """Pages to be saved."""

    taken: Taken
    wanted: Wanted
    saving: Saving


@dataclass(frozen=True, slots=True)
class AskedRecord:
    """A document for a health record to be saved."""

    taken: TakenRecord
    content: Content
    saving: Saving
    with_notes: bool


@dataclass(frozen=True, slots=True)
class AskedEverything:
    """The whole diary to be saved."""

    extract: Extract
    saving: Saving
    with_notes: bool


def asked_print(handing_over: HandingOver, wanted: Wanted) -> AskedPrint:
    """Take from the diary what printing needs; so do the next three, each on the lane."""
    return AskedPrint(handing_over.take(wanted.period), wanted)


def asked_page(handing_over: HandingOver, wanted: Wanted, saving: Saving) -> AskedPage:
    """Take what the pages need."""
    return AskedPage(handing_over.take(wanted.period), wanted, saving)


def asked_record(handing_over: HandingOver, wanted: Wanted, saving: Saving, with_notes: bool) -> AskedRecord:
    """Take what the document needs."""
    return AskedRecord(handing_over.take_record(wanted.period), wanted.content, saving, with_notes)


def asked_everything(handing_over: HandingOver, saving: Saving, with_notes: bool) -> AskedEverything:
    """Take all of the diary."""
    return AskedEverything(handing_over.everything(), saving, with_notes)


def save_page(handing_over: HandingOver, asked: AskedPage, made_on: date) -> Saving:
    """Make and write the file beside the lane, unless it was stopped; so do the next two."""
    handing_over.save_page(asked.taken, asked.wanted, made_on, asked.saving.out, asked.saving.is_wanted)
    return asked.saving


def save_record(handing_over: HandingOver, asked: AskedRecord) -> Saving:
    """Make the document."""
    wanted = (asked.content, asked.saving.out, asked.saving.is_wanted)
    handing_over.save_record(asked.taken, *wanted, with_notes=asked.with_notes)
    return asked.saving


def save_everything(handing_over: HandingOver, asked: AskedEverything, today: date) -> Saving:
    """Make the file that the name's ending asks for."""
    wanted = (asked.saving.out, today, asked.saving.is_wanted)
    handing_over.export(asked.extract, *wanted, with_notes=asked.with_notes)
    return asked.saving
