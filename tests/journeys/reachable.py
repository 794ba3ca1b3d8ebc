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

LEAVES = (str, bytes, bytearray)
OPAQUE = (types.ModuleType, types.CodeType, types.FunctionType, types.BuiltinFunctionType)
"""What holds the program's own text, and is passed over: nobody's words are in code."""


def in_python(words: tuple[str, ...], ignored: set[int]) -> list[str]:
    """Where a string or bytes with one of ``words`` is held by something alive, by the holders' types.

    ``ignored`` are the ids of the test's own objects.
    """
    forms: list[Any] = [*words, *(word.encode(code) for word in words for code in ("utf-8", "utf-16-le"))]
    found: list[str] = []
    ignored = ignored | {id(forms), *map(id, forms)}
    seen = set(ignored)
    waiting = [one for one in gc.get_objects() if id(one) not in seen]
    while waiting:
        holder = waiting.pop()
        if id(holder) in seen or isinstance(holder, (*OPAQUE, types.FrameType)):
            continue
        seen.add(id(holder))
        for held in gc.get_referents(holder):
            if isinstance(held, LEAVES):
                if id(held) not in ignored and _says(held, forms):
                    found.append(f"{type(held).__name__} in {_told(holder)}")
            elif not gc.is_tracked(held):
                waiting.append(held)
    return found


def _says(text: Any, forms: list[Any]) -> bool:  # noqa: ANN401 - each form is compared with its own kind alone
    return any(form in text for form in forms if isinstance(text, str) == isinstance(form, str))


def _told(holder: object) -> str:
    """A holder and what holds it, by their types: enough to find the line, without anybody's words."""
    above = [type(one).__name__ for one in gc.get_referrers(holder) if not isinstance(one, types.FrameType | list)]
    return f"{type(holder).__name__} in {sorted(set(above))[:5]}"


def in_qt(words: tuple[str, ...]) -> list[str]:
    """Which widgets, models, actions, pictures' texts, the clipboard or the selection still say one of ``words``."""
    return [f"{type(one).__name__}: {where}" for one, where, text in _texts() if any(word in text for word in words)]


def _texts() -> Iterator[tuple[object, str, str]]:
    clipboard = QGuiApplication.clipboard()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield clipboard, mode.name, clipboard.text(mode)
    for widget in QApplication.allWidgets():
        yield from ((widget, where, text) for where, text in _of_widget(widget))
        for child in widget.findChildren(QObject):
            if not isinstance(child, QWidget):
                yield from ((child, where, text) for where, text in _of_object(child))


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
