"""export."""

from __future__ import annotations

from argparse import Namespace

from diary.app import exporting, looking_back
from diary.cli import answers
from diary.cli.shell import Shell
from diary.domain.errors import DiaryError
from diary.words import say

_FHIR_ALONE = (
    "name",
    "with_answers",
    "without_carer",
    "without_places",
    "without_questionnaires",
    "without_treatments",
)
"""What the other forms of an export don't know."""


def export(typed: Namespace, shell: Shell) -> int:
    """Write the diary, or a period of it, as a file for other programs."""
    is_fhir = typed.format == exporting.FHIR
    if not is_fhir and any(getattr(typed, option) for option in _FHIR_ALONE):
        raise DiaryError("only_with_fhir")
    form = None if is_fhir else _form(typed)
    with shell.to_read(typed.diary, typed.passphrase_file) as diary:
        found = looking_back.to_hand_out(diary)
        if typed.first or typed.last:
            found = looking_back.to_hand_out(diary, answers.period(typed.first, typed.last, found.period))
        today, now, diary_id = shell.dated(diary.today()), shell.made_at(), diary.keys.diary_id
    if form is None:
        contents = exporting.Contents(
            with_name=typed.name,
            with_birth_date=typed.name,
            with_notes=typed.with_notes,
            with_answers=typed.with_answers,
            with_carers_view=not typed.without_carer,
            with_places=not typed.without_places,
            with_questionnaires=not typed.without_questionnaires,
            with_treatments=not typed.without_treatments,
        )
        exporting.export_fhir(found, typed.out, diary_id=diary_id, made_at=now, contents=contents, force=typed.force)
    else:
        exporting.export(found, typed.out, form, today=today, with_notes=typed.with_notes, force=typed.force)
    shell.tell(say("Written: {file}. This file is not encrypted: keep it where only you can read it.", file=typed.out))
    return 0


def _form(typed: Namespace) -> exporting.ExportFormat:
    return exporting.ExportFormat(typed.format) if typed.format else exporting.format_of(typed.out)
