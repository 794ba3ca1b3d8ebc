"""An open diary: what every use case is handed first."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from diary.domain.days import DAY_ENDS_AT, diary_day
from diary.domain.errors import DiaryError
from diary.domain.people import PERSON
from diary.domain.today import DAY_END, day_end_from

if TYPE_CHECKING:
    from diary.app.computer import Computer
    from diary.domain.measures import Measure
    from diary.files.lock import DiaryLock
    from diary.storage.store import Store
    from diary.storage.undoing import LastAct
    from diary.vault.keys import KeyFile
    from diary.vault.persons_seal import PersonsSeal
    from diary.vault.slots import OpenedKeys

_PUT_BACK = frozenset({"keys_missing", "keys_damaged"})
_KEYS_GONE = _PUT_BACK | {"file_unreadable"}


@dataclass(slots=True)
class OpenDiary:
    """A diary whose file is open; belongs to the diary's lane. ``lock`` is ``None`` when opened only to read.

    ``done`` and ``undone`` are the acts that undo and redo take next, ``set_up`` those about who may write, which only
    their own page takes back. ``earlier`` is the last act of an earlier sitting, while nothing was done since.
    ``day_ends_at`` is the hour at which the person's
    day ends. ``measures`` are those asked about so far, until one is changed. ``has_notes``: whether the person said,
    in this sitting, that they fill in from notes made at the time. ``recorder`` is who writes now; ``asks_who``:
    several may, and nobody said yet who does, so that nothing is written. ``seen_keys`` are the keys as they were
    read last.
    """

    folder: Path
    label: str
    store: Store
    keys: OpenedKeys
    computer: Computer
    lock: DiaryLock | None
    recorder: str = PERSON
    asks_who: bool = False
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)
    set_up: list[str] = field(default_factory=list)
    earlier: LastAct | None = None
    day_ends_at: int = DAY_ENDS_AT
    has_notes: bool | None = None
    measures: dict[str, Measure | None] = field(default_factory=dict, repr=False)
    seen_keys: KeyFile | None = field(default=None, repr=False)

    def key_slots(self) -> KeyFile:
        """What opens the diary, as ``key_file.load_keys`` reads it, or as it was read last where that file is gone.

        A key file that goes while the diary is open is put back: nobody could open the diary again.
        """
        from diary.files.whole import write_whole
        from diary.storage.store import DIARY_FILE
        from diary.vault import key_file

        try:
            there = key_file.load_keys(self.folder)
        except DiaryError as fault:
            if self.seen_keys is None or fault.slug not in _KEYS_GONE:
                raise
            if fault.slug in _PUT_BACK and self.lock is not None and (self.folder / DIARY_FILE).exists():
                with suppress(DiaryError):
                    write_whole(self.folder / key_file.FILE_NAME, key_file.to_bytes(self.seen_keys))
            return self.seen_keys
        if there.is_intact and there.diary_id == self.keys.diary_id:
            self.seen_keys = there
        return there

    def today(self) -> date:
        """The diary day it is now: until the day's end it is still yesterday."""
        return diary_day(self.computer.surroundings.now(), self.day_ends_at)

    def measure(self, measure_id: str) -> Measure | None:
        """A measure as it is asked now, ``None`` where there is none: every answer needs it, so it is read once."""
        if measure_id not in self.measures:
            from diary.storage import reading

            with self.store.reading() as connection:
                self.measures[measure_id] = reading.measure(connection, measure_id)
        return self.measures[measure_id]

    def reread_choices(self) -> None:
        """Take over what the diary's settings say now."""
        from diary.storage import lists

        with self.store.reading() as connection:
            self.day_ends_at = day_end_from(lists.setting(connection, DAY_END))

    @property
    def seal(self) -> PersonsSeal | None:
        """What opens the notes that only the person reads: theirs while they write, and nobody else's."""
        from diary.vault.persons_seal import PersonsSeal

        return PersonsSeal.of(self.keys) if self.recorder == PERSON and not self.asks_who else None

    def ask_who(self) -> None:
        """Have it said who writes before anything is, where more than one may with what opened the diary."""
        self.asks_who = len(self.hands) > 1

    @property
    def decides(self) -> bool:
        """Whether who opened the diary decides about it: the person, or who keeps it while the person can't open it."""
        return self.keys.owner == PERSON or PERSON not in self._owners()

    def reread_writers(self) -> None:
        """Have it said anew who writes, where who did so far writes here no longer."""
        if self.recorder not in self.hands:
            self.recorder, self.asks_who = PERSON, len(self.hands) > 1

    @property
    def hands(self) -> frozenset[str]:
        """Who may write now: a carer whose own passphrase opened it, else the person and carers who have none.

        Somebody who keeps a diary for a person who can't open it writes, and lets the person write, with the same.
        """
        from diary.storage import reading

        if not self.decides:
            return frozenset({self.keys.owner})
        with self.store.reading() as connection:
            writing = {one.id for one in reading.recorders(connection).values() if one.until is None}
        if len(writing) == 1:
            return frozenset(writing)
        return frozenset(writing - self._with_own_passphrase() | {PERSON})

    def _with_own_passphrase(self) -> frozenset[str]:
        """Who else has something of their own to open it with; nobody where nothing is typed."""
        with suppress(DiaryError):
            known = self.key_slots()
            return known.owners - {self.keys.owner} if known.needs_secret else frozenset()
        return frozenset()

    def _owners(self) -> frozenset[str]:
        """Who has a way in; the person at least, for all that is known while the disk is out."""
        with suppress(DiaryError):
            return self.key_slots().owners
        return frozenset({PERSON})

    def pick_up(self) -> None:
        """Let undo begin with the last act of an earlier sitting, where who writes now did it, else with nothing."""
        for acts in (self.done, self.undone, self.set_up):
            acts.clear()
        last = self.earlier
        if last is not None and last.recorder == self.recorder:
            (self.undone if last.took_back else self.done).append(last.gesture)
