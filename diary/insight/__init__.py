"""Statistics of a diary: pure functions over arrays, that say how two measures moved together and how sure that is."""

from __future__ import annotations

from diary.insight.checks import Check, review
from diary.insight.finding import Finding
from diary.insight.judging import judge
from diary.insight.questions import next_day, same_day

__all__ = ["Check", "Finding", "judge", "next_day", "review", "same_day"]
