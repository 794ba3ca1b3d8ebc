"""summary, insights."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import replace

from diary.app import looking_back, sharing, together
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.days import Period
from diary.words import say
from diary.words import together as together_words


def summary(typed: Namespace, shell: Shell) -> int:
    """Write the two pages for a doctor, nurse or therapist."""
    if typed.format is None:
        sharing.form_of(typed.out)
    sharing.check_words(typed.wish or "", typed.question or ())
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        no_days = Period(diary.today(), diary.today())
        without_days = looking_back.extract(diary, no_days)
        usual = sharing.default_period(without_days)
        period = _typed_period(typed, usual)
        if typed.since_appointment:
            last = period.last if typed.last else None
            period = sharing.since_appointment(without_days, diary.today(), last)
        found = looking_back.extract(diary, period)
        before = sharing.period_before(period)
        previous = looking_back.extract(diary, before) if before else None
        today = shell.dated(diary.today())
        compared = together.material(diary, only_recent=True, read=found)
    usual_choices = sharing.default_choices(found, period)
    choices = replace(
        usual_choices,
        notes=frozenset() if typed.without_notes else usual_choices.notes,
        with_name=typed.name,
        with_birth_date=typed.name,
        with_carers_view=not typed.without_carer,
        with_places=not typed.without_places,
        with_questionnaires=not typed.without_questionnaires,
        with_treatments=not typed.without_treatments,
        with_together=not typed.without_links,
        with_answers=typed.with_answers,
        wish=usual_choices.wish if typed.wish is None else typed.wish,
        questions=usual_choices.questions if typed.question is None else tuple(typed.question),
    )
    links, _ = together.insights(compared)
    page = sharing.summary_of(found, previous, choices, today, links)
    form = sharing.PageForm(typed.format) if typed.format else None
    left_out = sharing.save_summary(page, sharing.Paper(typed.paper), typed.out, form=form, force=typed.force)
    shell.tell(say("Written: {file}. This file is not encrypted: keep it where only you can read it.", file=typed.out))
    if left_out:
        shell.tell(say("There was no room for: {what}", what=", ".join(left_out)))
    missing = sharing.not_printed(page)
    if missing and (form or sharing.form_of(typed.out)) is sharing.PageForm.PDF:
        instead = say("A web page (OUT.html) shows every letter.")
        shell.tell(say("The PDF has “{example}” where it lacks letters.", example=missing.example) + " " + instead)
    return 0


def _typed_period(typed: Namespace, usual: Period) -> Period:
    """The days typed; with one end typed alone, as many days as usual from there."""
    if typed.first and typed.last:
        return Period(answers.day(typed.first, usual.last), answers.day(typed.last, usual.last))
    if typed.last:
        return Period.ending(answers.day(typed.last, usual.last), len(usual))
    if typed.first:
        return Period(answers.day(typed.first, usual.last), usual.last)
    return usual


def insights(typed: Namespace, shell: Shell) -> int:
    """Print what moved together on the same days and from day to day; everything that was looked at, found or not."""
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        found = together.material(diary)
    links, look = together.insights(found, every_look=True)
    if typed.json:
        shell.tell(json.dumps(together.insights_json(links, look), indent=2))
        return 0
    for link in links:
        same, *day_after = link.answers
        said = (same.sentence, same.days_sentence, same.as_of_sentence, link.left_out_sentence)
        shell.tell(f"{link.title}: {' '.join(part for part in said if part)}")
        for answer in day_after:
            shell.tell(f"    {answer.title}: {answer.sentence} {answer.days_sentence}")
    shell.tell(together_words.always())
    return 0
