"""Every sentence that a person can see, in code and in the catalogue."""

from __future__ import annotations

import ast
import string
import tomllib

import pytest
from babel.messages.frontend import CommandLineInterface
from babel.messages.pofile import read_po

from diary.catalogue import resource_folder
from diary.words.extraction import sentences
from diary.words.rules import EXEMPT, broken_rules
from tests.house.sources import PROJECT
from tests.words.in_code import everything_said


def sentences_in_code() -> set[str]:
    return {sentence for said in everything_said() for sentence in said.literals}


def sentences_in_resources() -> set[str]:
    files = [*resource_folder().glob("catalogue/*.toml"), resource_folder() / "emblems.toml"]
    return {sentence for file in files for sentence in sentences(tomllib.loads(file.read_text("utf-8")))}


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the command in babel.cfg writes for translators."""
    template = tmp_path_factory.mktemp("i18n") / "alongside.pot"
    mapping = resource_folder() / "i18n" / "babel.cfg"
    keywords = ["-k", "say", "-k", "say_n:1,2", "-k", "msgid"]
    CommandLineInterface().run(
        ["pybabel", "-q", "extract", "-F", str(mapping), *keywords, "-o", str(template), str(PROJECT)]
    )
    with template.open("rb") as file:
        ids = [message.id for message in read_po(file) if message.id]
    return {sentence for found in ids for sentence in ((found,) if isinstance(found, str) else found)}


def test_sentences_keep_the_word_rules() -> None:
    faults = {s: broken for s in sentences_in_code() | sentences_in_resources() if (broken := broken_rules(s))}
    assert not faults


def test_each_exemption_is_still_a_sentence_of_ours() -> None:
    assert set(EXEMPT) <= sentences_in_code()


def test_a_sentence_is_written_where_it_is_looked_up_or_marked() -> None:
    """A sentence glued together inside the call reaches the person untranslated and unread by these tests."""
    glued = (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp)
    faults = [said.where for said in everything_said() if any(isinstance(a, glued) for a in said.arguments)]
    assert not faults, "say() takes one whole sentence, or a constant marked with msgid()"


def test_what_is_marked_is_a_literal() -> None:
    faults = [s.where for s in everything_said() if s.function == "msgid" and len(s.literals) != len(s.arguments)]
    assert not faults


def test_extraction_finds_every_sentence(extracted: set[str]) -> None:
    """A sentence that translators never see stays English for ever."""
    assert extracted >= sentences_in_code() | sentences_in_resources()


def test_fields_have_names() -> None:
    """A nameless or broken field fails only when the sentence is said, perhaps for the first time to a person."""
    names = {(said, name) for said in sentences_in_code() for _, name, _, _ in string.Formatter().parse(said)}
    assert not {said for said, name in names if name is not None and not name.isidentifier()}
