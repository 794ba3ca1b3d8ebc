"""Every kind of chart looks as its reference does; a difference is drawn into ``build/pictures``."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.pictures.references import FOLDER, draw_into

NAMES = sorted(path.stem for path in FOLDER.glob("*.png"))
SEEN_AT = Path(__file__).parents[2] / "build" / "pictures"
ONE_STEP = 17
"""The references keep 16 steps of each channel; rounding may fall one step aside."""
MOST_DIFFERENT = 20
"""Pixels: less than a missing mark, or a line over a gap of three days."""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems draw their letters themselves")


def pixels(image: QImage) -> np.ndarray:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    found: np.ndarray = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.width(), 4)
    return np.asarray(found[:, :, :3], int)


def different(one: QImage, other: QImage) -> np.ndarray:
    """Which pixels can be seen to differ."""
    if one.size() != other.size():
        return np.ones((max(one.height(), other.height()), max(one.width(), other.width())), bool)
    return np.asarray(np.abs(pixels(one) - pixels(other)).max(axis=2) > ONE_STEP)


def draw_difference(name: str, reference: QImage, now: QImage, where: np.ndarray) -> Path:
    """Draw the reference, what is drawn now, and in red where they differ, beside each other."""
    SEEN_AT.mkdir(parents=True, exist_ok=True)
    high, wide = where.shape
    beside = QImage(wide * 3, high, QImage.Format.Format_RGB32)
    beside.fill(QColor("grey"))
    painter = QPainter(beside)
    painter.drawImage(0, 0, reference)
    painter.drawImage(wide, 0, now)
    painter.setOpacity(0.25)
    painter.drawImage(wide * 2, 0, now)
    painter.setOpacity(1)
    painter.setPen(QColor("red"))
    for y, x in np.argwhere(where):
        painter.drawPoint(wide * 2 + int(x), int(y))
    painter.end()
    file = SEEN_AT / f"{name}.png"
    beside.save(str(file))
    return file


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pictures")
    draw_into(folder)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_looks_as_its_reference_does(drawn: Path, name: str) -> None:
    reference, now = QImage(str(FOLDER / f"{name}.png")), QImage(str(drawn / f"{name}.png"))
    where = different(reference, now)
    if (count := int(where.sum())) > MOST_DIFFERENT:
        file = draw_difference(name, reference, now, where)
        pytest.fail(
            f"{count} pixels differ: look at {file}. "
            "Where the change is meant, draw the references anew (CONTRIBUTING, Tests)."
        )


def test_every_drawn_chart_has_a_reference(drawn: Path) -> None:
    assert sorted(path.stem for path in drawn.glob("*.png")) == NAMES


def test_a_small_mark_more_is_seen_and_a_step_of_rounding_is_not() -> None:
    reference = QImage(str(FOLDER / "time-light.png")).convertToFormat(QImage.Format.Format_RGB32)
    changed = reference.copy()
    painter = QPainter(changed)
    painter.fillRect(2, 2, 5, 5, QColor("#007a58"))
    painter.end()
    assert different(reference, changed).sum() > MOST_DIFFERENT
    rounded = QImage(reference.size(), QImage.Format.Format_RGB32)
    rounded.fill(QColor(255, 255, 255))
    almost = rounded.copy()
    almost.fill(QColor(255 - ONE_STEP, 255, 255))
    assert not different(rounded, almost).any()
    assert different(reference, reference.copy(0, 0, 10, 10)).all()
