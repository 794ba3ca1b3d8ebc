"""The small parts that FHIR R4 resources are made of, as plain JSON values, each made in one way only."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import escape
from itertools import groupby
from typing import Any, TypeAlias
from uuid import UUID, uuid5

Element: TypeAlias = dict[str, Any]
"""A resource, or a part of one: names as FHIR writes them."""

FURTHEST = timedelta(hours=14)
"""No clock is further from UTC."""
XHTML = "http://www.w3.org/1999/xhtml"
_OURS = UUID("7aa7a93d-b990-454b-a80d-c31497bc2154")
_NOT_IN_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_OTHER_SPACE = re.compile(r"[^\S \t\r\n]")


def fixed_id(*meaning: str) -> str:
    """Return the id of something that is the same in every diary."""
    return str(uuid5(_OURS, json.dumps(meaning)))


@dataclass(frozen=True, slots=True)
class Ids:
    """Ids by meaning within one diary: a second document names the same things alike, another diary never does."""

    diary_id: str

    def of(self, kind: str, *meaning: str) -> str:
        """Return the id of something of a kind."""
        return fixed_id(self.diary_id, kind, *meaning)


def address(id_: str) -> str:
    """Return the ``fullUrl`` of the resource with an id."""
    return f"urn:uuid:{id_}"


def reference(id_: str) -> Element:
    """A reference to the resource with an id."""
    return {"reference": address(id_)}


def coding(system: str, code: str, display: str = "") -> Element:
    """One code; ``display`` only where it is the code system's own wording, or the code is ours."""
    said = words(display)
    return {"system": system, "code": code, **({"display": said} if said else {})}


def concept(text: str, *codings: Element) -> Element:
    """What is meant, in words, and in codes where there are some."""
    said = words(text)
    return {**({"coding": list(codings)} if codings else {}), **({"text": said} if said else {})}


def quantity(value: float, unit: str, code: str) -> Element:
    """A number with its unit; ``code`` is UCUM's."""
    number = int(value) if value == int(value) else value
    return {"value": number, "unit": unit, "system": "http://unitsofmeasure.org", "code": code}


def score(value: float, lowest: float, highest: float) -> Element:
    """A number on a scale, its two ends in the unit's words: a bare 4 says nothing of how much that is."""
    return quantity(value, f"score ({lowest:g} to {highest:g})", "{score}")


def narrative(lines: Iterable[str]) -> Element:
    """What a person reads of a resource: a paragraph for each line."""
    return _xhtml(escape(words(line), quote=False) for line in lines)


def retold(title: str, resources: Iterable[Element]) -> Element:
    """What a person reads of several resources: theirs, those that begin alike (with a day) on one line."""
    told = (_PARAGRAPH.findall(one["text"]["div"]) for one in resources)
    lines = [escape(words(title), quote=False)]
    for beginning, alike in groupby(told, key=_first):
        rest = "; ".join(line.removesuffix(".") for one in alike for line in one[1:])
        lines.append(f"{beginning}: {rest}" if rest else beginning)
    return _xhtml(lines)


def _first(paragraphs: list[str]) -> str:
    return paragraphs[0]


def _xhtml(escaped: Iterable[str]) -> Element:
    paragraphs = "".join(f"<p>{line}</p>" for line in escaped)
    return {"status": "generated", "div": f'<div xmlns="{XHTML}">{paragraphs}</div>'}


def instant(at: datetime) -> str:
    """An aware instant to the second, with its offset, or in UTC where R4 can't write that offset."""
    offset = at.utcoffset()
    is_known = offset is not None and abs(offset) <= FURTHEST and not offset.seconds % 60
    return (at if is_known else at.astimezone(UTC)).isoformat(timespec="seconds")


def words(text: str) -> str:
    """Text as FHIR and XML can hold it: no control characters, and no spaces but plain ones (string in R4)."""
    return _NOT_IN_XML.sub("\ufffd", _OTHER_SPACE.sub(" ", text)).strip()
