"""From the looks at a pair to what is said of it: the state, the sentence, the figures and the small history."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from diary.app.links import Answer, AskedPair, Average, Figures, LinePoint, Link, LinkState, ScatterDay, Told
from diary.app.weekly import WITHDRAWN_DAYS
from diary.insight.checks import WITHDRAWN_ABOVE
from diary.insight.judging import verdict_of
from diary.insight.questions import DAYS_NEEDED, SIGNIFICANT
from diary.insight.series import WINDOW_DAYS
from diary.words import together as words

if TYPE_CHECKING:
    from diary.app.compared import Compared
    from diary.app.weekly import LookBack, Story
    from diary.domain.day_values import DayValue
    from diary.insight import Finding

STRONG = 0.5
"""From this r on, a link of the same day is apt to show through in the questions about the day after."""
_REFUSED = frozenset({LinkState.NOT_ENOUGH, LinkState.TOO_STEADY})
_HINTED = frozenset({LinkState.LINK, LinkState.PERHAPS})


@dataclass(frozen=True, slots=True)
class _Asked:
    """One question with what is known of it: ``finding`` is that of ``as_of``, or of today before any look."""

    x: Compared
    y: Compared
    finding: Finding
    n_today: int
    story: Story
    as_of: int | None
    today: date
    next_look: date | None

    @property
    def is_day_after(self) -> bool:
        return self.finding.kind == "next_day"

    @property
    def withdrawn_on(self) -> int | None:
        """When its link was taken back, if it was and none was named since."""
        return self.story.turns[-1][0] if self.story.turns and not self.story.turns[-1][1] else None

    @property
    def first_seen(self) -> int | None:
        """When its link was first named, as far as was looked back."""
        return next((day for day, stands in self.story.turns if stands), None)

    @property
    def state(self) -> LinkState:
        if self.story.announced:
            return LinkState.LINK
        if self.finding.reason:
            return LinkState.NOT_ENOUGH if self.finding.reason == "days" else LinkState.TOO_STEADY
        if self.withdrawn_on is not None and self.today.toordinal() - self.withdrawn_on <= WITHDRAWN_DAYS:
            return LinkState.WITHDRAWN
        if self.finding.q <= WITHDRAWN_ABOVE:
            return LinkState.PERHAPS
        return LinkState.SMALL_AT_MOST if self.finding.verdict == "small_at_most" else LinkState.CANT_TELL

    def difference(self, *, beside_link: bool) -> words.Difference:
        """What is compared; ``beside_link``: the pair's other question of the same x is told as a link."""
        found = self.finding
        below = max((one.value for one in self._answers_of_x() if one.value < found.cut), default=found.cut)
        return words.Difference(
            self.x.measure,
            self.y.measure,
            found.cut,
            below,
            found.points,
            found.points_low,
            found.points_high,
            found.n_high,
            found.n_low,
            is_day_after=self.is_day_after,
            is_link=beside_link or self.state is LinkState.LINK,
        )

    def _answers_of_x(self) -> list[DayValue]:
        """X on the days used; only these are looked up, because the page is a piece of background work too."""
        before = timedelta(days=1 if self.is_day_after else 0)
        used = map(date.fromordinal, range(self.finding.first_day, self.finding.last_day + 1))
        return [
            one
            for day in used
            if _counts(self.y.values.get(day)) and (one := self.x.values.get(day - before)) and one.in_statistics
        ]


def link_of(look: LookBack, number: int, asked: AskedPair) -> Link:
    """Everything that is said of one pair."""
    pair = look.pairs[number]
    described = pair.series.up_to(look.today).described()
    questions = [_asked(look, number, question, described[question]) for question in range(3)]
    same = questions[0]
    is_strong = same.story.announced is True and abs(same.finding.r) >= STRONG
    days = _days(pair.x, pair.y)
    only_one = _only_one(pair.x, pair.y)
    left_out = sum(not day.counts for day in days)
    has_link = any(one.state is LinkState.LINK for one in questions[:2])  # the third is of another x
    answers = [
        _answer(one, shines_through=is_strong and one.is_day_after, beside_link=has_link and one is not questions[2])
        for one in questions
    ]
    x, y = pair.x.measure, pair.y.measure
    told = words.Told(answers[0].headline, answers[0].details, answers[0].short)
    return Link(
        asked=asked,
        title=words.title(x, y),
        answers=(answers[0], answers[1], answers[2]),
        left_out=left_out,
        left_out_sentence=words.left_out(left_out),
        only_one=only_one,
        averages_title=words.averages_title(y),
        days=days,
        line=() if answers[0].state in _REFUSED else _line(days, same.finding),
        picture=words.picture(x, y, len(days), told),
    )


def _asked(look: LookBack, number: int, question: int, today: Finding) -> _Asked:
    pair, story = look.pairs[number], look.story(number, question)
    x, y = (pair.y, pair.x) if question == 2 else (pair.x, pair.y)  # noqa: PLR2004  the third is the other way round
    as_of = story.answered_on if story.announced else look.days[-1] if look.days else None
    if as_of is None or (pair.since is not None and as_of < pair.since):
        as_of, finding = None, today
    else:
        finding = look.finding(number, as_of, question)
    if not finding.reason:
        q = story.q_answered if story.announced else story.q
        finding = replace(finding, q=q, verdict=verdict_of(finding, q, SIGNIFICANT, y.small))
    elif as_of is not None and finding.reason == "days" and today.n < DAYS_NEEDED:
        as_of, finding = None, today
    next_look = None if look.next_day is None else date.fromordinal(look.next_day)
    return _Asked(x, y, finding, today.n, story, as_of, date.fromordinal(look.today), next_look)


