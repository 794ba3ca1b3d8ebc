"""Today's page: draws a state, and turns clicks and keys into requests."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractSlider

from diary.app.moves import Wish
from diary.domain.measures import CORE, MOOD
from diary.domain.today import MOMENTS, NOTE
from diary.ui.kit.messages import Message
from diary.ui.kit.overriding import override
from diary.ui.kit.scale_strip import ScaleStrip
from diary.ui.kit.surfaces import Card, Divider, Page
from diary.ui.kit.unsaved_message import UnsavedMessage
from diary.ui.today.bad_day import BadDay
from diary.ui.today.carers_part import CarersPart
from diary.ui.today.day_messages import DayMessages
from diary.ui.today.gestures import ChooseLowEnergy
from diary.ui.today.header import TodayHeader
from diary.ui.today.key_hints import KeyHints
from diary.ui.today.key_message import KeyMessage
from diary.ui.today.keys import DIGITS, TodayKeys, letters
from diary.ui.today.more_header import MoreHeader
from diary.ui.today.more_parts import MoreParts
from diary.ui.today.more_state import MARK_KEY
from diary.ui.today.note_card import NoteCard
from diary.ui.today.notes_question import NotesQuestion
from diary.ui.today.scale_row import ScaleRow
from diary.ui.today.state import Answer, NoteState, TodayState
from diary.ui.today.way_back import WayBack
from diary.ui.today.whose_line import WhoseLine
from diary.ui.today.writing_card import WritingCard
from diary.words import say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from diary.app.values import DiaryCard
    from diary.domain.measures import Measure
    from diary.ui.kit.icons import Icons
    from diary.ui.today.greeting import Greeting

CARD_PADDING = 24
NARROW_EM = 50
"""Below this width of the body, in em, the buttons stand under the date."""


class TodayView(Page):
    """The page. Signals carry an ``Answer``, a ``NoteState``, a ``Gesture``, a ``BodySite``.

    ``now_requested`` asks for a new moment, ``moment_requested`` for a ``Moment`` or none, ``time_requested`` for
    another time of it. ``form_settled`` tells whether words stay in a form that can't be added yet,
    ``undo_requested`` and ``redo_requested`` if by a key.
    """

    answer_requested = Signal(object)
    bad_day_requested = Signal(bool)
    anyway_requested = Signal()
    draft_requested = Signal(object)
    note_requested = Signal(object)
    back_requested = Signal()
    on_requested = Signal()
    undo_requested = Signal(bool)
    redo_requested = Signal(bool)
    try_again_requested = Signal()
    form_settled = Signal(bool)
    copy_requested = Signal()
    hints_requested = Signal(bool)
    gesture_requested = Signal(object)
    good_thing_draft_requested = Signal(str)
    more_requested = Signal(bool)
    choosing_requested = Signal()
    own_question_requested = Signal()
    place_requested = Signal(object)
    list_requested = Signal(bool)
    settings_requested = Signal()
    story_requested = Signal()
    event_requested = Signal(object)
    taken_requested = Signal(str)
    treatment_requested = Signal(object)
    helping_answered = Signal(object)
    code_answered = Signal()
    put_away_requested = Signal()
    today_requested = Signal()
    now_requested = Signal()
    moment_requested = Signal(object)
    time_requested = Signal(object)
    writer_requested = Signal(str)
    basis_requested = Signal(object)
    wrong_diary_requested = Signal(object)

    def __init__(
        self, icons: Icons, measures: Mapping[str, Measure], state: TodayState, whose: DiaryCard | None = None
    ) -> None:
        self._icons, self._state = icons, state
        self._was_loaded = False
        self.way_back = WayBack(icons)
        self._header, self._whose = TodayHeader(icons), WhoseLine(icons, whose)
        self._writing, self._carers = WritingCard(icons), CarersPart(icons, measures)
        self._problem = UnsavedMessage(icons)
        self._day_messages = DayMessages(icons)
        self._notes_question = NotesQuestion(icons)
        self._offer = Message(icons, action=say("Settings"))
        self._greeting: Greeting | None = None
        self._bad_day = BadDay(icons)
        self._note = NoteCard(icons)
        self._more = MoreHeader(icons)
        self._parts = MoreParts(icons, measures, self._note, self._more.choose)
        self._hints = KeyHints(icons)
        letter_of = {measure: letter for letter, measure in letters().items()}
        self._rows = {measure: ScaleRow(icons, measures[measure], letter_of[measure]) for measure in CORE}
        list(self._rows.values())[-1].strip.has_next = False
        self._scales = self._scales_card()
        super().__init__(icons.theme)
        self.keys = TodayKeys(self, self._strips)
        self._key_message = KeyMessage(icons, self)
        self.body.setSpacing(16)
        for part in (
            self.way_back,
            self._header,
            self._whose,
            self._writing,
            self._problem,
            self._offer,
            self._day_messages,
            self._notes_question,
            self._bad_day,
            self._scales,
            self._more,
            self._parts,
            self._carers,
        ):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.body.addWidget(self._hints)
        self._connect()
        self.render_state(state)

    def render_state(self, state: TodayState) -> None:
        """Draw a state whole."""
        was, was_bad_day = self._state, self._state.is_bad_day
        is_other_day = (state.day, state.writing.voice) != (was.day, was.writing.voice)
        self._state = state
        self.keys.let_letters_work(state.letters_work)
        if state.is_saving:  # something was answered since
            self._key_message.say("")
        if state.not_used and not was.not_used:
            self.keys.drop_waits()
            self.bring_up(self._day_messages, keep=self._day_messages)
        self._draw_header()
        self._whose.render_state(state)
        self._writing.show_writing(state.writing)
        self._problem.say_why(state.problem, state.reason, can_copy=state.can_copy, can_try_again=state.can_try_again)
        self._day_messages.render_state(state)
        self._greet(state)
        self._notes_question.setVisible(state.more.asks_for_notes and not state.writing.asks)
        self._notes_question.choice.show_choice(None)
        for measure, row in self._rows.items():
            row.show_day(is_today=state.day == state.today)
            row.show_value(state.answers.get(measure))
            row.show_told(state.more.told.get((measure, None), ""))
            row.show_meanings(state.more.own_words.get(measure, {}))
            row.show_letter(is_shown=state.letters_work)
        self._note.show_note(state.note, is_other_day=is_other_day)
        self._note.show_others(state.other_notes)
        self._note.let_write(state.is_loaded)
        self._note.say_problem(state.unsaved_words.get(NOTE, ""))
        self._more.render_state(state)
        # Until the first day is here nobody knows what is asked, and the first paint need not wait for it.
        self._was_loaded = self._was_loaded or state.is_loaded
        if self._was_loaded:
            self._parts.render_state(state, is_other_day=is_other_day)
        self._carers.render_state(state, is_other_day=is_other_day)
        self._bad_day.setVisible(state.is_bad_day)
        self._bad_day.say_what_counts(has_numbers=bool(state.answers), told=state.more.told.get(MARK_KEY, ""))
        self._bad_day.anyway.setVisible(not state.shows_scales)
        is_writing = self._note.field.hasFocus()
        had_keyboard = is_writing or self.keys.strip is not None
        self._scales.setVisible(state.shows_scales)
        self._more.setVisible(state.shows_scales)
        self._parts.setVisible(self._was_loaded and state.shows_scales and state.more.is_open)
        self._measure()
        if state.is_bad_day and not was_bad_day and had_keyboard:
            self._bad_day.take_back.setFocus(Qt.FocusReason.OtherFocusReason)
        elif (was_bad_day and not state.is_bad_day) or (is_other_day and not is_writing):
            self.take_keyboard()
        if is_other_day:
            self.verticalScrollBar().setValue(0)

    def take_keyboard(self) -> None:
        """Begin at the top, where the date is, and at what is to be answered first."""
        self.go_to_top()
        self._begin()

    def _begin(self) -> None:
        """Go to Mood, where three digits make a whole entry, to what of them is open, or to what is asked before."""
        if self._state.writing.asks:
            self._writing.take_keyboard()
        elif self._state.writing.is_noticed:
            self._carers.take_keyboard()
        elif self._state.shows_scales:
            row = self._rows[next((one for one in DIGITS if one not in self._state.answers), MOOD)]
            row.strip.take_keyboard()
            self.ensureWidgetVisible(row)
        else:
            self._bad_day.take_back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_header(self) -> None:
        """Say "Saved" of nothing that was typed since."""
        is_ahead = self._note.is_ahead or self._carers.is_ahead
        self._header.render_state(replace(self._state, is_saving=self._state.is_saving or is_ahead))

    def _leave_note(self) -> None:
        self._begin()

    def offer_passphrase(self) -> None:
        """Say once, to somebody who used the recovery code, where a new passphrase is chosen."""
        self._offer.say(say("You used the recovery code. You can choose a new passphrase in Settings."))

    def settle(self) -> None:
        """Keep what is still being typed, and try once more to save what could not be saved: the page may go now."""
        self.keep_typed()
        self.form_settled.emit(self._parts.has_unfinished)
        if self._state.problem:
            self.try_again_requested.emit()

    def keep_typed(self) -> None:
        """Keep what is still being typed: a waiting 1 or letter, and the note."""
        self.keys.settle()
        for strip in self._strips():
            strip.settle()
        if self._state.writing.asks_scales:
            self._note.settle()
            self._parts.settle()
        self._carers.settle()

    @override
    def arrange(self, width_px: int) -> None:
        for row in self._rows.values():
            row.arrange(width_px - 2 * CARD_PADDING)
        for part in (self._writing, self._more, self._parts, self._carers):
            part.arrange(width_px)
        self._header.arrange(is_narrow=width_px < NARROW_EM * self._theme.em)
        self._hints.show_where_they_work(self._state, is_compact=self.is_compact)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        was_put_away = event.spontaneous()  # with the window: the page stands where it was
        (self._begin if was_put_away else self.take_keyboard)()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._state.writing.asks and event.text().isdecimal():
            self._writing.press(int(event.text()))
        elif not self.keys.take(event):
            super().keyPressEvent(event)

    def _toggle_more(self) -> None:
        if self._state.shows_scales and not self._state.more.choices.low_energy:
            self._ask_more(not self._state.more.is_open)

    def _ask_more(self, is_wanted: bool) -> None:
        """Open or close; what opens comes into view, and takes the keyboard: digits must answer nothing unseen."""
        self.more_requested.emit(is_wanted)
        if is_wanted and self._state.more.is_open:
            self._more.opener.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.bring_up(self._parts, keep=self._more)

    def _go_to_question(self, measure: str) -> None:
        if not self._state.shows_scales:
            return
        if strip := self.keys.strip:
            strip.settle()
        self._rows[measure].strip.take_keyboard()
        self.ensureWidgetVisible(self._rows[measure])

    def go_back_to(self, measure: str) -> None:
        """Bring the keyboard to the question whose answer was taken back, unless somebody is writing in a field."""
        if strip := self.keys.way_back_to(measure):
            strip.take_keyboard()
            self.ensureWidgetVisible(strip)

    def _mark_by_key(self) -> None:
        if self._state.can_mark_bad_day:
            self._mark()

    def _begin_moment(self) -> None:
        """Ask how it is right now, or on an earlier day how it was at a time."""
        state = self._state
        can_begin = state.shows_scales and state.is_loaded and MOMENTS in state.more.choices.asked
        if not can_begin or state.more.open_moment is not None or state.more.timeless_moment:
            return
        if strip := self.keys.strip:
            strip.settle()
        if not state.more.is_open:
            self.more_requested.emit(True)
        self.now_requested.emit()

    def _tell_event(self) -> None:
        self.event_requested.emit(self._state.day)

    def _show_waiting(self, is_waiting: bool) -> None:
        self._header.bad_day.setDown(is_waiting)

    def _say_words(self, are_words: bool) -> None:
        if are_words:
            can_write = self._state.shows_scales and NOTE in self._state.more.choices.asked
            self._key_message.say_words(can_write=can_write)
        else:
            self._key_message.say("")

    def _write_note(self) -> None:
        self._key_message.say("")
        if not self._state.more.is_open:
            self.more_requested.emit(True)
        self._note.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bring_up(self._note, keep=self._note)

    def _scroll_on(self) -> None:
        self.verticalScrollBar().triggerAction(QAbstractSlider.SliderAction.SliderPageStepAdd)

    def _answered_by_key(self) -> None:
        strip = self.sender()
        if isinstance(strip, ScaleStrip):
            self._move_on(strip)

    def _move_on(self, strip: ScaleStrip) -> None:
        strips = self._strips()
        following = strips[strips.index(strip) + 1 :]
        if following and strip.has_keyboard:
            following[0].take_keyboard()
            self.ensureWidgetVisible(following[0])

    def _strips(self) -> list[ScaleStrip]:
        """Every strip on the page, in its order."""
        return [*(row.strip for row in self._rows.values()), *self._parts.strips, *self._carers.strips]

    def _given(self, value: float | None) -> None:
        strip = self.sender()
        if isinstance(strip, ScaleStrip):
            self.answer_requested.emit(Answer(strip.measure.id, value))

    def _kept(self, note: NoteState) -> None:
        """Pass on the note; as the field goes to make room for a carer's form, its words are settled already."""
        if not self._state.writing.asks_scales:
            return
        self.note_requested.emit(note)

    def _mark(self) -> None:
        self.keep_typed()
        self.bad_day_requested.emit(True)

    def _unmark(self) -> None:
        self.bad_day_requested.emit(False)

    def _undo(self) -> None:
        self.keep_typed()
        self.undo_requested.emit(isinstance(self.sender(), QShortcut))

    def _redo(self) -> None:
        self.keep_typed()
        self.redo_requested.emit(isinstance(self.sender(), QShortcut))

    def _take_offer(self) -> None:
        self._offer.say("")
        self.settings_requested.emit()

    def show_look(self, whose: DiaryCard) -> None:
        """Show the diary as it looks from now on."""
        self._whose.show_look(whose)

    def _ask_to_move(self) -> None:
        """Keep what is being typed first: it is a part of the entry."""
        self.keep_typed()
        self.wrong_diary_requested.emit(Wish(self._state.day, self._state.writing.voice))

    def _hide_hints(self) -> None:
        self.hints_requested.emit(False)

    def _scales_card(self) -> Card:
        card = Card(padding=(CARD_PADDING, 18), spacing=17)
        for index, row in enumerate(self._rows.values()):
            if index:
                card.body.addWidget(Divider())
            card.body.addWidget(row)
        return card

    def _listen(self, row: ScaleRow) -> None:
        row.strip.answer_requested.connect(self._given)
        row.strip.answered.connect(self._answered_by_key)

    def _listen_to_moment(self, row: ScaleRow) -> None:
        row.strip.answered.connect(self._answered_by_key)

    def _greet(self, state: TodayState) -> None:
        """Stand below the questions, which nothing that comes later may move; made when there is something to say."""
        if self._greeting is None and state.has_greeting:
            from diary.ui.today.greeting import Greeting

            greeting = Greeting(self._icons)
            greeting.fill_in_requested.connect(self.back_requested)
            greeting.gesture_requested.connect(self.gesture_requested)
            greeting.answered.connect(self.helping_answered)
            greeting.choosing_requested.connect(self.choosing_requested)
            greeting.left.connect(self.put_away_requested)
            greeting.code_requested.connect(self.settings_requested)
            greeting.code_answered.connect(self.code_answered)
            self.body.insertWidget(self.body.indexOf(self._scales) + 1, greeting)
            self._greeting = greeting
        if self._greeting is not None:
            self._greeting.render_state(state)

    def _ask_the_rest(self) -> None:
        self.gesture_requested.emit(ChooseLowEnergy(on=False))

    def _connect(self) -> None:
        for row in self._rows.values():
            self._listen(row)
        self._parts.scale_made.connect(self._listen)
        self._parts.moment_scale_made.connect(self._listen_to_moment)
        parts = self._parts
        for asked, follows in (
            (parts.now_requested, self.now_requested),
            (parts.moment_requested, self.moment_requested),
            (parts.time_requested, self.time_requested),
            (parts.undo_requested, self._undo),
        ):
            asked.connect(follows)
        self._connect_keys()
        self._key_message.other_requested.connect(self._write_note)
        self._whose.wrong_requested.connect(self._ask_to_move)
        self._writing.writer_requested.connect(self.writer_requested)
        self._writing.basis_requested.connect(self.basis_requested)
        self._carers.answer_requested.connect(self.answer_requested)
        self._carers.draft_requested.connect(self.draft_requested)
        self._carers.note_requested.connect(self.note_requested)
        self._carers.ahead_changed.connect(self._draw_header)
        self._day_messages.gesture_requested.connect(self.gesture_requested)
        self._day_messages.today_requested.connect(self.today_requested)
        self._notes_question.gesture_requested.connect(self.gesture_requested)
        self._parts.gesture_requested.connect(self.gesture_requested)
        self._parts.place_requested.connect(self.place_requested)
        self._parts.good_thing_draft_requested.connect(self.good_thing_draft_requested)
        self._parts.own_question_requested.connect(self.own_question_requested)
        self._parts.list_requested.connect(self.list_requested)
        self._parts.story_requested.connect(self.story_requested)
        self._parts.event_requested.connect(self._tell_event)
        self._parts.taken_requested.connect(self.taken_requested)
        self._parts.treatment_requested.connect(self.treatment_requested)
        self._more.more_requested.connect(self._ask_more)
        self._more.now_requested.connect(self._begin_moment)
        self._more.choosing_requested.connect(self.choosing_requested)
        self._more.all_requested.connect(self._ask_the_rest)
        header = self._header
        header.back_requested.connect(self.back_requested)
        header.on_requested.connect(self.on_requested)
        header.bad_day_requested.connect(self._mark)
        header.undo_requested.connect(self._undo)
        header.redo_requested.connect(self._redo)
        self._problem.action_requested.connect(self.try_again_requested)
        self._problem.other_requested.connect(self.copy_requested)
        self._offer.action_requested.connect(self._take_offer)
        self._bad_day.back_requested.connect(self._unmark)
        self._bad_day.anyway_requested.connect(self.anyway_requested)
        self._note.draft_requested.connect(self.draft_requested)
        self._note.note_requested.connect(self._kept)
        self._note.ahead_changed.connect(self._draw_header)
        self._note.field.escaped.connect(self._leave_note)
        self._hints.hide_requested.connect(self._hide_hints)
        for keys, slot in (
            ("Ctrl+Z", self._undo),
            ("Ctrl+Y", self._redo),
            ("Ctrl+Shift+Z", self._redo),
            ("Alt+Left", self.back_requested),
            ("Alt+Right", self.on_requested),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat("Z" not in keys)  # a held key counts once
            shortcut.activated.connect(slot)

    def _connect_keys(self) -> None:
        keys = self.keys
        keys.question_wanted.connect(self._go_to_question)
        keys.bad_day_wanted.connect(self._mark_by_key)
        keys.bad_day_waits.connect(self._show_waiting)
        keys.now_wanted.connect(self._begin_moment)
        keys.more_wanted.connect(self._toggle_more)
        keys.next_wanted.connect(self._move_on)
        keys.scroll_wanted.connect(self._scroll_on)
        keys.words_typed.connect(self._say_words)
        keys.digit_dropped.connect(self._key_message.say_whole)
