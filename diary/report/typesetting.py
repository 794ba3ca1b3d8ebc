"""Plain values into a template of ours, and what typst makes of it: the person's words stay words."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import typst

from diary.catalogue import resource_folder
from diary.report.glyphs import printable_characters, with_names

if TYPE_CHECKING:
    from diary.report.values import Paper, Summary

_LONGEST_UNBROKEN = 24
_ONE_AT_A_TIME = Lock()
"""The compiler refuses a second thread while it works; a preview and a save can meet."""
_BREAK_HERE = "\u200b"
_AS_THEY_ARE = {int, float, bool, type(None)}
"""Most of what ten years hold."""


def typeset(template: str, summary: Summary, paper: Paper, **how: Any) -> tuple[bytes, ...]:
    """Return what a template makes of a summary: a PDF, or a picture of each page.

    The data stand as one quoted string in the file that calls the template: with ``sys_inputs``, every page would be
    laid out anew although only the other was changed.
    """
    data = json.dumps(_printable(summary), ensure_ascii=False)
    quoted = data.replace("\\", "\\\\").replace('"', '\\"')
    caller = f'#import "{template}": made\n#made(json(bytes("{quoted}")), "{paper.value}")'
    with _ONE_AT_A_TIME:
        made = _compiler().compile(caller.encode(), **how)
    return tuple(made) if isinstance(made, list) else (made or b"",)


@cache
def _compiler() -> typst.Compiler:
    folder = resource_folder()
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder / "fonts"])
    return typst.Compiler(root=folder / "report", font_paths=fonts)


def printable(words: str) -> str:
    """Return words as the fonts of the pages can print them."""
    return with_names(words, _characters())


def _printable(value: object) -> object:
    """Return values as JSON has them, every word made printable."""
    if isinstance(value, str):
        return _breakable(printable(value))
    if isinstance(value, tuple):
        return [item if type(item) in _AS_THEY_ARE else _printable(item) for item in value]
    names = _names(type(value))  # type: ignore[arg-type]  # a class is hashable, which its stub doesn't say
    return {name: _printable(getattr(value, name)) for name in names} if names else value


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's values, none for another kind."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


@cache
def _characters() -> frozenset[int]:
    folder = resource_folder() / "fonts"
    return printable_characters(tuple(folder / f"Inter-{weight}.otf" for weight in ("Regular", "SemiBold")))


def _breakable(words: str) -> str:
    """Let words without an end break, so that they never run off the page."""
    if len(words) <= _LONGEST_UNBROKEN:
        return words
    return " ".join(
        _BREAK_HERE.join(word[at : at + _LONGEST_UNBROKEN] for at in range(0, max(len(word), 1), _LONGEST_UNBROKEN))
        for word in words.split(" ")
    )
