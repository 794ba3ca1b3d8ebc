"""How high the rows of the time chart are, in pixels at 100 %."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from diary.ui.kit.plots_state import ChartState, Panel
    from diary.ui.kit.theme import Theme

HIGH_PX, LOW_PX, STRIP_PX = 74, 60, 26
NOTICED_PX = 92
"""A panel of a carer's numbers, whose name has two lines between the words of both ends."""
BETWEEN_PX = 16
"""Between two panels, so that the words of one's lower end don't read on into the next one's upper end."""
HEADING_PX, TITLE_PX, EVENTS_PX, DATES_PX = 20, 40, 36, 42


def height_px(panel: Panel) -> int:
    """The least height of a panel."""
    if panel.is_low:
        return LOW_PX
    return NOTICED_PX if panel.noticed else HIGH_PX


def least_height(theme: Theme, state: ChartState, lane_px: int, *, is_compact: bool) -> int:
    """The least height of the whole chart, with a lane of so many real pixels above it (0 for none)."""
    heading = theme.px(HEADING_PX) if is_compact else 0
    titles = theme.px(TITLE_PX) * len(state.panels) + heading if is_compact else 0
    events = theme.px(EVENTS_PX) if state.events else 0
    lane = lane_px + heading if lane_px else 0
    panels = theme.px(sum(height_px(panel) + BETWEEN_PX for panel in state.panels) + STRIP_PX + DATES_PX)
    return panels + titles + events + lane
