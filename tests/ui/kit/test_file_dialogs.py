"""Where the dialogs that ask for a file begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from diary.ui.kit.file_dialogs import TOLD_OF_PLAIN_FILES, FileDialog, PlainFileNotice, open_dialog, save_dialog


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", _always(folder))
    return folder


@pytest.fixture
def page(qapp: QApplication) -> Iterator[QWidget]:
    del qapp
    window = QWidget()
    yield QWidget(window)
    window.deleteLater()


def _always(folder: Path) -> Callable[[QStandardPaths.StandardLocation], str]:
    def answer(place: QStandardPaths.StandardLocation) -> str:
        del place
        return str(folder)

    return answer


def folder_of(dialog: FileDialog) -> Path:
    return Path(dialog.directory().absolutePath())


def test_a_file_is_asked_for_among_the_persons_documents(page: QWidget, documents: Path) -> None:
    assert folder_of(save_dialog(page, "Save", "Summary.pdf")) == documents
    assert folder_of(open_dialog(page, "Open")) == documents


def test_home_stands_in_for_documents_that_are_missing(page: QWidget, documents: Path) -> None:
    documents.rmdir()
    assert folder_of(open_dialog(page, "Open")) == Path.home()


def test_the_folder_used_last_comes_first(page: QWidget, documents: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    save_dialog(page, "Save", "a.pdf").fileSelected.emit(str(tmp_path / "stick" / "a.pdf"))
    other_page = QWidget(page.window())
    assert folder_of(open_dialog(other_page, "Open")) == tmp_path / "stick"
    (tmp_path / "stick").rmdir()
    assert folder_of(open_dialog(other_page, "Open")) == documents


def test_a_name_is_suggested_with_its_ending(page: QWidget, documents: Path) -> None:
    dialog = save_dialog(page, "Save", "Summary.pdf")
    assert [Path(file) for file in dialog.selectedFiles()] == [documents / "Summary.pdf"]
    assert dialog.defaultSuffix() == "pdf"
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def notices(page: QWidget) -> list[PlainFileNotice]:
    return [one for one in page.findChildren(PlainFileNotice) if one.isVisible()]


def press(notice: PlainFileNotice, text: str) -> None:
    next(button for button in (notice.onwards, notice.back) if button.text() == text).click()


@pytest.fixture
def shown(page: QWidget) -> QWidget:
    page.window().setProperty(TOLD_OF_PLAIN_FILES, False)
    return page


def test_before_the_first_plain_file_it_is_said_what_that_means(shown: QWidget, documents: Path) -> None:
    del documents
    dialog = save_dialog(shown, "Save", "a.pdf")
    dialog.open()
    assert not dialog.isVisible()
    (notice,) = notices(shown)
    assert {label.x() for label in notice.findChildren(QLabel)} == {notice.onwards.x()}, "one left edge"
    press(notice, "Choose where to save")
    assert dialog.isVisible()
    dialog.close()
    again = save_dialog(shown, "Save", "b.pdf")
    again.open()
    assert again.isVisible()
    assert not notices(shown)
    again.close()


def test_whoever_says_not_now_is_asked_for_no_place_and_told_again(shown: QWidget, documents: Path) -> None:
    del documents
    for _ in range(2):
        dialog = save_dialog(shown, "Save", "a.pdf")
        dialog.open()
        press(notices(shown)[0], "Not now")
        assert not dialog.isVisible()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert shown.findChildren(FileDialog) == []


def test_nothing_is_said_before_a_sealed_file_or_one_to_open(shown: QWidget, documents: Path) -> None:
    del documents
    for dialog in (save_dialog(shown, "Save", "S.alongside-backup", is_sealed=True), open_dialog(shown, "Open")):
        dialog.open()
        assert dialog.isVisible()
        assert not notices(shown)
        dialog.close()
