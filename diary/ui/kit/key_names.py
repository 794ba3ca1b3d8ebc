"""What the keys are called on this computer: Qt takes ⌘ for Ctrl on a Mac, whose keyboard names others by signs too."""

from __future__ import annotations

import sys

from diary.words import msgid, say

_ON_A_MAC = {msgid("Ctrl"): "⌘", msgid("Alt"): "⌥", msgid("Backspace"): "⌫", msgid("Enter"): "⏎"}


def key_name(key: str) -> str:
    """What stands on a key, by its name here, which is that on other computers' English keyboards."""
    if sys.platform == "darwin" and key in _ON_A_MAC:
        return _ON_A_MAC[key]
    return say(key)


def keys_together(*keys: str) -> str:
    """Keys that are pressed together, as menus write it: "Ctrl+L", and "⌘L" on a Mac."""
    return ("" if sys.platform == "darwin" else "+").join(key_name(key) for key in keys)
