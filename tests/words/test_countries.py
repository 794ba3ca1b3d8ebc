from __future__ import annotations

from diary.words.countries import country_name
from tests.words.languages import speaking


def test_a_country_is_named_in_the_language_in_use() -> None:
    assert country_name("GB") == "United Kingdom"
    with speaking("de"):
        assert country_name("GB") == "Vereinigtes Königreich"


def test_a_code_without_a_name_is_shown_itself() -> None:
    assert country_name("XQ") == "XQ"
