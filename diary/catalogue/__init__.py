"""What ships as data, read from ``resources`` into plain values: measures, places, questionnaires, help lines.

Each part is loaded when it is first asked for: the first paint needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from diary.catalogue.resources import resource_folder

if TYPE_CHECKING:
    from diary.catalogue.body import places
    from diary.catalogue.figure import body_figure
    from diary.catalogue.forms import questionnaires
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
    "questionnaires",
    "resource_folder",
    "starter_factors",
]


_MODULES = {
    "places": "body",
    "body_figure": "figure",
    "questionnaires": "forms",
    "HelpLine": "help_now",
    "HelpNow": "help_now",
    "countries_with_lines": "help_now",
    "help_lines": "help_now",
    "Emblem": "marks",
    "emblems": "marks",
    "built_in_revisions": "scales",
    "measure_from": "scales",
    "measures": "scales",
    "starter_factors": "starters",
}


def __getattr__(name: str) -> object:
    """Load the part that has ``name`` (PEP 562)."""
    if name not in _MODULES:
        raise AttributeError(name)
    return getattr(import_module(f"diary.catalogue.{_MODULES[name]}"), name)
