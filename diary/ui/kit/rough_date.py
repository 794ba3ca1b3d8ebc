"""A date as exactly as it is known: a year, or a month or a day of it."""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from diary.domain.entries import Precision, RoughDate
from diary.ui.kit.choices import ChoiceBox
from diary.ui.kit.fields import OwnField
from diary.ui.kit.flow import FlowLayout
from diary.ui.kit.icons import Icons
from diary.words import say
from diary.words.dates import month_name

YEAR_PX = 90
LEAP_YEAR, MONTHS = 2000, range(1, 13)


class RoughDateField(QWidget):
    """The year is typed; month and day are left open until somebody knows them. ``left``: a part of it was given."""

    left = Signal()

    def __init__(self, icons: Icons, name: str) -> None:
        super().__init__()
        self._theme = icons.theme
        self._is_suggested = False
        self.year = OwnField()
        self.year.setMaxLength(4)
        self.year.setAccessibleName(say("{what}: the year", what=name))
        self.year.setPlaceholderText(say("Year"))
        self.month = ChoiceBox(icons, say("{what}: the month, if you know it", what=name))
        self.month.addItem(say("Month"), None)
        for month in MONTHS:
            self.month.addItem(month_name(date(LEAP_YEAR, month, 1)), month)
        self.day = ChoiceBox(icons, say("{what}: the day, if you know it", what=name))
        for box in (self.month, self.day):
            box.view().setAccessibleName(box.accessibleName())
        self.setLayout(FlowLayout(self.year, self.month, self.day, spacing=6))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.month.activated.connect(self._offer_days)
        self.month.activated.connect(self._choose)
        self.day.activated.connect(self._choose)
        self.year.textEdited.connect(self._leave_suggested)
        self.year.editingFinished.connect(self._offer_days)
        for signal in (self.year.editingFinished, self.month.activated, self.day.activated):
            signal.connect(self.left)
        self._theme.changed.connect(self._fit)
        self._fit()
        self._offer_days()

    @property
    def value(self) -> RoughDate | None:
        """The date given, ``None`` where no year was."""
        year = self._year
        if year is None:
            return None
        month, day = self.month.currentData(), self.day.currentData()
        if month is None:
            return RoughDate.of_year(year)
        return RoughDate.of_month(year, month) if day is None else RoughDate(date(year, month, day))

    @property
    def is_clear(self) -> bool:
        """Whether what was typed as a year is one, or nothing was."""
        return self._year is not None or (not self.year.text().strip() and self.month.currentData() is None)

    @property
    def content(self) -> tuple[object, ...]:
        """What stands in the fields, whether or not it is a date."""
        return self.year.text(), self.month.currentData(), self.day.currentData()

    def suggest_date(self, on: RoughDate) -> None:
        """Put in a date nobody gave yet: another year than its own takes its month and day away."""
        self.show_date(on)
        self._is_suggested = True

    def show_date(self, on: RoughDate | None) -> None:
        """Put a date into the fields, or empty them."""
        self._is_suggested = False
        precision = on.precision if on else Precision.YEAR
        self.year.setText(str(on.day.year) if on else "")
        has_month = on is not None and precision is not Precision.YEAR
        self.month.setCurrentIndex(on.day.month if on and has_month else 0)
        self._offer_days()
        self.day.setCurrentIndex(on.day.day if on and precision is Precision.DAY else 0)

    @property
    def _year(self) -> int | None:
        words = self.year.text().strip()
        year = int(words) if words.isdecimal() else 0
        return year if 0 < year <= MAXYEAR else None

    def _offer_days(self) -> None:
        """Offer the days that the month has; without a month there is no day to choose."""
        month, chosen = self.month.currentData(), self.day.currentIndex()
        days = monthrange(self._year or LEAP_YEAR, month)[1] if month else 0
        if self.day.count() != days + 1:
            self.day.clear()
            self.day.addItem(say("Day"), None)
            for day in range(1, days + 1):
                self.day.addItem(str(day), day)
            self.day.setCurrentIndex(chosen if 0 < chosen <= days else 0)
        self.day.setEnabled(bool(days))

    def _choose(self) -> None:
        """Keep month and day from now on, whatever the year: somebody chose one."""
        self._is_suggested = False

    def _leave_suggested(self) -> None:
        if self._is_suggested:
            year = self.year.text()
            self.show_date(None)
            self.year.setText(year)

    def _fit(self) -> None:
        self.year.setFixedWidth(self._theme.px(YEAR_PX))
