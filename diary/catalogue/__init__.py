"""What ships as data, read from ``resources`` into plain values: measures, places, help lines and emblems."""

from __future__ import annotations

from diary.catalogue.body import places
from diary.catalogue.body_figure import body_figure
from diary.catalogue.help_now import HelpLine, HelpNow, countries_with_lines, help_lines
from diary.catalogue.marks import Emblem, emblems
from diary.catalogue.resources import resource_folder
from diary.catalogue.scales import built_in_revisions, measure_from, measures
from diary.catalogue.starters import starter_factors

__all__ = [
    "Emblem",
    "HelpLine",
    "HelpNow",
    "body_figure",
    "built_in_revisions",
    "countries_with_lines",
    "emblems",
    "help_lines",
    "measure_from",
    "measures",
    "places",
    "resource_folder",
    "starter_factors",
]
