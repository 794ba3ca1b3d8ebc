"""The card with the places of a period: the body with its averages, the list beside it, and the table behind them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from diary import catalogue
from diary.domain.days import Period
from diary.ui.kit.body_map import BodyMap
from diary.ui.kit.picture_bar import PictureBar
from diary.ui.kit.surfaces import Card, column
from diary.ui.kit.tables import QuietTable
from diary.ui.kit.text import Title, Words
from diary.ui.look_back.places_list import PlacesList, row_sentence
from diary.ui.look_back.places_picture import PlacesPicture
from diary.ui.look_back.places_state import PlacesState, drawn_values, is_drawn, site_name
from diary.ui.look_back.places_table import PlacesTable
from diary.words import say
from diary.words.dates import day_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from diary.domain.places import BodySite
    from diary.ui.kit.icons import Icons
    from diary.ui.kit.picture_saving import Content
    from diary.ui.kit.theme import Theme
    from diary.ui.look_back.places_state import PlaceRow

BESIDE_EM, TABLE_PX = 44, 260
"""From this width on, in em of the scaled text, the list stands beside the drawing; the least height of the table."""


class PlacesCard(Card):
    """Where it hurt in the period in view; the drawing and the list show the same place as chosen."""

    save_requested = Signal(object)

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self._icons = icons
        self._places = PlacesState()
        self._range: tuple[date, date] | None = None
        self._rows: Sequence[PlaceRow] = ()
        self._hovered: BodySite | None = None
        self.bar = PictureBar(icons, self, say("Where it hurt"))
        self._span = Words("", "caption", wrap=True)
        self.drawing = BodyMap(icons.theme, catalogue.body_figure())
        self.list = PlacesList(icons.theme)
        self._said = Words("", "caption", wrap=True)
        self._notes = Words("", "caption", wrap=True)
        self._nothing = Words(say("No place was scored in this time."), "second", wrap=True)
        self._model = PlacesTable()
        self.figures = QuietTable(icons.theme, self._model, say("Where it hurt, as a table"), least_px=TABLE_PX)
        self._picture = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._picture)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(24)
        left = column(self.drawing, None, spacing=0)
        left.setAlignment(self.drawing, Qt.AlignmentFlag.AlignHCenter)
        self._halves.addLayout(left)
        self._halves.addLayout(column(self.list, self._said, spacing=6), 1)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addLayout(column(Title(say("Where it hurt")), self._span, spacing=2), 1)
        # Aligned, or the words above the bar would be laid out as narrow as it is where they stand below each other.
        self._head.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(self._head)
        for widget in (self.bar.message, self._nothing, self._picture, self.figures, self._notes):
            self.body.addWidget(widget)
        self.figures.hide()
        self._connect()

    def render_state(self, places: PlacesState) -> None:
        """Draw another diary."""
        if places is not self._places:
            self._places = places
            self._show()

    @property
    def is_empty(self) -> bool:
        """Whether no place was ever scored: not everybody is asked about places."""
        return not self._places.places

    def show_range(self, first: date, last: date) -> None:
        """Show the places of a range, beside as many days before it."""
        if self._range != (first, last):
            self._range = (first, last)
            self._show()

    def arrange(self, width_px: int) -> None:
        """Stand the list below the drawing, and the buttons below the title, where it is narrow."""
        is_wide = width_px >= BESIDE_EM * self._icons.theme.em
        way = QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        self._halves.setDirection(way)
        self._head.setDirection(way)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return self._shown_range[1]

    def drawn(self, theme: Theme) -> PlacesPicture:
        """The body and the figures."""
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return PlacesPicture(theme, self._rows, self._shown_range, is_mirrored=is_mirrored)

    def table(self) -> Content:
        """The places with their figures."""
        return self._model.saved

    @property
    def _shown_range(self) -> tuple[date, date]:
        assert self._range is not None, "nothing is shown before there is a range"
        first, last = self._range
        begun = date.fromordinal(self._places.first)
        return (max(first, begun) if begun <= last else first), last

    def _connect(self) -> None:
        self.bar.swapped.connect(self._show_table)
        self.bar.save_requested.connect(self.save_requested)
        self.drawing.place_clicked.connect(self._choose)
        self.drawing.place_hovered.connect(self._hover)
        self.list.site_chosen.connect(self._point)

    def _show(self) -> None:
        if self._range is None:
            return
        first, last = self._shown_range
        self._rows = self._places.rows(first, last)
        has_before = self._places.has_before(first, last)
        span, before = day_span(Period(first, last)), day_span(Period(first, last).before)
        beside = say("{span}, compared with {before}", span=span, before=before)
        self._span.setText(beside if has_before else say("{span}. The diary begins here.", span=span))
        self.list.show_rows(self._rows)
        self._model.render_rows(self._rows)
        self._point(self.list.site)
        self.drawing.setAccessibleDescription(_in_words(self._rows))
        self._notes.setText(" ".join(_notes(self._rows)))
        self._show_parts()

    def _show_parts(self) -> None:
        """Show the picture or the table, or that there is nothing for either."""
        has_rows, is_table = bool(self._rows), self.bar.shows_table
        self._nothing.setVisible(not has_rows)
        self._picture.setVisible(has_rows and not is_table)
        self.figures.setVisible(has_rows and is_table)
        self._notes.setVisible(has_rows and bool(self._notes.text()))
        self.bar.setVisible(has_rows)
        if is_table:
            self.figures.fit()

    def _show_table(self, is_shown: bool) -> None:
        del is_shown
        self._show_parts()

    def _choose(self, site: BodySite) -> None:
        self.list.choose(site)

    def _point(self, site: BodySite | None) -> None:
        """Edge the chosen place on the drawing, and say it."""
        self.drawing.show_places(drawn_values(self._rows), site if site and is_drawn(site) else None)
        self._say()

    def _hover(self, site: BodySite | None) -> None:
        self._hovered = site
        self._say()

    def _say(self) -> None:
        """Say the place under the mouse, else the chosen one."""
        site = self._hovered or self.list.site
        row = next((row for row in self._rows if row.site == site), None)
        if row is not None:
            self._said.setText(row_sentence(row))
        elif site is not None:
            self._said.setText(say("{place}: not scored", place=site_name(site)))
        else:
            self._said.setText(say("Click a place, or go through the list."))


def _in_words(rows: Sequence[PlaceRow]) -> str:
    return ". ".join(row_sentence(row) for row in rows)


def _notes(rows: Sequence[PlaceRow]) -> list[str]:
    """What the figures stand on: your own answers only, noughts that were not scored, places without a side."""
    notes = [say("Averages of your own answers, on the days a place was scored.")]
    if any(row.now.noughts or (row.before and row.before.noughts) for row in rows):
        notes.append(say("A place counts as 0 on days when you said “nowhere else”."))
    if any(not is_drawn(row.site) for row in rows):
        notes.append(say("A place without a side is in the list, not on the drawing."))
    return notes
