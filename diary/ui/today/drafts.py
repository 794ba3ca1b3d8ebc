"""Words that are still being typed on Today: kept as drafts meanwhile, so that a crash loses none of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.entries import Sharing
from diary.domain.errors import DiaryError
from diary.domain.today import GOOD_THING, NOTE, SEALED_NOTE
from diary.ui.today.gestures import WriteGoodThing
from diary.ui.today.state import NoteState

if TYPE_CHECKING:
    from datetime import date

    from diary.ui.kit.tasks import Tasks
    from diary.ui.today.pen import Pen
    from diary.ui.today.saving import Journal

TEXTS = {NOTE: NOTE, GOOD_THING: WriteGoodThing("").about}
"""The fields of the page in which words are typed, and what their acts are about."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Words that are still being typed in one of the page's fields."""

    day: date
    text: str
    field: str = NOTE

    @classmethod
    def of(cls, day: date, note: NoteState) -> Draft:
        """A note that is being typed: where only the person is to read it, its draft is sealed too."""
        return cls(day, note.text, SEALED_NOTE if note.is_sealed else NOTE)

    @property
    def typed_in(self) -> str:
        """The field of the page, which is the same for a note that is sealed."""
        return NOTE if self.field == SEALED_NOTE else self.field

    def on(self, note: NoteState) -> NoteState:
        """The note with these words in place of the kept ones."""
        return replace(note, text=self.text, sharing=_sharing_of(self.field, note))


@dataclass(frozen=True, slots=True)
class DraftEnded:
    """A draft that is kept, or why it is not."""

    draft: Draft
    error: DiaryError | None = None


def keep_draft(journal: Journal, draft: Draft) -> DraftEnded:
    """Keep a draft in the diary; runs on the lane."""
    try:
        journal.keep_draft(draft.day, draft.text, field=draft.field)
    except DiaryError as error:
        return DraftEnded(draft, error)
    return DraftEnded(draft)


class Drafts(QObject):
    """The drafts of one page: on their way into the diary, or refused by it; the latest of the note stays at hand.

    ``begun`` says that one is on its way, ``kept`` carries the key of its text, ``refused`` a ``DiaryError``.
    """

    begun = Signal()
    kept = Signal(object)
    refused = Signal(object)

    def __init__(self, pen: Pen, tasks: Tasks) -> None:
        super().__init__()
        self._pen, self._tasks = pen, tasks
        self._note: Draft | None = None
        self._under_way = 0
        self._failed: dict[object, DiaryError] = {}

    @property
    def is_any_under_way(self) -> bool:
        """Whether words are on their way into the diary."""
        return self._under_way > 0

    @property
    def is_note_unsaved(self) -> bool:
        """Whether words of a note are on the page while some could not be kept."""
        return self._note is not None and bool(self._failed)

    def has_note(self, day: date) -> bool:
        """Whether a day's note is being typed."""
        return self._note is not None and self._note.day == day

    def on_note(self, day: date, note: NoteState) -> NoteState:
        """A day's note with what is being typed in place of what is kept."""
        return self._note.on(note) if self._note and self._note.day == day else note

    def type_note(self, day: date, note: NoteState) -> None:
        """Keep what is being typed as a draft of a day's note."""
        self._note = Draft.of(day, note)
        self.keep(self._note)

    def let_note_go(self) -> None:
        """The note is kept by an act of its own now, or left for another day."""
        self._note = None

    def try_again(self) -> None:
        """Keep the words of the note again."""
        if self._note:
            self.keep(self._note)

    def why(self, key: object) -> DiaryError | None:
        """Why the words of a text could not be kept."""
        return self._failed.get(key)

    def forget(self, key: object) -> bool:
        """Let go of what was refused of a text: it has other words by now. Returns if there was any."""
        return self._failed.pop(key, None) is not None

    def keep(self, draft: Draft) -> None:
        """Send a draft on its way."""
        self._under_way += 1
        self.begun.emit()
        self._tasks.run(partial(keep_draft, self._pen.spoken(), draft), self._ended)

    def _ended(self, ended: DraftEnded) -> None:
        self._under_way -= 1
        key = ended.draft.day, TEXTS[ended.draft.typed_in], self._pen.writing.voice
        if ended.error is None:
            self.kept.emit(key)
        else:
            self._failed[key] = ended.error
            self.refused.emit(ended.error)


def _sharing_of(field: str, note: NoteState) -> Sharing:
    if field == SEALED_NOTE:
        return Sharing.SEALED
    return Sharing.PRIVATE if note.is_sealed else note.sharing
