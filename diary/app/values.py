"""What the use cases hand up: frozen values, light enough for the first paint."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from diary.domain.day_values import Day, ValueKey
from diary.domain.days import DAY_ENDS_AT, Period
from diary.domain.entries import Factor, GoodThing, Intake, Note, Pause, Treatment
from diary.domain.measures import Measure
from diary.domain.people import OWN_VOICE, PERSON, Agreed, Basis, Recorder, Voice
from diary.domain.places import BodySite
from diary.domain.today import TodayChoices

BACKUP_SUFFIX = ".alongside-backup"
"""How a backup's file name ends."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What an act touched, for screens to refresh from: days, and kinds (``score``, ``day_mark``, ``note`` …).

    ``left`` says that an undo had to leave something alone because it was changed again since.
    """

    days: frozenset[date] = frozenset()
    kinds: frozenset[str] = frozenset()
    left: bool = False

    def __bool__(self) -> bool:
        return bool(self.kinds)

    def joined(self, others: Changes) -> Changes:
        """What two acts touched, as one."""
        return Changes(self.days | others.days, self.kinds | others.kinds, self.left or others.left)


@dataclass(frozen=True, slots=True)
class DiaryCard:
    """A diary as anyone who uses the computer may see it.

    As far as known: ``opens_by_itself``, without a passphrase here; ``day_ends_at``, an hour.
    """

    folder: Path
    label: str
    emblem: str = ""
    colour: str = ""
    opens_by_itself: bool = False
    day_ends_at: int = DAY_ENDS_AT


@dataclass(frozen=True, slots=True)
class BegunBy:
    """A carer who makes a diary for somebody else, and whether that person agrees."""

    name: str
    relationship: str
    agreed: Agreed


@dataclass(frozen=True, slots=True)
class Beside:
    """That somebody wrote about a day too: who, on which basis, when last, and of what, never which answers.

    ``what`` are ids of measures, or ``places``, ``note``, ``mark``, ``other``, and ``sealed_note`` where nobody but the
    person reads it. ``name`` is that of the writer.
    """

    recorder: str
    basis: Basis
    at: datetime
    what: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What undo would take back next, or redo would do again.

    ``what`` is a measure's id, a kind (``note``, ``day_mark`` …) or a field of an entry (``nowhere_else``); ``day`` is
    ``None`` for what is about no day. ``value`` is what was given; ``is_gone``: it was cleared or deleted.
    """

    what: str
    day: date | None = None
    site: BodySite | None = None
    value: str | float | None = None
    is_gone: bool = False


@dataclass(frozen=True, slots=True)
class DayPage:
    """One day as Today shows it, with the person's lists and choices.

    ``draft`` is a note still being written, ``drafts`` every such text by its field. ``factors`` are those that are
    asked about, ``treatments`` those in use on the day. ``own_words`` says what numbers of a measure mean to the
    person. ``asks_for_notes``: an answer given now would be late, and nobody said yet whether there are notes.
    ``voice`` is whose page it is, ``beside`` what stands in the diary from others. ``writers`` are those who write
    here, the person first; ``writer`` is who does now, empty while that was not said, and ``hands`` are all who may.
    ``persons_own`` are the values that the person's own answers make, whatever else was told to a carer.
    ``undo`` and ``redo`` are what they would do next. ``may_seal``: a note can be kept from everybody but the person.
    """

    day: Day
    notes: tuple[Note, ...] = ()
    draft: str | None = None
    can_undo: bool = False
    can_redo: bool = False
    measures: Mapping[str, Measure] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    choices: TodayChoices = field(default_factory=TodayChoices)
    factors: tuple[Factor, ...] = ()
    treatments: tuple[Treatment, ...] = ()
    intakes: tuple[Intake, ...] = ()
    good_things: tuple[GoodThing, ...] = ()
    own_words: Mapping[str, Mapping[float, str]] = field(default_factory=dict)
    pause: Pause | None = None
    asks_for_notes: bool = False
    voice: Voice = OWN_VOICE
    writers: tuple[Recorder, ...] = ()
    writer: str = PERSON
    hands: frozenset[str] = frozenset({PERSON})
    beside: tuple[Beside, ...] = ()
    persons_own: frozenset[ValueKey] = frozenset()
    undo: Step | None = None
    redo: Step | None = None
    may_seal: bool = False


@dataclass(frozen=True, slots=True)
class Welcome:
    """What to say when Today opens: ``days_away`` after a gap (else ``None``), and whether to ask if it helps.

    ``asks_about_code``: it was never said that the recovery code is written down.
    """

    days_away: int | None = None
    asks_if_helping: bool = False
    asks_about_code: bool = False


