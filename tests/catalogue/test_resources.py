from __future__ import annotations

import pytest
from PySide6.QtGui import QRawFont

from diary.catalogue import emblem_colours, emblems, resource_folder
from diary.ui.kit.theme import DARK, HIGH_CONTRAST, LIGHT


@pytest.mark.parametrize("folder", ["fonts", "icons"])
def test_bundled_pieces_keep_their_licence_beside_them(folder: str) -> None:
    licence = (resource_folder() / folder / "LICENSE").read_text("utf-8")
    assert "Copyright" in licence
    assert "SIL Open Font License" in licence or "ISC License" in licence


def test_the_typeface_has_the_weights_that_are_used() -> None:
    fonts = {file.stem for file in (resource_folder() / "fonts").glob("*.otf")}
    assert {"Inter-Regular", "Inter-Medium", "Inter-SemiBold"} <= fonts


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("weight", ["Regular", "Medium", "SemiBold"])
def test_the_typeface_has_the_shapes_that_stand_for_measures(weight: str) -> None:
    """A shape from another typeface has another size, or is an empty box on a doctor's page."""
    font = QRawFont(str(resource_folder() / "fonts" / f"Inter-{weight}.otf"), 14)
    assert [sign for sign in "●◆■△○×–½→’…" if not font.supportsCharacter(ord(sign))] == []


def test_the_first_emblem_is_the_flower() -> None:
    assert next(iter(emblems())) == "flower"
    assert len(emblems()) == 6


def test_every_colour_of_an_emblem_is_one_of_each_theme() -> None:
    assert next(iter(emblem_colours())) == "accent"
    for tokens in (LIGHT, DARK, HIGH_CONTRAST):
        shades = [getattr(tokens, one) for one in emblem_colours()]
        assert len(set(shades)) == len(shades)


def test_emblems_are_closed_shapes() -> None:
    assert all(emblem.path.startswith("M") and emblem.path.endswith("Z") for emblem in emblems().values())
