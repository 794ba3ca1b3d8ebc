"""The person's own seal: words under it open with the person key alone, which a carer's way in doesn't bring."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from diary.domain.errors import DiaryError
from diary.vault.sealing import key_for, sealed, unsealed
from diary.vault.slots import from_text, in_text

if TYPE_CHECKING:
    from diary.vault.sealing import RandomBytes
    from diary.vault.slots import OpenedKeys

STEP = 256
"""Sealed words are filled up to a multiple of so many bytes: how long they are would say something of them too."""
_FILLING = b"\0"
"""No text that a diary keeps has a NUL in it."""


@dataclass(frozen=True, slots=True)
class PersonsSeal:
    """Seals words for one place of one diary, a note or a draft: moved to another place they stay shut."""

    diary_id: str
    _key: bytes = field(repr=False)

    @classmethod
    def of(cls, opened: OpenedKeys) -> PersonsSeal | None:
        """The seal of a diary; ``None`` where what opened it has no person key, such as a carer's own passphrase."""
        if opened.person_key is None:
            return None
        return cls(opened.diary_id, key_for("sealed words", opened.person_key))

    def sealed(self, words: str, place: str, random_bytes: RandomBytes) -> str:
        """Seal ``words`` for ``place``."""
        content = words.encode()
        content += _FILLING * (-len(content) % STEP)
        return in_text(sealed(self._key, content, self._bound_to(place), random_bytes))

    def opened(self, whole: str, place: str) -> str | None:
        """The words again; ``None`` where they were sealed by another key or for another place, or were changed."""
        try:
            content = unsealed(self._key, from_text(whole), self._bound_to(place))
        except DiaryError:
            return None
        return None if content is None else content.rstrip(_FILLING).decode()

    def _bound_to(self, place: str) -> bytes:
        return json.dumps([self.diary_id, place]).encode()