def _answer(asked: _Asked, *, shines_through: bool, beside_link: bool) -> Answer:
    state = asked.state
    difference = asked.difference(beside_link=beside_link) if state not in _REFUSED else None
    of_lower = difference.of_lower if difference else words.tells_of_lower(asked.x.measure, is_link=beside_link)
    told = _told(asked, state, difference)
    details = (*told.details, words.showing_through()) if shines_through and state in _HINTED else told.details
    as_of = None if asked.as_of is None else date.fromordinal(asked.as_of)
    return Answer(
        x=asked.x.measure,
        y=asked.y.measure,
        kind=asked.finding.kind,
        title=words.question(asked.x.measure, asked.y.measure, is_day_after=asked.is_day_after, of_lower=of_lower),
        state=state,
        headline=told.headline,
        emphasis=told.emphasis,
        details=details,
        short=told.short,
        figures=_figures(asked.finding),
        told=Told(*difference.told) if difference else None,
        days_needed=max(0, DAYS_NEEDED - asked.n_today) if state is LinkState.NOT_ENOUGH else 0,
        days_sentence=words.days_used(asked.finding.n, is_day_after=asked.is_day_after),
        averages=_averages(asked.finding, difference) if difference and not asked.is_day_after else (),
        days_told=words.group_names(difference)[0] if difference else "",
        tells_of_lower=of_lower,
        as_of=as_of,
        as_of_sentence=words.as_of(as_of, asked.today) if as_of and difference else "",
        announced=asked.story.announced,
        first_seen=_day(asked.first_seen),
        withdrawn_on=_day(asked.withdrawn_on),
        history=_history(asked),
    )


def _told(asked: _Asked, state: LinkState, difference: words.Difference | None) -> words.Told:
    next_look = asked.next_look or asked.today
    if difference is None:
        return _refused(asked, state, next_look)
    if state is LinkState.LINK:
        return words.link(difference, asked.finding.n)
    if state is LinkState.WITHDRAWN:
        return words.withdrawn(date.fromordinal(asked.withdrawn_on or 0), asked.today)
    if state is LinkState.PERHAPS:
        return words.perhaps(next_look, asked.today)
    if state is LinkState.SMALL_AT_MOST:
        return words.small_at_most(difference, asked.y.small)
    return words.cant_tell(difference)


def _refused(asked: _Asked, state: LinkState, next_look: date) -> words.Told:
    if state is LinkState.TOO_STEADY:
        return words.too_steady()
    first_look = (next_look, asked.today) if asked.n_today >= DAYS_NEEDED else None
    return words.not_enough(asked.n_today, DAYS_NEEDED, is_day_after=asked.is_day_after, first_look=first_look)


def _history(asked: _Asked) -> tuple[str, ...]:
    lines = []
    for place, (ordinal, stands) in enumerate(asked.story.turns):
        day = date.fromordinal(ordinal)
        if stands:
            lines.append(words.announced(day, asked.today, is_first=asked.story.is_whole and not place))
        else:
            lines.append(words.withdrawn_on(day, asked.today))
    return tuple(lines)


def _averages(finding: Finding, difference: words.Difference) -> tuple[Average, ...]:
    groups = [(finding.mean_high, finding.n_high), (finding.mean_low, finding.n_low)]
    if difference.of_lower:
        groups.reverse()
    labels = words.group_names(difference)
    said = words.averages(difference.y, groups[0][0], groups[1][0])
    return tuple(Average(label, text, *group) for label, text, group in zip(labels, said, groups, strict=True))


def _days(x: Compared, y: Compared) -> tuple[ScatterDay, ...]:
    """The days with both answers, as far back as is looked, those that don't count included."""
    counted = (day for one in (x, y) for day, value in one.values.items() if value.in_statistics)
    since = max(counted, default=date.min).toordinal() - WINDOW_DAYS
    both = sorted(day for day in x.values.keys() & y.values.keys() if day.toordinal() > since)
    return tuple(_scatter_day(day, x.values[day], y.values[day]) for day in both)


def _only_one(x: Compared, y: Compared) -> int:
    """How many days have only one of both answers, as far back as is looked."""
    one_sided = x.values.keys() ^ y.values.keys()
    since = max(x.values.keys() | y.values.keys(), default=date.min).toordinal() - WINDOW_DAYS
    return sum(day.toordinal() > since for day in one_sided)


def _scatter_day(day: date, x: DayValue, y: DayValue) -> ScatterDay:
    return ScatterDay(
        day,
        x.value,
        y.value,
        filled_in_later=x.filled_in_later or y.filled_in_later,
        counts=x.in_statistics and y.in_statistics,
    )


def _counts(value: DayValue | None) -> bool:
    return value is not None and value.in_statistics


def _line(days: tuple[ScatterDay, ...], finding: Finding) -> tuple[LinePoint, ...]:
    """The line through the means of the days used, at the ends of what is shown and where its band is narrowest."""
    used = [day.x for day in days if day.counts]
    if not used:
        return ()
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
        values[name] = _day(values[name] or None)
    return Figures(**values)


def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)
