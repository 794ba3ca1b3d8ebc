"""Statistics of a diary: pure functions over arrays, that say how two measures moved together and how sure that is."""

from __future__ import annotations

from diary.insight.finding import Finding
from diary.insight.judging import judge
from diary.insight.questions import same_day

__all__ = ["Finding", "judge", "same_day"]
