"""My story's page: what happened, and what was tried."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from diary.domain.entries import Event, Helped
from diary.ui.kit.buttons import Button
from diary.ui.kit.inner_page import InnerPage
from diary.ui.kit.overriding import override
from diary.ui.kit.surfaces import Card, column, row
from diary.ui.kit.text import Title, Words
from diary.ui.story.forms import EventForm, TreatmentForm
from diary.ui.story.told_row import ToldRow
from diary.words import msgid, say
from diary.words.choices import TREATMENT_KINDS
from diary.words.dates import rough_day

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from diary.domain.entries import Treatment
    from diary.ui.kit.icons import Icons
    from diary.ui.story.state import StoryState

MOST_LINES = 5
_HELPED = {
    Helped.YES: msgid("It helped"),
    Helped.A_BIT: msgid("It helped a bit"),
    Helped.NO: msgid("It did not help"),
    Helped.NOT_SURE: msgid("Not sure if it helped"),
}


class StoryView(InnerPage):
    """The page; signals that end in ``event`` or ``treatment`` carry one.

    ``form_settled`` tells whether words stay in the form that can't be kept yet.
    """

    begin_event_requested = Signal()
    begin_treatment_requested = Signal()
    change_event = Signal(object)
    change_treatment = Signal(object)
    keep_event = Signal(object)
    keep_treatment = Signal(object)
    delete_event = Signal(object)
    delete_treatment = Signal(object)
    line_event = Signal(object)
    leave_requested = Signal()
    form_settled = Signal(bool)

    def __init__(self, icons: Icons, state: StoryState) -> None:
        about = say("What came before this diary, and what happened since. Charts of those days show it.")
        super().__init__(icons, say("My story"), about)
        self._state = state
        self.rows: dict[str, ToldRow] = {}
        self.event_form, self.treatment_form = EventForm(icons), TreatmentForm(icons)
        self.add_event = Button(icons, say("Add something that happened"), "link", "plus")
        self.add_treatment = Button(icons, say("Add a treatment"), "link", "plus")
        self._no_events = Words(say("Nothing is here yet. A few words and a year are enough."), "second", wrap=True)
        self._room = Words("", "caption", wrap=True)
        self._events, self._now, self._ended = column(spacing=8), column(spacing=8), column(spacing=8)
        self._no_treatments = Words(say("Nothing is here yet."), "second", wrap=True)
        self._ended_title = Words(say("Ended"), "strong")
        self.body.addWidget(self._events_card())
        self.body.addWidget(self._treatments_card())
        self.body.addStretch(1)
        self._connect()
        self.render_state(state)

    def render_state(self, state: StoryState) -> None:
        """Draw a state whole."""
        was_open = self._state
        self._state = state
        is_asking = self._has_form(state)
        self._problem.say_why("" if state.is_form_refused else state.problem, state.reason, can_copy=state.can_copy)
        self._said.say(state.said)
        self._draw_rows(state)
        problem = (state.problem, state.reason) if state.is_form_refused else ("", "")
        self.event_form.show_event(state.event, *problem, can_copy=state.can_copy)
        self.treatment_form.show_treatment(state.treatment, *problem, can_copy=state.can_copy)
        self.add_event.setVisible(state.event is None)
        self.add_treatment.setVisible(state.treatment is None)
        self._measure()
        if is_asking and (state.event is not was_open.event or state.treatment is not was_open.treatment):
            self.ensureWidgetVisible(self.event_form if state.event else self.treatment_form)
        elif not is_asking and self._has_form(was_open) and self.isVisible():
            (self.add_event if was_open.event else self.add_treatment).setFocus(Qt.FocusReason.OtherFocusReason)

    def settle(self) -> None:
        """Keep what stands in an open form, where it is whole, and try again what was refused: the page may go now."""
        self._settle_form()
        if self._state.problem:
            self.retry_requested.emit()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.settle()
        super().hideEvent(event)

    def _settle_form(self) -> None:
        """Keep what was typed into an open form before it is used for something else, or say what it still needs."""
        form = self.event_form if self._state.event else self.treatment_form if self._state.treatment else None
        wanted = form.wanted() if form is not None and form.is_changed else None
        if form is not None and form.is_changed and wanted is None:
            self.ensureWidgetVisible(form)
            self.form_settled.emit(True)
            return
        self.form_settled.emit(False)
        if isinstance(wanted, Event):
            self.keep_event.emit(wanted)
        elif wanted is not None:
            self.keep_treatment.emit(wanted)

    def _begin_event(self) -> None:
        self._settle_form()
        self.begin_event_requested.emit()

    def _begin_treatment(self) -> None:
        self._settle_form()
        self.begin_treatment_requested.emit()

    def _has_form(self, state: StoryState) -> bool:
        return state.event is not None or state.treatment is not None

    def _draw_rows(self, state: StoryState) -> None:
        ids = {one.id for one in state.told}
        for id_ in [id_ for id_ in self.rows if id_ not in ids]:
            self.let_go(self.rows.pop(id_), self.add_event)
        chosen = len(state.lines)
        for at, event in enumerate(state.events):
            line = self._row(event.id, self._events, at, has_tick=True)
            line.show_words(event.label, _about_event(event))
            line.show_line(is_line=event.in_story, has_room=chosen < MOST_LINES)
        ended = [one for one in state.treatments if one.last is not None and one.last.last_day < state.today]
        current = [one for one in state.treatments if one not in ended]
        for layout, treatments in ((self._now, current), (self._ended, ended)):
            for at, treatment in enumerate(treatments):
                self._row(treatment.id, layout, at).show_words(treatment.name, _about_treatment(treatment))
        self._no_events.setVisible(state.is_loaded and not state.events)
        self._no_treatments.setVisible(state.is_loaded and not state.treatments)
        self._ended_title.setVisible(bool(ended))
        self._room.setText(say("{n} of {most} lines of the summary are chosen", n=chosen, most=MOST_LINES))
        self._room.setVisible(bool(state.events))

    def _row(self, id_: str, layout: QVBoxLayout, at: int, *, has_tick: bool = False) -> ToldRow:
        line = self.rows.get(id_)
        if line is None:
            line = self.rows[id_] = ToldRow(self._icons, has_tick=has_tick)
            line.change_requested.connect(self._change)
            line.away_requested.connect(self._away)
            line.line_requested.connect(self._line)
        if layout.indexOf(line) != at:
            layout.insertWidget(at, line)
            line.show()
        return line

    def _change(self) -> None:
        told = self._told()
        self._settle_form()
        if isinstance(told, Event):
            self.change_event.emit(told)
        elif told is not None:
            self.change_treatment.emit(told)

    def _away(self) -> None:
        told = self._told()
        if isinstance(told, Event):
            self.delete_event.emit(told)
        elif told is not None:
            self.delete_treatment.emit(told)

    def _line(self) -> None:
        if (told := self._told()) is not None:
            self.line_event.emit(told)

    def _told(self) -> Event | Treatment | None:
        """What the row is about that has just asked for something."""
        line = self.sender()
        return next((one for one in self._state.told if self.rows.get(one.id) is line), None)

    def _keep_event(self) -> None:
        if (wanted := self.event_form.wanted()) is not None:
            self.keep_event.emit(wanted)

    def _keep_treatment(self) -> None:
        if (wanted := self.treatment_form.wanted()) is not None:
            self.keep_treatment.emit(wanted)

    def _events_card(self) -> QWidget:
        card = Card(padding=(24, 18), spacing=10)
        about = say("Tick up to five for the summary, if your doctor should see them.")
        card.body.addWidget(Title(say("What happened"), wrap=True))
        card.body.addWidget(Words(about, "caption", wrap=True))
        card.body.addWidget(self._no_events)
        card.body.addLayout(self._events)
        card.body.addWidget(self._room)
        card.body.addLayout(row(self.add_event, None))
        card.body.addWidget(self.event_form)
        return card

    def _treatments_card(self) -> QWidget:
        card = Card(padding=(24, 18), spacing=10)
        about = say("What you take or do for it now, and what ended. Nothing you wrote about a day goes away.")
        card.body.addWidget(Title(say("Treatments"), wrap=True))
        card.body.addWidget(Words(about, "caption", wrap=True))
        card.body.addWidget(self._no_treatments)
        card.body.addLayout(self._now)
        card.body.addWidget(self._ended_title)
        card.body.addLayout(self._ended)
        card.body.addLayout(row(self.add_treatment, None))
        card.body.addWidget(self.treatment_form)
        return card

    def _connect(self) -> None:
        self.add_event.clicked.connect(self._begin_event)
        self.add_treatment.clicked.connect(self._begin_treatment)
        self.event_form.kept.connect(self._keep_event)
        self.treatment_form.kept.connect(self._keep_treatment)
        for form in (self.event_form, self.treatment_form):
            form.left.connect(self.leave_requested)
            form.copy_requested.connect(self.copy_requested)


def _about_event(event: Event) -> str:
    helped = say(_HELPED[event.helped]) if event.helped else ""
    return " · ".join(part for part in (rough_day(event.on), helped) if part)


def _about_treatment(treatment: Treatment) -> str:
    """Its kind, how much, and from when to when as far as that is known."""
    first = rough_day(treatment.first) if treatment.first else ""
    last = rough_day(treatment.last) if treatment.last else ""
    if first and last:
        span = say("from {first} to {last}", first=first, last=last)
    elif last:
        span = say("until {last}", last=last)
    else:
        span = say("since {first}", first=first) if first else ""
    dose = " ".join(part for part in (treatment.dose, treatment.unit) if part)
    needed = say("when needed") if treatment.as_needed else ""
    kind = say(TREATMENT_KINDS[treatment.kind]) if treatment.kind in TREATMENT_KINDS else ""
    return " · ".join(part for part in (kind, dose, needed, span) if part)
