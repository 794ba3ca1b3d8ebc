"""Pictures of a note that only the person reads, and of what it means; importing this module adds them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from diary import catalogue
from diary.domain.entries import Sharing
from diary.domain.people import PERSON
from diary.domain.today import NOTE, TodayChoices
from diary.ui.kit.icons import Icons
from diary.ui.today.more_state import MoreState
from diary.ui.today.note_card import NoteCard
from diary.ui.today.state import NoteState, TodayState
from diary.ui.today.view import TodayView
from tests.pictures.of_carers import DAY, WHO
from tests.pictures.screens import in_window, register

MORE = MoreState(is_open=True, choices=TodayChoices(shown=(NOTE,)))
WRITTEN = NoteState("Could not say it to Alex. I was afraid all night.", id="n1", may_seal=True)
SHOWN = TodayState(DAY, DAY, {"mood": 3.0}, is_loaded=True, writing=WHO.by(PERSON), more=MORE, note=WRITTEN)
STATES = {
    "note_open_to_carers": SHOWN,
    "note_sealed": replace(SHOWN, note=replace(WRITTEN, sharing=Sharing.SEALED), saved_at="19:52"),
}


def _today(state: TodayState, icons: Icons) -> QWidget:
    window = in_window(icons, "today", partial(TodayView, icons, catalogue.measures(), state))
    window.show_writer(state.writing.penned)
    return window


def _asked(icons: Icons) -> QWidget:
    window = _today(SHOWN, icons)
    window.findChildren(NoteCard)[0].seal.tick.click()
    return window


for name, shown in STATES.items():
    register(f"today_{name}", partial(_today, shown))
register("today_note_asked", _asked)
