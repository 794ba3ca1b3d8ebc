"""What is unfolded on Today: "More", the place and the moment that are asked about. None of it is kept in the diary."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from diary.domain.days import wall_time_of
from diary.domain.errors import DiaryError
from diary.ui.today.moment_gestures import MoveMoment
from diary.ui.today.more_state import Moment, MoreState

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime, time

    from diary.domain.places import BodySite
    from diary.ui.today.pen import Pen
    from diary.ui.today.state import TodayState


class Unfolded(QObject):
    """Opened and closed as the person goes along, and closed again on another day; ``shown`` is the day on screen.

    ``moved`` carries the gesture that gives a kept moment another time, ``refused`` why it can't be given.
    """

    changed = Signal()
    moved = Signal(object)
    refused = Signal(object)

    def __init__(
        self,
        pen: Pen,
        shown: Callable[[], TodayState],
        today: Callable[[], date],
        now: Callable[[], datetime],
        new_id: Callable[[], str],
    ) -> None:
        super().__init__()
        self._pen, self._shown = pen, shown
        self._today, self._now, self._new_id = today, now, new_id
        self.more = MoreState()
        self.opened_anyway = False

    def minute(self) -> time | None:
        """The minute it is, for what is done now; on a day before nobody knows when it was."""
        is_today = self._shown().day == self._today()
        return self._now().time().replace(second=0, microsecond=0) if is_today else None

    def open_anyway(self) -> None:
        """Show the questions on a bad day too."""
        self.opened_anyway = True
        self.changed.emit()

    def open_more(self, is_open: bool) -> None:
        """Show or hide what is asked below the core, as long as whoever writes now does."""
        self._unfold(replace(self.more, is_open=is_open, opened_by=self._pen.writing.writer))

    def open_place(self, site: BodySite | None) -> None:
        """Ask about a place."""
        self._unfold(replace(self.more, open_place=site))

    def use_list(self, uses_list: bool) -> None:
        """Choose places from the list, or on the drawing."""
        self._unfold(replace(self.more, uses_list=uses_list))

    def begin_moment(self) -> None:
        """Ask how it is right now, or on an earlier day first when it was: a moment from its first answer on."""
        id_, at = self._new_id(), self.minute()
        if at is None:
            self._unfold(replace(self.more, timeless_moment=id_))
        else:
            self._unfold(replace(self.more, open_moment=Moment(id_, at)))

    def open_moment(self, moment: Moment | None) -> None:
        """Ask about a moment again, or about none."""
        self._unfold(replace(self.more, open_moment=moment, timeless_moment=""))

    def move_moment(self, at: time) -> None:
        """Give the moment that is asked about another time; one still to come is refused."""
        timeless, shown = self.more.timeless_moment, self._shown()
        moment = self.more.open_moment or (Moment(timeless, at) if timeless else None)
        if moment is None:
            return
        if wall_time_of(shown.day, at, shown.more.choices.day_ends_at) > self._now().replace(tzinfo=None):
            self.refused.emit(DiaryError("moment_in_future"))
            return
        self.more = replace(self.more, open_moment=replace(moment, at=at), timeless_moment="")
        if any(one.id == moment.id for one in shown.more.moments):
            self.moved.emit(MoveMoment(moment.id, at))
        else:
            self.changed.emit()

    def turn_page(self) -> None:
        """Leave behind what was opened on another day, or by somebody else."""
        self.opened_anyway = False
        self.more = self.more.turned_to(self._pen.writing.writer)

    def _unfold(self, more: MoreState) -> None:
        if more != self.more:
            self.more = more
            self.changed.emit()
