"""One question put to the data, and what can be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["same_day", "next_day"]
"""Which days are compared: y with x of the same day, or with x of the day before."""
Verdict = Literal["not_enough", "link", "small_at_most", "unsure"]
"""What a family of questions allows one of them to say; ``unsure`` until it was judged."""
Reason = Literal["", "days", "too_steady"]
"""Why a question was refused: too few days with both answers, or answers that hardly changed."""

NAN = float("nan")


@dataclass(frozen=True, slots=True)
class Finding:
    """One question about y and x, its estimate, interval, days used and verdict; a figure that can't be given is NaN.

    Of ``next_day``, x is of the day before, and y of the day before is allowed for. ``slope`` is in units of y for one
    unit of x, ``points`` in units of y between the days with x at ``cut`` or above and the others, both with 95 %
    intervals; ``p`` is the larger of ``p_forward`` (y on x) and ``p_reverse``.
    ``q`` is ``p`` after Benjamini and Hochberg (1995), filled by ``judge``. ``mean_high`` and ``mean_low`` are plain
    means of y in both groups; ``persistence`` is how much of a day is left on the next (0 to 1). Days are ordinals, 0
    where no day was used.
    """

    kind: Kind
    n: int
    verdict: Verdict
    reason: Reason = ""
    p: float = NAN
    p_forward: float = NAN
    p_reverse: float = NAN
    q: float = NAN
    slope: float = NAN
    slope_low: float = NAN
    slope_high: float = NAN
    r: float = NAN
    r_low: float = NAN
    r_high: float = NAN
    cut: float = NAN
    n_high: int = 0
    n_low: int = 0
    delta_x: float = NAN
    mean_x: float = NAN
    mean_y: float = NAN
    mean_high: float = NAN
    mean_low: float = NAN
    points: float = NAN
    points_low: float = NAN
    points_high: float = NAN
    persistence: float = NAN
    first_day: int = 0
    last_day: int = 0
