"""A field for one day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QDateEdit

from diary.ui.kit.choices import paint_arrow
from diary.ui.kit.overriding import override
from diary.words.dates import locale

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QPaintEvent, QWheelEvent

    from diary.ui.kit.icons import Icons


class DayField(QDateEdit):
    """A date to type or to take from a calendar; days after the latest can't be taken.

    A click chooses the part of the date that it hits, as the keyboard does: a digit typed beside it would be refused.
    """

    day_chosen = Signal(object)

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._icons = icons
        self.setAccessibleName(name)
        self.setObjectName("day")
        self.setStyleSheet(
            "QDateEdit#day::drop-down { border: none; width: 30px; }"
            "QDateEdit#day::down-arrow { image: none; width: 0; height: 0; }"
        )
        self.setLocale(QLocale(locale()))
        self.setDisplayFormat("d MMM yyyy")
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.calendarWidget().setAccessibleName(name)
        self.setKeyboardTracking(False)
        self.userDateChanged.connect(self._chosen)
        self.lineEdit().installEventFilter(self)

    def show_day(self, day: date, latest: date) -> None:
        """Show a day without asking for it."""
        self.blockSignals(True)
        self.setMaximumDate(QDate(latest.year, latest.month, latest.day))
        self.setDate(QDate(day.year, day.month, day.day))
        self.blockSignals(False)

    @property
    def day(self) -> date:
        """The day that stands in the field."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_done = super().eventFilter(watched, event)
        if event.type() is QEvent.Type.MouseButtonRelease and not self.lineEdit().hasSelectedText():
            QTimer.singleShot(0, self, self._choose_part)  # the field itself is told of the click after this
        return is_done

    def _choose_part(self) -> None:
        self.setSelectedSection(self.currentSection())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_arrow(self, self._icons)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page: scrolling past must not change a date, nor take the keyboard."""
        event.ignore()

    def _chosen(self) -> None:
        self.day_chosen.emit(self.day)
