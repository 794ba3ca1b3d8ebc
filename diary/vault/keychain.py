"""The keychain of the person's account on this computer, which may keep a key: never the only way into a diary.

Only this module knows ``keyring``. Its calls can wait for a prompt of the system's, so they are for a worker thread.
"""

from __future__ import annotations

import base64
import binascii
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from diary.domain.errors import DiaryError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from keyring.backend import KeyringBackend

_SERVICE = "Alongside"


class Keychain(Protocol):
    """Keeps keys under names; each raises ``DiaryError``: ``keychain_none``, ``keychain_refused``."""

    def keep(self, name: str, key: bytes) -> None:
        """Keep ``key`` under ``name``."""

    def kept(self, name: str) -> bytes | None:
        """The key kept under ``name``; ``None`` where there is none."""

    def forget(self, name: str) -> None:
        """Remove the key kept under ``name``, or find it gone already."""


class SystemKeychain:
    """The system's own: Credential Manager, Keychain, or a Secret Service such as GNOME's or KDE's."""

    def keep(self, name: str, key: bytes) -> None:
        """Keep ``key`` under ``name``."""
        with _asked() as backend:
            backend.set_password(_SERVICE, name, base64.b64encode(key).decode())

    def kept(self, name: str) -> bytes | None:
        """The key kept under ``name``; ``None`` where there is none, or something that is no key."""
        with _asked() as backend:
            text = backend.get_password(_SERVICE, name)
        try:
            return None if text is None else base64.b64decode(text, validate=True)
        except (binascii.Error, ValueError):
            return None

    def forget(self, name: str) -> None:
        """Remove the key kept under ``name``, or find it gone already."""
        with _asked() as backend:
            if backend.get_password(_SERVICE, name) is not None:
                backend.delete_password(_SERVICE, name)


@contextmanager
def _asked() -> Iterator[KeyringBackend]:
    """The keychain to ask; one that would keep keys in a readable file counts as none.

    Whatever its library raises is the keychain's refusal: a passphrase is the other way in.
    """
    import keyring
    from keyring.core import recommended
    from keyring.errors import NoKeyringError

    try:
        backend = keyring.get_keyring()
        if not recommended(backend):
            raise DiaryError("keychain_none")  # noqa: TRY301 - handed on below as any other answer
        yield backend
    except DiaryError:
        raise
    except NoKeyringError as fault:
        raise DiaryError("keychain_none") from fault
    except Exception as fault:
        raise DiaryError("keychain_refused") from fault
