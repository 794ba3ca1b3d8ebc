"""Pictures of screens where carers write too; importing this module adds them to those that are drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from PySide6.QtWidgets import QWidget

from diary.domain.people import PERSON, Agreed, Carer, Consent, Recorder
from diary.ui.kit.icons import Icons
from diary.ui.writers.state import Asked, Opened, WritersState
from diary.ui.writers.view import WritersView
from tests.pictures.screens import in_window, register

DAY = date(2026, 11, 22)
ALEX = Carer(
    Recorder("alex", "Alex", "partner", date(2026, 5, 3)),
    Consent(Agreed.YES, PERSON, datetime(2026, 5, 3, 9, 12, tzinfo=UTC)),
    has_written=True,
)
KIM = Carer(
    Recorder("kim", "Kim from the care home", "support worker", date(2026, 10, 1)),
    Consent(Agreed.CANNOT_DECIDE, "kim", datetime(2026, 10, 1, 9, 12, tzinfo=UTC)),
)
JO = Carer(Recorder("jo", "Jo", "neighbour", date(2025, 3, 1), date(2026, 2, 28)), has_written=True)
WRITERS = WritersState("Sam", (ALEX, KIM, JO), is_loaded=True)
STATES = {
    "writers": WRITERS,
    "writers_alone": WritersState("Sam", is_loaded=True),
    "writers_form": replace(WRITERS, opened=Opened(Asked.NEW)),
    "writers_refused": replace(
        WRITERS,
        opened=Opened(Asked.CONSENT, JO),
        problem="Not kept",
        reason="The disk is full. What you saved before is safe. Make some room, then try again.",
    ),
    "writers_removed": replace(WRITERS, said="Jo writes here no longer."),
}


def _writers(state: WritersState, icons: Icons) -> QWidget:
    return in_window(icons, "settings", partial(WritersView, icons, state))


for name, writers in STATES.items():
    register(name, partial(_writers, writers))
