"""The domain's values as plain JSON values and back: each dataclass an object of its fields, defaults left out.

Days are ``2026-11-25``, instants ISO 8601 with their offset, choices their words; a mapping by id is an object, and a
mapping by measure and place a list whose members name both.
"""

from __future__ import annotations

import dataclasses
import math
import types
from collections.abc import Mapping
from datetime import date, datetime, time
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from diary.domain.errors import DiaryError

Plain = Any
"""What JSON can say: ``None``, text, numbers, truth, lists and objects. Its shape is known only once it is read."""


def to_plain(value: object) -> Plain:
    """Return a domain value as JSON values; whole numbers without a decimal point."""
    if isinstance(value, Mapping):
        return _mapping_to_plain(value)
    if isinstance(value, tuple):
        return [to_plain(one) for one in value]
    if dataclasses.is_dataclass(value):
        return _fields_to_plain(value)
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, float) and value == int(value):
        return int(value)
    return value.value if isinstance(value, StrEnum) else value


def from_plain(kind: Any, plain: Plain, where: str) -> Any:  # noqa: ANN401 - the kind says what comes back
    """Return the value of ``kind`` (a type as annotations write it) that ``plain`` says.

    ``where`` is the path in the file, for ``DiaryError("json_wrong")``, which is raised where ``plain`` is not one.
    Fields that ``kind`` doesn't have are left out.
    """
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return None if plain is None else from_plain(_without_none(kind), plain, where)
    if origin is tuple:
        return _tuple_from(get_args(kind), plain, where)
    if origin is Mapping:
        key_kind, value_kind = get_args(kind)
        return _mapping_from(key_kind, value_kind, plain, where)
    if dataclasses.is_dataclass(kind):
        return _dataclass_from(kind, plain, where)
    return _single_from(kind, plain, where)


def _fields_to_plain(value: Any) -> Plain:  # noqa: ANN401 - a dataclass of any kind
    fields = {field.name: (getattr(value, field.name), field) for field in dataclasses.fields(value)}
    return {name: to_plain(content) for name, (content, field) in fields.items() if content != _default(field)}


def _mapping_to_plain(mapping: Mapping[Any, object]) -> Plain:
    if all(isinstance(key, str) for key in mapping):
        return {key: to_plain(value) for key, value in mapping.items()}
    members = []
    for (measure, site), value in mapping.items():
        place = {} if site is None else {"site": to_plain(site)}
        members.append({"measure": measure, **place, **to_plain(value)})
    return members


def _mapping_from(key_kind: Any, kind: Any, plain: Plain, where: str) -> Mapping[Any, object]:  # noqa: ANN401
    if key_kind is str:
        _expect(plain, dict, where)
        return {_text(key, where): from_plain(kind, value, f"{where}.{key}") for key, value in plain.items()}
    if plain == {}:  # an empty mapping has nothing to tell its kind by
        return {}
    _expect(plain, list, where)
    measure_kind, site_kind = get_args(key_kind)
    mapping = {}
    for at, member in enumerate(plain):
        here = f"{where}[{at}]"
        _expect(member, dict, here)
        measure = from_plain(measure_kind, member.get("measure"), f"{here}.measure")
        mapping[(measure, from_plain(site_kind, member.get("site"), f"{here}.site"))] = from_plain(kind, member, here)
    return mapping


def _tuple_from(kinds: tuple[Any, ...], plain: Plain, where: str) -> tuple[object, ...]:
    _expect(plain, list, where)
    return tuple(from_plain(kinds[0], one, f"{where}[{at}]") for at, one in enumerate(plain))


def _dataclass_from(kind: Any, plain: Plain, where: str) -> object:  # noqa: ANN401
    _expect(plain, dict, where)
    hints = _hints(kind)
    given = {}
    for field in dataclasses.fields(kind):
        here = f"{where}.{field.name}"
        if field.name in plain:
            given[field.name] = from_plain(hints[field.name], plain[field.name], here)
        elif _default(field) is dataclasses.MISSING:
            raise DiaryError("json_wrong", where=here)
    return kind(**given)


def _single_from(kind: Any, plain: Plain, where: str) -> object:  # noqa: ANN401
    try:
        if kind is float and isinstance(plain, int | float) and not isinstance(plain, bool):
            return _finite(float(plain))
        if kind in (bool, int) and type(plain) is kind:
            return plain
        if isinstance(plain, str):
            return _from_text(kind, plain, where)
    except (ValueError, OverflowError) as fault:
        raise DiaryError("json_wrong", where=where) from fault
    raise DiaryError("json_wrong", where=where)


def _from_text(kind: Any, plain: str, where: str) -> object:  # noqa: ANN401
    if kind is datetime:
        instant = datetime.fromisoformat(plain)
        if instant.tzinfo is None:
            raise ValueError(kind)
        return instant
    if kind in (date, time):
        return kind.fromisoformat(plain)
    if kind is str:
        return _text(plain, where)
    return kind(plain) if issubclass(kind, StrEnum) else _single_from(kind, None, where)


def _text(text: str, where: str) -> str:
    """Text that can be stored: half of a surrogate pair and NUL can't."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as fault:
        raise DiaryError("json_wrong", where=where) from fault
    if "\0" in text:
        raise DiaryError("json_wrong", where=where)
    return text


def _finite(value: float) -> float:
    if not math.isfinite(value):
        raise ValueError(value)
    return value


def _expect(plain: Plain, kind: type, where: str) -> None:
    if not isinstance(plain, kind):
        raise DiaryError("json_wrong", where=where)


def _without_none(kind: Any) -> Any:  # noqa: ANN401
    (one,) = (part for part in get_args(kind) if part is not types.NoneType)
    return one


def _default(field: dataclasses.Field[Any]) -> object:
    if field.default_factory is not dataclasses.MISSING:
        return field.default_factory()
    return field.default


@cache
def _hints(kind: Any) -> dict[str, Any]:  # noqa: ANN401
    return get_type_hints(kind)
