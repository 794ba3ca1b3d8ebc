"""What the first page could do without, loaded off the GUI thread while it is on screen."""

from __future__ import annotations


def load_storage() -> None:
    """Load what opens a diary; on its lane."""
    import diary.app.diaries
    import diary.app.journal  # noqa: F401 - loading it is the point


def load_charts() -> None:
    """Load what draws its charts; what calculates comes with the first visit to Together."""
    import diary.ui.look_back.view
    import diary.ui.together.view  # noqa: F401 - loading it is the point
