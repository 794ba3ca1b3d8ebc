from __future__ import annotations

from pathlib import Path

from diary.words import language, msgid, say, say_n, set_language
from tests.words.languages import speaking


def test_fields_are_filled_in() -> None:
    assert say("Saved at {time}", time="20:14") == "Saved at 20:14"


def test_a_persons_own_braces_are_left_alone() -> None:
    """A note like "{0}" once formatted would raise, or say something else than was written."""
    assert say("my {own} measure") == "my {own} measure"
    assert say("Called {name}", name="{0} {x!r}") == "Called {0} {x!r}"


def test_nothing_said_is_nothing_even_in_another_language() -> None:
    """gettext keeps its own header under the empty msgid."""
    with speaking("de"):
        assert say("") == ""


def test_a_field_may_have_any_name() -> None:
    assert say("{message} {self}", message="a", self="b") == "a b"


def test_another_language_is_used_once_it_is_set() -> None:
    with speaking("de", {"Pain": "Schmerz", "Saved at {time}": "Gespeichert um {time}"}):
        assert language() == "de"
        assert say("Pain") == "Schmerz"
        assert say("Saved at {time}", time="20:14") == "Gespeichert um 20:14"
        assert say("Not translated") == "Not translated"
    assert say("Pain") == "Pain"


def test_plurals_follow_the_language() -> None:
    assert [say_n("{n} day", "{n} days", n) for n in (0, 1, 2)] == ["0 days", "1 day", "2 days"]
    with speaking("pl", {("{n} day", "{n} days"): ("{n} dzień", "{n} dni (2-4)", "{n} dni (5+)")}):
        assert [say_n("{n} day", "{n} days", n) for n in (1, 3, 5)] == ["1 dzień", "3 dni (2-4)", "5 dni (5+)"]


def test_a_language_without_a_catalogue_is_english(tmp_path: Path) -> None:
    set_language("tlh", tmp_path)
    assert language() == "en"
    assert say("Pain") == "Pain"


def test_marking_changes_nothing() -> None:
    assert msgid("{n} out of ten") == "{n} out of ten"
