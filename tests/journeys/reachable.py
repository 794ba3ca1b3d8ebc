"""What can still be reached in this process: every Python object and every text that Qt shows or keeps."""

from __future__ import annotations

import gc
import types
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication, QTextDocument
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QGraphicsTextItem,
    QGraphicsView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.guards import everything_alive

OPAQUE = (types.ModuleType, types.CodeType, types.FunctionType, types.BuiltinFunctionType, types.FrameType)
"""What holds the program's own text, and is passed over: nobody's words are in code."""
UNTRACKED = frozenset({tuple, dict})
"""Python looks for no garbage in those of them that hold nothing but texts and numbers, and lists them nowhere."""
AT_ONCE = 2000
"""Holders; what as many hold is looked through together, which is quicker than one by one."""


def in_python(words: tuple[str, ...], ignored: set[int]) -> Iterator[str]:
    """Where a string or bytes with one of ``words`` is held by something alive, by the holders' types.

    ``ignored`` are the ids of the test's own objects.
    """
    forms: list[Any] = [*words, *(word.encode(code) for word in words for code in ("utf-8", "utf-16-le"))]
    ignored = ignored | {id(forms), *map(id, forms)}
    seen: set[int] = set()
    waiting = [one for one in everything_alive() if not isinstance(one, OPAQUE) and id(one) not in ignored]
    while waiting:
        some = waiting[-AT_ONCE:]
        del waiting[-AT_ONCE:]
        held = gc.get_referents(*some)
        if _say(held, forms):
            yield from _found(some, forms, ignored)
        inside = {id(one): one for one in held if type(one) in UNTRACKED and not gc.is_tracked(one)}
        waiting += [one for key, one in inside.items() if key not in seen]
        seen.update(inside)


def _say(held: list[Any], forms: list[Any]) -> bool:
    """Whether a text among what is held says one of the forms; each is compared with its own kind alone."""
    strings = "\0".join([one for one in held if isinstance(one, str)])
    others = b"\0".join([one for one in held if isinstance(one, bytes | bytearray)])
    return any(form in (strings if isinstance(form, str) else others) for form in forms)


def _found(holders: list[object], forms: list[Any], ignored: set[int]) -> Iterator[str]:
    for holder in holders:
        for held in gc.get_referents(holder):
            if id(held) not in ignored and _say([held], forms):
                yield f"{type(held).__name__} in {_told(holder)}"


def _told(holder: object) -> str:
    """A holder and what holds it, by their types: enough to find the line, without anybody's words."""
    above = [type(one).__name__ for one in gc.get_referrers(holder) if not isinstance(one, types.FrameType | list)]
    return f"{type(holder).__name__} in {sorted(set(above))[:5]}"


def in_qt(words: tuple[str, ...]) -> Iterator[str]:
    """Which widgets, models, actions, pictures' texts, the clipboard or the selection still say one of ``words``."""
    return (f"{type(one).__name__}: {where}" for one, where, text in _texts() if any(word in text for word in words))


def _texts() -> Iterator[tuple[object, str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield clipboard, mode.name, clipboard.text(mode)
    for widget in QApplication.allWidgets():
        yield from ((widget, where, text) for where, text in _of_widget(widget))
        for child in _without_widgets(widget):
            yield from ((child, where, text) for where, text in _of_object(child))


def _without_widgets(above: QObject) -> Iterator[QObject]:
    """What belongs to an object and to none of the widgets below it."""
    for child in above.children():
        if not isinstance(child, QWidget):
            yield child
            yield from _without_widgets(child)


def _of_widget(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "title", widget.windowTitle()
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit):
        yield "text", widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        yield "text", widget.toPlainText()
    if isinstance(widget, QComboBox):
        yield from (("item", widget.itemText(index)) for index in range(widget.count()))
    if isinstance(widget, QGraphicsView) and widget.scene() is not None:
        yield from (("drawn", item.toPlainText()) for item in widget.items() if isinstance(item, QGraphicsTextItem))
    yield from _of_object(widget)


def _of_object(one: QObject) -> Iterator[tuple[str, str]]:
    for name in one.dynamicPropertyNames():
        with suppress(RuntimeError):  # Qt's own, of a type that Python has no word for
            yield "property", str(one.property(bytes(name.data()).decode()))
    if isinstance(one, QAction):
        yield "action", one.text()
    if isinstance(one, QTextDocument):
        yield "document", one.toPlainText()
    if isinstance(one, QAbstractItemModel):
        yield from (("model", text) for text in _of_model(one))


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    """All lines of a model; the program has none with lines below lines."""
    top = QModelIndex()
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(top)
    for line in range(model.rowCount(top)):
        for column in range(columns):
            index = model.index(line, column)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.UserRole):
                yield str(model.data(index, role))
