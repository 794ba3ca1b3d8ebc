"""Today's way into an open diary; the verbs are imported on the diary's lane, after the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.domain.people import OWN_VOICE
from diary.domain.today import NOTE

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, time

    from diary.app.opened import OpenDiary
    from diary.app.values import Changes, DayPage, Welcome
    from diary.domain.entries import Intake, MarkKind, PauseFor, Sharing, Treatment
    from diary.domain.helping import IsHelping
    from diary.domain.people import Voice
    from diary.domain.places import BodySite


class DiaryJournal:
    """The verbs of one diary in one voice; ``diary`` is asked on the lane, where opening was queued first."""

    def __init__(self, diary: Callable[[], OpenDiary], voice: Voice = OWN_VOICE) -> None:
        self._diary, self._voice = diary, voice

    def speaking(self, voice: Voice) -> DiaryJournal:
        """The same diary in another voice."""
        return DiaryJournal(self._diary, voice)

    def choose_writer(self, recorder: str) -> str:
        """Have somebody write from now on; returns who."""
        from diary.app import writing

        return writing.choose_writer(self._diary(), recorder)

    def day_page(self, day: date) -> DayPage:
        """The day as it stands."""
        from diary.app import journal

        return journal.day_page(self._diary(), day, voice=self._voice)

    def give_score(self, day: date, measure_id: str, value: float | None) -> Changes:
        """Keep an answer, or with ``None`` take it back."""
        from diary.app import journal

        return journal.give_score(self._diary(), day, measure_id, value, voice=self._voice)

    def score_place(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how bad pain was at a place, or with ``None`` take it back."""
        from diary.app import journal
        from diary.domain.measures import PAIN

        return journal.give_score(self._diary(), day, PAIN, value, site=site, voice=self._voice)

    def score_numbness(self, day: date, site: BodySite, value: float | None) -> Changes:
        """Keep how much pins and needles or numbness bothered at a place, or with ``None`` take it back."""
        from diary.app import journal
        from diary.domain.today import NUMBNESS

        return journal.give_score(self._diary(), day, NUMBNESS, value, site=site, voice=self._voice)

    def say_spread(self, day: date, start: BodySite, end: BodySite, *, said: bool) -> Changes:
        """Keep that pain spread from one place to another, or take that back."""
        from diary.app import other_answers

        return other_answers.say_spread(self._diary(), day, start, end, said=said, voice=self._voice)

    def clear_place(self, day: date, site: BodySite) -> Changes:
        """Take back all that was said of a place."""
        from diary.app import journal

        return journal.clear_place(self._diary(), day, site, voice=self._voice)

    def say_nowhere_else(self, day: date, *, said: bool) -> Changes:
        """Keep that it hurt nowhere else, or take that back."""
        from diary.app import other_answers

        return other_answers.say_nowhere_else(self._diary(), day, said=said, voice=self._voice)

    def tick_factor(self, day: date, factor_id: str, *, was_there: bool) -> Changes:
        """Keep that something was part of the day, or take that back."""
        from diary.app import factors

        return factors.tick_factor(self._diary(), day, factor_id, was_there=was_there, voice=self._voice)

    def look_through_factors(self, day: date) -> Changes:
        """Keep that the list of factors was looked through."""
        from diary.app import factors

        return factors.look_through_factors(self._diary(), day, voice=self._voice)

    def add_factor(self, label: str) -> Changes:
        """Add to the person's list; one of that name that was hidden is shown again."""
        from diary.app import factors

        return factors.add_factor(self._diary(), label)

    def write_good_thing(self, day: date, text: str) -> Changes:
        """Keep one good thing; empty words take it away."""
        from diary.app import other_answers

        return other_answers.write_good_thing(self._diary(), day, text, voice=self._voice)

    def take(self, day: date, treatment_id: str, *, at: time | None = None, intake_id: str = "") -> Changes:
        """Keep that a treatment was taken or done, under an id of its own where it is taken as needed."""
        from diary.app import treatments

        return treatments.take(self._diary(), day, treatment_id, at=at, intake_id=intake_id, voice=self._voice)

    def change_intake(self, intake: Intake) -> Changes:
        """Keep when it was taken and whether it helped."""
        from diary.app import treatments

        return treatments.change_intake(self._diary(), intake)

    def untake(self, intake: Intake) -> Changes:
        """Take back that a treatment was taken."""
        from diary.app import treatments

        return treatments.untake(self._diary(), intake)

    def keep_treatment(self, wanted: Treatment) -> Changes:
        """Add a treatment, or change the one with its id."""
        from diary.app import treatments

        return treatments.keep_treatment(self._diary(), wanted)

    def delete_treatment(self, treatment_id: str) -> Changes:
        """Take a treatment off the list."""
        from diary.app import treatments

        return treatments.delete_treatment(self._diary(), treatment_id)

    def answer_headache(self, day: date, *, had: bool | None) -> Changes:
        """Keep whether there was a headache; its number and its hours are asked anew."""
        from diary.app import journal

        return journal.answer_headache(self._diary(), day, had=had, voice=self._voice)

    def say_notes(self, day: date, *, has_notes: bool) -> Changes:
        """Keep whether late days are filled in from notes made at the time."""
        from diary.app import other_answers

        return other_answers.say_notes(self._diary(), day, has_notes=has_notes, voice=self._voice)

    def answer_moment(self, day: date, moment_id: str, at: time, measure_id: str, value: float | None) -> Changes:
        """Keep an answer about a moment, or with ``None`` take it back."""
        from diary.app import moments

        return moments.answer_moment(self._diary(), day, moment_id, at, {measure_id: value}, voice=self._voice)

    def move_moment(self, day: date, moment_id: str, at: time) -> Changes:
        """Keep another time for a moment."""
        from diary.app import moments

        return moments.move_moment(self._diary(), day, moment_id, at)

    def delete_moment(self, moment_id: str) -> Changes:
        """Delete a moment with its answers."""
        from diary.app import looking_back

        return looking_back.delete_entries(self._diary(), [moment_id])

    def pause(self, length: PauseFor) -> Changes:
        """Pause from today on."""
        from diary.app import pausing

        return pausing.pause(self._diary(), length)

    def end_pause(self) -> Changes:
        """End the pause that is running."""
        from diary.app import pausing

        return pausing.end_pause(self._diary())

    def welcome(self) -> Welcome:
        """What to say when the page opens."""
        from diary.app import welcoming

        return welcoming.welcome(self._diary())

    def end_asking_about_code(self) -> None:
        """Ask no more whether the recovery code is written down."""
        from diary.app import ways_in

        ways_in.end_asking_about_code(self._diary())

    def answer_helping(self, answer: IsHelping) -> Changes:
        """Keep whether the diary helps."""
        from diary.app import welcoming

        return welcoming.answer_helping(self._diary(), answer)

    def choose_low_energy(self, *, on: bool) -> Changes:
        """Ask the core alone, or all that was chosen again."""
        from diary.app import choosing

        return choosing.choose_low_energy(self._diary(), on=on)

    def mark_day(self, day: date, mark: MarkKind | None) -> Changes:
        """Mark a day, or take the mark back."""
        from diary.app import journal

        return journal.mark_day(self._diary(), day, mark, voice=self._voice)

    def write_note(self, day: date, text: str, *, note_id: str | None, sharing: Sharing) -> Changes:
        """Keep a note as one change."""
        from diary.app import journal

        return journal.write_note(self._diary(), day, text, note_id=note_id, sharing=sharing, voice=self._voice)

    def keep_draft(self, day: date, text: str, *, field: str = NOTE) -> None:
        """Keep what is being typed, so that a crash loses nothing."""
        from diary.app import journal

        journal.keep_draft(self._diary(), day, text, field=field, voice=self._voice)

    def undo(self) -> Changes | None:
        """Take back the last act."""
        from diary.app import journal

        return journal.undo(self._diary())

    def redo(self) -> Changes | None:
        """Do again what was taken back last."""
        from diary.app import journal

        return journal.redo(self._diary())
