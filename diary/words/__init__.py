"""Every sentence a person sees is looked up here, by its English text, and filled in only when there are fields."""

from __future__ import annotations

import gettext
from pathlib import Path

ENGLISH = "en"
DOMAIN = "alongside"


class _Language:
    """The language in use: chosen once by ``start``, because a sentence can be needed anywhere."""

    code = ENGLISH
    translations: gettext.NullTranslations = gettext.NullTranslations()


def set_language(code: str, catalogues: Path | None = None) -> None:
    """Use ``code`` ("en", "de", "pt_BR") from now on, with ``catalogues/CODE/LC_MESSAGES/alongside.mo``.

    A language without a catalogue is shown in English, dates and numbers included: half a language reads worst.
    """
    # The messages are English already, and only to look for a catalogue takes 2 ms before the first paint.
    wanted = [] if code.partition("_")[0] in {ENGLISH, "C", "POSIX"} else [code]
    translations = gettext.translation(DOMAIN, catalogues, wanted, fallback=True)
    found = type(translations) is not gettext.NullTranslations
    _Language.code = code if found else ENGLISH
    _Language.translations = translations


def language() -> str:
    """The code of the language in use."""
    return _Language.code


def say(message: str, /, **fields: object) -> str:
    """The sentence in the person's language, ``{fields}`` filled in.

    Without fields nothing is formatted, so that a person's own words may hold braces.
    """
    sentence = _Language.translations.gettext(message) if message else ""
    return sentence.format(**fields) if fields else sentence


def say_n(one: str, many: str, n: int, /, **fields: object) -> str:
    """The sentence for ``n`` things, by the language's own plural rule; ``{n}`` is a field of both."""
    return _Language.translations.ngettext(one, many, n).format(n=n, **fields)


def msgid(message: str) -> str:
    """Return ``message`` unchanged: a sentence kept as a constant, marked so that extraction finds it."""
    return message
