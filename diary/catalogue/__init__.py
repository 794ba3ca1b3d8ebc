"""What ships with the program as data: measures, places and help lines, read from ``resources`` into plain values."""

from __future__ import annotations

from diary.catalogue.body import places
from diary.catalogue.help_now import HelpLine, HelpNow, help_lines
from diary.catalogue.resources import resource_folder
from diary.catalogue.scales import built_in_revisions, measure_from, measures

__all__ = [
    "HelpLine",
    "HelpNow",
    "built_in_revisions",
    "help_lines",
    "measure_from",
    "measures",
    "places",
    "resource_folder",
]
