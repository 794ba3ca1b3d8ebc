"""How pairs of measures move together in a diary: figures, sentences and pictures' values, for window and terminal.

A pure function of what was written. The statistics load only when a question is asked.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from diary.app.links import Average, Figures, LinePoint, Link, LinkState, ScatterDay, TogetherPage
from diary.domain.measures import ANXIETY, MOOD, PAIN, SLEEP, ScaleKind
from diary.words import together as words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from diary.domain.day_values import DayValue
    from diary.domain.extract import Extract
    from diary.domain.measures import Measure
    from diary.insight import Finding

Pair = tuple[str, str]
"""The ids of x and y: y is looked at on days with more or less of x."""

_DEFAULT_PAIRS: tuple[Pair, ...] = ((ANXIETY, PAIN), (MOOD, PAIN), (SLEEP, PAIN))
_LOOKS_BACK_DAYS = 365
_SMALL_SHARE = 0.1
"""About the smallest difference that matters, of a measure's range (Salaffi 2004); 1 point on 0 to 10."""
_SMALL_HOURS = 1.0
_SIGNIFICANT = 0.05
_STEADY_SHARE = 0.5
"""Answers spread less than this share of what is small hardly changed: 0.5 on 0 to 10."""


def pairs(extract: Extract) -> tuple[Pair, ...]:
    """The pairs that are looked at unless the person asks for others."""
    return tuple(pair for pair in _DEFAULT_PAIRS if all(measure in extract.measures for measure in pair))


def findings(extract: Extract, asked: Iterable[Pair] | None = None) -> tuple[Link, ...]:
    """Look at every pair of one family; the more pairs, the more each must show."""
    from diary.insight import judge

    questions = [_Question.about(extract, pair) for pair in (pairs(extract) if asked is None else asked)]
    judged = judge([question.put() for question in questions], small=[_small(question.y) for question in questions])
    return tuple(_link(question, finding) for question, finding in zip(questions, judged, strict=True))


def together(extract: Extract, x_id: str, y_id: str) -> TogetherPage:
    """The page about one pair, beside all that were looked at; a pair of its own widens their family."""
    asked = dict.fromkeys((*pairs(extract), (x_id, y_id)))
    looked_at = findings(extract, asked)
    shown = next(link for link in looked_at if (link.x_id, link.y_id) == (x_id, y_id))
    return TogetherPage(shown, looked_at, words.looked_at(len(looked_at)), words.always(), words.limits())


def insights_json(links: Iterable[Link]) -> dict[str, object]:
    """What ``insights --json`` prints: every pair with its state, its sentence and its figures, days as ISO dates."""
    return {"findings": [_as_json(link) for link in links]}


def _as_json(link: Link) -> dict[str, object]:
    figures = asdict(link.figures)
    for name in ("first_day", "last_day"):
        figures[name] = figures[name] and figures[name].isoformat()
    return {
        "x": link.x_id,
        "y": link.y_id,
        "kind": figures.pop("kind"),
        "n": figures.pop("n"),
        "state": link.state.value,
        "sentence": link.sentence,
        "left_out": link.left_out,
        **figures,
    }


@dataclass(frozen=True, slots=True)
class _Question:
    """Two measures and their values by day, over the days that are looked at."""

    x: Measure
    y: Measure
    values_of_x: Mapping[date, DayValue]
    values_of_y: Mapping[date, DayValue]

    @classmethod
    def about(cls, extract: Extract, pair: Pair) -> _Question:
        x_id, y_id = pair
        values_of_x = {day.day: value for day in extract.days if (value := day.value(x_id))}
        values_of_y = {day.day: value for day in extract.days if (value := day.value(y_id))}
        return cls(extract.measures[x_id], extract.measures[y_id], values_of_x, values_of_y)

    @property
    def days(self) -> tuple[ScatterDay, ...]:
        """The days with both answers, as far back as is looked, those that don't count included."""
        counted = [
            day
            for values in (self.values_of_x, self.values_of_y)
            for day, value in values.items()
            if value.in_statistics
        ]
        latest = max(counted, default=date.min)
        both = sorted(self.values_of_x.keys() & self.values_of_y.keys())
        return tuple(self._scatter_day(day) for day in both if (latest - day).days < _LOOKS_BACK_DAYS)

    def _scatter_day(self, day: date) -> ScatterDay:
        x, y = self.values_of_x[day], self.values_of_y[day]
        return ScatterDay(
            day,
            x.value,
            y.value,
            filled_in_later=x.filled_in_later or y.filled_in_later,
            counts=x.in_statistics and y.in_statistics,
        )

    def put(self) -> Finding:
        """Put the question to the days that count."""
        from diary.insight import same_day

        days = sorted(self.values_of_x.keys() | self.values_of_y.keys())
        return same_day(
            [day.toordinal() for day in days],
            [_for_statistics(self.values_of_x.get(day)) for day in days],
            [_for_statistics(self.values_of_y.get(day)) for day in days],
            min_sd=(_smallest_sd(self.x), _smallest_sd(self.y)),
        )


