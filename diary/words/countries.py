"""Names of countries in the person's language."""

from __future__ import annotations

from diary.words import language


def country_name(code: str) -> str:
    """The name of a country by its ISO 3166 code ("GB"); the code itself where nobody has a name for it."""
    from babel import Locale

    return str(Locale.parse(language()).territories.get(code, code))
