"""Once, before the first file that anyone can read, the whole program says so, and remembers that it did."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from diary.files import preferences
from diary.ui.kit.file_dialogs import FileDialog, PlainFileNotice
from diary.ui.share.view import ShareView
from diary.ui.today.view import TodayView
from tests.ui.running import Running, known_diary


def test_it_is_said_before_the_first_file_and_never_again(start: Callable[[], Running], tmp_path: Path) -> None:
    known_diary(tmp_path, "S", None)
    running = start()
    running.until(lambda: running.has(TodayView))
    running.window.show_page("share")
    running.until(lambda: running.has(ShareView))
    running.click("Save CSV…", ShareView)
    notice = running.part(PlainFileNotice)
    notice.onwards.click()
    running.until(lambda: running.window.findChildren(FileDialog))
    running.window.findChildren(FileDialog)[0].reject()
    running.settled()
    assert preferences.load(tmp_path / "config").told_of_plain_files
    running.close()
    again = start()
    again.until(lambda: again.has(TodayView))
    again.window.show_page("share")
    again.until(lambda: again.has(ShareView))
    again.click("Save CSV…", ShareView)
    assert not again.window.findChildren(PlainFileNotice)
    again.window.findChildren(FileDialog)[0].reject()
