"""The dialogs that ask for a file, opened where the person's own files are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QPushButton

from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import column, row
from diary.ui.kit.text import Title, Words
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

LAST_FOLDER = "last_folder"
"""The window's property with the folder used last: it lives as long as one sitting, and is written nowhere."""


WIDTH_EM = 26
TOLD_OF_PLAIN_FILES = "told_of_plain_files"
"""The window's property that is ``False`` until the person was told that saved files are not encrypted."""


class FileDialog(QFileDialog):
    """Begins in the folder used last in this sitting, else among the person's documents; gone when it is closed."""

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent, title, str(_first_folder(parent)))
        self._for = parent
        self._endings: dict[str, str] = {}
        self.fileSelected.connect(self._remember)
        self.finished.connect(self.deleteLater)

    def offer(self, forms: Mapping[str, str]) -> None:
        """Offer forms of a file by their endings ("png"), each with its words; the chosen one ends the name."""
        self._endings = {f"{words} (*.{ending})": ending for ending, words in forms.items()}
        self.setNameFilters(list(self._endings))
        self.filterSelected.connect(self._take_form)
        self._take_form(self.selectedNameFilter())

    def _take_form(self, name_filter: str) -> None:
        self.setDefaultSuffix(self._endings.get(name_filter, ""))

    def _remember(self, file: str) -> None:
        self._for.window().setProperty(LAST_FOLDER, str(Path(file).parent))


class PlainFileNotice(QDialog):
    """Says that a file won't be encrypted; ``accepted`` means: choose where to save it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(say("Before the first file"))
        meaning = say("Anyone who has it can read it. Keep it where only you can get at it, or hand it over yourself.")
        self.setAccessibleDescription(meaning)
        self.onwards, self.back = QPushButton(say("Choose where to save")), QPushButton(say("Not now"))
        for button, kind in ((self.onwards, "primary"), (self.back, "plain")):
            button.setProperty("kind", kind)
        title, words = Title(say("This file will not be encrypted."), wrap=True), Words(meaning, wrap=True)
        layout = column(title, words, row(self.onwards, self.back, None), spacing=14)
        layout.setContentsMargins(28, 24, 28, 20)
        self.setLayout(layout)
        self.setFixedWidth(max(WIDTH_EM * self.fontMetrics().height(), layout.minimumSize().width()))
        self.onwards.setDefault(True)
        self.onwards.clicked.connect(self.accept)
        self.back.clicked.connect(self.reject)


class PlainFileDialog(FileDialog):
    """For a file that won't be encrypted, which is said once before the first; nothing is asked after a no."""

    @override
    def open(self) -> None:  # type: ignore[override] # the form with a receiver is of no use here
        if self._for.window().property(TOLD_OF_PLAIN_FILES) is not False:
            super().open()
            return
        notice = PlainFileNotice(self._for)
        notice.accepted.connect(self._go_on)
        notice.rejected.connect(self.deleteLater)
        notice.open()

    def _go_on(self) -> None:
        self._for.window().setProperty(TOLD_OF_PLAIN_FILES, True)
        super().open()


def save_dialog(parent: QWidget, title: str, name: str, *, is_sealed: bool = False) -> FileDialog:
    """Ask where to save; it warns before another file is replaced. ``is_sealed``: nobody can read it without a key."""
    dialog = FileDialog(parent, title) if is_sealed else PlainFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix[1:])
    dialog.selectFile(name)
    return dialog


def open_dialog(parent: QWidget, title: str) -> FileDialog:
    """Ask for a file that is there."""
    dialog = FileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return dialog


def folder_dialog(parent: QWidget, title: str) -> FileDialog:
    """Ask for a folder that is there."""
    dialog = FileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return dialog


def _first_folder(parent: QWidget) -> Path:
    used = parent.window().property(LAST_FOLDER)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folders = [Path(str(folder)) for folder in (used, documents) if folder]
    return next((folder for folder in folders if folder.is_dir()), Path.home())
