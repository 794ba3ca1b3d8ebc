"""How colours look to people who see them differently, and how far apart two of them then are."""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

from PySide6.QtGui import QColor

Triple = tuple[float, float, float]

VISIONS: dict[str, tuple[Triple, Triple, Triple]] = {
    "full": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "greyscale": ((0.2126, 0.7152, 0.0722),) * 3,
}
"""What linear sRGB becomes; the three kinds of colour-blindness whole (severity 1), from Machado 2009, table 1."""


def seen(colour: QColor, vision: str) -> Triple:
    """Linear sRGB as somebody sees it."""
    channels = [_linear(value) for value in (colour.redF(), colour.greenF(), colour.blueF())]
    red, green, blue = (
        min(1.0, max(0.0, sum(weight * value for weight, value in zip(row, channels, strict=True))))
        for row in VISIONS[vision]
    )
    return red, green, blue


def apart(one: QColor, other: QColor, vision: str) -> float:
    """How different two colours look (CIEDE2000): 1 can just be told beside each other, 10 at a glance."""
    return ciede2000(_lab(seen(one, vision)), _lab(seen(other, vision)))


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)


def _lab(rgb: Triple) -> Triple:
    """CIELAB under D65."""
    red, green, blue = rgb
    x = _root((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047)
    y = _root(0.2126729 * red + 0.7151522 * green + 0.0721750 * blue)
    z = _root((0.0193339 * red + 0.1191920 * green + 0.9503041 * blue) / 1.08883)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return float(share ** (1 / 3)) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def ciede2000(one: Triple, other: Triple) -> float:
    """The distance of two colours in CIELAB (Sharma, Wu and Dalal 2005)."""
    (light1, a1, b1), (light2, a2, b2) = one, other
    stretch = 1 + 0.5 * (1 - _weight((hypot(a1, b1) + hypot(a2, b2)) / 2))
    chroma1, chroma2 = hypot(stretch * a1, b1), hypot(stretch * a2, b2)
    hue1, hue2 = _hue(stretch * a1, b1), _hue(stretch * a2, b2)
    turn, hue = _turn(hue1, hue2) if chroma1 * chroma2 else (0.0, hue1 + hue2)
    light, chroma = (light1 + light2) / 2, (chroma1 + chroma2) / 2
    skew = (
        1
        - 0.17 * cos(radians(hue - 30))
        + 0.24 * cos(radians(2 * hue))
        + 0.32 * cos(radians(3 * hue + 6))
        - 0.20 * cos(radians(4 * hue - 63))
    )
    by_light = (light2 - light1) / (1 + 0.015 * (light - 50) ** 2 / sqrt(20 + (light - 50) ** 2))
    by_chroma = (chroma2 - chroma1) / (1 + 0.045 * chroma)
    by_hue = 2 * sqrt(chroma1 * chroma2) * sin(radians(turn / 2)) / (1 + 0.015 * chroma * skew)
    rotation = -sin(radians(60 * exp(-(((hue - 275) / 25) ** 2)))) * 2 * _weight(chroma)
    return sqrt(by_light**2 + by_chroma**2 + by_hue**2 + rotation * by_chroma * by_hue)


def _weight(chroma: float) -> float:
    return sqrt(chroma**7 / (chroma**7 + 25**7))


def _hue(a: float, b: float) -> float:
    return degrees(atan2(b, a)) % 360 if a or b else 0.0


def _turn(hue1: float, hue2: float) -> tuple[float, float]:
    """From one hue to the other the shorter way, and the hue in the middle of it."""
    turn = (hue2 - hue1 + 180) % 360 - 180
    return turn, (hue1 + turn / 2) % 360