@dataclass(frozen=True, slots=True)
class Deleted:
    """Something deleted in the last 30 days, which can be brought back.

    ``kind``: ``entry``, ``moment``, ``note``, ``event``, ``treatment``, ``intake`` or ``appointment``; ``words`` are a
    note's text or a name. ``answers`` are an entry's. ``is_sealed``: the words are for the person alone, and empty
    for everybody else. ``may_recover`` and ``may_remove``: who writes now may bring it back, or remove it for good.
    """

    id: str
    kind: str
    deleted_at: datetime
    deleted_by: str
    day: date | None = None
    recorder: str = ""
    basis: Basis | None = None
    answers: tuple[tuple[str, BodySite | None, float], ...] = ()
    words: str = ""
    is_sealed: bool = False
    may_recover: bool = True
    may_remove: bool = True


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of history: who changed what, when, from what to what (``None``: empty).

    ``what`` is a measure's id, or a kind (``day_mark``, ``note`` …); ``basis`` is ``None`` where it has none.
    ``called`` is the person's name for the factor or the treatment that it is about, which may be gone since.
    ``is_imported``: it came from another app.
    ``brought_back_by`` is what ``looking_back.bring_back`` takes, ``None`` where the new value stands or is empty.
    ``is_gone``: what it said was removed for good. ``said_by`` is whose words they are, where that is known:
    ``recorder`` may have corrected or deleted another's. ``is_sealed``: the new words are for the person alone, and
    ``None`` for everybody else; of what is gone it says that the note was kept for the person alone. ``told``: what
    the carer ``told_to`` had been told by then, which counts wherever the person's own answer is empty.
    """

    at: datetime
    recorder: str
    what: str
    old: str | float | None
    new: str | float | None
    gesture: str
    is_undo: bool = False
    day: date | None = None
    basis: Basis | None = None
    site: BodySite | None = None
    called: str = ""
    is_imported: bool = False
    brought_back_by: tuple[str, int] | None = None
    is_gone: bool = False
    said_by: str = ""
    is_sealed: bool = False
    told: str | float | None = None
    told_to: str = ""

    @property
    def is_anothers(self) -> bool:
        """Whether somebody changed what another said."""
        return self.said_by not in {"", self.recorder}


@dataclass(frozen=True, slots=True)
class Holding:
    """What a diary or a backup holds, to recognise it by."""

    first_day: date | None
    last_day: date | None
    days: int
    last_written_at: datetime | None


@dataclass(frozen=True, slots=True)
class BackupNews:
    """How the automatic backups stand; ``made_at`` is ``None`` before the first, ``problem`` a fault's slug.

    ``second`` is the second folder, ``second_made_at`` when the newest backup in it was made, ``second_synced_by`` the
    service that keeps it in step with other computers. ``is_new``: the person was not told of this problem before.
    """

    folder: Path
    made_at: datetime | None = None
    second: Path | None = None
    second_made_at: datetime | None = None
    second_synced_by: str = ""
    problem: str = ""
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class WaysIn:
    """What opens a diary for whoever has it open; a recovery code always does, and ``used_code`` says it did so now.

    ``decides``: who has it open decides about it, and isn't a carer with a passphrase of their own.
    ``carer`` names who has it open, where that is not the person.
    """

    passphrase: bool = True
    keychain: bool = False
    unprotected: bool = False
    used_code: bool = False
    decides: bool = True
    carer: str = ""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A backup as it can be told without opening it."""

    file: Path
    made_at: datetime


@dataclass(frozen=True, slots=True)
class AllDeleted:
    """The diary ``label`` is gone; ``left`` are the files and folders that could not be removed.

    ``keychain_names`` are what keychains kept keys under, which they need no longer.
    """

    label: str
    left: tuple[Path, ...]
    keychain_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could be read of a damaged diary, kept as the backup ``file``; ``lost`` changes, at least, could not be."""

    file: Path
    holding: Holding
    lost: int


DAMAGED = frozenset({"diary_damaged", "diary_file_missing", "keys_damaged", "keys_missing", "keys_unreasonable"})
"""Faults of a diary that no passphrase mends, and a backup does."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check found: faults of the file in SQLite's words, and rows that are not what the history adds up to.

    ``keys_are_whole``: the key file is as it was written, not only good enough to open. ``ahead``: when something was
    written by a clock that ran more than a day ahead of this one; it is where it was meant to be all the same.
    ``holding`` is ``None`` for a damaged file, which isn't read any further. ``shut_notes``: so many notes for the
    person alone don't open, though the person's own key is there.
    """

    file_faults: tuple[str, ...]
    wrong_rows: Mapping[str, int]
    holding: Holding | None
    keys_are_whole: bool = True
    ahead: datetime | None = None
    shut_notes: int = 0

    @property
    def is_well(self) -> bool:
        """Whether nothing is damaged."""
        return self.keys_are_whole and not self.file_faults and not self.wrong_rows and not self.shut_notes


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What an import did or would do: entries made, those there already, and the account of every row (JSON)."""

    changes: Changes
    made: int
    known_already: int
    days: Period | None
    account: Mapping[str, Any]
