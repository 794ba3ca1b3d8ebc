"""The keychain and what stands in for it in other tests keep the same promises; where there is none it says so."""

from __future__ import annotations

from collections.abc import Callable

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked

from diary.domain.errors import DiaryError
from diary.vault.keychain import Keychain, SystemKeychain
from tests.vault.builders import MemoryKeychain

KEY = bytes(range(32))


class Kept(KeyringBackend):
    """A keyring backend in memory; ``refuses`` as one whose owner closes the prompt."""

    priority = 5
    refuses = False

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call] # the library's
        self.passwords: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        if self.refuses:
            raise KeyringLocked
        return self.passwords.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if self.refuses:
            raise RuntimeError
        self.passwords[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.passwords[service, username]


class Readable(Kept):
    """A backend that writes into a readable file is never recommended."""

    priority = 0.5  # type: ignore[assignment] # as above


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[KeyringBackend], SystemKeychain]:
    def use(backend: KeyringBackend) -> SystemKeychain:
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        return SystemKeychain()

    return use


@pytest.mark.parametrize("kind", ["system", "memory"])
def test_a_keychain_keeps_gives_and_forgets(kind: str, use: Callable[[KeyringBackend], SystemKeychain]) -> None:
    keychain: Keychain = use(Kept()) if kind == "system" else MemoryKeychain()
    assert keychain.kept("s1") is None
    keychain.keep("s1", KEY)
    keychain.keep("s2", bytes(32))
    assert keychain.kept("s1") == KEY
    keychain.forget("s1")
    keychain.forget("s1")
    assert keychain.kept("s1") is None
    assert keychain.kept("s2") == bytes(32)


def test_what_is_no_key_counts_as_none(use: Callable[[KeyringBackend], SystemKeychain]) -> None:
    backend = Kept()
    backend.passwords["Alongside", "s1"] = "not base 64"
    assert use(backend).kept("s1") is None


@pytest.mark.parametrize("backend", [NoKeyring, Readable], ids=["none", "a readable file"])
def test_a_computer_without_one_says_so(
    backend: Callable[[], KeyringBackend], use: Callable[[KeyringBackend], SystemKeychain]
) -> None:
    keychain = use(backend())
    acts: tuple[Callable[[], object], ...] = (
        lambda: keychain.kept("s1"),
        lambda: keychain.keep("s1", KEY),
        lambda: keychain.forget("s1"),
    )
    for act in acts:
        with pytest.raises(DiaryError, match="keychain_none"):
            act()


def test_one_that_stays_locked_or_breaks_says_so(use: Callable[[KeyringBackend], SystemKeychain]) -> None:
    backend = Kept()
    backend.refuses = True
    keychain = use(backend)
    acts: tuple[Callable[[], object], ...] = (
        lambda: keychain.kept("s1"),
        lambda: keychain.keep("s1", KEY),
        lambda: keychain.forget("s1"),
    )
    for act in acts:
        with pytest.raises(DiaryError, match="keychain_refused"):
            act()


def test_the_key_is_not_in_the_clear_text_of_a_refusal(use: Callable[[KeyringBackend], SystemKeychain]) -> None:
    backend = Kept()
    backend.refuses = True
    with pytest.raises(DiaryError) as caught:
        use(backend).keep("s1", KEY)
    assert KEY.hex() not in repr(caught.value)
