"""The places of page 2: their table, and the body with a numbered disc at each."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from diary import catalogue
from diary.domain.body_figure import View
from diary.domain.measures import PAIN
from diary.domain.places import Side
from diary.report.figures import average_text, figures, most_often_scored, range_text
from diary.report.labels import and_more, capital, site_label
from diary.report.values import Body, BodyDrawing, Disc, Row, Table
from diary.words import msgid, say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from diary.domain.body_figure import BodyView
    from diary.domain.day_values import Day
    from diary.domain.places import BodySite

MOST_PLACES = 6
_VIEW_WORDS = {View.FRONT: msgid("Front"), View.BACK: msgid("Back")}


def places_table(days: Sequence[Day]) -> Table | None:
    """Return the places scored on most days, numbered as on the body; ``None`` where none was."""
    known = most_often_scored(days, None)
    sites, gone = known[:MOST_PLACES], max(len(known) - MOST_PLACES, 0)
    if not sites:
        return None
    heads = (
        say("Place"),
        say("Average"),
        say("Lowest to\nhighest"),
        say("Days\nrecorded"),
        say("Days at\n7 or more"),
    )
    rows = tuple(_row(number, site, days) for number, site in enumerate(sites, start=1))
    return Table(heads, rows, notes=(and_more(gone),) if gone else (), gone=gone)


def _row(number: int, site: BodySite, days: Sequence[Day]) -> Row:
    found = figures(days, (PAIN, site))
    cells = (average_text(found), range_text(found), str(found.days), str(found.far_days))
    return Row(f"place {number}", f"{number}  {capital(site_label(site))}", cells)


def body(days: Sequence[Day]) -> Body | None:
    """Return the body with a disc where each place of the table is; ``None`` where no place can be drawn.

    Of a place that both views show, the front has the disc where it has a side, else (the neck) the back.
    """
    views = catalogue.body_figure()
    sites = most_often_scored(days, MOST_PLACES)
    where = {site: _view_of(site, views) for site in sites}
    if not any(where.values()):
        return None
    drawn = tuple(_drawing(view, views[view], sites, where) for view in View)
    named = tuple(
        say("{number} {place}", number=number, place=site_label(site)) for number, site in enumerate(sites, start=1)
    )
    some = views[View.FRONT]
    return Body(_alt(named), some.height / some.width, drawn, named)


def without_discs(drawn: Body, most: int) -> Body:
    """Return the body with the discs of the first ``most`` places alone, and only these told in words."""
    views = tuple(
        replace(view, discs=tuple(disc for disc in view.discs if int(disc.number) <= most)) for view in drawn.views
    )
    named = drawn.named[:most]
    return replace(drawn, views=views, named=named, alt=_alt(named))


def _alt(named: Sequence[str]) -> str:
    return say("The body from front and back. Places: {places}.", places=", ".join(named))


def _view_of(site: BodySite, views: Mapping[View, BodyView]) -> View | None:
    shown = [view for view in View if any(region.site == site for region in views[view].regions)]
    return (shown[0] if site.side is not Side.NONE else shown[-1]) if shown else None


def _drawing(view: View, of: BodyView, sites: Sequence[BodySite], where: Mapping[BodySite, View | None]) -> BodyDrawing:
    discs = tuple(
        Disc(str(number), region.middle[0] / of.width, region.middle[1] / of.height)
        for number, site in enumerate(sites, start=1)
        if where[site] is view
        for region in [one for one in of.regions if one.site == site][:1]
    )
    left, right = say("left"), say("right")
    return BodyDrawing(
        say(_VIEW_WORDS[view]),
        (right, left) if view is View.FRONT else (left, right),
        tuple((x / of.width, y / of.height) for x, y in of.outline),
        discs,
    )
