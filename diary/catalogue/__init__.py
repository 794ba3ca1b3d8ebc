"""What ships as data, read from ``resources`` into plain values: measures, places, help lines and emblems.

Each part is loaded when it is first asked for: the first paint needs few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.catalogue.resources import resource_folder

if TYPE_CHECKING:
    from diary.catalogue.body import places
    from diary.catalogue.figure import body_figure
    from diary.catalogue.help_now import HelpLine, HelpNow, countries_with_lines, help_lines
    from diary.catalogue.marks import Emblem, emblems
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


def __getattr__(name: str) -> object:
    """Load the part that has ``name`` (PEP 562)."""
    match name:
        case "places":
            from diary.catalogue import body

            return getattr(body, name)
        case "body_figure":
            from diary.catalogue import figure

            return getattr(figure, name)
        case "HelpLine" | "HelpNow" | "countries_with_lines" | "help_lines":
            from diary.catalogue import help_now

            return getattr(help_now, name)
        case "Emblem" | "emblems":
            from diary.catalogue import marks

            return getattr(marks, name)
        case "built_in_revisions" | "measure_from" | "measures":
            from diary.catalogue import scales

            return getattr(scales, name)
        case "starter_factors":
            from diary.catalogue import starters

            return getattr(starters, name)
        case _:
            raise AttributeError(name)
