"""What ships as data, read from ``resources`` into plain values: measures, places, questionnaires, help lines.

Each part is loaded when it is first asked for: the first paint needs few of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.catalogue.resources import resource_folder

if TYPE_CHECKING:
    from types import ModuleType

    from diary.catalogue.body import places
    from diary.catalogue.figure import body_figure
    from diary.catalogue.forms import questionnaires
    from diary.catalogue.help_now import HelpLine, HelpNow, countries_with_lines, help_lines
    from diary.catalogue.marks import Emblem, emblem_colours, emblems
    from diary.catalogue.scales import built_in_revisions, measure_codes, measure_from, measures
    from diary.catalogue.starters import starter_factors

__all__ = [
    "Emblem",
    "HelpLine",
    "HelpNow",
    "body_figure",
    "built_in_revisions",
    "countries_with_lines",
    "emblem_colours",
    "emblems",
    "help_lines",
    "measure_codes",
    "measure_from",
    "measures",
    "places",
    "questionnaires",
    "resource_folder",
    "starter_factors",
]


def __getattr__(name: str) -> object:
    """Load the part that has ``name`` (PEP 562)."""
    part: ModuleType
    match name:
        case "places":
            from diary.catalogue import body

            part = body
        case "body_figure":
            from diary.catalogue import figure

            part = figure
        case "questionnaires":
            from diary.catalogue import forms

            part = forms
        case "HelpLine" | "HelpNow" | "countries_with_lines" | "help_lines":
            from diary.catalogue import help_now

            part = help_now
        case "Emblem" | "emblem_colours" | "emblems":
            from diary.catalogue import marks

            part = marks
        case "built_in_revisions" | "measure_codes" | "measure_from" | "measures":
            from diary.catalogue import scales

            part = scales
        case "starter_factors":
            from diary.catalogue import starters

            part = starters
        case _:
            raise AttributeError(name)
    return getattr(part, name)