def _for_statistics(value: DayValue | None) -> float:
    return value.value if value and value.in_statistics else math.nan


def _small(measure: Measure) -> float:
    if measure.kind is ScaleKind.HOURS:
        return _SMALL_HOURS
    return _SMALL_SHARE * (measure.highest - measure.lowest)


def _smallest_sd(measure: Measure) -> float:
    return 0.0 if measure.kind is ScaleKind.YES_NO else _STEADY_SHARE * _small(measure)


def _link(question: _Question, finding: Finding) -> Link:
    from diary.insight.questions import DAYS_NEEDED

    state, days = _state(finding), question.days
    answered = state not in {LinkState.NOT_ENOUGH, LinkState.TOO_STEADY}
    left_out = sum(not day.counts for day in days)
    told = _told(state, question, finding)
    return Link(
        x_id=question.x.id,
        y_id=question.y.id,
        title=words.title(question.x, question.y),
        state=state,
        headline=told.headline,
        details=told.details,
        short=told.short,
        figures=_figures(finding),
        days_needed=max(0, DAYS_NEEDED - finding.n),
        days_sentence=words.days_with_both(finding.n),
        left_out=left_out,
        left_out_sentence=words.left_out(left_out),
        averages_title=words.averages_title(question.y),
        averages=_averages(question, finding) if answered else (),
        days=days,
        line=_line(days, finding) if answered else (),
        picture=words.picture(question.x, question.y, len(days), told),
    )


def _state(finding: Finding) -> LinkState:
    if finding.reason:
        return LinkState.NOT_ENOUGH if finding.reason == "days" else LinkState.TOO_STEADY
    if finding.p <= _SIGNIFICANT:
        return LinkState.PERHAPS
    return LinkState.SMALL_AT_MOST if finding.verdict == "small_at_most" else LinkState.CANT_TELL


def _told(state: LinkState, question: _Question, finding: Finding) -> words.Told:
    from diary.insight.questions import DAYS_NEEDED

    match state:
        case LinkState.NOT_ENOUGH:
            return words.not_enough(finding.n, DAYS_NEEDED)
        case LinkState.TOO_STEADY:
            return words.too_steady()
        case LinkState.PERHAPS:
            return words.perhaps(_difference(question, finding), finding.n)
        case LinkState.SMALL_AT_MOST:
            return words.small_at_most(question.y, _small(question.y))
        case LinkState.CANT_TELL:
            return words.cant_tell(_difference(question, finding), _small(question.y))


def _difference(question: _Question, finding: Finding) -> words.Difference:
    below = max(day.x for day in question.days if day.counts and day.x < finding.cut)
    return words.Difference(
        question.x, question.y, finding.cut, below, finding.points, finding.points_low, finding.points_high
    )


def _averages(question: _Question, finding: Finding) -> tuple[Average, ...]:
    groups = [(finding.mean_high, finding.n_high), (finding.mean_low, finding.n_low)]
    if words.tells_of_lower(question.x):
        groups.reverse()
    labels = words.group_names(_difference(question, finding))
    said = words.averages(groups[0][0], groups[1][0])
    return tuple(Average(label, text, *group) for label, text, group in zip(labels, said, groups, strict=True))


def _line(days: tuple[ScatterDay, ...], finding: Finding) -> tuple[LinePoint, ...]:
    """The line through the means of the days used, at its ends and where its band is narrowest."""
    used = [day.x for day in days if day.counts]
    return tuple(_line_point(x, finding) for x in (min(used), finding.mean_x, max(used)))


def _line_point(x: float, finding: Finding) -> LinePoint:
    away = x - finding.mean_x
    edges = sorted(finding.mean_y + slope * away for slope in (finding.slope_low, finding.slope_high))
    return LinePoint(x, finding.mean_y + finding.slope * away, *edges)


def _figures(finding: Finding) -> Figures:
    """The border at which NaN turns into ``None``, and ordinals into days."""
    values: dict[str, Any] = {
        name: None if isinstance(value, float) and math.isnan(value) else value
        for name, value in asdict(finding).items()
    }
    for name in ("first_day", "last_day"):
        values[name] = date.fromordinal(values[name]) if finding.n else None
    return Figures(**values)
