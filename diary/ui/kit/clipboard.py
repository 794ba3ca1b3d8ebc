"""A secret on the clipboard, which any program can read, for no longer than it takes to paste it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_AFTER_MS = 60_000
_NOT_TO_BE_KEPT = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
}
"""What programs that remember what was copied leave alone: on Linux and Windows, as password managers say it.

Qt gives kinds of its own another name on macOS (com.trolltech.anymime…), and PySide6 has no way to give the right one.
"""


def let_go_of_selection() -> None:
    """Give up the words that the mouse marked here: on X11 a middle click would paste them after their page is gone."""
    clipboard = QGuiApplication.clipboard()
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(QClipboard.Mode.Selection)


class SecretOnClipboard(QObject):
    """Copies ``secret``, and clears it after a minute or at the program's end where it is still there.

    It belongs to the program: the page that copied may be gone by then.
    """

    def __init__(self, secret: str, clear_after_ms: int = CLEAR_AFTER_MS) -> None:
        program = QCoreApplication.instance()
        super().__init__(program)
        self._secret = secret
        QGuiApplication.clipboard().setMimeData(_marked(secret))
        QTimer.singleShot(clear_after_ms, self, self.clear)
        if program is not None:
            program.aboutToQuit.connect(self.clear)

    def clear(self) -> None:
        """Clear the clipboard, unless something else was copied since."""
        if QGuiApplication.clipboard().text() == self._secret:
            QGuiApplication.clipboard().clear()
        self._secret = ""
        self.deleteLater()


def _marked(secret: str) -> QMimeData:
    copied = QMimeData()
    copied.setText(secret)
    for kind, value in _NOT_TO_BE_KEPT.items():
        copied.setData(kind, value)
    return copied
