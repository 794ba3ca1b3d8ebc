"""One question put anew at many weekly looks: only how sure each is (p), from one pass over the days they share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from diary.insight.design import SATURDAY, TUESDAY, WEEKDAYS_FROM
from diary.insight.finding import NAN
from diary.insight.memory import Whitened, whiten_spans
from diary.insight.posterior import two_way_ps
from diary.insight.questions import asked, refusal
from diary.insight.series import WINDOW_DAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from diary.insight.series import Paired

LOOKS_AT_ONCE = 16
"""So many looks share most of their days; with more, the pass and what is corrected in it would grow long."""
_LEAST_SHARE = 1e-6
"""The part of a column's square that no combination of others may take, for its rank to be beyond doubt."""
_TREND, _WEEKDAYS = 1, slice(2, 8)


def ps_of(used: Paired, spans: Sequence[slice], smallest_sds: tuple[float, float]) -> list[float]:
    """The p of the question over each of ``spans`` of the days used, oldest first; NaN where it would be refused.

    To the last digit, none depends on days after its own span.
    """
    ps = [NAN] * len(spans)
    put = [number for number, span in enumerate(spans) if not refusal(used.rows(span), smallest_sds)]
    for has_weekdays in (False, True):
        some = [n for n in put if (spans[n].stop - spans[n].start >= WEEKDAYS_FROM) is has_weekdays]
        for first in range(0, len(some), LOOKS_AT_ONCE):
            numbers = some[first : first + LOOKS_AT_ONCE]
            found = _together(used, [spans[n] for n in numbers], smallest_sds, has_weekdays=has_weekdays)
            for number, p in zip(numbers, found, strict=True):
                ps[number] = p
    return ps


def _together(
    used: Paired, spans: Sequence[slice], smallest_sds: tuple[float, float], *, has_weekdays: bool
) -> list[float]:
    begin, end = spans[0].start, spans[-1].stop
    shared = used.rows(slice(begin, end))
    own = [slice(span.start - begin, span.stop - begin) for span in spans]
    columns = _columns(shared, own[0])
    whitened = whiten_spans(shared.days, columns, own)
    chosen = np.stack([_chosen(columns, span, has_weekdays=has_weekdays) for span in own])[:, np.newaxis]
    products = chosen.transpose(0, 1, 3, 2) @ whitened.cross_product @ chosen
    sure = _have_full_rank(products[:, 0])  # the first memory is none: plain sums of squares and products
    freedom = np.array([span.stop - span.start for span in own]) - products.shape[-1] + 1
    ps = np.full(len(spans), NAN)
    ps[sure] = two_way_ps(Whitened(whitened.log_det_v[sure], products[sure]), freedom[sure])
    return [
        float(p) if is_sure else asked(used.rows(span), smallest_sds).p
        for p, is_sure, span in zip(ps, sure, spans, strict=True)
    ]


def _columns(used: Paired, first: slice) -> NDArray[np.float64]:
    """All that any span may take its columns from: level, trend, Tuesday to Sunday, y of the day before, x and y.

    A column's unit and level don't move the p, so that those of the ``first`` span do for all.
    """
    weekdays = (used.days[:, np.newaxis] - 1) % 7 == np.arange(TUESDAY, 7)
    trend = (used.days - used.days[0]) / WINDOW_DAYS
    x, y = used.x[first], used.y[first]
    columns = [np.ones(used.days.size), trend, weekdays]
    if used.y_before is not None:
        columns.append((used.y_before - y.mean()) / y.std())
    return np.column_stack((*columns, (used.x - x.mean()) / x.std(), (used.y - y.mean()) / y.std()))


def _chosen(columns: NDArray[np.float64], span: slice, *, has_weekdays: bool) -> NDArray[np.float64]:
    """The combinations of columns that a span's model has, its trend around its middle; shape (columns, its own)."""
    every = np.eye(columns.shape[1])
    every[0, _TREND] = -columns[span, _TREND].mean()
    if has_weekdays:
        return every
    weekend = every[:, _WEEKDAYS][:, SATURDAY - TUESDAY :].sum(axis=1)
    return np.column_stack((every[:, : _WEEKDAYS.start], weekend, every[:, _WEEKDAYS.stop :]))


def _have_full_rank(products: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Of which spans no column is nearly a combination of others; where in doubt, the question is put by itself."""
    norms = np.sqrt(np.diagonal(products, axis1=1, axis2=2))
    norms = np.where(norms > 0, norms, 1)
    scaled = products / (norms[:, :, np.newaxis] * norms[:, np.newaxis])
    sure: NDArray[np.bool_] = np.linalg.eigvalsh(scaled)[:, 0] > _LEAST_SHARE
    return sure
