"""What makes a carer known in a diary: a name, who they are to the person, and whether the person agrees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from diary.app.lines import perhaps_one_line
from diary.domain.errors import DiaryError
from diary.domain.people import Agreed
from diary.storage.lists import CONSENT_AT
from diary.storage.revisions import FieldChange

if TYPE_CHECKING:
    from datetime import date, datetime

LONGEST_RELATIONSHIP, LONGEST_NAME = 80, 200


def checked_name(about: str) -> str:
    """A person's name on one line; raises ``DiaryError``: ``name_empty``, ``name_too_long``."""
    name = " ".join(about.split())
    if not name:
        raise DiaryError("name_empty")
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise DiaryError("name_too_long", most=LONGEST_NAME)
    return name


def recorder_changes(carer: str, name: str, relationship: str, since: date | None = None) -> list[FieldChange]:
    """The changes that name a carer; raises ``DiaryError``: ``name_empty``, ``name_too_long``, ``label_too_long``."""
    fields = {
        "name": checked_name(name),
        "relationship": perhaps_one_line(relationship, most=LONGEST_RELATIONSHIP) or None,
    }
    if since is not None:
        fields["since"] = since.isoformat()
    return [FieldChange("recorder", carer, field, value) for field, value in fields.items()]


def consent_changes(carer: str, agreed: Agreed, given_by: str, at: datetime) -> list[FieldChange]:
    """The changes that keep whether the person agrees to a carer, who answered that, and when."""
    fields = {
        "recorder": carer,
        "answer": agreed,
        "given_by": given_by,
        CONSENT_AT: at.isoformat(timespec="seconds"),
    }
    return [FieldChange("consent", carer, field, value) for field, value in fields.items()]
